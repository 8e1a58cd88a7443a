import { expect, it, onTestFinished, vi } from 'vitest';
import {
	type CompetenceSituee,
	catalogue,
	pareillesAilleurs,
	voisinesParAge,
} from '../../../src/catalogue/catalogue.ts';

vi.stubEnv('CATALOGUE', 'tests/catalogues/base');

it('un libellé qu’un accent distingue n’est pas dit le même', () => {
	const situee = catalogue().competences.get('ta-2010/ccp-1/c1') as CompetenceSituee;
	expect(pareillesAilleurs(situee).map(({ chemin }) => chemin)).toEqual(['/titres/ta-2015/ccp-1/c1/']);
	const accentuee = { ...situee.competence, libelle: situee.competence.libelle.replace('plan', 'plân') };
	expect(pareillesAilleurs({ ...situee, competence: accentuee })).toEqual([]);
});

it('une version n’a pour voisines que celles de sa lignée', () => {
	const { versions } = catalogue();
	const [premiere, seconde, troisieme] = versions;
	if (!premiere || !seconde || !troisieme) throw new Error('trois versions au moins sont attendues');
	expect(voisinesParAge(premiere).suivant?.chemin).toBe(`/titres/${seconde.id}/`);
	const { lignee } = seconde;
	// Test files share this catalogue.
	onTestFinished(() => {
		seconde.lignee = lignee;
	});
	seconde.lignee = 'une-autre';
	expect(voisinesParAge(premiere).suivant?.chemin).toBe(`/titres/${troisieme.id}/`);
	expect(voisinesParAge(troisieme).precedent?.chemin).toBe(`/titres/${premiere.id}/`);
	expect(voisinesParAge(seconde)).toEqual({ precedent: undefined, suivant: undefined });
	seconde.lignee = undefined;
	expect(voisinesParAge(seconde)).toEqual({ precedent: undefined, suivant: undefined });
});
