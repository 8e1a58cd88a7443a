import { memeLibelle } from '../texte/normaliser.ts';
import { affecter, type Paire } from './affectation.ts';
import type { Cote, Matrice } from './matrice.ts';
import { aPlacer, type Noeud } from './noeud.ts';
import type { Parametres } from './parametres.ts';
import { couverture, type Etiquette, reunir } from './similarite.ts';

/** A link between two labels, by index in their sides. */
export type Lien = { d: number; v: number; score: number; identique: boolean };

/** The key of a pair, the same both ways round, that settles ties whatever the order of the input. */
export const clePaire = ({ de, vers }: Matrice, d: number, v: number): string => {
	const [a, b] = [(de.noeuds[d] as Noeud).cle, (vers.noeuds[v] as Noeud).cle];
	return a < b ? `${a}\n${b}` : `${b}\n${a}`;
};

/** Links of equal labels; a label that equals several of the other side (see `memeLibelle`) is left to the scores. */
export const liensIdentiques = ({ de, vers }: Matrice): Lien[] => {
	const memes = (n: Noeud, cote: Cote) =>
		cote.noeuds.flatMap((m, i) => (aPlacer(m) && m.cle === n.cle && memeLibelle(m.libelle, n.libelle) ? [i] : []));
	return de.noeuds.flatMap((n, d) => {
		if (!aPlacer(n)) return [];
		const [v, ...autres] = memes(n, vers);
		if (v === undefined || autres.length > 0 || memes(vers.noeuds[v] as Noeud, de).length > 1) return [];
		return [{ d, v, score: 1, identique: true }];
	});
};

/** Best one-to-one links among the labels that `pris` leaves. */
export const liensAffectes = (m: Matrice, pris: readonly Lien[], seuil: number, p: Parametres): Lien[] => {
	const libres = (cote: 'd' | 'v', { noeuds }: Cote): number[] => {
		const occupes = new Set(pris.map((l) => l[cote]));
		return [...noeuds.keys()].filter((i) => !occupes.has(i) && aPlacer(noeuds[i] as Noeud));
	};
	const libresVers = libres('v', m.vers);
	const paires = libres('d', m.de).flatMap((d) =>
		libresVers.flatMap((v): Paire[] => {
			const score = m.scores[d]?.[v] ?? 0;
			if (score < seuil) return [];
			return [{ ligne: d, colonne: v, score: score ** p.puissance, cle: clePaire(m, d, v) }];
		}),
	);
	return affecter(m.de.noeuds.length, m.vers.noeuds.length, paires).map(({ ligne: d, colonne: v }) => ({
		d,
		v,
		score: m.scores[d]?.[v] ?? 0,
		identique: false,
	}));
};

type Jonction = Lien & { cle: string; pivot: 'd' | 'v' };

/**
 * Labels left out that complete a link: most of what they say stands in the partner, and the partner is better
 * covered by both. Each joins its best partner; a link is opened on one side only, so that no chain forms.
 */
export const liensJoints = (
	m: Matrice,
	affectes: readonly Lien[],
	pris: readonly Lien[],
	seuil: number,
	p: Parametres,
): Lien[] => {
	const jonctions = [
		...jonctionsDe('d', m, affectes, pris, seuil, p),
		...jonctionsDe('v', m, affectes, pris, seuil, p),
	];
	const ouvre = (j: Jonction) => affectes.find((l) => (j.pivot === 'v' ? l.v === j.v : l.d === j.d));
	const vaut = (a: Jonction, b: Jonction) => a.score > b.score || (a.score === b.score && a.cle < b.cle);
	return jonctions.filter((j) => jonctions.every((k) => k.pivot === j.pivot || ouvre(k) !== ouvre(j) || vaut(j, k)));
};

/** Joins of one side's labels left out; the pivot is the partner's side, whose label takes several links. */
const jonctionsDe = (
	cote: 'd' | 'v',
	m: Matrice,
	affectes: readonly Lien[],
	pris: readonly Lien[],
	seuil: number,
	p: Parametres,
): Jonction[] => {
	const [miens, autres] = cote === 'd' ? [m.de, m.vers] : [m.vers, m.de];
	const occupes = new Set([...affectes, ...pris].map((l) => l[cote]));
	const libres = [...miens.noeuds.keys()].filter((i) => !occupes.has(i) && aPlacer(miens.noeuds[i] as Noeud));
	return libres.flatMap((i) => {
		const possibles = affectes.flatMap((lien): Jonction[] => {
			const [d, v] = cote === 'd' ? [i, lien.v] : [lien.d, i];
			const score = m.scores[d]?.[v] ?? 0;
			const partenaire = autres.etiquettes[cote === 'd' ? v : d] as Etiquette;
			if (score < seuil || !complete(miens, i, lien[cote], partenaire, p)) return [];
			return [{ d, v, score, identique: false, cle: clePaire(m, d, v), pivot: cote === 'd' ? 'v' : 'd' }];
		});
		return possibles.sort((a, b) => b.score - a.score || (a.cle < b.cle ? -1 : 1)).slice(0, 1);
	});
};

const complete = ({ etiquettes }: Cote, i: number, deja: number, partenaire: Etiquette, p: Parametres): boolean => {
	const [mien, premier] = [etiquettes[i] as Etiquette, etiquettes[deja] as Etiquette];
	const ensemble = reunir([...premier.termes, ...mien.termes]);
	const gain = couverture(partenaire, ensemble, p) - couverture(partenaire, premier, p);
	return gain >= p.jonctionGain && couverture(mien, partenaire, p) >= p.jonctionCouverture;
};
