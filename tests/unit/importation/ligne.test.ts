import { describe, expect, it } from 'vitest';
import { espaces } from '../../../src/importation/caractere.ts';
import { sansMarkdown } from '../../../src/importation/html.ts';
import { lignesBrutes, lireLignes, sansMot } from '../../../src/importation/ligne.ts';

const textes = (...brutes: string[]) => lireLignes(brutes).map((l) => l.texte);
const puces = (...brutes: string[]) => lireLignes(brutes).map((l) => l.puce);

describe('un texte tel que le document l’imprime', () => {
	it('a les espaces qu’un lecteur voit, une à une', () => {
		expect(espaces('\t un\u00a0 mot\u202f\u2009:\f deux ')).toBe('un mot : deux');
		expect(espaces('cou\u00adpé\u200b net\ufeff\u2060\u200f')).toBe('coupé net');
	});

	it('se coupe à chaque fin de ligne, quelle qu’en soit la forme', () => {
		expect(lignesBrutes('un\r\ndeux\rtrois\nquatre\n\ncinq')).toEqual([
			...['un', 'deux', 'trois', 'quatre', '', 'cinq'],
		]);
	});

	it('ne garde pas la marque qui ouvre le fichier, et réunit une lettre et son accent', () => {
		expect(lignesBrutes('\ufeffe\u0301te\u0301')).toEqual(['été']);
		expect(lignesBrutes('un\ufeffdeux')).toEqual(['un\ufeffdeux']);
	});

	it('n’a pas de mot s’il n’a ni lettre ni chiffre', () => {
		expect(['', ' \t', '---', '* * *', '• …'].map(sansMot)).toEqual([true, true, true, true, true]);
		expect(['a', '5', '- é', '²'].map(sansMot)).toEqual([false, false, false, false]);
	});
});

describe('les marques de Markdown', () => {
	it.each([
		['**Régler** et **vernir**', 'Régler et vernir'],
		['un *bois* sec', 'un bois sec'],
		['le __bois__ sec', 'le bois sec'],
		['un _bois_ sec', 'un bois sec'],
		['*un bois_sec*', 'un bois_sec'],
		['1\\. Régler \\*', '1. Régler *'],
		['\\(voir\\) \\[a\\] \\~ \\| \\# \\> \\! \\` \\{x\\} \\+ \\-', '(voir) [a] ~ | # > ! ` {x} + -'],
		['un **mot', 'un  mot'],
	])('s’en vont : « %s »', (texte, lu) => {
		expect(sansMarkdown(texte)).toBe(lu);
	});

	it.each(['le nom__de__fichier', '3 * 4 * 5', 'l’âme* et le chevalet*', '2*3*4', 'un\\e', 'a_b', '** **a'])(
		'n’en sont pas, et aucune lettre ne s’en va : « %s »',
		(texte) => {
			const lettres = (t: string) => t.replace(/[^\p{L}\p{N}]/gu, '');
			expect(lettres(sansMarkdown(texte))).toBe(lettres(texte));
			if (!texte.includes('**')) expect(sansMarkdown(texte)).toBe(texte);
		},
	);
});

describe('une ligne lue', () => {
	it('dit son rang, lignes vides comptées, et les vides qui la précèdent', () => {
		expect(lireLignes(['', 'Un', 'Deux', '', '---', 'Trois']).map((l) => [l.numero, l.blancs])).toEqual([
			...[
				[2, 1],
				[3, 0],
				[6, 2],
			],
		]);
	});

	it('dit son retrait et sa longueur imprimée, marques comprises ; un saut de page n’est pas un retrait', () => {
		expect(lireLignes(['   • Régler  ', '\f\tVernir', '\u00ad  Corder'])).toMatchObject([
			{ retrait: 3, longueur: 8 },
			{ retrait: 1, longueur: 6 },
			{ retrait: 2, longueur: 6 },
		]);
	});

	it('dit le niveau de son titre de Markdown, dont les dièses s’en vont', () => {
		expect(
			lireLignes(['# Jury', '  ###   Épreuves', 'Do #5', '#5 cordes', '####### Sept', '###### Six']),
		).toMatchObject([
			{ diese: 1, texte: 'Jury' },
			{ diese: 3, texte: 'Épreuves' },
			{ diese: 0, texte: 'Do #5' },
			{ diese: 0, texte: '#5 cordes' },
			{ diese: 0, texte: '####### Sept' },
			{ diese: 6, texte: 'Six' },
		]);
	});

	it.each([
		'**Régler**',
		'__Régler__',
		'*Régler*',
		'**Régler** :',
		'**1. Régler**.',
		'*Régler un bois* ;',
		'## **Régler**',
	])('est en gras tout entière : « %s »', (brute) => {
		expect(lireLignes([brute])[0]?.gras).toBe(true);
	});

	it.each(['Régler', '**Régler** un bois', 'Un **bois**', '*Un* bois', 'Un *bois*', '* Régler', '**Régler* '])(
		'n’est pas en gras tout entière : « %s »',
		(brute) => {
			expect(lireLignes([brute])[0]?.gras).toBe(false);
		},
	);
});

