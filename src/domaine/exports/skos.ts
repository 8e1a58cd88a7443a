import { adresse } from '../adresse.ts';
import type { Entree, LienBlocs } from '../comparaison/comparaison.ts';
import { CERTITUDES } from '../fait.ts';
import { direProfondeur } from '../profondeur.ts';
import { statutEnClair } from '../statut.ts';
import { type Bloc, nomVersion, type Version } from '../version.ts';
import { STATUTS, SUCCESSIONS } from '../vocabulaire.ts';
import { donnees } from './adresse-donnees.ts';
import { EDITEUR, LICENCE } from './licence.ts';
import { modifieeLe } from './modification.ts';
import type { ComparaisonPlacee, Relations } from './relation.ts';
import { sourcesCitees } from './source-citee.ts';

/** A node of JSON-LD. Every one has an IRI: there is no blank node, so two builds write the same graph. */
export type NoeudSkos = { '@id': string; '@type': string } & Record<string, unknown>;

export interface GrapheSkos {
	'@context': Record<string, unknown>;
	'@graph': NoeudSkos[];
}

const iri = { '@type': '@id' } as const;
const jour = { '@type': 'xsd:date' } as const;
const francais = { '@language': 'fr' } as const;

/** The whole context stands in the file: nothing is fetched to read it. */
const contexte = (racine: string) => ({
	skos: 'http://www.w3.org/2004/02/skos/core#',
	xkos: 'http://rdf-vocabulary.ddialliance.org/xkos#',
	dct: 'http://purl.org/dc/terms/',
	xsd: 'http://www.w3.org/2001/XMLSchema#',
	lignee: `${racine}/donnees/#`,
	prefLabel: { '@id': 'skos:prefLabel', ...francais },
	altLabel: { '@id': 'skos:altLabel', ...francais },
	note: { '@id': 'skos:note', ...francais },
	editorialNote: { '@id': 'skos:editorialNote', ...francais },
	title: { '@id': 'dct:title', ...francais },
	source: { '@id': 'dct:source', ...francais },
	publisher: { '@id': 'dct:publisher', ...francais },
	notation: 'skos:notation',
	inScheme: { '@id': 'skos:inScheme', ...iri },
	hasTopConcept: { '@id': 'skos:hasTopConcept', ...iri },
	topConceptOf: { '@id': 'skos:topConceptOf', ...iri },
	broader: { '@id': 'skos:broader', ...iri },
	narrower: { '@id': 'skos:narrower', ...iri },
	license: { '@id': 'dct:license', ...iri },
	isReplacedBy: { '@id': 'dct:isReplacedBy', ...iri },
	relation: { '@id': 'dct:relation', ...iri },
	modified: { '@id': 'dct:modified', ...jour },
	compares: { '@id': 'xkos:compares', ...iri },
	madeOf: { '@id': 'xkos:madeOf', ...iri },
	sourceConcept: { '@id': 'xkos:sourceConcept', ...iri },
	targetConcept: { '@id': 'xkos:targetConcept', ...iri },
	nature: 'lignee:nature',
	statut: 'lignee:statut',
});

/**
 * `/donnees/skos/<version>.jsonld`: one version as a SKOS concept scheme, with what became of it in later versions as
 * XKOS correspondences: one for what a text of law says, one for an editor's readings, one for what a machine proposes.
 * What has statut `a-verifier` claims nothing and stands in none.
 * @param racine address of the site, without a final slash
 */
export function publierSkos(
	version: Version,
	{ comparaisons, successions }: Relations,
	parId: ReadonlyMap<string, Version>,
	racine: string,
): GrapheSkos {
	const suites = (officielles: boolean) =>
		successions.filter(({ nature }) => (nature === 'officielle') === officielles);
	const remplacantes = suites(true).map(({ vers }) => page(vers, racine));
	const parentes = suites(false);
	const modifiee = modifieeLe(version);
	return {
		'@context': contexte(racine),
		'@graph': [
			{
				'@id': page(version.id, racine),
				'@type': 'skos:ConceptScheme',
				title: `${nomVersion(version)}, ${version.usuel}`,
				prefLabel: version.intitule,
				notation: version.id,
				...(version.blocs.length && { hasTopConcept: version.blocs.map(({ id }) => page(id, racine)) }),
				source: Object.values(sourcesCitees(version)).map(({ intitule }) => intitule),
				note: [statutEnClair(version, parId), ...[direProfondeur(version) ?? []].flat()],
				...(remplacantes.length && { isReplacedBy: remplacantes }),
				...(parentes.length && {
					relation: parentes.map(({ vers }) => page(vers, racine)),
					editorialNote: parentes.map(({ vers, nature, motif }) => `${vers} : ${SUCCESSIONS[nature]}. ${motif}`),
				}),
				publisher: EDITEUR,
				license: LICENCE.url,
				...(modifiee && { modified: modifiee }),
			},
			...version.blocs.flatMap((bloc) => concepts(bloc, version, racine)),
			...comparaisons.flatMap((placee) => correspondances(placee, racine)),
		],
	};
}

