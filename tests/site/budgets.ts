import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { comprimer, type PoidsPage } from '../../scripts/banc/poids.ts';

export const KIO = 1024;

/** Pages of the browser tools, whose scripts may weigh more. */
const OUTILS = ['/comparer/', '/mes-ccp/', '/me-situer/', '/recherche/'];

/** Pages over a budget that does not depend on the size of the catalogue, with their figures. */
export const depassements = (pages: readonly PoidsPage[]) => {
	const trop = (lire: (page: PoidsPage) => number, limite: number) =>
		pages.filter((page) => lire(page) > limite).map((page) => `${page.chemin} : ${lire(page)}`);
	return {
		/** HTML and style sheets: what a server sends in the first round trip. */
		premierEcran: trop(({ premierEcran }) => premierEcran, 14 * KIO),
		polices: trop(({ polices }) => polices, 1),
		scriptsBloquants: trop(({ bloquants }) => bloquants, 0),
		scripts: trop(({ chemin, scripts }) => (OUTILS.includes(chemin) ? 0 : scripts), 10 * KIO),
	};
};
export const AUCUN = { premierEcran: [], polices: [], scriptsBloquants: [], scripts: [] };

/** True for files that are already compressed: gzip and WOFF2. */
const dejaComprime = (octets: Buffer) => octets.readUInt16BE() === 0x1f8b || octets.toString('latin1', 0, 4) === 'wOF2';

/** Bytes that a compressing server sends for a file of the site. */
export function transfere(dist: string, requete: Request): number {
	const octets = readFileSync(join(dist, new URL(requete.url()).pathname));
	return dejaComprime(octets) ? octets.length : comprimer(octets);
}

/** True for requests of the search engine: all except those of the page, which has its own budget. */
const estDuMoteur = (requete: Request) => !['document', 'stylesheet', 'font', 'image'].includes(requete.resourceType());

/**
 * Measures the bytes that successive searches load on one page; the first one includes the engine.
 * @returns compressed bytes of each search, in the order of the words
 */
export async function peserRecherches(
	navigateur: Browser,
	adresse: string,
	dist: string,
	[premier, ...suivants]: readonly [string, ...string[]],
): Promise<number[]> {
	const page = await navigateur.newPage();
	let requetes: Request[] = [];
	page.on('request', (requete) => estDuMoteur(requete) && requetes.push(requete));
	const relever = async (): Promise<number> => {
		await page
			.getByRole('status')
			.getByText(/résultat/)
			.waitFor();
		await page.waitForLoadState('networkidle');
		const poids = requetes.reduce((somme, requete) => somme + transfere(dist, requete), 0);
		requetes = [];
		return poids;
	};
	await page.goto(`${adresse}/recherche/?q=${encodeURIComponent(premier)}`);
	const poids = [await relever()];
	for (const mots of suivants) {
		await saisir(page, mots);
		poids.push(await relever());
	}
	await page.close();
	return poids;
}

async function saisir(page: Page, mots: string): Promise<void> {
	await page.getByRole('searchbox', { name: /Une compétence/ }).fill(mots);
	await page.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q, mots);
}
