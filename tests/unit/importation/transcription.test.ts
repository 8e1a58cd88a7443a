import { describe, expect, it } from 'vitest';
import { lireDocument } from '../../../src/domaine/importation/lire.ts';
import { completer, memeTitre } from '../../../src/domaine/importation/transcription.ts';
import { annexe } from './annexes.ts';

const TEXTE = annexe('1. Régler un instrument (1)\n\nTailler l’âme.\n');
const NOTE_1 = '\n(1) Au sens de l’arrêté du 9 mars 2006.\n';
const NOTE_2 = '\n(2) Les musiciens amateurs et professionnels sont concernés.\n';
const cles = { premiere: 'fiche', seconde: 'fiche-bis' };

describe('la note que la seconde transcription a seule', () => {
	const seconde = lireDocument(TEXTE + NOTE_1 + NOTE_2);
	const notes = (lecture: { elements: readonly { sorte: string }[] }) =>
		lecture.elements.flatMap((e) => ('marque' in e ? [e.marque] : []));

	it('va avant les notes de la première', () => {
		const { lecture, attributions } = completer(lireDocument(TEXTE + NOTE_1), seconde, cles);
		expect(notes(lecture)).toEqual(['2', '1']);
		expect(attributions).toEqual([
			{ texte: 'Les musiciens amateurs et professionnels sont concernés.', source: 'fiche-bis' },
		]);
	});

	it('va à la fin quand la première n’a pas de note', () => {
		const { lecture } = completer(lireDocument(TEXTE), seconde, cles);
		expect(notes(lecture)).toEqual(['1', '2']);
		expect(lecture.elements.at(-1)).toMatchObject({ sorte: 'note', marque: '2' });
	});
});

describe('le même titre', () => {
	const [luthier] = [lireDocument(TEXTE)];
	const avec = (intitule: string) => ({ ...luthier, intitule });

	it('à la typographie ou à un mot près, jamais un autre titre', () => {
		expect(memeTitre(luthier, avec('LUTHIER(ÈRE) EN ATELIER'))).toBe(true);
		expect(
			memeTitre(avec('technicien supérieur systèmes et réseaux'), avec('technicien supérieur en systèmes et réseaux')),
		).toBe(true);
		expect(memeTitre(luthier, avec('archetier monteur'))).toBe(false);
	});
});
