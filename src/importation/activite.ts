import type { TypeBloc } from '../schemas/bloc.ts';
import { type Doute, estTeteDeTableau, type LignesDeBloc, texteImprime, usageDesItems } from './bloc.ts';
import type { Ligne } from './ligne.ts';
import { Refus } from './refus.ts';
import {
	commenceEnCapitale,
	commenceEnMinuscule,
	commenceParInfinitif,
	enCapitales,
	finitItem,
	finitPhrase,
	joindre,
	mots,
	NUMERO_ABREGE,
	parentheseOuverte,
	replier,
	resteEnSuspens,
} from './signe.ts';

/** A line that begins a bloc: its mark and its title. */
export type Ouverture = { type: TypeBloc; marque: string; titre: string };

/** Names of blocs in documents, including initials with dots. */
const NOM =
	'(?:(?:C\\.?C\\.?[PS]\\.?|BC|RNCP\\d+BC|AT)|(?:certificat\\s+(?:de\\s+compétences?\\s+professionnelles?|complémentaire(?:\\s+de\\s+spéciali(?:sation|té))?)(?:\\s+\\(CC[PS]\\))?|activité(?:[\\s-]+type)?|bloc(?:\\s+de\\s+compétences)?|unité))';
/** « premier CCP », « 2e activité type » */
const ORDINAL =
	'(?:(?:premi(?:er|ère)|seconde?|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)ième|\\d{1,2}\\s?(?:er|re|e|ème))\\s+)?';
