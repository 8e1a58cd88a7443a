import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparaison, Entree } from '../../../src/domaine/comparaison/comparaison.ts';
import { ecrireFichier, lireFichier, VIDE } from '../../../src/domaine/etat-url/simulateur.ts';
import { bilan, detail, direPart, rangeesSituation } from '../../../src/domaine/situation/bilan.ts';
import {
	type Couverture,
	classer,
	couvertes,
	couvrir,
	MANIERES,
	part,
} from '../../../src/domaine/situation/couverture.ts';
import { entree, parente } from '../comparaison/entrees.ts';
import { dossier, ensemble } from '../outils/dossiers.ts';

const ancien = dossier('a-2003', [
	['Un', 'A', 'B', 'C'],
	['Deux', 'D', 'E'],
]);
const recent = dossier('a-2008', [
	['Un', 'P', 'Q'],
	['Deux', 'R', 'S', 'T'],
	['CCS Trois', 'U'],
]);
const de = (bloc: number, rang: number) => `a-2003/ccp-${bloc}/c${rang}`;
const vers = (bloc: number, rang: number) => `a-2008/ccp-${bloc}/c${rang}`;
/** A and B are merged into P; C is split into R and S; D is reworded as T (proposed); E and Q are « à vérifier ». */
const comparaison: Comparaison = {
	de: 'a-2003',
	vers: 'a-2008',
	blocs: [],
	competences: [
		entree('fusionnee', [de(1, 1), de(1, 2)], [vers(1, 1)], { motif: 'Les deux se réunissent.' }),
		entree('scindee', [de(1, 3)], [vers(2, 1), vers(2, 2)]),
		entree('reformulee', [de(2, 1)], [vers(2, 3)], { statut: 'proposee', score: 0.7 }),
		entree(null, [de(2, 2)], [], { score: 0.4, candidats: [{ de: de(2, 2), vers: vers(1, 2), score: 0.4 }] }),
		entree('nouvelle', [], ['a-2008/ccs-1/c1']),
	],
	parentes: [],
};
const couvrirRecent = (...ids: string[]) => couvrir(recent, new Set(ids), [comparaison]);
const couvrirAncien = (...ids: string[]) => couvrir(ancien, new Set(ids), [comparaison]);
const manieres = (c: Couverture) =>
	Object.fromEntries(
		c.blocs
			.flatMap((b) => b.competences)
			.filter((x) => x.maniere !== 'manque')
			.map((x) => [x.competence, x.maniere]),
	);

