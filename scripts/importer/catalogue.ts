import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { stringify } from 'yaml';
import { dossierCatalogue } from '../../src/catalogue/dossier.ts';
import { type Lecture, lire, lireTitre } from '../../src/catalogue/lecture.ts';
import { Refus } from '../../src/importation/refus.ts';
import type { VersionConnue } from '../../src/importation/rncp-liens.ts';
import { idsDesBlocs } from '../../src/importation/rncp-liens.ts';
import type { TypeBloc } from '../../src/schemas/bloc.ts';
import type { VersionDetenue } from '../../src/schemas/version.ts';

export const cheminDeVersion = (id: string): string => join(dossierCatalogue(), 'titres', `${id}.md`);

/** A version that the catalogue holds, as its file says it. */
export type VersionTenue = { faits: VersionDetenue; corps: string };

export const lireVersion = (id: string): VersionTenue | undefined => {
	const chemin = cheminDeVersion(id);
	if (!existsSync(chemin)) return undefined;
	const { data } = lireTitre(dossierCatalogue(), id);
	if (!data) throw new Refus(`${chemin} existe et ne se lit pas : le corriger, ou choisir un autre --id`);
	return { faits: data.data, corps: data.corps };
};

/**
 * Name under which a document is kept in `sources/`: its own, in plain letters. Another document that has the name
 * already makes it carry the first digits of its hash.
 */
export const nommerSource = (chemin: string, octets: Uint8Array): string => {
	const extension = extname(chemin).toLowerCase();
	const radical = basename(chemin, extname(chemin))
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9._-]+/gu, '-')
		.replace(/^[^A-Za-z0-9]+|-+$/gu, '');
	const nom = `${radical || 'document'}${extension}`;
	const place = join(dossierCatalogue(), 'sources', nom);
	if (!existsSync(place) || Buffer.compare(readFileSync(place), octets) === 0) return nom;
	return `${radical || 'document'}_${createHash('sha256').update(octets).digest('hex').slice(0, 8)}${extension}`;
};

/** What the catalogue has so far, before anything was ever written to it as after. */
const lireExistant = (): Partial<Lecture> =>
	existsSync(join(dossierCatalogue(), 'titres')) ? lire(dossierCatalogue()).lecture : {};

/** Versions of the catalogue by their RNCP number, held or only known. */
export const versionsParRncp = (): Map<string, VersionConnue> => {
	const { titres = [], lignees = [] } = lireExistant();
	const connues = lignees.flatMap(({ data }) => data.versions.filter((version) => 'codes' in version));
	const index = new Map<string, VersionConnue>();
	const ranger = (version: VersionConnue, codes: VersionDetenue['codes']) => {
		for (const { type, valeur } of codes) if (type === 'RNCP') index.set(valeur, version);
	};
	for (const { id, codes } of connues) ranger({ id, blocs: [] }, codes);
	for (const { id, data } of titres) ranger({ id, blocs: idsDesBlocs(data.blocs).map((b) => ({ id: b })) }, data.codes);
	return index;
};

/** Versions of the catalogue with their title and blocs, held or only known. */
export const versionsDuCatalogue = (): {
	id: string;
	intitule: string;
	blocs: { type: TypeBloc; intitule: string }[];
}[] => {
	const { titres = [], lignees = [] } = lireExistant();
	const connues = lignees.flatMap(({ data }) => data.versions.filter((version) => 'codes' in version));
	return [...connues, ...titres.map(({ id, data }) => ({ id, ...data }))];
};

/** Ids that a lignée of the catalogue already has. */
export const idsDesLignees = (): Set<string> =>
	new Set((lireExistant().lignees ?? []).flatMap(({ data }) => data.versions.map(({ id }) => id)));

export const yaml = (valeur: unknown): string => stringify(valeur, { lineWidth: 0, singleQuote: true });
