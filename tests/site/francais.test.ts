import { describe, expect, it } from 'vitest';
import { MOIS } from '../../src/domaine/date.ts';
import { lirePages } from './pages.ts';

/** Splits a page into lines, one per block of text, without tags; « er » in superscript is kept apart. */
const lignes = (html: string): string[] =>
	html
		.replace(/^[\s\S]*?<body>/, '')
		.replace(/<(script|svg|form|select)\b[\s\S]*?<\/\1>/g, '')
		.replace(/<(\w+)(?: [^>]*)? class="[^"]*\blibelle\b[^"]*"[^>]*>[^<]*<\/\1>/g, 'Libellé')
		.replace(/<(q|blockquote|del|ins|pre|code|cite)\b[\s\S]*?<\/\1>/g, 'Citation')
		.replace(/<sup>er<\/sup>/g, 'ᵉʳ')
		.replace(/<span class="lecteur">[^<]*<\/span>/g, '')
		.replace(/<\/?(?:p|li|div|td|th|tr|h\d|dd|dt|ol|ul|dl|section|summary|details|caption|figcaption)\b[^>]*>/g, '\n')
		.replace(/<[^>]+>/g, '')
		.split('\n')
		.map((ligne) => ligne.replace(/[ \t]+/g, ' ').trim())
		.filter(Boolean);

/** Pages that reproduce a whole document, whose mistakes are not ours. */
const DOCUMENT = /\/(?:document|texte)\/$|^\/titres\/[^/]+\/$/;

describe('les phrases du site', () => {
	const pages = lirePages().filter(({ chemin }) => !DOCUMENT.test(chemin));
	const trouver = (motif: RegExp) =>
		pages.flatMap(({ chemin, html }) =>
			lignes(html).flatMap((l) => (motif.test(l) ? [`${chemin} ${l.slice(0, 120)}`] : [])),
		);

	it('ne séparent pas une virgule ou un point du mot qu’ils suivent', () => {
		expect(trouver(/[\p{L}\d)»] [,.](?:\s|$)/u)).toEqual([]);
	});
	it('ne collent pas un deux-points au mot qu’il suit', () => {
		expect(trouver(/[\p{L})»]:(?:\s|$)/u)).toEqual([]);
	});
	it('lèvent l’ordinal de « 1er », sur la page d’une comparaison comme ailleurs', () => {
		expect(trouver(/\b1er\b/)).toEqual([]);
	});
	it('ne laissent pas une ligne finir entre un jour et son mois, ni entre « art. » ou « n° » et son nombre', () => {
		expect(trouver(new RegExp(`\\d(?:ᵉʳ)? (?:${MOIS.join('|')})(?!\\p{L})|(?:\\bart\\.|n°) \\d`, 'u'))).toEqual([]);
	});
	it('nomment d’un seul mot qui a lu : la rédaction, dite à la page « À propos »', () => {
		expect(trouver(/relue?s? par un éditeur|[Ll]ectures? d’un éditeur|d’après un éditeur/)).toEqual([]);
		const apropos = pages.find(({ chemin }) => chemin === '/a-propos/');
		expect(apropos?.html).toMatch(/la rédaction du site, qui a lu/);
	});
	it('donnent son article au nom d’un titre : « du TSSR 2018 », non « de TSSR 2018 »', () => {
		expect(trouver(/\b(?:de|à|dans|par|pour|depuis|vers|sur|avec) TS[A-Z]+ \d{4}/u)).toEqual([]);
	});
	it('n’emploient pas les mots qui font jugement ou jargon', () => {
		expect(
			trouver(/\bVerdict\b|Qui parle|Ce qui change pour vous|imprime(?:nt)? le même libellé|par qui publie ce site/),
		).toEqual([]);
		expect(trouver(/TS\w+ \d{4} \d+ compétences/)).toEqual([]);
		expect(trouver(/aucun texte(?: de nos sources)? ne tranche pas|titres? qu’aucun texte/)).toEqual([]);
	});
	it('renvoient à l’appel d’une note par un signe de texte, que nul système ne change en image', () => {
		const notes = lirePages().filter(({ html }) => html.includes('data-footnote-backref'));
		expect(notes.length).toBeGreaterThan(0);
		for (const { chemin, html } of notes) expect(html, chemin).not.toMatch(/↩(?!\ufe0e)/u);
	});
});
