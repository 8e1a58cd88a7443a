import { describe, expect, it } from 'vitest';
import { racine } from '../../../src/domaine/texte/racine.ts';

describe('la racine d’un mot', () => {
	it.each([
		['serveurs', 'serveur'],
		['Sécuriser', 'sécurité'],
		['coffrage', 'coffrer'],
		['soudure', 'souder'],
		['vérification', 'vérifier'],
		['locaux', 'local'],
		['légers', 'léger'],
		['conflits', 'conflit'],
		['contenus', 'contenu'],
		['scénarios', 'scénario'],
		['back-end', 'backend'],
		['co-animateur', 'coanimatrice'],
		['suivi', 'suivre'],
		['animatrice', 'animateur'],
		['É́quipement', 'équiper'],
		['automatisation', 'automatisme'],
	])('%s et %s sont de la même famille', (a, b) => expect(racine(a)).toBe(racine(b)));

	it('est un texte pour tout mot, « constructor » compris', () => expect(racine('constructor')).toBe('constructor'));

	it.each([
		['utilisateur', 'utiliser'],
		['animatrice', 'animation'],
		['animatrice', 'formatrice'],
		['mobile', 'mobiliser'],
		['informatique', 'information'],
		['travaux', 'travail'],
		['ouvrage', 'ouvrir'],
	])('%s n’est pas %s', (a, b) => expect(racine(a)).not.toBe(racine(b)));
});
