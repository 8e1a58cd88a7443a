import { nature, portee, statut } from '../../schemas/correspondance.ts';
import { adresse, donnees } from '../adresse.ts';
import type { Entree, LienBlocs, Parente } from '../comparaison/comparaison.ts';
import { etatEnClair, remplacantes } from '../etat.ts';
import { CERTITUDES } from '../fait.ts';
import { direProfondeur } from '../profondeur.ts';
import { avecArticle } from '../texte/phrase.ts';
import { type Bloc, nomVersion, type Transversale, titreVersion, type Version } from '../version.ts';
import { STATUTS, SUCCESSIONS } from '../vocabulaire.ts';
import { type ComparaisonPlacee, EDITEUR, LICENCE, modifieeLe, type Relations, sourcesCitees } from './mentions.ts';

/** A JSON-LD node. All have an IRI: without blank nodes, two builds write the same graph. */
type NoeudSkos = { '@id': string; '@type': string } & Record<string, unknown>;

export type GrapheSkos = { '@context': Record<string, unknown>; '@graph': NoeudSkos[] };

const iri = { '@type': '@id' } as const;
const francais = { '@language': 'fr' } as const;

/** Context entries for the terms of one vocabulary that share a type. */
const termes = (vocabulaire: string, genre: object, ...noms: string[]) =>
	Object.fromEntries(noms.map((nom) => [nom, { '@id': `${vocabulaire}:${nom}`, ...genre }]));

/** The whole context is in the file, so that no request is needed to read it. */
const contexte = (racine: string) => ({
	skos: 'http://www.w3.org/2004/02/skos/core#',
	xkos: 'http://rdf-vocabulary.ddialliance.org/xkos#',
	dct: 'http://purl.org/dc/terms/',
	xsd: 'http://www.w3.org/2001/XMLSchema#',
	lignee: `${racine}/donnees/#`,
	...termes('skos', francais, 'prefLabel', 'altLabel', 'note', 'editorialNote'),
	...termes('dct', francais, 'title', 'source', 'publisher'),
	notation: 'skos:notation',
	...termes('skos', iri, 'inScheme', 'hasTopConcept', 'topConceptOf', 'broader', 'narrower'),
	...termes('dct', iri, 'license', 'isReplacedBy', 'relation'),
	...termes('dct', { '@type': 'xsd:date' }, 'modified'),
	...termes('xkos', iri, 'compares', 'madeOf'),
	...termes('skos', iri, 'exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch'),
	...termes('xkos', iri, 'sourceConcept', 'targetConcept'),
	nature: 'lignee:nature',
	portee: 'lignee:portee',
	...termes('lignee', iri, 'match'),
	statut: 'lignee:statut',
});

/**
 * `/donnees/skos/<version>.jsonld`: one version as a SKOS concept scheme, with its links to later versions as XKOS
 * correspondences. These are grouped by origin: official texts, editor's readings, automatic proposals; parentés are
 * kept apart. Each association gives its SKOS match, read from the older concept to the newer one; matches read by an
 * editor are also on the older concept. Links with statut `a-verifier` claim nothing and are left out.
 * @param racine address of the site, without a final slash
 */
export function publierSkos(
	version: Version,
	{ comparaisons, successions }: Relations,
	parId: ReadonlyMap<string, Version>,
	racine: string,
): GrapheSkos {
	const remplacee = remplacantes(version.etat, parId);
	const autres = successions.filter(({ vers }) => !remplacee.includes(vers));
	const modifiee = modifieeLe(version);
	const sommets = [...version.blocs, ...version.transversales];
	return {
		'@context': contexte(racine),
		'@graph': [
			{
				'@id': page(version.id, racine),
				'@type': 'skos:ConceptScheme',
				title: titreVersion(version),
				prefLabel: version.intitule,
				notation: version.id,
				...(sommets.length && { hasTopConcept: sommets.map(({ id }) => page(id, racine)) }),
				source: Object.values(sourcesCitees(version)).map(({ intitule }) => intitule),
				note: [etatEnClair(version, parId), ...[direProfondeur(version) ?? []].flat()],
				...(remplacee.length && { isReplacedBy: remplacee.map((id) => page(id, racine)) }),
				...(autres.length && {
					relation: autres.map(({ vers }) => page(vers, racine)),
					editorialNote: autres.map(({ vers, nature, motif }) => `${vers} : ${SUCCESSIONS[nature]}. ${motif}`),
				}),
				publisher: EDITEUR,
				license: LICENCE.url,
				...(modifiee && { modified: modifiee }),
			},
			...version.blocs.flatMap((bloc) => concepts(bloc, version, matchs(comparaisons, racine), racine)),
			...version.transversales.map((t) => transversale(t, version, racine)),
			...comparaisons.flatMap((placee) => correspondances(placee, racine)),
		],
	};
}

