import { lireBlocs, type LignesDeBloc } from './bloc.ts';
import type { Element } from './element.ts';
import { type Etiquette, lireEtiquette } from './etiquette.ts';
import type { Ligne } from './ligne.ts';
import { lireProse, type Role } from './paragraphe.ts';
import { joindre } from './signe.ts';

/** Labels that head a section; the others are fields, printed on a line of their own. */
const SECTIONS: ReadonlySet<Etiquette> = new Set(['resume', 'capacites', 'secteurs', 'rome', 'reglementation', 'autorite', 'liens', 'bases']);

/** Puts back on one line the headings that are printed over two or three. */
export const rejoindreEtiquettes = (lignes: readonly Ligne[]): Ligne[] => {
	const sorties: Ligne[] = [];
	for (const ligne of lignes) {
		const avant = sorties.at(-1);
		const tete = avant && lireEtiquette(avant.texte);
		if (avant && tete?.seule && !/[:.]$/u.test(avant.texte) && !lireEtiquette(ligne.texte)) {
			const ensemble = joindre(avant.texte, ligne.texte);
			const lue = lireEtiquette(ensemble);
			if (lue?.etiquette === tete.etiquette && lue.seule) {
				sorties[sorties.length - 1] = { ...avant, texte: ensemble };
				continue;
			}
		}
		sorties.push(ligne);
	}
	return sorties;
};

const ouvreActivite = (texte: string): string | null => /^\d{1,2}\s*(?:[.)°]\s*[-–—]?|[-–—])\s*(\p{L}.*)$/u.exec(texte)?.[1] ?? null;

const role = (ligne: Ligne): Role => {
	const lue = lireEtiquette(ligne.texte);
	if (!lue) return { sorte: 'prose' };
	if (lue.etiquette === 'entete' && ligne.texte.length > 20) return { sorte: 'titre', rang: 2 };
	return lue.seule && SECTIONS.has(lue.etiquette) ? { sorte: 'titre', rang: 2 } : { sorte: 'seule' };
};

export const lireAnnexe = (lues: readonly Ligne[]) => {
	const avant: Ligne[] = [];
	const apres: Ligne[] = [];
	const groupes: LignesDeBloc[] = [];
	let dans: 'avant' | 'capacites' | 'apres' = 'avant';
	for (const ligne of rejoindreEtiquettes(lues)) {
		const lue = lireEtiquette(ligne.texte);
		if (lue?.etiquette === 'capacites' && groupes.length === 0) {
			dans = 'capacites';
			avant.push(ligne);
			continue;
		}
		if (dans === 'capacites' && lue && lue.etiquette !== 'niveau') dans = 'apres';
		if (dans === 'capacites') {
			const titre = ouvreActivite(ligne.texte);
			if (titre !== null) groupes.push({ type: 'ccp', titre, ligne, suite: [] });
			else if (groupes.length === 0) avant.push(ligne);
			else groupes.at(-1)?.suite.push(ligne);
		} else (dans === 'avant' ? avant : apres).push(ligne);
	}
	const { blocs, doutes } = lireBlocs(groupes);
	const elements: Element[] = [...lireProse(avant, role), { sorte: 'blocs' }, ...lireProse(apres, role)];
	return { blocs, doutes, elements };
};
