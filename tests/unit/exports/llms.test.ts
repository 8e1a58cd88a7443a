import { describe, expect, it } from 'vitest';
import { ecrireLlms } from '../../../src/domaine/exports/llms.ts';
import { lignee, RACINE, versions } from './exemple.ts';

describe('llms.txt', () => {
	it('mène à la forme qui a le plus : le texte d’une version détenue, les faits d’une autre', () => {
		const carte = ecrireLlms(versions, [lignee], RACINE);
		expect(carte).toContain(`- [ABC 2001](${RACINE}/donnees/titres/abc-2001.md) : N’est plus en vigueur`);
		expect(carte).toContain(`- [ABE 2020](${RACINE}/donnees/titres/abe-2020.json) : `);
		expect(carte).toContain(`- [Agents de bureau](${RACINE}/lignees/exemple/) : Trois états d’un titre.`);
	});

	it('au-delà de soixante versions, renvoie au catalogue, sans rien perdre des lignées', () => {
		const [modele] = versions;
		const beaucoup = Array.from({ length: 61 }, (_, i) => ({ ...modele, id: `abc-${2001 + i}` }));
		const carte = ecrireLlms(beaucoup, [lignee], RACINE);
		expect(carte).toContain('61 versions ; catalogue.json les liste toutes');
		expect(carte).not.toContain('abc-2001.md');
		expect(carte).toContain('/lignees/exemple/');
		expect(ecrireLlms(beaucoup.slice(1), [lignee], RACINE)).toContain('abc-2061.md');
	});
});
