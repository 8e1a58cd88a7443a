import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, inject, it } from 'vitest';
import { navigateur } from '../navigateur.ts';

/** One page of each kind, and one for each width of table. */
const PAGES = [
	'/',
	'/titres/tssi-2013/',
	'/titres/tssi-2013/ccp-1/c1/',
	'/comparer/tsgri-2003/tsgeri-2008/',
	'/lignees/systemes-et-reseaux/',
	'/guides/obtenir/',
	'/glossaire/',
	'/donnees/',
];

describe('à l’impression, en clair comme en sombre', () => {
	it.each((['light', 'dark'] as const).flatMap((theme) => PAGES.map((page) => [page, theme] as const)))(
		'%s (%s) : papier blanc, encre noire, toute la largeur de la feuille',
		async (chemin, theme) => {
			const page = await navigateur.newPage({ viewport: { width: 700, height: 990 }, colorScheme: theme });
			await page.goto(inject('adresse') + chemin);
			await page.emulateMedia({ media: 'print', colorScheme: theme });
			const lu = await page.evaluate(() => {
				const style = (selecteur: string) => {
					const element = document.querySelector(selecteur);
					return element ? getComputedStyle(element) : undefined;
				};
				const { backgroundColor, color } = style('body') as CSSStyleDeclaration;
				const contenu = document.querySelector('main')?.getBoundingClientRect();
				const lien = style('main a:not(.nature)');
				return {
					fond: backgroundColor,
					encre: color,
					marges: [contenu?.left, contenu && innerWidth - contenu.right],
					paragraphe: style('main p')?.maxWidth,
					lien: lien?.textDecorationLine,
					menus: ['.en-tete nav', '.fil', '.pied nav', '.citer details', 'form'].filter(
						(s) => document.querySelector(s) && style(s)?.display !== 'none',
					),
					colores: [...document.querySelectorAll('main a:not(.nature)')].filter((a) => {
						const [r, v, b] = getComputedStyle(a).color.match(/\d+/g) ?? [];
						return r !== v || v !== b;
					}).length,
				};
			});
			expect(lu).toMatchObject({
				fond: 'rgb(255, 255, 255)',
				encre: 'rgb(0, 0, 0)',
				marges: [0, 0],
				paragraphe: 'none',
				lien: 'none',
				menus: [],
				colores: 0,
			});
			await page.close();
		},
	);

	it('une liste qui n’a pas été vérifiée ne laisse pas sa question seule sur le papier', async () => {
		const page = await navigateur.newPage({ viewport: { width: 700, height: 990 } });
		await page.goto(`${inject('adresse')}/titres/`);
		await page.emulateMedia({ media: 'print' });
		const liste = page.getByRole('heading', { name: 'Vérifier une liste' });
		expect(await liste.isVisible()).toBe(false);
		await page.emulateMedia({ media: null });
		await page.locator('#liste-texte').fill('TSSR 2018');
		await page.getByRole('button', { name: 'Vérifier' }).click();
		await page.locator('[data-liste] table').waitFor();
		await page.emulateMedia({ media: 'print' });
		expect(await liste.isVisible()).toBe(true);
		await page.close();
	});
	it('un lien dit où il mène, hôte compris', async () => {
		const page = await navigateur.newPage();
		await page.goto(`${inject('adresse')}/titres/tssi-2013/`);
		await page.emulateMedia({ media: 'print' });
		const dits = await page.evaluate(() =>
			[...document.querySelectorAll('#lignee ~ ul a')].map((a) => getComputedStyle(a, '::after').content),
		);
		expect(dits.length).toBeGreaterThan(0);
		const hote = await page.evaluate(() => document.documentElement.dataset.racine);
		expect(dits.filter((dit) => !dit.includes(`${hote}`))).toEqual([]);
		await page.close();
	});

	it('une comparaison filtrée dit ce qu’elle cache, et à quelle adresse', async () => {
		const page = await navigateur.newPage();
		await page.goto(`${inject('adresse')}/comparer/tsgri-2003/tsgeri-2008/?nature=identique`);
		const dit = page.locator('[data-filtre-dit]');
		await dit.waitFor();
		await page.emulateMedia({ media: 'print' });
		expect(await dit.innerText()).toMatch(/Page filtrée\s:.*nature\s: inchangée.*\?nature=identique/s);
		await page.close();
	});

	it('la feuille de « Mes CCP » commence par ce qui est indiqué et l’adresse qui le rend', async () => {
		const page = await navigateur.newPage();
		const chemin = '/mes-ccp/#ccp=tssi-2008/ccp-2@2010-06-15';
		await page.goto(inject('adresse') + chemin);
		await page.locator('.reponse').first().waitFor();
		const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' }))));
		const serrer = (t: string) => t.replace(/\s+/g, '');
		const premiere = serrer(text[0] ?? '');
		const place = (passage: string) => {
			expect(premiere).toContain(serrer(passage));
			return premiere.indexOf(serrer(passage));
		};
		const ordre = [
			'Vos CCP : TSSI 2008, CCP 2 obtenu',
			chemin,
			'Demandez-le avant de vous inscrire',
			'Que faire maintenant',
		].map(place);
		expect(ordre).toEqual([...ordre].sort((a, b) => a - b));
		expect(premiere).not.toContain('CochezlesCCP');
		await page.close();
	});
	it('la feuille de « Me situer » commence par ce qui est pratiqué et la réponse, et ne détaille que ceux en vigueur', async () => {
		const page = await navigateur.newPage();
		await page.goto(`${inject('adresse')}/me-situer/#c=tssi-2013/ccp-1/c1.c2,tssi-2013/ccp-2/c5`);
		await page.locator('.proche').first().waitFor();
		const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' }))));
		const serrer = (t: string) => t.replace(/\s+/g, '');
		const premiere = serrer(text[0] ?? '');
		const ordre = ['3 compétences pratiquées', 'Gérer les incidents et les problèmes.', 'Ce que vous pratiquez'].map(
			(passage) => premiere.indexOf(serrer(passage)),
		);
		expect(ordre[0]).toBeGreaterThan(-1);
		expect(ordre).toEqual([...ordre].sort((a, b) => a - b));
		await page.emulateMedia({ media: 'print' });
		const listes = await page
			.locator('.proche')
			.evaluateAll((titres) => titres.map((t) => (t.querySelector('details') as HTMLElement).offsetHeight > 0));
		expect(listes.length).toBeGreaterThan(3);
		expect(listes).toEqual(listes.map((_, i) => i < 1));
		expect(await page.getByText('une à une que pour trois titres au plus').isVisible()).toBe(true);
		await page.close();
	});
});
