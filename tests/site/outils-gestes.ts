import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Repertoire } from '../../src/domaine/outils/repertoire.ts';

/** The two screens on which each story is lived. */
export const ECRANS = [
	{ ecran: 'bureau', viewport: { width: 1280, height: 900 } },
	{ ecran: 'téléphone', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
] as const;

/** A page that remembers what went wrong in it and what it asked for. */
export interface Visite {
	page: Page;
	erreurs: string[];
	/** Addresses asked of the network, in order. */
	demandes: string[];
	fermer: () => Promise<void>;
}

/** Opens a page of the site in a browser of its own, as a new reader. */
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

/** The shown text on one line, with ordinary spaces. */
export const texte = async (page: Page, selecteur = '[data-resultat]'): Promise<string> =>
	(await page.locator(selecteur).innerText()).replace(/\s+/g, ' ').trim();

/** Waits for what the tool announces. */
export async function annonce(page: Page, motif: RegExp): Promise<void> {
	await expect
		.poll(async () => (await page.locator('[data-etat]').textContent())?.replace(/\s+/g, ' ') ?? '')
		.toMatch(motif);
}

/** Chooses a version in a combobox with the keyboard alone, as its pattern has it. */
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

/** Opens the form again where it has folded to leave its place to the answer. */
export async function rouvrir(page: Page): Promise<void> {
	const question = page.locator('[data-question]');
	if ((await question.getAttribute('open')) === null) await question.locator('summary').click();
}

/** Moves with the tabulation key to an element and says whether one sees that it is there. */
export async function tabulerJusqua(page: Page, selecteur: string, maximum = 60): Promise<void> {
	for (let i = 0; i < maximum; i++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selecteur)) return;
	}
	throw new Error(`« ${selecteur} » n’est pas atteint au clavier`);
}

/** Has a tool believe that no comparison has a page, so that it makes its own. */
export async function cacherPages(page: Page): Promise<void> {
	await page.route('**/outils/repertoire.json', async (route) => {
		const index = (await (await route.fetch()).json()) as Repertoire;
		await route.fulfill({ json: { versions: index.versions.map((v) => ({ ...v, pages: [] })) } });
	});
}
