import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affecter, type Paire } from '../../../src/domaine/rapprochement/affectation.ts';

/** Best total by trying everything. */
const meilleurTotal = (lignes: number, colonnes: number, scores: readonly (readonly number[])[]): number => {
	const chercher = (ligne: number, prises: ReadonlySet<number>): number => {
		if (ligne === lignes) return 0;
		let mieux = chercher(ligne + 1, prises);
		for (let c = 0; c < colonnes; c += 1)
			if (!prises.has(c) && (scores[ligne]?.[c] ?? 0) > 0)
				mieux = Math.max(mieux, (scores[ligne]?.[c] ?? 0) + chercher(ligne + 1, new Set([...prises, c])));
		return mieux;
	};
	return chercher(0, new Set());
};

const matrice = fc
	.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
	.chain(([l, c]) =>
		fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: c, maxLength: c }), { minLength: l, maxLength: l }),
	);

const pairesDe = (scores: number[][]): Paire[] =>
	scores.flatMap((rang, ligne) =>
		rang.flatMap((score, colonne) =>
			score > 0 ? [{ ligne, colonne, score: score / 4, cle: `${ligne} ${colonne}` }] : [],
		),
	);

describe('l’affectation', () => {
	it('atteint le meilleur total, chacun pris une fois au plus', () => {
		fc.assert(
			fc.property(matrice, (scores) => {
				const colonnes = scores[0]?.length ?? 0;
				const faites = affecter(scores.length, colonnes, pairesDe(scores));
				const total = faites.reduce((s, p) => s + p.score, 0);
				expect(total * 4).toBeCloseTo(meilleurTotal(scores.length, colonnes, scores), 6);
				expect(new Set(faites.map((p) => p.ligne)).size).toBe(faites.length);
				expect(new Set(faites.map((p) => p.colonne)).size).toBe(faites.length);
			}),
		);
	});

	it('départage les égalités par les clés, quel que soit l’ordre', () => {
		fc.assert(
			fc.property(matrice, (scores) => {
				const colonnes = scores[0]?.length ?? 0;
				const cles = (paires: Paire[]) => paires.map((p) => p.cle).sort();
				const droit = affecter(scores.length, colonnes, pairesDe(scores));
				const retourne = pairesDe(scores).map((p) => ({
					...p,
					ligne: scores.length - 1 - p.ligne,
					colonne: colonnes - 1 - p.colonne,
				}));
				expect(cles(affecter(scores.length, colonnes, retourne.reverse()))).toEqual(cles(droit));
			}),
		);
	});

	it('laisse le moindre écart de score l’emporter sur toutes les clés', () => {
		for (let n = 0; n < 30_000; n += 1) {
			const [mieux, moins] = [`${n} a`, `${n} b`];
			const [faite] = affecter(2, 1, [
				{ ligne: 0, colonne: 0, score: 0.5, cle: moins },
				{ ligne: 1, colonne: 0, score: 0.5001, cle: mieux },
			]);
			if (faite?.cle !== mieux) expect.fail(`« ${moins} » l’emporte`);
		}
	});

	it('ne fait rien de rien', () => expect(affecter(3, 2, [])).toEqual([]));
});
