import { estInfinitif } from '../texte/infinitif.ts';
import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { racine } from '../texte/racine.ts';
import { type Jeton, tokeniser } from '../texte/tokeniser.ts';
import { cleDeRacines, type Index } from './lexique.ts';

/** What a word does in a label: the action, what it bears on, or a circumstance (« en respectant… »). */
export type Role = 'verbe' | 'objet' | 'complement';

/** A term of a label: one word, or a phrase of the lexicon. */
export type Terme = {
	/** What two labels must share: the concept of the lexicon, else the root. */
	cle: string;
	/** The term's own roots, to tell the same phrase from another phrase of the same concept. */
	racines: string;
	/** Each of its words, a phrase having several, as the key that it would have if it stood alone. */
	mots: readonly string[];
	/** As printed. */
	forme: string;
	concept: string | null;
	role: Role;
	/** A word that every referential uses of everything. */
	generique: boolean;
};

const mots = (texte: string): string[] => texte.trim().split(/\s+/).map(replierMot);
const racines = (texte: string): Set<string> => new Set(texte.trim().split(/\s+/).map(racine));

/** Verbs that say that something is done and not what. */
const VERBES_GENERIQUES =
	racines(`assurer réaliser effectuer exécuter gérer gestion participer contribuer utiliser mettre faire
	intervenir exercer prendre procéder permettre agir œuvrer appliquer établir`);

/** Nouns and adjectives that every referential uses of everything. */
const MOTS_GENERIQUES =
	racines(`professionnel activité technique ensemble type différent divers nécessaire adapté courant
	relatif lié mission situation action opération travail travaux domaine secteur élément ressource œuvre place appui
	tâche nouveau autre partie base simple niveau mode cas lien vue bon ainsi suite spécifique spécialité général
	principal ordinaire habituel propre sein compte respect cadre aide moyen fonction relation
	client personne utilisateur sécurité infrastructure système environnement outil solution dispositif processus méthode modalité
	information document produit véhicule machine`);

const DETERMINANTS = new Set(mots('le la les l’ un une des du de d’ au aux ce cet cette ces son sa ses leur leurs'));
const REPRISES = new Set(['et', 'ou', ',', 'puis', ';']);

/** Words that open a circumstance, each as the words that follow one another, by the first of them. */
const AMORCES = Map.groupBy(
	`dans le cadre/dans le respect/dans une démarche/dans un contexte/dans un environnement/en fonction/en lien
	en vue/en cas/en conformité/à l’aide/au moyen/à partir/à l’issue/à la demande/conformément/selon/afin/tout en/y compris
	suite à/suite aux/suite au/lors/auprès/au sein/grâce/via/tel que/tels que/telles que/notamment/au regard
	par le biais/pour/avec/par/sous/chez/relatif/relatifs/relative/relatives/lié/liés/liée/liées`
		.split(/[/\n]/)
		.map((amorce) => tokeniser(amorce).map((j) => replierMot(j.texte))),
	([premier]) => premier,
);

/** How many tokens from `i` open a circumstance; 0 where none does. « En intégrant… » is one, « en lien » too. */
const amorce = (mots: readonly string[], i: number): number => {
	if (mots[i] === 'en' && mots[i + 1]?.endsWith('ant')) return mots[i + 2] === 'compte' ? 3 : 2;
	const connues = AMORCES.get(mots[i]) ?? [];
	return Math.max(0, ...connues.filter((a) => a.every((mot, k) => mots[i + k] === mot)).map((a) => a.length));
};

const NOM_D_ACTION = /(?:age|tion|sion|ment|ance)s?$/;
/** Things, not actions, for all their endings. */
const NOMS_DE_CHOSES = new Set(
	mots(`application applications équipement équipements document documents élément éléments instrument instruments
	logement logements aliment aliments revêtement revêtements bâtiment bâtiments établissement établissements événement
	événements évènement évènements information informations situation situations condition conditions station stations
	prestation prestations ouvrage ouvrages image images langage langages message messages avantage avantages mission
	missions environnement instance instances dommage dommages réglementation organisation organisations`),
);
const estNomDAction = (mot: string): boolean => NOM_D_ACTION.test(mot) && !NOMS_DE_CHOSES.has(mot);

