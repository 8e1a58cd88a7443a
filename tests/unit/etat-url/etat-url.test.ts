import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecrireComparaisonLibre, lireComparaisonLibre } from '../../../src/domaine/etat-url/comparaison-libre.ts';
import { garderConnus } from '../../../src/domaine/etat-url/liste.ts';
import { expliquerRefus, montrable } from '../../../src/domaine/etat-url/refus.ts';
import {
	type EtatSimulateur,
	ecrireEtat,
	lireEtat,
	ME_SITUER,
	MES_CCP,
	ranger,
	VIDE,
} from '../../../src/domaine/etat-url/simulateur.ts';
import { genreDe, versionDe } from '../../../src/domaine/identifiant.ts';

const [lireMesCcp, lireMeSituer] = [MES_CCP, ME_SITUER].map((forme) => (f: string) => lireEtat(forme, f)) as [
	(fragment: string) => ReturnType<typeof lireEtat>,
	(fragment: string) => ReturnType<typeof lireEtat>,
];
const ecrireMesCcp = (etat: Partial<EtatSimulateur>) => ecrireEtat(MES_CCP, { ...VIDE, ...etat });
const ecrireMeSituer = (etat: Partial<EtatSimulateur>) => ecrireEtat(ME_SITUER, { ...VIDE, ...etat });

const annee = fc.integer({ min: 1990, max: 2039 }).map(String);
const version = fc.tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/), annee).map((p) => p.join('-'));
const bloc = fc
	.tuple(version, fc.constantFrom('ccp', 'ccs'), fc.integer({ min: 1, max: 9 }))
	.map(([v, t, n]) => `${v}/${t}-${n}`);
