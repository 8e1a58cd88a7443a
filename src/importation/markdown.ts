import { MARQUE_BLOCS } from '../domaine/prose.ts';
import type { Element } from './element.ts';
import { appels, notesDe } from './note.ts';
import type { Reparation } from './reparation.ts';

export const NOTE_MANQUANTE = '[Note appelée dans le document ; son texte manque dans la transcription détenue.]';

/** Escapes Markdown markup, so that the page shows the text as printed. */
export const echapper = (texte: string): string =>
	echapperMilieu(texte)
		.replace(/^(>|[#+-](?=\s|$|[-#])|={2,})/u, '\\$1')
		// A sequence of # at the end of a heading would be dropped.
		.replace(/(?<=\s)(#+)$/u, '\\$1')
		.replace(/^(\d+)([.)])(?=\s|$)/u, '$1\\$2');

/**
 * Same, for a text in the middle of a line, where lists and headings cannot begin. Addresses are broken: GFM would make
 * links of them, inside which escapes do not work.
 */
const echapperMilieu = (texte: string): string =>
	texte
		.replace(/[\\`*_[\]<~|@]/gu, '\\$&')
		.replace(/&(?=#?\w+;)/gu, '\\&')
		.replace(/(https?|ftp|mailto|xmpp)(?=:)/giu, '$1\\')
		.replace(/www(?=\.)/giu, '$&\\');

const etiquette = (marque: string): string => (/^\d+$/u.test(marque) ? marque : `etoile-${marque.length}`);

/** Notes that are reachable from the prose (''), directly or through other notes. GFM shows no other note. */
const atteintes = (elements: readonly Element[], marques: ReadonlySet<string>): Set<string> => {
	const appelsDe = new Map<string, string[]>();
	let ici = '';
	for (const e of elements) {
		if (e.sorte === 'blocs') continue;
		if (e.sorte === 'note') ici = appelsDe.has(e.marque) ? '' : e.marque;
		else if (e.sorte !== 'item-note') ici = '';
		const ceux = appels(e.texte, marques).map((a) => a.marque);
		appelsDe.set(ici, [...(appelsDe.get(ici) ?? []), ...ceux]);
	}
	const vues = new Set(['']);
	// The loop also visits the elements added during iteration.
	for (const marque of vues) for (const appelee of appelsDe.get(marque) ?? []) vues.add(appelee);
	return vues;
};

/** Lines of one element. `dansNote`: it is a footnote, or part of one. */
const lignesDe = (e: Element, dansNote: boolean, rendre: (texte: string, ligne: number) => string): string[] => {
	if (e.sorte === 'blocs') return [MARQUE_BLOCS];
	const ligne = e.lignes[0] ?? 1;
	if (e.sorte === 'tableau') {
		const largeur = Math.max(...e.rangees.map((r) => r.length));
		const rangee = (r: readonly string[]) =>
			`| ${Array.from({ length: largeur }, (_, i) => rendre(r[i] ?? '', ligne)).join(' | ')} |`;
		const [tete = [], ...suite] = e.rangees;
		return [rangee(tete), `|${' --- |'.repeat(largeur)}`, ...suite.map(rangee)];
	}
	const texte = rendre(e.texte, ligne);
	switch (e.sorte) {
		case 'titre':
			return [`${'#'.repeat(e.rang)} ${texte}`];
		case 'item':
			return [`- ${texte}`];
		case 'item-note':
			return [`${dansNote ? '    ' : ''}- ${texte}`];
		case 'note':
			return [dansNote ? `[^${etiquette(e.marque)}]: ${texte}` : `${echapper(`(${e.marque})`)} ${texte}`];
		case 'paragraphe':
			return [texte];
	}
};

/** Renders prose as GFM with footnotes. `reparations` lists what had to be added. */
export const rendreCorps = (elements: readonly Element[]): { corps: string; reparations: Reparation[] } => {
	const { marques, definies, appelees } = notesDe(elements);
	const manquantes = [...appelees].filter((marque) => !definies.has(marque));
	const montrees = atteintes(elements, marques);
	const liees = new Set([...marques].filter((marque) => montrees.has(marque) || !definies.has(marque)));
	const reparations: Reparation[] = [];
	const rendre = (texte: string, ligne: number): string => {
		let sortie = '';
		let debut = 0;
		for (const appel of appels(texte, liees)) {
			const avant = texte.slice(debut, appel.debut).replace(/\s+$/u, '');
			sortie += `${debut === 0 ? echapper(avant) : echapperMilieu(avant)}[^${etiquette(appel.marque)}]`;
			debut = appel.fin;
			if (!manquantes.includes(appel.marque)) continue;
			const mot = /\S*\s?$/u.exec(texte.slice(0, appel.debut))?.[0] ?? '';
			reparations.push({
				ligne,
				avant: texte.slice(appel.debut - mot.length, appel.fin),
				apres: `${mot.trim()}[${appel.marque}]`,
				motif: `note ${appel.marque} appelée, dont le texte manque dans la transcription`,
			});
		}
		const reste = texte.slice(debut);
		return sortie + (debut === 0 ? echapper(reste) : echapperMilieu(reste));
	};
	const lignes: string[] = [];
	let precedent: Element['sorte'] | undefined;
	/** Inside a footnote: an indented list anywhere else would be code. */
	let dansNote = false;
	const ecrites = new Set<string>();
	for (const e of elements) {
		if (e.sorte === 'note') {
			// GFM drops notes that nothing calls, and the second note with one mark: those become paragraphs.
			dansNote = montrees.has(e.marque) && !ecrites.has(e.marque);
			if (ecrites.has(e.marque))
				reparations.push({
					ligne: e.lignes[0] ?? 1,
					avant: `${e.marque} ${e.texte}`,
					apres: `(${e.marque}) ${e.texte}`,
					motif: `autre note ${e.marque}, laissée en alinéa : les appels mènent à la première`,
				});
			if (dansNote) ecrites.add(e.marque);
		} else if (e.sorte !== 'item-note') dansNote = false;
		const memeListe = precedent === e.sorte && (e.sorte === 'item' || e.sorte === 'item-note');
		if (!memeListe) lignes.push('');
		lignes.push(...lignesDe(e, dansNote, rendre));
		precedent = e.sorte;
	}
	for (const marque of manquantes) lignes.push('', `[^${etiquette(marque)}]: ${echapper(NOTE_MANQUANTE)}`);
	return { corps: `${lignes.join('\n').trim()}\n`, reparations };
};
