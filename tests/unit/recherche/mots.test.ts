import { describe, expect, it } from 'vitest';
import { extrait, marquer } from '../../../src/domaine/recherche/extrait.ts';
import { accord, ensemble, motsDe } from '../../../src/domaine/recherche/mots.ts';
import { distance } from '../../../src/domaine/texte/distance.ts';

describe('un mot demandé', () => {
	it.each([
		['VAE', 'La VAE', 3],
		['VAE', 'financièrement valides', 0],
		['serveurs', 'le serveur', 2],
		['sauvegarder', 'les sauvegardes', 2],
		['serv', 'un serveur', 1],
		['acces', 'l’accès', 3],
		['sur', 'la surveillance', 1],
		['backend', 'back-end', 3],
		['back-end', 'backend', 3],
		['client-serveur', 'serveur et client', 3],
		['client-serveur', 'un client', 0],
		['RNCP126', 'RNCP1262', 0],
		['2018', 'en 2018', 3],
	])('« %s » dans « %s »', (mot, texte, attendu) => {
		expect(accord(mot, ensemble(texte))).toBe(attendu);
	});
	it('ne tient pas pour des mots les lettres qui élident', () => {
		expect(motsDe('L’œuvre d’un technicien(ne), aujourd’hui : 24 h/24')).toEqual([
			'oeuvre',
			'technicien',
			'aujourd’hui',
			'24',
			'h',
			'24',
		]);
	});
});

describe('un extrait', () => {
	const marques = (passages: { texte: string; marque: boolean }[]) =>
		passages.filter(({ marque }) => marque).map(({ texte }) => texte);
	it('marque les mots tels que le texte les écrit, et garde tout le reste', () => {
		const texte = 'Il vérifie l’état des Sauvegardes (326 r) ; cœur.';
		const passages = marquer(texte, ['sauvegarde', '326r', 'coeur']);
		expect(passages.map((p) => p.texte).join('')).toBe(texte);
		expect(marques(passages)).toEqual(['Sauvegardes', '326 r', 'cœur']);
	});
	it('choisit le paragraphe qui répond le mieux, et dit où il le coupe', () => {
		const long = `Le réseau. ${'Autre chose ici. '.repeat(30)}Puis la sauvegarde du réseau, vérifiée. ${'Suite. '.repeat(60)}`;
		const passages = extrait(`Le réseau seul.\n${long}`, ['sauvegarde', 'réseau']);
		const texte = passages.map((p) => p.texte).join('');
		expect(marques(passages)).toContain('sauvegarde');
		expect(texte.length).toBeLessThan(320);
		expect(long.replace(/\s+/g, ' ')).toContain(texte.replaceAll('…', '').trim());
	});
	it('sans le mot, montre le début', () => {
		expect(extrait('Un texte court.', ['absent'])).toEqual([{ texte: 'Un texte court.', marque: false }]);
	});
});

describe('la distance', () => {
	it.each([
		['resau', 'reseau', 1],
		['resaeu', 'reseau', 1],
		['', 'abc', 3],
		['abc', 'abc', 0],
		['suporvision', 'supervision', 1],
		['chat', 'chien', 3],
	])('de « %s » à « %s »', (a, b, attendue) => {
		expect(distance(a, b)).toBe(attendue);
		expect(distance(b, a)).toBe(attendue);
	});
});
