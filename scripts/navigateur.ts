import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const CACHE = fileURLToPath(new URL('../.cache/', import.meta.url));
/** Paths where Debian and other systems install a browser. */
const INSTALLES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const DISCRETION = [
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--disable-gpu',
	// All pages come from one local host: a process per site would only cost time.
	'--disable-site-isolation-trials',
];

/** Timeout of a page, in ms, long enough for a busy machine: it only ends what hangs. */
const PATIENCE = 120_000;

/** A browser to launch, with the environment that it needs. */
type Executable = { executablePath: string; env: NodeJS.ProcessEnv };

/**
 * A headless Chromium: `CHROMIUM_PATH` where it is set, else the one that comes with the development dependencies,
 * else one that the system has.
 * @param plus arguments of Chromium beyond the usual ones
 * @throws if there is none, with what to do
 */
export async function ouvrirNavigateur(...plus: string[]): Promise<Browser> {
	const args = [...DISCRETION, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...plus];
	const { executablePath, env } = await preparerNavigateur();
	const navigateur = await chromium.launch({ executablePath, args, env: env as Record<string, string> });
	navigateur.on('context', (contexte) => contexte.setDefaultTimeout(PATIENCE));
	return navigateur;
}

/** Finds the browser, and unpacks the packaged one once. Test runs call it before they start their workers. */
export async function preparerNavigateur(): Promise<Executable> {
	const { env } = process;
	if (env.CHROMIUM_PATH) return { executablePath: env.CHROMIUM_PATH, env };
	if (process.platform === 'linux' && process.arch === 'x64') return lancable(await deballer());
	const executablePath = INSTALLES.find((p) => existsSync(p));
	if (executablePath) return { executablePath, env };
	throw new Error('Aucun navigateur trouvé : donner le chemin d’un Chromium ou d’un Chrome dans CHROMIUM_PATH.');
}

/** The unpacked browser, with its own libraries, fonts and caches: nothing is read or written in HOME. */
const lancable = (dossier: string): Executable => ({
	executablePath: join(dossier, 'chromium'),
	env: {
		...process.env,
		HOME: dossier,
		XDG_CACHE_HOME: join(dossier, 'cache'),
		FONTCONFIG_PATH: join(dossier, 'fonts'),
		LD_LIBRARY_PATH: [join(dossier, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
	},
});

/**
 * Unpacks the browser of `@sparticuz/chromium` into the project's cache: aside first, then by one rename, so that it is
 * there whole or not at all. The package itself writes to a fixed path in the system's temporary folder, where two
 * processes or two users collide (https://github.com/Sparticuz/chromium/issues/507).
 * @returns the folder of the browser
 */
async function deballer(): Promise<string> {
	const entree = createRequire(import.meta.url).resolve('@sparticuz/chromium');
	const { version } = JSON.parse(readFileSync(join(dirname(entree), '..', 'package.json'), 'utf8'));
	const dossier = join(CACHE, `navigateur-${version}`);
	if (existsSync(dossier)) return dossier;
	mkdirSync(CACHE, { recursive: true });
	const aside = mkdtempSync(join(CACHE, 'navigateur-en-cours-'));
	// The package unpacks into TMPDIR, and unpacks the shared libraries only if these variables look like AWS Lambda.
	const propres = { TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
	const avant = { ...process.env };
	try {
		Object.assign(process.env, propres);
		const { default: paquet } = await import('@sparticuz/chromium');
		await paquet.executablePath();
		writeFileSync(join(aside, 'fonts', 'fonts.conf'), POLICES);
		poser(aside, dossier);
	} finally {
		for (const nom of Object.keys(process.env)) if (!(nom in avant)) delete process.env[nom];
		Object.assign(process.env, avant);
		rmSync(aside, { recursive: true, force: true });
	}
	return dossier;
}

/** Renames the unpacked folder. If another process has put its own copy there meanwhile, that one is used. */
function poser(aside: string, dossier: string): void {
	try {
		renameSync(aside, dossier);
	} catch (erreur) {
		if (!existsSync(dossier)) throw erreur;
	}
}

/** Replaces the `fonts.conf` of the package, which names fixed paths in `/tmp`. */
const POLICES = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir prefix="relative">.</dir>
	<cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
