import type { StatutCompetence } from '../../schemas/correspondance.ts';
import { enLettres } from '../date.ts';
import { compterPar } from '../regrouper.ts';
import { avecArticle } from '../texte/phrase.ts';
import { typographier } from '../texte/typographie.ts';
import { compte } from '../vocabulaire.ts';
import { affirmee, type Comparaison, type Entree, reperer } from './comparaison.ts';

/** Number of competences of one side by outcome. Each is counted once: the outcomes add up to `total`. */
type Sort = {
	total: number;
	/** Joined to at least one competence of the other side by a reader. */
	correspondent: number;
	/** Joined by a proposal of the alignment that no reader has confirmed. */
	proposees: number;
	/** Only related to others by a parenté. */
	apparentees: number;
	/** A reader found no similar label. */
	sansRien: number;
	/** The alignment found a similar label, but claims nothing. */
	aVerifier: number;
	/** The alignment found no similar label, which proves nothing. */
	sansProche: number;
};

/** Counts the entries of a comparison by statut, and the competences of each side by outcome. */
export const totaux = (comparaison: Comparaison) => {
	const { competences, parentes } = comparaison;
	const statuts: StatutCompetence[] = ['relue', 'proposee', 'a-verifier'];
	return {
		entrees: competences.length,
		parStatut: compterPar(competences, statuts, ({ statut }) => statut),
		deplacees: competences.filter((e) => e.deplacee).length,
		parentes: parentes.filter(affirmee).length,
		de: sort(comparaison, 'de'),
		vers: sort(comparaison, 'vers'),
	};
};

const sort = (comparaison: Comparaison, cote: 'de' | 'vers'): Sort => {
	const { parentes, possibles } = reperer(comparaison);
	const sorts = comparaison.competences.flatMap((entree) =>
		entree[cote].map((id) => sortDe(entree, parentes.has(id), possibles.has(id))),
	);
	return { total: sorts.length, ...compterPar(sorts, Object.keys(DITS) as Cle[], (cle) => cle) };
};

type Cle = Exclude<keyof Sort, 'total'>;

const sortDe = (
	{ nature, statut, de, vers, candidats, observation }: Entree,
	apparentee: boolean,
	possible: boolean,
): Cle => {
	const jointe = de.length > 0 && vers.length > 0;
	if (nature !== null && jointe) return statut === 'proposee' ? 'proposees' : 'correspondent';
	if (apparentee) return 'apparentees';
	if (nature !== null) return 'sansRien';
	// A line that names a nearest label is not counted among those without any.
	return jointe || possible || candidats.length > 0 || observation?.proche ? 'aVerifier' : 'sansProche';
};

/** Wording of each count, singular and plural. Those that end with « dans » are followed by the name of the other version. */
const DITS: Record<Cle, { un: string; plusieurs: string }> = {
	correspondent: { un: 'a une correspondance dans', plusieurs: 'ont une correspondance dans' },
	proposees: {
		un: 'a une correspondance proposée par un calcul dans',
		plusieurs: 'ont une correspondance proposée par un calcul dans',
	},
	apparentees: { un: 'y est seulement apparentée', plusieurs: 'y sont seulement apparentées' },
	sansRien: { un: 'n’y a rien de proche', plusieurs: 'n’y ont rien de proche' },
	aVerifier: { un: 'reste à vérifier', plusieurs: 'restent à vérifier' },
	sansProche: {
		un: 'n’y a aucun libellé proche, d’après un calcul',
		plusieurs: 'n’y ont aucun libellé proche, d’après un calcul',
	},
};

/** A sentence in parts: counts, printed in bold, and the words between them. */
type Phrase = { texte: string; fort: boolean }[];

/**
 * « Des 24 compétences du TSGRI 2003, 2 ont une correspondance dans le TSSR 2018, 9 y sont seulement apparentées, 13 n’y
 * ont rien de proche. »
 */
export const direSort = (sort: Sort, sienne: string, autre: string): Phrase => {
	// A count of zero is only worded for correspondences, and not if the alignment proposes some.
	const dites = (Object.keys(DITS) as Cle[]).filter(
		(cle) => sort[cle] > 0 || (cle === 'correspondent' && sort.proposees === 0),
	);
	const seule = sort.total === 1;
	// Of competences that nobody has judged, an alignment cannot say that they correspond to none.
	const aucune = sort.aVerifier + sort.sansProche > 0 ? 'de correspondance relue dans' : 'de correspondance dans';
	const parts = dites.map((cle) => {
		const n = sort[cle];
		const dit =
			n === 0
				? `${seule ? 'n’a pas' : 'aucune n’a'} ${aucune}`
				: `${seule ? '' : `${n} `}${DITS[cle][n > 1 ? 'plusieurs' : 'un']}`;
		const nommee = cle === 'correspondent' || cle === 'proposees';
		return { texte: typographier(nommee ? `${dit} ${avecArticle('le', autre)}` : dit), fort: true };
	});
	const debut = seule
		? `La seule compétence ${avecArticle('du', sienne)} `
		: `Des ${compte(sort.total, 'compétence')} ${avecArticle('du', sienne)}, `;
	return [
		{ texte: typographier(debut), fort: false },
		...parts.flatMap((part, i) => [...(i > 0 ? [{ texte: ', ', fort: false }] : []), part]),
		{ texte: '.', fort: false },
	];
};

/** « rédaction de Lignée, 29 novembre 2026 »: reader and day of what is « relue »; also says if they are unknown. */
export const direLecture = ({ lecture }: Pick<Comparaison, 'lecture'>): string =>
	`${lecture?.par ?? 'lecteur non indiqué'}, ${lecture?.le ? enLettres(lecture.le) : 'jour non indiqué'}`;
