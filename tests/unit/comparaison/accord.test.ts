import { describe, expect, it } from 'vitest';
import { desaccords } from '../../../src/domaine/comparaison/accord.ts';
import type { Correspondance, Lecture } from '../../../src/schemas/correspondance.ts';

const commun = { statut: 'relue' as const, motif: 'Une raison.', empreinte: '000000000000' };
const lecture = (de: string[], vers: string[], plus: Partial<Lecture> = {}): Lecture => ({
	...commun,
	nature: de.length === 0 ? 'nouvelle' : vers.length === 0 ? 'sans-suite' : 'reformulee',
	de,
	vers,
	...plus,
});
const lue = (paire: string, competences: Lecture[], plus: Partial<Correspondance> = {}): Correspondance => {
	const [de = '', vers = ''] = paire.split(' ');
	return { de, vers, competences, ...plus };
};
const premiere = lue('a-2000 b-2005', [lecture(['ccp-1/c1'], ['ccp-1/c4']), lecture(['ccp-1/c2'], [])]);
const seconde = lue('b-2005 c-2010', [lecture(['ccp-1/c9'], []), lecture(['ccp-1/c4'], ['ccp-2/c1'])]);
const messages = (...correspondances: Correspondance[]) =>
	desaccords(correspondances).map(({ correspondance: { de, vers }, chemin, message }) => [
		`${de}--${vers}`,
		chemin.join('.'),
		message,
	]);

describe('des lectures qui se suivent', () => {
	it('s’accordent quand la lecture directe mène aussi quelque part', () => {
		expect(messages(premiere, seconde, lue('a-2000 c-2010', [lecture(['ccp-1/c1'], ['ccp-2/c7'])]))).toEqual([]);
		expect(messages(premiere, seconde, lue('a-2000 c-2010', [lecture(['ccp-1/c2'], [])]))).toEqual([]);
	});

	it('sont refusées quand deux étapes mènent une compétence que la lecture directe arrête', () => {
		expect(messages(premiere, seconde, lue('a-2000 c-2010', [lecture(['ccp-1/c1'], [])]))).toEqual([
			[
				'a-2000--c-2010',
				'competences.0',
				'« ccp-1/c1 » de a-2000 s’arrête ici, alors que a-2000--b-2005.yaml (competences.0) mène ccp-1/c1 à ccp-1/c4 et b-2005--c-2010.yaml (competences.1) mène ccp-1/c4 à ccp-2/c1 ; corriger l’une des trois lectures, écrire une parenté, ou dire pourquoi sous « parEtapes »',
			],
		]);
	});

	it('sont refusées quand deux étapes mènent à une compétence que la lecture directe dit nouvelle', () => {
		const [refus] = messages(premiere, seconde, lue('a-2000 c-2010', [lecture([], ['ccp-2/c1'])]));
		expect(refus?.[2]).toContain('« ccp-2/c1 » de c-2010 est nouvelle ici');
	});

	it('s’accordent quand une parenté, ou une explication, dit ce que la lecture directe garde', () => {
		const parente = { ...commun, de: 'ccp-1/c1', vers: 'ccp-2/c1', portee: 'contenue' as const };
		const entrees = [lecture(['ccp-1/c1'], []), lecture([], ['ccp-2/c1'])];
		expect(messages(premiere, seconde, lue('a-2000 c-2010', entrees, { parentes: [parente] }))).toEqual([]);
		const expliquees = entrees.map((e) => ({ ...e, parEtapes: 'Chaque étape en garde une part, et jamais la même.' }));
		expect(messages(premiere, seconde, lue('a-2000 c-2010', expliquees))).toEqual([]);
	});

	it('n’expliquent pas un désaccord qui n’existe pas', () => {
		const expliquee = lecture(['ccp-1/c2'], [], { parEtapes: 'Pour rien.' });
		expect(messages(premiere, seconde, lue('a-2000 c-2010', [expliquee]))).toEqual([
			[
				'a-2000--c-2010',
				'competences.0.parEtapes',
				'aucune lecture par étapes ne mène plus loin que celle-ci ; retirer « parEtapes »',
			],
		]);
	});
});
