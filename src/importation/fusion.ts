import { replier } from './signe.ts';
import type { FaitsLus } from './version.ts';

/** Facts that only an editor writes, or that one may have added where the document says nothing. */
const A_LA_MAIN = [
	'usuel',
	'niveau',
	'nsf',
	'rome',
	'regles',
	'changements',
	'ajouteeLe',
	'debut',
	'fin',
	'remarques',
	'attributions',
] as const;

/** Nothing, an empty list, rules of which none is written. */
const vide = (valeur: FaitsLus[(typeof A_LA_MAIN)[number]]): boolean =>
	valeur === undefined || Object.keys(valeur).length === 0;

/**
 * A version written anew over one that is held: the text is the new one, the facts that an editor added stay. Says
 * which facts were kept.
 */
export const fusionner = (ancien: FaitsLus, neuf: FaitsLus): { faits: FaitsLus; gardes: string[] } => {
	const gardes: string[] = [];
	const faits: FaitsLus = { ...neuf };
	for (const cle of A_LA_MAIN) {
		const valeur = ancien[cle];
		if (vide(valeur) || (!vide(neuf[cle]) && cle !== 'ajouteeLe')) continue;
		Object.assign(faits, { [cle]: valeur });
		gardes.push(cle);
	}
	faits.sources = { ...ancien.sources, ...neuf.sources };
	const codes = ancien.codes.filter((c) => !neuf.codes.some((d) => d.type === c.type && d.valeur === c.valeur));
	if (codes.length > 0) gardes.push(`codes ${codes.map((c) => c.valeur).join(', ')}`);
	faits.codes = [...neuf.codes, ...codes];
	faits.blocs = neuf.blocs.map((bloc) => {
		const usuel = ancien.blocs.find((b) => replier(b.intitule) === replier(bloc.intitule))?.usuel;
		return usuel ? { type: bloc.type, intitule: bloc.intitule, usuel, competences: bloc.competences } : bloc;
	});
	return { faits, gardes };
};
