import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { navigateur } from '../navigateur.ts';
import { visiter } from './outils-gestes.ts';

const TELEPHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

describe('ce que le lecteur vient chercher', () => {
	it('sur la liste des titres, est avant tout tableau : ceux qui sont en vigueur, avec leur réserve', async () => {
		const { versions } = lireCatalogue();
		const enVigueur = versions.filter(({ etat }) => etat.cle === 'en-vigueur');
		expect(enVigueur.length).toBeGreaterThan(0);
		const { page, fermer } = await visiter(navigateur, '/titres/', TELEPHONE);
		const cadre = page.locator('main > .etat');
		const dit = (await cadre.innerText()).replace(/\s+/g, ' ');
		for (const { id, etat } of enVigueur) {
			expect(await cadre.locator(`a[href="/titres/${id}/"]`).count(), id).toBe(1);
			expect(dit.includes('à vérifier'), id).toBe(etat.aVerifier);
		}
		expect(dit).toContain('en vigueur au 21 novembre 2026');
		const boite = await cadre.boundingBox();
		expect((boite?.y ?? 9999) + (boite?.height ?? 0)).toBeLessThan(740);
		await fermer();
	});

	it('sur la page d’une version, au téléphone, n’est pas à plus d’un écran de son état', async () => {
		const { page, fermer } = await visiter(navigateur, '/titres/tssi-2013/', TELEPHONE);
		const [etat, texte] = [await page.locator('.etat').boundingBox(), await page.locator('#texte').boundingBox()];
		expect((texte?.y ?? 9999) - (etat?.y ?? 0) - (etat?.height ?? 0)).toBeLessThan(740);
		await fermer();
	});

	it('sur une comparaison, est avant l’état de la version récente : ce qui se correspond', async () => {
		const { page, fermer } = await visiter(navigateur, '/comparer/tsgri-2003/tsgeri-2008/', TELEPHONE);
		const [totaux, etat] = [await page.locator('.totaux').boundingBox(), await page.locator('.etat').boundingBox()];
		expect(totaux?.y).toBeLessThan(740);
		expect(totaux?.y).toBeLessThan(etat?.y ?? 0);
		await fermer();
	});
});

it.each(['/titres/', '/echeances/'])('%s : les tableaux qui se suivent ont les mêmes colonnes', async (chemin) => {
	const { page, fermer } = await visiter(navigateur, chemin, { viewport: { width: 1280, height: 900 } });
	const colonnes = await page
		.locator('.versions')
		.evaluateAll((tables) =>
			tables.map((t) => [...t.querySelectorAll('thead th')].map((th) => Math.round(th.getBoundingClientRect().left))),
		);
	expect(colonnes.length).toBeGreaterThan(1);
	for (const autre of colonnes) expect(autre).toEqual(colonnes[0]);
	await fermer();
});

it('au téléphone, la valeur d’une cellule suit le nom de sa colonne sur la même ligne', async () => {
	const { page, fermer } = await visiter(navigateur, '/comparer/tsgri-2003/tsgeri-2008/', TELEPHONE);
	const valeurs = page.locator('.regles-comparees [data-titre] > .ligne:first-child');
	expect(await valeurs.count()).toBeGreaterThan(10);
	expect(await valeurs.evaluateAll((tous) => tous.map((v) => getComputedStyle(v).display))).not.toContain('block');
	await fermer();
});

it('la page d’un numéro du RNCP mène aux mêmes démarches que celle de sa version, en ligne', async () => {
	const { page, fermer } = await visiter(navigateur, '/rncp/37682/', { viewport: { width: 1280, height: 900 } });
	const liens = ['Comment obtenir un titre', 'J’ai un CCP'].map((name) =>
		page.getByRole('link', { name, exact: true }).boundingBox(),
	);
	const [premier, second] = await Promise.all(liens);
	expect(premier?.y).toBe(second?.y);
	await fermer();
});

it.each(['/guides/obtenir/', '/titres/tssr-2018/'])(
	'%s : le sommaire est replié au-dessus du texte sur un téléphone, et ouvert à côté sur un écran large, sans script',
	async (chemin) => {
		for (const [width, ouvert] of [
			[360, false],
			[1280, true],
		] as const) {
			const { page, fermer } = await visiter(navigateur, chemin, {
				viewport: { width, height: 800 },
				javaScriptEnabled: false,
			});
			const sommaire = page.locator('.sommaire');
			expect(await sommaire.locator('a').first().isVisible(), `${width}`).toBe(ouvert);
			expect(await sommaire.locator('summary').isVisible(), `${width}`).toBe(!ouvert);
			expect(await sommaire.locator('h2').isVisible(), `${width}`).toBe(ouvert);
			await fermer();
		}
	},
);

it('la page d’une compétence replie ce qui n’est pas sa suite, sans script, et ne dit pas un libellé que rien ne partage', async () => {
	const { page, fermer } = await visiter(navigateur, '/titres/tsgri-2003/ccp-1/c3/', { javaScriptEnabled: false });
	const ailleurs = page.locator('section', { has: page.locator('#ailleurs') });
	expect(await ailleurs.locator('summary').innerText()).toBe('TSRIT 2003, TSSI 2008 et TSSI 2013');
	expect(await ailleurs.locator('h3').first().isVisible()).toBe(false);
	await page.emulateMedia({ media: 'print' });
	expect(await ailleurs.locator('h3').first().isVisible()).toBe(true);
	expect(await page.locator('#pareilles').count()).toBe(0);
	await fermer();
});
