import { estMotOutil } from '../domaine/texte/mots-outils.ts';
import type { Doute } from './bloc.ts';
import { decoderC1, defautDe, nommer } from './caractere.ts';
import { sansRedoublement } from './html.ts';
import { Refus } from './refus.ts';

/** A repair of the text, as in the catalogue's schema. `source` is added when the file is written. */
export type Reparation = { ligne: number; avant: string; apres: string; motif: string };

type Faite = Omit<Reparation, 'ligne'>;
type Regle = (texte: string) => { resultat: string; faites: Faite[] };

/**
 * Repairs, line by line, what the document itself proves to be wrong. Wording, capitals, accents and apostrophes of an
 * official text are never corrected.
 * @throws Refus if letters were lost, spaced out or shown in another order
 */
export const reparer = (
	brutes: readonly string[],
): { lignes: string[]; reparations: Reparation[]; doutes: Doute[] } => {
	for (const [i, ligne] of brutes.entries()) {
		const defaut = defautDe(ligne);
		if (defaut)
			throw new Refus(
				`ligne ${i + 1} : ${defaut} ; la récrire d’après le document, ou repartir du fichier d’origine, en UTF-8`,
			);
	}
	const vocabulaire = compterMots(brutes);
	const reparations: Reparation[] = [];
	const regles: readonly Regle[] = [caracteres, references, exposants, liens, motsCoupes(vocabulaire), guillemets];
	const lignes = brutes.map((brute, i) => {
		let texte = brute;
		for (const regle of regles) {
			const { resultat, faites } = regle(texte);
			texte = resultat;
			for (const faite of faites) reparations.push({ ligne: i + 1, ...faite });
		}
		return texte;
	});
	refuserLettresEspacees(lignes);
	const coupes = recoller(lignes, vocabulaire, reparations);
	return { lignes, reparations, doutes: [...coupes, ...lignes.flatMap(guillemetsSeuls)] };
};

