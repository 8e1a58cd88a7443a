import { describe, expect, it } from 'vitest';
import type { Etat } from '../../../src/domaine/etat.ts';
import { type Barre, type Chronologie, chronologie } from '../../../src/domaine/lignee/chronologie.ts';
import { type Cadre, dessinerChronologie } from '../../../src/domaine/lignee/dessin.ts';
import type { Version } from '../../../src/domaine/version.ts';
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
		sources: { texte: { intitule: 'Texte', nature: 'officielle' } },
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
const dessinee = () => chronologie(versions, successions, '2026-11-21');

describe('la chronologie', () => {
	it('donne un rang à chaque titre, dans l’ordre où il apparaît', () => {
		const c = dessinee();
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
		const [ancienne, , suivante] = dessinee().barres;
		expect(ancienne).toMatchObject({ finInconnue: true, fin: suivante?.debut });
		const seule = chronologie([version('a-2003', '2003-01-01')], [], '2010-01-01');
		expect(seule.barres[0]).toMatchObject({ finInconnue: true, fin: seule.aujourdhui });
		const finie = version('a-2003', '2003-01-01', '2009-01-01');
		const constatee = { ...finie, fin: finie.fin && { ...finie.fin, auPlusTard: true as const } };
		expect(chronologie([finie], [], '2010-01-01').barres[0]?.finInconnue).toBe(false);
		expect(chronologie([constatee], [], '2010-01-01').barres[0]?.finInconnue).toBe(true);
	});
	it('dit les dates en toutes lettres, ou l’année quand aucune source n’en donne', () => {
		const c = dessinee();
		expect(c.barres.find((b) => b.version.id === 'c-2018')?.dates).toBe('version de 2018, jusqu’au 31 août 2023');
		const dire = (cle: Etat['cle'], ...jours: [string, string?]) =>
			chronologie([{ ...version('a-2008', ...jours), etat: { cle } as Etat }], [], '2026-11-21').barres[0]?.dates;
		expect(dire('terminee', '2008-08-01', '2018-08-01')).toBe('du 1er août 2008 au 31 juillet 2018');
		expect(dire('en-vigueur', '2026-09-01', '2031-09-01')).toBe('depuis le 1er septembre 2026, jusqu’au 31 août 2031');
		expect(dire('a-venir', '2027-03-01')).toBe('à partir du 1er mars 2027');
	});
	it('ne dit pas « depuis » du premier jour d’une version remplacée, qui se lirait comme celui de sa fin', () => {
		const remplacee = { ...version('a-2003', '2003-07-22'), etat: { cle: 'remplacee' } as Etat };
		expect(chronologie([remplacee], [], '2026-11-21').barres[0]?.dates).toBe('à partir du 22 juillet 2003');
	});
	it('ne garde que les liens entre versions dessinées, et marque une année sur cinq', () => {
		const c = dessinee();
		expect(c.aretes).toHaveLength(4);
		expect(c.annees.map(({ annee }) => annee)).toEqual([2005, 2010, 2015, 2020, 2025, 2030]);
	});
	it('va du premier janvier de la première année à celui qui suit la dernière, et place chaque jour entre eux', () => {
		const jours = (365 + 366) / (365 + 366 + 365 + 365);
		const { barres, annees, aujourdhui } = chronologie(
			[version('a-2003', '2003-01-01', '2005-01-01')],
			[],
			'2006-01-01',
		);
		expect(barres).toMatchObject([{ debut: 0, fin: jours, finInconnue: false }]);
		expect(annees).toEqual([{ annee: 2005, x: jours }]);
		expect(aujourdhui).toBe((365 + 366 + 365) / (365 + 366 + 365 + 365));
	});
	it('s’étend jusqu’à la dernière fin connue, au-delà du jour des faits', () => {
		const { barres, aujourdhui } = chronologie([version('a-2003', '2003-01-01', '2006-01-01')], [], '2004-01-01');
		expect(aujourdhui).toBe(365 / 1461);
		expect(barres[0]?.fin).toBe((365 + 366 + 365) / 1461);
		const { annees } = chronologie([version('a-2003', '2003-01-01', '2009-01-01')], [], '2004-01-01');
		expect(annees.at(-1)).toEqual({ annee: 2010, x: 1 });
	});
	it('mène depuis le début de son année, et le marque, ce dont aucune source ne donne le premier jour', () => {
		const { barres } = chronologie(
			[version('a-2018', '2018-09-01'), version('b-2018'), version('c-2018', '2018-03-01')],
			[],
			'2018-12-31',
		);
		// In the order of every list of versions.
		expect(barres.map((b) => b.version.id)).toEqual(['b-2018', 'c-2018', 'a-2018']);
		expect(barres[0]).toMatchObject({ debut: 0, debutInconnu: true, dates: 'version de 2018' });
		expect(barres[1]?.debutInconnu).toBe(false);
	});
	it('ne tire aucune fin d’une parenté, ni d’une suite qu’il ne dessine pas', () => {
		const deux = [version('a-2003', '2003-01-01'), version('b-2005', '2005-01-01')];
		for (const suite of [succession('a-2003', 'b-2005', 'editoriale'), succession('a-2003', 'z-2005', 'officielle')]) {
			const { barres, aujourdhui } = chronologie(deux, [suite], '2010-01-01');
			expect(barres[0]).toMatchObject({ finInconnue: true, fin: aujourdhui });
		}
		const parDeuxVoies = [
			succession('a-2003', 'z-2005', 'officielle'),
			succession('b-2005', 'c-2004', 'officielle'),
			succession('a-2003', 'b-2005', 'officielle'),
		];
		const { barres } = chronologie([...deux, version('c-2004', '2004-01-01')], parDeuxVoies, '2010-01-01');
		const [a, c2004, b] = barres;
		expect(a?.fin).toBe(b?.debut);
		expect(b?.fin).toBe(c2004?.debut);
	});
	it('ne garde pas un lien dont un seul bout est dessiné', () => {
		const seule = [version('b-2003', '2003-01-01')];
		const liens = [succession('a-1999', 'b-2003', 'officielle'), succession('b-2003', 'z-2031', 'officielle')];
		expect(chronologie(seule, liens, '2010-01-01').aretes).toEqual([]);
	});
});

