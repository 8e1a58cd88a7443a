import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it, vi } from 'vitest';
import type { Comparaison } from '../../../src/domaine/comparaison/comparaison.ts';
import { reperer } from '../../../src/domaine/comparaison/comparaison.ts';
import { parId as placer } from '../../../src/domaine/referentiel.ts';
import { dossier, lien } from '../outils/dossiers.ts';

vi.stubEnv('SITE', 'https://exemple.test');
const { Devenir, Entree } = await import('../../../src/vues/entree.tsx');

const de = dossier('ta-2010', [
	['Un', 'Scier.'],
	['Deux', 'Limer.'],
]);
const vers = dossier('ta-2015', [['Un', 'Scier et limer.'], ['Deux']]);
const situees = new Map([...placer(de), ...placer(vers)]);

/** Text of the entry that joins both old competences to the new one. */
function dire(...liens: ReturnType<typeof lien>[]): string {
	const entree: Comparaison['competences'][number] = {
		nature: 'fusionnee',
		de: ['ta-2010/ccp-1/c1', 'ta-2010/ccp-2/c1'],
		vers: ['ta-2015/ccp-1/c1'],
		deplacee: true,
		statut: 'relue',
		score: null,
		motif: 'Réunies.',
		candidats: [],
	};
	const comparaison: Comparaison = { de: de.id, vers: vers.id, blocs: liens, competences: [entree], parentes: [] };
	const props = { entree, noms: ['TA 2010', 'TA 2015'] as const, situer: (id: string) => situees.get(id) };
	return renderToString(h(Entree, { ...props, ...reperer(comparaison) })).replace(/<[^>]+>|&nbsp;|[\s\u202F]+/gu, ' ');
}

it('d’un groupe, dit laquelle de ses compétences a changé de bloc', () => {
	const croise = [lien('ta-2010', 'ta-2015', ['ccp-1'], ['ccp-2']), lien('ta-2010', 'ta-2015', ['ccp-2'], ['ccp-1'])];
	expect(dire(...croise)).toMatch(/déplacée : TA 2010, CCP 1, compétence 1(?!.*TA 2010, CCP 2, compétence 1 et)/u);
	expect(dire(...croise)).not.toMatch(/déplacée : [^.]*CCP 2/u);
});

it('quand toutes ont changé de bloc, ne les nomme pas', () => {
	const aucun = [lien('ta-2010', 'ta-2015', ['ccp-1'], ['ccp-2']), lien('ta-2010', 'ta-2015', ['ccp-2'], [])];
	expect(dire(...aucun)).toContain('Déplacée');
	expect(dire(...aucun)).not.toContain('déplacée :');
});

it('sur la page d’une compétence aussi, dit pourquoi une lecture l’arrête que d’autres mènent plus loin', () => {
	const entree: Comparaison['competences'][number] = {
		...{ nature: 'sans-suite', de: ['ta-2010/ccp-1/c1'], vers: [], deplacee: null, statut: 'relue', score: null },
		...{ motif: 'Rien n’en parle.', candidats: [] },
	};
	const comparaison: Comparaison = { de: de.id, vers: vers.id, blocs: [], competences: [entree], parentes: [] };
	const props = { de, vers, entree, competence: 'ta-2010/ccp-1/c1', sens: 'suite' as const };
	const situer = (id: string) => situees.get(id);
	const rendu = (parEtapes?: string) =>
		renderToString(h(Devenir, { ...props, situer, ...reperer(comparaison), parEtapes }));
	expect(rendu('Par un détour.')).toMatch(/D’étape en étape, ailleurs.*Par un détour\./u);
	expect(rendu()).not.toContain('étape');
});
