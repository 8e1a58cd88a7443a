import type { APIContext, APIRoute } from 'astro';
import { catalogue } from '../../catalogue/catalogue.ts';
import { lireSource } from '../../catalogue/dossier.ts';

/** The official documents, published byte for byte. */
export function getStaticPaths() {
	return catalogue().documents.map((document) => ({ params: { document } }));
}

export const contenu = ({ params }: Pick<APIContext, 'params'>) => lireSource(params.document as string);

export const GET: APIRoute = (contexte) => new Response(contenu(contexte));
