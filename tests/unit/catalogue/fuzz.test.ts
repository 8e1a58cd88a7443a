import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Catalogue, lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { balisage } from '../../../src/catalogue/guide.ts';
import { CatalogueInvalide } from '../../../src/catalogue/probleme.ts';
import { lireProse } from '../../../src/catalogue/prose.ts';
import { demesures, signesRefuses } from '../../../src/catalogue/signes.ts';
import { lireYaml, separer } from '../../../src/catalogue/yaml.ts';
import { fichiersDe } from '../../fichiers.ts';

/** Runs per property: `FUZZ=20000 vitest run --project unit fuzz` tries more. A failure prints its seed. */
const ESSAIS = Number(process.env.FUZZ ?? 80);
const VALIDE = 'tests/catalogues/base';
const racine = mkdtempSync(join(tmpdir(), 'lignee-'));
afterAll(() => rmSync(racine, { recursive: true, force: true }));

let dossier: string;
beforeEach(() => {
	dossier = mkdtempSync(join(racine, 'c-'));
	cpSync(VALIDE, dossier, { recursive: true });
});

const FICHIERS = fichiersDe(VALIDE);

/** Texts that a person or a tool may write by mistake, or an attacker on purpose. */
const MECHANTS = [
	'<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</script><script>alert(1)//', ']]>', '<!--', '-->',
	'{alert(1)}', '#{7*7}', '{{7*7}}', '`', '```\n', '~~~\n', 'import x from "node:fs"', 'export const x = 1',
	'[x](javascript:alert(1))', '![x](https://exemple.test/x.png)', '[a]: javascript:alert(1)\n', '<https://exemple.test>',
	'=1+1', '@SUM(1)', '+33', '-1', '\t=1', '../../etc/passwd', '..%2f..%2f', '%00', 'ta-2010/../x', '\\', '\'', '"',
	'&lt;b&gt;', '&#x202e;', '&#0;', '&amp;', '\u202e', '\u2066', '\u200b', '\0', '\x1b[31m', '\ufeff', '\u2028', '\ud83d\ude00',
	'é', 'e\u0301', '\u00a0', '\r', '\r\n', '---\n', '...\n', '*ancre', '&ancre', '!!js/function x', '!!binary aGk=', '<<: *a',
	'? [a]\n: b\n', '__proto__: 1\n', 'constructor', 'null', '~', '[]', '{}', '1e999', '0x1F', '.nan', '2020-02-30', '- ',
	'[^1]', '[^1]: note\n', '<!-- blocs -->', '# Titre\n', '> '.repeat(40), '[' .repeat(300), '*'.repeat(300), 'a'.repeat(30000),
]; // biome-ignore format: a list to read

const mechant = fc.oneof(fc.constantFrom(...MECHANTS), fc.string({ unit: 'binary', maxLength: 40 }));

/** Reads the catalogue; if it is refused, checks that each problem names a file. @returns `undefined` if refused */
function lire(): Catalogue | undefined {
	try {
		return lireCatalogue(dossier);
	} catch (erreur) {
		expect(erreur).toBeInstanceOf(CatalogueInvalide);
		const { problemes, message } = erreur as CatalogueInvalide;
		expect(problemes.length).toBeGreaterThan(0);
		for (const p of problemes) {
			expect(p.fichier).not.toBe('');
			expect(p.message).not.toBe('');
		}
		// The message is printed in a terminal: it must not hold control characters.
		expect(message).not.toMatch(/[[\p{Cc}\p{Bidi_Control}]--[\n]]/v);
		expect(message.length).toBeLessThan(20_000);
		return undefined;
	}
}

/** All texts of a catalogue that a page may show. */
const textes = (valeur: unknown): string[] => {
	if (typeof valeur === 'string') return [valeur];
	if (valeur instanceof Map) return [...valeur].flatMap(textes);
	if (Array.isArray(valeur)) return valeur.flatMap(textes);
	return valeur && typeof valeur === 'object' ? Object.values(valeur).flatMap(textes) : [];
};

