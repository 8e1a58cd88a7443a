import { join } from 'node:path';
import type { z } from 'zod';
import { adresse, sousChemin } from '../domaine/adresse.ts';
import { LIGNE_DES_BLOCS, MARQUE_BLOCS } from '../domaine/prose.ts';
import type { PageCherchable } from '../domaine/recherche/notice.ts';
import { lireReglages } from '../reglages.ts';
import { type Correspondance, correspondance } from '../schemas/correspondance.ts';
import { glossaire, type Terme } from '../schemas/glossaire.ts';
import { guide } from '../schemas/guide.ts';
import { type Importation, importation } from '../schemas/importation.ts';
import { type Lexique, lexique } from '../schemas/lexique.ts';
import { type Lignee, lignee } from '../schemas/lignee.ts';
import { type Site, site } from '../schemas/site.ts';
import { idVersion, type VersionDetenue, versionDetenue } from '../schemas/version.ts';
import { avertirTexte, controlerTitre } from './controles/titre.ts';
import {
	attenduALaRacine,
	estFichier,
	etatDe,
	etatDossier,
	lireBrut,
	lireTexte,
	lister,
	rangement,
} from './dossier.ts';
import type { Garde } from './garde.ts';
import { balisage, type Renvois, renvoisDe, sansMarques } from './guide.ts';
import { memo } from './memo.ts';
import type { Probleme } from './probleme.ts';
import { type Abreviation, lireProse, type ProseRendue } from './prose.ts';
import { demesures } from './signes.ts';
import { type Donnees, lireYaml, separer, valider } from './yaml.ts';

/** One valid file of the catalogue, with the line of each value. */
export interface FichierLu<T> {
	/** Path from the catalogue's folder. */
	fichier: string;
	/** File name without its extension. */
	id: string;
	data: T;
	ligne: Donnees['ligne'];
}

export type TitreLu = FichierLu<VersionDetenue> & {
	prose: ProseRendue;
	corps: string;
	/** Line of the file at which the body starts. */
	ligneCorps: number;
};

/** An MDX text of the project: its references, and its form in the search index. */
export interface Page extends PageCherchable, Renvois {
	fichier: string;
	id: string;
}

/** Content of a catalogue's folder, in which each file is valid by itself. */
export interface Lecture {
	dossier: string;
	/** Ids of all files of `titres/`, refused ones included: the id of a refused file is not unknown. */
	ids: string[];
	/** Raw text of each refused file, by path. What is named in it exists, so references to it are not reported. */
	refuses: ReadonlyMap<string, string>;
	/** Whether a folder or a root file is misplaced or misnamed. */
	incomplet: boolean;
	/** Files that have a problem, including those that could be read. */
	fautifs: ReadonlySet<string>;
	/** Held titles. The warnings of each are about sentences of its documents that its text does not have. */
	titres: (TitreLu & { avertissements: string[] })[];
	lignees: FichierLu<Lignee>[];
	correspondances: FichierLu<Correspondance>[];
	/** Runs of the importer on RNCP exports, oldest first. */
	importations: FichierLu<Importation>[];
	glossaire: FichierLu<Terme[]> | undefined;
	lexique: FichierLu<Lexique> | undefined;
	site: Site;
	guides: Page[];
	textes: Page[];
}

/** Names of the official documents cited by these files. */
export const documentsDe = ({
	titres,
	lignees,
	correspondances,
}: Pick<Lecture, 'titres' | 'lignees' | 'correspondances'>): string[] => {
	const sources = [
		...[...titres, ...lignees].flatMap(({ data }) => Object.values(data.sources)),
		...correspondances.flatMap(({ data }) => data.blocs?.source ?? []),
	];
	return [...new Set(sources.flatMap(({ document }) => document ?? []))];
};

/** Result of reading one file: its value if it is valid, and its problems. */
export interface Result<T> {
	data?: T;
	problemes: Probleme[];
}

/**
 * Reads every file of a catalogue. Files that have not changed since the last call are not read again.
 * @param garde results kept by an earlier build
 */
export function lire(dossier: string, garde?: Garde): { lecture: Lecture; problemes: Probleme[] } {
	const problemes = rangement(dossier);
	const refuses = new Map(problemes.map(({ fichier }) => [fichier, lireBrut(join(dossier, fichier))]));
	const retenir = <T extends object>(fichier: string, etat: string, lire: () => Result<T>): T | undefined => {
		const lu = memo(join(dossier, fichier), etat, () => (garde ? garde.lire(fichier, lire) : lire()));
		problemes.push(...lu.problemes);
		if (lu.data === undefined) refuses.set(fichier, lireBrut(join(dossier, fichier)));
		return lu.data;
	};
	const yaml = <T extends z.ZodType>(schema: T, fichier: string) =>
		retenir(fichier, etatDe(join(dossier, fichier)), () => lireFichier(schema, dossier, fichier));
	const tous = <T>(sous: string, extension: string, un: (nom: string) => T | undefined): T[] =>
		lister(join(dossier, sous), extension)
			.map(un)
			.filter((f) => f !== undefined);
	const yamls = <T extends z.ZodType>(schema: T, sous: string) =>
		tous(sous, '.yaml', (nom) => yaml(schema, `${sous}/${nom}`));
	const seul = <T extends z.ZodType>(schema: T, fichier: string) =>
		estFichier(join(dossier, fichier)) ? yaml(schema, fichier) : undefined;
	const pages = (sous: 'guides' | 'textes') =>
		tous(sous, '.mdx', (nom) =>
			retenir(`${sous}/${nom}`, etatDe(join(dossier, sous, nom)), () => lirePage(dossier, sous, nom)),
		);

	const termes = seul(glossaire, 'glossaire.yaml');
	const abreviations = abreviationsDe(termes?.data ?? []);
	// The prose links the abbreviations of the glossary, and facts are checked against the documents.
	const autour = `${etatDe(join(dossier, 'glossaire.yaml'))} ${etatDossier(join(dossier, 'sources'))}`;
	const lecture = {
		dossier,
		incomplet: problemes.some(({ fichier }) => !fichier.includes('/') && attenduALaRacine(fichier) !== undefined),
		refuses,
		ids: lister(join(dossier, 'titres'), '.md').map((nom) => nom.slice(0, -'.md'.length)),
		titres: tous('titres', '.md', (nom) =>
			retenir(`titres/${nom}`, `${etatDe(join(dossier, 'titres', nom))} ${autour}`, () => {
				const { data, problemes } = lireTitre(dossier, nom.slice(0, -'.md'.length), abreviations);
				if (!data) return { problemes };
				return {
					data: { ...data, avertissements: avertirTexte(data, dossier) },
					problemes: controlerTitre(data, dossier),
				};
			}),
		),
		lignees: yamls(lignee, 'lignees'),
		correspondances: yamls(correspondance, 'correspondances'),
		importations: yamls(importation, 'importations').sort((a, b) => (a.id < b.id ? -1 : 1)),
		glossaire: termes,
		lexique: seul(lexique, 'lexique.yaml'),
		site: seul(site, 'site.yaml')?.data ?? site.parse({}),
		guides: pages('guides'),
		textes: pages('textes'),
	};
	return { lecture: { ...lecture, fautifs: new Set(problemes.map(({ fichier }) => fichier)) }, problemes };
}

