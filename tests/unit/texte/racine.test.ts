import { describe, expect, it } from 'vitest';
import { racine } from '../../../src/domaine/texte/racine.ts';

describe('la racine d’un mot', () => {
	it.each([
		['serveurs', 'serveur'],
		['Sécuriser', 'sécurité'],
		['coffrage', 'coffrer'],
		['soudure', 'souder'],
		['vérification', 'vérifier'],
		['formation', 'former'],
		['locaux', 'local'],
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
		['application', 'appliquer'],
		['équipe', 'équipement'],
		['données', 'donner'],
		['administratif', 'administrer'],
		['mobile', 'mobiliser'],
		['informatique', 'information'],
		['travaux', 'travail'],
		['ouvrage', 'ouvrir'],
		['règles', 'régler'],
		['établissement', 'établir'],
		['comptage', 'comptes'],
		['façon', 'façonner'],
		['mécanisé', 'mécanique'],
		['fraisage', 'frais'],
		['composition', 'composite'],
		['desserte', 'dessert'],
		['publication', 'publique'],
		['localiser', 'locaux'],
		['signalisation', 'signaler'],
		['habitants', 'habitation'],
		['devant', 'devis'],
		['imprimante', 'imprimer'],
		['responsive', 'responsable'],
	])('%s n’est pas %s', (a, b) => expect(racine(a)).not.toBe(racine(b)));
});
