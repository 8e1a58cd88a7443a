import { describe, expect, inject, it } from 'vitest';
import { servirDossier } from '../../scripts/serveur.ts';
import { construire, sortieNeuve } from './construire.ts';
import { morts } from './liens.ts';

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
