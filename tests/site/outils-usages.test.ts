import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { comparerExplique } from '../../src/domaine/comparaison/comparer.ts';
import type { Version } from '../../src/domaine/version.ts';
import { navigateur } from '../navigateur.ts';
import { fautesAxeDesThemes } from './axe.ts';
import {
	annonce,
	cacherPages,
	choisir,
	deplier,
	deplierTitres,
	ECRANS,
	rouvrir,
	tabulerJusqua,
	texte,
	visiter,
} from './outils-gestes.ts';

/** Addresses of the states of each tool, with a selector that is only there once the state is rendered. */
const ETATS: [string, string][] = [
	['/comparer/', '.outil fieldset:not([disabled])'],
	['/comparer/?titres=tssi-2013', '.choisies li'],
	['/comparer/?titres=tsgeri-2008,tssi-2013', '.entree'],
	['/comparer/?titres=tssi-2003,tssi-2008', '#blocs'],
	['/comparer/?titres=tssi-2003,tssr-2026', '#competences'],
	['/comparer/?titres=tssi-2003,tsgeri-2008,tssi-2013,tssr-2018&ordre=recente', '#deux-a-deux'],
	['/comparer/?titres=zz,tssi-2013/ccp-1', '[data-refus]:not([hidden])'],
	['/mes-ccp/', '.outil fieldset:not([disabled])'],
	['/mes-ccp/#titres=tssi-2013', '.titre-coche'],
	['/mes-ccp/#ccp=tssi-2003/ccp-1@2009-05-04,tssi-2003/ccp-2,tssi-2003/ccp-3&cible=tssi-2013', '.vise'],
	['/mes-ccp/#ccp=tsgri-2003/ccp-1@2007-01-01,tssr-2018/ccp-1,tssr-2018/ccs-1,zz/ccp-1', '.reponse'],
	['/me-situer/', '.outil fieldset:not([disabled])'],
	['/me-situer/#c=tssi-2013/ccp-1/c1.c2,tsgri-2003/ccp-1/c1', '.proche'],
];

describe('axe, en clair et en sombre', () => {
	it.each(ETATS)('%s', async (adresse, signe) => {
		const { page, fermer } = await visiter(navigateur, adresse);
		await page.locator(signe).first().waitFor();
		await page.evaluate(() => {
			for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
		});
		expect(await fautesAxeDesThemes(page)).toEqual([]);
		await fermer();
	});
	it.each([
		['/comparer/', 'version'],
		['/mes-ccp/', 'titre'],
	])('%s, liste ouverte', async (adresse, champ) => {
		const { page, fermer } = await visiter(navigateur, adresse);
		await page.locator('.outil fieldset:not([disabled])').first().waitFor();
		await page.locator(`#${champ}`).fill('ts');
		await page.locator(`#${champ}-liste [role=option]`).first().waitFor();
		expect(await fautesAxeDesThemes(page)).toEqual([]);
		await fermer();
	});
});

describe('le choix d’une version dans une liste', () => {
	it('suit le modèle ARIA : flèches, Entrée, Échap, recherche par mots et par codes, nombre annoncé', async () => {
		const { page, erreurs, fermer } = await visiter(navigateur, '/comparer/');
		const champ = page.locator('#version');
		const options = page.locator('#version-liste [role=option]');
		const active = () => page.locator('#version-liste [aria-selected=true]').textContent();
		await page.locator('.outil fieldset:not([disabled])').waitFor();
		await champ.focus();
		expect(await champ.getAttribute('aria-expanded')).toBe('false');
		await page.keyboard.press('ArrowDown');
		expect(await champ.getAttribute('aria-expanded')).toBe('true');
		expect(await options.count()).toBe(10);
		const premiere = await active();
		await page.keyboard.press('ArrowUp');
		expect(await active()).toBe(await options.last().textContent());
		await page.keyboard.press('ArrowDown');
		expect(await active()).toBe(premiere);
		await page.keyboard.press('Escape');
		expect(await options.first().isVisible()).toBe(false);
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('version');
		for (const [saisie, attendue] of [
			['rncp31115', 'TSSR 2018'],
			['RESEAUX d’entreprise', 'TSRIT 2003'],
			['support 2013', 'TSSI 2013'],
			['tssr-2018', 'TSSR 2018'],
		] as const) {
			await champ.fill(saisie);
			expect(await options.count()).toBe(1);
			expect(await active()).toContain(attendue);
			expect(await page.locator('.combobox [role=status]').textContent()).toBe('1 version.');
		}
		await champ.fill('introuvable');
		expect(await options.first().isVisible()).toBe(false);
		expect(await page.locator('.combobox [role=status]').textContent()).toContain('Aucune version');
		await page.keyboard.press('Enter');
		expect(page.url()).not.toContain('titres');
		await page.keyboard.press('Escape');
		expect(await champ.inputValue()).toBe('');
		await page.getByRole('button', { name: 'Montrer les versions' }).click();
		await options.filter({ hasText: 'TSSI 2013' }).click();
		expect(await page.locator('.choisies li').allTextContents()).toEqual(['TSSI 2013 Retirer']);
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('version');
		await champ.fill('tssi 2013');
		expect(await options.first().isVisible()).toBe(false);
		expect(erreurs).toEqual([]);
		await fermer();
	});
});

