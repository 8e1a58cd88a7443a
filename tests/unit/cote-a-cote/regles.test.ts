import { describe, expect, it } from 'vitest';
import { changement, parChangement, regles } from '../../../src/domaine/cote-a-cote/tableau.ts';
import type { Dossier } from '../../../src/domaine/outils/dossier.ts';
import type { Regles } from '../../../src/schemas/regle.ts';
import { dossier } from '../outils/dossiers.ts';

const ancre = { phrase: 'Une phrase.', source: 'fiche' };
const sources = {
	fiche: { intitule: 'Fiche', nature: 'officielle' as const },
	page: { intitule: 'Page', nature: 'secondaire' as const },
};
const version = (enoncees: Regles, faits: Partial<Dossier> = {}) =>
	dossier('a-2003', [['Un', 'Former']], { sources, regles: enoncees, ...faits });
const comparer = (de: Regles, vers: Regles) => regles([version(de), version(vers)]).sort(parChangement);

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
		expect(Object.fromEntries(sortie.map((r) => [r.cle, changement(r)]))).toEqual({
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
		expect(sortie.map(changement)).toEqual([true, null, null, false]);
	});
	it('qui manquent disent pourquoi : silence du texte, pas encore relevée, ou texte inconnu', () => {
		const de = version({ experienceVae: { ans: 3, ...ancre } });
		const absence = (faits: Partial<Dossier>) => regles([de, version({}, faits)])[0]?.absences[1]?.texte;
		expect(absence({ aucune: ['experienceVae'] })).toBe('le texte n’en dit rien');
		expect(absence({})).toBe('pas encore relevée');
		expect(absence({ profondeur: 'libelles' })).toMatch(/^inconnu/u);
	});
	it('se disent en mots, avec leur phrase et la réserve que leur source demande', () => {
		const [r] = comparer(
			{ validiteCcp: { regime: 'duree', ans: 5, ...ancre } },
			{ validiteCcp: { regime: 'validite-du-titre', phrase: 'Une autre.', source: 'page' } },
		);
		expect(r?.cellules).toEqual([
			[{ texte: 'cinq ans à partir de la date d’obtention du premier CCP', phrase: 'Une phrase.' }],
			[
				{
					texte: 'aussi longtemps que le titre est valide',
					phrase: 'Une autre.',
					precision: 'source secondaire, à vérifier',
				},
			],
		]);
	});
});
