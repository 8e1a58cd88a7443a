import { replier } from '../domaine/texte/normaliser.ts';
import type { Bloc, Competence, Version } from '../domaine/version.ts';
import { type Catalogue, catalogueLu } from '../loaders/catalogue.ts';
import type { Prose } from '../loaders/prose.ts';
import type { Correspondance } from '../schemas/correspondance.ts';
import type { Terme } from '../schemas/glossaire.ts';

/** A bloc with the version that it belongs to. */
export interface BlocSitue {
	version: Version;
	bloc: Bloc;
}

/** A competence with its bloc and version. */
export interface CompetenceSituee extends BlocSitue {
	competence: Competence;
}

/** The catalogue, indexed once a build: no page searches through it. */
export interface CatalogueIndexe extends Omit<Catalogue, 'proses'> {
	/** Oldest first, held and only known. */
	versions: Version[];
	version: ReadonlyMap<string, Version>;
	prose: ReadonlyMap<string, Prose>;
	blocs: ReadonlyMap<string, BlocSitue>;
	competences: ReadonlyMap<string, CompetenceSituee>;
	/** Competences that one label names, typography set aside, by its `replier`. */
	libelles: ReadonlyMap<string, CompetenceSituee[]>;
	lignee: ReadonlyMap<string, Catalogue['lignees'][number]>;
	/** Correspondences that name a version, on either side. */
	correspondancesDe: ReadonlyMap<string, Correspondance[]>;
	terme: ReadonlyMap<string, Terme>;
	/** The latest day at which facts were gathered. */
	etatAu: string | undefined;
}

let dernier: { lu: Catalogue; index: CatalogueIndexe } | undefined;

/** The catalogue of this build; under `npm run dev`, as it is since the last edit. */
export function catalogue(): CatalogueIndexe {
	// Components ask for it some twenty times a page.
	if (dernier && !import.meta.env.DEV) return dernier.index;
	const lu = catalogueLu();
	if (dernier?.lu !== lu) dernier = { lu, index: indexer(lu) };
	return dernier.index;
}

function indexer({ proses, ...reste }: Catalogue): CatalogueIndexe {
	const { versions, lignees, glossaire, correspondances } = reste;
	const blocs = versions.flatMap((version) => version.blocs.map((bloc) => ({ version, bloc })));
	const competences = blocs.flatMap((situe) => situe.bloc.competences.map((competence) => ({ ...situe, competence })));
	return {
		...reste,
		version: new Map(versions.map((v) => [v.id, v])),
		prose: proses,
		blocs: new Map(blocs.map((b) => [b.bloc.id, b])),
		competences: new Map(competences.map((c) => [c.competence.id, c])),
		libelles: Map.groupBy(competences, (c) => replier(c.competence.libelle)),
		correspondancesDe: parVersion(correspondances),
		lignee: new Map(lignees.map((l) => [l.id, l])),
		terme: new Map(glossaire.map((t) => [t.id, t])),
		etatAu: lignees
			.map((l) => l.etatAu)
			.sort()
			.at(-1),
	};
}

function parVersion(correspondances: readonly Correspondance[]): Map<string, Correspondance[]> {
	const siennes = new Map<string, Correspondance[]>();
	for (const correspondance of correspondances)
		for (const id of [correspondance.de, correspondance.vers])
			siennes.set(id, [...(siennes.get(id) ?? []), correspondance]);
	return siennes;
}