describe('ce qu’une pratique couvre d’un titre', () => {
	it('est direct dans la version même', () => {
		expect(manieres(couvrirAncien(de(1, 1), de(2, 2)))).toEqual({ [de(1, 1)]: 'directe', [de(2, 2)]: 'directe' });
	});
	it('passe par une fusion seulement si tout ce qu’elle réunit est pratiqué', () => {
		expect(manieres(couvrirRecent(de(1, 1), de(1, 2)))).toEqual({ [vers(1, 1)]: 'relue' });
		const enPartie = couvrirRecent(de(1, 1));
		expect(manieres(enPartie)).toEqual({ [vers(1, 1)]: 'en-partie' });
		expect(enPartie.blocs[0]?.competences[0]?.appuis).toMatchObject([{ pratiquees: [de(1, 1)], autres: [de(1, 2)] }]);
		expect(couvertes(enPartie.ccp)).toBe(0);
	});
	it('est à discuter, et jamais couverte, quand une compétence apparentée est pratiquée', () => {
		const motif = 'Une part commune.';
		const avec: Comparaison = {
			...comparaison,
			parentes: [
				parente(de(2, 2), 'a-2008/ccs-1/c1', { portee: 'incluse', motif }),
				parente(de(1, 3), vers(2, 3), { motif }),
			],
		};
		const avecParente = couvrir(recent, new Set([de(2, 2)]), [avec]);
		expect(manieres(avecParente)).toMatchObject({ 'a-2008/ccs-1/c1': 'a-discuter' });
		expect(avecParente.blocs.map(({ comptes }) => couvertes(comptes))).toEqual([0, 0, 0]);
		const appui = avecParente.blocs.flatMap((b) => b.competences).find((c) => c.competence === 'a-2008/ccs-1/c1')
			?.appuis[0];
		expect([appui?.pratiquees, appui?.parente?.motif]).toEqual([[de(2, 2)], motif]);
		// A correspondance prevails over a parenté.
		expect(manieres(couvrir(recent, new Set([de(1, 3), de(2, 1)]), [avec]))[vers(2, 3)]).toBe('proposee');
	});
	it('passe par une scission vers toutes ses parties, et n’en revient qu’avec toutes', () => {
		expect(manieres(couvrirRecent(de(1, 3)))).toEqual({ [vers(2, 1)]: 'relue', [vers(2, 2)]: 'relue' });
		expect(manieres(couvrirAncien(vers(2, 1)))).toEqual({ [de(1, 3)]: 'en-partie' });
		expect(manieres(couvrirAncien(vers(2, 1), vers(2, 2)))).toEqual({ [de(1, 3)]: 'relue' });
	});
	it('dit ce qui vient d’une machine et ce qui reste à vérifier, sans le compter', () => {
		const c = couvrirRecent(de(2, 1), de(2, 2));
		expect(manieres(c)).toEqual({ [vers(2, 3)]: 'proposee', [vers(1, 2)]: 'a-verifier' });
		expect(couvertes(c.ccp)).toBe(1);
		expect(manieres(couvrirAncien(vers(1, 2)))).toEqual({ [de(2, 2)]: 'a-verifier' });
	});
	it('est la même, quel que soit l’exemplaire coché d’un libellé imprimé deux fois', () => {
		const imprimee = dossier('a-2003', [
			['Un', 'Parler anglais'],
			['Deux', 'Parler anglais'],
		]);
		const doutes: Comparaison = {
			...comparaison,
			competences: [
				entree('sans-suite', [de(1, 1)], []),
				entree('sans-suite', [de(2, 1)], []),
				entree('nouvelle', [], [vers(2, 1)]),
				entree(null, [], [vers(1, 2)], { candidats: [{ de: de(1, 1), vers: vers(1, 2), score: 0.3 }] }),
			],
			parentes: [parente(de(1, 1), vers(2, 1)), parente(de(2, 1), vers(2, 1))],
		};
		const libelles = new Map(imprimee.blocs.flatMap((b) => b.competences.map((c) => [c.id, c.libelle])));
		for (const coche of [de(1, 1), de(2, 1)]) {
			const c = couvrir(recent, new Set([coche]), [doutes], (id) => libelles.get(id) ?? id);
			expect(manieres(c)).toEqual({ [vers(1, 2)]: 'a-verifier', [vers(2, 1)]: 'a-discuter' });
			expect(c.blocs[1]?.competences[0]?.appuis.map(({ pratiquees }) => pratiquees)).toEqual([[coche]]);
		}
	});
	it('met à vérifier, avec ce dont elle vient, une compétence que le rapprochement joint sans en être sûr', () => {
		const doute = entree(null, [de(1, 1), de(1, 2)], [vers(1, 1)], { score: 0.4 });
		const c = couvrir(recent, new Set([de(1, 1)]), [{ ...comparaison, competences: [doute] }]);
		expect(manieres(c)).toEqual({ [vers(1, 1)]: 'a-verifier' });
		expect(c.blocs[0]?.competences[0]?.appuis).toEqual([
			{ pratiquees: [de(1, 1)], autres: [], lecture: { de: 'a-2003', vers: 'a-2008', entree: doute } },
		]);
		expect(couvertes(c.ccp)).toBe(0);
	});
	it('met à vérifier, plutôt qu’au manque, la compétence que la comparaison dit la plus proche de ce qui est pratiqué', () => {
		const observee = (seule: Entree, proche: string | null) =>
			manieres(
				couvrir(recent, new Set([de(1, 1)]), [
					{ ...comparaison, competences: [{ ...seule, observation: { proche, relieeA: [] } }] },
				]),
			);
		const aVerifier = { [vers(1, 1)]: 'a-verifier' };
		expect(observee(entree(null, [de(1, 1)], []), vers(1, 1))).toEqual(aVerifier);
		expect(observee(entree(null, [], [vers(1, 1)]), de(1, 1))).toEqual(aVerifier);
		expect(observee(entree(null, [], [vers(1, 1)]), de(1, 2))).toEqual({});
		expect(observee(entree(null, [de(1, 1)], []), null)).toEqual({});
	});
	it('ne compte aucune parenté pour couverte, dans aucun sens, quelle que soit sa portée', () => {
		for (const portee of ['incluse', 'contenue', 'voisine'] as const)
			for (const statut of ['relue', 'proposee', 'a-verifier'] as const) {
				const parentes = [{ de: de(2, 2), vers: vers(2, 3), portee, statut, score: 0.9, motif: null }];
				const avec: Comparaison = {
					...comparaison,
					competences: [entree('sans-suite', [de(2, 2)], []), entree('nouvelle', [], [vers(2, 3)])],
					parentes,
				};
				for (const [cible, pratiquee] of [
					[recent, de(2, 2)],
					[ancien, vers(2, 3)],
				] as const) {
					const couverture = couvrir(cible, new Set([pratiquee]), [avec]);
					expect(manieres(couverture)).toEqual({
						[pratiquee === de(2, 2) ? vers(2, 3) : de(2, 2)]: statut === 'a-verifier' ? 'a-verifier' : 'a-discuter',
					});
					expect([couvertes(couverture.ccp), part(couverture.ccp)]).toEqual([0, 0]);
				}
			}
	});
	it('ne garde rien à côté de ce qui est direct ou entier, ni derrière ce qui manque', () => {
		const appuis = (c: Couverture) => c.blocs[0]?.competences.map((x) => x.appuis);
		expect(appuis(couvrirRecent(vers(1, 1)))).toEqual([
			[{ pratiquees: [vers(1, 1)], autres: [], lecture: undefined }],
			[],
		]);
		expect(appuis(couvrirRecent(de(1, 1), de(1, 2)))?.[0]).toMatchObject([
			{ pratiquees: [de(1, 1), de(1, 2)], autres: [] },
		]);
	});
	it('garde la meilleure de plusieurs raisons', () => {
		const c = couvrir(recent, new Set([de(1, 1), vers(1, 1), de(2, 2)]), [comparaison]);
		expect(manieres(c)).toMatchObject({ [vers(1, 1)]: 'directe' });
	});
	it('se contente d’un libellé imprimé plusieurs fois', () => {
		const double = dossier('d-2003', [
			['Un', 'Utiliser l’anglais'],
			['Deux', "Utiliser l'anglais."],
		]);
		const seul = dossier('d-2008', [['Un', 'Utiliser l’anglais']]);
		const identique: Comparaison = {
			de: 'd-2003',
			vers: 'd-2008',
			blocs: [],
			competences: [entree('identique', ['d-2003/ccp-1/c1', 'd-2003/ccp-2/c1'], ['d-2008/ccp-1/c1'])],
			parentes: [],
		};
		expect(manieres(couvrir(seul, new Set(['d-2003/ccp-2/c1']), [identique]))).toEqual({ 'd-2008/ccp-1/c1': 'relue' });
		expect(manieres(couvrir(double, new Set(['d-2003/ccp-1/c1']), []))).toEqual({
			'd-2003/ccp-1/c1': 'directe',
			'd-2003/ccp-2/c1': 'directe',
		});
	});
	it('compte les CCS à part', () => {
		const c = couvrirRecent('a-2008/ccs-1/c1', vers(1, 1));
		expect(c.ccp).toMatchObject({ total: 5, directe: 1, manque: 4 });
		expect(c.blocs.find(({ bloc }) => bloc.includes('/ccs-'))?.comptes).toMatchObject({ total: 1, directe: 1 });
		expect(part(c.ccp)).toBe(1 / 5);
	});
	it('ne baisse jamais quand on pratique davantage, et compte chaque compétence une fois', () => {
		const toutes = [ancien, recent].flatMap((d) => d.blocs.flatMap((b) => b.competences.map(({ id }) => id)));
		fc.assert(
			fc.property(fc.subarray(toutes), fc.subarray(toutes), (moins, plus) => {
				for (const couvre of [couvrirRecent, couvrirAncien]) {
					const [a, b] = [couvre(...moins), couvre(...moins, ...plus)];
					for (const [i, bloc] of a.blocs.entries())
						for (const [j, { maniere }] of bloc.competences.entries()) {
							const apres = b.blocs[i]?.competences[j]?.maniere ?? 'manque';
							expect(MANIERES.indexOf(apres)).toBeLessThanOrEqual(MANIERES.indexOf(maniere));
						}
					expect(MANIERES.reduce((n, m) => n + b.ccp[m], 0)).toBe(b.ccp.total);
				}
			}),
		);
	});
});

