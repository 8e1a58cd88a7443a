import { describe, expect, it } from 'vitest';
import { espaces, montrable } from '../../../src/importation/caractere.ts';
import { lignesBrutes, lireLignes } from '../../../src/importation/ligne.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { annexe } from './annexes.ts';

const lignes = (texte: string) => lireLignes(lignesBrutes(texte)).map((l) => [l.puce, l.texte]);
const competences = (activites: string) => lireDocument(annexe(activites)).blocs[0]?.competences.map((c) => c.libelle);

describe('les caractères que portent PDF et pages web', () => {
	it.each(['\u00ad', '\u200b', '\u2060', '\u061c', '\u2066', '\ufe0f', '\u{e0041}', '\u180e', '\u034f'])(
		'%j, que nul ne voit, n’est rien au milieu d’un mot',
		(signe) => {
			expect(espaces(`cou${signe}dre`)).toBe('coudre');
		},
	);

	it.each(['•', '◉', '⦿', '➔', '✦', '⁌', '\uf0b7', '\ue000', '🔹', '⟶', '▷'])(
		'« %s » mène un élément de liste',
		(puce) => {
			expect(lignes(`${puce} Coudre`)).toEqual([[puce, 'Coudre']]);
			expect(lignes(`${puce}\nCoudre`)).toEqual([[puce, 'Coudre']]);
			expect(lignes(`${puce} Coudre ${puce} Plier`)).toEqual([
				[puce, 'Coudre'],
				[puce, 'Plier'],
			]);
		},
	);

	it.each(['° de liberté', '€ par jour', '§ 3 du règlement', '№ 3', '> 5 kW'])('« %s » est du texte', (texte) => {
		expect(lignes(texte)).toEqual([[null, texte]]);
	});

	it.each(['\u2028', '\u2029', '\u000b', '\r', '\r\n'])('%j finit une ligne', (fin) => {
		expect(lignes(`Coudre.${fin}Plier.`).map((l) => l[1])).toEqual(['Coudre.', 'Plier.']);
	});

	it('un mot coupé par un trait d’union conditionnel en fin de ligne est entier', () => {
		expect(competences('1. Relier\n\nAssem\u00ad\nbler les cahiers.\n\nCoudre.\n')).toEqual([
			'Assembler les cahiers.',
			'Coudre.',
		]);
	});

	it('un texte de Windows lu en latin-1 retrouve ses signes, un caractère de commande est retiré, et c’est dit', () => {
		const lue = lireDocument(annexe('1. Relier\n\nPeser l\u0092eau.\n\nCoudre\u0007 les cahiers.\n'));
		expect(lue.blocs[0]?.competences.map((c) => c.libelle)).toEqual(['Peser l’eau.', 'Coudre les cahiers.']);
		expect(lue.reparations.map((r) => r.avant)).toEqual(['U+0092', 'U+0007']);
	});

	it('une lettre perdue arrête l’import, avec sa ligne', () => {
		expect(() => lireDocument(annexe('1. Relier\n\nPeser l\ufffdeau.\n'))).toThrow(
			/^ligne \d+ : une lettre est perdue/u,
		);
	});

	it('rien de cru ne va au terminal', () => {
		expect(montrable('a\u001b[2Jb\u202ec\u009bd\ne\tf')).toBe('a‹U+001B›[2Jb‹U+202E›c‹U+009B›d\ne\tf');
	});
});

describe('des compétences qui ne commencent pas comme les autres', () => {
	it('par un chiffre ou une petite lettre, en alinéas', () => {
		expect(
			competences(
				'1. Modéliser\n\nPréparer un plan.\n\n2D et 3D : modéliser une pièce.\n\ne-commerce : gérer une boutique.\n\nRanger.\n',
			),
		).toEqual(['Préparer un plan.', '2D et 3D : modéliser une pièce.', 'e-commerce : gérer une boutique.', 'Ranger.']);
	});

	it('sans infinitif : celle qui suit n’est pas perdue, et le doute est dit', () => {
		const lue = lireDocument(
			annexe('1. Relier\n\nCoudre les cahiers.\n\nSpécialité : dorure\n\nPoser la couverture.\n\nRanger.\n'),
		);
		expect(lue.blocs[0]?.competences.map((c) => c.libelle)).toEqual(
			expect.arrayContaining(['Coudre les cahiers.', 'Poser la couverture.', 'Ranger.']),
		);
		expect(lue.doutes.map((d) => d.texte)).toContain('Spécialité : dorure');
	});

	it('l’appel « (1) » et sa note quittent les compétences pour la prose', () => {
		const lue = lireDocument(
			annexe('1. Relier\n\nCoudre les cahiers (1).\n\nPoser la couverture.\n\n(1) Compétence évaluée en atelier.\n'),
		);
		expect(lue.blocs[0]?.competences.map((c) => c.libelle)).toEqual(['Coudre les cahiers.', 'Poser la couverture.']);
		expect(lue.elements).toContainEqual(
			expect.objectContaining({ sorte: 'note', marque: '1', texte: 'Compétence évaluée en atelier.' }),
		);
	});

	it('un titre sans bloc imprimé le dit ; deux annexes dans un fichier sont refusées', () => {
		expect(lireDocument(annexe('Coudre les cahiers.\n\nPoser la couverture.\n'))).toMatchObject({
			blocs: [{ emprunte: true }],
			remarques: [expect.stringMatching(/n’imprime aucun intitulé de bloc/u)],
		});
		expect(() => lireDocument(`${annexe('1. Relier\n\nCoudre.\n')}\n\n${annexe('1. Dorer\n\nPoser.\n')}`)).toThrow(
			/^deux annexes/u,
		);
	});
});

describe('un texte sans mesure', () => {
	it('est refusé aussitôt', () => {
		expect(() => lireDocument('mot '.repeat(6_000_000))).toThrow(/milliers de signes/u);
		expect(() => lireDocument(annexe(`1. Relier\n\n${'mot '.repeat(20_000)}\n`))).toThrow(
			/signes sur une seule ligne/u,
		);
	});
});
