import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { deplierMetadonnees, placeDe } from '../../../src/domaine/recherche/metadonnees.ts';
import { allegerIndex, type Index, RANG } from '../../../src/integrations/index-leger.ts';

const VALEURS = ['TSGRI', 'TSGERI', 'TSSI', 'TSSR', 'TSRIT', 'Guides', 'Compétences', 'Remplacée'];
const FILTRES = ['genre', 'titre', 'statut', 'niveau'];

/** Pagefind's own index of some texts. Each record has the filter by which it is known, and those that are asked. */
async function indexer(textes: readonly string[], filtres: (rang: number) => Record<string, string[]> = () => ({})) {
	const { index } = await createIndex({ forceLanguage: 'fr' });
	if (!index) throw new Error('index attendu');
	for (const [rang, content] of textes.entries())
		await index.addCustomRecord({
			url: String(rang),
			content,
			language: 'fr',
			filters: { [RANG]: [String(rang)], ...filtres(rang) },
		});
	const { files } = await index.getFiles();
	return new Map(files.map(({ path, content }) => [path, content]));
}
const indexerValeurs = () =>
	indexer(
		VALEURS.map((valeur) => `Gérer ${valeur}`),
		(rang) => Object.fromEntries(FILTRES.map((filtre) => [filtre, [VALEURS[rang] ?? '']])),
	);

/** The lighter index of an index of Pagefind, with records that only say their rank. */
function alleger(index: Index, reglage: { parPaquet: number; taille?: number } = { parPaquet: 4 }): Index {
	const [, natives] = lireMeta(index);
	const notices = natives.map((_: unknown, rang: number) => ({ marque: 'abc'[rang % 3], notice: { rang } }));
	return allegerIndex(index, notices, reglage);
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
const filtres = (index: Index) => [...index].filter(([chemin]) => chemin.endsWith('.pf_filter'));

afterAll(close);

describe('index de recherche', () => {
	it('est le même, octet pour octet, à chaque construction', async () => {
		const indexes = [await indexerValeurs(), await indexerValeurs(), await indexerValeurs()];
		expect(new Set(indexes.map((index) => lire(alleger(index)))).size).toBe(1);
	});
	it.each([1, 3, 128])('met chaque notice à la place que son nom dit, %i par fichier', async (parPaquet) => {
		const allege = alleger(await indexerValeurs(), { parPaquet });
		const [, dites] = lireMeta(allege);
		const noms: string[] = dites.map(([nom]: string[]) => nom);
		expect(noms.map((nom) => nom.at(-1))).toEqual(VALEURS.map((_, rang) => 'abc'[rang % 3]));
		const relues = noms.map((nom) => {
			const { fichier, rang } = placeDe(nom);
			return JSON.parse(Buffer.from(allege.get(`notices/${fichier}.json`) ?? '').toString())[rang];
		});
		expect(relues).toEqual(VALEURS.map((_, rang) => ({ rang })));
		const fichiers = [...allege.keys()].filter((chemin) => chemin.startsWith('notices/'));
		expect(fichiers).toHaveLength(Math.ceil(VALEURS.length / parPaquet));
		expect([...allege.keys()].filter((chemin) => chemin.endsWith('.pf_fragment'))).toEqual([]);
	});
	it('met chaque notice à sa place, dans quelque ordre que Pagefind les range', async () => {
		const index = await indexerValeurs();
		const retourne = new Map(
			[...index].map(([chemin, octets]) => {
				if (!chemin.endsWith('.pf_filter')) return [chemin, octets];
				const [nom, valeurs] = decode(gunzipSync(octets).subarray(SIGNATURE));
				const places = valeurs.map(([valeur, [place]]: [string, number[]]) => [
					valeur,
					[VALEURS.length - 1 - (place ?? 0)],
				]);
				return [chemin, gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), encode([nom, places])]))];
			}),
		);
		const allege = alleger(retourne, { parPaquet: 8 });
		const [notices = ''] = [...allege].filter(([chemin]) => chemin.startsWith('notices/')).map(([, octets]) => octets);
		expect(JSON.parse(Buffer.from(notices).toString())).toEqual(VALEURS.map((_, rang) => ({ rang })).reverse());
	});
	it('donne au moteur les métadonnées de Pagefind, noms, morceaux et rangs exceptés', async () => {
		// Numbers of words and of records that CBOR writes in one, two and three bytes.
		const natif = await indexer(
			Array.from({ length: 300 }, (_, notice) => 'mot '.repeat(1 + notice * (notice % 7))),
			(notice) => ({ genre: [`${notice % 3}`] }),
		);
		const sansNoms = ([version, notices, , filtres, ...reste]: [
			string,
			[string, ...unknown[]][],
			unknown,
			[string, string][],
			...unknown[],
		]) => [version, notices.map(([, ...dit]) => dit), filtres.map(([nom]) => nom), ...reste];
		expect(sansNoms(lireMeta(natif))[2]).toEqual(['genre', RANG]);
		expect(sansNoms(lireMeta(alleger(natif)))).toEqual(sansNoms(lireMeta(natif)).with(2, ['genre']));
	});
	it('coupe les longs morceaux de mots sans perdre un mot, chaque mot et chacun de ses débuts entre les bornes du sien', async () => {
		// Words that share prefixes, each in enough records to fill several chunks.
		const avant = await indexer(
			Array.from({ length: 600 }, (_, notice) =>
				Array.from({ length: 40 }, (_, n) => `serv${'abcdefgh'[n % 8]}${'ijklmnop'[(n * 3 + notice) % 8]}`).join(' '),
			),
		);
		const apres = alleger(avant);
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
		const [debuts, fins] = [
			'ser se si sa inter in i expo exp e re res r',
			'vic ssion tuat veill ven dustr po ten m bl',
		].map((suites) => suites.split(' ')) as [string[], string[]];
		const tous = debuts.flatMap((debut) => fins.flatMap((fin) => [`${debut}${fin}`, `${debut}${fin}olk`]));
		const natifs = await indexer(
			Array.from({ length: 900 }, (_, notice) => tous.filter((_, n) => (n * 7 + notice) % 4 > 0).join(' ')),
		);
		expect(morceaux(natifs).length).toBeGreaterThan(3);
		const liste = morceaux(alleger(natifs));
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
		const index = new Map(await indexerValeurs());
		const chemin = [...index.keys()].find((c) => c.endsWith('.pf_index')) ?? '';
		index.set(chemin, octets);
		expect(() => alleger(index)).toThrow(chemin);
	});
	it('ne coupe pas les morceaux de mots quand un hébergeur compte les fichiers', async () => {
		const index = await indexerValeurs();
		const entier = alleger(index, { parPaquet: 128, taille: Number.POSITIVE_INFINITY });
		expect(morceaux(entier)).toHaveLength(morceaux(index).length);
		expect(morceaux(alleger(index, { parPaquet: 4, taille: 1 })).length).toBeGreaterThan(VALEURS.length);
	});
	it('garde ses filtres tels quels, rangs exceptés, et nomme ses métadonnées dans son entrée', async () => {
		const index = await indexerValeurs();
		const allege = alleger(index);
		expect(filtres(allege)).toHaveLength(FILTRES.length);
		for (const [chemin, octets] of filtres(allege)) expect(octets).toEqual(index.get(chemin));
		const { languages } = JSON.parse(Buffer.from(allege.get('pagefind-entry.json') ?? '').toString());
		const metas = [...allege.keys()].filter((chemin) => chemin.endsWith('.pf_meta'));
		expect(metas).toEqual([`pagefind.${languages.fr.hash}.pf_meta`]);
	});
});
