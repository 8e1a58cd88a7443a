import { describe, expect, it } from 'vitest';
import { publierCatalogue } from '../../../src/domaine/exports/catalogue.ts';
import { publierCsv } from '../../../src/domaine/exports/csv.ts';
import { publierMarkdown } from '../../../src/domaine/exports/markdown.ts';
import { publierTitre } from '../../../src/domaine/exports/titre.ts';
import type { Version } from '../../../src/domaine/version.ts';
import { cataloguePublie } from '../../../src/schemas/donnees/catalogue.ts';
import { comparaisonPubliee } from '../../../src/schemas/donnees/comparaison.ts';
import { titrePublie } from '../../../src/schemas/donnees/titre.ts';
import { comparaison, corps, FORMULE, PIEGE, parId, texte, versions } from './exemple.ts';

const markdown = (version: Version, avecTexte: boolean) =>
	publierMarkdown(version, {
		corps: avecTexte ? corps : undefined,
		texte: avecTexte ? texte : undefined,
		parId,
		page: 'https://lignee.example/titres/x/',
		donnees: publierTitre(version, avecTexte ? texte : undefined),
	});

/** A CSV reader as a spreadsheet is one: it knows quotes, semicolons and lines, and nothing of how ours is written. */
function lireCsv(csv: string): string[][] {
	const rangees: string[][] = [[]];
	for (const [, cellule = '', fin] of csv.replace(/^\ufeff/, '').matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)) {
		rangees.at(-1)?.push(cellule.replaceAll('""', '"'));
		if (fin !== ';') rangees.push([]);
	}
	return rangees.slice(0, -1);
}

describe('catalogue.json', () => {
	const publie = publierCatalogue(versions);
	it('a la forme de son schéma et exactement les clés promises', () => {
		expect(cataloguePublie.safeParse(publie).error).toBeUndefined();
		expect(Object.keys(publie.versions[0] ?? {})).toEqual([
			'id',
			'sigle',
			'intitule',
			'detenue',
			'statut',
			'debut',
			'fin',
			'niveau',
			'nsf',
			'rome',
			'codes',
			'blocs',
		]);
		expect(Object.keys(publie.versions[0]?.blocs[0] ?? {})).toEqual(['id', 'type', 'rang', 'intitule', 'competences']);
	});
	it('donne les libellés mot pour mot, et aucune compétence à une version seulement connue', () => {
		expect(publie.versions[0]?.blocs[0]?.competences[1]).toEqual({ id: 'abc-2001/ccp-1/c2', rang: 2, libelle: PIEGE });
		expect(publie.versions[2]).toMatchObject({ detenue: false, blocs: [{ intitule: 'Étendre', competences: [] }] });
	});
});

describe('une version en JSON', () => {
	it('a la forme de son schéma, détenue ou seulement connue', () => {
		for (const version of versions) {
			const publie = publierTitre(version, version.detenue ? texte : undefined);
			expect(titrePublie.safeParse(publie).error).toBeUndefined();
		}
	});
	it('porte chaque fait avec ses sources, et seulement les sources qu’elle cite', () => {
		const publie = publierTitre(versions[2], undefined);
		expect(publie.faits).toContainEqual({ champ: 'debut', valeur: '2020-05-06', note: null, sources: ['page'] });
		expect(Object.keys(publie.sources)).toEqual(['page']);
		expect(publie.texte).toBeNull();
	});
	it('porte le texte entier, notes comprises, et les règles avec leur phrase', () => {
		const publie = publierTitre(versions[0], texte);
		expect(JSON.stringify(publie.texte)).toContain('Arrêté du 3 février 2001.');
		expect(publie.texte?.apres).toEqual([{ titre: 'MODALITÉS', paragraphes: ['Trois ans sont demandés.'] }]);
		expect(publie.regles).toMatchObject([{ cle: 'experienceVae', ans: 3, phrase: 'Trois ans sont demandés.' }]);
	});
});

describe('une comparaison en JSON', () => {
	it('a la forme de son schéma, qui refuse une correspondance officielle de compétences', () => {
		expect(comparaisonPubliee.safeParse(comparaison).error).toBeUndefined();
		const fausse = { ...comparaison, competences: [{ ...comparaison.competences[0], statut: 'officielle' }] };
		expect(comparaisonPubliee.safeParse(fausse).success).toBe(false);
	});
});

describe('une version en CSV', () => {
	const csv = publierCsv(versions[0]);
	it('commence par la marque d’ordre et se relit cellule à cellule', () => {
		expect(csv.startsWith('\ufeff"version";')).toBe(true);
		const [entete = [], ...lignes] = lireCsv(csv);
		expect(lignes).toHaveLength(5);
		for (const ligne of lignes) expect(ligne).toHaveLength(entete.length);
		expect(lignes[1]?.[entete.indexOf('competence_libelle')]).toBe(PIEGE);
	});
	it('ne laisse aucune cellule qu’un tableur exécuterait', () => {
		const cellules = lireCsv(csv).flat();
		expect(cellules).toContain(`'${FORMULE}`);
		expect(cellules.filter((c) => /^[=+\-@\t\r]/.test(c))).toEqual([]);
	});
	it('a une ligne, sans compétence, pour chaque bloc d’une version seulement connue', () => {
		const [entete = [], ...lignes] = lireCsv(publierCsv(versions[2]));
		expect(lignes).toHaveLength(1);
		expect(lignes[0]?.[entete.indexOf('bloc_intitule')]).toBe('Étendre');
		expect(lignes[0]?.[entete.indexOf('competence')]).toBe('');
	});
});

describe('une version en Markdown', () => {
	it('donne le texte officiel entier après un filet, et notre statut avant', () => {
		const [nous = '', officiel = ''] = markdown(versions[0], true).split('\n---\n');
		expect(nous.split('\n').filter((l) => l && !l.startsWith('>'))).toEqual([]);
		expect(nous).toContain('remplacé par ABD 2010');
		expect(
			officiel
				.trim()
				.split(/<!-- blocs -->|## CCP|## CCS/)[0]
				?.trim(),
		).toBe('Le titre d’ABC comprend deux CCP[^1].');
		for (const ligne of corps.split('\n').filter((l) => l && l !== '<!-- blocs -->')) expect(officiel).toContain(ligne);
		expect(officiel).not.toContain('remplacé');
	});
	it('place les blocs où le document les a, leurs mots protégés des signes de Markdown', () => {
		const md = markdown(versions[0], true);
		expect(md).toContain('## CCP – RECEVOIR\n\n- Accueillir.');
		expect(md.indexOf('## CCP – RECEVOIR')).toBeLessThan(md.indexOf('## MODALITÉS'));
		expect(md).toContain('Écrire « \\</script>\\<b>&amp; » ; dire "oui" – \\[lien\\](x) \\*fort\\*');
	});
	it('dit qu’il n’a pas le texte d’une version seulement connue, et ce que disent les sources', () => {
		const md = markdown(versions[2], false);
		expect(md).toContain('Nous n’avons pas le texte de ce référentiel');
		expect(md).toContain('Début : 2020-05-06. Source : Une page lue, source secondaire, à vérifier.');
	});
});
