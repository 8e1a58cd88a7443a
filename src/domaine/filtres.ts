import type { Version } from './version.ts';
import { CADRE_2019, ETATS } from './vocabulaire.ts';

/** Filters of the lists of versions and lineages: names of their form fields and query parameters. */
export const CRITERES = ['niveau', 'nsf', 'rome', 'etat'] as const;
export type Critere = (typeof CRITERES)[number];
type Filtrable = Pick<Version, 'niveau' | 'nsf' | 'rome' | 'etat'>;

/** Value for versions on which a fact is unknown, which readers can also ask for. */
const INCONNU = 'inconnu';

/** Domains of the ROME, by the first letter of its codes. */
const DOMAINES_ROME: Record<string, string> = {
	A: 'Agriculture, espaces naturels, soins aux animaux',
	B: 'Arts et façonnage d’ouvrages d’art',
	C: 'Banque, assurance, immobilier',
	D: 'Commerce, vente et grande distribution',
	E: 'Communication, média et multimédia',
	F: 'Construction, bâtiment et travaux publics',
	G: 'Hôtellerie-restauration, tourisme, loisirs, animation',
	H: 'Industrie',
	I: 'Installation et maintenance',
	J: 'Santé',
	K: 'Services à la personne et à la collectivité',
	L: 'Spectacle',
	M: 'Support à l’entreprise',
	N: 'Transport et logistique',
};
/** Value for five-digit ROME codes, used before 2009. */
const ROME_ANCIEN = 'ancien';

const NIVEAUX_1969 = new Map(Object.entries(CADRE_2019).map(([ancien, nouveau]) => [nouveau, ancien]));

/** Filter values of a version (`de`), and how each is named. */
const REPONSES: Record<Critere, { de: (version: Filtrable) => string[]; nommer: (valeur: string) => string }> = {
	niveau: {
		de: ({ niveau }) => (niveau ? [CADRE_2019[niveau.valeur] ?? niveau.valeur] : []),
		nommer: (valeur) => (NIVEAUX_1969.has(valeur) ? `${valeur} (${NIVEAUX_1969.get(valeur)} avant 2019)` : valeur),
	},
	nsf: { de: ({ nsf }) => nsf.map(({ valeur }) => valeur.slice(0, 3)), nommer: (valeur) => `NSF ${valeur}` },
	rome: {
		de: ({ rome }) => rome.map(({ valeur }) => (/^\d/.test(valeur) ? ROME_ANCIEN : valeur.slice(0, 1))),
		nommer: (valeur) =>
			valeur === ROME_ANCIEN
				? 'Codes d’avant 2009, à cinq chiffres'
				: `${valeur}\u00A0: ${DOMAINES_ROME[valeur] ?? valeur}`,
	},
	etat: { de: ({ etat }) => [etat.cle], nommer: (valeur) => ETATS[valeur as keyof typeof ETATS] ?? valeur },
};

/** Filter values of a row: those of one version, or of all versions of a lineage. */
const reponses = (versions: readonly Filtrable[]): Record<Critere, string[]> => {
	const une = (critere: Critere) => [
		...new Set(
			versions.flatMap((version) => {
				const siennes = REPONSES[critere].de(version);
				return siennes.length ? siennes : [INCONNU];
			}),
		),
	];
	return Object.fromEntries(CRITERES.map((critere) => [critere, une(critere)])) as Record<Critere, string[]>;
};

/** The filter values as attributes of the row, read by the script of the filters. */
export const attributs = (versions: readonly Filtrable[]): Record<string, string> =>
	Object.fromEntries(
		Object.entries(reponses(versions)).map(([critere, dites]) => [`data-${critere}`, dites.join(' ')]),
	);

const nommer = (critere: Critere, valeur: string): string => {
	if (valeur !== INCONNU) return REPONSES[critere].nommer(valeur);
	return critere === 'etat' ? ETATS.inconnu : 'Inconnu de nos sources';
};

/** Options of each filter. A filter with a single value is left out. */
export const choix = (versions: readonly Filtrable[]) => {
	const toutes = reponses(versions);
	return CRITERES.map((critere) => ({
		critere,
		options: toutes[critere]
			.toSorted((a, b) => Number(a === INCONNU) - Number(b === INCONNU) || a.localeCompare(b, 'fr', { numeric: true }))
			.map((valeur) => ({ valeur, nom: nommer(critere, valeur) })),
	})).filter(({ options }) => options.length > 1);
};

/**
 * Whether a row matches a query.
 * @param dit filter values of the row, as in its attributes
 * @param texte folded words of the row
 * @param demande values asked for
 * @param mots folded words that must all be in `texte`
 */
export const retenue = (
	dit: Partial<Record<Critere, string>>,
	texte: string,
	demande: Partial<Record<Critere, string>>,
	mots: readonly string[],
): boolean =>
	CRITERES.every((critere) => {
		const voulu = demande[critere];
		return !voulu || (dit[critere] ?? '').split(' ').includes(voulu);
	}) && mots.every((mot) => texte.includes(mot));
