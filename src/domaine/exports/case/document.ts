import type { CFDocument } from '../../../schemas/donnees/case.ts';
import { adresse } from '../../adresse.ts';
import { etatEnClair } from '../../etat.ts';
import { estDouteux } from '../../fait.ts';
import { direProfondeur } from '../../profondeur.ts';
import { titreVersion, type Version } from '../../version.ts';
import { AUTORITE, EDITEUR } from '../licence.ts';
import { modifieeLe } from '../modification.ts';
import { sourcesCitees } from '../source-citee.ts';
import { uuid } from '../uuid.ts';
import { lienLicence } from './definition.ts';

/** CASE asks for the moment of the last change. Where nothing dates a version, its year is all that is known. */
export const horodatage = (version: Version): string => `${modifieeLe(version) ?? `${version.annee}-01-01`}T00:00:00Z`;

/** A version as the CFDocument of its package. */
export function enDocument(version: Version, parId: ReadonlyMap<string, Version>, racine: string): CFDocument {
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
	if (cle === 'inconnu' || aVerifier) return {};
	if (cle === 'en-vigueur')
		return {
			adoptionStatus: 'Adopted',
			...(debut && { statusStartDate: debut.valeur }),
			...(fin && { statusEndDate: fin.valeur }),
		};
	return { adoptionStatus: 'Deprecated', ...(depuis && !dateAVerifier && { statusStartDate: depuis }) };
}
