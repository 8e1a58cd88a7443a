import {
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { prendre, rendre, tolerer } from './verrou.ts';

/** Thrown for a folder that a build may not replace, with the reason and the way out. */
export class CibleRefusee extends Error {}

/** Folders of the project that a build must never replace. */
const SOURCES = ['.astro', '.ci', '.git', 'content', 'docs', 'node_modules', 'public', 'scripts', 'src', 'tests'];
/** File by which a build recognises a site that it has written. A folder without it is never replaced. */
export const MARQUE = '.lignee';
const EXPLICATION = '« npm run build » fait ce dossier, et le remplace en entier à chaque fois.\n';

/**
 * Finds the folder to publish in.
 * @param sortie folder asked for; a symbolic link is followed, so that the link stays
 * @param catalogue folder of the catalogue
 * @throws CibleRefusee if publishing there would replace anything but a site built before
 */
export function trouverPlace(sortie: string, catalogue: string, racine = process.cwd()): string {
	const place = suivre(resolve(racine, sortie), sortie);
	const refuser = (pourquoi: string): never => {
		throw new CibleRefusee(`OUT_DIR=${sortie} ${pourquoi}`);
	};
	const sources = SOURCES.map((nom) => resolve(racine, nom));
	if (existsSync(resolve(racine, catalogue))) sources.push(realpathSync(resolve(racine, catalogue)));
	if (contient(place, racine) || sources.some((s) => contient(place, s) || contient(s, place)))
		return refuser('remplacerait des sources du projet ; donner un dossier à part, comme dist');
	if (!existsSync(place)) {
		let parent = dirname(place);
		while (!existsSync(parent)) parent = dirname(parent);
		return lstatSync(realpathSync(parent)).isDirectory()
			? place
			: refuser(`ne peut pas être créé : ${parent} est un fichier ; donner un autre dossier`);
	}
	if (!lstatSync(place).isDirectory()) return refuser('est un fichier ; donner un dossier, ou retirer ce fichier');
	const noms = readdirSync(place);
	if (noms.includes('.git'))
		return refuser('est un dépôt git ; construire dans un autre dossier, puis y copier le site');
	if (noms.length && !noms.includes(MARQUE))
		return refuser(
			`n’est pas vide (${noms.slice(0, 3).join(', ')}…) et ne porte pas la marque d’un site construit ici (${MARQUE}) : rien n’y est touché ; donner un dossier vide ou nouveau, ou retirer celui-là`,
		);
	return place;
}

function suivre(chemin: string, sortie: string): string {
	try {
		return realpathSync(chemin);
	} catch (erreur) {
		if ((erreur as NodeJS.ErrnoException).code !== 'ENOENT') throw erreur;
	}
	if (lstatSync(chemin, { throwIfNoEntry: false }))
		throw new CibleRefusee(
			`OUT_DIR=${sortie} est un lien qui ne mène nulle part ; créer le dossier qu’il vise, ou le retirer`,
		);
	return chemin;
}

const contient = (dossier: string, autre: string): boolean => {
	const chemin = relative(dossier, autre);
	return chemin === '' || !(chemin === '..' || chemin.startsWith(`..${sep}`) || resolve(chemin) === chemin);
};

/** Folder beside the place, which holds the new site and then the previous one while they are swapped. */
const chantierDe = (place: string) => `${place}-en-construction`;

/**
 * Replaces the published site by a complete new one, one process at a time: two renames, after a copy if the new site
 * was built on another disk. If the process is killed between the two renames, the previous site stays whole in the
 * folder beside, and the next build puts it back.
 * @param site folder of the new site, which is moved
 * @param verifier checks again, under the lock, that the place may be replaced; throws if not
 * @param attendre called with the process that is waited for
 * @throws CibleRefusee if the folder beside was not made by a build
 */
export async function publier(
	site: string,
	place: string,
	verifier: () => void,
	attendre: (pid: number) => void,
): Promise<void> {
	const chantier = chantierDe(place);
	const [neuf, precedent] = [join(chantier, 'site'), join(chantier, 'precedent')];
	mkdirSync(dirname(place), { recursive: true });
	writeFileSync(join(site, MARQUE), EXPLICATION);
	await occuper(place, attendre);
	try {
		verifier();
		deplacer(site, neuf);
		if (existsSync(place)) renameSync(place, precedent);
		renameSync(neuf, place);
	} finally {
		// If the new site could not be put in place, the previous one is put back. Errors of this clean-up are ignored:
		// the next build does it again, and the site is in place or the failure is already being thrown.
		try {
			remettre(place);
			rendre(chantier);
		} catch {}
	}
}

/**
 * Undoes an interrupted publication, before a build: the previous site is put back.
 * @throws CibleRefusee if the folder beside was not made by a build
 */
export async function degager(place: string, attendre: (pid: number) => void): Promise<void> {
	if (!existsSync(chantierDe(place))) return;
	await occuper(place, attendre);
	rendre(chantierDe(place));
}

async function occuper(place: string, attendre: (pid: number) => void): Promise<void> {
	const chantier = chantierDe(place);
	if (!(await prendre(chantier, () => remettre(place), attendre)))
		throw new CibleRefusee(
			`${chantier} n’a pas été fait par une construction et serait remplacé ; le déplacer, ou donner un autre OUT_DIR`,
		);
}

/** Puts the previous site back if no site is in its place, and clears the folder beside. */
function remettre(place: string): void {
	const chantier = chantierDe(place);
	const precedent = join(chantier, 'precedent');
	if (existsSync(precedent) && !existsSync(place)) renameSync(precedent, place);
	for (const nom of ['precedent', 'site']) rmSync(join(chantier, nom), { recursive: true, force: true });
}

/** Moves a folder: a rename, or a copy if the two paths are not on one disk. */
function deplacer(de: string, vers: string): void {
	if (!tolerer(() => renameSync(de, vers), 'EXDEV')) cpSync(de, vers, { recursive: true });
}

/** Sentence that says which site is left after a failed build; empty if there is none. */
export function direPlace(place: string): string {
	if (existsSync(place)) return `${place} est resté tel qu’il était.`;
	const precedent = join(chantierDe(place), 'precedent');
	return existsSync(precedent)
		? `Le site précédent est dans ${precedent} ; la prochaine construction le remettra.`
		: '';
}
