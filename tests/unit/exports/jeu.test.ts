import { describe, expect, it } from 'vitest';
import { jeuStructure } from '../../../src/domaine/exports/jsonld.ts';
import type { FichierPublie } from '../../../src/schemas/donnees/inventaire.ts';
import { RACINE } from './exemple.ts';

const fichier = (chemin: string, autres: Partial<FichierPublie> = {}): FichierPublie => ({
	chemin,
	forme: 'catalogue',
	type: 'application/json',
	schema: null,
	version: null,
	octets: 812,
	sha256: 'a'.repeat(64),
	modifieLe: null,
	...autres,
});

describe('le jeu de données entier', () => {
	const jeu = () =>
		jeuStructure(
			[
				fichier('/donnees/catalogue.json', { modifieLe: '2026-04-01' }),
				fichier('/donnees/empreintes.json', { forme: 'empreintes' }),
				fichier('/donnees/titres/abc-2001.json', { forme: 'titre', version: 'abc-2001', modifieLe: '2026-05-01' }),
				fichier('/donnees/comparaisons/abc-2001--abd-2010.json', { forme: 'comparaison' }),
				fichier('/donnees/comparaisons/abc-2001--abd-2010.csv', { forme: 'comparaison-csv' }),
			],
			'Tout.',
			RACINE,
		) as unknown as { dateModified: string; distribution: Record<string, string>[] };

	it('dit ce qu’il est, sous quelle licence, et de quoi chaque fichier est fait', () => {
		expect(jeu()).toMatchObject({
			'@type': 'Dataset',
			'@id': `${RACINE}/donnees/#jeu`,
			name: 'Référentiels des titres professionnels, version après version',
			description: 'Tout.',
			url: `${RACINE}/donnees/`,
			inLanguage: 'fr',
			isAccessibleForFree: true,
			license: 'https://spdx.org/licenses/MIT.html',
			creator: { '@type': 'Organization', name: 'Lignée (site non officiel)', url: `${RACINE}/` },
			keywords: ['titre professionnel', 'référentiel', 'CCP', 'compétence', 'RNCP'],
		});
		expect(jeu().distribution[0]).toEqual({
			'@type': 'DataDownload',
			contentUrl: `${RACINE}/donnees/catalogue.json`,
			encodingFormat: 'application/json',
			contentSize: '812 o',
			sha256: 'a'.repeat(64),
			dateModified: '2026-04-01',
		});
	});

	it('ne distribue que les fichiers qui ont tout le catalogue', () => {
		expect(jeu().distribution.map((d) => d.contentUrl)).toEqual([
			`${RACINE}/donnees/catalogue.json`,
			`${RACINE}/donnees/empreintes.json`,
		]);
	});

	it('prend le jour de son fichier le plus récent, et n’en invente pas à un fichier qui n’en a pas', () => {
		expect(jeu().dateModified).toBe('2026-05-01');
		expect(jeu().distribution[0]?.dateModified).toBe('2026-04-01');
		expect(jeu().distribution[1]).not.toHaveProperty('dateModified');
		expect(jeuStructure([fichier('/a')], 'Tout.', RACINE)).not.toHaveProperty('dateModified');
	});
});
