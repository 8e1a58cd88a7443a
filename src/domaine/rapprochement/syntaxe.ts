import { replierMot } from '../texte/mots-outils.ts';
import { tokeniser } from '../texte/tokeniser.ts';
import { estSupport, type Index } from './lexique.ts';
import { COORDINATION, type Occurrence, occurrencesDe } from './termes.ts';

/** Small words that say what part the words after them play; « de » joins too many things to say one. */
const PREPOSITIONS: ReadonlyMap<string, string> = new Map([
	...'a dans en par pour sur sous vers chez avec entre selon lors afin ainsi dont qui que jusqu'
		.split(' ')
		.map((mot): [string, string] => [mot, mot]),
	['au', 'a'],
	['aux', 'a'],
	["jusqu'", 'jusqu'],
	["qu'", 'que'],
]);

/** The small words inside a phrase: « mise à jour » is not « mise au jour », nor « données du personnel » a matter of privacy. */
export const prepositionsDe = (expression: string): string =>
	tokeniser(expression)
		.map(({ texte }) => replierMot(texte))
		.flatMap((mot) => (/^d(?:'|es?|u)$/.test(mot) ? 'de' : PREPOSITIONS.has(mot) ? mot : []))
		.join(' ');

/** Determiners that open an object, where « de » would carry on what is being said. */
const ARTICLES = new Set("le la les l' un une son sa ses ce cet cette ces leur leurs".split(' '));

/** Words under one preposition, none for subject, action and object; those that « et » joins are one group. */
type Segment = { preposition: string; groupes: Occurrence[][] };

/** One action and what it bears on. */
type Proposition = Segment[];

/**
 * The clauses of a label: a new one begins at each coordinated infinitive that does not follow another directly
 * (« Poser des portails et installer leur motorisation » has two, « Poser et installer des portails » one).
 */
const propositionsDe = (libelle: string, index: Index): Proposition[] => {
	const ouvrir = (): Proposition => [{ preposition: '', groupes: [] }];
	let proposition = ouvrir();
	const propositions = [proposition];
	let segment = proposition[0] as Segment;
	let precedent: Occurrence | undefined;
	/** What stands between a verb that only carries a noun and that noun: « procéder au nettoyage ». */
	let portee = '';
	for (const mot of occurrencesDe(libelle, index)) {
		// « un réseau privé virtuel (VPN) »: one thing by two of its names.
		if (mot.cle === precedent?.cle) continue;
		const coordonne = mot.outils.some((outil) => COORDINATION.has(outil));
		const preposition = mot.outils.map((outil) => PREPOSITIONS.get(outil)).findLast((nom) => nom !== undefined) ?? '';
		const principal = proposition[0] as Segment;
		const deVerbes = segment === principal && principal.groupes.flat().every(({ verbe }) => verbe);
		if (coordonne && mot.verbe && principal.groupes.length === 0) segment = principal;
		else if (coordonne && mot.verbe && !deVerbes) {
			proposition = ouvrir();
			propositions.push(proposition);
			segment = proposition[0] as Segment;
		} else if (preposition && !mot.verbe && precedent && estSupport(precedent, index)) portee = preposition;
		else if (preposition && !(coordonne && (preposition === segment.preposition || preposition === portee))) {
			segment = { preposition, groupes: [] };
			proposition.push(segment);
		} else if (segment !== principal && !coordonne && ouvreUnObjet(mot, segment, principal)) segment = principal;
		const dernier = segment.groupes.at(-1);
		if (coordonne && dernier) dernier.push(mot);
		else segment.groupes.push([mot]);
		precedent = mot;
	}
	return propositions;
};

/**
 * Whether a word after a complement is the object of the clause: « poser en apparent une goulotte », and « vendre à
 * distance des produits », where a bare noun takes no complement.
 */
const ouvreUnObjet = ({ outils }: Occurrence, { groupes }: Segment, principal: Segment): boolean => {
	const mots = groupes.flat();
	if (mots.some(agit)) return false;
	if (ARTICLES.has(outils.at(-1) ?? '')) return true;
	const nu = mots.length === 1 && mots[0]?.outils.length === 1;
	return nu && outils.join() === 'des' && principal.groupes.flat().every(({ verbe }) => verbe);
};

/** Whether a word is an action, whose object an article may open: « pour installer les postes ». */
const agit = ({ verbe, forme }: Occurrence): boolean => verbe || /ant$/i.test(forme);

/**
 * What a label makes of the words that another shares: which preposition they stand under, in what order, what joins
 * them. Clauses, and complements of one clause, may come in any order, unless the label says « puis »; so may words
 * that « et » or a comma joins.
 */
export const syntaxe = (libelle: string, partages: ReadonlyMap<string, unknown>, index: Index): string => {
	const clauses = propositionsDe(libelle, index).flatMap((proposition) => {
		const segments = proposition.flatMap(({ preposition, groupes }) => {
			const dits = groupes
				.map((groupe) =>
					[...new Set(groupe.map(({ cle }) => cle))]
						.filter((cle) => partages.has(cle))
						.sort()
						.join(','),
				)
				.filter(Boolean);
			return dits.length > 0 ? [`${preposition}(${dits.join(' ')})`] : [];
		});
		return segments.length > 0 ? [segments.sort().join(' ')] : [];
	});
	return (/\bpuis\b/i.test(libelle) ? clauses : clauses.sort()).join(' + ');
};
