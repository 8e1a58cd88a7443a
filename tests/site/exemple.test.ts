import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { CataloguePublie } from '../../src/schemas/donnees/catalogue.ts';
import type { Comparaison } from '../../src/schemas/donnees/comparaison.ts';

const DIST = process.env.DIST ?? 'dist';
const lire = <T>(chemin: string): T => JSON.parse(readFileSync(join(DIST, 'donnees', chemin), 'utf8')) as T;

/** Runs the script of the README against the published files. @returns its output */
async function executer(script: string): Promise<string> {
	const serveur = createServer((requete, reponse) => reponse.end(readFileSync(join(DIST, requete.url ?? ''))));
	await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
	const dossier = mkdtempSync(join(tmpdir(), 'exemple-'));
	try {
		const fichier = join(dossier, 'sans-suite.mjs');
		writeFileSync(fichier, script);
		const site = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`;
		return (await promisify(execFile)(process.execPath, [fichier, site])).stdout;
	} finally {
		rmSync(dossier, { recursive: true });
		serveur.close();
	}
}

describe('script du README', () => {
	const script = /```js\n(\/\/ node sans-suite\.mjs[\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
	it('tient en dix lignes', () => {
		expect(script.trim().split('\n').length).toBeLessThanOrEqual(10);
		expect(script).not.toBe('');
	});
	it('dit quelles compétences du TSGRI 2003 n’ont pas de suite dans le TSSR 2018, et qui le dit', async () => {
		const { versions } = lire<CataloguePublie>('catalogue.json');
		const libelle = (id: string) =>
			versions
				.flatMap(({ blocs }) => blocs)
				.flatMap(({ competences }) => competences)
				.find((c) => c.id === id)?.libelle;
		const attendues = lire<Comparaison>('comparaisons/tsgri-2003--tssr-2018.json')
			.competences.filter(({ nature }) => nature === 'sans-suite')
			.map(({ de: [id = ''], statut, motif }) => `${id} « ${libelle(id)} » : ${statut}${motif ? `, ${motif}` : ''}`);
		expect(attendues.length).toBeGreaterThan(0);
		expect((await executer(script)).trim().split('\n')).toEqual(attendues);
	});
});
