import type { Comparaison } from '../../../src/domaine/comparaison/comparaison.ts';
import { etats, SANS_LIGNEE } from '../../../src/domaine/etat.ts';
import type { Relations } from '../../../src/domaine/exports/mentions.ts';
import type { Prose } from '../../../src/domaine/prose.ts';
import { numeroter, type Version } from '../../../src/domaine/version.ts';
import type { Lignee } from '../../../src/schemas/lignee.ts';

/**
 * A lineage of three versions, two with their text and one of which only facts are known, with texts that break an
 * export without escaping.
 */

export const PIEGE = 'Écrire « </script><b>&amp; » ; dire "oui" – [lien](x) *fort*';
export const FORMULE = '=CMD("calc")';

const commun = {
	nsf: [{ valeur: '326 u', source: 'fiche' }],
	rome: [{ valeur: 'M1801', libelle: 'Administration', source: 'fiche' }],
	codes: [{ type: 'RNCP' as const, valeur: 'RNCP100', source: 'rncp', note: 'première fiche' }],
	remarques: [],
	regles: {},
	reparations: [],
	attributions: [],
	transversales: [],
	aucune: [],
	etat: SANS_LIGNEE,
	lignee: 'exemple',
	sources: {
		fiche: { intitule: 'Fiche du titre', nature: 'officielle' as const, document: 'fiche.txt' },
		rncp: { intitule: 'Extrait du RNCP', nature: 'publique' as const, url: 'https://exemple.fr/rncp' },
	},
};

const ancienne: Version = {
	...commun,
	id: 'abc-2001',
	sigle: 'ABC',
	annee: '2001',
	intitule: 'AGENT DE BUREAU & CONSEIL',
	usuel: 'Agent de bureau & conseil',
	detenue: true,
	profondeur: 'texte',
	niveau: { valeur: 'III', source: 'fiche' },
	debut: { valeur: '2001-02-03', source: 'fiche', note: 'publication' },
	ajouteeLe: '2026-01-10',
	changements: [{ le: '2026-03-04', objet: 'Une puce perdue a été rendue.' }],
	regles: { experienceVae: { ans: 3, phrase: 'Trois ans sont demandés.', source: 'fiche' } },
	reparations: [{ ligne: 12, avant: 'exem ple', apres: 'exemple', motif: 'mot coupé' }],
	blocs: numeroter('abc-2001', [
		{ type: 'ccp', intitule: 'RECEVOIR', usuel: 'Recevoir', competences: ['Accueillir.', PIEGE, FORMULE] },
		{ type: 'ccp', intitule: 'Classer', competences: ['Ranger.'] },
		{ type: 'ccs', intitule: 'Traduire', competences: ['Traduire une lettre.'] },
	]),
};

const recente: Version = {
	...commun,
	id: 'abd-2010',
	sigle: 'ABD',
	annee: '2010',
	intitule: 'Agent de bureau et de documentation',
	usuel: 'Agent de bureau et de documentation',
	detenue: true,
	profondeur: 'texte',
	debut: { valeur: '2010-05-06', source: 'fiche' },
	fin: { valeur: '2020-05-06', source: 'fiche' },
	ajouteeLe: '2026-02-11',
	blocs: numeroter('abd-2010', [
		{ type: 'ccp', intitule: 'Accueillir le public', competences: ['Accueillir', 'Conseiller.', 'Informer.'] },
		{ type: 'ccp', intitule: 'Documenter', competences: ['Indexer.'] },
	]),
};

const connue: Version = {
	...commun,
	id: 'abe-2020',
	sigle: 'ABE',
	annee: '2020',
	intitule: 'Agent de bureau étendu',
	usuel: 'Agent de bureau étendu',
	detenue: false,
	profondeur: 'faits',
	nsf: [],
	rome: [],
	codes: [],
	debut: { valeur: '2020-05-06', source: 'page' },
	fin: { valeur: '2030-05-06', source: 'page' },
	sources: {
		page: { intitule: 'Une page lue', nature: 'secondaire' },
		autre: { intitule: 'Un texte qui ne parle que d’une autre version', nature: 'officielle' },
	},
	blocs: numeroter('abe-2020', [{ type: 'ccp', intitule: 'Étendre', source: 'page' }], 'secondaire', {}),
};

