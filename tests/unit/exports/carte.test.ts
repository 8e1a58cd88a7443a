import { describe, expect, it } from 'vitest';
import { type Carte, carteComparaison, carteSite, carteVersion } from '../../../src/domaine/exports/carte.ts';
import { dessiner } from '../../../src/integrations/dessin.ts';
import { versions } from './exemple.ts';

const [ancienne, recente, connue] = versions;
const parId = new Map(versions.map((v) => [v.id, v]));
const LONGUE: Carte = {
	genre: 'Titre professionnel, 12 blocs et 112 compétences',
	titre: 'ABCDEFGHI 2003 et ABCDEFGHI 2008',
	texte:
		'Technicien(ne) supérieur(e) gestionnaire exploitant(e) de ressources informatiques et de télécommunications d’entreprise',
	etat: '12 blocs et 112 compétences, puis 12 blocs et 112 compétences, et quelques mots de plus',
};
const TRES_LONGUES = [150, 250, 400].map((longueur) => ({
	...LONGUE,
	texte: 'Gestionnaire exploitant(e) de ressources '.repeat(10).slice(0, longueur).trim(),
}));

/** For each row of pixels of the picture: true if it is not blank, the coloured left edge aside. */
async function rangees(carte: Carte): Promise<boolean[]> {
	const [width, height] = [1200, 630];
	const pixels = await dessiner(carte, 'raw');
	expect(pixels.length).toBe(width * height * 4);
	const couleur = (x: number, y: number) => pixels.readUInt32BE((y * width + x) * 4);
	const papier = couleur(width - 1, 0);
	return Array.from({ length: height }, (_, y) => {
		for (let x = 24; x < width; x++) if (couleur(x, y) !== papier) return true;
		return false;
	});
}

describe('image de partage', () => {
	it('dit le statut d’une version, avec sa réserve', () => {
		expect(carteVersion(ancienne, parId)).toMatchObject({ titre: 'ABC 2001', etat: 'Remplacé par l’ABD 2010' });
		expect(carteVersion(connue, parId).etat).toBe('En vigueur au 1er avril 2026, à vérifier');
		expect(carteVersion(connue, parId).genre).toContain('compétences inconnues');
	});
	it('dit d’une version et d’une comparaison ce que leur page contient', () => {
		expect(carteVersion(ancienne, parId)).toEqual({
			genre: 'Titre professionnel, 3 blocs, 5 compétences',
			titre: 'ABC 2001',
			texte: 'Agent de bureau & conseil',
			etat: 'Remplacé par l’ABD 2010',
		});
		expect(carteVersion(connue, parId).genre).toBe('Titre professionnel, 1 bloc, compétences inconnues (à vérifier)');
		const genre = 'Comparaison de deux versions';
		expect(carteComparaison(ancienne, recente)).toEqual({
			genre,
			titre: 'ABC 2001 et ABD 2010',
			texte: 'Règles, blocs, compétences : ce qui change, et d’après qui',
			etat: '3 blocs, 5 compétences, puis 2 blocs, 4 compétences',
		});
		const sansTexte = {
			texte: 'La correspondance officielle des CCP',
			etat: 'Compétences inconnues d’un côté au moins',
		};
		expect(carteComparaison(recente, connue)).toEqual({ genre, titre: 'ABD 2010 et ABE 2020', ...sansTexte });
		expect(carteComparaison(connue, recente)).toEqual({ genre, titre: 'ABE 2020 et ABD 2010', ...sansTexte });
	});
	it('d’une comparaison sans texte, ne compte aucune compétence', () => {
		expect(carteComparaison(ancienne, recente).etat).toBe('3 blocs, 5 compétences, puis 2 blocs, 4 compétences');
		expect(carteComparaison(recente, connue).etat).not.toMatch(/\d compétence/);
	});
	it('tient tout entière dans son cadre, même de longs mots', async () => {
		for (const carte of [carteSite, carteVersion(ancienne, parId), LONGUE, ...TRES_LONGUES]) {
			const encre = await rangees(carte);
			expect(encre.slice(0, 50).some(Boolean), carte.titre).toBe(false);
			expect(encre.slice(-50).some(Boolean), carte.titre).toBe(false);
			expect(encre.slice(-120, -60).some(Boolean), carte.titre).toBe(true);
		}
	});
	it('est la même à chaque fois', async () => {
		const [a, b] = await Promise.all([dessiner(carteSite), dessiner(carteSite)]);
		expect(a.equals(b)).toBe(true);
	});
});
