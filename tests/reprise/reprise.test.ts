import { type ChildProcess, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copierProjet } from '../../scripts/banc/projet.ts';
import { environnementNu } from '../../scripts/environnement.ts';
import { engendrer } from '../../scripts/generation/catalogue.ts';
import { lireFonds } from '../../scripts/generation/modele.ts';
import { Cache } from '../../src/integrations/cache.ts';
import { fichiersDe } from '../fichiers.ts';

/**
 * Two copies of the project build the same catalogue, which changes a little before each build: one reuses what it can
 * of its previous site, the other builds from scratch. Both sites must be the same to the byte.
 */
const racine = mkdtempSync(join(tmpdir(), 'lignee-reprise-'));
const catalogue = join(racine, 'catalogue');
const [reprise, propre] = [copierProjet(racine).racine, copierProjet(racine).racine];
afterAll(() => rmSync(racine, { recursive: true, force: true }));

/** Generated files: a few lineages of one to four versions with correspondences, besides the real ones. */
const engendres = engendrer(lireFonds('content'), 16);
const dans = (dossier: string) => [...engendres.keys()].filter((chemin) => chemin.startsWith(`${dossier}/`));
const [titre = '', autre = ''] = dans('titres');
const correspondance = dans('correspondances').find((f) => engendres.get(f)?.includes('article: ')) as string;
const lignee = dans('lignees').at(-1) as string;
const document = dans('sources')[0] as string;

beforeAll(() => {
	cpSync('content', catalogue, { recursive: true });
	for (const [chemin, texte] of engendres) ecrire(chemin, texte);
});

const lire = (chemin: string): string => readFileSync(join(catalogue, chemin), 'utf8');
const ecrire = (chemin: string, texte: string): void => writeFileSync(join(catalogue, chemin), texte);
/** Changes a file of the catalogue. Fails if nothing changes. */
function changer(chemin: string, faire: (texte: string) => string): void {
	const neuf = faire(lire(chemin));
	expect(neuf, chemin).not.toBe(lire(chemin));
	ecrire(chemin, neuf);
}
/** Changes a file of the code in both copies. */
function changerCode(chemin: string, faire: (texte: string) => string): void {
	for (const copie of [reprise, propre]) {
		const texte = readFileSync(join(copie, chemin), 'utf8');
		expect(faire(texte), chemin).not.toBe(texte);
		writeFileSync(join(copie, chemin), faire(texte));
	}
}

type Fin = { code: number | null; journal: string; reprises: number; total: number };
function lancer(
	copie: string,
	args: string[],
	reglages: Record<string, string>,
): { enfant: ChildProcess; fin: Promise<Fin> } {
	const enfant = spawn(process.execPath, ['scripts/construire.ts', ...args], {
		cwd: copie,
		env: environnementNu({ CATALOGUE: catalogue, ...reglages }),
	});
	let journal = '';
	for (const flux of [enfant.stdout, enfant.stderr])
		flux.on('data', (texte: Buffer) => {
			journal += texte;
		});
	const fin = new Promise<Fin>((finir) => {
		enfant.on('close', (code) => {
			const [, reprises, total] = /Pages reprises du site précédent : (\d+) sur (\d+)/.exec(journal) ?? [];
			finir({ code, journal, reprises: Number(reprises), total: Number(total) });
		});
	});
	return { enfant, fin };
}

/** Builds with reuse of the previous site. */
async function refaire(reglages: Record<string, string> = {}): Promise<Fin> {
	const fin = await lancer(reprise, [], reglages).fin;
	expect(fin.code, fin.journal).toBe(0);
	return fin;
}

/** Builds both copies, and checks that the sites are equal. */
async function refaireEtComparer(reglages: Record<string, string> = {}): Promise<Fin> {
	const nette = lancer(propre, ['--propre'], reglages).fin;
	const fin = await refaire(reglages);
	const { code, journal, reprises } = await nette;
	expect(code, journal).toBe(0);
	expect(reprises).toBe(0);
	comparer(fin.journal);
	return fin;
}

function comparer(journal: string): void {
	const [ici, la] = [join(reprise, 'dist'), join(propre, 'dist')];
	expect(fichiersDe(ici), journal).toEqual(fichiersDe(la));
	const differents = fichiersDe(ici).filter((f) => !readFileSync(join(ici, f)).equals(readFileSync(join(la, f))));
	expect(differents, journal).toEqual([]);
}