const competence = fc.tuple(bloc, fc.integer({ min: 1, max: 99 })).map(([b, n]) => `${b}/c${n}`);
const jour = fc
	.date({ min: new Date('1991-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
	.map((d) => d.toISOString().slice(0, 10));

describe('un identifiant', () => {
	it.each([
		['tssi-2013', 'version'],
		['tssi-2013/ccp-1', 'bloc'],
		['tssr-2018/ccs-1', 'bloc'],
		['tssi-2013/ccp-1/c12', 'competence'],
	])('%s : %s', (id, genre) => {
		expect(genreDe(id)).toBe(genre);
		expect(versionDe(id)).toBe(id.slice(0, 9));
	});
	it.each([
		'',
		'tssi',
		'tssi-13',
		'-2013',
		'2013-tssi',
		'tssi-2013/',
		'/tssi-2013',
		'tssi-2013/ccp-0',
		'tssi-2013/ccp-01',
		'tssi-2013/ccq-1',
		'tssi-2013/ccp-1/c0',
		'tssi-2013/ccp-1/c1/',
		'tssi-2013/../..',
		'tssi-2013\n',
		'__proto__',
		'constructor',
		'tssi-２０１３',
		'<img src=x onerror=alert(1)>-2013',
		`${'a'.repeat(90)}-2013`,
	])('« %s » n’en est pas un', (id) => {
		expect(genreDe(id)).toBeUndefined();
	});
	it('tient en quatre-vingts signes', () => {
		expect(genreDe(`${'a'.repeat(75)}-2013`)).toBe('version');
		expect(genreDe(`${'a'.repeat(76)}-2013`)).toBeUndefined();
	});
});

describe('l’adresse de la comparaison libre', () => {
	it('rend exactement l’état écrit', () => {
		const etat = fc.record({
			versions: fc.uniqueArray(version, { maxLength: 4 }),
			inversee: fc.boolean(),
			differencesSeules: fc.boolean(),
		});
		fc.assert(
			fc.property(etat, (e) => {
				expect(lireComparaisonLibre(ecrireComparaisonLibre(e))).toEqual({ etat: e, refus: [] });
			}),
		);
	});
	it('garde les filtres à côté de l’état, et ne garde rien sans version', () => {
		const etat = { versions: ['a-2001', 'b-2002'], inversee: true, differencesSeules: true };
		expect(ecrireComparaisonLibre(etat, '?titres=x-1999&nature=nouvelle&ordre=recente')).toBe(
			'?titres=a-2001,b-2002&ordre=recente&lignes=differences&nature=nouvelle',
		);
		expect(
			ecrireComparaisonLibre({ ...etat, versions: [], inversee: false, differencesSeules: false }, '?nature=x'),
		).toBe('');
	});
	it('remplace l’état que la requête portait, au lieu de l’y laisser', () => {
		const etat = { versions: ['a-2001'], inversee: false, differencesSeules: false };
		expect(ecrireComparaisonLibre(etat)).toBe('?titres=a-2001');
		expect(ecrireComparaisonLibre(etat, '?titres=x-1999&ordre=recente&lignes=differences&nature=x')).toBe(
			'?titres=a-2001&nature=x',
		);
	});
	it('accepte capitales, espaces, répétitions et plusieurs paramètres', () => {
		expect(lireComparaisonLibre('?titres=%20TSSI-2013%20,,tssi-2013&titres=tssr-2018')).toEqual({
			etat: { versions: ['tssi-2013', 'tssr-2018'], inversee: false, differencesSeules: false },
			refus: [],
		});
	});
	it('nomme ce qu’elle écarte et garde le reste', () => {
		const { etat, refus } = lireComparaisonLibre('?titres=a-2001,a-2001/ccp-1,<b>,b-2002,c-2003,d-2004,e-2005,a-2001');
		expect(etat.versions).toEqual(['a-2001', 'b-2002', 'c-2003', 'd-2004']);
		expect(refus).toEqual([
			{ recu: 'a-2001/ccp-1', motif: 'autre-genre' },
			{ recu: '<b>', motif: 'forme' },
			{ recu: 'e-2005', motif: 'en-trop' },
		]);
	});
});

describe('le fragment de « Mes CCP »', () => {
	const detention = fc.tuple(bloc, fc.option(jour, { nil: undefined }));
	it('rend exactement l’état écrit', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(detention, { maxLength: 12, selector: ([b]) => b }),
				fc.uniqueArray(version, { maxLength: 4 }),
				fc.option(version, { nil: undefined }),
				fc.option(jour, { nil: undefined }),
				(tenus, titres, cible, au) => {
					const obtenus = Object.fromEntries(tenus.flatMap(([b, obtenuLe]) => (obtenuLe ? [[b, obtenuLe]] : [])));
					const etat = { coches: tenus.map(([b]) => b), obtenus, titres, cibles: cible ? [cible] : [], au };
					expect(lireMesCcp(ecrireMesCcp(etat))).toEqual({ etat, refus: [] });
					expect(lireMesCcp(`#${ecrireMesCcp(etat)}`)).toEqual({ etat, refus: [] });
				},
			),
		);
	});
	it('garde un CCP dont la date n’existe pas, et le dit', () => {
		expect(lireMesCcp('ccp=a-2001/ccp-1@2009-02-30,a-2001/ccp-2@,a-2001/ccp-3@2009-02-28@x&au=hier')).toEqual({
			etat: {
				...VIDE,
				coches: ['a-2001/ccp-1', 'a-2001/ccp-2', 'a-2001/ccp-3'],
				obtenus: { 'a-2001/ccp-3': '2009-02-28' },
			},
			refus: [
				{ recu: 'a-2001/ccp-1@2009-02-30', motif: 'date' },
				{ recu: 'a-2001/ccp-2@', motif: 'date' },
				{ recu: 'hier', motif: 'date' },
			],
		});
	});
	it('n’écrit que ce que l’état contient', () => {
		expect(ecrireMesCcp({})).toBe('');
		expect(ecrireMesCcp({ cibles: ['b-2002'] })).toBe('cible=b-2002');
		expect(
			ecrireMesCcp({
				coches: ['a-2001/ccp-1', 'a-2001/ccp-2'],
				obtenus: { 'a-2001/ccp-1': '2009-02-28' },
				titres: ['b-2002', 'c-2003'],
				au: '2010-01-01',
			}),
		).toBe('ccp=a-2001/ccp-1@2009-02-28,a-2001/ccp-2&titres=b-2002,c-2003&au=2010-01-01');
	});
	it('écarte ce qui n’est pas un bloc, et la deuxième cible', () => {
		expect(lireMesCcp('ccp=a-2001,%3Cscript%3E&cible=a-2001,b-2002').refus).toEqual([
			{ recu: 'a-2001', motif: 'autre-genre' },
			{ recu: '<script>', motif: 'forme' },
			{ recu: 'b-2002', motif: 'en-trop' },
		]);
	});
	it('lit douze versions et cent blocs au plus', () => {
		const versions = Array.from({ length: 14 }, (_, i) => `v${i}-2001/ccp-1`);
		const lu = lireMesCcp(`ccp=${[...versions, 'v0-2001/ccp-2'].join(',')}`);
		expect(lu.etat.coches).toHaveLength(13);
		expect(lu.refus).toEqual(['v12-2001/ccp-1', 'v13-2001/ccp-1'].map((recu) => ({ recu, motif: 'en-trop' })));
		const blocs = Array.from({ length: 120 }, (_, i) => `a-2001/ccp-${i + 1}`);
		expect(lireMesCcp(`ccp=${blocs.join(',')}`).refus).toHaveLength(20);
	});
});

