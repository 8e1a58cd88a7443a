import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lignesDePage, type Morceau } from '../../../src/importation/page.ts';

/** A run of text as a PDF places it, six points per letter. */
const morceau = (texte: string, x: number, y: number, corps = 12): Morceau => ({
	texte,
	x,
	y,
	largeur: texte.length * 6,
	corps,
});

/** The same texts at the same places, but drawn from bottom to top: the order in the file must not matter. */
const sansOrdre = (morceaux: readonly Morceau[]): Morceau[] => [...morceaux].reverse();

describe('les lignes d’une page', () => {
	it('des mots posés un à un font une ligne, avec une espace où le dessin en laisse une', () => {
		expect(
			lignesDePage([
				morceau('Tailler', 50, 700),
				morceau('l’', 96, 700),
				morceau('âme', 108, 700),
				morceau(' et', 126, 700),
				morceau('la', 148, 700),
			]),
		).toEqual(['Tailler l’âme et la']);
	});

	it('une ligature est rendue à ses lettres', () => {
		expect(lignesDePage([morceau('Les ﬁlets eﬃlés', 50, 700)])).toEqual(['Les filets effilés']);
	});

	it('un appel de note plus haut que sa ligne y reste, le plus grand corps la fixe', () => {
		expect(
			lignesDePage([morceau('1', 116, 704, 6), morceau('Instruments', 50, 700), morceau('anciens', 134, 700)]),
		).toEqual(['Instruments¹ anciens']);
	});

	it('deux colonnes se lisent l’une après l’autre ; une page blanche n’a pas de ligne', () => {
		const lignes = [0, 1, 2, 3].flatMap((i) => [
			morceau(`gauche ${i}`, 50, 700 - 14 * i),
			morceau(`droite ${i}`, 300, 700 - 14 * i),
		]);
		expect(lignesDePage(lignes)).toEqual([
			...[0, 1, 2, 3].map((i) => `gauche ${i}`),
			'',
			...[0, 1, 2, 3].map((i) => `droite ${i}`),
		]);
		expect(lignesDePage([morceau('  ', 50, 700)])).toEqual([]);
	});

	it('un grand blanc sépare, un item en retrait le garde', () => {
		expect(
			lignesDePage([
				morceau('Compétences', 50, 700),
				morceau('Tailler', 68, 686),
				morceau('Corder', 68, 672),
				morceau('Page', 50, 600),
			]),
		).toEqual(['Compétences', '   Tailler', '   Corder', '', 'Page']);
	});

	it('aucun mot n’est perdu ni écrit deux fois, où qu’il soit posé', () => {
		const mot = fc.record({
			texte: fc.stringMatching(/^[a-z]{1,12}$/u),
			x: fc.integer({ min: 0, max: 500 }),
			y: fc.integer({ min: 0, max: 60 }).map((n) => n * 7),
			corps: fc.constantFrom(6, 10, 12, 24),
		});
		const signes = (textes: readonly string[]) => [...textes.join('').replaceAll(' ', '')].sort().join('');
		fc.assert(
			fc.property(fc.array(mot, { maxLength: 40 }), (poses) => {
				const morceaux = poses.map((m) => morceau(m.texte, m.x, m.y, m.corps));
				expect(signes(lignesDePage(morceaux))).toBe(signes(morceaux.map((m) => m.texte)));
			}),
			{ numRuns: 200 },
		);
	});

	const colonnes = (x: number, nom: string, y: number, n: number, pas = 14) =>
		Array.from({ length: n }, (_, i) => morceau(`${nom}${i}`, x, y - pas * i));

	it('un titre qui passe au-dessus des colonnes reste au-dessus, un autre entre elles', () => {
		expect(
			lignesDePage([
				morceau('Un titre qui va d’un bord de la page à l’autre', 50, 714),
				...colonnes(50, 'a', 700, 4),
				...colonnes(300, 'b', 700, 4),
				morceau('Un autre titre qui va d’un bord de la page à l’autre', 50, 644),
				...colonnes(50, 'c', 630, 4),
				...colonnes(300, 'd', 630, 4),
			]).filter((l) => l !== ''),
		).toEqual([
			'Un titre qui va d’un bord de la page à l’autre',
			...['a0', 'a1', 'a2', 'a3', 'b0', 'b1', 'b2', 'b3'],
			'Un autre titre qui va d’un bord de la page à l’autre',
			...['c0', 'c1', 'c2', 'c3', 'd0', 'd1', 'd2', 'd3'],
		]);
	});

	it('trois colonnes se lisent l’une après l’autre', () => {
		expect(
			lignesDePage([...colonnes(400, 'c', 700, 4), ...colonnes(220, 'b', 700, 4), ...colonnes(50, 'a', 700, 4)]).filter(
				(l) => l !== '',
			),
		).toEqual(['a', 'b', 'c'].flatMap((nom) => [0, 1, 2, 3].map((i) => `${nom}${i}`)));
	});

	it('deux colonnes dont les lignes ne tombent pas en face se lisent l’une après l’autre', () => {
		expect(lignesDePage([...colonnes(50, 'a', 700, 4), ...colonnes(300, 'b', 693, 4)]).filter((l) => l !== '')).toEqual(
			['a0', 'a1', 'a2', 'a3', 'b0', 'b1', 'b2', 'b3'],
		);
	});

	it('deux lignes en face se lisent comme le fichier les écrit ; s’il ne le dit pas, de gauche à droite, et c’est un doute', () => {
		const page = [...colonnes(50, 'a', 700, 2), ...colonnes(300, 'b', 700, 2)];
		expect(lignesDePage(page)).toEqual(['a0', 'a1', '', 'b0', 'b1']);
		const doutes: string[] = [];
		const lues = lignesDePage(sansOrdre(page), undefined, (texte, motif) => doutes.push(`${texte} : ${motif}`));
		expect(lues).toEqual(['a0  b0', 'a1  b1']);
		expect(doutes).toEqual([
			'a0 : textes côte à côte, lus d’après leur place : le fichier les écrit dans un autre ordre',
		]);
	});

	it('une liste de deux colonnes entre deux lignes courtes ne les prend pas dans sa colonne de gauche', () => {
		const page = [
			morceau('Ses outils :', 50, 714),
			...colonnes(50, 'a', 700, 3),
			...colonnes(300, 'b', 700, 3),
			morceau('Une suite courte.', 50, 658),
		];
		expect(lignesDePage(page).filter((l) => l !== '')).toEqual([
			...['Ses outils :', 'a0', 'a1', 'a2', 'b0', 'b1', 'b2', 'Une suite courte.'],
		]);
	});

	it('trois paires que le fichier écrit ligne par ligne sont un tableau, et un doute ; une phrase qui y serait coupée fait deux colonnes', () => {
		const page = (a: string, b: string) =>
			[0, 1, 2].flatMap((i) => [morceau(a, 50, 700 - 14 * i), morceau(b, 300, 700 - 14 * i)]);
		const doutes: string[] = [];
		const lire = (a: string, b: string) => lignesDePage(page(a, b), undefined, (_, motif) => doutes.push(motif));
		expect(lire('Durée', 'Une heure')).toEqual(['Durée  Une heure', 'Durée  Une heure', 'Durée  Une heure']);
		expect(lire('la suite', 'de ceci').filter(Boolean)).toEqual([
			...Array(3).fill('la suite'),
			...Array(3).fill('de ceci'),
		]);
		expect(doutes).toEqual([
			'textes côte à côte, lus ligne par ligne comme le fichier les écrit : ou des colonnes ?',
			'textes côte à côte, lus d’après leur place : le fichier les écrit ligne par ligne, au milieu d’une phrase',
		]);
	});

	it('une tête que le fichier écrit après tout le reste se lit à sa hauteur', () => {
		const page = [
			...colonnes(50, 'a', 700, 3),
			...colonnes(300, 'b', 700, 3),
			morceau('Une tête qui va d’un bord de la page à l’autre', 50, 740),
		];
		expect(lignesDePage(page)[0]).toBe('Une tête qui va d’un bord de la page à l’autre');
	});

	it('sous un grand blanc, ce qui suit n’est pas le pied des colonnes', () => {
		expect(
			lignesDePage([
				...colonnes(50, 'a', 700, 4),
				...colonnes(300, 'b', 700, 4),
				morceau('gauche', 50, 600),
				morceau('droite', 300, 600),
			]).filter((l) => l !== ''),
		).toEqual(['a0', 'a1', 'a2', 'a3', 'b0', 'b1', 'b2', 'b3', 'gauche  droite']);
	});

	it('une ligne vide se met où le blanc dépasse l’interligne, et là seulement', () => {
		const lignes = (ecart: number) =>
			lignesDePage([
				morceau('a', 50, 700),
				morceau('b', 50, 686),
				morceau('c', 50, 672),
				morceau('d', 50, 672 - ecart),
			]);
		expect(lignes(20)).toEqual(['a', 'b', 'c', 'd']);
		expect(lignes(21)).toEqual(['a', 'b', 'c', '', 'd']);
	});

	it('un retrait se compte depuis le bord de sa colonne, douze espaces au plus', () => {
		expect(lignesDePage([morceau('a', 50, 700), morceau('b', 62, 686), morceau('c', 300, 672)])).toEqual([
			...['a', '  b', `${' '.repeat(12)}c`],
		]);
		const seconde = lignesDePage([
			...colonnes(50, 'a', 700, 4),
			...colonnes(300, 'b', 700, 3),
			morceau('retrait', 312, 658),
		]);
		expect(seconde.slice(-2)).toEqual(['b2', '  retrait']);
	});

	it('une espace se met entre deux mots que le dessin sépare, jamais deux', () => {
		const deux = (trou: number, a = 'un', b = 'deux') =>
			lignesDePage([morceau(a, 50, 700), morceau(b, 50 + a.length * 6 + trou, 700)]);
		expect(deux(1)).toEqual(['undeux']);
		expect(deux(2)).toEqual(['un deux']);
		expect(deux(2, 'un ')).toEqual(['un deux']);
		expect(deux(2, 'un', ' deux')).toEqual(['un deux']);
		expect(deux(18)).toEqual(['un deux']);
		expect(deux(19)).toEqual(['un  deux']);
	});

	it('un mot posé sur un plus long ne cache pas ce qui suit', () => {
		expect(lignesDePage([morceau('longuement', 50, 700), morceau('é', 56, 700), morceau('posé', 112, 700)])).toEqual([
			'longuementé posé',
		]);
	});

	it('l’ordre où le fichier pose les mots n’en change pas la lecture', () => {
		const page = [
			morceau('Un titre qui va d’un bord de la page à l’autre', 50, 714),
			...colonnes(50, 'a', 700, 4),
			...colonnes(300, 'b', 700, 4),
			morceau('1', 62, 704, 6),
			morceau('pied', 50, 600),
		];
		const attendu = lignesDePage(page);
		fc.assert(
			fc.property(fc.shuffledSubarray(page, { minLength: page.length }), (melee) => {
				expect(lignesDePage(melee)).toEqual(attendu);
			}),
			{ numRuns: 30 },
		);
	});

	it('la ligne d’un mot est celle du plus grand corps, qu’un appel la précède ou qu’un indice la suive', () => {
		expect(
			lignesDePage([morceau('1', 116, 704, 6), morceau('Instruments', 50, 700), morceau('anciens', 134, 696)]),
		).toEqual(['Instruments¹ anciens']);
		expect(lignesDePage([morceau('H', 50, 700), morceau('2', 56, 697, 6), morceau('Suite', 50, 693)])).toEqual([
			...['H2', 'Suite'],
		]);
	});

	it('un mot qui a déjà ses espaces au milieu est séparé de celui qui le précède', () => {
		expect(lignesDePage([morceau('un', 50, 700), morceau('deux trois', 64, 700)])).toEqual(['un deux trois']);
		expect(lignesDePage([morceau('  un ', 50, 700)])).toEqual(['un']);
	});

	it('trois lignes en face font deux colonnes, la plus courte sans ligne vide au bout', () => {
		expect(lignesDePage([...colonnes(50, 'a', 700, 3), ...colonnes(300, 'b', 700, 3)])).toEqual([
			...['a0', 'a1', 'a2', '', 'b0', 'b1', 'b2'],
		]);
		expect(lignesDePage([...colonnes(50, 'a', 700, 3), ...colonnes(300, 'b', 700, 5)])).toEqual([
			...['a0', 'a1', 'a2', '', 'b0', 'b1', 'b2', 'b3', 'b4'],
		]);
	});

	describe('des noms centrés en face d’une liste', () => {
		const droite = [
			...['Poser les cordes d’un', 'instrument.', 'Ajuster le chevalet.', 'Contrôler la justesse'],
			...['avec un diapason.', 'Vernir la table.', 'Ranger.'],
		].map((texte, i) => morceau(texte, 300, 700 - 14 * i));
		const noms = (...rangs: number[]) => rangs.map((rang, i) => morceau(`CCP ${i + 1} – Nom`, 50, 700 - 14 * rang));

		it('sont refusés sous un en-tête, quand aucun blanc ne sépare leurs rangées', () => {
			const tete = [morceau('CCP', 50, 730), morceau('Compétences', 300, 730)];
			expect(() => lignesDePage([...tete, ...noms(0, 4), ...droite])).toThrow(/rangées ne se distinguent pas/u);
			expect(lignesDePage([...tete, ...noms(0, 3), ...droite]).join('')).toContain('<td>CCP 2 – Nom</td>');
			const suite = [morceau('d’un autre bloc', 50, 700), morceau('CCP 2 – Nom', 50, 700 - 14 * 3)];
			expect(() => lignesDePage([...tete, ...suite, ...droite])).toThrow(/rangées ne se distinguent pas/u);
		});

		it('gardent leur numéro, même sous un en-tête centré', () => {
			const tete = [morceau('N°', 50, 730), morceau('Activités', 180, 730), morceau('Compétences', 300, 730)];
			const rangs = [0, 3].flatMap((rang, i) => [
				morceau(`${i + 1}`, 52, 700 - 14 * rang),
				morceau('Nom', 90, 700 - 14 * rang),
			]);
			expect(lignesDePage([...tete, ...rangs, ...droite]).join('')).toContain('<td>2</td><td>Nom</td>');
		});
	});

	it('deux lignes de chaque côté qui alternent font deux colonnes, deux et une non', () => {
		const lues = (n: number) =>
			lignesDePage(sansOrdre([...colonnes(50, 'a', 700, 2, 20), ...colonnes(300, 'b', 690, n, 20)])).flatMap((l) =>
				l.trim() === '' ? [] : [l.trim()],
			);
		expect(lues(2)).toEqual(['a0', 'a1', 'b0', 'b1']);
		expect(lues(1)).toEqual(['a0', 'b0', 'a1']);
	});

	it('un titre qui passe au-dessus des colonnes y passe aussi quand un numéro est à son bout', () => {
		expect(
			lignesDePage([
				...colonnes(50, 'a', 700, 3),
				...colonnes(300, 'b', 700, 3),
				morceau('Un titre qui va d’un bord de la page à l’autre', 50, 651),
				morceau('12', 500, 651),
				...colonnes(50, 'c', 637, 3),
				...colonnes(300, 'd', 637, 3),
			]).filter((l) => l !== ''),
		).toEqual([
			...['a0', 'a1', 'a2', 'b0', 'b1', 'b2'],
			'Un titre qui va d’un bord de la page à l’autre  12',
			...['c0', 'c1', 'c2', 'd0', 'd1', 'd2'],
		]);
	});

	it('le pied des colonnes en est jusqu’à trois corps de blanc', () => {
		const lues = (y: number) =>
			lignesDePage(
				sansOrdre([
					...colonnes(50, 'a', 700, 4),
					...colonnes(300, 'b', 700, 4),
					morceau('gauche', 50, y),
					morceau('droite', 300, y),
				]),
			).filter((l) => l !== '');
		expect(lues(658 - 36).slice(4, 6)).toEqual(['gauche', 'b0']);
		expect(lues(658 - 37).at(-1)).toBe('gauche  droite');
	});

	it('l’interligne est celui de la plupart des lignes : ni les grands blancs, ni le haut d’une colonne n’en sont', () => {
		const page = (...ys: number[]) => lignesDePage(ys.map((y, i) => morceau(`l${i}`, 50, y)));
		expect(page(700, 686, 656, 642)).toEqual(['l0', 'l1', '', 'l2', 'l3']);
		expect(page(700, 686, 600, 500)).toEqual(['l0', 'l1', '', 'l2', '', 'l3']);
		expect(lignesDePage([50, 300].flatMap((x) => [700, 686, 664].map((y, i) => morceau(`${x} ${i}`, x, y))))).toEqual([
			'50 0',
			'50 1',
			'50 2',
			'',
			'300 0',
			'300 1',
			'300 2',
		]);
	});
});
