import { describe, expect, inject, it } from 'vitest';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { navigateur } from '../navigateur.ts';

const adresse = inject('adresse');

describe('un code officiel répond', () => {
	it('à l’adresse de chaque numéro du RNCP, sans JavaScript, avec la version et son statut', async () => {
		const { versions } = lireCatalogue();
		const numeros = versions.flatMap((v) => v.codes.filter(({ type }) => type === 'RNCP').map((c) => ({ v, c })));
		expect(numeros.length).toBeGreaterThan(3);
		const page = await navigateur.newPage({ javaScriptEnabled: false });
		for (const { v, c } of numeros) {
			await page.goto(`${adresse}/rncp/${c.valeur.replace('RNCP', '')}/`);
			const principal = page.locator('main');
			expect(await principal.getByRole('link', { name: `${v.sigle} ${v.annee}`, exact: true }).count()).toBeGreaterThan(
				0,
			);
			expect(await principal.locator('.etat').count()).toBeGreaterThan(0);
		}
		await page.close();
	});

	it('dans une liste collée sur la page des titres, ligne par ligne, inconnus compris, même plus vite que le réseau', async () => {
		const page = await navigateur.newPage();
		let ouvrir = () => {};
		const clic = new Promise<void>((resolve) => {
			ouvrir = resolve;
		});
		// Delay the script of the tool until after the click that submits the list.
		await page.route(/\/liste\.[^/]*\.js/, async (route) => {
			await clic;
			await route.continue();
		});
		await page.goto(`${adresse}/titres/`);
		await page.getByLabel('Codes ou titres').fill('rncp 37682\nTP-01351 m01\nRNCP99999');
		await page.getByLabel('En vigueur le').fill('2026-11-29');
		await page.getByRole('button', { name: 'Vérifier' }).click();
		ouvrir();
		const lignes = page.locator('[data-liste] tbody tr');
		await lignes.nth(2).waitFor();
		expect(await lignes.nth(0).innerText()).toMatch(
			/TSSR\s2023[\s\S]*n’est plus en vigueur depuis le 1er septembre 2026/,
		);
		expect(await lignes.nth(1).innerText()).toMatch(/TSSR\s2018/);
		expect(await lignes.nth(2).innerText()).toContain('inconnu du catalogue');
		const fichier = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Télécharger en CSV' }).click();
		expect((await fichier).suggestedFilename()).toBe('titres-au-2026-11-29.csv');
		await page.close();
	});
});
