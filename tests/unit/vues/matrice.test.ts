import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it, vi } from 'vitest';
import type { Rangee } from '../../../src/domaine/lignee/rangees.ts';
import { numeroter } from '../../../src/domaine/version.ts';
import { entree } from '../comparaison/entrees.ts';

vi.stubEnv('SITE', 'https://exemple.test');
const { Matrice } = await import('../../../src/vues/matrice.tsx');

/** Renders a competence of the oldest of `combien` versions; it corresponds to the next one, others are uncertain. */
const lire = (combien: number): string => {
	const versions = Array.from({ length: combien }, (_, i) => ({
		...{ id: `ta-${2000 + i}`, sigle: 'TA', annee: String(2000 + i), usuel: 'Titre', profondeur: 'texte' as const },
		blocs: numeroter(`ta-${2000 + i}`, [{ type: 'ccp' as const, intitule: 'Bloc', competences: ['Tourner.'] }]),
	}));
	const [premiere, ...suivantes] = versions as [(typeof versions)[number], ...typeof versions];
	const [bloc] = premiere.blocs;
	const croisement = (vers: string, rang: number) => ({
		...{ de: 'ta-2000', vers, apparentee: false },
		entree: entree(rang ? null : 'reformulee', ['ta-2000/ccp-1/c1'], [`${vers}/ccp-1/c1`]),
		reponses: rang ? [] : [`${vers}/ccp-1/c1`],
	});
	const rangee = {
		...{ version: premiere, bloc, competence: bloc?.competences[0] },
		croisements: new Map(suivantes.map(({ id }, rang) => [id, croisement(id, rang)])),
	} as unknown as Rangee;
	return renderToString(h(Matrice, { versions, rangees: [rangee] } as unknown as Parameters<typeof Matrice>[0]));
};
const liens = (html: string) => [...html.matchAll(/<a class="nature[^>]*href="([^"]*)"/gu)].map((m) => m[1]);

it('la matrice d’une longue lignée dit de chaque version ce qui est à vérifier, et renvoie à la page de la compétence', () => {
	const [courte, longue] = [lire(4), lire(14)];
	expect(liens(courte)).toEqual([
		'/titres/ta-2001/ccp-1/c1/',
		'/comparer/ta-2000/ta-2002/#de-ccp-1-c1',
		'/comparer/ta-2000/ta-2003/#de-ccp-1-c1',
	]);
	expect(liens(longue)).toEqual(['/titres/ta-2001/ccp-1/c1/']);
	expect(longue.match(/>À vérifier</gu)).toHaveLength(12);
	expect(longue).toContain('href="/titres/ta-2000/ccp-1/c1/"');
	expect(longue).toMatch(/se lit à la page de la compétence/u);
	expect(courte).not.toMatch(/se lit à la page/u);
});
