import type { APIRoute } from 'astro';
import { lien } from '../../adresse.ts';
import { catalogue } from '../../catalogue/catalogue.ts';
import { publierSecurite } from '../../domaine/exports/securite.ts';

/** `/.well-known/security.txt` (RFC 9116), where the publisher has given an address to write to. */
export function getStaticPaths() {
	const { site, etatAu } = catalogue();
	return publierSecurite(site.editeur.contact, etatAu, '') ? [{ params: { fichier: 'security.txt' } }] : [];
}

export const GET: APIRoute = ({ site }) => {
	const { site: reglages, etatAu } = catalogue();
	const canonique = new URL(lien('/.well-known/security.txt'), site).href;
	return new Response(publierSecurite(reglages.editeur.contact, etatAu, canonique));
};