function verifierTextes(catalogue: Catalogue | undefined): void {
	for (const texte of textes(catalogue)) expect(texte).not.toMatch(/[[\p{Cf}\p{Cc}]--[\t\n\u00ad]]/v);
}

const muter = (muter: (octets: Buffer) => Buffer, fichier: string) =>
	writeFileSync(join(dossier, fichier), muter(readFileSync(join(VALIDE, fichier))));
const restaurer = (fichier: string) => cpSync(join(VALIDE, fichier), join(dossier, fichier));

describe('un catalogue abîmé est lu ou refusé, jamais autre chose', () => {
	it('tronqué à n’importe quel octet', () => {
		let refuses = 0;
		for (const fichier of FICHIERS) {
			const { length } = readFileSync(join(VALIDE, fichier));
			for (let n = 0; n < length; n += 1 + Math.floor(length / 60)) {
				truncateSync(join(dossier, fichier), n);
				const lu = lire();
				if (!lu) refuses++;
				verifierTextes(lu);
				restaurer(fichier);
			}
		}
		expect(refuses).toBeGreaterThan(50);
	});

	it('avec un morceau de n’importe quoi n’importe où', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...FICHIERS),
				fc.double({ min: 0, max: 1, noNaN: true }),
				mechant,
				(fichier, ou, quoi) => {
					muter((octets) => {
						const place = Math.floor(ou * octets.length);
						return Buffer.concat([octets.subarray(0, place), Buffer.from(quoi), octets.subarray(place)]);
					}, fichier);
					verifierTextes(lire());
					restaurer(fichier);
				},
			),
			{ numRuns: ESSAIS },
		);
	});

	it('avec des octets changés, qui ne sont plus du texte', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...FICHIERS),
				fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
					minLength: 1,
					maxLength: 4,
				}),
				(fichier, changements) => {
					muter((octets) => {
						for (const [ou, octet] of changements) octets[Math.floor(ou * (octets.length - 1))] = octet;
						return octets;
					}, fichier);
					verifierTextes(lire());
					restaurer(fichier);
				},
			),
			{ numRuns: ESSAIS },
		);
	});

	it('avec n’importe quelle valeur à la place d’une autre', () => {
		const valeur = fc.oneof(mechant, fc.jsonValue({ maxDepth: 2 }));
		const yamls = FICHIERS.filter((f) => /\.(?:yaml|md|mdx)$/.test(f));
		fc.assert(
			fc.property(fc.constantFrom(...yamls), fc.nat(), valeur, (fichier, rang, remplacant) => {
				const brut = readFileSync(join(VALIDE, fichier), 'utf8');
				const parties = separer(brut);
				const arbre = remplacer(parse(parties?.entete ?? brut), rang, remplacant);
				const entete = stringify(arbre);
				writeFileSync(join(dossier, fichier), parties ? `---\n${entete}---\n${parties.corps}` : entete);
				verifierTextes(lire());
				restaurer(fichier);
			}),
			{ numRuns: ESSAIS },
		);
	});

	it('avec des noms de fichiers de toute sorte : aucun ne devient une adresse qui sort de son dossier', () => {
		const nom = fc
			.oneof(
				fc.constantFrom(
					'..%2f',
					'%2e%2e',
					'a b',
					'é',
					'TA-2016',
					'-',
					'ta-2016.fr',
					'con',
					'index',
					'a'.repeat(200),
					'<x>',
					'a\nb',
					'a\\b',
					'%',
				),
				fc.string({ maxLength: 20 }),
			)
			.filter((n) => !/[/\0]/.test(n) && !/^\.{0,2}$/.test(n));
		const lieux = [
			['titres', '.md', 'ta-2015.md'],
			['lignees', '.yaml', 'atelier.yaml'],
			['guides', '.mdx', 'un-guide.mdx'],
			['correspondances', '.yaml', 'ta-2010--ta-2015.yaml'],
		] as const;
		fc.assert(
			fc.property(fc.constantFrom(...lieux), nom, fc.boolean(), ([sous, extension, modele], radical, avec) => {
				const chemin = join(dossier, sous, radical + (avec ? extension : ''));
				try {
					cpSync(join(VALIDE, sous, modele), chemin);
				} catch {
					return; // The file system refuses this name.
				}
				const lu = lire();
				rmSync(chemin);
				for (const id of lu?.lignees.map((l) => l.id) ?? []) expect(id).toMatch(/^[a-z0-9-]+$/);
				if (!avec && !radical.startsWith('.') && !radical.endsWith(extension)) expect(lu).toBeUndefined();
			}),
			{ numRuns: ESSAIS },
		);
	});
});

