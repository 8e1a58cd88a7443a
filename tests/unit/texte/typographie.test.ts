import { describe, expect, it } from 'vitest';
import { premierePhrase } from '../../../src/domaine/texte/phrase.ts';
import { typographier, typographierSuite } from '../../../src/domaine/texte/typographie.ts';

describe('la typographie française de notre prose', () => {
	it('met une espace insécable avant le deux-points, fine avant les autres signes hauts', () => {
		expect(typographier('Une règle : oui ; non ! quoi ? 95 % du tout')).toBe(
			'Une règle\u00A0: oui\u202F; non\u202F! quoi\u202F? 95\u202F% du tout',
		);
	});
	it('ne sépare ni un jour de son mois, ni « en » de son année, ni un sigle de son numéro', () => {
		expect(typographier('le CCP 2 du TSSR 2018, NSF 326, le Titre 3')).toBe(
			'le CCP\u00A02 du TSSR\u00A02018, NSF\u00A0326, le Titre 3',
		);
		expect(typographier('le 1er août 2013, le 22 décembre 2015, en mai 2010 ou en 2006')).toBe(
			'le 1er\u00A0août 2013, le 22\u00A0décembre 2015, en\u00A0mai 2010 ou en\u00A02006',
		);
		expect(typographier('les 2 maisons, 4 2013 fois, bien 2006')).toBe('les 2 maisons, 4 2013 fois, bien 2006');
	});
	it('met des espaces insécables à l’intérieur des guillemets', () => {
		expect(typographier('le mot « Néant » seul')).toBe('le mot «\u00A0Néant\u00A0» seul');
		expect(typographier('le mot «Néant» seul')).toBe('le mot «\u00A0Néant\u00A0» seul');
	});
	it('ne touche rien d’autre de ce que les guillemets citent', () => {
		expect(typographier('« Titre : suite ; fin » : voilà')).toBe('«\u00A0Titre : suite ; fin\u00A0»\u00A0: voilà');
	});
	it('se souvient d’un guillemet ouvert quand un lien ou une emphase coupe le texte', () => {
		const debut = typographierSuite('« avant ');
		expect(debut.ouvert).toBe(true);
		expect(typographierSuite('dedans : cité » : après', debut.ouvert)).toEqual({
			texte: 'dedans : cité\u00A0»\u00A0: après',
			ouvert: false,
		});
	});
	it('laisse ce qui est déjà juste, les heures, les adresses et le code', () => {
		const juste = 'Voir\u00A0: https://exemple.fr/?q=a, «\u00A0déjà\u00A0» et :root';
		expect(typographier(juste)).toBe(juste);
		expect(typographier('une classe :racine')).toBe('une classe :racine');
	});
});

describe('la première phrase d’un texte', () => {
	it('s’arrête au point qu’une capitale suit', () => {
		expect(premierePhrase('Un certificat. Il s’obtient seul.')).toBe('Un certificat.');
		expect(premierePhrase('Un certificat.\n\nIl s’obtient seul.')).toBe('Un certificat.');
		expect(premierePhrase('Voir p. ex. le titre. « Néant » aussi.')).toBe('Voir p. ex. le titre.');
	});
	it('est le texte entier quand il n’en a qu’une', () => {
		expect(premierePhrase('Une seule phrase')).toBe('Une seule phrase');
		expect(premierePhrase('')).toBe('');
	});
});
