import { mediane } from '../../domaine/nombre.ts';
import type { TypeBloc } from '../../schemas/bloc.ts';
import { lireJour } from '../champ.ts';
import { type Contenu, enTexte, type LignePdf, rangeesDe, type Table } from '../page-pdf.ts';
import { mots, replier } from '../signe.ts';
import { lireCorrespondances, parPaire, type TableDeCorrespondances } from './correspondances.ts';
import { codesNsf, lireCouverture } from './couverture.ts';
import { type BlocDuRe, blocDe, lireCriteres, lireTransversales } from './criteres.ts';
import { bordDroit, type Document, type Doute, motsDuContenu, paragraphesDe, sansPuce } from './document.ts';
import { dureesDe } from './duree.ts';
import { type EpreuveLue, lireModalites, MODALITES, verifierTotal } from './modalites.ts';
import type { Passage } from './reac.ts';

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
	/** Blocs of the table of criteria; empty if it could not be read. */
	blocs: BlocDuRe[];
	transversales: { libelle: string; page: number }[];
	correspondances: TableDeCorrespondances[];
	passages: Passage[];
	restes: { page: number; texte: string }[];
	doutes: Doute[];
	perdus: number;
};

/** Reads an RE or RC. Uncertain readings are doubts. */
export const lireRe = (document: Document): ReLu => {
	const fil = document.pages.flatMap(({ numero, contenu }) => contenu.map((c) => ({ page: numero, contenu: c })));
	const couverture = fil.filter(({ page }) => page === 1).map(({ contenu }) => contenu);
	const suite = fil.slice(couverture.length);
	const lecteur = new LecteurRe(document, couverture);
	for (let i = 0; i < suite.length; ) i += lecteur.lire(suite, i);
	return lecteur.conclure();
};

/** A line or a table, and its page. */
type Situe = { page: number; contenu: Contenu };

/** A passage in progress: `titre` holds the lines of its heading, `contenus` the heading and all that follows. */
type PassageOuvert = Pick<Passage, 'nom' | 'page' | 'de'> & { contenus: Contenu[]; titre: LignePdf[] };

/** State of the reading of an RE, one line or table at a time. */
class LecteurRe {
	readonly #document: Document;
	/** Right edge of the text, in points, used to detect the last line of a paragraph. */
	readonly #bord: number;
	/** Size in points of the smallest heading of a bloc: larger than the text outside tables. */
	readonly #corps: number;
	readonly #lu: ReLu;
	readonly #passages: PassageOuvert[] = [];
	/** Session of the whole title: everything before the first bloc belongs to it. */
	readonly #titre: EpreuveLue = { page: 1, modalites: [] };
	#epreuve = this.#titre;
	#passage: PassageOuvert | undefined;
	/** Bloc of the last row of criteria, because its table may continue on the next page. */
	#bloc: BlocDuRe | undefined;
	#dansCorrespondances = false;
	/** Number of words kept or counted so far. */
	#places: number;

