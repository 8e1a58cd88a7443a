import type { Lexique } from '../../schemas/lexique.ts';
import { natureDe } from '../comparaison/cardinalite.ts';
import type { Candidat, LienBlocs, Parente } from '../comparaison/comparaison.ts';
import type { Referentiel } from '../referentiel.ts';
import { memeLibelle } from '../texte/normaliser.ts';
import { contrastent } from './contraste.ts';
import { blocsOfficiels, type Decisions, decider } from './decision.ts';
import { sansCirconstance, sansSigle } from './essentiel.ts';
import type { IndexEcrit } from './lexique.ts';
import { MODELE } from './modele.ts';
import { aPlacer } from './noeud.ts';
import type { Explication, Proposition, Rapprochement } from './proposition.ts';
import { type Modele, SEUILS } from './regression.ts';
import {
	couvertureDe,
	type Etiquette,
	mesurerTraits,
	ontLesMemesMots,
	partagentUnObjet,
	relire,
	sansSynonyme,
	type Traits,
	termesPartages,
	toutEstDit,
} from './traits.ts';

export type Options = {
	/** Ids settled by an editor: they are not aligned, but their labels are still compared with the others. */
	reglees?: ReadonlySet<string>;
	liens?: readonly LienBlocs[];
	modele?: Modele;
};

/** A pair of labels, by index, and its probability. */
type Paire = { d: number; v: number; p: number };

type Lien = Paire & { identique: boolean };

/** Labels linked together, by index. One side is empty for a lone label. */
type Groupe = { d: number[]; v: number[]; liens: Lien[] };

type Jugement = { traits: Traits; decisions: Decisions; groupes: readonly Groupe[]; modele: Modele };

const CANDIDATS_MAXIMUM = 3;
const arrondir = (p: number): number => Math.round(p * 1e4) / 1e4;

/**
 * Aligns two versions automatically: every competence of both sides in exactly one entry, and the pairs of labels that
 * may share a part. Deterministic and symmetric: swapping the sides mirrors the result.
 */
export const rapprocher = (
	de: Referentiel,
	vers: Referentiel,
	lexique: Lexique | IndexEcrit,
	{ reglees = new Set(), liens = [], modele = MODELE }: Options = {},
): Rapprochement => {
	const traits = mesurerTraits(de, vers, lexique, reglees, modele.communs);
	const decisions = decider(traits, blocsOfficiels(de, vers, liens), modele);
	const groupes = grouper(traits, retenir(traits, decisions));
	const jugement = { traits, decisions, groupes, modele };
	return { entrees: groupes.flatMap((groupe) => proposer(groupe, jugement)), parentes: apparenter(jugement) };
};

/** Indexes of the labels to align. */
const placables = (cote: readonly Etiquette[]): number[] =>
	[...cote.keys()].filter((i) => aPlacer(cote[i] as Etiquette));

/** Orders pairs, most probable first. Ties are broken by a key, which is the same when the sides are swapped. */
const plusProbable = ({ de, vers }: Traits) => {
	const cle = ({ d, v }: Paire) => [(de[d] as Etiquette).cle, (vers[v] as Etiquette).cle].sort().join('\n');
	return (a: Paire, b: Paire): number => b.p - a.p || (cle(a) < cle(b) ? -1 : 1);
};

/**
 * Links between equal labels. A label equal to several others (`memeLibelle` is not transitive) is left to the scores.
 */
const identiques = ({ de, vers }: Traits): Lien[] => {
	const memes = (e: Etiquette, cote: readonly Etiquette[]) =>
		cote.flatMap((m, i) => (m.cle === e.cle && memeLibelle(m.libelle, e.libelle) ? [i] : []));
	return de.flatMap((e, d) => {
		const [v, ...autres] = memes(e, vers);
		if (v === undefined || autres.length > 0 || memes(vers[v] as Etiquette, de).length > 1) return [];
		return [{ d, v, p: 1, identique: true }];
	});
};

/**
 * Keeps equal labels, then pairs by decreasing probability. A pair that would make a group n to m needs a higher one.
 */
const retenir = (traits: Traits, { equivalence }: Decisions): Lien[] => {
	const egaux = identiques(traits);
	const [prisDe, prisVers] = [new Set(egaux.map((l) => l.d)), new Set(egaux.map((l) => l.v))];
	const [libresDe, libresVers] = [
		placables(traits.de).filter((d) => !prisDe.has(d)),
		placables(traits.vers).filter((v) => !prisVers.has(v)),
	];
	const possibles = libresDe
		.flatMap((d) => libresVers.map((v) => ({ d, v, p: equivalence[d]?.[v] ?? 0, identique: false })))
		.filter(({ p }) => p >= SEUILS.lien)
		.sort(plusProbable(traits));
	const retenus: Lien[] = [];
	for (const lien of possibles) {
		const [liesDe, liesVers] = [retenus.filter((l) => l.d === lien.d), retenus.filter((l) => l.v === lien.v)];
		const multiple =
			(liesDe.length > 0 && liesVers.length > 0) ||
			liesDe.some((l) => retenus.some((m) => m !== l && m.v === l.v)) ||
			liesVers.some((l) => retenus.some((m) => m !== l && m.d === l.d));
		if (!multiple || lien.p >= SEUILS.recomposee) retenus.push(lien);
	}
	return [
		...egaux.filter((l) => aPlacer(traits.de[l.d] as Etiquette) && aPlacer(traits.vers[l.v] as Etiquette)),
		...retenus,
	];
};

