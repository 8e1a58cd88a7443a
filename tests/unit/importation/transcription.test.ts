import { describe, expect, it } from 'vitest';
import type { Element } from '../../../src/importation/element.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { comparerTranscriptions, completer, memeTitre } from '../../../src/importation/transcription.ts';
import { annexe } from './annexes.ts';

const TEXTE = annexe('1. Régler un instrument (1)\n\nTailler l’âme.\n');
const NOTE_1 = '\n(1) Au sens de l’arrêté du 9 mars 2006.\n';
const NOTE_2 = '\n(2) Les musiciens amateurs et professionnels sont concernés.\n';
const cles = { premiere: 'fiche', seconde: 'fiche-bis' };

describe('la note que la seconde transcription a seule', () => {
	const seconde = () => lireDocument(TEXTE + NOTE_1 + NOTE_2);
	const notes = (lecture: { elements: readonly { sorte: string }[] }) =>
		lecture.elements.flatMap((e) => ('marque' in e ? [e.marque] : []));

	it('va avant les notes de la première', () => {
		const { lecture, attributions } = completer(lireDocument(TEXTE + NOTE_1), seconde(), cles);
		expect(notes(lecture)).toEqual(['2', '1']);
		expect(attributions).toEqual([
			{ texte: 'Les musiciens amateurs et professionnels sont concernés.', source: 'fiche-bis' },
		]);
	});

	it('va à la fin quand la première n’a pas de note', () => {
		const { lecture } = completer(lireDocument(TEXTE), seconde(), cles);
		expect(notes(lecture)).toEqual(['1', '2']);
		expect(lecture.elements.at(-1)).toMatchObject({ sorte: 'note', marque: '2' });
	});
});

describe('la liste d’une note', () => {
	const paragraphe = { sorte: 'paragraphe' as const, texte: 'Il règle (1) et vernit (2).', lignes: [1] };
	const note = (marque: string, texte: string) => ({ sorte: 'note' as const, marque, texte, lignes: [1] });
	const item = (texte: string) => ({ sorte: 'item-note' as const, texte, lignes: [1] });
	const un = [note('1', 'Au sens de :'), item('la loi ;')];
	const deux = [note('2', 'Textes applicables :'), item('arrêté du 22 décembre 2015 ;'), item('décret.')];

	it('reste avec elle, que la seconde transcription ait la note seule ou la seule liste', () => {
		const lecture = lireDocument(TEXTE);
		const completee = (a: Element[], b: Element[]) =>
			completer({ ...lecture, elements: a }, { ...lecture, elements: b }, cles).lecture.elements;
		expect(completee([paragraphe, ...un], [paragraphe, ...un, ...deux])).toEqual([paragraphe, ...deux, ...un]);
		expect(completee([paragraphe], [paragraphe, ...deux])).toEqual([paragraphe, ...deux]);
		expect(completee([paragraphe, ...un.slice(0, 1)], [paragraphe, ...un])).toEqual([paragraphe, ...un]);
		expect(completee(un, [...un, ...deux])).toEqual([...deux, ...un]);
		const fin = { ...paragraphe, texte: 'Le jury siège.' };
		expect(completee([paragraphe, ...un], [paragraphe, ...un, ...deux.slice(0, 1), fin])).toEqual([
			...[paragraphe, ...deux.slice(0, 1), ...un, fin],
		]);
	});
});

describe('le même titre', () => {
	const avec = (intitule: string) => ({ ...lireDocument(TEXTE), intitule });

	it('à la typographie ou à un mot près, jamais un autre titre', () => {
		expect(memeTitre(lireDocument(TEXTE), avec('LUTHIER(ÈRE) EN ATELIER'))).toBe(true);
		expect(
			memeTitre(avec('technicien supérieur systèmes et réseaux'), avec('technicien supérieur en systèmes et réseaux')),
		).toBe(true);
		expect(memeTitre(lireDocument(TEXTE), avec('archetier monteur'))).toBe(false);
		expect(memeTitre(avec('a b c d e'), avec('a b c d f'))).toBe(false);
	});
});

