import type { Importation, SorteChangement } from '../schemas/importation.ts';
import type { Succession } from '../schemas/lignee.ts';
import { compte } from './vocabulaire.ts';

type Passage = Importation & { id: string };

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

/** RNCP exports that changed something, latest first, with their changes by kind. */
export function nouvelles({ importations, successions, connue, comparable }: Contexte) {
	const avant = Map.groupBy(successions, ({ vers }) => vers);
	const enNouveaute = ({ id, fiche, objet }: Passage['versions'][number]) => ({
		id,
		fiche,
		objet,
		/** Whether the version has a page. */
		connue: connue(id),
		/** Ids of the versions that it succeeds and with which it has a comparison page. */
		avant: (avant.get(id) ?? []).map(({ de }) => de).filter((de) => comparable(de, id)),
	});
	return importations
		.filter(({ versions }) => versions.length > 0)
		.toReversed()
		.map((passage) => ({
			passage,
			groupes: (Object.keys(SORTES) as SorteChangement[])
				.map((sorte) => ({ sorte, liste: passage.versions.filter((v) => v.sorte === sorte).map(enNouveaute) }))
				.filter(({ liste }) => liste.length > 0),
		}));
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
