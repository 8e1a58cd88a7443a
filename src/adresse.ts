import { sousChemin } from './domaine/adresse.ts';

/** A path of the site as it must stand in an `href`: with the sub-path of `BASE_PATH`. */
export const lien = (chemin: string): string => sousChemin(import.meta.env.BASE_URL, chemin);
