import { memeLibelle } from '../domaine/texte/normaliser.ts';
import type { TypeBloc } from '../schemas/bloc.ts';
import { ouvertureNommee } from './activite.ts';
import type { Doute } from './bloc.ts';
import { lireDate, lireDateBarree } from './champ.ts';
import { commenceEnCapitale, commenceEnMinuscule, NUMERO_ABREGE, replier, resteEnSuspens } from './signe.ts';
import { type Cellule, cellulesDe, type Tableau, texteDeCellule } from './tableau.ts';

/** A bloc as a cell of the table names it, without « CCP – ». */
export type BlocNomme = { type?: TypeBloc; intitule: string };

/** One link of the map, before its blocs are identified. `vers: []` is « Néant ». */
export type LienLu = { de: BlocNomme[]; vers: BlocNomme[]; ligne: number };

/** Table of an arrêté that says which new blocs the holders of old ones are deemed to hold. */
export type CorrespondanceLue = {
	/** Article printed above the table: « Article 3 bis ». */
	article: string;
	/** Headers of its two columns. */
	de: string;
	vers: string;
	liens: LienLu[];
	/** Links that the table does not state clearly. */
	doutes: Doute[];
	ligne: number;
};

const CONTEXTE = /réput|correspond|équivalen|titulaires? d[eu]s? (?:anciens?|certificats?)/iu;
const ANCIEN = /\bancien|ant[ée]rieur|pr[ée]c[ée]dent/iu;
const NOUVEAU = /\bnouveau|\bnouvelle|pr[ée]sent\s+arr[êe]t[ée]|r[ée]vis/iu;

/** One side of the table: its header, and its cells in a row. */
type Cote = { texte: string; cellules: (rangee: Rangee) => Cellule[] };
type Rangee = readonly (Cellule | undefined)[];

const parle = (cellule: Cellule | undefined): boolean => /[\p{L}\p{N}]/u.test(texteDeCellule(cellule));

/** Rows of the map, without a title across the table and without columns of arrows or empty columns. */
const rangeesUtiles = ({ grille }: Tableau): Rangee[] => {
	const titres = grille.findIndex((r) => new Set(r).size > 1);
	const rangees = grille.slice(Math.max(0, titres));
	const muettes = new Set((rangees[0] ?? []).flatMap((_, k) => (rangees.some((r) => parle(r[k])) ? [] : [k])));
	return muettes.size === 0 ? rangees : rangees.map((r) => r.filter((_, k) => !muettes.has(k)));
};

/** The two sides of a table of correspondences, by the words of its headers; undefined if it is another table. */
const cotes = (tete: Rangee, contexte: string): { de: Cote; vers: Cote; sur: boolean } | undefined => {
	const distinctes = [...new Set(tete)].filter((c): c is Cellule => c !== undefined);
	const [premiere, seconde] = distinctes;
	if (distinctes.length !== 2 || !premiere || !seconde) return undefined;
	const bord = tete.indexOf(seconde);
	// If « CCP 1 » has its own column, the title of the bloc is in the next one.
	const cote = (tete: Cellule, debut: number, fin?: number): Cote => ({
		texte: texteDeCellule(tete),
		cellules: (rangee) => {
			const ici = [...new Set(rangee.slice(debut, fin))].filter(parle);
			const titres = ici.filter((c) => !RANG.test(texteDeCellule(c)));
			return (titres.length > 0 ? titres : ici) as Cellule[];
		},
	});
	const [gauche, droite] = [cote(premiere, 0, bord), cote(seconde, bord)];
	const sens = sensDe(gauche.texte, droite.texte);
	if (sens === undefined && !CONTEXTE.test(contexte)) return undefined;
	return sens === 'inverse'
		? { de: droite, vers: gauche, sur: true }
		: { de: gauche, vers: droite, sur: sens !== undefined };
};

/** Rank of a bloc without its title: « CCP », « CCP n° 2 ». */
const RANG = new RegExp(
	`^(?:CC[PS]|certificats?(?:\\s+de\\s+compétences\\s+professionnelles)?)?\\s*(?:(?:${NUMERO_ABREGE})\\s*)?\\d{0,2}\\s*[-–—:.]?$`,
	'iu',
);

const sensDe = (gauche: string, droite: string): 'direct' | 'inverse' | undefined => {
	if (NOUVEAU.test(droite) && !NOUVEAU.test(gauche)) return 'direct';
	if (NOUVEAU.test(gauche) && !NOUVEAU.test(droite)) return 'inverse';
	if (ANCIEN.test(gauche) !== ANCIEN.test(droite)) return ANCIEN.test(gauche) ? 'direct' : 'inverse';
	const [a, b] = [gauche, droite].map((t) => lireDate(t) ?? lireDateBarree(/[\d/]{8,}/u.exec(t)?.[0] ?? ''));
	return a && b && a !== b ? (a < b ? 'direct' : 'inverse') : undefined;
};

