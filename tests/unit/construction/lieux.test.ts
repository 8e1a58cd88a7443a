import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { direEtat, echanger, type Lieux, preparer, ranger, trouverLieux } from '../../../scripts/construction/lieux.ts';
import { lancer } from '../../pannes/lancer.ts';

const CATALOGUE = 'tests/catalogues/valide';
let dossier: string;
beforeEach(() => {
	dossier = mkdtempSync(join(tmpdir(), 'lignee-'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

const ecrire = (chemin: string, contenu: string) => {
	mkdirSync(join(chemin, '_astro'), { recursive: true });
	writeFileSync(join(chemin, 'index.html'), contenu);
	writeFileSync(join(chemin, '_astro', 'style.css'), contenu);
};
/** Which site stands in a folder; a site of two ages would not pass. */
const site = (chemin: string): string | undefined => {
	if (!existsSync(chemin)) return undefined;
	const lus = ['index.html', '_astro/style.css'].map((f) => readFileSync(join(chemin, f), 'utf8'));
	expect(new Set(lus).size, chemin).toBe(1);
	return lus[0];
};
const lieux = (): Lieux => trouverLieux(join(dossier, 'dist'), CATALOGUE);

describe('une construction', () => {
	it('remplace le site d’un coup et ne laisse rien à côté', () => {
		const l = lieux();
		ecrire(l.final, 'ancien');
		expect(preparer(l)).toBe(false);
		ecrire(l.enCours, 'neuf');
		expect(site(l.final)).toBe('ancien');
		echanger(l);
		ranger(l);
		expect(site(l.final)).toBe('neuf');
		expect(readdirSync(dossier)).toEqual(['dist']);
	});
	it('suit le lien symbolique que serait dist, et le garde', () => {
		ecrire(join(dossier, 'ailleurs'), 'ancien');
		symlinkSync(join(dossier, 'ailleurs'), join(dossier, 'dist'));
		const l = lieux();
		preparer(l);
		ecrire(l.enCours, 'neuf');
		echanger(l);
		ranger(l);
		expect(site(join(dossier, 'dist'))).toBe('neuf');
		expect(readdirSync(dossier, { withFileTypes: true }).map((f) => [f.name, f.isSymbolicLink()])).toEqual([
			['ailleurs', false],
			['dist', true],
		]);
	});
	it('efface ce qu’une construction tuée a laissé, et remet le site qu’elle avait écarté', () => {
		const l = lieux();
		ecrire(l.precedent, 'ancien');
		ecrire(l.enCours, 'à moitié');
		expect(direEtat(l)).toContain(`Le site précédent est dans ${l.precedent}`);
		expect(preparer(l)).toBe(true);
		expect(site(l.final)).toBe('ancien');
		expect(readdirSync(l.enCours)).toEqual([]);
		expect(direEtat(l)).toContain('est resté tel qu’il était');
	});
});

describe('tuée à n’importe laquelle de ses écritures', () => {
	const script = `
		import { echanger, preparer, ranger, trouverLieux } from './scripts/construction/lieux.ts';
		import { mkdirSync, writeFileSync } from 'node:fs';
		const l = trouverLieux(process.env.SORTIE, '${CATALOGUE}');
		preparer(l);
		mkdirSync(l.enCours + '/_astro');
		writeFileSync(l.enCours + '/index.html', 'neuf');
		writeFileSync(l.enCours + '/_astro/style.css', 'neuf');
		echanger(l);
		ranger(l);
	`;
	const executer = (panne?: string) =>
		lancer(['--input-type=module', '--eval', script], panne, { SORTIE: join(dossier, 'dist') });

	it('elle laisse l’ancien site, ou le nouveau, entier ; la suivante remet tout en ordre', () => {
		ecrire(join(dossier, 'dist'), 'ancien');
		const { ecritures, status } = executer();
		expect(status).toBe(0);
		expect(ecritures).toBeGreaterThanOrEqual(10);
		const vus = new Set<string | undefined>();
		for (let n = 1; n <= ecritures; n++) {
			rmSync(dossier, { recursive: true });
			ecrire(join(dossier, 'dist'), 'ancien');
			expect(executer(`SIGKILL:${n}`).signal, `écriture ${n}`).toBe('SIGKILL');
			const l = lieux();
			const publie = site(l.final);
			vus.add(publie);
			if (publie === undefined) expect(site(l.precedent), `écriture ${n}`).toBe('ancien');
			expect(executer().status).toBe(0);
			expect(site(l.final), `écriture ${n}`).toBe('neuf');
			expect(readdirSync(dossier), `écriture ${n}`).toEqual(['dist']);
		}
		expect(vus).toEqual(new Set(['ancien', undefined, 'neuf']));
	}, 60_000);
	it('un disque qui n’accepte plus d’écriture la fait échouer sans rien perdre', () => {
		ecrire(join(dossier, 'dist'), 'ancien');
		const { ecritures } = executer();
		for (let n = 1; n <= ecritures; n++) {
			rmSync(dossier, { recursive: true });
			ecrire(join(dossier, 'dist'), 'ancien');
			expect(executer(`EROFS:${n}`).status, `écriture ${n}`).not.toBe(0);
			const l = lieux();
			expect(site(l.final) ?? site(l.precedent), `écriture ${n}`).toMatch(/^(?:ancien|neuf)$/);
		}
	}, 60_000);
});

describe('une construction refuse de remplacer', () => {
	it.each(['.', '..', '/', 'src', 'src/pages', 'content', 'node_modules/x', CATALOGUE, 'tests/catalogues'])(
		'des sources du projet : %s',
		(cible) => {
			expect(() => trouverLieux(cible, CATALOGUE)).toThrow('remplacerait des sources du projet');
		},
	);
	it('un catalogue qui est ailleurs', () => {
		const catalogue = join(dossier, 'catalogue');
		mkdirSync(catalogue);
		for (const cible of [catalogue, dossier, join(catalogue, 'dist')])
			expect(() => trouverLieux(cible, catalogue)).toThrow('remplacerait des sources du projet');
		expect(trouverLieux(join(dossier, 'catalogue-site'), catalogue).final).toContain('catalogue-site');
	});
	it('un fichier, un dépôt, ou un dossier où quelqu’un a autre chose', () => {
		writeFileSync(join(dossier, 'lettre.txt'), 'à garder');
		expect(() => trouverLieux(dossier, CATALOGUE)).toThrow('contient autre chose qu’un site construit (lettre.txt…)');
		expect(() => trouverLieux(join(dossier, 'lettre.txt'), CATALOGUE)).toThrow('est un fichier');
		mkdirSync(join(dossier, 'dist', '.git'), { recursive: true });
		writeFileSync(join(dossier, 'dist', 'index.html'), '');
		expect(() => trouverLieux(join(dossier, 'dist'), CATALOGUE)).toThrow('est un dépôt git');
	});
	it('mais pas un dossier vide, ni ce qu’une construction a laissé', () => {
		expect(trouverLieux(dossier, CATALOGUE).final).toBe(dossier);
		mkdirSync(join(dossier, '_astro'));
		expect(trouverLieux(dossier, CATALOGUE).final).toBe(dossier);
	});
});
