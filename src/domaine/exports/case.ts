import type { CFAssociation, CFDocument, CFItem, CFPackage, LienCase } from '../../schemas/donnees/case.ts';
import type { Succession } from '../../schemas/lignee.ts';
import { adresse, donnees } from '../adresse.ts';
import type { Entree, Parente } from '../comparaison/comparaison.ts';
import { etatEnClair, remplacantes } from '../etat.ts';
import { CERTITUDES, estDouteux } from '../fait.ts';
import { direProfondeur } from '../profondeur.ts';
import { avecArticle } from '../texte/phrase.ts';
import { type Bloc, type Competence, nomVersion, titreBloc, titreVersion, type Version } from '../version.ts';
import { NATURES, PORTEES, STATUTS, SUCCESSIONS } from '../vocabulaire.ts';
import {
	AUTORITE,
	type ComparaisonPlacee,
	EDITEUR,
	LICENCE,
	modifieeLe,
	type Relations,
	sourcesCitees,
} from './mentions.ts';
import { uuid } from './uuid.ts';

/** Groupings of associations by origin. Each key is an anchor of the page that documents the data. */
export const GROUPES = {
	officiel: { titre: 'Textes officiels', description: 'Ce qu’un texte officiel dit des titres et des blocs.' },
	editorial: {
		titre: 'Lectures de la rédaction et sources secondaires',
		description:
			'Lectures de la rédaction, chacune avec son motif, et sources secondaires à vérifier. Sans valeur officielle.',
	},
	automatique: {
		titre: 'Rapprochements automatiques',
		description: 'Rapprochements calculés sur les libellés, jugés sûrs. Sans valeur officielle.',
	},
} as const;

/** Types of items, with their level in the tree. */
export const TYPES = {
	ccp: { titre: 'CCP', description: 'Certificat de compétences professionnelles', niveau: '1' },
	ccs: { titre: 'CCS', description: 'Certificat complémentaire de spécialisation', niveau: '1' },
	competence: { titre: 'Compétence', description: 'Compétence d’un bloc', niveau: '2' },
	transversale: { titre: 'Compétence transversale', description: 'Compétence hors des blocs', niveau: '1' },
} as const;

type Groupe = keyof typeof GROUPES;

/**
 * `/donnees/case/<version>.json`: one version as a 1EdTech CASE 1.1 CFPackage. The functions below work on ids; only
 * this one turns them into URIs and UUIDs.
 * @param racine address of the site, without a final slash
 */
export function publierCase(
	version: Version,
	relations: Relations,
	parId: ReadonlyMap<string, Version>,
	racine: string,
): CFPackage {
	// CASE requires the time of the last change. If nothing dates a version, use its year.
	const lastChangeDateTime = `${modifieeLe(version) ?? `${version.annee}-01-01`}T00:00:00Z`;
	const cadre = (id: string) => ({ identifier: uuid(id), uri: racine + adresse.element(id), lastChangeDateTime });
	/** The URI of a definition is an anchor of the page that documents the data. */
	const reference = (genre: 'type' | 'groupe' | 'licence', cle: string, title: string): LienCase => ({
		title,
		identifier: uuid(`${genre} ${cle}`),
		uri: `${racine}/donnees/#${genre}-${cle}`,
	});
	const definition = (genre: 'type' | 'groupe' | 'licence', cle: string, titre: string, description: string) => {
		const { title, ...lien } = reference(genre, cle, titre);
		return { ...lien, title, description };
	};
	const titres = titresDe(version, relations, parId);
	const noeud = (id: string) => ({
		title: titres.get(id)?.titre ?? '',
		identifier: uuid(id),
		uri: racine + adresse.element(id),
		targetType: 'CASE' as const,
	});
	return {
		CFDocument: {
			...cadre(version.id),
			...documentDe(version),
			licenseURI: reference('licence', 'mit', LICENCE.nom),
			notes: etatEnClair(version, parId),
		},
		CFItems: itemsDe(version, relations).map(({ id, rang, type, ...item }) => ({
			...cadre(id),
			humanCodingScheme: id,
			listEnumeration: String(rang),
			CFItemType: TYPES[type].titre,
			CFItemTypeURI: reference('type', type, TYPES[type].titre),
			language: 'fr',
			...item,
		})),
		CFAssociations: aretesDe(version, relations, parId)
			.filter(({ de, vers }) => titres.has(de) && titres.has(vers))
			.map(({ de, vers, groupe, lien = '', ...arete }) => {
				const identifier = uuid(`${arete.associationType} ${de} ${vers} ${lien}`);
				const douteux = [de, vers].filter((id) => titres.get(id)?.douteux);
				const notes = [arete.notes, direDoute(douteux)].filter(Boolean).join(' ; ');
				return {
					identifier,
					uri: `${racine}${donnees.case(version.id)}#${identifier}`,
					lastChangeDateTime,
					...arete,
					...(notes && { notes }),
					originNodeURI: noeud(de),
					destinationNodeURI: noeud(vers),
					...(groupe && { CFAssociationGroupingURI: reference('groupe', groupe, GROUPES[groupe].titre) }),
				};
			}),
		CFDefinitions: {
			CFItemTypes: Object.entries(TYPES).map(([cle, { titre, description, niveau }]) => ({
				...definition('type', cle, titre, description),
				hierarchyCode: niveau,
				typeCode: cle,
				lastChangeDateTime,
			})),
			CFAssociationGroupings: Object.entries(GROUPES).map(([cle, { titre, description }]) => ({
				...definition('groupe', cle, titre, description),
				lastChangeDateTime,
			})),
			CFLicenses: [
				{ ...definition('licence', 'mit', LICENCE.nom, LICENCE.texte), licenseText: LICENCE.url, lastChangeDateTime },
			],
		},
	};
}