describe('le dessin', () => {
	const dessin = () => dessinerChronologie(dessinee());
	it('met avant une barre sans premier jour deux tranches, dans la place de la barre', () => {
		const barre = (id: string) => dessin().barres.find((b) => b.barre.version.id === id);
		const [datee, sans] = [barre('c-2023'), barre('c-2018')];
		expect(datee?.tranches).toEqual([]);
		expect(sans?.tranches).toHaveLength(2);
		for (const t of sans?.tranches ?? []) expect(t.x + t.largeur).toBeLessThan(sans?.x ?? 0);
	});
	it('tient dans son cadre', () => {
		const d = dessin();
		for (const r of d.barres.flatMap((b) => [b, ...b.tranches])) {
			expect(Math.min(r.x, r.y, r.largeur, r.hauteur)).toBeGreaterThanOrEqual(0);
			expect(r.x + r.largeur).toBeLessThanOrEqual(d.largeur);
			expect(r.y + r.hauteur).toBeLessThanOrEqual(d.hauteur);
		}
	});
	it.each([
		[
			'deux versions d’un titre qui courent ensemble',
			[version('a-2010', '2010-01-01', '2018-01-01'), version('a-2014', '2014-01-01', '2020-01-01')],
			[],
		],
		[
			'deux versions que seule une parenté joint',
			[version('a-2010', '2010-01-01'), version('a-2014', '2014-01-01')],
			[succession('a-2010', 'a-2014', 'editoriale')],
		],
		[
			'deux versions à quelques mois l’une de l’autre',
			[version('a-2018', '2018-01-01', '2018-09-01'), version('a-2019', '2018-09-01', '2026-01-01')],
			[succession('a-2018', 'a-2019', 'officielle')],
		],
		[
			'une version qui court au-delà de celle qui lui est apparentée',
			[version('a-2003', '2003-01-01', '2025-01-01'), version('b-2010', '2010-01-01', '2014-01-01')],
			[succession('a-2003', 'b-2010', 'editoriale')],
		],
		[
			'trois versions ouvertes à la fois',
			[version('a-2003', '2003-01-01'), version('a-2008', '2008-01-01'), version('a-2013', '2013-01-01')],
			[succession('a-2003', 'a-2008', 'editoriale'), succession('a-2003', 'a-2013', 'editoriale')],
		],
	])('%s : aucune barre sur une autre, et chaque lien finit sur le bord de la sienne', (_, deux, liens) => {
		const d = dessinerChronologie(chronologie(deux, liens, '2026-11-21'));
		const boites = d.barres.map((b) => {
			const dernier = b.tranches.at(-1) ?? b;
			return {
				id: b.barre.version.id,
				x0: b.x,
				y0: b.y,
				x1: Math.max(b.x + b.largeur, dernier.x + dernier.largeur),
				y1: Math.max(b.y + b.hauteur, dernier.y + dernier.hauteur),
			};
		});
		for (const [i, a] of boites.entries())
			for (const b of boites.slice(i + 1))
				expect(a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1, `${a.id}, ${b.id}`).toBe(false);
		expect(d.aretes).toHaveLength(liens.length);
		for (const { vers, pointe } of d.aretes) {
			const [, x = 0, y = 0] = (/^M([\d.]+) ([\d.]+)/.exec(pointe) ?? []).map(Number);
			const boite = boites.find(({ id }) => id === vers);
			if (!boite) throw new Error(vers);
			// The tip of the arrowhead touches an edge of the box from outside.
			const dehors = (v: number, de: number, a: number) => Math.max(de - v, v - a, 0);
			expect(Math.max(dehors(x, boite.x0, boite.x1), dehors(y, boite.y0, boite.y1))).toBeLessThanOrEqual(1);
		}
	});
	it('ne pose aucune barre sur une autre', () => {
		const rectangles = dessin().barres.map(({ x, y, largeur, hauteur }) => [x, y, x + largeur, y + hauteur] as const);
		for (const [i, a] of rectangles.entries())
			for (const b of rectangles.slice(i + 1))
				expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false);
	});
	it('trace chaque lien d’un trait et d’une pointe à lui, sans nombre perdu', () => {
		const d = dessin();
		expect(new Set(d.aretes.map((a) => a.trait)).size).toBe(4);
		expect(new Set(d.aretes.map((a) => a.pointe)).size).toBe(4);
		for (const { trait, pointe } of d.aretes) expect(trait + pointe).not.toMatch(/NaN|undefined/);
	});
	it('nomme d’un seul mot les parentés qui mènent à une même version', () => {
		expect(dessin().noms.map((n) => n.texte)).toEqual(['parentés éditoriales']);
		const une = chronologie(versions, [succession('b-2003', 'c-2018', 'editoriale')], '2026-11-21');
		expect(dessinerChronologie(une).noms.map((n) => n.texte)).toEqual(['parenté éditoriale']);
	});
	it('marque de tranches une fin que rien ne date', () => {
		const tranches = dessin().barres.map((b) => [b.barre.version.id, b.tranches.length]);
		expect(tranches).toContainEqual(['a-2003', 2]);
		expect(tranches).toContainEqual(['a-2008', 0]);
	});
	it('descend ou remonte vers le titre que le lien vise', () => {
		const inverse = chronologie(
			[version('a-2003', '2003-01-01'), version('b-2001', '2001-01-01', '2003-01-01')],
			[succession('a-2003', 'b-2001', 'editoriale')],
			'2010-01-01',
		);
		expect(dessinerChronologie(inverse).aretes).toHaveLength(1);
	});
});

