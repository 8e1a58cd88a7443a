import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statfsSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	CibleRefusee,
	degager,
	direPlace,
	MARQUE,
	publier,
	trouverPlace,
} from '../../../scripts/construction/place.ts';
import { lancer } from '../../pannes/lancer.ts';

const CATALOGUE = 'tests/catalogues/base';
const rien = () => {};
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
/** Content of the site in a folder, checking that all its files are of one build; `undefined` if there is no site. */
const site = (chemin: string): string | undefined => {
	if (!existsSync(chemin)) return undefined;
	const lus = ['index.html', '_astro/style.css'].map((f) => readFileSync(join(chemin, f), 'utf8'));
	expect(new Set(lus).size, chemin).toBe(1);
	return lus[0];
};
/** Builds a site with this content in another folder, and publishes it. */
async function poser(contenu: string, sortie = join(dossier, 'dist')): Promise<string> {
	const place = trouverPlace(sortie, CATALOGUE);
	const neuf = mkdtempSync(join(tmpdir(), 'lignee-'));
	try {
		ecrire(neuf, contenu);
		await publier(neuf, place, rien, rien);
	} finally {
		rmSync(neuf, { recursive: true, force: true });
	}
	return place;
}

describe('un site construit', () => {
	it('remplace le précédent d’un coup et ne laisse rien à côté', async () => {
		await poser('ancien');
		const place = await poser('neuf');
		expect(site(place)).toBe('neuf');
		expect(readdirSync(dossier)).toEqual(['dist']);
	});
	it('suit le lien symbolique que serait dist, et le garde', async () => {
		await poser('ancien', join(dossier, 'ailleurs'));
		symlinkSync(join(dossier, 'ailleurs'), join(dossier, 'dist'));
		await poser('neuf');
		expect(site(join(dossier, 'dist'))).toBe('neuf');
		expect(readdirSync(dossier, { withFileTypes: true }).map((f) => [f.name, f.isSymbolicLink()])).toEqual([
			['ailleurs', false],
			['dist', true],
		]);
	});
	it.runIf(existsSync('/dev/shm') && statfsSync('/dev/shm').type !== statfsSync(tmpdir()).type)(
		'se pose aussi sur un autre disque que celui où il a été construit',
		async () => {
			const autre = mkdtempSync('/dev/shm/lignee-');
			try {
				await poser('ancien', join(autre, 'dist'));
				expect(site(await poser('neuf', join(autre, 'dist')))).toBe('neuf');
				expect(readdirSync(autre)).toEqual(['dist']);
			} finally {
				rmSync(autre, { recursive: true });
			}
		},
	);
	it('par plusieurs copies du projet à la fois au même endroit, est celui de l’une d’elles, entier', async () => {
		await Promise.all(['a', 'b', 'c', 'd'].map((contenu) => poser(contenu)));
		expect(site(join(dossier, 'dist'))).toMatch(/^[abcd]$/);
		expect(readdirSync(dossier)).toEqual(['dist']);
	});
});

describe('tuée à n’importe laquelle de ses écritures, la pose d’un site', () => {
	const script = `
		import { degager, publier, trouverPlace } from './scripts/construction/place.ts';
		import { mkdirSync, writeFileSync } from 'node:fs';
		const place = trouverPlace(process.env.SORTIE, '${CATALOGUE}');
		await degager(place, () => {});
		const neuf = process.env.SORTIE + '.neuf';
		mkdirSync(neuf + '/_astro', { recursive: true });
		writeFileSync(neuf + '/index.html', 'neuf');
		writeFileSync(neuf + '/_astro/style.css', 'neuf');
		await publier(neuf, place, () => {}, () => {});
	`;
	const dist = () => join(dossier, 'dist');
	const executer = (panne?: string) => lancer(['--input-type=module', '--eval', script], panne, { SORTIE: dist() });
	const remettre = async () => {
		rmSync(dossier, { recursive: true });
		mkdirSync(dossier);
		await poser('ancien');
	};

	it('laisse l’ancien, ou le nouveau, entier ; la suivante remet tout en ordre', async () => {
		await remettre();
		const { ecritures, status, stderr } = executer();
		expect(status, stderr).toBe(0);
		expect(ecritures).toBeGreaterThanOrEqual(10);
		const vus = new Set<string | undefined>();
		for (let n = 1; n <= ecritures; n++) {
			await remettre();
			expect(executer(`SIGKILL:${n}`).signal, `écriture ${n}`).toBe('SIGKILL');
			const publie = site(dist());
			vus.add(publie);
			if (publie === undefined) {
				expect(site(`${dist()}-en-construction/precedent`), `écriture ${n}`).toBe('ancien');
				expect(direPlace(dist())).toContain('la prochaine construction le remettra');
				await degager(dist(), rien);
				expect(site(dist()), `écriture ${n}`).toBe('ancien');
			}
			expect(executer().status).toBe(0);
			expect(site(dist()), `écriture ${n}`).toBe('neuf');
			expect(readdirSync(dossier), `écriture ${n}`).toEqual(['dist']);
		}
		expect(vus).toEqual(new Set(['ancien', undefined, 'neuf']));
	});
	it('sur un disque qui n’accepte plus d’écriture, échoue sans rien perdre', async () => {
		await remettre();
		const { ecritures } = executer();
		for (let n = 1; n <= ecritures; n++) {
			await remettre();
			const { status } = executer(`EROFS:${n}`);
			const publie = site(dist()) ?? site(`${dist()}-en-construction/precedent`);
			expect(publie, `écriture ${n}`).toBe(status === 0 ? 'neuf' : 'ancien');
		}
	});
});