/** Connected components of the links, then the labels without link, in the order of their keys. */
const grouper = (traits: Traits, liens: readonly Lien[]): Groupe[] => {
	let groupes: Groupe[] = [];
	for (const lien of liens) {
		const touches = groupes.filter((g) => g.d.includes(lien.d) || g.v.includes(lien.v));
		const reuni = {
			d: [...new Set([...touches.flatMap((g) => g.d), lien.d])],
			v: [...new Set([...touches.flatMap((g) => g.v), lien.v])],
			liens: [...touches.flatMap((g) => g.liens), lien],
		};
		groupes = [...groupes.filter((g) => !touches.includes(g)), reuni];
	}
	const seuls = (cote: 'd' | 'v') =>
		placables(cote === 'd' ? traits.de : traits.vers).filter((i) => !liens.some((l) => l[cote] === i));
	return [
		...groupes,
		...seuls('d').map((d) => ({ d: [d], v: [], liens: [] })),
		...seuls('v').map((v) => ({ d: [], v: [v], liens: [] })),
	];
};

const proposer = (groupe: Groupe, jugement: Jugement): Proposition[] => {
	const { traits, modele } = jugement;
	const ids = (cote: readonly Etiquette[], indices: number[]) => indices.flatMap((i) => (cote[i] as Etiquette).ids);
	const [de, vers] = [ids(traits.de, groupe.d), ids(traits.vers, groupe.v)];
	const identique = groupe.liens.some((l) => l.identique);
	const rivaux = autresPaires(groupe, jugement);
	const autres = choisir(rivaux, groupe).map(
		({ d, v, p }): Candidat => ({
			de: (traits.de[d] as Etiquette).ids[0] as string,
			vers: (traits.vers[v] as Etiquette).ids[0] as string,
			score: arrondir(p),
		}),
	);
	const statut = identique || sur(groupe, rivaux[0]?.p ?? 0, traits, modele) ? 'proposee' : 'a-verifier';
	const seul = groupe.liens.length === 0 ? { proche: plusProche(groupe, jugement) } : {};
	const entree = (d: string[], v: string[], candidats: Candidat[]): Proposition => ({
		nature:
			statut === 'a-verifier' ? null : identique ? 'identique' : (natureDe(groupe.d.length, groupe.v.length) ?? null),
		de: d,
		vers: v,
		statut,
		score: groupe.liens.length > 0 ? arrondir(Math.min(...groupe.liens.map((l) => l.p))) : null,
		candidats: identique ? [] : candidats,
		...seul,
		explication: expliquer(groupe, jugement),
	});
	if (groupe.liens.length > 0) return [entree(de, vers, autres)];
	// Each copy of a label without partner is an entry, with its own candidates.
	const avec = (sien: Partial<Candidat>) => autres.map((c) => ({ ...c, ...sien }));
	return [
		...de.map((id) => entree([id], [], avec({ de: id }))),
		...vers.map((id) => entree([], [id], avec({ vers: id }))),
	];
};

/**
 * Whether a group may be proposed: each side says all that the other does, one label of each link covers the other, no
 * link contrasts, and no other pair is a rival. The probability of the links is not used: labels that are similar but
 * different score high too.
 */
const sur = (
	{ d: ds, v: vs, liens }: Groupe,
	rival: number,
	{ de, vers, index }: Traits,
	{ communs }: Modele,
): boolean => {
	// Every label of an entry is claimed to correspond to every label of the other side.
	if (liens.length === 0 || liens.length < ds.length * vs.length) return false;
	const lus = (cote: readonly Etiquette[], indices: readonly number[], lire: (libelle: string) => string) =>
		new Map(indices.map((i) => [i, relire(cote[i] as Etiquette, lire((cote[i] as Etiquette).libelle), index)]));
	const [siens, autres] = [lus(de, ds, sansSigle), lus(vers, vs, sansSigle)];
	if (seDisent(siens, autres)) return true;
	// A circumstance on one side only is ignored. If both sides have one, they are compared.
	const [brefs, autresBrefs] = [lus(de, ds, abreger), lus(vers, vs, abreger)];
	const [abreges, autresAbreges] = [sontAutres(siens, brefs), sontAutres(autres, autresBrefs)];
	return abreges !== autresAbreges && seDisent(abreges ? brefs : siens, abreges ? autres : autresBrefs);

	function seDisent(a: ReadonlyMap<number, Etiquette>, b: ReadonlyMap<number, Etiquette>): boolean {
		const [cote, face] = [[...a.values()], [...b.values()]];
		const memes = liens.every(({ d, v }) => ontLesMemesMots(a.get(d) as Etiquette, b.get(v) as Etiquette));
		return (
			(memes || rival < SEUILS.rival) &&
			cote.every((x) => toutEstDit(x, face, index)) &&
			face.every((x) => toutEstDit(x, cote, index)) &&
			liens.every(({ d, v }) => {
				const [x, y] = [a.get(d) as Etiquette, b.get(v) as Etiquette];
				// If a label is split, each part must say less than the whole, and be a part of it: « tailler les haies » is no
				// part of « tailler les rosiers ».
				const [dit, redit] = [toutEstDit(x, [y], index), toutEstDit(y, [x], index)];
				const partage = liens.length === 1 ? dit && redit : dit !== redit;
				return partage && !contrastent(x, y, index) && (sansSynonyme(x, y) || partagentUnObjet(x, y, communs));
			})
		);
	}
};

