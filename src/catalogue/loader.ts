import { channel } from 'node:diagnostics_channel';
import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { typeBloc } from '../schemas/bloc.ts';
import { type Catalogue, lireCatalogue } from './catalogue.ts';
import { avertirTemps } from './controles/lignee.ts';
import { dossierCatalogue } from './dossier.ts';

/**
 * Fields of an entry of each collection: those that pages query. The facts and the texts are not copied
 * into Astro's store, which would hold them three times over: `catalogue()` has them from the same reading.
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

/** The part of an id that its page's address has: `ccp-1` of `tsgri-2003/ccp-1`. */
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

/** Fills one collection anew; under `npm run dev`, again at each edit. @returns whether its entries have changed */
type Remplir = (catalogue: Catalogue) => boolean;
const remplissages = new Map<Nom, Remplir>();

/** Tells the development server that what pages read of the catalogue has changed, and no entry of a collection. */
const RELU = channel('lignee:relu');

/** Delay after a change before files are looked at again, in ms: the watcher is silent on a second change within 50. */
const APRES_COUP = 100;

/** Loader of one typed collection of the catalogue. One of them watches the files for all. */
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

/** Reads the catalogue again when one of its files changes, and fills the collections. */
function suivre(lu: Catalogue, { watcher, logger }: LoaderContext): void {
	const racine = resolve(dossierCatalogue());
	let dernier = lu;
	const relire = () => {
		try {
			const catalogue = lireCatalogue();
			if (catalogue === dernier) return;
			dernier = catalogue;
			const changees = [...remplissages.values()].map((remplir) => remplir(catalogue));
			// Astro reloads the pages when its store changes, which it writes anew, whole: most edits change no entry.
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
