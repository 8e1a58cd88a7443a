import type { BrowserContextOptions, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, inject, it } from 'vitest';
import { navigateur } from '../navigateur.ts';
import { fautesAxe, fautesAxeDesThemes } from './axe.ts';
import { GENRES, lirePages, ouvrir } from './pages.ts';

const adresse = inject('adresse');

/** All pages take minutes: `npm run test:accessibilite` visits them all, `npm test` one of each kind. */
const TOUTES = Boolean(process.env.TOUTES_LES_PAGES);
/** True for a page that redirects at once: the browser leaves it before it can be tested. */
const mene = (html: string) => html.includes('http-equiv="refresh"');
const CHEMINS = TOUTES
	? lirePages()
			.filter(({ html }) => !mene(html))
			.map(({ chemin }) => chemin)
	: GENRES;

/** Opens each address in its own browser context, a few at a time, and collects the faults found. */
async function parcourir(
	chemins: readonly string[],
	options: BrowserContextOptions,
	lire: (page: Page, chemin: string) => Promise<string[]>,
): Promise<string[]> {
	const file = [...chemins];
	const trouve: string[] = [];
	const ouvrier = async () => {
		const contexte = await navigateur.newContext({ locale: 'fr-FR', ...options });
		const page = await contexte.newPage();
		for (let chemin = file.shift(); chemin !== undefined; chemin = file.shift()) {
			// Without script, nothing is rendered in the browser: there is nothing to wait for.
			if (options.javaScriptEnabled === false) await page.goto(adresse + chemin);
			else await ouvrir(page, adresse, chemin);
			for (const faute of await lire(page, chemin)) trouve.push(`${chemin} ${faute}`);
		}
		await contexte.close();
	};
	await Promise.all(Array.from({ length: 3 }, ouvrier));
	return trouve;
}

/** Elements with words of official documents, or with code: our typography does not apply to them. */
const OFFICIEL =
	'.libelle, .competences, .citation, .officiel .prose, .bloc, blockquote, q, del, ins, pre, code, kbd, script, style, option';

/** Our own texts that break French typography: no-break spaces before : ; ? ! and inside « », apostrophes. */
const typographie = (page: Page) =>
	page.evaluate((officiel) => {
		const marcheur = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const trouve: string[] = [];
		for (let n = marcheur.nextNode(); n; n = marcheur.nextNode())
			if (/ [:;!?»](?!\p{L})|« |\p{L}'\p{L}/u.test(n.nodeValue ?? '') && !n.parentElement?.closest(officiel))
				trouve.push((n.nodeValue ?? '').trim().slice(0, 90));
		return trouve;
	}, OFFICIEL);

describe('chaque page', () => {
	const espaces: string[] = [];
	it('est sans faute pour axe, en clair et en sombre', async () => {
		const fautes = await parcourir(CHEMINS, { viewport: { width: 1280, height: 900 } }, async (page, chemin) => {
			espaces.push(...(await typographie(page)).map((f) => `${chemin} ${f}`));
			return fautesAxeDesThemes(page);
		});
		expect(fautes.slice(0, 40)).toEqual([]);
	});
	it('suit la typographie française partout où le texte est de nous', () => {
		expect(espaces.slice(0, 40)).toEqual([]);
	});
	it.runIf(TOUTES)('de chaque genre est sans faute pour axe sur un téléphone', async () => {
		const fautes = await parcourir(GENRES, { viewport: { width: 360, height: 740 } }, fautesAxe);
		expect(fautes.slice(0, 40)).toEqual([]);
	});
});

describe('rien ne déborde', () => {
	const debord = (page: Page) =>
		page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return scrollWidth > clientWidth ? [`défile de côté : ${scrollWidth} px dans ${clientWidth}`] : [];
		});
	it.each([320, 360])('à %i px, sur aucun genre de page', async (width) => {
		expect(await parcourir(GENRES, { viewport: { width, height: 740 } }, debord)).toEqual([]);
	});
	it.each([720, 1280])('à %i px, aucune case d’un tableau ne recouvre sa voisine', async (width) => {
		const recouvertes = (page: Page) =>
			page.evaluate(() =>
				[...document.querySelectorAll<HTMLElement>('td, th')]
					.filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
					.map(({ innerText }) => innerText),
			);
		expect(await parcourir(GENRES, { viewport: { width, height: 740 } }, recouvertes)).toEqual([]);
	});
	it.each([360, 1280])(
		'à %i px, aucune phrase n’est cassée en colonnes par les mots en relief qu’elle contient',
		async (width) => {
			const cassees = (page: Page) =>
				page.evaluate(() =>
					[...document.querySelectorAll('body *')]
						.filter((e) => /flex/.test(getComputedStyle(e).display))
						.flatMap((boite) => [...boite.childNodes])
						.filter((n) => n.nodeType === Node.TEXT_NODE && n.nodeValue?.trim())
						.filter((n) => {
							const mots = document.createRange();
							mots.selectNodeContents(n);
							return (
								new Set([...mots.getClientRects()].map(({ top }) => top)).size > 1 && n.nextSibling?.textContent?.trim()
							);
						})
						.map((n) => n.parentElement?.textContent ?? ''),
				);
			expect(await parcourir(GENRES, { viewport: { width, height: 740 } }, cassees)).toEqual([]);
		},
	);
	it.each([360, 1280])('au texte doublé, à %i px, sur aucun genre de page', async (width) => {
		const fautes = await parcourir(GENRES, { viewport: { width, height: 900 } }, async (page) => {
			await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
			return debord(page);
		});
		expect(fautes).toEqual([]);
	});
	it('aux espacements de la règle 1.4.12, sur aucun genre de page', async () => {
		const fautes = await parcourir(GENRES, { viewport: { width: 360, height: 740 } }, async (page) => {
			const coupes = await page.evaluate(() => {
				const feuille = new CSSStyleSheet();
				feuille.replaceSync(
					'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
				);
				document.adoptedStyleSheets = [feuille];
				return [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
					.filter(
						(e) =>
							getComputedStyle(e).overflow === 'hidden' &&
							!e.closest('.lecteur, .version-nom, thead, [data-question]:not([open]) ~ .annonce'),
					)
					.filter((e) => e.scrollHeight > e.clientHeight + 1)
					.map((e) => `coupé : ${e.tagName}.${e.className}`);
			});
			return [...coupes, ...(await debord(page))];
		});
		expect(fautes).toEqual([]);
	});
});

