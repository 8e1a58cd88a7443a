import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { servirDossier } from '../../scripts/serveur.ts';
import type { InventairePublie } from '../../src/schemas/donnees/inventaire.ts';
import { fichiersDe } from '../fichiers.ts';
import { navigateur } from '../navigateur.ts';
import { construire, sortieNeuve } from './construire.ts';
import { morts } from './liens.ts';

const dossier = sortieNeuve();
let serveur: Awaited<ReturnType<typeof servirDossier>>;
beforeAll(async () => {
	const { status, stderr } = construire({ PEU_DE_FICHIERS: '1', OUT_DIR: dossier });
	expect(status, stderr).toBe(0);
	serveur = await servirDossier({ outDir: dossier });
});
afterAll(() => serveur?.fermer());

const pages = (dist: string) => fichiersDe(dist).filter((f) => f.endsWith('.html'));

it('un site de peu de fichiers a les mêmes pages que l’autre, et moins de la moitié du reste', () => {
	expect(pages(dossier)).toEqual(pages('dist'));
	const reste = (dist: string) => fichiersDe(dist).length - pages(dist).length;
	expect(reste(dossier)).toBeLessThan(reste('dist') / 2);
});

it('un site de peu de fichiers ne décrit que les fichiers qu’il a', () => {
	const { fichiers } = JSON.parse(readFileSync(join(dossier, 'donnees/inventaire.json'), 'utf8')) as InventairePublie;
	const employes = new Set(fichiers.flatMap(({ schema }) => schema ?? []));
	const schemas = fichiersDe(join(dossier, 'donnees/schemas')).map((f) => `/donnees/schemas/${f}`);
	expect(schemas.toSorted()).toEqual([...employes, '/donnees/schemas/inventaire.schema.json'].toSorted());
});

it('un site de peu de fichiers n’a pas de lien mort', async () => {
	expect(await morts(`${serveur.adresse}/`)).toEqual([]);
});

it.each(['sauvegarde', 'horaires décalés', 'rncp 31115 bc 4', 'VAE', 'comparer tsgri tssr'])(
	'un site de peu de fichiers trouve « %s » comme l’autre, jusqu’aux compétences',
	async (q) => {
		const [peu, tout] = await Promise.all(
			[serveur.adresse, inject('adresse')].map(async (adresse) => {
				const page = await navigateur.newPage();
				await page.goto(`${adresse}/recherche/?q=${encodeURIComponent(q)}`);
				await page
					.locator('[data-etat]')
					.filter({ hasText: /résultat/ })
					.waitFor();
				const resultats = await page.locator('.resultats li').allInnerTexts();
				await page.close();
				return resultats;
			}),
		);
		expect(tout?.length).toBeGreaterThan(0);
		expect(peu).toEqual(tout);
	},
);

it.each([
	['/comparer/?titres=tsgri-2003,tsgeri-2008,tssr-2018', 'table'],
	['/mes-ccp/#ccp=tssi-2003/ccp-1', '.reponse'],
])('un site de peu de fichiers répond à %s comme l’autre', async (chemin, attendu) => {
	const [peu, tout] = await Promise.all(
		[serveur.adresse, inject('adresse')].map(async (adresse) => {
			const page = await navigateur.newPage();
			await page.goto(adresse + chemin);
			await page.locator(`main ${attendu}`).first().waitFor();
			const reponse = await page.locator('main').innerText();
			await page.close();
			return reponse;
		}),
	);
	expect(peu).toBe(tout);
});
