import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { ouvrirNavigateur } from './navigateur.ts';
import { servirDossier } from './serveur.ts';

/**
 * Takes a screenshot of each kind of page of the built site, as each kind of reader sees it, and a PDF of its print:
 * `npm run photos -- [folder] [path …]`. They are to be looked at after a change, not compared by a machine.
 */
const [dossier = '.cache/photos', ...demandees] = process.argv.slice(2);
const GENRES = [
	'/', '/titres/', '/titres/tsgri-2003/', '/titres/tssi-2003/', '/titres/tsgri-2003/document/', '/titres/tssr-2018/ccp-2/',
	'/titres/tssi-2013/ccp-2/c4/', '/lignees/', '/lignees/systemes-et-reseaux/', '/comparer/',
	'/comparer/?titres=tsgri-2003,tssr-2018', '/comparer/tsgri-2003/tsgeri-2008/', '/comparer/tssi-2003/tssi-2008/',
	'/mes-ccp/', '/me-situer/', '/recherche/?q=annuaire', '/competences/', '/guides/', '/guides/lire-une-comparaison/',
	'/guides/audit-accessibilite/', '/glossaire/', '/donnees/', '/a-propos/', '/mentions-legales/', '/accessibilite/',
	'/plan-du-site/', '/404.html',
]; // biome-ignore format: a list to read

/** A kind of reader: the width of the window, and the settings of the browser or of the system. */
interface Lecteur {
	nom: string;
	largeur: number;
	options?: BrowserContextOptions;
	/** Size of the text, in percent of the usual one. */
	texte?: number;
}
const LECTEURS: Lecteur[] = [
	{ nom: '360', largeur: 360 },
	{ nom: '768', largeur: 768 },
	{ nom: '1440', largeur: 1440 },
	{ nom: 'sombre', largeur: 1440, options: { colorScheme: 'dark' } },
	{ nom: 'sombre-360', largeur: 360, options: { colorScheme: 'dark' } },
	{ nom: 'contraste', largeur: 1440, options: { forcedColors: 'active', colorScheme: 'dark' } },
	{ nom: 'texte-200', largeur: 1280, texte: 200 },
];

const { adresse, fermer } = await servirDossier();
const navigateur = await ouvrirNavigateur();
mkdirSync(dossier, { recursive: true });
const chemins = demandees.length ? demandees : GENRES;
const nomDe = (chemin: string) => chemin.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'accueil';

/** Sets the size of the text if one is asked for, and waits for the fonts. */
async function poser(page: Page, texte: number | undefined): Promise<void> {
	if (texte)
		await page.evaluate((taille) => document.documentElement.style.setProperty('font-size', taille), `${texte}%`);
	await page.evaluate(() => document.fonts.ready);
}

for (const { nom, largeur, options, texte } of LECTEURS) {
	const contexte = await navigateur.newContext({ viewport: { width: largeur, height: 900 }, ...options });
	const page = await contexte.newPage();
	for (const chemin of chemins) {
		await page.goto(adresse + chemin, { waitUntil: 'networkidle' });
		await poser(page, texte);
		await page.screenshot({ path: join(dossier, `${nomDe(chemin)}-${nom}.png`), fullPage: true });
		if (nom === '1440')
			await page.pdf({ path: join(dossier, `${nomDe(chemin)}.pdf`), preferCSSPageSize: true, format: 'A4' });
	}
	await contexte.close();
	console.log(nom);
}
await navigateur.close();
await fermer();