/** « CCP 1 – », « CCS : », « BC01 - », « CCP A : », « Activité 1 : », « Certificat de compétences professionnelles n° 2. », « U1 : » */
const NOMMEE = new RegExp(
	`^(${ORDINAL}(?:${NOM}|UC?(?=\\s?\\d{1,2}\\s*[-–—―:.)]))\\s*(?:(?:${NUMERO_ABREGE})\\s*)?(?:\\d{1,2}|[A-H](?=\\s*[-–—―:.)])|[IVX]{1,4}(?=\\s*[-–—―:.)]))?\\s*(?:\\((?:suite|(?:suite et )?fin)\\)\\s*)?(?:\\.\\s*)?(?:[-–—―:.)/]+|(?<=\\d)(?=\\s*\\p{Lu}\\p{Ll})|(?<=\\d)(?=\\s+[\\p{Lu}«"])|(?=\\s«[^«»]+»[\\s:]*$)|$))`,
	'iu',
);
/** Name of an item of a bloc, never of a bloc: « Compétence n° 1 – », « CP 2 : », « AT1-CP1. », « C3 - ». */
export const ITEM_NOMME =
	/^(?:AT\s?\d{1,2}\s*[-–—.]?\s*)?(?:CP|C|[Cc]ompétences?(?:\s+professionnelles?)?|COMPÉTENCES?)\s*(?:n\s?[°ºo]\s*)?\d{1,2}(?:[.-]\d{1,2})*\s*(?:[-–—―:.)/]+\s*|\s(?=\p{Lu}))(?=[\p{L}«"(])/u;
/** « 1. », « 1 - », « 2) », « 3° », « 1.- », « 1/ », « IV. », « B – » */
const NUMEROTEE =
	/^((?:[nN]\s?[°º]\s?)?(\d{1,2}|[IVX]{1,4}|[A-H])\s*(?:[.)°/:]\s*[-–—―]?|[-–—―]))\s*(?=[\p{L}«"(])(.+)$/u;
/** A number alone on its line: « 1. ». Its title is on the next line. */
const NUMERO_SEUL = /^(\d{1,2}|[IVX]{1,4})\s*(?:[.)°/]\s*[-–—―]?|[-–—―])$/u;
/** Marks found only on items inside a bloc: « 1.1. », « 1-2 », « 1.1) », « a) », « b. », « ii) ». */
const SOUS_NUMERO = new RegExp(
	`${ITEM_NOMME.source}|^(?:\\d{1,2}(?:[.-](?:\\d{1,2}|[a-z](?!\\p{L}))){1,2}\\s*[.)°/:–—-]?|(?:[a-z]|[ivx]{2,4})[.)])\\s+(?=\\p{L})`,
	'u',
);
/** Mark of an item in documents where blocs have another kind of mark: « 1. », « II – », « A. ». */
const NUMERO = /^(?:\d{1,2}|[IVX]{1,4}|[A-H])\s*(?:[.)°/]\s*[-–—―]?|[-–—―])\s*(?=\p{L})/u;

/** Parses the name of a bloc at the start of a line: « CCP 1 – », « CCS : ». */
export const ouvertureNommee = (texte: string): Ouverture | null => {
	if (ITEM_NOMME.test(texte)) return null;
	const m = NOMMEE.exec(texte);
	if (!m?.[1]) return null;
	const titre = texte.slice(m[1].length).trim();
	// In prose (« CCP constitutifs du titre », « Unité : … ») no title follows: a title has a capital, or is on the next
	// line.
	if (titre !== '' && !commenceEnCapitale(titre)) return null;
	if (titre === '' && !/\d|^C\.?C\.?[PS]\b/u.test(m[1])) return null;
	const type = /^(?:C\.?C\.?S|certificat\s+complémentaire)/iu.test(m[1]) ? 'ccs' : 'ccp';
	return { type, marque: m[1], titre };
};

/** Form of a number. The blocs of a document share one form; lines with another form are items. */
type Numero = { sorte: 'romain' | 'arabe' | 'lettre'; signe: string; rang: number };

const ROMAINS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const numeroDe = (marque: string, lettres: boolean): Numero => {
	const [, valeur = '', signe = ''] = /^(?:n\s?[°º]\s?)?(\w+)\s*(.*)$/iu.exec(marque) ?? [];
	if (/^\d/u.test(valeur)) return { sorte: 'arabe', signe, rang: Number(valeur) };
	return lettres
		? { sorte: 'lettre', signe, rang: valeur.charCodeAt(0) - 64 }
		: { sorte: 'romain', signe, rang: ROMAINS.indexOf(valeur) + 1 };
};

const ouvertureNumerotee = (texte: string): Ouverture | null => {
	// « 3-axes : usiner… » is plain text and « 1-2 Souder » an item, but « 1-Souder » and « 3 - axes » are numbered.
	if (/^\d{1,2}\p{Pd}\p{Ll}/u.test(texte) || SOUS_NUMERO.test(texte)) return null;
	const m = NUMEROTEE.exec(texte);
	if (m?.[1] && m[3]) return { type: 'ccp', marque: m[1].trim(), titre: m[3] };
	return NUMERO_SEUL.test(texte) ? { type: 'ccp', marque: texte, titre: '' } : null;
};

/**
 * Finds the blocs when blocs and items are numbered alike: « 1. Fabriquer », « 1. Débiter », « 2. Vernir », « 2.
 * Régler ». A bloc is a title, on one or more lines, after which numbers start again at 1; blocs must be in order.
 * @returns indexes of the lines that begin a bloc; undefined if the document is not numbered this way
 */
const ouvrantsEmboites = (
	numeros: readonly (Numero | null)[],
	lignes: readonly Ligne[],
): ReadonlySet<number> | undefined => {
	const suite = numeros.flatMap((n, i) => (n ? [{ ...n, i }] : []));
	if (suite[0]?.rang !== 1 || suite[1]?.rang !== 1) return undefined;
	const [{ sorte, signe }] = suite;
	if (suite.some((n) => n.sorte !== sorte || n.signe !== signe)) return undefined;
	const ouvrants = suite.filter(
		(n, k) =>
			suite[k + 1]?.rang === 1 && lignes.slice(n.i + 1, suite[k + 1]?.i).every((l) => commenceEnMinuscule(l.texte)),
	);
	const recommencent = suite.filter((n) => n.rang === 1).length;
	const dansLOrdre = ouvrants.every((n, k) => n.rang === k + 1);
	return dansLOrdre && recommencent === ouvrants.length + 1 ? new Set(ouvrants.map((n) => n.i)) : undefined;
};

/**
 * Which numbered lines begin a bloc: all of them or, if another form of number starts again at 1 under each line of the
 * first form, only the lines of the first form. Letters count only in order, A then B.
 */
const ouverturesNumerotees = (lignes: readonly Ligne[]): (Ouverture | null)[] => {
	const brutes = lignes.map((l) => (l.puce === null ? ouvertureNumerotee(l.texte) : null));
	const premiere = brutes.find((o) => o !== null);
	if (!premiere) return brutes;
	const lettres = brutes.some((o) => o !== null && /^B(?!\w)/u.test(o.marque));
	const numeros = brutes.map((o) => {
		if (!o) return null;
		const numero = numeroDe(o.marque, lettres);
		return numero.rang > 0 || numero.sorte === 'arabe' ? numero : null;
	});
	// « 1. » alone on its line begins a bloc only if all such lines are numbered in sequence.
	const seuls = brutes.filter((o) => o?.titre === '');
	if (seuls.length > 0 && (seuls.length < 2 || seuls.some((o, i) => numeroDe(o?.marque ?? '', lettres).rang !== i + 1)))
		return brutes.map((o, i) => (o?.titre === '' || numeros[i] === null ? null : o));
	const tete = numeros.find((n) => n !== null);
	if (!tete) return brutes.map(() => null);
	const emboites = ouvrantsEmboites(numeros, lignes);
	if (emboites) return brutes.map((o, i) => (emboites.has(i) ? o : null));
	const memes = (n: Numero) => n.sorte === tete.sorte && n.signe === tete.signe;
	let attendu = true;
	const autres = numeros.filter((n) => n !== null && !memes(n));
	let dedans = autres.length > 0;
	// If the other numbers run through the whole list (« 01 – » to « 12 – » under « 1. » to « 3. »), they are items.
	const continus = autres.every((n, i) => n?.rang === i + 1);
	for (const n of continus ? [] : numeros) {
		if (n === null) continue;
		// Otherwise they are items only if they start again at 1 under each bloc.
		if (memes(n)) attendu = true;
		else {
			if (attendu && n.rang !== 1) dedans = false;
			attendu = false;
		}
	}
	return brutes.map((o, i) => {
		const n = numeros[i];
		return !n || (dedans && !memes(n)) ? null : o;
	});
};

/** Heading of the CCS, or sentence: « Certificats complémentaires de spécialisation ». Blocs after it are CCS. */
export const ANNONCE_CCS =
	/^(?:les? )?(?:certificats?|blocs?(?: de competences?)?) (?:complementaires?|supplementaires?|optionnels?|facultatifs?)(?: [^.;:0-9]{1,80})?[ :.]*$|^(?:le|ce) titre professionnel [^:]*\bcertificats? complementaires? [^:]*:$/;
const ANNONCE =
	/^(?:les? |liste des )?(?:certificats? de competences? professionnelles?|option|tronc commun|specialite|domaine|activites? types?|competences? professionnelles?)\b/;

/** Headings of lists that are not competences. */
const HORS_LISTE = /^(?:tableau|liste|vous pouvez|nota|équivalences?)(?!\p{L})/iu;

/** A heading between two blocs: « Option dessin de projet ». */
export type Intertitre = { texte: string; lignes: number[]; rang: number };

export type Region = {
	/** Prose before the first bloc. */
	avant: Ligne[];
	groupes: LignesDeBloc[];
	intertitres: Intertitre[];
	/** Prose after the last competence. */
	apres: Ligne[];
	doutes: Doute[];
};

/** A line of the section, and the bloc that it begins, if any. */
type Marquee = { ligne: Ligne; ouverture: Ouverture | null };

/**
 * Splits the section that lists the activities into blocs.
 * @param intitule title of the whole titre, used if no bloc has a title
 */
export const couperEnBlocs = (lignes: readonly Ligne[], intitule: string | undefined): Region => {
	const marquees = marquer(lignes);
	return marquees.some((m) => m.ouverture) ? parcourir(marquees) : sansMarque(lignes, intitule);
};

const marquer = (lignes: readonly Ligne[]): Marquee[] => {
	const nommees = lignes.map((l) => ouvertureNommee(l.texte));
	// If blocs have a name, a bare number marks a competence. A named CCS may follow numbered CCP.
	const parNom = nommees.some((o) => o?.type === 'ccp');
	const numerotees = parNom ? lignes.map(() => null) : ouverturesNumerotees(lignes);
	const dressee = (l: Ligne) => l.puce === null && (l.gras || l.diese > 0 || enCapitales(l.texte));
	const nues = lignes.map((l, i) => dressee(l) && !numerotees[i] && !nommees[i]);
	const nombre = nues.filter(Boolean).length;
	const chiffrees = lignes.filter((_, i) => numerotees[i]);
	// Bold or capital titles (« **Assurer la production** ») followed by competences, numbered or not.
	const parHabit =
		!parNom &&
		nombre < lignes.length &&
		(chiffrees.length === 0 || (nombre > 1 && chiffrees.every((l) => !dressee(l) && finitItem(l.texte))));
	// « 1 FABRIQUER », « 2 RÉGLER »: numbers without sign, which lead to all titles in sequence.
	const titres = lignes.flatMap((l, i) => (nues[i] ? [/^(\d{1,2})\s+(\p{Lu}.*)$/u.exec(l.texte)] : []));
	const rangs = titres.every((m, k) => Number(m?.[1]) === k + 1);
	return lignes.map((ligne, i): Marquee => {
		const [, marque = '', titre = ligne.texte] = (rangs && /^(\d{1,2})\s+(.*)$/u.exec(ligne.texte)) || [];
		const habit: Ouverture | null = parHabit && nues[i] ? { type: 'ccp', marque, titre } : null;
		const ouverture = nommees[i] ?? habit ?? (parHabit ? null : (numerotees[i] ?? null));
		return {
			ligne: ouverture ? ligne : sansNumeroDItem(ligne),
			ouverture,
		};
	});
};

const parcourir = (marquees: readonly Marquee[]): Region => {
	const region: Region = { avant: [], groupes: [], intertitres: [], apres: [], doutes: [] };
	let ccs = false;
	let attente: Ligne[] = [];
	marquees.forEach(({ ligne, ouverture }, i) => {
		const dernier = region.groupes.at(-1);
		const hors = { ...ligne, texte: texteImprime(ligne) };
		if (ANNONCE_CCS.test(replier(ligne.texte)) && !ouverture?.titre) {
			ccs = true;
			if (marquees[i + 1]?.ouverture) attente.push(hors);
			else region.groupes.push({ type: 'ccs', marque: hors.texte, titre: '', ligne, suite: [] });
		} else if (ouverture) {
			const apresIntertitre = dernier !== undefined && attente.length > 0;
			if (!dernier) region.avant.push(...attente);
			else if (attente.length > 0) region.intertitres.push(intertitre(attente, region.groupes.length));
			attente = [];
			region.groupes.push({
				...ouverture,
				type: ccs ? 'ccs' : ouverture.type,
				ligne,
				suite: [],
				...(apresIntertitre && { apresIntertitre }),
			});
		} else if (!dernier || attente.length > 0 || interrompt(marquees, i, dernier)) attente.push(hors);
		else dernier.suite.push(ligne);
	});
	region.apres.push(...attente);
	refuserBlocPerdu(region.avant);
	const tete = region.groupes.find(
		(g) => !/\d/u.test(g.marque) && estTeteDeTableau(`${g.marque} ${g.titre}`) && g.titre,
	);
	if (tete) refuserTete(tete.ligne);
	const tetes = region.avant.filter((l) => estTeteDeTableau(l.texte));
	if (tetes.length > 1 && tetes[0])
		region.doutes.push({
			ligne: tetes[0].numero,
			texte: tetes[0].texte,
			motif: 'en-tête d’un tableau que la copie a mis en lignes : l’ordre de celles-ci est à vérifier',
		});
	for (const l of region.avant)
		if (commenceParInfinitif(l.texte))
			region.doutes.push({
				ligne: l.numero,
				texte: l.texte,
				motif: 'ligne d’avant le premier bloc : phrase, ou compétence d’un bloc dont l’intitulé n’est pas reconnu ?',
			});
	return region;
};

/** Refuses a bloc name before the first recognised bloc: its competences would be read as prose. */
const refuserBlocPerdu = (avant: readonly Ligne[]): void => {
	const perdu = avant.find((l) =>
		new RegExp(`^${ORDINAL}${NOM}\\s*(?:(?:${NUMERO_ABREGE})\\s*)?\\d`, 'iu').test(l.texte),
	);
	if (perdu) refuserMarque(perdu);
};

const intertitre = (lignes: readonly Ligne[], rang: number): Intertitre => ({
	texte: lignes.reduce((texte, l) => joindre(texte, l.texte), ''),
	lignes: lignes.map((l) => l.numero),
	rang,
});

/**
 * Whether a line ends the competences of the current bloc, as a heading or as prose: it does not continue the previous
 * line, has neither infinitive nor final stop, and only such lines follow until the next bloc or the end.
 */
const interrompt = (marquees: readonly Marquee[], i: number, groupe: LignesDeBloc): boolean => {
	const ligne = marquees[i]?.ligne;
	const avant = groupe.suite.at(-1);
	if (!ligne || !avant || ligne.puce !== null) return false;
	if (!commenceEnCapitale(ligne.texte) || commenceParInfinitif(ligne.texte)) return false;
	if (!finitItem(avant.texte) && (usageDesItems(groupe.suite).stops || ligne.blancs === 0)) return false;
	if (resteEnSuspens(avant.texte) || parentheseOuverte(avant.texte)) return false;
	// A line followed by other competences of the same bloc does not end it.
	const fin = marquees.findIndex((m, j) => j > i && m.ouverture !== null);
	const restantes = marquees.slice(i + 1, fin < 0 ? undefined : fin).map((m) => m.ligne);
	const horsListe = HORS_LISTE.test(ligne.texte);
	const puces = groupe.suite.some((l) => l.puce !== null);
	if (!horsListe && restantes.some((l) => commenceParInfinitif(l.texte) || (puces && l.puce !== null))) return false;
	if (horsListe || ANNONCE.test(replier(ligne.texte))) return true;
	if (finitPhrase(ligne.texte) || /;$/u.test(ligne.texte)) return false;
	// Competences may be nouns: « Pose des cordes ».
	if (!groupe.suite.some((l) => commenceParInfinitif(l.texte))) return false;
	const suivante = marquees.slice(i + 1).find((m) => !commenceEnMinuscule(m.ligne.texte));
	return (
		!suivante ||
		suivante.ouverture !== null ||
		(suivante.ligne.puce === null && !commenceParInfinitif(suivante.ligne.texte))
	);
};

/**
 * Reads a section without any mark. Either titles are recognised because each has a list under it, or lacks the final
 * stop that competences have, or there is one bloc: its title is the first line if that line has the words of the others, or else the title
 * of the whole titre.
 */
const sansMarque = (lignes: readonly Ligne[], intitule: string | undefined): Region => {
	const usage = usageDesItems(lignes);
	const estTitre = (ligne: Ligne, i: number): boolean => {
		const suivante = lignes.slice(i + 1).find((l) => !commenceEnMinuscule(l.texte));
		const avant = lignes[i - 1];
		return (
			usage.stops &&
			ligne.puce === null &&
			commenceParInfinitif(ligne.texte) &&
			!finitItem(finDuParagraphe(ligne, lignes.slice(i + 1))) &&
			(!avant || finitItem(avant.texte)) &&
			suivante !== undefined &&
			finitItem(finDuParagraphe(suivante, lignes.slice(lignes.indexOf(suivante) + 1)))
		);
	};
	const premiere = lignes[0];
	const titres = new Set(itemsDeDehors(lignes) ?? lignes.filter(estTitre));
	if (premiere && titres.has(premiere)) {
		const region = parcourir(
			lignes.map((ligne) => ({
				ligne,
				ouverture: titres.has(ligne) ? { type: 'ccp', marque: '', titre: ligne.texte } : null,
			})),
		);
		for (const l of titres)
			region.doutes.push({
				ligne: l.numero,
				texte: l.texte,
				motif: 'ligne sans numéro, lue comme un intitulé de bloc',
			});
		return region;
	}
	const vide: Region = { avant: [], groupes: [], intertitres: [], apres: [], doutes: [] };
	if (!premiere) return vide;
	const douter = (motif: string): Doute[] => [{ ligne: premiere.numero, texte: premiere.texte, motif }];
	const annonce = couverture(premiere, lignes);
	if (lignes.length > 2 && annonce >= 0.7 && lignes.slice(1).every((l) => couverture(l, lignes) < annonce)) {
		const groupes: LignesDeBloc[] = [
			{ type: 'ccp', marque: '', titre: premiere.texte, ligne: premiere, suite: lignes.slice(1) },
		];
		const motif = 'aucun intitulé marqué : la première ligne, qui annonce les autres, est lue comme l’intitulé du bloc';
		return { ...vide, groupes, doutes: douter(motif) };
	}
	refuserMarqueInconnue(lignes);
	const groupes: LignesDeBloc[] = intitule
		? [{ type: 'ccp', marque: '', titre: intitule, ligne: premiere, suite: lignes.map(sansSousNumero), emprunte: true }]
		: [];
	const motif = 'aucun intitulé de bloc dans le document : celui du titre en tient lieu';
	return { ...vide, avant: intitule ? [] : [...lignes], groupes, doutes: douter(motif) };
};

/** Outer items of a list in which each has a list of its own; undefined if the lines are no such list. */
const itemsDeDehors = (lignes: readonly Ligne[]): Ligne[] | undefined => {
	const items = lignes.filter((l) => l.puce !== null);
	const dehors = items.filter((l) => l.retrait === lignes[0]?.retrait);
	const emboites = dehors.every((l) => (items[items.indexOf(l) + 1]?.retrait ?? 0) > l.retrait);
	return items[0] === lignes[0] && dehors.length > 1 && emboites ? dehors : undefined;
};

/** Refuses a list in which some lines look like bloc names of an unknown form: it must not be read as one bloc. */
const refuserMarqueInconnue = (lignes: readonly Ligne[]): void => {
	const nommees = lignes.filter((l) =>
		/(?<!\p{L})(?:c\.?c\.?[ps]\.?|certificats? de competences?|activites?[ -]types?|blocs? de competences?)(?!\p{L})/u.test(
			replier(l.texte),
		),
	);
	// « (1) Fabriquer », « ① Fabriquer », « N° 1 Fabriquer », « Domaine 1 : fabriquer », « AP1 : Fabriquer »
	const chiffrees = lignes.filter((l) =>
		/^[^\p{L}\d]{0,3}(?:[nN]\s?[°º]\s?)?\d{1,2}[^\p{L}\d]{0,3}\p{Lu}|^\p{L}+[\s-]*(?:n\s?°\s?)?\d{1,2}(?:\s*[:.)–—-]|\s+\p{Lu})/u.test(
			texteImprime(l).normalize('NFKC'),
		),
	);
	const [premiere] = [nommees, chiffrees.length > 1 ? chiffrees : []].sort((a, b) => b.length - a.length)[0] ?? [];
	if (premiere && lignes.length > 1) refuserMarque(premiere);
};

