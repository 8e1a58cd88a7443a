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
import { prendre, rendre } from './verrou.ts';

/** Thrown for a folder that a build may not replace, with the reason and the way out. */
export class CibleRefusee extends Error {}

/** Folders of the project that are not a build's to replace. */
const SOURCES = ['.astro', '.ci', '.git', 'content', 'docs', 'node_modules', 'public', 'scripts', 'src', 'tests'];
/** File that a build writes in a site to know it again: a folder without it is never replaced. */
export const MARQUE = '.lignee';
const EXPLICATION = '« npm run build » fait ce dossier, et le remplace en entier à chaque fois.\n';

/**
 * Finds the folder to publish in.
 * @param sortie folder asked for; a symbolic link is followed, so that the link stays
 * @param catalogue folder of the catalogue
 * @throws CibleRefusee where publishing there would replace something else than a site built before
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

/** Beside the place, while a site is put there: the new one, then the previous one. */
const chantierDe = (place: string) => `${place}-en-construction`;

/**
 * Puts a complete site in its place, one process at a time: two renames, and a copy before them where it was built on
 * another disk. Killed between the two, the previous site waits whole in the folder beside, and the next build puts it
 * back.
 * @param site folder of the new site, which is moved
 * @param verifier finds out anew, once alone, whether the place may be replaced
 * @throws CibleRefusee where the folder beside is not a build's
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
		// Where the new site could not take the place, the previous one goes back. What cannot be cleared now is left to
		// the next build: the site is in its place, or the failure is already told.
		try {
			remettre(place);
			rendre(chantier);
		} catch {}
	}
}

/**
 * Before a build: ends an interrupted publication, so that the place is as it was before it.
 * @throws CibleRefusee where the folder beside is not a build's
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

/**
 * Ends what an interrupted publication left beside a place: the previous site goes back where nothing has replaced it.
 */
function remettre(place: string): void {
	const chantier = chantierDe(place);
	const precedent = join(chantier, 'precedent');
	if (existsSync(precedent) && !existsSync(place)) renameSync(precedent, place);
	for (const nom of ['precedent', 'site']) rmSync(join(chantier, nom), { recursive: true, force: true });
}

/** A rename, or a copy where the two folders are not on one disk. */
function deplacer(de: string, vers: string): void {
	try {
		renameSync(de, vers);
	} catch (erreur) {
		if ((erreur as NodeJS.ErrnoException).code !== 'EXDEV') throw erreur;
		cpSync(de, vers, { recursive: true });
	}
}

/** The site that is left after a build that failed, as a sentence. */
export function direPlace(place: string): string {
	if (existsSync(place)) return `${place} est resté tel qu’il était.`;
	const precedent = join(chantierDe(place), 'precedent');
	return existsSync(precedent)
		? `Le site précédent est dans ${precedent} ; la prochaine construction le remettra.`
		: '';
}