/** Replaces one leaf of a tree, by its rank in the order of traversal. */
function remplacer(arbre: unknown, rang: number, valeur: unknown): unknown {
	const chemins: PropertyKey[][] = [];
	const parcourir = (v: unknown, chemin: PropertyKey[]) => {
		chemins.push(chemin);
		if (v && typeof v === 'object') for (const [cle, w] of Object.entries(v)) parcourir(w, [...chemin, cle]);
	};
	parcourir(arbre, []);
	const chemin = chemins[rang % chemins.length] ?? [];
	const poser = (v: unknown, [cle, ...suite]: PropertyKey[]): unknown => {
		if (cle === undefined) return valeur;
		if (Array.isArray(v)) return v.map((w, i) => (String(i) === cle ? poser(w, suite) : w));
		return Object.fromEntries(Object.entries(v as object).map(([k, w]) => [k, k === cle ? poser(w, suite) : w]));
	};
	return poser(arbre, chemin);
}

describe('un catalogue ne publie que ce qu’il contient', () => {
	it('un lien symbolique qui en sort est refusé, où qu’il soit', () => {
		for (const lieu of [
			'titres/ta-2016.md',
			'sources/fiche.txt',
			'guides/autre.mdx',
			'lignees/autre.yaml',
			'correspondances/x.yaml',
		]) {
			symlinkSync('/etc/hostname', join(dossier, lieu));
			expect(() => lireCatalogue(dossier), lieu).toThrow(`${lieu} : ce lien mène hors du catalogue`);
			rmSync(join(dossier, lieu));
			symlinkSync('/nulle/part', join(dossier, lieu));
			expect(() => lireCatalogue(dossier), lieu).toThrow('ne mène à aucun fichier');
			rmSync(join(dossier, lieu));
		}
		mkdirSync(join(dossier, 'titres/anciens'));
		expect(() => lireCatalogue(dossier)).toThrow('titres/anciens : ce n’est pas un fichier');
	});
	it('un document que le navigateur exécuterait est refusé', () => {
		const fiche = join(dossier, 'titres/ta-2010.md');
		const brut = readFileSync(fiche, 'utf8');
		for (const nom of [
			'x.html',
			'x.svg',
			'x.xhtml',
			'x.js',
			'x',
			'.txt',
			'../x.txt',
			'a/b.txt',
			'é.txt',
			'x.txt.',
			'x%2f.txt',
		]) {
			writeFileSync(fiche, brut.replace('ta-2010.txt', nom));
			expect(() => lireCatalogue(dossier), nom).toThrow('nom d’un fichier .txt, .md, .pdf ou .xml attendu');
		}
	});
	it.each([
		'<!DOCTYPE x [<!ENTITY e "x">]><x>&e;</x>',
		'<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><x/>',
		'<x><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></x>',
		'<x xmlns:h="http://www.w3.org/1999/xht&#109;l"><h:script>alert(1)</h:script></x>',
		'\0<\0x\0/\0>',
	])('un XML actif est refusé : %s', (xml) => {
		const fiche = join(dossier, 'titres/ta-2010.md');
		writeFileSync(fiche, readFileSync(fiche, 'utf8').replace('ta-2010.txt', 'ta-2010.xml'));
		const document = join(dossier, 'sources/ta-2010.xml');
		writeFileSync(document, xml);
		expect(() => lireCatalogue(dossier)).toThrow('qu’un navigateur exécuterait');
		writeFileSync(document, '<?xml version="1.0" encoding="UTF-8"?>\n<FICHES><X>&lt;script&gt;</X></FICHES>');
		expect(() => lireCatalogue(dossier)).not.toThrow();
	});
});

