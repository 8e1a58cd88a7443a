import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lireYaml, separer, valider } from '../../../src/catalogue/yaml.ts';

describe('un fichier YAML', () => {
	it('dit à quelle ligne du fichier une valeur est fautive, en-tête comptée', () => {
		const { problemes } = valider(
			z.object({ a: z.array(z.number()) }),
			lireYaml('a:\n  - 1\n  - deux\n', 'f.md', 1),
			'f.md',
		);
		expect(problemes).toMatchObject([{ fichier: 'f.md', ligne: 4, champ: 'a.1' }]);
	});
	it('refuse les clés en double, le YAML cassé et les alias, sans lever d’exception', () => {
		expect(lireYaml('a: 1\na: 2\n', 'f').problemes[0]).toMatchObject({
			ligne: 2,
			message: expect.stringContaining('clé en double'),
		});
		expect(lireYaml('a: [1\n', 'f').problemes).not.toEqual([]);
		expect(lireYaml('a: &x 1\nb: *x\n', 'f').problemes[0]?.message).toContain('alias');
	});
	it('garde les dates telles qu’elles sont écrites', () => {
		expect(lireYaml('d: 2018-08-01\n', 'f').valeur).toEqual({ d: '2018-08-01' });
	});
});

describe('un fichier Markdown', () => {
	it('se sépare en en-tête et corps, fins de ligne de Windows comprises', () => {
		expect(separer('---\r\na: 1\r\n---\r\nCorps\r\n')).toEqual({ entete: 'a: 1', corps: 'Corps\r\n', ligneCorps: 4 });
	});
	it('sans en-tête n’en a pas', () => {
		expect(separer('Corps\n---\na: 1\n---\n')).toBeUndefined();
	});
});
