import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/domaine/outils/dossier.ts';
import { parcours, reglesOrigine, tousParcours } from '../../../src/domaine/parcours/parcours.ts';
import { atteintes, relation } from '../../../src/domaine/parcours/relation.ts';
import { CINQ_ANS, dossier, ensemble, lien, TSSI_2008 } from '../outils/dossiers.ts';

const trois = [['Un'], ['Deux'], ['Trois']] as const;
const memes = (de: string, vers: string) => ['ccp-1', 'ccp-2', 'ccp-3'].map((c) => lien(de, vers, [c], [c]));
const tssi2003 = dossier('tssi-2003', trois, {
	textes: [{ vers: 'tssi-2008', liens: TSSI_2008 }],
	successions: [{ vers: 'tssi-2008', nature: 'officielle', motif: 'Même arrêté.' }],
});
const tssi2008 = dossier('tssi-2008', trois, {
	textes: [{ vers: 'tssi-2013', liens: memes('tssi-2008', 'tssi-2013') }],
	successions: [{ vers: 'tssi-2013', nature: 'officielle', motif: 'Même arrêté.' }],
});
const tssi2013 = dossier('tssi-2013', trois, {
	regles: CINQ_ANS,
	successions: [{ vers: 'tssr-2018', nature: 'editoriale', motif: 'Emplois voisins.' }],
});
const tssr2018 = dossier('tssr-2018', [...trois, ['CCS Linux']], {
	successions: [{ vers: 'tssr-2023', nature: 'officielle', motif: 'Révision ; pas de tableau.' }],
});
const enVigueur: Dossier['etat'] = { cle: 'en-vigueur', aVerifier: true, suites: [], enVigueur: [] };
const tssr2023 = dossier('tssr-2023', [], { etat: enVigueur });
const tous = ensemble(tssi2003, tssi2008, tssi2013, tssr2018, tssr2023);
const tenir = (...blocs: string[]) => blocs.map((bloc) => ({ bloc }));
const AU = '2026-11-22';

