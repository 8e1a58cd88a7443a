import { ficheDuBloc, lireCode } from '../code.ts';
import { replierMot } from '../texte/mots-outils.ts';
import { ETATS } from '../vocabulaire.ts';
import { accord, ensemble, motsDe, motsDemandes, racinePourMoteur, separer } from './mots.ts';
import { GENRES, type Genre, MOTS_COMPARAISON, MOTS_TITRE } from './notice.ts';
import { absents, type Equivalent, equivalents, estSigle, type Vocabulaire, voisins } from './vocabulaire.ts';

export interface NoticeLue {
	url: string;
	/** Words by which it is found. */
	contenu: string;
	libelle: string;
	situation: string;
	etat?: string | undefined;
	annee?: string | undefined;
	statut?: string | undefined;
	/** Official text, one paragraph a line. */
	texte?: string | undefined;
}

/** A result whose kind is known before it is loaded. */
export interface Candidat {
	id: string;
	genre: Genre;
	lire: () => Promise<NoticeLue>;
}

/** Search engine: finds candidates for a query. It may return false ones, which are checked after loading. */
export type Moteur = (termes: string) => Promise<Candidat[]>;

export interface Groupe {
	genre: Genre;
	notices: NoticeLue[];
	/** Candidates that are not loaded yet. */
	reste: Candidat[];
	mots: string[];
	/** Loading the next ones failed. */
	panne?: boolean;
}

/** Results of a search, with every change made to the query. */
export interface Reponse {
	groupes: Groupe[];
	/** Words that are nowhere in the catalogue. */
	absents: string[];
	/** Words of the catalogue that were ignored to get results. */
	barres: string[];
	/** Other choices of words to ignore that also give results. */
	autresBarres: { barres: string[]; demande: string }[];
	/** Queries to try instead of a word that is nowhere. */
	corrections: { mot: string; demande: string }[];
	/** The phrase of the query that was replaced by a synonym of the lexicon. */
	equivalent?: Equivalent | undefined;
	/** The code of a bloc that is nowhere, and that of its fiche, which the results have. */
	fiche?: { bloc: string; fiche: string } | undefined;
}

/** Number of results loaded at once. Sections of texts are long, and titles are ranked before they are shown. */
const PAS: Record<Genre, number> = {
	Titres: 16,
	Blocs: 8,
	Compétences: 10,
	Épreuves: 5,
	Textes: 3,
	'Guides et outils': 5,
	Glossaire: 5,
	Comparaisons: 8,
};
/** Maximum number of characters of a query that are read, then of words; the page says if characters were left out. */
export const SIGNES_LUS = 200;
export const MOTS_LUS = 12;
/** Maximum number of queries tried with some words ignored. */
const ESSAIS = 24;

/**
 * Answers a query: results with all its words or, failing that, the nearest ones, with what was changed.
 * @param vocabulaire loaded only if nothing has all the words
 */
export async function chercher(
	saisie: string,
	moteur: Moteur,
	vocabulaire: () => Promise<Vocabulaire>,
): Promise<Reponse> {
	const rien: Reponse = { groupes: [], absents: [], barres: [], autresBarres: [], corrections: [] };
	const mots = motsDemandes(saisie).slice(0, MOTS_LUS);
	const separes = separer(mots);
	const code = lireCode(saisie);
	const { valeur = '', millesime } = code ?? {};
	const codes = code ? [...(millesime ? [motsDe(`${valeur} ${millesime}`)] : []), motsDe(valeur)] : [];
	for (const demande of [...codes, mots, ...(separes.length > mots.length ? [separes] : [])]) {
		const groupes = await grouper(demande, moteur);
		if (groupes.length) return { ...rien, groupes };
	}
	if (code?.type === 'bloc') {
		const fiche = ficheDuBloc(valeur);
		const groupes = await grouper(motsDe(fiche), moteur);
		if (groupes.length) return { ...rien, groupes, fiche: { bloc: valeur, fiche } };
	}
	const connu = await vocabulaire();
	const inconnus = absents(mots, connu);
	const corrections = inconnus.flatMap((mot) =>
		voisins(mot, connu).map((voisin) => ({
			mot: voisin,
			demande: mots.map((autre) => (autre === mot ? voisin : autre)).join(' '),
		})),
	);
	for (const equivalent of equivalents(mots, connu)) {
		const groupes = await grouper(equivalent.mots, moteur);
		if (groupes.length) return { ...rien, groupes, absents: inconnus, equivalent };
	}
	const presents = mots.filter((mot) => !inconnus.includes(mot));
	const dit = { ...rien, absents: inconnus, corrections };
	// A lone digit is too vague: « bac +2 » would find everything that has a 2.
	if (presents.every((mot) => /^\d{1,2}$/.test(mot))) return dit;
	const groupes = inconnus.length ? await grouper(presents, moteur) : [];
	return groupes.length ? { ...dit, groupes } : { ...dit, ...(await barrer(presents, moteur, connu)) };
}

