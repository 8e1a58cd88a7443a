import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/catalogue.ts';
import { ecrireIndex } from '../../domaine/rapprochement/lexique.ts';

/** The lexicon of the alignment, ready to read labels, for pairs that have no page and are compared in the browser. */
export const GET: APIRoute = () => Response.json(ecrireIndex(catalogue().lexique));
