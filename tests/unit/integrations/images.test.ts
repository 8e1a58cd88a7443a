import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import images from '../../../src/integrations/images.ts';
import { fichiersDe } from '../../fichiers.ts';

let racine: string;
beforeEach(() => {
	racine = mkdtempSync(join(tmpdir(), 'lignee-images-'));
});
afterEach(() => rmSync(racine, { recursive: true, force: true }));

/** Runs the integration as a build does. @returns pictures by path, and the log */
async function construire(): Promise<{ publiees: Map<string, string>; journal: string }> {
	const dist = join(racine, 'dist');
	rmSync(dist, { recursive: true, force: true });
	mkdirSync(dist);
	let journal = '';
	const { hooks } = images((texte) => {
		journal += texte;
	});
	const appeler = async (nom: 'astro:config:done' | 'astro:build:done', donne: object) =>
		(hooks[nom] as (donne: object) => Promise<void>)(donne);
	await appeler('astro:config:done', { config: { root: pathToFileURL(`${racine}/`) } });
	await appeler('astro:build:done', { dir: pathToFileURL(`${dist}/`) });
	return { publiees: lire(dist), journal };
}

const lire = (dossier: string) =>
	new Map(fichiersDe(dossier).map((f) => [`/${f}`, readFileSync(join(dossier, f), 'base64')]));
const cache = () => join(racine, '.cache/images');

describe('les images', () => {
	it('ne sont dessinées qu’une fois, et sont les mêmes octets d’où qu’elles viennent', async () => {
		const premiere = await construire();
		expect(premiere.publiees.size).toBeGreaterThan(10);
		const { size } = premiere.publiees;
		expect(premiere.journal).toBe(`Images : ${size} dessinées, 0 gardée d’une construction précédente`);
		const seconde = await construire();
		expect(seconde.journal).toBe(`Images : 0 dessinée, ${size} gardées d’une construction précédente`);
		expect(seconde.publiees).toEqual(premiere.publiees);
		rmSync(cache(), { recursive: true });
		expect(await construire()).toEqual(premiere);
	});

	it('sont redessinées quand ce qui en est gardé est coupé, abîmé ou vide', async () => {
		const { publiees } = await construire();
		const [coupee, abimee, vide] = readdirSync(cache()) as [string, string, string];
		const octets = (nom: string) => readFileSync(join(cache(), nom));
		writeFileSync(join(cache(), coupee), octets(coupee).subarray(0, 500));
		const changee = octets(abimee);
		changee.writeUInt8(changee.readUInt8(600) ^ 1, 600);
		writeFileSync(join(cache(), abimee), changee);
		writeFileSync(join(cache(), vide), '');
		const ensuite = await construire();
		expect(ensuite.journal).toContain('Images : 3 dessinées');
		expect(ensuite.publiees).toEqual(publiees);
	});

	it('ne restent pas gardées sans fin : un mois après leur dernier emploi, elles s’en vont', async () => {
		await construire();
		const ilYA = (jours: number) => new Date(Date.now() - jours * 86_400_000);
		for (const [nom, jours] of [
			['ancienne', 31],
			['recente', 29],
		] as const) {
			writeFileSync(join(cache(), nom), '');
			utimesSync(join(cache(), nom), ilYA(jours), ilYA(jours));
		}
		const employee = readdirSync(cache()).find((nom) => nom.length === 64) as string;
		utimesSync(join(cache(), employee), ilYA(31), ilYA(31));
		await construire();
		expect(readdirSync(cache())).toEqual(expect.arrayContaining(['recente', employee]));
		expect(readdirSync(cache())).not.toContain('ancienne');
	});

	it('sont une par lignée de plusieurs versions quand un hébergeur compte les fichiers', async () => {
		process.env.PEU_DE_FICHIERS = '1';
		try {
			const { publiees } = await construire();
			const lignees = lireCatalogue('content')
				.lignees.filter((l) => l.versions.length > 1)
				.map(({ id }) => `/images/lignees/${id}.png`);
			expect([...publiees.keys()].sort()).toEqual(['/images/lignee.png', ...lignees].sort());
		} finally {
			delete process.env.PEU_DE_FICHIERS;
		}
	});
});