const abreger = (libelle: string): string => sansCirconstance(sansSigle(libelle));

const sontAutres = (a: ReadonlyMap<number, Etiquette>, b: ReadonlyMap<number, Etiquette>): boolean =>
	[...a].some(([i, { libelle }]) => b.get(i)?.libelle !== libelle);

/** Other pairs that contain a label of the group, most probable first. */
const autresPaires = ({ d: ds, v: vs }: Groupe, { traits, decisions }: Jugement): Paire[] =>
	[
		...ds.flatMap((d) => placables(traits.vers).flatMap((v) => (vs.includes(v) ? [] : [{ d, v }]))),
		...vs.flatMap((v) => placables(traits.de).flatMap((d) => (ds.includes(d) ? [] : [{ d, v }]))),
	]
		.map(({ d, v }) => ({ d, v, p: decisions.equivalence[d]?.[v] ?? 0 }))
		.filter(({ p }) => p >= SEUILS.candidat)
		.sort(plusProbable(traits));

/** The best candidate of each label of the group first, so that a large group hides none of them. */
const choisir = (rivaux: readonly Paire[], { d: ds }: Groupe): Paire[] => {
	const sien = ({ d, v }: Paire) => (ds.includes(d) ? `d${d}` : `v${v}`);
	const premieres = rivaux.filter((r, i) => rivaux.findIndex((q) => sien(q) === sien(r)) === i);
	const autres = rivaux.filter((r) => !premieres.includes(r));
	return [...premieres, ...autres].slice(0, CANDIDATS_MAXIMUM).sort((a, b) => rivaux.indexOf(a) - rivaux.indexOf(b));
};

const expliquer = (groupe: Groupe, { traits, decisions, modele }: Jugement): Explication => {
	const termes = groupe.liens.flatMap(({ d, v }) =>
		termesPartages(traits.de[d] as Etiquette, traits.vers[v] as Etiquette, modele.communs),
	);
	return {
		parametres: modele.version,
		termes,
		lexique: [...new Set(termes.flatMap((t) => t.concept ?? []))],
		proximite: arrondir(decisions.proximite),
	};
};

/**
 * The competence with the label most similar to a lone one; null if its probability is too low and no label shares
 * enough words. Labels settled by an editor are candidates too: otherwise a label joined to another would make the site
 * say that nothing is similar.
 */
const plusProche = ({ d: [d], v: [v] }: Groupe, { traits, decisions }: Jugement): string | null => {
	const autres = d === undefined ? traits.de : traits.vers;
	const premiere = (mesure: (d: number, v: number) => number, seuil: number) => {
		const [trouvee] = [...autres.keys()]
			.map((i) => (d === undefined ? { d: i, v: v as number } : { d, v: i }))
			.map((paire) => ({ ...paire, p: mesure(paire.d, paire.v) }))
			.sort(plusProbable(traits));
		return trouvee && trouvee.p >= seuil ? autres[d === undefined ? trouvee.d : trouvee.v] : undefined;
	};
	const proche =
		premiere((d, v) => decisions.equivalence[d]?.[v] ?? 0, SEUILS.proche) ??
		premiere((d, v) => couvertureDe(traits, d, v), SEUILS.partage);
	return proche?.premier ?? null;
};

/** Pairs in no common entry that may share a part, for each copy of both labels. */
const apparenter = ({ traits, decisions, groupes }: Jugement): Parente[] => {
	const ensemble = (d: number, v: number) => groupes.some((g) => g.d.includes(d) && g.v.includes(v));
	return placables(traits.de).flatMap((d) =>
		placables(traits.vers).flatMap((v): Parente[] => {
			const score = decisions.apparentees[d]?.[v] ?? 0;
			if (score < SEUILS.parente || ensemble(d, v)) return [];
			const [a, b] = [traits.de[d] as Etiquette, traits.vers[v] as Etiquette];
			if (a.cle === b.cle) return [];
			const commun = { portee: 'voisine', statut: 'a-verifier', score: arrondir(score), motif: null } as const;
			return a.ids.flatMap((idDe) => b.ids.map((idVers) => ({ de: idDe, vers: idVers, ...commun })));
		}),
	);
};