it('une date qu’un CCP ne peut porter est gardée et mise en doute, à venir comme d’avant le titre', async () => {
	for (const [jour, doute] of [
		['2031-01-15', /cette date est à venir/],
		['1999-01-15', /cette date est d’avant le début de cette version/],
	] as const) {
		const { page, fermer } = await visiter(navigateur, `/mes-ccp/#ccp=tsgri-2003/ccp-1@${jour}&au=2026-11-29`);
		await annonce(page, /1 bloc coché/);
		// Read with `textContent`, since this part of the answer is folded.
		expect(await page.locator('[data-resultat]').textContent()).toMatch(doute);
		await fermer();
	}
});

describe.each(ECRANS)('« Me situer » ($ecran)', ({ ecran, ...options }) => {
	it('répond d’abord pour le titre en vigueur, dans un écran, à côté de la question s’il y a la place', async () => {
		const { page, fermer } = await visiter(
			navigateur,
			'/me-situer/#c=tssi-2013/ccp-1/c1.c2,tssi-2013/ccp-2/c5',
			options,
		);
		const reponse = page.locator('.reponse');
		await reponse.waitFor();
		expect(await texte(page, '.reponse')).toMatch(
			/^Ce que vous pratiquez (?:couvre \d+ compétences? sur|ne couvre aucune des) 10 .*TSSR 2026, en vigueur au .* \(source secondaire, à vérifier\) : .*\.$/,
		);
		const boite = await reponse.boundingBox();
		expect((boite?.y ?? 9999) + (boite?.height ?? 0)).toBeLessThanOrEqual(options.viewport.height);
		const question = await page.locator('[data-question]').boundingBox();
		if (ecran === 'bureau') {
			expect(boite?.x).toBeGreaterThan((question?.x ?? 0) + (question?.width ?? 0));
			// The two headings are at the same height.
			const reponses = await page.locator('#resultat').boundingBox();
			expect(Math.abs((reponses?.y ?? 0) - (question?.y ?? 0))).toBeLessThan(8);
		} else expect(await page.locator('[data-question]').getAttribute('open')).toBeNull();
		await fermer();
	});
});

