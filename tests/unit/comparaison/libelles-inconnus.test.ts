import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { comparerExplique } from '../../../src/domaine/comparaison/comparer.ts';

describe('quand les libellés d’un côté ne sont pas connus', () => {
	const { versions, correspondances, lexique } = lireCatalogue('content');
	const connue = versions.find((v) => v.id === 'tssi-2003');
	const detenue = versions.find((v) => v.id === 'tssi-2008');
	const officielle = correspondances.find((c) => c.de === 'tssi-2003' && c.vers === 'tssi-2008');
	if (!connue || !detenue) throw new Error('le catalogue réel a ces deux versions');

	it('aucune compétence n’est dite nouvelle ni sans suite, et chacune est pourtant comptée', () => {
		for (const [de, vers] of [[connue, detenue] as const, [detenue, connue] as const]) {
			const { competences } = comparerExplique(de, vers, undefined, lexique).comparaison;
			expect(competences).toHaveLength(19);
			for (const e of competences) expect(e).toMatchObject({ nature: null, statut: 'a-verifier', candidats: [] });
		}
	});
	it('la correspondance officielle des blocs demeure', () => {
		expect(
			comparerExplique(connue, detenue, officielle, lexique).comparaison.blocs.map((l) => [l.de, l.vers, l.statut]),
		).toEqual([
			[['tssi-2003/ccp-1'], ['tssi-2008/ccp-1'], 'officielle'],
			[['tssi-2003/ccp-2'], ['tssi-2008/ccp-2', 'tssi-2008/ccp-3'], 'officielle'],
			[['tssi-2003/ccp-3'], [], 'officielle'],
		]);
	});
});