describe('le bilan', () => {
	it('pèse chaque statut à part', () => {
		const comptes = {
			directe: 3,
			relue: 2,
			proposee: 1,
			'en-partie': 0,
			'a-discuter': 0,
			'a-verifier': 1,
			manque: 8,
			total: 15,
		};
		expect(detail(comptes)).toBe(
			'3 directes, 2 par rapprochement relu, 1 par rapprochement proposé, 1 à vérifier, 8 manquent',
		);
		expect(bilan(comptes)).toBe('6 compétences sur 15 (dont 1 par rapprochement proposé)');
		expect(bilan({ ...comptes, proposee: 0 })).toBe('5 compétences sur 15');
		expect(bilan({ ...comptes, directe: 0, relue: 0 })).toBe('1 compétence sur 15 (par rapprochement proposé)');
		expect(detail({ ...comptes, directe: 1, relue: 0, proposee: 0, 'a-verifier': 0, manque: 1 })).toBe(
			'1 directe, 1 manque',
		);
		expect(direPart(comptes, 'du TSSR 2018')).toBe(
			'Ce que vous pratiquez couvre 6 compétences sur 15 (dont 1 par rapprochement proposé) du TSSR 2018 : 1 à discuter, 8 manquent.',
		);
		const aucune = { ...comptes, directe: 0, relue: 0, proposee: 0, 'a-verifier': 0, manque: 15 };
		expect(direPart(aucune, 'du TSSR 2018')).toBe(
			'Ce que vous pratiquez ne couvre aucune des 15 compétences du TSSR 2018 : 15 manquent.',
		);
		expect(direPart({ ...aucune, total: 1, manque: 1 }, 'du TSSR 2018')).toBe(
			'Ce que vous pratiquez ne couvre pas la seule compétence du TSSR 2018 : 1 manque.',
		);
	});
	it('devient des lignes de tableur', () => {
		const rangees = rangeesSituation([couvrirRecent(de(1, 1), de(1, 2), de(2, 1))], ensemble(ancien, recent));
		expect(rangees).toHaveLength(7);
		expect(rangees[0]).toEqual(['Titre', 'Bloc', 'Compétence', 'Libellé', 'Comment', 'Par', 'Motif ou score']);
		expect(rangees[1]).toEqual([
			'A 2008',
			'CCP 1',
			vers(1, 1),
			'P',
			'Par rapprochement relu',
			`A [${de(1, 1)}] ; B [${de(1, 2)}]`,
			'Les deux se réunissent.',
		]);
		expect(rangees[5]).toEqual([
			'A 2008',
			'CCP 2',
			vers(2, 3),
			'T',
			'Par rapprochement proposé',
			`D [${de(2, 1)}]`,
			'0,7',
		]);
		expect(rangeesSituation([couvrirRecent(vers(1, 1))], new Map())[1]).toEqual([
			'a-2008',
			'a-2008/ccp-1',
			vers(1, 1),
			'',
			'Directe',
			` [${vers(1, 1)}]`,
			'',
		]);
	});
});

