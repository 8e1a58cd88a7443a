import { getCollection, getEntry } from 'astro:content';
import { type Bloc, type Competence, parAge, type Version } from '../domaine/version.ts';
import type { Entrees } from '../loaders/collection.ts';
import type { Prose } from '../loaders/prose.ts';

/** A bloc with the version that it belongs to. */
export interface BlocSitue {
	version: Version;
	bloc: Bloc;
}

/** A competence with its bloc and version. */
export interface CompetenceSituee extends BlocSitue {
	competence: Competence;
}

type Reste = Entrees['reste'];

/** The catalogue, indexed once a build. */
export interface CatalogueIndexe extends Reste {
	/** Oldest first, held and only known. */
	versions: Version[];
	version: ReadonlyMap<string, Version>;
	prose: ReadonlyMap<string, Prose>;
	blocs: ReadonlyMap<string, BlocSitue>;
	competences: ReadonlyMap<string, CompetenceSituee>;
}

let promesse: Promise<CatalogueIndexe> | undefined;

/** The catalogue of this build. Under `npm run dev` it is read again for each page, so that an edit shows. */
export function catalogue(): Promise<CatalogueIndexe> {
	if (!promesse || import.meta.env.DEV) promesse = indexer();
	return promesse;
}

async function indexer(): Promise<CatalogueIndexe> {
	const [titres, reste] = await Promise.all([getCollection('titres'), getEntry('reste', 'catalogue')]);
	const entrees = titres.map(({ data }) => data as unknown as Entrees['titres']);
	// A collection promises no order.
	const versions = entrees.map(({ version }) => version).sort(parAge);
	const blocs = versions.flatMap((version) => version.blocs.map((bloc) => ({ version, bloc })));
	const competences = blocs.flatMap((situe) => situe.bloc.competences.map((competence) => ({ ...situe, competence })));
	return {
		...(reste?.data as unknown as Reste),
		versions,
		version: new Map(versions.map((v) => [v.id, v])),
		prose: new Map(entrees.flatMap(({ version, prose }) => (prose ? [[version.id, prose] as const] : []))),
		blocs: new Map(blocs.map((b) => [b.bloc.id, b])),
		competences: new Map(competences.map((c) => [c.competence.id, c])),
	};
}

/** Ids of a collection, from its light entries. */
export async function ids(nom: 'ccp' | 'competences'): Promise<string[]> {
	return (await getCollection(nom)).map(({ id }) => id);
}
