import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { fichiersDe } from '../fichiers.ts';

/** One page of each kind, and the states of some of them. */
export const GENRES = [
	'/',
	'/titres/',
	'/titres/tsgri-2003/',
	'/titres/tssi-2003/',
	'/titres/tsgri-2003/document/',
	'/titres/tssr-2018/ccp-2/',
	'/titres/tssi-2013/ccp-2/c4/',
	'/lignees/',
	'/lignees/systemes-et-reseaux/',
	'/comparer/?titres=tsgri-2003,tssr-2018',
	'/comparer/tsgri-2003/tsgeri-2008/',
	'/comparer/?titres=tsgri-2003,tssi-2013,tssr-2018',
	'/comparer/tssi-2013/tssr-2018/texte/',
	'/mes-ccp/',
	'/mes-ccp/#ccp=tsgri-2003/ccp-2@2007-03-15&au=2012-03-16',
	'/me-situer/',
	'/recherche/?q=annuaire',
	'/competences/',
	'/nouveautes/',
	'/echeances/',
	'/rncp/31115/',
	'/guides/lire-une-comparaison/',
	'/guides/audit-accessibilite/',
	'/glossaire/',
	'/donnees/',
	'/mentions-legales/',
];

/**
 * Opens an address, and waits until its state is rendered or until it has redirected. `networkidle` would not do: on a
 * busy machine, the network may be idle before the script has started.
 */
export async function ouvrir(page: Page, adresse: string, chemin: string): Promise<void> {
	await page.goto(adresse + chemin);
	const deux = /^\/comparer\/\?titres=([^,]+),([^,]+)$/.exec(chemin);
	if (deux) await page.waitForURL(`${adresse}/comparer/${deux[1]}/${deux[2]}/`);
	else if (/[?#]/.test(chemin))
		await page.locator('[data-resultat] > *, [data-resultats] > *').first().waitFor({ state: 'attached' });
}

/** A built page: its path on the site, and its HTML. */
export interface PageConstruite {
	/** `/titres/tsgri-2003/` or `/404.html` */
	chemin: string;
	html: string;
}

/** Every page of a built site. */
export function lirePages(dossier = 'dist'): PageConstruite[] {
	return fichiersDe(dossier)
		.filter((f) => f.endsWith('.html'))
		.map((f) => ({ chemin: `/${f}`.replace(/index\.html$/, ''), html: readFileSync(join(dossier, f), 'utf8') }))
		.sort((a, b) => a.chemin.localeCompare(b.chemin));
}

/** Text of the `main` of a page: without tags, entities decoded, white space collapsed. */
export function texteDe(html: string): string {
	const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;
	return main
		.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
		.replace(/<sup[\s\S]*?<\/sup>/g, '')
		.replace(/<\/?(a|em|strong|span|code|q|ins|del|time|abbr)\b[^>]*>/g, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(Number(n)))
		.replace(/&#x([0-9a-f]+);/gi, (_, n) => String.fromCodePoint(Number.parseInt(n, 16)))
		.replace(/&nbsp;/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#39;|&apos;/g, "'")
		.replace(/&amp;/g, '&')
		.replace(/\s+/g, ' ')
		.trim();
}