/** The focused element, and its faults: hidden, off screen, covered, or without a focus ring. */
const focus = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement as HTMLElement | null;
		if (!element || element === document.body) return undefined;
		const r = element.getClientRects()[0] ?? element.getBoundingClientRect();
		const [x, y] = [r.left + Math.min(r.width / 2, 20), r.top + r.height / 2];
		const dessus = document.elementFromPoint(x, y);
		const fautes = [
			r.width * r.height === 0 && 'sans surface',
			(r.bottom <= 0 || r.top >= innerHeight) && 'hors de l’écran',
			dessus && !element.contains(dessus) && !dessus.contains(element) && `sous ${dessus.className || dessus.tagName}`,
			getComputedStyle(element).outlineStyle === 'none' && 'sans marque visible',
		].filter(Boolean);
		return { nom: `${element.tagName} « ${element.textContent?.trim().slice(0, 40)} »`, id: element.id, fautes };
	});

describe('au clavier seul', () => {
	it.each(['/', '/titres/tssi-2013/', '/comparer/tsgri-2003/tsgeri-2008/', '/guides/lire-une-comparaison/'])(
		'%s se parcourt d’un bout à l’autre, le focus toujours visible',
		async (chemin) => {
			const page = await navigateur.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
			await page.goto(adresse + chemin);
			const fautes: string[] = [];
			const vus: string[] = [];
			for (let n = 0; n < 600; n++) {
				await page.keyboard.press('Tab');
				const ici = await focus(page);
				if (!ici) break;
				vus.push(ici.nom);
				for (const faute of ici.fautes) fautes.push(`${ici.nom} : ${faute}`);
			}
			expect(vus[0]).toContain('Aller au contenu');
			expect(vus.at(-2)).toContain('Plan du site');
			expect(vus.at(-1)).toContain('comme l’appareil');
			expect(fautes).toEqual([]);
			await page.close();
		},
	);

	it('le lien d’évitement mène au contenu', async () => {
		const page = await navigateur.newPage();
		await page.goto(`${adresse}/titres/tssi-2013/`);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		expect((await focus(page))?.id).toBe('contenu');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
		await page.close();
	});

	it('on cherche, on entre dans un résultat, on revient', async () => {
		const page = await navigateur.newPage();
		await page.goto(`${adresse}/`);
		for (let n = 0; (await focus(page))?.id !== 'q-en-tete' && n < 20; n++) await page.keyboard.press('Tab');
		await page.keyboard.type('annuaire');
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/recherche\/\?q=annuaire/);
		await page.locator('.resultats a').first().waitFor();
		for (let n = 0; n < 40; n++) {
			await page.keyboard.press('Tab');
			if (await page.evaluate(() => document.activeElement?.closest('.resultats') !== null)) break;
		}
		expect((await focus(page))?.fautes).toEqual([]);
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/(?:titres|glossaire|competences)\//);
		expect(await page.locator('h1').count()).toBe(1);
		await page.goBack();
		await page.locator('.resultats a').first().waitFor();
		await page.close();
	});

	it.each([
		['tsgri-2003/tsgeri-2008', 1280, 600],
		// Entries with parentés are taller than the screen of a phone.
		['tsgri-2003/tssr-2018', 360, 740],
	])('%s se lit de changement en changement, jamais sous le bandeau (%i px)', async (paire, width, height) => {
		const page = await navigateur.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
		await page.goto(`${adresse}/comparer/${paire}/`);
		await page.locator('form[data-filtres]:not([hidden])').waitFor();
		const vus = new Set<string>();
		for (let n = 0; n < 4; n++) {
			await page.keyboard.press('n');
			const ici = await page.evaluate(() => {
				const entree = document.activeElement as HTMLElement;
				const bandeau = document.querySelector('.bandeau-versions')?.getBoundingClientRect();
				const { top } = entree.getBoundingClientRect();
				return { id: entree.id, nature: entree.dataset.nature, dessous: top < (bandeau?.bottom ?? 0) };
			});
			expect(ici.nature).not.toBe('identique');
			expect(ici.dessous).toBe(false);
			vus.add(ici.id);
		}
		expect(vus.size).toBe(4);
		await page.keyboard.press('p');
		expect(vus).toContain(await page.evaluate(() => document.activeElement?.id));
		await page.close();
	});
});

