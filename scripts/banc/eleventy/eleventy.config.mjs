import { readFileSync } from 'node:fs';

/** @param {string} texte */
export const echapper = (texte) =>
	texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Configuration of an Eleventy project whose only template writes every file of a site, each from its own data. */
export default function configurer(eleventy) {
	eleventy.setQuietMode(true);
	eleventy.addFilter('echapper', echapper);
	eleventy.addGlobalData('fichiers', JSON.parse(readFileSync('fichiers.json', 'utf8')));
	eleventy.addGlobalData('eleventyComputed', {
		morceaux: ({ fichier }) => JSON.parse(readFileSync(fichier.donnees, 'utf8')),
	});
	return { dir: { input: 'modeles', output: 'site' } };
}
