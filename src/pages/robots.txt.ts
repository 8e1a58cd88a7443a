import type { APIRoute } from 'astro';
import { lien } from '../adresse.ts';

export const GET: APIRoute = ({ site }) =>
	new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(lien('/sitemap-index.xml'), site)}\n`);