/** A bar, for a drawing whose layout is computed by hand. */
const barre = (id: string, ligne: number, debut: number, fin: number, finInconnue = false): Barre => ({
	version: version(id),
	nom: id,
	ligne,
	debut,
	fin,
	debutInconnu: false,
	finInconnue,
	dates: '',
});
const ROND: Cadre = { marges: [100, 50], longueur: 1000, tete: 40, pas: 50, epaisseur: 30 };
const composer = (sigles: string[], barres: Barre[], aretes: Chronologie['aretes']): Chronologie => ({
	sigles,
	numerotes: [],
	barres,
	aretes,
	annees: [{ annee: 2010, x: 0.5 }],
	aujourdhui: 0.9,
});

describe('un dessin de deux titres, compté à la main', () => {
	const deux = composer(
		['A', 'B'],
		[barre('a-2001', 0, 0, 0.4), barre('a-2008', 0, 0.4, 0.8, true), barre('b-2009', 1, 0.5, 1)],
		[succession('a-2001', 'a-2008', 'officielle'), succession('a-2008', 'b-2009', 'editoriale')],
	);

	it('mène le temps de gauche à droite et les titres de haut en bas', () => {
		const d = dessinerChronologie(deux, ROND);
		expect([d.largeur, d.hauteur]).toEqual([1150, 148]);
		expect(d.barres.map(({ barre: _, ...b }) => b)).toEqual([
			// The bar ends 12 units before the next one, to leave room for the arrow.
			{ x: 100, y: 40, largeur: 388, hauteur: 30, tranches: [], texteX: 108, texteY: 60 },
			{
				...{ x: 500, y: 40, largeur: 391, hauteur: 30, texteX: 508, texteY: 60 },
				tranches: [
					{ x: 894, y: 40, largeur: 2, hauteur: 30 },
					{ x: 898, y: 40, largeur: 2, hauteur: 30 },
				],
			},
			{ x: 600, y: 90, largeur: 500, hauteur: 30, tranches: [], texteX: 608, texteY: 110 },
		]);
		expect(d.aretes).toMatchObject([
			{ de: 'a-2001', vers: 'a-2008', nature: 'officielle', trait: 'M488 55L498 55' },
			{ de: 'a-2008', vers: 'b-2009', nature: 'editoriale', trait: 'M900 55L906 55Q912 55 912 61L912 88' },
		]);
		expect(d.aretes.map(({ pointe }) => pointe)).toEqual(['M499 55l-6 4l0 -8z', 'M912 89l4 -6l-8 0z']);
		expect(d.noms).toEqual([{ texte: 'parenté éditoriale', x: 921, y: 60 }]);
		expect(d.sigles).toEqual([
			{ sigle: 'A', x: 0, y: 60 },
			{ sigle: 'B', x: 0, y: 110 },
		]);
		expect(d.annees).toEqual([{ annee: 2010, trait: 'M600 28L600 126', x: 600, y: 22 }]);
		expect(d.jour).toEqual({ trait: 'M1000 28L1000 126', x: 1000, y: 142 });
	});
});

