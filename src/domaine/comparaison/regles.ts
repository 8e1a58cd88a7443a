import type { CleRegle, Regles } from '../../schemas/regle.ts';
import { regleManquante } from '../profondeur.ts';
import type { Version } from '../version.ts';
import { REGLES, valeurRegle } from '../vocabulaire.ts';

/** One rule in two versions, in words and with its sentences; a side is absent where its document does not state it. */
export interface RegleComparee {
	cle: CleRegle;
	nom: string;
	de: Cote | undefined;
	vers: Cote | undefined;
	/** Why a side is absent, old then new. */
	absences: [string, string];
	/** `null` where one side does not state the rule: nothing can be said of a change. */
	change: boolean | null;
}

/** A version, as far as rules go. */
type Enoncante = Pick<Version, 'profondeur' | 'regles' | 'aucune'>;

interface Cote {
	valeur: string;
	phrase: string;
}

/** The rules that at least one of two versions states, in a fixed order; what changed first. */
export function comparerRegles(de: Enoncante, vers: Enoncante): RegleComparee[] {
	const cote = <C extends CleRegle>(cle: C, regles: Regles): Cote | undefined => {
		const regle = regles[cle];
		return regle && { valeur: valeurRegle(cle, regle), phrase: regle.phrase };
	};
	const rang = ({ change }: RegleComparee) => (change ? 0 : change === null ? 1 : 2);
	return (Object.keys(REGLES) as CleRegle[])
		.map((cle) => {
			const [a, b] = [cote(cle, de.regles), cote(cle, vers.regles)];
			const absences: [string, string] = [regleManquante(de, cle), regleManquante(vers, cle)];
			return { cle, nom: REGLES[cle], de: a, vers: b, absences, change: a && b ? a.valeur !== b.valeur : null };
		})
		.filter(({ de: a, vers: b }) => a || b)
		.sort((a, b) => rang(a) - rang(b));
}