/**
 * Results for as many words as possible, when nothing has all of them. Preferred are, in this order, queries that keep
 * the sigles, those that name a result, those that find more than guides, and those with the fewest results.
 */
async function barrer(mots: readonly string[], moteur: Moteur, connu: Vocabulaire): Promise<Partial<Reponse>> {
	const sigles = (gardes: readonly string[]) => gardes.filter((mot) => estSigle(mot, connu)).length;
	let essais = 0;
	let demandes: string[][] = [[...mots]];
	while (demandes[0] && demandes[0].length > 1 && essais < ESSAIS) {
		const suivantes = new Map(
			demandes
				.flatMap((demande) => demande.map((_, i) => demande.toSpliced(i, 1)))
				.map((demande) => [demande.join(' '), demande]),
		);
		demandes = [...suivantes.values()].slice(0, ESSAIS - essais);
		essais += demandes.length;
		const reponses = await Promise.all(
			demandes.map(async (gardes) => ({ gardes, groupes: await grouper(gardes, moteur) })),
		);
		const [meilleure, ...autres] = reponses
			.filter(({ groupes }) => groupes.length)
			.sort(
				(a, b) =>
					sigles(b.gardes) - sigles(a.gardes) ||
					premier(b) - premier(a) ||
					parChance(a.groupes) - parChance(b.groupes) ||
					compter(a.groupes).nombre - compter(b.groupes).nombre,
			);
		if (meilleure)
			return {
				groupes: meilleure.groupes,
				barres: prives(mots, meilleure.gardes),
				autresBarres: autres
					.slice(0, 2)
					.map(({ gardes }) => ({ barres: prives(mots, gardes), demande: gardes.join(' ') })),
			};
	}
	return {};
}

const premier = ({ gardes, groupes }: { gardes: readonly string[]; groupes: readonly Groupe[] }): number =>
	Math.max(...groupes.map((groupe) => priorite(groupe, gardes)));

/** 1 if only guides match: they are long, and have most words by chance. */
const parChance = (groupes: readonly Groupe[]): number =>
	Number(groupes.every(({ genre }) => genre === 'Guides et outils'));

const prives = (mots: readonly string[], gardes: readonly string[]): string[] =>
	mots.filter((mot) => !gardes.includes(mot));

/** Number of results. `environ`: some are not loaded yet and may turn out not to match. */
export const compter = (groupes: readonly Groupe[]): { nombre: number; environ: boolean } => ({
	nombre: groupes.reduce((somme, { notices, reste }) => somme + notices.length + reste.length, 0),
	environ: groupes.some(({ reste }) => reste.length > 0),
});

/**
 * Query words that any result of a kind answers, whether or not its record has them: they would weigh on the index, and
 * match the whole kind. The other words of the query select the results.
 */
const COMMUNS: readonly [Genre, string][] = [
	['Titres', MOTS_TITRE],
	['Blocs', 'bloc'],
	['Compétences', 'compétence'],
	['Comparaisons', MOTS_COMPARAISON],
];

async function grouper(mots: readonly string[], moteur: Moteur): Promise<Groupe[]> {
	if (!mots.length) return [];
	const demandes = new Map<Genre, { mots: string[]; reste: Candidat[] }>();
	const demander = async (genres: readonly Genre[], gardes: readonly string[]) => {
		const parGenre = Map.groupBy(await trouver(gardes, moteur), ({ genre }) => genre);
		for (const genre of genres) demandes.set(genre, { mots: [...gardes], reste: parGenre.get(genre) ?? [] });
	};
	await demander(GENRES, mots);
	for (const [genre, communs] of COMMUNS) {
		const propres = mots.filter((mot) => accord(mot, ensemble(communs)) < 2);
		if (propres.length && propres.length < mots.length) await demander([genre], propres);
	}
	const groupes = await Promise.all([...demandes].map(([genre, demande]) => suite({ genre, notices: [], ...demande })));
	return groupes.filter(({ notices }) => notices.length).sort((a, b) => priorite(b, mots) - priorite(a, mots));
}