	constructor(document: Document, contenus: Contenu[]) {
		const { intitule, niveau, restes } = lireCouverture({ contenus });
		this.#document = document;
		this.#bord = bordDroit(document.pages);
		const corps = document.pages.flatMap((p) => p.contenu.flatMap((c) => ('ligne' in c ? [c.ligne.corps] : [])));
		this.#corps = Math.min(12.5, 1.2 * mediane(corps));
		this.#places = document.motsDesPieds + compterMots(contenus);
		this.#lu = {
			intitule,
			...(niveau && { niveau }),
			nsf: [],
			rome: [],
			epreuves: [],
			blocs: [],
			transversales: [],
			correspondances: [],
			passages: [],
			restes,
			doutes: [...document.doutes],
			perdus: 0,
		};
	}

	/** Reads the content at index `i`. @returns how many contents were read: the heading of a bloc may take several */
	lire(suite: readonly Situe[], i: number): number {
		const { page, contenu } = suite[i] as Situe;
		this.#places += motsDuContenu(contenu).length;
		if ('table' in contenu) {
			if (!this.#lireTable(contenu.table, page)) this.#passage?.contenus.push(contenu);
			return 1;
		}
		const { ligne } = contenu;
		if (lireReference(ligne, this.#lu)) return 1;
		const tete = ligne.corps < this.#corps ? undefined : teteDeBloc(ligne.texte);
		if (tete) return this.#ouvrirBloc(tete, suite.slice(i));
		this.#lireLigne(ligne);
		return 1;
	}

	conclure(): ReLu {
		const [lu, titre] = [this.#lu, this.#titre];
		if (titre.modalites.length > 0) lu.epreuves.unshift(titre);
		else lu.doutes.push({ page: 1, motif: 'aucun tableau des modalités pour la session du titre', texte: lu.intitule });
		for (const e of lu.epreuves) verifierTotal(e, lu.doutes);
		lu.passages = this.#passages.flatMap(({ nom, page, de, contenus, titre: lignesDuTitre }) => {
			const nombre = compterMots(contenus);
			// Tables are only counted: read as lines, their columns would be mixed.
			const lignes = contenus.flatMap((c) => ('ligne' in c && !lignesDuTitre.includes(c.ligne) ? [c.ligne] : []));
			const texte = paragraphesDe(lignes, this.#bord).map((p) => sansPuce(enTexte(p)));
			return nombre > 0 ? [{ nom, page, mots: nombre, texte, ...(de && { de }) }] : [];
		});
		lu.correspondances = parPaire(lu.correspondances);
		lu.perdus = this.#document.mots - this.#places;
		return lu;
	}

	/** @returns whether the table is of a known kind (modalities, criteria, correspondences…), and has been read */
	#lireTable(table: Table, page: number): boolean {
		const [lu, epreuve] = [this.#lu, this.#epreuve];
		const enTetes = rangeesDe(table)
			.slice(0, 3)
			.flat()
			.map((c) => replier(c.texte));
		const tete = enTetes.join(' ');
		if (this.#dansCorrespondances && /arrete du/.test(tete)) {
			const lue = lireCorrespondances(table, lu.arrete, lu.doutes);
			if (lue) lu.correspondances.push(lue);
		} else if (this.#dansCorrespondances && table.cellules.length > 1) {
			const texte = table.cellules[0]?.texte ?? '';
			lu.doutes.push({
				page,
				motif: 'tableau de correspondances sans l’arrêté de ses deux titres, laissé de côté',
				texte,
			});
			return false;
		} else if (enTetes.some((t) => MODALITES.test(t)) && enTetes.some((t) => /^durees?\b/.test(t)))
			lireModalites(table, epreuve, lu.doutes);
		else if (/competences transversales/.test(tete)) lireTransversales(table, lu.transversales);
		else if (!/competences professionnelles/.test(tete)) return false;
		else if (/criteres d'evaluation/.test(tete) && epreuve === this.#titre)
			this.#bloc = lireCriteres(table, lu.blocs, this.#bloc);
		// The criteria of a CCS are in its own section, without a row that names it.
		else if (epreuve.bloc?.type === 'ccs')
			this.#bloc = lireCriteres(table, lu.blocs, blocDe(lu.blocs, epreuve.bloc.intitule, page));
		else return false;
		return true;
	}

	/**
	 * Starts the section of a bloc. Its title continues below in the same style. For a CCS, a sentence may come first.
	 * @param tete kind of the bloc, and the part of its title that is on the first line
	 * @returns the number of lines of its heading
	 */
	#ouvrirBloc(tete: { type: TypeBloc; titre: string }, [premier, ...suivants]: readonly Situe[]): number {
		const { page, contenu } = premier as Situe;
		const { ligne } = contenu as { ligne: LignePdf };
		const titre = [ligne];
		const phrase: LignePdf[] = [];
		for (const suivant of suivants) {
			if (suivant.page !== page || !('ligne' in suivant.contenu)) break;
			const { ligne: autre } = suivant.contenu;
			const deTitre = autre.corps >= ligne.corps - 0.6 && (autre.gras || !ligne.gras);
			const introduit =
				tete.titre === '' &&
				titre.length === 1 &&
				introduitUnBloc([...phrase, autre]) &&
				!introduitUnBloc(phrase, true);
			if (!(deTitre || introduit)) break;
			if (deTitre && titre.length > 1 && (titre.at(-1) as LignePdf).y - autre.y > 2.6 * ligne.corps) break;
			(deTitre ? titre : phrase).push(autre);
			this.#places += mots(autre.texte).length;
		}
		const lignes = titre.length + phrase.length;
		const intitule = enTexte([{ texte: tete.titre }, ...titre.slice(1)])
			.replace(/^[\s:–-]+/u, '')
			.trim();
		if (intitule === '') this.#lu.doutes.push({ page, motif: 'titre de ce bloc non lu', texte: ligne.texte });
		else if (this.#lu.epreuves.some((e) => e.bloc?.intitule === intitule)) return lignes;
		this.#epreuve = { bloc: { type: tete.type, intitule }, page, modalites: [] };
		this.#lu.epreuves.push(this.#epreuve);
		this.#passage = undefined;
		if (phrase.length > 0)
			this.#passages.push({
				nom: enTexte(phrase),
				page,
				contenus: phrase.map((l) => ({ ligne: l })),
				titre: phrase,
			});
		return lignes;
	}

	#lireLigne(ligne: LignePdf): void {
		const plie = replier(ligne.texte);
		if (/^(?:annexe|glossaire)\b/.test(plie)) this.#dansCorrespondances = false;
		if (/correspondances/.test(plie) && (ligne.gras || ligne.corps > 12)) this.#dansCorrespondances = true;
		if (/^(?:\d\.\d\.?\s*)?duree totale de presence d[ue](?:s)? (?:jury|evaluateurs)/.test(plie)) {
			const [duree] = dureesDe(ligne.texte.slice(ligne.texte.lastIndexOf(':') + 1));
			const seconde = duree && this.#epreuve.jury;
			const motif = seconde
				? 'seconde durée de présence du jury sous une même épreuve, laissée de côté'
				: 'durée de présence du jury non lue';
			if (seconde || !duree) this.#lu.doutes.push({ page: ligne.page, motif, texte: ligne.texte });
			else this.#epreuve.jury = { minutes: duree.minutes, page: ligne.page };
			return;
		}
		const passage = this.#passage;
		const dessus = passage?.titre.at(-1);
		// A heading may take two lines.
		const aucunTexte = passage?.titre.length === passage?.contenus.length;
		if (passage && ligne.gras && dessus?.gras && aucunTexte && enSuite(dessus, ligne)) {
			passage.titre.push(ligne);
			passage.nom = enTexte(passage.titre);
			passage.contenus.push({ ligne });
		} else if (passage && !ligne.gras) passage.contenus.push({ ligne });
		else {
			const de = this.#epreuve.bloc?.intitule;
			const titre = ligne.gras || this.#passages.length === 0 ? [ligne] : [];
			this.#passage = { nom: ligne.texte, page: ligne.page, contenus: [{ ligne }], titre, ...(de && { de }) };
			this.#passages.push(this.#passage);
		}
	}
}

