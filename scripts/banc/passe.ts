import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Jalon, Routes } from './chronometre.ts';
import { mesurerEleventy } from './eleventy.ts';
import { etapesDe } from './etapes.ts';
import { type Cout, mesurer } from './processus.ts';

/** Measures of one run, in seconds and MiB; each entry is a whole process, or a stage of one. */
export interface Passe {
	/** A bare script that writes the same pages and data: `cout` of the whole process, `duree` of the writing alone. */
	ecritureNue: { cout: Cout; fichiers: number; octets: number; duree: number };
	/** Eleventy writing the same files, if it was asked for. */
	eleventy: Cout | undefined;
	construction: Cout;
	/** Stages of the build. */
	etapes: Record<string, Cout>;
	routes: Routes;
	/** `npm run build` again, after a sentence is added to one title. */
	edition: Cout;
	/** A separate process that reads the catalogue, then compares every pair. */
	comparaison: { cout: Cout; lecture: number; paires: number; comparaisons: number };
}

/** Folders of the built site that hold neither pages nor data. */
const A_PART = ['pagefind', 'images'];

/**
 * Builds a catalogue once in a copy of the project, then runs the other measures of `Passe` on it.
 * @param avecEleventy whether to measure Eleventy too
 */
export async function passer(racine: string, catalogue: string, avecEleventy: boolean): Promise<Passe> {
	const dans = (nom: string) => join(racine, nom);
	const [site, rapport, copie] = [dans('dist'), dans('rapport.json'), dans('copie')];
	const script = (nom: string) => `scripts/banc/${nom}.ts`;
	const env = { CATALOGUE: catalogue };
	for (const reste of [site, copie, dans('.cache')]) rmSync(reste, { recursive: true, force: true });
	const { cout: construction, releves } = await mesurer([script('construire'), site, rapport], {
		dossier: racine,
		env,
	});
	const { jalons, routes }: { jalons: Jalon[]; routes: Routes } = JSON.parse(readFileSync(rapport, 'utf8'));
	const nue = await mesurer([script('ecrire'), site, copie, ...A_PART], { dossier: racine });
	rmSync(copie, { recursive: true, force: true });
	const eleventy = avecEleventy ? await mesurerEleventy(racine, site, A_PART) : undefined;
	const comparaison = await mesurer([script('comparer')], { dossier: racine, env });
	const edition = await editer(racine, catalogue);
	return {
		ecritureNue: { cout: nue.cout, ...JSON.parse(nue.sortie) },
		eleventy,
		construction,
		etapes: etapesDe(jalons, releves),
		routes,
		edition,
		comparaison: { cout: comparaison.cout, ...JSON.parse(comparaison.sortie) },
	};
}

/** Builds with `npm run build`, adds a sentence to a title, and builds again. @returns the cost of the second build */
async function editer(racine: string, catalogue: string): Promise<Cout> {
	const [site, titre] = [join(racine, 'site'), globSync(join(catalogue, 'titres/*.md')).sort()[0] as string];
	const construire = () =>
		mesurer(['scripts/construire.ts'], { dossier: racine, env: { CATALOGUE: catalogue, OUT_DIR: site } });
	const avant = readFileSync(titre, 'utf8');
	try {
		await construire();
		writeFileSync(titre, `${avant}\nUne phrase de plus.\n`);
		return (await construire()).cout;
	} finally {
		writeFileSync(titre, avant);
		rmSync(site, { recursive: true, force: true });
	}
}
