import { readFileSync } from 'node:fs';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { navigateur } from '../navigateur.ts';

const adresse = inject('adresse');

/** Opens a page. @returns it, and the uncaught errors of its scripts */
async function ouvrir(
	contexte?: BrowserContext,
): Promise<{ page: Page; erreurs: string[]; fermer: () => Promise<void> }> {
	const sien = contexte ?? (await navigateur.newContext({ locale: 'fr-FR' }));
	const page = await sien.newPage();
	const erreurs: string[] = [];
	page.on('pageerror', ({ message }) => {
		// Harmless: a view transition is skipped if the browser leaves the page too early, and Pagefind rejects a second
		// promise, which nobody awaits, when a file fails to load.
		if (!/ViewTransition|Transition was|Failed to load (?:the )?Pagefind/.test(message)) erreurs.push(message);
	});
	return { page, erreurs, fermer: () => sien.close() };
}

/** The sentence that announces the result of a search, once it is done. */
async function etat(page: Page, motif = /résultat|Écrivez|Ces mots|pas pu se charger/): Promise<string> {
	const element = page.locator('[data-etat]').filter({ hasText: motif });
	await element.waitFor();
	return (await element.textContent()) ?? '';
}
const resultats = (page: Page) => page.locator('.resultats a').allTextContents();
const chemin = (q: string) => `${adresse}/recherche/?q=${encodeURIComponent(q)}`;

describe('la recherche répond à', () => {
	const demandes: Record<string, string> = {
		'dix mille signes': 'a'.repeat(10_000),
		'mille mots': 'annuaire réseau '.repeat(600),
		'des mots vides seulement': 'de la les et du au aux pour',
		'des élisions seulement': 'l’ d’ qu’ n’',
		'des espaces': ' \t\u00a0\u202f ',
		'de la ponctuation': '!?;:,.…«»()[]{}/\\|"\'`~^*+-=<>@#$%&_',
		'du balisage': '<script>alert(1)</script><img src=x onerror=alert(1)>',
		'une expression rationnelle': '(a+)+$ .* [^x] \\',
		'des entités et des pourcents': '&lt;b&gt; %00 %2e%2e %',
		'du SQL et des noms d’objets': "'; DROP TABLE titres; -- __proto__ constructor toString",
		'de l’arabe et de l’hébreu': 'مرحبا بالعالم שלום עולם',
		'du chinois et du japonais': '计算机网络管理 ネットワーク管理者',
		'du cyrillique et du grec': 'техник сети Τεχνικός δικτύου',
		'des emojis': '🙂👩‍👩‍👧‍👦🏳️‍🌈',
		'des accents empilés': `a${'\u0301'.repeat(500)}`,
		'un sens d’écriture renversé': '\u202eeriaunna',
		'un demi-signe': '\ud83d',
	};
	/** One page for all queries: none may be affected by the previous ones. */
	let commune: Awaited<ReturnType<typeof ouvrir>>;
	beforeAll(async () => {
		commune = await ouvrir();
		await commune.page.goto(`${adresse}/recherche/`);
	});
	afterAll(() => commune?.fermer());
	it.each(Object.entries(demandes))('%s', async (_, q) => {
		const { page, erreurs } = commune;
		// Set through the field, since a URL cannot hold a lone surrogate.
		await page.locator('#q').evaluate((champ, valeur) => {
			(champ as HTMLInputElement).value = valeur;
			(champ as HTMLInputElement).form?.requestSubmit();
		}, q);
		const repond = async () => {
			if (q.trim()) expect(await etat(page)).not.toContain('pas pu se charger');
			expect(await page.locator('main img, main script:not([type=module][src^="/_astro/"])').count()).toBe(0);
			expect(await page.locator('h1').textContent()).toContain('Recherche');
		};
		await repond();
		// The query must survive a reload, since it is kept in the URL.
		await page.reload();
		await repond();
		expect(erreurs).toEqual([]);
	});
	it('des mots que tous les libellés ont, en le disant', async () => {
		const { page, fermer } = await ouvrir();
		await page.goto(chemin('de la les'));
		expect(await etat(page)).toBe('Ces mots sont dans presque tous les libellés\u00A0: ajoutez-en un autre.');
		await fermer();
	});
	it('dix mille signes, en disant qu’il n’en a lu que le début', async () => {
		const { page, fermer } = await ouvrir();
		await page.goto(chemin(`annuaire ${'x'.repeat(10_000)}`));
		expect(await etat(page)).toContain('Seul le début de la demande a été lu.');
		await fermer();
	});
	it('une adresse mal encodée ou aux filtres inconnus', async () => {
		const { page, erreurs, fermer } = await ouvrir();
		for (const suite of [
			'q=%E0%A4%A',
			'q=%',
			'q=annuaire&genre=x&titre=%3Cb%3E&statut=',
			'q=annuaire&q=poste',
			'q[]=annuaire&q=annuaire',
		]) {
			await page.goto(`${adresse}/recherche/?${suite}`);
			expect(await etat(page), suite).not.toContain('pas pu se charger');
		}
		expect(erreurs).toEqual([]);
		await fermer();
	});
});