describe.each(ECRANS)('la comparaison libre ($ecran)', ({ ecran: _, ...options }) => {
	it('met l’ancienne d’abord quel que soit l’ordre, garde le clavier, revient en arrière, oublie', async () => {
		const { page, erreurs, fermer } = await visiter(
			navigateur,
			'/comparer/?titres=tssr-2018,tssi-2013,tsgri-2003',
			options,
		);
		await annonce(page, /3 versions côte à côte/);
		expect(await texte(page, '#cote-a-cote')).toBe('TSGRI 2003, TSSI 2013 et TSSR 2018, côte à côte');
		expect(await page.evaluate(() => localStorage.length)).toBe(0);
		await rouvrir(page);
		await page.getByRole('button', { name: 'Retirer TSSI 2013' }).focus();
		await page.keyboard.press('Enter');
		await annonce(page, /2 versions côte à côte/);
		expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Retirer TSSR 2018');
		expect(page.url()).toMatch(/\?titres=tsgri-2003,tssr-2018$/);
		expect(await page.locator('.entree').count()).toBeGreaterThan(20);
		await page.goBack();
		await annonce(page, /3 versions côte à côte/);
		expect(await page.locator('[data-recentes] a').allTextContents()).toEqual(['TSGRI 2003 et TSSR 2018']);
		await page.reload();
		await page.locator('[data-recentes] a').waitFor();
		await page.getByRole('button', { name: 'Oublier ces comparaisons' }).click();
		expect(await page.locator('[data-recentes]').isVisible()).toBe(false);
		expect(await page.evaluate(() => localStorage.length)).toBe(0);
		await rouvrir(page);
		for (const nom of ['TSGRI 2003', 'TSSI 2013', 'TSSR 2018'])
			await page.getByRole('button', { name: `Retirer ${nom}` }).click();
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('version');
		expect(new URL(page.url()).search).toBe('');
		expect(await texte(page)).toBe('');
		expect(erreurs).toEqual([]);
		await fermer();
	});
	it('de versions passées, dit d’abord ce qui est en vigueur, et laisse le formulaire se replier', async () => {
		const { page, fermer } = await visiter(
			navigateur,
			'/comparer/?titres=tsgri-2003,tsgeri-2008,tssi-2013,tssr-2018',
			options,
		);
		await annonce(page, /4 versions/);
		expect(await texte(page, '[data-resultat] .etat')).toMatch(
			/^Aucune de ces versions n’est plus en vigueur\. En vigueur au .* : TSSR 2026 \(.*à vérifier\)\.$/,
		);
		const boite = await page.locator('[data-resultat] .etat').boundingBox();
		expect((boite?.y ?? 9999) + (boite?.height ?? 0)).toBeLessThanOrEqual(options.viewport.height);
		for (const police of await page
			.locator('.legende-versions .libelle')
			.evaluateAll((noms) => noms.map((nom) => getComputedStyle(nom).fontFamily)))
			expect(police).toContain('Serif');
		await fermer();
	});
	it('refuse une cinquième version en le disant', async () => {
		const { page, fermer } = await visiter(
			navigateur,
			'/comparer/?titres=tssi-2003,tsgri-2003,tssi-2013,tssr-2018',
			options,
		);
		await annonce(page, /4 versions/);
		await rouvrir(page);
		await choisir(page, 'version', 'tsgeri 2008', 'TSGERI 2008');
		expect(await page.locator('.combobox [role=status]').textContent()).toContain('4 versions au plus');
		expect(await page.locator('.choisies li').count()).toBe(4);
		await fermer();
	});
	it('donne la correspondance officielle de deux versions dont seuls les CCP sont connus', async () => {
		const { page, fermer } = await visiter(
			navigateur,
			'/comparer/?titres=tssi-2008,tssi-2003&lignes=differences',
			options,
		);
		await page.locator('#blocs').waitFor();
		const lignes = await page.locator('section[aria-labelledby=blocs] tbody tr').allInnerTexts();
		expect(
			lignes.map((l) =>
				l
					.replace(/\s+/g, ' ')
					.replace(/TSSI 20\d\d : /g, '')
					.trim(),
			),
		).toEqual([
			'CCP 1, Intervenir à distance et au premier niveau en informatique CCP 1, Intervenir et assister à distance en centre de services informatiques',
			'CCP 2, Intervenir à distance et au deuxième niveau en informatique CCP 2, Intervenir et assister sur les systèmes et les réseaux informatiques CCP 3, Intervenir et assister sur les applications informatiques transverses',
			"CCP 3, Assurer la gestion technique d'un parc informatique et d'un service d'assistance « Néant » : aucun CCP ne lui correspond",
		]);
		await fermer();
	});
	it('se copie, se télécharge et se cite', async () => {
		const { page, erreurs, fermer } = await visiter(
			navigateur,
			'/comparer/?titres=tsgri-2003,tsgeri-2008&lignes=differences',
			options,
		);
		await annonce(page, /2 versions/);
		await page.getByRole('button', { name: 'Copier en texte' }).click();
		await page.getByText('La comparaison est copiée dans le presse-papiers.').waitFor();
		const copie = await page.evaluate(() => navigator.clipboard.readText());
		expect(copie).toMatch(
			/^TSGRI 2003 et TSGERI 2008 comparés\nhttp.*\?titres=tsgri-2003,tsgeri-2008&lignes=differences\n\nIDENTITÉ\n/,
		);
		const [fichier] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Télécharger en CSV' }).click(),
		]);
		expect(fichier.suggestedFilename()).toBe('lignee-tsgri-2003--tsgeri-2008.csv');
		const lire = async () => {
			await page.locator('summary', { hasText: 'Citer cette comparaison' }).click();
			await page.locator('.citation-texte', { hasText: 'empreinte' }).waitFor();
			return texte(page, '.citation-texte');
		};
		const [competences] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Télécharger les compétences en CSV' }).click(),
		]);
		// The download is the same as the published file.
		const publie = await page.evaluate(async () =>
			(await fetch('/donnees/comparaisons/tsgri-2003--tsgeri-2008.csv')).text(),
		);
		const recu = readFileSync(await competences.path(), 'utf8');
		expect(recu.replace('\ufeff', '')).toBe(publie.replace('\ufeff', ''));
		const citation = await lire();
		expect(citation).toMatch(
			/« TSGRI 2003 et TSGERI 2008 comparés ».*empreinte [0-9a-f]{12}, http.*\?titres=tsgri-2003,tsgeri-2008&lignes=differences, consulté le \d/,
		);
		await page.reload();
		await annonce(page, /2 versions/);
		expect(await lire()).toBe(citation);
		// The citation has the address of what is shown.
		await rouvrir(page);
		await page.locator('[name=differences]').uncheck();
		await annonce(page, /2 versions/);
		expect(await lire()).toBe(citation.replace('&lignes=differences', ''));
		expect(erreurs).toEqual([]);
		await fermer();
	});
});

describe('deux versions qui n’ont pas de page', () => {
	it('se comparent dans le navigateur, comme à la construction, et c’est dit', async () => {
		const { versions, lexique } = lireCatalogue('content');
		const [de, vers] = ['tsgri-2003', 'tssr-2018'].map((id) => versions.find((v) => v.id === id)) as [Version, Version];
		const attendues = comparerExplique(de, vers, undefined, lexique).comparaison.competences;
		const { page, erreurs, demandes, fermer } = await visiter(navigateur, '/');
		await cacherPages(page);
		await page.goto(`${inject('adresse')}/comparer/?titres=tssr-2018,tsgri-2003`);
		await page.locator('.entree').first().waitFor();
		expect(await texte(page)).toContain('Rapprochement automatique, fait à l’instant par votre navigateur.');
		expect(await texte(page)).not.toContain('Ces deux versions ont leur page');
		const lues = await page.locator('.entree').evaluateAll((lis) =>
			lis.map((li) => ({
				nature: (li as HTMLElement).dataset.nature,
				statut: (li as HTMLElement).dataset.statut,
				ids: [...li.querySelectorAll<HTMLAnchorElement>('a[href*="/titres/"]')].map((a) =>
					a.pathname.slice('/titres/'.length, -1),
				),
			})),
		);
		expect(lues.map(({ nature, statut }) => [nature, statut])).toEqual(
			attendues.map((e) => [e.nature ?? 'a-verifier', e.statut]),
		);
		for (const [i, { ids }] of lues.entries())
			expect(ids).toEqual(expect.arrayContaining([...(attendues[i]?.de ?? []), ...(attendues[i]?.vers ?? [])]));
		expect(await page.locator('.entree', { hasText: 'Termes communs' }).count()).toBeGreaterThan(0);
		expect(demandes.some((url) => url.endsWith('/outils/lexique.json'))).toBe(true);
		expect(erreurs).toEqual([]);
		await fermer();
	});
});

