import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../src/loaders/catalogue.ts';
import { GRAINES } from '../unit/importation/pdfs.ts';
import { exportRncp, FICHE_LUTHIER } from '../unit/importation/rncps.ts';
import { lancer } from './lancer.ts';

const base = mkdtempSync(join(tmpdir(), 'lignee-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const catalogue = join(base, 'catalogue');

const document = (nom: string, contenu: string): string => {
	const chemin = join(base, nom);
	writeFileSync(chemin, contenu);
	return chemin;
};
const importer = (args: readonly string[], panne?: string) =>
	lancer(['scripts/importer.ts', ...args], panne, { CATALOGUE: catalogue });

type Etat = Record<string, string>;
/** Every file of the catalogue with its content; names that start with a dot are not a part of it. */
const etat = (): Etat =>
	Object.fromEntries(
		(existsSync(catalogue) ? readdirSync(catalogue, { recursive: true, withFileTypes: true }) : [])
			.filter((f) => f.isFile() && !f.name.startsWith('.'))
			.map((f) => join(f.parentPath, f.name))
			.sort()
			.map((f) => [relative(catalogue, f), readFileSync(f, 'utf8')]),
	);

const graine = (nom: string) => join('content/sources', nom);
const SCENARIOS: { nom: string; avant: readonly string[][]; args: readonly string[] }[] = [
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
];

describe.each(SCENARIOS)('importer $nom', ({ avant, args }) => {
	const preparer = () => {
		rmSync(catalogue, { recursive: true, force: true });
		for (const a of avant) expect(importer(a).status).toBe(0);
		return etat();
	};
	/** Whether a file is what was there before, or what the whole import leaves. */
	const entier = (fichier: string, contenu: string, ancien: Etat, complet: Etat) =>
		contenu === ancien[fichier] || contenu === complet[fichier];
	/** An official document that no version names yet is not published. */
	const publie = (fichiers: Etat, ancien: Etat): Etat =>
		Object.fromEntries(Object.entries(fichiers).filter(([f]) => !f.startsWith('sources/') || f in ancien));

	it('coupé net à n’importe quelle écriture, ou au milieu, ne laisse que des fichiers entiers, et se reprend', () => {
		const ancien = preparer();
		const { status, stderr, ecritures } = importer(args);
		expect(status, stderr).toBe(0);
		const complet = etat();
		expect(complet).not.toEqual(ancien);
		const vus = { ancien: 0, sansLignee: 0, complet: 0 };
		for (let n = 1; n <= ecritures; n++)
			for (const genre of ['SIGKILL', 'COUPE']) {
				const point = `${genre} à l’écriture ${n}`;
				preparer();
				const { signal } = importer(args, `${genre}:${n}`);
				if (genre === 'SIGKILL') expect(signal, point).toBe('SIGKILL');
				const reste = etat();
				for (const [fichier, contenu] of Object.entries(reste))
					expect(entier(fichier, contenu, ancien, complet), `${point}, ${fichier}`).toBe(true);
				const manquent = Object.keys(complet).filter((f) => reste[f] !== complet[f]);
				const vu =
					JSON.stringify(publie(reste, ancien)) === JSON.stringify(ancien)
						? 'ancien'
						: manquent.length
							? 'sansLignee'
							: 'complet';
				// A whole version, which the catalogue accepts without the lineage that would have followed.
				if (vu === 'sansLignee') expect(manquent, point).toEqual([expect.stringMatching(/^lignees\//)]);
				vus[vu]++;
				if (existsSync(join(catalogue, 'titres'))) expect(() => lireCatalogue(catalogue)).not.toThrow();
				// The same command then ends the work, told that what it finds may be written again.
				expect([0, 1], point).toContain(importer(vu === 'sansLignee' ? [...args, '--force'] : args).status);
				expect(etat(), `reprise après ${point}`).toEqual(complet);
			}
		console.log(`${ecritures} écritures, coupées de deux façons : ${JSON.stringify(vus)}`);
	}, 600_000);
	it('sur un disque plein ou en lecture seule, le dit, et ne publie rien à demi', () => {
		const ancien = preparer();
		const { ecritures } = importer(args);
		const complet = etat();
		for (const [panne, message] of [
			['ENOSPC', 'disque plein'],
			['EROFS', 'lecture seule'],
		] as const)
			for (let n = 1; n <= ecritures; n++) {
				const point = `${panne} à l’écriture ${n}`;
				preparer();
				const { status, stderr } = importer(args, `${panne}:${n}`);
				expect(status, point).toBe(1);
				expect(stderr, point).toContain(message);
				const reste = etat();
				const nouveaux = Object.keys(reste).filter((f) => reste[f] !== ancien[f]);
				// A disk that has just become read-only gives nothing back: what stands there is named.
				if (nouveaux.length === 0) expect(stderr, point).toContain('rien n’a été écrit');
				for (const f of nouveaux) expect(stderr, point).toContain(f);
				if (panne === 'ENOSPC') expect(publie(reste, ancien), point).toEqual(ancien);
				for (const [f, contenu] of Object.entries(reste))
					expect(entier(f, contenu, ancien, complet), `${point}, ${f}`).toBe(true);
			}
	}, 600_000);
});
