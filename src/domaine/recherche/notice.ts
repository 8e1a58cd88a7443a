import { adresse } from '../adresse.ts';
import { enLettres, veille } from '../date.ts';
import { direDuree, dureeDe } from '../epreuve.ts';
import { etatEnBref } from '../etat.ts';
import { A_VERIFIER, estDouteux, reserveBreve } from '../fait.ts';
import { profondeurEnBref } from '../profondeur.ts';
import { corpsDe, type Prose, type Section, sectionsDe } from '../prose.ts';
import { estMotOutil } from '../texte/mots-outils.ts';
import { avecArticle } from '../texte/phrase.ts';
import { type Bloc, nomBloc, nomTitre, nomVersion, titreVersion, type Version } from '../version.ts';
import { ETATS } from '../vocabulaire.ts';
import { eclaircir } from './mots.ts';

/** A record of the search index: searched text (`contenu`), filters, and what a result shows (`dit`). */
export interface Notice {
	url: string;
	contenu: string;
	filtres: { genre: Genre; titre?: string; statut?: string };
	/** `texte` is a section of an official text, one paragraph a line, from which excerpts are taken. */
	dit: { libelle: string; situation: string; etat?: string; annee?: string; texte?: string };
}

/** Kinds of results, in display order. */
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

/** Suffix of the name of a record in the index: tells its kind before it is loaded. */
export const lettreDuGenre = (genre: Genre): string => LETTRES[GENRES.indexOf(genre)] ?? '';

/** Kind of a record, from its name in the index. */
export const genreDuNom = (nom: string): Genre | undefined => GENRES[LETTRES.indexOf(nom.at(-1) ?? '-')];

/** A guide or a glossary term, for the search index. */
export interface PageCherchable {
	url: string;
	titre: string;
	texte: string;
	/** Sentence shown in the result. */
	resume: string;
}

/** Searchable things other than versions. */
interface Alentours {
	guides?: readonly PageCherchable[];
	termes?: readonly PageCherchable[];
	/** Official text by version id. Each section has its anchor on the page of the version. */
	textes?: ReadonlyMap<string, Prose<Section & { id: string }>>;
	/** Comparisons that have a page. */
	paires?: readonly { de: string; vers: string }[];
}

/** Query words that ask for a comparison. */
export const MOTS_COMPARAISON =
	'comparer comparaison comparatif différence évolution équivalence correspondance passer passerelle devenir devient';

/** Query words that ask for what every page of a version says, or only that a title is meant. */
export const MOTS_TITRE =
	'titre diplôme certification formation passer obtenir version référentiel contenu blocs CCP compétences niveau date début fin validité valable valide échéance actuel aujourd’hui remplacer remplacement successeur';

/** Query words that ask for the exam of a title. */
const MOTS_EPREUVE = 'épreuves examen session jury durée modalités';

/** Search records of a catalogue, grouped by kind. */
export function noticesDe(
	versions: readonly Version[],
	{ guides = [], termes = [], textes, paires = [] }: Alentours = {},
): Notice[] {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const noticeDe =
		(version?: Version) =>
		(genre: Genre, url: string, libelle: string, contenu: string, situation: string): Notice => ({
			url,
			contenu: contenu.trim(),
			dit: { libelle, situation, ...(version && { etat: etatEnBref(version, parId), annee: version.annee }) },
			filtres: { genre, ...(version && { titre: nomTitre(version), statut: ETATS[version.etat.cle] }) },
		});
	const autre = noticeDe();
	const toutes = [
		...versions.flatMap((v) => noticesDeVersion(v, textes?.get(v.id), noticeDe(v))),
		...guides.map((g) =>
			autre('Guides et outils', g.url, g.titre, `${eclaircir(g.titre)} ${motsDistincts(g.texte)}`, g.resume),
		),
		...termes.map((t) =>
			autre('Glossaire', t.url, t.titre, `${eclaircir(t.titre)} ${motsDistincts(t.texte)}`, t.resume),
		),
		...paires.flatMap(({ de, vers }) => {
			const [a, b] = [parId.get(de), parId.get(vers)];
			if (!a || !b) return [];
			const noms = `${nomVersion(a)} et ${nomVersion(b)}`;
			const notice = autre('Comparaisons', adresse.comparaison(de, vers), `Comparer ${noms}`, eclaircir(noms), '');
			return { ...notice, dit: { ...notice.dit, annee: b.annee } };
		}),
	];
	return GENRES.flatMap((genre) => toutes.filter(({ filtres }) => filtres.genre === genre));
}