export const lignee: Lignee & { id: string } = {
	id: 'exemple',
	titre: 'Agents de bureau',
	resume: 'Trois états d’un titre.',
	etatAu: '2026-04-01',
	sources: { arrete: { intitule: 'Arrêté du 6 mai 2010', nature: 'officielle', reproduction: 'integrale' } },
	versions: [{ id: 'abc-2001' }, { id: 'abd-2010' }, { id: 'abe-2020' }],
	successions: [
		{ de: 'abc-2001', vers: 'abd-2010', nature: 'officielle', source: 'arrete', motif: 'Le même arrêté, modifié.' },
		{ de: 'abd-2010', vers: 'abe-2020', nature: 'editoriale', motif: 'Les emplois se ressemblent.' },
	],
};

const calcules = etats([ancienne, recente, connue], lignee.successions, lignee.etatAu, lignee.sources);
export const versions: [Version, Version, Version] = [ancienne, recente, connue].map((v) => ({
	...v,
	etat: calcules.get(v.id) ?? SANS_LIGNEE,
})) as [Version, Version, Version];
export const parId = new Map(versions.map((v) => [v.id, v]));

export const prose: Prose = {
	avant: [{ titre: '', paragraphes: ['Le titre d’ABC comprend deux CCP.'] }],
	apres: [{ titre: 'MODALITÉS', paragraphes: ['MODALITÉS', 'Trois ans sont demandés.'] }],
	notes: { titre: 'Notes du document', paragraphes: ['Arrêté du 3 février 2001.'] },
};
export const corps = `Le titre d’ABC comprend deux CCP[^1].

<!-- blocs -->

## MODALITÉS

Trois ans sont demandés.

[^1]: Arrêté du 3 février 2001.
`;

const arrete = 'Arrêté du 6 mai 2010, article 3';
export const comparaison: Comparaison = {
	de: 'abc-2001',
	vers: 'abd-2010',
	blocs: [
		{ de: ['abc-2001/ccp-1'], vers: ['abd-2010/ccp-1', 'abd-2010/ccp-2'], statut: 'officielle', source: arrete },
		{ de: ['abc-2001/ccp-2'], vers: [], statut: 'officielle', source: arrete },
	],
	competences: [
		{
			nature: 'identique',
			de: ['abc-2001/ccp-1/c1'],
			vers: ['abd-2010/ccp-1/c1'],
			deplacee: false,
			statut: 'relue',
			score: null,
			motif: 'Même libellé.',
			candidats: [],
		},
		{
			nature: 'scindee',
			de: ['abc-2001/ccp-1/c2'],
			vers: ['abd-2010/ccp-1/c2', 'abd-2010/ccp-1/c3'],
			deplacee: false,
			statut: 'proposee',
			score: 0.81,
			motif: null,
			candidats: [],
		},
		{
			nature: 'sans-suite',
			de: ['abc-2001/ccp-1/c3'],
			vers: [],
			deplacee: null,
			statut: 'relue',
			score: null,
			motif: 'L’outil a disparu.',
			candidats: [],
		},
		{
			nature: null,
			de: ['abc-2001/ccp-2/c1'],
			vers: ['abd-2010/ccp-2/c1'],
			deplacee: null,
			statut: 'a-verifier',
			score: 0.4,
			motif: null,
			candidats: [],
		},
		{
			nature: 'sans-suite',
			de: ['abc-2001/ccs-1/c1'],
			vers: [],
			deplacee: null,
			statut: 'proposee',
			score: 0.1,
			motif: null,
			candidats: [],
		},
	],
	parentes: [],
};

export const RACINE = 'https://lignee.example/sous';

/** Relations of a version with the next ones, as exports take them. */
export const relations = (id: string): Relations => ({
	comparaisons: id === 'abc-2001' ? [{ de: versions[0], vers: versions[1], comparaison }] : [],
	successions: lignee.successions.filter(({ de }) => de === id),
});
