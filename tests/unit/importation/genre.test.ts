import { describe, expect, it } from 'vitest';
import { decoder } from '../../../src/importation/decoder.ts';
import { reconnaitre } from '../../../src/importation/genre.ts';
import { lignesVues } from '../../../src/importation/html.ts';
import { lireLignes } from '../../../src/importation/ligne.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { Refus } from '../../../src/importation/refus.ts';
import { annexe } from './annexes.ts';

const genre = (...lignes: string[]) => reconnaitre(lireLignes(lignes));

describe('le genre d’un document', () => {
	it('est l’annexe à quatre étiquettes, dont deux sections', () => {
		expect(genre('Intitulé :', 'Niveau : V.', 'Résumé du métier :', 'Base légale :')).toBe('annexe');
		expect(() => genre('Intitulé :', 'Niveau : V.', 'Résumé du métier :', 'Code ROME :')).toThrow(Refus);
		expect(() => genre('Intitulé :', 'Résumé du métier :', 'Base légale :', 'Annexe')).toThrow(Refus);
		expect(() => genre('Intitulé :', 'Résumé du métier :', 'Base légale :', 'Intitulé :')).toThrow(Refus);
	});

	it.each(['Résumé du métier :', 'Capacités attestées :', 'Secteurs d’activité :', 'Autorité responsable :'])(
		'« %s » est une de ces sections',
		(section) => {
			expect(genre('Intitulé :', 'Niveau : V.', section, 'Base légale :')).toBe('annexe');
		},
	);

	it('est la fiche à un bloc nommé, avec un mot de celles du ministère, quelles que soient ses capitales', () => {
		for (const indice of [
			'TITRE PROFESSIONNEL',
			'Il se compose de deux blocs',
			'Modalités d’obtention',
			'Parchemin',
			'La nomenclature du ROME',
		])
			expect(genre('CCP – Régler', indice), indice).toBe('fiche');
		expect(() => genre('CCP – Régler', 'Il règle.')).toThrow(Refus);
		expect(() => genre('Parchemin', 'Il règle.')).toThrow(Refus);
	});

	it('inconnu, est refusé en disant ce qui fut compté', () => {
		expect(() => genre('CCP – Régler', 'CCP – Vernir', 'Niveau : V.')).toThrow(
			/\(lignes « CCP – … » : 2, .* : 0\).* : 1 sur les quatre attendues/u,
		);
		expect(() => genre('Parchemin', 'Un livret')).toThrow(/: 0, .* : 1\).* : 0 sur les quatre/u);
	});
});

describe('les octets d’un texte', () => {
	const lire = (...octets: number[]) => decoder(Uint8Array.from(octets));

	it.each([
		['deux octets', [0xc3, 0xa9], 'é'],
		['deux octets, dont le premier est le plus petit', [0xc2, 0xa0], '\u00a0'],
		['trois octets, dont le premier est le plus petit', [0xe0, 0xa4, 0x85], 'अ'],
		['trois octets', [0xe2, 0x80, 0x99], '’'],
		['quatre octets', [0xf0, 0x9f, 0x8e, 0xbb], '🎻'],
	])('un signe de %s se lit, à côté d’un octet de Windows-1252', (_, octets, signe) => {
		expect(lire(...octets)).toEqual({ texte: signe, encodage: 'UTF-8' });
		expect(lire(...octets, 0xe9, 0x41)).toEqual({ texte: `${signe}éA`, encodage: 'UTF-8 et Windows-1252' });
	});

	it.each([
		['coupé à la fin', [0x41, 0xe2, 0x80], 'Aâ€'],
		['à la suite fausse', [0xe2, 0x80, 0x41], 'â€A'],
		['trop long', [0xc0, 0xaf, 0xe0, 0x80, 0xaf], 'À¯à€¯'],
		['d’un demi-signe', [0xed, 0xa0, 0x80], 'í\u00a0€'],
		['hors d’Unicode', [0xf5, 0x80, 0x80, 0x80], 'õ€€€'],
		['sans tête', [0x80, 0x80], '€€'],
	])('un signe %s se lit octet par octet, et rien ne se perd', (_, octets, texte) => {
		expect(lire(...octets)).toEqual({ texte, encodage: 'Windows-1252' });
	});

	it('l’UTF-16 se reconnaît à sa marque entière ; un fichier qui l’annonce à tort est refusé', () => {
		expect(lire(0xff, 0xfe, 0x41, 0x00)).toEqual({ texte: 'A', encodage: 'UTF-16' });
		expect(lire(0xff, 0x41).encodage).toBe('Windows-1252');
		expect(lire(0xfe, 0x41).encodage).toBe('Windows-1252');
		expect(lire(0x41, 0xff).encodage).toBe('Windows-1252');
		expect(lire(0x41, 0xfe).encodage).toBe('Windows-1252');
		expect(() => lire(0xff, 0xfe, 0x41)).toThrow(
			/^fichier binaire ou abîmé : il s’annonce en UTF-16LE et n’en est pas$/u,
		);
		expect(() => lire(0xfe, 0xff, 0x41)).toThrow(/UTF-16BE/u);
		expect(() => lire(0x41, 0x00)).toThrow(/^fichier binaire : ni un texte, ni un PDF, ni un XML$/u);
	});

	it('sans accent en UTF-8, n’est pas dit mêlé', () => {
		expect(lire(0x41, 0x42, 0xe9)).toEqual({ texte: 'ABé', encodage: 'Windows-1252' });
	});

	it('vide, est un texte vide', () => {
		expect(lire()).toEqual({ texte: '', encodage: 'UTF-8' });
	});
});

