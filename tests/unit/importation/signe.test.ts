import { describe, expect, it } from 'vitest';
import {
	commenceEnCapitale,
	commenceEnMinuscule,
	commenceParInfinitif,
	enCapitales,
	finitItem,
	finitPhrase,
	joindre,
	mots,
	parentheseOuverte,
	replier,
	resteEnSuspens,
} from '../../../src/importation/signe.ts';

describe('ce qu’un texte garde une fois replié', () => {
	it('n’est ni sa casse, ni ses accents, ni sa typographie', () => {
		expect(replier('  L’ŒUVRE d’Été\u00a0:\t« à  l‘école » – demi‑mesure ')).toBe(
			"l'oeuvre d'ete : « a l'ecole » - demi-mesure",
		);
		expect(replier('ʼ`´‘’')).toBe("'''''");
		expect(replier('‐‑–—―−')).toBe('------');
	});

	it('est fait de ses mots et de ses nombres, que l’on compte', () => {
		expect(mots('Réseaux1, TCP/IP : 35 heures (²)')).toEqual(['reseaux', '1', 'tcp', 'ip', '35', 'heures', '2']);
		expect(mots('les ﬁlets')).toEqual(['les', 'filets']);
		expect(mots(' — … ')).toEqual([]);
	});
});

describe('un texte en capitales', () => {
	it.each(['TITRE', 'TP', 'ABCDEFGHIx', 'SPECIALISATION (CCS) 2', 'TECHNICIEN D’EXPLOITATIONs', 'ÉTÉ'])(
		'l’est : « %s »',
		(texte) => {
			expect(enCapitales(texte)).toBe(true);
		},
	);

	it.each(['A', '', '35', 'Titre', 'TITRE de', 'titre', '1 A', '漢字'])('ne l’est pas : « %s »', (texte) => {
		expect(enCapitales(texte)).toBe(false);
	});
});

describe('la première lettre', () => {
	it('est cherchée après les signes, et pas après un chiffre', () => {
		expect([commenceEnMinuscule('« à la'), commenceEnMinuscule('(À la'), commenceEnMinuscule('3 à')]).toEqual([
			...[true, false, false],
		]);
		expect([commenceEnCapitale('« À la'), commenceEnCapitale('(à la'), commenceEnCapitale('3 À')]).toEqual([
			...[true, false, false],
		]);
		expect([commenceEnMinuscule('…'), commenceEnCapitale('…')]).toEqual([false, false]);
	});
});

describe('une phrase', () => {
	it.each([
		'Fin.',
		'Fin !',
		'Fin ?',
		'Fin…',
		'« Fin. »',
		'(Fin.)',
		'Fin. (1)',
		'Fin. (12)',
		'Fin. (**)',
		'Fin.**',
		'Fin.*',
		'Fin.²',
		'Fin.) »',
	])('finit : « %s »', (texte) => {
		expect(finitPhrase(texte)).toBe(true);
		expect(finitItem(texte)).toBe(true);
	});

	it.each(['Fin', 'Fin,', 'Fin. Suite', 'Fin. (123)', 'v. 2', 'Fin »'])('ne finit pas : « %s »', (texte) => {
		expect(finitPhrase(texte)).toBe(false);
		expect(finitItem(texte)).toBe(false);
	});

	it.each(['Fin ;', 'Fin :'])('n’est pas finie, et son item l’est : « %s »', (texte) => {
		expect([finitPhrase(texte), finitItem(texte)]).toEqual([false, true]);
	});

	it('n’est pas finie par un signe au milieu', () => {
		expect(finitItem('Fin ; suite')).toBe(false);
	});
});

describe('un texte en suspens', () => {
	it.each([
		'les outils de',
		'selon',
		'jusqu’à la',
		'le (les',
		'le bois,',
		'le bois (',
		'dit «',
		'tcp/',
		'l’',
		"d'",
		'a &',
		'porte-',
	])('« %s »', (texte) => {
		expect(resteEnSuspens(texte)).toBe(true);
	});

	it.each(['les outils', 'bride', 'un, deux', 'le bois »', 'Fin.', '(de) bois'])('et non : « %s »', (texte) => {
		expect(resteEnSuspens(texte)).toBe(false);
	});

	it('par une parenthèse qui n’est pas fermée', () => {
		expect(parentheseOuverte('le bois (épicéa')).toBe(true);
		expect(parentheseOuverte('le (bois) (épicéa')).toBe(true);
		expect(parentheseOuverte('le bois (épicéa)')).toBe(false);
		expect(parentheseOuverte('a) le bois')).toBe(false);
		expect(parentheseOuverte('le bois')).toBe(false);
	});
});

describe('un infinitif en tête', () => {
	it.each([
		'Tailler l’âme',
		'Se tenir droit',
		'S’appuyer sur',
		"S'appuyer",
		'Ne pas tailler',
		'N’omettre rien',
		'Finir',
		'Rendre, puis',
		'Rédiger un Dossier',
		'Oser',
	])('« %s »', (texte) => {
		expect(commenceParInfinitif(texte)).toBe(true);
	});

	it.each([
		'tailler l’âme',
		'Pose du chevalet',
		'Titre professionnel',
		'Entre deux',
		'Être humain',
		'Le tailler',
		'Taillera',
		'TAILLER',
		'',
	])('et non : « %s »', (texte) => {
		expect(commenceParInfinitif(texte)).toBe(false);
	});
});

describe('deux lignes mises bout à bout', () => {
	it.each([
		['', 'bois', 'bois'],
		['le', 'bois', 'le bois'],
		['suite à un incident d’', 'exploitation', 'suite à un incident d’exploitation'],
		["l'", 'outil', "l'outil"],
		['PME-', 'PMI', 'PME-PMI'],
		['porte-outil', 'de', 'porte-outil de'],
		['PME -', 'PMI', 'PME - PMI'],
		['avant-', '2018', 'avant- 2018'],
		['lot-', '12 bis', 'lot- 12 bis'],
		['dit ’', 'bois', 'dit ’ bois'],
	])('« %s » et « %s »', (a, b, ensemble) => {
		expect(joindre(a, b)).toBe(ensemble);
	});
});
