import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CataloguePublie } from '../../src/schemas/donnees/catalogue.ts';
import { lirePages } from './pages.ts';
import { lireVocabulaire } from './vocabulaire-schema.ts';

const DIST = process.env.DIST ?? 'dist';
const pages = lirePages(DIST);
const { versions } = JSON.parse(readFileSync(join(DIST, 'donnees/catalogue.json'), 'utf8')) as CataloguePublie;

type Noeud = Record<string, unknown> & { '@type'?: string; '@id'?: string };
const graphe = (html: string): Noeud[] => {
	const scripts = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
	return scripts.flatMap(([, json = '']) => (JSON.parse(json) as { '@graph': Noeud[] })['@graph']);
};
const noeuds = (valeur: unknown): Noeud[] => {
	if (Array.isArray(valeur)) return valeur.flatMap(noeuds);
	if (!valeur || typeof valeur !== 'object') return [];
	return [valeur as Noeud, ...Object.values(valeur).flatMap(noeuds)];
};
const decoder = (texte: string): string =>
	texte
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
const meta = (html: string, motif: RegExp): string => decoder(motif.exec(html)?.[1] ?? '');
const canonique = (html: string): string => meta(html, /<link rel="canonical" href="([^"]*)"/);
const indexee = (html: string): boolean => !/<meta name="robots" content="noindex/.test(html);

describe('données structurées', () => {
	it('n’emploient que des classes et des propriétés de schema.org, chacune à sa place', () => {
		const proprietes = lireVocabulaire();
		expect(proprietes('DefinedTerm')?.has('termCode')).toBe(true);
		expect(proprietes('DefinedTerm')?.has('competencyRequired')).toBe(false);
		expect(proprietes('Titre')).toBeUndefined();
		const fautes = new Set<string>();
		for (const { html } of pages)
			for (const noeud of noeuds(graphe(html))) {
				const { '@type': type, '@id': id, ...reste } = noeud;
				// A node with only an id refers to one that another page describes.
				if (type === undefined && id !== undefined && !Object.keys(reste).length) continue;
				const admises = type === undefined ? undefined : proprietes(type);
				if (!admises) fautes.add(`classe inconnue : ${type}`);
				for (const cle of Object.keys(reste))
					if (!admises?.has(cle) && !/-(?:input|output)$/.test(cle)) fautes.add(`${type} n’a pas « ${cle} »`);
			}
		expect([...fautes]).toEqual([]);
	});
	it('disent sur chaque page le fil d’Ariane que la page montre', () => {
		for (const { chemin, html } of pages.filter(({ chemin }) => chemin !== '/')) {
			const liste = graphe(html).find((n) => n['@type'] === 'BreadcrumbList');
			const noms = (liste?.itemListElement as { name: string }[] | undefined)?.map(({ name }) => name);
			const fil = /<nav class="fil"[^>]*>([\s\S]*?)<\/nav>/.exec(html)?.[1] ?? '';
			const montres = [...fil.matchAll(/<li[^>]*>(?:<a[^>]*>)?([^<]*)/g)].map(([, nom = '']) => decoder(nom).trim());
			expect(noms, chemin).toEqual(montres);
		}
	});
	it('décrivent chaque version, chaque compétence, les données et la recherche', () => {
		const types = (chemin: string) => graphe(pages.find((p) => p.chemin === chemin)?.html ?? '').map((n) => n['@type']);
		expect(types('/')).toContain('WebSite');
		expect(types('/donnees/')).toContain('Dataset');
		for (const { id, blocs } of versions) {
			expect(types(`/titres/${id}/`), id).toContain('EducationalOccupationalCredential');
			for (const c of blocs.flatMap(({ competences }) => competences))
				expect(types(`/titres/${c.id}/`), c.id).toContain('DefinedTerm');
		}
	});
	it('donnent à chaque chose le nom que lui donnent SKOS et CASE', () => {
		const lireDonnees = (chemin: string) => JSON.parse(readFileSync(join(DIST, 'donnees', chemin), 'utf8'));
		for (const { id, blocs } of versions) {
			const skos = new Set(lireDonnees(`skos/${id}.jsonld`)['@graph'].map((n: { '@id': string }) => n['@id']));
			const items: { uri: string }[] = lireDonnees(`case/${id}.json`).CFItems;
			const parties = blocs.flatMap((bloc) => [bloc, ...bloc.competences]);
			for (const { id: chose } of [{ id }, ...parties]) {
				const html = pages.find(({ chemin }) => chemin === `/titres/${chose}/`)?.html ?? '';
				const nom = graphe(html)[1]?.['@id'];
				expect(nom, chose).toBe(canonique(html));
				expect(skos.has(nom), chose).toBe(true);
				if (chose !== id)
					expect(
						items.some(({ uri }) => uri === nom),
						chose,
					).toBe(true);
			}
		}
	});
	it('n’exigent d’un titre que les compétences de ses CCP', () => {
		for (const { id, blocs } of versions) {
			const titre = graphe(pages.find(({ chemin }) => chemin === `/titres/${id}/`)?.html ?? '')[1];
			const exigees = (titre?.competencyRequired as { termCode: string }[] | undefined) ?? [];
			const attendues = blocs.filter(({ type }) => type === 'ccp').flatMap((b) => b.competences.map((c) => c.id));
			expect(
				exigees.map(({ termCode }) => termCode),
				id,
			).toEqual(attendues);
		}
	});
});

