import { describe, expect, it } from 'vitest';
import { MARQUE_BLOCS } from '../../../src/domaine/prose.ts';
import type { Element } from '../../../src/importation/element.ts';
import { echapper, NOTE_MANQUANTE, rendreCorps } from '../../../src/importation/markdown.ts';
import { elementsDuCorps, lectureDeVersion } from '../../../src/importation/relire.ts';
import { versionDetenue } from '../../../src/schemas/version.ts';

const lu = (sorte: 'paragraphe' | 'item' | 'item-note', texte: string): Element => ({ sorte, texte, lignes: [7] });
const titre = (rang: 2 | 3 | 4, texte: string): Element => ({ sorte: 'titre', rang, texte, lignes: [7] });
const note = (marque: string, texte: string): Element => ({ sorte: 'note', marque, texte, lignes: [7] });
/** Elements read again from a body, with constant line numbers. */
const relu = (corps: string) => elementsDuCorps(corps).map((e) => ('texte' in e ? { ...e, lignes: [7] } : e));

describe('le corps écrit', () => {
	const elements: Element[] = [
		lu('paragraphe', 'Le luthier2 règle.'),
		titre(2, 'Un'),
		titre(3, 'Deux'),
		titre(4, 'Trois'),
		lu('item', 'bois'),
		lu('item', 'fer'),
		lu('paragraphe', 'Il vernit.'),
		{ sorte: 'blocs' },
		lu('item', 'crin'),
		note('2', 'Au sens :'),
		lu('item-note', 'loi'),
		lu('item-note', 'décret'),
	];

	it('sépare ses alinéas, réunit ses listes, et met les blocs à leur place', () => {
		expect(rendreCorps(elements).corps).toBe(
			[
				'Le luthier[^2] règle.',
				'',
				...['## Un', '', '### Deux', '', '#### Trois', ''],
				...['- bois', '- fer', '', 'Il vernit.', '', MARQUE_BLOCS, '', '- crin', ''],
				...['[^2]: Au sens :', '', '    - loi', '    - décret', ''],
			].join('\n'),
		);
	});

	it('ne répare rien où chaque note appelée a son texte', () => {
		expect(rendreCorps(elements).reparations).toEqual([]);
	});

	it('nomme les notes qu’une étoile appelle', () => {
		const { corps } = rendreCorps([
			...[lu('paragraphe', 'Le luthier (*) règle (**), le maître (10) juge.')],
			...[note('*', 'Un.'), note('**', 'Deux.'), note('10', 'Trois.')],
		]);
		expect(corps).toMatch(/^Le luthier\[\^etoile-1\] règle\[\^etoile-2\],/u);
		expect(corps).toContain('\n\n[^etoile-1]: Un.\n\n[^etoile-2]: Deux.\n');
	});

	it('se relit comme il fut écrit, ses appels à part', () => {
		expect(relu(rendreCorps(elements).corps)).toEqual([lu('paragraphe', 'Le luthier règle.'), ...elements.slice(1)]);
	});

	it('la liste d’une note que rien n’appelle reste une liste', () => {
		const liste = [lu('item-note', 'loi *'), lu('item-note', 'décret')];
		const { corps } = rendreCorps([lu('paragraphe', 'Il règle.'), note('3', 'Au sens :'), ...liste]);
		expect(corps).toBe('Il règle.\n\n(3) Au sens :\n\n- loi \\*\n- décret\n');
		expect(relu(corps)).toEqual([
			...[lu('paragraphe', 'Il règle.'), lu('paragraphe', '(3) Au sens :'), lu('item', 'loi *'), lu('item', 'décret')],
		]);
	});

	it('ne perd pas la seconde note qui a une marque, que GFM ne montrerait pas, et le dit', () => {
		const { corps, reparations } = rendreCorps([
			...[lu('paragraphe', 'Le luthier1 règle.'), note('1', 'Au sens :'), lu('item-note', 'loi')],
			...[lu('paragraphe', 'Le maître1 juge.'), note('1', 'Autre sens :'), lu('item-note', 'décret')],
		]);
		expect(corps).toBe(
			[
				...['Le luthier[^1] règle.', '', '[^1]: Au sens :', '', '    - loi', ''],
				...['Le maître[^1] juge.', '', '(1) Autre sens :', '', '- décret', ''],
			].join('\n'),
		);
		expect(reparations).toEqual([
			{
				ligne: 7,
				avant: '1 Autre sens :',
				apres: '(1) Autre sens :',
				motif: 'autre note 1, laissée en alinéa : les appels mènent à la première',
			},
		]);
	});

	it('une note qu’elle seule appelle reste dans le texte, comme imprimée : GFM ne la montrerait pas', () => {
		const seule = [lu('paragraphe', 'Il règle.'), note('1', 'Au sens de la loi (1).')];
		expect(rendreCorps(seule).corps).toBe('Il règle.\n\n(1) Au sens de la loi (1).\n');
		const deux = [lu('paragraphe', 'Il règle.'), note('1', 'Voir la loi (2).'), note('2', 'Voir la loi (1).')];
		expect(rendreCorps(deux).corps).toBe('Il règle.\n\n(1) Voir la loi (2).\n\n(2) Voir la loi (1).\n');
	});

	it('une note qu’appelle une note, ou sa liste, est une note', () => {
		expect(
			rendreCorps([
				...[lu('paragraphe', 'Le luthier1 règle.'), note('1', 'Voir :'), lu('item-note', 'la loi (2)')],
				...[note('2', 'Du ministère (3).'), note('3', 'Abrogée.')],
			]).corps,
		).toBe('Le luthier[^1] règle.\n\n[^1]: Voir :\n\n    - la loi[^2]\n\n[^2]: Du ministère[^3].\n\n[^3]: Abrogée.\n');
	});

	it('une note dont l’appel la suit est une note ; celle que sa seule liste appelle n’en est pas une', () => {
		const suivie = [note('1', 'Au sens.'), lu('paragraphe', 'Le luthier1 règle.')];
		expect(rendreCorps(suivie).corps).toBe('[^1]: Au sens.\n\nLe luthier[^1] règle.\n');
		const liste = [note('1', 'Au sens :'), lu('item-note', 'de la loi (1)')];
		expect(rendreCorps(liste).corps).toBe('(1) Au sens :\n\n- de la loi (1)\n');
	});

	it('deux notes d’une marque que rien n’appelle restent dans le texte, sans que rien soit à dire', () => {
		expect(rendreCorps([note('3', 'Un.'), note('3', 'Deux.')])).toEqual({
			corps: '(3) Un.\n\n(3) Deux.\n',
			reparations: [],
		});
	});

	it('dit la note qui manque, où elle est appelée et sous quel mot', () => {
		const { corps, reparations } = rendreCorps([
			lu('paragraphe', 'Le luthier1 règle, le maître (2) juge.'),
			note('3', 'Au sens.'),
		]);
		const manque = echapper(NOTE_MANQUANTE);
		expect(corps).toBe(
			`Le luthier[^1] règle, le maître[^2] juge.\n\n(3) Au sens.\n\n[^1]: ${manque}\n\n[^2]: ${manque}\n`,
		);
		expect(reparations).toEqual([
			{
				ligne: 7,
				avant: 'luthier1',
				apres: 'luthier[1]',
				motif: 'note 1 appelée, dont le texte manque dans la transcription',
			},
			{
				ligne: 7,
				avant: 'maître (2)',
				apres: 'maître[2]',
				motif: 'note 2 appelée, dont le texte manque dans la transcription',
			},
		]);
		expect(relu(corps).at(-1)).toEqual(note('2', NOTE_MANQUANTE));
	});

	it.each([
		'> 5 kW',
		'# 5',
		'## 5',
		'---',
		'- un',
		'-',
		'+ un',
		'--- fin',
		'== fin',
		'1. un',
		'12) un',
		'3.',
		'un #',
		'un ##',
		'*un* _deux_ `trois`',
		'[un](deux) ![x](y)',
		'<b>un</b> <!-- x -->',
		'~~un~~ | deux',
		'a@b.fr',
		'https://exemple.fr et www.exemple.fr',
		'HTTP://x.fr ftp://x mailto:x xmpp:x',
		'&eacute; & &#233; &amp;',
		'C:\\_x \\* \\',
		'« Régler », l’âme : 2 × 3',
		'[^1]: x',
		'| a | b |',
	])('montre ce qui est imprimé, quelque signe que ce soit : « %s »', (texte) => {
		for (const e of [lu('paragraphe', texte), lu('item', texte), titre(2, texte)])
			expect(relu(rendreCorps([e]).corps)).toEqual([e]);
		const appelee = rendreCorps([lu('paragraphe', `Un luthier1 ${texte}`), note('1', texte)]).corps;
		expect(relu(appelee)).toEqual([lu('paragraphe', `Un luthier ${texte}`), note('1', texte)]);
		const finie = rendreCorps([lu('paragraphe', `${texte} un luthier1`), note('1', 'Au sens.')]).corps;
		expect(relu(finie)).toEqual([lu('paragraphe', `${texte} un luthier`), note('1', 'Au sens.')]);
	});

	it('n’échappe que ce qui serait une marque', () => {
		for (const texte of [
			'a > b',
			'a # b',
			'a - b',
			'12 luthiers',
			'3.5 kg',
			'AT&T',
			'https',
			'www',
			'un#',
			'-5 °C',
			'#5',
			'= 2',
		])
			expect(echapper(texte), texte).toBe(texte);
		expect(echapper('https://www.x http:')).toBe('https\\://www\\.x http\\:');
		expect(rendreCorps([lu('paragraphe', 'Un luthier1 - bois1 - fin'), note('1', 'x')]).corps).toMatch(
			/^Un luthier\[\^1\] - bois\[\^1\] - fin\n/u,
		);
	});
});

