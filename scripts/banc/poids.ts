import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A page as a browser asks for it. */
export interface PoidsPage {
	/** `/titres/tsgri-2003/` */
	chemin: string;
	/** Its HTML and the style sheets that it waits for, compressed (Brotli, at the level that files compressed once are: 11), in bytes. */
	premierEcran: number;
	/** Its scripts, compressed, those that they import included; in bytes. */
	scripts: number;
	/** Fonts that it asks for at once. */
	polices: number;
	/** Scripts that it stops at until they have come and run; the line of the theme comes with the page. */
	bloquants: number;
}

export const comprimer = (octets: Uint8Array): number => brotliCompressSync(octets).byteLength;

/** Weighs every page of a built site that passes, against the files that stand beside it. */
export function peser(site: string, garder: (chemin: string, rang: number) => boolean = () => true): PoidsPage[] {
	const poids = new Map<string, number>();
	const fichier = (url: string): string => join(site, url.replace(/[?#].*$/, ''));
	const peserFichier = (url: string): number => {
		const deja = poids.get(url) ?? comprimer(readFileSync(fichier(url)));
		poids.set(url, deja);
		return deja;
	};
	return readdirSync(site, { recursive: true, withFileTypes: true })
		.filter((f) => f.isFile() && f.name.endsWith('.html'))
		.map((f) => join(f.parentPath, f.name))
		.map((f) => ({ f, chemin: `/${relative(site, f).replaceAll('\\', '/')}`.replace(/index\.html$/, '') }))
		.filter(({ chemin }, rang) => garder(chemin, rang))
		.map(({ f, chemin }) => {
			const html = readFileSync(f, 'utf8');
			const liens = balises(html, 'link');
			// No screen waits for what is printed.
			const styles = liens.filter((l) => l.rel === 'stylesheet' && l.media !== 'print').map((l) => l.href);
			const elements = balises(html, 'script').filter(({ type }) => type !== 'application/ld+json');
			const scripts = elements.flatMap(({ src }) => (src ? [src] : []));
			return {
				chemin,
				premierEcran: somme([comprimer(Buffer.from(html)), ...uniques(styles).map(peserFichier)]),
				scripts: somme(uniques(scripts.flatMap((s) => avecImports(s, fichier))).map(peserFichier)),
				polices: liens.filter((l) => l.rel === 'preload' && l.as === 'font').length,
				bloquants: elements.filter(({ type, src }) => type !== 'module' && src).length,
			};
		})
		.sort((a, b) => a.chemin.localeCompare(b.chemin));
}

/** Attributes of each element of one name, as they stand in the HTML that the build writes. */
function balises(html: string, nom: string): Record<string, string>[] {
	return [...html.matchAll(new RegExp(`<${nom}\\b([^>]*)>`, 'g'))].map(([, attributs = '']) =>
		Object.fromEntries([...attributs.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, cle, valeur]) => [cle, valeur])),
	);
}

/** A module and those that it imports at once. */
function avecImports(url: string, fichier: (url: string) => string, vus = new Set<string>()): string[] {
	if (vus.has(url) || !existsSync(fichier(url))) return [];
	vus.add(url);
	const code = readFileSync(fichier(url), 'utf8');
	const imports = [...code.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g)].map(([, cible = '']) =>
		url.replace(/[^/]*$/, cible.slice(2)),
	);
	return [url, ...imports.flatMap((i) => avecImports(i, fichier, vus))];
}

const somme = (nombres: readonly number[]): number => nombres.reduce((total, n) => total + n, 0);
const uniques = (urls: readonly (string | undefined)[]): string[] => [
	...new Set(urls.filter((url) => url !== undefined)),
];
