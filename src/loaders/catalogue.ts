import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { etats, SANS_LIGNEE } from '../domaine/statut.ts';
import { numeroter, parAge, type Version } from '../domaine/version.ts';
import { type Correspondance, correspondance } from '../schemas/correspondance.ts';
import { glossaire, type Terme } from '../schemas/glossaire.ts';
import { guide } from '../schemas/guide.ts';
import { type Lexique, lexique } from '../schemas/lexique.ts';
import { type Lignee, lignee } from '../schemas/lignee.ts';
import { type Site, site } from '../schemas/site.ts';
import { idVersion, type VersionConnue, type VersionDetenue, versionDetenue } from '../schemas/version.ts';
import { balisage } from './balisage.ts';
import { demesures } from './demesure.ts';
import { type Donnees, etatDe, lireTexte, lireYaml, lister, separer, valider } from './fichier.ts';
import { verifier } from './integrite.ts';
import { acheverImport, JOURNAL } from './journal.ts';
import { dernier, garder } from './partage.ts';
import { CatalogueInvalide, type Probleme } from './probleme.ts';
import { type Abreviation, lireProse, type Prose } from './prose.ts';
import { rangement } from './rangement.ts';

/** One file of the catalogue, read and checked, with the place of each of its values. */
export interface Fiche<T> {
	/** Path from the catalogue's folder. */
	fichier: string;
	/** File name without its extension. */
	id: string;
	data: T;
	ligne: Donnees['ligne'];
}

/** A held version: front matter and prose. */
export type FicheTitre = Fiche<VersionDetenue> & { prose: Prose; corps: string };

/** A file whose links are checked: its text as written. */
export interface Page {
	fichier: string;
	texte: string;
}

/** Everything that stands in a catalogue's folder, each file valid by itself. */
export interface Lecture {
	dossier: string;
	/** Ids of every file of `titres/`, those that are refused included: a refused file is not an unknown id. */
	ids: string[];
	titres: FicheTitre[];
	lignees: Fiche<Lignee>[];
	correspondances: Fiche<Correspondance>[];
	glossaire: Fiche<Terme[]> | undefined;
	lexique: Lexique;
	site: Site;
	pages: Page[];
}

/** The catalogue as the rest of the project knows it: coherent, or not there at all. */
export interface Catalogue {
	/** Oldest first. */
	versions: Version[];
	/** Prose of each held version. */
	proses: Map<string, Prose>;
	lignees: (Lignee & { id: string })[];
	correspondances: Correspondance[];
	glossaire: Terme[];
	lexique: Lexique;
	site: Site;
	/** Things to put right one day, which do not stop the build. */
	avertissements: string[];
}

/** Folder of the catalogue: `CATALOGUE`, or `content`. */
export const dossierCatalogue = (): string => process.env.CATALOGUE || 'content';

/**
 * Reads a whole catalogue. As long as no file of it changes, the same object comes back; when some do, only they are
 * read again, so that an edit shows at once under `npm run dev`, however large the catalogue.
 * @throws CatalogueInvalide with every problem of every file, if there is any
 */
export function lireCatalogue(dossier: string = dossierCatalogue()): Catalogue {
	const acheves = achever(dossier);
	if (!existsSync(join(dossier, 'titres')))
		throw new CatalogueInvalide(dossier, [
			{ fichier: 'titres/', message: 'dossier absent ; CATALOGUE doit nommer un dossier qui contient « titres/ »' },
		]);
	return garder('catalogues', dossier, etatCatalogue(dossier), () => {
		const { lecture, problemes } = lire(dossier);
		const { problemes: incoherences, avertissements } = verifier(lecture);
		const tous = [...problemes, ...incoherences];
		if (tous.length) throw new CatalogueInvalide(dossier, tous);
		return { ...assembler(lecture), avertissements: [...acheves, ...avertissements] };
	});
}

/** @returns what to say of an import that was interrupted and is now complete */
function achever(dossier: string): string[] {
	try {
		const fichiers = acheverImport(dossier);
		return fichiers.length ? [`un import interrompu est achevé : ${fichiers.join(', ')}`] : [];
	} catch (erreur) {
		const { code } = erreur as NodeJS.ErrnoException;
		const message = `un import interrompu attend ici et ne peut pas être achevé (${code}) ; rendre le catalogue inscriptible, et recommencer`;
		throw new CatalogueInvalide(dossier, [{ fichier: `${JOURNAL}/`, message }]);
	}
}

/**
 * The catalogue as it was last read, its files not looked at: for the pages, which would look at thousands of files
 * thousands of times.
 */
