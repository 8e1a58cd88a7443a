import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Catalogue, lireCatalogue } from '../catalogue/catalogue.ts';
import { estSuivie, peuDeFichiers } from '../catalogue/publication.ts';
import { adresse } from '../domaine/adresse.ts';
import { listerPaires } from '../domaine/comparaison/paires.ts';
import { type Carte, carteComparaison, carteLignee, carteSite, carteVersion } from '../domaine/exports/carte.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Cache } from './cache.ts';
import { dessiner, empreinteDe } from './dessin.ts';

/**
 * Draws the social images of pages: one for the site, and one for each version and comparison, or for
 * each lineage with `PEU_DE_FICHIERS`. A picture that an earlier build has drawn is taken from `.cache/images`.
 * @param dire receives how many were drawn; Astro's own log has a line for each page, and is not shown
 */
export default function images(dire: (texte: string) => void = console.log): AstroIntegration {
	let racine: URL;
	return {
		name: 'lignee-images',
		hooks: {
			'astro:config:done': ({ config }) => {
				racine = config.root;
			},
			'astro:build:done': async ({ dir }) => {
				const cache = new Cache(fileURLToPath(racine), 'images');
				let dessinees = 0;
				const toutes = cartes(lireCatalogue());
				const reste = toutes.values();
				/** Takes cards from a shared iterator. Drawing has its own threads: one call per core keeps all cores busy. */
				const servir = async () => {
					for (const { chemin, carte } of reste) {
						const cle = empreinteDe(carte);
						let octets = cache.lire(cle);
						if (!octets) {
							octets = await dessiner(carte);
							cache.garder(cle, octets);
							dessinees++;
						}
						const fichier = fileURLToPath(new URL(`.${chemin}`, dir));
						mkdirSync(dirname(fichier), { recursive: true });
						writeFileSync(fichier, octets);
					}
				};
				await Promise.all(Array.from({ length: availableParallelism() }, servir));
				cache.balayer();
				const gardees = toutes.length - dessinees;
				dire(`Images : ${compte(dessinees, 'dessinée')}, ${compte(gardees, 'gardée')} d’une construction précédente`);
			},
		},
	};
}

function cartes({ versions, lignees, correspondances }: Catalogue): { chemin: string; carte: Carte }[] {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const duSite = { chemin: adresse.imageSite, carte: carteSite };
	if (peuDeFichiers()) {
		const parLignee = Map.groupBy(versions, ({ lignee }) => lignee);
		return [
			duSite,
			...lignees.filter(estSuivie).map(({ id, titre }) => ({
				chemin: adresse.imageLignee(id),
				carte: carteLignee(titre, parLignee.get(id)?.map(({ annee }) => annee) ?? []),
			})),
		];
	}
	return [
		duSite,
		...versions.map((v) => ({ chemin: adresse.imageTitre(v.id), carte: carteVersion(v, parId) })),
		...listerPaires(versions, correspondances).map(({ de, vers }) => ({
			chemin: adresse.imageComparaison(de.id, vers.id),
			carte: carteComparaison(de, vers),
		})),
	];
}