const page = (id: string, racine: string): string => racine + adresse.titre(id);

function concepts(bloc: Bloc, version: Version, racine: string): NoeudSkos[] {
	const schema = page(version.id, racine);
	const iriBloc = page(bloc.id, racine);
	return [
		{
			'@id': iriBloc,
			'@type': 'skos:Concept',
			prefLabel: bloc.intitule,
			...(bloc.usuel !== bloc.intitule && { altLabel: bloc.usuel }),
			notation: bloc.id,
			inScheme: schema,
			topConceptOf: schema,
			...reserve(bloc),
			...(bloc.competences.length && { narrower: bloc.competences.map(({ id }) => page(id, racine)) }),
		},
		...bloc.competences.map(({ id, libelle }) => ({
			'@id': page(id, racine),
			'@type': 'skos:Concept',
			prefLabel: libelle,
			notation: id,
			inScheme: schema,
			broader: iriBloc,
			...reserve(bloc),
		})),
	];
}

/** What must be known of words that only a secondary source gives. */
const reserve = ({ certitude }: Bloc) => (certitude === 'secondaire' ? { note: CERTITUDES.secondaire } : {});

type Genre = 'officielle' | 'relue' | 'proposee';

const GENRES: Record<Genre, string> = {
	officielle: 'Correspondance officielle des blocs',
	relue: 'Lecture éditoriale des compétences, sans valeur officielle',
	proposee: 'Rapprochement automatique des compétences, sans valeur officielle',
};

function correspondances({ de, vers, comparaison }: ComparaisonPlacee, racine: string): NoeudSkos[] {
	const socle = `${racine}${donnees.skos(de.id)}#${vers.id}`;
	const affirmees = comparaison.competences.filter(({ nature }) => nature !== null);
	const parGenre: Record<Genre, (LienBlocs | Entree)[]> = {
		officielle: comparaison.blocs,
		relue: affirmees.filter(({ statut }) => statut === 'relue'),
		proposee: affirmees.filter(({ statut }) => statut === 'proposee'),
	};
	return (Object.keys(GENRES) as Genre[]).flatMap((genre) => {
		const liens = parGenre[genre];
		if (!liens.length) return [];
		const associations = liens.map((lien) => association(lien, `${socle}-${genre}`, racine));
		return [
			{
				'@id': `${socle}-${genre}`,
				'@type': 'xkos:Correspondence',
				prefLabel: `${GENRES[genre]}, de ${nomVersion(de)} à ${nomVersion(vers)}`,
				note: STATUTS[genre].sens,
				statut: genre,
				compares: [page(de.id, racine), page(vers.id, racine)],
				madeOf: associations.map((a) => a['@id']),
			},
			...associations,
		];
	});
}

function association(lien: LienBlocs | Entree, correspondance: string, racine: string): NoeudSkos {
	const dit = 'source' in lien ? { source: lien.source } : { nature: lien.nature, ...motif(lien) };
	return {
		'@id': `${correspondance}-${nommer(lien)}`,
		'@type': 'xkos:ConceptAssociation',
		...(lien.de.length && { sourceConcept: lien.de.map((id) => page(id, racine)) }),
		...(lien.vers.length && { targetConcept: lien.vers.map((id) => page(id, racine)) }),
		statut: lien.statut,
		...dit,
	};
}

/**
 * A competence is in one entry only: its id names the entry, and outlives a new reading of the others. A bloc may be
 * in several links of a text of law: it takes all of them to name one.
 */
const nommer = (lien: LienBlocs | Entree): string => {
	const ids = 'source' in lien ? [...lien.de, ...lien.vers] : [lien.de[0] ?? lien.vers[0] ?? ''];
	return ids.map((id) => id.replaceAll('/', '-')).join('--');
};

const motif = ({ motif: texte }: Entree) => (texte ? { editorialNote: texte } : {});
