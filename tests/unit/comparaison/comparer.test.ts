import { describe, expect, it } from 'vitest';
import { cardinalite, natureDe } from '../../../src/domaine/comparaison/cardinalite.ts';
import { comparerExplique } from '../../../src/domaine/comparaison/comparer.ts';
import { deplacee, deplacees } from '../../../src/domaine/comparaison/deplacement.ts';
import { totaux } from '../../../src/domaine/comparaison/totaux.ts';
import { empreinteDeLecture } from '../../../src/domaine/empreinte.ts';
import { competences } from '../../../src/domaine/referentiel.ts';
import type { Correspondance, Nature } from '../../../src/schemas/correspondance.ts';
import { lexique, referentiel, tsgeri, tsgri, tssi, tssr } from '../rapprochement/exemples.ts';

const comparer = (...args: Parameters<typeof comparerExplique>) => comparerExplique(...args).comparaison;

const partielle: Correspondance = {
	de: 'tsgri-2003',
	vers: 'tsgeri-2008',
	blocs: {
		source: { intitule: 'Arrêté du 9 décembre 2003', nature: 'officielle' },
		article: 'art. 3 bis',
		liens: [
			{ de: ['ccp-1'], vers: ['ccp-1'] },
			{ de: ['ccp-2'], vers: ['ccp-2'] },
			{ de: ['ccp-3'], vers: [] },
		],
	},
	competences: [
		{
			de: ['ccp-1/c9', 'ccp-1/c3'],
			vers: ['ccp-2/c5'],
			nature: 'fusionnee',
			statut: 'relue',
			motif: 'Deux compétences n’en font plus qu’une.',
			empreinte: '000000000000',
		},
	],
};

