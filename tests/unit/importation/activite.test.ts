import { describe, expect, it } from 'vitest';
import { ouvertureNommee } from '../../../src/domaine/importation/activite.ts';
import { lireDocument } from '../../../src/domaine/importation/lire.ts';
import { annexe, blocsDe } from './annexes.ts';

const textesApres = (texte: string): string[] => {
	const { elements } = lireDocument(texte);
	return elements.slice(elements.findIndex((e) => e.sorte === 'blocs')).flatMap((e) => ('texte' in e ? [e.texte] : []));
};

describe('le nom d’un bloc', () => {
	it.each([
		['CCP', 'ccp', ''],
		['Activité 1', 'ccp', ''],
		['CCP 2 - Vernir', 'ccp', 'Vernir'],
		['Certificat complémentaire de spécialisation : Archeter', 'ccs', 'Archeter'],
	])('« %s » ouvre un bloc', (texte, type, titre) => {
		expect(ouvertureNommee(texte)).toMatchObject({ type, titre });
	});

	it.each([
		'CCP : constitutifs du titre',
		'Unité : à chaque poste',
		'Activité',
		'Bloc de compétences',
		'Activités du métier',
	])('« %s » n’en ouvre pas', (texte) => {
		expect(ouvertureNommee(texte)).toBeNull();
	});
});

describe('ce qui se glisse entre les compétences', () => {
	it('un intertitre sans mot connu, avant le bloc suivant, est une remarque', () => {
		const lue = lireDocument(
			annexe('1. Régler un instrument\n\nTailler l’âme.\n\nMusique ancienne\n\n2. Fretter\n\nPoser les frettes.\n'),
		);
		expect(lue.blocs.map((b) => b.competences.length)).toEqual([1, 1]);
		expect(lue.remarques).toEqual(['« Musique ancienne » : ce que le document imprime avant le bloc 2']);
	});

	it('une ligne seule à la fin de la liste la suit, et n’est pas une compétence', () => {
		const texte = annexe('1. Régler un instrument\n\nTailler l’âme.\n\nInstruments du quatuor\n');
		expect(blocsDe(texte)[0]?.competences).toEqual(['Tailler l’âme.']);
		expect(textesApres(texte)[0]).toBe('Instruments du quatuor');
	});

	it('plusieurs lignes sans infinitif à la fin de la liste la suivent', () => {
		const texte = annexe('1. Régler un instrument\n\nTailler l’âme.\n\nInstruments du quatuor\n\nViolon et alto\n');
		expect(blocsDe(texte)[0]?.competences).toEqual(['Tailler l’âme.']);
		expect(textesApres(texte).slice(0, 2)).toEqual(['Instruments du quatuor', 'Violon et alto']);
	});

	it('un nom qui finit par un point, ou suivi d’une compétence, en est une', () => {
		const fini = annexe('1. Régler un instrument\n\nTailler l’âme.\n\nSens du détail.\n\nMaîtrise du geste ;\n');
		expect(blocsDe(fini)[0]?.competences).toEqual(['Tailler l’âme.', 'Sens du détail.', 'Maîtrise du geste ;']);
		const suivi = annexe('1. Régler un instrument\n\nTailler l’âme.\n\nSens du détail\n\nPoser le chevalet.\n');
		expect(blocsDe(suivi)[0]?.competences).toEqual(['Tailler l’âme.', 'Sens du détail', 'Poser le chevalet.']);
	});

	it('une option reste dans sa compétence quand celle-ci ne peut pas finir là', () => {
		const suspens = annexe(
			'1. Régler un instrument\n\nChoisir les bois pour la\n\nTable d’harmonie\n\nPoser le chevalet\n',
		);
		expect(blocsDe(suspens)[0]?.competences).toEqual([
			'Choisir les bois pour la Table d’harmonie',
			'Poser le chevalet',
		]);
		const ouverte = annexe(
			'1. Régler un instrument\n\nChoisir les bois (épicéa\n\nÉrable) et les coller\n\nPoser le chevalet\n',
		);
		expect(blocsDe(ouverte)[0]?.competences[0]).toBe('Choisir les bois (épicéa Érable) et les coller');
	});

	it('une ligne repliée qui commence par une capitale suit la sienne', () => {
		expect(
			blocsDe(annexe('1. Régler un instrument\n\nPoser les filets selon la norme\nNF en vigueur\n\nTailler l’âme\n'))[0]
				?.competences,
		).toEqual(['Poser les filets selon la norme NF en vigueur', 'Tailler l’âme']);
	});

	it('là où les compétences ont un point, ce qui suit une ligne sans point est dit douteux', () => {
		const texte = annexe(
			'1. Régler un instrument\n\nTailler l’âme.\n\nPoser le chevalet.\n\nRégler la hauteur\n\nOption guitare\n',
		);
		expect(blocsDe(texte)[0]?.competences.at(-1)).toBe('Option guitare');
		expect(lireDocument(texte).doutes).toEqual([
			expect.objectContaining({
				texte: 'Option guitare',
				motif: 'ligne qui ne commence pas par un infinitif, lue comme une compétence',
			}),
		]);
	});
});

describe('un certificat complémentaire annoncé sans numéro', () => {
	it('prend pour intitulé la ligne qui suit', () => {
		const texte = annexe(
			'1. Régler un instrument\n\nTailler l’âme.\n\nCertificat complémentaire de spécialisation\n\nRestaurer un instrument ancien\n\nDater un instrument.\n',
		);
		expect(blocsDe(texte)).toEqual([
			{ type: 'ccp', intitule: 'Régler un instrument', competences: ['Tailler l’âme.'] },
			{ type: 'ccs', intitule: 'Restaurer un instrument ancien', competences: ['Dater un instrument.'] },
		]);
	});
});

describe('des activités que rien ne marque', () => {
	it('un intitulé et des compétences repliés sur deux lignes', () => {
		expect(
			blocsDe(
				annexe(
					'Régler un instrument\n\nà cordes frottées\n\nTailler l’âme\n\nde l’instrument.\n\nPoser le chevalet.\n\nCorder.\n\nAccorder.\n\nVernir un instrument\n\nPréparer les fonds.\n\nPoncer.\n\nPolir.\n',
				),
			).map((b) => [b.intitule, b.competences]),
		).toEqual([
			[
				'Régler un instrument à cordes frottées',
				['Tailler l’âme de l’instrument.', 'Poser le chevalet.', 'Corder.', 'Accorder.'],
			],
			['Vernir un instrument', ['Préparer les fonds.', 'Poncer.', 'Polir.']],
		]);
	});
});
