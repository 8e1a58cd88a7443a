import type { CFPackage, LienCase } from '../../../schemas/donnees/case.ts';
import { LICENCE } from '../licence.ts';
import { uuid } from '../uuid.ts';

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
export type TypeItem = keyof typeof TYPES;

/** Definitions are told apart by an anchor of the page that documents the data. */
const reference = (genre: string, cle: string, racine: string) => ({
	identifier: uuid(`${genre} ${cle}`),
	uri: `${racine}/donnees/#${genre}-${cle}`,
});

/** Reference of an association to its grouping. @param racine address of the site, without a final slash */
export const lienGroupe = (groupe: Groupe, racine: string): LienCase => ({
	title: GROUPES[groupe].titre,
	...reference('groupe', groupe, racine),
});

/** Reference of an item to its type. */
export const lienType = (type: TypeItem, racine: string): LienCase => ({
	title: TYPES[type].titre,
	...reference('type', type, racine),
});

/** Reference of a document to its licence. */
export const lienLicence = (racine: string): LienCase => ({
	title: LICENCE.nom,
	...reference('licence', 'mit', racine),
});

/** Definitions to which the items and associations of every package refer. */
export const definitions = (racine: string, lastChangeDateTime: string): CFPackage['CFDefinitions'] => ({
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
