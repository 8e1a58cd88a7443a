import { describe, expect, it } from 'vitest';
import { chronologie } from '../../../src/domaine/lignee/chronologie.ts';
import { type Cadre, dessinerChronologie, ETROIT, LARGE } from '../../../src/domaine/lignee/dessin.ts';
import type { Etat, Version } from '../../../src/domaine/version.ts';
import type { NatureSuccession } from '../../../src/schemas/lignee.ts';

const fait = (valeur: string) => ({ valeur, source: 'texte' });
const version = (id: string, debut?: string, fin?: string): Version =>
	({
		id,
		sigle: id.slice(0, -5).toUpperCase(),
		annee: id.slice(-4),
		debut: debut && fait(debut),
		fin: fin && fait(fin),
		etat: { cle: 'inconnu' } as Etat,
		detenue: true,
	}) as unknown as Version;
const succession = (de: string, vers: string, nature: NatureSuccession) => ({ de, vers, nature, motif: 'Un motif.' });

const versions = [
	version('a-2003', '2003-07-22'),
	version('a-2008', '2008-08-01', '2018-08-01'),
	version('b-2003', '2003-12-09', '2018-12-18'),
	version('c-2018', undefined, '2023-09-01'),
	version('c-2023', '2023-09-01', '2031-09-01'),
];
const successions = [
	succession('a-2003', 'a-2008', 'officielle'),
	succession('a-2008', 'c-2018', 'editoriale'),
	succession('b-2003', 'c-2018', 'editoriale'),
	succession('c-2018', 'c-2023', 'secondaire'),
	succession('c-2023', 'z-2031', 'officielle'),
];
const c = chronologie(versions, successions, '2026-11-21');

describe('la chronologie', () => {
	it('donne un rang à chaque titre, dans l’ordre où il apparaît', () => {
		expect(c.sigles).toEqual(['A', 'B', 'C']);
		expect(c.barres.map((b) => [b.version.id, b.ligne])).toEqual([
			['a-2003', 0],
			['b-2003', 1],
			['a-2008', 0],
			['c-2018', 2],
			['c-2023', 2],
		]);
	});
	it('mène une version sans fin connue jusqu’à ce qui la remplace, ou au jour des faits, et le dit', () => {
		const [ancienne] = c.barres;
		expect(ancienne).toMatchObject({ finInconnue: true, fin: c.barres[2]?.debut });
		const seule = chronologie([version('a-2003', '2003-01-01')], [], '2010-01-01');
		expect(seule.barres[0]).toMatchObject({ finInconnue: true, fin: seule.aujourdhui });
	});
	it('dit les dates en toutes lettres, ou l’année quand aucune source n’en donne', () => {
		expect(c.barres.find((b) => b.version.id === 'a-2008')).toMatchObject({
			debutDit: 'depuis le 1er août 2008',
			finDite: ', jusqu’au 1er août 2018',
		});
		expect(c.barres.find((b) => b.version.id === 'c-2018')?.debutDit).toBe('version de 2018');
	});
	it('ne garde que les liens entre versions dessinées, et marque une année sur cinq', () => {
		expect(c.aretes).toHaveLength(4);
		expect(c.annees.map(({ annee }) => annee)).toEqual([2005, 2010, 2015, 2020, 2025, 2030]);
	});
});

describe.each<[string, Cadre]>([
	['large', LARGE],
	['étroit', ETROIT],
])('le dessin %s', (_, cadre) => {
	const d = dessinerChronologie(c, cadre);
	it('tient dans son cadre', () => {
		for (const r of d.barres.flatMap((b) => [b, ...b.tranches])) {
			expect(Math.min(r.x, r.y, r.largeur, r.hauteur)).toBeGreaterThanOrEqual(0);
			expect(r.x + r.largeur).toBeLessThanOrEqual(d.largeur);
			expect(r.y + r.hauteur).toBeLessThanOrEqual(d.hauteur);
		}
	});
	it('ne pose aucune barre sur une autre', () => {
		const rectangles = d.barres.map(({ x, y, largeur, hauteur }) => [x, y, x + largeur, y + hauteur] as const);
		for (const [i, a] of rectangles.entries())
			for (const b of rectangles.slice(i + 1))
				expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false);
	});
	it('trace chaque lien d’un trait et d’une pointe à lui, sans nombre perdu', () => {
		expect(new Set(d.aretes.map((a) => a.trait)).size).toBe(4);
		expect(new Set(d.aretes.map((a) => a.pointe)).size).toBe(4);
		for (const { trait, pointe } of d.aretes) expect(trait + pointe).not.toMatch(/NaN|undefined/);
	});
	it('nomme d’un seul mot les parentés qui mènent à une même version', () => {
		expect(d.noms.map((n) => n.texte)).toEqual(['parentés éditoriales']);
		const une = chronologie(versions, [succession('b-2003', 'c-2018', 'editoriale')], '2026-11-21');
		expect(dessinerChronologie(une, cadre).noms.map((n) => n.texte)).toEqual(['parenté éditoriale']);
	});
	it('marque de tranches une fin que rien ne date', () => {
		expect(d.barres.map((b) => [b.barre.version.id, b.tranches.length])).toContainEqual(['a-2003', 2]);
		expect(d.barres.map((b) => [b.barre.version.id, b.tranches.length])).toContainEqual(['a-2008', 0]);
	});
	it('descend ou remonte vers le titre que le lien vise', () => {
		const inverse = chronologie(
			[version('a-2003', '2003-01-01'), version('b-2001', '2001-01-01', '2003-01-01')],
			[succession('a-2003', 'b-2001', 'editoriale')],
			'2010-01-01',
		);
		expect(dessinerChronologie(inverse, cadre).aretes).toHaveLength(1);
	});
});
