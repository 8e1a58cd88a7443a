import { compte } from '../domaine/vocabulaire.ts';
import { copier } from './navigateur.ts';

const CHAMPS = ['nature', 'statut'] as const;
/** Fields where keys type text or choose an option: single-key shortcuts are off there. */
const SAISIE = 'input:not([type=checkbox], [type=radio], [type=button], [type=file]), select, textarea';

/**
 * Filters the entries of a comparison by nature and statut, keeps the choice in the query of the URL, and moves between
 * visible changes with the buttons or the keys n and p.
 * @param signal removes the listeners when another comparison replaces this one
 */
export function filtrer(document: Document, signal?: AbortSignal): void {
	const formulaire = document.querySelector<HTMLFormElement>('form[data-filtres]');
	const entrees = [...document.querySelectorAll<HTMLElement>('[data-entrees] > li')];
	const annonce = formulaire?.querySelector<HTMLElement>('[data-compte]');
	if (!formulaire || !annonce) return;
	formulaire.hidden = false;
	poserLesLiens(entrees, annonce);
	const cases = CHAMPS.flatMap((champ) => [...formulaire.querySelectorAll<HTMLInputElement>(`input[name=${champ}]`)]);
	/** The fields that hide something, each with the boxes that are still ticked. */
	const filtres = () =>
		CHAMPS.map((champ) => ({ champ, siennes: cases.filter(({ name }) => name === champ) }))
			.filter(({ siennes }) => siennes.some(({ checked }) => !checked))
			.map(({ champ, siennes }) => ({ champ, cochees: siennes.filter(({ checked }) => checked) }));

	const appliquer = () => {
		// An entry « à vérifier » has no nature, and so no box of that name: only its statut is filtered.
		for (const li of entrees)
			li.hidden = cases.some(({ checked, name, value }) => !checked && li.dataset[name] === value);
		const montrees = entrees.filter((li) => !li.hidden).length;
		const toutes = montrees === entrees.length;
		annonce.textContent = `${compte(montrees, 'ligne')}${toutes ? '' : ` sur ${entrees.length}`}`;
		// The top of the page, and print, say that entries are hidden.
		const dit = document.querySelector<HTMLElement>('[data-filtre-dit]');
		if (!dit) return;
		dit.hidden = toutes;
		const tout = creer('button', { type: 'button', textContent: 'Tout montrer' });
		tout.addEventListener('click', () => cocher(() => true));
		const choix = filtres().map(({ champ, cochees }) => {
			const noms = cochees.map((c) => c.closest('label')?.textContent?.trim().toLowerCase());
			return `${champ}\u00A0: ${noms.join(', ') || 'aucune'}`;
		});
		dit.replaceChildren(
			`Page filtrée\u00A0: ${compte(montrees, 'ligne montrée', 'lignes montrées')} sur ${entrees.length} (${choix.join('\u202F; ')}). `,
			tout,
			creer('span', { className: 'imprime', textContent: location.href }),
		);
	};
	const lireUrl = () => {
		const parametres = new URLSearchParams(location.search);
		for (const c of cases) c.checked = parametres.get(c.name)?.split(',').includes(c.value) ?? true;
		appliquer();
	};
	const choisir = () => {
		const parametres = new URLSearchParams(location.search);
		for (const champ of CHAMPS) parametres.delete(champ);
		for (const { champ, cochees } of filtres()) parametres.set(champ, cochees.map(({ value }) => value).join(','));
		const requete = parametres.size ? `?${parametres.toString().replaceAll('%2C', ',')}` : '';
		history.replaceState(null, '', `${location.pathname}${requete}${location.hash}`);
		appliquer();
	};
	const cocher = (garder: (c: HTMLInputElement) => boolean) => {
		for (const c of cases) c.checked = garder(c);
		choisir();
	};
	formulaire.addEventListener('change', choisir, { signal });
	formulaire.addEventListener(
		'click',
		(e) => {
			const bouton = (e.target as HTMLElement).closest<HTMLButtonElement>('button');
			const { seulement } = bouton?.dataset ?? {};
			if (seulement === 'tout') cocher(() => true);
			if (seulement === 'changements')
				cocher(({ checked, name, value }) => (name === 'nature' ? value !== 'identique' : checked));
		},
		{ signal },
	);
	formulaire.addEventListener('submit', (e) => e.preventDefault(), { signal });
	const panneau = formulaire.querySelector('details');
	panneau?.addEventListener(
		'keydown',
		(e) => {
			if (e.key !== 'Escape' || !panneau.open) return;
			panneau.open = false;
			panneau.querySelector('summary')?.focus();
		},
		{ signal },
	);
	window.addEventListener('popstate', lireUrl, { signal });
	lireUrl();
	avancer(formulaire, entrees, signal);
	suivreLaBarre(formulaire, signal);
	// The bar has appeared since the browser scrolled to the fragment of the URL: scroll again.
	const visee = entrees.find(({ id }) => id && id === location.hash.slice(1));
	if (visee && !visee.hidden) visee.scrollIntoView();
}

