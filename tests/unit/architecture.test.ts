import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** One import of a file: its target, and whether it only imports types. */
interface Import {
	fichier: string;
	cible: string;
	types: boolean;
}

const lister = (motif: string) => globSync(motif).map((f) => f.replaceAll('\\', '/'));
const importsDe = (fichier: string): Import[] => {
	const texte = readFileSync(fichier, 'utf8');
	const statiques = [...texte.matchAll(/^[ \t]*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)];
	const dynamiques = [...texte.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([tout, cible]) => [
		tout,
		'',
		cible,
	]);
	return [...statiques, ...dynamiques].map(([, type, cible = '']) => ({
		fichier,
		cible: cible.startsWith('.') ? relative('.', resolve(dirname(fichier), cible.replace(/\?.*$/, ''))) : cible,
		types: Boolean(type),
	}));
};
const FICHIERS = lister('src/**/*.{ts,tsx,astro}');
const IMPORTS = FICHIERS.flatMap(importsDe);
const dans = (dossier: string) => IMPORTS.filter(({ fichier }) => fichier.startsWith(`src/${dossier}/`));
const dire = (imports: readonly Import[]) => imports.map(({ fichier, cible }) => `${fichier} importe ${cible}`);
/** Imports whose target does not match `permis`. */
const horsDe = (imports: readonly Import[], permis: RegExp) => dire(imports.filter(({ cible }) => !permis.test(cible)));

/** Package of an import; `undefined` for a file of the project, a module of Node or a virtual module of Astro. */
const paquetDe = ({ cible }: Import): string | undefined =>
	/^(?![./]|(?:src|tests|scripts)\/|[a-z]+:)(?:@[^/]+\/)?[^/]+/.exec(cible)?.[0];

describe('les paquets', () => {
	const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
		'dependencies' | 'devDependencies',
		Record<string, string>
	>;
	const declares = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
	const noms = (imports: readonly Import[]) => new Set(imports.flatMap((i) => paquetDe(i) ?? []));

	it('qui font le site sont déclarés comme tels, et non venus avec un autre', () => {
		const employes = noms(IMPORTS.filter(({ types }) => !types));
		expect(employes.size).toBeGreaterThan(15);
		expect([...employes].filter((nom) => !(nom in dependencies))).toEqual([]);
	});

	it('sont tous déclarés, ceux des types, des scripts et des essais aussi', () => {
		const employes = noms([...IMPORTS, ...lister('{scripts,tests}/**/*.ts').flatMap(importsDe)]);
		expect([...employes].filter((nom) => !declares.has(nom) && !declares.has(`@types/${nom}`))).toEqual([]);
	});

	it('ont chacun leur raison dans le README', () => {
		const readme = readFileSync('README.md', 'utf8');
		expect([...declares].filter((nom) => !nom.startsWith('@types/') && !readme.includes(`\`${nom}\``))).toEqual([]);
	});
});

