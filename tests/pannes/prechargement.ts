import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a program (`node --import`): counts its writes to the disk, and makes one fail as a crash or a full
 * disk would. `PANNE=SIGKILL:12` kills the process just before its 12th write, `PANNE=COUPE:12` in the middle of it,
 * `PANNE=SIGTERM:12` asks it to stop there, `PANNE=ENOSPC:12` refuses its 12th write and all following ones.
 */
const [genre = '', rang = 'Infinity'] = (process.env.PANNE ?? '').split(':');
/** Functions that write. Reads are not counted: they work on a full disk, and a kill there shows nothing new. */
const ECRITURES = ['appendFile', 'copyFile', 'cp', 'link', 'mkdir', 'rename', 'symlink', 'writeFile'] as const;
const RETRAITS = ['rm', 'rmdir', 'unlink'] as const;
let compte = 0;

/** Counts one write. @returns the error that it must fail with, if any */
function compter(nom: string, chemin: unknown, retrait: boolean): NodeJS.ErrnoException | undefined {
	compte++;
	if (genre === 'COUPE') return undefined;
	if (genre.startsWith('SIG')) {
		if (compte === Number(rang)) process.kill(process.pid, genre as NodeJS.Signals);
		return undefined;
	}
	if (compte < Number(rang) || (retrait && genre === 'ENOSPC')) return undefined;
	const message = `${genre}: panne, ${nom} '${String(chemin)}'`;
	return Object.assign(new Error(message), { code: genre, syscall: nom, path: String(chemin) });
}

type Fonction = (...args: unknown[]) => unknown;
const { promises } = fs;
for (const nom of [...ECRITURES, ...RETRAITS]) {
	const retrait = (RETRAITS as readonly string[]).includes(nom);
	const remplacer = (objet: object, cle: string, enveloppe: (vraie: Fonction) => Fonction) => {
		const vraie = Reflect.get(objet, cle) as Fonction;
		Reflect.set(objet, cle, enveloppe(vraie.bind(objet)));
	};
	remplacer(fs, `${nom}Sync`, (vraie) => (...args) => {
		const erreur = compter(nom, args[0], retrait);
		if (erreur) throw erreur;
		return vraie(...args);
	});
	remplacer(promises, nom, (vraie) => async (...args) => {
		const erreur = compter(nom, args[0], retrait);
		if (erreur) throw erreur;
		return vraie(...args);
	});
	remplacer(fs, nom, (vraie) => (...args) => {
		const erreur = compter(nom, args[0], retrait);
		const rappel = args.at(-1) as (e: Error) => void;
		return erreur ? process.nextTick(rappel, erreur) : vraie(...args);
	});
}

/** For `COUPE`: writes half of the file, as a power cut would leave it. */
const ecrire = fs.writeFileSync;
fs.writeFileSync = (chemin, contenu, options) => {
	if (genre !== 'COUPE' || compte + 1 < Number(rang)) return ecrire(chemin, contenu, options);
	const octets =
		typeof contenu === 'string'
			? Buffer.from(contenu)
			: Buffer.from(contenu.buffer, contenu.byteOffset, contenu.byteLength);
	ecrire(chemin, octets.subarray(0, octets.length / 2));
	process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();
// Only in the main thread: worker threads of libraries load this module too, but write nothing.
if (process.env.PANNE_COMPTE && isMainThread) process.on('exit', () => fs.writeSync(2, `\necritures=${compte}\n`));
