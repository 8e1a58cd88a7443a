import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { stringify } from 'yaml';
import { type Lue, versionsLues } from '../../src/catalogue/controles/version.ts';
import { dossierCatalogue } from '../../src/catalogue/dossier.ts';
import { type Lecture, lire, lireTitre } from '../../src/catalogue/lecture.ts';
import { demesures, signesRefuses } from '../../src/catalogue/signes.ts';
import { idsDesBlocs } from '../../src/importation/bloc.ts';
import type { BlocConnu } from '../../src/importation/correspondance.ts';
import type { EtatDuCatalogue, VersionDuCatalogue } from '../../src/importation/lot.ts';
import { Refus } from '../../src/importation/refus.ts';
import type { FaitsLus } from '../../src/importation/version.ts';
import type { TypeBloc } from '../../src/schemas/bloc.ts';
import { type VersionDetenue, versionDetenue } from '../../src/schemas/version.ts';
import { motifSysteme } from './ecriture.ts';

export const cheminDeVersion = (id: string): string => join(dossierCatalogue(), 'titres', `${id}.md`);

/** A held version, as in its file. */
export type VersionTenue = { faits: VersionDetenue; corps: string };

export const lireVersion = (id: string): VersionTenue | undefined => {
	const chemin = cheminDeVersion(id);
	if (!existsSync(chemin)) return undefined;
	const { data } = lireTitre(dossierCatalogue(), id);
	if (!data) throw new Refus(`${chemin} existe et ne se lit pas : le corriger, ou choisir un autre --id`);
	return { faits: data.data, corps: data.corps };
};

/** Validates a file against the schema before it is written. Throws `Refus`. */
export const verifier = (id: string, faits: FaitsLus, corps: string): void => {
	const lu = versionDetenue.safeParse(faits);
	const [faute] = lu.success
		? [...demesures(corps, ''), ...signesRefuses(corps + JSON.stringify(faits), '')].map((p) => p.message)
		: lu.error.issues.map((i) => `${i.path.join('.')} : ${i.message}`);
	if (faute !== undefined) throw new Refus(`${id} : ce qui a été lu n’a pas la forme du catalogue (${faute})`);
};

/**
 * Name of a document in `sources/`: its own, in ASCII. If another document already has that name, the start of its hash
 * is added.
 */
export const nommerSource = (chemin: string, octets: Uint8Array): string => {
	const sienne = extname(chemin).toLowerCase();
	const extension = ['.txt', '.md', '.pdf', '.xml'].includes(sienne) ? sienne : '.txt';
	const radical = basename(chemin, extname(chemin))
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9._-]+/gu, '-')
		.replace(/^[^A-Za-z0-9]+|-+$/gu, '')
		.slice(0, 150);
	const nom = `${radical || 'document'}${extension}`;
	const place = join(dossierCatalogue(), 'sources', nom);
	if (!existsSync(place) || Buffer.compare(readFileSync(place), octets) === 0) return nom;
	return `${radical || 'document'}_${createHash('sha256').update(octets).digest('hex').slice(0, 8)}${extension}`;
};

/** Files of the catalogue. Those that cannot be read are left out. */
export const lireExistant = (): Pick<Lecture, 'ids' | 'titres' | 'lignees' | 'correspondances'> => {
	const dossier = dossierCatalogue();
	if (!existsSync(dossier)) return { ids: [], titres: [], lignees: [], correspondances: [] };
	try {
		return lire(dossier).lecture;
	} catch (erreur) {
		const { code, path } = erreur as NodeJS.ErrnoException;
		if (!code) throw erreur;
		throw new Refus(
			`le catalogue ${dossier} ne se lit pas (${path ?? dossier} : ${motifSysteme(erreur)}) ; rien n’a été écrit`,
		);
	}
};

type Existant = ReturnType<typeof lireExistant>;

/** Adds to blocs their ids relative to the version. */
export const numeroter = <B extends { type: TypeBloc }>(blocs: readonly B[]): (B & { id: string })[] => {
	const ids = idsDesBlocs(blocs);
	return blocs.map((bloc, i) => ({ ...bloc, id: ids[i] ?? '' }));
};

/** State of the catalogue needed to plan a batch, held versions first. */
export const etatDuCatalogue = ({ ids, titres, lignees }: Existant): EtatDuCatalogue => {
	const lisibles = new Set(titres.map(({ id }) => id));
	const versions = [...versionsLues({ titres, lignees }).values()].map(
		({ id, sigle, sigleDeNotreFait, intitule, codes, blocs }): VersionDuCatalogue => ({
			id,
			sigle,
			...(sigleDeNotreFait && { sigleDeNotreFait }),
			intitule,
			detenue: lisibles.has(id),
			rncp: codes.flatMap(({ type, valeur }) => (type === 'RNCP' ? [valeur] : [])),
			blocs: numeroter<Ecrit>(blocs).map((b) => ({ id: b.id, ...(b.code && { code: b.code.valeur }) })),
		}),
	);
	return {
		versions: versions.sort((a, b) => Number(b.detenue) - Number(a.detenue)),
		lignees: lignees.map(({ id, data }) => ({
			fichier: id,
			versions: data.versions.map((v) => v.id),
			successions: data.successions.map(({ de, vers }) => ({ de, vers })),
		})),
		illisibles: new Set(ids.filter((id) => !lisibles.has(id))),
	};
};

/** Blocs of each version, to identify the labels of an official table. */
export const blocsParVersion = (existant: Existant): Map<string, BlocConnu[]> =>
	new Map([...versionsLues(existant)].map(([id, { blocs }]) => [id, numeroter<Ecrit>(blocs)]));

/** A bloc as written in a file, for a held or known version. */
type Ecrit = Lue['blocs'][number];

export const yaml = (valeur: unknown): string => stringify(valeur, { lineWidth: 0, singleQuote: true });
