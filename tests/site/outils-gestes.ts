import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Repertoire } from '../../src/domaine/outils/dossier.ts';

/** The screens on which each story is run. */
export const ECRANS = [
	{ ecran: 'bureau', viewport: { width: 1280, height: 900 } },
	{ ecran: 'téléphone', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
] as const;

/** A page, with its errors and its requests. */
export interface Visite {
	page: Page;
	erreurs: string[];
	/** URLs requested, in order. */
	demandes: string[];
	fermer: () => Promise<void>;
}

/** Opens a page of the site in a new browser context. */
export async function visiter(
	navigateur: Browser,
	chemin: string,
	options: BrowserContextOptions = {},
): Promise<Visite> {
	const contexte = await navigateur.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', ...options });
	await contexte.grantPermissions(['clipboard-read', 'clipboard-write']);
	const page = await contexte.newPage();
	const erreurs: string[] = [];
	const demandes: string[] = [];
	page.on('pageerror', (erreur) => erreurs.push(erreur.message));
	page.on('console', (message) => {
		if (message.type() === 'error') erreurs.push(message.text());
	});
	page.on('request', (requete) => demandes.push(requete.url()));
	await page.goto(inject('adresse') + chemin);
	return { page, erreurs, demandes, fermer: () => contexte.close() };
}

/** Visible text of an element on one line, with ordinary spaces. */
export const texte = async (page: Page, selecteur = '[data-resultat]'): Promise<string> =>
	(await page.locator(selecteur).innerText()).replace(/\s+/g, ' ').trim();

/** Waits until the tool announces a text that matches. */
export async function annonce(page: Page, motif: RegExp): Promise<void> {
	await expect
		.poll(async () => (await page.locator('[data-etat]').textContent())?.replace(/\s+/g, ' ') ?? '')
		.toMatch(motif);
}

/** Chooses a version in a combobox with the keyboard only. */
export async function choisir(page: Page, champ: string, saisie: string, attendu: string): Promise<void> {
	const combobox = page.locator(`fieldset:not([disabled]) #${champ}`);
	await combobox.focus();
	await page.keyboard.type(saisie);
	const option = page.locator(`#${champ}-liste [aria-selected=true]`);
	await option.waitFor();
	expect(await option.textContent()).toContain(attendu);
	expect(await combobox.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
	await page.keyboard.press('Enter');
	expect(await combobox.getAttribute('aria-expanded')).toBe('false');
}

/** Unfolds the form if it is folded. */
export async function rouvrir(page: Page): Promise<void> {
	const question = page.locator('[data-question]');
	if ((await question.getAttribute('open')) === null) await question.locator('> summary').click();
}

/** Opens a bloc of « Me situer », or all of them. */
export async function deplier(page: Page, bloc = /./): Promise<void> {
	for (const titre of await page.locator('.bloc-coche > summary', { hasText: bloc }).all())
		if (!(await titre.evaluate(({ parentElement }) => (parentElement as HTMLDetailsElement).open))) await titre.click();
}

/** Unfolds the titles of « Me situer » that are not in force. */
export const deplierTitres = (page: Page): Promise<void> => page.locator('.autres-titres > summary').click();

/** Moves the focus to an element with Tab. @throws if `maximum` presses do not reach it */
export async function tabulerJusqua(page: Page, selecteur: string, maximum = 60): Promise<void> {
	for (let i = 0; i < maximum; i++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selecteur)) return;
	}
	throw new Error(`« ${selecteur} » n’est pas atteint au clavier`);
}

/** Removes the comparison pages from the index that a tool loads, so that it compares by itself. */
export async function cacherPages(page: Page): Promise<void> {
	await page.route('**/outils/repertoire.json', async (route) => {
		const index = (await (await route.fetch()).json()) as Repertoire;
		await route.fulfill({ json: { versions: index.versions.map((v) => ({ ...v, pages: [] })) } });
	});
}
