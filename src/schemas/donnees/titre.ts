import { z } from 'zod';
import { idBloc } from '../bloc.ts';
import { genreModalite } from '../epreuve.ts';
import { genreRubrique } from '../fiche-competence.ts';
import { natureSuccession } from '../lignee.ts';
import { cleRegle } from '../regle.ts';
import { natureSource } from '../source.ts';
import { idVersion } from '../version.ts';
import { blocPublie, certitude, competencePubliee, idCompetencePubliee, mots, resumePublie } from './catalogue.ts';

/** A count (of minutes, years, competences) or a position (line, page), from 1. */
const nombre = z.int().positive();
const sources = z.array(mots).min(1).describe('Clés de « sources ».');

/** SHA-256, 64 hexadecimal digits. */
export const empreintePubliee = z.string().regex(/^[0-9a-f]{64}$/);

const suite = z.strictObject({ version: idVersion, nature: natureSuccession });
const section = z.strictObject({ titre: z.string(), paragraphes: z.array(z.string()) });

/** `/donnees/titres/<version>.json` */
export const titrePublie = z
	.strictObject({
		...resumePublie,
		usuel: mots.describe('Le même intitulé, en capitales et accents ordinaires.'),
		blocs: z.array(blocPublie.extend({ usuel: mots })),
		transversales: z
			.array(competencePubliee.extend({ certitude }))
			.describe('Compétences transversales, hors des blocs.'),
		faits: z
			.array(
				z.strictObject({
					champ: z.enum(['niveau', 'nsf', 'rome', 'code', 'debut', 'fin', 'remarque']),
					valeur: mots,
					note: mots.nullable(),
					sources,
					certitude,
				}),
			)
			.describe('Chaque fait avec ses sources.'),
		regles: z
			.array(
				z.strictObject({
					cle: cleRegle,
					nom: mots,
					valeur: mots.describe('La règle en peu de mots, les nôtres.'),
					ans: nombre.nullable().describe('Le nombre d’années, quand la règle en fixe un.'),
					phrase: mots.describe('La phrase du texte officiel qui l’énonce.'),
					sources,
					certitude,
				}),
			)
			.describe(
				'Règles d’obtention relevées dans ce texte. Celles qui n’y sont pas ne sont pas encore relevées, sauf « aucune ».',
			),
		aucune: z.array(cleRegle).describe('Règles cherchées dans le texte entier, qui n’en dit rien.'),
		texte: z
			.strictObject({
				avant: z.array(section).describe('Ce qui précède les blocs.'),
				apres: z.array(section).describe('Ce qui suit les blocs.'),
				notes: z.array(z.string()).describe('Notes du document.'),
			})
			.nullable()
			.describe('Le texte officiel, blocs à part. Nul s’il n’est pas au catalogue.'),
		sources: z.record(
			z.string(),
			z.strictObject({
				intitule: mots,
				nature: natureSource.describe('« secondaire » : à vérifier.'),
				document: mots.nullable().describe('Nom du document, servi sous /sources/.'),
				url: z.url().nullable(),
				reproduction: z
					.enum(['integrale', 'extraits'])
					.describe('« extraits » : ce document interdit sa reproduction.'),
			}),
		),
		epreuves: z
			.array(
				z.strictObject({
					pour: z.union([z.literal('titre'), idBloc]).describe('« titre », ou le bloc : « ccp-1 ».'),
					modalites: z.array(
						z.strictObject({
							nom: mots.describe('Comme le document l’imprime.'),
							genre: genreModalite,
							minutes: nombre.nullable().describe('Nul : aucune source ne dit combien elle dure.'),
							parties: z.array(z.strictObject({ nom: mots, minutes: nombre.nullable() })),
							competences: nombre.nullable().describe('Combien de compétences elle évalue.'),
							page: nombre.nullable(),
						}),
					),
					total: nombre.nullable().describe('Durée totale imprimée, en minutes.'),
					jury: z.strictObject({ minutes: nombre, qui: mots.nullable(), page: nombre.nullable() }).nullable(),
					page: nombre.nullable(),
					certitude,
					sources,
				}),
			)
			.nullable()
			.describe('Épreuve du titre et de ses blocs. Nul : inconnue, jamais « aucune ».'),
		evolution: z
			.strictObject({
				page: nombre.nullable(),
				texte: z.array(z.string()),
				anciennes: z.array(z.string()),
				nouvelles: z.array(z.string()),
				sources,
			})
			.nullable()
			.describe('Ce que le REAC dit avoir changé ; « texte » vide quand sa reproduction est interdite.'),
		fiches: z
			.array(
				z.strictObject({
					competence: idCompetencePubliee,
					page: nombre,
					rubriques: z.array(
						z.strictObject({ genre: genreRubrique, nombre: z.int().min(0), page: nombre, texte: z.array(z.string()) }),
					),
					sources,
				}),
			)
			.nullable()
			.describe('La fiche de chaque compétence dans le REAC : ce qu’elle compte, et sa page.'),
		reparations: z
			.array(
				z.strictObject({
					source: mots.nullable(),
					ligne: nombre.nullable(),
					avant: mots,
					apres: z.string(),
					motif: mots,
				}),
			)
			.describe('Tout ce qui a été réparé dans le texte du document.'),
		attributions: z
			.array(z.strictObject({ texte: mots, source: mots }))
			.describe('Passages qu’une seule des transcriptions du document porte.'),
		etat: z
			.strictObject({
				lignee: mots.nullable(),
				depuis: z.iso
					.date()
					.nullable()
					.describe('Premier jour en vigueur ou, remplacée ou terminée, premier jour où elle ne l’était plus.'),
				etatAu: z.iso.date().nullable().describe('Jour où les faits ont été réunis.'),
				aVerifier: z.boolean().describe('Vrai quand l’état ne repose que sur une source secondaire.'),
				auPlusTard: z
					.boolean()
					.describe('Vrai quand « depuis » n’est qu’un jour où elle n’était déjà plus en vigueur.'),
				dateAVerifier: z.boolean().describe('Vrai quand seule la date « depuis » vient d’une source secondaire.'),
				suites: z
					.array(suite)
					.describe('Ce qui suit cette version. Seule la nature « officielle » est une succession.'),
				enVigueur: z.array(suite).describe('Versions en vigueur ce jour-là, avec la nature la plus faible du chemin.'),
			})
			.describe('D’où vient « statut ».'),
		modifieLe: z.iso.date().nullable().describe('Dernier changement daté de cette version dans le catalogue.'),
		empreinte: empreintePubliee.describe(
			'SHA-256 de la forme canonique (RFC 8785) de cet objet sans ses clés « empreinte », « modifieLe », « statut », « statutCertitude », « aVerifier » et « etat ».',
		),
	})
	.describe('Une version d’un titre professionnel, entière.');

export type TitrePublie = z.infer<typeof titrePublie>;
