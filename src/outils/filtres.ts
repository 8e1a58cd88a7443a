import { compte } from '../domaine/vocabulaire.ts';

const CHAMPS = ['nature', 'statut'] as const;

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
	const cases = [...formulaire.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
	const groupe = (nom: string) => cases.filter((c) => c.name === nom);
	/** What is still to check has no nature: it follows its statut alone. */
	const visible = (li: HTMLElement) =>
		CHAMPS.every((champ) => {
			const valeur = li.dataset[champ];
			const case_ = groupe(champ).find((c) => c.value === valeur);
			return case_ ? case_.checked : true;
		});

	const appliquer = () => {
		for (const li of entrees) li.hidden = !visible(li);
		const montrees = entrees.filter((li) => !li.hidden).length;
		annonce.textContent =
			montrees === entrees.length
				? `${compte(entrees.length, 'correspondance')}, toutes montrées.`
				: `${compte(montrees, 'correspondance')} sur ${entrees.length}.`;
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
	const aller = (pas: number) => {
		const changements = entrees.filter((li) => !li.hidden && li.dataset.nature !== 'identique');
		if (!changements.length) return;
		const ici = changements.findIndex((li) => li === document.activeElement || li.contains(document.activeElement));
		const vise =
			ici === -1 ? (pas > 0 ? 0 : changements.length - 1) : (ici + pas + changements.length) % changements.length;
		changements[vise]?.focus();
		changements[vise]?.scrollIntoView({ block: 'center' });
	};

	formulaire.addEventListener('change', () => {
		ecrireUrl();
		appliquer();
	});
	formulaire.addEventListener('submit', (e) => e.preventDefault());
	for (const bouton of formulaire.querySelectorAll<HTMLButtonElement>('[data-pas]'))
		bouton.addEventListener('click', () => aller(Number(bouton.dataset.pas)));
	const touche = (e: KeyboardEvent) => {
		if (e.ctrlKey || e.metaKey || e.altKey || (e.target as HTMLElement).closest('input, select, textarea')) return;
		// Who dictates or types by accident can turn single keys off (WCAG 2.1.4).
		if (formulaire.querySelector('[name=touches]:not(:checked)')) return;
		if (e.key === 'n') aller(1);
		if (e.key === 'p') aller(-1);
	};
	const revenir = () => {
		lireUrl();
		appliquer();
	};
	document.addEventListener('keydown', touche, { signal });
	window.addEventListener('popstate', revenir, { signal });
	lireUrl();
	appliquer();
}
