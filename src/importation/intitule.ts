import type { Element, Prose } from './element.ts';
import { lireEtiquette } from './etiquette.ts';
import { SANS_RANG, SANS_UNITE } from './note.ts';
import { enCapitales } from './signe.ts';

/** Note call at the end of a title: glued to it, superscript, in brackets, or a separate digit. */
const APPEL_FINAL = new RegExp(
	String.raw`\s?(?:${SANS_UNITE}[¹²³⁴]|\(\d\)|\(\*\)|\*+|(?<=\p{L}{3}|\))\d|(?<=[\p{L})]\s)${SANS_RANG}\d)(?=\s?\.?$)`,
	'u',
);
const sansAppel = (texte: string): string => texte.replace(APPEL_FINAL, '');

/**
 * Title of a fiche: in « Le titre professionnel de : X niveau III », or else on the line after « TITRE PROFESSIONNEL ».
 */
export const intituleDeFiche = (elements: readonly Element[]): string | undefined => {
	const textes = elements.flatMap((e) => ('texte' in e ? [e.texte] : []));
	for (const texte of textes) {
		const m =
			/^Le\s+titre\s+professionnel\s*(?:de\s*:?|d['’]|:)\s*(.+?)[,\s]+(?:de\s+)?niveau\s+(?:I{1,3}|IV|V|[1-8])(?!\p{L})/iu.exec(
				texte,
			);
		if (m?.[1]) return sansAppel(m[1]);
	}
	const rang = textes.findIndex((t) => /^TITRE PROFESSIONNEL\b/u.test(t) && enCapitales(t));
	const suivant = textes[rang + 1];
	return rang >= 0 && suivant ? sansAppel(suivant) : undefined;
};

const GENRE =
	/^(?:TP\s*[-–—:]|(?:le\s+)?titre\s+(?:de\s+)?professionnel\s*(?:[-–—:]|de\s+la(?=\s)|de(?=\s)|d['’]|du(?=\s))?)\s*/iu;

/**
 * Title of an annex: after « Intitulé : », on the same line or the next, without « Titre professionnel de ». In some
 * annexes the sigle comes first: « Intitulé : SOUD. Titre professionnel : soudeur ».
 */
export const intituleDAnnexe = (elements: readonly Prose[]): { intitule?: string; sigle?: string } => {
	const textes = elements.map((e) => e.texte);
	const rang = textes.findIndex((t) => /^intitul[ée]s?(?!\p{L})/iu.test(t));
	const candidats =
		rang < 0
			? textes.filter((t) => /^titre professionnel\s*(?::|d)/iu.test(t))
			: [valeurDe(textes[rang] ?? ''), textes[rang + 1] ?? ''].filter(Boolean);
	const [premier, second] = candidats.map((t) => sansAppel(t).replace(/\s*\.$/u, ''));
	if (premier === undefined) return {};
	if (/^\p{Lu}{2,8}$/u.test(premier) && second && GENRE.test(second)) return { intitule: nu(second), sigle: premier };
	return { intitule: nu(premier) };
};

/** What follows the label on its line, with or without a colon between them. */
const valeurDe = (texte: string): string =>
	lireEtiquette(texte)?.seule ? '' : (/^(?:[^:]*:|intitul[ée]s?\s)\s*(\S.*)$/iu.exec(texte)?.[1] ?? '');

/** A title without « Titre professionnel de », « TP - » and quotation marks around it. */
export const nu = (titre: string): string => {
	const sans = titre.replace(GENRE, '');
	return /^["“«]\s*(.+?)\s*["”»]$/u.exec(sans)?.[1] ?? sans;
};
