import { direDuree } from '../../domaine/epreuve.ts';
import type { TypeBloc } from '../../schemas/bloc.ts';
import type { GenreModalite } from '../../schemas/epreuve.ts';
import { lireDate, lireJour } from '../champ.ts';
import { mots, replier } from '../signe.ts';
import { bordDroit, type Document, type Doute, lettres, motsDuContenu, paragraphesDe, sansPuce } from './document.ts';
import { ditLeTotal, dureesDe, sansObjet } from './duree.ts';
import { type Cellule, type Contenu, cote, enTexte, type LignePdf, rangeesDe, type Table } from './page.ts';
import { codesNsf, lireCouverture, type Passage } from './reac.ts';

export type ModaliteLue = {
	nom: string;
	genre: GenreModalite;
	minutes?: number;
	parties: { nom: string; minutes: number }[];
	/** Lines that list the competences that it assesses, and the right edge of their cell. */
	competences: LignePdf[];
	bord: number;
	page: number;
};

/** The exam of the title, or of the bloc whose title is printed above it. */
export type EpreuveLue = {
	bloc?: { type: TypeBloc; intitule: string };
	page: number;
	modalites: ModaliteLue[];
	total?: number;
	jury?: { minutes: number; qui?: string; page: number };
};

export type BlocDuRe = { intitule: string; page: number; competences: { libelle: string; page: number }[] };

/** One side of « Correspondances du TP »: a title of an arrêté. */
export type CoteTable = { intitule: string; arrete?: string };

/** One table of correspondences: labels on both sides, joined as its cells are. `vers: []` where the table says none. */
export type TableDeCorrespondances = {
	page: number;
	de: CoteTable;
	vers: CoteTable;
	liens: { de: string[]; vers: string[] }[];
	/** Blocs of the new title that answer none, as the table says. */
	sansAncetre: string[];
};

export type ReLu = {
	intitule: string;
	sigle?: string;
	niveau?: string;
	nsf: string[];
	rome: string[];
	arrete?: string;
	journal?: string;
	effet?: string;
	epreuves: EpreuveLue[];
	/** Blocs of the table of criteria; empty where none could be read. */
	blocs: BlocDuRe[];
	transversales: { libelle: string; page: number }[];
	correspondances: TableDeCorrespondances[];
	passages: Passage[];
	restes: { page: number; texte: string }[];
	doutes: Doute[];
	perdus: number;
};

const GENRES: readonly [GenreModalite, RegExp][] = [
	['mise-en-situation', /mise en situation/],
	['presentation-projet', /(?:presentation|soutenance)[^.]*(?:projet|realise)|projet/],
	['entretien-technique', /entretien technique/],
	['questionnaire', /questionnaire/],
	['questionnement-productions', /questionnement/],
	['entretien-final', /entretien (?:final|avec le jury)/],
];

/** Two kinds in one cell (« mise en situation ou présentation d’un projet ») are neither. */
export const genreModaliteDe = (nom: string): GenreModalite => {
	const plie = replier(nom);
	const genres = GENRES.filter(([, f]) => f.test(plie)).map(([g]) => g);
	return genres.length === 1 ? (genres[0] as GenreModalite) : 'autre';
};

