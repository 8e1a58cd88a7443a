import type { TypeBloc } from '../../schemas/bloc.ts';
import { lireJour } from '../champ.ts';
import { mots, replier } from '../signe.ts';
import { lireCorrespondances, parPaire, type TableDeCorrespondances } from './correspondances.ts';
import { codesNsf, lireCouverture } from './couverture.ts';
import { type BlocDuRe, blocDe, lireCriteres, lireTransversales } from './criteres.ts';
import { bordDroit, type Document, type Doute, motsDuContenu, paragraphesDe, sansPuce } from './document.ts';
import { dureesDe } from './duree.ts';
import { type EpreuveLue, lireModalites, MODALITES, verifierTotal } from './modalites.ts';
import { type Contenu, enTexte, type LignePdf, rangeesDe } from './page.ts';
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
	/** Blocs of the table of criteria; empty where none could be read. */
	blocs: BlocDuRe[];
	transversales: { libelle: string; page: number }[];
	correspondances: TableDeCorrespondances[];
	passages: Passage[];
	restes: { page: number; texte: string }[];
	doutes: Doute[];
	perdus: number;
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

export const nouveau = <P extends { nom: string; page: number; contenus: Contenu[]; titre: LignePdf[]; de?: string }>(
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
