import type { Lexique } from '../../schemas/lexique.ts';
import { natureDe } from '../comparaison/cardinalite.ts';
import type { Candidat } from '../comparaison/comparaison.ts';
import type { Referentiel } from '../referentiel.ts';
import type { IndexEcrit } from './lexique.ts';
import { clePaire, type Lien, liensAffectes, liensIdentiques, liensJoints } from './liens.ts';
import { comparerLibelles, type Matrice } from './matrice.ts';
import { aPlacer, type Noeud } from './noeud.ts';
import { PARAMETRES, type Parametres } from './parametres.ts';
import { entre, parente } from './parente.ts';
import type { Explication, Proposition } from './proposition.ts';
import { arrondir, type Etiquette, sansObjetCommun, termesPartages } from './similarite.ts';

/** Labels linked to one another, by index; one side is empty for a label alone. */
type Groupe = { d: number[]; v: number[]; liens: Lien[] };

/** What a group is judged by: the scores, how near the versions are, and all the labels that it could have joined. */
type Jugement = { m: Matrice; proximite: number; aPlacerDe: number[]; aPlacerVers: number[]; p: Parametres };

const CANDIDATS_MAXIMUM = 3;

/**
 * The automatic alignment of two versions: every competence of both sides in exactly one proposal. Deterministic; the
 * order of the input changes nothing, and swapping the sides mirrors the result.
 * @param reglees ids that an editor has settled: they are left out, though their words still count as frequent or rare
 */
export const rapprocher = (
	de: Referentiel,
	vers: Referentiel,
	lexique: Lexique | IndexEcrit,
	reglees: ReadonlySet<string> = new Set(),
	p: Parametres = PARAMETRES,
): Proposition[] => {
	const m = comparerLibelles(de, vers, lexique, reglees, p);
	const identiques = liensIdentiques(m);
	const proximite = parente(m, [...identiques, ...liensAffectes(m, identiques, p.lienProche, p)]);
	const affectes = liensAffectes(m, identiques, entre(p.lienProche, p.lienLointain, proximite), p);
	const joints = liensJoints(m, affectes, identiques, entre(p.jonctionProche, p.jonctionLointaine, proximite), p);
	const jugement = { m, proximite, aPlacerDe: placables(m.de.noeuds), aPlacerVers: placables(m.vers.noeuds), p };
	return grouper(m, [...identiques, ...affectes, ...joints]).flatMap((groupe) => proposer(groupe, jugement));
};

/** Indexes of the labels that are not settled elsewhere. */
const placables = (noeuds: readonly Noeud[]): number[] => [...noeuds.keys()].filter((i) => aPlacer(noeuds[i] as Noeud));

/** Connected labels together, then each label that no link holds; older side first, in the order of its keys. */
const grouper = (m: Matrice, liens: readonly Lien[]): Groupe[] => {
	const groupes: Groupe[] = [];
	for (const lien of liens) {
		const groupe = groupes.find((g) => g.d.includes(lien.d) || g.v.includes(lien.v));
		if (!groupe) groupes.push({ d: [lien.d], v: [lien.v], liens: [lien] });
		else {
			groupe.d = [...new Set([...groupe.d, lien.d])];
			groupe.v = [...new Set([...groupe.v, lien.v])];
			groupe.liens.push(lien);
		}
	}
	const seuls = (noeuds: readonly Noeud[], cote: 'd' | 'v') =>
		placables(noeuds).filter((i) => !liens.some((l) => l[cote] === i));
	return [
		...groupes,
		...seuls(m.de.noeuds, 'd').map((d) => ({ d: [d], v: [], liens: [] })),
		...seuls(m.vers.noeuds, 'v').map((v) => ({ d: [], v: [v], liens: [] })),
	];
};

const proposer = (groupe: Groupe, jugement: Jugement): Proposition[] => {
	const { m } = jugement;
	const ids = (noeuds: readonly Noeud[], indices: number[]) => indices.flatMap((i) => (noeuds[i] as Noeud).ids);
	const de = ids(m.de.noeuds, groupe.d);
	const vers = ids(m.vers.noeuds, groupe.v);
	const identique = groupe.liens.some((l) => l.identique);
	const autres = candidats(groupe, jugement);
	const statut = identique || sur(groupe, autres, jugement) ? 'proposee' : 'a-verifier';
	const commun = {
		statut,
		score: groupe.liens.length > 0 ? Math.min(...groupe.liens.map((l) => l.score)) : null,
		candidats: identique ? [] : autres,
		explication: expliquer(groupe, jugement),
	} as const;
	const entree = (d: string[], v: string[]): Proposition => ({
		nature: statut === 'a-verifier' ? null : identique ? 'identique' : (natureDe(d.length, v.length) ?? null),
		de: d,
		vers: v,
		...commun,
	});
	if (groupe.liens.length > 0) return [entree(de, vers)];
	// A label that is printed several times and has no partner is as many entries, each with candidates of its own.
	return [
		...de.map((id) => ({ ...entree([id], []), candidats: autres.map((c) => ({ ...c, de: id })) })),
		...vers.map((id) => ({ ...entree([], [id]), candidats: autres.map((c) => ({ ...c, vers: id })) })),
	];
};

/**
 * Whether a group may be proposed: a clear score, clearly above any other, that does not rest on everyone's words alone;
 * or alone, with nothing near.
 */
const sur = ({ liens }: Groupe, autres: readonly Candidat[], { m, proximite, p }: Jugement): boolean => {
	const second = autres[0]?.score ?? 0;
	if (liens.length === 0) return second <= entre(p.isoleProche, p.isoleLointain, proximite);
	if (liens.some(({ d, v }) => sansObjetCommun(m.de.etiquettes[d] as Etiquette, m.vers.etiquettes[v] as Etiquette)))
		return false;
	const score = Math.min(...liens.map((l) => l.score));
	return score >= entre(p.proposeeProche, p.proposeeLointaine, proximite) && score - second >= p.marge;
};

/** The best pairs that a group did not make, one competence of it in each. */
const candidats = ({ d: ds, v: vs }: Groupe, { m, aPlacerDe, aPlacerVers, p }: Jugement): Candidat[] => {
	const paires = [
		...ds.flatMap((d) => aPlacerVers.filter((v) => !vs.includes(v)).map((v) => ({ d, v }))),
		...vs.flatMap((v) => aPlacerDe.filter((d) => !ds.includes(d)).map((d) => ({ d, v }))),
	];
	return paires
		.map(({ d, v }) => ({ d, v, score: m.scores[d]?.[v] ?? 0 }))
		.filter(({ score }) => score >= p.candidat)
		.map((paire) => ({ ...paire, cle: clePaire(m, paire.d, paire.v) }))
		.sort((a, b) => b.score - a.score || (a.cle < b.cle ? -1 : 1))
		.slice(0, CANDIDATS_MAXIMUM)
		.map(({ d, v, score }) => ({
			de: (m.de.noeuds[d] as Noeud).ids[0] as string,
			vers: (m.vers.noeuds[v] as Noeud).ids[0] as string,
			score,
		}));
};

const expliquer = ({ liens }: Groupe, { m, proximite, p }: Jugement): Explication => {
	const termes = liens.flatMap(({ d, v }) =>
		termesPartages(m.de.etiquettes[d] as Etiquette, m.vers.etiquettes[v] as Etiquette),
	);
	return {
		parametres: p.version,
		termes,
		lexique: [...new Set(termes.flatMap((t) => t.concept ?? []))],
		parente: arrondir(proximite),
	};
};