const page = (id: string, racine: string): string => racine + adresse.element(id);

function concepts(bloc: Bloc, version: Version, lus: Matchs, racine: string): NoeudSkos[] {
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
			...lus.get(id),
		})),
	];
}

/** A transversal competence belongs to no bloc. */
const transversale = (competence: Transversale, version: Version, racine: string): NoeudSkos => ({
	'@id': page(competence.id, racine),
	'@type': 'skos:Concept',
	prefLabel: competence.libelle,
	notation: competence.id,
	inScheme: page(version.id, racine),
	topConceptOf: page(version.id, racine),
	note: ['Compétence transversale, hors des blocs', ...[reserve(competence).note ?? []].flat()],
});

/** Caveat on labels that only a secondary source gives. */
const reserve = ({ certitude }: Pick<Bloc, 'certitude'>): { note?: string } =>
	certitude === 'secondaire' ? { note: CERTITUDES.secondaire } : {};

type Match = 'exactMatch' | 'closeMatch' | 'broadMatch' | 'narrowMatch' | 'relatedMatch';

/** `incluse`: the newer competence asks that and more, so it is the broader one. */
const MATCH_DE_PORTEE: Record<Parente['portee'], Match> = {
	incluse: 'broadMatch',
	contenue: 'narrowMatch',
	voisine: 'relatedMatch',
};

/** SKOS match of a link; undefined if one side is empty or nothing is claimed. */
const matchDe = (lien: Entree | Parente): Match | undefined => {
	if ('portee' in lien) return MATCH_DE_PORTEE[lien.portee];
	if (lien.nature === null || !lien.de.length || !lien.vers.length) return undefined;
	return lien.nature === 'identique' ? 'exactMatch' : 'closeMatch';
};

type Matchs = ReadonlyMap<string, Partial<Record<Match, string[]>>>;

/**
 * Matches of each older concept read by an editor, for one-to-one readings only: a part of a split competence does not
 * match the whole, so only the association between both sets says it.
 */
function matchs(comparaisons: readonly ComparaisonPlacee[], racine: string): Matchs {
	const parConcept = new Map<string, Partial<Record<Match, string[]>>>();
	const ajouter = (de: string, match: Match | undefined, vers: string) => {
		if (!match) return;
		const siens = parConcept.get(de) ?? {};
		siens[match] = [...(siens[match] ?? []), page(vers, racine)];
		parConcept.set(de, siens);
	};
	for (const { comparaison } of comparaisons) {
		for (const entree of comparaison.competences)
			if (entree.statut === 'relue' && (entree.nature === 'identique' || entree.nature === 'reformulee'))
				for (const de of entree.de) for (const vers of entree.vers) ajouter(de, matchDe(entree), vers);
		for (const parente of comparaison.parentes)
			if (parente.statut === 'relue') ajouter(parente.de, matchDe(parente), parente.vers);
	}
	return parConcept;
}

type Genre = 'officielle' | 'relue' | 'proposee';

const GENRES: Record<Exclude<Genre, 'officielle'>, string> = {
	relue: 'Lecture de la rédaction, sans valeur officielle',
	proposee: 'Rapprochement automatique des compétences, sans valeur officielle',
};

const PARENTES: Record<Exclude<Genre, 'officielle'>, string> = {
	relue: 'Parentés relues de compétences qui ne se correspondent pas, sans valeur officielle',
	proposee: 'Parentés proposées par un calcul, sans valeur officielle',
};