describe('« Mes CCP »', () => {
	it('se parcourt au clavier, sans perdre l’état en passant par une ancre de la page', async () => {
		const { page, fermer } = await visiter(navigateur, '/mes-ccp/#ccp=tssi-2003/ccp-1');
		await page.locator('.reponse').first().waitFor();
		const adresse = page.url();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
		await expect.poll(() => page.url()).toBe(adresse);
		await page.locator('a[href="#demander"]').first().click();
		await expect.poll(() => page.url()).toBe(adresse);
		expect(await page.locator('.vise').count()).toBeGreaterThan(1);
		await fermer();
	});
	it('de tous les titres, tient apart ce que des textes tranchent et ce qu’aucun ne tranche', async () => {
		const { page, fermer } = await visiter(navigateur, '/mes-ccp/#ccp=tsgri-2003/ccp-2@2007-03-15&au=2012-03-16');
		await page.locator('.preuve > summary').click();
		// Article 3 bis of the arrêté SOCF0311961A: one to one, to the TSGERI of 2008 and no further.
		expect((await page.locator('article h3').allInnerTexts()).map((t) => t.replace(/\s+/g, ' '))).toEqual([
			'TSGERI 2008',
			'TSGRI 2003',
		]);
		const tsgeri = (await page.locator('article').first().innerText()).replace(/\s+/g, ' ');
		expect(tsgeri).toContain('Acquis (1)');
		expect(tsgeri).toContain('CCP 2, Exploiter et mettre en exploitation les ressources d’un système informatique');
		expect(tsgeri).toMatch(
			/CCP 2 du TSGRI 2003 : réputé avoir obtenu le CCP 2 du TSGERI 2008\. Arrêté du 9 décembre 2003 \(NOR SOCF0311961A\).*art\. 3 bis/,
		);
		expect(tsgeri).toMatch(/Reste à obtenir \(2\) CCP 1, Assurer l’administration .* CCP 3, Proposer aux décideurs/);
		// The annexe of the TSGERI states no rule; that of the TSGRI is applied to its own CCP, on the day asked for.
		expect(tsgeri).toContain('Combien de temps un CCP du TSGERI 2008 compte : nos sources n’ont pas sa règle.');
		expect(await texte(page, '.regle-duree >> nth=0')).toContain(
			'obtenu le 15 mars 2007. 5 ans plus tard : le 15 mars 2012. D’après cette règle, ce délai est dépassé au 16 mars 2012.',
		);
		const muets = (await page.locator('.muets li').allInnerTexts()).map((t) => t.replace(/\s+/g, ' '));
		expect(muets).toHaveLength(8);
		const tsgeri2013 = muets.find((t) => t.startsWith('TSGERI 2013'));
		expect(tsgeri2013).toContain(
			'Le TSGERI 2013 succède officiellement au TSGRI 2003, mais nos sources n’ont pas le texte',
		);
		expect(tsgeri2013).toContain('aucun tableau de correspondance des CCP n’a été trouvé');
		expect(muets.find((t) => t.startsWith('TSSR 2018'))).toContain('parenté éditoriale, sans texte officiel trouvé');
		await fermer();
	});
	it('répond dans un écran de téléphone, le délai dépassé compris, avec de quoi agir, et replie la preuve', async () => {
		const { page, fermer } = await visiter(navigateur, '/mes-ccp/#ccp=tssi-2008/ccp-2@2010', {
			viewport: { width: 360, height: 740 },
			hasTouch: true,
		});
		await page.locator('.reponse').waitFor();
		expect(await texte(page, '.reponse')).toMatch(
			/^Rien dans nos sources ne dit que ce que vous détenez compte pour le TSSR 2026, en vigueur.*à vérifier.*Demandez-le avant de vous inscrire\./,
		);
		expect(await texte(page, '.reponse-delai')).toMatch(/^Délai dépassé, fini au plus tard le 31 décembre 2015/);
		expect(await texte(page, '[data-question] > summary')).toBe('Vos CCP : TSSI 2008, CCP 2 obtenu en 2010. Modifier');
		for (const agir of ['a[href="#demander"]', 'a[href*="/rncp/42463/"]']) {
			const boite = await page.locator(`[data-resultat] ${agir}`).first().boundingBox();
			expect((boite?.y ?? 9999) + (boite?.height ?? 0), agir).toBeLessThanOrEqual(740);
		}
		await annonce(page, /^Délai dépassé/);
		expect(await page.locator('.vise').first().isVisible()).toBe(false);
		await page.locator('.preuve > summary').click();
		// What is acquired is always said with its time limit and the state of its title.
		const acquis = await page.locator('.issue h4', { hasText: 'Acquis' }).allInnerTexts();
		expect(acquis.length).toBeGreaterThan(0);
		for (const titre of acquis) expect(titre.replace(/\s+/g, ' ')).toMatch(/^Acquis \(\d\), délai .*, titre /);
		await page.locator('[data-question] > summary').click();
		await page.locator('#tssi-2008-ccp-2-date').fill('mai 2010');
		await page.getByRole('button', { name: 'Voir la réponse' }).click();
		expect(new URL(page.url()).hash).toBe('#ccp=tssi-2008/ccp-2@2010-05');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('resultat');
		expect(await page.locator('#tssi-2008-ccp-2').isVisible()).toBe(false);
		await fermer();
	});
	it('ne fait pas demander si un CCP vaut pour le titre même dont il est', async () => {
		const { page, fermer } = await visiter(navigateur, '/mes-ccp/#ccp=tssr-2026/ccp-1@2026-10-01');
		await page.locator('.reponse').waitFor();
		expect(await texte(page, '.reponse')).toMatch(/^Vous avez 1 CCP sur 3 du TSSR 2026, en vigueur/);
		expect(await texte(page, '.a-faire')).not.toContain('équivalence');
		expect(await texte(page, '.a-faire')).toContain('Pour ce qui reste à obtenir : une formation, ou la VAE');
		await page.evaluate(() => (location.hash = '#ccp=tssr-2018/ccp-1,tssr-2026/ccp-1,tssr-2026/ccp-2,tssr-2026/ccp-3'));
		await expect
			.poll(() => texte(page, '.a-faire'))
			.toMatch(/« Je détiens le CCP 1 du TSSR 2018\. Ai-je une équivalence/);
		await page.evaluate(() => (location.hash = '#ccp=tssr-2026/ccp-1,tssr-2026/ccp-2,tssr-2026/ccp-3'));
		await expect.poll(() => texte(page, '.a-faire')).toContain('Un jury attribue le titre : demandez');
		await fermer();
	});
	it('rend une date dans la forme où elle se demande, et ne dit qu’une fois le délai dépassé dans la réponse', async () => {
		const { page, fermer } = await visiter(navigateur, '/mes-ccp/#ccp=tsgri-2003/ccp-1@2005-10-01&cible=tsgeri-2008');
		await page.locator('.reponse').waitFor();
		expect(await page.locator('#tsgri-2003-ccp-1-date').inputValue()).toBe('01/10/2005');
		expect(await texte(page, '.reponse')).toMatch(
			/^Vous êtes réputé avoir 1 CCP sur 3 du TSGERI 2008, qui n’est plus en vigueur\.$/,
		);
		expect(await texte(page, '.reponse-delai')).toMatch(
			/^Délai dépassé, fini le 1er octobre 2010 \(règle du TSGRI 2003\)\.$/,
		);
		expect(await page.locator('.reponse-delai sup').count()).toBe(1);
		await fermer();
	});
	it('d’une révision du titre, renvoie à l’arrêté et ne dit pas le délai dépassé', async () => {
		const { page, fermer } = await visiter(navigateur, '/mes-ccp/#ccp=tssr-2018/ccp-1@2020-01-10&cible=tssr-2023');
		await page.locator('.preuve > summary').click();
		const dit = await texte(page);
		expect(dit).toContain(
			'En cas de révision du titre, l’arrêté de spécialité fixe les correspondances entre les CCP de l’ancien titre et ceux du titre révisé.',
		);
		expect(dit).toContain(
			'le TSSR 2018 n’est plus valide depuis le 1er septembre 2023 (fin de l’enregistrement RNCP31115). Il a été révisé',
		);
		expect(dit).not.toContain('Délai dépassé');
		expect(dit).toContain('Aucun texte de nos sources ne tranche');
		await fermer();
	});
	it('retire un titre, et Retour le rend', async () => {
		const { page, fermer } = await visiter(navigateur, '/mes-ccp/#ccp=tssi-2003/ccp-1,tssi-2013/ccp-2');
		await page.locator('.reponse').first().waitFor();
		await page.getByRole('button', { name: 'Retirer ce titre, TSSI 2003' }).click();
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('titre');
		expect(new URL(page.url()).hash).toBe('#ccp=tssi-2013/ccp-2');
		await page.goBack();
		await expect.poll(() => page.locator('.titre-coche').count()).toBe(2);
		await fermer();
	});
});

