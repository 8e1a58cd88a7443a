import type { Element } from './element.ts';
import { enCapitales } from './signe.ts';

const APPEL_FINAL = /\s?(?:[¹²³⁴]|\(\d\)|\*+|(?<=\p{L}{3}|\)|\s)\d)$/u;
const sansAppel = (texte: string): string => texte.replace(APPEL_FINAL, '').trim();

/** The title of a fiche: « Le titre professionnel de : X niveau III », else the line under the ministry's name. */
export const intituleDeFiche = (elements: readonly Element[]): string | undefined => {
	const textes = elements.flatMap((e) => (e.sorte === 'paragraphe' ? [e.texte] : []));
	for (const texte of textes) {
		const m = /^Le\s+titre\s+professionnel\s*(?:de\s*:?|d['’]|:)\s*(.+?)\s+(?:de\s+)?niveau\s+(?:I{1,3}|IV|V|[1-8])\b/iu.exec(texte);
		if (m?.[1]) return sansAppel(m[1]);
	}
	const rang = textes.findIndex((t) => /^TITRE PROFESSIONNEL\b/u.test(t) && enCapitales(t));
	const suivant = textes[rang + 1];
	return rang >= 0 && suivant ? sansAppel(suivant) : undefined;
};

/** The title of an annex: what follows « Intitulé : », on the same line or the next. */
export const intituleDAnnexe = (elements: readonly Element[]): string | undefined => {
	const textes = elements.flatMap((e) => ('texte' in e ? [e.texte] : []));
	const rang = textes.findIndex((t) => /^intitulés?(?!\p{L})/iu.test(t));
	if (rang < 0) return undefined;
	const valeur = /^[^:]*:\s*(\S.*)$/u.exec(textes[rang] ?? '')?.[1] ?? textes[rang + 1];
	return valeur ? sansAppel(valeur.replace(/\.$/u, '')).replace(/^titre\s+(?:de\s+)?professionnel\s*(?::|de(?=\s)|d['’])\s*/iu, '') : undefined;
};
