import { describe, expect, it } from 'vitest';
import { publierSecurite } from '../../../src/domaine/exports/securite.ts';

const CANONIQUE = 'https://lignee.example/.well-known/security.txt';

describe('security.txt', () => {
	it('donne l’adresse de l’éditeur, et vaut un an après le jour des faits', () => {
		expect(publierSecurite('moi@exemple.fr', '2026-11-21', CANONIQUE)).toBe(
			`Contact: mailto:moi@exemple.fr\nExpires: 2027-11-21T00:00:00Z\nPreferred-Languages: fr\nCanonical: ${CANONIQUE}\n`,
		);
		expect(publierSecurite(' https://exemple.fr/ecrire ', '2028-02-29', CANONIQUE)).toMatch(
			/^Contact: https:\/\/exemple\.fr\/ecrire\nExpires: 2029-02-28T/,
		);
	});
	it.each([null, '', '12 rue des Lilas, Lyon', '01 23 45 67 89', 'moi@exemple.fr\nContact: autre@exemple.fr'])(
		'n’invente aucune adresse à partir de %o',
		(contact) => {
			expect(publierSecurite(contact, '2026-11-21', CANONIQUE)).toBeUndefined();
		},
	);
});