/** Refuses lines such as « R é g l e r u n i n s t r u m e n t »: words can no longer be separated. */
const refuserLettresEspacees = (lignes: readonly string[]): void => {
	const rang = lignes.findIndex((l) => /(?:(?<!\S)[\p{L}'’] ){6}\p{Ll}(?!\S)/u.test(l) && /\p{Ll}/u.test(l));
	if (rang >= 0)
		throw new Refus(
			`ligne ${rang + 1} : « ${lignes[rang]?.trim().slice(0, 60)} » : lettres espacées une à une, les mots ne se distinguent plus ; récrire cette ligne, ou importer le document en texte`,
		);
};

const compterMots = (brutes: readonly string[]): Map<string, number> => {
	const compte = new Map<string, number>();
	for (const mot of brutes.join('\n').match(/\p{L}+/gu) ?? []) {
		const cle = mot.toLowerCase();
		compte.set(cle, (compte.get(cle) ?? 0) + 1);
	}
	return compte;
};

/**
 * Joins « cand idat » if each piece occurs once in the document, and the whole word at least twice: a trace of a PDF
 * with spaced letters. A first piece that is a function word proves nothing: « par ce » and « sur tout » are French,
 * like « parce » and « surtout ».
 */
const motsCoupes =
	(vocabulaire: Map<string, number>): Regle =>
	(texte) => {
		const faites: Faite[] = [];
		const fois = (mot: string) => vocabulaire.get(mot.toLowerCase()) ?? 0;
		// A second piece may be the first of another pair: the look-ahead lets matches overlap.
		const paires = [...texte.matchAll(/(?<![\p{L}\p{N}'’-])(\p{L}+) (?=(\p{Ll}+)(?![\p{L}\p{N}'’-]))/gu)]
			.map(({ index, 1: a = '', 2: b = '' }) => ({ a, b, debut: index, milieu: index + a.length + 1 }))
			.filter(({ a, b }) => !estMotOutil(a) && fois(a) === 1 && fois(b) === 1 && fois(a + b) >= 2);
		let resultat = '';
		let reste = 0;
		for (const { a, b, debut, milieu } of paires) {
			// A piece that belongs to two pairs is not joined: both together would make an unproven word.
			if (paires.some((autre) => autre.debut === milieu || autre.milieu === debut)) continue;
			faites.push({ avant: `${a} ${b}`, apres: a + b, motif: 'espace au milieu d’un mot' });
			resultat += texte.slice(reste, debut) + a;
			reste = milieu;
		}
		return { resultat: resultat + texte.slice(reste), faites };
	};

/**
 * First parts of compounds written with a hyphen: « semi-automatique ». Those that also begin other words (« co- »,
 * « par- », « pré- ») are left out, for a person to decide.
 */
const COMPOSE =
	/^(?:anti|après|arrière|auto|avant|ceux|chef|contre|demi|elles|extra|micro|mini|multi|non|post|quasi|quelques|semi|sous|vice)$/iu;
export const estCompose = (debut: string): boolean => COMPOSE.test(debut);

export const MOTIF_CESURE = 'trait d’union en fin de ligne : mot coupé, ou mot composé ? Laissé tel quel';

/** Joins a word split at a line end if the document has it whole elsewhere. Reports a doubt if nothing proves it. */
const recoller = (lignes: string[], vocabulaire: Map<string, number>, reparations: Reparation[]): Doute[] => {
	const doutes: Doute[] = [];
	const entier = lignes.join('\n').toLowerCase();
	/** Whether to join the word without hyphen. Records the repair or the doubt. */
	const recolle = (i: number, fin: string, signe: string, debut: string): boolean => {
		// A soft hyphen is printed only where a word is split.
		const coupe = signe === '\u00ad' || vocabulaire.has((fin + debut).toLowerCase());
		const texte = `${fin}- ${debut}`;
		if (coupe) reparations.push({ ligne: i + 1, avant: texte, apres: fin + debut, motif: 'mot coupé en fin de ligne' });
		else if (!estCompose(fin) && !entier.includes(`${fin}-${debut}`.toLowerCase()))
			doutes.push({ ligne: i + 1, texte, motif: MOTIF_CESURE });
		return coupe;
	};
	for (const [i, ligne] of lignes.entries()) {
		// In a table cell, the lines follow each other on the line of the table.
		if (ligne.includes('<td'))
			lignes[i] = ligne.replace(
				/(\p{L}+)([-\u2010\u2011\u00ad])(?:<br ?\/?>\s*| (?!(?:et|ou) ))(\p{Ll}+)([^\s<]*)\s*/gu,
				(tout, fin, signe, debut, reste) => (recolle(i, fin, signe, debut) ? `${fin}${debut}${reste} ` : tout),
			);
		const fin = /(\p{L}+)([-\u2010\u2011\u00ad])[\s\p{Cf}]*$/u.exec(ligne);
		if (!fin?.[1]) continue;
		let rang = i + 1;
		// A page may end between both pieces.
		while (lignes[rang]?.trim() === '') rang++;
		const suivante = lignes[rang] ?? '';
		const debut = /^[\s\p{Cf}]*(\p{Ll}+)/u.exec(suivante);
		if (!debut?.[1] || !recolle(i, fin[1], fin[2] ?? '', debut[1])) continue;
		lignes[i] = ligne.slice(0, fin.index) + fin[1] + debut[1];
		lignes[rang] = suivante.slice(debut[0].length);
	}
	return doutes;
};

/** Closing guillemets without an opening one: the position of each, and that of the previous mark. */
const fermantsSeuls = (texte: string): { index: number; apres: number }[] => {
	const seuls: { index: number; apres: number }[] = [];
	let ouverts = 0;
	let apres = 0;
	for (const { 0: signe, index } of texte.matchAll(/[«»]/gu)) {
		if (signe === '«') ouverts++;
		else if (ouverts > 0) ouverts--;
		else seuls.push({ index, apres });
		apres = index + 1;
	}
	return seuls;
};

/** Restores an opening guillemet, « production  cœur de métier » », if one pair of spaces shows its place. */
const guillemets: Regle = (texte) => {
	const faites: Faite[] = [];
	let resultat = '';
	let debut = 0;
	for (const { index, apres } of fermantsSeuls(texte)) {
		const portion = texte.slice(apres, index);
		const trous = [...portion.matchAll(/(?<=\S) {2}(?=\S)/gu)];
		const trou = trous[0];
		// With two pairs of spaces, the place is ambiguous.
		if (!trou || trous.length > 1) continue;
		const ici = apres + trou.index;
		const dedans = texte.slice(ici + 2, index + 1);
		const mot = /\S+$/u.exec(texte.slice(0, ici))?.[0] ?? '';
		resultat += `${texte.slice(debut, ici)} « ${dedans}`;
		debut = index + 1;
		faites.push({ avant: `${mot}  ${dedans}`, apres: `${mot} « ${dedans}`, motif: 'guillemet ouvrant perdu' });
	}
	return { resultat: resultat + texte.slice(debut), faites };
};

const guillemetsSeuls = (texte: string, i: number): Doute[] =>
	fermantsSeuls(texte).map(({ index }) => ({
		ligne: i + 1,
		texte: texte.slice(Math.max(0, index - 40), index + 1).trim(),
		motif: 'guillemet fermant sans ouvrant : place inconnue, texte laissé tel quel',
	}));

/** Removes control characters, and decodes those that come from Windows-1252 read as Latin-1: « l\u0092eau ». */
const caracteres: Regle = (texte) => {
	const faites: Faite[] = [];
	const resultat = texte.replace(/[\p{Cc}--[\t\f]]/gv, (c) => {
		const apres = c >= '\u0080' ? decoderC1(c) : ' ';
		const motif = apres.trim() ? 'signe de Windows-1252 mal transcrit' : 'caractère de commande retiré';
		if (!faites.some((f) => f.avant === nommer(c))) faites.push({ avant: nommer(c), apres: apres.trim(), motif });
		return apres;
	});
	return { resultat, faites };
};

/** Decodes character references that were encoded twice. */
const references: Regle = (texte) => {
	const resultat = sansRedoublement(texte);
	const motif = 'référence de caractère encodée deux fois';
	return { resultat, faites: resultat === texte ? [] : [{ avant: texte.trim(), apres: resultat.trim(), motif }] };
};

/** Replaces exponents in LaTeX notation: `1^{er}`. */
const exposants: Regle = (texte) => {
	const faites: Faite[] = [];
	const resultat = texte.replace(/\$?\^\{(\p{L}{1,4})\}\$?/gu, (trouve: string, e: string) => {
		faites.push({ avant: trouve, apres: e, motif: 'exposant noté à la manière de LaTeX' });
		return e;
	});
	return { resultat, faites };
};

/** Removes the address of Markdown links, « [texte](adresse) », and pictures, « ![légende](adresse) ». */
const liens: Regle = (texte) => {
	const faites: Faite[] = [];
	const resultat = texte.replace(
		/(?<!\\)(!?)\[([^\]]*)\]\(\s*(?:https?:|data:|\/|#)[^)\s]*(?:\s+"[^"]*")?\s*\)/gu,
		(trouve: string, image: string, texte: string) => {
			const apres = image ? '' : texte;
			faites.push({ avant: trouve, apres, motif: image ? 'image retirée' : 'adresse d’un lien retirée' });
			return apres;
		},
	);
	return { resultat, faites };
};
