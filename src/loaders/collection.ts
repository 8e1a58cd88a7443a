import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Version } from '../domaine/version.ts';
import { type Catalogue, dossierCatalogue, lireCatalogue } from './catalogue.ts';
import type { Prose } from './prose.ts';

/** What an entry of each collection holds. Each fact stands once, with its version; the rest are light keys. */
export interface Entrees {
	/** A version, held or only known, with its prose. */
	titres: { version: Version; prose: Prose | null };
	/** A bloc: the version whose entry holds it. */
	ccp: { version: string };
	/** A competence: the version whose entry holds it, and its bloc. */
	competences: { version: string; bloc: string };
	/** What is not a version: lineages, correspondences, glossary, lexicon, publisher. */
	reste: Omit<Catalogue, 'versions' | 'proses'>;
}

type Paire<T> = [id: string, data: T];

const ecrire: { [N in keyof Entrees]: (c: Catalogue) => Paire<Entrees[N]>[] } = {
	titres: (c) => c.versions.map((version) => [version.id, { version, prose: c.proses.get(version.id) ?? null }]),
	ccp: (c) =>
		c.versions.flatMap(({ id: version, blocs }) => blocs.map(({ id }): Paire<Entrees['ccp']> => [id, { version }])),
	competences: (c) =>
		c.versions.flatMap(({ id: version, blocs }) =>
			blocs.flatMap(({ id: bloc, competences }) =>
				competences.map(({ id }): Paire<Entrees['competences']> => [id, { version, bloc }]),
			),
		),
	reste: ({ versions: _, proses: __, ...reste }) => [['catalogue', reste]],
};

let lu: Catalogue | undefined;

/** One reading serves every collection of a build; a change of a file under `npm run dev` asks for a new one. */
const catalogue = (): Catalogue => {
	if (!lu) lu = lireCatalogue();
	return lu;
};

/** Loader of one typed collection of the catalogue. */
export function collectionCatalogue<N extends keyof Entrees>(nom: N): Loader {
	return {
		name: `catalogue-${nom}`,
		load: async ({ store, watcher, logger }: LoaderContext) => {
			const remplir = () => {
				store.clear();
				for (const [id, data] of ecrire[nom](catalogue()))
					store.set({ id, data: data as unknown as Record<string, unknown> });
			};
			remplir();
			if (nom === 'reste') for (const avertissement of catalogue().avertissements) logger.warn(avertissement);
			const racine = resolve(dossierCatalogue());
			watcher?.on('all', (_evenement, chemin) => {
				if (!chemin.startsWith(racine)) return;
				lu = undefined;
				try {
					remplir();
				} catch (erreur) {
					logger.error((erreur as Error).message);
				}
			});
		},
	};
}