describe('le YAML', () => {
	it('de n’importe quel texte se lit ou se refuse, sans jamais lever d’exception', () => {
		fc.assert(
			fc.property(fc.array(mechant, { maxLength: 8 }), (morceaux) => {
				const { problemes, ligne, valeur } = lireYaml(morceaux.join(''), 'f');
				for (const p of problemes) expect(p.ligne ?? 1).toBeGreaterThan(0);
				ligne(['a', 0, 'b']);
				for (const texte of textes(valeur)) if (!problemes.length) expect(texte).not.toMatch(/[\p{Bidi_Control}\0]/v);
			}),
			{ numRuns: ESSAIS * 4 },
		);
	});
	it('qui enfle est refusé tout de suite', () => {
		for (const bombe of ['['.repeat(20_000), '{a: '.repeat(5_000), 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n'])
			expect(lireYaml(bombe, 'f').problemes).not.toEqual([]);
		expect(lireYaml('a: 1\n"a": 2\n', 'f').problemes).not.toEqual([]);
		expect(lireYaml('1: a\n"1": b\n', 'f').problemes).not.toEqual([]);
		const cles = Array.from({ length: 5_000 }, (_, i) => `k${i}: 1`).join('\n');
		expect(lireYaml(cles, 'f').problemes).toEqual([]);
	});
});

/** Elements that prose may produce on a page. */
const ELEMENTS =
	/^(?:p|h[2-6]|ul|ol|li|em|strong|a|code|pre|blockquote|table|thead|tbody|tr|th|td|sup|section|del|hr|br|input)$/;
const ATTRIBUTS =
	/^(?:id|href|title|class|start|align|type|disabled|checked|data-footnote-ref|data-footnote-backref|data-footnotes|aria-describedby|aria-label|aria-labelledby)$/;

function verifierHtml(html: string): void {
	const reste = html.replace(
		/<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g,
		(_, __, element, attributs) => {
			expect(element).toMatch(ELEMENTS);
			for (const [, nom = '', valeur = ''] of attributs.matchAll(/\s+([a-z-]+)(?:="([^"]*)")?/g)) {
				expect(nom).toMatch(ATTRIBUTS);
				if (nom === 'href') expect(valeur).toMatch(/^(?:https?:\/\/|mailto:|#|\/glossaire\/)/i);
			}
			return '';
		},
	);
	expect(reste).not.toContain('<');
}

describe('la prose', () => {
	it('de n’importe quel texte ne laisse passer ni élément, ni attribut, ni adresse qui agisse', () => {
		fc.assert(
			fc.property(
				fc.array(mechant, { maxLength: 10 }),
				fc.constantFrom(' ', '\n', '\n\n', '\n- ', ' | '),
				(morceaux, joint) => {
					const corps = morceaux.join(joint);
					if (demesures(corps, 'f').length) return;
					const { avant, apres, notes } = lireProse(corps, [
						{ forme: 'CCP', developpe: '"><script>', href: '/glossaire/#ccp' },
					]);
					const sections = [...avant, ...apres, ...(notes ? [notes] : [])];
					for (const { html } of sections) verifierHtml(html);
					expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
				},
			),
			{ numRuns: ESSAIS * 4 },
		);
	});
	it('ne perd aucun mot d’un texte qui n’a pas de marques', () => {
		const mot = fc.stringMatching(/^[a-zé’<>{}]{1,12}$/).filter((m) => !/^<[a-z]*>?$/.test(m));
		fc.assert(
			fc.property(
				fc.array(fc.array(mot, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 }),
				(paragraphes) => {
					const corps = paragraphes.map((p) => `x ${p.join(' ')}`).join('\n\n');
					const lus = lireProse(corps, []).avant.flatMap((s) => s.paragraphes);
					expect(lus).toEqual(paragraphes.map((p) => `x ${p.join(' ')}`));
				},
			),
			{ numRuns: ESSAIS * 2 },
		);
	});
});

describe('un guide', () => {
	const enTete = '---\ntitre: x\n---\n';
	const reproches = (texte: string) => balisage({ fichier: 'g.mdx', texte: enTete + texte });
	it('de n’importe quel texte se lit ou se refuse, et accepté ne contient que texte, liens et composants', () => {
		fc.assert(
			fc.property(fc.array(mechant, { maxLength: 6 }), fc.constantFrom(' ', '\n', '\n\n'), (morceaux, joint) => {
				const texte = morceaux.join(joint);
				for (const { message } of reproches(texte)) expect(message).not.toBe('');
			}),
			{ numRuns: ESSAIS * 4 },
		);
	});
	it.each([
		['import x from "node:fs"', 'est du code'],
		['export const x = 1', 'est du code'],
		['Deux {1 + 1}.', 'accolade'],
		['{/* rien */}', 'accolade'],
		['Un <deux', 'mal formée'],
		['<script>alert(1)</script>', '<script> ne s’emploie pas'],
		['<img src="x" onerror="alert(1)" />', '<img> ne s’emploie pas'],
		['<>x</>', '<> ne s’emploie pas'],
		['<sup onclick="alert(1)">x</sup>', '« onclick » inconnu'],
		['<sup {...x}>x</sup>', '« {…} » inconnu'],
		['<Nature />', '« valeur » attendu'],
		['<Nature valeur="x" />', 'valeur inconnue'],
		['<Nature valeur={1} />', 'un texte entre guillemets'],
		['<constructor />', '<constructor> ne s’emploie pas'],
		['<Nature.x valeur="identique" />', 'ne s’emploie pas'],
		['[x](javascript:alert(1))', 'n’est pas une adresse'],
		['[x](//exemple.test)', 'n’est pas une adresse'],
		['[x](data:text/html,x)', 'n’est pas une adresse'],
		['[x](java&#115;cript:alert(1))', 'n’est pas une adresse'],
		['[x][y]\n\n[y]: javascript:alert(1)', 'n’est pas une adresse'],
		['![x](https://exemple.test/x.png)', 'une image'],
		['`a\n` <script>alert(1)</script> `', '<script> ne s’emploie pas'],
		['| ` | <script></script> | ` |\n| - | - | - |', '<script> ne s’emploie pas'],
	])('refuse %s', (texte, message) => {
		const trouves = reproches(texte);
		expect(trouves.map((p) => p.message).join('\n')).toContain(message);
		expect(trouves[0]?.ligne).toBeGreaterThanOrEqual(4);
	});
	it.each([
		'Un texte, `du {code}` et `<script>`.',
		'```\nimport x from "y"; {x} <b>\n```',
		'Le 1<sup>er</sup> août, \\{ et \\<.',
		'<Nature valeur="identique" /> <Statut valeur="relue" /> [x](/titres/) [y](https://a.fr) [z](#a)',
		'Une note[^1].\n\n[^1]: La note.',
	])('accepte %s', (texte) => {
		expect(reproches(texte)).toEqual([]);
	});
});

describe('les signes que personne ne voit', () => {
	it('sont refusés, écrits tels quels ou en entités, avec leur ligne', () => {
		for (const signe of [
			'\u202e',
			'\u2066',
			'\u200b',
			'\0',
			'\x1b',
			'\ufffd',
			'\u{e0041}',
			'&#x202E;',
			'&#8238;',
			'&#0;',
			'&rlm;',
		])
			expect(signesRefuses(`un\ndeux ${signe} mots`, 'f'), JSON.stringify(signe)).toMatchObject([{ ligne: 2 }]);
	});
	it('ne comptent pas ceux de la typographie', () => {
		expect(
			signesRefuses('a\u00a0b\u202fc\td\r\ne\u00ad « é » e\u0301 🙂 &amp; &#233; &#x1F642; &#99999999;', 'f'),
		).toEqual([]);
	});
});
