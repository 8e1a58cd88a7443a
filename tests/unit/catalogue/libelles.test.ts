import { expect, it, vi } from 'vitest';
import { type CompetenceSituee, catalogue, pareillesAilleurs } from '../../../src/catalogue/catalogue.ts';

vi.stubEnv('CATALOGUE', 'tests/catalogues/base');

it('un libellé qu’un accent distingue n’est pas dit le même', () => {
	const situee = catalogue().competences.get('ta-2010/ccp-1/c1') as CompetenceSituee;
	expect(pareillesAilleurs(situee).map(({ chemin }) => chemin)).toEqual(['/titres/ta-2015/ccp-1/c1/']);
	const accentuee = { ...situee.competence, libelle: situee.competence.libelle.replace('plan', 'plân') };
	expect(pareillesAilleurs({ ...situee, competence: accentuee })).toEqual([]);
});
