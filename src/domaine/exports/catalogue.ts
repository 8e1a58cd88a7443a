import type { CataloguePublie, VersionPubliee } from '../../schemas/donnees/catalogue.ts';
import type { Version } from '../version.ts';

/** What every published form of a version begins with. */
export const resumer = (version: Version): Omit<VersionPubliee, 'blocs'> => ({
	id: version.id,
	sigle: version.sigle,
	intitule: version.intitule,
	detenue: version.detenue,
	statut: version.etat.cle,
	debut: version.debut?.valeur ?? null,
	fin: version.fin?.valeur ?? null,
	niveau: version.niveau?.valeur ?? null,
	nsf: version.nsf.map(({ valeur }) => valeur),
	rome: version.rome.map(({ valeur }) => valeur),
	codes: version.codes.map(({ type, valeur }) => ({ type, valeur })),
});

/** `/donnees/catalogue.json`: every version with its blocs and competences, oldest first. */
export const publierCatalogue = (versions: readonly Version[]): CataloguePublie => ({
	versions: versions.map((version) => ({
		...resumer(version),
		blocs: version.blocs.map(({ id, type, rang, intitule, competences }) => ({
			id,
			type,
			rang,
			intitule,
			competences: competences.map((c) => ({ id: c.id, rang: c.rang, libelle: c.libelle })),
		})),
	})),
});
