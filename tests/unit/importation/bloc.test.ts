import { describe, expect, it } from 'vitest';
import { lireDocument } from '../../../src/domaine/importation/lire.ts';
import { annexe } from './annexes.ts';

const lire = (activites: string) => {
	const { blocs, doutes } = lireDocument(annexe(activites));
	return {
		intitules: blocs.map((b) => b.intitule),
		competences: blocs[0]?.competences.map((c) => c.libelle),
		doutes: doutes.map((d) => d.motif),
	};
};

describe('où commence une compétence', () => {
	it('une ligne sans puce parmi des puces : un infinitif en ouvre une, et le doute est dit ; un nom suit la sienne', () => {
		expect(
			lire(
				'1. Régler un instrument\n\n• Choisir les bois\n• Poser les filets selon la norme\nNF en vigueur\nVernir la table\n',
			),
		).toEqual({
			intitules: ['Régler un instrument'],
			competences: ['Choisir les bois', 'Poser les filets selon la norme NF en vigueur', 'Vernir la table'],
			doutes: ['ligne sans puce, lue comme une compétence'],
		});
	});

	it('un infinitif après une ligne sans point, là où les autres en ont : le doute est dit', () => {
		expect(
			lire('1. Régler un instrument\n\nTailler l’âme.\n\nPoser le chevalet\n\nRégler la hauteur.\n\nCorder.\n'),
		).toMatchObject({
			competences: ['Tailler l’âme.', 'Poser le chevalet', 'Régler la hauteur.', 'Corder.'],
			doutes: ['la ligne d’avant ne finit pas par un point : deux compétences, ou une seule ?'],
		});
	});

	it('le retrait d’un PDF qui a perdu ses puces ouvre une compétence, même un nom', () => {
		expect(
			lire(
				'1. Régler un instrument\n\n   Tailler l’âme selon\nles usages\n   Sens du détail\n   Pose du chevalet\nà la main\n',
			).competences,
		).toEqual(['Tailler l’âme selon les usages', 'Sens du détail', 'Pose du chevalet à la main']);
	});
});

describe('une liste dans une compétence', () => {
	it('à une autre puce reste dans la sienne', () => {
		expect(
			lire(
				'1. Régler un instrument\n\n• Choisir les bois\n\n• Ajuster les pièces mobiles :\n\n– Chevalet ;\n\n– Âme.\n\n• Corder\n\n• Accorder\n',
			).competences,
		).toEqual(['Choisir les bois', 'Ajuster les pièces mobiles : Chevalet ; Âme.', 'Corder', 'Accorder']);
	});

	it('numérotée garde ses numéros, qui sont du texte', () => {
		expect(
			lire(
				'CCP 1 – Régler un instrument\n\n- Choisir les bois\n\n- Ajuster les pièces mobiles :\n\n1. le chevalet ;\n\n2. l’âme.\n\n- Corder\n',
			).competences,
		).toEqual(['Choisir les bois', 'Ajuster les pièces mobiles : 1. le chevalet ; 2. l’âme.', 'Corder']);
	});
});

describe('la suite d’un intitulé', () => {
	it('une parenthèse qui s’ouvre par un nombre en est', () => {
		expect(lire('1. Régler un instrument\n\n(4 ou 5 cordes)\n\nTailler l’âme.\n').intitules).toEqual([
			'Régler un instrument (4 ou 5 cordes)',
		]);
	});

	it('une ligne sans infinitif ni point, avant une compétence, en est, et le doute est dit', () => {
		expect(
			lire('1. Régler un instrument\n\nViolon et violoncelle\n\nTailler l’âme.\n\nPoser le chevalet.\n\nCorder.\n'),
		).toEqual({
			intitules: ['Régler un instrument Violon et violoncelle'],
			competences: ['Tailler l’âme.', 'Poser le chevalet.', 'Corder.'],
			doutes: ['ligne sans infinitif ni point, lue comme la suite de l’intitulé'],
		});
	});
});
