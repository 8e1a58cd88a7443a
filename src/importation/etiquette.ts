import { replier } from './signe.ts';

/** Labels of the annex that registers a title. */
export type Etiquette =
	| 'entete'
	| 'intitule'
	| 'ancien-intitule'
	| 'niveau'
	| 'nsf'
	| 'resume'
	| 'capacites'
	| 'transversales'
	| 'secteurs'
	| 'emplois'
	| 'rome'
	| 'reglementation'
	| 'acces'
	| 'autorite'
	| 'liens'
	| 'bases';

const S = '(?:s|\\(s\\)| \\(s\\))?';
/**
 * Forms of each label, on folded text. Labels were typed by hand in each arrêté: singular or plural, « (s) », with or
 * without a colon, on one line or several.
 */
const FORMES: readonly [Etiquette, RegExp][] = [
	['entete', /^a ?n ?n ?e ?x ?e(?: [ivx]+| \d+)?(?= *$)/],
	['entete', /^article(?: \d+)?(?: annexe(?: [ivx]+| \d+)?)?(?= *$)/],
	[
		'entete',
		/^(?:composantes de la certification et )?informations? requises?(?: (?:pour|a) l'(?:inscription|enregistrement)(?: (?:du|de la|d'un|des) (?:titres?|certificats?)(?: professionnels?)?)?)?(?: au repertoire(?: national)?(?: des certifications professionnelles)?)?(?: \(rncp\))?/,
	],
	['ancien-intitule', /^anciens? intitules?/],
	[
		'intitule',
		new RegExp(`^intitule${S}(?: d[ue](?: la)? (?:certification|titre|diplome|certificat)(?: professionnel(?:le)?)?)?`),
	],
	['niveau', /^niveaux?(?: de (?:qualification|la certification|formation))?(?= *[:.]| *$| (?:[ivx]+|\d)\b)/],
	[
		'nsf',
		new RegExp(
			`^(?:code${S}(?: de la nomenclature| de specialite| des specialites)*(?: de formation)? \\(?n\\.?s\\.?f\\.?\\)?|domaines? d'activites?(?: \\(codes? nsf\\))?(?= *:))`,
		),
	],
	[
		'resume',
		/^resume du (?:referentiel(?: d'(?:emplois?|activites?)| de l'emploi| emplois?)?|metier)(?: ou elements de competences? acquis)?/,
	],
	[
		'capacites',
		/^(?:(?:capacites|competences|activites)(?:[ -]types?)?(?: et (?:capacites|competences|activites))? attestees(?: par la certification)?(?:,? et)?(?: le)?(?: descriptif)?(?: des composantes)?(?: de la certification)?|activites[ -]types? et (?:descriptif(?: des composantes(?: de la certification)?)?|competences(?: attestees)?)|(?:descriptif|description|liste) des (?:composantes|activites|competences|capacites)(?: de la certification)?(?:,? et (?:des )?(?:capacites|competences)(?: attestees)?)?)/,
	],
	['transversales', /^competences? (?:transversales?|communes?)(?: de l'emploi)?(?: \(?le cas echeant\)?)?/],
	[
		'secteurs',
		new RegExp(
			`^secteur${S} d'activite${S}(?: (?:ou|et)(?: de)?)?(?: (?:type${S} )?(?:d'|de l')?emploi${S}| type${S})?(?: accessible${S})?(?: par)?(?: l[ea]s?)?(?: (?:detenteur|titulaire)${S})?(?: (?:de ce|du|de la|de|d'un))?(?: (?:titre|diplome|certification))?(?: professionnel)?`,
		),
	],
	[
		'emplois',
		new RegExp(`^type${S} d'emploi${S} accessible${S}(?: par l[ea]s? (?:detenteur|titulaire)${S} du titre)?`),
	],
	[
		'rome',
		new RegExp(`^code${S}(?: des?| du| de la)?(?: fiches?)?(?: le| du)?(?: repertoire)? \\(?r\\.?o\\.?m\\.?e\\.?\\)?`),
	],
	['reglementation', new RegExp(`^reglementation${S}(?: (?:d'|de l'|des |de la |d'une )activite${S})?`)],
	['acces', /^cette certification est accessible/],
	['autorite', new RegExp(`^autorite${S} responsable${S}(?: de(?: la)?(?: certification)?)?`)],
	['liens', new RegExp(`^lien${S} avec d'autres(?: certification${S})?`)],
	['bases', new RegExp(`^base${S} legale${S}(?: et(?: reglementaire${S})?)?|^base${S} reglementaire${S}`)],
];

/** `seule`: the line has only the label and its colon. */
export type EtiquetteLue = { etiquette: Etiquette; seule: boolean };

/** Parses a label at the start of a text. */
export const lireEtiquette = (texte: string): EtiquetteLue | null => {
	const plie = replier(texte);
	for (const [etiquette, forme] of FORMES) {
		const m = forme.exec(plie);
		if (!m) continue;
		const reste = plie.slice(m[0].length);
		// The label must end at a word boundary: « intitulera » is not « intitule ».
		if (/^[\p{L}\p{N}]/u.test(reste)) continue;
		if (/^[\s:.]*$/u.test(reste)) return { etiquette, seule: true };
		// A label is followed by a colon, or by the value of a short field. Otherwise the line is prose.
		if (/^ ?:/u.test(reste) || etiquette === 'acces' || etiquette === 'niveau') return { etiquette, seule: false };
		if ((etiquette === 'nsf' || etiquette === 'rome') && /^[ (]*[a-z]?[ -]?\d/u.test(reste))
			return { etiquette, seule: false };
	}
	return null;
};

/** Splits a line into label and value; null if there is no colon. */
export const valeurDEtiquette = (texte: string): { titre: string; valeur: string } | null => {
	const m = /^([^:]{2,90}?\s?:)\s*(\S.*)$/u.exec(texte);
	if (!m?.[1] || !m[2]) return null;
	return lireEtiquette(m[1])?.seule ? { titre: m[1], valeur: m[2] } : null;
};
