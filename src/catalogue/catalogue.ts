import { adresse } from '../domaine/adresse.ts';
import { plusRecent } from '../domaine/exports/modification.ts';
import type { PageCherchable } from '../domaine/recherche/notice.ts';
import { regrouper } from '../domaine/regrouper.ts';
import { replier } from '../domaine/texte/normaliser.ts';
import { type Bloc, type Competence, nomBloc, nomVersion, type Version } from '../domaine/version.ts';
import type { Correspondance } from '../schemas/correspondance.ts';
import type { Terme } from '../schemas/glossaire.ts';
import type { Importation } from '../schemas/importation.ts';
import type { Lexique } from '../schemas/lexique.ts';
import type { Lignee } from '../schemas/lignee.ts';
import type { Site } from '../schemas/site.ts';
import { controler } from './controles/controler.ts';
import { dossierCatalogue, etatDossier, reprocheCatalogue } from './dossier.ts';
import type { Garde } from './garde.ts';
import { type Lecture, lire } from './lecture.ts';
import { dernier, memo, parObjet } from './memo.ts';
import { CatalogueInvalide } from './probleme.ts';
import type { ProseRendue } from './prose.ts';
import { documentsPublies } from './publication.ts';
import { versionsDe } from './versions.ts';

export interface BlocSitue {
	version: Version;
	bloc: Bloc;
}

export interface CompetenceSituee extends BlocSitue {
	competence: Competence;
}

/** The catalogue as the rest of the project knows it: coherent and indexed, or not there at all. */
export interface Catalogue {
	/** Oldest first, held and only known. */
	versions: Version[];
	parId: ReadonlyMap<string, Version>;
	/** Prose of each held version, and the same as its file writes it, in GFM. */
	proses: ReadonlyMap<string, ProseRendue>;
	corps: ReadonlyMap<string, string>;
	blocs: ReadonlyMap<string, BlocSitue>;
	competences: ReadonlyMap<string, CompetenceSituee>;
	lignees: (Lignee & { id: string })[];
	ligneeParId: ReadonlyMap<string, Lignee & { id: string }>;
	correspondances: Correspondance[];
	/** Correspondences that name a version, on either side. */
	correspondancesDe: ReadonlyMap<string, Correspondance[]>;
	/** Runs of the importer on exports of the RNCP, the oldest first; `id` is the name of the log. */
	importations: (Importation & { id: string })[];
	glossaire: Terme[];
	termes: ReadonlyMap<string, Terme>;
	lexique: Lexique;
	/** The guides as search reads them. */
	guides: PageCherchable[];
	site: Site;
	/** Names of the official documents that facts cite and that are published as they are. */
	documents: string[];
	/** The latest day at which facts were gathered. */
	etatAu: string | undefined;
	/** Things to put right one day, which do not stop the build. */
	avertissements: string[];
}

/** Under which the last reading of a catalogue is cached. */
const cle = (dossier: string): string => `catalogue ${dossier}`;

/**
 * Reads a whole catalogue. As long as no file of it changes, the same object comes back; when some do, only they are
 * read again, so that an edit shows at once under `npm run dev`, however large the catalogue.
 * @param garde files as an earlier build has read them
 * @throws CatalogueInvalide with every problem of every file, if there is any
 */
export function lireCatalogue(dossier: string = dossierCatalogue(), garde?: Garde): Catalogue {
	const absent = reprocheCatalogue(dossier);
	if (absent) throw new CatalogueInvalide(dossier, [absent]);
	return memo(cle(dossier), etatDossier(dossier), () => {
		const { lecture, problemes } = lire(dossier, garde);
		const { problemes: incoherences, avertissements } = controler(lecture);
		const tous = [...problemes, ...incoherences];
		if (tous.length) throw new CatalogueInvalide(dossier, tous);
		return indexer(lecture, avertissements);
	});
}

/**
 * The catalogue of this build, as it was last read: pages ask for it thousands of times, and its files are not looked
 * at. Under `npm run dev` the loader reads it again at each edit.
 */
export function catalogue(): Catalogue {
	const dossier = dossierCatalogue();
	return dernier<Catalogue>(cle(dossier)) ?? lireCatalogue(dossier);
}

const parLibelle = parObjet(({ competences }: Catalogue) => {
	const groupes = Map.groupBy(competences.values(), (c) => replier(c.competence.libelle));
	return new Map([...groupes.values()].flatMap((siennes) => siennes.map((c) => [c.competence.id, siennes])));
});

/** A page, by its name and its path. */
export interface Renvoi {
	nom: string;
	chemin: string;
}

/** The page of a version. */
export const renvoi = (version: Version): Renvoi => ({ nom: nomVersion(version), chemin: adresse.titre(version.id) });

/** Competences of other versions that have the label of one, typography set aside: anywhere in the catalogue. */
export const pareillesAilleurs = ({ version, competence }: CompetenceSituee): Renvoi[] =>
	(parLibelle(catalogue()).get(competence.id) ?? [])
		.filter((autre) => autre.version.id !== version.id)
		.map((autre) => ({
			nom: `${nomVersion(autre.version)}, ${nomBloc(autre.bloc)}, compétence ${autre.competence.rang}`,
			chemin: adresse.titre(autre.competence.id),
		}));

/** The versions just before and after one, by age among all of the catalogue. */
export function voisinesParAge(version: Version): { precedent: Renvoi | undefined; suivant: Renvoi | undefined } {
	const { versions } = catalogue();
	const rang = rangs(catalogue()).get(version.id) ?? Number.NaN;
	const [precedente, suivante] = [versions[rang - 1], versions[rang + 1]];
	return { precedent: precedente && renvoi(precedente), suivant: suivante && renvoi(suivante) };
}

const rangs = parObjet(({ versions }: Catalogue) => new Map(versions.map(({ id }, rang) => [id, rang])));

/** Path of one of our guides, if the catalogue of this build has it. */
export function adresseDuGuide(slug: string): string | undefined {
	const chemin = adresse.guide(slug);
	return catalogue().guides.some(({ url }) => url === chemin) ? chemin : undefined;
}

function indexer(lecture: Lecture, avertissements: string[]): Catalogue {
	const { titres, glossaire: termes, site, guides } = lecture;
	const versions = versionsDe(lecture);
	const blocs = versions.flatMap((version) => version.blocs.map((bloc) => ({ version, bloc })));
	const competences = blocs.flatMap((situe) => situe.bloc.competences.map((competence) => ({ ...situe, competence })));
	const lignees = lecture.lignees.map(({ id, data }) => ({ id, ...data }));
	const correspondances = lecture.correspondances.map(({ data }) => data);
	const glossaire = termes?.data ?? [];
	return {
		versions,
		parId: new Map(versions.map((v) => [v.id, v])),
		proses: new Map(titres.map(({ id, prose }) => [id, prose])),
		corps: new Map(titres.map(({ id, corps }) => [id, corps])),
		blocs: new Map(blocs.map((b) => [b.bloc.id, b])),
		competences: new Map(competences.map((c) => [c.competence.id, c])),
		lignees,
		ligneeParId: new Map(lignees.map((l) => [l.id, l])),
		correspondances,
		correspondancesDe: regrouper(correspondances, ({ de, vers }) => [de, vers]),
		importations: lecture.importations.map(({ id, data }) => ({ id, ...data })),
		glossaire,
		termes: new Map(glossaire.map((t) => [t.id, t])),
		lexique: lecture.lexique?.data ?? [],
		guides,
		site,
		documents: documentsPublies(lecture),
		etatAu: plusRecent(lignees.map((l) => l.etatAu)),
		avertissements,
	};
}
