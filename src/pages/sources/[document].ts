import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/catalogue.ts';
import { lireSource } from '../../loaders/source.ts';

/** The official documents, byte for byte. */
export function getStaticPaths() {
	const { versions } = catalogue();
	const documents = versions.flatMap((v) => Object.values(v.sources).map((s) => s.document));
	return [...new Set(documents)].filter((d) => d !== undefined).map((document) => ({ params: { document } }));
}

export const GET: APIRoute = ({ params }) => new Response(lireSource(params.document as string));
