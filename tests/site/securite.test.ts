import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servirDossier } from '../../scripts/serveur.ts';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { AVANT_LE_DESSIN } from '../../src/outils/theme.ts';
import type { InventairePublie } from '../../src/schemas/donnees/inventaire.ts';
import { fichiersDe } from '../fichiers.ts';
import { navigateur } from '../navigateur.ts';
import { construire, sortieNeuve } from './construire.ts';
import { morts } from './liens.ts';
import { lirePages } from './pages.ts';

/** A catalogue in which every text tries to inject markup. */
const CATALOGUE = 'tests/catalogues-hostiles/balisage';
const DOSSIER = sortieNeuve();
const { versions } = lireCatalogue(CATALOGUE);
const competences = versions.flatMap((v) => v.blocs.flatMap((b) => b.competences));

let adresse: string;
let fermer: () => Promise<void>;
beforeAll(async () => {
	const { status, stderr, stdout } = construire({ CATALOGUE, OUT_DIR: DOSSIER });
	expect(status, stdout + stderr).toBe(0);
	({ adresse, fermer } = await servirDossier({ outDir: DOSSIER }));
});
afterAll(async () => {
	await fermer?.();
});

/** Opens a page without its Content-Security-Policy, so that only escaping protects it, and counts scripts that ran. */
async function ouvrir(chemin: string, largeur = 1280): Promise<Page> {
	const contexte = await navigateur.newContext({ bypassCSP: true, viewport: { width: largeur, height: 800 } });
	const page = await contexte.newPage();
	await page.addInitScript(() => {
		window.alert = (message) => {
			document.documentElement.dataset.percee = String(message);
		};
	});
	page.on('request', (requete) => {
		if (!requete.url().startsWith(`${adresse}/`)) throw new Error(`requête vers un autre hôte : ${requete.url()}`);
	});
	await page.goto(adresse + chemin);
	return page;
}

/** Active elements of a page that come from texts of the catalogue; empty if everything is escaped. */
const actif = (page: Page): Promise<string[]> =>
	page.evaluate((avantLeDessin) => {
		const trouves: string[] = [];
		if (document.documentElement.dataset.percee) trouves.push(`exécuté : ${document.documentElement.dataset.percee}`);
		for (const element of document.querySelectorAll('*')) {
			const nom = element.localName;
			if (nom === 'script') {
				if (element.getAttribute('type') === 'application/ld+json') JSON.parse(element.textContent);
				else if (element.textContent === avantLeDessin && element.parentElement === document.head) continue;
				else if (!element.getAttribute('src')?.startsWith('/_astro/')) trouves.push(element.outerHTML);
			}
			if (/^(?:img|iframe|object|embed|style|base)$/.test(nom)) trouves.push(element.outerHTML.slice(0, 200));
			for (const { name, value } of element.attributes) {
				// Set by the script that measures the sticky bar; it involves no text of the catalogue.
				const mesure = name === 'style' && /^--haut: \d+px;$/.test(value) && element.matches('section.comparaison');
				if (name.startsWith('on') || (name === 'style' && !mesure)) trouves.push(`${nom} ${name}=${value}`);
				if (/^(?:href|src|action|xlink:href)$/.test(name) && /^\s*(?:javascript|vbscript|data):/i.test(value))
					trouves.push(`${nom} ${name}=${value}`);
			}
		}
		const seuls = ['head > title', 'h1', 'main', 'footer.pied', 'head > meta[charset]'];
		for (const s of seuls) if (document.querySelectorAll(s).length !== 1) trouves.push(`${s} n’est pas seul`);
		if (document.querySelector('main footer.pied')) trouves.push('le pied est dans le texte');
		if (document.body.lastElementChild?.closest('main')) trouves.push('le texte n’est pas refermé');
		return trouves;
	}, AVANT_LE_DESSIN);

const fichiers = (extension: string): { chemin: string; texte: string }[] =>
	fichiersDe(DOSSIER)
		.filter((chemin) => chemin.endsWith(extension))
		.map((chemin) => ({ chemin, texte: readFileSync(join(DOSSIER, chemin), 'utf8') }));

