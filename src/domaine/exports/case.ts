import type { CFAssociation, CFDocument, CFItem, CFPackage, LienCase } from '../../schemas/donnees/case.ts';
import type { Succession } from '../../schemas/lignee.ts';
import { adresse, donnees } from '../adresse.ts';
import type { Entree, LienBlocs, Parente } from '../comparaison/comparaison.ts';
import { etatEnClair } from '../etat.ts';
import { CERTITUDES, estDouteux } from '../fait.ts';
import { direProfondeur } from '../profondeur.ts';
import { avecArticle } from '../texte/phrase.ts';
import { type Bloc, type Competence, nomVersion, titreBloc, titreVersion, type Version } from '../version.ts';
import { NATURES, PORTEES, STATUTS, SUCCESSIONS } from '../vocabulaire.ts';
import { AUTORITE, EDITEUR, LICENCE } from './licence.ts';
import { modifieeLe } from './modification.ts';
import type { Relations } from './relation.ts';
import { sourcesCitees } from './source-citee.ts';
import { uuid } from './uuid.ts';

/**
 * `/donnees/case/<version>.json`: one version as a CFPackage of 1EdTech CASE 1.1.
 * @param racine address of the site, without a final slash
 */
export const publierCase = (
	version: Version,
	relations: Relations,
	parId: ReadonlyMap<string, Version>,
	racine: string,
): CFPackage => ({
	CFDocument: enDocument(version, parId, racine),
	CFItems: enItems(version, relations, racine),
	CFAssociations: enAssociations(version, relations, parId, racine),
	CFDefinitions: definitions(racine, horodatage(version)),
});

/** CASE asks for the moment of the last change. Where nothing dates a version, its year is all that is known. */
const horodatage = (version: Version): string => `${modifieeLe(version) ?? `${version.annee}-01-01`}T00:00:00Z`;

function enDocument(version: Version, parId: ReadonlyMap<string, Version>, racine: string): CFDocument {
	const officielle = Object.values(sourcesCitees(version)).find(
		({ nature, url }) => nature === 'officielle' && url,
	)?.url;
	const contenu = direProfondeur(version) ?? 'Blocs et compétences du référentiel, mot pour mot.';
	const nsf = version.nsf.filter(({ source }) => !estDouteux(source, version.sources));
	return {
		identifier: uuid(version.id),
		uri: racine + adresse.titre(version.id),
		lastChangeDateTime: horodatage(version),
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
		licenseURI: lienLicence(racine),
		notes: etatEnClair(version, parId),
	};
}

