import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decoder, NonTexte } from '../../domaine/texte/decoder.ts';
import { replier } from '../../domaine/texte/normaliser.ts';
import { reprocheDocument } from '../dossier.ts';
import type { FicheTitre } from '../lecture.ts';
import { type Probleme, probleme } from '../probleme.ts';
import { placesDesBlocs } from './epreuve.ts';
import { sourcesCitees } from './sources.ts';

/** What a version says alone, against its own text and its documents. */
export function controlerTitre(fiche: FicheTitre, dossier: string): Probleme[] {
	const textes = textesDes(fiche, dossier);
	return [
		...sourcesCitees(fiche, fiche.data.sources),
		...documents(fiche, dossier),
		...intitules(fiche),
		...placesDesBlocs(fiche, fiche.data),
		...phrases(fiche, textes),
		...attributions(fiche, textes),
		...silences(fiche),
	];
}

function documents(fiche: FicheTitre, dossier: string): Probleme[] {
	return Object.entries(fiche.data.sources).flatMap(([cle, { document }]) => {
		const message = document && reprocheDocument(join(dossier, 'sources', document), document);
		return message ? [probleme(fiche, ['sources', cle, 'document'], message)] : [];
	});
}

/** An ordinary spelling may differ from the official one by capitals, accents and apostrophes, and by nothing else. */
function intitules(fiche: FicheTitre): Probleme[] {
	const { data } = fiche;
	const comparer = (officiel: string, usuel: string | undefined, chemin: PropertyKey[]): Probleme[] =>
		usuel === undefined || replier(usuel) === replier(officiel)
			? []
			: [
					probleme(
						fiche,
						chemin,
						`« ${usuel} » n’a pas les mots de l’intitulé officiel « ${officiel} » ; ne changer que capitales, accents et apostrophes`,
					),
				];
	return [
		...comparer(data.intitule, data.usuel, ['usuel']),
		...data.blocs.flatMap((bloc, i) => comparer(bloc.intitule, bloc.usuel, ['blocs', i, 'usuel'])),
	];
}

/** A rule is stated or it is not. */
const silences = (fiche: FicheTitre): Probleme[] =>
	fiche.data.aucune.flatMap((cle, i) =>
		fiche.data.regles[cle]
			? [
					probleme(
						fiche,
						['aucune', i],
						`« ${cle} » est dite absente du texte et relevée sous « regles » ; en garder une`,
					),
				]
			: [],
	);

/** Spaces and the Unicode form of accents are no part of a wording. */
const espacer = (texte: string): string => texte.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The sentence of each rule stands in the body and, where the source is a text, in the source itself. */
function phrases(fiche: FicheTitre, textes: Textes): Probleme[] {
	const { data, prose } = fiche;
	const corps = espacer(
		[...prose.avant, ...prose.apres, ...(prose.notes ? [prose.notes] : [])].flatMap((s) => s.paragraphes).join(' '),
	);
	return Object.entries(data.regles).flatMap(([cle, regle]) => {
		const phrase = espacer(regle.phrase);
		const manque = !corps.includes(phrase)
			? 'le corps de la fiche'
			: [regle.source].flat().find((s) => {
					const texte = textes.get(s);
					return texte !== undefined && !texte.includes(phrase);
				});
		if (!manque) return [];
		return [
			probleme(
				fiche,
				['regles', cle, 'phrase'],
				`cette phrase ne se trouve pas dans ${manque === 'le corps de la fiche' ? manque : `la source « ${manque} »`} ; la recopier mot pour mot`,
			),
		];
	});
}

/** Texts of a fiche's documents, by the key of their source; none for a document that is not text. */
type Textes = ReadonlyMap<string, string>;

const textesDes = ({ data }: FicheTitre, dossier: string): Textes =>
	new Map(
		Object.entries(data.sources).flatMap(([cle, { document }]) => {
			const texte = texteSource(dossier, document, data.reparations);
			return texte === undefined ? [] : [[cle, texte]];
		}),
	);

/** Text of a source document with the listed mends made; nothing for a document that is not text. */
function texteSource(
	dossier: string,
	document: string | undefined,
	reparations: FicheTitre['data']['reparations'],
): string | undefined {
	if (!document || !/\.(txt|md)$/.test(document) || !existsSync(join(dossier, 'sources', document))) return undefined;
	// Emphasis of a Markdown transcription is not part of its wording.
	const brut = espacer(lu(readFileSync(join(dossier, 'sources', document))).replaceAll('**', ''));
	return reparations.reduce((texte, { avant, apres }) => texte.replaceAll(espacer(avant), espacer(apres)), brut);
}

/** A document in any usual writing; one that is no text has no sentence. */
function lu(octets: Uint8Array): string {
	try {
		return decoder(octets).texte;
	} catch (erreur) {
		if (erreur instanceof NonTexte) return '';
		throw erreur;
	}
}

/** What is attributed to one source stands in it. */
function attributions(fiche: FicheTitre, textes: Textes): Probleme[] {
	return fiche.data.attributions.flatMap(({ texte, source }, i) => {
		const document = textes.get(source);
		if (document === undefined || replier(document).includes(replier(texte))) return [];
		return [
			probleme(
				fiche,
				['attributions', i, 'texte'],
				`ce passage ne se trouve pas dans la source « ${source} » ; le recopier mot pour mot`,
			),
		];
	});
}
