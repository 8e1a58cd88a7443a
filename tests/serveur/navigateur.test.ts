import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { navigateur } from '../navigateur.ts';
import { lirePages } from '../site/pages.ts';

const adresse = inject('adresse');
/** Every page, except those that redirect at once: the browser leaves them before they can be tested. */
const CHEMINS = lirePages()
	.filter(({ html }) => !html.includes('http-equiv="refresh"'))
	.map(({ chemin }) => chemin);

/** Records requests of a page that its policy blocks, that fail, or that go to another host. */
async function surveiller(page: Page, plaintes: string[]): Promise<void> {
	const dire = (quoi: string) => plaintes.push(`${new URL(page.url()).pathname} : ${quoi}`);
	await page.exposeFunction('signalerRefus', (refus: string) => dire(refus));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (e) =>
			(window as unknown as { signalerRefus: (r: string) => void }).signalerRefus(
				`refusé par ${e.effectiveDirective} : ${e.blockedURI} ${e.sample}`,
			),
		);
	});
	page.on('console', (message) => {
		if (/error|warning/.test(message.type())) dire(message.text());
	});
	page.on('pageerror', (erreur) => dire(String(erreur)));
	page.on('requestfailed', (requete) => {
		const motif = requete.failure()?.errorText;
		// Ignore requests that were pending when the browser left the page.
		if (motif !== 'net::ERR_ABORTED') dire(`${requete.url()} ${motif}`);
	});
	page.on('request', (requete) => {
		if (!requete.url().startsWith(`${adresse}/`)) dire(`requête vers un autre hôte : ${requete.url()}`);
	});
}

async function neuve(plaintes: string[]): Promise<{ contexte: BrowserContext; page: Page }> {
	const contexte = await navigateur.newContext({ locale: 'fr-FR' });
	const page = await contexte.newPage();
	await surveiller(page, plaintes);
	return { contexte, page };
}

describe('servie par nginx', () => {
	it('chaque page se charge sans rien que la politique refuse, sans cookie et sans rien retenir', async () => {
		const plaintes: string[] = [];
		const { contexte, page } = await neuve(plaintes);
		for (const chemin of CHEMINS) {
			const reponse = await page.goto(`${adresse}${chemin}`, { waitUntil: 'load' });
			expect(reponse?.status(), chemin).toBe(200);
			expect(await page.evaluate(() => localStorage.length + sessionStorage.length), chemin).toBe(0);
		}
		expect(await contexte.cookies()).toEqual([]);
		expect(plaintes).toEqual([]);
		await contexte.close();
	});

	it('aucune page n’admet de script qui ne soit un fichier du site', async () => {
		const { contexte, page } = await neuve([]);
		for (const chemin of ['/', '/recherche/', '/comparer/', '/404.html']) {
			await page.goto(`${adresse}${chemin}`);
			const execute = await page.evaluate(async () => {
				// Code that Playwright evaluates is exempt from the policy; code in a later task is not.
				await new Promise((suite) => setTimeout(suite));
				const essais = [
					() => document.body.append(Object.assign(document.createElement('script'), { text: 'window.percee = 1' })),
					() => document.body.setAttribute('onclick', 'window.percee = 2'),
					() => document.body.insertAdjacentHTML('beforeend', '<img src="/absente" onerror="window.percee = 3">'),
					() => new Function('window.percee = 4')(),
				];
				for (const essai of essais)
					try {
						essai();
					} catch {}
				document.body.click();
				return (window as unknown as { percee?: number }).percee;
			});
			expect(execute, chemin).toBeUndefined();
		}
		await contexte.close();
	});

	it('la recherche est la seule page à pouvoir compiler du WebAssembly, et elle trouve', async () => {
		const plaintes: string[] = [];
		const { contexte, page } = await neuve(plaintes);
		await page.goto(`${adresse}/recherche/?q=annuaire`);
		await page.locator('.resultats a').first().waitFor();
		expect(plaintes).toEqual([]);
		const compiler = () =>
			page.evaluate(() =>
				WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).then(
					() => true,
					() => false,
				),
			);
		expect(await compiler()).toBe(true);
		await page.goto(`${adresse}/titres/`);
		expect(await compiler()).toBe(false);
		await contexte.close();
	});

	it('les outils font tout leur travail sans rien que la politique refuse', async () => {
		const plaintes: string[] = [];
		const { contexte, page } = await neuve(plaintes);
		for (const [chemin, signe] of [
			['/comparer/?titres=tssi-2013,tssr-2018&ordre=recente', '#cote-a-cote'],
			['/comparer/?titres=tssi-2013,tsgri-2003,tssr-2018&differences=1', '#cote-a-cote'],
			['/mes-ccp/#ccp=tssi-2003/ccp-1,tssi-2003/ccp-2', '.reponse'],
			['/me-situer/#c=tssi-2013/ccp-1/c1', '.proche'],
		] as const) {
			await page.goto('about:blank');
			await page.goto(adresse + chemin);
			await page.locator(signe).first().waitFor();
			const fermes = page.locator('main details:not([open]) > summary:visible');
			while (await fermes.count()) await fermes.first().click();
		}
		await page.locator('#mots').fill('annuaire');
		await page.locator('[data-trouvees] input').first().check();
		const csv = page.locator('button', { hasText: /tableau|CSV/i }).first();
		const [recu] = await Promise.all([page.waitForEvent('download'), csv.click()]);
		expect(recu.suggestedFilename()).toMatch(/\.csv$/);
		await page.goto(`${adresse}/comparer/tsgri-2003/tsgeri-2008/`);
		await page.locator('.filtres summary').click();
		await page.locator('input[name=nature]').first().uncheck();
		await page.keyboard.press('n');
		expect(plaintes).toEqual([]);
		await contexte.close();
	});

	it('une page ne se laisse pas mettre dans un cadre', async () => {
		const { contexte, page } = await neuve([]);
		await page.route('https://autre.test/', (route) =>
			route.fulfill({ contentType: 'text/html', body: `<iframe src="${adresse}/"></iframe>` }),
		);
		await page.goto('https://autre.test/', { waitUntil: 'load' });
		const cadre = page.frames()[1];
		expect(await cadre?.locator('h1').count()).toBe(0);
		await contexte.close();
	});
});
