import { adresse } from '../domaine/adresse.ts';
import { plusRecent } from '../domaine/exports/mentions.ts';
import { parObjet } from '../domaine/memo.ts';
import { reserveDuBloc } from '../domaine/profondeur.ts';
import type { PageCherchable } from '../domaine/recherche/notice.ts';
import { regrouper } from '../domaine/regrouper.ts';
import { memeLibelle, replier } from '../domaine/texte/normaliser.ts';
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
import { dernier, memo } from './memo.ts';
import { CatalogueInvalide } from './probleme.ts';
import type { ProseRendue } from './prose.ts';
import { documentsPublies } from './publication.ts';
import { versionsDe } from './versions.ts';

export type BlocSitue = { version: Version; bloc: Bloc };

export type CompetenceSituee = BlocSitue & { competence: Competence };

/** A whole catalogue, indexed. It has passed every check: an incoherent catalogue throws instead. */
export interface Catalogue {
	/** Held and known versions, oldest first. */
	versions: Version[];
	parId: ReadonlyMap<string, Version>;
	/** Rendered prose of each held version (`proses`) and its Markdown source (`corps`), by version id. */
	proses: ReadonlyMap<string, ProseRendue>;
	corps: ReadonlyMap<string, string>;
	blocs: ReadonlyMap<string, BlocSitue>;
	competences: ReadonlyMap<string, CompetenceSituee>;
	lignees: (Lignee & { id: string })[];
	ligneeParId: ReadonlyMap<string, Lignee & { id: string }>;
	correspondances: Correspondance[];
	/** Correspondences by the id of either of their versions. */
	correspondancesDe: ReadonlyMap<string, Correspondance[]>;
	/** Runs of the importer on RNCP exports, oldest first. `id` is the name of the log file. */
	importations: (Importation & { id: string })[];
	glossaire: Terme[];
	termes: ReadonlyMap<string, Terme>;
	lexique: Lexique;
	/** Guides, as documents of the search index. */
	guides: PageCherchable[];
	site: Site;
	/** Names of the cited official documents that the site publishes as they are. */
	documents: string[];
	/** Latest day on which facts were gathered. */
	etatAu: string | undefined;
	/** Problems that do not stop the build. */
	avertissements: string[];
}

const cle = (dossier: string): string => `catalogue ${dossier}`;

/**
 * Reads a whole catalogue. Returns the same object as long as no file changes; when some do, only these are read again,
 * so that an edit shows at once under `npm run dev`, whatever the size of the catalogue.
 * @param garde results kept by an earlier build
 * @throws CatalogueInvalide with every problem of every file
 */
export function lireCatalogue(dossier: string = dossierCatalogue(), garde?: Garde): Catalogue {
	const absent = reprocheCatalogue(dossier);
	if (absent) throw new CatalogueInvalide(dossier, [absent]);
	return memo(cle(dossier), etatDossier(dossier), () => {
		const { lecture, problemes } = lire(dossier, garde);
		const { problemes: incoherences, avertissements } = controler(lecture, garde);
		const tous = [...problemes, ...incoherences];
		if (tous.length) throw new CatalogueInvalide(dossier, tous);
		return indexer(lecture, avertissements);
	});
}

/**
 * The catalogue of this build, as last read. Pages call this thousands of times, so it does not check the files. Under
 * `npm run dev` the loader calls `lireCatalogue` at each edit.
 */
export function catalogue(): Catalogue {
	const dossier = dossierCatalogue();
	return dernier<Catalogue>(cle(dossier)) ?? lireCatalogue(dossier);
}

/** Competences by id, with those of the same folded label, most of which have the same label. */
const parLibelle = parObjet(({ competences }: Catalogue) => {
	const groupes = Map.groupBy(competences.values(), (c) => replier(c.competence.libelle));
	return new Map([...groupes.values()].flatMap((siennes) => siennes.map((c) => [c.competence.id, siennes])));
});

export type Renvoi = { nom: string; chemin: string };

export const renvoi = (version: Version): Renvoi => ({ nom: nomVersion(version), chemin: adresse.titre(version.id) });

/**
 * Links to the competences of other versions that have the same label, typography set aside, in the whole catalogue.
 */
export const pareillesAilleurs = ({ version, competence }: CompetenceSituee): Renvoi[] =>
	(parLibelle(catalogue()).get(competence.id) ?? [])
		.filter((autre) => autre.version.id !== version.id && memeLibelle(autre.competence.libelle, competence.libelle))
		.map((autre) => ({
			nom: `${nomVersion(autre.version)}, ${nomBloc(autre.bloc)}, compétence ${autre.competence.rang}${reserveDuBloc(autre.bloc)}`,
			chemin: adresse.titre(autre.competence.id),
		}));

/**
 * Links to the versions just older and just younger than this one in its lineage. After a version, the next one of
 * another lineage would read as what replaces it.
 */
export function voisinesParAge({ id, lignee }: Version): {
	precedent: Renvoi | undefined;
	suivant: Renvoi | undefined;
} {
	const siennes = catalogue().versions.filter((autre) => lignee !== undefined && autre.lignee === lignee);
	const rang = siennes.findIndex((autre) => autre.id === id);
	const [precedente, suivante] = [siennes[rang - 1], siennes[rang + 1]];
	return { precedent: precedente && renvoi(precedente), suivant: suivante && renvoi(suivante) };
}

const rangs = parObjet(({ versions }: Catalogue) => new Map(versions.map(({ id }, rang) => [id, rang])));
/** Rank of a version of the catalogue by age, from 0 for the oldest. */
export const rangDe = (version: string): number => rangs(catalogue()).get(version) ?? Number.NaN;

/** Path of a guide of the project, if this catalogue has it. */
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
