import { hash } from 'node:crypto';
import { adresse, donnees, racine } from '../adresse.ts';
import type { Paire } from '../domaine/comparaison/paires.ts';
import { empreinteDe } from '../domaine/empreinte.ts';
import { jourDesFaits } from '../domaine/etat.ts';
import { publierCase } from '../domaine/exports/case.ts';
import { publierBloc, publierCatalogue } from '../domaine/exports/catalogue.ts';
import { publierCsv } from '../domaine/exports/csv.ts';
import { publierCsvComparaison } from '../domaine/exports/csv-comparaison.ts';
import { json } from '../domaine/exports/format.ts';
import { FORMES } from '../domaine/exports/forme.ts';
import { publierMarkdown } from '../domaine/exports/markdown.ts';
import { comparaisonModifieeLe, modifieeLe, plusRecent, type Relations } from '../domaine/exports/mentions.ts';
import { publierCodes } from '../domaine/exports/rncp.ts';
import { publierSkos } from '../domaine/exports/skos.ts';
import { publierTitre } from '../domaine/exports/titre.ts';
import { parObjet } from '../domaine/memo.ts';
import type { Version } from '../domaine/version.ts';
import type { EmpreintesPubliees, FichierPublie } from '../schemas/donnees/inventaire.ts';
import type { TitrePublie } from '../schemas/donnees/titre.ts';
import { type Catalogue, catalogue } from './catalogue.ts';
import { comparer, paires, successionsParDe } from './comparaison.ts';
import { publiee } from './publication.ts';

/** A data file to publish, with the function that renders it. */
interface Fichier extends Omit<FichierPublie, 'octets' | 'sha256'> {
	ecrire: () => string;
	/** Versions that the file depends on; absent if it depends on the whole catalogue. */
	versions?: readonly string[];
}

/** Every data file of the site, except the inventory and the schemas. */
export const fichiers = (): Fichier[] => lister(catalogue());

const lister = parObjet((index: Catalogue): Fichier[] => {
	const toutes = paires();
	const parAncienne = Map.groupBy(toutes, ({ de }) => de.id);
	const successions = successionsParDe(index);
	const derniere = plusRecent(index.versions.map(modifieeLe)) ?? null;
	const etatAuDe = ({ de, vers }: Paire) => jourDesFaits([de, vers]) ?? null;
	const dePaire = (forme: FichierPublie['forme'], extension: 'json' | 'csv', ecrire: (paire: Paire) => string) =>
		toutes.map((paire): Fichier => {
			const { de, vers, correspondance } = paire;
			const chemin = donnees.comparaison(de.id, vers.id, extension);
			const jour = comparaisonModifieeLe(de, vers, correspondance) ?? null;
			return { ...fichier(forme, chemin, jour, () => ecrire(paire)), versions: [de.id, vers.id] };
		});
	return [
		fichier('catalogue', donnees.catalogue, derniere, () => json(publierCatalogue(index.versions, index.etatAu))),
		fichier('codes', donnees.codes, derniere, () => json(publierCodes(index.versions, index.etatAu))),
		fichier('empreintes', donnees.empreintes, derniere, () => json(toutesEmpreintes(index))),
		...index.versions.flatMap((version) =>
			deVersion(version, index, () => ({
				comparaisons: (parAncienne.get(version.id) ?? []).map(comparer),
				successions: successions.get(version.id) ?? [],
			})),
		),
		...dePaire('comparaison', 'json', (paire) => json({ etatAu: etatAuDe(paire), ...comparer(paire).comparaison })),
		...dePaire('comparaison-csv', 'csv', (paire) =>
			publierCsvComparaison(comparer(paire).comparaison, paire.de, paire.vers, etatAuDe(paire)),
		),
	].filter(({ forme }) => publiee(forme));
});

