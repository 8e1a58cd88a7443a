import { describe, expect, it } from 'vitest';
import { modifieeLe } from '../../../src/domaine/exports/mentions.ts';
import { auPlan, datesDesPages } from '../../../src/domaine/exports/plan.ts';
import { lignee, versions } from './exemple.ts';

const dates = (chemin: string) =>
	datesDesPages({
		versions,
		lignees: [lignee],
		correspondances: [{ de: 'abc-2001', vers: 'abd-2010', reluLe: '2026-05-01' }],
	})(chemin);

describe('plan du site', () => {
	it('date une version, ses blocs et ses compétences de son dernier changement', () => {
		expect(dates('/titres/abc-2001/')).toBe('2026-03-04');
		expect(dates('/titres/abc-2001/ccp-1/c2/')).toBe('2026-03-04');
	});
	it('date une version sans date du jour où les faits de sa lignée ont été réunis', () => {
		expect(dates('/titres/abe-2020/')).toBe('2026-04-01');
		expect(modifieeLe({ etat: { ...versions[2].etat, etatAu: undefined } })).toBeUndefined();
	});
	it('date une comparaison de la relecture, une lignée et les index de tout ce qu’ils montrent', () => {
		expect(dates('/comparer/abc-2001/abd-2010/')).toBe('2026-05-01');
		expect(dates('/comparer/abd-2010/abe-2020/')).toBe('2026-04-01');
		expect(dates('/lignees/exemple/')).toBe('2026-05-01');
		expect(dates('/')).toBe('2026-05-01');
	});
	it('date une lignée de ses versions et de ses relectures, jamais de celles d’une autre', () => {
		const autres = [
			{ ...versions[0], id: 'xyz-2001', lignee: 'autre', changements: [{ le: '2026-09-09', objet: 'Relue.' }] },
			{ ...versions[1], id: 'xyz-2010', lignee: 'autre' },
		];
		const date = datesDesPages({
			versions: [...versions, ...autres],
			lignees: [lignee, { ...lignee, id: 'autre' }, { ...lignee, id: 'seule', etatAu: '2025-01-01' }],
			correspondances: [
				{ de: 'inconnue-1999', vers: 'abd-2010', reluLe: '2026-12-31' },
				{ de: 'xyz-2001', vers: 'xyz-2010', reluLe: '2026-10-10' },
			],
		});
		expect(date('/lignees/exemple/')).toBe('2026-04-01');
		expect(date('/lignees/autre/')).toBe('2026-10-10');
		expect(date('/lignees/seule/')).toBe('2025-01-01');
		const sansRelecture = datesDesPages({
			versions: autres,
			lignees: [{ ...lignee, id: 'autre' }],
			correspondances: [],
		});
		expect(sansRelecture('/lignees/autre/')).toBe('2026-09-09');
	});
	it('ne date pas ce que le contenu ne date pas', () => {
		for (const chemin of ['/comparer/abc-2001/', '/comparer/inconnu/abd-2010/', '/autre/abc-2001/abd-2010/', '/titres'])
			expect(dates(chemin)).toBeUndefined();
		expect(dates('/a-propos/')).toBeUndefined();
		expect(dates('/titres/inconnu-1999/')).toBeUndefined();
	});
	it('laisse dehors les pages qui ne font que réarranger les autres', () => {
		expect(['/titres/abc-2001/', '/comparer/abc-2001/abd-2010/', '/competences/', '/'].every(auPlan)).toBe(true);
		expect(['/recherche/', '/titres/abc-2001/document/', '/404/'].some(auPlan)).toBe(false);
		const suites = ['/titres/2/', '/lignees/2/', '/competences/12/', '/echeances/2/'];
		expect(suites.filter(auPlan)).toEqual([]);
	});
});