describe('« Mes CCP », depuis une page qui ne l’est pas', () => {
	it('est à un lien de chaque version dont les CCP sont connus, qui s’y trouve déjà', async () => {
		const { versions } = lireCatalogue();
		const connues = versions.filter(({ blocs }) => blocs.length > 0);
		const liens = (id: string) =>
			[...readFileSync(`dist/titres/${id}/index.html`, 'utf8').matchAll(/href="\/mes-ccp\/#([^"]+)"/g)].map(
				([, f]) => f,
			);
		for (const { id } of versions)
			expect(liens(id), id).toEqual(connues.some((v) => v.id === id) ? [`titres=${id}`] : []);
		const { page, erreurs, fermer } = await visiter(navigateur, '/titres/tssr-2026/');
		const obtenir = page.getByRole('link', { name: 'Comment l’obtenir' });
		expect(await obtenir.getAttribute('href')).toBe('/guides/obtenir/');
		await page.getByRole('link', { name: 'J’ai un CCP', exact: true }).click();
		await page.locator('.titre-coche').waitFor();
		expect(await texte(page, '.titre-coche > legend')).toContain('TSSR 2026');
		expect(await page.locator('[data-refus]').isVisible()).toBe(false);
		expect(erreurs).toEqual([]);
		await fermer();
	});
	it('répond aussitôt pour le bloc dont on vient', async () => {
		const { page, erreurs, fermer } = await visiter(navigateur, '/titres/tssi-2013/ccp-2/');
		await page.getByRole('link', { name: /^J’ai ce CCP/ }).click();
		await annonce(page, /1 bloc coché/);
		expect(await page.locator('.titre-coche input:checked').getAttribute('id')).toBe('tssi-2013-ccp-2');
		expect(erreurs).toEqual([]);
		await fermer();
	});
	it('ne promet pas d’obtenir une version qui n’est plus en vigueur', async () => {
		const { page, fermer } = await visiter(navigateur, '/titres/tssi-2013/');
		expect(await page.getByRole('link', { name: 'Comment obtenir un titre' }).count()).toBe(1);
		expect(await page.getByRole('link', { name: 'Comment l’obtenir' }).count()).toBe(0);
		await fermer();
	});
});

