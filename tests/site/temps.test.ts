import { describe, expect, inject, it } from 'vitest';
import { navigateur } from '../navigateur.ts';
import { lirePages } from './pages.ts';

const PAGES = [
	'/',
	'/titres/',
	'/titres/tssr-2026/',
	'/titres/tssr-2026/ccp-1/',
	'/titres/tssr-2026/ccp-1/c1/',
	'/titres/tsgri-2003/',
	'/titres/tssr-2018/',
	'/comparer/tssr-2018/tssr-2026/',
];

/** Text of each page, in a browser whose clock is on this day. */
async function lireLe(jour: string, pages: readonly string[] = PAGES): Promise<Map<string, string>> {
	const contexte = await navigateur.newContext({ locale: 'fr-FR' });
	const page = await contexte.newPage();
	await page.clock.setFixedTime(new Date(`${jour}T12:00:00`));
	const lues = new Map<string, string>();
	for (const chemin of pages) {
		await page.goto(inject('adresse') + chemin);
		lues.set(chemin, (await page.locator('main').innerText()).replace(/\s+/g, ' '));
	}
	await contexte.close();
	return lues;
}

/** Words that say that a version is in force; legends and labels of filters also hold them, but name no version. */
const EN_VIGUEUR =
	/(?:Cette version|TSSR 2026) est en vigueur|[Ee]n vigueur au 21 novembre 2026(?: \(depuis|\s: TSSR)/u;
const VIEUX = /Les faits de cette page datent du 21 novembre 2026/u;

describe('le jour du lecteur', () => {
	it('peu après les faits, le titre est dit en vigueur au jour des faits, sans avis', async () => {
		const lues = await lireLe('2026-12-01');
		expect(lues.get('/titres/tssr-2026/')).toMatch(/Cette version est en vigueur au 21 novembre 2026, depuis/u);
		for (const [chemin, texte] of lues) expect(texte, chemin).not.toMatch(VIEUX);
	});
	it('un an après, chaque page dit que ses faits sont vieux ; la veille, non', async () => {
		for (const [chemin, texte] of await lireLe('2027-11-20')) expect(texte, chemin).not.toMatch(VIEUX);
		for (const [chemin, texte] of await lireLe('2027-11-21')) expect(texte, chemin).toMatch(VIEUX);
	});
	it.each(['2031-12-01', '2040-01-01'])('le %s, aucune page ne dit en vigueur ce qui a pris fin', async (jour) => {
		for (const [chemin, texte] of await lireLe(jour)) {
			expect(texte, chemin).not.toMatch(EN_VIGUEUR);
			if (chemin !== '/titres/')
				expect(texte, chemin).toMatch(/TSSR 2026 n’est plus en vigueur depuis le 1er septembre 2031/u);
		}
	});
	it('le 1er décembre 2031, rien ne l’est plus sur aucune page qui en parle', async () => {
		const pages = lirePages(process.env.DIST)
			// Without pages that redirect.
			.filter(({ html }) => html.includes('data-fin=') && !html.includes('http-equiv="refresh"'))
			.map(({ chemin }) => chemin)
			// Only the first competence of each bloc, since the pages of the others are alike.
			.filter((chemin) => !/\/c(?!1\/)\d+\/$/u.test(chemin));
		expect(pages.length).toBeGreaterThan(50);
		for (const [chemin, texte] of await lireLe('2031-12-01', pages)) {
			expect(texte, chemin).not.toMatch(EN_VIGUEUR);
			expect(texte, chemin).toMatch(/TSSR 2026 n’est plus en vigueur depuis le 1er septembre 2031/u);
		}
	});
	it('aucune page ne parle d’« aujourd’hui », qui n’est pas le jour de ses faits', () => {
		for (const { chemin, html } of lirePages(process.env.DIST)) expect(html, chemin).not.toMatch(/aujourd[’']hui/u);
	});
	it('sans script, la phrase reste vraie : elle nomme son jour', async () => {
		const contexte = await navigateur.newContext({ javaScriptEnabled: false });
		const page = await contexte.newPage();
		await page.goto(`${inject('adresse')}/titres/tssr/`);
		await page.waitForURL(/\/titres\/tssr-2026\/$/);
		expect(await page.locator('.etat').first().innerText()).toMatch(/en vigueur au 21\s+novembre 2026/u);
		await contexte.close();
	});
});