describe('l’index de recherche', () => {
	/** A search that loads a file of each kind, filters included. */
	const cherche = `${chemin('annuaire')}&genre=${encodeURIComponent('Compétences')}`;
	/** Folder of a file of the index, or its suffix. */
	const genreDe = (fichier: string) =>
		/^\/pagefind\/(?:(\w+)\/|.*\.(\w+)$)/.exec(fichier)?.slice(1).find(Boolean) ?? '';
	const lus = async (): Promise<string[]> => {
		const { page, fermer } = await ouvrir();
		const demandes = new Map<string, string>();
		page.on('request', (r) => {
			const { pathname } = new URL(r.url());
			if (pathname.startsWith('/pagefind/')) demandes.set(genreDe(pathname), pathname);
		});
		await page.goto(cherche);
		await page.locator('.resultats a').first().waitFor();
		await fermer();
		expect([...demandes.keys()].sort()).toEqual(['filter', 'index', 'js', 'json', 'notices', 'pagefind', 'pf_meta']);
		return [...demandes.values()];
	};
	const fautes: Record<string, (route: Route, fichier: string) => Promise<void>> = {
		absent: (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><p>404' }),
		bloqué: (route) => route.abort(),
		vide: (route) => route.fulfill({ status: 200, body: '' }),
		tronqué: (route, fichier) => {
			const octets = readFileSync(`dist${fichier}`);
			return route.fulfill({
				status: 200,
				contentType: fichier.endsWith('.js') ? 'text/javascript' : 'application/octet-stream',
				body: octets.subarray(0, Math.floor(octets.length / 2)),
			});
		},
	};
	it.each(Object.entries(fautes))(
		'%s, fichier par fichier, est dit simplement, mène aux compétences, et se réessaie',
		async (nom, fauter) => {
			for (const fichier of await lus()) {
				const { page, erreurs, fermer } = await ouvrir();
				let faute = true;
				await page.route(`**${fichier}*`, (route) => (faute ? fauter(route, fichier) : route.continue()));
				await page.goto(cherche);
				// It must never say that there is no result.
				expect(await etat(page), `${nom}, ${fichier}`).toContain('La recherche n’a pas pu se charger.');
				expect(await page.locator('[data-etat] a').getAttribute('href')).toBe('/competences/');
				faute = false;
				await page.locator('main form').evaluate((formulaire) => (formulaire as HTMLFormElement).requestSubmit());
				await page.locator('.resultats a').first().waitFor();
				expect(erreurs, `${nom}, ${fichier}`).toEqual([]);
				await fermer();
			}
		},
	);
});

describe('sur un réseau lent', () => {
	it('c’est la dernière demande qui est montrée, quel que soit l’ordre des réponses', async () => {
		const { page, erreurs, fermer } = await ouvrir();
		await page.goto(chemin('assistance'));
		await page.locator('.resultats a').first().waitFor();
		const attendus = await resultats(page);
		// Hold back the responses to the first query until the result of the second one is shown.
		const retenues: Route[] = [];
		let retenir = true;
		await page.route('**/pagefind/{index,notices}/**', (route) => {
			if (retenir) retenues.push(route);
			else void route.continue();
		});
		await page.goto(`${adresse}/recherche/`);
		const demander = (q: string) =>
			page.locator('#q').evaluate((champ, valeur) => {
				(champ as HTMLInputElement).value = valeur;
				(champ as HTMLInputElement).form?.requestSubmit();
			}, q);
		await demander('annuaire');
		await expect.poll(() => retenues.length).toBeGreaterThan(0);
		retenir = false;
		await demander('assistance');
		await Promise.all(retenues.map((route) => route.continue()));
		await etat(page, /résultats? pour.*assistance/);
		expect(await resultats(page)).toEqual(attendus);
		expect(erreurs).toEqual([]);
		await fermer();
	});
	it('la page se lit et le dit avant que l’index arrive', async () => {
		const { page, fermer } = await ouvrir();
		const retenues: Route[] = [];
		let retenir = true;
		await page.route('**/pagefind/**', (route) => {
			if (retenir) retenues.push(route);
			else void route.continue();
		});
		await page.goto(chemin('annuaire'), { waitUntil: 'commit' });
		await etat(page, /Recherche en cours…/);
		expect(await page.locator('h1').textContent()).toContain('Recherche');
		retenir = false;
		await Promise.all(retenues.map((route) => route.continue()));
		expect(await etat(page)).toMatch(/\d+ résultat/);
		await fermer();
	});
});

describe('en avant et en arrière', () => {
	it('chaque demande revient avec ses filtres et ses résultats', async () => {
		const { page, erreurs, fermer } = await ouvrir();
		await page.goto(chemin('annuaire'));
		await etat(page, /annuaire/);
		const premiers = await resultats(page);
		await page.locator('#q').fill('assistance');
		await page.locator('#q').press('Enter');
		await etat(page, /assistance/);
		await page.locator('select[name=genre]').selectOption('Compétences');
		await page.waitForURL(/genre=/);
		await page.locator('.resultats a').first().click();
		await page.waitForURL(/\/titres\//);
		await page.goBack();
		await etat(page, /assistance/);
		expect(await page.locator('select[name=genre]').inputValue()).toBe('Compétences');
		await page.goBack();
		await page.goBack();
		await etat(page, /annuaire/);
		expect(await page.locator('#q').inputValue()).toBe('annuaire');
		expect(await resultats(page)).toEqual(premiers);
		await page.goForward();
		await etat(page, /assistance/);
		expect(erreurs).toEqual([]);
		await fermer();
	});
});

describe('dans deux onglets', () => {
	it('deux recherches ne se mêlent pas', async () => {
		const contexte = await navigateur.newContext({ locale: 'fr-FR' });
		const [a, b] = [await ouvrir(contexte), await ouvrir(contexte)];
		await Promise.all([a.page.goto(chemin('annuaire')), b.page.goto(chemin('assistance'))]);
		await Promise.all([etat(a.page, /annuaire/), etat(b.page, /assistance/)]);
		expect(await resultats(a.page)).not.toEqual(await resultats(b.page));
		expect([...a.erreurs, ...b.erreurs]).toEqual([]);
		await contexte.close();
	});
	it('ce que l’un oublie, l’autre ne le fait pas revenir, et chacun garde son adresse', async () => {
		const contexte = await navigateur.newContext({ locale: 'fr-FR' });
		const [a, b] = [await ouvrir(contexte), await ouvrir(contexte)];
		await a.page.goto(`${adresse}/comparer/?titres=tssi-2013,tssr-2018&ordre=recente`);
		await a.page.locator('#cote-a-cote').waitFor();
		await b.page.goto(`${adresse}/comparer/?titres=tsgri-2003,tsgeri-2008&ordre=recente`);
		await b.page.locator('#cote-a-cote').waitFor();
		expect(await a.page.locator('#cote-a-cote').textContent()).toMatch(/TSSI\s2013/);
		expect(await b.page.locator('#cote-a-cote').textContent()).toMatch(/TSGRI\s2003/);
		expect([...a.erreurs, ...b.erreurs]).toEqual([]);
		await contexte.close();
	});
});

describe('quand le navigateur ne garde rien', () => {
	const refus: Record<string, () => void> = {
		refusée: () => {
			for (const nom of ['localStorage', 'sessionStorage'] as const)
				Object.defineProperty(window, nom, {
					get: () => {
						throw new DOMException('refusée', 'SecurityError');
					},
				});
		},
		pleine: () => {
			Storage.prototype.setItem = () => {
				throw new DOMException('pleine', 'QuotaExceededError');
			};
		},
	};
	const pages: [string, string][] = [
		['/', 'h1'],
		['/recherche/?q=annuaire', '.resultats a'],
		['/comparer/?titres=tssi-2013,tssr-2018&ordre=recente', '#cote-a-cote'],
		['/mes-ccp/#ccp=tssi-2003/ccp-1', '.reponse'],
		['/me-situer/#c=tssi-2013/ccp-1/c1', '.proche'],
		['/comparer/tsgri-2003/tsgeri-2008/', '.entree'],
	];
	it.each(Object.entries(refus))('une mémoire locale %s n’empêche aucune page ni aucun outil', async (_, refuser) => {
		for (const [page_, signe] of pages) {
			const { page, erreurs, fermer } = await ouvrir();
			await page.addInitScript(refuser);
			await page.goto(adresse + page_);
			await page.locator(signe).first().waitFor();
			expect(erreurs, page_).toEqual([]);
			await fermer();
		}
	});
});
