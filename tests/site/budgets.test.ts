import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { comprimer, peser } from '../../scripts/banc/poids.ts';
import { ouvrirNavigateur } from './navigateur.ts';

const DIST = process.env.DIST ?? 'dist';
const KIO = 1024;
/** Pages that compute something, and not only say it. */
const OUTILS = ['/comparer/', '/mes-ccp/', '/me-situer/', '/recherche/'];

describe('ce que pèse chaque page', () => {
	const pages = peser(DIST);
	const trop = (lire: (page: (typeof pages)[number]) => number, limite: number) =>
		pages.filter((page) => lire(page) > limite).map((page) => `${page.chemin} : ${lire(page)}`);

	it('avec son style, au plus 14 Kio : ce qu’un serveur envoie avant d’attendre une réponse', () => {
		expect(pages.length).toBeGreaterThan(100);
		expect(trop(({ premierEcran }) => premierEcran, 14 * KIO)).toEqual([]);
	});
	it('au plus une police demandée d’avance, et aucun script qui fasse attendre la page', () => {
		expect(trop(({ polices }) => polices, 1)).toEqual([]);
		expect(trop(({ bloquants }) => bloquants, 0)).toEqual([]);
	});
	it('au plus 10 Kio de script, outils mis à part', () => {
		expect(trop(({ chemin, scripts }) => (OUTILS.includes(chemin) ? 0 : scripts), 10 * KIO)).toEqual([]);
	});
});

describe('ce que pèse une recherche', () => {
	let navigateur: Browser;
	beforeAll(async () => {
		navigateur = await ouvrirNavigateur();
	});
	afterAll(() => navigateur?.close());

	/** Files that are compressed as they stand: gzip, and what the search engine, fonts and pictures are made of. */
	const dejaComprime = (octets: Buffer) =>
		octets.readUInt16BE() === 0x1f8b || octets.toString('latin1', 0, 4) === 'wOF2';
	const transfere = (requete: Request): number => {
		const octets = readFileSync(join(DIST, new URL(requete.url()).pathname));
		return dejaComprime(octets) ? octets.length : comprimer(octets);
	};
	/** All but the page, which has its own budget. */
	const estDuMoteur = (requete: Request) =>
		!['document', 'stylesheet', 'font', 'image'].includes(requete.resourceType());

	it('la première au plus 115 Kio, moteur compris, les suivantes au plus 30', async () => {
		const page = await navigateur.newPage();
		let requetes: Request[] = [];
		page.on('request', (requete) => estDuMoteur(requete) && requetes.push(requete));
		const chercher = async (mots: string) => {
			requetes = [];
			await page.getByRole('searchbox', { name: /Une compétence/ }).fill(mots);
			await page.waitForFunction((q) => location.search.includes(q), encodeURIComponent(mots));
			await page
				.getByRole('status')
				.getByText(/résultat/)
				.waitFor();
			await page.waitForLoadState('networkidle');
			return requetes.reduce((somme, requete) => somme + transfere(requete), 0);
		};
		await page.goto(`${inject('adresse')}/recherche/?q=annuaire`);
		await page
			.getByRole('status')
			.getByText(/résultat/)
			.waitFor();
		await page.waitForLoadState('networkidle');
		const premiere = requetes.reduce((somme, requete) => somme + transfere(requete), 0);
		expect(premiere).toBeGreaterThan(50 * KIO);
		expect(premiere).toBeLessThanOrEqual(115 * KIO);
		for (const mots of ['serveur', 'sauvegarde', 'assistance'])
			expect(await chercher(mots), mots).toBeLessThanOrEqual(30 * KIO);
	});
});