describe('le fragment de « Me situer »', () => {
	it('rend exactement l’état écrit, les compétences d’un bloc réunies', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(competence, { maxLength: 12 }),
				fc.uniqueArray(version, { maxLength: 3 }),
				fc.uniqueArray(version, { maxLength: 3 }),
				(ids, titres, cibles) => {
					const coches = [...Map.groupBy(ids, (id) => id.slice(0, id.lastIndexOf('/'))).values()].flat();
					const etat = { ...VIDE, coches, titres, cibles };
					expect(lireMeSituer(`#${ecrireMeSituer(etat)}`)).toEqual({ etat, refus: [] });
				},
			),
		);
		expect(
			ecrireMeSituer({
				coches: ['a-2001/ccp-1/c1', 'a-2001/ccp-1/c10', 'a-2001/ccp-2/c1'],
			}),
		).toBe('c=a-2001/ccp-1/c1.c10,a-2001/ccp-2/c1');
	});
	it('n’écrit que ce que l’état contient', () => {
		expect(ecrireMeSituer({})).toBe('');
		expect(ecrireMeSituer({ titres: ['a-2001'], cibles: ['b-2002'] })).toBe('titres=a-2001&cibles=b-2002');
	});
	it('nomme ce qu’elle écarte', () => {
		expect(lireMeSituer('c=a-2001/ccp-1/c1.x.c2,a-2001/ccp-1,zzz,.').refus).toEqual([
			{ recu: 'a-2001/ccp-1/x', motif: 'forme' },
			{ recu: 'a-2001/ccp-1', motif: 'autre-genre' },
			{ recu: 'zzz', motif: 'forme' },
			{ recu: '', motif: 'forme' },
			{ recu: '', motif: 'forme' },
		]);
	});
	it('lit douze versions et six cents compétences au plus', () => {
		const versions = Array.from({ length: 13 }, (_, i) => `v${i}-2001/ccp-1/c1`);
		expect(lireMeSituer(`c=${versions.join(',')}`).refus).toEqual([{ recu: 'v12-2001/ccp-1/c1', motif: 'en-trop' }]);
		const ids = Array.from({ length: 700 }, (_, i) => `a-2001/ccp-${1 + Math.floor(i / 90)}/c${1 + (i % 90)}`);
		expect(lireMeSituer(`c=${ids.join(',')}`).refus).toHaveLength(100);
	});
});

describe('n’importe quelle adresse', () => {
	it('est lue sans erreur, en temps borné, et n’apporte que des identifiants bien formés', () => {
		const morceau = fc.oneof(
			fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((c) => String.fromCharCode(...c)),
			fc.constantFrom(
				'titres=',
				'ccp=',
				'c=',
				'&',
				',',
				'@',
				'%',
				'%E0%A4%A',
				'../',
				'<script>',
				'\u202e',
				'tssi-2013/ccp-1',
			),
		);
		fc.assert(
			fc.property(
				fc.array(morceau, { maxLength: 20 }).map((m) => m.join('')),
				(adresse) => {
					for (const id of lireComparaisonLibre(adresse).etat.versions) expect(genreDe(id)).toBe('version');
					for (const id of lireMesCcp(adresse).etat.coches) expect(genreDe(id)).toBe('bloc');
					for (const id of lireMeSituer(adresse).etat.coches) expect(genreDe(id)).toBe('competence');
				},
			),
		);
	});
});

