import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { stabiliserIndex } from '../../../src/integrations/index-stable.ts';

const VALEURS = ['TSGRI', 'TSGERI', 'TSSI', 'TSSR', 'TSRIT', 'Guides', 'Compétences', 'Remplacée'];
const FILTRES = ['genre', 'titre', 'statut', 'niveau'];
const dossiers: string[] = [];

async function indexer(): Promise<string> {
	const { index } = await createIndex({ forceLanguage: 'fr' });
	if (!index) throw new Error('index attendu');
	for (const [i, valeur] of VALEURS.entries())
		await index.addCustomRecord({
			url: `/${i}/`,
			content: `Gérer ${valeur}`,
			language: 'fr',
			filters: Object.fromEntries(FILTRES.map((filtre) => [filtre, [valeur]])),
		});
	const dossier = mkdtempSync(join(tmpdir(), 'index-'));
	dossiers.push(dossier);
	await index.writeFiles({ outputPath: dossier });
	return dossier;
}

/** Every file of an index by its name. */
const lire = (dossier: string): Map<string, string> =>
	new Map(
		readdirSync(dossier, { recursive: true, withFileTypes: true })
			.filter((f) => f.isFile())
			.map((f) => join(f.parentPath, f.name))
			.sort()
			.map((f) => [f.slice(dossier.length), readFileSync(f, 'base64')]),
	);

afterAll(async () => {
	await close();
	for (const dossier of dossiers) rmSync(dossier, { recursive: true });
});

describe('index de recherche', () => {
	it('est le même, octet pour octet, à chaque construction', async () => {
		const indexes = [await indexer(), await indexer(), await indexer()];
		// If this ever fails, Pagefind has become stable by itself, and all this can go.
		expect(new Set(indexes.map((d) => JSON.stringify([...lire(d)]))).size).toBeGreaterThan(1);
		for (const dossier of indexes) stabiliserIndex(dossier);
		expect(new Set(indexes.map((d) => JSON.stringify([...lire(d)]))).size).toBe(1);
	});
	it('garde toutes les valeurs de ses filtres, sous les noms que dit son entrée', async () => {
		const dossier = await indexer();
		const avant = readdirSync(join(dossier, 'filter')).map((f) => gunzipSync(readFileSync(join(dossier, 'filter', f))));
		stabiliserIndex(dossier);
		const { languages } = JSON.parse(readFileSync(join(dossier, 'pagefind-entry.json'), 'utf8'));
		const meta = gunzipSync(readFileSync(join(dossier, `pagefind.${languages.fr.hash}.pf_meta`))).toString('latin1');
		const filtres = readdirSync(join(dossier, 'filter'));
		expect(filtres).toHaveLength(FILTRES.length);
		for (const fichier of filtres) {
			expect(meta).toContain(fichier.replace('.pf_filter', ''));
			const contenu = gunzipSync(readFileSync(join(dossier, 'filter', fichier)));
			for (const valeur of VALEURS) expect(contenu.toString()).toContain(valeur);
			const tries = (octets: Buffer) => [...octets].sort((a, b) => a - b);
			expect(avant.map(tries)).toContainEqual(tries(contenu));
		}
	});
});