const NEANT =
	/^(?:néant|aucune?(?: correspondance| ccp| équivalence)?|(?:pas d(?:e |['’])|sans )(?:correspondance|équivalence|objet))\s*\.?$/iu;
/** A number, if any, between the name of a bloc and its title. */
const SUIVANT = `\\s*(?:(?:${NUMERO_ABREGE})\\s*)?\\d{0,2}\\s*`;
const MARQUE = new RegExp(
	`^(?:(CC[PS])${SUIVANT}(?:[-–—―:.)]\\s*)?|certificats? de compétences? professionnelles?${SUIVANT}[-–—:.]\\s*|(certificat complémentaire de spécialisation)${SUIVANT}[-–—:.]\\s*|\\d{1,2}\\s*[.)°]\\s*[-–—]?\\s*|[-–—•]\\s*)`,
	'iu',
);

const nommer = (texte: string): BlocNomme => {
	const m = MARQUE.exec(texte);
	const suite = texte.slice(m?.[0].length ?? 0).trim();
	// « Activité type 1 : Régler », « RNCP90002BC01 – Régler », « CCP 1 : « Régler » »
	const intitule = (ouvertureNommee(suite)?.titre || suite)
		.replace(/^[-–—―:.\s]+/u, '')
		.replace(/^«\s*([^«»]+?)\s*»$/u, '$1');
	const type = m?.[2] ? 'ccs' : m?.[1]?.toLowerCase();
	// In « CCP n° 1 et 2 », what follows the mark is not a title.
	return {
		...(type && { type: type as TypeBloc }),
		intitule: commenceEnMinuscule(intitule) ? texte : intitule || texte,
	};
};

/** The blocs named in a cell: one for each line that starts with a mark or a capital. */
const blocsDe = (cellule: Cellule | undefined): BlocNomme[] => {
	const textes: string[] = [];
	const marquees = (cellule?.lignes ?? []).filter((l) => MARQUE.test(l)).length;
	for (const ligne of cellule?.lignes ?? []) {
		const avant = textes.at(-1);
		const suite =
			avant !== undefined &&
			!MARQUE.test(ligne) &&
			(marquees > 0 || commenceEnMinuscule(ligne) || resteEnSuspens(avant) || !commenceEnCapitale(ligne));
		if (suite) textes[textes.length - 1] = `${avant} ${ligne}`;
		else textes.push(...ligne.split(/\s+(?:et\s+)?(?=CC[PS]\s*\d{0,2}\s*[-–—:]\s*\p{Lu})/u));
	}
	return textes.map(nommer);
};

/**
 * Reads a table as a map of blocs; undefined if it is another table.
 * @param contexte lines above the table
 */
export const lireCorrespondance = (tableau: Tableau, contexte: readonly string[]): CorrespondanceLue | undefined => {
	const [tete = [], ...rangees] = rangeesUtiles(tableau);
	const entre = cotes(tete, contexte.slice(-3).join(' '));
	if (!entre) return undefined;
	const doutes: Doute[] = [];
	const douter: Douter = (texte, motif) => doutes.push({ ligne: tableau.ligne, texte, motif });
	if (!entre.sur)
		douter(
			`${entre.de.texte} | ${entre.vers.texte}`,
			'rien ne dit quelle colonne est l’ancienne : la première est lue ainsi',
		);
	const liens = liensDe(voisinesDe(rangees, entre, douter), tableau, douter);
	return {
		article: contexte.findLast((l) => /^article\b/iu.test(l)) ?? '',
		de: entre.de.texte,
		vers: entre.vers.texte,
		liens,
		doutes,
		ligne: tableau.ligne,
	};
};

type Douter = (texte: string, motif: string) => void;

/** New cells, each with the old cells beside it. */
const voisinesDe = (
	rangees: readonly Rangee[],
	{ de, vers }: { de: Cote; vers: Cote },
	douter: Douter,
): Map<Cellule | undefined, Cellule[]> => {
	const voisines = new Map<Cellule | undefined, Cellule[]>();
	for (const rangee of rangees) {
		const [anciennes, nouvelles] = [de.cellules(rangee), vers.cellules(rangee)];
		const [ancienne] = anciennes;
		if (ancienne && nouvelles.includes(ancienne)) {
			douter(
				texteDeCellule(ancienne),
				'ligne qui couvre les deux colonnes : titre ou note, dont aucun lien n’est déduit',
			);
			continue;
		}
		// « Néant » beside a new bloc: no old bloc gives it.
		if (ancienne && NEANT.test(texteDeCellule(ancienne))) continue;
		if (anciennes.length > 1) {
			douter(anciennes.map(texteDeCellule).join(' | '), 'plusieurs cellules pour l’ancien bloc : à démêler à la main');
			continue;
		}
		if (!ancienne) {
			for (const n of nouvelles)
				if (!voisines.has(n) && !NEANT.test(texteDeCellule(n)))
					douter(texteDeCellule(n), 'aucun ancien bloc en face : bloc nouveau, ou cellule perdue ?');
			continue;
		}
		if (nouvelles.length === 0)
			douter(texteDeCellule(ancienne), 'cellule vide en face : « Néant », ou cellule perdue ? Rien n’en est déduit');
		for (const n of nouvelles) voisines.set(n, [...new Set([...(voisines.get(n) ?? []), ancienne])]);
	}
	return voisines;
};

/** One link for each group of old cells, with all the new cells beside that group. */
const liensDe = (
	voisines: ReadonlyMap<Cellule | undefined, readonly Cellule[]>,
	tableau: Tableau,
	douter: Douter,
): LienLu[] => {
	const rangs = new Map(cellulesDe(tableau).map((cellule, rang) => [cellule, rang]));
	const groupes = new Map<string, { cellules: readonly Cellule[]; lien: LienLu }>();
	for (const [nouvelle, anciennes] of voisines) {
		const neant = NEANT.test(texteDeCellule(nouvelle));
		// « Néant » applies to each old bloc, never to a group.
		for (const cellules of neant ? anciennes.map((a) => [a]) : [anciennes]) {
			const cle = cellules.map((c) => rangs.get(c)).join();
			const groupe = groupes.get(cle) ?? {
				cellules,
				lien: { de: cellules.flatMap(blocsDe), vers: [], ligne: tableau.ligne },
			};
			if (!neant) groupe.lien.vers.push(...blocsDe(nouvelle));
			groupes.set(cle, groupe);
		}
	}
	const fois = Map.groupBy(
		[...groupes.values()].flatMap((g) => g.cellules),
		(c) => c,
	);
	for (const [cellule, { length }] of fois)
		if (length > 1)
			douter(texteDeCellule(cellule), 'en face de plusieurs cellules, seul et en groupe : à démêler à la main');
	return [...groupes.values()].map((g) => g.lien);
};

/** A bloc of a version, identified by its title. */
export type BlocConnu = { id: string; type: TypeBloc; intitule: string };

/** The bloc that a cell names: same title with typography set aside, and same type if given. */
const trouver = (nomme: BlocNomme, blocs: readonly BlocConnu[]): BlocConnu | undefined => {
	const memes = blocs.filter(
		(b) => memeLibelle(b.intitule, nomme.intitule) && (nomme.type === undefined || b.type === nomme.type),
	);
	return memes.length === 1 ? memes[0] : undefined;
};

/** Number of named blocs that a version has. */
export const reconnus = (nommes: readonly BlocNomme[], blocs: readonly BlocConnu[]): number =>
	nommes.filter((n) => trouver(n, blocs)).length;

const proche = (nomme: BlocNomme, blocs: readonly BlocConnu[]): string => {
	const siens = new Set(replier(nomme.intitule).split(/[^a-z0-9]+/u));
	const notes = blocs.map((b) => {
		const autres = new Set(replier(b.intitule).split(/[^a-z0-9]+/u));
		return { b, note: [...siens].filter((m) => autres.has(m)).length / Math.max(siens.size, autres.size) };
	});
	const meilleur = notes.sort((x, y) => y.note - x.note)[0];
	return meilleur && meilleur.note >= 0.5 ? ` ; serait-ce ${meilleur.b.id}, « ${meilleur.b.intitule} » ?` : '';
};

/** Identifies the blocs of a map. A title that differs is a doubt, and its link is left out. */
export const rapporter = (
	lue: CorrespondanceLue,
	anciens: readonly BlocConnu[],
	nouveaux: readonly BlocConnu[],
): { liens: { de: string[]; vers: string[] }[]; doutes: Doute[] } => {
	const doutes: Doute[] = [...lue.doutes];
	const liens = lue.liens.flatMap((lien) => {
		const rapportes = ([lien.de, lien.vers] as const).map((nommes, i) =>
			nommes.map((n) => {
				const trouve = trouver(n, i === 0 ? anciens : nouveaux);
				if (!trouve)
					doutes.push({
						ligne: lien.ligne,
						texte: `${n.type ? `${n.type.toUpperCase()} – ` : ''}${n.intitule}`,
						motif: `aucun bloc ${i === 0 ? 'de l’ancienne version' : 'de la nouvelle version'} n’a cet intitulé${proche(n, i === 0 ? anciens : nouveaux)}`,
					});
				return trouve?.id;
			}),
		);
		const [de, vers] = rapportes.map((ids) => ids.filter((id) => id !== undefined));
		const entier = rapportes.every((ids) => ids.every((id) => id !== undefined));
		return entier && de && vers ? [{ de, vers }] : [];
	});
	return { liens, doutes };
};