describe('ce que disent les textes à qui détient des CCP', () => {
	it('du TSSI 2003 au TSSI 2013 : trois CCP acquis, aucun à obtenir, un « Néant »', () => {
		const p = parcours(tssi2013, tenir('tssi-2003/ccp-1', 'tssi-2003/ccp-2', 'tssi-2003/ccp-3'), tous, AU);
		expect(p).toMatchObject({ tranche: true, aObtenir: [], nonTranches: [], sansTexte: [], complet: true });
		expect(p.acquis.map(({ bloc, voie }) => [bloc, voie])).toEqual(
			['ccp-1', 'ccp-2', 'ccp-3'].map((c) => [`tssi-2013/${c}`, 'repute']),
		);
		expect(p.arrets).toEqual([
			{ cle: 'neant', bloc: 'tssi-2003/ccp-3', vers: 'tssi-2008', lien: tssi2003.textes[0]?.liens[2] },
		]);
	});
	it('laisse à obtenir ce que les textes ne donnent pas', () => {
		const p = parcours(tssi2013, tenir('tssi-2003/ccp-1', 'tssi-2003/ccp-3'), tous, AU);
		expect(p.acquis.map(({ bloc }) => bloc)).toEqual(['tssi-2013/ccp-1']);
		expect(p.aObtenir).toEqual(['tssi-2013/ccp-2', 'tssi-2013/ccp-3']);
		expect(p).toMatchObject({ nonTranches: [], complet: false });
	});
	it('ne tranche rien où aucun texte ne parle, et dit la parenté', () => {
		const p = parcours(tssr2018, tenir('tssi-2003/ccp-1', 'tssi-2003/ccp-2'), tous, AU);
		expect(p).toMatchObject({ tranche: false, acquis: [], aObtenir: [], arrets: [], complet: false, regle: undefined });
		expect(p.nonTranches).toEqual(['tssr-2018/ccp-1', 'tssr-2018/ccp-2', 'tssr-2018/ccp-3']);
		expect(p.sansTexte).toEqual([
			{
				version: 'tssi-2003',
				blocs: ['tssi-2003/ccp-1', 'tssi-2003/ccp-2'],
				relation: { cle: 'succession', nature: 'editoriale', motifs: ['Emplois voisins.'] },
			},
		]);
	});
	it('ne suit pas un texte à rebours', () => {
		const p = parcours(tssi2003, tenir('tssi-2013/ccp-1'), tous, AU);
		expect(p).toMatchObject({ tranche: false, sansTexte: [{ relation: { cle: 'sens-inverse' } }] });
	});
	it('ne dit un texte arrêté que s’il mène au titre visé', () => {
		const arrets = (cible: Dossier) => parcours(cible, tenir('tssi-2003/ccp-3'), tous, AU).arrets;
		expect(arrets(tssi2013)).toHaveLength(1);
		expect(arrets(tssi2003)).toEqual([]);
		expect(arrets(tssr2018)).toEqual([]);
	});
	it('tient ensemble ce qui est tranché par un titre et ce qui ne l’est pas par l’autre', () => {
		const p = parcours(tssi2013, tenir('tssi-2008/ccp-2', 'tssr-2018/ccp-1'), tous, AU);
		expect(p).toMatchObject({ tranche: true, aObtenir: ['tssi-2013/ccp-1', 'tssi-2013/ccp-3'] });
		expect(p.sansTexte).toEqual([{ version: 'tssr-2018', blocs: ['tssr-2018/ccp-1'], relation: { cle: 'aucune' } }]);
	});
	it('dans son propre titre, ce que l’on n’a pas reste à obtenir, et le CCS s’ajoute', () => {
		const p = parcours(tssr2018, tenir('tssr-2018/ccp-1', 'tssr-2018/ccs-1'), tous, AU);
		expect(p).toMatchObject({
			tranche: true,
			acquis: [{ bloc: 'tssr-2018/ccp-1', voie: 'detenu' }],
			aObtenir: ['tssr-2018/ccp-2', 'tssr-2018/ccp-3'],
			complementaires: [{ bloc: 'tssr-2018/ccs-1', acquis: { voie: 'detenu' } }],
		});
		expect(parcours(tssr2018, tenir('tssr-2018/ccp-1'), tous, AU).complementaires).toEqual([
			{ bloc: 'tssr-2018/ccs-1', acquis: undefined },
		]);
	});
	it('un titre dont les CCP sont inconnus n’est jamais complet', () => {
		expect(parcours(tssr2023, tenir('tssr-2018/ccp-1'), tous, AU)).toMatchObject({
			tranche: false,
			nonTranches: [],
			complet: false,
			sansTexte: [{ relation: { cle: 'succession', nature: 'officielle', motifs: ['Révision ; pas de tableau.'] } }],
		});
	});
	it('sans rien détenir, rien n’est tranché', () => {
		expect(parcours(tssi2013, [], tous, AU)).toMatchObject({ tranche: false, acquis: [], sansTexte: [] });
	});

	const fusion = dossier('a-2003', [['Un'], ['Deux'], ['CCS Trois']], {
		textes: [{ vers: 'a-2008', liens: [lien('a-2003', 'a-2008', ['ccp-1', 'ccp-2'], ['ccp-1'])] }],
	});
	const a2008 = dossier('a-2008', [['Un']]);
	it('dit ce que le texte demande encore, et ce qu’il ne nomme pas', () => {
		const p = parcours(a2008, tenir('a-2003/ccp-1', 'a-2003/ccs-1'), ensemble(fusion, a2008), AU);
		expect(p.acquis).toEqual([]);
		expect(p.aObtenir).toEqual(['a-2008/ccp-1']);
		expect(p.arrets).toMatchObject([
			{ cle: 'incomplet', bloc: 'a-2003/ccp-1', manquent: ['a-2003/ccp-2'] },
			{ cle: 'non-nomme', bloc: 'a-2003/ccs-1', vers: 'a-2008' },
		]);
	});
	it('ne tranche rien d’un texte qui ne nomme aucun des blocs détenus : ce n’est ni oui ni non', () => {
		const p = parcours(a2008, tenir('a-2003/ccs-1'), ensemble(fusion, a2008), AU);
		expect(p).toMatchObject({ tranche: false, aObtenir: [], nonTranches: ['a-2008/ccp-1'], sansTexte: [] });
		expect(p.arrets).toMatchObject([{ cle: 'non-nomme', bloc: 'a-2003/ccs-1', vers: 'a-2008' }]);
	});
	it('supporte un CCP et une version que les dossiers n’ont pas', () => {
		const p = parcours(a2008, tenir('perdu-2003/ccp-1'), ensemble(a2008), AU);
		expect(p.sansTexte).toEqual([{ version: 'perdu-2003', blocs: ['perdu-2003/ccp-1'], relation: { cle: 'aucune' } }]);
		expect(reglesOrigine(tenir('perdu-2003/ccp-1'), ensemble(a2008), AU)).toEqual([]);
	});
});

