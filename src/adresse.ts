import { sousChemin } from './domaine/adresse.ts';

/** A path of the site as it must stand in an `href`: with the sub-path of `BASE_PATH`. */
export const lien = (chemin: string): string => sousChemin(import.meta.env.BASE_URL, chemin);

/** Address of the site with its sub-path, without a final slash: a path of the site follows it. */
export const racine = new URL(lien('/'), import.meta.env.SITE).href.replace(/\/$/, '');
