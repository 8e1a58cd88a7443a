import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonique, empreinteDe, enBref } from '../../src/domaine/empreinte.ts';
import { publierTitre } from '../../src/domaine/exports/titre.ts';
import { contenuDe } from '../contenu.ts';
import { prose, versions } from './exports/exemple.ts';

describe('forme canonique', () => {
	it('trie les clés à chaque niveau et n’écrit aucun espace', () => {
		expect(canonique({ b: [1, { d: null, c: 'é' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é","d":null}]}');
	});
	it('tait une clé sans valeur, et garde sa place à une case qui n’en a pas, comme JSON', () => {
		const valeur = { b: [undefined, 1], a: undefined };
		expect(canonique(valeur)).toBe('{"b":[null,1]}');
		expect(canonique(valeur)).toBe(JSON.stringify(valeur));
	});
	it('ne dépend pas de l’ordre des clés, et se relit à l’identique', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 3, depthSize: 'xsmall' }), (valeur) => {
				const lu = JSON.parse(JSON.stringify(valeur));
				expect(JSON.parse(canonique(valeur))).toEqual(lu);
				const renverse = (v: unknown): unknown =>
					v && typeof v === 'object' && !Array.isArray(v)
						? Object.fromEntries(
								Object.entries(v)
									.reverse()
									.map(([c, x]) => [c, renverse(x)]),
							)
						: v;
				expect(canonique(renverse(valeur))).toBe(canonique(valeur));
			}),
			{ numRuns: 50 },
		);
	});
});

describe('empreinte', () => {
	it('est le SHA-256 de la forme canonique, comme le calcule Node', () => {
		const objet = { libelle: 'Gérer l’été', rang: 3 };
		expect(empreinteDe(objet)).toBe(createHash('sha256').update(canonique(objet)).digest('hex'));
		expect(enBref(empreinteDe(objet))).toMatch(/^[0-9a-f]{12}$/);
	});
	it('d’une version se vérifie sur son fichier, par ses clés sans le statut', () => {
		const publie = publierTitre(versions[0], prose);
		expect(empreinteDe(contenuDe(publie))).toBe(publie.empreinte);
	});
	it('change avec un mot du texte, non avec le statut', () => {
		const { empreinte } = publierTitre(versions[0], prose);
		const abrogee = { ...versions[0], etat: { ...versions[0].etat, cle: 'terminee' as const } };
		expect(publierTitre(abrogee, prose).empreinte).toBe(empreinte);
		const reecrit = { ...prose, avant: [{ titre: '', paragraphes: ['Le titre d’ABC comprend trois CCP.'] }] };
		expect(publierTitre(versions[0], reecrit).empreinte).not.toBe(empreinte);
	});
});
