import { join } from 'node:path';
import { type Prose, sectionsDe } from '../../domaine/prose.ts';
import { ESPACES, replier } from '../../domaine/texte/normaliser.ts';
import { compte, NOMBRES } from '../../domaine/vocabulaire.ts';
import type { Regles } from '../../schemas/regle.ts';
import { estFichier, texteSource } from '../dossier.ts';
import type { TitreLu } from '../lecture.ts';
import { type Probleme, probleme, signalerDans } from '../probleme.ts';
import { motsPerdus } from '../prose.ts';
import { controlerSources } from './sources.ts';
import { controlerFaits } from './version.ts';

export function controlerTitre(lu: TitreLu, dossier: string): Probleme[] {
	const textes = textesDes(lu, dossier);
	const mauvaises = reparations(lu, textes);
	// With a wrong repair, the repaired source is not what the document says: skip the checks against it.
	const lisibles: Textes = new Map(mauvaises.length ? [] : [...textes].map(([cle, brut]) => [cle, reparer(lu, brut)]));
	return [
		...controlerSources(lu, dossier),
		...controlerFaits(lu, [], lu.id, lu.data),
		...texteEntier(lu),
		...proseInterdite(lu),
		...regles(lu, lisibles),
		...silences(lu),
		...mauvaises,
		...attributions(lu, lisibles),
	];
}

/**
 * Warns of slips in what a version reproduces of its documents: a title, a bloc or a competence whose words are not
 * there, and lines of a document that the version has lost. No error, since a running head or a tag may stand within a
 * label that is right, and a transcription may have lines of its own.
 */
export function avertirTexte(lu: TitreLu, dossier: string): string[] {
	const documents = [...textesDes(lu, dossier)].map(([cle, brut]): Document => [cle, brut.split(/\r\n?|\n/)]);
	return [...libellesAlteres(lu, documents), ...documents.flatMap((document) => lignesPerdues(lu, document))];
}

/** Key of a source, and the lines of its document. */
type Document = [cle: string, lignes: string[]];

/** A tag on one line: across lines, « < » and « > » may be signs of the text. */
const BALISE = /<[^<>\r\n]*>/gu;

/** Makes a test of whether a text has some words: as they are written, or else by letters and digits alone. */
function lecteurDe(texte: string): (mots: string) => boolean {
	const tel = texte.replace(BALISE, '');
	let nu: string | undefined;
	return (mots) => {
		// Most words are there as they are, which is much faster to know.
		if (tel.includes(mots.trim())) return true;
		nu ??= sansSignes(tel);
		return nu.includes(sansSignes(mots));
	};
}

/**
 * Letters and digits alone, without accents or case: line breaks, hyphens and bullets of a document stand within its
 * labels. Much faster on whole documents than `replier`, which keeps words apart.
 */
const sansSignes = (texte: string): string =>
	texte
		.replace(BALISE, '')
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.replace(/[^\p{L}\p{N}]+/gu, '');

/** Labels whose words are not in the documents, in this order. Versions with a document that is no text are left out. */
function libellesAlteres(lu: TitreLu, documents: readonly Document[]): string[] {
	const { fichier, ligne, data } = lu;
	if (!documents.length || documents.length < documentsDe(lu).length) return [];
	const lus = documents.map(([, lignes]) => {
		const brut = lignes.join('\n');
		return lecteurDe(data.reparations.length ? reparer(lu, brut) : brut);
	});
	const places: [chemin: (string | number)[], texte: string][] = [
		[['intitule'], data.intitule],
		...data.blocs.flatMap(({ intitule, sansIntitule, competences }, i): [(string | number)[], string][] => [
			...(sansIntitule ? [] : [[['blocs', i, 'intitule'], intitule] as [(string | number)[], string]]),
			...competences.map((texte, j): [(string | number)[], string] => [['blocs', i, 'competences', j], texte]),
		]),
	];
	return places
		.filter(([, texte]) => !lus.some((lit) => lit(texte)))
		.map(
			([chemin, texte]) =>
				`${fichier}:${ligne(chemin) ?? 1} — ${chemin.join('.')} : « ${texte} » ne se lit pas dans ${documents.length > 1 ? 'les documents' : 'le document'} de cette version ; vérifier ces mots, ou noter la réparation`,
		);
}

/** Length of the sequences of words by which a line of a document is found in a version. */
const SUITE = 4;

/**
 * Lines of a document of which the version has less than half of the sequences of words. Bullets, numbers, calls of notes
 * and hyphens at the end of a line differ from one transcription to another, so that lines are not compared as a whole.
 * A document most of whose lines are missing is cited for facts, and its text is not that of the version.
 */
