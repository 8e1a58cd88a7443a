import { expect, it } from 'vitest';
import { listerPaires, parVersion } from '../../../src/domaine/comparaison/paires.ts';
import { nomVersion } from '../../../src/domaine/version.ts';
import { versions } from '../exports/exemple.ts';

it('chaque paire est sous ses deux versions, et chaque version à la place de son nom, la plus récente d’abord', () => {
	const [ancienne, recente] = versions;
	const revue = { ...ancienne, id: 'abc-2005', annee: '2005', debut: { valeur: '2005-01-01', source: 'fiche' } };
	const lues = parVersion(listerPaires([ancienne, revue, recente], []));
	expect(
		lues.map(({ version, pretes }) => [nomVersion(version), pretes.map((p) => `${p.de.id} ${p.vers.id}`)]),
	).toEqual([
		['ABC 2005', ['abc-2005 abd-2010', 'abc-2001 abc-2005']],
		['ABC 2001', ['abc-2001 abd-2010', 'abc-2001 abc-2005']],
		['ABD 2010', ['abc-2005 abd-2010', 'abc-2001 abd-2010']],
	]);
	expect(parVersion([])).toEqual([]);
});