function correspondances({ de, vers, comparaison }: ComparaisonPlacee, racine: string): NoeudSkos[] {
	const socle = `${racine}${donnees.skos(de.id)}#${vers.id}`;
	const affirmees = comparaison.competences.filter(({ nature }) => nature !== null);
	const filtrer = <L extends { statut: string }>(liens: readonly L[], genre: Genre) =>
		liens.filter(({ statut }) => statut === genre);
	const ensembles: { genre: Genre; cle: string; nom: string; liens: (LienBlocs | Entree | Parente)[] }[] = [
		{ genre: 'officielle', cle: 'officielle', nom: 'Correspondance officielle des blocs', liens: comparaison.blocs },
		...(['relue', 'proposee'] as const).flatMap((genre) => [
			{ genre, cle: genre, nom: GENRES[genre], liens: filtrer(affirmees, genre) },
			{ genre, cle: `${genre}-parentes`, nom: PARENTES[genre], liens: filtrer(comparaison.parentes, genre) },
		]),
	];
	return ensembles.flatMap(({ genre, cle, nom, liens }) => {
		if (!liens.length) return [];
		const associations = liens.map((lien) => association(lien, `${socle}-${cle}`, racine));
		return [
			{
				'@id': `${socle}-${cle}`,
				'@type': 'xkos:Correspondence',
				prefLabel: `${nom}, ${avecArticle('du', nomVersion(de))} ${avecArticle('au', nomVersion(vers))}`,
				note: STATUTS[genre].sens,
				statut: genre,
				compares: [page(de.id, racine), page(vers.id, racine)],
				madeOf: associations.map((a) => a['@id']),
			},
			...associations,
		];
	});
}

function association(lien: LienBlocs | Entree | Parente, correspondance: string, racine: string): NoeudSkos {
	const [de, vers] = [[lien.de].flat(), [lien.vers].flat()];
	return {
		'@id': `${correspondance}-${nommer(lien)}`,
		'@type': 'xkos:ConceptAssociation',
		...(de.length && { sourceConcept: de.map((id) => page(id, racine)) }),
		...(vers.length && { targetConcept: vers.map((id) => page(id, racine)) }),
		statut: lien.statut,
		...dire(lien),
	};
}

function dire(lien: LienBlocs | Entree | Parente): Record<string, unknown> {
	if ('source' in lien) return { source: lien.source };
	const match = matchDe(lien);
	return {
		...('portee' in lien ? { portee: lien.portee } : { nature: lien.nature }),
		...(match && { match: `skos:${match}` }),
		...(lien.motif && { editorialNote: lien.motif }),
	};
}

/**
 * Last part of an association's IRI. An entry is named by its first competence, since each is in one entry only, and so
 * outlives a new reading of the others. Blocs and parentés may be in several links: these are named by all their ids.
 */
const nommer = (lien: LienBlocs | Entree | Parente): string => {
	const entree = 'nature' in lien;
	const ids = entree ? [lien.de[0] ?? lien.vers[0] ?? ''] : [lien.de, lien.vers].flat();
	return ids.map((id) => id.replaceAll('/', '-')).join('--');
};

const liste = (valeurs: readonly string[]): string => valeurs.map((v) => `"${v}"`).join(' ');

/**
 * SHACL shapes of `/donnees/skos/<version>.jsonld`, in Turtle.
 * @param racine address of the site, without a final slash; the properties of the project are documented under
 * `/donnees/`
 */
