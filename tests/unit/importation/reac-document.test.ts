import { describe, expect, it } from 'vitest';
import { paragraphesDe } from '../../../src/importation/reac/document.ts';

const BORD = 540;
/** Lines one under the other; a full one ends at the edge of the text. */
const lignes = (...textes: readonly [string, boolean][]) =>
	textes.map(([texte, pleine], i) => ({
		...{ page: 1, texte, x: 72, y: 500 - 11.5 * i, corps: 10, gras: false },
		fin: pleine ? BORD : 72 + 5 * texte.length,
	}));
const lus = (...textes: readonly [string, boolean][]) =>
	paragraphesDe(lignes(...textes), BORD).map((p) => p.map((l) => l.texte).join(' '));

describe('les items d’une liste sans puce ni point', () => {
	it('commencent par un déterminant, même après une ligne pleine', () => {
		expect(
			lus(
				['Les besoins recensés couvrent les exigences du cahier des charges', true],
				['Les maquettes sont conformes au cahier des charges en langue française', true],
				['(niveau B1 du CECRL)', false],
				['L’enchaînement est formalisé par un schéma', false],
			),
		).toHaveLength(3);
	});
	it('ou par un infinitif, quand ils en sont', () => {
		expect(
			lus(['Analyser un cahier des charges en identifiant les acteurs', true], ['Formaliser les besoins', false]),
		).toHaveLength(2);
		expect(lus(['Un plan de montage établi avec', true], ['Atelier', false])).toHaveLength(1);
	});
	it('non quand la ligne d’avant ne peut pas finir là, ou finit une phrase du même alinéa', () => {
		expect(lus(['La pièce est posée selon les règles de', true], ['La Fédération', false])).toHaveLength(1);
		expect(lus(['Le poste exige un port de charge (maximum', true], ['Le port est limité)', false])).toHaveLength(1);
		expect(lus(['Il travaille seul.', true], ['Le métier impose des déplacements.', false])).toHaveLength(1);
	});
});