const compterMots = (contenus: readonly Contenu[]): number => contenus.reduce((n, c) => n + motsDuContenu(c).length, 0);

/** Whether two lines belong to one heading: adjacent and in the same style. */
const enSuite = (dessus: LignePdf, ligne: LignePdf): boolean =>
	dessus.page === ligne.page &&
	Math.abs(dessus.corps - ligne.corps) < 0.6 &&
	dessus.y - ligne.y < 1.7 * ligne.corps &&
	!/:$/u.test(dessus.texte);

/** « Le titre professionnel … peut être complété par le certificat complémentaire de spécialisation suivant : » */
const introduitUnBloc = (lignes: readonly LignePdf[], entiere = false): boolean => {
	const texte = replier(enTexte(lignes));
	return (
		lignes.length < 5 &&
		/^(?:le|ce) titre professionnel\b/.test(texte) &&
		(!entiere || /\b(?:complete|compose)e?\b.*:$/.test(texte))
	);
};

/** Heading of the section of a bloc, in larger type: « CCP », « CCP 2 - … », « CCS – … ». */
const teteDeBloc = (texte: string): { type: TypeBloc; titre: string } | undefined => {
	const m =
		/^(CC[PS]|Certificat (?:de compétences professionnelles|complémentaire de spécialisation)|Bloc de compétences)(?:\s*n?\s*°?\s*\d{1,2})?\s*(?:[-–—:]\s*(.*))?$/iu.exec(
			texte,
		);
	if (!m?.[1]) return undefined;
	return { type: /^ccs|complémentaire/iu.test(m[1]) ? 'ccs' : 'ccp', titre: m[2] ?? '' };
};

/** Fields of « Références de la spécialité », by folded name. `formacodes` is recognised but ignored. */
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

/**
 * Parses a field of « Références de la spécialité », such as « Date d’effet de l’arrêté : 18/12/2023 », into `lu`.
 * @returns whether the line is such a field
 */
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
