import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fichiersDe } from '../fichiers.ts';
import { echapper } from './eleventy/eleventy.config.mjs';
import { type Cout, mesurer } from './processus.ts';

/** Installed for this measure only, so that its packages are no dependency of the project. */
const ELEVENTY = '@11ty/eleventy@3.1.8';

/** Piece of a page: markup, then the text that follows it, unescaped. */
type Morceau = { signes: string; texte: string };

/**
 * Measures how Eleventy writes the text files of a built site: same paths and same bytes, each from its own data, with
 * one template that escapes every text. Preparing the data and installing Eleventy are not counted.
 * @param sauf folders of the site to leave out
 * @throws if a file differs by a byte
 */
export async function mesurerEleventy(racine: string, site: string, sauf: readonly string[]): Promise<Cout> {
	const projet = join(racine, 'eleventy');
	rmSync(projet, { recursive: true, force: true });
	cpSync(join(import.meta.dirname, 'eleventy'), projet, { recursive: true });
	writeFileSync(join(projet, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
	execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ELEVENTY], { cwd: projet });
	const fichiers = fichiersDe(site).filter((f) => !sauf.includes(f.split('/')[0] as string) && TEXTES.test(f));
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

/** Text files; Eleventy would only copy the others. */
const TEXTES = /\.(?:html|json|jsonld|csv|md|txt|xml|ttl|rdf|bib|ris|ics)$/;

/** @returns the texts of a page and the markup between them; any other file is one piece of markup */
function decouper(chemin: string, contenu: string): Morceau[] {
	if (!chemin.endsWith('.html')) return [{ signes: contenu, texte: '' }];
	return [...contenu.matchAll(/((?:<[^>]*>)+)([^<]*)/g)].map(([, signes = '', ecrit = '']) => {
		const texte = ecrit
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&quot;', '"')
			.replaceAll('&amp;', '&');
		// If the page does not escape this text as the template would, it is copied as markup.
		return echapper(texte) === ecrit ? { signes, texte } : { signes: signes + ecrit, texte: '' };
	});
}
