import { describe, expect, it } from 'vitest';
import type { BlocLu } from '../../../src/importation/bloc.ts';
import type { Element } from '../../../src/importation/element.ts';
import { rendreCorps } from '../../../src/importation/markdown.ts';
import { appels, notesDe, ouvreNote, retirerAppels } from '../../../src/importation/note.ts';

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

describe('une ligne qui ouvre une note', () => {
	it.each([
		['¹² Au sens', '12', 'Au sens'],
		['⁰Au sens', '0', 'Au sens'],
		['(12) Au sens', '12', 'Au sens'],
		['(**)Au sens', '**', 'Au sens'],
		['2  Le système', '2', 'Le système'],
		['2 L’arrêté', '2', 'L’arrêté'],
		['2 À défaut', '2', 'À défaut'],
		['** Au sens', '**', 'Au sens'],
		['*Au sens', '*', 'Au sens'],
	])('« %s »', (ligne, marque, texte) => {
		expect(ouvreNote(ligne)).toEqual({ marque, texte });
	});

	it.each(['12 mois', '2 m de bois', '(123) Au', '()', '(1)', '¹', '2Le', '* 5', 'Au sens (1) de', 'a ¹ b', '2 (a)'])(
		'et non : « %s »',
		(ligne) => {
			expect(ouvreNote(ligne)).toBeNull();
		},
	);
});

describe('un appel dans un texte', () => {
	const marques = new Set(['1', '2', '12', '*', '**']);
	const lus = (texte: string) => appels(texte, marques).map((a) => [texte.slice(a.debut, a.fin), a.marque]);

	it.each([
		['le titre¹² du', '¹²', '12'],
		['le titre (12) du', '(12)', '12'],
		['le « titre »(1) du', '(1)', '1'],
		['le titre(e) (1) du', '(1)', '1'],
		['le titre2, du', '2', '2'],
		['le titre2; du', '2', '2'],
		['le titre2 : du', '2', '2'],
		['le titre2: du', '2', '2'],
		['le titre2.', '2', '2'],
		['le titre2', '2', '2'],
		['luthier(e)2 du', '2', '2'],
		['luthier 2 niveau V', '2', '2'],
		['luthier(e) 2  niveau V', '2', '2'],
		['LUTHIER 2', '2', '2'],
		['LUTHIER(ÈRE) 2', '2', '2'],
		['le titre** du', '**', '**'],
		['le titre(e)*,', '*', '*'],
		['le titre (**) du', '(**)', '**'],
		['le titre*', '*', '*'],
	])('« %s »', (texte, appel, marque) => {
		expect(lus(texte)).toEqual([[appel, marque]]);
	});

	it.each([
		'le titre³ du',
		'12 (1) du',
		'fin. (1) Au',
		'ab2 du',
		'le titre2e du',
		'le titre22',
		'luthier 2 niveaux',
		'catégorie 2 niveau V',
		'Luthier 2',
		'LUTHIER 2 ans',
		'CLASSE 2',
		'2 * 2',
		'le titre*du',
		'(*)',
	])('n’est pas dans « %s »', (texte) => {
		expect(lus(texte)).toEqual([]);
	});

	it('plusieurs se lisent dans l’ordre du texte', () => {
		expect(lus('a* le titre2, un autre¹ et (x) (1).').map(([, marque]) => marque)).toEqual(['*', '2', '1', '1']);
	});
});

describe('les notes d’un document', () => {
	const dans = (...elements: Element[]) => {
		const { marques, definies, appelees } = notesDe(elements);
		return [marques, definies, appelees].map((ensemble) => [...ensemble].sort());
	};

	it('se suivent : où la note 3 est, les deux premières furent', () => {
		expect(dans(note('3', 'Au sens.'), paragraphe('Le luthier1 et l’archet2.'))).toEqual([
			...[['1', '2', '3'], ['3'], ['1', '2']],
		]);
	});

	it('se suivent aussi à côté d’une étoile', () => {
		expect(dans(note('*', 'Au sens.'), note('3', 'Au sens.'))[0]).toEqual(['*', '1', '2', '3']);
	});

	it('à étoile ou à deux chiffres n’en supposent pas d’autres', () => {
		expect(dans(note('*', 'Au sens.'), note('12', 'Au sens.'))).toEqual([['*', '12'].sort(), ['*', '12'].sort(), []]);
	});

	it('manquent parfois toutes : l’appel du titre en est un quand même', () => {
		expect(dans(paragraphe('Le titre professionnel de luthier2 niveau V dure.'))).toEqual([['2'], [], ['2']]);
		expect(dans(paragraphe('Le titre professionnel de luthier(ère)² niveau V dure.'))).toEqual([['2'], [], ['2']]);
		expect(dans(paragraphe('Le  titre professionnel de luthier 1 niveau V'))).toEqual([['1'], [], ['1']]);
		for (const autre of [
			'Un titre professionnel de luthier2 niveau V',
			'Le titre professionnel de luthier niveau 2',
			'Le titre professionnel de luthier2 niveaux',
			'Le titre professionnel de luthier de classe 2 niveau V',
			'Le titre professionnel de 20 m² niveau V',
		])
			expect(dans(paragraphe(autre)), autre).toEqual([[], [], []]);
		expect(dans({ sorte: 'item', texte: 'Le titre professionnel de luthier2 niveau V', lignes: [1] })[0]).toEqual([]);
	});
});

describe('les appels qui finissent un libellé', () => {
	it('s’en vont avec leur espace, et laissent le point', () => {
		const { blocs, reparations } = retirerAppels(
			[bloc('Régler (2).', 'Tailler l’âme ¹² ;', 'Poser **:', 'Vernir (*)', 'Corder (3)', 'Accorder le la3')],
			[note('2', 'Au sens de l’arrêté.'), note('*', 'Au sens.')],
		);
		expect([blocs[0]?.intitule, ...(blocs[0]?.competences.map((c) => c.libelle) ?? [])]).toEqual([
			...['Régler.', 'Tailler l’âme ;', 'Poser:', 'Vernir', 'Corder (3)', 'Accorder le la3'],
		]);
		expect(reparations[0]).toEqual({
			ligne: 3,
			avant: 'Régler (2).',
			apres: 'Régler.',
			motif: 'appel de la note 2 retiré du libellé',
		});
	});

	it('ne sont pas retirés d’un intitulé emprunté au titre ; ce qui était déjà retiré le reste', () => {
		const { blocs, reparations } = retirerAppels([{ ...bloc('Luthier¹'), emprunte: true, retires: ['Il sait :'] }], []);
		expect(blocs).toMatchObject([{ intitule: 'Luthier¹', retires: ['Il sait :'] }]);
		expect(reparations).toEqual([]);
	});

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
