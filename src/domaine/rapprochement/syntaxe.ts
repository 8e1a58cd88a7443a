import { replierMot } from '../texte/mots-outils.ts';
import { tokeniser } from '../texte/tokeniser.ts';
import { estNomDAction } from './action.ts';
import { estSupport, type Index } from './lexique.ts';
import { COORDINATION, type Occurrence, occurrencesDe } from './termes.ts';

/** Prepositions and conjunctions that give the words after them a role. « de » is too ambiguous to be one. */
const PREPOSITIONS: ReadonlyMap<string, string> = new Map([
	...'a dans en par pour sur sous vers chez avec entre selon lors afin ainsi dont qui que jusqu'
		.split(' ')
		.map((mot): [string, string] => [mot, mot]),
	['au', 'a'],
	['aux', 'a'],
	["jusqu'", 'jusqu'],
	["qu'", 'que'],
]);

/** Prepositions inside a phrase: « mise à jour » is not « mise au jour ». */
export const prepositionsDe = (expression: string): string =>
	tokeniser(expression)
		.map(({ texte }) => replierMot(texte))
		.flatMap((mot) => (/^d(?:'|es?|u)$/.test(mot) ? 'de' : PREPOSITIONS.has(mot) ? mot : []))
		.join(' ');

/** Determiners that begin an object, whereas « de » would continue the current phrase. */
const ARTICLES = new Set("le la les l' un une son sa ses ce cet cette ces leur leurs".split(' '));

/** Possessives: « évaluer ses pratiques » is not to evaluate those of others. */
const POSSESSIFS = new Set('son sa ses leur leurs'.split(' '));

/** Words joined by « et » or a comma, in order. `porteur` is the last one, if what follows qualifies it alone. */
type Groupe = { mots: Occurrence[]; porteur?: Occurrence };

/** Words that depend on one preposition (empty for subject, action and object), and the participle before it. */
type Segment = { preposition: string; participe: string; groupes: Groupe[] };

/** One action with its objects and complements. */
type Clause = Segment[];

/**
 * Splits a label into clauses. A coordinated infinitive begins a new one unless it directly follows another: « Poser
 * des portails et installer leur motorisation » has two, « Poser et installer des portails » has one.
 */
const clausesDe = (libelle: string, index: Index): Clause[] => {
	const ouvrir = (): Clause => [{ preposition: '', participe: '', groupes: [] }];
	let clause = ouvrir();
	const clauses = [clause];
	let segment = clause[0] as Segment;
	let precedent: Occurrence | undefined;
	/** Preposition between a support verb and its noun: « procéder au nettoyage ». */
	let portee = '';
	for (const mot of occurrencesDe(libelle, index)) {
		const coordonne = mot.outils.some((outil) => COORDINATION.has(outil));
		const preposition = mot.outils.map((outil) => PREPOSITIONS.get(outil)).findLast((nom) => nom !== undefined) ?? '';
		// One thing named twice, « un réseau privé virtuel (VPN) », counts once; « de quai à quai » is different.
		if (mot.cle === precedent?.cle && !preposition && !coordonne) continue;
		const principal = clause[0] as Segment;
		const deVerbes = segment === principal && principal.groupes.flatMap(motsDe).every(({ verbe }) => verbe);
		const suivi = segment.groupes.at(-1);
		if (suivi && suivi.mots.length > 1 && !coordonne && !mot.verbe && !sontDesActions(suivi, principal, index))
			suivi.porteur = precedent;
		if (coordonne && mot.verbe && principal.groupes.length === 0) segment = principal;
		else if (coordonne && mot.verbe && !deVerbes) {
			clause = ouvrir();
			clauses.push(clause);
			segment = clause[0] as Segment;
		} else if (preposition === 'a' && precedent && estSupport(precedent, index) && estNomDAction(mot))
			portee = preposition;
		else if (preposition && !(coordonne && (preposition === segment.preposition || preposition === portee))) {
			segment = { preposition, participe: precedent && estParticipe(precedent) ? precedent.cle : '', groupes: [] };
			clause.push(segment);
		} else if (segment !== principal && !coordonne && ouvreUnObjet(mot, segment, principal)) segment = principal;
		const dernier = segment.groupes.at(-1);
		if (coordonne && dernier) dernier.mots.push(mot);
		else segment.groupes.push({ mots: [mot] });
		precedent = mot;
	}
	return clauses;
};

const motsDe = ({ mots }: Groupe): Occurrence[] => mots;

/**
 * Whether joined words are actions with one common object: « poser et régler », « assurer la pose et la conformité ».
 * With things, as in « des portes et des fenêtres de toit », what follows may qualify the last one only.
 */
const sontDesActions = ({ mots }: Groupe, { groupes }: Segment, index: Index): boolean =>
	mots.every(({ verbe }) => verbe) ||
	(mots.every((mot) => estNomDAction(mot) || /ité$/.test(mot.forme)) &&
		groupes.flatMap(motsDe).every((mot) => !mot.verbe || estSupport(mot, index)));

/** Endings of participles. Nouns with such an ending are harmless: they keep their complements too. */
const PARTICIPE = /(?:é|[^aeo]i|u|is|it|ert|ant)(?:e?s?)$/i;

/** Whether a word may be a participle with a complement: « des pièces usinées en atelier ». */
const estParticipe = ({ verbe, outils, forme }: Occurrence): boolean =>
	!verbe && outils.every((outil) => COORDINATION.has(outil)) && PARTICIPE.test(forme);

/**
 * Whether a word after a complement is the object of the clause: « poser en apparent une goulotte », « vendre à
 * distance des produits » (a noun without determiner takes no complement).
 */
const ouvreUnObjet = ({ outils }: Occurrence, { groupes }: Segment, principal: Segment): boolean => {
	const mots = groupes.flatMap(motsDe);
	if (mots.some(agit)) return false;
	if (ARTICLES.has(outils.at(-1) ?? '')) return true;
	const nu = mots.length === 1 && mots[0]?.outils.length === 1;
	return nu && outils.join() === 'des' && principal.groupes.flatMap(motsDe).every(({ verbe }) => verbe);
};

/** Whether a word is an action, whose object may begin with an article: « pour installer les postes ». */
const agit = ({ verbe, forme }: Occurrence): boolean => verbe || /ant$/i.test(forme);

/**
 * Structure of the words that a label shares with another one, as a string to compare: their prepositions, order and
 * coordination. Clauses and coordinated words are sorted, so that their order does not count, except after « puis », or
 * with both « ou » and « et », since « A ou B et C » is not « A et B ou C ».
 * @param partages keys of the terms of the other label
 */
export const syntaxe = (libelle: string, partages: ReadonlyMap<string, unknown>, index: Index): string => {
	const clauses = clausesDe(libelle, index);
	const mots = clauses.flat().flatMap(({ groupes }) => groupes.flatMap(motsDe));
	const liaisons = new Set(mots.flatMap(({ outils }) => outils));
	const ordonne = liaisons.has('puis') || (liaisons.has('ou') && liaisons.has('et'));
	const trier = (dits: string[]): string[] => (ordonne ? dits : dits.sort());
	const dire = ({ cle, outils }: Occurrence): string => {
		const liaison = ordonne ? outils.filter((outil) => COORDINATION.has(outil)).join('') : '';
		return `${liaison}${POSSESSIFS.has(outils.at(-1) ?? '') ? 'son.' : ''}${cle}`;
	};
	const ecrire = ({ mots, porteur }: Groupe): string => {
		const dits = mots.filter(({ cle }) => partages.has(cle));
		const autres = trier([...new Set(dits.filter((mot) => mot !== porteur).map(dire))]).join();
		return porteur && dits.includes(porteur) ? `${autres}>${dire(porteur)}` : autres;
	};
	const dites = clauses.flatMap((clause) => {
		const segments = clause.flatMap(({ preposition, participe, groupes }) => {
			const dits = groupes.map(ecrire).filter(Boolean);
			return dits.length > 0 ? [`${preposition}<${participe}(${dits.join(' ')})`] : [];
		});
		return segments.length > 0 ? [segments.join(' ')] : [];
	});
	return trier(dites).join(' + ');
};
