import { z } from 'zod';
import { valeurCode, valeurCodeBloc } from '../fait.ts';
import { natureSuccession } from '../lignee.ts';
import { natureSource } from '../source.ts';
import { idVersion } from '../version.ts';
import { idBlocPublie, statutVersion } from './catalogue.ts';

const jour = z.iso.date().nullable();

export const inscriptionPubliee = z.strictObject({
	code: z
		.union([valeurCode, valeurCodeBloc])
		.describe('Le code dans sa forme officielle : RNCP37682, RNCP37682BC01, TP-01351, SOCF0311961A.'),
	type: z.enum(['RNCP', 'bloc', 'TP', 'NOR']),
	millesime: z
		.string()
		.regex(/^\d{2}$/)
		.nullable()
		.describe('Les deux chiffres qui suivent un code TP.'),
	version: idVersion.describe('La version que ce code désigne. Un code TP ou NOR peut en désigner plusieurs.'),
	bloc: idBlocPublie.nullable().describe('Le bloc, quand le code est celui d’un bloc.'),
	certitude: natureSource.describe(
		'Nature de la source qui donne ce code à cette version. « secondaire » : à vérifier.',
	),
	statut: statutVersion,
	statutCertitude: natureSource.nullable().describe('Nul quand l’état est inconnu.'),
	depuis: jour.describe(
		'Premier jour en vigueur ou, remplacée ou terminée, premier jour où elle ne l’était plus, quand une source le donne.',
	),
	debut: jour,
	fin: jour.describe(
		'Premier jour où la version n’est plus en vigueur ; au plus tard ce jour, si « finAuPlusTard » est vrai.',
	),
	finAuPlusTard: z
		.boolean()
		.describe('Vrai quand la source constate ce jour-là que la version n’est plus en vigueur, sans dire depuis quand.'),
	aVerifier: z
		.array(z.enum(['depuis', 'debut', 'fin']))
		.describe('Celles de ces dates que seule une source secondaire donne.'),
	successeurs: z
		.array(z.strictObject({ version: idVersion, nature: natureSuccession }))
		.describe('Ce qui suit la version. Seule la nature « officielle » est une succession.'),
});

/** `/donnees/rncp.json` */
export const codesPublies = z
	.strictObject({
		etatAu: jour.describe('Jour où les faits les plus récents du catalogue ont été réunis.'),
		codes: z.array(inscriptionPubliee).describe('Des versions les plus anciennes aux plus récentes.'),
	})
	.describe('Tous les codes officiels du catalogue, et ce que chacun désigne.');

export type InscriptionPubliee = z.infer<typeof inscriptionPubliee>;
/** What is said of a version beside each of its codes. */
export type EtatPublie = Omit<InscriptionPubliee, 'code' | 'type' | 'millesime' | 'version' | 'bloc' | 'certitude'>;
export type CodesPublies = z.infer<typeof codesPublies>;
