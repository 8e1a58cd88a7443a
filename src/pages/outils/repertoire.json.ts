import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/catalogue.ts';
import { estAilleurs, paires } from '../../catalogue/comparaison.ts';
import { paquetsDe } from '../../catalogue/outils.ts';
import { peuDeFichiers } from '../../catalogue/publication.ts';
import { liensBlocs } from '../../domaine/comparaison/liens-blocs.ts';
import { repertoire } from '../../domaine/outils/repertoire.ts';

/** The index that the tools load: see `Repertoire`. Its weight at 900 versions is held by a test. */
export const GET: APIRoute = () => {
	const toutes = paires().map((paire) => ({
		de: paire.de.id,
		vers: paire.vers.id,
		blocs: liensBlocs(paire.correspondance),
		ailleurs: estAilleurs(paire),
	}));
	const index = repertoire(catalogue().versions, toutes);
	if (!peuDeFichiers()) return Response.json(index);
	const paquets = new Map(paquetsDe(catalogue()).flatMap((siennes, rang) => siennes.map(({ id }) => [id, rang])));
	return Response.json({ versions: index.versions.map((v) => ({ ...v, paquet: paquets.get(v.id) })) });
};
