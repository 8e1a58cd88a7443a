import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { donnees } from '../../src/domaine/adresse.ts';
import { empreinteDe } from '../../src/domaine/empreinte.ts';
import type { CataloguePublie } from '../../src/schemas/donnees/catalogue.ts';
import type { Comparaison } from '../../src/schemas/donnees/comparaison.ts';
import type { EmpreintesPubliees, FichierPublie, InventairePublie } from '../../src/schemas/donnees/inventaire.ts';
import type { TitrePublie } from '../../src/schemas/donnees/titre.ts';
import { contenuDe } from '../contenu.ts';
import { fichiersDe } from '../fichiers.ts';
import { attribut, lireArbre, tous } from './arbre.ts';
import { lirePages, texteDe } from './pages.ts';

const DIST = process.env.DIST ?? 'dist';
/**
 * Path of a local copy of the official schema, if there is one:
 * https://purl.imsglobal.org/spec/case/v1p1/schema/json/case_v1p1_cfpackage-jsonschema1.json
 */
const CASE_OFFICIEL = process.env.CASE_SCHEMA ?? '';

const brut = (chemin: string): string => readFileSync(join(DIST, chemin), 'utf8');
const lire = <T>(chemin: string): T => JSON.parse(brut(chemin)) as T;
const lister = (dossier: string): string[] => fichiersDe(join(DIST, dossier)).map((f) => join(dossier, f));

const { versions } = lire<CataloguePublie>('/donnees/catalogue.json');
const { fichiers } = lire<InventairePublie>('/donnees/inventaire.json');
const comparaisons = fichiers
	.filter(({ forme }) => forme === 'comparaison')
	.map(({ chemin }) => lire<Comparaison>(chemin));
const titre = (id: string): TitrePublie => lire(`/donnees/titres/${id}.json`);

describe('une comparaison', () => {
	it('mène de sa page à ses deux fichiers', () => {
		for (const { de, vers } of comparaisons) {
			const liens = tous(lireArbre(DIST, `/comparer/${de}/${vers}/`), 'a').map((a) => attribut(a, 'href'));
			const fichier = `/donnees/comparaisons/${de}--${vers}`;
			expect(liens).toEqual(expect.arrayContaining([`${fichier}.csv`, `${fichier}.json`]));
		}
	});
});

describe('inventaire', () => {
	it('liste chaque fichier de données, avec sa taille et son SHA-256', () => {
		const publies = lister('/donnees').filter(
			(chemin) => !/index\.html$|inventaire\.json$|^\/donnees\/schemas\//.test(chemin),
		);
		expect(fichiers.map(({ chemin }) => chemin).sort()).toEqual(publies);
		for (const { chemin, octets, sha256 } of fichiers) {
			const contenu = readFileSync(join(DIST, chemin));
			expect([contenu.byteLength, createHash('sha256').update(contenu).digest('hex')], chemin).toEqual([
				octets,
				sha256,
			]);
		}
	});
	it('est nommé sur la page des données, et chaque page de version mène à ses fichiers', () => {
		const liens = (page: string) => tous(lireArbre(DIST, page), 'a').map((a) => attribut(a, 'href'));
		expect(liens('/donnees/')).toContain('/donnees/inventaire.json');
		for (const { id } of versions)
			expect(liens(`/titres/${id}/`), id).toEqual(
				expect.arrayContaining(fichiers.filter(({ version }) => version === id).map(({ chemin }) => chemin)),
			);
	});
	it('a pour chaque version les cinq formes, et pour chaque page de comparaison son fichier', () => {
		for (const { id } of versions)
			expect(
				fichiers.filter(({ version }) => version === id).map(({ forme }) => forme),
				id,
			).toEqual(['titre', 'csv', 'markdown', 'case', 'skos']);
		const pages = lirePages(DIST).filter(({ chemin }) => /^\/comparer\/[^/]+-\d{4}\/[^/]+-\d{4}\/$/.test(chemin));
		expect(pages.map(({ chemin }) => chemin)).toEqual(
			comparaisons.map(({ de, vers }) => `/comparer/${de}/${vers}/`).sort((a, b) => a.localeCompare(b)),
		);
	});
});

/** For each schema, the longest file that it describes; for versions, one file of each depth. */
const exemplesDesSchemas = (): string[] => {
	const parSchema = Map.groupBy(
		fichiers.filter(({ schema }) => schema?.endsWith('.schema.json')),
		({ schema, version }) => `${schema} ${versions.find(({ id }) => id === version)?.profondeur}`,
	);
	const longs = [...parSchema.values()].map((liste) => liste.sort((a, b) => b.octets - a.octets)[0]?.chemin as string);
	return [...longs, donnees.inventaire];
};