describe('le classement', () => {
	const vide = {
		directe: 0,
		relue: 0,
		proposee: 0,
		'en-partie': 0,
		'a-discuter': 0,
		'a-verifier': 0,
		manque: 0,
		total: 0,
	};
	const mesure = (version: string, comptes: Partial<typeof vide>): Couverture => ({
		version,
		blocs: [],
		ccp: { ...vide, total: 10, ...comptes },
	});
	const versions = (...ids: string[]) => ids.map((id) => dossier(id, []));
	const ordre = (mesures: Couverture[], parmi = versions(...mesures.map(({ version }) => version))) =>
		classer(mesures, parmi).map(({ version }) => version);

	it('met d’abord ce qui est en vigueur, puis le plus proche', () => {
		const parmi = versions('x-2001', 'y-2002', 'z-2003').map((d) =>
			d.id === 'y-2002' ? { ...d, etat: { ...d.etat, cle: 'en-vigueur' as const } } : d,
		);
		expect(
			ordre(
				[mesure('x-2001', { directe: 9 }), mesure('y-2002', { directe: 1 }), mesure('z-2003', { relue: 5 })],
				parmi,
			),
		).toEqual(['y-2002', 'x-2001', 'z-2003']);
		expect(ordre([mesure('x-2001', { directe: 9 }), mesure('y-2002', { manque: 10 })], parmi)).toEqual([
			'y-2002',
			'x-2001',
		]);
	});
	it('à parts égales, préfère ce qu’aucune machine n’a proposé, puis le partiel, le doute et le plus récent', () => {
		expect(ordre([mesure('x-2001', { proposee: 2 }), mesure('y-2002', { relue: 2 })])).toEqual(['y-2002', 'x-2001']);
		const [petit, grand] = [
			mesure('x-2001', { total: 4, directe: 2 }),
			mesure('y-2002', { total: 10, directe: 4, proposee: 1 }),
		];
		expect(ordre([grand, petit], versions('x-2001', 'y-2002'))).toEqual(['x-2001', 'y-2002']);
		expect(ordre([mesure('x-2001', {}), mesure('y-2002', { 'en-partie': 1 })])).toEqual(['y-2002', 'x-2001']);
		expect(ordre([mesure('x-2001', { 'a-verifier': 1 }), mesure('y-2002', {})])).toEqual(['x-2001', 'y-2002']);
		expect(ordre([mesure('x-2001', {}), mesure('y-2002', {})])).toEqual(['y-2002', 'x-2001']);
		expect(ordre([mesure('x-2001', { total: 0 }), mesure('perdue-2000', { total: 0 })], versions('x-2001'))).toEqual([
			'x-2001',
			'perdue-2000',
		]);
	});
});

