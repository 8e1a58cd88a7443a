import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { comprimer, type PoidsPage } from '../../scripts/banc/poids.ts';

export const KIO = 1024;

/** Pages that compute something, and not only say it. */
const OUTILS = ['/comparer/', '/mes-ccp/', '/me-situer/', '/recherche/'];

/** Pages that exceed a limit that holds whatever the size of the catalogue, each with its figure. */
export const depassements = (pages: readonly PoidsPage[]) => {
	const trop = (lire: (page: PoidsPage) => number, limite: number) =>
		pages.filter((page) => lire(page) > limite).map((page) => `${page.chemin} : ${lire(page)}`);
	return {
		/** With its style: what a server sends before it waits for an answer. */
		premierEcran: trop(({ premierEcran }) => premierEcran, 14 * KIO),
		polices: trop(({ polices }) => polices, 1),
		scriptsBloquants: trop(({ bloquants }) => bloquants, 0),
		scripts: trop(({ chemin, scripts }) => (OUTILS.includes(chemin) ? 0 : scripts), 10 * KIO),
	};
};
export const AUCUN = { premierEcran: [], polices: [], scriptsBloquants: [], scripts: [] };

/** Files that are compressed as they stand: gzip, and what fonts are made of. */
const dejaComprime = (octets: Buffer) => octets.readUInt16BE() === 0x1f8b || octets.toString('latin1', 0, 4) === 'wOF2';

/** Bytes that a server that compresses sends for a file of the site. */
export function transfere(dist: string, requete: Request): number {
	const octets = readFileSync(join(dist, new URL(requete.url()).pathname));
	return dejaComprime(octets) ? octets.length : comprimer(octets);
}

/** All but the page, which has its own budget. */
const estDuMoteur = (requete: Request) => !['document', 'stylesheet', 'font', 'image'].includes(requete.resourceType());

/**
 * Bytes that searches ask of the server, one after the other on one page, the first one with the engine itself.
 * @returns the bytes of each, compressed, in the order of the words
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
