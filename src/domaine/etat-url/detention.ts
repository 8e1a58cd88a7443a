import { parPlace, versionDe } from '../identifiant.ts';
import { bornes, dateExiste } from '../parcours/calendrier.ts';
import type { Detention } from '../parcours/deduction.ts';
import { ecrireParametres, etranger, type Lu, lireIds, valeursDe } from './liste.ts';
import type { Refus } from './refus.ts';

const BLOCS_MAXIMUM = 100;

/** State of `/mes-ccp/`, kept in the fragment so that what a person holds is never sent to the host. */
export interface EtatMesCcp {
	detentions: Detention[];
	/** Versions that are shown but have nothing ticked. */
	titres: string[];
	/** The version aimed at; if absent, all versions of the lineage. */
	cible?: string | undefined;
	/** The day to reason on, if it is not today. */
	au?: string | undefined;
}

/** Parses the fragment of `/mes-ccp/`, with or without its `#`. Never throws. */
export function lireMesCcp(fragment: string): Lu<EtatMesCcp> {
	const parametres = new URLSearchParams(fragment.replace(/^#/, ''));
	const recus = valeursDe(parametres, 'ccp').map((recu) => ({ recu, lu: recu.toLowerCase().split('@', 2) }));
	const ids = recus.map(({ lu: [id = ''] }) => id);
	const blocs = lireIds(ids, 'bloc', BLOCS_MAXIMUM);
	const obtenus = new Map<string, string | undefined>();
	const refus: Refus[] = [];
	for (const { recu, lu } of recus) {
		const [id = '', obtenuLe] = lu;
		if (!blocs.etat.includes(id)) continue;
		const datee = obtenuLe !== undefined && bornes(obtenuLe) !== undefined;
		if (obtenuLe !== undefined && !datee) refus.push({ recu, motif: 'date' });
		obtenus.set(id, datee ? obtenuLe : undefined);
	}
	const cibles = lireIds(valeursDe(parametres, 'cible'), 'version', 1);
	const titres = lireIds(valeursDe(parametres, 'titres'), 'version');
	const au = parametres.get('au');
	if (au && !dateExiste(au)) refus.push({ recu: au, motif: 'date' });
	return {
		etat: {
			detentions: [...obtenus].map(([bloc, obtenuLe]) => (obtenuLe ? { bloc, obtenuLe } : { bloc })),
			titres: titres.etat,
			cible: cibles.etat[0],
			au: au && dateExiste(au) ? au : undefined,
		},
		refus: [
			...etranger(parametres, ['ccp', 'cible', 'titres', 'au']),
			...[blocs, { refus }, cibles, titres].flatMap((lu) => lu.refus),
		],
	};
}

/** Canonical form of a state: blocs sorted, no version listed twice. */
export const ranger = (etat: EtatMesCcp): EtatMesCcp => {
	const cochees = new Set(etat.detentions.map(({ bloc }) => versionDe(bloc)));
	return {
		...etat,
		detentions: [...etat.detentions].sort((a, b) => parPlace(a.bloc, b.bloc)),
		titres: [...new Set(etat.titres)].filter((id) => !cochees.has(id)),
	};
};

/** The fragment of a state, without its `#`. */
export const ecrireMesCcp = ({ detentions, titres, cible, au }: EtatMesCcp): string =>
	ecrireParametres({
		ccp: detentions.map(({ bloc, obtenuLe }) => (obtenuLe ? `${bloc}@${obtenuLe}` : bloc)),
		titres,
		cible,
		au,
	});
