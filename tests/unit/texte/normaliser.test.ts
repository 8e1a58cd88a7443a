import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memeLibelle, replier } from '../../../src/domaine/texte/normaliser.ts';

describe('le même libellé, typographie mise à part', () => {
	it.each([
		['Gérer la sécurité d’accès', "Gérer la sécurité d'accès"],
		['Assister les utilisateurs.', 'Assister les utilisateurs'],
		['Assister les utilisateurs ;', 'Assister les utilisateurs'],
		['Evaluer les contraintes', 'Évaluer les contraintes'],
		['ASSURER LA SÉCURITÉ', 'Assurer la sécurité'],
		['ASSURER LA SECURITE', 'Assurer la sécurité'],
		['Mettre en oeuvre', 'Mettre en œuvre'],
		['Suivre  les\u00a0serveurs', ' Suivre les serveurs '],
		['une PME / PMI', 'une PME/PMI'],
		['un « poste »', 'un "poste"'],
		['un CCP – bloc', 'un CCP - bloc'],
		['serveur\u00adweb', 'serveurweb'],
		['e\u0301tude', 'étude'],
		['Gérer les postes, etc...', 'Gérer les postes, etc…'],
		['Aﬃcher et poﬆer des ﬂux eﬀicaces', 'Afficher et poster des flux efficaces'],
		['télé－assistance et e﹣mail', 'télé-assistance et e-mail'],
		['un ‹ poste › „portable‟', 'un "poste" "portable"'],
		['l‛accès et l＇hôte', "l'accès et l'hôte"],
	])('%s = %s', (a, b) => {
		expect(memeLibelle(a, b)).toBe(true);
		expect(memeLibelle(b, a)).toBe(true);
		expect(replier(a)).toBe(replier(b));
	});

	it.each([
		['pécher', 'pêcher'],
		['evaluer', 'évaluer'],
		['Évaluer', 'evaluer'],
		['Configurer un serveur', 'Configurer des serveurs'],
		['Assister les utilisateurs', 'Assister un utilisateur'],
		['co-construire', 'co construire'],
		['', 'a'],
		['un...deux', 'undeux'],
	])('%s ≠ %s', (a, b) => {
		expect(memeLibelle(a, b)).toBe(false);
		expect(memeLibelle(b, a)).toBe(false);
	});

	it('ne se transmet pas : « PECHER » vaut « pécher » et « pêcher », qui ne se valent pas', () => {
		expect(memeLibelle('PECHER', 'pécher')).toBe(true);
		expect(memeLibelle('PECHER', 'pêcher')).toBe(true);
		expect(memeLibelle('pécher', 'pêcher')).toBe(false);
	});

	it('est réflexif, symétrique, et tient quand tout passe en capitales', () => {
		const mot = fc.stringMatching(/^[a-zéèêàçôûîœ'’. -]{0,12}$/u);
		fc.assert(
			fc.property(mot, mot, (a, b) => {
				expect(memeLibelle(a, a)).toBe(true);
				expect(memeLibelle(a, b)).toBe(memeLibelle(b, a));
				expect(memeLibelle(a, a.toUpperCase())).toBe(true);
				if (memeLibelle(a, b)) expect(replier(a)).toBe(replier(b));
			}),
		);
	});
});
