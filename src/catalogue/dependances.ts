import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { atteindre } from '../domaine/lignee/chemin.ts';
import { regrouper } from '../domaine/regrouper.ts';
import { type Catalogue, lireCatalogue } from './catalogue.ts';
import { dossierCatalogue } from './dossier.ts';

/**
 * What one page takes from the catalogue, besides what any page may take. An incremental build reuses the page as long
 * as none of it has changed.
 */
export interface Dependances {
	/** Versions shown by the page. It depends on every file linked to one of them. */
	versions: readonly string[];
	/** Other values of the catalogue that the page shows. */
	autres?: unknown;
	/** Called with the bytes of a page that is reused. */
	tenir?: (octets: Buffer<ArrayBuffer>) => void;
}

export const empreinte = (texte: string | Uint8Array): string => hash('sha256', texte, 'base64url');

/** Hash of each file under some folders, by path. Folders that do not exist are skipped. */
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

/** One hash for several values. */
export const resumer = (valeurs: Iterable<unknown>): string => empreinte(JSON.stringify([...valeurs]));

/**
 * Hashes of what the pages of this build depend on. Files are hashed before they are read, so that a file that changes
 * in between has another hash at the next build.
 */
export function dependances() {
	const fichiers = empreintesDesFichiers(dossierCatalogue());
	return dependancesDe(lireCatalogue(), fichiers);
}

/**
 * Groups the files of a catalogue by what depends on them. A file belongs to the versions that it is linked to by
 * lineages, successions, correspondences and shared documents; any other file may show on any page.
 * @param fichiers hash of each file of the catalogue, by path
 */
export function dependancesDe(
	{ versions, lignees, correspondances, etatAu }: Catalogue,
	fichiers: ReadonlyMap<string, string>,
) {
	const connues = new Set(versions.map(({ id }) => id));
	const documents = (sources: object) =>
		Object.values(sources as Record<string, { document?: string }>).flatMap(({ document }) =>
			document ? [`sources/${document}`] : [],
		);
	/** Ids linked by a file: versions and the documents that it cites, since other files may cite them too. */
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
	/** Hash of the files linked to each version. */
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
	/** Hashes of what every page may depend on, by top-level name in the catalogue. */
	const communes: Record<string, string> = {};
	for (const [nom, siens] of groupes) communes[nom] = resumer(siens);
	communes['le jour des faits'] = resumer([etatAu]);
	return { communes, parVersion };
}
