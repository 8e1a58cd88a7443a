import './construction/memoire.ts';
import { subscribe } from 'node:diagnostics_channel';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type AstroIntegration, build } from 'astro';
import { type Catalogue, lireCatalogue } from '../src/catalogue/catalogue.ts';
import { dossierCatalogue } from '../src/catalogue/dossier.ts';
import { Garde } from '../src/catalogue/garde.ts';
import { compte } from '../src/domaine/vocabulaire.ts';
import { Cache, viderCaches } from '../src/integrations/cache.ts';
import { codeDuSite, garderRegistre } from '../src/integrations/reprise.ts';
import { lireReglages, ReglageRefuse } from '../src/reglages.ts';
import { direPanne } from './construction/panne.ts';
import { CibleRefusee, degager, direPlace, publier, trouverPlace } from './construction/place.ts';
import { existe } from './construction/verrou.ts';
import { lireOptions } from './options.ts';

/**
 * Builds the site in the project's cache, then replaces the previous one. Whatever interrupts a build, `dist` is either
 * the whole previous site or the whole new one.
 */
const USAGE = 'Usage : npm run build [-- --propre], qui refait tout sans rien reprendre d’une construction précédente';
const SIGNAUX = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const CACHE = resolve('.cache');
/** Working folder of this process alone, so that concurrent builds do not collide. Astro renames files within it. */
const ATELIER = join(CACHE, `construction-${process.pid}`);
const SIEN = join(ATELIER, 'cache');

// Telemetry writes its settings under HOME, and stops Astro where HOME is not writable.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
const { values } = lireOptions(USAGE, { options: { propre: { type: 'boolean', default: false } } });
process.exitCode = await construire(process.env.OUT_DIR || 'dist', values.propre);

/** @param propre whether to empty the caches, and reuse nothing of earlier builds @returns the exit code */
async function construire(sortie: string, propre: boolean): Promise<number> {
	let place = '';
	const debut = performance.now();
	const attendre = (pid: number) =>
		console.log(`Une autre construction (processus ${pid}) met son site dans ${sortie} ; celle-ci attend.`);
	for (const [signal, code] of Object.entries(SIGNAUX))
		process.on(signal, () => {
			console.error(`\nConstruction interrompue (${signal}).`);
			clore(place);
			process.exit(code);
		});
	try {
		lireReglages(process.env);
		place = trouverPlace(sortie, dossierCatalogue());
		if (propre) viderCaches('.');
		// An invalid catalogue stops here, before Astro starts. What is read stays in memory for the rest of the build.
		const { versions } = lire(dossierCatalogue());
		console.log(
			`Catalogue lu et vérifié : ${secondes(performance.now() - debut)}, ${compte(versions.length, 'version')}`,
		);
		await degager(place, attendre);
		balayer();
		process.env.SITE_PRECEDENT = place;
		await build({
			root: '.',
			outDir: join(ATELIER, 'site'),
			cacheDir: SIEN,
			// Astro's content cache only watches `content.config.ts`, and would miss a change of the schemas it imports.
			force: true,
			logLevel: 'warn',
			integrations: [suivre()],
		});
		await publier(join(ATELIER, 'site'), place, () => trouverPlace(sortie, dossierCatalogue()), attendre);
		garder(place);
	} catch (erreur) {
		console.error(`\n${dire(erreur)}`);
		clore(place);
		return 1;
	}
	console.log(`Site construit dans ${relative('.', place) || place}, en ${secondes(performance.now() - debut)}`);
	ranger(ATELIER);
	return 0;
}

/** Keeps the record of the published site. A failure only costs the next build: it renders every page again. */
function garder(place: string): void {
	try {
		garderRegistre('.', SIEN, place);
	} catch (erreur) {
		console.error(`Rien n’est gardé pour la prochaine construction (${direPanne(erreur) ?? String(erreur)}).`);
	}
}

/** Reads the catalogue. Files that an earlier build has read come from the cache. */
function lire(dossier: string): Catalogue {
	const cache = new Cache('.', 'lectures');
	const catalogue = lireCatalogue(dossier, new Garde(dossier, codeDuSite('.'), cache));
	cache.balayer();
	return catalogue;
}

/** Logs each stage of a build and its duration. Astro's own log, with a line for each page, is not shown. */
function suivre(): AstroIntegration {
	let debut = performance.now();
	let fichiers = 0;
	const finir = (etape: string, quoi = '') => {
		console.log(`${etape} : ${secondes(performance.now() - debut)}${quoi}`);
		debut = performance.now();
	};
	subscribe('lignee:route', (message) => {
		const { composant, fichiers: faits } = message as { composant?: string; fichiers: number };
		fichiers += faits;
		if (!composant) finir('Code du site assemblé, comparaisons faites');
	});
	return {
		name: 'lignee-suivi',
		hooks: {
			'astro:config:setup': () => {
				debut = performance.now();
			},
			'astro:config:done': () => finir('Index de recherche'),
			'astro:build:start': () => finir('Guides et listes des pages lus'),
			'astro:build:generated': () =>
				finir('Pages et données', `, dont ${nombre(fichiers)} fichiers faits ou repris sans passer par Astro`),
			'astro:build:done': () => finir('Plan du site et images'),
		},
	};
}

function nombre(n: number): string {
	return n.toLocaleString('fr-FR', { maximumFractionDigits: 1 });
}
function secondes(ms: number): string {
	return `${nombre(ms / 1000)}\u00a0s`;
}

/** Removes the working folders of builds that were killed. */
function balayer(): void {
	mkdirSync(ATELIER, { recursive: true });
	for (const nom of readdirSync(CACHE)) {
		const pid = Number(/^construction-(\d+)$/.exec(nom)?.[1] ?? process.pid);
		if (pid !== process.pid && !existe(pid)) ranger(join(CACHE, nom));
	}
}

/** After a failure: removes the working folder, and says which site is published. */
function clore(place: string): void {
	if (existsSync(ATELIER)) ranger(ATELIER);
	if (place) console.error(direPlace(place));
}

/** Removes a folder. One that cannot be removed (a full or read-only disk) is left to the next build. */
function ranger(dossier: string): void {
	try {
		rmSync(dossier, { recursive: true, force: true });
	} catch (erreur) {
		console.error(`${dossier} n’a pas pu être retiré (${direPanne(erreur) ?? String(erreur)}).`);
	}
}

/** Message of an error. Expected errors have no stack trace; any other comes with the place where it happened. */
function dire(erreur: unknown): string {
	const panne = direPanne(erreur);
	if (panne) return `Construction impossible : ${panne}.`;
	if (!(erreur instanceof Error)) return `Construction impossible : ${String(erreur)}.`;
	// By name: Vite loads its own copy of the module that throws this error, so that `instanceof` would be false.
	if (erreur instanceof CibleRefusee || erreur instanceof ReglageRefuse || erreur.name === 'CatalogueInvalide')
		return erreur.message;
	const {
		stack = erreur.message,
		loc,
		hint,
	} = erreur as Error & { loc?: { file?: string; line?: number }; hint?: string };
	return [stack, loc?.file && `  ${loc.file}:${loc.line ?? ''}`, hint && `  ${hint}`].filter(Boolean).join('\n');
}