export const shaclDuSkos = (racine: string): string => `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix lignee: <${racine}/donnees/#> .
@prefix f: <${racine}/donnees/schemas/skos.shacl.ttl#> .

# Une version.
f:Version a sh:NodeShape ;
	sh:targetClass skos:ConceptScheme ;
	sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:maxCount 1 ; sh:languageIn ( "fr" ) ] ;
	sh:property [ sh:path skos:notation ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*-[0-9]{4}$" ] ;
	sh:property [ sh:path dct:source ; sh:minCount 1 ] ;
	sh:property [ sh:path dct:license ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
	sh:property [ sh:path dct:modified ; sh:maxCount 1 ; sh:datatype xsd:date ] ;
	sh:property [ sh:path skos:hasTopConcept ; sh:class skos:Concept ] .

# Un bloc ou une compétence : un libellé, un identifiant, une version, et soit le sommet (bloc, compétence transversale), soit un bloc.
f:Concept a sh:NodeShape ;
	sh:targetClass skos:Concept ;
	sh:property [ sh:path skos:prefLabel ; sh:minCount 1 ; sh:maxCount 1 ; sh:languageIn ( "fr" ) ; sh:minLength 1 ] ;
	sh:property [ sh:path skos:notation ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*-[0-9]{4}/(cc[ps]-[0-9]+(/c[0-9]+)?|transversales/c[0-9]+)$" ] ;
	sh:property [ sh:path skos:inScheme ; sh:minCount 1 ; sh:maxCount 1 ; sh:class skos:ConceptScheme ] ;
	sh:property [ sh:path skos:broader ; sh:maxCount 1 ; sh:class skos:Concept ] ;
	sh:xone (
		[ sh:property [ sh:path skos:topConceptOf ; sh:minCount 1 ] ]
		[ sh:property [ sh:path skos:broader ; sh:minCount 1 ] ]
	) .

# Un ensemble de correspondances : deux versions, un seul statut.
f:Correspondance a sh:NodeShape ;
	sh:targetClass xkos:Correspondence ;
	sh:property [ sh:path xkos:compares ; sh:minCount 2 ; sh:maxCount 2 ; sh:nodeKind sh:IRI ] ;
	sh:property [ sh:path xkos:madeOf ; sh:minCount 1 ; sh:class xkos:ConceptAssociation ] ;
	sh:property [ sh:path lignee:statut ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( ${liste(statut.exclude(['a-verifier']).options)} ) ] .

# Une correspondance. Officielle, elle nomme le texte qui la dit ; lue ou calculée, elle a une nature, et une parenté une portée ; son rapprochement SKOS va de l’ancienne à la récente.
f:Association a sh:NodeShape ;
	sh:targetClass xkos:ConceptAssociation ;
	sh:or (
		[ sh:property [ sh:path xkos:sourceConcept ; sh:minCount 1 ] ]
		[ sh:property [ sh:path xkos:targetConcept ; sh:minCount 1 ] ]
	) ;
	sh:xone (
		[
			sh:property [ sh:path lignee:statut ; sh:hasValue "officielle" ; sh:maxCount 1 ] ;
			sh:property [ sh:path dct:source ; sh:minCount 1 ] ;
			sh:property [ sh:path lignee:nature ; sh:maxCount 0 ] ;
			sh:property [ sh:path lignee:portee ; sh:maxCount 0 ]
		]
		[
			sh:property [ sh:path lignee:statut ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( "relue" "proposee" ) ] ;
			sh:property [ sh:path lignee:nature ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( ${liste(nature.options)} ) ] ;
			sh:property [ sh:path lignee:portee ; sh:maxCount 0 ] ;
			sh:property [ sh:path lignee:match ; sh:maxCount 1 ; sh:in ( skos:exactMatch skos:closeMatch ) ]
		]
		[
			sh:property [ sh:path lignee:statut ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( "relue" "proposee" ) ] ;
			sh:property [ sh:path lignee:nature ; sh:maxCount 0 ] ;
			sh:property [ sh:path lignee:portee ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( ${liste(portee.options)} ) ] ;
			sh:property [ sh:path lignee:match ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( skos:broadMatch skos:narrowMatch skos:relatedMatch ) ]
		]
	) .

# Une lecture d’éditeur dit pourquoi.
f:Lecture a sh:NodeShape ;
	sh:targetSubjectsOf lignee:nature, lignee:portee ;
	sh:or (
		[ sh:property [ sh:path lignee:statut ; sh:hasValue "proposee" ] ]
		[ sh:property [ sh:path skos:editorialNote ; sh:minCount 1 ] ]
	) .
`;
