import { z } from 'zod';
import { idBloc, typeBloc } from '../bloc.ts';
import { codeType, valeurCode, valeurCodeBloc } from '../fait.ts';
import { cleRegle } from '../regle.ts';
import { natureSource } from '../source.ts';
import { idVersion, niveau, valeurNsf, valeurRome } from '../version.ts';

/** State of a version; the same codes as `Etat['cle']`. */
export const statutVersion = z
	.enum(['a-venir', 'en-vigueur', 'remplacee', 'terminee', 'inconnu'])
	.describe(
		'État au jour où les faits ont été réunis. « a-venir » : son premier jour n’est pas arrivé. « inconnu » : aucune source du catalogue ne le dit.',
	);

const jour = z.iso.date();

/** Published ids are absolute: the id of a part begins with the id of its version. */
const partie = (suite: string) => z.string().regex(new RegExp(`^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\\d{4}/${suite}$`));
export const idBlocPublie = partie('cc[ps]-\\d+');
export const idCompetencePubliee = partie('(?:cc[ps]-\\d+|transversales)/c\\d+');

/** Non-empty text. */
export const mots = z.string().min(1);

/** Published fields. One element of a list follows its name, by its value or, for a bloc, by its id. */
const champAVerifier = z.union([
	z.enum(['statut', 'statut.depuis', 'debut', 'fin', 'niveau', 'nsf', 'rome', 'codes', 'blocs', 'transversales']),
	z.enum(['epreuves', 'regles', 'evolution', 'fiches', 'remarques']),
	z.templateLiteral(['nsf.', valeurNsf]),
	z.templateLiteral(['rome.', valeurRome]),
	z.templateLiteral(['codes.', valeurCode]),
	z.templateLiteral(['blocs.', idBlocPublie]),
	z.templateLiteral(['blocs.', idBlocPublie, '.code']),
	z.templateLiteral(['transversales.', idCompetencePubliee]),
	z.templateLiteral(['fiches.', idCompetencePubliee]),
	z.templateLiteral(['epreuves.', z.union([z.literal('titre'), idBloc])]),
	z.templateLiteral(['regles.', cleRegle]),
	z.templateLiteral(['remarques.', mots]),
]);

/** Certainty of a value: the nature of its strongest source. */
export const certitude = natureSource.describe(
	'Certitude de la source la plus forte : « officielle », « publique », ou « secondaire » (à vérifier).',
);

export const etatAu = jour.nullable().describe('Jour où les faits ont été réunis ; nul quand aucune lignée ne le dit.');

export const competencePubliee = z.strictObject({
	id: idCompetencePubliee.describe('Identifiant stable, aussi le chemin de la page : tsgri-2003/ccp-1/c3.'),
	rang: z.int().positive().describe('Rang dans le bloc, à partir de 1.'),
	libelle: mots.describe('Libellé, mot pour mot.'),
});

export const blocPublie = z.strictObject({
	id: idBlocPublie.describe('Identifiant stable, aussi le chemin de la page : tsgri-2003/ccp-1.'),
	type: typeBloc.describe(
		'ccp : certificat de compétences professionnelles ; ccs : certificat complémentaire de spécialisation.',
	),
	rang: z.int().positive().describe('Rang parmi les blocs du même type, à partir de 1.'),
	intitule: mots.describe('Intitulé, mot pour mot.'),
	code: valeurCodeBloc.nullable().describe('Code du bloc au RNCP ; nul : inconnu.'),
	competences: z.array(competencePubliee).describe('Vide quand seul l’intitulé du bloc est connu.'),
	certitude: certitude.describe('Certitude de l’intitulé et des libellés.'),
});

/** Fields shared by every published form of a version. */
export const resumePublie = {
	id: idVersion.describe('Identifiant stable : sigle-année.'),
	sigle: mots,
	sigleDeNotreFait: z
		.literal(true)
		.optional()
		.describe('Aucun document ne donne de sigle : celui-ci, fait des mots de l’intitulé, ne sert qu’à nommer.'),
	intitule: mots.describe('Intitulé, mot pour mot.'),
	profondeur: z
		.enum(['texte', 'libelles', 'faits'])
		.describe(
			'Ce que le catalogue détient : le texte entier, les libellés sans le texte, des faits seulement. Le reste est inconnu, jamais absent.',
		),
	detenue: z.boolean().describe('Vrai quand la version a son propre fichier au catalogue.'),
	statut: statutVersion,
	statutCertitude: certitude.nullable().describe('Certitude du statut ; nul quand il est inconnu.'),
	debut: jour.nullable().describe('Premier jour ; ce qu’est ce jour est dit dans le fichier de la version.'),
	fin: jour.nullable().describe('Premier jour où la version n’est plus en vigueur.'),
	finAuPlusTard: z
		.literal(true)
		.optional()
		.describe('La source dit seulement que la version n’était plus en vigueur le jour « fin », non depuis quand.'),
	niveau: niveau.nullable().describe('I à V : niveaux de 1969 ; 1 à 8 : cadre de 2019.'),
	nsf: z.array(valeurNsf).describe('Codes de spécialité NSF.'),
	rome: z.array(valeurRome).describe('Codes ROME.'),
	codes: z.array(z.strictObject({ type: codeType, valeur: valeurCode })),
	aVerifier: z
		.array(champAVerifier)
		.describe(
			'Champs dont la certitude est secondaire : « debut », ou « codes » si tous ses codes le sont. Si quelques éléments seulement le sont, chacun est nommé par sa valeur, un bloc ou une compétence par son identifiant, une épreuve par « titre » ou son bloc, une règle par sa clé : « codes.TP-00495 », « blocs.tsgri-2003/ccp-1.code », « epreuves.titre ». « statut.depuis » : la seule date du statut.',
		),
};

export const versionPubliee = z.strictObject({ ...resumePublie, blocs: z.array(blocPublie) });

/** `/donnees/catalogue.json` */
export const cataloguePublie = z
	.strictObject({ etatAu, versions: z.array(versionPubliee).describe('De la plus ancienne à la plus récente.') })
	.describe('Toutes les versions du catalogue de Lignée, avec leurs blocs et leurs compétences.');

export type VersionPubliee = z.infer<typeof versionPubliee>;
export type CataloguePublie = z.infer<typeof cataloguePublie>;
