import type {
	BreadcrumbList,
	CreativeWork,
	DataDownload,
	Dataset,
	DefinedTerm,
	DefinedTermSet,
	EducationalOccupationalCredential,
	Graph,
	PropertyValue,
	SearchAction,
	Thing,
	WebSite,
	WithActionConstraints,
} from 'schema-dts';
import type { FichierPublie } from '../../schemas/donnees/inventaire.ts';
import type { CleSource } from '../../schemas/fait.ts';
import { adresse } from '../adresse.ts';
import { etatEnCellule, etatEnClair } from '../etat.ts';
import { CERTITUDES, certitudeDe, direFait, estDouteux, reserveEntiere } from '../fait.ts';
import { type Bloc, type Competence, nomBloc, nomVersion, type Version } from '../version.ts';
import { estDuCatalogue } from './forme.ts';
import { AUTORITE, EDITEUR, LICENCE, plusRecent, sourcesCitees } from './mentions.ts';

/** A version, followed by its blocs as sets of terms. */
export function titreStructure(
	version: Version,
	parId: ReadonlyMap<string, Version>,
	racine: string,
): readonly [EducationalOccupationalCredential, ...DefinedTermSet[]] {
	// A CCS is optional: its competences are not required for the title.
	const exigees = version.blocs.filter(({ type }) => type === 'ccp').flatMap(({ competences }) => competences);
	const { niveau, codes, sources } = version;
	return [
		{
			'@type': 'EducationalOccupationalCredential',
			'@id': iri(version.id, racine),
			name: version.usuel,
			alternateName: nomVersion(version),
			description: etatEnClair(version, parId),
			url: racine + adresse.titre(version.id),
			inLanguage: 'fr',
			version: version.annee,
			credentialCategory: 'Titre professionnel',
			creativeWorkStatus: `${etatEnCellule(version).texte}${reserveEntiere(version.etat.aVerifier)}`,
			recognizedBy: { '@type': 'Organization', name: AUTORITE },
			...(niveau && {
				educationalLevel: direFait(`Niveau ${niveau.valeur}`, certitudeDe(niveau.source, sources)),
			}),
			...validite(version),
			...(codes.length && { identifier: codes.map((code) => codeStructure(code, sources)) }),
			...(exigees.length && { competencyRequired: exigees.map((c) => terme(c, blocDe(version, c), racine)) }),
			isBasedOn: Object.values(sourcesCitees(version)).map(
				({ intitule, url }): CreativeWork => ({ '@type': 'CreativeWork', name: intitule, ...(url && { url }) }),
			),
		},
		...version.blocs.map((bloc) => ensemble(bloc, version, racine)),
	];
}

/** An official code, with the caveat of its own source. */
const codeStructure = (
	{ type, valeur, source }: { type: string; valeur: string; source: CleSource },
	sources: Version['sources'],
): PropertyValue => ({
	'@type': 'PropertyValue',
	propertyID: type,
	value: valeur,
	...(estDouteux(source, sources) && { description: CERTITUDES.secondaire }),
});

export const blocStructure = (bloc: Bloc, version: Version, racine: string): readonly Thing[] => [
	{ ...ensemble(bloc, version, racine), hasDefinedTerm: bloc.competences.map((c) => terme(c, bloc, racine)) },
];

export const competenceStructure = (
	competence: Competence,
	bloc: Bloc,
	version: Version,
	racine: string,
): readonly Thing[] => [terme(competence, bloc, racine), ensemble(bloc, version, racine)];

/**
 * IRI of a version, a bloc or a competence: the address that SKOS and CASE give it, so that each thing has one name.
 * Nothing is said of the page itself under that name.
 */
const iri = (id: string, racine: string): string => racine + adresse.element(id);

const terme = ({ id, libelle }: Competence, bloc: Bloc, racine: string): DefinedTerm => ({
	'@type': 'DefinedTerm',
	'@id': iri(id, racine),
	name: libelle,
	termCode: id,
	url: racine + adresse.titre(id),
	inDefinedTermSet: { '@id': iri(bloc.id, racine) },
	...reserve(bloc),
});

