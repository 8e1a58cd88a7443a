import type { CataloguePublie, VersionPubliee } from '../../schemas/donnees/catalogue.ts';
import type { CleSource } from '../../schemas/fait.ts';
import { estDouteux } from '../fait.ts';
import type { Bloc, Version } from '../version.ts';

/** Fields shared by every published form of a version. */
export const resumer = (version: Version): Omit<VersionPubliee, 'blocs'> => ({
	id: version.id,
	sigle: version.sigle,
	...(version.sigleDeNotreFait && { sigleDeNotreFait: true }),
	intitule: version.intitule,
	profondeur: version.profondeur,
	detenue: version.detenue,
	statut: version.etat.cle,
	statutCertitude: version.etat.certitude ?? null,
	debut: version.debut?.valeur ?? null,
	fin: version.fin?.valeur ?? null,
	niveau: version.niveau?.valeur ?? null,
	nsf: version.nsf.map(({ valeur }) => valeur),
	rome: version.rome.map(({ valeur }) => valeur),
	codes: version.codes.map(({ type, valeur }) => ({ type, valeur })),
	aVerifier: champsAVerifier(version),
});

/**
 * Paths of the published fields whose certainty is secondary. A list is named as a whole if all of its elements are.
 */
function champsAVerifier(version: Version): string[] {
	const { etat, sources, blocs } = version;
	const liste = <T>(champ: string, elements: readonly T[], douteux: (element: T) => boolean): string[] =>
		elements.length > 0 && elements.every(douteux)
			? [champ]
			: elements.flatMap((element, i) => (douteux(element) ? [`${champ}.${i}`] : []));
	const faits = (champ: string, valeurs: readonly { source: CleSource }[]) =>
		liste(champ, valeurs, ({ source }) => estDouteux(source, sources));
	return [
		...(etat.aVerifier ? ['statut'] : []),
		...(etat.dateAVerifier ? ['statut.depuis'] : []),
		...(['debut', 'fin', 'niveau'] as const).flatMap((champ) =>
			faits(champ, [version[champ] ?? []].flat()).slice(0, 1),
		),
		...faits('nsf', version.nsf),
		...faits('rome', version.rome),
		...faits('codes', version.codes),
		...liste('blocs', blocs, ({ certitude }) => certitude === 'secondaire'),
		...blocs.flatMap(({ code }, i) => (code && estDouteux(code.source, sources) ? [`blocs.${i}.code`] : [])),
	];
}

/** A bloc as published in the file of its version. Its hash is the hash of this object. */
export const publierBloc = ({ id, type, rang, intitule, usuel, code, certitude, competences }: Bloc) => ({
	id,
	type,
	rang,
	intitule,
	usuel,
	code: code?.valeur ?? null,
	certitude,
	competences: competences.map((c) => ({ id: c.id, rang: c.rang, libelle: c.libelle })),
});

/**
 * `/donnees/catalogue.json`: every version with its blocs and competences, oldest first.
 * @param etatAu latest day on which facts were gathered
 */
export const publierCatalogue = (versions: readonly Version[], etatAu: string | undefined): CataloguePublie => ({
	etatAu: etatAu ?? null,
	versions: versions.map((version) => ({
		...resumer(version),
		blocs: version.blocs.map((bloc) => {
			const { usuel: _, certitude, ...publie } = publierBloc(bloc);
			return { ...publie, certitude };
		}),
	})),
});
