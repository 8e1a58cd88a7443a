import { globSync, readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Comparaison } from '../../src/domaine/comparaison/comparaison.ts';
import type { Correspondance } from '../../src/schemas/correspondance.ts';
import { lirePages } from './pages.ts';

const pages = lirePages();
const validateur = new HtmlValidate({
	extends: ['html-validate:standard'],
	rules: {
		// Rules of style only: Astro writes void elements and boolean attributes in another valid style.
		'void-style': 'off',
		'attribute-boolean-style': 'off',
		'doctype-style': 'off',
		'no-trailing-whitespace': 'off',
		'attribute-empty-style': 'off',
		// Long titles are valid; search engines cut them. A test below checks what readers see.
		'long-title': 'off',
		// Official headings hold « L. 335-5 », and their spaces must not be changed.
		'tel-non-breaking': 'off',
	},
});
const un = (html: string, motif: RegExp) => motif.exec(html)?.[1] ?? '';
const decoder = (t: string) =>
	t
		.replace(/&#39;|&#x27;/g, "'")
		.replace(/&amp;/g, '&')
		.replace(/&quot;/g, '"');
const titre = (html: string) => decoder(un(html, /<title>([^<]*)<\/title>/));
const description = (html: string) => decoder(un(html, /<meta name="description" content="([^"]*)"/));

describe('chaque page', () => {
	it('est du HTML valide', async () => {
		const fautes: string[] = [];
		for (const { chemin, html } of pages) {
			const { results } = await validateur.validateString(html, chemin);
			for (const m of results.flatMap((r) => r.messages)) fautes.push(`${chemin}:${m.line} ${m.ruleId} ${m.message}`);
		}
		expect(fautes.slice(0, 40)).toEqual([]);
	});
	it('finit avec son document : rien ne suit </html>', () => {
		for (const { chemin, html } of pages) expect(html.trimEnd().slice(-20), chemin).toMatch(/<\/body>\s*<\/html>$/);
	});
	it('a un seul h1, une langue, une adresse canonique et l’avis « site non officiel »', () => {
		for (const { chemin, html } of pages) {
			expect(html.match(/<h1[\s>]/g), chemin).toHaveLength(1);
			expect(html, chemin).toContain('<html lang="fr"');
			expect(html, chemin).toMatch(/<link rel="canonical" href="https:\/\/[^"]+"/);
			expect(html, chemin).toContain('Site non officiel');
		}
	});
	it('sauf l’accueil, a un fil d’Ariane ou est une rubrique', () => {
		const profondes = pages.filter(({ chemin }) => chemin.split('/').length > 3);
		for (const { chemin, html } of profondes) expect(html, chemin).toContain('Fil d’Ariane');
	});
	it('a un titre et une description à elle seule', () => {
		for (const lire of [titre, description]) {
			const vues = new Map<string, string>();
			for (const { chemin, html } of pages) {
				const valeur = lire(html);
				expect(valeur, chemin).not.toBe('');
				expect(vues.get(valeur), `${chemin} et ${vues.get(valeur)} : « ${valeur} »`).toBeUndefined();
				vues.set(valeur, chemin);
			}
		}
	});
	it('ne demande rien à un autre hôte', () => {
		for (const { chemin, html } of pages) {
			const ressources = [...html.matchAll(/<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*>/g)]
				.map(([balise]) => balise)
				.filter((balise) => !/rel="(?:canonical|alternate)"/.test(balise))
				.flatMap((balise) => [...balise.matchAll(/(?:src|href|srcset|data)="([^"]*)"/g)].map(([, url]) => url ?? ''));
			expect(
				ressources.filter((url) => /^(?:https?:)?\/\//.test(url)),
				chemin,
			).toEqual([]);
		}
	});
	it('d’une version dit d’abord son statut', () => {
		for (const { chemin, html } of pages.filter((p) => /^\/titres\/[a-z]+-\d{4}\//.test(p.chemin))) {
			const statut = html.indexOf('aria-label="État de cette version"');
			expect(statut, chemin).toBeGreaterThan(html.indexOf('<h1'));
			expect(html.slice(html.indexOf('</h1>'), statut), chemin).not.toMatch(/<(?:h2|p|dl|ul|table)[\s>]/);
		}
	});
});

describe('ce qui est dit officiel', () => {
	/** Pages that explain the word. */
	const LEGENDES = ['/', '/donnees/', '/guides/lire-une-comparaison/'];

	it('l’est d’après un article, pour des blocs, et l’est partout où il le faut', () => {
		const etablies = globSync('content/correspondances/*.yaml')
			.map((fichier) => parse(readFileSync(fichier, 'utf8')) as Correspondance)
			.flatMap(({ de, vers, blocs }) =>
				blocs?.source.nature === 'officielle' ? [{ de, vers, liens: blocs.liens }] : [],
			);
		const attendues = etablies.flatMap(({ de, vers, liens }) => [
			`/comparer/${de}/${vers}/`,
			...liens.flatMap((l) => [
				...l.de.map((b) => `/titres/${de}/${b}/`),
				...l.vers.map((b) => `/titres/${vers}/${b}/`),
			]),
		]);
		const marquees = pages.filter(({ html }) => html.includes('statut-officielle')).map(({ chemin }) => chemin);
		expect(attendues.length).toBeGreaterThan(0);
		expect(new Set(marquees)).toEqual(new Set([...LEGENDES, ...attendues]));
	});

	it('n’est jamais le devenir d’une compétence', () => {
		const comparaisons = globSync('dist/donnees/comparaisons/*.json');
		expect(comparaisons).not.toHaveLength(0);
		for (const fichier of comparaisons) {
			const { competences } = JSON.parse(readFileSync(fichier, 'utf8')) as Comparaison;
			expect(competences.map(({ statut }) => statut)).not.toContain('officielle');
		}
		const entrees = pages.flatMap(({ html }) => html.split('<li class="entree"').slice(1));
		expect(entrees).not.toHaveLength(0);
		for (const entree of entrees) expect(entree).not.toContain('officielle"');
	});
});
