import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Axe's rules for WCAG 2.2 AA, and its best practices. */
const REGLES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules to run again in the dark theme, which only differs by its colours. */
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
				// Faster: no page has frames, and none of these rules needs the style sheets.
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

/** Faults that axe finds in the current state of a page. */
export const fautesAxe = (page: Page): Promise<string[]> => analyser(page, REGLES);

/** The same in the light theme, and the faults that the dark theme adds. Leaves the page in the light theme. */
export async function fautesAxeDesThemes(page: Page): Promise<string[]> {
	const clair = await fautesAxe(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	const sombre = await analyser(page, { type: 'rule', values: REGLES_DE_COULEUR });
	await page.emulateMedia({ colorScheme: 'light' });
	return [...clair, ...sombre.map((faute) => `(sombre) ${faute}`)];
}
