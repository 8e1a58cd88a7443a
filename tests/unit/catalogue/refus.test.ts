import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { CatalogueInvalide } from '../../../src/catalogue/probleme.ts';

const RACINE = 'tests/catalogues';
const VALIDE = 'valide';

/** What reading a catalogue says: its refusal, or nothing. */
function refus(nom: string): string {
	try {
		lireCatalogue(`${RACINE}/${nom}`);
		return '';
	} catch (erreur) {
		expect(erreur).toBeInstanceOf(CatalogueInvalide);
		return (erreur as Error).message;
	}
}

describe('un catalogue fautif est refusé, avec le fichier, la ligne, le champ et le remède', () => {
	it('le même catalogue sans faute est accepté', () => {
		expect(refus(VALIDE)).toBe('');
	});
	for (const nom of readdirSync(RACINE).filter((n) => n !== VALIDE))
		it(nom, () => {
			const message = refus(nom);
			for (const attendu of readFileSync(`${RACINE}/${nom}/attendu.txt`, 'utf8').trim().split('\n'))
				expect(message).toContain(attendu);
		});
	it('un dossier qui n’est pas un catalogue', () => {
		expect(refus('nulle-part')).toContain('CATALOGUE doit nommer un dossier qui contient « titres/ »');
	});
});
