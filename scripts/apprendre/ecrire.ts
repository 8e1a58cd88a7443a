import type { Modele, Regression } from '../../src/domaine/rapprochement/regression.ts';
import { TRAITS, TRAITS_RELATIFS } from '../../src/domaine/rapprochement/traits.ts';

const regression = ({ biais, poids }: Regression, noms: readonly string[]): string[] => [
	`\t\tbiais: ${biais},`,
	'\t\tpoids: [',
	...poids.map((p, i) => `\t\t\t${p}, // ${noms[i]}`),
	'\t\t],',
];

/** Pairs in lines that fit the width of the project. */
const enLignes = (paires: Modele['communs']['parCle']): string[] =>
	paires
		.map(([cle, n]) => `['${cle}',${n}],`)
		.join(' ')
		.match(/.{1,110}(?: |$)/g)
		?.map((ligne) => `\t\t\t${ligne.trim()}`) ?? [];

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
		'\t\t// biome-ignore format: a table',
		'\t\tparCle: [',
		...enLignes(communs.parCle),
		'\t\t],',
		'\t},',
		'};',
		'',
	].join('\n');
