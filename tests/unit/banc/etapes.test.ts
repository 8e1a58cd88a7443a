import { describe, expect, it } from 'vitest';
import { etapesDe } from '../../../scripts/banc/etapes.ts';
import { mesurer } from '../../../scripts/banc/processus.ts';

const releves = [
	{ heure: 1000, processeur: 0, memoire: 0 },
	{ heure: 1500, processeur: 0.5, memoire: 100 },
	{ heure: 2500, processeur: 2, memoire: 300 },
	{ heure: 3500, processeur: 3.5, memoire: 200 },
	{ heure: 4500, processeur: 4, memoire: 150 },
];

describe('étapes d’une construction mesurée', () => {
	it('partage entre elles tout le temps et tout le processeur, et donne à chacune sa mémoire la plus haute', () => {
		const etapes = etapesDe(
			[
				{ etape: 'contenu', fin: 2000 },
				{ etape: 'pages', fin: 4000 },
				{ etape: 'plan', fin: 4500 },
			],
			releves,
		);
		expect(etapes).toEqual({
			contenu: { duree: 1, processeur: 0.5, memoire: 100 },
			pages: { duree: 2, processeur: 3, memoire: 300 },
			plan: { duree: 0.5, processeur: 0.5, memoire: 150 },
		});
	});
	it('réunit les parts d’une étape qui revient', () => {
		const { contenu } = etapesDe(
			[
				{ etape: 'contenu', fin: 1500 },
				{ etape: 'images', fin: 2500 },
				{ etape: 'contenu', fin: 3500 },
			],
			releves,
		);
		expect(contenu).toEqual({ duree: 1.5, processeur: 2, memoire: 200 });
	});
	it('ne devine pas ce que le système ne dit pas', () => {
		const inconnus = releves.map(({ heure }) => ({ heure, processeur: Number.NaN, memoire: Number.NaN }));
		expect(etapesDe([{ etape: 'pages', fin: 2000 }], inconnus).pages).toEqual({
			duree: 1,
			processeur: Number.NaN,
			memoire: Number.NaN,
		});
	});
});

describe('mesure d’un processus', () => {
	it.runIf(process.platform === 'linux')('compte ceux qu’il a lancés, même finis', async () => {
		// Works for 0.8 s of CPU time rather than of elapsed time, since the machine may be busy.
		const travail =
			'let n = 0; do for (let i = 0; i < 1e6; i++) n += i; while (Object.values(process.cpuUsage()).reduce((a, b) => a + b) < 8e5)';
		const { cout, releves, sortie } = await mesurer(
			[
				'-e',
				`require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(travail)}]); console.log('fini')`,
			],
			{ dossier: '.' },
		);
		expect(sortie).toBe('fini\n');
		// The last sample is taken before the end, and misses some CPU time; so does any process between two samples.
		expect(cout.processeur).toBeGreaterThan(0.1);
		expect(cout.memoire).toBe(Math.max(...releves.map(({ memoire }) => memoire)));
	});
	it('dit ce qu’a écrit un processus qui échoue', async () => {
		await expect(mesurer(['-e', 'console.error("panne voulue"); process.exit(3)'], { dossier: '.' })).rejects.toThrow(
			/\(3\).*panne voulue/s,
		);
	});
});