describe('« Me situer »', () => {
	it('coche et décoche par bloc et par titre, et Retour défait un geste groupé', async () => {
		const { page, fermer } = await visiter(navigateur, '/me-situer/#titres=tssr-2018');
		await page.locator('.titre-coche').waitFor();
		const cochees = () => page.locator('.titre-coche input:checked').count();
		await deplier(page, /^CCP 2/);
		await page.getByRole('button', { name: 'Cocher ce bloc, CCP 2 du TSSR 2018' }).click();
		await annonce(page, /5 compétences cochées/);
		const tssr = page.locator('.proche h3', { hasText: 'TSSR 2018' });
		await expect.poll(() => tssr.textContent()).toContain('5 compétences sur 15');
		await page.getByRole('button', { name: 'Tout cocher, TSSR 2018' }).click();
		await annonce(page, /20 compétences cochées/);
		await expect.poll(() => tssr.textContent()).toContain('15 compétences sur 15');
		expect(await page.locator('.titre-coche > legend').textContent()).toContain('(20 sur 20)');
		await page.goBack();
		await expect.poll(cochees).toBe(5);
		await page.getByRole('button', { name: 'Tout décocher, TSSR 2018' }).click();
		await expect.poll(cochees).toBe(0);
		expect(await page.locator('.titre-coche').count()).toBe(1);
		await page.getByRole('button', { name: 'Tout effacer' }).click();
		expect(new URL(page.url()).hash).toBe('');
		await fermer();
	});
	it('au téléphone, laisse sa place à la réponse et se rouvre d’un geste', async () => {
		const { page, erreurs, fermer } = await visiter(navigateur, '/me-situer/#c=tssi-2013/ccp-2/c1.c3', {
			viewport: { width: 360, height: 740 },
			hasTouch: true,
		});
		await page.locator('#resultat').waitFor();
		expect(await page.locator('[data-titres]').isVisible()).toBe(false);
		expect(await texte(page, '[data-question] > summary')).toMatch(/2 compétences pratiquées, TSSI 2013\. Modifier/);
		const boite = await page.locator('#resultat').boundingBox();
		expect(boite?.y).toBeLessThan(740);
		await page.locator('[data-question] > summary').click();
		expect(await page.locator('[data-titres]').isVisible()).toBe(true);
		// Enter in the search field does not submit the form, which would fold it.
		await page.locator('#mots').fill('annuaire');
		await page.keyboard.press('Enter');
		expect(await page.locator('[data-titres]').isVisible()).toBe(true);
		await page.getByRole('button', { name: 'Voir le résultat' }).click();
		expect(await page.locator('[data-titres]').isVisible()).toBe(false);
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('resultat');
		expect(erreurs).toEqual([]);
		await fermer();
	});
	it('au téléphone, montre les blocs repliés, puis garde à l’écran ce qui est coché et le chemin de la réponse', async () => {
		const { page, erreurs, fermer } = await visiter(navigateur, '/me-situer/#titres=tsgri-2003,tssi-2013,tssr-2018', {
			viewport: { width: 360, height: 740 },
			hasTouch: true,
			isMobile: true,
		});
		await page.locator('.titre-coche').nth(2).waitFor();
		expect(await page.locator('.bloc-coche input:visible').count()).toBe(0);
		// Folded, three titles fit in three screens; their checkboxes would take many more.
		const titres = await page.locator('[data-titres]').boundingBox();
		expect(titres?.height).toBeLessThan(3 * 740);
		await deplier(page);
		const cases = page.locator('.bloc-coche input');
		await cases.first().check();
		const ligne = page.locator('[data-voir]');
		const boite = async () => (await ligne.boundingBox()) ?? { y: 9999, height: 0 };
		expect(await ligne.innerText()).toMatch(/^1\scompétence\scochée\s+Voir le résultat$/);
		expect(await page.locator('.bloc-coche > summary').first().innerText()).toMatch(/\(1 sur \d+\)$/);
		// The bar must be in view anywhere in the list, by touch or with the keyboard.
		for (const rang of [0, 20, 40]) {
			await cases.nth(rang).focus();
			await page.keyboard.press('Tab');
			const { y, height } = await boite();
			expect(y + height).toBeLessThanOrEqual(740);
			const focalisee = await page.evaluate(() => document.activeElement?.getBoundingClientRect().bottom ?? 9999);
			expect(focalisee).toBeLessThanOrEqual(y);
		}
		await ligne.getByRole('button').click();
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('resultat');
		expect(erreurs).toEqual([]);
		await fermer();
	});
	it('pèse chaque statut à part et ne compte ni le partiel ni le douteux', async () => {
		const { page, fermer } = await visiter(navigateur, '/me-situer/#c=tsgri-2003/ccp-1/c12');
		await page.locator('.proche').first().waitFor();
		expect(await page.locator('.proche:visible').count()).toBe(1);
		await deplierTitres(page);
		const titres = (await page.locator('.proche').allInnerTexts()).map((t) => t.replace(/\s+/g, ' '));
		// «Utiliser l’anglais…» stands twice in the TSGRI, once in the TSGERI and the TSSI, and nowhere in the TSSR.
		expect(titres.find((t) => t.startsWith('TSGRI 2003'))).toContain('2 compétences sur 24');
		for (const nom of ['TSGERI 2008', 'TSSI 2013'])
			expect(titres.find((t) => t.startsWith(nom))).toContain('1 par rapprochement relu');
		expect(titres.find((t) => t.startsWith('TSSR 2018'))).toContain('0 compétence sur 15');
		await fermer();
	});
	it('refuse un fichier qui n’est pas le sien, et nomme ce qu’un fichier a d’inconnu', async () => {
		const { page, erreurs, fermer } = await visiter(navigateur, '/me-situer/#c=tssi-2013/ccp-1/c1');
		await page.locator('.proche').first().waitFor();
		const donner = (contenu: string) =>
			page
				.locator('input[type=file]')
				.setInputFiles({ name: 'f.json', mimeType: 'application/json', buffer: Buffer.from(contenu) });
		await donner('{"format":"autre"}');
		await page.getByText('Ce fichier n’a pas été enregistré par cette page').waitFor();
		expect(await page.locator('.titre-coche input:checked').count()).toBe(1);
		await donner(
			JSON.stringify({
				format: 'lignee/me-situer',
				competences: ['tssr-2018/ccp-1/c1', '<img src=x>', 'tssr-2018/ccp-9/c1'],
			}),
		);
		await expect.poll(() => texte(page, '[data-refus]')).toContain('2 éléments de ce fichier');
		expect(await page.locator('.titre-coche input:checked').count()).toBe(1);
		await expect.poll(() => new URL(page.url()).hash).toBe('#c=tssr-2018/ccp-1/c1');
		expect(erreurs).toEqual([]);
		await fermer();
	});
});

