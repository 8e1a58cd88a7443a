import { bornes, dateExiste } from '../parcours/calendrier.ts';
import type { Detention } from '../parcours/deduction.ts';
import { genreDe, parPlace, versionDe } from './identifiant.ts';
import { etranger, type Lu, lireIds, parties, plein } from './liste.ts';
import { type Refus, refuser } from './refus.ts';

/** More versions than anyone holds CCP of; beyond it an address is a mistake. */
export const TITRES_MAXIMUM = 12;
const BLOCS_MAXIMUM = 100;

/** State of `/mes-ccp/`, in the fragment: what a person holds is never sent to the host. */
export interface EtatMesCcp {
	detentions: Detention[];
	/** Versions shown to tick, of which nothing is ticked. */
	titres: string[];
	/** The version aimed at; absent for all those of the lineage. */
	cible?: string | undefined;
	/** The day to reason on, where it is not today. */
	au?: string | undefined;
}

/** Reads the fragment of `/mes-ccp/`, with or without its `#`; never throws, whatever it holds. */
export function lireMesCcp(fragment: string): Lu<EtatMesCcp> {
	const parametres = new URLSearchParams(fragment.replace(/^#/, ''));
	const refus: Refus[] = [];
	const detentions = new Map<string, Detention>();
	const versions = new Set<string>();
	for (const recu of parametres.getAll('ccp').flatMap(parties)) {
		const [id = '', obtenuLe] = recu.toLowerCase().split('@', 2);
		if (genreDe(id) !== 'bloc') {
			refus.push(refuser(id));
			continue;
		}
		if (plein(versions, versionDe(id), TITRES_MAXIMUM) || plein(detentions, id, BLOCS_MAXIMUM)) {
			refus.push({ recu, motif: 'en-trop' });
			continue;
		}
		versions.add(versionDe(id));
		const datee = obtenuLe !== undefined && bornes(obtenuLe) !== undefined;
		if (obtenuLe !== undefined && !datee) refus.push({ recu, motif: 'date' });
		detentions.set(id, datee ? { bloc: id, obtenuLe } : { bloc: id });
	}
	const cibles = lireIds(parametres.getAll('cible').flatMap(parties), 'version', 1);
	const titres = lireIds(parametres.getAll('titres').flatMap(parties), 'version', TITRES_MAXIMUM);
	const au = parametres.get('au');
	if (au && !dateExiste(au)) refus.push({ recu: au, motif: 'date' });
	return {
		etat: {
			detentions: [...detentions.values()],
			titres: titres.etat,
			cible: cibles.etat[0],
			au: au && dateExiste(au) ? au : undefined,
		},
		refus: [...etranger(parametres, ['ccp', 'cible', 'titres', 'au']), ...refus, ...cibles.refus, ...titres.refus],
	};
}

/** The one way to write a state: blocs in order, and no version named twice. */
export const ranger = (etat: EtatMesCcp): EtatMesCcp => {
	const cochees = new Set(etat.detentions.map(({ bloc }) => versionDe(bloc)));
	return {
		...etat,
		detentions: [...etat.detentions].sort((a, b) => parPlace(a.bloc, b.bloc)),
		titres: [...new Set(etat.titres)].filter((id) => !cochees.has(id)),
	};
};

/** The fragment that restores a state, without its `#`. */
export function ecrireMesCcp({ detentions, titres, cible, au }: EtatMesCcp): string {
	const ccp = detentions.map(({ bloc, obtenuLe }) => (obtenuLe ? `${bloc}@${obtenuLe}` : bloc));
	return [
		ccp.length ? `ccp=${ccp.join(',')}` : '',
		titres.length ? `titres=${titres.join(',')}` : '',
		cible ? `cible=${cible}` : '',
		au ? `au=${au}` : '',
	]
		.filter(Boolean)
		.join('&');
}