describe('la puce d’une ligne', () => {
	it.each([
		['• Régler', '•'],
		['•• Régler', '••'],
		['· Régler', '·'],
		['→ Régler', '→'],
		['⇒Régler', '⇒'],
		['– Régler', '–'],
		['-régler', '-'],
		['* Régler', '*'],
		['+ Régler', '+'],
		['> Régler', '>'],
		['o  Régler', 'o'],
		['- > Régler', '->'],
		['\uf0fc Régler', '\uf0fc'],
		['[ ] Régler', '[ ]'],
		['- [x] Régler', '-[x]'],
	])('« %s »', (brute, puce) => {
		expect(lireLignes([brute])).toMatchObject([{ puce, texte: expect.stringMatching(/^régler$/iu) }]);
	});

	it.each(['> 5 kW', '+ 3 ans', '-5 °C', 'o', 'ou bien', '+33 6', '>5 kW', '*5', '*bois sec', 'o 5', 'Le bois - sec'])(
		'n’en est pas une, et reste dans le texte : « %s »',
		(brute) => {
			expect(lireLignes([brute])).toMatchObject([{ puce: null, texte: brute }]);
		},
	);

	it('ne vide jamais une ligne de ses mots', () => {
		expect(textes('- o', '• •  o')).toEqual(['o', 'o']);
		expect(puces('- o', '• •  o')).toEqual(['-', '••']);
	});
});

describe('plusieurs items sur une ligne', () => {
	it('sont chacun une ligne, au même rang ; seul le premier a les vides qui précèdent', () => {
		expect(lireLignes(['', '• Souder • Braser  ■ Vernir']).map((l) => [l.numero, l.blancs, l.puce, l.texte])).toEqual([
			[2, 1, '•', 'Souder'],
			[2, 0, '•', 'Braser'],
			[2, 0, '■', 'Vernir'],
		]);
	});

	it('le texte qui les annonce en est une autre ; un tiret au milieu d’une phrase ne coupe rien', () => {
		expect(textes('Il sait : • souder • braser')).toEqual(['Il sait :', 'souder', 'braser']);
		expect(textes('Un bois - sec – et * dur · ou')).toHaveLength(1);
		expect(textes('a•b')).toEqual(['a•b']);
	});

	it('deux puces de suite n’en font qu’une', () => {
		expect(textes(' • • Souder')).toEqual(['Souder']);
	});

	it('un titre en gras collé à ce qui suit, et les items qui le suivent', () => {
		expect(textes('  **Un**Deux', '**Un**Il sait : • souder')).toEqual(['Un', 'Deux', 'Un', 'Il sait :', 'souder']);
		expect(textes('**Un**DEUX', '**Un** Deux', '**Un**deux', 'un **Bois**Sec')).toEqual([
			...['UnDEUX', 'Un Deux', 'Undeux', 'un BoisSec'],
		]);
	});
});

describe('les cellules d’un tableau de Markdown', () => {
	it('sont chacune une ligne, qu’un blanc sépare', () => {
		expect(lireLignes([' | Régler | Vernir | ']).map((l) => [l.numero, l.texte, l.blancs > 0])).toEqual([
			[1, 'Régler', true],
			[1, 'Vernir', true],
		]);
	});

	it('une barre échappée est du texte, une barre seule ne fait pas de tableau', () => {
		expect(textes('| a \\| b | c |')).toEqual(['a | b', 'c']);
		for (const texte of ['a | b', '| a', 'a |', 'a | b | c |', '| a | b'])
			expect(textes(texte), texte).toEqual([texte]);
	});
});

describe('les balises qu’un document a gardées', () => {
	it('coupent ses lignes, où un blanc les sépare', () => {
		expect(
			lireLignes(['<p>Régler<br/>Vernir</p>', 'un <b>bois</b> sec']).map((l) => [l.numero, l.texte, l.blancs]),
		).toEqual([
			[1, 'Régler', 2],
			[1, 'Vernir', 1],
			[2, 'un bois sec', 2],
		]);
	});

	it('s’ôtent aussi où aucune ne coupe, et une référence est le caractère qu’elle dit', () => {
		expect(
			textes('un <b>bois</b> &amp; sec', 'l&#8217;&Eacute;tabli <ins>neuf</ins>', 'puissance < 70 kW > 5'),
		).toEqual(['un bois & sec', 'l’Établi neuf', 'puissance < 70 kW > 5']);
		expect(textes('R&D et S&P; vente')).toEqual(['R&D et S&P; vente']);
	});
});
