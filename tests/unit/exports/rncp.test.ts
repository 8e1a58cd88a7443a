import { describe, expect, it } from 'vitest';
import { publierCodes } from '../../../src/domaine/exports/rncp.ts';
import { codesPublies } from '../../../src/schemas/donnees/rncp.ts';
import { versions } from './exemple.ts';

describe('rncp.json', () => {
	const [ancienne, recente, connue] = versions;
	const [premier, ...autres] = recente.blocs;
	const avecCodes = [
		ancienne,
		{
			...recente,
			codes: [
				{ type: 'TP' as const, valeur: 'TP-00100', source: 'fiche' },
				{ type: 'millesime' as const, valeur: '02', source: 'fiche' },
			],
			blocs: [{ ...premier, code: { valeur: 'RNCP200BC01', source: 'rncp' } }, ...autres],
		},
		{ ...connue, codes: [{ type: 'RNCP' as const, valeur: 'RNCP300', source: 'page' }] },
	] as typeof versions;
	const publie = publierCodes(avecCodes, '2026-04-01');
	const trouver = (code: string) => publie.codes.find((c) => c.code === code);

	it('a la forme de son schéma', () => {
		expect(codesPublies.safeParse(publie).error).toBeUndefined();
	});

	it('mène de chaque code à sa version et à ce qui la suit, ou à son bloc', () => {
		expect(trouver('RNCP100')).toMatchObject({
			version: 'abc-2001',
			bloc: null,
			statut: 'remplacee',
			successeurs: [{ version: 'abd-2010', nature: 'officielle' }],
		});
		expect(trouver('RNCP200BC01')).toMatchObject({
			version: 'abd-2010',
			bloc: 'abd-2010/ccp-1',
			certitude: 'publique',
		});
		expect(trouver('TP-00100')).toMatchObject({ version: 'abd-2010', millesime: '02' });
	});

	it('ne donne jamais le millésime pour un code, et dit la certitude de chaque code', () => {
		expect(trouver('02')).toBeUndefined();
		expect(trouver('RNCP300')).toMatchObject({ certitude: 'secondaire', statutCertitude: 'secondaire' });
		expect(trouver('RNCP300')?.aVerifier).toEqual(['depuis', 'debut', 'fin']);
		expect(trouver('RNCP100')?.aVerifier).toEqual([]);
		const datee = { ...ancienne, etat: { ...ancienne.etat, dateAVerifier: true } };
		expect(publierCodes([datee], '2026-04-01').codes[0]?.aVerifier).toEqual(['depuis']);
	});
});
