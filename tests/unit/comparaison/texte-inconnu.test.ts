import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { comparer } from '../../../src/domaine/comparaison/comparer.ts';

describe('quand le texte d’un côté n’est pas au catalogue', () => {
	const { versions, correspondances, lexique } = lireCatalogue('content');
	const connue = versions.find((v) => v.id === 'tssi-2008');
	const detenue = versions.find((v) => v.id === 'tssi-2013');
	const officielle = correspondances.find((c) => c.de === 'tssi-2008' && c.vers === 'tssi-2013');
	if (!connue || !detenue) throw new Error('le catalogue réel a ces deux versions');

	it('aucune compétence n’est dite nouvelle ni sans suite, et chacune est pourtant comptée', () => {
		for (const [de, vers] of [[connue, detenue] as const, [detenue, connue] as const]) {
			const { competences } = comparer(de, vers, undefined, lexique);
			expect(competences).toHaveLength(17);
			for (const e of competences) expect(e).toMatchObject({ nature: null, statut: 'a-verifier', candidats: [] });
		}
	});
	it('la correspondance officielle des blocs demeure', () => {
		expect(comparer(connue, detenue, officielle, lexique).blocs.map((l) => [l.de, l.vers, l.statut])).toEqual(
			[1, 2, 3].map((n) => [[`tssi-2008/ccp-${n}`], [`tssi-2013/ccp-${n}`], 'officielle']),
		);
	});
});