/** Asks the engine twice, since it may miss a word by its root, and the word's other forms by the word itself. */
async function trouver(mots: readonly string[], moteur: Moteur): Promise<Candidat[]> {
	const demandes = new Set([replierMot, racinePourMoteur].map((ecrire) => mots.map(ecrire).join(' ')));
	const trouves = (await Promise.all([...demandes].map(moteur))).flat();
	return [...new Map(trouves.map((candidat) => [candidat.id, candidat])).values()];
}

/**
 * Groups whose first result has exactly the name asked for come first, then comparisons if the query asks for one. Groups
 * that match only by the beginnings of words come last.
 */
function priorite({ notices: [premiere], mots, genre }: Groupe, demande: readonly string[]): number {
	if (!premiere) return -2;
	if (genre === 'Titres' && estNomme(premiere, mots)) return 3;
	if (memeNom(premiere.libelle, demande)) return 2;
	if (moindre(premiere.contenu, mots) < 2) return -1;
	return genre === 'Comparaisons' && mots.length < demande.length ? 1 : 0;
}

/** Whether a title is asked for by its name: « TSSR », « TSSR 2018 ». */
const estNomme = ({ libelle }: NoticeLue, mots: readonly string[]): boolean => {
	const nom = ensemble(libelle.split(',')[0] ?? '');
	return mots.every((mot) => nom.has(replierMot(mot)));
};

const memeNom = (libelle: string, mots: readonly string[]): boolean => {
	const siens = motsDe(libelle);
	const nom = ensemble(libelle);
	return siens.length === mots.length && mots.every((mot) => accord(mot, nom) > 1);
};

/** Weakest match of the words of a query in a text. */
function moindre(texte: string, mots: readonly string[]): number {
	const siens = ensemble(texte);
	return Math.min(...mots.map((mot) => accord(mot, siens)));
}

/** Loads the next results of a kind, and appends those that match, ranked. */
export async function suite(groupe: Groupe): Promise<Groupe> {
	const pas = PAS[groupe.genre];
	let reste = groupe.reste;
	let bonnes: NoticeLue[] = [];
	// Pagefind matches stems and prefixes, so a whole page may not match: try one more.
	for (let essai = 0; essai < 2 && reste.length && !bonnes.length; essai++) {
		const lues = await Promise.all(reste.slice(0, pas).map((candidat) => candidat.lire()));
		bonnes = classer(lues, groupe.mots);
		reste = reste.slice(pas);
	}
	return { ...groupe, panne: false, notices: [...groupe.notices, ...bonnes], reste: bonnes.length ? reste : [] };
}

/**
 * Keeps the results that have all the words, ranked: the name asked for first, then exact words, then names that consist
 * of these words only (« conseiller de vente » before « conseiller de vente à distance »), then those in force, then the
 * newest.
 */
export function classer(notices: readonly NoticeLue[], mots: readonly string[]): NoticeLue[] {
	const demandes = ensemble(mots.join(' '));
	const nommee = (libelle: string) =>
		motsDe(libelle).every((mot) => /^\d{4}$/.test(mot) || accord(mot, demandes) === 3);
	return notices
		.map((notice) => ({
			notice,
			note: [
				Math.min(1, moindre(notice.contenu, mots)),
				memeNom(notice.libelle, mots) ? 1 : 0,
				moindre(notice.contenu, mots),
				moindre(notice.libelle, mots),
				nommee(notice.libelle) ? 1 : 0,
				notice.statut === ETATS['en-vigueur'] ? 1 : 0,
				Number(notice.annee ?? 0),
			],
		}))
		.filter(({ note: [accorde = 0] }) => accorde > 0)
		.sort((a, b) => a.note.reduce((ecart, n, i) => ecart || (b.note[i] ?? 0) - n, 0))
		.map(({ notice }) => notice);
}
