import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engendrer } from '../../../scripts/generation/catalogue.ts';
import { lireFonds } from '../../../scripts/generation/modele.ts';
import { type Catalogue, lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { comparerExplique } from '../../../src/domaine/comparaison/comparer.ts';
import { memeLibelle } from '../../../src/domaine/texte/normaliser.ts';

const VERSIONS = 60;
const fonds = lireFonds('content');
const fichiers = engendrer(fonds, VERSIONS);

describe('un catalogue engendré', () => {
	const dossier = mkdtempSync(join(tmpdir(), 'lignee-catalogue-'));
	let catalogue: Catalogue;
	beforeAll(() => {
		cpSync('content', dossier, { recursive: true });
		for (const [chemin, texte] of fichiers) {
			mkdirSync(dirname(join(dossier, chemin)), { recursive: true });
			writeFileSync(join(dossier, chemin), texte);
		}
		catalogue = lireCatalogue(dossier);
	});
	afterAll(() => rmSync(dossier, { recursive: true, force: true }));

	it('est accepté, avec autant de versions détenues que demandé', () => {
		expect(catalogue.versions.filter((v) => v.detenue)).toHaveLength(VERSIONS);
	});
	it('a la mesure du catalogue du ministère : trois blocs et quatorze compétences par version', () => {
		const detenues = catalogue.versions.filter((v) => v.detenue);
		const blocs = detenues.flatMap((v) => v.blocs);
		const competences = blocs.flatMap((b) => b.competences);
		expect(blocs.length / VERSIONS).toBeGreaterThan(2.5);
		expect(blocs.length / VERSIONS).toBeLessThan(3.8);
		expect(competences.length / VERSIONS).toBeGreaterThan(12);
		expect(competences.length / VERSIONS).toBeLessThan(17);
	});
	it('a des lignées d’une à quatre versions détenues, des versions seulement connues, des CCS, des règles', () => {
		const engendrees = catalogue.lignees.filter(({ id }) => fichiers.has(`lignees/${id}.yaml`));
		const tailles = engendrees.map(({ versions }) => versions.filter((v) => !('sigle' in v)).length);
		expect(new Set(tailles)).toEqual(new Set([1, 2, 3, 4]));
		expect(engendrees.some(({ versions }) => versions.some((v) => 'sigle' in v))).toBe(true);
		const nouvelles = catalogue.versions.filter(({ id }) => fichiers.has(`titres/${id}.md`));
		expect(nouvelles.some((v) => v.blocs.some(({ type }) => type === 'ccs'))).toBe(true);
		// The annex of 2008 states no rule, so the versions that imitate it have none.
		const nombres = nouvelles.map((v) => Object.keys(v.regles).length);
		expect(nombres.filter((n) => n > 3).length).toBeGreaterThan(nouvelles.length / 2);
		expect(nombres).toContain(0);
	});
	it('a des correspondances officielles sans lecture, des lectures sans texte officiel, et toutes les natures', () => {
		const siennes = catalogue.correspondances.filter((c) => fichiers.has(`correspondances/${c.de}--${c.vers}.yaml`));
		expect(siennes.some((c) => c.blocs && !c.competences)).toBe(true);
		expect(siennes.some((c) => !c.blocs && c.competences)).toBe(true);
		const natures = new Set(siennes.flatMap((c) => c.competences ?? []).map(({ nature }) => nature));
		expect([...natures].sort()).toEqual([
			'fusionnee',
			'identique',
			'nouvelle',
			'recomposee',
			'reformulee',
			'sans-suite',
			'scindee',
		]);
	});
	it('laisse au rapprochement automatique de quoi proposer et de quoi douter', () => {
		const parId = new Map(catalogue.versions.map((v) => [v.id, v]));
		const entrees = catalogue.correspondances.flatMap(({ de, vers }) => {
			const [ancienne, recente] = [parId.get(de), parId.get(vers)];
			if (!ancienne?.detenue || !recente?.detenue || !fichiers.has(`titres/${de}.md`)) return [];
			return comparerExplique(ancienne, recente, undefined, catalogue.lexique).comparaison.competences;
		});
		expect(entrees.filter((e) => e.statut === 'proposee').length).toBeGreaterThan(20);
		expect(entrees.filter((e) => e.statut === 'a-verifier').length).toBeGreaterThan(20);
	});
	it('n’imprime pas deux fois un libellé dans une même version', () => {
		for (const v of catalogue.versions.filter(({ id }) => fichiers.has(`titres/${id}.md`))) {
			const libelles = v.blocs.flatMap((b) => b.competences.map((c) => c.libelle));
			const doubles = libelles.filter((a, i) => libelles.slice(i + 1).some((b) => memeLibelle(a, b)));
			expect(doubles, v.id).toEqual([]);
		}
	});
});

describe('la génération', () => {
	it('est la même à chaque fois, octet pour octet', () => {
		expect([...engendrer(lireFonds('content'), VERSIONS)]).toEqual([...fichiers]);
	});
	it('change avec la graine', () => {
		expect([...engendrer(fonds, 12, 2).keys()]).not.toEqual([...engendrer(fonds, 12, 1).keys()]);
	});
	it('n’ajoute rien à un catalogue qui a déjà ses versions', () => {
		expect(engendrer(fonds, fonds.modeles.length).size).toBe(0);
	});
});