/** Records of one version: itself, its blocs, their competences, its exams, and the sections of its text. */
function noticesDeVersion(
	v: Version,
	prose: Prose<Section & { id: string }> = { avant: [], apres: [] },
	notice: (genre: Genre, url: string, libelle: string, contenu: string, situation: string) => Notice,
): Notice[] {
	const [nom, page] = [nomVersion(v), adresse.titre(v.id)];
	const mots = [
		nom,
		v.usuel,
		...v.codes.map((c) => c.valeur),
		...v.rome.map((r) => `${r.valeur} ${r.libelle ?? ''}`),
		...v.nsf.map(({ valeur }) => `NSF ${valeur} ${valeur.slice(0, 3)}`),
		v.niveau?.valeur ?? '',
		v.etat.cle === 'en-vigueur' ? 'en vigueur' : '',
		...joursDe(v),
	];
	// Without numbers: days and ranks in a remark would pass for dates of the version and ranks of its blocs.
	const remarques = motsDistincts(v.remarques.map(({ valeur }) => valeur.replace(/\S*\d\S*/gu, ' ')).join(' '));
	const motsDesEpreuves = motsDistincts(`${MOTS_EPREUVE} ${nomsDesModalites(v)}`);
	return [
		notice('Titres', page, titreVersion(v), `${eclaircir(mots.join(' '))} ${remarques}`, profondeurEnBref(v)),
		...v.blocs.flatMap((b) => {
			const place = `${nom}, ${nomBloc(b)}${reserve(b)}`;
			const contenu = eclaircir(`${b.usuel} ${nomBloc(b)} ${nom} ${b.code?.valeur ?? ''}`);
			return [
				notice('Blocs', adresse.titre(b.id), b.usuel, contenu, place),
				...b.competences.map(({ id, libelle }) =>
					notice('Compétences', adresse.titre(id), libelle, eclaircir(`${libelle} ${nom}`), place),
				),
			];
		}),
		...v.transversales.map((t) =>
			notice(
				'Compétences',
				adresse.element(t.id),
				t.libelle,
				eclaircir(`${t.libelle} transversale ${nom}`),
				`${nom}, compétence transversale${reserve(t)}`,
			),
		),
		...(v.epreuves?.length
			? [
					notice(
						'Épreuves',
						`${page}#epreuves`,
						`Épreuves ${avecArticle('du', nom)}`,
						`${motsDesEpreuves} ${eclaircir(nom)}`,
						dureeEnBref(v),
					),
				]
			: []),
		...sectionsDe(prose).map((section) => {
			const texte = corpsDe(section).join('\n');
			const contenu = `${motsDistincts(`${section.titre} ${texte}`)} ${eclaircir(nom)}`;
			const titre = section.titre || `Début du texte ${avecArticle('du', nom)}`;
			const { dit, ...dite } = notice('Textes', `${page}#${section.id}`, titre, contenu, `${nom}, texte officiel`);
			return { ...dite, dit: { ...dit, texte } };
		}),
	];
}

const nomsDesModalites = ({ epreuves = [] }: Version): string =>
	epreuves
		.flatMap(({ modalites }) => modalites.flatMap(({ nom, parties }) => [nom, ...parties.map((p) => p.nom)]))
		.join(' ');

/** « 7 h en tout, à vérifier »; empty if no source gives the duration of the title's exam. */
function dureeEnBref({ epreuves = [], sources }: Version): string {
	const epreuve = epreuves.find(({ pour }) => pour === 'titre');
	if (!epreuve) return '';
	const minutes = dureeDe(epreuve);
	if (minutes === undefined) return '';
	return `${direDuree(minutes)} en tout${reserveBreve(estDouteux(epreuve.source, sources))}`;
}

/** Dates printed on the page of a version: first day, last day, and first day out of force. */
const joursDe = ({ debut, fin }: Version): string[] =>
	[debut?.valeur, ...(fin ? [veille(fin.valeur), fin.valeur] : [])].flatMap((jour) => (jour ? enLettres(jour) : []));

const reserve = ({ certitude }: Pick<Bloc, 'certitude'>): string =>
	certitude === 'secondaire' ? ` (libellé ${A_VERIFIER})` : '';

/** Distinct words of a long text. Positions of words would be most of the index, and results do not use them. */
const motsDistincts = (texte: string): string =>
	[
		...new Set(
			eclaircir(texte)
				.toLowerCase()
				.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu),
		),
	]
		.filter((mot) => !estMotOutil(mot))
		.join(' ');
