import { LinkChecker, LinkState } from 'linkinator';
import { describe, expect, inject, it } from 'vitest';
import { servirDossier } from '../../scripts/serveur.ts';
import { construire, sortieNeuve } from './construire.ts';

/** Every dead link or fragment that a crawl from this address meets, with the page that holds it. */
async function morts(path: string): Promise<string[]> {
	const { links } = await new LinkChecker().check({
		path,
		recurse: true,
		checkFragments: true,
		concurrency: 20,
		// A busy machine may not take a connection in time: what is not answered at all is asked again, a 404 is not.
		retryErrors: true,
		linksToSkip: ['^https?://(?!localhost)', '^mailto:'],
	});
	expect(links.length).toBeGreaterThan(100);
	return links.filter((l) => l.state === LinkState.BROKEN).map((l) => `${l.parent} → ${l.url} (${l.status})`);
}

const dossier = sortieNeuve();

describe('les liens', () => {
	it('mènent tous à une page et à un passage qui existent', async () => {
		expect(await morts(`${inject('adresse')}/`)).toEqual([]);
	});

	it('restent bons quand le site est publié sous un sous-chemin', async () => {
		const { status, stderr } = construire({
			BASE_PATH: 'lignee/',
			SITE_URL: 'exemple.test/',
			OUT_DIR: dossier,
		});
		expect(status, stderr).toBe(0);
		const serveur = await servirDossier({ outDir: dossier, base: '/lignee' });
		try {
			expect(await morts(`${serveur.adresse}/lignee/`)).toEqual([]);
		} finally {
			await serveur.fermer();
		}
	});
});