describe('quand quelque chose manque', () => {
	it.each([
		['/comparer/', 'Ce qui se lit sans lui : les comparaisons prêtes', 'comparaisons prêtes'],
		['/mes-ccp/', '', 'correspondances officielles'],
		['/me-situer/', '', 'toutes les compétences'],
	])('sans JavaScript, %s dit ce qu’elle ferait et mène ailleurs', async (adresse, _, renvoi) => {
		const { page, fermer } = await visiter(navigateur, adresse, { javaScriptEnabled: false });
		const dit = await texte(page, 'main');
		expect(dit).toContain('a besoin de JavaScript');
		expect(dit.toLowerCase()).toContain(renvoi);
		expect(await page.locator('.outil').isVisible()).toBe(false);
		expect(await page.locator('main a').count()).toBeGreaterThan(2);
		await fermer();
	});
	it.each([
		['/comparer/?titres=tssi-2013,tssr-2018&lignes=differences', '**/outils/repertoire.json', '#cote-a-cote'],
		['/comparer/?titres=tssi-2013,tssr-2018&lignes=differences', '**/donnees/comparaisons/**', '#cote-a-cote'],
		['/mes-ccp/#ccp=tssi-2003/ccp-1', '**/outils/versions/tssi-2003.json', '.reponse'],
		['/mes-ccp/#ccp=tssi-2003/ccp-1', '**/outils/versions/tssi-2013.json', '.reponse'],
		['/me-situer/#c=tssi-2013/ccp-1/c1', '**/donnees/comparaisons/**', '.proche'],
	])('%s sans %s : le dit, et réessaie', async (adresse, fichier, signe) => {
		const { page, fermer } = await visiter(navigateur, '/');
		await page.route(fichier, (route) => route.abort());
		await page.goto(inject('adresse') + adresse);
		await page.locator('.panne').waitFor();
		expect(await texte(page, '.panne')).toContain('Les données n’ont pas pu être lues.');
		expect(await page.locator('.panne a').count()).toBe(2);
		await page.unroute(fichier);
		await page.getByRole('button', { name: 'Réessayer' }).click();
		await page.locator(signe).first().waitFor();
		expect(await page.locator('.panne').count()).toBe(0);
		await fermer();
	});
	it.each([
		['/comparer/?titres=tssi-2013,tssr-2018&lignes=differences', '**/outils/repertoire.json', '#cote-a-cote'],
		['/mes-ccp/#ccp=tssi-2003/ccp-1', '**/outils/repertoire.json', '.reponse'],
		['/mes-ccp/#ccp=tssi-2003/ccp-1', '**/outils/versions/**', '.reponse'],
		['/me-situer/#c=tssi-2013/ccp-1/c1', '**/donnees/comparaisons/**', '.proche'],
	])('%s, %s lent à venir : dit que la réponse vient, puis la donne', async (adresse, fichier, signe) => {
		const { page, fermer } = await visiter(navigateur, '/', { viewport: { width: 360, height: 740 } });
		const { promise: attente, resolve: laisser } = Promise.withResolvers<void>();
		await page.route(fichier, (route) => attente.then(() => route.continue()));
		await page.goto(inject('adresse') + adresse);
		await page.getByText('Réponse en cours…').waitFor();
		// The folded form keeps its name until the answer gives it another.
		expect(await texte(page, '[data-question] > summary > h2')).not.toBe('');
		laisser();
		await page.locator(signe).first().waitFor();
		expect(await page.getByText('Réponse en cours…').count()).toBe(0);
		await fermer();
	});
	it('un fichier tronqué est une panne comme une autre', async () => {
		const { page, fermer } = await visiter(navigateur, '/');
		await page.route('**/outils/versions/tssi-2013.json', (route) => route.fulfill({ body: '{"id":"tssi-2013","blo' }));
		await page.goto(`${inject('adresse')}/comparer/?titres=tssi-2013,tssr-2018&lignes=differences`);
		await page.locator('.panne').waitFor();
		await fermer();
	});
	it('sans index de recherche, « Me situer » mène à la liste et garde ses cases', async () => {
		const { page, fermer } = await visiter(navigateur, '/');
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.goto(`${inject('adresse')}/me-situer/#titres=tssi-2013`);
		await page.locator('.titre-coche').waitFor();
		await page.locator('#mots').fill('annuaire');
		await page.locator('[data-chercher] a').waitFor();
		expect(await page.locator('[data-chercher] a').getAttribute('href')).toBe('/competences/');
		await fermer();
	});
	it('une mémoire locale refusée ne gêne pas la comparaison', async () => {
		const { page, erreurs, fermer } = await visiter(navigateur, '/');
		await page.addInitScript(() => {
			Object.defineProperty(window, 'localStorage', {
				get: () => {
					throw new DOMException('refusée', 'SecurityError');
				},
			});
		});
		await page.goto(`${inject('adresse')}/comparer/`);
		await choisir(page, 'version', 'tssi 2013', 'TSSI 2013');
		await choisir(page, 'version', 'tssr 2018', 'TSSR 2018');
		await annonce(page, /2 versions côte à côte/);
		expect(erreurs).toEqual([]);
		await fermer();
	});
	it('une mémoire locale d’un autre, non plus', async () => {
		const { page, erreurs, fermer } = await visiter(navigateur, '/comparer/');
		for (const valeur of ['{', '3', '[["<b>"],3,null,["tssi-2013","zz-1900"],["tssi-2013","tssr-2018"]]']) {
			await page.evaluate((v) => localStorage.setItem('lignee.comparaisons-recentes', v), valeur);
			await page.reload();
			await page.locator('.outil fieldset:not([disabled])').waitFor();
		}
		expect(await page.locator('[data-recentes] a').allTextContents()).toEqual(['TSSI 2013 et TSSR 2018']);
		expect(erreurs).toEqual([]);
		await fermer();
	});
});

