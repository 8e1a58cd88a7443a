import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/loaders/catalogue.ts';
import { CatalogueInvalide } from '../../../src/loaders/probleme.ts';

let catalogue: string;
beforeEach(() => {
	catalogue = mkdtempSync(join(tmpdir(), 'lignee-'));
	cpSync('tests/catalogues/valide', catalogue, { recursive: true });
});
afterEach(() => rmSync(catalogue, { recursive: true, force: true }));

const LIGNEE = 'lignees/atelier.yaml';
/** Moves the lineage to where an import keeps what it has yet to put in its place. */
const retenir = (dossier: string) => {
	mkdirSync(join(catalogue, dossier, 'lignees'), { recursive: true });
	renameSync(join(catalogue, LIGNEE), join(catalogue, dossier, LIGNEE));
};
const lignees = () => lireCatalogue(catalogue).lignees.map(({ id }) => id);

describe('un import interrompu', () => {
	it('qui n’avait plus qu’à mettre ses fichiers à leur place est achevé par qui lit le catalogue, et cela est dit', () => {
		retenir('.import');
		const { avertissements, lignees } = lireCatalogue(catalogue);
		expect(lignees.map(({ id }) => id)).toEqual(['atelier']);
		expect(avertissements).toContain(`un import interrompu est achevé : ${LIGNEE}`);
		expect(existsSync(join(catalogue, '.import'))).toBe(false);
	});
	it('qui préparait encore ses fichiers n’a rien changé', () => {
		retenir('.import-1');
		expect(lignees()).toEqual([]);
		expect(existsSync(join(catalogue, '.import-1', LIGNEE))).toBe(true);
	});
	it('qui ne peut pas être achevé fait refuser le catalogue, et finit dès que rien ne l’en empêche', () => {
		retenir('.import');
		mkdirSync(join(catalogue, LIGNEE, 'un-dossier'), { recursive: true });
		expect(lignees).toThrow(CatalogueInvalide);
		expect(lignees).toThrow('.import/ : un import interrompu attend ici et ne peut pas être achevé');
		rmSync(join(catalogue, LIGNEE), { recursive: true });
		expect(lignees()).toEqual(['atelier']);
	});
});
