import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { atteindre } from '../domaine/lignee/chemin.ts';
import { regrouper } from '../domaine/regrouper.ts';
import { type Catalogue, lireCatalogue } from './catalogue.ts';
import { dossierCatalogue } from './dossier.ts';

/**
 * What a page takes from the catalogue beyond what all pages may take. A page of a route that says so is not made again
 * by a build as long as none of it changes.
 */
export interface Dependances {
	/** Versions that the page shows: it may take anything that stands in the files of what is joined to one of them. */
	versions: readonly string[];
	/** Values that come from elsewhere in the catalogue, and are shown. */
	autres?: unknown;
	/** Is told the bytes of a page that is not made again. */
	tenir?: (octets: Buffer<ArrayBuffer>) => void;
}

export const empreinte = (texte: string | Uint8Array): string => hash('sha256', texte, 'base64url');

/** Hash of each file under some folders, by its path; what cannot be read has none. */
export function empreintesDesFichiers(racine: string, lieux: readonly string[] = ['']): Map<string, string> {
	return new Map(
		lieux
			.filter((lieu) => existsSync(join(racine, lieu)))
			.flatMap((lieu) =>
				readdirSync(join(racine, lieu), { recursive: true, withFileTypes: true })
					.filter((entree) => !entree.isDirectory())
					.map((entree) => relative(racine, join(entree.parentPath, entree.name)))
					.sort()
					.map((fichier): [string, string] => [fichier, empreinte(readFileSync(join(racine, fichier)))]),
			),
	);
}

/** One hash of many: of files, or of values of any kind. */
export const resumer = (valeurs: Iterable<unknown>): string => empreinte(JSON.stringify([...valeurs]));

/**
 * What the pages of this build depend on, by the bytes that its catalogue has now. They are hashed before it is read: of
 * a file that changes in between, a later call tells another hash.
 */
export function dependances() {
	const fichiers = empreintesDesFichiers(dossierCatalogue());
	return dependancesDe(lireCatalogue(), fichiers);
}

/**
 * Hashes of what pages may depend on. A file of the catalogue belongs to the versions that are joined by lineages,
 * successions, correspondences and documents that several cite; every other file of it may show in any page.
 * @param fichiers hash of each file of the catalogue
 */
export function dependancesDe(
	{ versions, lignees, correspondances, etatAu }: Catalogue,
	fichiers: ReadonlyMap<string, string>,
): {
	/** What every page may depend on, by its name in the catalogue. */
	communes: Record<string, string>;
	/** What is joined to a version; nothing where it is unknown. */
	parVersion: ReadonlyMap<string, string>;
} {
	const connues = new Set(versions.map(({ id }) => id));
	const documents = (sources: object) =>
		Object.values(sources as Record<string, { document?: string }>).flatMap(({ document }) =>
			document ? [`sources/${document}`] : [],
		);
	/** What a file joins: versions, and the documents that it cites, which another file may cite too. */
	const lier = (ids: readonly string[], fichier: string, sources: object) => {
		const cites = documents(sources);
		return { ids: [...ids, ...cites], fichiers: [fichier, ...cites] };
	};
	const liens = [
		...versions.map(({ id, sources }) => lier([id], `titres/${id}.md`, sources)),
		...lignees.map(({ id, versions, successions, sources }) =>
			lier(
				[...versions.map((v) => v.id), ...successions.flatMap(({ de, vers }) => [de, vers])],
				`lignees/${id}.yaml`,
				sources,
			),
		),
		...correspondances.map(({ de, vers, blocs }) =>
			lier([de, vers], `correspondances/${de}--${vers}.yaml`, blocs ? [blocs.source] : []),
		),
	];
	const parId = regrouper(liens, ({ ids }) => ids);
	const places = new Set<string>();
	const parVersion = new Map<string, string>();
	for (const { id } of versions) {
		if (parVersion.has(id)) continue;
		const joints = [...atteindre([id], (un) => (parId.get(un) ?? []).flatMap(({ ids }) => ids))];
		const leurs = [...new Set(joints.flatMap((un) => (parId.get(un) ?? []).flatMap(({ fichiers }) => fichiers)))];
		for (const fichier of leurs) places.add(fichier);
		const somme = resumer(leurs.sort().map((fichier) => [fichier, fichiers.get(fichier)]));
		for (const un of joints) if (connues.has(un)) parVersion.set(un, somme);
	}
	const restants = [...fichiers].filter(([fichier]) => !places.has(fichier));
	const groupes = Map.groupBy(restants, ([fichier]) => fichier.split(/[/\\]/)[0] ?? '');
	return {
		communes: {
			...Object.fromEntries([...groupes].map(([nom, siens]) => [nom, resumer(siens)])),
			'le jour des faits': resumer([etatAu]),
		},
		parVersion,
	};
}
