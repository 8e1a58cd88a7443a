import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG 2.2 AA that axe knows, and its good practices. */
const REGLES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The themes differ by their colours alone. */
const REGLES_DE_COULEUR = ['color-contrast', 'link-in-text-block'];

interface Resultat {
	violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[];
}

async function analyser(page: Page, runOnly: unknown): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
	const { violations } = await page.evaluate<Resultat, unknown>(
		(seules) =>
			(globalThis as unknown as { axe: { run: (o: object) => Promise<Resultat> } }).axe.run({
				resultTypes: ['violations'],
				// No page has a frame, and no rule asked for here reads the style sheets themselves.
				iframes: false,
				preload: false,
				runOnly: seules,
			}),
		runOnly,
	);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map((n) => `${id} : ${JSON.stringify(n.target)} ${n.failureSummary.replace(/\s+/g, ' ')}`),
	);
}

/** Faults that axe finds in a page as it is. */
export const fautesAxe = (page: Page): Promise<string[]> => analyser(page, REGLES);

/** The same in the light theme, with what the dark one adds. The page is left light. */
export async function fautesAxeDesThemes(page: Page): Promise<string[]> {
	const clair = await fautesAxe(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	const sombre = await analyser(page, { type: 'rule', values: REGLES_DE_COULEUR });
	await page.emulateMedia({ colorScheme: 'light' });
	return [...clair, ...sombre.map((faute) => `(sombre) ${faute}`)];
}
