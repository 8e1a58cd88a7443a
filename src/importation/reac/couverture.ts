import { enTexte, type LignePdf } from '../page-pdf.ts';
import { replier } from '../signe.ts';
import { lignesDuContenu } from './document.ts';
import type { Section } from './section.ts';

/** NSF codes of a line, before their names: « 326 t », « 311p ». */
export const codesNsf = (texte: string): string[] =>
	[...texte.matchAll(/(?<![\p{L}\p{N}])(\d{3})\s?([a-z])?(?=[\s:.,;–—-]|$)/gu)].map((m) =>
		m[2] ? `${m[1]} ${m[2]}` : `${m[1]}`,
	);

/** Reads the cover: kind of document, title on one or more lines, level, address. */
export const lireCouverture = (
	section: Pick<Section, 'contenus'>,
): { intitule: string; niveau?: string; restes: { page: number; texte: string }[] } => {
	const lignes = section.contenus.flatMap(lignesDuContenu);
	const titre: LignePdf[] = [];
	const restes: { page: number; texte: string }[] = [];
	let niveau: string | undefined;
	let apres = false;
	for (const ligne of lignes) {
		const plie = replier(ligne.texte);
		const n = /^niveau\s*:?\s*([1-8]|i{1,3}|iv|v)\b/.exec(plie);
		if (
			/^(?:referentiel|(?:et )?(?:d'|de |des )?(?:emploi|activites|competences)|d[ue] titre professionnel|titre professionnel$)/.test(
				plie,
			)
		)
			apres = titre.length === 0;
		else if (n) {
			niveau = n[1]?.toUpperCase();
			apres = false;
		} else if (/^site\b|https?:|^ministere|^liberte/.test(plie)) apres = false;
		else if (apres) titre.push(ligne);
		else restes.push({ page: ligne.page, texte: ligne.texte });
	}
	return { intitule: enTexte(titre), ...(niveau && { niveau }), restes };
};
