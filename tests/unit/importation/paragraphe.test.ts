import { describe, expect, it } from 'vitest';
import { type Ligne, lireLignes } from '../../../src/importation/ligne.ts';
import { lireProse, type Role } from '../../../src/importation/paragraphe.ts';

/** Role of a line in these tests: « # » starts a heading, « = » a line on its own, « n) » a note; others are prose. */
const role = ({ texte, diese }: Ligne): Role => {
	const note = /^(\d)\) (.*)$/u.exec(texte);
	if (note) return { sorte: 'note', marque: note[1] ?? '', texte: note[2] ?? '' };
	if (diese > 0) return { sorte: 'titre', rang: 2 };
	return texte.startsWith('= ') ? { sorte: 'seule' } : { sorte: 'prose' };
};

const lire = (...lignes: string[]) => lireProse(lireLignes(lignes), role);
const textes = (...lignes: string[]) => lire(...lignes).map((e) => e.texte);
const sortes = (...lignes: string[]) => lire(...lignes).map((e) => e.sorte);

describe('un alinéa', () => {
	it('réunit les lignes d’une phrase, et dit d’où elles viennent', () => {
		expect(lire('Le luthier règle', 'les instruments', '', 'Il travaille seul')).toEqual([
			{ sorte: 'paragraphe', texte: 'Le luthier règle les instruments', lignes: [1, 2] },
			{ sorte: 'paragraphe', texte: 'Il travaille seul', lignes: [4] },
		]);
	});

	it('court par-dessus une ligne vide quand la phrase n’est pas finie', () => {
		expect(textes('Le luthier règle', '', 'les instruments')).toHaveLength(1);
		expect(textes('Le luthier règle les', '', 'Instruments anciens')).toHaveLength(1);
		expect(textes('Le luthier (voir', '', 'Annexe)')).toHaveLength(1);
	});

	it('s’arrête à une ligne vide devant une capitale', () => {
		expect(textes('Le luthier règle', '', 'Instruments anciens')).toHaveLength(2);
		expect(textes('Le luthier règle', 'Instruments anciens')).toHaveLength(1);
	});

	it('s’arrête à une phrase finie devant une ligne vide, même suivie d’une minuscule', () => {
		expect(textes('Le luthier règle.', '', 'les instruments')).toHaveLength(2);
		expect(textes('Le luthier règle ;', '', 'les instruments')).toHaveLength(2);
	});

	it('court sur un nombre ou un signe, sauf s’il ouvre après un blanc ce qui a une capitale', () => {
		expect(textes('Il dure au moins', '', '35 heures')).toHaveLength(1);
		expect(textes('Il dure', '', '« Longtemps »')).toHaveLength(2);
		expect(textes('Il dure', '« Longtemps »')).toHaveLength(1);
		expect(textes('Il dure.', '', '35 heures')).toHaveLength(2);
	});

	it('ne mêle pas des capitales à ce qui n’en est pas', () => {
		expect(textes('Le luthier règle', 'CONDITIONS D’EXERCICE')).toHaveLength(2);
		expect(textes('CONDITIONS D’EXERCICE', 'Le luthier règle')).toHaveLength(2);
		expect(textes('CONDITIONS D’EXERCICE', 'DU METIER')).toEqual(['CONDITIONS D’EXERCICE DU METIER']);
	});

	it('court après un point-virgule devant une minuscule, et s’arrête à deux-points', () => {
		expect(textes('Le dossier ;', 'la grille')).toHaveLength(1);
		expect(textes('Le dossier ;', 'La grille')).toHaveLength(2);
		expect(textes('Le dossier :', 'la grille')).toHaveLength(2);
		expect(textes('Le dossier : a ;', 'la grille')).toHaveLength(1);
	});

	it('finit à une phrase dont la ligne laissait la place du mot suivant', () => {
		const longue = `Une ligne qui va jusqu’au bout de sa colonne ${'x'.repeat(20)}`;
		expect(textes(longue, 'Une phrase courte.', 'Une autre phrase.')).toHaveLength(2);
		expect(
			textes(longue, `Une phrase qui va presque au bout de sa colonne ${'x'.repeat(14)}.`, 'Une autre.'),
		).toHaveLength(1);
		// The full width is measured on adjacent lines only, not across a blank line.
		expect(textes(longue, '', 'Une phrase courte.', 'Une autre phrase.')).toHaveLength(2);
	});

	it('finit au caractère près où le mot suivant tenait encore', () => {
		const largeur = 'x'.repeat(100);
		const phrase = (n: number) => `${'x'.repeat(n - 1)}.`;
		expect(textes(largeur, phrase(90), 'Une autre phrase.')).toHaveLength(2);
		expect(textes(largeur, phrase(91), 'Une autre phrase.')).toHaveLength(1);
	});

	it('n’est jamais celui d’une puce, qui ouvre un item', () => {
		expect(lire('Le luthier règle', '- les instruments', 'anciens', '- et les autres')).toEqual([
			{ sorte: 'paragraphe', texte: 'Le luthier règle', lignes: [1] },
			{ sorte: 'item', texte: 'les instruments anciens', lignes: [2, 3] },
			{ sorte: 'item', texte: 'et les autres', lignes: [4] },
		]);
	});
});

