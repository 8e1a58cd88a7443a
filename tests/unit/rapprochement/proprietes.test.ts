import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lirePaires } from '../../../scripts/apprendre/paires.ts';
import type { Proposition } from '../../../src/domaine/rapprochement/proposition.ts';
import { rapprocher } from '../../../src/domaine/rapprochement/rapprocher.ts';
import { competences, type Referentiel } from '../../../src/domaine/referentiel.ts';
import type { Nature } from '../../../src/schemas/correspondance.ts';
import { detenues, lexique, referentiel } from './exemples.ts';

const toutes = lirePaires();

describe('le rapprochement automatique', () => {
	it('met chaque compétence des deux côtés dans une entrée et une seule', () => {
		for (const { de, vers } of toutes) {
			const propositions = rapprocher(de, vers, lexique).entrees;
			const ids = (r: Referentiel) => competences(r).map((c) => c.id);
			expect(propositions.flatMap((p) => p.de).sort()).toEqual(ids(de).sort());
			expect(propositions.flatMap((p) => p.vers).sort()).toEqual(ids(vers).sort());
		}
	});

	it('ne trouve que des compétences identiques entre une version et elle-même', () => {
		for (const r of [...detenues, ...toutes.map((p) => p.de)]) {
			const propositions = rapprocher(r, r, lexique).entrees;
			expect(new Set(propositions.map((p) => p.nature))).toEqual(new Set(['identique']));
			for (const p of propositions) expect(p.de).toEqual(p.vers);
		}
	});

	it('se renverse quand on échange les côtés', () => {
		const miroir: Record<Nature, Nature> = {
			identique: 'identique',
			reformulee: 'reformulee',
			scindee: 'fusionnee',
			fusionnee: 'scindee',
			recomposee: 'recomposee',
			'sans-suite': 'nouvelle',
			nouvelle: 'sans-suite',
		};
		const dire = (p: Proposition, sens: 1 | -1) => {
			const [d, v] = sens === 1 ? [p.de, p.vers] : [p.vers, p.de];
			const nature = p.nature && (sens === 1 ? p.nature : miroir[p.nature]);
			const candidats = p.candidats.map((c) => (sens === 1 ? [c.de, c.vers, c.score] : [c.vers, c.de, c.score]));
			return JSON.stringify([nature, p.statut, p.score, [...d].sort(), [...v].sort(), candidats]);
		};
		for (const { de, vers } of toutes) {
			const aller = rapprocher(de, vers, lexique).entrees.map((p) => dire(p, 1));
			const retour = rapprocher(vers, de, lexique).entrees.map((p) => dire(p, -1));
			expect(retour.sort()).toEqual(aller.sort());
		}
	});

	it('n’affirme rien de ce qui est à vérifier, et donne alors trois candidats au plus', () => {
		for (const { de, vers } of toutes)
			for (const p of rapprocher(de, vers, lexique).entrees) {
				expect(p.nature === null).toBe(p.statut === 'a-verifier');
				expect(p.candidats.length).toBeLessThanOrEqual(3);
				for (const c of p.candidats) {
					expect(p.de.includes(c.de) || p.vers.includes(c.vers)).toBe(true);
					expect(p.de.includes(c.de) && p.vers.includes(c.vers)).toBe(false);
				}
			}
	});

	it('n’affirme jamais une absence', () => {
		for (const { de, vers } of toutes)
			for (const p of rapprocher(de, vers, lexique).entrees)
				if (p.de.length === 0 || p.vers.length === 0) expect(p.statut).toBe('a-verifier');
	});

	it('suppose seulement apparentées des compétences qu’aucune entrée ne réunit, chaque paire une fois', () => {
		for (const { de, vers } of toutes) {
			const { entrees, parentes } = rapprocher(de, vers, lexique);
			const paires = parentes.map((p) => `${p.de} ${p.vers}`);
			expect(paires).toEqual([...new Set(paires)]);
			for (const p of parentes) {
				expect(entrees.some((e) => e.de.includes(p.de) && e.vers.includes(p.vers))).toBe(false);
				expect(p).toMatchObject({ motif: null, statut: 'a-verifier' });
			}
		}
	});

	it('dit de chaque compétence seule ce qui en est le plus proche, jamais un autre que son premier candidat', () => {
		for (const { de, vers } of toutes)
			for (const p of rapprocher(de, vers, lexique).entrees) {
				if (p.de.length > 0 && p.vers.length > 0) continue;
				const cote = p.de.length > 0 ? 'vers' : 'de';
				expect(p.proche).not.toBeUndefined();
				if (p.candidats[0]) expect(p.candidats[0][cote]).toBe(p.proche);
			}
	});

	it('dit pour chaque lien son score, les termes communs et leur poids, le plus lourd d’abord', () => {
		for (const { de, vers } of toutes)
			for (const { de: d, vers: v, score, explication, proche } of rapprocher(de, vers, lexique).entrees) {
				expect(explication.parametres).not.toBe('');
				if (d.length === 0 || v.length === 0) {
					expect(score).toBeNull();
					expect(explication.termes).toEqual([]);
				} else {
					expect(score).toBeGreaterThan(0);
					expect(score).toBeLessThanOrEqual(1);
					expect(proche).toBeUndefined();
				}
			}
	});

	it('tient devant n’importe quels libellés', () => {
		const libelle = fc.oneof(
			fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
			fc.constantFrom('Gérer', 'de la', '…', 'et', 'Utiliser l’anglais', 'l’', '(', 'en'),
		);
		const bloc = fc.tuple(libelle, fc.array(libelle, { maxLength: 5 })).map(([titre, liste]) => [titre, ...liste]);
		const version = (id: string) => fc.array(bloc, { maxLength: 3 }).map((blocs) => referentiel(id, ...blocs));
		fc.assert(
			fc.property(version('a-2000'), version('b-2001'), (de, vers) => {
				const propositions = rapprocher(de, vers, lexique).entrees;
				expect(propositions.flatMap((p) => p.de).sort()).toEqual(
					competences(de)
						.map((c) => c.id)
						.sort(),
				);
				expect(propositions.flatMap((p) => p.vers).length).toBe(competences(vers).length);
			}),
			{ numRuns: 200 },
		);
	});
});
