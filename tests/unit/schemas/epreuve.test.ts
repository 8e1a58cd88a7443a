import { expect, test } from 'vitest';
import { epreuves } from '../../../src/schemas/epreuve.ts';

const MISE_EN_SITUATION = { nom: 'Mise en situation professionnelle', genre: 'mise-en-situation' };

const reproches = (liste: unknown) => epreuves.safeParse(liste).error?.issues.map((i) => i.message) ?? [];

test('une durée que la source ne dit pas reste inconnue : elle ne devient pas nulle', () => {
	const [lue] = epreuves.parse([{ pour: 'ccp-1', modalites: [MISE_EN_SITUATION], source: 're' }]);
	expect(lue?.modalites[0]).not.toHaveProperty('minutes');
	expect(reproches([{ pour: 'titre', modalites: [{ ...MISE_EN_SITUATION, minutes: 0 }], source: 're' }])).toHaveLength(
		1,
	);
});

test('un bloc a une épreuve, nommée par son rang dans sa version', () => {
	const epreuve = { pour: 'ccp-1', modalites: [MISE_EN_SITUATION], source: 're' };
	expect(reproches([epreuve, epreuve])).toEqual(['deux épreuves pour « ccp-1 » ; en garder une']);
	expect(reproches([{ ...epreuve, pour: 'tssr-2018/ccp-1' }])).toHaveLength(1);
	expect(reproches([{ ...epreuve, pour: 'titre' }, epreuve])).toEqual([]);
});
