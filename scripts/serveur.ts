import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type AstroInlineConfig, preview } from 'astro';

/** A served site: its origin, without a trailing slash, and the function that stops the server. */
export type Service = { adresse: string; fermer: () => Promise<void> };

/** @throws if a folder is not a built site, with what to do */
export function exigerSite(dossier: string): void {
	if (!existsSync(join(dossier, 'index.html')))
		throw new Error(`${dossier}/ n’est pas un site construit : lancer « npm run build » avant.`);
}

/** Serves a built site on a free port, as `npm start` does. */
export async function servirDossier(config: Pick<AstroInlineConfig, 'outDir' | 'base'> = {}): Promise<Service> {
	exigerSite(String(config.outDir ?? 'dist'));
	const serveur = await preview({ root: '.', ...config, server: { port: 0 }, logLevel: 'error' });
	return { adresse: `http://localhost:${serveur.port}`, fermer: () => serveur.stop() };
}

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2',
	'.png': 'image/png',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml',
};
const DEJA_COMPRESSES = new Set(['.woff2', '.png']);

/** Serves a built site on a free port as a host would: compressed, files with a hash cached for ever. */
export async function servirCompresse(dossier: string): Promise<Service> {
	exigerSite(dossier);
	const serveur = createServer((requete, reponse) => {
		const chemin = normalize(decodeURIComponent(new URL(requete.url ?? '/', 'http://localhost').pathname));
		const vise = join(dossier, chemin.endsWith('/') ? `${chemin}index.html` : chemin);
		const existe = existsSync(vise) && statSync(vise).isFile();
		const fichier = existe ? vise : join(dossier, '404.html');
		const extension = extname(fichier);
		const octets = readFileSync(fichier);
		const comprime = !DEJA_COMPRESSES.has(extension);
		reponse.writeHead(existe ? 200 : 404, {
			'Content-Type': TYPES[extension] ?? 'application/octet-stream',
			'Cache-Control': chemin.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
			...(comprime && { 'Content-Encoding': 'gzip' }),
		});
		reponse.end(comprime ? gzipSync(octets) : octets);
	});
	await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
	return {
		adresse: `http://localhost:${(serveur.address() as AddressInfo).port}`,
		fermer: () => new Promise((ferme) => serveur.close(() => ferme())),
	};
}

/** A free port, for a program that must be given one. Another program could take it before. */
export async function portLibre(): Promise<number> {
	const sonde = createServer();
	await new Promise<void>((ecoute) => sonde.listen(0, '127.0.0.1', ecoute));
	const { port } = sonde.address() as AddressInfo;
	await new Promise((ferme) => sonde.close(ferme));
	return port;
}