/** Reads a RE or a RC. */
export const lireRe = (document: Document): ReLu => {
	const bord = bordDroit(document.pages);
	const doutes: Doute[] = [...document.doutes];
	const fil = document.pages.flatMap((p) => p.contenu.map((contenu) => ({ page: p.numero, contenu })));
	const premiere = fil.filter((f) => f.page === 1).map((f) => f.contenu);
	const couverture = lireCouverture({ contenus: premiere });
	const lu: ReLu = {
		intitule: couverture.intitule,
		...(couverture.niveau && { niveau: couverture.niveau }),
		nsf: [],
		rome: [],
		epreuves: [],
		blocs: [],
		transversales: [],
		correspondances: [],
		passages: [],
		restes: couverture.restes,
		doutes,
		perdus: 0,
	};
	let places = document.motsDesPieds + premiere.reduce((n, c) => n + motsDuContenu(c).length, 0);
	const titre: EpreuveLue = { page: 1, modalites: [] };
	let epreuve = titre;
	let passage: (Omit<Passage, 'mots' | 'texte' | 'titre'> & { contenus: Contenu[]; titre: LignePdf[] }) | undefined;
	const passages: (typeof passage & object)[] = [];
	let [dansCorrespondances, ouvert] = [false, false];
	let bloc: BlocDuRe | undefined;
	const suite = fil.filter((f) => f.page !== 1);
	for (let i = 0; i < suite.length; i++) {
		const { page, contenu } = suite[i] as (typeof suite)[number];
		places += motsDuContenu(contenu).length;
		if ('table' in contenu) {
			const { table } = contenu;
			const enTetes = rangeesDe(table)
				.slice(0, 3)
				.flat()
				.map((c) => replier(c.texte));
			const tete = enTetes.join(' ');
			if (dansCorrespondances && /arrete du/.test(tete)) {
				const lue = lireCorrespondances(table, lu.arrete, doutes);
				if (lue) lu.correspondances.push(lue);
			} else if (enTetes.some((t) => MODALITES.test(t)) && enTetes.some((t) => /^durees?\b/.test(t)))
				lireModalites(table, epreuve, doutes);
			else if (/competences transversales/.test(tete)) lireTransversales(table, lu.transversales);
			else if (/competences professionnelles/.test(tete) && /criteres d'evaluation/.test(tete) && epreuve === titre)
				bloc = lireCriteres(table, lu.blocs, bloc);
			// The criteria of a CCS stand in its own section, and no row names it.
			else if (/competences professionnelles/.test(tete) && epreuve.bloc?.type === 'ccs')
				bloc = lireCriteres(table, lu.blocs, blocDe(lu.blocs, epreuve.bloc.intitule, page));
			else if (passage) passage.contenus.push(contenu);
			continue;
		}
		const { ligne } = contenu;
		if (lireReference(ligne, lu)) continue;
		const tete = teteDeBloc(ligne);
		if (tete) {
			const lignes = [ligne];
			const phrase: LignePdf[] = [];
			// The title goes on below, as long as it is set alike; under a CCS, a sentence may come before it.
			for (let s = suite[i + 1]; s && 'ligne' in s.contenu; s = suite[i + 1]) {
				const { ligne: autre } = s.contenu;
				const deTitre = autre.corps >= ligne.corps - 0.6 && (autre.gras || !ligne.gras);
				const introduit =
					tete.titre === '' &&
					lignes.length === 1 &&
					introduitUnBloc([...phrase, autre]) &&
					!introduitUnBloc(phrase, true);
				if (s.page !== page || !(deTitre || introduit)) break;
				if (deTitre && lignes.length > 1 && (lignes.at(-1) as LignePdf).y - autre.y > 2.6 * ligne.corps) break;
				if (deTitre) lignes.push(autre);
				else phrase.push(autre);
				places += mots(autre.texte).length;
				i++;
			}
			const intitule = enTexte([{ texte: tete.titre }, ...lignes.slice(1)])
				.replace(/^[\s:–-]+/u, '')
				.trim();
			if (intitule === '') doutes.push({ page, motif: 'titre de ce bloc non lu', texte: ligne.texte });
			else if (lu.epreuves.some((e) => e.bloc?.intitule === intitule)) continue;
			epreuve = { bloc: { type: tete.type, intitule }, page, modalites: [] };
			lu.epreuves.push(epreuve);
			passage = undefined;
			if (phrase[0]) {
				const introduction = nouveau(passages, enTexte(phrase), page);
				introduction.titre.push(...phrase);
				introduction.contenus.push(...phrase.map((l) => ({ ligne: l })));
			}
			continue;
		}
		if (/^(?:annexe|glossaire)\b/.test(replier(ligne.texte))) dansCorrespondances = false;
		if (/correspondances/.test(replier(ligne.texte)) && (ligne.gras || ligne.corps > 12)) dansCorrespondances = true;
		const jury = /^(?:\d\.\d\.?\s*)?duree totale de presence d[ue](?:s)? (?:jury|evaluateurs)/.exec(
			replier(ligne.texte),
		);
		if (jury) {
			const [duree] = dureesDe(ligne.texte.slice(ligne.texte.lastIndexOf(':') + 1));
			if (duree) epreuve.jury = { minutes: duree.minutes, page };
			else doutes.push({ page, motif: 'durée de présence du jury non lue', texte: ligne.texte });
			continue;
		}
		const dessus = passage?.titre.at(-1);
		// A heading on two lines is one: nothing stands between them.
		const suiteDuTitre =
			ligne.gras && dessus?.gras && passage?.titre.length === passage?.contenus.length && enSuite(dessus, ligne);
		if (passage && suiteDuTitre) {
			passage.titre.push(ligne);
			passage.nom = enTexte(passage.titre);
		} else if (ligne.gras || !ouvert) {
			ouvert = true;
			passage = nouveau(passages, ligne.texte, page, epreuve.bloc?.intitule);
			passage.titre.push(ligne);
		}
		passage ??= nouveau(passages, ligne.texte, page, epreuve.bloc?.intitule);
		passage.contenus.push(contenu);
	}
	lu.epreuves.unshift(titre);
	if (titre.modalites.length === 0) {
		lu.epreuves.shift();
		doutes.push({ page: 1, motif: 'aucun tableau des modalités pour la session du titre', texte: lu.intitule });
	}
	for (const e of lu.epreuves) verifierTotal(e, doutes);
	lu.passages = passages.flatMap(({ nom, page, de, contenus, titre: lignesDuTitre }) => {
		const nombre = contenus.reduce((n, c) => n + motsDuContenu(c).length, 0);
		// Tables are counted only: read as lines, their columns would run into each other.
		const lignes = contenus.flatMap((c) => ('ligne' in c && !lignesDuTitre.includes(c.ligne) ? [c.ligne] : []));
		const texte = paragraphesDe(lignes, bord).map((p) => sansPuce(enTexte(p)));
		return nombre > 0 ? [{ nom, page, mots: nombre, texte, ...(de && { de }) }] : [];
	});
	lu.correspondances = parPaire(lu.correspondances);
	lu.perdus = document.mots - places;
	return lu;
};

/** Lines of one heading: one right under the other, set alike. */
const enSuite = (dessus: LignePdf, ligne: LignePdf): boolean =>
	dessus.page === ligne.page &&
	Math.abs(dessus.corps - ligne.corps) < 0.6 &&
	dessus.y - ligne.y < 1.7 * ligne.corps &&
	!/:$/u.test(dessus.texte);

const nouveau = <P extends { nom: string; page: number; contenus: Contenu[]; titre: LignePdf[]; de?: string }>(
	liste: P[],
	nom: string,
	page: number,
	de?: string,
) => {
	const passage = { nom, page, contenus: [] as Contenu[], titre: [] as LignePdf[], ...(de && { de }) } as P;
	liste.push(passage);
	return passage;
};

/** « Le titre professionnel … peut être complété par le certificat complémentaire de spécialisation suivant : » */
const introduitUnBloc = (lignes: readonly LignePdf[], entiere = false): boolean => {
	const texte = replier(enTexte(lignes));
	return (
		lignes.length < 5 &&
		/^(?:le|ce) titre professionnel\b/.test(texte) &&
		(!entiere || /\b(?:complete|compose)e?\b.*:$/.test(texte))
	);
};

/** « CCP », « CCP 2 - … », « CCS – … » at the head of the section of a bloc: bold, and set larger than the text. */
const teteDeBloc = (ligne: LignePdf): { type: TypeBloc; titre: string } | undefined => {
	const m =
		/^(CC[PS]|Certificat (?:de compétences professionnelles|complémentaire de spécialisation))(?:\s*n?\s*°?\s*\d{1,2})?\s*(?:[-–—:]\s*(.+))?$/iu.exec(
			ligne.texte,
		);
	if (!m?.[1] || ligne.corps < 12.5) return undefined;
	return { type: /^ccs|complémentaire/iu.test(m[1]) ? 'ccs' : 'ccp', titre: m[2] ?? '' };
};

/** The fields of « Références de la spécialité » that are kept, by their folded names; `formacodes` is passed over. */
const REFERENCES = {
	intitule: /^intitule (?:du titre(?: professionnel)?|de la specialite)/,
	sigle: /^sigle(?: du titre professionnel)?/,
	niveau: /^niveau/,
	nsf: /^code(?:s|\(s\))? nsf/,
	rome: /^code(?:s|\(s\))? rome/,
	formacodes: /^formacodes?/,
	arrete: /^date de l'arrete/,
	journal: /^date de parution au jo/,
	effet: /^date d'effet/,
};

/** « Date d’effet de l’arrêté : 18/12/2023 »: one field of « Références de la spécialité », set in what is read. */
const lireReference = ({ texte, page }: LignePdf, lu: ReLu): boolean => {
	const m = /^([^:]{3,70}?)\s*:\s*(\S.*)$/u.exec(texte);
	const valeur = m?.[2];
	if (!m?.[1] || !valeur) return false;
	const plie = replier(m[1]);
	const champ = Object.entries(REFERENCES).find(([, forme]) => forme.test(plie))?.[0] as
		| keyof typeof REFERENCES
		| undefined;
	if (champ === 'intitule' || champ === 'sigle') lu[champ] = valeur;
	else if (champ === 'niveau') {
		const niveau = /^([1-8]|I{1,3}|IV|V)(?![\p{L}\p{N}])/u.exec(valeur)?.[1];
		if (niveau) lu.niveau = niveau;
	} else if (champ === 'nsf') lu.nsf.push(...codesNsf(valeur));
	else if (champ === 'rome') lu.rome.push(...(valeur.match(/\b[A-N]\d{4}\b/gu) ?? []));
	else if (champ === 'arrete' || champ === 'journal' || champ === 'effet') {
		const date = lireJour(valeur);
		if (date) lu[champ] = date;
		else lu.doutes.push({ page, motif: `${m[1].trim()} : date non lue`, texte: valeur });
	}
	return champ !== undefined;
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

/** The head of its first column: « Modalités », « Modalités d’évaluation ». */
const MODALITES = /^modalites?(?: d'evaluation)?$/;

/** Reads the rows of a table of modalities into an exam. */
const lireModalites = (table: Table, epreuve: EpreuveLue, doutes: Doute[]): void => {
	// A table that comes after a total is of another exam, whose heading was not told.
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
		// « Autres modalités d’évaluation le cas échéant : »: a heading across the table.
		if (cellules.length === 1 && cellules[0] && colonnesDe(cellules[0], tetes) > 1) continue;
		const durees = dureesDe(texte('duree'));
		if (de('nom').length === 0) {
			if (durees.length > 0) doutes.push({ page, motif: 'durée d’aucune modalité', texte: texte('duree') });
			// The end of the page cut the row: its competences go on.
			else epreuve.modalites.at(-1)?.competences.push(...de('competences').flatMap((c) => c.lignes));
			continue;
		}
		// « Sans objet », with no duration or « 00 h 00 min »: a row of the form that this exam does not use.
		if (durees.every((d) => d.minutes === 0) && sansObjet(texte('competences')) && sansObjet(texte('detail'))) continue;
		const nom = nomDeModalite(texte('nom'));
		const [premiere, ...autres] = durees;
		if (!premiere)
			doutes.push(
				texte('duree') === ''
					? { page, motif: 'modalité dont la durée n’est pas dite', texte: nom }
					: { page, motif: `durée de la modalité « ${nom} » non lue`, texte: texte('duree') },
			);
		// « Préparation : 20 min, entretien : 30 min »: where no duration is that of the whole, each is of a part.
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

/** « Par candidat, durée de l’épreuve : 01 h 15 mn, dont 01 h 15 mn devant le jury »: the whole, then who is there. */
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

/** The sum of the modalities beside the total that is printed. */
const verifierTotal = (epreuve: EpreuveLue, doutes: Doute[]): void => {
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

/**
 * The tables of modalities name the competences that they assess, one after the other: a label that none has whole, up to
 * the next one, was read badly in one of them.
 */
export const libellesSansModalite = ({ blocs, epreuves }: ReLu): Doute[] => {
	const evaluees = epreuves
		.flatMap((e) => e.modalites.map((m) => lettres(m.competences.map((l) => sansPuce(l.texte)).join(''))))
		.filter((t) => t !== '');
	if (evaluees.length === 0) return [];
	const competences = blocs.flatMap((b) => b.competences);
	const labels = competences.map((c) => lettres(c.libelle));
	const entier = (label: string) =>
		evaluees.some((t) =>
			[...t.matchAll(new RegExp(label, 'gu'))].some(({ index }) => {
				const suite = t.slice(index + label.length);
				return suite === '' || labels.some((l) => suite.startsWith(l));
			}),
		);
	return competences
		.filter(({ libelle }) => !entier(lettres(libelle)))
		.map(({ libelle, page }) => ({
			page,
			motif: 'libellé du tableau des critères que n’a aucun tableau des modalités',
			texte: libelle,
		}));
};

const lireTransversales = (table: Table, transversales: ReLu['transversales']): void => {
	const tete = table.cellules.find((c) => /^competences transversales$/.test(replier(c.texte)));
	if (!tete) return;
	for (const c of table.cellules)
		if (c.haut <= tete.bas + 1 && Math.abs(c.gauche - tete.gauche) < 5 && !sansObjet(c.texte) && c.texte !== '')
			if (!transversales.some((t) => lettres(t.libelle) === lettres(c.texte)))
				transversales.push({ libelle: c.texte, page: c.page });
};

/** The bloc of that title, which the list gains where it has none. */
const blocDe = (blocs: BlocDuRe[], intitule: string, page: number): BlocDuRe => {
	const connu = blocs.find((b) => lettres(b.intitule) === lettres(intitule));
	if (connu) return connu;
	const bloc = { intitule, page, competences: [] };
	blocs.push(bloc);
	return bloc;
};

/** Rows of the table of criteria: an activity across the table, then a competence beside its criteria. */
const lireCriteres = (table: Table, blocs: BlocDuRe[], enCours: BlocDuRe | undefined): BlocDuRe | undefined => {
	const tete = table.cellules.find((c) => /^competences professionnelles$/.test(replier(c.texte)));
	if (!tete) return enCours;
	let bloc = enCours;
	for (const c of table.cellules) {
		if (c.haut > tete.bas + 1 || Math.abs(c.gauche - tete.gauche) > 5) continue;
		if (c.droite > tete.droite + 5) {
			if (/^obligations? reglementaires?/.test(replier(c.texte))) continue;
			bloc = blocDe(blocs, c.texte, c.page);
		} else if (bloc && c.texte !== '' && !bloc.competences.some((d) => lettres(d.libelle) === lettres(c.texte)))
			bloc.competences.push({ libelle: c.texte, page: c.page });
	}
	return bloc;
};

const AUCUNE =
	/^(?:aucune? (?:correspondance|equivalence)s?|neant|sans (?:objet|correspondance|equivalence)|-+|\/)[ .]*$/;

/** « Correspondances du TP »: cells that stand side by side, a cell over two rows beside both. */
const lireCorrespondances = (
	table: Table,
	arrete: string | undefined,
	doutes: Doute[],
): TableDeCorrespondances | undefined => {
	const rangees = rangeesDe(table);
	const rang = rangees.findIndex((r) => r.some((c) => /arrete du/.test(replier(c.texte))));
	const tetes = (rangees[rang] ?? []).filter((c) => /arrete du/.test(replier(c.texte)));
	const [ancienne, nouvelle] = dansLeTemps(tetes, arrete);
	if (tetes.length !== 2 || !ancienne || !nouvelle) {
		doutes.push({
			page: table.page,
			motif: 'tableau de correspondances dont les deux titres ne sont pas lus',
			texte: table.cellules[0]?.texte ?? '',
		});
		return undefined;
	}
	const bas = Math.min(ancienne.bas, nouvelle.bas);
	const corps = table.cellules.filter((c) => c.haut <= bas + 1);
	const colonne = (tete: Cellule) =>
		corps.filter(
			(c) =>
				Math.min(c.droite, tete.droite) - Math.max(c.gauche, tete.gauche) > 0.5 * (c.droite - c.gauche) &&
				!/^(?:n ?° ?)?cc[ps](?: ?n? ?°? ?\d+)?$/.test(replier(c.texte)),
		);
	if (coteDe(ancienne).arrete === coteDe(nouvelle).arrete)
		doutes.push({
			page: table.page,
			motif: 'rien ne dit quel titre est l’ancien : la première colonne est lue ainsi',
			texte: `${ancienne.texte} | ${nouvelle.texte}`,
		});
	const [gauche, droite] = [colonne(ancienne), colonne(nouvelle)];
	const vide = (c: Cellule) => AUCUNE.test(replier(c.texte));
	const sortie: TableDeCorrespondances = {
		page: table.page,
		de: coteDe(ancienne),
		vers: coteDe(nouvelle),
		liens: [],
		sansAncetre: [],
	};
	const restantes = new Set(gauche);
	for (const g of gauche) {
		if (!restantes.has(g)) continue;
		// Cells that stand beside a common cell belong to one link.
		const de = new Set([g]);
		const vers = new Set<Cellule>();
		for (let taille = -1; taille !== de.size + vers.size; ) {
			taille = de.size + vers.size;
			for (const d of droite) if ([...de].some((x) => cote(x, d))) vers.add(d);
			for (const x of gauche) if ([...vers].some((d) => cote(d, x))) de.add(x);
		}
		for (const x of de) restantes.delete(x);
		const anciens = [...de].filter((c) => !vide(c)).map((c) => nomDeCcp(c.texte));
		const nouveaux = [...vers].filter((c) => !vide(c)).map((c) => nomDeCcp(c.texte));
		if (vers.size === 0)
			doutes.push({
				page: g.page,
				motif: 'case vide en face de ce certificat : ni lien, ni « Aucune correspondance » ; à demander',
				texte: g.texte,
			});
		else if (anciens.length === 0) sortie.sansAncetre.push(...nouveaux);
		else if (anciens.length < de.size || (nouveaux.length > 0 && nouveaux.length < vers.size))
			doutes.push({ page: g.page, motif: 'case « Aucune correspondance » jointe à un certificat', texte: g.texte });
		else sortie.liens.push({ de: anciens, vers: nouveaux });
	}
	for (const d of droite)
		if (!vide(d) && !gauche.some((g) => cote(g, d)))
			doutes.push({
				page: d.page,
				motif: 'case vide en face de ce certificat : ni lien, ni « Aucune correspondance » ; à demander',
				texte: d.texte,
			});
	return sortie;
};

/** The older title first: the days of their arrêtés tell, or the arrêté of the document, which is that of the new one. */
const dansLeTemps = (tetes: readonly Cellule[], arrete: string | undefined): readonly Cellule[] => {
	const [a, b] = tetes.map((t) => coteDe(t).arrete);
	const inverses = a && b ? a > b : a !== undefined && a === arrete;
	return inverses ? [...tetes].reverse() : tetes;
};

/** A document may print one table for the CCP of two titles, and one for each of their CCS. */
const parPaire = (tables: readonly TableDeCorrespondances[]): TableDeCorrespondances[] =>
	[
		...Map.groupBy(tables, ({ de, vers }) =>
			[de.intitule, de.arrete, vers.intitule, vers.arrete].map((t) => lettres(t ?? '')).join(' '),
		).values(),
	].flatMap((memes) => {
		const [premiere] = memes;
		return premiere
			? [{ ...premiere, liens: memes.flatMap((t) => t.liens), sansAncetre: memes.flatMap((t) => t.sansAncetre) }]
			: [];
	});

const coteDe = (tete: Cellule): CoteTable => {
	const m = /^(.*?)\s*\(?arr[êe]t[ée] du\s+(.*)$/iu.exec(tete.texte);
	const arrete = m?.[2] && (lireJour(/[\d/]+/u.exec(m[2])?.[0] ?? '') ?? lireDate(m[2]));
	return { intitule: (m?.[1] ?? tete.texte).trim(), ...(arrete && { arrete }) };
};

const nomDeCcp = (texte: string): string => texte.replace(/^CC[PS](?:\s*n?\s*°?\s*\d{1,2})?\s*[-–—:]?\s+/u, '').trim();