describe('les liens d’un dessin', () => {
	const tracer = (sigles: string[], barres: Barre[], aretes: Chronologie['aretes']) =>
		dessinerChronologie(composer(sigles, barres, aretes), ROND);

	it('du titre le plus proche tourne le premier, et aucun n’en croise un autre', () => {
		const liens = [succession('a-2001', 'c-2010', 'editoriale'), succession('b-2001', 'c-2010', 'editoriale')];
		for (const aretes of [liens, liens.toReversed()]) {
			const d = tracer(
				['A', 'B', 'C'],
				[barre('a-2001', 0, 0, 0.3), barre('b-2001', 1, 0, 0.2), barre('c-2010', 2, 0.5, 1)],
				aretes,
			);
			expect(d.aretes.map(({ de, trait }) => [de, trait])).toEqual([
				['b-2001', 'M300 105L606 105Q612 105 612 111L612 138'],
				['a-2001', 'M400 55L615 55Q621 55 621 61L621 138'],
			]);
			expect(d.noms).toEqual([{ texte: 'parentés éditoriales', x: 630, y: 60 }]);
		}
	});
	it('remontent vers un titre dessiné plus haut, et ne portent de nom que si c’est une parenté', () => {
		const d = tracer(
			['A', 'B'],
			[barre('b-2001', 1, 0, 0.2), barre('a-2010', 0, 0.5, 1)],
			[succession('b-2001', 'a-2010', 'secondaire')],
		);
		expect(d.aretes).toMatchObject([{ trait: 'M300 105L606 105Q612 105 612 99L612 72', pointe: 'M612 71l-4 6l8 0z' }]);
		expect(d.noms).toEqual([]);
	});
	it.each([
		['officielle', 488],
		['secondaire', 474],
		['editoriale', 474],
	] as const)('d’une version à la suivante du même titre (%s), ont la place de se voir', (nature, bout) => {
		const d = tracer(
			['A'],
			[barre('a-2001', 0, 0, 0.405), barre('a-2008', 0, 0.4, 1)],
			[succession('a-2001', 'a-2008', nature)],
		);
		expect(d.aretes.map(({ trait }) => trait)).toEqual([`M${bout} 55L498 55`]);
		expect(d.barres[0]?.largeur).toBe(bout - 100);
	});
	it('ne raccourcissent pas une barre qui finit bien avant la suivante, ou bien après son début', () => {
		const largeurs = (fin: number) =>
			tracer(['A'], [barre('a-2001', 0, 0, fin), barre('a-2008', 0, 0.4, 1)], []).barres.map((b) => b.largeur);
		expect(largeurs(0.2)).toEqual([200, 600]);
		expect(largeurs(0.4)).toEqual([388, 600]);
		expect(largeurs(0.6)).toEqual([600, 600]);
	});
	it('ne raccourcissent une barre que devant la suivante de son titre, selon le lien qui les joint', () => {
		const d = tracer(
			['A', 'B'],
			[barre('a-2001', 0, 0, 0.4), barre('b-2005', 1, 0.2, 0.4), barre('a-2008', 0, 0.4, 1)],
			[
				succession('b-2005', 'a-2008', 'editoriale'),
				succession('a-2001', 'b-2005', 'editoriale'),
				succession('a-2001', 'a-2008', 'officielle'),
			],
		);
		expect(d.barres.map((b) => b.largeur)).toEqual([388, 200, 600]);
	});
	it('laissent à la barre la plus brève de quoi porter son année', () => {
		expect(tracer(['A'], [barre('a-2001', 0, 0.5, 0.501)], []).barres[0]).toMatchObject({ x: 600, largeur: 30 });
	});
	it('ont des coordonnées entières', () => {
		const d = tracer(
			['A', 'B'],
			[barre('a-2001', 0, 0, 1 / 3), barre('b-2001', 1, 2 / 7, 0.9)],
			[succession('a-2001', 'b-2001', 'editoriale')],
		);
		expect(d.aretes[0]?.trait).toBe('M433 55L439 55Q445 55 445 61L445 88');
		expect(JSON.stringify({ ...d, barres: d.barres.map(({ barre: _, ...b }) => b) })).not.toMatch(/\.\d/);
	});
});
