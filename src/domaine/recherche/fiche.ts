import { adresse } from '../adresse.ts';
import { profondeurEnBref } from '../profondeur.ts';
import { statutEnBref } from '../statut.ts';
import { estMotOutil } from '../texte/mots-outils.ts';
import { type Bloc, nomBloc, nomVersion, type Version } from '../version.ts';
import { ETATS } from '../vocabulaire.ts';

/** One thing that can be found: what is searched, what filters it, what a result says of it. */
export interface FicheRecherche {
	url: string;
	contenu: string;
	filtres: { genre: Genre; titre?: string; statut?: string };
	dit: { libelle: string; situation: string; etat?: string };
}

/** Kinds of results, in the order in which they are shown. */
export const GENRES = ['Titres', 'Blocs', 'Compétences', 'Guides', 'Glossaire'] as const;
export type Genre = (typeof GENRES)[number];

/** A page of ours that can be found: a guide or a term. */
export interface PageCherchable {
	url: string;
	titre: string;
	texte: string;
}

/** Records of a catalogue: only what people search, labels, titles and terms. */
export function fichesRecherche(
	versions: readonly Version[],
	guides: readonly PageCherchable[],
	termes: readonly PageCherchable[],
): FicheRecherche[] {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const fiche = (
		url: string,
		genre: Genre,
		libelle: string,
		contenu: string,
		situation: string,
		version?: Version,
	) => ({
		url,
		contenu: eclaircir(contenu),
		dit: { libelle, situation, ...(version && { etat: statutEnBref(version, parId) }) },
		filtres: { genre, ...(version && { titre: version.sigle, statut: ETATS[version.etat.cle] }) },
	});
	return [
		...versions.map((v) =>
			fiche(
				adresse.titre(v.id),
				'Titres',
				`${nomVersion(v)}, ${v.usuel}`,
				[
					nomVersion(v),
					v.usuel,
					...v.codes.map((c) => c.valeur),
					...v.rome.map((r) => `${r.valeur} ${r.libelle ?? ''}`),
				].join(' '),
				profondeurEnBref(v),
				v,
			),
		),
		...versions.flatMap((v) =>
			v.blocs.map((b) =>
				fiche(
					adresse.titre(b.id),
					'Blocs',
					b.usuel,
					`${b.usuel} ${nomBloc(b)} ${nomVersion(v)}`,
					`${nomVersion(v)}, ${nomBloc(b)}${reserve(b)}`,
					v,
				),
			),
		),
		...versions.flatMap((v) =>
			v.blocs.flatMap((b) =>
				b.competences.map((c) =>
					fiche(
						adresse.titre(c.id),
						'Compétences',
						c.libelle,
						`${c.libelle} ${nomVersion(v)}`,
						`${nomVersion(v)}, ${nomBloc(b)}${reserve(b)}`,
						v,
					),
				),
			),
		),
		...guides.map((g) => fiche(g.url, 'Guides', g.titre, `${g.titre} ${motsDistincts(g.texte)}`, 'Guide')),
		...termes.map((t) => fiche(t.url, 'Glossaire', t.titre, `${t.titre} ${motsDistincts(t.texte)}`, 'Glossaire')),
	];
}

const reserve = ({ certitude }: Bloc): string => (certitude === 'secondaire' ? ' (libellé à vérifier)' : '');

/**
 * The words of a long text, each once: it is found by any of them, and where they stand in it, which is most of what
 * an index weighs, no result shows.
 */
const motsDistincts = (texte: string): string =>
	[
		...new Set(
			eclaircir(texte)
				.toLowerCase()
				.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu),
		),
	].join(' ');

const ELISION = /(?<![\p{L}\p{N}])(?:[ldnscjmt]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]/giu;

/** What stands between spaces and punctuation: a compound is one word, and its «sous-» stays. */
const MOT = /[^\s"«»“”.,;:!?…]+/gu;

/**
 * Text as the index and the queries read it: elided articles set apart, or «l’annuaire» would be one word and
 * «annuaire» would not find it; parentheses inside words opened («technicien(ne)»); words of grammar left out, which
 * every label has: at the size of the whole catalogue, the list of where «de» stands would weigh more than the rest.
 * @returns the empty string where no word is left
 */
export function eclaircir(texte: string): string {
	const clair = texte
		.normalize('NFC')
		.replace(ELISION, ' ')
		.replace(/[()]/g, ' ')
		.replace(MOT, (mot) => (estMotOutil(mot) ? ' ' : mot))
		.replace(/\s+/g, ' ')
		.trim();
	return /[\p{L}\p{N}]/u.test(clair) ? clair : '';
}
