import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fichiersDe } from '../fichiers.ts';
import { lancer } from './lancer.ts';

/**
 * Number of writes at which a build is interrupted, spread evenly over the build: `PANNES=200 npm run test:pannes`
 * tries more.
 */
const POINTS = Number(process.env.PANNES ?? 8);
const racine = mkdtempSync(join(tmpdir(), 'lignee-'));
const dist = join(racine, 'dist');
afterAll(() => rmSync(racine, { recursive: true, force: true }));

const construire = (panne?: string, site = 'https://neuf.test') =>
	lancer(['scripts/construire.ts'], panne, {
		OUT_DIR: dist,
		SITE_URL: site,
		CATALOGUE: 'tests/catalogues/base',
	});

const empreinte = (dossier: string): string => {
	const somme = createHash('sha256');
	for (const f of fichiersDe(dossier)) somme.update(f).update(readFileSync(join(dossier, f)));
	return somme.digest('hex');
};
const pages = (dossier: string) => fichiersDe(dossier).filter((f) => f.endsWith('.html'));

let ancien: string;
let ancienPages: string[];
let ecritures: number;
/** Restores the previous site, whatever the last trial left. */
function remettre(): void {
	const { status, stderr } = construire(undefined, 'https://ancien.test');
	expect(status, stderr).toBe(0);
	ancien = empreinte(dist);
}
beforeAll(() => {
	remettre();
	ancienPages = pages(dist);
	ecritures = construire(undefined, 'https://ancien.test').ecritures;
	ancien = empreinte(dist);
	expect(ecritures).toBeGreaterThan(100);
});

/** Checks that the folder holds the whole previous site or the whole new one, to the byte. @returns which one */
function verifier(point: string): 'ancien' | 'neuf' | 'écarté' {
	const { final, precedent } = { final: dist, precedent: `${dist}-en-construction/precedent` };
	if (!existsSync(final)) {
		expect(empreinte(precedent), point).toBe(ancien);
		return 'écarté';
	}
	if (empreinte(final) === ancien) return 'ancien';
	expect(pages(final), point).toEqual(ancienPages);
	for (const page of pages(final)) {
		const html = readFileSync(join(final, page), 'utf8');
		expect(html, `${point}, ${page}`).toMatch(/<link rel="canonical" href="https:\/\/neuf\.test\//);
		expect(html, `${point}, ${page}`).toContain('</html>');
	}
	const { languages } = JSON.parse(readFileSync(join(final, 'pagefind/pagefind-entry.json'), 'utf8'));
	expect(existsSync(join(final, `pagefind/pagefind.${languages.fr.hash}.pf_meta`)), point).toBe(true);
	return 'neuf';
}

/** Writes to interrupt, except the last ones, which swap the sites: `tests/unit/construction` tries each of these. */
const points = (nombre: number): number[] =>
	Array.from({ length: nombre }, (_, i) => 1 + Math.floor((i * (ecritures - 10)) / nombre));

describe('le vrai site, sa construction arrêtée', () => {
	it('net (SIGKILL) à de nombreux moments, reste l’ancien ou devient le nouveau, entier', () => {
		const vus = points(POINTS).map((n) => {
			const { signal } = construire(`SIGKILL:${n}`);
			expect(signal, `écriture ${n}`).toBe('SIGKILL');
			const vu = verifier(`SIGKILL à l’écriture ${n}`);
			if (vu !== 'ancien') remettre();
			return vu;
		});
		console.log(`construction tuée à ${vus.length} moments sur ${ecritures} : ${compter(vus)}`);
	});
	it.each(['SIGTERM', 'SIGINT'])(
		'poliment (%s), le dit et laisse l’ancien',
		(signal) => {
			remettre();
			const { status, stderr } = construire(`${signal}:${Math.floor(ecritures / 2)}`);
			expect(status).toBe(signal === 'SIGINT' ? 130 : 143);
			expect(stderr).toContain(`Construction interrompue (${signal})`);
			expect(stderr).toContain('est resté tel qu’il était');
			expect(verifier(signal)).toBe('ancien');
			expect(readdirSync(racine)).toEqual(['dist']);
		},
		120_000,
	);
	it.each([
		['ENOSPC', 'le disque est plein'],
		['EROFS', 'lecture seule'],
		['EACCES', 'écriture refusée'],
	])(
		'par le disque (%s), dit pourquoi et laisse l’ancien',
		(panne, message) => {
			remettre();
			const vus = points(Math.ceil(POINTS / 4)).map((n) => {
				const { status, stderr } = construire(`${panne}:${n}`);
				expect(status, `écriture ${n}`).toBe(1);
				expect(stderr, `écriture ${n}`).toContain(message);
				expect(stderr, `écriture ${n}`).toContain('est resté tel qu’il était');
				return verifier(`${panne} à l’écriture ${n}`);
			});
			expect(new Set(vus)).toEqual(new Set(['ancien']));
			console.log(`${panne} à ${vus.length} moments : ${compter(vus)}`);
		},
		1_800_000,
	);
	it('se refait ensuite comme si de rien n’était, sans reste', () => {
		expect(construire(undefined, 'https://neuf.test').status).toBe(0);
		expect(verifier('à la fin')).toBe('neuf');
		expect(readdirSync(racine)).toEqual(['dist']);
	});
});

const compter = (vus: readonly string[]): string =>
	[...new Set(vus)].map((vu) => `${vus.filter((v) => v === vu).length} ${vu}`).join(', ');
