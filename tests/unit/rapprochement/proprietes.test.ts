import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Proposition } from '../../../src/domaine/rapprochement/proposition.ts';
import { rapprocher } from '../../../src/domaine/rapprochement/rapprocher.ts';
import { competences, parId, type Referentiel } from '../../../src/domaine/referentiel.ts';
import type { Nature } from '../../../src/schemas/correspondance.ts';
import { detenues, lexique, paires, referentiel } from './exemples.ts';

const toutes = paires();
const couples = detenues.flatMap((de) => detenues.map((vers) => [de, vers] as const));

/** A proposal told by its labels, so that two alignments compare whatever the ids. */
const parLibelles = (de: Referentiel, vers: Referentiel, propositions: readonly Proposition[]): string[] => {
	const [libellesDe, libellesVers] = [de, vers].map(parId) as [ReturnType<typeof parId>, ReturnType<typeof parId>];
	const dire = (ids: readonly string[], libelles: ReturnType<typeof parId>) =>
		ids.map((id) => libelles.get(id)?.competence.libelle).sort();
	return propositions
		.map((p) =>
			JSON.stringify([
				p.nature,
				p.statut,
				p.score,
				dire(p.de, libellesDe),
				dire(p.vers, libellesVers),
				p.candidats.map((c) => [c.score, ...dire([c.de], libellesDe), ...dire([c.vers], libellesVers)]),
			]),
		)
		.sort();
};

/** The same labels in other blocs' and lists' order, with the ids that follow from that order. */
const melanger = (r: Referentiel, hasard: (n: number) => number): Referentiel => {
	const battre = <T>(liste: readonly T[]): T[] => {
		const reste = [...liste];
		return liste.map(() => reste.splice(hasard(reste.length), 1)[0] as T);
	};
	const blocs = battre(r.blocs).map((b) => [b.intitule, ...battre(b.competences.map((c) => c.libelle))]);
	return referentiel(r.id, ...blocs);
};

describe('le rapprochement automatique', () => {
	it('met chaque compétence des deux côtés dans une entrée et une seule', () => {
		for (const { de, vers } of toutes) {
			const propositions = rapprocher(de, vers, lexique);
			const ids = (r: Referentiel) => competences(r).map((c) => c.id);
			expect(propositions.flatMap((p) => p.de).sort()).toEqual(ids(de).sort());
			expect(propositions.flatMap((p) => p.vers).sort()).toEqual(ids(vers).sort());
		}
	});

	it('donne le même résultat dans quelque ordre que soient les blocs et les compétences', () => {
		const paire = fc.constantFrom(...couples, ...toutes.map((p) => [p.de, p.vers] as const));
		fc.assert(
			fc.property(paire, fc.infiniteStream(fc.nat()), ([de, vers], flux) => {
				const hasard = (n: number) => (flux.next().value as number) % n;
				const [de2, vers2] = [melanger(de, hasard), melanger(vers, hasard)];
				expect(parLibelles(de2, vers2, rapprocher(de2, vers2, lexique))).toEqual(
					parLibelles(de, vers, rapprocher(de, vers, lexique)),
				);
			}),
			{ numRuns: 60 },
		);
	});

	it('ne trouve que des compétences identiques entre une version et elle-même', () => {
		for (const r of [...detenues, ...toutes.map((p) => p.de)]) {
			const propositions = rapprocher(r, r, lexique);
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
			const aller = rapprocher(de, vers, lexique).map((p) => dire(p, 1));
			const retour = rapprocher(vers, de, lexique).map((p) => dire(p, -1));
			expect(retour.sort()).toEqual(aller.sort());
		}
	});

	it('n’affirme rien de ce qui est à vérifier, et donne alors trois candidats au plus', () => {
		for (const { de, vers } of toutes)
			for (const p of rapprocher(de, vers, lexique)) {
				expect(p.nature === null).toBe(p.statut === 'a-verifier');
				expect(p.candidats.length).toBeLessThanOrEqual(3);
				for (const c of p.candidats) {
					expect(p.de.includes(c.de) || p.vers.includes(c.vers)).toBe(true);
					expect(p.de.includes(c.de) && p.vers.includes(c.vers)).toBe(false);
				}
			}
	});

	it('dit pour chaque lien son score, les termes communs et leur poids, le plus lourd d’abord', () => {
		for (const { de, vers } of toutes)
			for (const { de: d, vers: v, score, explication } of rapprocher(de, vers, lexique)) {
				expect(explication.parametres).not.toBe('');
				if (d.length === 0 || v.length === 0) {
					expect(score).toBeNull();
					expect(explication.termes).toEqual([]);
				} else {
					expect(score).toBeGreaterThan(0);
					expect(score).toBeLessThanOrEqual(1);
					expect(explication.termes.length).toBeGreaterThan(0);
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
				const propositions = rapprocher(de, vers, lexique);
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
