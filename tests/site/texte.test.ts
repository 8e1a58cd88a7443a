import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { lirePages, texteDe } from './pages.ts';

/** Number of words of the sequences that must all be found on the pages. */
const SUITE = 5;
/** Sequences across a paragraph and the note below it, which are joined here since the note begins in lower case. */
const MISE_EN_PAGE = new Set([
	'referentiel du titre tsgri ce',
	'du titre tsgri ce titre',
	'titre tsgri ce titre a',
	'tsgri ce titre a ete',
]);

/** Words of a text, without accents or case: pages may write « Évaluer » where the document has « Evaluer ». */
const mots = (texte: string): string[] =>
	texte
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);

const suites = (liste: string[]): string[] =>
	liste.slice(0, Math.max(0, liste.length - SUITE + 1)).map((_, i) => liste.slice(i, i + SUITE).join(' '));

/**
 * Paragraphs of a source document, without the marks of its transcription: bullets, emphasis, rules, calls of notes.
 * A blank line before a lower-case letter is the end of a column, not of a paragraph. Sequences of words stay within
 * paragraphs, since two transcriptions of a page with two columns may order its paragraphs differently.
 */
function paragraphes(texte: string, reparations: { avant: string; apres: string }[]): string[] {
	const nu = texte
		.replace(/^[ \t]*(?:[-•■]|o\s|- o\s)[ \t]*(?:o\s)?/gm, '')
		.replace(/\*\*|^#+ |_{3,}|[¹²]|^2 (?=Le)/gm, '')
		.replaceAll('^{er}', 'er')
		.replace(/(?<=\p{Lu}{3}|\(CCS\)|réseaux) ?[12](?=\s)/gu, '');
	return nu
		.split(/\n\s*\n(?!\s*\p{Ll})/u)
		.map((p) => p.replace(/\s+/g, ' '))
		.map((p) => reparations.reduce((t, { avant, apres }) => t.replaceAll(avant.replace(/\s+/g, ' '), apres), p));
}

const { versions } = lireCatalogue();
const pages = lirePages();

describe('aucune ligne d’un document n’est perdue', () => {
	for (const version of versions.filter((v) => v.detenue)) {
		// Without the page that reproduces the raw document, where every text is found.
		const siennes = pages.filter(
			({ chemin }) => chemin.startsWith(`/titres/${version.id}/`) && !chemin.endsWith('/document/'),
		);
		const trouvees = new Set(siennes.flatMap(({ html }) => suites(mots(texteDe(html)))));
		for (const { document } of Object.values(version.sources))
			if (document?.endsWith('.txt'))
				it(`${version.id} porte toutes les suites de cinq mots de ${document}`, () => {
					const texte = readFileSync(`content/sources/${document}`, 'utf8');
					const cherchees = paragraphes(texte, version.reparations).flatMap((p) => suites(mots(p)));
					expect(cherchees.length).toBeGreaterThan(500);
					expect(cherchees.filter((s) => !trouvees.has(s) && !MISE_EN_PAGE.has(s))).toEqual([]);
				});
	}
});

describe('chaque chose a sa page', () => {
	const chemins = new Set(pages.map(({ chemin }) => chemin));
	const detenues = versions.filter((v) => v.detenue);
	it('81 compétences, 12 CCP et 1 CCS des quatre versions détenues', () => {
		const blocs = detenues.flatMap((v) => v.blocs);
		const competences = blocs.flatMap((b) => b.competences);
		expect(competences).toHaveLength(81);
		expect(blocs.filter((b) => b.type === 'ccp')).toHaveLength(12);
		expect(blocs.filter((b) => b.type === 'ccs')).toHaveLength(1);
		for (const { id } of [...blocs, ...competences]) expect(chemins).toContain(`/titres/${id}/`);
	});
	it('les versions seulement connues aussi, sans compétence inventée', () => {
		for (const v of versions.filter((w) => !w.detenue)) {
			expect(chemins).toContain(`/titres/${v.id}/`);
			for (const bloc of v.blocs) expect(bloc.source, bloc.id).toBeDefined();
		}
	});
});