export const catalogueLu = (dossier: string = dossierCatalogue()): Catalogue =>
	dernier<Catalogue>('catalogues', dossier) ?? lireCatalogue(dossier);

/** What changes when any file of a catalogue does. */
export const etatCatalogue = (dossier: string = dossierCatalogue()): string => {
	const empreinte = createHash('sha256');
	for (const fichier of readdirSync(dossier, { recursive: true, encoding: 'utf8' }))
		empreinte.update(`${fichier} ${etatDe(join(dossier, fichier))}\n`);
	return empreinte.digest('hex');
};

/** What one file says: its value, if it is valid, and what is wrong in it. */
interface Lu<T> {
	data?: T;
	problemes: Probleme[];
}

function lire(dossier: string): { lecture: Lecture; problemes: Probleme[] } {
	const problemes = rangement(dossier);
	const retenir = <T>(lu: Lu<T>): T | undefined => {
		problemes.push(...lu.problemes);
		return lu.data;
	};
	const yaml = <T extends z.ZodType>(schema: T, fichier: string): Fiche<z.infer<T>> | undefined => {
		const chemin = join(dossier, fichier);
		return retenir(garder('fichiers', chemin, etatDe(chemin), () => lireFiche(schema, chemin, fichier)));
	};
	const yamls = <T extends z.ZodType>(schema: T, sous: string): Fiche<z.infer<T>>[] =>
		lister(join(dossier, sous), '.yaml')
			.map((nom) => yaml(schema, `${sous}/${nom}`))
			.filter((f) => f !== undefined);
	const seul = <T extends z.ZodType>(schema: T, fichier: string) =>
		existsSync(join(dossier, fichier)) ? yaml(schema, fichier) : undefined;

	const termes = seul(glossaire, 'glossaire.yaml');
	const abreviations = abreviationsDe(termes?.data ?? []);
	const etatGlossaire = etatDe(join(dossier, 'glossaire.yaml'));
	const noms = lister(join(dossier, 'titres'), '.md');
	const titres = noms
		.map((nom) => {
			const chemin = join(dossier, 'titres', nom);
			// Its prose explains the abbreviations of the glossary.
			const etat = `${etatDe(chemin)} ${etatGlossaire}`;
			return retenir(garder('fichiers', chemin, etat, () => lireTitre(dossier, nom, abreviations)));
		})
		.filter((f) => f !== undefined);
	return {
		problemes,
		lecture: {
			dossier,
			ids: noms.map((nom) => nom.replace(/\.md$/, '')),
			titres,
			lignees: yamls(lignee, 'lignees'),
			correspondances: yamls(correspondance, 'correspondances'),
			glossaire: termes,
			lexique: seul(lexique, 'lexique.yaml')?.data ?? [],
			site: seul(site, 'site.yaml')?.data ?? site.parse({}),
			pages: ['guides', 'textes'].flatMap((sous) =>
				lister(join(dossier, sous), '.mdx')
					.map((nom) => {
						const chemin = join(dossier, sous, nom);
						return retenir(garder('fichiers', chemin, etatDe(chemin), () => lirePage(dossier, sous, nom)));
					})
					.filter((page) => page !== undefined),
			),
		},
	};
}

function lireFiche<T extends z.ZodType>(schema: T, chemin: string, fichier: string): Lu<Fiche<z.infer<T>>> {
	const { texte, problemes: encodage } = lireTexte(chemin, fichier);
	if (encodage.length) return { problemes: encodage };
	const donnees = lireYaml(texte, fichier);
	const { data, problemes } = valider(schema, donnees, fichier);
	if (data === undefined) return { problemes };
	return { data: { fichier, id: fichier.replace(/^.*\/|\.[a-z]+$/g, ''), data, ligne: donnees.ligne }, problemes };
}

function lireTitre(dossier: string, nom: string, abreviations: readonly Abreviation[]): Lu<FicheTitre> {
	const fichier = `titres/${nom}`;
	const id = nom.replace(/\.md$/, '');
	const nomme = idVersion.safeParse(id);
	if (!nomme.success)
		return { problemes: [{ fichier, message: `nom de fichier inattendu : ${nomme.error.issues[0]?.message}` }] };
	const { texte, problemes } = lireTexte(join(dossier, fichier), fichier);
	if (problemes.length) return { problemes };
	const parties = separer(texte);
	if (!parties)
		return { problemes: [{ fichier, ligne: 1, message: 'en-tête YAML attendu entre deux lignes « --- »' }] };
	const donnees = lireYaml(parties.entete, fichier, 1);
	const lu = valider(versionDetenue, donnees, fichier);
	if (!lu.data) return { problemes: lu.problemes };
	const { corps, ligneCorps } = parties;
	const trop = demesures(corps, fichier, ligneCorps - 1);
	if (trop.length) return { problemes: trop };
	const prose = proseDe(corps, abreviations);
	if (!prose)
		return {
			problemes: [
				{ fichier, ligne: ligneCorps, message: 'texte imbriqué trop profondément ; citer et énumérer plus simplement' },
			],
		};
	return { data: { fichier, id, data: lu.data, ligne: donnees.ligne, corps, prose }, problemes: [] };
}

