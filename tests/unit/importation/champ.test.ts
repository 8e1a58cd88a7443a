import { describe, expect, it } from 'vitest';
import { lireDate, lireNiveau, lireNsf, lireRome, sigleDesInitiales } from '../../../src/domaine/importation/champ.ts';
import { decoder } from '../../../src/domaine/importation/decoder.ts';
import { lireEtiquette, valeurDEtiquette } from '../../../src/domaine/importation/etiquette.ts';
import { lignesVues } from '../../../src/domaine/importation/html.ts';
import {
	commenceEnCapitale,
	commenceEnMinuscule,
	enCapitales,
	joindre,
} from '../../../src/domaine/importation/signe.ts';

describe('un champ dont la valeur est sur la ligne d’après', () => {
	it('le niveau', () => {
		expect(lireNiveau(['Niveau :', 'III.'])).toBe('III');
		expect(lireNiveau(['Niveau :'])).toBeUndefined();
	});

	it('le code NSF', () => {
		expect(lireNsf(['Code NSF :', '326 u.'])).toEqual(['326 u']);
		expect(lireNsf(['Code NSF :'])).toEqual([]);
	});
});

describe('un code ROME', () => {
	it('sans libellé, ou avec celui qui le précède', () => {
		expect(lireRome(['32311.'])).toEqual([{ valeur: '32311' }]);
		expect(lireRome(['Luthier : 11112'])).toEqual([{ valeur: '11112', libelle: 'Luthier' }]);
	});

	it('deux codes sur une ligne : le libellé de chacun est après lui, jamais celui d’un autre', () => {
		expect(lireRome(['Luthier 11112, 11113'])).toEqual([{ valeur: '11112' }, { valeur: '11113' }]);
	});
});

describe('une date et un sigle', () => {
	it('sans jour ni mois, pas de date', () => {
		expect(lireDate('en 2008')).toBeUndefined();
		expect(lireDate('3 brumaire 2008')).toBeUndefined();
	});

	it('un titre sans lettre n’a pas de sigle', () => {
		expect(sigleDesInitiales('…')).toBe('');
	});
});

describe('les signes d’une ligne', () => {
	it('un nombre n’est ni en capitales ni en minuscules', () => {
		for (const texte of ['12 – 3', '…']) {
			expect(enCapitales(texte)).toBe(false);
			expect(commenceEnCapitale(texte)).toBe(false);
			expect(commenceEnMinuscule(texte)).toBe(false);
		}
		expect(enCapitales('A')).toBe(false);
	});

	it('une élision et un trait d’union collent à la ligne d’après, pas un tiret devant un nombre', () => {
		expect(joindre('suite à un incident d’', 'exploitation')).toBe('suite à un incident d’exploitation');
		expect(joindre('PME-', 'PMI')).toBe('PME-PMI');
		expect(joindre('lot-', '12')).toBe('lot- 12');
		expect(joindre('', 'exploitation')).toBe('exploitation');
	});
});

describe('une étiquette et sa valeur', () => {
	it('la valeur suit les deux-points ; une phrase qui en a n’est pas une étiquette', () => {
		expect(valeurDEtiquette('Niveau : III.')).toEqual({ titre: 'Niveau :', valeur: 'III.' });
		expect(valeurDEtiquette('Le jury dispose : du dossier.')).toBeNull();
		expect(valeurDEtiquette('Niveau III')).toBeNull();
		expect(lireEtiquette('Code NSF 326 u')).toEqual({ etiquette: 'nsf', seule: false });
	});
});

describe('les octets et les entités', () => {
	it('l’UTF-16 des deux sens', () => {
		expect(decoder(Uint8Array.from([0xfe, 0xff, 0x00, 0xe9]))).toEqual({ texte: 'é', encodage: 'UTF-16' });
		expect(() => decoder(Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]))).toThrow(/abîmé/u);
	});

	it('une entité numérique, décimale ou non ; celle qui n’est pas un signe reste telle quelle', () => {
		expect(lignesVues('&#xe9;&#233;&#XE9;&#xfb01;')).toEqual(['ééé\ufb01']);
		expect(lignesVues('&#5;&#xd800;&#x110000;')).toEqual(['&#5;&#xd800;&#x110000;']);
	});
});