/** An association repeats the labels of its two ends, so it states their certainty too. */
const direDoute = (ids: readonly string[]): string | undefined =>
	ids.length
		? `${ids.length > 1 ? 'libellés' : 'libellé'} d’une ${CERTITUDES.secondaire} : ${ids.join(', ')}`
		: undefined;

/** Title of a node; `douteux` if only a secondary source gives it. */
type Titre = { titre: string; douteux: boolean };

/** Titles of the nodes of the associations, by id: this version and those that it is joined to, with their parts. */
const titresDe = (
	version: Version,
	{ comparaisons, successions }: Relations,
	parId: ReadonlyMap<string, Version>,
): ReadonlyMap<string, Titre> => {
	const jointes = [
		...comparaisons.map(({ vers }) => vers),
		...successions.flatMap(({ vers }) => parId.get(vers) ?? []),
	];
	return new Map(
		[version, ...jointes].flatMap((v) => [
			[v.id, { titre: titreVersion(v), douteux: false }],
			...v.blocs.flatMap((bloc): [string, Titre][] => {
				const douteux = bloc.certitude === 'secondaire';
				return [
					[bloc.id, { titre: titreBloc(bloc, v), douteux }],
					...bloc.competences.map(({ id, libelle }): [string, Titre] => [id, { titre: libelle, douteux }]),
				];
			}),
			...v.transversales.map(({ id, libelle, certitude }): [string, Titre] => [
				id,
				{ titre: libelle, douteux: certitude === 'secondaire' },
			]),
		]),
	);
};

function documentDe(
	version: Version,
): Omit<CFDocument, 'identifier' | 'uri' | 'lastChangeDateTime' | 'licenseURI' | 'notes'> {
	const officielle = Object.values(sourcesCitees(version)).find(
		({ nature, url }) => nature === 'officielle' && url,
	)?.url;
	const contenu = direProfondeur(version) ?? 'Blocs et compétences du référentiel, mot pour mot.';
	const nsf = version.nsf.filter(({ source }) => !estDouteux(source, version.sources));
	return {
		frameworkType: 'Titre professionnel',
		caseVersion: '1.1',
		creator: AUTORITE,
		title: titreVersion(version),
		...(officielle && { officialSourceURL: officielle }),
		publisher: EDITEUR,
		description: `${version.intitule}. ${contenu}`,
		...(nsf.length && { subject: nsf.map(({ valeur }) => `NSF ${valeur}`) }),
		language: 'fr',
		version: version.annee,
		...adoption(version),
	};
}

/** `adoptionStatus` cannot say « à vérifier »: a state that only secondary sources give is left to the notes. */
function adoption({
	etat: { cle, depuis, aVerifier, dateAVerifier, auPlusTard },
	debut,
	fin,
}: Version): Pick<CFDocument, 'adoptionStatus' | 'statusStartDate' | 'statusEndDate'> {
	if (cle === 'inconnu' || cle === 'a-venir' || aVerifier) return {};
	if (cle === 'en-vigueur')
		return {
			adoptionStatus: 'Adopted',
			...(debut && { statusStartDate: debut.valeur }),
			...(fin && { statusEndDate: fin.valeur }),
		};
	return { adoptionStatus: 'Deprecated', ...(depuis && !dateAVerifier && !auPlusTard && { statusStartDate: depuis }) };
}

/** A bloc or a competence, before its ids become URIs. */
type Item = Pick<CFItem, 'fullStatement' | 'abbreviatedStatement' | 'notes'> & {
	id: string;
	rang: number;
	type: keyof typeof TYPES;
};

const itemsDe = (version: Version, { comparaisons }: Relations): Item[] => [
	...version.blocs.flatMap((bloc) => {
		const { id, rang, type, intitule, usuel, competences } = bloc;
		const reserve = reserver(bloc);
		const notes = [reserve, ...sansSuite(bloc, comparaisons)].filter(Boolean).join(' ');
		return [
			{
				id,
				rang,
				type,
				fullStatement: intitule,
				...(usuel !== intitule && { abbreviatedStatement: usuel }),
				...(notes && { notes }),
			},
			...competences.map((c) => itemDe('competence', c, reserve)),
		];
	}),
	...version.transversales.map((t) => itemDe('transversale', t, reserver(t))),
];

const itemDe = (type: Item['type'], { id, rang, libelle }: Competence, reserve: string): Item => ({
	id,
	rang,
	type,
	fullStatement: libelle,
	...(reserve && { notes: reserve }),
});