/** The prose; nothing where it is nested beyond what the reader can follow. */
function proseDe(corps: string, abreviations: readonly Abreviation[]): Prose | undefined {
	try {
		return lireProse(corps, abreviations);
	} catch (erreur) {
		if (erreur instanceof RangeError) return undefined;
		throw erreur;
	}
}

function lirePage(dossier: string, sous: string, nom: string): Lu<Page> {
	const fichier = `${sous}/${nom}`;
	const { texte, problemes } = lireTexte(join(dossier, fichier), fichier);
	const parties = separer(texte);
	const schema = sous === 'guides' ? guide : guide.omit({ ordre: true });
	const entete = parties
		? valider(schema, lireYaml(parties.entete, fichier, 1), fichier).problemes
		: [{ fichier, ligne: 1, message: 'en-tête YAML attendu entre deux lignes « --- »' }];
	return { data: { fichier, texte }, problemes: [...problemes, ...entete, ...balisage({ fichier, texte })] };
}

/** The glossary's abbreviations: written forms in capitals or with one, that stand for something longer. */
function abreviationsDe(termes: readonly Terme[]): Abreviation[] {
	return termes.flatMap(({ id, terme, developpe, formes }) =>
		developpe
			? [terme, ...formes]
					.filter((forme) => /\p{Lu}{2}/u.test(forme))
					.map((forme) => ({ forme, developpe, href: `${base()}/glossaire/#${id}` }))
			: [],
	);
}

const base = () => (process.env.BASE_PATH ?? '').replace(/\/$/, '');

function assembler({
	titres,
	lignees,
	correspondances,
	glossaire: termes,
	lexique,
	site,
}: Lecture): Omit<Catalogue, 'avertissements'> {
	const versions = new Map<string, Version>();
	for (const { id, data } of titres) versions.set(id, detenue(id, data));
	for (const { data, id: ligneeId } of lignees) {
		for (const membre of data.versions) {
			const version = 'sigle' in membre ? connue(membre, data) : versions.get(membre.id);
			if (version) versions.set(membre.id, { ...version, lignee: ligneeId });
		}
		const membres = data.versions.map(({ id }) => versions.get(id)).filter((v) => v !== undefined);
		for (const [id, etat] of etats(membres, data.successions, data.etatAu, data.sources)) {
			const version = versions.get(id);
			if (version) version.etat = etat;
		}
	}
	return {
		versions: [...versions.values()].sort(parAge),
		proses: new Map(titres.map(({ id, prose }) => [id, prose])),
		lignees: lignees.map(({ id, data }) => ({ id, ...data })),
		correspondances: correspondances.map(({ data }) => data),
		glossaire: termes?.data ?? [],
		lexique,
		site,
	};
}

function detenue(id: string, data: VersionDetenue): Version {
	return {
		...data,
		id,
		annee: id.slice(-4),
		usuel: data.usuel ?? data.intitule,
		detenue: true,
		etat: SANS_LIGNEE,
		blocs: numeroter(id, data.blocs),
	};
}

function connue(data: VersionConnue, { sources }: Lignee): Version {
	return {
		...data,
		annee: data.id.slice(-4),
		usuel: data.usuel ?? data.intitule,
		detenue: false,
		etat: SANS_LIGNEE,
		sources: Object.fromEntries(Object.entries(sources).filter(([cle]) => sourcesCitees(data).has(cle))),
		blocs: numeroter(data.id, data.blocs),
		regles: {},
		reparations: [],
		attributions: [],
	};
}

/** Keys that any `source:` of a value names. */
function sourcesCitees(valeur: unknown): Set<string> {
	if (Array.isArray(valeur)) return new Set(valeur.flatMap((v) => [...sourcesCitees(v)]));
	if (!valeur || typeof valeur !== 'object') return new Set();
	return new Set(
		Object.entries(valeur).flatMap(([cle, v]) =>
			cle === 'source' ? [v as string | string[]].flat() : [...sourcesCitees(v)],
		),
	);
}