function lignesPerdues(lu: TitreLu, [cle, lignes]: Document): string[] {
	const { corps, data, fichier } = lu;
	const source = data.sources[cle];
	if (source?.reproduction === 'extraits') return [];
	const libelles = data.blocs.flatMap(({ intitule, competences }) => [intitule, ...competences]);
	const tient = lecteurDe([corps, data.intitule, ...libelles].join('\n'));
	const perdue = (ligne: string): boolean =>
		ligne.split('|').some((morceau) => {
			const mots = morceau.replace(BALISE, ' ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
			const suites = mots.slice(SUITE - 1).map((_, i) => mots.slice(i, i + SUITE).join(''));
			return suites.length > 1 && suites.filter(tient).length < suites.length / 2;
		});
	const rangs = lignes.flatMap((ligne, i) => (!tient(ligne) && perdue(ligne) && perdue(reparer(lu, ligne)) ? [i] : []));
	const [premier] = rangs;
	if (premier === undefined || rangs.length * 2 > lignes.filter((ligne) => sansSignes(ligne)).length) return [];
	const dite = (lignes[premier] ?? '').trim().slice(0, 80);
	return [
		`${fichier} : ${compte(rangs.length, 'ligne')} de ${source?.document} ne s’y ${rangs.length > 1 ? 'lisent' : 'lit'} pas, d’abord la ligne ${premier + 1} (« ${dite} ») ; remettre ce texte, ou noter la réparation`,
	];
}

/** Checks that every word of the body is in the rendered prose. */
function texteEntier({ fichier, corps, ligneCorps, prose }: TitreLu): Probleme[] {
	const lignes = corps.split(/\r\n?|\n/);
	return motsPerdus(corps, prose).map(({ ligne, mots }) => {
		const entite = /&(?:#\w+|\w+);/.exec(lignes[ligne - 1] ?? '')?.[0];
		const message = entite
			? `« ${entite} » ne se lirait pas ainsi sur la page ; écrire le signe lui-même`
			: `« ${mots.join(' ')} » ne se lirait pas sur la page ; mettre une barre oblique inverse devant le signe de Markdown qui le cache`;
		return { fichier, ligne: ligneCorps - 1 + ligne, message };
	});
}

/** A body is only allowed if at least one source may be reproduced in full. */
function proseInterdite({ fichier, ligneCorps, prose, data }: TitreLu): Probleme[] {
	const sources = Object.values(data.sources);
	if (!sectionsDe(prose).length || sources.some(({ reproduction }) => reproduction !== 'extraits')) return [];
	const message =
		'ce texte n’a que des sources sous « extraits », qui ne se reproduisent pas ; n’en garder que « <!-- blocs --> », ou écrire « reproduction: integrale » si elle est permise';
	return [{ fichier, ligne: ligneCorps, message }];
}

const espacer = (texte: string): string => texte.normalize('NFC').replace(ESPACES, ' ').trim();

const paragraphesDe = (prose: Prose): string[] =>
	sectionsDe(prose)
		.flatMap((s) => s.paragraphes)
		.map(espacer);

/**
 * Checks the sentence of each rule: whole, found in the body and in its source, and in accord with the rule's values.
 */
function regles(lu: TitreLu, textes: Textes): Probleme[] {
	const paragraphes = paragraphesDe(lu.prose);
	return Object.entries(lu.data.regles).flatMap(([cle, regle]): Probleme[] => {
		const refuser = (champ: string, message: string) => [probleme(lu, ['regles', cle, champ], message)];
		const cites = [regle.source].flat();
		const phrase = espacer(regle.phrase);
		const porteurs = paragraphes.filter((p) => p.includes(phrase));
		if (!porteurs.length)
			return refuser(
				'phrase',
				paragraphes.join(' ').includes(phrase)
					? 'cette phrase court sur plusieurs paragraphes ; n’en garder qu’une, mot pour mot'
					: 'cette phrase ne se trouve pas dans le corps du fichier ; la recopier mot pour mot',
			);
		const absente = cites.find((s) => textes.has(s) && !textes.get(s)?.includes(phrase));
		if (absente)
			return refuser(
				'phrase',
				`cette phrase ne se trouve pas dans la source « ${absente} » ; la recopier mot pour mot`,
			);
		const documents = documentsDe(lu);
		const muette = cites.find((s) => lu.data.sources[s] && !documents.includes(s));
		if (muette && documents.length)
			return refuser(
				'source',
				`la source « ${muette} » n’est pas un document de ce texte ; citer celui où se lit la phrase : ${documents.join(', ')}`,
			);
		if (!porteurs.some((p) => estEntiere(phrase, p)))
			return refuser('phrase', 'cette phrase est coupée ; la recopier de sa capitale à son point');
		const [champ, message] = contredit(regle, phrase) ?? [];
		return champ && message ? refuser(champ, message) : [];
	});
}

const introuvable = (source: string | undefined): string =>
	`ce passage ne se trouve pas dans la source « ${source} » ; le recopier mot pour mot`;

const documentsDe = ({ data: { sources } }: TitreLu): string[] =>
	Object.keys(sources).filter((cle) => sources[cle]?.document);

/** Whether a passage starts and ends at the bounds of a sentence, of a list item or of the paragraph. */
function estEntiere(phrase: string, paragraphe: string): boolean {
	for (let place = paragraphe.indexOf(phrase); place >= 0; place = paragraphe.indexOf(phrase, place + 1)) {
		const [avant, apres] = [paragraphe.slice(0, place), paragraphe.slice(place + phrase.length)];
		const commence = avant.trim() === '' || (/[.!?:;…»)\]]\s*$/.test(avant) && /^[«"([]?\s?[\p{Lu}\d]/u.test(phrase));
		const finit = apres.trim() === '' || (/[.!?;:…»]$/.test(phrase) && /^\s/.test(apres));
		if (commence && finit) return true;
	}
	return false;
}

/** Numbers above vingt, used for durations in months. */
const MOIS: Record<string, number> = { 'vingt-quatre': 24, 'trente-six': 36, 'quarante-huit': 48, soixante: 60 };

/** A duration as official texts write it: « trois ans », « 3 ans », « trois (3) années », « 36 mois ». */
const DUREE =
	/(?<![\p{L}\d])(?:(?<chiffres>\d+)|(?<lettres>\p{L}+(?:-\p{L}+)?))(?:\s*\((?<double>\d+)\))?\s+(?<unite>ans?|années?|mois)(?![\p{L}\d])/giu;

/** Durations stated by a sentence, in years. */
const dureesDe = (phrase: string): number[] =>
	[...phrase.matchAll(DUREE)].flatMap(({ groups: { chiffres, lettres = '', double, unite = '' } = {} }) => {
		const mot = lettres.toLowerCase().replace(/^une$/, 'un');
		const nombre = Number(chiffres ?? double ?? MOIS[mot] ?? NOMBRES.indexOf(mot));
		return nombre < 0 ? [] : [/^mois$/i.test(unite) ? nombre / 12 : nombre];
	});

/** The first value of a rule that its sentence does not state: the field and a message; undefined if they agree. */
function contredit(
	regle: NonNullable<Regles[keyof Regles]>,
	phrase: string,
): [champ: string, message: string] | undefined {
	if ('ans' in regle) {
		const durees = dureesDe(phrase);
		const dite =
			regle.ans === 0 ? /\b(?:aucune?|sans|zéro)\b/iu.test(phrase) || durees.includes(0) : durees.includes(regle.ans);
		if (dite) return undefined;
		const lue = durees.length
			? `cette phrase dit ${durees.map((d) => `${d} an${d > 1 ? 's' : ''}`).join(', ')}`
			: 'cette phrase ne dit aucune durée';
		return ['ans', `${lue}, et non ${regle.ans} ; corriger « ans » ou la phrase`];
	}
	if ('regime' in regle && !/validité/i.test(phrase))
		return ['regime', 'cette phrase ne parle pas de validité ; corriger « regime » ou la phrase'];
	if ('valeur' in regle) {
		const dits = new Set(motsDe(phrase));
		const mots = motsDe(regle.valeur);
		const contraire = !decisifsDe(regle.valeur).isSubsetOf(decisifsDe(phrase));
		if (contraire || mots.filter((m) => dits.has(m)).length * 2 < mots.length)
			return ['valeur', `« ${regle.valeur} » ne se lit pas dans cette phrase ; corriger « valeur » ou la phrase`];
		if (!nie(regle.valeur) && nie(membreDe(phrase, mots)))
			return [
				'valeur',
				`cette phrase nie ce que dit « ${regle.valeur} » ; le nier aussi dans « valeur », ou corriger la phrase`,
			];
	}
	return undefined;
}

const NEGATIONS = ['aucun', 'aucune', 'hors', 'jamais', 'ni', 'non', 'pas', 'sans', 'sauf'];

/** Words whose change makes another rule: negations, and numbers from 2 (« un » is mostly an article). */
const decisifsDe = (texte: string): Set<number | string> =>
	new Set(
		(texte.toLowerCase().match(/\d+|\p{L}+(?:-\p{L}+)?/gu) ?? []).flatMap((mot) => {
			const nombre = /\d/.test(mot) ? Number(mot) : (MOIS[mot] ?? NOMBRES.indexOf(mot));
			return nombre > 1 ? nombre : NEGATIONS.includes(mot) ? mot : [];
		}),
	);

/**
 * Negations: « ne … pas », « n’est plus », « aucun … n’ ». « ne … que » is not one; « sans » alone is found by `nie`.
 */
const NIE =
	/(?<!\p{L})(?:(?:ne\s+|n[’'])(?:[\p{L}’'-]+\s+){0,3}?(?:pas|plus|jamais|point|aucune?|ni)(?!\p{L}|\s+qu(?:e\s|[’']))|(?:aucune?|nul(?:le)?)\s[^,;:]*?\s(?:ne\s|n[’']))/iu;
const nie = (texte: string): boolean =>
	NIE.test(texte) ||
	decisifsDe(texte)
		.values()
		.some((mot) => typeof mot === 'string');

/** The clause that has the most of these words. Another clause may deny something else. */
const membreDe = (phrase: string, mots: readonly string[]): string =>
	phrase
		.split(/[,;:.()]|\s(?:et|mais|ou)\s/u)
		.map((membre) => ({ membre, dits: new Set(motsDe(membre)) }))
		.map(({ membre, dits }) => ({ membre, n: mots.filter((mot) => dits.has(mot)).length }))
		.reduce((meilleur, autre) => (autre.n > meilleur.n ? autre : meilleur)).membre;

/** Words of four letters or more, cut to five: the text and the value inflect them differently. */
const motsDe = (texte: string): string[] => (replier(texte).match(/\p{L}{4,}/gu) ?? []).map((mot) => mot.slice(0, 5));

/** Checks that a rule listed in `aucune` is not also given in `regles`. */
const silences = (lu: TitreLu): Probleme[] =>
	lu.data.aucune.flatMap((cle, i, toutes) => {
		const message = lu.data.regles[cle]
			? `la règle « ${cle} » est donnée sous « regles » ; la retirer d’ici`
			: toutes.indexOf(cle) < i && `« ${cle} » est écrit deux fois ; ne le garder qu’une fois`;
		return signalerDans(lu)(['aucune', i], message);
	});

/** A repair names an unprintable character by its code point, « U+001B »; this decodes it. */
const enSignes = (avant: string): string => {
	const code = /^U\+([\dA-F]{4,6})$/.exec(avant)?.[1];
	const point = Number.parseInt(code ?? '', 16);
	return code && point <= 0x10ffff ? String.fromCodePoint(point) : avant;
};

/** Checks that the text before a repair is in the document, from the given line on. */
function reparations(lu: TitreLu, textes: Textes): Probleme[] {
	const documents = documentsDe(lu);
	return lu.data.reparations.flatMap(({ source, ligne, avant, apres }, i): Probleme[] => {
		const refuser = (champ: string, message: string) => [probleme(lu, ['reparations', i, champ], message)];
		if (avant === apres) return refuser('apres', 'rien n’est réparé ; corriger « avant » ou « apres »');
		if (source === undefined && documents.length > 1)
			return refuser('source', `champ absent ; dire de quelle source : ${documents.join(', ')}`);
		const cle = source ?? documents[0];
		const document = cle === undefined ? undefined : textes.get(cle);
		if (document === undefined) return [];
		const lignes = document.split(/\r\n?|\n/);
		if (ligne !== undefined && ligne > lignes.length)
			return refuser('ligne', `ce document n’a que ${compte(lignes.length, 'ligne')} ; corriger le numéro`);
		const passage = espacer(enSignes(avant));
		const ici = espacer(lignes.slice((ligne ?? 1) - 1).join('\n'));
		if (ici.includes(passage)) return [];
		return refuser(
			'avant',
			espacer(document).includes(passage)
				? `ce passage n’est pas à la ligne ${ligne} de la source « ${cle} » ; corriger le numéro`
				: introuvable(cle),
		);
	});
}

/** Texts of the documents of a version, by source key. Documents that are not `.txt` or `.md` are left out. */
type Textes = ReadonlyMap<string, string>;

function textesDes({ data }: TitreLu, dossier: string): Textes {
	const textes = new Map<string, string>();
	for (const [cle, { document }] of Object.entries(data.sources))
		if (document && /\.(?:txt|md)$/.test(document) && estFichier(join(dossier, 'sources', document)))
			textes.set(cle, texteSource(document, dossier) ?? '');
	return textes;
}

/** The document with its repairs applied and its spaces collapsed. */
const reparer = ({ data }: TitreLu, brut: string): string =>
	data.reparations.reduce(
		(texte, { avant, apres }) => (avant ? texte.replaceAll(espacer(enSignes(avant)), espacer(apres)) : texte),
		// Emphasis in a Markdown transcription is not part of the wording.
		espacer(brut.replaceAll('**', '')),
	);

/** Checks that a passage attributed to a source is in its text. */
function attributions(lu: TitreLu, textes: Textes): Probleme[] {
	return lu.data.attributions.flatMap(({ texte, source }, i) => {
		const document = textes.get(source);
		const absent = document !== undefined && !replier(document).includes(replier(texte));
		return signalerDans(lu)(['attributions', i, 'texte'], absent && introuvable(source));
	});
}
