import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { type Entetes, entetesPour, lireRegles } from '../../scripts/entetes.ts';
import { fichiersDe } from '../fichiers.ts';

const adresse = inject('adresse');
const PUBLIE = inject('dist');

interface Reponse {
	statut: number;
	entetes: IncomingMessage['headers'];
	octets: Buffer;
}

/** Sends a request with its path as given; `fetch` would normalise it. */
const demander = (path: string, headers: Entetes = {}): Promise<Reponse> =>
	new Promise((repondre, echouer) => {
		const { port } = new URL(adresse);
		get({ host: '127.0.0.1', port, path, headers, agent: false }, async (reponse) => {
			const octets = Buffer.concat(await reponse.toArray());
			repondre({ statut: reponse.statusCode ?? 0, entetes: reponse.headers, octets });
		}).on('error', echouer);
	});

const fichiers = fichiersDe(PUBLIE)
	.filter((f) => !/\.gz$|(?:^|\/)(?:_headers|\.lignee)$/.test(f))
	.map((f) => `/${f}`);
const url = (fichier: string) => encodeURI(fichier.replace(/(^|\/)index\.html$/, '$1'));
const regles = lireRegles();

describe('les en-têtes', () => {
	it('d’nginx sont ceux de public/_headers, pour chaque fichier du site', async () => {
		const noms = new Set([...regles.map((r) => r.nom), 'strict-transport-security']);
		for (const fichier of fichiers) {
			const { statut, entetes } = await demander(url(fichier));
			expect(statut, fichier).toBe(200);
			const attendus = { 'cache-control': 'no-cache', ...entetesPour(url(fichier), regles) };
			for (const nom of noms) {
				const recu = (entetes[nom] as string | undefined)?.replaceAll('; ', ', ');
				expect(recu, `${fichier}, ${nom}`).toBe(attendus[nom as keyof typeof attendus]?.replaceAll('; ', ', '));
			}
		}
	});
	it('gardent longtemps ce dont le nom change avec le contenu, et rien d’autre', async () => {
		const longs = fichiers.filter((f) => /^\/(?:_astro|pagefind\/(?:notices|index|filter))\//.test(f));
		expect(longs.length).toBeGreaterThan(10);
		for (const fichier of fichiers) {
			const { entetes } = await demander(url(fichier));
			expect(/immutable/.test(entetes['cache-control'] ?? ''), fichier).toBe(longs.includes(fichier));
			if (longs.includes(fichier)) expect(fichier).toMatch(/[/._-][\w-]{7,}\.[a-z_0-9]+$/);
		}
	});
	it('disent le type et l’encodage de chaque fichier', async () => {
		const types: Record<string, string> = {
			'.html': 'text/html; charset=utf-8',
			'.css': 'text/css; charset=utf-8',
			'.js': 'application/javascript; charset=utf-8',
			'.json': 'application/json; charset=utf-8',
			'.jsonld': 'application/ld+json; charset=utf-8',
			'.csv': 'text/csv; charset=utf-8',
			'.ics': 'text/calendar; charset=utf-8',
			'.md': 'text/markdown; charset=utf-8',
			'.txt': 'text/plain; charset=utf-8',
			'.ttl': 'text/turtle; charset=utf-8',
			'.xml': 'text/xml; charset=utf-8',
			'.svg': 'image/svg+xml; charset=utf-8',
			'.png': 'image/png',
			'.pdf': 'application/pdf',
			'.woff2': 'font/woff2',
		};
		for (const fichier of fichiers) {
			const type = types[extname(fichier)];
			const { entetes } = await demander(url(fichier));
			if (!fichier.startsWith('/pagefind/')) expect(type, `${fichier} : type à dire`).toBeDefined();
			if (type) expect(entetes['content-type'], fichier).toBe(type);
		}
	});
	it('ne portent ni cookie, ni version du serveur', async () => {
		for (const chemin of ['/', '/absente', '/recherche/']) {
			const { entetes } = await demander(chemin);
			expect(entetes['set-cookie'], chemin).toBeUndefined();
			expect(entetes.server, chemin).toBe('nginx');
		}
	});
	it('laissent revalider une page sans la renvoyer', async () => {
		const { entetes } = await demander('/');
		const seconde = await demander('/', { 'If-None-Match': entetes.etag as string });
		expect(seconde.statut).toBe(304);
		expect(seconde.octets).toHaveLength(0);
	});
});

describe('les fichiers compressés', () => {
	it('sont servis tels quels à qui les lit, et le texte est le même', async () => {
		const textes = fichiers.filter((f) => /\.(?:html|css|js|json|csv|md|txt|xml|svg)$/.test(f));
		let compresses = 0;
		for (const fichier of textes) {
			const brut = readFileSync(PUBLIE + fichier);
			if (brut.length < 1024) continue;
			const { entetes, octets } = await demander(url(fichier), { 'Accept-Encoding': 'gzip' });
			expect(entetes['content-encoding'], fichier).toBe('gzip');
			expect(entetes.vary, fichier).toContain('Accept-Encoding');
			expect(octets.equals(readFileSync(`${PUBLIE}${fichier}.gz`)), fichier).toBe(true);
			expect(gunzipSync(octets).equals(brut), fichier).toBe(true);
			compresses++;
		}
		expect(compresses).toBeGreaterThan(100);
	});
	it('ne sont pas imposés à qui ne les lit pas', async () => {
		const { entetes, octets } = await demander('/', {});
		expect(entetes['content-encoding']).toBeUndefined();
		expect(octets.equals(readFileSync(`${PUBLIE}/index.html`))).toBe(true);
	});
});

/** Sends raw bytes that no HTTP client would send. @returns the whole response */
const ecrire = (demande: string): Promise<string> =>
	new Promise((repondre, echouer) => {
		const prise = connect(Number(new URL(adresse).port), '127.0.0.1', () => prise.write(demande));
		let recu = '';
		prise.on('data', (octets) => {
			recu += octets;
		});
		prise.on('close', () => repondre(recu));
		prise.on('error', echouer);
	});

describe('les refus', () => {
	it.each([
		['400', 'une demande illisible', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 'Demande illisible'],
		['400', 'une adresse illisible', 'GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 'Demande illisible'],
		[
			'400',
			'un en-tête démesuré',
			`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\nConnection: close\r\n\r\n`,
			'Demande illisible',
		],
		[
			'405',
			'un envoi',
			'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
			'Méthode non permise',
		],
		[
			'414',
			'une adresse démesurée',
			`GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
			'Adresse trop longue',
		],
		['403', 'un dossier sans page', 'GET /_astro/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 'Accès refusé'],
	])('%s, pour %s, ont une page à nous, en français, avec ses en-têtes', async (statut, _, demande, titre) => {
		const reponse = await ecrire(demande);
		expect(reponse).toMatch(new RegExp(`^HTTP/1\\.1 ${statut} `));
		expect(reponse).toContain(`<h1>${titre}</h1>`);
		expect(reponse).toMatch(/^content-type: text\/html; charset=utf-8\r$/im);
		expect(reponse).toMatch(/^x-content-type-options: nosniff\r$/im);
	});
	it('couvrent ce qui n’est là que pour l’hébergeur', async () => {
		for (const chemin of ['/_headers', '/.lignee', '/index.html.gz', '/donnees/catalogue.json.gz', '/.git/config'])
			expect((await demander(chemin)).statut, chemin).toBe(404);
	});
});

describe('npm run verifier', () => {
	const verifier = () => promisify(execFile)(process.execPath, ['scripts/verifier.ts', adresse]);
	it('ne trouve aucun écart sur le site publié tel quel', async () => {
		expect((await verifier()).stdout).toMatch(/fichiers de l’inventaire comparés\.\nAucun écart\.\n$/);
	});
	it('nomme un fichier changé et un fichier perdu', async () => {
		const [change, perdu] = [`${PUBLIE}/donnees/catalogue.json`, `${PUBLIE}/donnees/empreintes.json`];
		const comprimes = [`${change}.gz`, `${perdu}.gz`].filter((f) => existsSync(f));
		const avant = [change, perdu, ...comprimes].map((f) => [f, readFileSync(f)] as const);
		try {
			writeFileSync(change, '{}');
			for (const f of [perdu, ...comprimes]) rmSync(f);
			const { code, stderr, stdout } = await verifier().catch((erreur) => erreur);
			expect(code).toBe(1);
			expect(stderr).toContain('/donnees/catalogue.json : empreinte ');
			expect(stderr).toContain('/donnees/empreintes.json : réponse 404, 200 attendu');
			expect(stdout).toContain('2 écarts.');
		} finally {
			for (const [f, octets] of avant) writeFileSync(f, octets);
		}
	});
});

describe('les adresses', () => {
	it('sans barre finale mènent à la page, demande comprise', async () => {
		for (const [chemin, cible] of [
			['/titres', '/titres/'],
			['/titres/tssr-2018/ccp-1', '/titres/tssr-2018/ccp-1/'],
			['/comparer?titres=tsgri-2003,tssr-2018', '/comparer/?titres=tsgri-2003,tssr-2018'],
			['/index.html', '/'],
			['/titres/index.html?x=1', '/titres/?x=1'],
		] as const) {
			const { statut, entetes } = await demander(chemin);
			expect([statut, entetes.location], chemin).toEqual([301, cible]);
		}
	});
	it('inconnues donnent la page 404, entière et avec ses en-têtes', async () => {
		const page = readFileSync(`${PUBLIE}/404.html`);
		for (const chemin of [
			'/absente',
			'/absente/',
			'/titres/tssr-2099/',
			'/titres/tssr-2018/ccp-1/c99/',
			'/titres/tssr-2018.html',
			'/index.html/',
			'/_astro/absent.js',
			'/%F0%9F%98%80/',
			`/${'a'.repeat(4000)}`,
			'/titres/<script>alert(1)</script>/',
		].map(encodeURI)) {
			const { statut, entetes, octets } = await demander(chemin);
			expect(statut, chemin).toBe(404);
			expect(octets.equals(page), chemin).toBe(true);
			expect(entetes['content-type']).toBe('text/html; charset=utf-8');
			expect(entetes['content-security-policy']).toContain("frame-ancestors 'none'");
			expect(entetes['x-content-type-options']).toBe('nosniff');
			// A 404 must not be cached for a year.
			if (!chemin.startsWith('/_astro/')) expect(entetes['cache-control'], chemin).toBe('no-cache');
		}
	});
	it('forgées ne sortent ni du dossier, ni du site', async () => {
		for (const chemin of [
			'/../../etc/passwd',
			'/%2e%2e/%2e%2e/etc/passwd',
			'/..%2f..%2fetc/passwd',
			'/sources/..%5c..%5cetc',
			'/_astro/../../../etc/passwd',
			'//exemple.test/',
			'//exemple.test/index.html',
			'//exemple.test/titres',
			'/\\exemple.test/index.html',
			'/titres//exemple.test/index.html',
			'/titres%0d%0aSet-Cookie:x=1',
			'/titres/%00',
			'/.git/config',
			'/titres/%E0%A4%A',
		]) {
			const { statut, entetes, octets } = await demander(chemin);
			expect([301, 400, 404], `${chemin} : ${statut}`).toContain(statut);
			expect(octets.toString(), chemin).not.toMatch(/root:|\[core\]/);
			expect(entetes['set-cookie'], chemin).toBeUndefined();
			if (entetes.location) expect(entetes.location, chemin).toMatch(/^\/(?![/\\])/);
		}
	});
});
