import { render } from 'preact';
import { lien } from '../adresse.ts';
import { genreDe } from '../domaine/identifiant.ts';
import { classer, MOTS_LUS, SIGNES_LUS } from '../domaine/recherche/chercher.ts';
import { motsDe } from '../domaine/recherche/mots.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { CompetencesTrouvees, type Trouvee } from '../vues/choix.tsx';
import { exiger, relais } from './navigateur.ts';
import { interroger } from './pagefind.ts';

const ATTENTE = 200;
const MAXIMUM = 20;

/**
 * Wires the field that searches competences, and the checkboxes of its results.
 * @param cochees returns the ids that are ticked now
 * @param cocher called when checkboxes are ticked or unticked
 * @returns a function that renders the checkboxes again after a change of state
 */
export function brancherCompetencesTrouvees(
	racine: HTMLElement,
	cochees: () => ReadonlySet<string>,
	cocher: (ids: readonly string[], pratiquees: boolean) => void,
): () => void {
	const champ = exiger<HTMLInputElement>(racine, 'input[type=search]');
	const annonce = exiger(racine, '[role=status]');
	const tour = relais();
	let attente: ReturnType<typeof setTimeout> | undefined;
	let trouvees: Trouvee[] = [];

	const dessiner = () =>
		render(
			<CompetencesTrouvees trouvees={trouvees} cochees={cochees()} cocher={cocher} />,
			exiger(racine, '[data-trouvees]'),
		);
	const montrer = (nouvelles: Trouvee[], dit: Parameters<typeof render>[0]) => {
		trouvees = nouvelles;
		dessiner();
		render(dit, annonce);
	};
	const chercher = async () => {
		const signal = tour();
		if (!champ.value.trim()) return montrer([], null);
		render('Recherche en cours…', annonce);
		try {
			const { liste, total } = await lister(champ.value);
			if (!signal.aborted) montrer(liste, dire(liste.length, total));
		} catch {
			if (signal.aborted) return;
			montrer(
				[],
				<>
					La recherche n’a pas pu se charger. Choisissez un titre ci-dessus, ou voyez{' '}
					<a href={lien('/competences/')}>toutes les compétences</a>.
				</>,
			);
		}
	};
	champ.addEventListener('input', () => {
		clearTimeout(attente);
		attente = setTimeout(() => void chercher(), ATTENTE);
	});
	return dessiner;
}

const dire = (montrees: number, total: number): string => {
	if (!total) return 'Aucune compétence ne répond à cette recherche.';
	return total > montrees
		? `${compte(total, 'compétence')} ; les ${montrees} premières sont montrées.`
		: `${compte(total, 'compétence')}.`;
};

/**
 * Searches competences with the index of the search page, so that the labels of the whole catalogue are never loaded.
 * @returns the first results, and how many there are in all
 */
async function lister(saisie: string): Promise<{ liste: Trouvee[]; total: number }> {
	const mots = motsDe(saisie.slice(0, SIGNES_LUS)).slice(0, MOTS_LUS);
	if (!mots.length) return { liste: [], total: 0 };
	const candidats = await interroger(mots.join(' '), { genre: 'Compétences' });
	const lues = await Promise.all(candidats.slice(0, MAXIMUM).map((c) => c.lire()));
	const notices = classer(lues, mots);
	const prefixe = lien('/titres/');
	const liste = notices.flatMap(({ url, libelle, situation }) => {
		const id = url.startsWith(prefixe) ? url.slice(prefixe.length).replace(/\/$/, '') : '';
		return genreDe(id) === 'competence' ? [{ id, libelle, situation }] : [];
	});
	// If none of the first results has all the words, no result ranked after them has either.
	return { liste, total: liste.length ? candidats.length - (lues.length - notices.length) : 0 };
}
