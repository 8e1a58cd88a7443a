import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { navigateur } from '../navigateur.ts';

const adresse = inject('adresse');
let page: Page;
beforeAll(async () => {
	page = await navigateur.newPage();
});

/** Searches on the page. @returns its announcement, and the addresses of its results in order */
async function demander(q: string): Promise<{ dit: string; adresses: string[] }> {
	await page.goto(`${adresse}/recherche/?q=${encodeURIComponent(q)}`);
	const etat = page.locator('[data-etat]').filter({ hasText: /résultat/ });
	await etat.waitFor();
	const adresses = await page
		.locator('.resultats a')
		.evaluateAll((liens) => liens.map((lien) => lien.getAttribute('href') ?? ''));
	return { dit: (await etat.textContent()) ?? '', adresses };
}

describe('le moteur du site mène d’abord', () => {
	it.each([
		['TSSR', '/titres/tssr-2026/'],
		['TSSR en vigueur', '/titres/tssr-2026/'],
		['comparer tsgri tssr', '/comparer/tsgri-2003/tssr-2026/'],
		['équivalence TSGRI', '/comparer/tsgri-2003/tssr-2026/'],
		['passer de TSRIT à TSSR', '/comparer/tsrit-2003/tssr-2026/'],
		['par quoi est remplacé le tsgri', '/titres/tsgri-2003/'],
		['tssr 2023 compétences', '/titres/tssr-2023/'],
		['fin de validité tssr 2023', '/titres/tssr-2023/'],
		['ccp1 tssr', '/titres/tssr-2026/ccp-1/'],
		['dépannage', '/titres/tssi-2013/ccp-2/c3/'],
		['compétences', '/glossaire/#competence'],
		['compétences transversales', '/titres/tssr-2026/#transversales-c1'],
		['rncp 31115 bc 4', '/titres/tssr-2018/ccs-1/'],
		['326 r', '/titres/tssr-2023/'],
		['VAE', '/glossaire/#vae'],
		['horaires décalés', '/titres/tssr-2018/#texte-debut'],
		['sauvegarde', '/titres/tssr-2023/ccp-2/c4/'],
		['anglais B1', '/titres/tssr-2018/#texte-debut'],
		['coeur de métier', '/glossaire/#coeur-de-metier'],
		['cœur de métier', '/glossaire/#coeur-de-metier'],
		['examen TSSR 2026', '/titres/tssr-2026/#epreuves'],
		['durée de l’examen', '/titres/tssr-2026/#epreuves'],
		['31 août 2031', '/titres/tssr-2026/'],
		['1er septembre 2023', '/titres/tssr-2023/'],
		['données ouvertes', '/donnees/'],
		['API', '/donnees/'],
		['mes ccp', '/mes-ccp/'],
	])('« %s » à %s', async (q, attendue) => {
		expect((await demander(q)).adresses[0]).toBe(attendue);
	});
});

it('le moteur du site met les trois versions d’un titre qu’on nomme en tête, celle en vigueur d’abord', async () => {
	const { adresses } = await demander('TSSR');
	expect(adresses.slice(0, 3)).toEqual(['/titres/tssr-2026/', '/titres/tssr-2023/', '/titres/tssr-2018/']);
});

describe('le moteur du site dit', () => {
	it.each([
		['plomberie', 'Aucun résultat pour «\u00a0plomberie\u00a0». Voyez tous les titres'],
		['plomberie linux', 'pour «\u00a0plomberie linux\u00a0» sans plomberie.'],
		['resau', 'Essayez «\u00a0réseau\u00a0».'],
		['sauvegade', 'Essayez «\u00a0sauvegarde'],
		['suporvision', 'Essayez «\u00a0supervision\u00a0».'],
		['VPN', 'Le lexique rapproche «\u00a0VPN\u00a0» de «\u00a0accès distant\u00a0»'],
		['scripts linux', 'Rien n’a tous ces mots à la fois.'],
		['REAC TSRIT', 'sans REAC.'],
		['bac +2', 'Aucun résultat pour «\u00a0bac +2\u00a0»'],
		['helpdesk', 'Le lexique rapproche «\u00a0helpdesk\u00a0» de «\u00a0centre de services\u00a0»'],
	])('« %s » : %s', async (q, attendu) => {
		expect((await demander(q)).dit).toContain(attendu);
	});
	it('où un texte officiel a le mot, avec ses phrases et le mot marqué, à l’ancre de la section', async () => {
		await demander('astreintes');
		const extrait = page.locator('.extrait').first();
		expect(await extrait.locator('mark').first().textContent()).toMatch(/astreintes/i);
		await page.locator('.resultats li', { has: extrait }).locator('a').first().click();
		await page.waitForURL(/\/titres\/[^/]+\/#texte-/);
		expect(await page.locator(':target').count()).toBe(1);
	});
});

it('met en serif les mots des documents et eux seuls, et donne d’un terme ce qu’il veut dire', async () => {
	const police = (choix: string) =>
		page
			.locator(choix)
			.first()
			.evaluate((e) => getComputedStyle(e).fontFamily.split(',')[0]);
	await demander('linux');
	expect(await police('[data-etat]')).toContain('Sans');
	expect(await police('.resultats a[href*="/glossaire/"]')).toContain('Sans');
	expect(await police('.resultats a[href*="/ccs-1/"] > span')).toContain('Serif');
	expect(await page.locator('.resultats li', { hasText: 'Linux' }).first().innerText()).toMatch(
		/Système d’exploitation/,
	);
	await demander('TSSI 2013');
	expect(await police('.resultats a[href="/titres/tssi-2013/"] > span')).toContain('Serif');
});

it('au téléphone, montre la première réponse sans défiler', async () => {
	await page.setViewportSize({ width: 360, height: 740 });
	await demander('TSSR');
	const lien = await page.locator('.resultats a').first().boundingBox();
	expect((lien?.y ?? 9999) + (lien?.height ?? 0)).toBeLessThan(600);
	await page.setViewportSize({ width: 1280, height: 720 });
});

it('« / » met le curseur dans le champ de recherche, sauf pendant qu’on écrit', async () => {
	await page.goto(`${adresse}/titres/tssr-2018/`);
	await page.locator('h1').click();
	await page.keyboard.press('/');
	const champ = page.locator('#q-en-tete');
	expect(await champ.evaluate((e) => e === document.activeElement)).toBe(true);
	await page.keyboard.type('24/24');
	expect(await champ.inputValue()).toBe('24/24');
});
