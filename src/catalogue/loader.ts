import { channel } from 'node:diagnostics_channel';
import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { typeBloc } from '../schemas/bloc.ts';
import { type Catalogue, lireCatalogue } from './catalogue.ts';
import { avertirTemps } from './controles/lignee.ts';
import { dossierCatalogue } from './dossier.ts';

/**
 * Fields of the entries of each collection: what lists of the catalogue may query. Facts and texts are not copied into Astro's
 * store, which would hold them three times in memory; pages get them from `catalogue()`.
 */
const ENTREES = {
	titres: z.object({ sigle: z.string(), annee: z.string(), usuel: z.string(), detenue: z.boolean() }),
	ccp: z.object({ version: z.string(), bloc: z.string(), type: typeBloc, rang: z.number(), usuel: z.string() }),
	competences: z.object({
		version: z.string(),
		bloc: z.string(),
		c: z.string(),
		rang: z.number(),
		libelle: z.string(),
	}),
};
type Nom = keyof typeof ENTREES;
type Entree<N extends Nom> = { id: string; data: z.infer<(typeof ENTREES)[N]> };

/** Last segment of an id: `ccp-1` for `tsgri-2003/ccp-1`. */
const bout = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

const ecrire: { [N in Nom]: (c: Catalogue) => Entree<N>[] } = {
	titres: ({ versions }) =>
		versions.map(({ id, sigle, annee, usuel, detenue }) => ({ id, data: { sigle, annee, usuel, detenue } })),
	ccp: ({ blocs }) =>
		[...blocs].map(([id, { version, bloc }]) => {
			const { type, rang, usuel } = bloc;
			return { id, data: { version: version.id, bloc: bout(id), type, rang, usuel } };
		}),
	competences: ({ competences }) =>
		[...competences].map(([id, { version, bloc, competence }]) => {
			const { rang, libelle } = competence;
			return { id, data: { version: version.id, bloc: bout(bloc.id), c: bout(id), rang, libelle } };
		}),
};

/** Refills one collection. @returns whether its entries have changed */
type Remplir = (catalogue: Catalogue) => boolean;
const remplissages = new Map<Nom, Remplir>();

/** Tells the development server that the catalogue has changed, but no entry of a collection. */
const RELU = channel('lignee:relu');

/** Delay in ms before files are read again after a change: the watcher ignores a second change within 50 ms. */
const APRES_COUP = 100;

/** Loader of one typed collection. The loader of `titres` watches the files for all collections. */
export function collectionCatalogue<N extends Nom>(nom: N): Omit<Loader, 'schema'> & { schema: (typeof ENTREES)[N] } {
	return {
		name: `catalogue-${nom}`,
		schema: ENTREES[nom],
		load: async (contexte: LoaderContext) => {
			const { store, watcher, logger } = contexte;
			let deja: string | undefined;
			const remplir = (catalogue: Catalogue) => {
				const entrees = ecrire[nom](catalogue);
				const etat = watcher && JSON.stringify(entrees);
				if (etat && etat === deja) return false;
				deja = etat;
				store.clear();
				for (const entree of entrees) store.set(entree);
				return true;
			};
			const catalogue = lireCatalogue();
			remplir(catalogue);
			remplissages.set(nom, remplir);
			if (nom !== 'titres') return;
			const temps = avertirTemps(catalogue, new Date().toISOString().slice(0, 10));
			for (const avertissement of [...catalogue.avertissements, ...temps]) logger.warn(avertissement);
			suivre(catalogue, contexte);
		},
	};
}

/** Reads the catalogue again and refills the collections when one of its files changes. */
function suivre(lu: Catalogue, { watcher, logger }: LoaderContext): void {
	const racine = resolve(dossierCatalogue());
	let dernier = lu;
	const relire = () => {
		try {
			const catalogue = lireCatalogue();
			if (catalogue === dernier) return;
			dernier = catalogue;
			const changees = [...remplissages.values()].map((remplir) => remplir(catalogue));
			// Astro reloads pages when its store changes, and rewrites the whole store. Most edits change no entry of it.
			if (!changees.includes(true)) RELU.publish({});
		} catch (erreur) {
			logger.error((erreur as Error).message);
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
}
