import { describe, expect, it } from 'vitest';
import { modifieeLe } from '../../../src/domaine/exports/modification.ts';
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
	it('ne date pas ce que le contenu ne date pas', () => {
		expect(dates('/a-propos/')).toBeUndefined();
		expect(dates('/titres/inconnu-1999/')).toBeUndefined();
	});
	it('laisse dehors les pages qui ne font que réarranger les autres', () => {
		expect(['/titres/abc-2001/', '/comparer/abc-2001/abd-2010/', '/competences/', '/'].every(auPlan)).toBe(true);
		expect(['/recherche/', '/titres/abc-2001/document/', '/competences/2/', '/404/'].some(auPlan)).toBe(false);
	});
});
