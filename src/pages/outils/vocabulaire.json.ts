import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/catalogue.ts';
import { noticesDuCatalogue } from '../../catalogue/recherche.ts';
import { vocabulaire } from '../../domaine/recherche/vocabulaire.ts';

/** What a search without a result reads, and no other: see `Vocabulaire`. */
export const GET: APIRoute = () =>
	Response.json(
		vocabulaire(
			noticesDuCatalogue().map(({ contenu }) => contenu),
			catalogue().lexique,
		),
	);
