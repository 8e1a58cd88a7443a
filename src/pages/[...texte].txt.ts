import { racine } from '../adresse.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { publiee } from '../catalogue/publication.ts';
import { ecrireLlms } from '../domaine/exports/llms.ts';
import { publierSecurite } from '../domaine/exports/securite.ts';

export { GET } from './_fichier.ts';

/** Text files for crawlers; `security.txt` (RFC 9116) only if the publisher has given a contact address. */
export function getStaticPaths() {
	const { versions, lignees, site, etatAu } = catalogue();
	const securite = `${racine}/.well-known/security.txt`;
	const textes = {
		robots: `User-agent: *\nAllow: /\n\nSitemap: ${racine}/sitemap-index.xml\n`,
		llms: ecrireLlms(versions, lignees, racine, publiee),
		'.well-known/security': etatAu && publierSecurite(site.editeur.contact, etatAu, securite),
	};
	return Object.entries(textes).flatMap(([texte, contenu]) =>
		contenu ? { params: { texte }, props: { type: 'text/plain', ecrire: () => contenu } } : [],
	);
}
