import { gunzipSync, gzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { deplierMetadonnees } from '../../../src/domaine/recherche/metadonnees.ts';
import { allegerIndex, type Index } from '../../../src/integrations/index-leger.ts';

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

/** All files of an index, sorted by name, as a text to compare. */
const lire = (index: Index): string =>
	JSON.stringify([...index].map(([chemin, octets]) => [chemin, Buffer.from(octets).toString('base64')]).sort());
/** Length of Pagefind's signature, which its CBOR follows. */
const SIGNATURE = 12;
/** The metadata, as the engine reads them: those of this site are unfolded first. */
function lireMeta(index: Index) {
	const octets = gunzipSync([...index].find(([chemin]) => chemin.endsWith('.pf_meta'))?.[1] ?? '');
	return decode((octets[0] === '{'.charCodeAt(0) ? deplierMetadonnees(octets) : octets).subarray(SIGNATURE));
}
/** Chunks that the engine loads for a word: those whose bounds enclose it, or else those that may hold its prefix. */
function lus(liste: ReturnType<typeof morceaux>, mot: string): ReturnType<typeof morceaux> {
	const stricts = liste.filter(({ de, a }) => mot >= de && mot <= a);
	const commun = (borne: string) => [mot, borne].map((m) => m.slice(0, Math.min(mot.length, borne.length)));
	const mene = ({ de, a }: { de: string; a: string }) => {
		const [[debut = '', bas = ''], [fin = '', haut = '']] = [commun(de), commun(a)];
		return debut >= bas && fin <= haut;
	};
	return stricts.length ? stricts : liste.filter(mene);
}
/** Chunks listed in the metadata, in order, with their bounds and words. */
function morceaux(index: Index): { de: string; a: string; mots: string[] }[] {
	const lire = (chemin: string) => decode(gunzipSync(index.get(chemin) ?? '').subarray(SIGNATURE));
	const [, , liste] = lireMeta(index);
	return liste.map(([de, a, nom]: string[]) => {
		const [mots] = lire(`index/${nom}.pf_index`);
		return { de, a, mots: mots.map(([mot]: string[]) => mot) };
	});
}
const lireFiche = (octets: Uint8Array) => gunzipSync(octets).toString();
const filtres = (index: Index) => [...index].filter(([chemin]) => chemin.endsWith('.pf_filter'));

afterAll(close);

describe('index de recherche', () => {
	it('est le même, octet pour octet, à chaque construction', async () => {
		const indexes = [await indexer(), await indexer(), await indexer()];
		expect(new Set(indexes.map((index) => lire(allegerIndex(index)))).size).toBe(1);
	});
	it('garde chaque notice, sous un nom que ses métadonnées disent', async () => {
		const index = await indexer();
		const notices = (celui: Index) =>
			[...celui].filter(([chemin]) => chemin.endsWith('.pf_fragment')).map(([, octets]) => lireFiche(octets));
		const allege = allegerIndex(index);
		expect(notices(allege)).toHaveLength(VALEURS.length);
		expect(notices(allege).sort()).toEqual(notices(index).sort());
		const [, dites] = lireMeta(allege);
		const noms = dites.map(([nom]: string[]) => nom);
		expect(new Set(noms).size).toBe(VALEURS.length);
		for (const nom of noms) expect(allege.has(`fragment/${nom}.pf_fragment`), nom).toBe(true);
	});
	it('donne au moteur les métadonnées de Pagefind, noms et morceaux exceptés', async () => {
		const { index } = await createIndex({ forceLanguage: 'fr' });
		// Numbers of words and of records that CBOR writes in one, two and three bytes.
		for (let notice = 0; notice < 300; notice++)
			await index?.addCustomRecord({
				url: `/${notice}/`,
				content: 'mot '.repeat(1 + notice * (notice % 7)),
				language: 'fr',
				filters: { genre: [`${notice % 3}`] },
			});
		const { files } = (await index?.getFiles()) ?? { files: [] };
		const natif = new Map(files.map(({ path, content }) => [path, content]));
		const sansNoms = ([version, notices, , ...reste]: [string, [string, ...unknown[]][], unknown, ...unknown[]]) => [
			version,
			notices.map(([, ...dit]) => dit),
			...reste,
		];
		expect(sansNoms(lireMeta(allegerIndex(natif, () => 'a')))).toEqual(sansNoms(lireMeta(natif)));
	});
	it('coupe les longs morceaux de mots sans perdre un mot, chaque mot et chacun de ses débuts entre les bornes du sien', async () => {
		const { index } = await createIndex({ forceLanguage: 'fr' });
		// Words that share prefixes, each in enough records to fill several chunks.
		for (let notice = 0; notice < 600; notice++) {
			const content = Array.from(
				{ length: 40 },
				(_, n) => `serv${'abcdefgh'[n % 8]}${'ijklmnop'[(n * 3 + notice) % 8]}`,
			);
			await index?.addCustomRecord({ url: `/${notice}/`, content: content.join(' '), language: 'fr' });
		}
		const { files } = (await index?.getFiles()) ?? { files: [] };
		const avant = new Map(files.map(({ path, content }) => [path, content]));
		const apres = allegerIndex(avant);
		const mots = (celui: Index) => morceaux(celui).flatMap(({ mots }) => mots);
		expect(morceaux(apres).length).toBeGreaterThan(morceaux(avant).length);
		expect(mots(apres)).toEqual(mots(avant));
		for (const { de, a, mots } of morceaux(apres))
			for (const mot of mots)
				for (let n = de.length; n <= mot.length; n++) {
					const debut = mot.slice(0, n);
					expect(debut >= de && debut.slice(0, a.length) <= a, `« ${debut} » entre « ${de} » et « ${a} »`).toBe(true);
				}
	});
	it('fait lire à chaque mot le morceau qui l’a, et peu d’autres, quels que soient ceux de Pagefind', async () => {
		const { index } = await createIndex({ forceLanguage: 'fr' });
		const [debuts, fins] = [
			'ser se si sa inter in i expo exp e re res r',
			'vic ssion tuat veill ven dustr po ten m bl',
		].map((suites) => suites.split(' ')) as [string[], string[]];
		const tous = debuts.flatMap((debut) => fins.flatMap((fin) => [`${debut}${fin}`, `${debut}${fin}olk`]));
		for (let notice = 0; notice < 900; notice++) {
			const content = tous.filter((_, n) => (n * 7 + notice) % 4 > 0).join(' ');
			await index?.addCustomRecord({ url: `/${notice}/`, content, language: 'fr' });
		}
		const { files } = (await index?.getFiles()) ?? { files: [] };
		const natifs = new Map(files.map(({ path, content }) => [path, content]));
		expect(morceaux(natifs).length).toBeGreaterThan(3);
		const liste = morceaux(allegerIndex(natifs));
		for (const siens of liste)
			for (const mot of siens.mots) {
				expect(lus(liste, mot), mot).toContain(siens);
				expect(lus(liste, mot).length, mot).toBeLessThanOrEqual(3);
			}
	});
	it.each([
		['pas comprimé', Buffer.from('pagefind')],
		['sans la marque de Pagefind', gzipSync(Buffer.from([0x80]))],
		['coupé', gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from([0x82])]))],
		['d’une autre forme', gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from([0x81, 0x01])]))],
	])('nomme le fichier qu’il ne sait pas lire : %s', async (_, octets) => {
		const index = new Map(await indexer());
		const chemin = [...index.keys()].find((c) => c.endsWith('.pf_index')) ?? '';
		index.set(chemin, octets);
		expect(() => allegerIndex(index)).toThrow(chemin);
	});
	it('tient dans peu de fichiers quand un hébergeur les compte : chaque notice à la place que son nom dit', async () => {
		const index = await indexer();
		const serre = allegerIndex(index, () => 'c', 3);
		expect([...serre.keys()].filter((chemin) => chemin.startsWith('fragment/'))).toHaveLength(3);
		const [, dites] = lireMeta(serre);
		const relues = dites.map(([nom]: string[]) => {
			const [, paquet, place = ''] = /^(.+)-([0-9a-z]+)c$/.exec(nom ?? '') ?? [];
			return JSON.parse(Buffer.from(serre.get(`fragment/${paquet}.json`) ?? '').toString())[Number.parseInt(place, 36)];
		});
		expect(relues.map(({ url }: { url: string }) => url)).toEqual(VALEURS.map((_, i) => `/${i}/`));
		const entieres = [...index].filter(([chemin]) => chemin.endsWith('.pf_fragment'));
		for (const [, octets] of entieres) expect(relues).toContainEqual(JSON.parse(lireFiche(octets).slice(12)));
		expect(morceaux(serre).flatMap(({ mots }) => mots)).toEqual(morceaux(index).flatMap(({ mots }) => mots));
	});
	it('garde ses filtres tels quels, et nomme ses métadonnées dans son entrée', async () => {
		const index = await indexer();
		const allege = allegerIndex(index);
		expect(filtres(allege)).toHaveLength(FILTRES.length);
		expect(filtres(allege)).toEqual(filtres(index));
		const { languages } = JSON.parse(Buffer.from(allege.get('pagefind-entry.json') ?? '').toString());
		const metas = [...allege.keys()].filter((chemin) => chemin.endsWith('.pf_meta'));
		expect(metas).toEqual([`pagefind.${languages.fr.hash}.pf_meta`]);
	});
});
