import { parObjet, parTexte } from '../memo.ts';
import { estInfinitif } from '../texte/infinitif.ts';
import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { racine } from '../texte/racine.ts';
import { type Jeton, tokeniser } from '../texte/tokeniser.ts';
import { cleDeRacines, formeDe, type Index } from './lexique.ts';

/** A term of a label: one word, or a phrase of the lexicon. */
export type Terme = {
	/** Key by which two labels share it: the concept of the lexicon, or the root. */
	cle: string;
	/** Roots of its words, which distinguish phrases of one concept. */
	racines: string;
	/** Key that each of its words would have on its own. */
	mots: readonly string[];
	forme: string;
	concept: string | null;
	/** It names an action: an infinitive, or a phrase of the lexicon that stands for one. */
	verbe: boolean;
	/** It begins the label, or follows « et », « ou », « puis », a comma or a semicolon. */
	coordonne: boolean;
	/** It is one word after a determiner, hence a noun. */
	nom: boolean;
	/** Gender given by its article, if any. */
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
	/** Function words and coordinating marks since the previous word, folded. */
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

/** The longest phrase of the lexicon that begins at `i`, or else the word alone. */
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

/** One occurrence of a term in a label, with the function words before it. */
export type Occurrence = Terme & { outils: readonly string[] };

/** Terms of a label in order, with repetitions: longest phrases of the lexicon, or else words. */
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

/** Distinct terms of a label, in order. Kept by index and label. */
export const termesDe = (libelle: string, index: Index): readonly Terme[] => termesSelon(index)(libelle);

const termesSelon = parObjet((index: Index) => parTexte((libelle) => lireTermes(libelle, index)));

const lireTermes = (libelle: string, index: Index): Terme[] => {
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
	return [...termes.values()];
};
