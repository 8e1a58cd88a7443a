import { describe, expect, it } from 'vitest';
import { lireCodes, lireDate, lireNiveau, sigleDesInitiales } from '../../../src/importation/champ.ts';
import { decoder } from '../../../src/importation/decoder.ts';
import { lireEtiquette } from '../../../src/importation/etiquette.ts';
import { contientHtml, lignesVues } from '../../../src/importation/html.ts';
import { lireLignes } from '../../../src/importation/ligne.ts';
import { appels, ouvreNote } from '../../../src/importation/note.ts';
import { reparer } from '../../../src/importation/reparation.ts';

const octets = (...valeurs: number[]) => Uint8Array.from(valeurs);

describe('les octets', () => {
	it.each([
		['UTF-8', octets(0xc3, 0xa9), 'é'],
		['Windows-1252', octets(0x92, 0xe9), '’é'],
		['UTF-8 et Windows-1252', octets(0xc3, 0xa9, 0xe9), 'éé'],
		['UTF-16', octets(0xff, 0xfe, 0xe9, 0x00), 'é'],
	])('%s', (encodage, entree, texte) => {
		expect(decoder(entree)).toEqual({ texte, encodage });
	});

	it('des zéros : pas un texte', () => {
		expect(() => decoder(octets(65, 0, 66))).toThrow(/binaire/u);
	});
});

describe('une ligne', () => {
	it.each([
		['  • Souder', '•', 'Souder', 2],
		['- o les résultats', '-o', 'les résultats', 0],
		['-d’une cellule', '-', 'd’une cellule', 0],
		['― structure', '―', 'structure', 0],
		['-5 °C', null, '-5 °C', 0],
		['o', null, 'o', 0],
		['\uf0b7\tSouder', '\uf0b7', 'Souder', 0],
		['un\u00a0mot\u00adcoupé', null, 'un motcoupé', 0],
	])('%j', (brute, puce, texte, retrait) => {
		expect(lireLignes([brute])[0]).toMatchObject({ puce, texte, retrait });
	});

	it('un titre en gras collé à ce qui suit est une ligne à lui', () => {
		expect(lireLignes(['**INFORMATIONS REQUISES**Intitulé :']).map((l) => l.texte)).toEqual([
			'INFORMATIONS REQUISES',
			'Intitulé :',
		]);
	});

	it('le HTML : des balises connues seulement', () => {
		expect(contientHtml('puissance < 70 kW et > 5')).toBe(false);
		expect(
			lignesVues('<p align="center">A<br/>B &lt; &eacute; &#233; &zz;</p>')
				.map((l) => l.trim())
				.filter(Boolean),
		).toEqual(['A', 'B < é é &zz;']);
	});
});

describe('les étiquettes d’une annexe', () => {
	it.each([
		['Intitulé :', 'intitule', true],
		['INTITULE', 'intitule', true],
		['Niveau V', 'niveau', false],
		['Code (s) NSF : 230 p.', 'nsf', false],
		['Code(s) ROME', 'rome', true],
		['Secteur(s) d’activité(s) ou type(s) d’emploi(s) accessible(s) par le titulaire du titre :', 'secteurs', true],
		['Secteurs d’activités et types d’emplois accessibles par le détenteur de ce titre', 'secteurs', true],
		['Réglementation d’activités :', 'reglementation', true],
		['A N N E X E', 'entete', true],
		[
			'Information requise pour l’inscription du titre professionnel au répertoire national des certifications professionnelles',
			'entete',
			true,
		],
	])('%s', (texte, etiquette, seule) => {
		expect(lireEtiquette(texte)).toEqual({ etiquette, seule });
	});

	it.each([
		'Niveau de langue attendu dans l’emploi',
		'Secteurs d’activités variés, dans des entreprises de toutes tailles.',
		'Codes et usages de la profession.',
		'Intituler un dossier.',
		'Réglementations et normes du bâtiment.',
	])('« %s » n’en est pas une', (texte) => {
		expect(lireEtiquette(texte)).toBeNull();
	});
});

describe('les champs', () => {
	it('un sigle fait des initiales des mots pleins', () => {
		expect(sigleDesInitiales('TECHNICIEN(NE) SUPERIEUR(E) DE SUPPORT EN INFORMATIQUE')).toBe('TSSI');
		expect(sigleDesInitiales('agent (e) d’entretien du bâtiment')).toBe('AEB');
		expect(sigleDesInitiales('Électricien d’équipement')).toBe('EE');
	});

	it('une date qui existe', () => {
		expect(lireDate('le 1er août 2008')).toBe('2008-08-01');
		expect(lireDate('18 DÉCEMBRE 2008')).toBe('2008-12-18');
		expect(lireDate('31 février 2008')).toBeUndefined();
	});

	it('un niveau, jamais celui d’une langue ou d’un interlocuteur', () => {
		expect(lireNiveau(['le niveau B1 en anglais', 'techniciens de premier niveau', 'Niveau : IV.'])).toBe('IV');
		expect(lireNiveau(['le niveau B1 en anglais'])).toBeUndefined();
	});

	it('des codes de chaque forme', () => {
		expect(
			lireCodes('code TP 00495, RNCP31115, RNCP31115BC01, NOR: SOCF0311961A, millésime 01').map((c) => c.valeur),
		).toEqual(['TP-00495', 'RNCP31115', 'millesime', 'SOCF0311961A'].map((v) => (v === 'millesime' ? '01' : v)));
	});
});

