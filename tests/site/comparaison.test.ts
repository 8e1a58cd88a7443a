import type { Element } from 'hast';
import { describe, expect, inject, it } from 'vitest';
import { navigateur } from '../navigateur.ts';
import { attribut, dire, lireArbre, tous, un } from './arbre.ts';
import { annonce, cacherPages, ECRANS, texte, visiter } from './outils-gestes.ts';
import { lirePages } from './pages.ts';

/** The two ways to see a comparison: its page, and the tool. */
const FACONS = [
	['sa page', '/comparer/tsgri-2003/tsgeri-2008/'],
	['l’outil', '/comparer/?titres=tsgri-2003,tsgeri-2008&lignes=differences'],
] as const;

it('la liste des comparaisons prêtes donne chaque paire sous ses deux versions, dans l’ordre de leurs noms', () => {
	const rangees = tous(lireArbre('dist', '/comparer/'), 'tr').flatMap((rangee) =>
		tous(rangee, 'th')
			.filter((th) => attribut(th, 'scope') === 'row')
			.map((th) => ({
				sigle: dire(th).trim().split(' ')[0] ?? '',
				annee: / (\d{4})/.exec(dire(th))?.[1] ?? '',
				liens: tous(rangee, 'a').map((a) => attribut(a, 'href')),
			})),
	);
	const prete = ({ chemin }: { chemin: string }) => /^\/comparer\/[^/]+\/[^/]+\/$/.test(chemin);
	const pages = lirePages()
		.map(({ chemin }) => ({ chemin }))
		.filter(prete);
	expect(pages.length).toBeGreaterThan(20);
	for (const { chemin } of pages) {
		const versions = rangees.filter(({ liens }) => liens.includes(chemin));
		expect(versions.map(({ sigle, annee }) => `${sigle}-${annee}`.toLowerCase()).sort()).toEqual(
			chemin.split('/').slice(2, 4).sort(),
		);
	}
	const sigles = rangees.map(({ sigle }) => sigle);
	expect(sigles).toEqual(sigles.toSorted());
});

it('l’épreuve que l’on ne connaît que d’un côté ne se compare pas : la page mène à elle', () => {
	const page = lireArbre('dist', '/comparer/tsgri-2003/tssr-2026/');
	const section = tous(page, 'section').find((s) => tous(s, '#epreuves').length > 0) as Element;
	expect(dire(section).replace(/\s+/g, ' ')).toContain(
		'L’épreuve du TSGRI 2003 n’est pas encore relevée : rien ne se compare.',
	);
	expect(tous(section, 'a').map((a) => attribut(a, 'href'))).toEqual(['/titres/tssr-2026/#epreuves']);
	expect(tous(section, 'table')).toEqual([]);
});

it('la page d’une version mène une fois à chacune de ses comparaisons, et dit une fois leur nature', () => {
	const page = lireArbre('dist', '/titres/tssr-2018/');
	const liens = (noeud: Element) => tous(noeud, 'a').map((a) => attribut(a, 'href'));
	const autour = un(page, '.voisinages');
	expect(dire(autour).match(/parenté éditoriale/g)).toHaveLength(1);
	for (const ancienne of ['tsrit-2003', 'tsgeri-2008', 'tssi-2013'])
		expect(liens(autour)).toContain(`/comparer/${ancienne}/tssr-2018/`);
	const section = tous(page, 'section').find((s) => tous(s, '#lignee').length > 0) as Element;
	const pretes = liens(section).filter((href) => href.startsWith('/comparer/'));
	expect(pretes.length).toBeGreaterThan(6);
	expect(new Set(pretes).size).toBe(pretes.length);
});

it('la page d’une comparaison mène à ses compétences en CSV et en JSON, sans script', async () => {
	const { page, fermer } = await visiter(navigateur, FACONS[0][1], { javaScriptEnabled: false });
	const section = page.locator('.emporter');
	expect(await texte(page, '.emporter')).toContain(
		'Chaque compétence, avec sa nature, son statut, son motif et ses parentés',
	);
	for (const nom of ['tableau CSV', 'JSON']) {
		const adresse = await section.getByRole('link', { name: nom }).getAttribute('href');
		const recu = await (await fetch(inject('adresse') + adresse)).text();
		expect(recu, nom).toContain('tsgri-2003/ccp-1/c1');
	}
	await fermer();
});

