import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

/** The system's Firefox: `FIREFOX_PATH`, or the paths where Debian and others install it. */
const executablePath = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
	(chemin) => chemin && existsSync(chemin),
);

/** Window widths, in pixels. Firefox cannot open a narrower window than the second. */
const FENETRES = { bureau: 1280, etroite: 450 } as const;
type Fenetre = keyof typeof FENETRES;

const navigateurs = new Map<Fenetre, Browser>();
beforeAll(async () => {
	if (!executablePath) throw new Error('Aucun Firefox trouvé : l’installer, ou donner son chemin dans FIREFOX_PATH.');
	for (const [nom, largeur] of Object.entries(FENETRES))
		navigateurs.set(
			nom as Fenetre,
			await puppeteer.launch({
				browser: 'firefox',
				executablePath,
				headless: true,
				defaultViewport: null,
				args: [`--width=${largeur}`, '--height=900'],
			}),
		);
});
afterAll(() => Promise.all([...navigateurs.values()].map((navigateur) => navigateur.close())));

/** Opens a page in a new browser context, and records its errors, including violations of its policy. */
async function visiter(chemin: string, fenetre: Fenetre): Promise<{ page: Page; erreurs: string[] }> {
	const contexte = await (navigateurs.get(fenetre) as Browser).createBrowserContext();
	const page = await contexte.newPage();
	const erreurs: string[] = [];
	page.on('pageerror', (erreur) => erreurs.push(String(erreur)));
	page.on('console', (message) => {
		if (message.type() === 'error') erreurs.push(message.text());
	});
	await page.goto(inject('adresse') + chemin, { waitUntil: 'load' });
	return { page, erreurs };
}

const dit = (page: Page, selecteur = 'main'): Promise<string> =>
	page.$eval(selecteur, (element) => (element as HTMLElement).innerText.replace(/\s+/g, ' '));

/** Polls until the expectation holds, however busy the machine is. */
const attendre = <T>(lire: () => Promise<T>) => expect.poll(lire);

const GENRES = [
	'/',
	'/titres/',
	'/titres/tssr-2026/',
	'/titres/tssr-2018/',
	'/titres/tssr-2018/ccp-1/',
	'/titres/tsgri-2003/ccp-1/c1/',
	'/lignees/systemes-et-reseaux/',
	'/comparer/',
	'/comparer/tsgri-2003/tssr-2018/',
	'/comparer/?titres=tsgri-2003,tssi-2013,tssr-2018',
	'/mes-ccp/',
	'/me-situer/',
	'/recherche/?q=annuaire',
	'/glossaire/',
	'/guides/obtenir/',
	'/nouveautes/',
	'/echeances/',
	'/donnees/',
];

describe('dans Firefox', () => {
	it.each(GENRES)('%s se lit en grand et en étroit, sans erreur ni débordement', async (chemin) => {
		for (const fenetre of ['bureau', 'etroite'] as const) {
			const { page, erreurs } = await visiter(chemin, fenetre);
			expect((await dit(page)).length).toBeGreaterThan(100);
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
				fenetre,
			).toBeLessThanOrEqual(0);
			expect(erreurs).toEqual([]);
			await page.browserContext().close();
		}
	});

	it('un candidat apprend ce que vaut pour le titre d’aujourd’hui un CCP du TSSI 2008', async () => {
		const { page, erreurs } = await visiter('/mes-ccp/#ccp=tssi-2008/ccp-2', 'etroite');
		await attendre(() => dit(page, '[data-resultat]')).toMatch(
			/Rien dans nos sources ne dit que ce que vous détenez compte pour le TSSR 2026/u,
		);
		expect(erreurs).toEqual([]);
	});

	it('un conseiller ne garde que ce qui change, et l’adresse le retient', async () => {
		const { page, erreurs } = await visiter('/comparer/tssi-2013/tssr-2018/', 'bureau');
		const entrees = () => page.$$eval('[data-entrees] > li', (lis) => lis.filter((li) => !li.hidden).length);
		const toutes = await entrees();
		await page.click('.filtres summary');
		await page.click('[data-seulement=changements]');
		await attendre(entrees).toBeLessThan(toutes);
		const gardees = await entrees();
		await page.reload();
		await attendre(entrees).toBe(gardees);
		expect(erreurs).toEqual([]);
	});

	it('un visiteur cherche un mot avec une faute, et trouve', async () => {
		const { page, erreurs } = await visiter('/recherche/?q=anuaire', 'bureau');
		await attendre(() => dit(page)).toMatch(/Essayez « annuaire »/iu);
		expect(erreurs).toEqual([]);
	});
});
