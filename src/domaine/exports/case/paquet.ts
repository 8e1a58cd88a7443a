import type { CFPackage } from '../../../schemas/donnees/case.ts';
import type { Version } from '../../version.ts';
import type { Relations } from '../relation.ts';
import { enAssociations } from './association.ts';
import { definitions } from './definition.ts';
import { enDocument, horodatage } from './document.ts';
import { enItems } from './item.ts';

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