const creer = <B extends keyof HTMLElementTagNameMap>(balise: B, champs: Partial<HTMLElementTagNameMap[B]>) =>
	Object.assign(document.createElement(balise), champs);

/** Moves between visible changes with the buttons of the form (`data-pas`), or the keys n and p. */
function avancer(formulaire: HTMLElement, entrees: readonly HTMLElement[], signal?: AbortSignal): void {
	/** Last entry reached with n or p: the next step starts there even if a click has moved the focus. */
	let derniere: HTMLElement | undefined;
	const aller = (pas: number) => {
		const changements = entrees.filter((li) => !li.hidden && li.dataset.nature !== 'identique');
		if (!changements.length) return;
		const ici = entrees.find((li) => li.contains(document.activeElement)) ?? derniere;
		const rang = ici ? changements.indexOf(ici) : -1;
		const vise =
			rang === -1 ? (pas > 0 ? 0 : changements.length - 1) : (rang + pas + changements.length) % changements.length;
		derniere = changements[vise];
		derniere?.focus();
		// Centred, an entry taller than the screen of a phone would begin above it.
		const courte = (derniere?.offsetHeight ?? 0) < innerHeight / 2;
		derniere?.scrollIntoView({ block: courte ? 'center' : 'start' });
	};
	const touche = (e: KeyboardEvent) => {
		if (e.ctrlKey || e.metaKey || e.altKey || (e.target as HTMLElement).closest(SAISIE)) return;
		// WCAG 2.1.4: single-key shortcuts can be turned off, for speech input and unsteady hands.
		if (formulaire.querySelector('[name=touches]:not(:checked)')) return;
		if (e.key === 'n') aller(1);
		if (e.key === 'p') aller(-1);
	};
	formulaire.addEventListener(
		'click',
		(e) => {
			const pas = (e.target as HTMLElement).closest<HTMLButtonElement>('button')?.dataset.pas;
			if (pas) aller(Number(pas));
		},
		{ signal },
	);
	document.addEventListener('keydown', touche, { signal });
}

/** Publishes the height of the sticky bar to CSS (`--haut`), so that entries scrolled to stop below it. */
function suivreLaBarre(formulaire: HTMLElement, signal?: AbortSignal): void {
	const barre = formulaire.closest<HTMLElement>('[data-barre]');
	const section = barre?.closest('section');
	if (!barre || !section) return;
	const mesurer = () => section.style.setProperty('--haut', `${barre.offsetHeight + 8}px`);
	const observateur = new ResizeObserver(mesurer);
	observateur.observe(barre);
	signal?.addEventListener('abort', () => observateur.disconnect());
	mesurer();
}

/** Adds to each entry a link to it. A click also copies its address, without the filters that hide other entries. */
function poserLesLiens(entrees: readonly HTMLElement[], annonce: HTMLElement): void {
	for (const entree of entrees) {
		const { id, firstElementChild: etiquettes } = entree;
		if (!etiquettes || etiquettes.querySelector('.lien-entree')) continue;
		const lien = creer('a', { className: 'lien-entree', href: `#${id}`, textContent: 'Lien' });
		const [libelle, place] = ['.libelle', '.place'].map(
			(s) => entree.querySelector(`${s}:not(.parentes *, .candidats *)`)?.textContent ?? '',
		);
		lien.setAttribute('aria-label', `Lien vers cette ligne, à copier : ${libelle} (${place})`);
		lien.addEventListener('click', (e) => {
			if (e.ctrlKey || e.metaKey || e.shiftKey) return;
			// Following the link would fire `popstate`, on which the tools read the query again.
			e.preventDefault();
			history.replaceState(null, '', `#${id}`);
			entree.focus({ preventScroll: true });
			const adresse = new URL(location.href);
			for (const champ of CHAMPS) adresse.searchParams.delete(champ);
			adresse.hash = id;
			void copier(adresse.href.replaceAll('%2C', ','), annonce, 'L’adresse de cette ligne est copiée');
		});
		etiquettes.append(lien);
	}
}
