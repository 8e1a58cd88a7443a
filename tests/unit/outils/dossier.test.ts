import { expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { dossier } from '../../../src/domaine/outils/dossier.ts';
import type { Version } from '../../../src/domaine/version.ts';

const { versions, lignees } = lireCatalogue('content');
const version = versions.find(({ id }) => id === 'tssi-2003') as Version;
const lien = { de: ['tssi-2003/ccp-3'], vers: [], statut: 'officielle' as const, source: 'art. 3 bis' };

it('le dossier d’une version garde ses faits, ses textes et ce qui la suit, et laisse le reste', () => {
	const d = dossier(
		version,
		[
			{ de: 'tssi-2003', vers: 'tssi-2008', blocs: [lien] },
			{ de: 'tssi-2003', vers: 'tssr-2018', blocs: [] },
			{ de: 'autre-2003', vers: 'tssi-2013', blocs: [lien] },
		],
		lignees.flatMap((l) => l.successions),
	);
	expect(d).toMatchObject({ id: 'tssi-2003', detenue: false, blocs: { length: 3 } });
	expect(d.textes).toEqual([{ vers: 'tssi-2008', liens: [lien] }]);
	expect(d.successions).toEqual([
		{ vers: 'tssi-2008', nature: 'officielle', motif: expect.stringContaining('article 3 bis') },
	]);
	expect(Object.keys(d)).not.toContain('reparations');
	expect(Object.values(d.sources)[0]).toEqual({ intitule: expect.any(String), nature: expect.any(String) });
});
