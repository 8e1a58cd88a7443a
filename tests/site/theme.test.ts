import { describe, expect, it } from 'vitest';
import { navigateur } from '../navigateur.ts';
import { visiter } from './outils-gestes.ts';

const CLAIR = 'rgb(248, 246, 241)';
const SOMBRE = 'rgb(23, 22, 20)';

describe('l’affichage clair ou sombre', () => {
	const fond = (page: Awaited<ReturnType<typeof visiter>>['page']) =>
		page.evaluate(() => getComputedStyle(document.body).backgroundColor);

	it.each([
		['light', 'sombre', CLAIR, SOMBRE],
		['dark', 'clair', SOMBRE, CLAIR],
	] as const)(
		'sous un système %s, se choisit %s, se garde de page en page et se rend à l’appareil',
		async (colorScheme, choix, avant, apres) => {
			const { page, erreurs, fermer } = await visiter(navigateur, '/', { colorScheme });
			expect(await fond(page)).toBe(avant);
			expect(await page.evaluate(() => localStorage.length)).toBe(0);
			await page.getByLabel('Affichage').selectOption(choix);
			expect(await fond(page)).toBe(apres);
			const barre = () =>
				page.evaluate(
					() =>
						[...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].find(
							(m) => matchMedia(m.media).matches,
						)?.content,
				);
			expect(await barre()).toBe(choix === 'clair' ? '#f8f6f1' : '#171614');
			// On the next page, the theme is set before the body is parsed, hence before the first paint.
			await page.addInitScript(() => {
				new MutationObserver((_, observateur) => {
					if (!document.body) return;
					observateur.disconnect();
					document.documentElement.dataset.auCorps = document.documentElement.dataset.theme;
				}).observe(document, { childList: true, subtree: true });
			});
			await page.getByRole('link', { name: 'Glossaire' }).click();
			await page.waitForURL('**/glossaire/');
			expect(await fond(page)).toBe(apres);
			expect(await page.evaluate(() => document.documentElement.dataset.auCorps)).toBe(choix);
			await page.emulateMedia({ media: 'print' });
			expect(await fond(page)).toBe('rgb(255, 255, 255)');
			expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
			await page.emulateMedia({ media: null });
			await page.getByLabel('Affichage').selectOption('');
			expect(await fond(page)).toBe(avant);
			expect(await page.evaluate(() => localStorage.length)).toBe(0);
			expect(erreurs).toEqual([]);
			await fermer();
		},
	);

	it('sans script, suit l’appareil, et le choix n’est pas proposé', async () => {
		for (const [colorScheme, attendu] of [
			['light', CLAIR],
			['dark', SOMBRE],
		] as const) {
			const { page, fermer } = await visiter(navigateur, '/', { colorScheme, javaScriptEnabled: false });
			expect(await page.locator('body').evaluate((b) => getComputedStyle(b).backgroundColor)).toBe(attendu);
			expect(await page.getByLabel('Affichage').isVisible()).toBe(false);
			await fermer();
		}
	});
});