describe('le fichier que l’on garde', () => {
	it('se reprend tel quel', () => {
		const etat = { ...VIDE, coches: [de(1, 1), vers(2, 3)], titres: ['b-2001'], cibles: ['c-2002'] };
		expect(lireFichier(ecrireFichier(etat))).toEqual({ etat, refus: [] });
	});
	it.each(['', 'null', '[]', '3', '{', '{"format":"autre"}', '{"competences":[]}', '"lignee/me-situer"'])(
		'« %s » n’en est pas un',
		(texte) => {
			expect(lireFichier(texte)).toBeUndefined();
		},
	);
	it('refuse un fichier démesuré', () => {
		expect(lireFichier(`{"format":"lignee/me-situer","x":"${'a'.repeat(600_000)}"}`)).toBeUndefined();
	});
	it('n’en croit pas davantage qu’une adresse', () => {
		const lu = lireFichier(
			JSON.stringify({
				format: 'lignee/me-situer',
				competences: [de(1, 1), 3, null, { a: 1 }, '<b>'],
				titres: 'a-2001',
			}),
		);
		expect(lu?.etat).toEqual({ ...VIDE, coches: [de(1, 1)] });
		expect(lu?.refus.map(({ recu }) => recu)).toEqual(['3', 'null', '{"a":1}', '<b>']);
	});
});