/** A label in the file of a title, between its indentation and the end of its line. */
const LIBELLE = /(\n {6}- )(.+)(?=\n)/;
const libelleDe = (chemin: string): string => LIBELLE.exec(lire(chemin))?.[2] as string;

/** Edits, one after the other; `tout` is set if every page must be rendered again. */
const EDITIONS: { quoi: string; tout?: string; faire: () => void }[] = [
	{
		quoi: 'un libellé, qui devient celui d’une compétence d’un autre titre',
		faire: () => changer(titre, (texte) => texte.replace(LIBELLE, `$1${libelleDe('titres/tssr-2018.md')}`)),
	},
	{
		quoi: 'un libellé ailleurs, que celui-là portait aussi',
		faire: () => changer(autre, (t) => t.replace(LIBELLE, '$1Lire un plan')),
	},
	{ quoi: 'une compétence ajoutée', faire: () => changer(titre, (t) => t.replace(LIBELLE, '$&$1Lire un plan')) },
	{
		quoi: 'un bloc renommé',
		faire: () => changer(titre, (texte) => texte.replace(/(- type: ccp\n {4}intitule: ).+/, '$1Conduire une grue')),
	},
	{
		quoi: 'une date, qui change la place du titre parmi tous',
		faire: () => changer(titre, (texte) => texte.replace(/(debut:\n {2}valeur: )\d{4}/, '$11999')),
	},
	{
		quoi: 'l’intitulé d’un titre',
		faire: () => changer(autre, (t) => t.replace(/^intitule: .+$/m, 'intitule: grutier')),
	},
	{
		quoi: 'une lignée',
		faire: () => changer(lignee, (texte) => texte.replace(/^titre: .+$/m, 'titre: Une autre lignée')),
	},
	{ quoi: 'une lignée défaite', faire: () => rmSync(join(catalogue, 'lignees', `${titre.slice(7, -8)}.yaml`)) },
	{
		quoi: 'une correspondance',
		faire: () => changer(correspondance, (t) => t.replace(/article: .+/, 'article: article 99')),
	},
	{
		quoi: 'une correspondance entre deux lignées, ajoutée',
		faire: () => {
			const [de, vers] = [titre, 'titres/tssr-2018.md'].map((chemin) => chemin.slice(7, -3));
			const source = '{ intitule: Arrêté, nature: officielle }';
			const blocs = `{ source: ${source}, article: article 3, liens: [{ de: [ccp-1], vers: [] }] }`;
			ecrire(`correspondances/${de}--${vers}.yaml`, `de: ${de}\nvers: ${vers}\nblocs: ${blocs}\n`);
		},
	},
	{
		quoi: 'la même, retirée',
		faire: () => rmSync(join(catalogue, `correspondances/${titre.slice(7, -3)}--tssr-2018.yaml`)),
	},
	{
		quoi: 'une version ajoutée, qui n’est d’aucune lignée',
		faire: () => ecrire(titre.replace(/\d{4}/, '2031'), lire(titre).replace(/^ {2}- type: RNCP\n.+\n.+\n/m, '')),
	},
	{ quoi: 'une version retirée', faire: () => rmSync(join(catalogue, titre.replace(/\d{4}/, '2031'))) },
	{ quoi: 'un document', faire: () => changer(document, (texte) => `${texte}\nUne ligne de plus.\n`) },
	{
		quoi: 'le jour des faits, le dernier de tous',
		tout: 'le jour des faits',
		faire: () => changer(lignee, (texte) => texte.replace(/etatAu: .+/, 'etatAu: 2026-11-25')),
	},
	{
		quoi: 'le glossaire',
		tout: 'glossaire.yaml',
		faire: () =>
			changer('glossaire.yaml', (texte) => texte.replace('Certification délivrée', 'Une certification délivrée')),
	},
	{
		quoi: 'le lexique',
		tout: 'lexique.yaml',
		faire: () => changer('lexique.yaml', (texte) => texte.replace('termes: [réaliser, ', 'termes: [')),
	},
	{
		quoi: 'un guide',
		tout: 'guides',
		faire: () => changer('guides/citer.mdx', (texte) => `${texte}\nUne phrase de plus.\n`),
	},
	{
		quoi: 'une vue',
		tout: 'le code du site',
		faire: () => changerCode('src/vues/citer.tsx', (texte) => texte.replace('>Citer</h2>', '>Citer cette page</h2>')),
	},
	{
		quoi: 'un style',
		tout: 'le code du site',
		faire: () => changerCode('src/styles/base.css', (texte) => `${texte}\nbody { outline: 0; }\n`),
	},
];

