import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/catalogue.ts';

/** The lexicon of the alignment, for pairs that have no page and are compared in the browser. */
export const GET: APIRoute = () => Response.json(catalogue().lexique);
