import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { peser } from '../../scripts/banc/poids.ts';
import { navigateur } from '../navigateur.ts';
import { AUCUN, depassements, KIO, peserRecherches, transfere } from '../site/budgets.ts';

const dist = inject('dist');
const adresse = inject('adresse');

it('une page sur vingt, avec son style, pèse au plus 14 Kio, sans script qui fasse attendre ni plus d’une police', () => {
	const pages = peser(dist, (_, rang) => rang % 20 === 0);
	expect(pages.length).toBeGreaterThan(100);
	expect(depassements(pages)).toEqual(AUCUN);
});

it('ce qui liste le catalogue est coupé en pages, dont seule la première est au plan du site', () => {
	const index = peser(
		dist,
		(chemin) => !/^\/(?:titres\/[^/]*-\d{4}|comparer\/[^/]+\/[^/]+|rncp\/[^/]+)\//.test(chemin),
	);
	for (const liste of ['titres', 'lignees', 'comparer', 'competences', 'echeances'])
		expect(index.map(({ chemin }) => chemin)).toContain(`/${liste}/2/`);
	expect(depassements(index)).toEqual(AUCUN);
	const plan = globSync('sitemap-*.xml', { cwd: dist }).map((nom) => readFileSync(join(dist, nom), 'utf8'));
	const annoncees = plan.flatMap((xml) => [...xml.matchAll(/<loc>[^<]*?\/([a-z]+\/\d+\/)<\/loc>/g)]);
	expect(annoncees.map(([, chemin]) => chemin).filter((chemin) => !chemin?.startsWith('rncp/'))).toEqual([]);
});

it('une recherche pèse au plus 180 Kio la première fois, moteur compris, et au plus 30 ensuite', async () => {
	const mots = ['annuaire', 'serveur', 'sauvegarde', 'informatique', 'assurer la sécurité', 'réseau'] as const;
	const [premiere = 0, ...suivantes] = await peserRecherches(navigateur, adresse, dist, mots);
	expect(premiere).toBeLessThanOrEqual(180 * KIO);
	expect(suivantes.filter((octets) => octets > 30 * KIO)).toEqual([]);
});

describe('les outils ne lisent qu’un index et les versions choisies', () => {
	/** An older and a newer version whose comparison has a page. */
	const [paire = ''] = globSync('comparer/*/*/index.html', { cwd: dist }).sort();
	const [, ancienne, recente] = paire.split('/');
	it.each([
		['comparer', `/comparer/?titres=${ancienne},${recente}`],
		['mes CCP', `/mes-ccp/#ccp=${ancienne}/ccp-1`],
		['me situer', `/me-situer/#titres=${ancienne}`],
	])('%s', async (_, chemin) => {
		const page = await navigateur.newPage();
		const requetes: Request[] = [];
		page.on('request', (requete) => requete.resourceType() === 'fetch' && requetes.push(requete));
		await page.goto(adresse + chemin);
		await page.waitForLoadState('networkidle');
		const index = requetes.filter((r) => r.url().endsWith('/outils/repertoire.json'));
		const lus = requetes.map((r) => new URL(r.url()).pathname);
		expect(index).toHaveLength(1);
		expect(transfere(dist, index[0] as Request)).toBeLessThanOrEqual(60 * KIO);
		// At most the versions of the lineages chosen, and no file about the whole catalogue.
		expect(lus.filter((l) => l.startsWith('/outils/versions/')).length).toBeLessThanOrEqual(6);
		expect(lus.filter((l) => l.startsWith('/donnees/') && !l.startsWith('/donnees/comparaisons/'))).toEqual([]);
		await page.close();
	});
});
