import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/catalogue.ts';
import { lireSource } from '../../catalogue/dossier.ts';

/** The official documents, byte for byte. */
export function getStaticPaths() {
	return catalogue().documents.map((document) => ({ params: { document } }));
}

export const GET: APIRoute = ({ params }) => new Response(lireSource(params.document as string));