it('ne propose de filtre que là où il y a à choisir, et n’appelle « Filtrer » que ce qui filtre', () => {
	const filtrees = lirePages().flatMap(({ chemin, html }) => {
		const formulaire = /<form class="filtres"[\s\S]*?<\/form>/.exec(html)?.[0];
		return formulaire ? [{ chemin, formulaire }] : [];
	});
	const groupes = filtrees.map(({ formulaire }) => formulaire.match(/<fieldset[\s\S]*?<\/fieldset>/g) ?? []);
	// The readings of this catalogue show both: comparisons with filters, and some without.
	expect(new Set(groupes.map((g) => g.length > 0))).toEqual(new Set([true, false]));
	for (const [rang, { chemin, formulaire }] of filtrees.entries()) {
		for (const groupe of groupes[rang] ?? [])
			expect(groupe.match(/type="checkbox"/g)?.length, chemin).toBeGreaterThan(1);
		expect(formulaire.includes('Filtrer'), chemin).toBe((groupes[rang] ?? []).length > 0);
		expect(formulaire, chemin).toContain('Touches p et n');
	}
});

it('« Tout montrer », dans le panneau des filtres, rend aussi ce que le statut cachait', async () => {
	const { page, fermer } = await visiter(
		navigateur,
		'/comparer/tsgri-2003/tsgeri-2008/?statut=relue&nature=reformulee',
	);
	const montrees = () => page.locator('.entree:visible').count();
	await page.locator('form[data-filtres]:not([hidden])').waitFor();
	const filtrees = await montrees();
	await page.getByText('Filtrer', { exact: true }).click();
	await page.locator('[data-filtres] [data-seulement=tout]').click();
	expect(await montrees()).toBeGreaterThan(filtrees);
	expect(await montrees()).toBe(await page.locator('.entree').count());
	expect(new URL(page.url()).search).toBe('');
	await fermer();
});

describe.each(FACONS)('une comparaison, par %s', (_, chemin) => {
	const ouvrir = async (options = {}) => {
		const visite = await visiter(navigateur, chemin, options);
		await visite.page.locator('form[data-filtres]:not([hidden])').waitFor();
		return visite;
	};
	it('se copie en texte et se cite, par les mêmes boutons', async () => {
		const { page, erreurs, fermer } = await ouvrir();
		const boutons = await page.locator('.emporter button').allTextContents();
		expect(boutons).toEqual(expect.arrayContaining(['Copier en texte', 'Copier la citation', 'Imprimer']));
		await page.getByRole('button', { name: 'Copier en texte' }).click();
		await page.getByText('La comparaison est copiée dans le presse-papiers.').waitFor();
		const copie = (await page.evaluate(() => navigator.clipboard.readText())).replace(/[\u00a0\u202f]/g, ' ');
		expect(copie).toMatch(/^TSGRI 2003 et TSGERI 2008 comparés\nhttp\S+\n\n/);
		// The copy holds a fact and a rule of the table, and both sides of an entry with its statut.
		expect(copie).toContain('TSGRI 2003 : RNCP1262');
		expect(copie).toMatch(/\nDurée pendant laquelle un CCP compte\nTSGRI 2003 : cinq ans/);
		expect(copie).toMatch(
			/\n\nReformulée.* Relue\nTSGRI 2003 : .*\(CCP \d, compétence \d+\)\nTSGERI 2008 : .*\(CCP.*\nMotif : /,
		);
		expect(copie).not.toMatch(/supprimé|ajouté :|Précédent/);
		await page.getByRole('button', { name: 'Copier la citation' }).click();
		await page.getByText('La citation est copiée dans le presse-papiers.').waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/Lignée.*empreinte [0-9a-f]{12}/);
		expect(erreurs).toEqual([]);
		await fermer();
	});
	it('donne l’adresse de chaque ligne, sans ce que le lecteur a filtré', async () => {
		const { page, erreurs, fermer } = await ouvrir();
		await page.getByText('Filtrer', { exact: true }).click();
		await page.locator('input[name=nature][value=identique]').uncheck();
		await page.keyboard.press('Escape');
		expect(page.url()).toContain('nature=');
		const entree = page.locator('.entree:visible').nth(3);
		await entree.getByRole('link', { name: /Lien vers cette ligne/ }).click();
		await page.getByText('L’adresse de cette ligne est copiée dans le presse-papiers.').waitFor();
		const copiee = await page.evaluate(() => navigator.clipboard.readText());
		expect(copiee).toBe(`${inject('adresse')}${chemin}#${await entree.getAttribute('id')}`);
		expect(erreurs).toEqual([]);
		await fermer();
	});
	it('rend, d’un libellé qu’on copie de l’écran, les seuls mots du texte', async () => {
		const { page, fermer } = await ouvrir();
		const phrases = page.locator('.entree q:has(ins, del)');
		expect(await phrases.count()).toBeGreaterThan(1);
		for (const phrase of [phrases.first(), phrases.last()]) {
			const copiee = await phrase.evaluate(async (q) => {
				getSelection()?.selectAllChildren(q);
				document.execCommand('copy');
				return navigator.clipboard.readText();
			});
			const mots = await phrase.evaluate((q) => {
				for (const lu of q.querySelectorAll('.lecteur')) lu.remove();
				return q.textContent;
			});
			expect(copiee.trim()).toBe(mots?.trim());
		}
		await fermer();
	});
});

