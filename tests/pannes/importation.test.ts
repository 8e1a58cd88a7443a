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

/** Every file of the catalogue with its content; names that start with a dot are not a part of it. */
const etat = (): Record<string, string> =>
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
	it('coupé net à n’importe quelle écriture, ou au milieu, laisse le catalogue comme il était, ou complet', () => {
		const ancien = preparer();
		const { status, stderr, ecritures } = importer(args);
		expect(status, stderr).toBe(0);
		const complet = etat();
		expect(complet).not.toEqual(ancien);
		const vus = { ancien: 0, complet: 0 };
		for (let n = 1; n <= ecritures; n++)
			for (const genre of ['SIGKILL', 'COUPE']) {
				preparer();
				const { signal } = importer(args, `${genre}:${n}`);
				if (genre === 'SIGKILL') expect(signal, `écriture ${n}`).toBe('SIGKILL');
				const reste = etat();
				// An official document that no version names yet is not published.
				const publie = Object.fromEntries(
					Object.entries(reste).filter(([f]) => !f.startsWith('sources/') || f in ancien),
				);
				if (JSON.stringify(publie) === JSON.stringify(ancien)) vus.ancien++;
				else {
					expect(reste, `${genre} à l’écriture ${n}`).toEqual(complet);
					vus.complet++;
				}
				if (existsSync(join(catalogue, 'titres'))) expect(() => lireCatalogue(catalogue)).not.toThrow();
				// The same command then ends the work.
				expect([0, 1], `${genre}:${n}`).toContain(importer(args).status);
				expect(etat(), `reprise après ${genre} à l’écriture ${n}`).toEqual(complet);
			}
		console.log(
			`${ecritures} écritures, coupées de deux façons : ${vus.ancien} fois comme avant, ${vus.complet} fois complet`,
		);
	}, 600_000);
	it('sur un disque plein ou en lecture seule, le dit et n’écrit rien', () => {
		const ancien = preparer();
		const { ecritures } = importer(args);
		for (const [panne, message] of [
			['ENOSPC', 'disque plein'],
			['EROFS', 'lecture seule'],
		] as const)
			for (let n = 1; n <= ecritures; n++) {
				preparer();
				const { status, stderr } = importer(args, `${panne}:${n}`);
				expect(status, `${panne} à l’écriture ${n}`).toBe(1);
				expect(stderr).toContain(message);
				expect(stderr).toContain('rien n’a été écrit');
				expect(etat(), `${panne} à l’écriture ${n}`).toEqual(ancien);
			}
	}, 600_000);
});
