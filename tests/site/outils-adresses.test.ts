import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { navigateur } from '../navigateur.ts';
import { texte, type Visite, visiter } from './outils-gestes.ts';

let visite: Visite;
beforeAll(async () => {
	visite = await visiter(navigateur, '/');
});

const balise = '<img src=x onerror=window.percee=1>';
const script = '"><script>window.percee=1</script>';
const mille = (n: number, id: (i: number) => string) => Array.from({ length: n }, (_, i) => id(i)).join(',');
const TOUS = [
	`/comparer/?titres=${encodeURIComponent(balise)},tssi-2013`,
	`/comparer/?titres=${encodeURIComponent(script)}`,
	'/comparer/?titres=%3Csvg%2Fonload%3Dwindow.percee%3D1%3E',
	'/comparer/?titres=javascript:window.percee=1',
	`/comparer/?titres=${mille(1500, (i) => `z${i}-2001`)}`,
	'/comparer/?titres=%E0%A4%A,tssi-2013',
	'/comparer/?titres=%FF%FE%00,tssi-2013',
	'/comparer/?titres=tssi-2013%00,tssr-2018',
	'/comparer/?titres=tssi-2013/ccp-1,tssr-2018/ccp-1/c1',
	'/comparer/?titres=tssi-1999,perdue-2030',
	'/comparer/?titres=../../etc/passwd,..%2F..%2F',
	'/comparer/?titres=__proto__,constructor,prototype-2013,toString',
	'/comparer/?titres=%E2%80%AEtssi-2013,a%E2%80%AE-2013',
	'/comparer/?titres=tssi-2013,tssi-2013,TSSI-2013',
	'/comparer/?titres=tssi-2003,tssi-2008,tssi-2013,tssr-2018,tsgri-2003,tsgeri-2008',
	'/comparer/?titres[]=tssi-2013&titres=%C3%28&ordre=<b>&lignes=%3Cb%3E',
	`/comparer/?titres=tssi-2013,${'é'.repeat(1500)}`,
	'/comparer/?titres=tssi-2013,tssr-2018&nature=<script>&statut=%00&ordre=recente',
	'/comparer/?titres=😀-2013,ｔｓｓｉ-2013',
	'/comparer/?=&&&titres=,,,;tssi-2013;tssr-2018',
	`/mes-ccp/#ccp=${balise}`,
	`/mes-ccp/#ccp=${encodeURIComponent(script)},tssi-2003/ccp-1`,
	`/mes-ccp/#ccp=${mille(10_000, (i) => `z${i}-2001/ccp-1`)}`,
	`/mes-ccp/#ccp=${mille(10_000, (i) => `tssi-2003/ccp-${i + 1}`)}`,
	'/mes-ccp/#ccp=tssi-2003,tssi-2003/ccp-1/c1,tssi-2003/ccp-9',
	'/mes-ccp/#ccp=tssi-2003/ccp-1@2009-02-30,tssi-2003/ccp-2@hier,tssi-2003/ccp-3@<b>',
	'/mes-ccp/#ccp=tssi-2003/ccp-1&cible=tssi-2013/ccp-1&au=2014-99-99',
	'/mes-ccp/#ccp=tssi-2003/ccp-1&cible=nulle-2000',
	'/mes-ccp/#%E0%A4%A&ccp=tssi-2003/ccp-1%',
	'/mes-ccp/#tssi-2003/ccp-1',
	'/mes-ccp/#<script>window.percee=1</script>',
	'/mes-ccp/#ccp=../../../ccp-1,__proto__/ccp-1,tssi-2003//ccp-1',
	`/me-situer/#c=${balise}`,
	`/me-situer/#c=${mille(10_000, (i) => `tssi-2013/ccp-1/c${i + 1}`)}`,
	`/me-situer/#c=${mille(10_000, (i) => `z${i}-2001/ccp-1/c1`)}`,
	'/me-situer/#c=tssi-2013/ccp-1/c1.c2.c99.x.<b>',
	'/me-situer/#c=tssi-2013,tssi-2013/ccp-1,tssi-2003/ccp-1/c1',
	`/me-situer/#titres=${encodeURIComponent(script)}&cibles=%00,tssi-2003,tssr-2018`,
	'/me-situer/#c=%E0%A4%A,%FF%FE,tssi-2013/ccp-1/c1',
	'/me-situer/#c=javascript:alert(1)//tssi-2013/ccp-1/c1',
	`/me-situer/#c=${'('.repeat(20_000)}`,
];

