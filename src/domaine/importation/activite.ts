import type { TypeBloc } from '../../schemas/bloc.ts';
import { type Doute, type LignesDeBloc, usageDesItems } from './bloc.ts';
import type { Ligne } from './ligne.ts';
import {
	commenceEnCapitale,
	commenceEnMinuscule,
	commenceParInfinitif,
	enCapitales,
	finitItem,
	finitPhrase,
	joindre,
	mots,
	parentheseOuverte,
	replier,
	resteEnSuspens,
} from './signe.ts';

/** A line that opens a bloc, and the mark that says so. */
export type Ouverture = { type: TypeBloc; marque: string; titre: string };

/** « CCP 1 – », « CCS : », « BC01 - », « Activité 1 : », « Certificat de compétences professionnelles n° 2. » */
const NOMMEE =
	/^((?:(?:CC[PS]|BC|RNCP\d+BC|AT)|(?:certificat\s+(?:de\s+compétences?\s+professionnelles?|complémentaire\s+de\s+spécialisation)(?:\s+\(CC[PS]\))?|activité(?:[\s-]+type)?|bloc(?:\s+de\s+compétences)?|unité))\s*(?:n\s*°\s*)?(?:\d{1,2})?\s*(?:\.\s*)?(?:[-–—―:.)]+|(?<=\d)(?=\s+\p{Lu})|$))\s*(.*)$/iu;
/** « 1. », « 1 - », « 2) », « 3° », « 1.- », « IV. » */
const NUMEROTEE = /^((\d{1,2}|[IVX]{1,4})\s*(?:[.)°]\s*[-–—―]?|[-–—―]))\s*(?=[\p{L}«"(])(.+)$/u;
/** « 1.1. », « C2 : », « a) »: the mark of an item inside a bloc. */
const NUMERO_ITEM = /^(?:\d{1,2}\.\d{1,2}\.?|C\s?\d{1,2}(?:\.\d{1,2})*\s*[.:)–-]|[a-z]\)|\d{1,2}\s*[.)°-])\s+(?=\p{L})/u;

/** Reads the name of a bloc at the head of a line: « CCP 1 – », « CCS : ». */
export const ouvertureNommee = (texte: string): Ouverture | null => {
	const m = NOMMEE.exec(texte);
	if (!m?.[1]) return null;
	const titre = (m[2] ?? '').trim();
	// « CCP constitutifs du titre », « Unité : … » in prose: a title starts with a capital, or stands on the next line.
	if (titre !== '' && !commenceEnCapitale(titre)) return null;
	if (titre === '' && !/\d|^CC[PS]\b/u.test(m[1])) return null;
	const type = /^(?:CCS|certificat\s+complémentaire)/iu.test(m[1]) ? 'ccs' : 'ccp';
	return { type, marque: m[1].trim(), titre };
};

const ouvertureNumerotee = (texte: string): Ouverture | null => {
	const m = NUMEROTEE.exec(texte);
	return m?.[1] && m[3] ? { type: 'ccp', marque: m[1].trim(), titre: m[3].trim() } : null;
};

/** « Certificats complémentaires de spécialisation »: what is numbered under it is a CCS. */
const ANNONCE_CCS = /^(?:les? )?(?:certificats?|blocs? de competences?) (?:complementaires?|supplementaires?|optionnels?|facultatifs?)(?: de (?:specialisation|specialite)s?)?(?: \(ccs\))?(?: associes?)?[ :.]*$/;
const ANNONCE = /^(?:les? |liste des )?(?:certificats? de competences? professionnelles?|option|tronc commun|specialite|domaine|activites? types?|competences? professionnelles?)\b/;

/** A heading between two blocs that is none itself: « Option dessin de projet ». */
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

/** Cuts the section of an annex that lists the activities into blocs. */
export const couperEnBlocs = (lignes: readonly Ligne[], intitule: string | undefined): Region => {
	const nommees = lignes.filter((l) => ouvertureNommee(l.texte)).length;
	const numerotees = lignes.filter((l) => ouvertureNumerotee(l.texte) && l.puce === null).length;
	// Where blocs have a name, a bare number leads a competence; where only one kind of mark is seen, it is theirs.
	const parNom = nommees > 1 || (nommees === 1 && numerotees === 0);
	const dressees = (l: Ligne) => l.puce === null && (l.gras || l.diese > 0 || enCapitales(l.texte));
	const ouvrir = (ligne: Ligne): Ouverture | null => {
		const nom = ouvertureNommee(ligne.texte);
		if (nom) return nom;
		if (parNom && nommees > 1 && !lignes.some((l) => ouvertureNommee(l.texte)?.type === 'ccp')) return ouvertureNumerotee(ligne.texte);
		return parNom || ligne.puce !== null ? null : ouvertureNumerotee(ligne.texte);
	};
	if (nommees + numerotees > 0) return parcourir(lignes, ouvrir);
	if (lignes.some(dressees) && !lignes.every(dressees))
		return parcourir(lignes, (l) => (dressees(l) ? { type: 'ccp', marque: '', titre: l.texte } : null));
	return sansMarque(lignes, intitule);
};

