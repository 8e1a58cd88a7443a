import { estInfinitif } from '../texte/infinitif.ts';
import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { racine } from '../texte/racine.ts';
import { type Jeton, tokeniser } from '../texte/tokeniser.ts';
import type { Index } from './lexique.ts';

/** What a word does in a label: the verb at the head, what it bears on, or a circumstance (« en respectant… »). */
export type Role = 'verbe' | 'objet' | 'complement';

/** A term of a label: one word, or a phrase of the lexicon. */
export type Terme = {
	/** What two labels must share: the concept of the lexicon, else the root. */
	cle: string;
	/** The term's own roots, to tell the same phrase from another phrase of the same concept. */
	racines: string;
	/** As printed. */
	forme: string;
	concept: string | null;
	role: Role;
	generique: boolean;
};

const liste = (mots: string): Set<string> => new Set(mots.trim().split(/\s+/).map(replierMot));

/** Verbs that say that something is done and not what. */
const VERBES_GENERIQUES = new Set(
	[...liste('assurer réaliser effectuer exécuter gérer participer contribuer utiliser mettre faire intervenir exercer prendre procéder permettre agir œuvrer appliquer établir')].map(
		racine,
	),
);

/** Nouns and adjectives that every referential uses of everything. */
const MOTS_GENERIQUES = new Set(
	[
		...liste(`professionnel professionnelle activité technique ensemble type différent divers nécessaire adapté courant
			relatif lié mission situation action opération travail travaux domaine secteur élément ressource œuvre place
			appui tâche nouveau autre partie base simple niveau mode cas lien vue bon bonne ainsi suite spécifique spécialité
			général principal ordinaire habituel propre sein compte respect cadre aide moyen fonction relation`),
	].map(racine),
);

const DETERMINANT = liste('le la les l’ un une des du de d’ au aux ce cet cette ces son sa ses leur leurs notre nos');

/** Words that open a circumstance, each as the words that follow one another. */
const AMORCES = `dans le cadre|dans le respect|dans une démarche|dans un contexte|dans un environnement|en tenant compte|en fonction|en lien|en vue|en cas
	en conformité|à l’aide|au moyen|à partir|à l’issue|à la demande|conformément|selon|afin|tout en|y compris|suite à|suite aux|suite au|lors|auprès|au sein
	grâce|via|tel que|tels que|telles que|notamment|au regard|par le biais|pour|avec|par|sous|chez|relatif|relatifs|relative|relatives|lié|liés|liée|liées`
	.split(/[|\n]/)
	.map((amorce) => tokeniser(amorce.trim()).map((j) => replierMot(j.texte)));

const PARTICIPE_PRESENT = /ant$/;

/** How many tokens from `i` open a circumstance; 0 where none does. */
const amorce = (mots: readonly string[], i: number): number => {
	if (mots[i] === 'en' && PARTICIPE_PRESENT.test(mots[i + 1] ?? '')) return mots[i + 2] === 'compte' ? 3 : 2;
	return Math.max(0, ...AMORCES.filter((a) => a.every((mot, k) => mots[i + k] === mot)).map((a) => a.length));
};

const verbeEn = (mots: readonly string[], i: number): boolean =>
	estInfinitif(mots[i] ?? '') && !DETERMINANT.has(mots[i - 1] ?? '');

type Place = { jeton: Jeton; racine: string; role: Role; debutDeProposition: boolean };

/** Content words of a label with the part that each plays. */
const placer = (libelle: string): Place[] => {
	const jetons = tokeniser(libelle);
	const mots = jetons.map((j) => replierMot(j.texte));
	const places: Place[] = [];
	let role: Role = 'verbe';
	let parenthese = false;
	let saut = 0;
	for (const [i, jeton] of jetons.entries()) {
		if (mots[i] === '(') parenthese = true;
		if (mots[i] === ')') parenthese = false;
		const reprise = ['et', 'ou', ',', 'puis', ';'].includes(mots[i - 1] ?? '');
		const longueur = amorce(mots, i);
		if (longueur > 0) {
			role = 'complement';
			saut = i + longueur;
		}
		if (i < saut || !jeton.mot || estMotOutil(jeton.texte)) continue;
		const infinitif = verbeEn(mots, i);
		if (infinitif && (reprise || i === 0)) role = 'verbe';
		else if (role === 'verbe' && !infinitif) role = 'objet';
		const complement = parenthese || role === 'complement';
		places.push({
			jeton,
			racine: racine(jeton.texte),
			role: complement ? 'complement' : infinitif && role === 'verbe' ? 'verbe' : 'objet',
			debutDeProposition: false,
		});
	}
	return places;
};

const generique = (role: Role, racines: string): boolean =>
	role === 'verbe' ? VERBES_GENERIQUES.has(racines) : MOTS_GENERIQUES.has(racines);

/** The terms of a label, each once, in the order of the label: longest phrases of the lexicon first, then words. */
export const termesDe = (libelle: string, index: Index): Terme[] => {
	const places = placer(libelle);
	const termes = new Map<string, Terme>();
	for (let i = 0; i < places.length; ) {
		const { racines, concept, longueur } = plusLongue(places, i, index);
		const premier = places[i] as Place;
		const dernier = places[i + longueur - 1] as Place;
		const verbal = longueur === 1 || (concept !== null && index.verbaux.has(concept));
		const role = premier.role === 'verbe' && !verbal ? 'objet' : premier.role;
		const cle = concept ? `=${concept}` : racines;
		if (!termes.has(cle))
			termes.set(cle, {
				cle,
				racines,
				forme: libelle.slice(premier.jeton.debut, dernier.jeton.fin),
				concept,
				role,
				generique: generique(role, racines),
			});
		i += longueur;
	}
	return [...termes.values()];
};

const plusLongue = (places: Place[], i: number, index: Index) => {
	for (let longueur = Math.min(index.longueur, places.length - i); longueur > 0; longueur -= 1) {
		const racines = places
			.slice(i, i + longueur)
			.map((p) => p.racine)
			.join(' ');
		const concept = index.concepts.get(racines) ?? null;
		if (concept || longueur === 1) return { racines, concept, longueur };
	}
	throw new Error('une étiquette sans mot n’a pas de terme');
};
