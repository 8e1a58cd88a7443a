import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environnementNu } from '../../scripts/environnement.ts';
import { BASE } from '../catalogues/fautes.ts';
import { fichiersDe } from '../fichiers.ts';
import { PHARE, reacDuPhare } from '../unit/importation/referentiels.ts';
import { construire, sortieNeuve } from './construire.ts';

const site = sortieNeuve();
const essai = dirname(site);

/** Sentences of the prose of the test document. */
const PROSE = [
	'La version de 2021 réunit la veille optique',
	'Le veilleur surveille la mer',
	'L’activité s’exerce dans la tour',
	'À partir des consignes, agir avec méthode',
	'Seul, dans la tour',
	'Les consignes sont respectées',
	'Connaissance des signaux',
	'Le message est clair',
];

/** Imports the REAC into a small catalogue and builds its site. @returns the content of every file, by path */
async function publier(reproduction: 'extraits' | 'integrale'): Promise<Map<string, string>> {
	const [catalogue, document] = [join(essai, reproduction), join(essai, 'REAC_VPA.pdf')];
	cpSync(BASE, catalogue, { recursive: true });
	writeFileSync(document, await reacDuPhare());
	const importer = spawnSync(
		process.execPath,
		['scripts/importer.ts', document, '--id', 'vpa-2021', '--reproduction', reproduction],
		{ env: environnementNu({ CATALOGUE: catalogue }), encoding: 'utf8' },
	);
	expect(importer.status, importer.stdout + importer.stderr).toBe(0);
	const { status, stderr } = construire({ CATALOGUE: catalogue, OUT_DIR: site });
	expect(status, stderr).toBe(0);
	return new Map(fichiersDe(site).map((f) => [`/${f}`, readFileSync(join(site, f), 'utf8')]));
}

const trouver = (fichiers: ReadonlyMap<string, string>, phrase: string): string[] =>
	[...fichiers].filter(([, texte]) => texte.includes(phrase)).map(([chemin]) => chemin);

describe('un REAC qui interdit sa reproduction', () => {
	it('donne sa structure et ses pages, et pas une phrase de sa prose, dans aucun fichier du site', async () => {
		const fichiers = await publier('extraits');
		expect(Object.fromEntries(PROSE.map((phrase) => [phrase, trouver(fichiers, phrase)]))).toEqual(
			Object.fromEntries(PROSE.map((phrase) => [phrase, []])),
		);
		expect([...fichiers.keys()].filter((chemin) => /\/sources\/REAC/i.test(chemin))).toEqual([]);
		const [libelle] = PHARE.blocs[0].competences;
		for (const chemin of [
			'titres/vpa-2021/ccp-1/c1/index.html',
			'donnees/titres/vpa-2021.json',
			'donnees/titres/vpa-2021.md',
		])
			expect(trouver(fichiers, libelle)).toContain(`/${chemin}`);
		const page = fichiers.get('/titres/vpa-2021/ccp-1/c1/index.html') ?? '';
		expect(page.replace(/<[^>]*>/gu, '')).toMatch(/2 critères de performance/u);
	});

	it('se lit en entier quand qui publie en a le droit et l’écrit', async () => {
		const fichiers = await publier('integrale');
		expect(trouver(fichiers, 'Les consignes sont respectées')).toEqual(
			expect.arrayContaining(['/titres/vpa-2021/ccp-1/c1/index.html', '/donnees/titres/vpa-2021.json']),
		);
		expect([...fichiers.keys()].filter((chemin) => /\/sources\/REAC/i.test(chemin))).toHaveLength(1);
	});
});
