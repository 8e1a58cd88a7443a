import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { typeBloc } from '../schemas/bloc.ts';
import { type Catalogue, dossierCatalogue, etatCatalogue, lireCatalogue } from './catalogue.ts';

/**
 * What an entry of each collection holds: enough to name the thing and to find it. The facts and the texts are not
 * copied into Astro's store, which would hold them three times over: `src/catalogue/` has them from the same reading.
 */
export const ENTREES = {
	titres: z.object({ sigle: z.string(), annee: z.string(), usuel: z.string(), detenue: z.boolean() }),
	ccp: z.object({ version: z.string(), type: typeBloc, rang: z.number(), usuel: z.string() }),
	competences: z.object({ version: z.string(), bloc: z.string(), rang: z.number(), libelle: z.string() }),
};
type Nom = keyof typeof ENTREES;
type Entree<N extends Nom> = { id: string; data: z.infer<(typeof ENTREES)[N]> };

const ecrire: { [N in Nom]: (c: Catalogue) => Entree<N>[] } = {
	titres: ({ versions }) =>
		versions.map(({ id, sigle, annee, usuel, detenue }) => ({ id, data: { sigle, annee, usuel, detenue } })),
	ccp: ({ versions }) =>
		versions.flatMap(({ id: version, blocs }) =>
			blocs.map(({ id, type, rang, usuel }) => ({ id, data: { version, type, rang, usuel } })),
		),
	competences: ({ versions }) =>
		versions.flatMap(({ id: version, blocs }) =>
			blocs.flatMap(({ id: bloc, competences }) =>
				competences.map(({ id, rang, libelle }) => ({ id, data: { version, bloc, rang, libelle } })),
			),
		),
};

/** How long after a change files are looked at again, in ms: the watcher is silent on a second change within 50. */
const APRES_COUP = 100;

/** Loader of one typed collection of the catalogue. */
export function collectionCatalogue<N extends Nom>(nom: N) {
	return {
		name: `catalogue-${nom}`,
		schema: ENTREES[nom],
		load: async ({ store, meta, watcher, logger }: LoaderContext) => {
			const remplir = (catalogue: Catalogue, etat: string) => {
				store.clear();
				for (const entree of ecrire[nom](catalogue)) store.set(entree);
				// What the entries do not hold may have changed: Astro reloads the pages when its store changes.
				meta.set('etat', etat);
			};
			const catalogue = lireCatalogue();
			let etat = etatCatalogue();
			remplir(catalogue, etat);
			/** The three collections read the same files: one speaks for all. */
			const parle = nom === 'titres';
			if (parle) for (const avertissement of catalogue.avertissements) logger.warn(avertissement);
			const racine = resolve(dossierCatalogue());
			const relire = () => {
				const precedent = etat;
				try {
					etat = etatCatalogue();
					if (etat !== precedent) remplir(lireCatalogue(), etat);
				} catch (erreur) {
					if (parle) logger.error((erreur as Error).message);
				}
			};
			let apresCoup: NodeJS.Timeout | undefined;
			watcher?.add(racine);
			watcher?.on('all', (_evenement, chemin) => {
				if (!chemin.startsWith(racine)) return;
				relire();
				clearTimeout(apresCoup);
				apresCoup = setTimeout(relire, APRES_COUP);
			});
		},
	} satisfies Loader;
}
