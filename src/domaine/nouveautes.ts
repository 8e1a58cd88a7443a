import type { Importation, SorteChangement } from '../schemas/importation.ts';
import type { Succession } from '../schemas/lignee.ts';
import { compte } from './vocabulaire.ts';

type Passage = Importation & { id: string };

/** One change made by an export. `connue`: the version has a page. */
interface Nouveaute {
	id: string;
	fiche: string;
	objet: string;
	connue: boolean;
	/** Ids of the versions that it succeeds and with which it has a comparison page. */
	avant: string[];
}

/** Changes of one RNCP export, grouped by kind. */
type Nouvelles = { passage: Passage; groupes: { sorte: SorteChangement; liste: Nouveaute[] }[] };

/** Heading of each kind, in the order of display. */
export const SORTES: Record<SorteChangement, string> = {
	terminee: 'Fiches closes',
	'blocs-reformules': 'Blocs reformulés',
	revisee: 'Faits révisés',
	ajoutee: 'Fiches entrées au catalogue',
};

interface Contexte {
	importations: readonly Passage[];
	successions: readonly Pick<Succession, 'de' | 'vers'>[];
	connue: (version: string) => boolean;
	comparable: (de: string, vers: string) => boolean;
}

/** Exports that changed something, latest first. */
export function nouvelles({ importations, successions, connue, comparable }: Contexte): Nouvelles[] {
	const avant = Map.groupBy(successions, ({ vers }) => vers);
	const enNouveaute = ({ id, fiche, objet }: Passage['versions'][number]): Nouveaute => ({
		id,
		fiche,
		objet,
		connue: connue(id),
		avant: (avant.get(id) ?? []).map(({ de }) => de).filter((de) => comparable(de, id)),
	});
	return importations
		.filter(({ versions }) => versions.length > 0)
		.toReversed()
		.map((passage) => {
			const parSorte = Map.groupBy(passage.versions, ({ sorte }) => sorte);
			return {
				passage,
				groupes: (Object.keys(SORTES) as SorteChangement[])
					.filter((sorte) => parSorte.has(sorte))
					.map((sorte) => ({ sorte, liste: (parSorte.get(sorte) ?? []).map(enNouveaute) })),
			};
		});
}

/** « 330 fiches lues : 2 ajoutées, 1 changée, 1 refusée. » */
export function direCompte({ compte: nombres }: Pick<Importation, 'compte'>): string {
	const { ajoutees, inchangees, changees, terminees, refusees } = nombres;
	const parts = [
		ajoutees && compte(ajoutees, 'ajoutée'),
		changees && compte(changees, 'changée'),
		terminees && compte(terminees, 'close'),
		inchangees && compte(inchangees, 'inchangée'),
		refusees && compte(refusees, 'refusée'),
	].filter(Boolean);
	const total = ajoutees + inchangees + changees + terminees + refusees;
	return `${compte(total, 'fiche lue', 'fiches lues')}${parts.length ? `\u00A0: ${parts.join(', ')}` : ''}.`;
}