const reserver = ({ certitude }: Pick<Bloc, 'certitude'>): string =>
	certitude === 'secondaire' ? `Libellé d’une ${CERTITUDES.secondaire}.` : '';

/** « Néant » has no destination, so it is a note of the bloc. */
const sansSuite = ({ id }: Bloc, comparaisons: Relations['comparaisons']): string[] =>
	comparaisons.flatMap(({ vers, comparaison }) =>
		comparaison.blocs
			.filter((lien) => lien.de.includes(id) && !lien.vers.length)
			.map(({ source }) => `Vers ${nommer(vers)} : « Néant », d’après un texte officiel (${source}).`),
	);

const nommer = (version: Version): string => avecArticle('le', nomVersion(version));

/** An association between two ids, before they become URIs. */
interface Arete extends Pick<CFAssociation, 'associationType' | 'sequenceNumber' | 'notes'> {
	de: string;
	vers: string;
	groupe?: Groupe;
	/** Distinguishes two official links that join the same two blocs among others. */
	lien?: string;
}

/**
 * Associations of a package: the tree, then the links to later versions. `replacedBy` is used only if a text of law
 * says so, and of a version only once its successor has begun; a reading or an automatic link is `isRelatedTo`, in its
 * own grouping. `exactMatchOf` is never used: no text says that two blocs or two competences are the same.
 */
const aretesDe = (
	version: Version,
	{ comparaisons, successions }: Relations,
	parId: ReadonlyMap<string, Version>,
): Arete[] => [
	...enfants(version, [...version.blocs, ...version.transversales]),
	...version.blocs.flatMap((bloc) => enfants(bloc, bloc.competences)),
	...successions.map((s) => succession(s, remplacantes(version.etat, parId))),
	...comparaisons.flatMap((placee) => [...officielles(placee), ...lectures(placee)]),
];

const enfants = (parent: { id: string }, liste: readonly { id: string }[]): Arete[] =>
	liste.map(({ id }, i) => ({ associationType: 'isChildOf', sequenceNumber: i + 1, de: id, vers: parent.id }));

const succession = ({ de, vers, nature, motif }: Succession, remplacee: readonly string[]): Arete => {
	const groupe = nature === 'officielle' ? 'officiel' : 'editorial';
	return remplacee.includes(vers)
		? { associationType: 'replacedBy', de, vers, groupe, notes: motif }
		: { associationType: 'isRelatedTo', de, vers, groupe, notes: `${SUCCESSIONS[nature]}. ${motif}` };
};

const officielles = ({ vers: nouvelle, comparaison }: ComparaisonPlacee): Arete[] =>
	comparaison.blocs.flatMap(({ de, vers, source }) => {
		const lien = joindre(de, vers);
		return croiser(de, vers, {
			// If several old blocs together give new ones, none of them is replaced on its own.
			associationType: de.length === 1 ? 'replacedBy' : 'isRelatedTo',
			groupe: 'officiel',
			lien,
			notes: `Correspondance officielle vers ${nommer(nouvelle)} : ${lien}. ${source}.`,
		});
	});

/** Readings and automatic links, with their statut and motif. Those that claim nothing are left out. */
const lectures = ({ vers: nouvelle, comparaison: { competences, parentes } }: ComparaisonPlacee): Arete[] =>
	[...competences, ...parentes].flatMap((lecture) => {
		const dite = direLecture(lecture);
		if (!dite) return [];
		const { statut, motif, score } = lecture;
		const [de, vers] = [[lecture.de].flat(), [lecture.vers].flat()];
		const notes = [
			dite,
			`statut : ${statut} (${STATUTS[statut].nom})`,
			`vers ${nommer(nouvelle)} : ${joindre(de, vers)}`,
			...(motif ? [`motif : ${motif}`] : []),
			...(score === null ? [] : [`score : ${score}`]),
		].join(' ; ');
		return croiser(de, vers, {
			associationType: 'isRelatedTo',
			groupe: statut === 'relue' ? 'editorial' : 'automatique',
			...('portee' in lecture && { lien: 'parente' }),
			notes,
		});
	});

/** The nature of a correspondence, or the portee of a parenté read from old to new; undefined if nothing is claimed. */
function direLecture(lecture: Entree | Parente): string | undefined {
	if (!('portee' in lecture))
		return lecture.nature ? `nature : ${lecture.nature} (${NATURES[lecture.nature].nom})` : undefined;
	const { portee, statut } = lecture;
	if (statut === 'a-verifier') return undefined;
	return `parenté : ${portee} (la compétence récente ${PORTEES[portee].recente})`;
}

const joindre = (de: readonly string[], vers: readonly string[]): string => `${de.join(' et ')} → ${vers.join(' et ')}`;

/** One association from each older id to each newer id. */
const croiser = (de: readonly string[], vers: readonly string[], arete: Omit<Arete, 'de' | 'vers'>): Arete[] =>
	de.flatMap((a) => vers.map((b) => ({ ...arete, de: a, vers: b })));
