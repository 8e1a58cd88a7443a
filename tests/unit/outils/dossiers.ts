import type { LienBlocs } from '../../../src/domaine/comparaison/comparaison.ts';
import type { Dossier } from '../../../src/domaine/outils/dossier.ts';
import { numeroter } from '../../../src/domaine/version.ts';
import type { TypeBloc } from '../../../src/schemas/bloc.ts';

/** A bloc of a fixture: its title (« CCS … » makes a CCS), then its labels. */
type BlocBref = readonly [intitule: string, ...libelles: string[]];

/** A minimal dossier. @param faits fields to override */
export function dossier(id: string, blocs: readonly BlocBref[], faits: Partial<Dossier> = {}): Dossier {
	const [sigle = '', annee = ''] = id.toUpperCase().split('-');
	return {
		id,
		sigle,
		annee,
		intitule: id,
		usuel: id,
		detenue: blocs.some(([, ...libelles]) => libelles.length > 0),
		profondeur: blocs.some(([, ...libelles]) => libelles.length > 0) ? 'texte' : 'faits',
		transversales: [],
		aucune: [],
		etat: { cle: 'inconnu', aVerifier: false, suites: [], enVigueur: [] },
		sources: { fiche: { intitule: 'Fiche du titre', nature: 'officielle' } },
		nsf: [],
		rome: [],
		codes: [],
		remarques: [],
		regles: {},
		blocs: numeroter(
			id,
			blocs.map(([intitule, ...competences]) => ({
				type: (intitule.startsWith('CCS') ? 'ccs' : 'ccp') as TypeBloc,
				intitule,
				competences,
			})),
		),
		textes: [],
		successions: [],
		...faits,
	};
}

/** Dossiers by id. */
export const ensemble = (...dossiers: Dossier[]): Map<string, Dossier> => new Map(dossiers.map((d) => [d.id, d]));

/** One line of an arrêté, by the ids of its blocs without their version. */
export const lien = (de: string, vers: string, ...[anciens, nouveaux]: [string[], string[]]): LienBlocs => ({
	de: anciens.map((b) => `${de}/${b}`),
	vers: nouveaux.map((b) => `${vers}/${b}`),
	statut: 'officielle',
	source: `arrêté de ${vers}, art. 3 bis`,
});

/** TSSI 2003 to 2008, from article 3 bis of the arrêté SOCF0311064A: one bloc gives two, the last one « Néant ». */
export const TSSI_2008 = [
	lien('tssi-2003', 'tssi-2008', ['ccp-1'], ['ccp-1']),
	lien('tssi-2003', 'tssi-2008', ['ccp-2'], ['ccp-2', 'ccp-3']),
	lien('tssi-2003', 'tssi-2008', ['ccp-3'], []),
];

/** The rule « five years from the first CCP ». */
export const CINQ_ANS: Dossier['regles'] = {
	validiteCcp: { regime: 'duree', ans: 5, phrase: 'cinq ans, à partir du premier CCP', source: 'fiche' },
};