describe('un corps relu', () => {
	it('lit une citation, une liste imbriquée et un HTML comme du texte', () => {
		expect(relu('> un\n>\n> un bis\n\n- deux\n\n<b>trois</b>\n\n<!-- quatre -->\n')).toEqual([
			...[lu('paragraphe', 'un'), lu('paragraphe', 'un bis'), lu('item', 'deux')],
			...[lu('paragraphe', '<b>trois</b>'), lu('paragraphe', '<!-- quatre -->')],
		]);
	});

	it('n’a rien d’un trait ni d’une note vide', () => {
		expect(relu('un\n\n---\n\n[^2]:\n')).toEqual([lu('paragraphe', 'un')]);
	});

	it.each([
		['une liste dans un item', '- un\n  - deux\n  - trois\n', lu('item', 'un deux trois')],
		['deux alinéas dans un item', '- un\n\n  deux\n', lu('item', 'un deux')],
		['une citation dans un item', '- > un\n  >\n  > deux\n', lu('item', 'un deux')],
		['une fin de ligne', 'un\\\ndeux  \ntrois\n', lu('paragraphe', 'un deux trois')],
		['un tableau', '| un | deux |\n| - | - |\n| trois | quatre |\n', lu('paragraphe', 'un deux trois quatre')],
		['une image', 'un ![deux](x.png)\n', lu('paragraphe', 'un deux')],
		['ce qui l’habille', 'un**deux** *trois*, [quatre](x)\n', lu('paragraphe', 'undeux trois, quatre')],
	])('ne perd ni ne colle aucun mot : %s', (_, corps, attendu) => {
		expect(relu(corps)).toEqual([attendu]);
	});

	it('dit la ligne de chaque élément', () => {
		expect(elementsDuCorps('un\n\n## deux\n\n- trois\n- quatre\n').map((e) => ('lignes' in e ? e.lignes : []))).toEqual(
			[...[[1], [3], [5], [6]]],
		);
	});

	it('met au deuxième rang un titre d’un autre rang', () => {
		expect(relu('# un\n\n##### deux\n')).toEqual([titre(2, 'un'), titre(2, 'deux')]);
	});

	it('donne une lecture où rien n’est à mettre à part, la note que l’importeur écrivit exceptée', () => {
		const faits = versionDetenue.parse({
			sigle: 'LA',
			intitule: 'Luthier',
			nsf: [{ valeur: '234 v', source: 'fiche' }],
			rome: [
				{ valeur: 'B1501', libelle: 'Lutherie', source: 'fiche' },
				{ valeur: '44132', source: 'fiche' },
			],
			codes: [{ type: 'TP', valeur: 'TP-00495', source: 'fiche' }],
			sources: { fiche: { intitule: 'Fiche', nature: 'officielle', document: 'fiche.txt' } },
			blocs: [{ type: 'ccp', intitule: 'Régler', competences: ['Tailler.'] }],
		});
		expect(lectureDeVersion(faits, `Un[^1].\n\n[^1]: \\${NOTE_MANQUANTE}\n`)).toEqual({
			genre: 'fiche',
			intitule: 'Luthier',
			sigle: 'LA',
			nsf: ['234 v'],
			rome: [{ valeur: 'B1501', libelle: 'Lutherie' }, { valeur: '44132' }],
			codes: [{ type: 'TP', valeur: 'TP-00495' }],
			blocs: [
				{
					type: 'ccp',
					intitule: 'Régler',
					marque: '',
					retires: [],
					lignes: [],
					competences: [{ libelle: 'Tailler.', lignes: [] }],
				},
			],
			elements: [{ sorte: 'paragraphe', texte: 'Un.', lignes: [1] }],
			remarques: [],
			correspondances: [],
			entetes: [],
			restes: [],
			reparations: [],
			doutes: [],
		});
	});
});