type Place = { jeton: Jeton; racine: string; role: Role };

/**
 * Content words of a label with the part that each plays. A label is one infinitive or more, what they bear on, then
 * circumstances; after a verb that says little (« réaliser le nettoyage »), the noun of the action stands for the verb.
 */
const placer = (libelle: string): Place[] => {
	const jetons = tokeniser(libelle);
	const plies = jetons.map((j) => replierMot(j.texte));
	const places: Place[] = [];
	let role: Role = 'verbe';
	let verbesFaibles = true;
	let parenthese = false;
	let saut = 0;
	for (const [i, jeton] of jetons.entries()) {
		const mot = plies[i] as string;
		const precedent = plies[i - 1] ?? '';
		if (mot === '(') parenthese = true;
		if (mot === ')') parenthese = false;
		const ouverture = amorce(plies, i);
		if (ouverture > 0) {
			role = 'complement';
			saut = i + ouverture;
		}
		if (i < saut || !jeton.mot || estMotOutil(mot)) continue;
		const verbe = estInfinitif(mot) && !DETERMINANTS.has(precedent);
		const propre = racine(jeton.texte);
		if (verbe && role !== 'verbe' && REPRISES.has(precedent)) {
			role = 'verbe';
			verbesFaibles = true;
		}
		if (verbe) verbesFaibles &&= VERBES_GENERIQUES.has(propre);
		const action = role === 'verbe' && !verbe && verbesFaibles && estNomDAction(mot);
		if (role === 'verbe' && !verbe) role = 'objet';
		places.push({ jeton, racine: propre, role: parenthese ? 'complement' : action ? 'verbe' : role });
	}
	return places;
};

/** The longest phrase of the lexicon from `i`, else the word alone. */
const lire = (places: readonly Place[], i: number, { concepts, longueurs }: Index) => {
	const seule = (places[i] as Place).racine;
	for (let longueur = Math.min(longueurs.get(seule) ?? 1, places.length - i); longueur > 1; longueur -= 1) {
		const suite = places.slice(i, i + longueur).map((p) => p.racine);
		const concept = concepts.get(suite.join(' '));
		if (concept) return { racines: suite.join(' '), concept, longueur };
	}
	return { racines: seule, concept: concepts.get(seule) ?? null, longueur: 1 };
};

const IMPORTANCE: Record<Role, number> = { objet: 2, verbe: 1, complement: 0 };

const MEMOIRE = new WeakMap<Index, Map<string, Terme[]>>();

/** The terms of a label, each once, in the order of the label: the longest phrases of the lexicon, else words. */
export const termesDe = (libelle: string, index: Index): readonly Terme[] => {
	const memoire = MEMOIRE.get(index) ?? new Map<string, Terme[]>();
	MEMOIRE.set(index, memoire);
	const connus = memoire.get(libelle);
	if (connus) return connus;
	const lus = lireTermes(libelle, index);
	memoire.set(libelle, lus);
	return lus;
};

const lireTermes = (libelle: string, index: Index): Terme[] => {
	const places = placer(libelle);
	const termes = new Map<string, Terme>();
	for (let i = 0; i < places.length; ) {
		const { racines, concept, longueur } = lire(places, i, index);
		const [premier, dernier] = [places[i] as Place, places[i + longueur - 1] as Place];
		const verbal = longueur === 1 || (concept !== null && index.verbaux.has(concept));
		const role = premier.role === 'verbe' && !verbal ? 'objet' : premier.role;
		const generique = MOTS_GENERIQUES.has(racines) || (role === 'verbe' && VERBES_GENERIQUES.has(racines));
		const forme = libelle.slice(premier.jeton.debut, dernier.jeton.fin);
		const cle = cleDeRacines(racines, index);
		const deja = termes.get(cle);
		if (!deja) {
			const mots = racines.split(' ').map((mot) => cleDeRacines(mot, index));
			termes.set(cle, { cle, racines, mots, forme, concept, role, generique });
		} else if (IMPORTANCE[role] > IMPORTANCE[deja.role]) termes.set(cle, { ...deja, role, generique });
		i += longueur;
	}
	return [...termes.values()];
};
