import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { navigateur } from '../navigateur.ts';

const adresse = inject('adresse');

/** A page that fails the test on any error of its scripts and on any request to another host. */
async function ouvrir(chemin: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
	const contexte = await navigateur.newContext({ locale: 'fr-FR', ...options });
	const page = await contexte.newPage();
	page.on('pageerror', (erreur) => {
		throw erreur;
	});
	page.on('request', (requete) => {
		if (!requete.url().startsWith(adresse)) throw new Error(`requête vers un autre hôte : ${requete.url()}`);
	});
	await page.goto(`${adresse}${chemin}`);
	return page;
}

const etat = (page: Page) => page.locator('[data-etat]');
const titres = (page: Page) => page.locator('.resultats a').allTextContents();

describe('la recherche', () => {
	it.each([
		['annuaire', 'l’annuaire'],
		['annuaire', "l'annuaire"],
		['accès', 'd’accès'],
		['accès', "d'accès"],
		['accès', 'acces'],
	])('trouve pour « %s » et pour « %s » les mêmes choses', async (nue, autre) => {
		const trouver = async (q: string) => {
			const page = await ouvrir(`/recherche/?q=${encodeURIComponent(q)}`);
			await page.waitForFunction(() => /résultat/.test(document.querySelector('[data-etat]')?.textContent ?? ''));
			const trouves = await titres(page);
			await page.context().close();
			return trouves.sort();
		};
		const [a, b] = [await trouver(nue), await trouver(autre)];
		expect(a.length).toBeGreaterThan(0);
		expect(b).toEqual(a);
	});

	it('se fait au clavier seul, garde la demande dans l’URL, annonce le nombre et groupe par genre', async () => {
		const page = await ouvrir('/');
		await page.locator('#q-en-tete').focus();
		await page.keyboard.type('poste de travail');
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/recherche\/\?q=poste/);
		await page.waitForFunction(() => /\d+ résultats/.test(document.querySelector('[data-etat]')?.textContent ?? ''));
		expect(await etat(page).getAttribute('aria-live')).toBe('polite');
		expect(await page.locator('[data-resultats] section:not([hidden]) h2').allTextContents()).toContain('Compétences');
		expect(await titres(page)).toContain('Configurer et mettre à jour un poste de travail informatique.');
		await page.locator('select[name=genre]').selectOption('Compétences');
		await page.waitForURL(/genre=Comp/);
		await page.waitForFunction(() =>
			[...document.querySelectorAll('[data-resultats] section:not([hidden]) h2')].every(
				(h) => h.textContent === 'Compétences',
			),
		);
		await page.goBack();
		await page.waitForFunction(() => document.querySelectorAll('[data-resultats] section:not([hidden])').length > 1);
		await page.context().close();
	});

	it('marque les versions remplacées', async () => {
		const page = await ouvrir('/recherche/?q=TSGRI');
		await page.waitForFunction(() => document.querySelectorAll('.resultats a').length > 0);
		expect(await page.locator('.resultats li').first().textContent()).toMatch(/remplacé par le TSGERI\s2008/);
		await page.context().close();
	});

	it('dit simplement qu’elle ne trouve rien, et reste intacte devant du balisage', async () => {
		const page = await ouvrir(`/recherche/?q=${encodeURIComponent('<img src=x onerror=alert(1)>zzqqxx')}`);
		await page.waitForFunction(() =>
			/Aucun résultat|\d+ résultat/.test(document.querySelector('[data-etat]')?.textContent ?? ''),
		);
		expect(await page.locator('main img').count()).toBe(0);
		await page.context().close();
	});

	it('mène à l’index des compétences quand elle ne peut pas se charger', async () => {
		const contexte = await navigateur.newContext();
		const page = await contexte.newPage();
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.goto(`${adresse}/recherche/?q=annuaire`);
		await page.locator('[data-etat] a').waitFor();
		expect(await page.locator('[data-etat] a').getAttribute('href')).toBe('/competences/');
		await contexte.close();
	});
});

describe('une compétence', () => {
	it('se suit de version en version', async () => {
		const page = await ouvrir('/titres/tsgri-2003/ccp-1/c6/');
		expect(await page.locator('h1').textContent()).toContain(
			'Suivre et optimiser les performances des bases de données',
		);
		const suite = page.locator('section[aria-labelledby=suite] .devenir', { hasText: 'Vers le TSGERI 2008' });
		await suite.locator('ul a').first().click();
		await page.waitForURL('**/titres/tsgeri-2008/ccp-2/c2/');
		const origine = page.locator('section[aria-labelledby=origine] .devenir', { hasText: 'Dans le TSGRI 2003' });
		expect(await origine.textContent()).toContain('Inchangée');
		await page.context().close();
	});
});

describe('sans JavaScript', () => {
	it('une version se lit en entier et le champ de recherche mène à l’index', async () => {
		const page = await ouvrir('/titres/tssr-2018/', { javaScriptEnabled: false });
		const texte = await page.locator('main').innerText();
		for (const passage of [
			'n’est plus en vigueur',
			'S’appuyer sur les communautés d’utilisateurs.',
			'En cas de clôture du titre',
			'Arrêté du 22 décembre 2015',
		])
			expect(texte).toContain(passage);
		await page.goto(`${adresse}/recherche/`);
		await page.locator('#q').fill('annuaire');
		await page.locator('main form button[type=submit]').click();
		await page.waitForURL(/\/competences\//);
		expect(await page.locator('main').innerText()).toMatch(/Intervenir sur un service d['’]annuaire de réseau\./);
		await page.context().close();
	});

	it('une comparaison montre chaque compétence, sa nature et son statut', async () => {
		const page = await ouvrir('/comparer/tsgri-2003/tsgeri-2008/', { javaScriptEnabled: false });
		expect(await page.locator('.entree').count()).toBeGreaterThan(15);
		for (const entree of await page.locator('.entree').all())
			expect(await entree.locator('> .etiquettes .statut').count()).toBe(1);
		await page.context().close();
	});
});

describe('les filtres d’une comparaison', () => {
	it('agissent sans rechargement, survivent dans l’URL et se parcourent au clavier', async () => {
		const page = await ouvrir('/comparer/tsgri-2003/tsgeri-2008/');
		const visibles = () => page.locator('.entree:visible').count();
		const toutes = await visibles();
		await page.locator('.filtres summary').click();
		await page.locator('input[name=nature][value=identique]').uncheck();
		const restantes = await visibles();
		expect(restantes).toBeLessThan(toutes);
		expect(page.url()).toContain('nature=');
		await page.reload();
		expect(await visibles()).toBe(restantes);
		await page.locator('body').press('n');
		expect(await page.evaluate(() => document.activeElement?.classList.contains('entree'))).toBe(true);
		await page.context().close();
	});
});
