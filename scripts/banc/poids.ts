import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fichiersDe } from '../fichiers.ts';
import { somme } from './tableau.ts';

/** Weight of a page, as a browser loads it. */
export type PoidsPage = ReturnType<typeof peser>[number];

export const comprimer = (octets: Uint8Array): number => brotliCompressSync(octets).byteLength;

/** Weighs the pages of a built site. @param garder tells which pages to weigh, by path and rank */
export function peser(site: string, garder: (chemin: string, rang: number) => boolean = () => true) {
	const poids = new Map<string, number>();
	const fichier = (url: string): string => join(site, url.replace(/[?#].*$/, ''));
	const peserFichier = (url: string): number => {
		const deja = poids.get(url) ?? comprimer(readFileSync(fichier(url)));
		poids.set(url, deja);
		return deja;
	};
	return fichiersDe(site)
		.filter((f) => f.endsWith('.html'))
		.map((f) => ({ f, chemin: `/${f.replaceAll('\\', '/')}`.replace(/index\.html$/, '') }))
		.filter(({ chemin }, rang) => garder(chemin, rang))
		.map(({ f, chemin }) => {
			const html = readFileSync(join(site, f), 'utf8');
			const liens = balises(html, 'link');
			// Print style sheets do not block rendering.
			const styles = liens.filter((l) => l.rel === 'stylesheet' && l.media !== 'print').map((l) => l.href);
			const elements = balises(html, 'script').filter(({ type }) => type !== 'application/ld+json');
			const scripts = elements.flatMap(({ src }) => (src ? [src] : []));
			return {
				chemin,
				/** Its HTML and the style sheets that block rendering, in bytes, compressed with Brotli at level 11. */
				premierEcran: somme([comprimer(Buffer.from(html)), ...uniques(styles).map(peserFichier)]),
				/** Its scripts and those that they import, in bytes, compressed. */
				scripts: somme(uniques(scripts.flatMap((s) => avecImports(s, fichier))).map(peserFichier)),
				/** Number of fonts that it preloads. */
				polices: liens.filter((l) => l.rel === 'preload' && l.as === 'font').length,
				/** Number of external scripts that block parsing; the script of the theme is inline. */
				bloquants: elements.filter(({ type, src }) => type !== 'module' && src).length,
			};
		})
		.sort((a, b) => a.chemin.localeCompare(b.chemin));
}

/** Attributes of each element of one name. A pattern suffices for the HTML that the build writes. */
function balises(html: string, nom: string): Record<string, string>[] {
	return [...html.matchAll(new RegExp(`<${nom}\\b([^>]*)>`, 'g'))].map(([, attributs = '']) =>
		Object.fromEntries([...attributs.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, cle, valeur]) => [cle, valeur])),
	);
}

/** Address of a module and of those that it imports statically, directly or not. */
function avecImports(url: string, fichier: (url: string) => string, vus = new Set<string>()): string[] {
	if (vus.has(url) || !existsSync(fichier(url))) return [];
	vus.add(url);
	const code = readFileSync(fichier(url), 'utf8');
	const imports = [...code.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g)].map(([, cible = '']) =>
		url.replace(/[^/]*$/, cible.slice(2)),
	);
	return [url, ...imports.flatMap((i) => avecImports(i, fichier, vus))];
}

const uniques = (urls: readonly (string | undefined)[]): string[] => [
	...new Set(urls.filter((url) => url !== undefined)),
];
