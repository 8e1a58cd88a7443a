import { lireReglages, ReglageRefuse } from '../src/reglages.ts';

/**
 * Runs a command of Astro (`node scripts/astro.ts dev`) with the environment that the project needs, whatever shell npm
 * uses. Telemetry writes its settings under HOME and stops Astro where HOME is not writable; a server in the background
 * would not end with its terminal.
 */
Object.assign(process.env, {
	ASTRO_TELEMETRY_DISABLED: '1',
	ASTRO_DEV_BACKGROUND: '0',
	ASTRO_PREVIEW_BACKGROUND: '0',
});
try {
	lireReglages(process.env);
} catch (erreur) {
	if (!(erreur instanceof ReglageRefuse)) throw erreur;
	console.error(erreur.message);
	process.exit(1);
}
await import(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')).href);
