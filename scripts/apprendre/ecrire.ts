import type { Modele, Regression } from '../../src/domaine/rapprochement/regression.ts';
import { TRAITS, TRAITS_RELATIFS } from '../../src/domaine/rapprochement/traits.ts';

const regression = ({ biais, poids }: Regression, noms: readonly string[]): string[] => [
	`\t\tbiais: ${biais},`,
	'\t\tpoids: [',
	...poids.map((p, i) => `\t\t\t${p}, // ${noms[i]}`),
	'\t\t],',
];

/** Source code of the module that holds the model, formatted like the project. */
export const ecrireModele = ({ version, communs, premiere, equivalence, parente }: Modele): string =>
	[
		"import type { Modele } from './regression.ts';",
		'',
		'/** Learned by `npm run apprendre` from `tests/unit/rapprochement/paires/`: do not edit, run it again. */',
		'export const MODELE: Modele = {',
		`\tversion: '${version}',`,
		'\tpremiere: {',
		...regression(premiere, TRAITS),
		'\t},',
		'\tequivalence: {',
		...regression(equivalence, [...TRAITS, ...TRAITS_RELATIFS]),
		'\t},',
		'\tparente: {',
		...regression(parente, ['log-odds of equivalence', 'proximite']),
		'\t},',
		'\tcommuns: {',
		`\t\tlibelles: ${communs.libelles},`,
		`\t\tailleurs: ${communs.ailleurs},`,
		'\t\tparCle: [',
		...communs.parCle.map(([cle, n]) => `\t\t\t['${cle}', ${n}],`),
		'\t\t],',
		'\t},',
		'};',
		'',
	].join('\n');
