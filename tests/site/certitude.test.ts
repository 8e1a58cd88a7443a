import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { enLettres } from '../../src/domaine/date.ts';
import { estDouteux } from '../../src/domaine/fait.ts';
import { replier } from '../../src/domaine/texte/normaliser.ts';
import { fichiersDe } from '../fichiers.ts';
import { lirePages, texteDe } from './pages.ts';

const { versions } = lireCatalogue('content');

/** Codes and dates that only secondary sources give, in all versions that have them. */
function secondaires(): string[] {
	const faits = versions.flatMap(({ codes, debut, fin, sources }) =>
		[...codes.filter(({ type }) => type !== 'millesime'), ...[debut, fin].filter((f) => f !== undefined)].map((f) => ({
			valeur: f.valeur,
			douteux: estDouteux(f.source, sources),
		})),
	);
	const surs = new Set(faits.filter(({ douteux }) => !douteux).map(({ valeur }) => valeur));
	return [...new Set(faits.map(({ valeur }) => valeur))].filter((valeur) => !surs.has(valeur));
}

const ecrits = (valeur: string): string[] => (/^\d{4}-/.test(valeur) ? [valeur, enLettres(valeur)] : [valeur]);

/** Files that show no fact to a reader: code, styles, pictures, fonts, the words of the search index. */
const SANS_FAIT = /\.(js|css|svg|png|woff2|pagefind|pf_\w+)$/;

const fichiers = fichiersDe('dist')
	.filter((f) => !SANS_FAIT.test(f))
	.map((f) => join('dist', f))
	// A list of the words of all records, which states no fact.
	.filter((chemin) => !chemin.endsWith('vocabulaire.json'));

/** Text of a file; for HTML, without tags but with `title` attributes. */
const lireMots = (fichier: string): string => {
	const lu = readFileSync(fichier, 'utf8');
	// The words by which a record is found are not shown: a result shows its other fields.
	const brut = fichier.includes('/pagefind/notices/')
		? JSON.stringify(JSON.parse(lu).map((notice: object) => ({ ...notice, contenu: '' })))
		: lu;
	const texte = fichier.endsWith('.html')
		? brut
				.replace(/<(style|script type="module")[\s\S]*?<\/(style|script)>/g, ' ')
				.replace(/<(?!meta|a [^>]*aria-label)[^>]+>/g, ' ')
		: brut;
	return texte.replace(/1<sup>er<\/sup>|1\s+er\b/g, '1er').replace(/\s+/g, ' ');
};

/** Words and keys that mark a value as uncertain. */
const RESERVE = /vérifier|secondaire|aVerifier|AVerifier/u;
/** Number of characters around a value within which its mark must be: the same line, cell or object. */
const AUTOUR = 420;

