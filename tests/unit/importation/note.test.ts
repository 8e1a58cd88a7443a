import { describe, expect, it } from 'vitest';
import type { BlocLu } from '../../../src/domaine/importation/bloc.ts';
import type { Element } from '../../../src/domaine/importation/element.ts';
import { rendreCorps } from '../../../src/domaine/importation/markdown.ts';
import { appels, retirerAppels } from '../../../src/domaine/importation/note.ts';

const paragraphe = (texte: string): Element => ({ sorte: 'paragraphe', texte, lignes: [1] });
const note = (marque: string, texte: string): Element => ({ sorte: 'note', marque, texte, lignes: [9] });
const bloc = (intitule: string, ...libelles: string[]): BlocLu => ({
	type: 'ccp',
	intitule,
	marque: '1.',
	retires: [],
	lignes: [3],
	competences: libelles.map((libelle, i) => ({ libelle, lignes: [4 + i] })),
});

describe('plusieurs appels dans un texte', () => {
	it('chacun à sa place, un appel n’étant jamais compté deux fois', () => {
		const marques = new Set(['1', '2', '*', '**']);
		expect(appels('le titre¹ du ministère (2), et les certificats**.', marques)).toEqual([
			{ debut: 8, fin: 9, marque: '1' },
			{ debut: 23, fin: 26, marque: '2' },
			{ debut: 46, fin: 48, marque: '**' },
		]);
		expect(appels('le ministère(*).', marques)).toEqual([{ debut: 12, fin: 15, marque: '*' }]);
	});
});

describe('les appels qui finissent un libellé', () => {
	it('un exposant ou une étoile en est un ; un chiffre collé, seulement si la note existe', () => {
		const { blocs, reparations } = retirerAppels(
			[bloc('Régler*', 'Tailler l’âme2.', 'Poser le chevalet¹', 'Monter en catégorie3')],
			[note('2', 'Au sens de l’arrêté.')],
		);
		expect(blocs[0]).toMatchObject({
			intitule: 'Régler',
			competences: [
				{ libelle: 'Tailler l’âme.' },
				{ libelle: 'Poser le chevalet' },
				{ libelle: 'Monter en catégorie3' },
			],
			retires: ['*', '2', '1'],
		});
		expect(reparations.map((r) => r.ligne)).toEqual([3, 4, 5]);
	});
});

describe('l’exposant d’une unité', () => {
	const notes = [note('2', 'Au sens de l’arrêté.'), note('3', 'Au sens du décret.')];

	it.each(['20 m²', '20 m²;', '3 cm³.', '4 km²', '2 dam²', '5 dm ³'])(
		'est du texte à la fin d’un libellé : %s',
		(mesure) => {
			for (const connues of [[], notes]) {
				const libelle = `Poser un parquet de ${mesure}`;
				const { blocs, reparations } = retirerAppels([bloc(libelle, libelle)], connues);
				expect(blocs).toMatchObject([{ intitule: libelle, competences: [{ libelle }], retires: [] }]);
				expect(reparations).toEqual([]);
			}
		},
	);

	it('n’appelle aucune note dans la prose', () => {
		const texte = 'Une surface de 20 m² au plus.';
		expect(rendreCorps([paragraphe(texte), notes[0] as Element]).corps).toBe(`${texte}\n\n(2) Au sens de l’arrêté.\n`);
		expect(appels('le programme² de 20 m²', new Set(['2']))).toEqual([{ debut: 12, fin: 13, marque: '2' }]);
	});

	it('n’est pas celui d’un mot qui finit comme elle', () => {
		const { blocs } = retirerAppels([bloc('Tailler', 'Passer l’exam²')], notes);
		expect(blocs[0]?.competences).toMatchObject([{ libelle: 'Passer l’exam' }]);
	});
});

describe('les notes du corps écrit', () => {
	it('une étoile prend un nom, deux appels d’un alinéa leur renvoi', () => {
		const { corps, reparations } = rendreCorps([
			paragraphe('Le titre* et ses certificats** sont délivrés par le jury.'),
			note('*', 'Titre professionnel.'),
			note('**', 'CCP.'),
		]);
		expect(corps).toBe(
			'Le titre[^etoile-1] et ses certificats[^etoile-2] sont délivrés par le jury.\n\n[^etoile-1]: Titre professionnel.\n\n[^etoile-2]: CCP.\n',
		);
		expect(reparations).toEqual([]);
	});

	it('une note que rien n’appelle reste un alinéa, sans quoi la page la perdrait', () => {
		expect(rendreCorps([paragraphe('Le titre.'), note('1', 'Au sens de l’arrêté.')]).corps).toBe(
			'Le titre.\n\n(1) Au sens de l’arrêté.\n',
		);
	});
});
