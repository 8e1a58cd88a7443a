import { describe, expect, it } from 'vitest';
import { onglet, ongletBloc, ongletCompetence, ongletVersion } from '../../src/domaine/onglet.ts';
import type { Bloc, Competence } from '../../src/domaine/version.ts';
import { versions } from './exports/exemple.ts';

const [ancienne, , connue] = versions;
const parId = new Map(versions.map((v) => [v.id, v]));

describe('titre d’onglet', () => {
	it('d’une version, dit ce qui la suit, et sur quelle foi', () => {
		expect(ongletVersion(ancienne, parId)).toBe('ABC 2001 (remplacé par ABD 2010) : CCP et compétences');
		expect(ongletVersion(connue, parId)).toBe('ABE 2020 (en vigueur au 1er avril 2026, à vérifier)');
	});
	it('nomme d’abord ce qui distingue la page, et n’est jamais coupé par d’autres que nous', () => {
		const bloc = ancienne.blocs[0] as Bloc;
		const longue: Competence = { id: 'abc-2001/ccp-1/c9', rang: 9, libelle: 'Réaliser '.repeat(30) };
		const titres = [ongletCompetence(longue, bloc, ancienne), ongletBloc(bloc, ancienne)].map(onglet);
		expect(titres[0]).toMatch(/^ABC 2001, CCP 1, compétence 9 : Réaliser.*… — Lignée$/);
		expect(titres[1]).toBe('ABC 2001, CCP 1 : Recevoir — Lignée');
		for (const titre of titres) expect(titre.length).toBeLessThanOrEqual(70);
	});
});
