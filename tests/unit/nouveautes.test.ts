import { describe, expect, it } from 'vitest';
import { direCompte, nouvelles } from '../../src/domaine/nouveautes.ts';
import { importation } from '../../src/schemas/importation.ts';

const passage = (id: string, versions: { id: string; fiche: string; sorte: string; objet: string }[]) => ({
	id,
	...importation.parse({
		le: id,
		export: { fichier: 'export.zip', sha256: '0'.repeat(64), du: id, fiches: 3 },
		compte: { ajoutees: 1, inchangees: 2, changees: 0, terminees: 1, refusees: 0 },
		versions,
	}),
});
const ajout = { id: 'abc-2020', fiche: 'RNCP2', sorte: 'ajoutee', objet: 'Entre.' };
const fin = { id: 'abc-2010', fiche: 'RNCP1', sorte: 'terminee', objet: 'Close.' };
const contexte = {
	importations: [passage('2026-01-01', [ajout, fin]), passage('2026-01-02', []), passage('2026-01-03', [fin])],
	successions: [
		{ de: 'abc-2010', vers: 'abc-2020' },
		{ de: 'abd-2010', vers: 'abc-2020' },
	],
	connue: (id: string) => id === 'abc-2020',
	comparable: (de: string) => de === 'abc-2010',
};

describe('nouveautés', () => {
	it('vont du dernier export au premier, sans ceux qui n’ont rien changé', () => {
		expect(nouvelles(contexte).map(({ passage: { id } }) => id)).toEqual(['2026-01-03', '2026-01-01']);
	});
	it('disent d’abord ce qui cesse, et mènent aux seules pages qui existent', () => {
		const [, premiere] = nouvelles(contexte);
		expect(premiere?.groupes.map(({ sorte }) => sorte)).toEqual(['terminee', 'ajoutee']);
		expect(premiere?.groupes.flatMap(({ liste }) => liste)).toEqual([
			{ id: 'abc-2010', fiche: 'RNCP1', objet: 'Close.', connue: false, avant: [] },
			{ id: 'abc-2020', fiche: 'RNCP2', objet: 'Entre.', connue: true, avant: ['abc-2010'] },
		]);
	});
	it('comptent les fiches au singulier et au pluriel, sans les nombres nuls', () => {
		expect(direCompte(passage('2026-01-01', []))).toBe('4 fiches lues\u00A0: 1 ajoutée, 1 close, 2 inchangées.');
	});
});
