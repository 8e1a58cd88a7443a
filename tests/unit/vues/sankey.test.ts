import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it, vi } from 'vitest';
import type { Comparaison } from '../../../src/domaine/comparaison/comparaison.ts';
import { dossier } from '../outils/dossiers.ts';

vi.stubEnv('SITE', 'https://exemple.test');
const { Sankey } = await import('../../../src/vues/sankey.tsx');

it('le dessin des blocs ne met à côté de leur nom aucun nombre, qui passerait pour celui de leurs compétences', () => {
	const de = dossier('ta-2010', [['Un', 'Scier et limer.']]);
	const vers = dossier('ta-2015', [['Un', 'Scier.', 'Limer.']]);
	const comparaison: Comparaison = {
		de: de.id,
		vers: vers.id,
		blocs: [],
		competences: [
			{
				nature: 'scindee',
				de: ['ta-2010/ccp-1/c1'],
				vers: ['ta-2015/ccp-1/c1', 'ta-2015/ccp-1/c2'],
				deplacee: null,
				statut: 'relue',
				score: null,
				motif: 'Séparées.',
				candidats: [],
			},
		],
		parentes: [],
	};
	const dessin = renderToString(h(Sankey, { de, vers, comparaison }));
	const noms = [...dessin.matchAll(/<text[^>]*>([^<]*)</g)].map(([, nom]) => nom?.replace(/\s/gu, ' '));
	expect(noms).toEqual(['CCP 1', 'CCP 1']);
	// The table has the number of links, under a heading that says so.
	expect(dessin.replace(/<[^>]+>/g, ' ').replace(/\s+/gu, ' ')).toMatch(/CCP 1 CCP 1 correspondance 2/);
});

it('le dessin des blocs ne fait pas de « rien de proche » un bloc où irait un ruban', () => {
	const de = dossier('ta-2010', [['Un', 'Scier.', 'Limer.']]);
	const vers = dossier('ta-2015', [['Un', 'Scier.', 'Percer.']]);
	const seule = { deplacee: null, statut: 'relue' as const, score: null, motif: 'Rien.', candidats: [] };
	const comparaison: Comparaison = {
		de: de.id,
		vers: vers.id,
		blocs: [],
		competences: [
			{ ...seule, nature: 'identique', de: ['ta-2010/ccp-1/c1'], vers: ['ta-2015/ccp-1/c1'] },
			{ ...seule, nature: 'sans-suite', de: ['ta-2010/ccp-1/c2'], vers: [] },
			{ ...seule, nature: 'nouvelle', de: [], vers: ['ta-2015/ccp-1/c2'] },
		],
		parentes: [],
	};
	const titres = [...renderToString(h(Sankey, { de, vers, comparaison })).matchAll(/<title>([^<]*)</g)];
	expect(titres.map(([, titre]) => titre?.replace(/\s/gu, ' ')).sort()).toEqual([
		'CCP 1 vers CCP 1, correspondance : 1',
		'CCP 1, rien de proche : 1',
		'CCP 1, rien de proche : 1',
	]);
});
