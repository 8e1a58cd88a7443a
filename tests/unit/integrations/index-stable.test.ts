import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { type Index, stabiliserIndex } from '../../../src/integrations/index-stable.ts';

const VALEURS = ['TSGRI', 'TSGERI', 'TSSI', 'TSSR', 'TSRIT', 'Guides', 'Compétences', 'Remplacée'];
const FILTRES = ['genre', 'titre', 'statut', 'niveau'];

async function indexer(): Promise<Index> {
	const { index } = await createIndex({ forceLanguage: 'fr' });
	if (!index) throw new Error('index attendu');
	for (const [i, valeur] of VALEURS.entries())
		await index.addCustomRecord({
			url: `/${i}/`,
			content: `Gérer ${valeur}`,
			language: 'fr',
			filters: Object.fromEntries(FILTRES.map((filtre) => [filtre, [valeur]])),
		});
	const { files } = await index.getFiles();
	return new Map(files.map(({ path, content }) => [path, content]));
}

/** Every file of an index by its name, in one order, as text to compare. */
const lire = (index: Index): string =>
	JSON.stringify([...index].map(([chemin, octets]) => [chemin, Buffer.from(octets).toString('base64')]).sort());
const lireFiche = (octets: Uint8Array) => gunzipSync(octets).toString();
const filtres = (index: Index) => [...index].filter(([chemin]) => chemin.endsWith('.pf_filter'));

afterAll(close);

describe('index de recherche', () => {
	it('est le même, octet pour octet, à chaque construction', async () => {
		const indexes = [await indexer(), await indexer(), await indexer()];
		// If this ever fails, Pagefind has become stable by itself, and all this can go.
		expect(new Set(indexes.map(lire)).size).toBeGreaterThan(1);
		expect(new Set(indexes.map((index) => lire(stabiliserIndex(index)))).size).toBe(1);
	});
	it('garde chaque fiche, sous un nom que ses métadonnées disent', async () => {
		const index = await indexer();
		const fiches = (celui: Index) =>
			[...celui].filter(([chemin]) => chemin.endsWith('.pf_fragment')).map(([, octets]) => lireFiche(octets));
		const stable = stabiliserIndex(index);
		expect(fiches(stable)).toHaveLength(VALEURS.length);
		expect(fiches(stable).sort()).toEqual(fiches(index).sort());
		const meta = [...stable].find(([chemin]) => chemin.endsWith('.pf_meta'));
		const dits = gunzipSync(meta?.[1] ?? '')
			.toString('latin1')
			.match(/fr_[0-9a-f]{7}_[0-9a-z]/g);
		expect(new Set(dits).size).toBe(VALEURS.length);
		for (const nom of dits ?? []) expect(stable.has(`fragment/${nom}.pf_fragment`), nom).toBe(true);
	});
	it('garde toutes les valeurs de ses filtres, sous les noms que dit son entrée', async () => {
		const index = await indexer();
		const avant = filtres(index).map(([, octets]) => gunzipSync(octets));
		const stable = stabiliserIndex(index);
		const fichier = (chemin: string) => Buffer.from(stable.get(chemin) ?? '');
		const { languages } = JSON.parse(fichier('pagefind-entry.json').toString());
		const meta = gunzipSync(fichier(`pagefind.${languages.fr.hash}.pf_meta`)).toString('latin1');
		expect(filtres(stable)).toHaveLength(FILTRES.length);
		for (const [chemin, octets] of filtres(stable)) {
			expect(meta).toContain(chemin.replace('filter/', '').replace('.pf_filter', ''));
			const contenu = gunzipSync(octets);
			for (const valeur of VALEURS) expect(contenu.toString()).toContain(valeur);
			const tries = (brut: Buffer) => [...brut].sort((a, b) => a - b);
			expect(avant.map(tries)).toContainEqual(tries(contenu));
		}
	});
});
