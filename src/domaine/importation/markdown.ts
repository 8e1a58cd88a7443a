import type { Element } from './element.ts';
import { appels, marquesAttendues } from './note.ts';
import type { Reparation } from './reparation.ts';

export const NOTE_MANQUANTE =
	'[Note appelée dans le document ; son texte manque dans la transcription détenue.]';

/** Escapes what Markdown would read as markup, so that the page shows the text as printed. */
export const echapper = (texte: string): string =>
	texte
		.replace(/[\\`*_[\]<~|]/gu, '\\$&')
		.replace(/&(?=#?\w+;)/gu, '\\&')
		.replace(/^([#>+-]|={2,})(?=\s|$|[-=])/u, '\\$1')
		.replace(/^(\d+)([.)])(?=\s|$)/u, '$1\\$2');

/** Marks that the prose calls or defines, and those that it calls without defining them. */
export const notesDe = (elements: readonly Element[]): { marques: Set<string>; manquantes: string[]; appelees: Set<string> } => {
	const definies = elements.flatMap((e) => (e.sorte === 'note' ? [e.marque] : []));
	const marques = marquesAttendues(definies);
	// « Le titre professionnel de : X1 niveau III »: the mark is called even where every page foot is lost.
	for (const e of elements)
		if (e.sorte === 'paragraphe') {
			const m = /^Le\s+titre\s+professionnel\b.*?[\p{L})]\s?([1-9¹²³])\s+niveau\b/u.exec(e.texte);
			if (m?.[1]) marques.add(m[1].normalize('NFKC'));
		}
	const appelees = new Set(elements.flatMap((e) => ('texte' in e ? appels(e.texte, marques).map((a) => a.marque) : [])));
	return { marques, appelees, manquantes: [...appelees].filter((m) => !definies.includes(m)) };
};

/** Writes the prose as GFM with footnotes; `reparations` says what the writing had to add. */
export const rendreCorps = (elements: readonly Element[]): { corps: string; reparations: Reparation[] } => {
	const { marques, appelees, manquantes } = notesDe(elements);
	const reparations: Reparation[] = [];
	const rendre = (texte: string, ligne: number): string => {
		let sortie = '';
		let debut = 0;
		for (const appel of appels(texte, marques)) {
			const avant = texte.slice(debut, appel.debut).replace(/\s+$/u, '');
			sortie += `${echapper(avant)}[^${etiquetteDeNote(appel.marque)}]`;
			debut = appel.fin;
			if (manquantes.includes(appel.marque)) {
				const mot = /\S*$/u.exec(avant)?.[0] ?? '';
				reparations.push({
					ligne,
					avant: mot + texte.slice(debut - (debut - appel.debut), appel.fin),
					apres: `${mot}[${appel.marque}]`,
					motif: `note ${appel.marque} appelée, dont le texte manque dans la transcription`,
				});
			}
		}
		const reste = texte.slice(debut);
		return sortie + (debut === 0 ? echapper(reste) : echapper(`x${reste}`).slice(1));
	};
	const morceaux: string[] = [];
	let precedent: Element['sorte'] | undefined;
	for (const e of elements) {
		if (e.sorte === 'blocs') {
			morceaux.push('', '<!-- blocs -->');
			precedent = e.sorte;
			continue;
		}
		const texte = rendre(e.texte, e.lignes[0] ?? 1);
		if (e.sorte === 'item') morceaux.push(...(precedent === 'item' ? [] : ['']), `${'  '.repeat(e.profondeur)}- ${texte}`);
		else if (e.sorte === 'item-note') morceaux.push(...(precedent === 'item-note' ? [] : ['']), `    - ${texte}`);
		else if (e.sorte === 'titre') morceaux.push('', `${'#'.repeat(e.rang)} ${texte}`);
		// GFM drops a note that nothing calls: such a one stays a paragraph.
		else if (e.sorte === 'note')
			morceaux.push('', appelees.has(e.marque) ? `[^${etiquetteDeNote(e.marque)}]: ${texte}` : `${echapper(`(${e.marque})`)} ${texte}`);
		else morceaux.push('', texte);
		precedent = e.sorte;
	}
	for (const marque of manquantes) morceaux.push('', `[^${etiquetteDeNote(marque)}]: ${echapper(NOTE_MANQUANTE)}`);
	return { corps: `${morceaux.join('\n').trim()}\n`, reparations };
};

const etiquetteDeNote = (marque: string): string => (/^\d+$/u.test(marque) ? marque : `etoile-${marque.length}`);
