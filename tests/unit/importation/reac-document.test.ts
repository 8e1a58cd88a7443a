import { beforeAll, describe, expect, it } from 'vitest';
import { pagesDePdf } from '../../../scripts/importer/pdf.ts';
import { refuserBarre } from '../../../src/importation/barre.ts';
import { contenuDe, type PagePdf, type Trait } from '../../../src/importation/page-pdf.ts';
import { documentDe, paragraphesDe } from '../../../src/importation/reac/document.ts';
import { lireReferentiel } from '../../../src/importation/reac/referentiel.ts';
import { reacDuPhare, reDuPhare } from './referentiels.ts';

const BORD = 540;
/** Lines one under the other; those marked as full end at the right edge of the text. */
const lignes = (...textes: readonly [string, boolean][]) =>
	textes.map(([texte, pleine], i) => ({
		...{ page: 1, texte, x: 72, y: 500 - 11.5 * i, corps: 10, gras: false },
		fin: pleine ? BORD : 72 + 5 * texte.length,
	}));
const lus = (...textes: readonly [string, boolean][]) =>
	paragraphesDe(lignes(...textes), BORD).map((p) => p.map((l) => l.texte).join(' '));

describe('les items d’une liste sans puce ni point', () => {
	it('commencent par un déterminant, même après une ligne pleine', () => {
		expect(
			lus(
				['Les besoins recensés couvrent les exigences du cahier des charges', true],
				['Les maquettes sont conformes au cahier des charges en langue française', true],
				['(niveau B1 du CECRL)', false],
				['L’enchaînement est formalisé par un schéma', false],
			),
		).toHaveLength(3);
	});
	it('ou par un infinitif, quand ils en sont', () => {
		expect(
			lus(['Analyser un cahier des charges en identifiant les acteurs', true], ['Formaliser les besoins', false]),
		).toHaveLength(2);
		expect(lus(['Un plan de montage établi avec', true], ['Atelier', false])).toHaveLength(1);
	});
	it('non quand la ligne d’avant ne peut pas finir là, ou finit une phrase du même alinéa', () => {
		expect(lus(['La pièce est posée selon les règles de', true], ['La Fédération', false])).toHaveLength(1);
		expect(lus(['Le poste exige un port de charge (maximum', true], ['Le port est limité)', false])).toHaveLength(1);
		expect(lus(['Il travaille seul.', true], ['Le métier impose des déplacements.', false])).toHaveLength(1);
	});
});

describe('les cases d’un tableau', () => {
	const morceau = (texte: string, x: number, y: number) => ({
		texte,
		x,
		y,
		largeur: 40,
		corps: 10,
		gras: false,
	});
	const page = (bas: readonly Trait[]): PagePdf => ({
		numero: 1,
		largeur: 300,
		hauteur: 300,
		morceaux: [morceau('Entretien', 20, 80), morceau('00 h 30', 120, 80), morceau('SIGLE', 60, 30)],
		aPart: [],
		traits: [
			...[10, 110, 210].map((x) => ({ x1: x, x2: x, y1: 60, y2: 100 })),
			{ x1: 10, x2: 210, y1: 100, y2: 100 },
			...bas,
		],
	});
	// Rules of the footer, which do not belong to the row.
	const pied = [20, 40].map((y) => ({ x1: 50, x2: 210, y1: y, y2: y }));

	it.each([
		['fermée', [{ x1: 10, x2: 210, y1: 60, y2: 60 }]],
		['sans filet à la fin de la page', []],
		['sans filet, au-dessus d’un pied qui en a', pied],
	])('finissent où finissent leurs côtés : rangée %s', (_, bas) => {
		const [table] = contenuDe(page(bas)).flatMap((c) => ('table' in c ? [c.table] : []));
		expect(table?.cellules.map((c) => [c.texte, c.bas, c.haut])).toEqual([
			['Entretien', 60, 100],
			['00 h 30', 60, 100],
		]);
	});
});