const ensemble = (bloc: Bloc, version: Version, racine: string): DefinedTermSet & { '@type': 'DefinedTermSet' } => ({
	'@type': 'DefinedTermSet',
	'@id': iri(bloc.id, racine),
	name: `${nomBloc(bloc)} : ${bloc.usuel}`,
	url: racine + adresse.titre(bloc.id),
	inLanguage: 'fr',
	isPartOf: { '@id': iri(version.id, racine) },
	...(bloc.code && { identifier: codeStructure({ type: 'RNCP', ...bloc.code }, version.sources) }),
	...reserve(bloc),
});

/** Caveat on labels that only a secondary source gives. */
const reserve = ({ certitude }: Bloc) =>
	certitude === 'secondaire' ? { description: `Libellé d’une ${CERTITUDES.secondaire}` } : {};

const blocDe = (version: Version, { id }: Competence): Bloc =>
	version.blocs.find(({ competences }) => competences.some((c) => c.id === id)) as Bloc;

/**
 * Period of validity. These fields cannot express doubt, so they leave out dates that only a secondary source gives and
 * ends that are only « au plus tard ». An unknown end is not written as an open one.
 */
function validite({ etat, sources, ...dates }: Version) {
	const sure = (f: Version['debut']) => (f && !estDouteux(f.source, sources) ? f : undefined);
	const [debut, fin] = [sure(dates.debut), dates.fin?.auPlusTard ? undefined : sure(dates.fin)];
	const remplacee = etat.cle === 'remplacee' && !etat.dateAVerifier ? etat.depuis : undefined;
	const terme = fin?.valeur ?? (dates.fin ? undefined : remplacee);
	return {
		...(fin && { expires: fin.valeur }),
		...(debut && terme && { temporalCoverage: `${debut.valeur}/${terme}` }),
	};
}

export function siteStructure(racine: string, description: string): WebSite {
	const potentialAction: WithActionConstraints<Exclude<SearchAction, string>> = {
		'@type': 'SearchAction',
		target: { '@type': 'EntryPoint', urlTemplate: `${racine}/recherche/?q={q}` },
		'query-input': 'required name=q',
	};
	return {
		'@type': 'WebSite',
		'@id': `${racine}/#site`,
		name: 'Lignée',
		url: `${racine}/`,
		description,
		inLanguage: 'fr',
		potentialAction,
	};
}

interface Etape {
	nom: string;
	/** Absolute address. */
	url: string;
}

export const filStructure = (etapes: readonly Etape[]): BreadcrumbList => ({
	'@type': 'BreadcrumbList',
	itemListElement: etapes.map(({ nom, url }, i) => ({ '@type': 'ListItem', position: i + 1, name: nom, item: url })),
});

const ECHAPPES: Record<string, string> = {
	'<': '\\u003c',
	'>': '\\u003e',
	'&': '\\u0026',
	'\u2028': '\\u2028',
	'\u2029': '\\u2029',
};

/**
 * Serialises JSON-LD for a `<script>` element. Escapes the characters that could close the element or open a comment.
 */
export const serialiser = (graphe: Graph): string =>
	JSON.stringify(graphe).replace(/[<>&\u2028\u2029]/g, (signe) => ECHAPPES[signe] ?? signe);

/** The data of the site as a Dataset. Its distributions are the files about the whole catalogue. */
export function jeuStructure(fichiers: readonly FichierPublie[], description: string, racine: string): Dataset {
	const modifiee = plusRecent(fichiers.map(({ modifieLe }) => modifieLe ?? undefined));
	return {
		'@type': 'Dataset',
		'@id': `${racine}/donnees/#jeu`,
		name: 'Référentiels des titres professionnels, version après version',
		description,
		url: `${racine}/donnees/`,
		inLanguage: 'fr',
		isAccessibleForFree: true,
		license: LICENCE.url,
		creator: { '@type': 'Organization', name: EDITEUR, url: `${racine}/` },
		keywords: ['titre professionnel', 'référentiel', 'CCP', 'compétence', 'RNCP'],
		...(modifiee && { dateModified: modifiee }),
		distribution: fichiers.filter(estDuCatalogue).map(
			({ chemin, type, octets, sha256, modifieLe }): DataDownload => ({
				'@type': 'DataDownload',
				contentUrl: racine + chemin,
				encodingFormat: type,
				contentSize: `${octets} o`,
				sha256,
				...(modifieLe && { dateModified: modifieLe }),
			}),
		),
	};
}
