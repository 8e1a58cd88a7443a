import type { Passe } from './passe.ts';
import { mediane } from './tableau.ts';

/** Medians of the runs at one size, in seconds and MiB, and the ratios to quote. */
export interface Bilan {
	versions: number;
	fichiers: number;
	octets: number;
	/** A whole process that reads and writes the same files; of which the writing alone. */
	ecritureNue: number;
	dontEcriture: number;
	/** Start of Node and Astro, reading and checking of the catalogue. */
	contenu: number;
	/** Vite: the code of the pages and of the browser. */
	assemblage: number;
	/** All that is written but pictures and index; of which data files, and pages of comparison. */
	pages: number;
	dontDonnees: number;
	dontComparaisons: number;
	plan: number;
	images: number;
	recherche: number;
	total: number;
	processeur: number;
	memoire: number;
	memoireNode: number;
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

export function bilan(versions: number, passes: readonly Passe[]): Bilan {
	const m = (lire: (p: Passe) => number) => mediane(passes.map(lire));
	const etape = (p: Passe, ...noms: string[]) => noms.reduce((somme, nom) => somme + (p.etapes[nom]?.duree ?? 0), 0);
	const routes = (p: Passe, motif: RegExp) =>
		Object.entries(p.routes)
			.filter(([composant]) => motif.test(composant))
			.reduce((somme, [, { duree }]) => somme + duree, 0);
	const aPart = (p: Passe) => etape(p, 'lignee-images', 'lignee-pagefind');
	const sansApart = (p: Passe) => p.construction.duree - aPart(p);
	const [premiere] = passes as [Passe];
	return {
		versions,
		fichiers: premiere.ecritureNue.fichiers,
		octets: premiere.ecritureNue.octets,
		ecritureNue: m((p) => p.ecritureNue.cout.duree),
		dontEcriture: m((p) => p.ecritureNue.duree),
		contenu: m((p) => etape(p, 'démarrage', 'contenu')),
		assemblage: m((p) => etape(p, 'assemblage')),
		pages: m((p) => etape(p, 'liste des pages', 'pages')),
		dontDonnees: m((p) => routes(p, DONNEES)),
		dontComparaisons: m((p) => routes(p, COMPARAISONS)),
		plan: m((p) => etape(p, '@astrojs/sitemap')),
		images: m((p) => etape(p, 'lignee-images')),
		recherche: m((p) => etape(p, 'lignee-pagefind')),
		total: m((p) => p.construction.duree),
		processeur: m((p) => p.construction.processeur),
		memoire: m((p) => p.construction.memoire),
		memoireNode: m((p) => p.memoireNode),
		comparaison: m((p) => (p.comparaison.comparaisons / p.comparaison.paires) * 1000),
		paires: premiere.comparaison.paires,
		rapport: m((p) => etape(p, 'liste des pages', 'pages') / p.ecritureNue.cout.duree),
		rapportEtroit: m((p) => sansApart(p) / p.ecritureNue.duree),
		parFichier: m((p) => (sansApart(p) / p.ecritureNue.fichiers) * 1000),
	};
}
