import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const RACINE = fileURLToPath(new URL('../../', import.meta.url));

it.each(['construire', 'mesurer', 'bench', 'catalogue-genere'])(
	'une option de « %s » que personne ne connaît est nommée, avec l’usage, et rien n’est fait',
	(commande) => {
		const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${commande}.ts`, '--versoins'], {
			cwd: RACINE,
			encoding: 'utf8',
		});
		expect(stderr).toMatch(/^Option inconnue ou mal écrite : --versoins\nUsage : npm run [a-z-]+ /);
		expect(stderr).not.toMatch(/\n\s+at /);
		expect([status, stdout]).toEqual([2, '']);
	},
);
