import { expect, it } from 'vitest';
import { navigateur } from '../navigateur.ts';
import { visiter } from './outils-gestes.ts';
import { GENRES, ouvrir } from './pages.ts';

/**
 * WCAG 2.5.8 (AA): a target is at least 24 px in both directions, or a circle of 24 px around its centre touches no
 * other target. Links within a sentence are exempt.
 */
it.each([1280, 360])(
	'à %i px, tout ce qui se vise fait 24 px ou en a la place, sur chaque genre de page',
	async (width) => {
		const { page, fermer } = await visiter(navigateur, '/', {
			viewport: { width, height: 800 },
			hasTouch: width < 500,
		});
		const fautes: string[] = [];
		const { origin } = new URL(page.url());
		for (const chemin of GENRES) {
			await ouvrir(page, origin, chemin);
			const petites = await page.evaluate(() => {
				const MINIMUM = 24;
				const visible = (e: Element) =>
					e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
				/** Whether a link has text before or after it in the same block. */
				const dansUnePhrase = (a: Element) => {
					if (a.localName !== 'a' || a.closest('svg') || getComputedStyle(a).display !== 'inline') return false;
					const bloc = a.closest('p, li, dd, td, th, figcaption, caption, blockquote, dt, h1, h2, h3, summary');
					const autres = [...(bloc?.childNodes ?? [])].flatMap((n) =>
						n.contains(a) && n !== a ? [...n.childNodes] : [n],
					);
					const texte = (n: Node) =>
						n instanceof Element && n.matches('.petit, .place, .nature, .statut, ul, ol, dl') ? '' : n.textContent;
					return autres.some((n) => n !== a && /\p{L}{2}/u.test(texte(n) ?? ''));
				};
				const cibles = [
					...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]'),
				]
					.filter((e) => visible(e) && !e.matches('.lecteur, .evitement'))
					// The target of a field inside a label is the label.
					.map((e) => ({ e, r: (e.closest('label') ?? e).getBoundingClientRect() }))
					.filter(({ e, r }) => {
						// Ignore targets scrolled out of the frame of their table.
						const cadre = e.closest('.defilante')?.getBoundingClientRect();
						const vu =
							!cadre || (r.top < cadre.bottom && r.bottom > cadre.top && r.left < cadre.right && r.right > cadre.left);
						return vu && r.width > 1 && r.height > 1;
					});
				return cibles.flatMap(({ e, r }) => {
					if ((r.width >= MINIMUM - 0.5 && r.height >= MINIMUM - 0.5) || dansUnePhrase(e)) return [];
					const centre = { x: r.left + r.width / 2, y: r.top + r.height / 2 };
					const pres = cibles.some(({ e: autre, r: s }) => {
						if (autre === e || autre.contains(e) || e.contains(autre)) return false;
						const petite = s.width < MINIMUM || s.height < MINIMUM;
						const x = petite ? s.left + s.width / 2 : Math.max(s.left, Math.min(centre.x, s.right));
						const y = petite ? s.top + s.height / 2 : Math.max(s.top, Math.min(centre.y, s.bottom));
						return Math.hypot(x - centre.x, y - centre.y) < (petite ? MINIMUM : MINIMUM / 2);
					});
					return pres
						? [
								`${e.localName}.${e.className} « ${e.textContent?.trim().slice(0, 40)} » ${Math.round(r.width)}×${Math.round(r.height)}`,
							]
						: [];
				});
			});
			fautes.push(...petites.map((f) => `${chemin} ${f}`));
		}
		expect(fautes).toEqual([]);
		await fermer();
	},
);

it('un terme s’explique au toucher, sans quitter la page, et mène au glossaire', async () => {
	const { page, erreurs, fermer } = await visiter(navigateur, '/titres/tssi-2013/', {
		viewport: { width: 360, height: 740 },
		hasTouch: true,
		isMobile: true,
	});
	const terme = page.locator('main a.terme[title]').filter({ visible: true }).first();
	const explication = (await terme.getAttribute('title')) ?? '';
	await terme.tap();
	const bulle = page.locator('.bulle');
	expect(await bulle.innerText()).toContain(explication);
	expect(page.url()).toMatch(/\/titres\/tssi-2013\/$/);
	await page.keyboard.press('Escape');
	expect(await bulle.isVisible()).toBe(false);
	await terme.tap();
	await bulle.getByRole('link', { name: 'Voir au glossaire' }).tap();
	await page.waitForURL('**/glossaire/**');
	expect(erreurs).toEqual([]);
	await fermer();
});
