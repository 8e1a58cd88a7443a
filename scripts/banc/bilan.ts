import type { Passe } from './passe.ts';
import type { Cout } from './processus.ts';
import { mediane, somme } from './tableau.ts';

export type Bilan = ReturnType<typeof bilan>;

/** Endpoints of `src/pages` that write data files. */
const DONNEES = /^src\/pages\/(?:donnees\/\[|outils\/|sources\/|\[\.\.\.(?:flux|texte)\])/;
const COMPARAISONS = /^src\/pages\/comparer\/\[/;

const pages = (p: Passe): Cout => etape(p, 'liste des pages', 'pages');

/** Items of the report, each read from the measures of a run. */
const POSTES: { poste: string; retrait: number; lire: (p: Passe) => Cout | undefined }[] = [
	{ poste: 'écriture nue des mêmes fichiers', retrait: 0, lire: (p) => p.ecritureNue.cout },
	{ poste: 'les mêmes par Eleventy, de données prêtes', retrait: 0, lire: (p) => p.eleventy },
	{ poste: 'construction entière', retrait: 0, lire: (p) => p.construction },
	{ poste: 'démarrage, catalogue lu et vérifié', retrait: 1, lire: (p) => etape(p, 'démarrage', 'contenu') },
	{ poste: 'index de recherche', retrait: 1, lire: (p) => etape(p, 'lignee-pagefind') },
	{ poste: 'images sociales', retrait: 1, lire: (p) => etape(p, 'lignee-images') },
	{ poste: 'assemblage du code (Vite)', retrait: 1, lire: (p) => etape(p, 'assemblage') },
	{ poste: 'pages et données', retrait: 1, lire: pages },
	{ poste: 'dont fichiers de données', retrait: 2, lire: (p) => routes(p, DONNEES) },
	{ poste: 'dont pages de comparaison', retrait: 2, lire: (p) => routes(p, COMPARAISONS) },
	{ poste: 'plan du site (sitemap)', retrait: 1, lire: (p) => etape(p, '@astrojs/sitemap') },
	{ poste: 'une édition d’un titre, le site entier refait', retrait: 0, lire: (p) => p.edition },
	{ poste: 'comparaison de toutes les paires, à part', retrait: 0, lire: (p) => p.comparaison.cout },
];

const total = (couts: readonly Omit<Cout, 'memoire'>[], memoire: number): Cout => ({
	duree: somme(couts.map(({ duree }) => duree)),
	processeur: somme(couts.map(({ processeur }) => processeur)),
	memoire,
});

function etape({ etapes }: Passe, ...noms: string[]): Cout {
	const couts = noms.flatMap((nom) => etapes[nom] ?? []);
	return total(couts, Math.max(0, ...couts.map(({ memoire }) => memoire)));
}

function routes({ routes }: Passe, motif: RegExp): Cout {
	const siennes = Object.entries(routes).flatMap(([composant, route]) => (motif.test(composant) ? [route] : []));
	return total(siennes, Number.NaN);
}

/** Medians of the runs for one size of catalogue, and ratios. */
export function bilan(versions: number, passes: readonly Passe[]) {
	const m = (lire: (p: Passe) => number) => mediane(passes.map(lire));
	const sansApart = (p: Passe) => p.construction.duree - etape(p, 'lignee-images', 'lignee-pagefind').duree;
	const [premiere] = passes as [Passe];
	const couts = POSTES.flatMap(({ poste, retrait, lire }) => {
		const lus = passes.flatMap((p) => lire(p) ?? []);
		const median = (nom: keyof Cout) => mediane(lus.map((cout) => cout[nom]));
		const cout = { duree: median('duree'), processeur: median('processeur'), memoire: median('memoire') };
		return lus.length ? [{ poste, retrait, cout }] : [];
	});
	return {
		versions,
		fichiers: premiere.ecritureNue.fichiers,
		octets: premiere.ecritureNue.octets,
		/** Cost of each item, then of its parts (`retrait` is their depth); memory is `NaN` for a part of a stage. */
		couts,
		/** Seconds that the bare script spends writing, without the start of its process. */
		dontEcriture: m((p) => p.ecritureNue.duree),
		/** Milliseconds to compare one pair, without reading the catalogue. */
		comparaison: m((p) => (p.comparaison.comparaisons / p.comparaison.paires) * 1000),
		paires: premiere.comparaison.paires,
		/** Time to list, render and write pages and data, divided by that of the whole bare process. */
		rapport: m((p) => pages(p).duree / p.ecritureNue.cout.duree),
		/** Time to build the site again after one edit, divided by the same. */
		rapportEdition: m((p) => p.edition.duree / p.ecritureNue.cout.duree),
		/** Time of the build without pictures and search index, divided by `dontEcriture`. */
		rapportEtroit: m((p) => sansApart(p) / p.ecritureNue.duree),
		/** Milliseconds of the build per file, without pictures and search index. */
		parFichier: m((p) => (sansApart(p) / p.ecritureNue.fichiers) * 1000),
	};
}