describe('chaque valeur d’une source secondaire', () => {
	it('est connue du test : celles que l’on sait en sont', () => {
		expect(secondaires()).toEqual(expect.arrayContaining(['TP-00485', 'RNCP42463', '2013-02-19']));
	});
	it('n’est imprimée nulle part sans sa réserve', () => {
		const nues: string[] = [];
		for (const fichier of fichiers) {
			const mots = lireMots(fichier);
			// The JSON of a version and of the catalogue list their uncertain fields elsewhere in the object.
			const nomme = /\.json$/.test(fichier) && /"aVerifier": ?\[\s*"|"nature": ?"secondaire"/.test(mots);
			if (nomme || (fichier.endsWith('.csv') && /a_verifier/.test(mots))) continue;
			for (const valeur of secondaires().flatMap(ecrits))
				for (let i = mots.indexOf(valeur); i >= 0; i = mots.indexOf(valeur, i + 1))
					if (!RESERVE.test(mots.slice(Math.max(0, i - AUTOUR), i + AUTOUR)))
						nues.push(`${fichier} : …${mots.slice(Math.max(0, i - 60), i + 80)}…`);
		}
		expect(nues).toEqual([]);
	});
	it('le catalogue publié nomme chacun des champs à vérifier', () => {
		const publie = JSON.parse(readFileSync('dist/donnees/catalogue.json', 'utf8'));
		const champs = Object.fromEntries(
			publie.versions.map((v: { id: string; aVerifier: string[] }) => [v.id, v.aVerifier]),
		);
		expect(publie.etatAu).toBe('2026-11-21');
		expect(champs['tsgeri-2013']).toEqual(['debut', 'nsf', 'rome', 'codes.TP-00495']);
		expect(champs['tssr-2026']).toEqual([
			...['statut', 'debut', 'fin', 'codes', 'blocs', 'transversales', 'epreuves', 'remarques'],
		]);
		expect(champs['tssr-2023']).toContainEqual(expect.stringMatching(/^remarques\.Une transcription écrit/u));
		expect(champs['tsgri-2003']).toEqual([]);
	});
	it('un libellé d’une source secondaire a sa réserve à côté de lui, sur les pages des autres versions aussi', () => {
		const douteuses = new Set(
			versions.flatMap(({ blocs }) =>
				blocs
					.filter(({ certitude }) => certitude === 'secondaire')
					.flatMap(({ competences }) => competences.map(({ id }) => id)),
			),
		);
		const nus: string[] = [];
		let vus = 0;
		for (const fichier of fichiers.filter((f) => f.endsWith('.html'))) {
			const html = readFileSync(fichier, 'utf8');
			for (const { 0: lien, 1: id = '', index } of html.matchAll(
				/<a\b(?=[^>]*class="libelle")[^>]*href="\/titres\/([^"]+)\/"[^>]*>.*?<\/a>/gs,
			)) {
				// The page of the version itself, and those of its competences, say it once at their head.
				if (!douteuses.has(id) || fichier.startsWith(`dist/titres/${id.split('/')[0]}/`)) continue;
				vus++;
				// Beside it, or once under the heading of its section or of its rows.
				const titre = Math.max(...['<h2', '<h3', 'rang-bloc'].map((debut) => html.lastIndexOf(debut, index)));
				const autour = html.slice(Math.max(0, titre), index + lien.length + 160);
				if (!RESERVE.test(autour.replace(/<[^>]+>/g, ' '))) nus.push(`${fichier} : ${lien}`);
			}
		}
		expect(vus).toBeGreaterThan(200);
		expect(nus).toEqual([]);
	});
	it('une page qui imprime un libellé d’une source secondaire le dit', () => {
		const officiels = new Set(
			versions.flatMap(({ blocs }) =>
				blocs
					.filter(({ certitude }) => certitude !== 'secondaire')
					.flatMap(({ competences }) => competences.map(({ libelle }) => replier(libelle))),
			),
		);
		const libelles = versions
			.filter(({ blocs }) => blocs.length > 0 && blocs.every(({ certitude }) => certitude === 'secondaire'))
			.flatMap(({ blocs }) => blocs.flatMap(({ competences }) => competences.map(({ libelle }) => libelle)))
			.filter((libelle) => libelle.length > 25 && !officiels.has(replier(libelle)));
		const muettes = fichiers.filter((fichier) => {
			const mots = lireMots(fichier);
			return libelles.some((libelle) => mots.includes(libelle)) && !RESERVE.test(mots);
		});
		expect(muettes).toEqual([]);
	});
});

describe('une adresse hors du site', () => {
	it('a la forme que l’on connaît à son site', () => {
		const adresses = new Set<string>();
		for (const fichier of fichiers.filter((f) => f.endsWith('.html')))
			for (const [, url = ''] of readFileSync(fichier, 'utf8').matchAll(/href="(https?:\/\/[^"]+)"/g))
				adresses.add(url.replaceAll('&amp;', '&'));
		for (const url of adresses) {
			if (url.includes('francecompetences.fr/recherche/rncp'))
				expect(url).toMatch(/^https:\/\/www\.francecompetences\.fr\/recherche\/rncp\/\d+\/$/);
			if (url.startsWith('https://www.legifrance'))
				expect(url).toMatch(
					/^https:\/\/www\.legifrance\.gouv\.fr\/(?:search\/all\?searchField=ALL&query=[A-Z]{4}\d{7}[A-Z])?$/,
				);
			expect(url).not.toMatch(/LEGITEXT|JORFTEXT/);
		}
	});
	it('chaque version mène là où sa source se lit', () => {
		for (const { id } of versions)
			expect(readFileSync(`dist/titres/${id}/index.html`, 'utf8'), id).toMatch(
				/href="https:\/\/www\.(?:francecompetences|legifrance)/,
			);
	});
});

describe('une lecture', () => {
	it('dit qui a lu et quand, sur chaque page qui montre ce qui est relu', () => {
		const pages = lirePages().filter(
			({ chemin, html }) => /^\/(?:comparer|titres)\//u.test(chemin) && html.includes('statut-relue'),
		);
		expect(pages.length).toBeGreaterThan(100);
		for (const { chemin, html } of pages)
			expect(texteDe(html), chemin).toMatch(/[Rr]elues?[ (:\s]+rédaction de Lignée, \d{1,2}(?:er)? \S+ \d{4}/u);
	});
});