describe('sans feuille de style', () => {
	it('chaque genre de page garde des titres dans l’ordre, et un mot pour chaque signe', async () => {
		const fautes = await parcourir(GENRES, { javaScriptEnabled: false }, async (page) => {
			const niveaux = await page.locator('h1, h2, h3, h4').evaluateAll((h) => h.map((e) => Number(e.tagName[1])));
			const sauts = niveaux.flatMap((n, i) =>
				i && n > (niveaux[i - 1] ?? 0) + 1 ? [`titre ${n} après ${niveaux[i - 1]}`] : [],
			);
			const muets = await page
				.locator('.nature, .statut, .verdict, .puce-etat')
				.evaluateAll((e) =>
					e.filter((el) => !/\p{L}{3}/u.test(el.textContent ?? '')).map((el) => `sans mot : ${el.className}`),
				);
			return [...sauts, ...muets];
		});
		expect(fautes).toEqual([]);
	});
});

describe('à l’impression', () => {
	it('chaque feuille porte le titre, la date des faits et l’adresse, sans menu', async () => {
		const page = await navigateur.newPage();
		await page.goto(`${adresse}/titres/tssi-2013/`);
		const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
		const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
		expect(totalPages).toBeGreaterThan(3);
		for (const [i, feuille] of text.entries()) {
			const plate = feuille.replace(/\s+/g, ' ');
			expect(plate).toContain('TSSI 2013, Technicien(ne) supérieur(e) de support en informatique');
			expect(plate).toContain('faits réunis au');
			expect(plate).toContain('/titres/tssi-2013/');
			expect(plate).toContain(`${i + 1} / ${totalPages}`);
			expect(plate).not.toContain('Me situer');
		}
		await page.close();
	});

	it('les compétences d’une lignée s’impriment toutes, sous les noms des versions répétés', async () => {
		const page = await navigateur.newPage();
		await page.goto(`${adresse}/lignees/systemes-et-reseaux/`);
		const { versions, cases } = await page.locator('.matrice').evaluate((t) => ({
			versions: [...t.querySelectorAll('thead a')].map((a) => a.textContent ?? ''),
			cases: [...t.querySelectorAll('td')].filter((td) => td.querySelector('a')).length,
		}));
		expect(versions.length).toBeGreaterThan(1);
		const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
		const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
		const serrer = (texte: string) => texte.replace(/\s+/g, '');
		const tete = serrer(`Compétence${versions.join('')}`);
		const feuilles = text.map(serrer).filter((f) => f.includes(tete));
		expect(feuilles.join('').match(/relue|Àvérifier|proposée/g)).toHaveLength(cases);
		await page.close();
	});
});
