import { direDuree } from '../../domaine/epreuve.ts';
import type { TypeBloc } from '../../schemas/bloc.ts';
import type { GenreModalite } from '../../schemas/epreuve.ts';
import { type Cellule, enTexte, type LignePdf, rangeesDe, type Table } from '../page-pdf.ts';
import { replier } from '../signe.ts';
import { type Doute, sansPuce } from './document.ts';
import { ditLeTotal, dureesDe, sansObjet } from './duree.ts';

export type ModaliteLue = {
	nom: string;
	genre: GenreModalite;
	minutes?: number;
	parties: { nom: string; minutes: number }[];
	/** Lines that list the competences assessed, and the right edge of their cell. */
	competences: LignePdf[];
	bord: number;
	page: number;
};

/** Exam of the title, or of the bloc named above it. */
export type EpreuveLue = {
	bloc?: { type: TypeBloc; intitule: string };
	page: number;
	modalites: ModaliteLue[];
	total?: number;
	jury?: { minutes: number; qui?: string; page: number };
};

const GENRES: readonly [GenreModalite, RegExp][] = [
	['mise-en-situation', /mise en situation/],
	['presentation-projet', /(?:presentation|soutenance)[^.]*(?:projet|realise)|projet/],
	['entretien-technique', /entretien technique/],
	['questionnaire', /questionnaire/],
	['questionnement-productions', /questionnement/],
	['entretien-final', /entretien (?:final|avec le jury)/],
];

/** Kind of a modality. A cell with two kinds (« mise en situation ou présentation d’un projet ») is `autre`. */
export const genreModaliteDe = (nom: string): GenreModalite => {
	const plie = replier(nom);
	const genres = GENRES.filter(([, f]) => f.test(plie)).map(([g]) => g);
	return genres.length === 1 ? (genres[0] as GenreModalite) : 'autre';
};

type Colonne = 'nom' | 'competences' | 'duree' | 'detail';

const recouvre = (a: Cellule, b: Cellule): number => Math.min(a.droite, b.droite) - Math.max(a.gauche, b.gauche);

const colonneDe = (c: Cellule, tetes: readonly Cellule[]): Colonne | undefined => {
	const tete = tetes.find((t) => recouvre(t, c) > 0.5 * (t.droite - t.gauche));
	const nom = replier(tete?.texte ?? '');
	if (/^modalites?/.test(nom)) return 'nom';
	if (/^competences?/.test(nom)) return 'competences';
	if (/^duree/.test(nom)) return 'duree';
	return /^(?:detail|observation|organisation)/.test(nom) ? 'detail' : undefined;
};

