import { adresse } from '../adresse.ts';
import { enLettres, veille } from '../date.ts';
import { direDuree, dureeDe } from '../epreuve.ts';
import { etatEnBref } from '../etat.ts';
import { A_VERIFIER, estDouteux, reserveBreve } from '../fait.ts';
import { profondeurEnBref } from '../profondeur.ts';
import { corpsDe, type Prose, type Section, sectionsDe } from '../prose.ts';
import { avecArticle } from '../texte/phrase.ts';
import { type Bloc, nomBloc, nomTitre, nomVersion, titreVersion, type Version } from '../version.ts';
import { ETATS } from '../vocabulaire.ts';
import { eclaircir } from './mots.ts';

/** One thing that can be found: what is searched, what filters it, what a result says of it. */
export interface Notice {
	url: string;
	contenu: string;
	filtres: { genre: Genre; titre?: string; statut?: string };
	/** `texte` is a section of an official text as it is printed, a line for each paragraph: excerpts are taken from it. */
	dit: { libelle: string; situation: string; etat?: string; annee?: string; texte?: string };
}

/** Kinds of results, in the order in which they are shown. */
export const GENRES = [
	'Titres',
	'Blocs',
	'Compétences',
	'Épreuves',
	'Textes',
	'Guides et outils',
	'Glossaire',
	'Comparaisons',
] as const;
export type Genre = (typeof GENRES)[number];

const LETTRES = 'abcdefgh';

/** The letter that ends the name of a record in the index, so that its kind is known before it is read. */
export const lettreDuGenre = (genre: Genre): string => LETTRES[GENRES.indexOf(genre)] ?? '';

/** The kind of a record by its name in the index. */
export const genreDuNom = (nom: string): Genre | undefined => GENRES[LETTRES.indexOf(nom.at(-1) ?? '-')];

/** A page of ours that can be found: a guide or a term. */
export interface PageCherchable {
	url: string;
	titre: string;
	texte: string;
	/** What a result says of it, in a sentence. */
	resume: string;
}

/** Things to find beside the versions themselves. */
interface Alentours {
	guides?: readonly PageCherchable[];
	termes?: readonly PageCherchable[];
	/** Official text by id of version, each section with its anchor on the page of the version. */
	textes?: ReadonlyMap<string, Prose<Section & { id: string }>>;
	/** Comparisons that have a page. */
	paires?: readonly { de: string; vers: string }[];
}

/** Words that ask for a comparison, beside the titles to compare. */
export const MOTS_COMPARAISON = 'comparer comparaison comparatif différence évolution';

/** Words that ask for the exam of a title. */
const MOTS_EPREUVE = 'épreuves examen session jury durée modalités';

