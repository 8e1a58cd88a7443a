import { estDouteux } from '../fait.ts';
import { versionDe } from '../identifiant.ts';
import type { Dossier } from '../outils/dossier.ts';
import { ajouterAns, bornes } from './calendrier.ts';
import type { Detention } from './deduction.ts';

/** A day that a rule leads to, and whether it is behind. */
export interface Echeance {
	date: string;
	depassee: boolean;
	/** The day may be as early as this one, where the date that it is counted from is a month or a year. */
	auPlusTot?: string | undefined;
}

/** A version's rule on how long a CCP counts, applied to the CCP that a person holds; `phrase` is the text's. */
export type Delai = {
	/** True where only secondary sources give the rule, or the end that it counts from. */
	aVerifier?: true;
} & (
	| {
			version: string;
			regime: 'duree';
			phrase: string;
			ans: number;
			/** The oldest of the dates given, by its last day where it is a month or a year: « le premier CCP ». */
			premier: Required<Detention> | undefined;
			/** Held blocs that the rule counts and whose date is not given: the first CCP may be one of them. */
			sansDate: string[];
			echeance: Echeance | undefined;
	  }
	| {
			version: string;
			regime: 'validite-du-titre';
			phrase: string;
			/** First day on which the title was no longer valid, where our sources give it, and what that day is. */
			fin: (Echeance & { note: string | undefined; auPlusTard?: true | undefined }) | undefined;
			/** The event after which the text sets another delay: a revision that a text has made, or else a closing. */
			suite:
				| { regle: 'revision'; phrase: string }
				| { regle: 'cloture'; phrase: string; ans: number; echeance: Echeance | undefined }
				| undefined;
	  }
);

/**
 * Applies the rule of one version; nothing where our sources do not have its rule.
 * @param comptees what the person holds that this rule counts, CCS set aside
 * @param aujourdhui the reader's day, `AAAA-MM-JJ`
 */
export function delai(dossier: Dossier, comptees: readonly Detention[], aujourdhui: string): Delai | undefined {
	const regle = dossier.regles.validiteCcp;
	if (!regle) return undefined;
	// A delay runs to the end of its last day.
	const echeance = (date: string): Echeance => ({ date, depassee: date < aujourdhui });
	const duree = (tard: string, tot: string, ans: number): Echeance => ({
		...echeance(ajouterAns(tard, ans)),
		...(tot !== tard && { auPlusTot: ajouterAns(tot, ans) }),
	});
	const { sources } = dossier;
	const finComptee = regle.regime === 'validite-du-titre' ? dossier.fin : undefined;
	const douteux = [regle, ...(finComptee ? [finComptee] : [])].some(({ source }) => estDouteux(source, sources));
	const commun = { version: dossier.id, phrase: regle.phrase, ...(douteux && { aVerifier: true as const }) };
	if (regle.regime === 'duree') {
		const datees = comptees.filter((d): d is Required<Detention> => d.obtenuLe !== undefined);
		const fins = (choix: 'premier' | 'dernier') =>
			datees
				.map((d) => ({ d, jour: bornes(d.obtenuLe)?.[choix] ?? d.obtenuLe }))
				.sort((a, b) => a.jour.localeCompare(b.jour))[0];
		const tard = fins('dernier');
		const premier = tard?.d;
		return {
			...commun,
			regime: 'duree',
			ans: regle.ans,
			premier,
			sansDate: comptees.filter(({ obtenuLe }) => obtenuLe === undefined).map(({ bloc }) => bloc),
			echeance: tard && duree(tard.jour, fins('premier')?.jour ?? tard.jour, regle.ans),
		};
	}
	// Before the day by which a title had ended, nobody knows whether it had.
	const fin = dossier.fin?.auPlusTard && dossier.fin.valeur > aujourdhui ? undefined : dossier.fin;
	return {
		...commun,
		regime: 'validite-du-titre',
		fin: fin && { date: fin.valeur, depassee: fin.valeur <= aujourdhui, note: fin.note, auPlusTard: fin.auPlusTard },
		suite: suite(dossier, aujourdhui),
	};
}

function suite(
	{ etat, regles, fin }: Dossier,
	aujourdhui: string,
): Extract<Delai, { regime: 'validite-du-titre' }>['suite'] {
	// What a text succeeds is revised, whether or not its successor has begun.
	if (
		etat.cle === 'remplacee' ||
		(etat.cle === 'terminee' && etat.suites.some(({ nature }) => nature === 'officielle'))
	)
		return regles.revision && { regle: 'revision', phrase: regles.revision.phrase };
	if (etat.cle !== 'terminee' || !regles.cloture) return undefined;
	// Years are counted from the day itself: a day by which it had ended would promise too many.
	const date = fin && !fin.auPlusTard && ajouterAns(fin.valeur, regles.cloture.ans);
	return {
		regle: 'cloture',
		phrase: regles.cloture.phrase,
		ans: regles.cloture.ans,
		echeance: date ? { date, depassee: date < aujourdhui } : undefined,
	};
}

/** The rule counts CCP towards the title; a CCS adds to a title that one holds already. */
export const comptees = (detentions: readonly Detention[], version?: string): Detention[] =>
	detentions.filter(({ bloc }) => bloc.includes('/ccp-') && (version === undefined || versionDe(bloc) === version));
