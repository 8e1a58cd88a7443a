import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { navigateur } from '../navigateur.ts';

const { versions } = lireCatalogue('content');
const enVigueur = versions.filter(({ etat }) => etat.cle === 'en-vigueur').length;

it('l’index des titres se réduit à ceux qui répondent, et le dit, dans l’adresse aussi', async () => {
	const page = await navigateur.newPage();
	await page.goto(`${inject('adresse')}/titres/`);
	await page.getByLabel(/^État au/).selectOption('en-vigueur');
	await expect
		.poll(() => page.locator('[data-compte]').textContent())
		.toMatch(new RegExp(`^${enVigueur} versions? sur ${versions.length}\\.$`, 'u'));
	expect(await page.locator('tr[data-niveau]:visible').count()).toBe(enVigueur);
	expect(page.url()).toMatch(/\?etat=en-vigueur$/);
	await page.reload();
	await expect.poll(() => page.locator('tr[data-niveau]:visible').count()).toBe(enVigueur);
	await page.close();
});

/** The catalogue is too small for an index of two pages: its only page is served twice, as the first and the second. */
it('un index coupé en pages se réduit en entier, sous la politique de sécurité du site', async () => {
	const html = readFileSync(join('dist', 'titres', 'index.html'), 'utf8');
	const page = await navigateur.newPage();
	const servir = (chemin: string, body: string) =>
		page.route(`${inject('adresse')}${chemin}`, (route) => route.fulfill({ body, contentType: 'text/html' }));
	await servir('/titres/', html.replace('<section aria-labelledby="liste"', '<nav data-pages="/titres/2/"></nav>$&'));
	await servir('/titres/2/', html);
	await page.goto(`${inject('adresse')}/titres/`);
	await page.getByLabel(/^État au/).selectOption('en-vigueur');
	await expect
		.poll(() => page.locator('[data-compte]').textContent())
		.toMatch(new RegExp(`^${2 * enVigueur} versions? sur ${2 * versions.length}\\.$`, 'u'));
	expect(await page.locator('tr[data-niveau]:visible').count()).toBe(2 * enVigueur);
	await page.close();
});