it('l’outil compare aussi le reste du texte de deux versions qui n’ont pas de page, comme une page le fait', async () => {
	const titres = ['tssi-2013', 'tssr-2018'] as const;
	const lire = async (chemin: string, cadre: string) => {
		const { page, erreurs, fermer } = await visiter(navigateur, '/');
		await cacherPages(page);
		await page.goto(inject('adresse') + chemin);
		await page.locator(`${cadre} .section-comparee`).first().waitFor();
		const sections = await page
			.locator(`${cadre} .section-comparee`)
			.evaluateAll((s) =>
				s.map((e) => [
					e.querySelector('h2, h3')?.textContent,
					e.querySelectorAll('del, ins').length,
					e.querySelectorAll('.difference').length,
				]),
			);
		expect(erreurs).toEqual([]);
		await fermer();
		return sections;
	};
	const outil = await lire(`/comparer/?titres=${titres.join()}`, '[data-prose]');
	expect(outil.length).toBeGreaterThan(3);
	expect(outil.some(([, marques]) => Number(marques) > 0)).toBe(true);
	expect(outil).toEqual(await lire(`/comparer/${titres.join('/')}/texte/`, '.comparaison'));
});

describe.each(ECRANS)('une comparaison ($ecran)', ({ ecran: _, ...options }) => {
	it('mène à la ligne que dit l’adresse, sous la barre qui reste en vue', async () => {
		const { page, fermer } = await visiter(navigateur, '/comparer/tsgri-2003/tsgeri-2008/#de-ccp-2-c3', options);
		await page.locator('form[data-filtres]:not([hidden])').waitFor();
		const place = () =>
			page.evaluate(() => {
				const barre = document.querySelector('.barre-filtres')?.getBoundingClientRect();
				const entree = document.querySelector('#de-ccp-2-c3')?.getBoundingClientRect();
				return (entree?.top ?? 0) - (barre?.bottom ?? 0);
			});
		await expect.poll(place).toBeGreaterThanOrEqual(0);
		expect(await place()).toBeLessThan(60);
		await fermer();
	});
});

