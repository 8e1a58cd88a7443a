import { describe, expect, it } from 'vitest';
import {
	lireCodes,
	lireDate,
	lireDateBarree,
	lireDebut,
	lireFin,
	lireNiveau,
	lireNsf,
	lireRome,
	sigleDesInitiales,
} from '../../../src/importation/champ.ts';
import { decoder } from '../../../src/importation/decoder.ts';
import { lireEtiquette, valeurDEtiquette } from '../../../src/importation/etiquette.ts';
import { lignesVues } from '../../../src/importation/html.ts';
import { commenceEnCapitale, commenceEnMinuscule, enCapitales, joindre } from '../../../src/importation/signe.ts';

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

describe('le niveau', () => {
	it.each([
		['Niveau : III.', 'III'],
		['niveau iv', 'IV'],
		['Niveau V', 'V'],
		['Niveau 3 (cadre national)', '3'],
		['Niveau de qualification : II', 'II'],
		['Niveau de formation V', 'V'],
		['Le titre professionnel de luthier, niveau IV, se compose', 'IV'],
		['de luthier niveau III (code NSF : 234)', 'III'],
		['de luthier niveau III ( codes NSF : 234)', 'III'],
	])('« %s » est %s', (texte, niveau) => {
		expect(lireNiveau([texte])).toBe(niveau);
	});

	it.each([
		'Niveau VI',
		'Niveau : V bis',
		'Niveau B1 du cadre européen',
		'Niveau : 35',
		'Niveau : 9',
		'Niveau IVa',
		'Il conseille des techniciens de niveau III',
		'Un luthier de niveau I fait partie du titre professionnel',
		'Le niveau : V',
	])('« %s » n’en dit aucun', (texte) => {
		expect(lireNiveau([texte])).toBeUndefined();
	});

	it('de l’étiquette l’emporte sur celui d’une phrase, et la valeur sur la ligne d’après', () => {
		expect(lireNiveau(['Le titre professionnel de luthier, niveau IV', 'Niveau : V'])).toBe('V');
		expect(lireNiveau(['Niveau :', 'V.', 'Niveau : IV'])).toBe('V');
		expect(lireNiveau(['Niveau', 'V'])).toBe('V');
		expect(lireNiveau(['Niveau de langue', 'V'])).toBeUndefined();
	});
});

describe('les codes NSF', () => {
	it.each([
		['Code NSF : 326 u (informatique, 1998).', ['326 u']],
		['Codes NSF : 214 r, 214s, 214 r.', ['214 r', '214 s']],
		['Le titre (code NSF : 326 u) dure 125 heures', ['326 u']],
		['Domaine (code NSF) : 334 t', ['334 t']],
		['Code (s) NSF : 230', ['230']],
		['Code(s) N.S.F. 230', ['230']],
		['Code de la nomenclature des spécialités NSF : 100', ['100']],
		['Code NSF : 326 et 330 autres', ['326', '330']],
		['Code NSF : 326 (informatique), 330', ['326', '330']],
		['Domaine (code NSF) : 334 t (transport), 335', ['334 t', '335']],
		[`Code NSF : 326${' mot'.repeat(80)} 330`, ['326']],
		['Code NSF : 1234, 12, a123, 123b4', []],
		['Code NSFX : 100', []],
		['Encode NSF : 100', []],
	])('de « %s »', (texte, codes) => {
		expect(lireNsf([texte])).toEqual(codes);
	});

	it('sont ceux du premier alinéa qui en donne', () => {
		expect(lireNsf(['Sans code.', 'Code NSF : néant', 'Code NSF : 326', 'Code NSF : 330'])).toEqual(['326']);
	});
});