/** Waits until the tool has answered: its form is enabled, and rejected values are named. */
async function attendre(page: Page): Promise<void> {
	await page.locator('.outil fieldset:not([disabled])').first().waitFor();
	await expect
		.poll(() => page.evaluate(() => document.querySelector('[data-etat]')?.textContent ?? ''))
		.not.toMatch(/en cours/);
}

describe('quarante adresses malformées', () => {
	it('sont au moins quarante', () => {
		expect(TOUS.length).toBeGreaterThanOrEqual(40);
	});
	it.each(TOUS.map((adresse) => [adresse.slice(0, 70), adresse] as const))('%s', async (_, adresse) => {
		const { page, erreurs } = visite;
		erreurs.length = 0;
		await page.goto('about:blank');
		await page.goto(inject('adresse') + adresse);
		await attendre(page);
		// Duplicates and unknown filters are silently ignored; all other rejected values are named.
		if (!/tssi-2013,TSSI-2013|nature=/.test(adresse)) {
			await page.locator('[data-refus]:not([hidden])').waitFor();
			expect((await texte(page, '[data-refus]')).length).toBeLessThan(900);
		}
		const intrus = await page.evaluate(() => ({
			percee: (window as { percee?: number }).percee,
			// The module script of the page itself is not counted.
			balises: document.querySelectorAll(
				'main :is(img, script:not([type=module][src^="/_astro/"]), iframe, object, embed), main [onload], main [onerror]',
			).length,
			liens: [...document.querySelectorAll('main a')].filter(
				(a) => a instanceof HTMLAnchorElement && !/^https?:$/.test(a.protocol),
			).length,
			titre: document.querySelectorAll('h1').length,
		}));
		expect(intrus).toEqual({ percee: undefined, balises: 0, liens: 0, titre: 1 });
		expect(erreurs).toEqual([]);
	});

	it('laissent servir le reste de l’adresse', async () => {
		const { page } = visite;
		await page.goto(`${inject('adresse')}/comparer/?titres=${encodeURIComponent(balise)},tssi-2013,zz,tssr-2018`);
		await page.locator('#cote-a-cote').waitFor();
		expect(await texte(page, '[data-refus]')).toMatch(
			/^2 éléments de l’adresse n’ont pas pu être lus ; le reste est pris en compte\. « <img src=x onerror=window\.percee=1> » : ce n’est pas un identifiant du catalogue\. « zz »/,
		);
		expect(await texte(page, '#cote-a-cote')).toBe('TSSI 2013 et TSSR 2018, côte à côte');
		await page.goto('about:blank');
		await page.goto(`${inject('adresse')}/mes-ccp/#ccp=tssi-2003/ccp-9,tssi-2003/ccp-1,perdu-2001/ccp-1`);
		await page.locator('#resultat').waitFor();
		expect(await texte(page, '[data-refus]')).toContain(
			'« tssi-2003/ccp-9 » : le catalogue ne le contient pas, ou plus.',
		);
		expect(await page.locator('.titre-coche input:checked').count()).toBe(1);
		// A title of which only facts are known can be a target.
		await page.goto('about:blank');
		await page.goto(`${inject('adresse')}/mes-ccp/#ccp=tsgri-2003/ccp-1&cible=tsgeri-2013`);
		await page.locator('#resultat').waitFor();
		expect(await page.locator('[data-refus]').isHidden()).toBe(true);
		expect(await texte(page, '[data-cible]')).toMatch(/^TSGERI 2013/);
		await page.goto('about:blank');
		await page.goto(`${inject('adresse')}/me-situer/#c=tssi-2013/ccp-1/c1&cibles=tssi-2003`);
		await page.locator('#resultat').waitFor();
		expect(await texte(page, '[data-refus]')).toContain(
			'« tssi-2003 » : nous ne connaissons pas les compétences de ce titre.',
		);
		await page.goto('about:blank');
		await page.goto(`${inject('adresse')}/me-situer/#c=tssi-2013/ccp-1/c1.c99,tssi-2003/ccp-1/c1`);
		await page.locator('#resultat').waitFor();
		expect(await texte(page, '[data-refus]')).toContain('tssi-2013/ccp-1/c99');
		expect(await page.locator('.titre-coche input:checked').count()).toBe(1);
	});
});
