import { replier } from '../../src/domaine/texte/normaliser.ts';
import { majuscule } from '../../src/domaine/texte/phrase.ts';
import type { Alea } from './alea.ts';
import type { Metier, Vocabulaire } from './vocabulaire.ts';

/** Generates labels of one trade, and rewrites them as a revision does. */
export interface Plume {
	competence: () => string;
	bloc: () => string;
	/** The same label in another typography: `identique`. */
	retoucher: (libelle: string) => string;
	/** Another wording of the same competence: `reformulee`. */
	reformuler: (libelle: string) => string;
}

/** Labels from one generator always differ by more than typography, except those of `retoucher`. */
export function plume(mots: Vocabulaire, { verbes, termes }: Metier, a: Alea): Plume {
	const pris = new Set<string>();
	const neuf = (faire: () => string): string => {
		for (;;) {
			const libelle = majuscule(faire());
			const cle = replier(libelle);
			if (pris.has(cle)) continue;
			pris.add(cle);
			return libelle;
		}
	};
	const groupe = () => `${a.un(mots.objets)} ${deTerme(a.un(a.un(termes)))}`;
	const phrase = () => {
		const complement = a.chance(0.35) ? ` ${a.un(mots.complements)}` : '';
		const second = a.chance(0.15) ? ` et ${groupe()}` : '';
		return `${a.un(verbes)} ${groupe()}${second}${complement}`;
	};
	const reformuler = (libelle: string): string => {
		const rang = termes.findIndex((synonymes) => synonymes.some((t) => libelle.includes(t)));
		const terme = termes[rang]?.find((t) => libelle.includes(t));
		const autre = termes[rang]?.find((t) => !libelle.includes(t));
		const synonyme = terme && autre ? libelle.replace(terme, autre) : libelle;
		return a.chance(0.5) || synonyme === libelle ? `${synonyme} ${a.un(mots.complements)}` : synonyme;
	};
	return {
		competence: () => (a.chance(0.04) ? neufOu(a.un(mots.communs), phrase) : neuf(phrase)),
		bloc: () => neuf(() => `${a.un(verbes)} ${groupe()}${a.chance(0.5) ? ` et ${groupe()}` : ''}`),
		retoucher: (libelle) => (/\.$/.test(libelle) ? libelle.slice(0, -1) : `${libelle}.`),
		reformuler: (libelle) => neuf(() => reformuler(libelle.replace(/\.$/, ''))),
	};

	/** A label shared with other titles, or another one if this title already has it. */
	function neufOu(commun: string, autrement: () => string): string {
		if (pris.has(replier(commun))) return neuf(autrement);
		return neuf(() => commun);
	}
}

/** « de sauvegarde », « d’annuaire » */
export const deTerme = (terme: string): string => (/^[aeiouhéèêâîôœ]/i.test(terme) ? `d’${terme}` : `de ${terme}`);
