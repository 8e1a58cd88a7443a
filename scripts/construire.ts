import { relative } from 'node:path';
import { build } from 'astro';
import { dossierCatalogue } from '../src/catalogue/dossier.ts';
import { lireReglages, ReglageRefuse } from '../src/reglages.ts';
import { CibleRefusee, direEtat, echanger, type Lieux, preparer, ranger, trouverLieux } from './construction/lieux.ts';
import { menagerMemoire } from './construction/memoire.ts';
import { direPanne } from './construction/panne.ts';
import { suivre } from './construction/suivi.ts';
import { verrouiller } from './construction/verrou.ts';

/**
 * Builds the site aside, then puts it in the place of the previous one: whatever stops a build, `dist` is the previous
 * site or the new one, never a part of either.
 */
const SIGNAUX = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

// Telemetry writes its settings under HOME, and stops Astro where it cannot.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
menagerMemoire();
process.exitCode = await construire(process.env.OUT_DIR || 'dist');

/** @returns the exit code */
async function construire(sortie: string): Promise<number> {
	let lieux: Lieux | undefined;
	for (const [signal, code] of Object.entries(SIGNAUX))
		process.on(signal, () => {
			console.error(`\nConstruction interrompue (${signal}).`);
			if (lieux) clore(lieux);
			process.exit(code);
		});
	try {
		lireReglages(process.env);
		await verrouiller('.', `${sortie} (processus ${process.pid})`, (autre) =>
			console.log(`Une autre construction est en cours : ${autre}. Celle-ci commencera quand elle aura fini.`),
		);
		lieux = trouverLieux(sortie, dossierCatalogue());
		if (preparer(lieux)) console.log(`${sortie} est remis comme avant la construction qui a été interrompue.`);
		// The cache of content knows only of `content.config.ts`: a schema that changes elsewhere would not be applied.
		await build({
			root: '.',
			outDir: lieux.enCours,
			force: true,
			logLevel: 'warn',
			integrations: [suivre(console.log)],
		});
		echanger(lieux);
	} catch (erreur) {
		console.error(`\n${dire(erreur)}`);
		if (lieux) clore(lieux);
		return 1;
	}
	console.log(`Site construit dans ${relative('.', lieux.final)}`);
	tenter(ranger, lieux);
	return 0;
}

/** After a failure: clears what can be, and says what is published. */
function clore(lieux: Lieux): void {
	tenter(ranger, lieux);
	console.error(direEtat(lieux));
}

/** What could not be written may not be removable either; the next build clears it. */
function tenter(ranger: (lieux: Lieux) => void, lieux: Lieux): void {
	try {
		ranger(lieux);
	} catch (erreur) {
		console.error(`À côté du site, quelque chose n’a pas pu être retiré (${direPanne(erreur) ?? String(erreur)}).`);
	}
}

/** A refusal is one message; any other failure comes with where it happened. */
function dire(erreur: unknown): string {
	const panne = direPanne(erreur);
	if (panne) return `Construction impossible : ${panne}.`;
	if (!(erreur instanceof Error)) return `Construction impossible : ${String(erreur)}.`;
	// The catalogue is read through Vite, whose modules are not these: the class differs, the name does not.
	if (erreur instanceof CibleRefusee || erreur instanceof ReglageRefuse || erreur.name === 'CatalogueInvalide')
		return erreur.message;
	const {
		stack = erreur.message,
		loc,
		hint,
	} = erreur as Error & { loc?: { file?: string; line?: number }; hint?: string };
	return [stack, loc?.file && `  ${loc.file}:${loc.line ?? ''}`, hint && `  ${hint}`].filter(Boolean).join('\n');
}