describe('ce qu’un lecteur voit d’une ligne de HTML', () => {
	const vu = (brute: string) =>
		lignesVues(brute)
			.map((l) => l.trim())
			.filter(Boolean);

	it.each([
		['<p class="x">Un</p><br />Deux<BR>Trois', ['Un', 'Deux', 'Trois']],
		['</p >Un<br / >Deux', ['Un', 'Deux']],
		['si a < b et c > d, < p > q', ['si a < b et c > d, < p > q']],
		['<ul><li>Un</li><li class="x">Deux</li></ul>', ['- Un', '- Deux']],
		['un <strong>bois</strong> <span class="x">sec</span>', ['un bois sec']],
		['un<!-- rien --> bois<!---->', ['un  bois']],
		['<h2>Un</h2><td>Deux</td>', ['Un', 'Deux']],
		['&laquo;&nbsp;Un&nbsp;&raquo; &amp; &LT;', ['«\u00a0Un\u00a0» & <']],
		['&#65;&#x42;&#X43;&#31;&#32;', ['ABC&#31;']],
		['&#x10ffff;', ['\u{10ffff}']],
		['&#xd7ff;&#xd800;&#xdfff;&#xe000;', ['\ud7ff&#xd800;&#xdfff;\ue000']],
		['&#x110000; &inconnu; & ;', ['&#x110000; &inconnu; & ;']],
		['&constructor; &toString;', ['&constructor; &toString;']],
		['a < b > c <inconnu>', ['a < b > c <inconnu>']],
		['<pre>un</pre> <brx>', ['<pre>un</pre> <brx>']],
	])('« %s »', (brute, attendu) => {
		expect(vu(brute)).toEqual(attendu);
	});
});

describe('un arrêté qui en modifie un autre', () => {
	const entiere = annexe('1. Régler.\n\nPoser une âme.\n\n2. Vernir.\n\nPoncer.');
	const doutes = (texte: string) => lireDocument(texte).doutes.map((d) => d.motif);

	it.each([
		'Au 2° de l’article 3, les mots : « Vernir » sont remplacés par les mots : « Vernir une table ».',
		'L’annexe de l’arrêté du 3 mai 2021 susvisé est ainsi modifiée :',
		'Dans l’annexe, le CCP 2 est ainsi rédigé :',
		'Au premier alinéa, après les mots : « Vernir », sont insérés les mots : « au tampon ».',
	])('n’est lu ni comme une annexe ni comme une fiche : %s', (phrase) => {
		const refus = /ne donne que ce qu’il change d’un autre texte/u;
		expect(() => lireDocument(`${phrase}\n\nCCP 2 – Vernir\n\nPoncer\n\nTitre professionnel de luthier`)).toThrow(
			refus,
		);
		expect(() => lireDocument(entiere.replace('Capacités', `${phrase}\n\nCapacités`))).toThrow(refus);
	});
	it('est lu s’il donne l’annexe entière, avec un doute', () => {
		const titre = 'Arrêté du 3 mai 2021 modifiant l’arrêté du 4 juin 2016 relatif au titre professionnel de luthier';
		expect(doutes(entiere)).toEqual([]);
		expect(doutes(`${titre}\n\n${entiere}`)).toEqual(['ce document modifie aussi un autre texte']);
	});
	it('n’est pas confondu avec un métier qui remplace ou complète', () => {
		const prose =
			'L’article défectueux est remplacé. Les mots « haut » et « bas » sont écrits. Le tableau est complété par le client.';
		expect(doutes(entiere.replace('Il (elle) conseille les musiciens.', prose))).toEqual([]);
	});
	it.each([
		['# Article Annexe', '# Article Annexe (abrogé)'],
		['# Article Annexe', '# Article Annexe\n\nAbrogé par Arrêté du 4 mai 2024 - art. 2'],
		['# Article Annexe', '# Article Annexe\n\nVersion en vigueur du 01 juin 2021 au 01 juin 2024'],
	])('une annexe qui n’est plus en vigueur est un doute, et non un autre article : %#', (avant, apres) => {
		expect(doutes(entiere.replace(avant, apres))).toEqual([
			'texte qui n’est plus en vigueur, ou ne l’a été qu’un temps',
		]);
		expect(doutes(`# Article 2 (abrogé)\n\nAbrogé par Arrêté du 4 mai 2024 - art. 2\n\n${entiere}`)).toEqual([]);
	});
	it('un article dont la liste est perdue est un doute', () => {
		const article = 'Le titulaire de ce titre obtient les certificats suivants :\n\n# Article 5\n\nIl sera publié.';
		expect(doutes(`# Article 4\n\n${article}\n\n${entiere}`)).toEqual([
			'ce que cette phrase annonce manque : liste ou tableau perdu ?',
		]);
	});
});