describe('la comparaison de deux versions', () => {
	const comparaison = () => comparer(tsgri, tsgeri, partielle, lexique);
	const entreeDe = (id: string) => comparaison().competences.find((e) => [...e.de, ...e.vers].includes(id));

	it('met en vigueur ce qu’un éditeur a lu, sans score ni candidat', () => {
		expect(entreeDe('tsgri-2003/ccp-1/c3')).toEqual({
			nature: 'fusionnee',
			de: ['tsgri-2003/ccp-1/c3', 'tsgri-2003/ccp-1/c9'],
			vers: ['tsgeri-2008/ccp-2/c5'],
			deplacee: true,
			statut: 'relue',
			score: null,
			motif: 'Deux compétences n’en font plus qu’une.',
			candidats: [],
		});
	});

	it('dit d’une compétence seule ce à quoi la plus proche est déjà reliée, par un éditeur ou par un calcul', () => {
		const remplissage = ['Conduire un train', 'Vendre un livre ancien', 'Peindre un mur extérieur'];
		const labels = ['Poser un radiateur en acier', 'Poser un radiateur en fonte', 'Arroser des plantes'];
		const de = referentiel('a-2000', ['Bloc', ...labels, ...remplissage]);
		const vers = referentiel('b-2010', ['Bloc', 'Poser un radiateur en fonte', ...remplissage]);
		const lecture = { ...partielle.competences?.[0], de: ['ccp-1/c2'], vers: ['ccp-1/c1'], nature: 'identique' };
		const lue = { de: 'a-2000', vers: 'b-2010', competences: [lecture] } as Correspondance;
		for (const correspondance of [undefined, lue]) {
			const { competences } = comparer(de, vers, correspondance, lexique);
			const observer = (id: string) => competences.find((e) => e.de.includes(id))?.observation;
			expect(observer('a-2000/ccp-1/c1')).toEqual({ proche: 'b-2010/ccp-1/c1', relieeA: ['a-2000/ccp-1/c2'] });
			expect(observer('a-2000/ccp-1/c3')).toEqual({ proche: null, relieeA: [] });
			expect(observer('a-2000/ccp-1/c2')).toBeUndefined();
		}
	});

	it('remplit le reste de propositions, qui ne reviennent pas sur ce qui est lu', () => {
		const autres = comparaison().competences.filter((e) => e.statut !== 'relue');
		expect(autres.length).toBeGreaterThan(15);
		for (const e of autres) {
			expect(e.motif).toBeNull();
			expect([...e.vers, ...e.candidats.map((c) => c.vers)]).not.toContain('tsgeri-2008/ccp-2/c5');
		}
	});

	it('met chaque compétence dans une entrée et une seule', () => {
		const entrees = comparaison().competences;
		const ids = (cote: 'de' | 'vers') => entrees.flatMap((e) => e[cote]).sort();
		expect(ids('de')).toEqual(
			competences(tsgri)
				.map((c) => c.id)
				.sort(),
		);
		expect(ids('vers')).toEqual(
			competences(tsgeri)
				.map((c) => c.id)
				.sort(),
		);
	});

	it('suit l’ordre de l’ancienne version, puis celui de la nouvelle', () => {
		const rang = new Map([...competences(tsgri), ...competences(tsgeri)].map(({ id }, i) => [id, i]));
		const entrees = comparaison().competences;
		const places = entrees.map((e) => rang.get(e.de[0] ?? e.vers[0] ?? '') ?? -1);
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(entrees.at(-1)?.de).toEqual([]);
	});

	it('dit les correspondances officielles des blocs avec leur article, « Néant » compris', () => {
		expect(comparaison().blocs).toContainEqual({
			de: ['tsgri-2003/ccp-3'],
			vers: [],
			statut: 'officielle',
			source: 'Arrêté du 9 décembre 2003, art. 3 bis',
		});
	});

	it('ne dit rien de la place de ce qui est à vérifier, sans suite ou nouveau', () => {
		for (const e of comparaison().competences)
			if (e.nature === null || e.nature === 'sans-suite' || e.nature === 'nouvelle') expect(e.deplacee).toBeNull();
	});

	it('explique chaque proposition et aucune lecture', () => {
		const { comparaison: c, explications } = comparerExplique(tsgri, tsgeri, partielle, lexique);
		for (const e of c.competences) expect(explications.has(e)).toBe(e.statut !== 'relue');
	});

	it('range les compétences d’une lecture dans l’ordre de chaque document, quel que soit celui du fichier', () => {
		const [de, vers] = [
			referentiel('a-2000', ['Vendre', 'Peindre', 'Coudre et tailler']),
			referentiel('b-2010', ['Vendre', 'Coudre', 'Tailler', 'Souder', 'Plier']),
		];
		const lu = { statut: 'relue' as const, motif: 'Une raison.', empreinte: '000000000000' };
		const lecture = (n: Nature, d: string[], v: string[]) => ({ ...lu, nature: n, de: d, vers: v });
		const { competences: entrees } = comparer(
			de,
			vers,
			{
				de: 'a-2000',
				vers: 'b-2010',
				competences: [
					lecture('nouvelle', [], ['ccp-1/c4']),
					lecture('nouvelle', [], ['ccp-1/c3']),
					lecture('scindee', ['ccp-1/c2'], ['ccp-1/c2', 'ccp-1/c1']),
					lecture('sans-suite', ['ccp-1/c1'], []),
				],
			},
			lexique,
		);
		expect(entrees.map((e) => [e.de, e.vers])).toEqual([
			[['a-2000/ccp-1/c1'], []],
			[['a-2000/ccp-1/c2'], ['b-2010/ccp-1/c1', 'b-2010/ccp-1/c2']],
			[[], ['b-2010/ccp-1/c3']],
			[[], ['b-2010/ccp-1/c4']],
		]);
		expect(entrees.map((e) => e.statut)).toEqual(Array(4).fill('relue'));
	});

	it('ne dit rien d’officiel sans texte, ni de déplacé', () => {
		const rien = comparer(tssi, tssr, undefined, lexique);
		expect(rien.blocs).toEqual([]);
		expect(rien.competences.every((e) => e.deplacee === null)).toBe(true);
	});

	it('n’affirme aucune absence de lui-même : un libellé seul est à vérifier', () => {
		for (const [a, b] of [
			[tsgri, tssr],
			[tssi, tssr],
		] as const) {
			const entrees = comparer(a, b, undefined, lexique).competences;
			const seuls = entrees.filter((e) => e.de.length === 0 || e.vers.length === 0);
			expect(seuls.length).toBeGreaterThan(0);
			for (const e of seuls) expect([e.nature, e.statut]).toEqual([null, 'a-verifier']);
		}
	});

	it('donne les parentés relues avec leurs identifiants entiers, dans l’ordre des documents', () => {
		const lue = { statut: 'relue' as const, motif: 'Une raison.', empreinte: '000000000000' };
		const { parentes } = comparer(
			tsgri,
			tssr,
			{
				de: 'tsgri-2003',
				vers: 'tssr-2018',
				competences: [],
				parentes: [
					{ ...lue, de: 'ccp-2/c1', vers: 'ccp-1/c3', portee: 'voisine' },
					{ ...lue, de: 'ccp-1/c1', vers: 'ccp-3/c4', portee: 'contenue' },
				],
			},
			lexique,
		);
		const dites = { statut: 'relue', score: null, motif: 'Une raison.' };
		// A parenté that an editor wrote is there once: the alignment adds others, but does not repeat it.
		expect(parentes.filter((p) => p.vers === 'tssr-2018/ccp-1/c3' && p.de === 'tsgri-2003/ccp-2/c1')).toHaveLength(1);
		expect(parentes.filter((p) => p.statut === 'relue')).toEqual([
			{ de: 'tsgri-2003/ccp-1/c1', vers: 'tssr-2018/ccp-3/c4', portee: 'contenue', ...dites },
			{ de: 'tsgri-2003/ccp-2/c1', vers: 'tssr-2018/ccp-1/c3', portee: 'voisine', ...dites },
		]);
	});

	it('n’appelle officielle aucune compétence', () => {
		for (const e of comparaison().competences) expect(e.statut).not.toBe('officielle');
	});

	it('dit d’une proposition si elle est déplacée, et de ce qui est à vérifier ne donne que des candidats', () => {
		const [de, vers] = [
			referentiel('a-2000', ['Vendre', 'Installer un serveur'], ['Réparer', 'Remplacer un disque']),
			referentiel('b-2010', ['Vendre', 'Installer un serveur.', 'Remplacer un disque.'], ['Réparer']),
		];
		const place = { statut: 'officielle' as const, source: 'art. 1' };
		const liens = [1, 2].map((n) => ({ ...place, de: [`a-2000/ccp-${n}`], vers: [`b-2010/ccp-${n}`] }));
		const [enPlace, deplacee] = comparer(de, vers, undefined, lexique, liens).competences;
		expect([enPlace?.deplacee, deplacee?.deplacee]).toEqual([false, true]);
		const tous = { ...place, de: tssi.blocs.map((b) => b.id), vers: [] };
		const doutes = comparer(tssi, tssr, undefined, lexique, [tous]).competences.filter((e) => e.nature === null);
		expect(doutes.some((e) => e.de.length > 0 && e.vers.length > 0 && e.candidats.length > 0)).toBe(true);
		for (const e of doutes) expect(e.deplacee).toBeNull();
	});

	it('compte chaque entrée et chaque compétence une fois', () => {
		const c = comparaison();
		const t = totaux(c);
		expect(Object.values(t.parStatut).reduce((a, b) => a + b, 0)).toBe(t.entrees);
		for (const [statut, n] of Object.entries(t.parStatut))
			expect(n, statut).toBe(c.competences.filter((e) => e.statut === statut).length);
		expect(t.parStatut.relue).toBe(1);
		expect([t.de.total, t.vers.total]).toEqual([24, 20]);
		for (const { total, ...parts } of [t.de, t.vers])
			expect(Object.values(parts).reduce((a, b) => a + b, 0)).toBe(total);
		expect(t.deplacees).toBe(c.competences.filter((e) => e.deplacee).length);
	});
});

