import { expect, test } from 'vitest';
import { comparerEpreuves, direDuree, dureeDe, ecartDe, sommeDe } from '../../src/domaine/epreuve.ts';
import type { Epreuve, GenreModalite } from '../../src/schemas/epreuve.ts';

const modalite = (genre: GenreModalite, minutes?: number) => ({
	nom: genre,
	genre,
	parties: [],
	...(minutes && { minutes }),
});
const epreuve = (modalites: Epreuve['modalites'], total?: number): Epreuve => ({
	pour: 'titre',
	modalites,
	source: 're',
	...(total && { total }),
});

test('une durée se lit comme on la dit, et une durée inconnue n’est pas nulle', () => {
	expect([45, 60, 210, 425].map(direDuree)).toEqual([
		'45\u00a0min',
		'1\u00a0h',
		'3\u00a0h\u00a030',
		'7\u00a0h\u00a005',
	]);
	expect(direDuree(undefined)).toBe('durée inconnue');
});

test('une somme où une durée manque n’est pas donnée : elle serait fausse', () => {
	expect(sommeDe([modalite('entretien-final', 20), modalite('questionnaire')])).toBeUndefined();
	expect(dureeDe(epreuve([modalite('entretien-final', 20), modalite('questionnaire', 30)]))).toBe(50);
	expect(ecartDe(epreuve([modalite('entretien-final', 20)], 25))).toEqual({ somme: 20, total: 25 });
	expect(ecartDe(epreuve([modalite('entretien-final')], 25))).toBeUndefined();
});

test('ce qu’un côté ignore n’est pas un changement ; ce qu’il n’a pas en est un', () => {
	const recente = epreuve([modalite('mise-en-situation', 120), modalite('questionnaire', 30)], 150);
	const sansListe = epreuve([], 335);
	expect(comparerEpreuves(sansListe, recente).map(({ nom, de, change }) => [nom, de.etat, change])).toEqual([
		['Mise en situation professionnelle', 'inconnue', null],
		['Questionnaire professionnel', 'inconnue', null],
		['Durée totale pour le candidat', 'connue', true],
	]);
	const ancienne = epreuve([modalite('mise-en-situation', 120)], 120);
	expect(comparerEpreuves(ancienne, recente).map(({ change }) => change)).toEqual([false, true, true]);
});

test('une durée que l’on ignore n’est ni un changement, ni la preuve qu’il n’y en a pas', () => {
	const datee = epreuve([modalite('questionnaire', 30)]);
	const sansDuree = epreuve([modalite('questionnaire')]);
	const changements = (de: Epreuve, vers: Epreuve) => comparerEpreuves(de, vers).map(({ change }) => change);
	expect(changements(datee, sansDuree)).toEqual([null, null]);
	expect(changements(sansDuree, datee)).toEqual([null, null]);
	expect(changements(sansDuree, sansDuree)).toEqual([null, null]);
	expect(comparerEpreuves(sansDuree, datee).map(({ de }) => de)).toEqual([
		{ etat: 'connue', noms: ['questionnaire'], minutes: undefined },
		{ etat: 'inconnue' },
	]);
	expect(changements(datee, epreuve([]))).toEqual([null, null]);
});

test('un total imprimé sans modalités n’a pas d’écart, ni des modalités sans total', () => {
	expect(ecartDe(epreuve([], 25))).toBeUndefined();
	expect(ecartDe(epreuve([modalite('questionnaire', 30)]))).toBeUndefined();
	expect(ecartDe(epreuve([modalite('questionnaire', 30)], 30))).toBeUndefined();
});

test('deux modalités sans genre connu ne sont pas dites les mêmes', () => {
	const a = epreuve([modalite('autre', 30)]);
	expect(comparerEpreuves(a, a)[0]).toMatchObject({ nom: 'Autre modalité', change: null });
	const sans = epreuve([modalite('questionnaire', 30)]);
	expect(comparerEpreuves(a, sans).find(({ nom }) => nom === 'Autre modalité')?.change).toBe(true);
});