const parcourir = (lignes: readonly Ligne[], ouvrir: (ligne: Ligne) => Ouverture | null): Region => {
	const region: Region = { avant: [], groupes: [], intertitres: [], apres: [], doutes: [] };
	let ccs = false;
	let attente: Ligne[] = [];
	const vider = (ou: 'intertitre' | 'apres') => {
		if (attente.length === 0) return;
		if (ou === 'apres') region.apres.push(...attente);
		else
			region.intertitres.push({
				texte: attente.reduce((t, l) => joindre(t, l.texte), ''),
				lignes: attente.map((l) => l.numero),
				rang: region.groupes.length,
			});
		attente = [];
	};
	lignes.forEach((ligne, i) => {
		const dernier = region.groupes.at(-1);
		const ouverture = ouvrir(ligne);
		if (ANNONCE_CCS.test(replier(ligne.texte)) && (!ouverture || ouverture.titre === '')) {
			const suivante = lignes[i + 1];
			ccs = true;
			if (suivante && ouvrir(suivante)) attente.push(ligne);
			else region.groupes.push({ type: 'ccs', marque: ligne.texte, titre: '', ligne, suite: [] });
			return;
		}
		if (ouverture) {
			if (dernier) vider('intertitre');
			else {
				region.avant.push(...attente);
				attente = [];
			}
			region.groupes.push({ ...ouverture, type: ccs ? 'ccs' : ouverture.type, ligne, suite: [] });
			return;
		}
		if (!dernier) {
			region.avant.push(...attente, ligne);
			attente = [];
		} else if (attente.length > 0 || interrompt(ligne, lignes, i, ouvrir, dernier)) attente.push(ligne);
		else dernier.suite.push(ligne);
	});
	vider('apres');
	return region;
};

/**
 * Does this line leave the competences of the bloc in hand, for a heading or for prose? It does not go on with
 * the line before, has neither infinitive nor stop, and what follows is the next bloc, the end, or more of the same.
 */
const interrompt = (
	ligne: Ligne,
	lignes: readonly Ligne[],
	i: number,
	ouvrir: (ligne: Ligne) => Ouverture | null,
	groupe: LignesDeBloc,
): boolean => {
	const avant = groupe.suite.at(-1);
	if (!avant || ligne.puce !== null || !commenceEnCapitale(ligne.texte) || commenceParInfinitif(ligne.texte)) return false;
	if (!finitItem(avant.texte) && (usageDesItems(groupe.suite).stops || ligne.blancs === 0)) return false;
	if (resteEnSuspens(avant.texte) || parentheseOuverte(avant.texte)) return false;
	if (ANNONCE.test(replier(ligne.texte)) || /^(?:tableau|liste|vous pouvez|nota|équivalences?)(?!\p{L})/iu.test(ligne.texte)) return true;
	if (finitItem(ligne.texte) && !/:$/u.test(ligne.texte)) return false;
	const suivante = lignes.slice(i + 1).find((l) => !commenceEnMinuscule(l.texte));
	return !suivante || ouvrir(suivante) !== null || (suivante.puce === null && !commenceParInfinitif(suivante.texte));
};

/**
 * No mark at all: either titles stand out by having no stop where competences have one, or the title has a single
 * activity, whose name is the first line when it announces the words of the others, or else the title's own.
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
			!finitItem(finDuParagraphe(lignes, i)) &&
			(!avant || finitItem(avant.texte)) &&
			suivante !== undefined &&
			finitItem(finDuParagraphe(lignes, lignes.indexOf(suivante)))
		);
	};
	const titres = new Set(lignes.filter(estTitre));
	const premiere = lignes[0];
	if (premiere && titres.has(premiere)) {
		const region = parcourir(lignes, (l) => (titres.has(l) ? { type: 'ccp', marque: '', titre: l.texte } : null));
		for (const l of titres)
			region.doutes.push({ ligne: l.numero, texte: l.texte, motif: 'ligne sans numéro ni point, lue comme un intitulé de bloc' });
		return region;
	}
	if (!premiere) return { avant: [], groupes: [], intertitres: [], apres: [], doutes: [] };
	const annonce = couverture(premiere, lignes);
	if (lignes.length > 2 && annonce >= 0.7 && lignes.slice(1).every((l) => couverture(l, lignes) < annonce)) {
		const groupes: LignesDeBloc[] = [
			{ type: 'ccp', marque: '', titre: premiere.texte, ligne: premiere, suite: lignes.slice(1) },
		];
		const motif = 'aucun intitulé marqué : la première ligne, qui annonce les autres, est lue comme l’intitulé du bloc';
		return { avant: [], groupes, intertitres: [], apres: [], doutes: [{ ligne: premiere.numero, texte: premiere.texte, motif }] };
	}
	const groupes: LignesDeBloc[] = intitule
		? [{ type: 'ccp', marque: '', titre: intitule, ligne: premiere, suite: [...lignes] }]
		: [];
	const motif = 'aucun intitulé de bloc dans le document : celui du titre en tient lieu';
	return {
		avant: intitule ? [] : [...lignes],
		groupes,
		intertitres: [],
		apres: [],
		doutes: [{ ligne: premiere.numero, texte: premiere.texte, motif }],
	};
};

const finDuParagraphe = (lignes: readonly Ligne[], i: number): string => {
	let fin = i;
	while (lignes[fin + 1] && commenceEnMinuscule(lignes[fin + 1]?.texte ?? '') && !finitPhrase(lignes[fin]?.texte ?? '')) fin++;
	return lignes[fin]?.texte ?? '';
};

/** Share of a line's words of four letters or more that other lines have too. */
const couverture = (ligne: Ligne, lignes: readonly Ligne[]): number => {
	const siens = [...new Set(mots(ligne.texte).filter((m) => m.length > 3 || /\d/u.test(m)))];
	if (siens.length < 5) return 0;
	const autres = new Set(lignes.filter((l) => l !== ligne).flatMap((l) => mots(l.texte)));
	return siens.filter((m) => autres.has(m)).length / siens.length;
};

/** Takes the number of a competence for its list mark, where blocs are named otherwise. */
export const sansNumeroDItem = (ligne: Ligne): Ligne => {
	if (ligne.puce !== null) return ligne;
	const m = NUMERO_ITEM.exec(ligne.texte);
	return m ? { ...ligne, puce: m[0].trim(), texte: ligne.texte.slice(m[0].length) } : ligne;
};