describe('une compétence déplacée', () => {
	const placees = (ids: string[], libelle = (id: string) => id) => ids.map((id) => ({ id, libelle: libelle(id) }));
	const lien = (de: string[], vers: string[]) => ({ de, vers, statut: 'officielle' as const, source: 'art. 1' });
	const liens = [lien(['a/ccp-1'], ['b/ccp-1']), lien(['a/ccp-2'], ['b/ccp-2', 'b/ccp-3']), lien(['a/ccp-3'], [])];

	it.each([
		[['a/ccp-1/c1'], ['b/ccp-1/c9'], false],
		[['a/ccp-1/c1'], ['b/ccp-2/c1'], true],
		[['a/ccp-2/c1'], ['b/ccp-3/c1'], false],
		[['a/ccp-3/c1'], ['b/ccp-1/c1'], true],
		[['a/ccp-1/c1', 'a/ccp-2/c1'], ['b/ccp-1/c1'], true],
		[['a/ccp-1/c1', 'a/ccp-2/c1'], ['b/ccp-1/c1', 'b/ccp-2/c1'], false],
		[['a/ccp-1/c1'], ['b/ccp-1/c1', 'b/ccp-3/c1'], true],
		[['a/ccp-1/c1'], [], null],
		[[], ['b/ccp-1/c1'], null],
		[['a/ccs-1/c1'], ['b/ccp-1/c1'], null],
		[['a/ccp-1/c1', 'a/ccs-1/c1'], ['b/ccp-1/c1'], null],
		[['a/ccp-1/c1', 'a/ccs-1/c1'], ['b/ccp-2/c1'], true],
	])('%j → %j : %s', (de, vers, attendu) => expect(deplacee(placees(de), placees(vers), liens)).toBe(attendu));

	it('ne bouge pas quand un exemplaire de son libellé reste en place', () => {
		const copies = placees(['a/ccp-1/c1', 'a/ccp-2/c1'], () => 'Parler anglais');
		expect(deplacees(copies, placees(['b/ccp-1/c1']), liens)).toEqual([]);
		expect(deplacees(copies, placees(['b/ccp-9/c1']), liens)).toEqual(['a/ccp-1/c1', 'a/ccp-2/c1', 'b/ccp-9/c1']);
	});

	it('est dite de la compétence qui a bougé, non de celles qui sont réunies avec elle', () => {
		const deux = placees(['a/ccp-1/c1', 'a/ccp-2/c1']);
		expect(deplacees(deux, placees(['b/ccp-1/c1']), liens)).toEqual(['a/ccp-2/c1']);
	});

	it('est sans objet quand aucun texte ne dit rien des blocs', () => {
		expect(deplacee(placees(['a/ccp-1/c1']), placees(['b/ccp-1/c1']), [])).toBeNull();
	});
});

