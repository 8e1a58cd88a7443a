import { z } from 'zod';
import { mots } from './catalogue.ts';

/**
 * The subset of the 1EdTech CASE 1.1 CFPackage schema that `/donnees/case/<version>.json` uses. It is stricter than the
 * official schema: a file valid here is valid there.
 */
const cadre = {
	identifier: z.uuid().describe('UUID de version 5, tiré de l’identifiant stable : le même à chaque construction.'),
	uri: z.url(),
	lastChangeDateTime: z.iso.datetime(),
};

const lien = z.strictObject({ title: mots, identifier: z.uuid(), uri: z.url() });
const lienNoeud = lien.extend({ targetType: z.literal('CASE') });

const cfDocument = z.strictObject({
	...cadre,
	frameworkType: mots,
	caseVersion: z.literal('1.1'),
	creator: mots,
	title: mots,
	officialSourceURL: z.url().optional(),
	publisher: mots,
	description: mots,
	subject: z.array(mots).optional(),
	language: z.literal('fr'),
	version: mots,
	adoptionStatus: z.enum(['Adopted', 'Deprecated']).optional(),
	statusStartDate: z.iso.date().optional(),
	statusEndDate: z.iso.date().optional(),
	licenseURI: lien,
	notes: mots,
});

export const cfItem = z.strictObject({
	...cadre,
	fullStatement: mots,
	abbreviatedStatement: mots.optional(),
	humanCodingScheme: mots,
	listEnumeration: mots,
	CFItemType: mots,
	CFItemTypeURI: lien,
	notes: mots.optional(),
	language: z.literal('fr'),
});

export const cfAssociation = z.strictObject({
	...cadre,
	associationType: z.enum(['isChildOf', 'replacedBy', 'isRelatedTo']),
	sequenceNumber: z.int().positive().optional(),
	originNodeURI: lienNoeud,
	destinationNodeURI: lienNoeud,
	CFAssociationGroupingURI: lien.optional(),
	notes: mots.optional(),
});

const definition = z.strictObject({ ...cadre, title: mots, description: mots });

export const cfPackage = z
	.strictObject({
		CFDocument: cfDocument,
		CFItems: z.array(cfItem),
		CFAssociations: z.array(cfAssociation),
		CFDefinitions: z.strictObject({
			CFItemTypes: z.array(definition.extend({ hierarchyCode: mots, typeCode: mots })),
			CFAssociationGroupings: z.array(definition),
			CFLicenses: z.array(definition.extend({ licenseText: mots })),
		}),
	})
	.describe('Une version d’un titre professionnel, en 1EdTech CASE 1.1 (les parties que Lignée emploie).');

export type CFPackage = z.infer<typeof cfPackage>;
export type CFDocument = z.infer<typeof cfDocument>;
export type CFItem = z.infer<typeof cfItem>;
export type CFAssociation = z.infer<typeof cfAssociation>;
export type LienCase = z.infer<typeof lien>;