/** Header of the first column: « Modalités », « Modalités d’évaluation ». */
export const MODALITES = /^modalites?(?: d'evaluation)?$/;

/** Reads the rows of a table of modalities into an exam. */
export const lireModalites = (table: Table, epreuve: EpreuveLue, doutes: Doute[]): void => {
	// A table after a total belongs to another exam, whose heading was not recognised.
	if (epreuve.total !== undefined) {
		const texte = epreuve.bloc?.intitule ?? 'session du titre';
		doutes.push({
			page: table.page,
			motif: 'second tableau des modalités sous une même épreuve, laissé de côté',
			texte,
		});
		return;
	}
	const rangees = rangeesDe(table);
	const rang = rangees.findIndex((r) => r.some((c) => MODALITES.test(replier(c.texte))));
	const tetes = rangees[rang] ?? [];
	const bas = Math.min(...tetes.map((t) => t.bas));
	const vues = new Set<Cellule>();
	for (const rangee of rangees.slice(rang + 1)) {
		const cellules = rangee.filter((c) => c.haut <= bas + 1 && !vues.has(c));
		for (const c of cellules) vues.add(c);
		const page = cellules[0]?.page ?? table.page;
		const de = (colonne: Colonne) => cellules.filter((c) => colonneDe(c, tetes) === colonne);
		const texte = (colonne: Colonne) => enTexte(de(colonne));
		const tout = enTexte(cellules);
		if (ditLeTotal(tout)) {
			lireTotal(cellules, epreuve, doutes);
			continue;
		}
		// A heading across the table: « Autres modalités d’évaluation le cas échéant : ».
		if (cellules.length === 1 && cellules[0] && colonnesDe(cellules[0], tetes) > 1) continue;
		const durees = dureesDe(texte('duree'));
		if (de('nom').length === 0) {
			if (durees.length > 0) doutes.push({ page, motif: 'durée d’aucune modalité', texte: texte('duree') });
			// The end of the page split the row: its competences continue.
			else epreuve.modalites.at(-1)?.competences.push(...de('competences').flatMap((c) => c.lignes));
			continue;
		}
		// An unused row of the form: « Sans objet », with no duration or « 00 h 00 min ».
		if (durees.every((d) => d.minutes === 0) && sansObjet(texte('competences')) && sansObjet(texte('detail'))) continue;
		const nom = nomDeModalite(texte('nom'));
		const [premiere, ...autres] = durees;
		if (!premiere)
			doutes.push(
				texte('duree') === ''
					? { page, motif: 'modalité dont la durée n’est pas dite', texte: nom }
					: { page, motif: `durée de la modalité « ${nom} » non lue`, texte: texte('duree') },
			);
		// « Préparation : 20 min, entretien : 30 min »: if no duration is the whole, each is a part.
		const enParties = autres.length > 0 && premiere?.avant !== '' && !/\bdont\b/.test(replier(texte('duree')));
		const minutes = enParties ? durees.reduce((n, d) => n + d.minutes, 0) : premiere?.minutes;
		const lignes = sansObjet(texte('competences')) ? [] : de('competences').flatMap((c) => c.lignes);
		epreuve.page = epreuve.modalites[0]?.page ?? page;
		epreuve.modalites.push({
			nom,
			genre: genreModaliteDe(nom),
			...(minutes && { minutes }),
			parties: (enParties ? durees : autres)
				.filter((d) => d.minutes > 0)
				.map((d) => ({ nom: (d.avant || d.apres || 'partie').slice(0, 300), minutes: d.minutes })),
			competences: lignes,
			bord: Math.max(...de('competences').map((c) => c.droite), 0) - 6,
			page,
		});
	}
};

/**
 * Reads the total, then the presence of the jury: « durée de l’épreuve : 01 h 15 mn, dont 01 h 15 mn devant le jury ».
 */
const lireTotal = (cellules: readonly Cellule[], epreuve: EpreuveLue, doutes: Doute[]): void => {
	const tout = enTexte(cellules);
	const page = cellules[0]?.page ?? epreuve.page;
	const durees = dureesDe(enTexte(cellules.filter((c) => dureesDe(c.texte).length > 0)));
	const qui = /devant\s+(?:le |la |les |l['’])?(jury|bin[oô]me(?: d['’])? ?\p{L}*|\p{L}+)/iu.exec(tout)?.[1];
	const total = /^dont devant/.test(replier(tout)) ? undefined : durees.shift();
	if (total) epreuve.total = total.minutes;
	else if (durees.length === 0) doutes.push({ page, motif: 'durée totale non lue', texte: tout });
	const [devant] = durees;
	if (devant && qui) epreuve.jury = { minutes: devant.minutes, ...(!/^jury$/iu.test(qui) && { qui }), page };
};

const colonnesDe = (cellule: Cellule, tetes: readonly Cellule[]): number =>
	tetes.filter((t) => recouvre(t, cellule) > 5).length;

const nomDeModalite = (texte: string): string =>
	sansPuce(texte.replace(/\p{Co}/gu, '').trim())
		.replace(/:\s*[-–]\s*/gu, ': ')
		.replace(/\s+/gu, ' ')
		.trim();

/** Compares the sum of the modalities with the printed total. */
export const verifierTotal = (epreuve: EpreuveLue, doutes: Doute[]): void => {
	const nom = epreuve.bloc?.intitule ?? 'session du titre';
	if (epreuve.modalites.length === 0) {
		doutes.push({ page: epreuve.page, motif: 'aucun tableau des modalités pour ce bloc', texte: nom });
		return;
	}
	const connues = epreuve.modalites.map((m) => m.minutes).filter((m) => m !== undefined);
	const somme = connues.reduce((a, b) => a + b, 0);
	if (epreuve.total === undefined)
		doutes.push({ page: epreuve.page, motif: 'aucune durée totale imprimée', texte: nom });
	else if (connues.length === epreuve.modalites.length && somme !== epreuve.total)
		doutes.push({
			page: epreuve.page,
			motif: `les durées imprimées font ${direDuree(somme)}, le total imprimé est ${direDuree(epreuve.total)}`,
			texte: nom,
		});
};
