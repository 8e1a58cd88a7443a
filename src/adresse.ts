import { sousChemin } from './domaine/adresse.ts';

/** Paths of the site, beside the functions that make links and absolute addresses of them. */
export { adresse, donnees, ficheRncp } from './domaine/adresse.ts';

/** Adds the sub-path of `BASE_PATH` to a path of the site, for an `href`. */
export const lien = (chemin: string): string => sousChemin(import.meta.env.BASE_URL, chemin);

/** Absolute address of the site with its sub-path, without a final slash: prefix of the paths of the site. */
export const racine = new URL(lien('/'), import.meta.env.SITE).href.replace(/\/$/, '');