describe('une construction qui reprend le site précédent', () => {
	it('n’a d’abord rien à reprendre, puis reprend tout', async () => {
		const premiere = await refaireEtComparer();
		expect(premiere.reprises).toBe(0);
		expect(premiere.total).toBeGreaterThan(500);
		const seconde = await refaire();
		expect(seconde.reprises).toBe(premiere.total);
		expect(seconde.journal).toContain('Index de recherche repris');
		comparer(seconde.journal);
	});

	it.each(EDITIONS)('donne octet pour octet le site d’une construction nette : $quoi', async ({ tout, faire }) => {
		faire();
		const { reprises, total, journal } = await refaireEtComparer();
		if (tout) expect(journal).toContain(`tout est refait, a changé : ${tout}`);
		else expect(reprises, journal).toBeGreaterThan(total / 4);
		expect(reprises, journal).toBeLessThan(tout ? 1 : total);
	});

	it('refait tout pour une autre adresse', async () => {
		const { reprises, journal } = await refaireEtComparer({ SITE_URL: 'https://ailleurs.test', BASE_PATH: '/sous' });
		expect(reprises).toBe(0);
		expect(journal).toContain('ses réglages');
	});

	it('ne reprend ni un fichier retouché à la main, ni un fichier retiré', async () => {
		await refaireEtComparer();
		const pages = fichiersDe(join(reprise, 'dist/titres')).filter(
			(f) => f.endsWith('/index.html') && f.includes('/c2/'),
		);
		const [retouchee, retiree] = pages.map((f) => join(reprise, 'dist/titres', f)) as [string, string];
		writeFileSync(retouchee, readFileSync(retouchee, 'utf8').replace('</main>', '<p>retouche</p></main>'));
		rmSync(retiree);
		const { reprises, total, journal } = await refaire();
		expect(reprises).toBe(total - 2);
		comparer(journal);
	});

	it('refait tout quand ce qui était gardé est coupé, et ne s’arrête pas', async () => {
		for (const nom of ['reprise', 'recherche']) {
			const dossier = join(reprise, '.cache', nom);
			for (const garde of readdirSync(dossier).map((f) => join(dossier, f)))
				writeFileSync(garde, readFileSync(garde).subarray(0, -10));
		}
		const { reprises, journal } = await refaire();
		expect(reprises).toBe(0);
		expect(journal).toContain('rien n’en était gardé');
		comparer(journal);
	});

	it('refait toute une route dont une page gardée n’est plus celle qui se fait', async () => {
		const cache = new Cache(reprise, 'reprise');
		const [nom] = readdirSync(join(reprise, '.cache/reprise')) as [string];
		const garde = JSON.parse(String(cache.lire(nom)));
		const faux = Buffer.from('une page d’avant');
		for (const fichier of Object.keys(garde.fichiers).filter((f) => /^\/titres\/[a-z]+-\d{4}\/index.html$/.test(f))) {
			writeFileSync(join(reprise, 'dist', fichier), faux);
			garde.fichiers[fichier][1] = hash('sha256', faux, 'base64url');
		}
		cache.garder(nom, Buffer.from(JSON.stringify(garde)));
		const { reprises, total, journal } = await refaire();
		expect(journal).toContain('src/pages/titres/[version]/index.astro : tout est refait');
		expect(reprises).toBeGreaterThan(total / 2);
		comparer(journal);
	});

	it('tuée à tout moment, laisse de quoi refaire le site juste', async () => {
		changer(titre, (texte) => texte.replace(LIBELLE, '$1Souder une pièce'));
		const { enfant, fin } = lancer(reprise, [], {});
		enfant.stdout?.on('data', (texte: Buffer) => {
			if (String(texte).includes('Pages et données')) enfant.kill('SIGKILL');
		});
		expect((await fin).code).toBeNull();
		await refaireEtComparer();
	});

	it('à deux en même temps, donne deux fois le même site', async () => {
		changer(titre, (texte) => texte.replace(LIBELLE, '$1Souder deux pièces'));
		const fins = await Promise.all([lancer(reprise, [], {}).fin, lancer(reprise, [], {}).fin]);
		for (const { code, journal } of fins) expect(code, journal).toBe(0);
		await refaireEtComparer();
	});

	it('refuse une option inconnue, et dit laquelle existe', async () => {
		const { code, journal } = await lancer(reprise, ['--tout'], {}).fin;
		expect(code).toBe(2);
		expect(journal).toContain('--propre');
	});
});
