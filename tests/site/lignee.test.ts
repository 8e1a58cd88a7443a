import { describe, expect, it } from 'vitest';
import { navigateur } from '../navigateur.ts';
import { ECRANS, visiter } from './outils-gestes.ts';

describe.each(ECRANS)('la chronologie d’une lignée ($ecran)', ({ ecran, ...options }) => {
	it('est un dessin où il tient, et sinon une liste qui dit aussi chaque suite', async () => {
		const { page, fermer } = await visiter(navigateur, '/lignees/systemes-et-reseaux/', options);
		const [dessin, liste] = ['.chronologie > svg', '.chronologie > ol'].map((s) => page.locator(s));
		expect([await dessin?.isVisible(), await liste?.isVisible()]).toEqual(
			ecran === 'téléphone' ? [false, true] : [true, false],
		);
		const dite = await liste?.locator('li', { hasText: 'TSSI 2013' }).last().textContent();
		expect(dite).toContain('TSSR\u00A02018\u00A0: parenté éditoriale');
		await fermer();
	});
});

describe.each(ECRANS)('le tableau d’une lignée ($ecran)', ({ ecran: _, ...options }) => {
	it('défile sous les noms des versions et à côté de ceux des compétences, sans élargir la page', async () => {
		const { page, fermer } = await visiter(navigateur, '/lignees/systemes-et-reseaux/', options);
		const cadre = page.locator('.defilante');
		await cadre.scrollIntoViewIfNeeded();
		const places = () =>
			cadre.evaluate((c) => {
				const ici = c.getBoundingClientRect();
				const tete = c.querySelector('thead th:last-child')?.getBoundingClientRect();
				const milieu = [...c.querySelectorAll('tbody th[scope=row]')].find((th) => {
					const { top } = th.getBoundingClientRect();
					return top > ici.top + 100;
				});
				const entieres = [...c.querySelectorAll('thead th:not(:first-child)')].filter((th) => {
					const r = th.getBoundingClientRect();
					const gauche = milieu?.getBoundingClientRect().right ?? 0;
					return r.left >= gauche - 1 && r.right <= ici.right + 1;
				});
				return {
					tete: Math.abs((tete?.top ?? -999) - ici.top) < 2,
					fil: Math.abs((milieu?.getBoundingClientRect().left ?? -999) - ici.left) < 2,
					entieres: entieres.length,
				};
			});
		await cadre.evaluate((c) => c.scrollTo(150, 600));
		await expect.poll(places).toMatchObject({ tete: true, fil: true });
		expect((await places()).entieres).toBeGreaterThanOrEqual(2);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		await fermer();
	});
	it('s’efface à ses bords tant qu’il continue, où rien d’autre ne le dirait', async () => {
		const { page, fermer } = await visiter(navigateur, '/lignees/systemes-et-reseaux/', options);
		const cadre = page.locator('.defilante');
		const reste = () =>
			cadre.evaluate((c) => {
				const style = getComputedStyle(c);
				return ['--reste-a-droite', '--reste-en-bas'].map((nom) => style.getPropertyValue(nom) !== '0px');
			});
		await expect.poll(reste).toEqual([true, true]);
		await cadre.evaluate((c) => c.scrollTo(c.scrollWidth, c.scrollHeight));
		await expect.poll(reste).toEqual([false, false]);
		await fermer();
	});
	it('a une ligne par compétence, et non une par version', async () => {
		const { page, fermer } = await visiter(navigateur, '/lignees/systemes-et-reseaux/', options);
		const { rangees, cellules, colonnes } = await page.locator('.matrice').evaluate((t) => ({
			colonnes: t.querySelectorAll('thead th').length - 1,
			rangees: t.querySelectorAll('tbody th[scope=row]').length,
			cellules: t.querySelectorAll('tbody td').length,
		}));
		expect(cellules).toBe(rangees * colonnes);
		const liens = await page
			.locator('.matrice tbody th[scope=row] a')
			.evaluateAll((a) => a.map((e) => (e as HTMLAnchorElement).pathname));
		expect(new Set(liens).size).toBe(rangees);
		await fermer();
	});
});