/** A status that only secondary sources give is left to the notes: an attribute could not say that it is to check. */
function adoption({
	etat: { cle, depuis, aVerifier, dateAVerifier },
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
	return { adoptionStatus: 'Deprecated', ...(depuis && !dateAVerifier && { statusStartDate: depuis }) };
}

const enItems = (version: Version, { comparaisons }: Relations, racine: string): CFItem[] =>
	version.blocs.flatMap((bloc) => {
		const reserve = bloc.certitude === 'secondaire' ? `Libellé d’une ${CERTITUDES.secondaire}.` : '';
		const notes = [reserve, sansSuite(bloc, comparaisons)].filter(Boolean).join(' ');
		const item = {
			...socle(bloc, bloc.type, version, racine),
			fullStatement: bloc.intitule,
			...(bloc.usuel !== bloc.intitule && { abbreviatedStatement: bloc.usuel }),
			...(notes && { notes }),
		};
		return [
			item,
			...bloc.competences.map((c) => ({
				...socle(c, 'competence', version, racine),
				fullStatement: c.libelle,
				...(reserve && { notes: reserve }),
			})),
		];
	});

const socle = ({ id, rang }: Bloc | Competence, type: TypeItem, version: Version, racine: string) => {
	const lien = lienType(type, racine);
	return {
		identifier: uuid(id),
		uri: racine + adresse.titre(id),
		lastChangeDateTime: horodatage(version),
		humanCodingScheme: id,
		listEnumeration: String(rang),
		CFItemType: lien.title,
		CFItemTypeURI: lien,
		language: 'fr' as const,
	};
};

/** « Néant » of an official text has no destination: it is said of the bloc itself. */
function sansSuite({ id }: Bloc, comparaisons: Relations['comparaisons']): string | undefined {
	const phrases = comparaisons.flatMap(({ vers, comparaison }) =>
		comparaison.blocs
			.filter((lien) => lien.de.includes(id) && !lien.vers.length)
			.map(
				({ source }) =>
					`Vers ${avecArticle('le', nomVersion(vers))} : « Néant », d’après un texte officiel (${source}).`,
			),
	);
	return phrases.length ? phrases.join(' ') : undefined;
}

/** A node of the tree: a document, a bloc or a competence. */
interface Noeud {
	id: string;
	titre: string;
}

/** An association before it is placed in its package. */
interface Arete extends Pick<CFAssociation, 'associationType' | 'sequenceNumber' | 'notes'> {
	de: Noeud;
	vers: Noeud;
	groupe?: Groupe;
	/** Tells apart two links of a text of law that join the same two blocs among others. */
	lien?: string;
}

/**
 * The associations of a version's package: the tree, then what joins it to later versions. `replacedBy` stands only
 * where a text of law says it; a reading of an editor or of a machine is `isRelatedTo`, in a grouping of its own.
 * `exactMatchOf` is never used: no text says that two blocs or two competences are the same.
 */
function enAssociations(
	version: Version,
	{ comparaisons, successions }: Relations,
	parId: ReadonlyMap<string, Version>,
	racine: string,
): CFAssociation[] {
	const aretes = [
		...arbre(version),
		...successions.flatMap((s) => succession(s, parId)),
		...comparaisons.flatMap(({ de, vers, comparaison }) => {
			const noeuds = new Map([...noeudsDe(de), ...noeudsDe(vers)]);
			return [
				...comparaison.blocs.flatMap((lien) => blocs(lien, noeuds, vers)),
				...comparaison.competences.flatMap((entree) => competences(entree, noeuds, vers)),
				...comparaison.parentes.flatMap((parente) => apparentees(parente, noeuds, vers)),
			];
		}),
	];
	return aretes.map((arete) => placer(arete, version, racine));
}

function placer({ de, vers, groupe, lien = '', ...arete }: Arete, version: Version, racine: string): CFAssociation {
	const identifier = uuid(`${arete.associationType} ${de.id} ${vers.id} ${lien}`);
	const noeud = ({ id, titre }: Noeud) => ({
		title: titre,
		identifier: uuid(id),
		uri: racine + adresse.titre(id),
		targetType: 'CASE' as const,
	});
	return {
		identifier,
		uri: `${racine}${donnees.case(version.id)}#${identifier}`,
		lastChangeDateTime: horodatage(version),
		...arete,
		originNodeURI: noeud(de),
		destinationNodeURI: noeud(vers),
		...(groupe && { CFAssociationGroupingURI: lienGroupe(groupe, racine) }),
	};
}

const noeudVersion = (version: Version): Noeud => ({ id: version.id, titre: titreVersion(version) });

const noeudsDe = (version: Version): [string, Noeud][] =>
	version.blocs.flatMap((bloc): [string, Noeud][] => [
		[bloc.id, { id: bloc.id, titre: titreBloc(bloc, version) }],
		...bloc.competences.map(({ id, libelle }): [string, Noeud] => [id, { id, titre: libelle }]),
	]);

function arbre(version: Version): Arete[] {
	const noeuds = new Map(noeudsDe(version));
	const enfants = (parent: Noeud, ids: readonly string[]): Arete[] =>
		ids.map((id, i) => ({
			associationType: 'isChildOf',
			sequenceNumber: i + 1,
			de: noeuds.get(id) as Noeud,
			vers: parent,
		}));
	const ids = (liste: readonly { id: string }[]) => liste.map(({ id }) => id);
	return [
		...enfants(noeudVersion(version), ids(version.blocs)),
		...version.blocs.flatMap((bloc) => enfants(noeuds.get(bloc.id) as Noeud, ids(bloc.competences))),
	];
}

function succession({ de, vers, nature, motif }: Succession, parId: ReadonlyMap<string, Version>): Arete[] {
	const [ancienne, nouvelle] = [parId.get(de), parId.get(vers)];
	if (!ancienne || !nouvelle) return [];
	const bouts = { de: noeudVersion(ancienne), vers: noeudVersion(nouvelle) };
	return nature === 'officielle'
		? [{ associationType: 'replacedBy', ...bouts, groupe: 'officiel', notes: motif }]
		: [{ associationType: 'isRelatedTo', ...bouts, groupe: 'editorial', notes: `${SUCCESSIONS[nature]}. ${motif}` }];
}

function blocs({ de, vers, source }: LienBlocs, noeuds: ReadonlyMap<string, Noeud>, nouvelle: Version): Arete[] {
	const lien = joindre(de, vers);
	const notes = `Correspondance officielle vers ${avecArticle('le', nomVersion(nouvelle))} : ${lien}. ${source}.`;
	// Where several old blocs together give new ones, none of them alone is replaced by them.
	const associationType = de.length === 1 ? 'replacedBy' : 'isRelatedTo';
	return paires(de, vers, noeuds).map((bouts) => ({ associationType, ...bouts, groupe: 'officiel', lien, notes }));
}

/** An entry with statut `a-verifier` claims nothing: it has candidates and no nature, so it makes no association. */
const competences = (entree: Entree, noeuds: ReadonlyMap<string, Noeud>, nouvelle: Version): Arete[] =>
	entree.nature === null
		? []
		: lecture(entree, `nature : ${entree.nature} (${NATURES[entree.nature].nom})`, noeuds, nouvelle);

/** A parenté is kin and no more: the note says how far it goes, read from the older competence to the newer one. */
const apparentees = (parente: Parente, noeuds: ReadonlyMap<string, Noeud>, nouvelle: Version): Arete[] => {
	if (parente.statut === 'a-verifier') return [];
	const { portee } = parente;
	const dite = `parenté : ${portee} (la compétence récente ${PORTEES[portee].recente})`;
	return lecture(parente, dite, noeuds, nouvelle).map((arete) => ({ ...arete, lien: 'parente' }));
};

/** A reading of an editor or of a machine, with its statut and why. */
function lecture(
	{ statut, motif, score, ...lien }: Entree | Parente,
	dite: string,
	noeuds: ReadonlyMap<string, Noeud>,
	nouvelle: Version,
): Arete[] {
	const [de, vers] = [[lien.de].flat(), [lien.vers].flat()];
	const notes = [
		dite,
		`statut : ${statut} (${STATUTS[statut].nom})`,
		`vers ${avecArticle('le', nomVersion(nouvelle))} : ${joindre(de, vers)}`,
		...(motif ? [`motif : ${motif}`] : []),
		...(score === null ? [] : [`score : ${score}`]),
	].join(' ; ');
	const groupe = statut === 'relue' ? 'editorial' : 'automatique';
	return paires(de, vers, noeuds).map((bouts) => ({ associationType: 'isRelatedTo', ...bouts, groupe, notes }));
}

const joindre = (de: readonly string[], vers: readonly string[]): string => `${de.join(' et ')} → ${vers.join(' et ')}`;

const paires = (
	de: readonly string[],
	vers: readonly string[],
	noeuds: ReadonlyMap<string, Noeud>,
): Pick<Arete, 'de' | 'vers'>[] =>
	de.flatMap((a) =>
		vers.flatMap((b) => {
			const [ancien, nouveau] = [noeuds.get(a), noeuds.get(b)];
			return ancien && nouveau ? [{ de: ancien, vers: nouveau }] : [];
		}),
	);

/** Groupings of associations, by who says them; each has its anchor on the page that documents the data. */
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
} as const;

