import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { echapper } from './eleventy/eleventy.config.mjs';
import { type Cout, mesurer } from './processus.ts';

/** Installed for the measure alone: its packages are no dependency of this project. */
const ELEVENTY = '@11ty/eleventy@3.1.8';

/** What stands between two texts of a page, then a text as it is before it is escaped. */
type Morceau = { signes: string; texte: string };

/**
 * Has Eleventy make the files of a built site: the same paths and the same bytes, each from data of its own, through one
 * template that escapes every text. Preparing the data and installing Eleventy are not counted.
 * @param sauf folders of the site that are left out
 * @throws where what it made is not the same to the byte
 */
export async function mesurerEleventy(racine: string, site: string, sauf: readonly string[]): Promise<Cout> {
	const projet = join(racine, 'eleventy');
	rmSync(projet, { recursive: true, force: true });
	cpSync(join(import.meta.dirname, 'eleventy'), projet, { recursive: true });
	writeFileSync(join(projet, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
	execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ELEVENTY], { cwd: projet });
	const fichiers = readdirSync(site, { recursive: true, withFileTypes: true })
		.filter((f) => f.isFile())
		.map((f) => relative(site, join(f.parentPath, f.name)))
		.filter((chemin) => !sauf.includes(chemin.split('/')[0] as string) && TEXTES.test(chemin));
	mkdirSync(join(projet, 'donnees'));
	const avecDonnees = fichiers.map((chemin, rang) => {
		const donnees = `donnees/${rang}.json`;
		writeFileSync(join(projet, donnees), JSON.stringify(decouper(chemin, readFileSync(join(site, chemin), 'utf8'))));
		return { chemin, donnees };
	});
	writeFileSync(join(projet, 'fichiers.json'), JSON.stringify(avecDonnees));
	const { cout } = await mesurer(['node_modules/@11ty/eleventy/cmd.cjs'], { dossier: projet });
	const autre = fichiers.find(
		(chemin) => !readFileSync(join(site, chemin)).equals(readFileSync(join(projet, 'site', chemin))),
	);
	if (autre !== undefined) throw new Error(`Eleventy n’a pas fait le même fichier : ${autre}`);
	rmSync(projet, { recursive: true, force: true });
	return cout;
}

/** Files that are text: Eleventy would copy the others. */
const TEXTES = /\.(?:html|json|jsonld|csv|md|txt|xml|ttl|rdf|bib|ris|ics)$/;

/** @returns the texts of a page and the signs between them; the whole of any other file is signs */
function decouper(chemin: string, contenu: string): Morceau[] {
	if (!chemin.endsWith('.html')) return [{ signes: contenu, texte: '' }];
	return [...contenu.matchAll(/((?:<[^>]*>)+)([^<]*)/g)].map(([, signes = '', ecrit = '']) => {
		const texte = ecrit
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&quot;', '"')
			.replaceAll('&amp;', '&');
		// Where a page escapes more or less than the template does, its text is taken as it is.
		return echapper(texte) === ecrit ? { signes, texte } : { signes: signes + ecrit, texte: '' };
	});
}
