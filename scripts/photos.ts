import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'astro';
import { ouvrirNavigateur } from '../tests/site/navigateur.ts';

/**
 * Takes a picture of each kind of page of the built site, at three widths, light and dark, and prints one PDF each:
 * `npm run photos -- [folder] [path …]`. They are for looking at, not for comparing.
 */
const [dossier = '.cache/photos', ...demandees] = process.argv.slice(2);
const GENRES = [
	'/', '/titres/', '/titres/tsgri-2003/', '/titres/tssi-2003/', '/titres/tsgri-2003/document/', '/titres/tssr-2018/ccp-2/',
	'/titres/tssi-2013/ccp-2/c4/', '/lignees/systemes-et-reseaux/', '/comparer/', '/comparer/tsgri-2003/tsgeri-2008/',
	'/comparer/tssi-2003/tssi-2008/', '/mes-ccp/', '/me-situer/', '/recherche/?q=annuaire', '/competences/',
	'/guides/lire-une-comparaison/', '/glossaire/', '/donnees/', '/mentions-legales/', '/accessibilite/', '/404.html',
]; // biome-ignore format: a list to read
const LARGEURS = [360, 768, 1280];

const serveur = await preview({ root: '.', server: { port: 0 }, logLevel: 'error' } as Parameters<typeof preview>[0]);
const navigateur = await ouvrirNavigateur();
mkdirSync(dossier, { recursive: true });
for (const chemin of demandees.length ? demandees : GENRES) {
	const nom = chemin.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'accueil';
	for (const theme of ['light', 'dark'] as const)
		for (const largeur of LARGEURS) {
			if (theme === 'dark' && largeur !== 1280) continue;
			const page = await navigateur.newPage({ viewport: { width: largeur, height: 900 }, colorScheme: theme });
			await page.goto(`http://localhost:${serveur.port}${chemin}`, { waitUntil: 'networkidle' });
			await page.screenshot({
				path: join(dossier, `${nom}-${largeur}${theme === 'dark' ? '-sombre' : ''}.png`),
				fullPage: true,
			});
			if (theme === 'light' && largeur === 1280) await page.pdf({ path: join(dossier, `${nom}.pdf`), format: 'A4' });
			await page.close();
		}
	console.log(chemin);
}
await navigateur.close();
await serveur.stop();
