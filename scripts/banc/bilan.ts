import type { Passe } from './passe.ts';
import type { Cout } from './processus.ts';
import { mediane } from './tableau.ts';

/** Medians of the runs at one size, and the ratios to quote. */
export interface Bilan {
	versions: number;
	fichiers: number;
	octets: number;
	/** What each part cost, in the order of the table; memory is unknown (`NaN`) where a part is only of a stage. */
	couts: Record<keyof typeof POSTES, Cout>;
	/** Seconds of the bare writing alone, without the start of its process. */
	dontEcriture: number;
	/** Milliseconds a pair, reading left out. */
	comparaison: number;
	paires: number;
	/** Listing and writing the pages and data, beside the whole process that only writes the same files. */
	rapport: number;
	/** Everything but pictures and index, beside the writing alone. */
	rapportEtroit: number;
	/** Milliseconds a file, everything but pictures and index. */
	parFichier: number;
}

/** Endpoints of `src/pages` that write data files. */
const DONNEES = /^src\/pages\/(?:donnees\/\[|outils\/|sources\/|flux|lignees\/\[lignee\]\/|robots|llms)/;
const COMPARAISONS = /^src\/pages\/comparer\/\[/;

/** What is measured of a run. Pages are all that is written but pictures and index. */
const POSTES = {
	'écriture nue des mêmes fichiers': (p: Passe) => p.ecritureNue.cout,
	'construction entière': (p: Passe) => p.construction,
	'  démarrage, catalogue lu et vérifié': (p: Passe) => etape(p, 'démarrage', 'contenu'),
	'  index de recherche': (p: Passe) => etape(p, 'lignee-pagefind'),
	'  images sociales': (p: Passe) => etape(p, 'lignee-images'),
	'  assemblage du code (Vite)': (p: Passe) => etape(p, 'assemblage'),
	'  pages et données': (p: Passe) => etape(p, 'liste des pages', 'pages'),
	'    dont fichiers de données': (p: Passe) => routes(p, DONNEES),
	'    dont pages de comparaison': (p: Passe) => routes(p, COMPARAISONS),
	'  plan du site (sitemap)': (p: Passe) => etape(p, '@astrojs/sitemap'),
	'comparaison de toutes les paires, à part': (p: Passe) => p.comparaison.cout,
};

function etape({ etapes }: Passe, ...noms: string[]): Cout {
	const couts = noms.flatMap((nom) => etapes[nom] ?? []);
	return {
		duree: somme(couts.map(({ duree }) => duree)),
		processeur: somme(couts.map(({ processeur }) => processeur)),
		memoire: Math.max(0, ...couts.map(({ memoire }) => memoire)),
	};
}

function routes({ routes }: Passe, motif: RegExp): Cout {
	const siennes = Object.entries(routes).flatMap(([composant, route]) => (motif.test(composant) ? [route] : []));
	return {
		duree: somme(siennes.map(({ duree }) => duree)),
		processeur: somme(siennes.map(({ processeur }) => processeur)),
		memoire: Number.NaN,
	};
}

const somme = (nombres: readonly number[]): number => nombres.reduce((total, n) => total + n, 0);

export function bilan(versions: number, passes: readonly Passe[]): Bilan {
	const m = (lire: (p: Passe) => number) => mediane(passes.map(lire));
	const pages = POSTES['  pages et données'];
	const sansApart = (p: Passe) => p.construction.duree - etape(p, 'lignee-images', 'lignee-pagefind').duree;
	const [premiere] = passes as [Passe];
	const couts = Object.entries(POSTES).map(([poste, lire]): [string, Cout] => [
		poste,
		{ duree: m((p) => lire(p).duree), processeur: m((p) => lire(p).processeur), memoire: m((p) => lire(p).memoire) },
	]);
	return {
		versions,
		fichiers: premiere.ecritureNue.fichiers,
		octets: premiere.ecritureNue.octets,
		couts: Object.fromEntries(couts) as Bilan['couts'],
		dontEcriture: m((p) => p.ecritureNue.duree),
		comparaison: m((p) => (p.comparaison.comparaisons / p.comparaison.paires) * 1000),
		paires: premiere.comparaison.paires,
		rapport: m((p) => pages(p).duree / p.ecritureNue.cout.duree),
		rapportEtroit: m((p) => sansApart(p) / p.ecritureNue.duree),
		parFichier: m((p) => (sansApart(p) / p.ecritureNue.fichiers) * 1000),
	};
}