describe('l’empreinte des libellés lus', () => {
	const une = empreinteDeLecture(['Gérer l’accès', 'Former'], ['Évaluer']);

	it('a douze chiffres hexadécimaux', () => expect(une).toMatch(/^[0-9a-f]{12}$/));
	it('ignore la typographie et l’ordre', () => {
		expect(empreinteDeLecture(['FORMER', "Gérer l'accès."], ['Evaluer'])).toBe(une);
	});
	it('change avec un mot, ou avec le côté', () => {
		expect(empreinteDeLecture(['Gérer les accès', 'Former'], ['Évaluer'])).not.toBe(une);
		expect(empreinteDeLecture(['Évaluer'], ['Gérer l’accès', 'Former'])).not.toBe(une);
		expect(empreinteDeLecture(['Gérer l’accès'], ['Former', 'Évaluer'])).not.toBe(une);
	});
});

describe('les cardinalités', () => {
	it.each([
		[1, 1, '1-1', 'reformulee'],
		[1, 3, '1-n', 'scindee'],
		[2, 1, 'n-1', 'fusionnee'],
		[2, 2, 'n-n', 'recomposee'],
		[1, 0, '1-0', 'sans-suite'],
		[0, 1, '0-1', 'nouvelle'],
		[2, 0, 'n-0', undefined],
		[0, 0, '0-0', undefined],
	])('%i et %i : %s, %s', (de, vers, forme, nature) => {
		expect(cardinalite(de, vers)).toBe(forme);
		expect(natureDe(de, vers)).toBe(nature);
	});
});