export function lireFichier<T extends z.ZodType>(
	schema: T,
	dossier: string,
	fichier: string,
): Result<FichierLu<z.infer<T>>> {
	const { texte, problemes: encodage } = lireTexte(join(dossier, fichier), fichier);
	if (encodage.length) return { problemes: encodage };
	const donnees = lireYaml(texte, fichier);
	const { data, problemes } = valider(schema, donnees, fichier);
	if (data === undefined) return { problemes };
	return { data: { fichier, id: fichier.replace(/^.*\/|\.[a-z]+$/g, ''), data, ligne: donnees.ligne }, problemes };
}

export function lireTitre(dossier: string, id: string, abreviations: readonly Abreviation[] = []): Result<TitreLu> {
	const fichier = `titres/${id}.md`;
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
	const refuser = (place: number, message: string): Result<TitreLu> => ({
		problemes: [{ fichier, ligne: ligneCorps + corps.slice(0, place).split('\n').length - 1, message }],
	});
	const [, seconde] = corps.matchAll(new RegExp(LIGNE_DES_BLOCS, 'gm'));
	if (seconde)
		return refuser(
			seconde.index,
			`« ${MARQUE_BLOCS} » se trouve deux fois, et les blocs n’ont qu’une place ; n’en garder qu’un`,
		);
	const voisine = [...corps.matchAll(VOISINE)].find(([marque]) => marque !== MARQUE_BLOCS);
	if (voisine)
		return refuser(
			voisine.index,
			`« ${voisine[0]} » se lirait comme du texte ; écrire « ${MARQUE_BLOCS} », seul sur sa ligne`,
		);
	const prose = proseDe(corps, abreviations);
	if (!prose)
		return {
			problemes: [
				{ fichier, ligne: ligneCorps, message: 'texte imbriqué trop profondément ; citer et énumérer plus simplement' },
			],
		};
	return {
		data: { fichier, id, data: lu.data, ligne: donnees.ligne, corps, ligneCorps, prose },
		problemes: [],
	};
}

/** Variants of the blocs marker that would not be recognised. */
const VOISINE = /<!--\s*blocs?\s*-->/gi;

/** The parsed prose, or undefined if it is nested too deep for the parser. */
function proseDe(corps: string, abreviations: readonly Abreviation[]): ProseRendue | undefined {
	try {
		return lireProse(corps, abreviations);
	} catch (erreur) {
		if (erreur instanceof RangeError) return undefined;
		throw erreur;
	}
}

function lirePage(dossier: string, sous: 'guides' | 'textes', nom: string): Result<Page> {
	const fichier = `${sous}/${nom}`;
	const { texte: brut, problemes: encodage } = lireTexte(join(dossier, fichier), fichier);
	if (encodage.length) return { problemes: encodage };
	const parties = separer(brut);
	if (!parties)
		return { problemes: [{ fichier, ligne: 1, message: 'en-tête YAML attendu entre deux lignes « --- »' }] };
	const schema = sous === 'guides' ? guide : guide.omit({ ordre: true });
	const { data, problemes } = valider(schema, lireYaml(parties.entete, fichier, 1), fichier);
	return {
		data: {
			fichier,
			id: nom.replace(/\.mdx$/, ''),
			...renvoisDe(brut),
			url: adresse.guide(nom.replace(/\.mdx$/, '')),
			titre: data?.titre ?? '',
			texte: `${data?.description ?? ''} ${sansMarques(parties.corps)}`,
			resume: data?.description ?? '',
		},
		problemes: [...problemes, ...balisage({ fichier, texte: brut })],
	};
}

/** Abbreviations of the glossary: forms with two capitals in a row, of terms that have a `developpe`. */
function abreviationsDe(termes: readonly Terme[]): Abreviation[] {
	const { base } = lireReglages(process.env);
	return termes.flatMap(({ id, terme, developpe, formes }) =>
		developpe
			? [terme, ...formes]
					.filter((forme) => /\p{Lu}{2}/u.test(forme))
					.map((forme) => ({ forme, developpe, href: sousChemin(base, adresse.terme(id)) }))
			: [],
	);
}