function deVersion(version: Version, index: Catalogue, relations: () => Relations): Fichier[] {
	const jour = modifieeLe(version) ?? null;
	const un = (forme: FichierPublie['forme'], chemin: string, ecrire: () => string): Fichier => ({
		...fichier(forme, chemin, jour, ecrire),
		version: version.id,
		versions: [version.id],
	});
	return [
		un('titre', donnees.titre(version.id, 'json'), () => json(titreDe(version))),
		un('csv', donnees.titre(version.id, 'csv'), () => publierCsv(version)),
		un('markdown', donnees.titre(version.id, 'md'), () => markdown(version, index)),
		un('case', donnees.case(version.id), () => json(publierCase(version, relations(), index.parId, racine))),
		un('skos', donnees.skos(version.id), () => json(publierSkos(version, relations(), index.parId, racine))),
	];
}

function fichier(forme: FichierPublie['forme'], chemin: string, jour: string | null, ecrire: () => string): Fichier {
	const { type, schema } = FORMES[forme];
	return { chemin, forme, type, schema: schema && donnees.schema(schema), version: null, modifieLe: jour, ecrire };
}

/** Published form of a version. Its page, JSON, Markdown and hash are all made from it. */
export const titreDe = parObjet(
	(version: Version): TitrePublie => publierTitre(version, catalogue().proses.get(version.id)),
);

const markdown = (version: Version, index: Catalogue): string =>
	publierMarkdown(version, {
		corps: index.corps.get(version.id),
		prose: index.proses.get(version.id),
		parId: index.parId,
		page: racine + adresse.titre(version.id),
		donnees: titreDe(version),
	});

function toutesEmpreintes(index: Catalogue): EmpreintesPubliees {
	return Object.fromEntries([
		...index.versions.flatMap((version): [string, string][] => [
			[adresse.titre(version.id), titreDe(version).empreinte],
			...version.blocs
				.map(publierBloc)
				.flatMap((bloc): [string, string][] => [
					[adresse.titre(bloc.id), empreinteDe(bloc)],
					...bloc.competences.map((c): [string, string] => [adresse.titre(c.id), empreinteDe(c)]),
				]),
		]),
		...paires().map((paire): [string, string] => {
			const chemin = donnees.comparaison(paire.de.id, paire.vers.id);
			const empreinte = tenues.get(chemin) ?? empreinteDe(comparer(paire).comparaison);
			return [adresse.comparaison(paire.de.id, paire.vers.id), empreinte];
		}),
	]);
}

/** Hashes of comparisons reused from an earlier build, by path: these are not computed again. */
const tenues = new Map<string, string>();

/** Size and hash of the files rendered so far, so that the inventory, which comes last, does not render them again. */
const mesures = new WeakMap<Fichier, FichierPublie>();

/** Renders a data file and records its size and hash. */
export function ecrire(fichier: Fichier): Buffer<ArrayBuffer> {
	const octets = Buffer.from(fichier.ecrire());
	peser(fichier, octets);
	return octets;
}

/** Records a data file that is reused from an earlier build. */
export function tenir(fichier: Fichier, octets: Buffer): void {
	if (fichier.forme === 'comparaison') {
		const { etatAu: _, ...comparaison } = JSON.parse(octets.toString());
		tenues.set(fichier.chemin, empreinteDe(comparaison));
	}
	peser(fichier, octets);
}

function peser(fichier: Fichier, octets: Buffer): void {
	const { ecrire: _, versions: __, ...description } = fichier;
	const sha256 = hash('sha256', octets);
	mesures.set(fichier, { ...description, octets: octets.byteLength, sha256 });
}

/** Description of a data file, with its size and hash. Renders the file if it has not been. */
export function mesurer(fichier: Fichier): FichierPublie {
	if (!mesures.has(fichier)) ecrire(fichier);
	return mesures.get(fichier) as FichierPublie;
}

/** Descriptions of every data file. Their contents are not kept in memory. */
export const inventaire = (): FichierPublie[] => fichiers().map(mesurer);
