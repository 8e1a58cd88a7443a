import { existsSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { preparer, themes } from '../catalogues/fautes.ts';
import { construire, sortieNeuve } from './construire.ts';

const dossier = sortieNeuve();

/** One fault of each kind, tried with the real build; the unit tests try all faults with the same reader. */
const NOMS = [
	'trois fautes dans trois fichiers, dites ensemble',
	'un document de lignée qui porte un script',
	'un lien de dossier qui tourne en rond',
];
const A_CONSTRUIRE = themes.flatMap(({ fautes }) => fautes).filter(({ faute }) => NOMS.includes(faute));

describe('un catalogue fautif', () => {
	it.each(A_CONSTRUIRE)(
		'arrête la construction, dit tout et ne publie rien : $faute',
		({ attendu, ...changements }) => {
			const catalogue = preparer(changements);
			const { status, stdout, stderr } = construire({ CATALOGUE: catalogue, OUT_DIR: dossier });
			const dit = stdout + stderr;
			expect(status).not.toBe(0);
			for (const ligne of attendu) expect(dit).toContain(ligne);
			expect(dit).toMatch(new RegExp(`^${attendu.length} erreurs? dans le catalogue`, 'm'));
			expect(dit).not.toMatch(/^\s+at /m);
			expect(existsSync(`${dossier}/index.html`)).toBe(false);
			rmSync(catalogue, { recursive: true });
		},
	);
	it('sans faute, aussi petit soit-il, se construit', () => {
		const { status, stdout, stderr } = construire({ CATALOGUE: 'tests/catalogues/base', OUT_DIR: dossier });
		expect(status, stderr).toBe(0);
		// The output must only be about the catalogue, without messages of the build tools.
		expect(stdout + stderr).not.toMatch(/\[vite\]|lightningcss|deprecat/i);
		expect(existsSync(`${dossier}/titres/ta-2010/ccp-1/c2/index.html`)).toBe(true);
		expect(existsSync(`${dossier}/comparer/ta-2010/ta-2015/index.html`)).toBe(true);
	});
});