describe('les notes', () => {
	it.each([
		['2 Le  système', '2'],
		['¹ce titre a été créé', '1'],
		['(1) Au sens de', '1'],
		['* Au sens de', '*'],
	])('%s ouvre une note', (texte, marque) => {
		expect(ouvreNote(texte)?.marque).toBe(marque);
	});

	it.each(['1 – Pour un candidat', '1. Souder', '12 mois', '3D'])('%s n’en ouvre pas', (texte) => {
		expect(ouvreNote(texte)).toBeNull();
	});

	it('un appel est collé à un mot, jamais à un code', () => {
		const marques = new Set(['1', '2']);
		const de = (texte: string) => appels(texte, marques).map((a) => a.marque);
		expect(de('SUPERIEUR(E) DE RESSOURCES1 niveau III')).toEqual(['1']);
		expect(de('EN INFORMATIQUE 1 niveau III')).toEqual(['1']);
		expect(de('SPECIALISATION (CCS) 2')).toEqual(['2']);
		expect(de('le niveau B1 et A2, I1401, CCP 1, 1 an')).toEqual([]);
		expect(de('note3 et (3)')).toEqual([]);
	});
});

describe('les réparations', () => {
	const mots = 'candidat candidat réaliser';
	it('un mot coupé que le document a entier deux fois', () => {
		expect(reparer([mots, 'le cand idat']).lignes[1]).toBe('le candidat');
		expect(reparer(['le cand idat']).reparations).toEqual([]);
	});

	it('un mot coupé en fin de ligne que le document a entier', () => {
		expect(reparer([mots, 'il faut réa-', 'liser le']).lignes.slice(1)).toEqual(['il faut réaliser', ' le']);
		const incertain = reparer(['une plate-', 'forme']);
		expect(incertain).toMatchObject({ lignes: ['une plate-', 'forme'], reparations: [] });
		expect(incertain.doutes.map((d) => d.texte)).toEqual(['plate- forme']);
	});

	it('un mot coupé dans une case, où les lignes se suivent', () => {
		const cellule = (texte: string) => `<table><tr><td>${texte}</td></tr></table>`;
		expect(reparer([mots, cellule('il faut réa-<br/>liser le')]).lignes[1]).toBe(cellule('il faut réaliser le'));
		for (const coupe of ['plate-<br/>forme', 'plate- forme']) {
			const incertain = reparer([cellule(`une ${coupe}`)]);
			expect([incertain.lignes, incertain.doutes.map((d) => d.texte)]).toEqual([
				[cellule(`une ${coupe}`)],
				['plate- forme'],
			]);
		}
		expect(reparer([cellule('sous- et sur-tension')]).doutes).toEqual([]);
	});

	it.each(['ex', 'par', 'co', 'pré'])('« %s- » ouvre trop de mots pour être tenu pour un mot composé', (debut) => {
		expect(reparer([`un mot ${debut}-`, 'pertise']).doutes).toHaveLength(1);
		expect(reparer(['un mot semi-', 'automatique']).doutes).toEqual([]);
	});

	it('un guillemet ouvrant, quand sa place est sûre ; sinon un doute', () => {
		expect(reparer(['la production  cœur de métier » vaut']).lignes).toEqual(['la production « cœur de métier » vaut']);
		const douteux = reparer(['la production cœur de métier » vaut']);
		expect(douteux.reparations).toEqual([]);
		expect(douteux.doutes).toHaveLength(1);
	});

	it('se disent chacune : la ligne, ce qui était écrit, ce qui l’est, et pourquoi', () => {
		const texte = [
			mots,
			'le cand idat',
			'il faut Réa-',
			'  liser la production  cœur de métier » vaut',
			'le 1$^{er}$ de [la fiche](https://exemple.fr/a "Fiche")',
		];
		const { lignes, reparations, doutes } = reparer(texte);
		expect(lignes).toEqual([
			mots,
			'le candidat',
			'il faut Réaliser',
			' la production « cœur de métier » vaut',
			'le 1er de la fiche',
		]);
		expect(reparations).toEqual([
			{ ligne: 2, avant: 'cand idat', apres: 'candidat', motif: 'espace au milieu d’un mot' },
			{
				ligne: 4,
				avant: 'production  cœur de métier »',
				apres: 'production « cœur de métier »',
				motif: 'guillemet ouvrant perdu',
			},
			{ ligne: 5, avant: '$^{er}$', apres: 'er', motif: 'exposant noté à la manière de LaTeX' },
			{
				ligne: 5,
				avant: '[la fiche](https://exemple.fr/a "Fiche")',
				apres: 'la fiche',
				motif: 'adresse d’un lien retirée',
			},
			{ ligne: 3, avant: 'Réa- liser', apres: 'Réaliser', motif: 'mot coupé en fin de ligne' },
		]);
		expect(doutes).toEqual([]);
	});

	it('une image n’est pas du texte : elle s’en va, et c’est dit', () => {
		const { lignes, reparations } = reparer(['Régler. ![Un schéma](https://exemple.fr/a.png)', '![](/b.png)']);
		expect(lignes.map((l) => l.trim())).toEqual(['Régler.', '']);
		expect(reparations.map((r) => r.motif)).toEqual(['image retirée', 'image retirée']);
	});

	it.each([
		['deux mots que le document a ailleurs', ['candidat candidat', 'le cand idat', 'un cand']],
		['deux mots que le document a ailleurs, le second', ['candidat candidat', 'le cand idat', 'un idat']],
		['un mot qu’il n’a entier qu’une fois', ['candidat', 'le cand idat']],
		['un mot dont la suite a une capitale', ['candidat candidat', 'le cand Idat']],
		['un morceau de mot composé', ['candidat candidat', 'l’cand idat']],
		['un morceau de mot composé, à la fin', ['candidat candidat', 'cand idat-juré']],
		['un morceau que deux mots se disputent', ['interface interface faceter faceter', 'inter face ter']],
		['deux mots de la langue, dont le premier est de grammaire', ['parce que, parce que', 'classer par ce moyen']],
		['un trait d’union en fin de ligne devant une capitale', ['réaliser', 'réa-', 'Liser']],
		['un trait d’union à la fin du document', ['réaliser', 'réa-']],
		['un trait d’union seul en fin de ligne', ['liser', 'un -', 'liser']],
		['un mot composé', ['un poste semi-', 'automatique']],
		['un mot composé que le document a ailleurs', ['une plate-', 'forme, la plate-forme']],
		['un exposant qui n’en est pas un', ['x^{abcde} et x^{2}']],
		['un crochet qu’un signe protège', ['\\[x](https://exemple.fr)']],
		['une parenthèse qui n’est pas une adresse', ['[x](voir page 2) et [y] (https://exemple.fr)']],
		['des guillemets qui vont par deux', ['un « a  b » et « c  d »']],
	])('ne touchent pas à ceci : %s', (_, lignes) => {
		expect(reparer(lignes)).toEqual({ lignes, reparations: [], doutes: [] });
	});

	it('plusieurs dans une ligne, chacune à sa place', () => {
		expect(reparer(['candidat candidat réaliser réaliser', 'le cand idat va réa liser']).lignes[1]).toBe(
			'le candidat va réaliser',
		);
		expect(reparer(['un  mot » et l’autre  mot » fin']).lignes).toEqual(['un « mot » et l’autre « mot » fin']);
		expect(reparer(['« a » puis un  mot » fin']).lignes).toEqual(['« a » puis un « mot » fin']);
		expect(reparer(['[a](#n1) et [b](/c) et [d](http://e)']).lignes).toEqual(['a et b et d']);
	});

	it('un trait d’union au milieu d’une ligne n’est pas celui qui la finit', () => {
		const lues = (...lignes: string[]) => reparer(['réaliser', ...lignes]).lignes.slice(1);
		expect(lues('un porte-outil à réa-', 'liser')).toEqual(['un porte-outil à réaliser', '']);
		expect(lues('à réa- ', '  liser vite')).toEqual(['à réaliser', ' vite']);
		expect(lues('à réa-', '2 liser')).toEqual(['à réa-', '2 liser']);
	});

	it('un lien s’écrit avec ou sans espaces ; ce qui n’est qu’à moitié une adresse n’en est pas un', () => {
		expect(reparer(['[a]( https://exemple.fr/b  "Titre" ) fin']).lignes).toEqual(['a fin']);
		expect(reparer(['[a](voir:https://exemple.fr)']).lignes).toEqual(['[a](voir:https://exemple.fr)']);
	});

	it('un guillemet dont la place est douteuse reste où il est, et se lit dans son passage', () => {
		const deuxTrous = 'un  deux  trois » fin';
		expect(reparer(['a', deuxTrous])).toEqual({
			lignes: ['a', deuxTrous],
			reparations: [],
			doutes: [
				{
					ligne: 2,
					texte: 'un  deux  trois »',
					motif: 'guillemet fermant sans ouvrant : place inconnue, texte laissé tel quel',
				},
			],
		});
		const long = `${'x'.repeat(20)} ${'y'.repeat(39)}» fin`;
		expect(reparer([long]).doutes[0]?.texte).toBe(`${'y'.repeat(39)}»`);
		expect(reparer(['« a » b » c']).doutes).toHaveLength(1);
		expect(reparer(['» a « b']).doutes).toMatchObject([{ texte: '»' }]);
	});

	it('un lien perd son adresse, un exposant de LaTeX ses accolades', () => {
		expect(reparer(['voir [la fiche](https://exemple.fr/a), le 1^{er} août']).lignes).toEqual([
			'voir la fiche, le 1er août',
		]);
	});
});