const refuserTete = (ligne: Ligne): never => {
	throw new Refus(
		`ligne ${ligne.numero} : « ${ligne.texte} » a l’air de l’en-tête d’un tableau dont la copie a perdu les colonnes ; écrire chaque intitulé sur sa ligne (« CCP 1 – … »), ses compétences dessous, et ôter l’en-tête`,
	);
};

const refuserMarque = (ligne: Ligne): never => {
	if (estTeteDeTableau(ligne.texte)) refuserTete(ligne);
	throw new Refus(
		`ligne ${ligne.numero} : « ${ligne.texte.slice(0, 80)} » a l’air d’un intitulé de bloc, d’une forme que l’importeur ne connaît pas ; écrire « CCP 1 – … » en tête de chaque intitulé`,
	);
};

/** Last line of the paragraph that begins with `premiere`; `suite` is the lines after it. */
const finDuParagraphe = (premiere: Ligne, suite: readonly Ligne[]): string => {
	let fin = premiere.texte;
	for (const { texte } of suite) {
		if (!commenceEnMinuscule(texte) || finitPhrase(fin)) break;
		fin = texte;
	}
	return fin;
};

/**
 * Share of the long words of a line (four letters or more) that are also in other lines; 0 if it has fewer than five.
 */
const couverture = (ligne: Ligne, lignes: readonly Ligne[]): number => {
	const siens = [...new Set(mots(ligne.texte).filter((m) => m.length > 3 || /\d/u.test(m)))];
	if (siens.length < 5) return 0;
	const autres = new Set(lignes.filter((l) => l !== ligne).flatMap((l) => mots(l.texte)));
	return siens.filter((m) => autres.has(m)).length / siens.length;
};

const sansForme = (ligne: Ligne, forme: RegExp): Ligne => {
	const m = ligne.puce === null ? forme.exec(ligne.texte) : null;
	return m ? { ...ligne, puce: m[0].trim(), texte: ligne.texte.slice(m[0].length) } : ligne;
};
const sansSousNumero = (ligne: Ligne): Ligne => sansForme(ligne, SOUS_NUMERO);
const sansNumeroDItem = (ligne: Ligne): Ligne => sansForme(sansSousNumero(ligne), NUMERO);