describe('un code ROME', () => {
	it('sans libellé, ou avec celui qui le précède', () => {
		expect(lireRome(['32311.'])).toEqual([{ valeur: '32311' }]);
		expect(lireRome(['Luthier : 11112'])).toEqual([{ valeur: '11112', libelle: 'Luthier' }]);
		expect(lireRome(['Luthier (11112).'])).toEqual([{ valeur: '11112', libelle: 'Luthier' }]);
		expect(lireRome(['(11112) Luthier'])).toEqual([{ valeur: '11112', libelle: 'Luthier' }]);
	});

	it('deux codes sur une ligne : le libellé de chacun est après lui, jamais celui d’un autre', () => {
		expect(lireRome(['Luthier 11112, 11113'])).toEqual([{ valeur: '11112' }, { valeur: '11113' }]);
	});

	it('se lit avec une espace, un tiret ou rien, et une fois', () => {
		expect(lireRome(['I1401, F 1703 et D-1502', 'I1401 ; 44 132']).map((r) => r.valeur)).toEqual([
			...['I1401', 'F1703', 'D1502', '44132'],
		]);
	});

	it('a pour libellé ses mots seuls, sans ce qui les sépare ; « etc. » garde son point', () => {
		expect(
			lireRome(['B1501 – Lutherie, etc.', 'B1502 : Facture d’orgue et B1503 - Archets / B1504 ; vernis.']),
		).toEqual([
			{ valeur: 'B1501', libelle: 'Lutherie, etc.' },
			{ valeur: 'B1502', libelle: 'Facture d’orgue' },
			{ valeur: 'B1503', libelle: 'Archets' },
			{ valeur: 'B1504', libelle: 'vernis' },
		]);
		expect(lireRome(['B1501 : Lutherie .', 'B1502 Facture d’instr. anciens'])).toEqual([
			{ valeur: 'B1501', libelle: 'Lutherie' },
			{ valeur: 'B1502', libelle: 'Facture d’instr. anciens' },
		]);
		for (const avant of ['Facture d’orgue : 44 132', 'Facture d’orgue – 44 132'])
			expect(lireRome([avant])).toEqual([{ valeur: '44132', libelle: 'Facture d’orgue' }]);
		for (const lettre of ['44 132 – b', 'b : 44 132']) expect(lireRome([lettre])).toEqual([{ valeur: '44132' }]);
		expect(lireRome(['Lutherie 44 132 ; Archeterie 44 133.'])).toEqual([
			{ valeur: '44132', libelle: 'Lutherie' },
			{ valeur: '44133', libelle: 'Archeterie' },
		]);
	});

	it.each(['O1401', 'B15011', 'AB1501', '12345-6', '123456', '12345 6', '12345a', 'a12345'])(
		'« %s » n’en est pas un',
		(texte) => {
			expect(lireRome([texte])).toEqual([]);
		},
	);
});

describe('les codes d’un document', () => {
	it.each([
		['TP 00495, TP-01351, TP – 12345', ['TP-00495', 'TP-01351', 'TP-12345']],
		['TP123456, ATP-00495, TP0049', []],
		['RNCP 311, RNCP31115, RNCP31115', ['RNCP311', 'RNCP31115']],
		['RNCP31115BC01, RNCP1234567, RNCP1', []],
		['millésime 01, Millésime : 02, millésime:03', ['01', '02', '03']],
		['millésime 123', []],
		['NOR : SOCF0311961A, NOR:SOCF0311962A', ['SOCF0311961A', 'SOCF0311962A']],
		['NOR : SOCF0311961AB, NOR : SOCF0311961A1, NOR : SOC0311961A', []],
	])('« %s »', (texte, codes) => {
		expect(lireCodes(texte).map((c) => c.valeur)).toEqual(codes);
	});

	it('disent chacun leur type', () => {
		expect(lireCodes('TP-00495, RNCP311, millésime 01, NOR SOCF0311961A').map((c) => c.type)).toEqual([
			...['TP', 'RNCP', 'millesime', 'NOR'],
		]);
	});

	it('un même nombre peut être de deux codes', () => {
		expect(lireCodes('millésime 01, RNCP01')).toEqual([
			{ type: 'RNCP', valeur: 'RNCP01' },
			{ type: 'millesime', valeur: '01' },
		]);
	});
});

describe('une date et un sigle', () => {
	it('sans jour ni mois, pas de date', () => {
		expect(lireDate('en 2008')).toBeUndefined();
		expect(lireDate('3 brumaire 2008')).toBeUndefined();
		expect(lireDate('3 mars 208')).toBeUndefined();
	});

	it.each([
		['1er janvier 2008', '2008-01-01'],
		['le 29 FÉVRIER 2008 au plus tard', '2008-02-29'],
		['15 decembre 2003', '2003-12-15'],
		['30 avril 2003', '2003-04-30'],
	])('en lettres : « %s »', (texte, date) => {
		expect(lireDate(texte)).toBe(date);
	});

	it('en chiffres, seule, et qui existe', () => {
		expect([' 01/09/2023 ', '1/9/2023'].map(lireDateBarree)).toEqual(['2023-09-01', '2023-09-01']);
		for (const autre of ['01/09/23', '01/13/2023', '31/02/2023', 'le 01/09/2023', '01/09/2023.', ''])
			expect(lireDateBarree(autre), autre).toBeUndefined();
	});

	it('un titre sans lettre n’a pas de sigle', () => {
		expect(sigleDesInitiales('…')).toBe('');
	});

	it('un sigle a douze lettres au plus, n’ouvre pas par un nombre, et laisse ce qui est entre crochets', () => {
		expect(sigleDesInitiales('3 luthiers [anciens] de 2 violes (et altos)')).toBe('L2V');
		expect(sigleDesInitiales('bois '.repeat(14))).toBe('B'.repeat(12));
		expect(sigleDesInitiales('Œnologue à Ålesund')).toBe('A');
		expect(sigleDesInitiales('Luthiers 2 violes')).toBe('L2V');
		expect(sigleDesInitiales('12 5 luthiers')).toBe('L');
		expect(sigleDesInitiales('Luthier(ère)monteur œnologue')).toBe('LM');
	});
});