describe('la maison', () => {
	it('a de quoi être vérifiée', () => {
		expect(FICHIERS.length).toBeGreaterThan(100);
		expect(dans('domaine').length).toBeGreaterThan(100);
		expect(IMPORTS.some(({ cible }) => cible === 'astro:content')).toBe(true);
	});

	it('schemas/ n’importe que zod et lui-même', () => {
		expect(horsDe(dans('schemas'), /^(?:zod$|src\/schemas\/)/)).toEqual([]);
	});

	it('domaine/ n’importe ni Astro, ni Node, ni rien du projet que lui-même et les schémas', () => {
		const paquets = '@noble/hashes|@orama/stemmers|d3-sankey|diff|feed|ical-generator|schema-dts|uuid';
		expect(horsDe(dans('domaine'), new RegExp(`^(?:src/(?:domaine|schemas)/|(?:${paquets})(?:/|$))`))).toEqual([]);
	});

	it('ce qui s’exécute dans le navigateur n’emporte ni zod, ni lecture de fichiers', () => {
		const runtime = Map.groupBy(
			IMPORTS.filter(({ types }) => !types),
			({ fichier }) => fichier,
		);
		const vus = new Set(lister('src/outils/**/*.{ts,tsx}'));
		for (const fichier of vus) for (const { cible } of runtime.get(fichier) ?? []) vus.add(cible);
		expect(vus.size).toBeGreaterThan(50);
		expect([...vus].filter((cible) => /^(?:zod$|node:|src\/(?:schemas|catalogue)\/)/.test(cible))).toEqual([]);
	});

	it('importation/ est une aile à part : elle lit domaine/ et les schémas, et rien du site ne l’importe', () => {
		const paquets = 'hast|hast-util-from-html|remark-gfm|remark-parse|saxes|unified|yaml|zod|fflate';
		expect(
			horsDe(dans('importation'), new RegExp(`^(?:src/(?:importation|domaine|schemas)/|(?:${paquets})(?:/|$))`)),
		).toEqual([]);
		const venus = IMPORTS.filter(({ fichier }) => !fichier.startsWith('src/importation/'));
		expect(dire(venus.filter(({ cible }) => cible.startsWith('src/importation/')))).toEqual([]);
	});

	it('domaine/ et importation/ n’emploient aucun nom de Node ni du DOM', () => {
		// These three names must be unknown: it proves that no package has added the types of Node or of browsers.
		const temoin = 'export const x = process.argv.length + document.title.length + Buffer.length;';
		expect(nomsInconnus(globSync('src/{domaine,importation}/**/*.ts'), temoin)).toEqual([
			expect.stringContaining("'process'"),
			expect.stringContaining("'document'"),
			expect.stringContaining("'Buffer'"),
		]);
	});

	it('seul catalogue/collections.ts importe astro:content, que content.config.ts branche', () => {
		const importe = IMPORTS.filter(({ cible }) => cible === 'astro:content').map(({ fichier }) => fichier);
		expect(importe.sort()).toEqual(['src/catalogue/collections.ts', 'src/content.config.ts']);
	});

	it('catalogue/ se lit sans Astro, pour les scripts et les essais : ses collections et son chargeur à part', () => {
		const astro = dans('catalogue').filter(({ cible }) => /^astro(?:[:/]|$)/.test(cible));
		const lieux = new Set(astro.map(({ fichier }) => fichier));
		expect([...lieux].sort()).toEqual(['src/catalogue/collections.ts', 'src/catalogue/loader.ts']);
		const branches = dans('catalogue').filter(({ cible }) => lieux.has(cible));
		expect(dire(branches)).toEqual([]);
	});

	it('seuls catalogue/ et les intégrations touchent au disque, et seul catalogue/ sait où est le catalogue', () => {
		const disque = IMPORTS.filter(({ cible }) => /^(?:node:)?fs(?:\/|$)/.test(cible));
		expect(dire(disque.filter(({ fichier }) => !/^src\/(?:catalogue|integrations)\//.test(fichier)))).toEqual([]);
		const sachants = FICHIERS.filter((f) => /dossierCatalogue|process\.env\.CATALOGUE/.test(readFileSync(f, 'utf8')));
		expect(sachants.filter((f) => !/^src\/(?:catalogue\/|content\.config\.ts$)/.test(f))).toEqual([]);
	});

	it('vues/ n’importe que Preact, domaine/ et les types des schémas, et ne connaît pas le catalogue', () => {
		const permis = /^(?:preact(?:\/hooks)?$|src\/(?:domaine|vues)\/|src\/adresse\.ts$)/;
		const imports = dans('vues').filter(({ types, cible }) => !(types && cible.startsWith('src/schemas/')));
		expect(imports.length).toBeGreaterThan(50);
		expect(horsDe(imports, permis)).toEqual([]);
	});

	it('outils/ n’importe que Preact, vues/, domaine/ et lui-même', () => {
		const permis = /^(?:preact$|papaparse$|src\/(?:domaine|vues|outils)\/|src\/adresse\.ts$)/;
		const imports = dans('outils').filter(({ types, cible }) => !(types && cible.startsWith('src/schemas/')));
		expect(imports.length).toBeGreaterThan(50);
		expect(horsDe(imports, permis)).toEqual([]);
	});

	it('components/ et layouts/ dessinent ce que les pages leur donnent : ils ne lisent pas le catalogue', () => {
		const lus = [...dans('components'), ...dans('layouts')].filter(({ cible }) => cible.startsWith('src/catalogue/'));
		expect(dire(lus.filter(({ types }) => !types))).toEqual([]);
	});

	it('rien n’est une île : aucune page ne charge de composant dans le navigateur', () => {
		expect(FICHIERS.filter((f) => /\sclient:[a-z]/.test(readFileSync(f, 'utf8')))).toEqual([]);
	});

	it('les données vont dans un seul sens : rien n’importe ce qui vient après lui', () => {
		const ordre = ['schemas', 'domaine', 'catalogue', 'vues', 'components', 'layouts', 'pages'];
		const rang = (chemin: string) => ordre.indexOf(chemin.split('/')[1] ?? '');
		const rebours = IMPORTS.filter(({ cible, fichier, types }) => {
			if (types || !cible.startsWith('src/') || rang(fichier) < 0) return false;
			return rang(cible) > rang(fichier);
		});
		expect(dire(rebours)).toEqual([]);
	});
});

/** Declarations of globals that Node and browsers share, since TypeScript only has them in the types of one of both. */
const COMMUNS = `
	declare class TextDecoder { constructor(nom?: string, o?: object); decode(octets: Uint8Array): string; }
	declare class TextEncoder { encode(texte: string): Uint8Array; }
	declare class URL { constructor(url: string, base?: string | URL); href: string; pathname: string; origin: string; host: string; hash: string; search: string; protocol: string; hostname: string; searchParams: URLSearchParams; static canParse(url: string): boolean; }
	declare class URLSearchParams { constructor(init?: any); get(n: string): string | null; getAll(n: string): string[]; has(n: string): boolean; set(n: string, v: string): void; append(n: string, v: string): void; delete(n: string): void; keys(): IterableIterator<string>; entries(): IterableIterator<[string, string]>; [Symbol.iterator](): IterableIterator<[string, string]>; size: number; toString(): string; }
`;

/**
 * Compiles files with the types of ECMAScript only. @returns the global names that are unknown
 * @param extrait additional code to check
 */
function nomsInconnus(fichiers: readonly string[], extrait: string): string[] {
	const virtuels: Record<string, string> = {
		[resolve('src/domaine/communs.d.ts')]: COMMUNS,
		[resolve('src/domaine/extrait.ts')]: extrait,
	};
	const options: ts.CompilerOptions = {
		lib: ['lib.esnext.d.ts'],
		types: [],
		noEmit: true,
		strict: true,
		skipLibCheck: true,
		allowImportingTsExtensions: true,
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		target: ts.ScriptTarget.ESNext,
	};
	const hote = ts.createCompilerHost(options);
	const { fileExists, getSourceFile } = hote;
	hote.fileExists = (f) => resolve(f) in virtuels || fileExists(f);
	hote.getSourceFile = (f, langue) => {
		const texte = virtuels[resolve(f)];
		return texte === undefined ? getSourceFile(f, langue) : ts.createSourceFile(f, texte, langue);
	};
	const programme = ts.createProgram([...fichiers.map((f) => resolve(f)), ...Object.keys(virtuels)], options, hote);
	return programme
		.getSourceFiles()
		.filter(({ fileName }) => fileName.includes('/src/domaine/'))
		.flatMap((source) => programme.getSemanticDiagnostics(source))
		.filter(({ code }) => INCONNUS.has(code))
		.map(
			({ file, messageText }) =>
				`${relative('.', file?.fileName ?? '')} : ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
		);
}

/** Codes of TypeScript's errors on unknown names: « Cannot find name », with or without a suggestion. */
const INCONNUS = new Set([2304, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 7017]);
