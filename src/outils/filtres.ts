import { compte } from '../domaine/vocabulaire.ts';
import { copier } from './download.ts';

const CHAMPS = ['nature', 'statut'] as const;
/** Fields in which letters are typed: there, single keys are no shortcuts. */
const SAISIE = 'input:not([type=checkbox], [type=radio], [type=button], [type=file]), select, textarea';

/**
 * Filters the entries of a comparison by nature and statut, keeps the choice in the query of the URL, and goes from
 * one visible change to the next with the buttons or the keys n and p.
 * @param signal ends the listening, where the comparison on the page gives way to another
 */
export function filtrer(document: Document, signal?: AbortSignal): void {
	const formulaire = document.querySelector<HTMLFormElement>('form[data-filtres]');
	const entrees = [...document.querySelectorAll<HTMLElement>('[data-entrees] > li')];
	const annonce = formulaire?.querySelector<HTMLElement>('[data-compte]');
	if (!formulaire || !annonce) return;
	formulaire.hidden = false;
	poserLesLiens(entrees, annonce);
	const cases = [...formulaire.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
	const groupe = (nom: string) => cases.filter((c) => c.name === nom);
	/** An entry left to check has no nature: only its statut filters it. */
	const visible = (li: HTMLElement) =>
		CHAMPS.every((champ) => {
			const valeur = li.dataset[champ];
			const case_ = groupe(champ).find((c) => c.value === valeur);
			return case_ ? case_.checked : true;
		});

	/** Says at the top of the page, and on paper, that entries are hidden. */
	const dire = (montrees: number) => {
		const dit = document.querySelector<HTMLElement>('[data-filtre-dit]');
		if (!dit) return;
		dit.hidden = montrees === entrees.length;
		const tout = creer('button', { type: 'button', textContent: 'Tout montrer' });
		tout.addEventListener('click', () => {
			for (const champ of CHAMPS) for (const case_ of groupe(champ)) case_.checked = true;
			choisir();
		});
		const choix = CHAMPS.flatMap((champ) => {
			const gardees = groupe(champ).filter((c) => c.checked);
			if (gardees.length === groupe(champ).length) return [];
			const noms = gardees.map((c) => c.closest('label')?.textContent?.trim().toLowerCase());
			return [`${champ}\u00A0: ${noms.join(', ') || 'aucune'}`];
		});
		dit.replaceChildren(
			`Page filtrée\u00A0: ${compte(montrees, 'ligne montrée', 'lignes montrées')} sur ${entrees.length} (${choix.join('\u202F; ')}). `,
			tout,
			creer('span', { className: 'imprime', textContent: location.href }),
		);
	};
	const appliquer = () => {
		for (const li of entrees) li.hidden = !visible(li);
		const montrees = entrees.filter((li) => !li.hidden).length;
		annonce.textContent =
			montrees === entrees.length
				? compte(entrees.length, 'ligne')
				: `${compte(montrees, 'ligne')} sur ${entrees.length}`;
		dire(montrees);
	};
	const lireUrl = () => {
		const parametres = new URLSearchParams(location.search);
		for (const champ of CHAMPS) {
			const choisies = parametres.get(champ)?.split(',');
			for (const case_ of groupe(champ)) case_.checked = choisies ? choisies.includes(case_.value) : true;
		}
	};
	const ecrireUrl = () => {
		const parametres = new URLSearchParams(location.search);
		for (const champ of CHAMPS) {
			parametres.delete(champ);
			const cochees = groupe(champ).filter((c) => c.checked);
			if (cochees.length < groupe(champ).length) parametres.set(champ, cochees.map((c) => c.value).join(','));
		}
		const requete = parametres.size ? `?${parametres.toString().replaceAll('%2C', ',')}` : '';
		history.replaceState(null, '', `${location.pathname}${requete}${location.hash}`);
	};
	const choisir = () => {
		ecrireUrl();
		appliquer();
	};
	/** Entry that the last step reached, remembered when a click moves the focus elsewhere. */
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
		// A long entry in the middle of a phone would begin above the screen.
		const courte = (derniere?.offsetHeight ?? 0) < innerHeight / 2;
		derniere?.scrollIntoView({ block: courte ? 'center' : 'start' });
	};

	formulaire.addEventListener('change', choisir, { signal });
	formulaire.addEventListener(
		'click',
		(e) => {
			const bouton = (e.target as HTMLElement).closest<HTMLButtonElement>('button');
			if (bouton?.dataset.pas) aller(Number(bouton.dataset.pas));
			const { seulement } = bouton?.dataset ?? {};
			if (!seulement) return;
			for (const case_ of groupe('nature')) case_.checked = seulement === 'tout' || case_.value !== 'identique';
			choisir();
		},
		{ signal },
	);
	formulaire.addEventListener('submit', (e) => e.preventDefault(), { signal });
	const touche = (e: KeyboardEvent) => {
		if (e.ctrlKey || e.metaKey || e.altKey || (e.target as HTMLElement).closest(SAISIE)) return;
		// WCAG 2.1.4: single-key shortcuts can be turned off, for speech input and unsteady hands.
		if (formulaire.querySelector('[name=touches]:not(:checked)')) return;
		if (e.key === 'n') aller(1);
		if (e.key === 'p') aller(-1);
	};
	const revenir = () => {
		lireUrl();
		appliquer();
	};
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
	document.addEventListener('keydown', touche, { signal });
	window.addEventListener('popstate', revenir, { signal });
	lireUrl();
	appliquer();
	suivreLaBarre(formulaire, signal);
	// The bar has grown since the browser went to what the address names.
	const visee = entrees.find(({ id }) => id && id === location.hash.slice(1));
	if (visee && !visee.hidden) visee.scrollIntoView();
}

const creer = <B extends keyof HTMLElementTagNameMap>(balise: B, champs: Partial<HTMLElementTagNameMap[B]>) =>
	Object.assign(document.createElement(balise), champs);

/** The bar in view is as tall as its lines: what a link or a key reaches stops below it. */
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

/** Beside each entry, a link to it, which is also copied: without what hides other entries. */
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
			// The browser would take the step for a change of the query, which tools read again.
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
