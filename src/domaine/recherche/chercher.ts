import { lireCode } from '../code.ts';
import { replierMot } from '../texte/mots-outils.ts';
import { ETATS } from '../vocabulaire.ts';
import { accord, ensemble, motsDe } from './mots.ts';
import { GENRES, type Genre, MOTS_COMPARAISON } from './notice.ts';
import { absents, type Equivalent, equivalents, type Vocabulaire, voisins } from './vocabulaire.ts';

/** A record as a search finds it. */
export interface NoticeLue {
	url: string;
	/** The words by which it is found. */
	contenu: string;
	libelle: string;
	situation: string;
	etat?: string | undefined;
	/** Of its version. */
	annee?: string | undefined;
	statut?: string | undefined;
	/** Official text as printed, a line for each paragraph. */
	texte?: string | undefined;
}

/** A record that may answer: its kind is known before it is read. */
export interface Candidat {
	genre: Genre;
	lire: () => Promise<NoticeLue>;
}

/** Finds the records that may have all the words; it may be wrong, and what it finds is checked. */
export type Moteur = (termes: string) => Promise<Candidat[]>;

export interface Groupe {
	genre: Genre;
	notices: NoticeLue[];
	/** Those that are not read yet. */
	reste: Candidat[];
	mots: string[];
	/** The next ones could not be read. */
	panne?: boolean;
}

/** Answers of a search, and every change that it made to the query. */
export interface Reponse {
	groupes: Groupe[];
	/** Words that stand nowhere in the catalogue. */
	absents: string[];
	/** Words of the catalogue that were left out so that something answers the others. */
	barres: string[];
	/** Other choices of words to leave out, which have results too. */
	autresBarres: { barres: string[]; demande: string }[];
	/** Queries to try in the place of a word that stands nowhere. */
	corrections: { mot: string; demande: string }[];
	/** The words of the lexicon that answered in the place of others. */
	equivalent?: Equivalent | undefined;
}

/** Records read at once. Sections of texts weigh more than labels, and titles are ranked before they are shown. */
const PAS: Record<Genre, number> = {
	Titres: 20,
	Blocs: 10,
	Compétences: 12,
	Épreuves: 5,
	Textes: 4,
	'Guides et outils': 5,
	Glossaire: 5,
	Comparaisons: 8,
};
/** Words of a query that are read; the next ones are left out. */
export const MOTS_LUS = 12;
/** Queries with a word left out that are tried. */
const ESSAIS = 24;

/**
 * Answers a query: what has all its words, or else what comes nearest, never without saying so.
 * @param vocabulaire read only where nothing has all the words
 */