export type Groupe = keyof typeof GROUPES;
type TypeItem = keyof typeof TYPES;

/** Definitions are told apart by an anchor of the page that documents the data. */
const reference = (genre: string, cle: string, racine: string) => ({
	identifier: uuid(`${genre} ${cle}`),
	uri: `${racine}/donnees/#${genre}-${cle}`,
});

/** Reference of an association to its grouping. @param racine address of the site, without a final slash */
const lienGroupe = (groupe: Groupe, racine: string): LienCase => ({
	title: GROUPES[groupe].titre,
	...reference('groupe', groupe, racine),
});

const lienType = (type: TypeItem, racine: string): LienCase => ({
	title: TYPES[type].titre,
	...reference('type', type, racine),
});

const lienLicence = (racine: string): LienCase => ({
	title: LICENCE.nom,
	...reference('licence', 'mit', racine),
});

/** Definitions to which the items and associations of every package refer. */
const definitions = (racine: string, lastChangeDateTime: string): CFPackage['CFDefinitions'] => ({
	CFItemTypes: Object.entries(TYPES).map(([cle, { titre, description, niveau }]) => ({
		...reference('type', cle, racine),
		title: titre,
		description,
		hierarchyCode: niveau,
		typeCode: cle,
		lastChangeDateTime,
	})),
	CFAssociationGroupings: Object.entries(GROUPES).map(([cle, { titre, description }]) => ({
		...reference('groupe', cle, racine),
		title: titre,
		description,
		lastChangeDateTime,
	})),
	CFLicenses: [
		{
			...reference('licence', 'mit', racine),
			title: LICENCE.nom,
			description: LICENCE.texte,
			licenseText: LICENCE.url,
			lastChangeDateTime,
		},
	],
});
