import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createViteServer } from 'vitest/node';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { navigateur } from '../navigateur.ts';
import { annonce } from './outils-gestes.ts';

/** Selectors of views that pages render at build and the tool renders in the browser, with the same components. */
const VUES = ['.totaux', 'section[aria-labelledby=blocs]', 'section.comparaison'];

/** All pairs of versions that have a comparison page. */
const PAIRES = globSync('dist/comparer/*/*/index.html')
	.map((f) => f.split(/[\\/]/).slice(2, 4) as [string, string])
	.sort();

/**
 * Elements, attributes and text of a view. Left out: what the script of the filters adds, and the explanations of
 * automatic entries, which are on the page but not in its data file.
 */
const lire = (vue: Locator): Promise<string[]> =>
	vue.evaluateAll((elements) =>
		elements.map((element) => {
			const copie = element.cloneNode(true) as Element;
			for (const form of copie.querySelectorAll('form[data-filtres]')) form.removeAttribute('hidden');
			for (const dit of copie.querySelectorAll('[data-compte]')) dit.textContent = '';
			for (const pose of copie.querySelectorAll('.lien-entree')) pose.remove();
			copie.removeAttribute('style');
			for (const p of copie.querySelectorAll('.entree > .petit'))
				p.textContent = p.textContent?.replace(/(sur 1\.).*$/s, '$1') ?? '';
			for (const balise of copie.querySelectorAll('*')) {
				const attributs = [...balise.attributes].sort((a, b) => a.name.localeCompare(b.name));
				for (const { name } of attributs) balise.removeAttribute(name);
				for (const { name, value } of attributs) balise.setAttribute(name, value);
			}
			for (const cache of copie.querySelectorAll('.entree[hidden]')) cache.removeAttribute('hidden');
			copie.normalize();
			return copie.outerHTML.replace(/></g, '>\n<');
		}),
	);

describe('une comparaison écrite à la construction et dessinée dans le navigateur', () => {
	let page: Page;
	let outil: Page;
	beforeAll(async () => {
		page = await (await navigateur.newContext({ javaScriptEnabled: false })).newPage();
		outil = await (await navigateur.newContext()).newPage();
	});

	it('a de quoi être comparée', () => expect(PAIRES.length).toBeGreaterThan(5));

	it.each(PAIRES)('dit la même chose, au signe près, de %s et %s', async (de, vers) => {
		await page.goto(`${inject('adresse')}/comparer/${de}/${vers}/`);
		await outil.goto(`${inject('adresse')}/comparer/?titres=${de},${vers}&ordre=recente`);
		await annonce(outil, /côte à côte/);
		for (const vue of VUES) expect(await lire(outil.locator(vue)), vue).toEqual(await lire(page.locator(vue)));
		expect(await lire(page.locator(VUES[1] as string))).toHaveLength(1);
	});
});

const SITE = 'https://lignee.example';

/** Serves the modules of the project, including the views, to a browser. */
const servirModules = async () => {
	const serveur = await createViteServer({
		configFile: false,
		root: fileURLToPath(new URL('../..', import.meta.url)),
		cacheDir: join(tmpdir(), `vues-${process.pid}`),
		logLevel: 'error',
		appType: 'custom',
		define: { 'import.meta.env.SITE': JSON.stringify(SITE) },
		oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
		optimizeDeps: { noDiscovery: true },
		server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
	});
	await serveur.listen();
	return { adresse: serveur.resolvedUrls?.local[0] ?? '', fermer: () => serveur.close() };
};

describe('une vue que les pages seules montrent aujourd’hui', () => {
	it('se dessine dans un navigateur comme à la construction, au signe près', async () => {
		vi.stubEnv('SITE', SITE);
		const { vuesPartagees } = await import('./vues-partagees.tsx');
		const { versions, correspondances, lexique } = lireCatalogue('content');
		const donnees = { versions, correspondances, lexique };
		const modules = await servirModules();
		try {
			const page = await navigateur.newPage();
			await page.route('**/vide', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
			await page.goto(`${modules.adresse}vide`);
			await page.addScriptTag({
				type: 'module',
				content: "import { dessiner } from '/tests/site/vues-partagees.tsx'; globalThis.dessiner = dessiner;",
			});
			await page.waitForFunction('globalThis.dessiner');
			/** Both texts go through the parser of the browser, so that only real differences remain. */
			const [construites, dessinees] = await page.evaluate(
				([lues, ecrites]) => {
					const { dessiner } = globalThis as unknown as { dessiner: (d: unknown) => [string, string][] };
					const relire = (html: string) => {
						const racine = document.createElement('div');
						racine.innerHTML = html;
						return racine.innerHTML;
					};
					return [ecrites.map(([nom, html]) => [nom, relire(html)]), dessiner(lues)];
				},
				[donnees, vuesPartagees(donnees).map(([nom, vue]) => [nom, renderToString(vue)] as [string, string])] as const,
			);
			expect(construites?.length).toBeGreaterThan(300);
			for (const [i, vue] of (construites ?? []).entries()) expect(dessinees?.[i]).toEqual(vue);
		} finally {
			await modules.fermer();
			vi.unstubAllEnvs();
		}
	});
});
