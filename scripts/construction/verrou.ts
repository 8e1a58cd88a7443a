import { createHash } from 'node:crypto';
import { existsSync, realpathSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Lets one build at a time run in a project: Astro keeps its work in `.astro/` and `node_modules/.astro/`, which two
 * builds would overwrite for each other.
 *
 * The lock is a local socket and not a file: the system closes it when its process ends, however it ends, so that a
 * killed build never leaves a lock behind; and who waits is told by the closing of its connection.
 * @param attendre called once, with what the other build says of itself, before waiting for it
 * @returns what releases the lock
 */
export async function verrouiller(
	racine: string,
	presentation: string,
	attendre: (autre: string) => void,
): Promise<() => void> {
	const adresse = adresseDe(realpathSync(racine));
	for (let dit = false; ; ) {
		const rendre = await prendre(adresse, presentation);
		if (rendre) return rendre;
		const autre = await suivre(adresse, (nom) => {
			if (!dit) attendre(nom);
			dit = true;
		});
		// Without abstract sockets, the name of a dead process's socket stays in the folder.
		if (!autre && adresse.startsWith('/') && existsSync(adresse)) unlinkSync(adresse);
	}
}

function adresseDe(racine: string): string {
	const nom = `lignee-${createHash('sha256').update(racine).digest('hex').slice(0, 16)}`;
	if (process.platform === 'win32') return `\\\\.\\pipe\\${nom}`;
	return process.platform === 'linux' ? `\0${nom}` : join(tmpdir(), `${nom}.sock`);
}

/** Takes the address, and tells who asks for it who holds it. @returns what gives it back; nothing where it is taken */
function prendre(adresse: string, presentation: string): Promise<(() => void) | undefined> {
	const clients = new Set<Socket>();
	const serveur = createServer((client) => {
		clients.add(client.unref());
		client.on('error', () => client.destroy());
		client.on('close', () => clients.delete(client));
		client.write(presentation);
	});
	const rendre = () => {
		serveur.close();
		for (const client of clients) client.destroy();
	};
	return new Promise((reussir, echouer) => {
		serveur.on('error', (erreur: NodeJS.ErrnoException) =>
			erreur.code === 'EADDRINUSE' ? reussir(undefined) : echouer(erreur),
		);
		serveur.listen(adresse, () => {
			serveur.unref();
			reussir(rendre);
		});
	});
}

/** Follows the build that holds the address until it ends: whether there was one. */
const suivre = (adresse: string, presenter: (nom: string) => void): Promise<boolean> =>
	new Promise((finir) => {
		const client = connect(adresse);
		client.on('data', (nom) => presenter(String(nom)));
		client.on('connect', () => client.on('close', () => finir(true)));
		client.on('error', () => finir(false));
	});