describe('une construction refuse de remplacer', () => {
	it.each(['.', '..', '/', 'src', 'src/pages', 'content', 'node_modules/x', CATALOGUE, 'tests/catalogues'])(
		'des sources du projet : %s',
		(cible) => {
			expect(() => trouverPlace(cible, CATALOGUE)).toThrow('remplacerait des sources du projet');
		},
	);
	it('un catalogue qui est ailleurs', () => {
		const catalogue = join(dossier, 'catalogue');
		mkdirSync(catalogue);
		for (const cible of [catalogue, dossier, join(catalogue, 'dist')])
			expect(() => trouverPlace(cible, catalogue)).toThrow('remplacerait des sources du projet');
		expect(trouverPlace(join(dossier, 'catalogue-site'), catalogue)).toContain('catalogue-site');
	});
	it('un dossier qu’aucune construction n’a fait, même s’il ressemble à un site', () => {
		ecrire(join(dossier, 'mien'), 'à garder');
		expect(() => trouverPlace(join(dossier, 'mien'), CATALOGUE)).toThrow('ne porte pas la marque d’un site construit');
		expect(site(join(dossier, 'mien'))).toBe('à garder');
	});
	it('un fichier, un dépôt, un lien mort, ou ce qui est dans un fichier', async () => {
		writeFileSync(join(dossier, 'lettre.txt'), 'à garder');
		expect(() => trouverPlace(join(dossier, 'lettre.txt'), CATALOGUE)).toThrow('est un fichier');
		expect(() => trouverPlace(join(dossier, 'lettre.txt', 'a', 'b'), CATALOGUE)).toThrow();
		symlinkSync(join(dossier, 'absent'), join(dossier, 'lien'));
		expect(() => trouverPlace(join(dossier, 'lien'), CATALOGUE)).toThrow('ne mène nulle part');
		const place = await poser('ancien');
		mkdirSync(join(place, '.git'));
		expect(() => trouverPlace(place, CATALOGUE)).toThrow('dépôt git');
	});
	it('ce que quelqu’un garde dans le dossier d’à côté', async () => {
		mkdirSync(join(dossier, 'dist-en-construction', 'photos'), { recursive: true });
		await expect(poser('neuf')).rejects.toThrow(CibleRefusee);
		await expect(degager(join(dossier, 'dist'), rien)).rejects.toThrow('le déplacer');
		expect(existsSync(join(dossier, 'dist-en-construction', 'photos'))).toBe(true);
	});
	it('ce qui a été mis à sa place pendant qu’elle se faisait', async () => {
		const place = trouverPlace(join(dossier, 'dist'), CATALOGUE);
		const neuf = join(dossier, 'neuf');
		ecrire(neuf, 'neuf');
		ecrire(place, 'à garder');
		const verifier = () => void trouverPlace(place, CATALOGUE);
		await expect(publier(neuf, place, verifier, rien)).rejects.toThrow('ne porte pas la marque');
		expect(site(place)).toBe('à garder');
	});
	it('rien d’un dossier vide, nouveau, ou qui porte sa marque', async () => {
		mkdirSync(join(dossier, 'vide'));
		for (const nom of ['vide', 'nouveau/profond']) expect(trouverPlace(join(dossier, nom), CATALOGUE)).toContain(nom);
		expect(readdirSync(await poser('ancien'))).toContain(MARQUE);
		expect(trouverPlace(join(dossier, 'dist'), CATALOGUE)).toContain('dist');
	});
});