describe('deux transcriptions d’un document', () => {
	/** The same reading, with these labels and this prose. */
	const avec = (libelles: readonly string[], textes: readonly string[] = []) => {
		const lecture = lireDocument(TEXTE);
		return {
			...lecture,
			blocs: lecture.blocs.map((bloc) => ({
				...bloc,
				intitule: 'Régler',
				competences: libelles.map((libelle) => ({ libelle, lignes: [] })),
			})),
			elements: textes.map((texte) => ({ sorte: 'paragraphe' as const, texte, lignes: [1] })),
		};
	};

	it('ne diffèrent pas par leurs appels de notes', () => {
		expect(comparerTranscriptions(avec(['Tailler l’âme']), avec(['Tailler l’âme (1)']))).toEqual([]);
		expect(comparerTranscriptions(avec(['Tailler l’âme']), avec(['Tailler l’âme1']))).toEqual([]);
	});

	it('diffèrent par leur typographie, ou par leurs mots', () => {
		expect(comparerTranscriptions(avec(['Tailler l’âme']), avec(["TAILLER l'âme."]))).toEqual([
			{ sorte: 'typographie', premiere: 'Tailler l’âme', seconde: "TAILLER l'âme." },
		]);
		const longue = 'Tailler une âme de bois pour un violon';
		expect(comparerTranscriptions(avec([longue]), avec([longue.replace('violon', 'alto')]))).toEqual([
			{ sorte: 'differe', premiere: longue, seconde: longue.replace('violon', 'alto') },
		]);
	});

	it('ont chacune leurs passages, libellés d’abord, dans leur ordre', () => {
		expect(
			comparerTranscriptions(avec(['Tailler', 'Poser'], ['Il règle.']), avec(['Vernir', 'Poser'], ['Elle vernit.'])),
		).toEqual([
			{ sorte: 'seule-premiere', texte: 'Tailler' },
			{ sorte: 'seule-seconde', texte: 'Vernir' },
			{ sorte: 'seule-premiere', texte: 'Il règle.' },
			{ sorte: 'seule-seconde', texte: 'Elle vernit.' },
		]);
	});

	it('un passage répond au plus proche, une fois, et trois mots sur quatre y suffisent', () => {
		const [a, b] = ['un deux trois quatre', 'un deux trois cinq'];
		expect(comparerTranscriptions(avec([], [a]), avec([], [b, a])).map((e) => e.sorte)).toEqual(['seule-seconde']);
		expect(comparerTranscriptions(avec([], [a]), avec([], [b])).map((e) => e.sorte)).toEqual(['differe']);
		expect(comparerTranscriptions(avec([], [a]), avec([], ['un deux six sept'])).map((e) => e.sorte)).toEqual([
			...['seule-premiere', 'seule-seconde'],
		]);
		expect(comparerTranscriptions(avec([], [a, a]), avec([], [a])).map((e) => e.sorte)).toEqual(['seule-premiere']);
	});

	it('compte un mot répété autant de fois qu’il l’est', () => {
		const ecarts = (x: string, y: string) => comparerTranscriptions(avec([], [x]), avec([], [y])).map((e) => e.sorte);
		expect(ecarts('bois bois bois bois', 'bois fer fer fer')).toEqual(['seule-premiere', 'seule-seconde']);
		expect(ecarts('bois bois bois fer', 'bois bois bois zinc')).toEqual(['differe']);
	});

	it('de deux passages aux mêmes mots, répond celui qui est à la même place', () => {
		expect(comparerTranscriptions(avec([], ['Un bois.', 'Il règle.']), avec([], ['IL RÈGLE', 'Il règle.']))).toEqual([
			{ sorte: 'seule-premiere', texte: 'Un bois.' },
			{ sorte: 'seule-seconde', texte: 'IL RÈGLE' },
		]);
	});

	it('deux passages égaux se répondent chacun à sa place', () => {
		const deux = avec([], ['Il règle tout.', 'Il vernit.', 'Il règle tout.']);
		expect(comparerTranscriptions(deux, deux)).toEqual([]);
	});
});

describe('une lecture complétée', () => {
	const paragraphe = (texte: string) => ({ sorte: 'paragraphe' as const, texte, lignes: [1] });
	const blocs = { sorte: 'blocs' as const };
	const completee = (
		a: readonly (ReturnType<typeof paragraphe> | typeof blocs)[],
		b: readonly (ReturnType<typeof paragraphe> | typeof blocs)[],
	) => {
		const lecture = lireDocument(TEXTE);
		const lue = completer({ ...lecture, elements: [...a] }, { ...lecture, elements: [...b] }, cles);
		return {
			ordre: lue.lecture.elements.map((e) => ('texte' in e ? e.texte : '*')),
			attributions: lue.attributions.map((x) => `${x.source} ${x.texte}`),
		};
	};

	it('met ce que la seconde a seule après ce qu’il y suit : en tête, entre deux, après les blocs', () => {
		expect(
			completee(
				[paragraphe('Un.'), paragraphe('Deux.'), blocs, paragraphe('Trois.')],
				[
					...[paragraphe('Tête.'), paragraphe('Un.'), paragraphe('Suite.'), paragraphe('Encore.'), paragraphe('Deux.')],
					...[blocs, paragraphe('Bloc.'), paragraphe('Trois.'), paragraphe('Fin.')],
				],
			),
		).toEqual({
			ordre: ['Tête.', 'Un.', 'Suite.', 'Encore.', 'Deux.', '*', 'Bloc.', 'Trois.', 'Fin.'],
			attributions: ['fiche-bis Tête.', 'fiche-bis Suite.', 'fiche-bis Encore.', 'fiche-bis Bloc.', 'fiche-bis Fin.'],
		});
	});

	it('attribue à la première ce qu’elle a seule, sans l’appel de sa note', () => {
		expect(completee([paragraphe('Un.'), paragraphe('Le bois (1) sec.')], [paragraphe('Un.')])).toEqual({
			ordre: ['Un.', 'Le bois (1) sec.'],
			attributions: ['fiche Le bois sec.'],
		});
	});

	it('prend les codes que la seconde a seule, et les dit', () => {
		const codes = (...valeurs: string[]) => ({
			...lireDocument(TEXTE),
			codes: valeurs.map((valeur) => ({ type: 'TP' as const, valeur })),
		});
		const lue = completer(codes('TP-00001', 'TP-00002'), codes('TP-00002', 'TP-00003'), cles);
		expect(lue.lecture.codes.map((c) => c.valeur)).toEqual(['TP-00001', 'TP-00002', 'TP-00003']);
		expect(lue.codesAjoutes).toEqual(['TP-00003']);
	});
});
