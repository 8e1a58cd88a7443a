import { describe, expect, it } from 'vitest';
import { lireDocument } from '../../../src/importation/lire.ts';
import { extraireTableaux, texteDeCellule } from '../../../src/importation/tableau.ts';
import { annexe } from './annexes.ts';

const grille = (texte: string) => {
	const { tableaux } = extraireTableaux(texte.split('\n'));
	return [...tableaux].map(([ligne, ts]) => [ligne, ts.map((t) => t.grille.map((r) => Array.from(r, texteDeCellule)))]);
};
const blocs = (activites: string) =>
	lireDocument(annexe(activites)).blocs.map((b) => [b.intitule, b.competences.map((c) => c.libelle)]);
const ATTENDUS = [
	['Préparer un livre', ['Défaire une couture.', 'Nettoyer les cahiers.']],
	['Relier un livre', ['Coudre les cahiers.']],
];

describe('un tableau dans un texte', () => {
	it('HTML, sur une ligne ou plusieurs, ses étendues dans les deux sens', () => {
		expect(
			grille('avant <table><tr><td rowspan="2">a</td><td>b<br/>c</td></tr><tr><td>d</td></tr></table> après'),
		).toEqual([
			[
				1,
				[
					[
						['a', 'b c'],
						['a', 'd'],
					],
				],
			],
		]);
		expect(
			grille('un\n<table>\n<tr><td colspan="2"><p>a</p></td></tr>\n<tr><td>b</td><td>c</td></tr>\n</table>'),
		).toEqual([
			[
				2,
				[
					[
						['a', 'a'],
						['b', 'c'],
					],
				],
			],
		]);
	});

	it('GFM, ses barres échappées', () => {
		expect(grille('| a \\| b | c |\n|---|:-:|\n| d | **e** |\n\nfin')).toEqual([
			[
				1,
				[
					[
						['a | b', 'c'],
						['d', 'e'],
					],
				],
			],
		]);
		expect(grille('a | b\n\nc')).toEqual([]);
	});

	it('une étendue sans mesure ne remplit pas la mémoire, un tableau que rien ne ferme finit avec le texte', () => {
		expect(grille('<table><tr><td colspan="999999999" rowspan="999999999">a</td>')[0]?.[0]).toBe(1);
	});
});

describe('des activités en tableau', () => {
	it.each([
		[
			'GFM, avec leur rang',
			'| N° | Certificat de compétences professionnelles | Compétences |\n|---|---|---|\n| 1 | Préparer un livre | Défaire une couture.<br>Nettoyer les cahiers. |\n| 2 | Relier un livre | Coudre les cahiers. |\n',
		],
		[
			'HTML, un bloc sur plusieurs rangées',
			'<table><tr><th>Activités types</th><th>Compétences</th></tr><tr><td rowspan="2">Préparer un livre</td><td>Défaire une couture.</td></tr><tr><td>Nettoyer les cahiers.</td></tr><tr><td>Relier un livre</td><td>Coudre les cahiers.</td></tr></table>\n',
		],
	])('%s : lues par rangées, l’en-tête mis de côté', (_, activites) => {
		expect(blocs(activites)).toEqual(ATTENDUS);
	});

	/** Rows of a table whose columns are aligned with tabs, and with spaces. */
	const alignes = (...rangees: string[][]): string[] => [
		`${rangees.map((r) => r.join('\t').trimEnd()).join('\n')}\n`,
		`${rangees
			.map((r) =>
				r
					.map((c) => c.padEnd(32))
					.join('')
					.trimEnd(),
			)
			.join('\n')}\n`,
	];
	it.each([
		[
			'trois colonnes, un nom et une compétence sur deux lignes',
			['N°', 'Activité type', 'Compétences'],
			['1', 'Préparer', 'Défaire une'],
			['', 'un livre', 'couture.'],
			['', '', 'Nettoyer les cahiers.'],
			['2', 'Relier un livre', 'Coudre les cahiers.'],
		],
		[
			'trois colonnes, le nom répété à chaque rangée',
			['N° CCP', 'CCP', 'Compétences professionnelles'],
			['1', 'Préparer un livre', 'Défaire une couture.'],
			['1', 'Préparer un livre', 'Nettoyer les cahiers.'],
			['2', 'Relier un livre', 'Coudre les cahiers.'],
		],
		[
			'quatre colonnes, les numéros des compétences à part',
			['N° AT', 'Activités types', 'N° CP', 'Compétences professionnelles'],
			['1', 'Préparer un livre', '1', 'Défaire une couture.'],
			['', '', '2', 'Nettoyer les cahiers.'],
			['2', 'Relier un livre', '3', 'Coudre les cahiers.'],
		],
		[
			'les compétences avant les blocs',
			['Compétences', 'CCP'],
			['Défaire une couture.', 'Préparer un livre'],
			['Nettoyer les cahiers.', 'Préparer un livre'],
			['Coudre les cahiers.', 'Relier un livre'],
		],
	])('alignées, %s', (_, ...rangees) => {
		for (const texte of alignes(...(rangees as string[][]))) {
			expect(blocs(texte)).toEqual(ATTENDUS);
			expect(lireDocument(annexe(texte)).doutes).toEqual([]);
		}
	});

	it('alignées, une compétence sous le nom des blocs, ou une colonne d’autre chose, sont refusées avec leur ligne', () => {
		const lire =
			(texte = '') =>
			() =>
				lireDocument(annexe(texte));
		const tete = 'N°\tCCP\tCompétences\n1\tPréparer un livre\tDéfaire une couture.\n';
		expect(lire(`${tete}\tNettoyer les cahiers.\n`)).toThrow(
			/^ligne 25 : « Nettoyer les cahiers\. » est sous « CCP », .* sans numéro sous « N° »/u,
		);
		const [durees] = alignes(['CCP', 'Compétences', 'Durée'], ['Relier un livre', 'Coudre les cahiers.', '2 h']);
		expect(lire(durees)).toThrow(/^ligne 23 : tableau d’activités dont la colonne « Durée »/u);
	});
});