describe('un état rangé', () => {
	it('a ses compétences dans l’ordre et chaque version une fois', () => {
		const coches = ['a-2001/ccp-2/c1', 'a-2001/ccp-1/c10', 'a-2001/ccp-1/c9', 'a-2001/ccp-1/c9'];
		expect(ranger({ ...VIDE, coches, titres: ['a-2001', 'b-2002', 'b-2002'], cibles: ['a-2001'] })).toEqual({
			...VIDE,
			coches: ['a-2001/ccp-1/c9', 'a-2001/ccp-1/c10', 'a-2001/ccp-2/c1'],
			titres: ['b-2002'],
			cibles: ['a-2001'],
		});
	});
	it('a ses blocs dans l’ordre, et ne garde que leurs dates', () => {
		const coches = ['a-2001/ccp-10', 'a-2001/ccp-2'];
		const obtenus = { 'a-2001/ccp-2': '2009-01-01', 'a-2001/ccp-3': '2009-01-01', 'a-2001/ccp-10': undefined };
		expect(ranger({ ...VIDE, coches, obtenus })).toEqual({
			...VIDE,
			coches: ['a-2001/ccp-2', 'a-2001/ccp-10'],
			obtenus: { 'a-2001/ccp-2': '2009-01-01' },
		});
	});
});

describe('un fragment étranger', () => {
	it('est nommé, s’il n’a rien de connu', () => {
		for (const lire of [lireMesCcp, lireMeSituer]) {
			expect(lire('<script>x=1</script>').refus).toEqual([{ recu: '<script>x=1</script>', motif: 'forme' }]);
			expect(lire('').refus).toEqual([]);
			expect(lire('titres=a-2001&autre=1').refus).toEqual([]);
			expect(lire('quoi').refus).toEqual([{ recu: 'quoi', motif: 'forme' }]);
		}
		expect(lireMesCcp('au=2010-01-01').refus).toEqual([]);
	});
	it('perd son dièse de tête, et aucun autre', () => {
		expect(lireMesCcp('#ccp=x#y').refus).toEqual([{ recu: 'x#y', motif: 'forme' }]);
		expect(lireMesCcp('ccp=x#y').refus).toEqual([{ recu: 'x#y', motif: 'forme' }]);
		expect(lireMeSituer('c=x#y').refus).toEqual([{ recu: 'x#y', motif: 'forme' }]);
	});
});

describe('ce qui est écarté', () => {
	it('se dit en peu de lignes, même s’il y en a dix mille', () => {
		expect(expliquerRefus([])).toEqual([]);
		expect(expliquerRefus([{ recu: 'zz', motif: 'inconnu' }])).toEqual([
			'Un élément de l’adresse n’a pas pu être lu\u202f; le reste est pris en compte.',
			'«\u00a0zz\u00a0»\u00a0: le catalogue ne le contient pas, ou plus.',
		]);
		expect(expliquerRefus(Array.from({ length: 5 }, () => ({ recu: 'z', motif: 'forme' as const })))).toHaveLength(6);
		const lignes = expliquerRefus(
			Array.from({ length: 10_000 }, (_, i) => ({ recu: `z${i}`, motif: 'forme' as const })),
			'ce fichier',
		);
		expect(lignes).toHaveLength(7);
		expect(lignes[0]).toMatch(/^10000 éléments de ce fichier/);
		expect(lignes[6]).toBe('Et 9995 autres.');
		expect(expliquerRefus(Array.from({ length: 6 }, () => ({ recu: 'z', motif: 'forme' as const }))).at(-1)).toBe(
			'Et 1 autre.',
		);
	});
	it('se montre coupé, sans signe de contrôle ni renversement du sens d’écriture', () => {
		expect(montrable('a\u202eb\u0000c\nd\u2028e\ud800')).toBe('a�b�c�d�e�');
		expect(montrable('é'.repeat(40))).toBe('é'.repeat(40));
		expect(montrable('é'.repeat(50))).toBe(`${'é'.repeat(40)}…`);
	});
	it('comprend ce que le catalogue n’a pas', () => {
		expect(garderConnus(['a', 'b'], (id) => id === 'a')).toEqual({
			etat: ['a'],
			refus: [{ recu: 'b', motif: 'inconnu' }],
		});
	});
});
