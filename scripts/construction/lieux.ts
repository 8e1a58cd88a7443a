import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** Where a build writes, and where what it replaces waits. All three stand in one folder: a rename joins them. */
export interface Lieux {
	/** The published folder: `dist`, or `OUT_DIR`. */
	final: string;
	/** Written aside; becomes `final` once it is complete. */
	enCours: string;
	/** The previous site, during the exchange only. */
	precedent: string;
}

/** What a build may not replace, with the reason and the way out. */
export class CibleRefusee extends Error {}

/** Folders of the project that are not a build's to replace. */
const SOURCES = ['.ci', '.git', 'content', 'docs', 'node_modules', 'public', 'scripts', 'src', 'tests'];
/** What a folder holds once a build, even a failed one, has written in it. */
const TRACES = ['_astro', 'index.html', '404.html', '.prerender'];

/**
 * Finds the three folders of a build.
 * @param sortie folder asked for; a symbolic link is followed, so that the link stays
 * @param catalogue folder of the catalogue
 * @throws CibleRefusee where the build would replace something else than a built site
 */
export function trouverLieux(sortie: string, catalogue: string, racine = process.cwd()): Lieux {
	const demande = resolve(racine, sortie);
	const final = existsSync(demande) ? realpathSync(demande) : demande;
	const sources = [...SOURCES.map((nom) => resolve(racine, nom)), realpathSync(resolve(racine, catalogue))];
	if (contient(final, racine) || sources.some((s) => contient(final, s) || contient(s, final)))
		throw new CibleRefusee(
			`OUT_DIR=${sortie} remplacerait des sources du projet ; donner un dossier à part, comme dist`,
		);
	if (existsSync(final)) {
		if (!lstatSync(final).isDirectory())
			throw new CibleRefusee(`OUT_DIR=${sortie} est un fichier ; donner un dossier, ou retirer ce fichier`);
		const noms = readdirSync(final);
		if (noms.includes('.git'))
			throw new CibleRefusee(`${sortie} est un dépôt git ; construire dans un autre dossier, puis y copier le site`);
		if (noms.length && !TRACES.some((trace) => noms.includes(trace)))
			throw new CibleRefusee(
				`${sortie} contient autre chose qu’un site construit (${noms.slice(0, 3).join(', ')}…) et serait remplacé ; donner un dossier vide ou nouveau`,
			);
	}
	return { final, enCours: `${final}-en-construction`, precedent: `${final}-precedent` };
}

const contient = (dossier: string, autre: string): boolean => {
	const chemin = relative(dossier, autre);
	return chemin === '' || !(chemin === '..' || chemin.startsWith(`..${sep}`) || resolve(chemin) === chemin);
};

/**
 * Clears what an interrupted build left, and puts the previous site back where that build had moved it away.
 * @returns whether a site was put back
 */
export function preparer({ final, enCours, precedent }: Lieux): boolean {
	mkdirSync(dirname(final), { recursive: true });
	const aRemettre = existsSync(precedent) && !existsSync(final);
	if (aRemettre) renameSync(precedent, final);
	else rmSync(precedent, { recursive: true, force: true });
	rmSync(enCours, { recursive: true, force: true });
	mkdirSync(enCours);
	return aRemettre;
}

/**
 * Puts the complete new site in the place of the previous one: two renames. Killed between them, the previous site is
 * whole under its other name, and `preparer` puts it back.
 */
export function echanger({ final, enCours, precedent }: Lieux): void {
	const remplace = existsSync(final);
	if (remplace) renameSync(final, precedent);
	try {
		renameSync(enCours, final);
	} catch (erreur) {
		if (remplace) renameSync(precedent, final);
		throw erreur;
	}
}

/** Removes what is written aside or waits aside; what is published stays as it is. */
export function ranger({ final, enCours, precedent }: Lieux): void {
	rmSync(enCours, { recursive: true, force: true });
	if (existsSync(final)) rmSync(precedent, { recursive: true, force: true });
}

/** What is published after a build that failed, as a sentence. */
export function direEtat({ final, precedent }: Lieux): string {
	if (existsSync(final)) return `${final} est resté tel qu’il était.`;
	if (existsSync(precedent)) return `Le site précédent est dans ${precedent} ; la prochaine construction le remettra.`;
	return '';
}
