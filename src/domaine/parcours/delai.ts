import { estDouteux } from '../fait.ts';
import { versionDe } from '../identifiant.ts';
import type { Dossier } from '../outils/dossier.ts';
import { ajouterAns, bornes } from './calendrier.ts';
import type { Detention } from './deduction.ts';

/** A deadline, and whether it has passed. */
export interface Echeance {
	date: string;
	depassee: boolean;
	/** Earliest possible deadline, if the start date is only a month or a year. */
	auPlusTot?: string | undefined;
}

/** The rule of a version on how long a CCP counts, applied to held CCP. `phrase` is the sentence of the text. */
export type Delai = {
	/** Whether the rule, or the end date that it uses, comes from secondary sources only. */
	aVerifier?: true;
} & (
	| {
			version: string;
			regime: 'duree';
			phrase: string;
			ans: number;
			/** The oldest dated bloc (« le premier CCP »). A month or a year counts as its last day. */
			premier: Required<Detention> | undefined;
			/** Held blocs without a date: the first CCP may be one of them. */
			sansDate: string[];
			echeance: Echeance | undefined;
	  }
	| {
			version: string;
			regime: 'validite-du-titre';
			phrase: string;
			/** First day on which the title was no longer valid, if known, and what that day is. */
			fin: (Echeance & { note: string | undefined; auPlusTard?: true | undefined }) | undefined;
			/** Another time limit set by the text for what happened to the title: its revision by a text, or else its end. */
			suite:
				| { regle: 'revision'; phrase: string }
				| { regle: 'cloture'; phrase: string; ans: number; echeance: Echeance | undefined }
				| undefined;
	  }
);

/**
 * Applies the rule of one version; undefined if the rule is not known.
 * @param comptees held CCP that this rule counts
 * @param aujourdhui day of the reader, `AAAA-MM-JJ`
 */
export function delai(dossier: Dossier, comptees: readonly Detention[], aujourdhui: string): Delai | undefined {
	const regle = dossier.regles.validiteCcp;
	if (!regle) return undefined;
	// A time limit runs to the end of its last day.
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
	// Until a day « au plus tard », the title may still be valid.
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
	// A title with an official successor is revised, even if the successor has not begun.
	if (
		etat.cle === 'remplacee' ||
		(etat.cle === 'terminee' && etat.suites.some(({ nature }) => nature === 'officielle'))
	)
		return regles.revision && { regle: 'revision', phrase: regles.revision.phrase };
	if (etat.cle !== 'terminee' || !regles.cloture) return undefined;
	// Years are counted from the exact end: counting from a day « au plus tard » would give too long a time.
	const date = fin && !fin.auPlusTard && ajouterAns(fin.valeur, regles.cloture.ans);
	return {
		regle: 'cloture',
		phrase: regles.cloture.phrase,
		ans: regles.cloture.ans,
		echeance: date ? { date, depassee: date < aujourdhui } : undefined,
	};
}

/** Held CCP, of one version or of all. CCS are left out: they come on top of a title already held. */
export const comptees = (detentions: readonly Detention[], version?: string): Detention[] =>
	detentions.filter(({ bloc }) => bloc.includes('/ccp-') && (version === undefined || versionDe(bloc) === version));
