import { estInfinitif } from '../texte/infinitif.ts';
import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { racine } from '../texte/racine.ts';
import { type Jeton, tokeniser } from '../texte/tokeniser.ts';
import { cleDeRacines, formeDe, type Index } from './lexique.ts';

/** A term of a label: one word, or a phrase of the lexicon. */
export type Terme = {
	/** The key under which two labels share it: the concept of the lexicon, else the root. */
	cle: string;
	/** The term's own roots, to tell the same phrase from another phrase of the same concept. */
	racines: string;
	/** Each of its words, a phrase having several, as the key that it would have if it stood alone. */
	mots: readonly string[];
	forme: string;
	concept: string | null;
	/** It names an action: an infinitive, or a phrase of the lexicon that stands for one. */
	verbe: boolean;
	/** It opens the label, or follows « et », « ou » or a comma. */
	coordonne: boolean;
	/** One word after a determiner, so that it is no verb, nor an adjective that follows its noun. */
	nom: boolean;
	/** What the article before it says, where it says it: « le » and « la » are not before the same noun. */
	genre: 'm' | 'f' | null;
};

const DETERMINANTS = new Set(
	'le la les l’ un une des du de d’ au aux ce cet cette ces son sa ses leur leurs'.split(' ').map(replierMot),
);

const GENRES: ReadonlyMap<string, 'm' | 'f'> = new Map([
	...['le', 'un', 'du', 'au', 'ce', 'cet'].map((mot): [string, 'm'] => [mot, 'm']),
	...['la', 'une', 'cette', 'sa'].map((mot): [string, 'f'] => [mot, 'f']),
]);

export const COORDINATION = new Set(['et', 'ou', 'et/ou', 'puis', ',', ';']);

type Place = {
	jeton: Jeton;
	racine: string;
	infinitif: boolean;
	coordonne: boolean;
	determine: boolean;
	/** Small words and marks between the word before and this one, folded. */
	outils: readonly string[];
};

const placer = (libelle: string): Place[] => {
	const jetons = tokeniser(libelle);
	let suivants: string[] = [];
	return jetons.flatMap((jeton, i): Place[] => {
		const mot = replierMot(jeton.texte);
		if (!jeton.mot || estMotOutil(mot)) {
			if (jeton.mot || COORDINATION.has(mot)) suivants.push(mot);
			return [];
		}
		const outils = suivants;
		suivants = [];
		const determine = DETERMINANTS.has(replierMot(jetons[i - 1]?.texte ?? ''));
		const infinitif = estInfinitif(mot) && !determine;
		let avant = i - 1;
		while (avant >= 0 && DETERMINANTS.has(replierMot(jetons[avant]?.texte ?? ''))) avant -= 1;
		const coordonne = avant < 0 || COORDINATION.has(replierMot(jetons[avant]?.texte ?? ''));
		return [{ jeton, racine: racine(jeton.texte), infinitif, coordonne, determine, outils }];
	});
};

/** The longest phrase of the lexicon that begins at `i`, else the word alone. */
const lire = (places: readonly Place[], i: number, { concepts, formes, longueurs }: Index) => {
	const seule = places[i]?.racine as string;
	for (let longueur = Math.min(longueurs.get(seule) ?? 1, places.length - i); longueur > 1; longueur -= 1) {
		const suite = places.slice(i, i + longueur).map((p) => p.racine);
		const concept = concepts.get(suite.join(' '));
		if (concept) return { racines: suite.join(' '), concept, longueur };
	}
	const concept = formes.get(formeDe(places[i]?.jeton.texte ?? '')) ?? concepts.get(seule) ?? null;
	return { racines: seule, concept, longueur: 1 };
};

const MEMOIRE = new WeakMap<Index, Map<string, Terme[]>>();

/** One occurrence of a term in a label, with the small words and marks that lead to it. */
export type Occurrence = Terme & { outils: readonly string[] };

/** The terms of a label in its order, those that it repeats included: the longest phrases of the lexicon, else words. */
export const occurrencesDe = (libelle: string, index: Index): Occurrence[] => {
	const places = placer(libelle);
	const lues: Occurrence[] = [];
	for (let i = 0; i < places.length; ) {
		const { racines, concept, longueur } = lire(places, i, index);
		const [premier, dernier] = [places[i] as Place, places[i + longueur - 1] as Place];
		const cle = concept ? `=${concept}` : racines;
		const mots = longueur === 1 ? [cle] : racines.split(' ').map((mot) => cleDeRacines(mot, index));
		const forme = libelle.slice(premier.jeton.debut, dernier.jeton.fin);
		const verbe = premier.infinitif && (longueur === 1 || (concept !== null && index.verbaux.has(concept)));
		const { coordonne, outils } = premier;
		const nom = premier.determine && longueur === 1;
		const genre = GENRES.get(outils.at(-1) ?? '') ?? null;
		lues.push({ cle, racines, mots, forme, concept, verbe, coordonne, nom, genre, outils });
		i += longueur;
	}
	return lues;
};

/** The terms of a label, each once, in the order of the label. */
export const termesDe = (libelle: string, index: Index): readonly Terme[] => {
	const memoire = MEMOIRE.get(index) ?? new Map<string, Terme[]>();
	MEMOIRE.set(index, memoire);
	const connus = memoire.get(libelle);
	if (connus) return connus;
	const termes = new Map<string, Terme>();
	for (const { outils: _, ...terme } of occurrencesDe(libelle, index)) {
		const deja = termes.get(terme.cle);
		if (!deja) termes.set(terme.cle, terme);
		else {
			deja.verbe ||= terme.verbe;
			deja.coordonne ||= terme.coordonne;
			deja.nom &&= terme.nom;
		}
	}
	const lus = [...termes.values()];
	memoire.set(libelle, lus);
	return lus;
};
