import type { Prose } from './element.ts';
import type { Ligne } from './ligne.ts';
import {
	commenceEnCapitale,
	commenceEnMinuscule,
	enCapitales,
	finitItem,
	finitPhrase,
	joindre,
	parentheseOuverte,
	resteEnSuspens,
} from './signe.ts';
import { texteDeCellule } from './tableau.ts';

/** Kind of a line of prose, as far as its words tell. */
export type Role =
	| { sorte: 'titre'; rang: 2 | 3 | 4 }
	| { sorte: 'note'; marque: string; texte: string }
	/** A line that stands alone: a label, the name of a title. */
	| { sorte: 'seule' }
	| { sorte: 'tableau' }
	| { sorte: 'prose' };

/**
 * Joins lines of prose into paragraphs, lists and notes.
 * @param role kind of each line
 */
export const lireProse = (lignes: readonly Ligne[], role: (ligne: Ligne) => Role): Prose[] => {
	const elements: Prose[] = [];
	const largeur = largeurs(lignes);
	let avant: { ligne: Ligne; role: Role } | undefined;
	let dansNote = false;
	lignes.forEach((ligne, i) => {
		const roleLigne: Role = ligne.tableau ? { sorte: 'tableau' } : role(ligne);
		const dernier = elements.at(-1);
		if (avant && dernier && poursuit(avant, { ligne, role: roleLigne }, dernier.texte, largeur[i - 1] ?? 0)) {
			elements[elements.length - 1] = {
				...dernier,
				texte: joindre(dernier.texte, ligne.texte),
				lignes: [...dernier.lignes, ligne.numero],
			};
		} else {
			if (roleLigne.sorte === 'note') dansNote = true;
			else if (roleLigne.sorte === 'titre' || roleLigne.sorte === 'tableau' || (ligne.puce === null && dansNote))
				dansNote = false;
			elements.push(element(ligne, roleLigne, dansNote));
		}
		avant = { ligne, role: roleLigne };
	});
	return elements;
};

const element = (ligne: Ligne, role: Role, dansNote: boolean): Prose => {
	const lignes = [ligne.numero];
	if (ligne.tableau)
		return {
			sorte: 'tableau',
			rangees: ligne.tableau.grille.map((r) => Array.from(r, texteDeCellule)),
			texte: ligne.texte,
			lignes,
		};
	if (role.sorte === 'titre') return { sorte: 'titre', rang: role.rang, texte: ligne.texte, lignes };
	if (role.sorte === 'note') return { sorte: 'note', marque: role.marque, texte: role.texte, lignes };
	if (ligne.puce !== null)
		return dansNote
			? { sorte: 'item-note', texte: ligne.texte, lignes }
			: { sorte: 'item', texte: ligne.texte, lignes };
	return { sorte: 'paragraphe', texte: ligne.texte, lignes };
};

/** Whether `apres` continues the paragraph, item or heading whose text so far is `texte`. */
const poursuit = (
	avant: { ligne: Ligne; role: Role },
	apres: { ligne: Ligne; role: Role },
	texte: string,
	largeur: number,
): boolean => {
	const { ligne } = apres;
	if (ligne.puce !== null || apres.role.sorte === 'note') return false;
	if (avant.role.sorte === 'tableau' || apres.role.sorte === 'tableau') return false;
	if (avant.role.sorte === 'titre' || apres.role.sorte === 'titre')
		return (
			avant.role.sorte === 'titre' &&
			!finitItem(texte) &&
			(commenceEnMinuscule(ligne.texte)
				? ligne.blancs === 0 || resteEnSuspens(texte)
				: apres.role.sorte === 'titre' && ligne.blancs === 0 && enCapitales(texte) && enCapitales(ligne.texte))
		);
	if (avant.role.sorte === 'seule' || apres.role.sorte === 'seule')
		return avant.role.sorte === 'seule' && commenceEnMinuscule(ligne.texte) && !finitItem(texte);
	// Two columns may split a sentence with blank lines: a lower-case letter always continues it.
	if (!finitItem(texte) && (commenceEnMinuscule(ligne.texte) || resteEnSuspens(texte) || parentheseOuverte(texte)))
		return true;
	if (/^[^\p{L}]/u.test(ligne.texte) && !finitItem(texte))
		return ligne.blancs === 0 || !commenceEnCapitale(ligne.texte);
	if (ligne.blancs > 0) return false;
	if (enCapitales(texte) !== enCapitales(ligne.texte)) return false;
	if (!finitItem(texte)) return true;
	if (!finitPhrase(texte)) return commenceEnMinuscule(ligne.texte) && !/:$/u.test(texte);
	// A sentence that ends well before the margin ends its paragraph.
	const premier = ligne.texte.split(' ')[0]?.length ?? 0;
	return avant.ligne.longueur + 1 + premier > largeur;
};

/** Width of the column of each line: the longest line of its run, with 6 % less for proportional type. */
const largeurs = (lignes: readonly Ligne[]): number[] => {
	const sorties: number[] = [];
	let debut = 0;
	for (let i = 1; i <= lignes.length; i++) {
		const ligne = lignes[i];
		if (ligne && ligne.blancs === 0) continue;
		const maximum = Math.max(...lignes.slice(debut, i).map((l) => l.longueur));
		for (let k = debut; k < i; k++) sorties[k] = 0.94 * maximum;
		debut = i;
	}
	return sorties;
};
