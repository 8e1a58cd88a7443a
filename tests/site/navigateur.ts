import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian and other systems install a browser of their own. */
const INSTALLES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const DISCRETION = [
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--disable-gpu',
	// One host, ours: a process for each page would only cost time.
	'--disable-site-isolation-trials',
];

/**
 * A headless Chromium: `CHROMIUM_PATH` where it is set, else the one that comes with the development dependencies,
 * else one that the system has.
 * @param plus arguments of Chromium beyond the usual ones
 * @throws where there is none, with what to do
 */
export async function ouvrirNavigateur(...plus: string[]): Promise<Browser> {
	const args = [...DISCRETION, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...plus];
	return chromium.launch({ executablePath: await chemin(), args });
}

async function chemin(): Promise<string> {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	if (process.platform === 'linux' && process.arch === 'x64') {
		// The package unpacks the shared libraries that Chromium needs only where it believes to be on such a host.
		process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
		process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
		const { default: paquet } = await import('@sparticuz/chromium');
		return paquet.executablePath();
	}
	const installe = INSTALLES.find((p) => existsSync(p));
	if (installe) return installe;
	throw new Error('Aucun navigateur trouvé : donner le chemin d’un Chromium ou d’un Chrome dans CHROMIUM_PATH.');
}