/** Records of a catalogue: titles, labels, the words of official texts, guides, terms and comparisons. */
export function noticesDe(
	versions: readonly Version[],
	{ guides = [], termes = [], textes, paires = [] }: Alentours = {},
): Notice[] {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const notice = (
		url: string,
		genre: Genre,
		libelle: string,
		contenu: string,
		situation: string,
		version?: Version,
	) => ({
		url,
		contenu: eclaircir(contenu),
		dit: { libelle, situation, ...(version && { etat: etatEnBref(version, parId), annee: version.annee }) },
		filtres: { genre, ...(version && { titre: nomTitre(version), statut: ETATS[version.etat.cle] }) },
	});
	return [
		...versions.map((v) =>
			notice(
				adresse.titre(v.id),
				'Titres',
				titreVersion(v),
				[
					nomVersion(v),
					v.usuel,
					...v.codes.map((c) => c.valeur),
					...v.rome.map((r) => `${r.valeur} ${r.libelle ?? ''}`),
					...v.nsf.map(({ valeur }) => `NSF ${valeur} ${valeur.slice(0, 3)}`),
					v.etat.cle === 'en-vigueur' ? 'en vigueur' : '',
					...joursDe(v),
				].join(' '),
				profondeurEnBref(v),
				v,
			),
		),
		...versions.flatMap((v) =>
			v.blocs.map((b) =>
				notice(
					adresse.titre(b.id),
					'Blocs',
					b.usuel,
					`${b.usuel} ${nomBloc(b)} ${nomVersion(v)} ${b.code?.valeur ?? ''}`,
					`${nomVersion(v)}, ${nomBloc(b)}${reserve(b)}`,
					v,
				),
			),
		),
		...versions.flatMap((v) =>
			v.blocs.flatMap((b) =>
				b.competences.map((c) =>
					notice(
						adresse.titre(c.id),
						'Compétences',
						c.libelle,
						`${c.libelle} ${nomVersion(v)}`,
						`${nomVersion(v)}, ${nomBloc(b)}${reserve(b)}`,
						v,
					),
				),
			),
		),
		...versions
			.filter(({ epreuves = [] }) => epreuves.length)
			.map((v) =>
				notice(
					`${adresse.titre(v.id)}#epreuves`,
					'Épreuves',
					`Épreuves ${avecArticle('du', nomVersion(v))}`,
					`${motsDistincts(`${MOTS_EPREUVE} ${nomsDesModalites(v)}`)} ${nomVersion(v)}`,
					dureeEnBref(v),
					v,
				),
			),
		...versions.flatMap((v) =>
			sectionsDe(textes?.get(v.id) ?? { avant: [], apres: [] }).map((section) => {
				const texte = corpsDe(section).join('\n');
				const dite = notice(
					`${adresse.titre(v.id)}#${section.id}`,
					'Textes',
					section.titre || `Début du texte ${avecArticle('du', nomVersion(v))}`,
					`${motsDistincts(`${section.titre} ${texte}`)} ${nomVersion(v)}`,
					`${nomVersion(v)}, texte officiel`,
					v,
				);
				return { ...dite, dit: { ...dite.dit, texte } };
			}),
		),
		...guides.map((g) => notice(g.url, 'Guides et outils', g.titre, `${g.titre} ${motsDistincts(g.texte)}`, g.resume)),
		...termes.map((t) => notice(t.url, 'Glossaire', t.titre, `${t.titre} ${motsDistincts(t.texte)}`, t.resume)),
		...paires.flatMap(({ de, vers }) => {
			const [a, b] = [parId.get(de), parId.get(vers)];
			if (!a || !b) return [];
			const noms = `${nomVersion(a)} et ${nomVersion(b)}`;
			const contenu = `${MOTS_COMPARAISON} ${noms}`;
			return notice(adresse.comparaison(de, vers), 'Comparaisons', `Comparer ${noms}`, contenu, '');
		}),
	];
}

const nomsDesModalites = ({ epreuves = [] }: Version): string =>
	epreuves
		.flatMap(({ modalites }) => modalites.flatMap(({ nom, parties }) => [nom, ...parties.map((p) => p.nom)]))
		.join(' ');

/** « 7 h en tout, à vérifier »; nothing where no source says how long the session of the title lasts. */
function dureeEnBref({ epreuves = [], sources }: Version): string {
	const epreuve = epreuves.find(({ pour }) => pour === 'titre');
	if (!epreuve) return '';
	const minutes = dureeDe(epreuve);
	if (minutes === undefined) return '';
	return `${direDuree(minutes)} en tout${reserveBreve(estDouteux(epreuve.source, sources))}`;
}

/** The days that a page of a version says: its first one, its last one, and the one that follows. */
const joursDe = ({ debut, fin }: Version): string[] =>
	[debut?.valeur, ...(fin ? [veille(fin.valeur), fin.valeur] : [])].flatMap((jour) => (jour ? enLettres(jour) : []));

const reserve = ({ certitude }: Bloc): string => (certitude === 'secondaire' ? ` (libellé ${A_VERIFIER})` : '');

/**
 * The words of a long text, each once: it is found by any of them, and where they stand in it, which is most of what
 * an index weighs, no result shows.
 */
const motsDistincts = (texte: string): string =>
	[
		...new Set(
			eclaircir(texte)
				.toLowerCase()
				.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu),
		),
	].join(' ');
