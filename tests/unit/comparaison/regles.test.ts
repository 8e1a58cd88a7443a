import { describe, expect, it } from 'vitest';
import { comparerRegles } from '../../../src/domaine/comparaison/regles.ts';
import type { CleRegle, Regles } from '../../../src/schemas/regle.ts';

const ancre = { phrase: 'Une phrase.', source: 'fiche' };

const texte = (regles: Regles, aucune: CleRegle[] = []) => ({ profondeur: 'texte' as const, regles, aucune });
const comparer = (de: Regles, vers: Regles) => comparerRegles(texte(de), texte(vers));

describe('les règles de deux versions', () => {
	it('changent, ne changent pas, ou ne sont dites que d’un côté, ce qui n’est pas un changement', () => {
		const sortie = comparer(
			{
				experienceVae: { ans: 3, ...ancre },
				dossier: { valeur: 'DSPP', ...ancre },
				delivrance: { valeur: 'DDTEFP', ...ancre },
			},
			{ experienceVae: { ans: 1, ...ancre }, dossier: { valeur: 'DSPP', ...ancre }, cloture: { ans: 1, ...ancre } },
		);
		expect(Object.fromEntries(sortie.map((r) => [r.cle, r.change]))).toEqual({
			experienceVae: true,
			dossier: false,
			delivrance: null,
			cloture: null,
		});
	});
	it('viennent dans cet ordre : ce qui change, ce qu’un seul dit, ce qui ne change pas', () => {
		const sortie = comparer(
			{ experienceVae: { ans: 3, ...ancre }, dossier: { valeur: 'DSPP', ...ancre }, cloture: { ans: 1, ...ancre } },
			{
				experienceVae: { ans: 3, ...ancre },
				delivrance: { valeur: 'DDTEFP', ...ancre },
				cloture: { ans: 2, ...ancre },
			},
		);
		expect(sortie.map((r) => r.change)).toEqual([true, null, null, false]);
	});
	it('qui manquent disent pourquoi : silence du texte, pas encore relevée, ou texte inconnu', () => {
		const regles = { experienceVae: { ans: 3, ...ancre } };
		const absence = (vers: Parameters<typeof comparerRegles>[1]) => comparerRegles(texte(regles), vers)[0]?.absences[1];
		expect(absence(texte({}, ['experienceVae']))).toBe('le texte n’en dit rien');
		expect(absence(texte({}))).toBe('pas encore relevée');
		expect(absence({ profondeur: 'libelles', regles: {}, aucune: [] })).toMatch(/^inconnu/u);
	});
	it('se disent en mots', () => {
		const [r] = comparer(
			{ validiteCcp: { regime: 'duree', ans: 5, ...ancre } },
			{ validiteCcp: { regime: 'validite-du-titre', ...ancre } },
		);
		expect(r?.de?.valeur).toBe('cinq ans à partir de la date d’obtention du premier CCP');
		expect(r?.vers?.valeur).toBe('aussi longtemps que le titre est valide');
	});
});
