import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { comparerExplique } from '../../src/domaine/comparaison/comparer.ts';
import { chronometrer } from './processus.ts';

/**
 * Reads the catalogue, then compares every pair of held versions of each lineage, without a cache. Prints
 * `{ lecture, paires, comparaisons }`: seconds of reading, number of pairs, seconds of comparing.
 */
const [{ versions, correspondances, lexique }, lecture] = chronometrer(() => lireCatalogue());
const parPaire = new Map(correspondances.map((c) => [`${c.de} ${c.vers}`, c]));
const detenues = versions.filter((v) => v.detenue);
const lignees = Map.groupBy(detenues, (v) => v.lignee ?? v.id);
const paires = [...lignees.values()].flatMap((membres) =>
	membres.flatMap((de, i) => membres.slice(i + 1).map((vers) => [de, vers] as const)),
);
const [, comparaisons] = chronometrer(() => {
	for (const [de, vers] of paires) comparerExplique(de, vers, parPaire.get(`${de.id} ${vers.id}`), lexique);
});
console.log(JSON.stringify({ lecture, paires: paires.length, comparaisons }));
