import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reprendre } from '../../../scripts/importer/ecriture.ts';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { CatalogueInvalide } from '../../../src/catalogue/probleme.ts';

let catalogue: string;
beforeEach(() => {
	catalogue = mkdtempSync(join(tmpdir(), 'lignee-'));
	cpSync('tests/catalogues/base', catalogue, { recursive: true });
});
afterEach(() => rmSync(catalogue, { recursive: true, force: true }));

const CORRESPONDANCE = 'correspondances/ta-2005--ta-2010.yaml';
/** Moves a correspondence to the folder where an import prepares its files. */
const retenir = (dossier: string) => {
	mkdirSync(join(catalogue, dossier, 'correspondances'), { recursive: true });
	renameSync(join(catalogue, CORRESPONDANCE), join(catalogue, dossier, CORRESPONDANCE));
};
const lues = () => lireCatalogue(catalogue).correspondances.length;

describe('un import interrompu', () => {
	it('qui n’avait plus qu’à mettre ses fichiers à leur place fait refuser le catalogue, jusqu’au prochain import', () => {
		retenir('.import');
		expect(lues).toThrow(CatalogueInvalide);
		expect(lues).toThrow('.import/ : un import interrompu attend ici ; relancer « npm run importer »');
		expect(reprendre(catalogue)).toEqual([CORRESPONDANCE]);
		expect(lues()).toBe(2);
		expect(existsSync(join(catalogue, '.import'))).toBe(false);
	});
	it('qui préparait encore ses fichiers n’a rien changé', () => {
		retenir('.import-1');
		expect(lues()).toBe(1);
		expect(existsSync(join(catalogue, '.import-1', CORRESPONDANCE))).toBe(true);
	});
	it('auquel on renonce en supprimant son dossier ne fait plus rien refuser', () => {
		retenir('.import');
		rmSync(join(catalogue, '.import'), { recursive: true });
		expect(lues()).toBe(1);
	});
});