describe('quatre versions à la fois', () => {
	const QUATRE = '/comparer/?titres=tsgri-2003,tsgeri-2008,tssi-2013,tssr-2018';
	it('se lisent une compétence par ligne, d’après les lectures publiées', async () => {
		const { page, erreurs, fermer } = await visiter(navigateur, QUATRE);
		await annonce(page, /4 versions/);
		const rangee = page.locator('#partie-competences-table tbody tr', {
			has: page.locator('th', { hasText: /^Exploiter les réseaux informatiques de l’entreprise$/ }),
		});
		const cases = (await rangee.locator('td').allInnerTexts()).map((t) => t.replace(/\s+/g, ' '));
		expect(cases[0]).toBe('CCP 1, compétence 4');
		expect(cases[1]).toContain('Exploiter et sécuriser les réseaux locaux');
		expect(cases[1]).toContain('reformulée, relue');
		expect(cases[2]).toContain('apparentée, relue');
		expect(erreurs).toEqual([]);
		await fermer();
	});
	it('montrent au téléphone, sous chaque ligne, la valeur de chaque version à la suite de son nom', async () => {
		const { page, fermer } = await visiter(navigateur, QUATRE, {
			viewport: { width: 360, height: 740 },
			hasTouch: true,
		});
		await annonce(page, /4 versions/);
		const cellules = page.locator('#partie-competences-table tbody tr').first().locator('th, td');
		const places = await cellules.evaluateAll((cs) =>
			cs.map((c) => {
				const { left, right, top } = c.getBoundingClientRect();
				return { entiere: left >= 0 && right <= innerWidth, top, nom: getComputedStyle(c, '::before').content };
			}),
		);
		expect(places.map(({ entiere }) => entiere)).toEqual(Array(5).fill(true));
		expect(places.map(({ top }) => top)).toEqual(places.map(({ top }) => top).toSorted((a, b) => a - b));
		expect(places.slice(1).map(({ nom }) => nom.replace(/^"|\u00a0: "$/g, ''))).toEqual([
			'TSGRI 2003',
			'TSGERI 2008',
			'TSSI 2013',
			'TSSR 2018',
		]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		await fermer();
	});
	it.each(ECRANS)(
		'laissent voir sous leur en-tête le lien qu’atteint le clavier ($ecran)',
		async ({ ecran: _, ...options }) => {
			const { page, fermer } = await visiter(navigateur, QUATRE, options);
			await annonce(page, /4 versions/);
			const liens = page.locator('.nombreuses tbody a');
			const lien = liens.nth((await liens.count()) - 12);
			await lien.evaluate((a) => a.scrollIntoView({ block: 'start' }));
			const [dessous, haut] = await lien.evaluate((a) => [
				a.closest('table')?.querySelector('thead th:last-child')?.getBoundingClientRect().bottom ?? 0,
				a.getBoundingClientRect().top,
			]);
			expect(haut).toBeGreaterThanOrEqual(dessous as number);
			await fermer();
		},
	);
	it('s’impriment sur une feuille en travers', async () => {
		const { page, fermer } = await visiter(navigateur, QUATRE);
		await annonce(page, /4 versions/);
		await page.emulateMedia({ media: 'print' });
		// `page` is set on the body: set inside it, it would start a new sheet.
		expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('page'))).toBe('paysage');
		await fermer();
	});
});

it('les touches n et p marchent d’un bouton ou d’une case, pas d’un champ, et s’éteignent', async () => {
	const { page, fermer } = await visiter(navigateur, '/comparer/tsgri-2003/tsgeri-2008/');
	await page.locator('form[data-filtres]:not([hidden])').waitFor();
	const ici = () => page.evaluate(() => document.activeElement?.id);
	await page.getByText('Filtrer', { exact: true }).click();
	const touches = page.getByLabel('Touches p et n');
	await touches.focus();
	await page.keyboard.press('n');
	expect(await ici()).toMatch(/^(de|vers)-/);
	await page.locator('#q-en-tete').focus();
	await page.keyboard.press('n');
	expect(await ici()).toBe('q-en-tete');
	await touches.uncheck();
	await page.keyboard.press('n');
	expect(await ici()).not.toMatch(/^(de|vers)-/);
	await fermer();
});

it('le lien de chaque ligne dit laquelle', async () => {
	for (const paire of ['tsgeri-2008/tssr-2026', 'tsgri-2003/tssr-2018']) {
		const { page, fermer } = await visiter(navigateur, `/comparer/${paire}/`);
		await page.locator('.lien-entree').first().waitFor();
		const noms = await page.locator('.lien-entree').evaluateAll((a) => a.map((e) => e.getAttribute('aria-label')));
		expect(noms.length).toBe(await page.locator('.entree').count());
		expect(new Set(noms).size).toBe(noms.length);
		await fermer();
	}
});
it('une ligne du sommaire mène à chaque partie de la page', async () => {
	for (const chemin of [FACONS[0][1], FACONS[1][1], '/comparer/?titres=tsgri-2003,tssi-2013,tssr-2018']) {
		const { page, fermer } = await visiter(navigateur, chemin);
		if (chemin.includes('?')) await annonce(page, /côte à côte/);
		const vises = await page
			.locator('.sommaire a')
			.evaluateAll((liens) =>
				liens.map((a) => [a.textContent, document.querySelector((a as HTMLAnchorElement).hash)?.tagName]),
			);
		expect(vises.length).toBeGreaterThan(3);
		expect(vises.filter(([, balise]) => balise !== 'H2' && balise !== 'H3')).toEqual([]);
		expect(await texte(page, '.sommaire')).toContain('Sur cette page');
		await fermer();
	}
});
