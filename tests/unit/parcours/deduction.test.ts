import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Acquis, chaine, deduire, fondements } from '../../../src/domaine/parcours/deduction.ts';
import { lien, TSSI_2008 } from '../outils/dossiers.ts';

const tenir = (...blocs: string[]) => blocs.map((bloc) => ({ bloc }));
/** TSSI 2003 to 2008, then to 2013. */
const TSSI = [...TSSI_2008, ...['ccp-1', 'ccp-2', 'ccp-3'].map((ccp) => lien('tssi-2008', 'tssi-2013', [ccp], [ccp]))];

describe('ce qui se déduit des correspondances officielles', () => {
	it('va d’article en article, un CCP pouvant en donner deux et « Néant » aucun', () => {
		const acquis = deduire(tenir('tssi-2003/ccp-1', 'tssi-2003/ccp-2', 'tssi-2003/ccp-3'), TSSI);
		expect([...acquis.keys()].sort()).toEqual([
			...['ccp-1', 'ccp-2', 'ccp-3'].map((c) => `tssi-2003/${c}`),
			...['ccp-1', 'ccp-2', 'ccp-3'].map((c) => `tssi-2008/${c}`),
			...['ccp-1', 'ccp-2', 'ccp-3'].map((c) => `tssi-2013/${c}`),
		]);
		const dernier = acquis.get('tssi-2013/ccp-3') as Acquis;
		expect(fondements(dernier)).toEqual([{ bloc: 'tssi-2003/ccp-2' }]);
		expect(chaine(dernier)).toEqual([TSSI[1], TSSI[5]]);
	});
	it('ne donne rien de « Néant »', () => {
		expect([...deduire(tenir('tssi-2003/ccp-3'), TSSI).keys()]).toEqual(['tssi-2003/ccp-3']);
	});
	it('ne se lit jamais à rebours', () => {
		expect([...deduire(tenir('tssi-2013/ccp-1', 'tssi-2008/ccp-3'), TSSI).keys()].sort()).toEqual([
			'tssi-2008/ccp-3',
			'tssi-2013/ccp-1',
			'tssi-2013/ccp-3',
		]);
	});
	it('attend tous les CCP que le texte demande', () => {
		const deux = [lien('a-2003', 'a-2008', ['ccp-1', 'ccp-2'], ['ccp-1'])];
		expect(deduire(tenir('a-2003/ccp-1'), deux).has('a-2008/ccp-1')).toBe(false);
		const acquis = deduire(tenir('a-2003/ccp-2', 'a-2003/ccp-1'), deux).get('a-2008/ccp-1') as Acquis;
		expect(fondements(acquis).map(({ bloc }) => bloc)).toEqual(['a-2003/ccp-1', 'a-2003/ccp-2']);
	});
	it('préfère ce que l’on détient, puis la chaîne la plus courte', () => {
		const liens = [...TSSI, lien('tssi-2003', 'tssi-2013', ['ccp-1'], ['ccp-1'])];
		expect(chaine(deduire(tenir('tssi-2003/ccp-1'), liens).get('tssi-2013/ccp-1') as Acquis)).toHaveLength(1);
		expect(deduire(tenir('tssi-2003/ccp-1', 'tssi-2008/ccp-1'), liens).get('tssi-2008/ccp-1')?.voie).toBe('detenu');
	});
	it('de deux chaînes aussi courtes, garde la première écrite', () => {
		const [un, deux] = [lien('a-2003', 'a-2008', ['ccp-1'], ['ccp-1']), lien('a-2003', 'a-2008', ['ccp-2'], ['ccp-1'])];
		const acquis = deduire(tenir('a-2003/ccp-2', 'a-2003/ccp-1'), [un, deux]).get('a-2008/ccp-1') as Acquis;
		expect(chaine(acquis)).toEqual([un]);
	});
	it('ne donne rien d’un lien sans CCP ancien', () => {
		expect(deduire(tenir('a-2003/ccp-1'), [lien('a-2003', 'a-2008', [], ['ccp-1'])]).size).toBe(1);
	});
	it('s’arrête sur tout jeu de liens, et plus de CCP détenus n’en donne jamais moins', () => {
		const bloc = fc.constantFrom(
			...[1, 2, 3, 4].flatMap((n) => ['a-2003', 'a-2008', 'a-2013'].map((v) => `${v}/ccp-${n}`)),
		);
		const unLien = fc.record({
			de: fc.array(bloc, { maxLength: 3 }),
			vers: fc.array(bloc, { maxLength: 3 }),
			statut: fc.constant('officielle' as const),
			source: fc.constant('s'),
		});
		fc.assert(
			fc.property(fc.array(unLien, { maxLength: 12 }), fc.uniqueArray(bloc), bloc, (liens, blocs, plus) => {
				const moins = deduire(tenir(...blocs), liens);
				const davantage = deduire(tenir(...blocs, plus), liens);
				for (const id of moins.keys()) expect(davantage.has(id)).toBe(true);
				for (const acquis of davantage.values()) expect(fondements(acquis).length).toBeGreaterThan(0);
			}),
		);
	});
});