describe('un trait en travers d’une page', () => {
	const mot = (texte: string, x: number, y: number, largeur: number) => ({
		texte,
		x,
		y,
		largeur,
		corps: 10,
		gras: false,
	});
	/** A page with a line of two words, and a rule at this height above its baseline. */
	const page = (hauteur: number, x1: number, x2: number): PagePdf[] => [
		{
			numero: 3,
			largeur: 300,
			hauteur: 300,
			morceaux: [mot('Fendre', 20, 100, 40), mot('l’osier', 65, 100, 45)],
			aPart: [],
			traits: [{ x1, x2, y1: 100 + hauteur, y2: 100 + hauteur }],
		},
	];

	it('barre le texte qu’il traverse à mi-hauteur, et la page est refusée', () => {
		for (const [x1, x2] of [
			[20, 60],
			[20, 110],
			[22, 45],
		] as const)
			expect(() => refuserBarre(page(2.8, x1, x2))).toThrow('page 3 : texte barré (« Fendre »)');
	});

	it('ne barre rien sous la ligne, au-dessus, au-delà du texte, ni sur une seule lettre', () => {
		for (const [hauteur, x1, x2] of [
			[-1, 20, 60],
			[9, 20, 60],
			[2.8, 5, 250],
			[2.8, 24, 30],
		] as const)
			expect(() => refuserBarre(page(hauteur, x1, x2))).not.toThrow();
	});
});

describe('une case sans marge', () => {
	const ecrit = (texte: string) => ({ texte, x: 12, y: 80, largeur: 116, corps: 10, gras: false });

	it('a son texte à elle, même quand il touche celui de la case d’à côté', () => {
		const morceau = ecrit('Compétences Certificats');
		const traits = [
			...[10, 75, 200].map((x) => ({ x1: x, x2: x, y1: 60, y2: 100 })),
			...[60, 100].map((y) => ({ x1: 10, x2: 200, y1: y, y2: y })),
		];
		const [table] = contenuDe({
			numero: 1,
			largeur: 300,
			hauteur: 300,
			morceaux: [morceau],
			traits,
			aPart: [],
		}).flatMap((c) => ('table' in c ? [c.table] : []));
		expect(table?.cellules.map((c) => c.texte)).toEqual(['Compétences', 'Certificats']);
	});

	it('garde entier un mot que le filet toucherait', () => {
		const morceau = ecrit('Anticonstitutionnellement');
		const traits = [{ x1: 75, x2: 75, y1: 60, y2: 100 }];
		const [seul] = contenuDe({ numero: 1, largeur: 300, hauteur: 300, morceaux: [morceau], traits, aPart: [] });
		expect(seul && 'ligne' in seul && seul.ligne.texte).toBe('Anticonstitutionnellement');
	});
});

describe('les numéros imprimés au pied des pages', () => {
	let [reac, re]: PagePdf[][] = [];
	beforeAll(async () => {
		[reac, re] = await Promise.all([reacDuPhare(), reDuPhare()].map(async (d) => pagesDePdf(await d, () => {})));
	});
	const lire = (...pages: (readonly PagePdf[] | undefined)[]) =>
		lireReferentiel([documentDe(pages.flatMap((p) => p ?? []).map((page, i) => ({ ...page, numero: i + 1 })))]);
	const manques = (...pages: (readonly PagePdf[] | undefined)[]) =>
		lire(...pages).doutes.filter((d) => d.motif.startsWith('des pages manquent'));

	it('qui se suivent ne font aucun doute, même après la page d’un autre', () => {
		expect(manques(reac)).toEqual([]);
		expect(manques([{ ...(reac?.[0] as PagePdf), morceaux: [] }], reac)).toEqual([]);
	});
	it('disent qu’une page manque, au début, au milieu ou à la fin', () => {
		const total = reac?.length ?? 0;
		expect(manques(reac?.toSpliced(1, 1))).toMatchObject([{ page: 2, texte: `3/${total}` }]);
		expect(manques(reac?.slice(0, -1))).toMatchObject([{ page: total - 1, texte: `${total - 1}/${total}` }]);
		expect(() => lire(reac?.slice(0, 3))).toThrow(/rien à importer .*page 3 : des pages manquent/u);
	});
	it('refusent des pages en désordre, en double, ou de deux documents', () => {
		expect(() => lire(reac?.toReversed())).toThrow(/remettre les pages dans l’ordre/u);
		expect(() => lire(reac, reac?.slice(0, 1))).toThrow(/REAC 1\/\d+ » après « REAC/u);
		expect(() => lire(re, reac)).toThrow(/REAC 1\/\d+ » après « RE .*séparer les documents/u);
	});
	it('refusent deux pages sur une feuille', () => {
		const [un, deux] = [reac?.[1], reac?.[2]] as [PagePdf, PagePdf];
		const feuille = {
			...un,
			morceaux: [...un.morceaux, ...deux.morceaux.map((m) => ({ ...m, x: m.x + un.largeur }))],
			traits: [...un.traits, ...deux.traits.map((t) => ({ ...t, x1: t.x1 + un.largeur, x2: t.x2 + un.largeur }))],
		};
		expect(() => documentDe([feuille])).toThrow(/page 2 : deux pieds de page/u);
	});
});
