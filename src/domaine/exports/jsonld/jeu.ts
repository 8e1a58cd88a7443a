import type { DataDownload, Dataset } from 'schema-dts';
import type { FichierPublie } from '../../../schemas/donnees/inventaire.ts';
import { estDuCatalogue } from '../forme.ts';
import { EDITEUR, LICENCE } from '../licence.ts';
import { plusRecent } from '../modification.ts';

/** All the data of the site, as one set; files that hold the whole catalogue are its distributions. */
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
