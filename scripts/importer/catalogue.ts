import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { Refus } from '../../src/importation/refus.ts';
import type { VersionConnue } from '../../src/importation/rncp-liens.ts';
import { idsDesBlocs } from '../../src/importation/rncp-liens.ts';
import type { Lignee } from '../../src/schemas/lignee.ts';
import { type VersionDetenue, versionDetenue } from '../../src/schemas/version.ts';

/** Folder of the catalogue: `CATALOGUE`, or `content`. */
export const dossierCatalogue = (): string => process.env.CATALOGUE || 'content';

export const cheminDeVersion = (id: string): string => join(dossierCatalogue(), 'titres', `${id}.md`);

/** A version that the catalogue holds, as its file says it. */
export type VersionTenue = { faits: VersionDetenue; corps: string };

export const lireVersion = (id: string): VersionTenue | undefined => {
	const chemin = cheminDeVersion(id);
	if (!existsSync(chemin)) return undefined;
	const m = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/u.exec(readFileSync(chemin, 'utf8'));
	const lu = versionDetenue.safeParse(m?.[1] ? parse(m[1]) : undefined);
	if (!m || !lu.success) throw new Refus(`${chemin} existe et ne se lit pas : le corriger, ou choisir un autre --id`);
	return { faits: lu.data, corps: m[2] ?? '' };
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

const fichiers = (sous: string, extension: string): string[] => {
	const dossier = join(dossierCatalogue(), sous);
	return existsSync(dossier) ? readdirSync(dossier).filter((nom) => nom.endsWith(extension)) : [];
};

/** Versions of the catalogue by their RNCP number, held or only known. */
export const versionsParRncp = (): Map<string, VersionConnue> => {
	const index = new Map<string, VersionConnue>();
	for (const nom of fichiers('lignees', '.yaml')) {
		const lue = parse(readFileSync(join(dossierCatalogue(), 'lignees', nom), 'utf8')) as Partial<Lignee> | null;
		for (const version of lue?.versions ?? [])
			if ('codes' in version)
				for (const code of version.codes ?? [])
					if (code.type === 'RNCP') index.set(code.valeur, { id: version.id, blocs: [] });
	}
	for (const nom of fichiers('titres', '.md')) {
		const id = nom.replace(/\.md$/u, '');
		const tenue = lireVersion(id);
		for (const code of tenue?.faits.codes ?? [])
			if (code.type === 'RNCP')
				index.set(code.valeur, { id, blocs: idsDesBlocs(tenue?.faits.blocs ?? []).map((b) => ({ id: b })) });
	}
	return index;
};

/** Ids that a lignée of the catalogue already has. */
export const idsDesLignees = (): Set<string> =>
	new Set(
		fichiers('lignees', '.yaml').flatMap((nom) => {
			const lue = parse(readFileSync(join(dossierCatalogue(), 'lignees', nom), 'utf8')) as Partial<Lignee> | null;
			return (lue?.versions ?? []).map((v) => v.id);
		}),
	);

export const yaml = (valeur: unknown): string => stringify(valeur, { lineWidth: 0, singleQuote: true });