describe('la règle de durée', () => {
	const tenus = [
		{ bloc: 'tssi-2003/ccp-1', obtenuLe: '2006-05-04' },
		{ bloc: 'tssi-2003/ccp-3', obtenuLe: '2004-01-01' },
	];
	it('du titre visé compte à partir des CCP qui y donnent droit, non de « Néant »', () => {
		expect(parcours(tssi2013, tenus, tous, AU).regle).toMatchObject({
			version: 'tssi-2013',
			blocs: ['tssi-2003/ccp-1'],
			delai: { premier: tenus[0], echeance: { date: '2011-05-04', depassee: true } },
		});
	});
	it('d’un titre d’origine compte tous ses CCP ; où elle manque, c’est dit', () => {
		const deux = [...tenus, { bloc: 'tssi-2013/ccp-2', obtenuLe: '2015-01-02' }, { bloc: 'tssr-2018/ccs-1' }];
		expect(reglesOrigine(deux, tous, AU)).toMatchObject([
			{ version: 'tssi-2003', blocs: ['tssi-2003/ccp-1', 'tssi-2003/ccp-3'], delai: undefined },
			{ version: 'tssi-2013', delai: { echeance: { date: '2020-01-02' } } },
		]);
	});
});

describe('tous les titres', () => {
	it('sont rangés : ce que des textes tranchent d’abord, puis en vigueur, puis le plus récent', () => {
		const p = tousParcours([...tous.values()], tenir('tssi-2003/ccp-1'), tous, AU);
		expect(p.map(({ cible, tranche }) => [cible, tranche])).toEqual([
			['tssi-2013', true],
			['tssi-2008', true],
			['tssi-2003', true],
			['tssr-2023', false],
			['tssr-2018', false],
		]);
	});
	it('en vigueur passent avant les autres, fussent-ils plus anciens, et le plus récent d’abord', () => {
		const vigueur = ['x-2001', 'x-2005'].map((id) => dossier(id, [['Un']], { etat: enVigueur }));
		const cibles = [...vigueur, dossier('x-2009', [['Un']])];
		expect(tousParcours(cibles, [], ensemble(...cibles), AU).map(({ cible }) => cible)).toEqual([
			'x-2005',
			'x-2001',
			'x-2009',
		]);
	});
});

describe('la portée des textes et la relation de deux versions', () => {
	it('suit les textes, même de « Néant » seul', () => {
		const neant = dossier('b-2003', [['Un']], {
			textes: [{ vers: 'b-2008', liens: [lien('b-2003', 'b-2008', ['ccp-1'], [])] }],
		});
		expect([...atteintes('b-2003', ensemble(neant))]).toEqual(['b-2003', 'b-2008']);
		const b2008 = dossier('b-2008', [['Un']]);
		expect(parcours(b2008, tenir('b-2003/ccp-1'), ensemble(neant, b2008), AU)).toMatchObject({
			tranche: true,
			aObtenir: ['b-2008/ccp-1'],
			arrets: [{ cle: 'neant' }],
		});
	});
	it('vaut ce que vaut la plus faible des successions, et finit aussi dans une boucle', () => {
		const x = dossier('x-2001', [], {
			successions: [{ vers: 'y-2002', nature: 'secondaire', motif: 'Une page le dit.' }],
		});
		const y = dossier('y-2002', [], {
			successions: [
				{ vers: 'x-2001', nature: 'officielle', motif: 'boucle' },
				{ vers: 'z-2003', nature: 'officielle', motif: 'Révision.' },
			],
		});
		expect(relation('x-2001', 'z-2003', ensemble(x, y))).toEqual({
			cle: 'succession',
			nature: 'secondaire',
			motifs: ['Une page le dit.', 'Révision.'],
		});
		expect(relation('y-2002', 'w-2004', ensemble(x, y))).toEqual({ cle: 'aucune' });
		const avant = dossier('u-2000', [], { successions: [{ vers: 'x-2001', nature: 'officielle', motif: 'Avant.' }] });
		expect(relation('u-2000', 'w-2004', ensemble(avant, x, y))).toEqual({ cle: 'aucune' });
	});
	it('tait le motif d’un pas que règle un texte, et de celui-là seul', () => {
		const m = dossier('m-2001', [['Un']], {
			textes: [{ vers: 'n-2002', liens: [lien('m-2001', 'n-2002', ['ccp-1'], ['ccp-1'])] }],
			successions: [
				{ vers: 'n-2002', nature: 'officielle', motif: 'Même arrêté.' },
				{ vers: 'o-2003', nature: 'editoriale', motif: 'Emplois voisins.' },
			],
		});
		expect(relation('m-2001', 'n-2002', ensemble(m))).toMatchObject({ motifs: [] });
		expect(relation('m-2001', 'o-2003', ensemble(m))).toMatchObject({ motifs: ['Emplois voisins.'] });
	});
});
