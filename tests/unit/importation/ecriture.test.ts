import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ecrireEnsemble, reprendre } from '../../../scripts/importer/ecriture.ts';

let catalogue: string;
beforeEach(() => {
	catalogue = mkdtempSync(join(tmpdir(), 'lignee-'));
});
afterEach(() => rmSync(catalogue, { recursive: true, force: true }));

/** Creates the working folder of an import by this process. */
const preparer = (processus: number | undefined) => {
	const dossier = join(catalogue, `.import-${processus}`);
	mkdirSync(join(dossier, 'titres'), { recursive: true });
	writeFileSync(join(dossier, 'titres', 'abandonne.md'), 'Un texte.');
	return dossier;
};

describe('ce qu’un import avait préparé quand il fut tué', () => {
	it('est retiré par le suivant, qui laisse ce que prépare un import en cours', () => {
		const mort = preparer(spawnSync(process.execPath, ['--version']).pid);
		const vivant = preparer(process.ppid);
		expect(reprendre(catalogue)).toEqual([]);
		expect([existsSync(mort), existsSync(vivant)]).toEqual([false, true]);
	});
	it('n’entre pas dans le suivant, eût-il le même numéro de processus', () => {
		preparer(process.pid);
		reprendre(catalogue);
		ecrireEnsemble(catalogue, [{ chemin: join(catalogue, 'titres', 'neuf.md'), contenu: 'Un autre.' }]);
		expect(readdirSync(join(catalogue, 'titres'))).toEqual(['neuf.md']);
		expect(readdirSync(catalogue)).toEqual(['titres']);
	});
});