describe('titres et descriptions', () => {
	it('ont des longueurs qu’un moteur de recherche ne coupe pas', () => {
		for (const { chemin, html } of pages.filter(({ html }) => indexee(html))) {
			const titre = meta(html, /<title>([^<]*)<\/title>/);
			expect(titre.length, `${chemin} « ${titre} »`).toBeLessThanOrEqual(65);
			const description = meta(html, /<meta name="description" content="([^"]*)"/);
			expect(description.length, `${chemin} « ${description} »`).toBeLessThanOrEqual(160);
			expect(description.length, `${chemin} « ${description} »`).toBeGreaterThanOrEqual(50);
		}
	});
	it('d’une version remplacée, disent ce qui la remplace', () => {
		const remplacees = versions.filter(({ statut }) => statut === 'remplacee');
		expect(remplacees.length).toBeGreaterThan(0);
		for (const { id } of remplacees) {
			const html = pages.find(({ chemin }) => chemin === `/titres/${id}/`)?.html ?? '';
			expect(meta(html, /<title>([^<]*)<\/title>/), id).toMatch(/\(remplacé par le \S+ \d{4}\)/);
			expect(meta(html, /<meta name="description" content="([^"]*)"/), id).toMatch(/remplacé par le \S+ \d{4}/);
			expect(indexee(html), id).toBe(true);
		}
	});
});

describe('partage', () => {
	it('donne à chaque page son titre, sa description, son adresse et une image qui existe', () => {
		for (const { chemin, html } of pages) {
			const og = (nom: string) => meta(html, new RegExp(`<meta property="og:${nom}" content="([^"]*)"`));
			expect(og('title'), chemin).not.toBe('');
			expect(og('description'), chemin).toBe(meta(html, /<meta name="description" content="([^"]*)"/));
			expect(og('url'), chemin).toBe(canonique(html));
			const fichier = join(DIST, new URL(canonique(html)).pathname.replace(/\/$/, '/index.html'));
			expect(existsSync(fichier), `${chemin} : ${canonique(html)}`).toBe(true);
			const png = readFileSync(join(DIST, new URL(og('image')).pathname));
			expect([png.readUInt32BE(16), png.readUInt32BE(20)], chemin).toEqual([1200, 630]);
		}
	});
	it('a une image à elle pour chaque version et chaque comparaison', () => {
		const images = pages
			.filter(({ chemin }) => /^\/titres\/[^/]+-\d{4}\/$|^\/comparer\/[^/]+-\d{4}\/[^/]+-\d{4}\/$/.test(chemin))
			.map(({ html }) => meta(html, /<meta property="og:image" content="([^"]*)"/));
		expect(images.length).toBeGreaterThan(versions.length);
		expect(new Set(images).size).toBe(images.length);
	});
});

describe('une adresse du catalogue', () => {
	it('mène un logiciel de la page d’une version, d’un bloc ou d’une compétence à ses données', () => {
		const formes = (chemin: string): string[][] => {
			const html = pages.find((p) => p.chemin === chemin)?.html ?? '';
			return [...html.matchAll(/<link rel="alternate" type="([^"]*)" href="([^"]*)">/g)].map(([, ...forme]) => forme);
		};
		for (const { id, blocs } of versions)
			for (const partie of [id, ...blocs.flatMap((b) => [b.id, ...b.competences.map((c) => c.id)])])
				expect(formes(`/titres/${partie}/`), partie).toEqual([
					['application/json', `/donnees/titres/${id}.json`],
					['application/ld+json', `/donnees/skos/${id}.jsonld`],
				]);
	});
});

describe('plan du site', () => {
	const lire = (fichier: string) => readFileSync(join(DIST, fichier), 'utf8');
	const plans = [...lire('sitemap-index.xml').matchAll(/<loc>https?:\/\/[^/]+\/([^<]*)<\/loc>/g)].map(
		([, f = '']) => f,
	);
	const entrees = plans.flatMap((f) =>
		[...lire(f).matchAll(/<url><loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g)].map(([, url = '', date]) => ({
			url,
			date,
		})),
	);
	it('liste les pages à indexer, toutes et elles seules', () => {
		const attendues = pages.filter(({ chemin, html }) => indexee(html) && chemin !== '/404.html');
		expect(entrees.map(({ url }) => url).sort()).toEqual(attendues.map(({ html }) => canonique(html)).sort());
	});
	it('date les pages du catalogue par le contenu, à un jour et sans heure', () => {
		const parUrl = new Map(entrees.map(({ url, date }) => [new URL(url).pathname, date]));
		for (const { id, blocs } of versions) {
			const { modifieLe } = JSON.parse(lire(`donnees/titres/${id}.json`)) as { modifieLe: string };
			for (const chemin of [id, ...blocs.flatMap((b) => [b.id, ...b.competences.map((c) => c.id)])])
				expect(parUrl.get(`/titres/${chemin}/`), chemin).toBe(`${modifieLe}T00:00:00.000Z`);
		}
	});
	it('est annoncé aux robots, avec le flux sur chaque page', () => {
		expect(lire('robots.txt')).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap-index\.xml$/m);
		for (const { chemin, html } of pages)
			expect(html, chemin).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]* href="[^"]*\/flux\.xml"/);
		expect(existsSync(join(DIST, 'flux.xml'))).toBe(true);
	});
});