export async function chercher(
	saisie: string,
	moteur: Moteur,
	vocabulaire: () => Promise<Vocabulaire>,
): Promise<Reponse> {
	const rien: Reponse = { groupes: [], absents: [], barres: [], autresBarres: [], corrections: [] };
	const mots = motsDe(saisie).slice(0, MOTS_LUS);
	const code = lireCode(saisie)?.valeur;
	for (const demande of code ? [motsDe(code), mots] : [mots]) {
		const groupes = await grouper(demande, moteur);
		if (groupes.length) return { ...rien, groupes };
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
	if (!presents.length) return dit;
	const groupes = inconnus.length ? await grouper(presents, moteur) : [];
	return groupes.length ? { ...dit, groupes } : { ...dit, ...(await barrer(presents, moteur)) };
}

/** Answers to most of the words, where nothing answers them all; the most precise first. */
async function barrer(mots: readonly string[], moteur: Moteur): Promise<Partial<Reponse>> {
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
			.sort((a, b) => compter(a.groupes).nombre - compter(b.groupes).nombre);
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

const prives = (mots: readonly string[], gardes: readonly string[]): string[] =>
	mots.filter((mot) => !gardes.includes(mot));

/** Number of results: those that were read, plus those that were not, of which some may not answer. */
export const compter = (groupes: readonly Groupe[]): { nombre: number; environ: boolean } => ({
	nombre: groupes.reduce((somme, { notices, reste }) => somme + notices.length + reste.length, 0),
	environ: groupes.some(({ reste }) => reste.length > 0),
});

async function grouper(mots: readonly string[], moteur: Moteur): Promise<Groupe[]> {
	if (!mots.length) return [];
	// Without accents, which the engine reads and ranks by: the same words are to have the same answer.
	const parGenre = Map.groupBy(await moteur(mots.map(replierMot).join(' ')), ({ genre }) => genre);
	const groupes = await Promise.all(
		GENRES.map((genre) => suite({ genre, notices: [], reste: parGenre.get(genre) ?? [], mots: [...mots] })),
	);
	const trouves = groupes.filter(({ notices }) => notices.length);
	return trouves.sort((a, b) => priorite(b) - priorite(a));
}

/** The very name that was asked for comes first, whatever its kind, and a comparison where one is asked for. */
function priorite({ notices: [premiere], mots, genre }: Groupe): number {
	if (premiere && genre === 'Titres' && estNomme(premiere, mots)) return 3;
	if (premiere && memeNom(premiere.libelle, mots)) return 2;
	return genre === 'Comparaisons' && mots.some((mot) => accord(mot, ensemble(MOTS_COMPARAISON)) > 1) ? 1 : 0;
}

/** Whether a title is asked for by its name: « TSSR », « TSSR 2018 ». */
const estNomme = ({ libelle }: NoticeLue, mots: readonly string[]): boolean => {
	const nom = ensemble(libelle.split(',')[0] ?? '');
	return mots.every((mot) => nom.has(replierMot(mot)));
};

const memeNom = (libelle: string, mots: readonly string[]): boolean => {
	const siens = motsDe(libelle);
	const nom = ensemble(libelle);
	return siens.length === mots.length && mots.every((mot) => accord(mot, nom) === 3);
};

/** The next results of a kind, ranked among themselves, after those that are shown. */
export async function suite(groupe: Groupe): Promise<Groupe> {
	const pas = PAS[groupe.genre];
	let reste = groupe.reste;
	let bonnes: NoticeLue[] = [];
	// Pagefind shortens words and finds their beginnings: look one page further for real answers.
	for (let essai = 0; essai < 2 && reste.length && !bonnes.length; essai++) {
		const lues = await Promise.all(reste.slice(0, pas).map((candidat) => candidat.lire()));
		bonnes = classer(lues, groupe.mots);
		reste = reste.slice(pas);
	}
	return { ...groupe, panne: false, notices: [...groupe.notices, ...bonnes], reste: bonnes.length ? reste : [] };
}

/**
 * Records that have all the words: those that have them as they are written first, then those of which they are the
 * whole name (« conseiller de vente » before « conseiller de vente à distance »), then those in force.
 */
export function classer(notices: readonly NoticeLue[], mots: readonly string[]): NoticeLue[] {
	const demandes = ensemble(mots.join(' '));
	const nommee = (libelle: string) =>
		motsDe(libelle).every((mot) => /^\d{4}$/.test(mot) || accord(mot, demandes) === 3);
	const moindre = (texte: string) => {
		const siens = ensemble(texte);
		return Math.min(...mots.map((mot) => accord(mot, siens)));
	};
	return notices
		.map((notice) => ({
			notice,
			note: [
				moindre(notice.contenu),
				moindre(notice.libelle),
				nommee(notice.libelle) ? 1 : 0,
				notice.statut === ETATS['en-vigueur'] ? 1 : 0,
				Number(notice.annee ?? 0),
			],
		}))
		.filter(({ note: [accorde = 0] }) => accorde > 0)
		.sort((a, b) => a.note.reduce((ecart, n, i) => ecart || (b.note[i] ?? 0) - n, 0))
		.map(({ notice }) => notice);
}
