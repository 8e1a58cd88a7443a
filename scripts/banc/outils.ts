import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ouvrirNavigateur } from '../navigateur.ts';
import { servirDossier } from '../serveur.ts';
import { mediane } from './tableau.ts';

/** Milliseconds between the last byte received and the first part of the answer, and the whole answer. */
export type Attente = { debut: number; fin: number };

/**
 * Opens each tool of a built site on some of its versions, with a processor slowed four times, and measures the time
 * between the last byte received and the answer. Prints `{ "/comparer/": { debut, fin }… }`: medians of five visits, in
 * ms.
 */
const RALENTI = 4;
const VISITES = 5;
/** Time in ms without change after which an answer is complete. */
const CALME = 700;
const [dist = 'dist'] = process.argv.slice(2);
const paires = globSync('comparer/*/*/index.html', { cwd: dist }).map(
	(page) => page.split('/') as [string, string, string],
);
const [, de, vers] = paires.sort()[0] ?? ['', '', ''];
/** The tool redirects a pair of versions that has a page to it: measure a pair that has none, or three versions. */
const page = (a: string, b: string) => existsSync(join(dist, 'comparer', a, b));
const autre =
	paires.find(([, , v]) => v !== de && !page(de, v) && !page(v, de)) ?? paires.find(([, , v]) => v !== vers);
const ADRESSES = {
	'/comparer/': `?titres=${[de, ...(autre && page(de, autre[2]) ? [vers] : []), autre?.[2]].join(',')}`,
	'/mes-ccp/': `#ccp=${de}/ccp-1`,
	'/me-situer/': `#c=${de}/ccp-1/c1.c2`,
};

const { adresse, fermer } = await servirDossier({ outDir: dist });
const navigateur = await ouvrirNavigateur();
const mesures: Record<string, Attente> = {};
for (const [outil, etat] of Object.entries(ADRESSES)) {
	const delais: Attente[] = [];
	while (delais.length < VISITES) {
		const contexte = await navigateur.newContext({ locale: 'fr-FR' });
		delais.push(await visiter(await contexte.newPage(), adresse + outil + etat));
		await contexte.close();
	}
	mesures[outil] = { debut: mediane(delais.map((d) => d.debut)), fin: mediane(delais.map((d) => d.fin)) };
}
await navigateur.close();
await fermer();
console.log(JSON.stringify(mesures));

async function visiter(page: Page, url: string): Promise<Attente> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: RALENTI });
	await page.addInitScript(() => {
		new MutationObserver((changements) => {
			const reponse = changements.some(({ target }) => (target as Element).closest?.('[data-resultat]'));
			if (reponse) performance.mark('reponse');
		}).observe(document, { childList: true, subtree: true });
	});
	await page.goto(url);
	// Polled rarely, since each poll takes processor time from what is measured.
	await page.waitForFunction(
		(calme) => performance.now() - (performance.getEntriesByName('reponse').at(-1)?.startTime ?? Infinity) > calme,
		CALME,
		{ polling: CALME },
	);
	return page.evaluate(() => {
		const lus = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
			({ initiatorType }) => initiatorType === 'fetch',
		);
		const dernier = (parmi: PerformanceResourceTiming[]) => Math.max(...parmi.map(({ responseEnd }) => responseEnd));
		const reponses = performance.getEntriesByName('reponse').map(({ startTime }) => startTime);
		// Changes before the data of the versions has arrived are not the answer.
		const versions = dernier(lus.filter(({ name }) => name.includes('/outils/versions/')));
		const debut = reponses.find((t) => t > versions) ?? Number.NaN;
		return {
			debut: debut - dernier(lus.filter(({ responseEnd }) => responseEnd < debut)),
			fin: (reponses.at(-1) ?? Number.NaN) - dernier(lus),
		};
	});
}
