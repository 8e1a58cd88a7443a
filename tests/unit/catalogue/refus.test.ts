import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { CatalogueInvalide } from '../../../src/catalogue/probleme.ts';
import { BASE, preparer, themes } from '../../catalogues/fautes.ts';

/** Every line that reading a catalogue says; none where it is accepted. */
function dire(dossier: string): string[] {
	try {
		lireCatalogue(dossier);
		return [];
	} catch (erreur) {
		expect(erreur).toBeInstanceOf(CatalogueInvalide);
		const [titre, ...lignes] = (erreur as Error).message.split('\n');
		expect(titre).toContain(`« ${dossier} »`);
		return lignes.map((ligne) => ligne.trim());
	}
}

it('le catalogue d’essai est accepté, sans rien à redire', () => {
	expect(dire(BASE)).toEqual([]);
	expect(lireCatalogue(BASE).avertissements).toEqual([]);
});

describe.each(themes)(
	'une faute de $theme est dite, elle et rien d’autre, avec sa place et son remède',
	({ fautes }) => {
		it.each(fautes)('$faute', ({ faute, attendu, ...changements }) => {
			const dossier = preparer(changements);
			expect(dire(dossier), faute).toEqual(attendu);
			rmSync(dossier, { recursive: true });
		});
	},
);

it('plus de trois cents fautes sont essayées, et chaque message dit où et que faire', () => {
	const toutes = themes.flatMap(({ fautes }) => fautes);
	expect(toutes.length).toBeGreaterThan(300);
	for (const { faute, attendu } of toutes) {
		expect(attendu.length, faute).toBeGreaterThan(0);
		for (const ligne of attendu) {
			expect(ligne, faute).toMatch(/^\S+.* : /u);
			expect(ligne, faute).toMatch(/ ; |attendue?s? |attendus$|: /u);
		}
	}
});

describe('un dossier qui n’est pas un catalogue', () => {
	it.each([
		[
			'qui n’existe pas',
			'nulle-part',
			'ce dossier n’existe pas ; CATALOGUE doit nommer un dossier qui contient « titres/ »',
		],
		[
			'qui est un fichier',
			'package.json',
			'ce n’est pas un dossier ; CATALOGUE doit nommer un dossier qui contient « titres/ »',
		],
		['qui n’a pas de versions', 'tests', 'dossier absent ; CATALOGUE doit nommer un dossier qui contient « titres/ »'],
		['dont le nom est démesuré', 'x'.repeat(5000), 'CATALOGUE doit nommer un dossier qui contient « titres/ »'],
	])('%s', (_, dossier, message) => {
		expect(() => lireCatalogue(dossier)).toThrow(CatalogueInvalide);
		expect(() => lireCatalogue(dossier)).toThrow(message);
	});
});
