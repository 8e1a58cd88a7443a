import { idBlocDe } from '../referentiel.ts';
import { TITRES_MAXIMUM } from './detention.ts';
import { genreDe, parPlace, versionDe } from './identifiant.ts';
import { etranger, type Lu, lireIds, parties, plein } from './liste.ts';
import { type Refus, refuser } from './refus.ts';

const COMPETENCES_MAXIMUM = 600;

/** State of `/me-situer/`, in the fragment and in the file that one keeps. */
export interface EtatMeSituer {
	competences: string[];
	/** Versions shown to tick, of which nothing is ticked. */
	titres: string[];
	/** Versions to measure besides those of the same lineages. */
	cibles: string[];
}

/** Reads the fragment of `/me-situer/`, with or without its `#`; never throws, whatever it holds. */
export function lireMeSituer(fragment: string): Lu<EtatMeSituer> {
	const parametres = new URLSearchParams(fragment.replace(/^#/, ''));
	const { etat, refus } = lirePratique(
		parametres.getAll('c').flatMap(parties).flatMap(deplier),
		parametres.getAll('titres').flatMap(parties),
		parametres.getAll('cibles').flatMap(parties),
	);
	return { etat, refus: [...etranger(parametres, ['c', 'titres', 'cibles']), ...refus] };
}

/** `tssi-2013/ccp-1/c1.c2.c5` stands for three ids. */
const deplier = (partie: string): string[] => {
	const coupe = partie.lastIndexOf('/');
	const [tete, queue] = [partie.slice(0, coupe + 1), partie.slice(coupe + 1)];
	return queue.split('.').map((c) => tete + c);
};

/** Checks lists of ids that come from outside. */
export function lirePratique(
	competences: readonly string[],
	titres: readonly string[],
	cibles: readonly string[],
): Lu<EtatMeSituer> {
	const ids = new Set<string>();
	const versions = new Set<string>();
	const refus: Refus[] = [];
	for (const recu of competences) {
		const id = recu.toLowerCase();
		if (genreDe(id) !== 'competence') {
			refus.push(refuser(id));
			continue;
		}
		if (plein(versions, versionDe(id), TITRES_MAXIMUM) || plein(ids, id, COMPETENCES_MAXIMUM)) {
			refus.push({ recu, motif: 'en-trop' });
			continue;
		}
		versions.add(versionDe(id));
		ids.add(id);
	}
	const lesTitres = lireIds(titres, 'version', TITRES_MAXIMUM);
	const lesCibles = lireIds(cibles, 'version', TITRES_MAXIMUM);
	return {
		etat: { competences: [...ids], titres: lesTitres.etat, cibles: lesCibles.etat },
		refus: [...refus, ...lesTitres.refus, ...lesCibles.refus],
	};
}

/** The one way to write a state: competences in order, and no version named twice. */
export const ranger = ({ competences, titres, cibles }: EtatMeSituer): EtatMeSituer => {
	const cochees = new Set(competences.map(versionDe));
	return {
		competences: [...new Set(competences)].sort(parPlace),
		titres: [...new Set(titres)].filter((id) => !cochees.has(id)),
		cibles,
	};
};

/** The fragment that restores a state, without its `#`: competences of one bloc written together. */
export function ecrireMeSituer({ competences, titres, cibles }: EtatMeSituer): string {
	const parBloc = Map.groupBy(competences, idBlocDe);
	const c = [...parBloc].map(([bloc, ids]) => `${bloc}/${ids.map((id) => id.slice(bloc.length + 1)).join('.')}`);
	return [
		c.length ? `c=${c.join(',')}` : '',
		titres.length ? `titres=${titres.join(',')}` : '',
		cibles.length ? `cibles=${cibles.join(',')}` : '',
	]
		.filter(Boolean)
		.join('&');
}