describe('le premier jour d’un document', () => {
	it.each([
		['Cette certification est accessible à compter du 18 décembre 2008. Elle dure.', '2008-12-18'],
		['Il est mis en œuvre dès le 3 mars 2004', '2004-03-03'],
		['Les titres sont mis en application à partir du 1er mars 2004 ; ils durent.', '2004-03-01'],
		['Elle est mise en place depuis le 3 mars 2004', '2004-03-03'],
		['Elle est enregistrée pour cinq ans à compter du 3 mars 2004', '2004-03-03'],
		['Il est enregistré le 3 mars 2004.', '2004-03-03'],
	])('« %s »', (texte, date) => {
		expect(lireDebut(['Sans date.', texte])?.date).toBe(date);
	});

	it('vient avec la phrase qui le dit, seule', () => {
		expect(lireDebut(['Vu. Le titre est accessible le 3 mars 2004. Il dure.'])).toEqual({
			date: '2004-03-03',
			note: 'Le titre est accessible le 3 mars 2004.',
		});
	});

	it('est le plus sûr : l’accès, puis la mise en œuvre, puis l’enregistrement', () => {
		const phrases = [
			'Il est enregistré le 3 mars 2004.',
			'Il est mis en œuvre le 4 mars 2004.',
			'Il est accessible le 5 mars 2004.',
		];
		expect(lireDebut(phrases)?.date).toBe('2004-03-05');
		expect(lireDebut(phrases.slice(0, 2))?.date).toBe('2004-03-04');
	});

	it.each([
		'Le certificat individuel, mis en place à compter du 1er octobre 2013, est obligatoire.',
		'Cette certification n’est plus accessible à compter du 1er octobre 2013.',
		"Le titre n'est plus mis en œuvre à compter du 1er octobre 2013.",
		'Le titre qui le précédait est accessible depuis le 1er octobre 2013.',
		'Une aide est accessible à compter du 1er octobre 2013.',
	])('n’est pas dit par « %s »', (phrase) => {
		expect(lireDebut([phrase])).toBeUndefined();
	});

	it('n’est pas celui d’un autre titre que le document nomme', () => {
		const dit = (nom: string) => `Le titre professionnel ${nom} est enregistré à compter du 12 mars 2013.`;
		for (const autre of ['de potier', 'd’agent de prévention', 'conducteur de bac'])
			expect(lireDebut([dit(autre)], 'vannier(ère)')).toBeUndefined();
		for (const meme of ['de vannier', 'vannier(ère)', 'de vannière', 'susvisé', 'mentionné à l’article 1er'])
			expect(lireDebut([dit(meme)], 'vannier(ère)')?.date).toBe('2013-03-12');
		expect(lireDebut([dit('de potier'), dit('de vannier').replace('2013', '2014')], 'vannier')?.date).toBe(
			'2014-03-12',
		);
	});

	it('le dernier est dit par ce qui n’est plus', () => {
		expect(lireFin(['Cette certification n’est plus accessible à compter du 1er octobre 2013.'])?.date).toBe(
			'2013-10-01',
		);
		expect(lireFin(['Cette certification est accessible à compter du 1er octobre 2013.'])).toBeUndefined();
	});

	it('manque où le jour n’existe pas, ou quand c’est un autre verbe', () => {
		for (const autre of [
			'Il est accessible le 31 février 2004.',
			'Il est publié le 3 mars 2004.',
			'Il est enregistrées le 3 mars 2004.',
			'Il est accessible. Le jury siège le 3 mars 2004.',
		])
			expect(lireDebut([autre]), autre).toBeUndefined();
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