describe('un titre', () => {
	it('ne prend ni ne donne rien à ce qui l’entoure', () => {
		expect(lire('Le luthier règle', '# Jury', 'Le jury siège')).toEqual([
			{ sorte: 'paragraphe', texte: 'Le luthier règle', lignes: [1] },
			{ sorte: 'titre', rang: 2, texte: 'Jury', lignes: [2] },
			{ sorte: 'paragraphe', texte: 'Le jury siège', lignes: [3] },
		]);
		expect(sortes('le luthier et le', '# jury')).toEqual(['paragraphe', 'titre']);
	});

	it('se poursuit en minuscules sans blanc, ou par-dessus un blanc s’il reste en suspens', () => {
		expect(textes('# Modalités', 'du titre')).toEqual(['Modalités du titre']);
		expect(textes('# Modalités', '', 'du titre')).toHaveLength(2);
		expect(textes('# Modalités du', '', 'titre')).toEqual(['Modalités du titre']);
		expect(textes('# Modalités :', 'du titre')).toHaveLength(2);
	});

	it('en capitales se poursuit sur la ligne qui suit, si elle est un titre en capitales', () => {
		expect(textes('# MODALITES', '# DU TITRE')).toEqual(['MODALITES DU TITRE']);
		expect(textes('# MODALITES', '', '# DU TITRE')).toHaveLength(2);
		expect(textes('# MODALITES', '# Du titre')).toHaveLength(2);
		expect(textes('# Modalites', '# DU TITRE')).toHaveLength(2);
		expect(textes('# MODALITES', 'DU TITRE')).toHaveLength(2);
		expect(textes('# MODALITES.', '# DU TITRE')).toHaveLength(2);
	});
});

describe('une ligne qui est seule', () => {
	it('ne se poursuit qu’en minuscules, et n’est la suite de rien', () => {
		expect(textes('= Code du titre', 'et de la fiche')).toEqual(['= Code du titre et de la fiche']);
		expect(textes('= Code du titre', 'Et de la fiche')).toHaveLength(2);
		expect(textes('= Code du titre :', 'et de la fiche')).toHaveLength(2);
		expect(textes('Le luthier règle les', '= Code du titre')).toHaveLength(2);
		expect(textes('= Code du', 'Titre')).toHaveLength(2);
		expect(textes('Le luthier règle les', '= code du titre')).toHaveLength(2);
	});
});

describe('une note', () => {
	it('s’ouvre où qu’elle soit, et se poursuit', () => {
		expect(lire('Le luthier règle les', '2) instruments', 'à cordes')).toEqual([
			{ sorte: 'paragraphe', texte: 'Le luthier règle les', lignes: [1] },
			{ sorte: 'note', marque: '2', texte: 'instruments à cordes', lignes: [2, 3] },
		]);
	});

	it('a pour elle la liste qui la suit, jusqu’à un alinéa ou un titre', () => {
		expect(sortes('- un', '2) Note :', '- deux', '- trois')).toEqual(['item', 'note', 'item-note', 'item-note']);
		expect(sortes('2) Note :', '- deux.', '', 'Alinéa.', '- trois')).toEqual([
			'note',
			'item-note',
			'paragraphe',
			'item',
		]);
		for (const titre of ['# Titre', '# - Titre'])
			expect(sortes('2) Note :', '- deux', titre, '- trois')).toEqual(['note', 'item-note', 'titre', 'item']);
	});
});