describe('un catalogue dont chaque texte est hostile', () => {
	it('donne des pages où rien n’agit', async () => {
		const pages = lirePages(DOSSIER);
		expect(pages.length).toBeGreaterThan(50);
		const page = await ouvrir('/');
		const fautes: string[] = [];
		for (const { chemin } of pages) {
			await page.goto(adresse + chemin);
			fautes.push(...(await actif(page)).map((faute) => `${chemin} : ${faute}`));
		}
		expect(fautes).toEqual([]);
		await page.context().close();
	});

	it('ne fait déborder aucune page d’un téléphone', async () => {
		const page = await ouvrir('/', 360);
		const debordent: string[] = [];
		for (const { chemin } of lirePages(DOSSIER)) {
			await page.goto(adresse + chemin);
			const trop = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			if (trop > 0) debordent.push(`${chemin} : ${trop} px`);
		}
		expect(debordent).toEqual([]);
		await page.context().close();
	});

	it('montre chaque libellé tel qu’il est écrit, sur sa page et dans son bloc', async () => {
		const page = await ouvrir('/');
		for (const { id, libelle } of competences) {
			await page.goto(`${adresse}/titres/${id}/`);
			expect(await page.locator('h1').textContent(), id).toContain(libelle);
			await page.goto(`${adresse}/titres/${id.replace(/\/c\d+$/, '')}/`);
			expect(await page.locator('main').textContent(), id).toContain(libelle);
		}
		await page.context().close();
	});

	it('montre comme du texte ce que sa prose, son document et ses guides ont de balisage', async () => {
		const attendus: Record<string, string[]> = {
			'/titres/zz-2010/': [
				'Le métier <script>alert("corps")</script>, <img src=x onerror=alert(1)> et <a href="javascript:alert(1)">lien</a>.',
				'<div onclick="alert(1)"></section></main></body></html>',
				'<!-- un commentaire --> {1+1} {{7*7}} [lien](javascript:alert(1)) [autre](data:text/html,x)',
				'![image](https://exemple.test/x.png "titre") [référence][r]',
				'[r]: javascript:alert(1)',
				'<script>alert("table")</script>',
				'<script>alert("code")</script>',
				'Note <script>alert("note")</script> [n](javascript:alert(1)).',
				'Une expérience de trois ans <script>alert("phrase")</script> est demandée.',
			],
			'/titres/zz-2010/document/': ['</pre><script>alert("document")</script>'],
			'/guides/un-guide/': [
				'Un guide </title><script>alert("guide")</script>',
				'Du code en ligne, <script>alert("code")</script> et {1+1}, des signes échappés, <script> et {1+1}',
			],
			'/glossaire/': ['<script>alert("terme")</script>', '<script>alert("définition")</script> {1+1}'],
			'/mentions-legales/': ['<script>alert("nom")</script>', 'javascript:alert(1)', '{1+1}'],
			'/lignees/zz/': ['<script>alert("lignée")</script>', '</p><script>alert("résumé")</script> {1+1}'],
		};
		const page = await ouvrir('/');
		for (const [chemin, textes] of Object.entries(attendus)) {
			await page.goto(adresse + chemin);
			const lu = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
			for (const texte of textes) expect(lu, chemin).toContain(texte);
		}
		await page.context().close();
	});

	it('n’abîme pas la page d’un autre titre, et n’écrit rien hors de son dossier', async () => {
		const page = await ouvrir('/titres/yy-2012/');
		expect(await page.locator('main').textContent()).toContain('Le technicien prépare le travail.');
		expect(await page.locator('main').textContent()).not.toMatch(/alert|script/);
		await page.context().close();
		expect(readdirSync(dirname(DOSSIER))).toEqual(['site']);
		for (const { chemin } of fichiers('')) expect(chemin).toMatch(/^(?:[\w-]+\/)*[\w.-]+$/);
	});

	it('ne sort ni du JSON, ni du XML, ni du CSV qu’il remplit', () => {
		const json = [...fichiers('.json'), ...fichiers('.jsonld')];
		expect(json.length).toBeGreaterThan(10);
		for (const { chemin, texte } of json) expect(() => JSON.parse(texte), chemin).not.toThrow();
		const xml = fichiers('.xml').filter(({ chemin }) => !chemin.startsWith('sources/'));
		expect(xml.length).toBeGreaterThan(2);
		for (const { chemin, texte } of xml) {
			const elements = new Set<string>();
			const lecteur = new SaxesParser({ xmlns: false });
			lecteur.on('opentag', ({ name }) => elements.add(name));
			lecteur.on('error', (erreur) => expect.unreachable(`${chemin} : ${erreur.message}`));
			lecteur.write(texte).close();
			for (const element of ['script', 'svg', 'img', 'b']) expect(elements, chemin).not.toContain(element);
		}
		const csv = fichiers('.csv');
		expect(csv.length).toBeGreaterThan(2);
		for (const { chemin, texte } of csv)
			for (const [, cellule = ''] of texte.matchAll(/"((?:[^"]|"")*)"/g))
				expect(cellule, chemin).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
	});

	it('garde la réserve d’un code de bloc que seule une source secondaire donne, et n’en met pas à l’autre', async () => {
		const page = await ouvrir('/rncp/300/');
		const lignes = (await page.locator('main li').allTextContents()).map((l) => l.replace(/\s+/g, ' '));
		for (const [code, reserve] of [
			['RNCP300BC01', true],
			['RNCP300BC02', false],
		] as const) {
			const siennes = lignes.filter((l) => l.includes(code));
			expect(siennes, code).toHaveLength(1);
			expect(siennes[0]?.includes('à vérifier'), siennes[0]).toBe(reserve);
		}
		await page.context().close();
	});

	it('n’a aucun lien mort, même vers un passage d’un texte que le catalogue a fait sien', async () => {
		expect(await morts(`${adresse}/`)).toEqual([]);
	});

	it('dit aussi sur la page de chaque bloc son code, avec cette réserve et sans elle', async () => {
		const page = await ouvrir('/titres/zz-2018/ccp-1/');
		expect(await page.locator('main').textContent()).toContain('RNCP300BC01 (source secondaire, à vérifier)');
		await page.goto(`${adresse}/titres/zz-2018/ccp-2/`);
		expect(await page.locator('main').textContent()).toContain('RNCP300BC02.');
		await page.context().close();
	});

	it('montre les compétences transversales d’une version dont le texte est tenu', async () => {
		const page = await ouvrir('/titres/zz-2010/');
		expect(await page.locator('#transversales-c1').textContent()).toContain('<script>alert("transversale")</script>');
		await page.context().close();
	});

	it('garde ses données conformes à leurs schémas, et donne pour exemple un fichier qu’il a', () => {
		const ajv = new Ajv2020({ allErrors: true, strict: true });
		formats.default(ajv);
		const lire = (chemin: string) => JSON.parse(readFileSync(join(DOSSIER, chemin), 'utf8'));
		const { fichiers: publies } = lire('/donnees/inventaire.json') as InventairePublie;
		for (const { chemin, schema } of publies.filter((f) => f.schema?.endsWith('.schema.json'))) {
			const lu = lire(schema as string);
			const valide = ajv.getSchema(lu.$id) ?? ajv.compile(lu);
			valide(lire(chemin));
			expect(valide.errors ?? [], chemin).toEqual([]);
		}
		const [, exemple = ''] =
			/curl -s https:\/\/[^/]+(\/[^ ]+)/.exec(readFileSync(join(DOSSIER, 'donnees/index.html'), 'utf8')) ?? [];
		expect(publies.map(({ chemin }) => chemin)).toContain(exemple);
	});

	it('se cherche sans que rien de ce qui est trouvé n’agisse', async () => {
		const page = await ouvrir(`/recherche/?q=${encodeURIComponent('alert script')}`);
		await page.locator('.resultats a').first().waitFor();
		expect(await page.locator('.resultats').allTextContents()).toEqual(
			expect.arrayContaining([expect.stringContaining('</script><script>alert("jsonld")</script>')]),
		);
		expect(await actif(page)).toEqual([]);
		await page.context().close();
	});
});