describe('schémas', () => {
	const ajv = new Ajv2020({ allErrors: true, strict: true });
	formats.default(ajv);
	it('décrivent chaque fichier JSON, qui leur est conforme', () => {
		const decrits = fichiers.filter(({ schema }) => schema?.endsWith('.schema.json'));
		expect(decrits.length).toBeGreaterThan(versions.length);
		for (const { chemin, schema } of [
			...decrits,
			{ chemin: '/donnees/inventaire.json', schema: '/donnees/schemas/inventaire.schema.json' },
		]) {
			const lu = lire<AnySchema & { $id: string; $schema: string }>(schema as string);
			expect(lu.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
			const valide = ajv.getSchema(lu.$id) ?? ajv.compile(lu);
			valide(lire(chemin));
			expect(valide.errors ?? [], chemin).toEqual([]);
		}
	});
	it('refusent, où que ce soit, une clé de trop, une clé qui manque, un texte vide, un jour qui n’existe pas, un nombre négatif', () => {
		// Fields that may be left out or empty: a repair may only remove words, a section may have no heading.
		const FACULTATIVES =
			/^(?:sources\.[^.]+|competences\.\*\.observation|lecture|versions\.\*\.sigleDeNotreFait|sigleDeNotreFait|CFDocument\.(?:officialSourceURL|subject|adoptionStatus|status\w+)|CFItems\.\*\.(?:notes|abbreviatedStatement)|CFAssociations\.\*\.(?:sequenceNumber|notes|CFAssociationGroupingURI))$/;
		const VIDES =
			/^(?:reparations\.\*\.apres|texte\.\w+\.\*\.titre|texte\.\w+\.\*\.paragraphes\.\*|texte\.notes\.\*|evolution\..*)$/;
		type Objet = Record<string, unknown>;
		const acceptees = new Set<string>();
		for (const chemin of exemplesDesSchemas()) {
			const { schema } = [
				...fichiers,
				{ chemin: donnees.inventaire, schema: donnees.schema('inventaire.schema.json') },
			].find((f) => f.chemin === chemin) as FichierPublie;
			const lu = lire<AnySchema & { $id: string }>(schema as string);
			const valide = ajv.getSchema(lu.$id) ?? ajv.compile(lu);
			const objet = lire<Objet>(chemin);
			const vus = new Set<string>();
			/** Makes a change in place, checks that the schema refuses it, and undoes it. */
			const essayer = (faute: string, ou: string, parent: Objet, cle: string, valeur: unknown) => {
				const avant = parent[cle];
				if (valeur === undefined) delete parent[cle];
				else parent[cle] = valeur;
				if (valide(objet)) acceptees.add(`${schema} : ${ou}, ${faute}`);
				if (avant === undefined) delete parent[cle];
				else parent[cle] = avant;
			};
			const parcourir = (noeud: Objet, ou: string) => {
				if (!Array.isArray(noeud)) essayer('clé de trop', ou, noeud, 'zz', 1);
				for (const [cle, valeur] of Object.entries(noeud)) {
					const ici = [ou, Array.isArray(noeud) ? '*' : cle].filter(Boolean).join('.');
					if (!Array.isArray(noeud) && !FACULTATIVES.test(ici)) essayer('clé qui manque', ici, noeud, cle, undefined);
					if (valeur && typeof valeur === 'object') {
						if (!vus.has(ici) || !/\*$/.test(ici)) parcourir(valeur as Objet, ici);
					} else if (typeof valeur === 'string') {
						if (!VIDES.test(ici)) essayer('texte vide', ici, noeud, cle, '');
						if (/^\d{4}-\d{2}-\d{2}$/.test(valeur) && !/valeur$/.test(ici))
							essayer('2026-02-30', ici, noeud, cle, '2026-02-30');
					} else if (typeof valeur === 'number') essayer('nombre négatif', ici, noeud, cle, -1);
					vus.add(ici);
				}
			};
			if (!schema?.endsWith('empreintes.schema.json')) parcourir(objet, '');
			expect(valide(objet), chemin).toBe(true);
		}
		expect([...acceptees]).toEqual([]);
	});
	it.runIf(CASE_OFFICIEL)('de 1EdTech CASE 1.1 : chaque paquet est conforme au schéma officiel', () => {
		const officiel = new Ajv2019({ allErrors: true, strict: false });
		formats.default(officiel);
		const valide = officiel.compile(JSON.parse(readFileSync(CASE_OFFICIEL, 'utf8')));
		for (const { id } of versions) {
			valide(lire(`/donnees/case/${id}.json`));
			expect(valide.errors ?? [], id).toEqual([]);
		}
		expect(valide({ CFDocument: { identifier: 'pas un UUID' } })).toBe(false);
	});
	it('de SKOS, en SHACL : le graphe de toutes les versions leur est conforme', async () => {
		const tout = new Store();
		for (const { id } of versions) {
			const documentLoader = (url: string) => Promise.reject(new Error(`${url} : rien ne doit être cherché`));
			const nquads = await jsonld.toRDF(lire(`/donnees/skos/${id}.jsonld`), {
				format: 'application/n-quads',
				documentLoader,
			});
			tout.addQuads(new Parser({ format: 'N-Quads' }).parse(nquads as unknown as string));
		}
		const formes = new Store(new Parser().parse(brut('/donnees/schemas/skos.shacl.ttl')));
		const { results } = await new SHACLValidator(formes).validate(tout);
		expect(results.map((r) => `${r.focusNode?.value} ${r.path?.value} ${r.message[0]?.value}`)).toEqual([]);
	});
});

describe('catalogue.json', () => {
	it('dit de chaque version ce que dit son fichier, et rien de plus que la forme promise', () => {
		for (const version of versions) {
			const entier = titre(version.id);
			for (const [cle, valeur] of Object.entries(version).filter(([c]) => c !== 'blocs'))
				expect(entier[cle as keyof TitrePublie], `${version.id} ${cle}`).toEqual(valeur);
			expect(entier.blocs.map(({ usuel: _, ...bloc }) => bloc)).toEqual(version.blocs);
		}
	});
	it('n’a de compétences que des versions dont les libellés sont connus, et le dit de chacune', () => {
		for (const { id, profondeur, blocs } of versions)
			expect(
				blocs.some(({ competences }) => competences.length > 0),
				id,
			).toBe(profondeur !== 'faits');
	});
	it('a pour chaque identifiant une page, qui montre le libellé', () => {
		const pages = new Map(lirePages(DIST).map(({ chemin, html }) => [chemin, html]));
		const nus = (texte: string) => texte.replace(/\s+/g, ' ');
		for (const { blocs } of versions)
			for (const { id, libelle } of blocs.flatMap(({ competences }) => competences))
				expect(texteDe(pages.get(`/titres/${id}/`) ?? ''), id).toContain(nus(libelle));
	});
});

describe('comparaisons', () => {
	it('mettent chaque compétence des deux versions dans une entrée et une seule', () => {
		for (const { de, vers, competences } of comparaisons) {
			const attendues = (id: string) => {
				const version = versions.find((v) => v.id === id);
				return version?.blocs.flatMap((b) => b.competences.map((c) => c.id)).sort() ?? [];
			};
			const nom = `${de}--${vers}`;
			expect(competences.flatMap((e) => e.de).sort(), nom).toEqual(attendues(de));
			expect(competences.flatMap((e) => e.vers).sort(), nom).toEqual(attendues(vers));
		}
	});
	it('n’affirment rien des compétences quand celles d’un côté sont inconnues', () => {
		const muettes = comparaisons.filter(({ de, vers }) =>
			versions.some((v) => v.profondeur === 'faits' && [de, vers].includes(v.id)),
		);
		expect(muettes.length).toBeGreaterThan(0);
		for (const { de, vers, competences } of muettes)
			expect(
				competences.filter(({ nature }) => nature !== null),
				`${de}--${vers}`,
			).toEqual([]);
	});
	it('n’affirment une nature que là où le statut le permet', () => {
		for (const { nature, statut, motif } of comparaisons.flatMap(({ competences }) => competences)) {
			expect(nature === null).toBe(statut === 'a-verifier');
			if (statut === 'relue') expect(motif).toBeTruthy();
		}
	});
});

describe('une version en CSV et en Markdown', () => {
	it('a dans son CSV chaque compétence, mot pour mot, et une description qui nomme chacun de ces fichiers', () => {
		for (const [schema, forme] of [
			['titre.csvw.json', 'csv'],
			['comparaison.csvw.json', 'comparaison-csv'],
		]) {
			const { tables, tableSchema } = lire<{ tables: { url: string }[]; tableSchema: { columns: { name: string }[] } }>(
				donnees.schema(schema as string),
			);
			expect(tables.map(({ url }) => new URL(url).pathname)).toEqual(
				fichiers.filter((f) => f.forme === forme).map(({ chemin }) => chemin),
			);
			const entete = tableSchema.columns.map(({ name }) => `"${name}"`).join(';');
			for (const { url } of tables) expect(brut(new URL(url).pathname).split('\r\n')[0], url).toBe(`\ufeff${entete}`);
		}
		for (const { id, blocs } of versions) {
			const csv = brut(`/donnees/titres/${id}.csv`);
			expect(csv.startsWith('\ufeff"version";'), id).toBe(true);
			for (const { libelle } of blocs.flatMap(({ competences }) => competences))
				expect(csv, id).toContain(libelle.replaceAll('"', '""'));
		}
	});
	it('a dans son Markdown, après le filet, chaque ligne du texte officiel', () => {
		for (const { id } of versions.filter(({ detenue }) => detenue)) {
			const officiel = brut(`/donnees/titres/${id}.md`).split('\n---\n').slice(1).join('\n---\n');
			const corps = readFileSync(`content/titres/${id}.md`, 'utf8').split('\n---\n').slice(1).join('\n---\n');
			for (const ligne of corps.split('\n').filter((l) => l.trim() && l !== '<!-- blocs -->'))
				expect(officiel, id).toContain(ligne);
			for (const { intitule } of titre(id).blocs) expect(officiel, id).toContain(intitule);
		}
	});
});

describe('empreintes', () => {
	const empreintes = lire<EmpreintesPubliees>('/donnees/empreintes.json');
	it('se recalculent depuis les fichiers', () => {
		for (const { id } of versions) {
			const { empreinte } = titre(id);
			const contenu = contenuDe(titre(id));
			expect(empreinteDe(contenu), id).toBe(empreinte);
			expect(empreintes[`/titres/${id}/`]).toBe(empreinte);
			for (const bloc of contenu.blocs) {
				expect(empreintes[`/titres/${bloc.id}/`], bloc.id).toBe(empreinteDe(bloc));
				for (const c of bloc.competences) expect(empreintes[`/titres/${c.id}/`], c.id).toBe(empreinteDe(c));
			}
		}
		for (const { etatAu: _, ...comparaison } of comparaisons as (Comparaison & { etatAu?: string })[])
			expect(empreintes[`/comparer/${comparaison.de}/${comparaison.vers}/`]).toBe(empreinteDe(comparaison));
	});
	it('sont celles que les pages donnent à citer', () => {
		const citees = lirePages(DIST).flatMap(({ chemin, html }) => {
			const empreinte = /Empreinte du contenu\s: <code>([0-9a-f]{12})<\/code>/.exec(html)?.[1];
			return empreinte ? [[chemin, empreinte] as const] : [];
		});
		expect(citees.map(([chemin]) => chemin).sort()).toEqual(Object.keys(empreintes).sort());
		for (const [chemin, empreinte] of citees) expect(empreintes[chemin]?.slice(0, 12), chemin).toBe(empreinte);
	});
});

describe('flux', () => {
	it('annonce des pages qui existent, avec des dates du catalogue et non de l’horloge', () => {
		const flux = ['/flux.xml', ...lister('/lignees').filter((f) => f.endsWith('/flux.xml'))];
		expect(flux.length).toBeGreaterThan(1);
		for (const chemin of flux) {
			const xml = brut(chemin);
			const cibles = [...xml.matchAll(/<link href="https?:\/\/[^/]+([^"]*)"/g)].map(([, cible = '']) => cible);
			expect(cibles.length, chemin).toBeGreaterThan(0);
			for (const cible of cibles) expect(existsSync(join(DIST, cible, 'index.html')), cible).toBe(true);
			expect([...xml.matchAll(/<updated>([^<]*)</g)].every(([, date]) => date?.endsWith('T00:00:00.000Z'))).toBe(true);
		}
	});
});

describe('llms.txt', () => {
	it('mène à des fichiers et à des pages qui existent', () => {
		const cibles = [...brut('/llms.txt').matchAll(/\]\(https?:\/\/[^/]+([^)]*)\)/g)].map(([, cible = '']) => cible);
		expect(cibles.length).toBeGreaterThan(versions.length);
		for (const cible of cibles)
			expect(existsSync(join(DIST, cible.endsWith('/') ? `${cible}index.html` : cible)), cible).toBe(true);
	});
});
