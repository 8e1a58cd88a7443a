import { replierMot } from '../texte/mots-outils.ts';
import { tokeniser } from '../texte/tokeniser.ts';
import { estNomDAction } from './action.ts';
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

/** Possessives: « évaluer ses pratiques » is not to evaluate those of others. */
const POSSESSIFS = new Set('son sa ses leur leurs'.split(' '));

/** Words that « et » or a comma joins, in the order of the label; `porteur` is the last, if more is said of it alone. */
type Groupe = { mots: Occurrence[]; porteur?: Occurrence };

/** Words under one preposition, none for subject, action and object, and the participle that it completes. */
type Segment = { preposition: string; participe: string; groupes: Groupe[] };

/** One action and what it bears on. */
type Proposition = Segment[];

/**
 * The clauses of a label: a new one begins at each coordinated infinitive that does not follow another directly
 * (« Poser des portails et installer leur motorisation » has two, « Poser et installer des portails » one).
 */
const propositionsDe = (libelle: string, index: Index): Proposition[] => {
	const ouvrir = (): Proposition => [{ preposition: '', participe: '', groupes: [] }];
	let proposition = ouvrir();
	const propositions = [proposition];
	let segment = proposition[0] as Segment;
	let precedent: Occurrence | undefined;
	/** What stands between a verb that only carries a noun and that noun: « procéder au nettoyage ». */
	let portee = '';
	for (const mot of occurrencesDe(libelle, index)) {
		const coordonne = mot.outils.some((outil) => COORDINATION.has(outil));
		const preposition = mot.outils.map((outil) => PREPOSITIONS.get(outil)).findLast((nom) => nom !== undefined) ?? '';
		// « un réseau privé virtuel (VPN) »: one thing by two of its names, which « de quai à quai » is not.
		if (mot.cle === precedent?.cle && !preposition && !coordonne) continue;
		const principal = proposition[0] as Segment;
		const deVerbes = segment === principal && principal.groupes.flatMap(motsDe).every(({ verbe }) => verbe);
		const suivi = segment.groupes.at(-1);
		if (suivi && suivi.mots.length > 1 && !coordonne && !mot.verbe && !sontDesActions(suivi, principal, index))
			suivi.porteur = precedent;
		if (coordonne && mot.verbe && principal.groupes.length === 0) segment = principal;
		else if (coordonne && mot.verbe && !deVerbes) {
			proposition = ouvrir();
			propositions.push(proposition);
			segment = proposition[0] as Segment;
		} else if (preposition === 'a' && precedent && estSupport(precedent, index) && estNomDAction(mot))
			portee = preposition;
		else if (preposition && !(coordonne && (preposition === segment.preposition || preposition === portee))) {
			segment = { preposition, participe: precedent && estParticipe(precedent) ? precedent.cle : '', groupes: [] };
			proposition.push(segment);
		} else if (segment !== principal && !coordonne && ouvreUnObjet(mot, segment, principal)) segment = principal;
		const dernier = segment.groupes.at(-1);
		if (coordonne && dernier) dernier.mots.push(mot);
		else segment.groupes.push({ mots: [mot] });
		precedent = mot;
	}
	return propositions;
};

const motsDe = ({ mots }: Groupe): Occurrence[] => mots;

/**
 * Whether joined words are actions, which one object follows: « poser et régler », « assurer la pose et la conformité ».
 * Joined things are not: in « des portes et des fenêtres de toit » what follows may be said of the last alone.
 */
const sontDesActions = ({ mots }: Groupe, { groupes }: Segment, index: Index): boolean =>
	mots.every(({ verbe }) => verbe) ||
	(mots.every((mot) => estNomDAction(mot) || /ité$/.test(mot.forme)) &&
		groupes.flatMap(motsDe).every((mot) => !mot.verbe || estSupport(mot, index)));

/** Endings of past and present participles; nouns that have one keep their complements after them all the same. */
const PARTICIPE = /(?:é|[^aeo]i|u|is|it|ert|ant)(?:e?s?)$/i;

/** Whether what follows a word may complete it: « des pièces usinées en atelier ». */
const estParticipe = ({ verbe, outils, forme }: Occurrence): boolean =>
	!verbe && outils.every((outil) => COORDINATION.has(outil)) && PARTICIPE.test(forme);

/**
 * Whether a word after a complement is the object of the clause: « poser en apparent une goulotte », and « vendre à
 * distance des produits », where a bare noun takes no complement.
 */
const ouvreUnObjet = ({ outils }: Occurrence, { groupes }: Segment, principal: Segment): boolean => {
	const mots = groupes.flatMap(motsDe);
	if (mots.some(agit)) return false;
	if (ARTICLES.has(outils.at(-1) ?? '')) return true;
	const nu = mots.length === 1 && mots[0]?.outils.length === 1;
	return nu && outils.join() === 'des' && principal.groupes.flatMap(motsDe).every(({ verbe }) => verbe);
};

/** Whether a word is an action, whose object an article may open: « pour installer les postes ». */
const agit = ({ verbe, forme }: Occurrence): boolean => verbe || /ant$/i.test(forme);

/**
 * What a label makes of the words that another shares: which preposition they stand under, in what order, what joins
 * them. Clauses may come in any order, and so may words that « et » or a comma joins, and the one complement of a
 * clause; not where a label says « puis », or « ou » beside « et », since « A ou B et C » is not « A et B ou C ».
 */
export const syntaxe = (libelle: string, partages: ReadonlyMap<string, unknown>, index: Index): string => {
	const propositions = propositionsDe(libelle, index);
	const mots = propositions.flat().flatMap(({ groupes }) => groupes.flatMap(motsDe));
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
	const clauses = propositions.flatMap((proposition) => {
		const segments = proposition.flatMap(({ preposition, participe, groupes }) => {
			const dits = groupes.map(ecrire).filter(Boolean);
			return dits.length > 0 ? [`${preposition}<${participe}(${dits.join(' ')})`] : [];
		});
		return segments.length > 0 ? [segments.join(' ')] : [];
	});
	return trier(clauses).join(' + ');
};
