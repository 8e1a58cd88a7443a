import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FicheVoulue } from '../../scripts/generation/export.ts';
import { reprendre } from '../../scripts/importer/ecriture.ts';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { fichiersDe } from '../fichiers.ts';
import { zipDExport } from '../unit/importation/exports.ts';
import { GRAINES } from '../unit/importation/pdfs.ts';
import { exportRncp, FICHE_LUTHIER } from '../unit/importation/rncps.ts';
import { lancer } from './lancer.ts';

const base = mkdtempSync(join(tmpdir(), 'lignee-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const catalogue = join(base, 'catalogue');

const document = (nom: string, contenu: string | Uint8Array): string => {
	const chemin = join(base, nom);
	writeFileSync(chemin, contenu);
	return chemin;
};
const importer = (args: readonly string[], panne?: string) =>
	lancer(['scripts/importer.ts', ...args], panne, { CATALOGUE: catalogue });

type Etat = Record<string, string>;
/** Content of all files of the catalogue, without those under a name that starts with a dot. */
const etat = (): Etat =>
	Object.fromEntries(
		(existsSync(catalogue) ? fichiersDe(catalogue) : [])
			.filter((f) => !f.startsWith('.'))
			.map((f) => [f, readFileSync(join(catalogue, f), 'utf8')]),
	);
/** Paths of the files that differ between two states, or are in one only. */
const ecart = (un: Etat, autre: Etat) => Object.keys({ ...un, ...autre }).filter((f) => un[f] !== autre[f]);

const graine = (nom: string) => join('content/sources', nom);
/** Fiches of two successive exports: the second adds two fiches, one of which succeeds the other. */
const chaine = [
	{ numero: 11000, intitule: 'Verrier à la canne', effet: '01/09/2008', actif: 'Non', nouvelles: [11001] },
	{ numero: 11001, intitule: 'Verrier à la canne', effet: '01/09/2013', anciennes: [11000] },
] as const;
const exporte = (jour: string, fiches: readonly FicheVoulue[]) =>
	document(`export-fiches-rncp-v4-1-${jour}.zip`, zipDExport(fiches, jour));
/** Imports to interrupt. `lot` marks batches: each run writes a log of its own, so that two runs differ. */
const SCENARIOS: { nom: string; avant: readonly string[][]; args: readonly string[]; lot?: true }[] = [
	{ nom: 'une fiche', avant: [], args: [graine(GRAINES.tsgri), '--id', 'tsgri-2003'] },
	{
		nom: 'une fiche, récrite par --force',
		avant: [[graine(GRAINES.tsgri), '--id', 'tsgri-2003']],
		args: [graine(GRAINES.tsgri), '--id', 'tsgri-2003', '--avec', graine(GRAINES.tsgriBis), '--force'],
	},
	{
		nom: 'une fiche du RNCP et sa lignée, dans un catalogue qui a une version',
		avant: [[graine(GRAINES.tsgri), '--id', 'tsgri-2003']],
		args: [document('export.xml', exportRncp(FICHE_LUTHIER))],
	},
	{
		nom: 'un export entier, après un autre',
		avant: [
			[exporte('2026-11-20', [{ numero: 10001, intitule: 'Relieur d’atlas', effet: '01/09/2018' }]), '--type', 'TP'],
		],
		args: [
			exporte('2026-11-21', [{ numero: 10001, intitule: 'Relieur d’atlas ancien', effet: '01/09/2018' }, ...chaine]),
			'--type',
			'TP',
		],
		lot: true,
	},
];

const remplacer = (dossier: string, par: string) => {
	rmSync(dossier, { recursive: true, force: true });
	if (existsSync(par)) cpSync(par, dossier, { recursive: true });
};
/** Reads the catalogue after the recovery that the next import starts with. */
const lire = (): Etat => {
	reprendre(catalogue);
	// Without this folder nothing has been written, and there is no catalogue to read.
	if (existsSync(join(catalogue, 'titres'))) lireCatalogue(catalogue);
	return etat();
};
/** Working files of imports in the catalogue: their names start with a dot. */
const caches = () => (existsSync(catalogue) ? readdirSync(catalogue).filter((nom) => nom.startsWith('.')) : []);

describe.each(SCENARIOS)('importer $nom', ({ avant, args, lot = false }) => {
	const depart = join(base, 'depart');
	const commencer = () => remplacer(catalogue, depart);
	let ancien: Etat;
	let complet: Etat;
	let ecritures: number;
	beforeAll(() => {
		rmSync(catalogue, { recursive: true, force: true });
		for (const a of avant) {
			const fait = importer(a);
			expect(fait.status, fait.stderr).toBe(0);
		}
		remplacer(depart, catalogue);
		ancien = etat();
		const fini = importer(args);
		expect(fini.status, fini.stderr).toBe(0);
		complet = etat();
		ecritures = fini.ecritures;
		expect(ecart(ancien, complet)).not.toEqual([]);
		expect(caches()).toEqual([]);
	});
	/** Checks that a state is one of the two catalogues, before or after the import. @returns which one */
	const dire = (fichiers: Etat, point: string): 'ancien' | 'complet' => {
		if (ecart(fichiers, ancien).length === 0) return 'ancien';
		expect(ecart(fichiers, complet), point).toEqual([]);
		return 'complet';
	};

	it('tué à n’importe quelle écriture, ou au milieu, laisse le catalogue tel qu’il était ou complet', () => {
		const vus = { ancien: 0, complet: 0 };
		for (let n = 1; n <= ecritures; n++)
			for (const genre of ['SIGKILL', 'COUPE']) {
				const point = `${genre} à l’écriture ${n}`;
				commencer();
				const { signal } = importer(args, `${genre}:${n}`);
				if (genre === 'SIGKILL') expect(signal, point).toBe('SIGKILL');
				vus[dire(lire(), point)]++;
			}
		expect(vus.ancien).toBeGreaterThan(0);
		expect(vus.complet).toBeGreaterThan(0);
		console.log(`${ecritures} écritures, coupées de deux façons : ${JSON.stringify(vus)}`);
	});
	it.skipIf(lot)(
		'tué puis refait, finit sans --force et ne laisse rien à côté',
		() => {
			for (let n = 1; n <= ecritures; n++) {
				const point = `refait après l’écriture ${n}`;
				commencer();
				importer(args, `SIGKILL:${n}`);
				const restait = caches().includes('.import') && ecart(etat(), complet).length > 0;
				const { status, stderr } = importer(args);
				expect(ecart(etat(), complet), point).toEqual([]);
				expect(caches(), point).toEqual([]);
				if (restait) expect(stderr, point).toContain('Un import précédent, interrompu, est achevé');
				// An import that was complete may only be refused because its files exist.
				if (status !== 0) expect(stderr, point).toContain('existe : rien n’est écrit');
			}
		},
		600_000,
	);
	it.skipIf(lot)(
		'tué, puis tué encore pendant que le suivant l’achève, s’achève toujours',
		() => {
			const tue = join(base, 'tue');
			let deuxFois = 0;
			for (let n = 1; n <= ecritures; n++) {
				commencer();
				importer(args, `SIGKILL:${n}`);
				if (!caches().includes('.import')) continue;
				remplacer(tue, catalogue);
				for (let m = 1; m <= ecritures - n; m++) {
					const point = `tué à l’écriture ${n}, puis à l’écriture ${m}`;
					remplacer(catalogue, tue);
					if (importer(args, `SIGKILL:${m}`).signal === 'SIGKILL') deuxFois++;
					expect(ecart(lire(), complet), point).toEqual([]);
				}
			}
			expect(deuxFois).toBeGreaterThan(0);
			console.log(`tué deux fois : ${deuxFois}`);
		},
		600_000,
	);
	it('sur un disque plein ou en lecture seule, dit si rien n’est écrit ou si la suite s’achèvera', () => {
		for (const [panne, message] of [
			['ENOSPC', 'disque plein'],
			['EROFS', 'lecture seule'],
		] as const)
			for (let n = 1; n <= ecritures; n++) {
				const point = `${panne} à l’écriture ${n}`;
				commencer();
				const { status, stderr } = importer(args, `${panne}:${n}`);
				const vu = dire(lire(), point);
				// A full disk does not prevent removals: an import that only has these left succeeds.
				if (status === 0) expect([panne, vu], point).toEqual(['ENOSPC', 'complet']);
				else {
					expect(status, point).toBe(1);
					expect(stderr, point).toContain(message);
					expect(stderr, point).toContain(vu === 'ancien' ? 'rien n’a été écrit' : 'l’achèvera');
				}
			}
	});
});
