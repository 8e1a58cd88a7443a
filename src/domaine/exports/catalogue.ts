import type { CataloguePublie, VersionPubliee } from '../../schemas/donnees/catalogue.ts';
import type { CleSource } from '../../schemas/fait.ts';
import type { CleRegle } from '../../schemas/regle.ts';
import { estDouteux } from '../fait.ts';
import { parObjet } from '../memo.ts';
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
	...(version.fin?.auPlusTard && { finAuPlusTard: true }),
	niveau: version.niveau?.valeur ?? null,
	nsf: version.nsf.map(({ valeur }) => valeur),
	rome: version.rome.map(({ valeur }) => valeur),
	codes: version.codes.map(({ type, valeur }) => ({ type, valeur })),
	aVerifier: champsAVerifier(version),
});

/**
 * Published fields whose certainty is secondary. A list is named as a whole if all of its elements are; otherwise each
 * is named by what identifies it, its id or its value, which an order that changes leaves as it is.
 */
function champsAVerifier(version: Version): VersionPubliee['aVerifier'] {
	const { etat, sources, blocs, epreuves = [], evolution, fiches = [] } = version;
	const douteux = ({ source }: { source: CleSource }): boolean => estDouteux(source, sources);
	const liste = <Champ extends string, E, Nom extends string>(
		champ: Champ,
		elements: readonly E[],
		nom: (e: E) => Nom,
		doute: (e: E) => boolean,
	) =>
		elements.length > 0 && elements.every(doute)
			? [champ]
			: elements.filter(doute).map((e) => `${champ}.${nom(e)}` as const);
	const fait = <Champ extends 'debut' | 'fin' | 'niveau'>(champ: Champ) => {
		const valeur = version[champ];
		return valeur && douteux(valeur) ? [champ] : [];
	};
	return [
		...(etat.aVerifier ? ['statut' as const] : []),
		...(etat.dateAVerifier ? ['statut.depuis' as const] : []),
		...fait('debut'),
		...fait('fin'),
		...fait('niveau'),
		...liste('nsf', version.nsf, ({ valeur }) => valeur, douteux),
		...liste('rome', version.rome, ({ valeur }) => valeur, douteux),
		...liste('codes', version.codes, ({ valeur }) => valeur, douteux),
		...liste(
			'blocs',
			blocs,
			({ id }) => id,
			({ certitude }) => certitude === 'secondaire',
		),
		...blocs.flatMap(({ id, code }) => (code && douteux(code) ? [`blocs.${id}.code` as const] : [])),
		...liste('transversales', version.transversales, ({ id }) => id, douteux),
		...liste('epreuves', epreuves, ({ pour }) => pour, douteux),
		...liste(
			'regles',
			Object.entries(version.regles),
			([cle]) => cle as CleRegle,
			([, regle]) => douteux(regle),
		),
		...(evolution && douteux(evolution) ? ['evolution' as const] : []),
		...liste('fiches', fiches, ({ competence }) => `${version.id}/${competence}`, douteux),
		...liste('remarques', version.remarques, ({ valeur }) => valeur, douteux),
	];
}

/** A bloc as published in the file of its version. Its hash is the hash of this object. */
export const publierBloc = parObjet(({ id, type, rang, intitule, usuel, code, certitude, competences }: Bloc) => ({
	id,
	type,
	rang,
	intitule,
	usuel,
	code: code?.valeur ?? null,
	certitude,
	competences: competences.map((c) => ({ id: c.id, rang: c.rang, libelle: c.libelle })),
}));

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