describe('ce que les outils chargent', () => {
	const outils = (demandes: readonly string[]) =>
		demandes
			.map((url) => new URL(url).pathname)
			.filter((p) => /^\/(outils|donnees)\//.test(p))
			.sort();
	it('est l’index et les versions choisies, jamais tout le catalogue', async () => {
		const { page, demandes, fermer } = await visiter(
			navigateur,
			'/comparer/?titres=tssi-2013,tssr-2018&lignes=differences',
		);
		await page.locator('.entree').first().waitFor();
		expect(outils(demandes)).toEqual([
			'/donnees/comparaisons/tssi-2013--tssr-2018.json',
			'/outils/repertoire.json',
			'/outils/versions/tssi-2013.json',
			'/outils/versions/tssr-2018.json',
		]);
		await fermer();
	});
	it('n’est que l’index tant que rien n’est choisi', async () => {
		for (const adresse of ['/comparer/', '/mes-ccp/', '/me-situer/']) {
			const { page, demandes, fermer } = await visiter(navigateur, adresse);
			await page.locator('.outil fieldset:not([disabled])').first().waitFor();
			expect(outils(demandes)).toEqual(['/outils/repertoire.json']);
			await fermer();
		}
	});
});

describe('au clavier', () => {
	it('on va du champ aux cases puis au résultat, et le focus se voit', async () => {
		const { page, fermer } = await visiter(navigateur, '/me-situer/#titres=tssi-2013');
		await page.locator('.titre-coche').waitFor();
		await page.locator('#titre').focus();
		await tabulerJusqua(page, '.bloc-coche > summary');
		await page.keyboard.press('Enter');
		await tabulerJusqua(page, 'input[value="tssi-2013/ccp-1/c2"]');
		const contour = (p: Page) => p.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
		expect(await contour(page)).not.toBe('none');
		await page.keyboard.press('Space');
		await annonce(page, /1 compétence cochée/);
		expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('tssi-2013/ccp-1/c2');
		await tabulerJusqua(page, '.proche summary', 90);
		await page.keyboard.press('Enter');
		expect(await page.locator('.proche details[open]').count()).toBe(1);
		await fermer();
	});
});
