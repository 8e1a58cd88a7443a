import { describe, expect, it } from 'vitest';
import { texteDePdf } from '../../../scripts/importer/pdf.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { pdf, poser } from './pdfs.ts';

type Doc = Parameters<typeof poser>[0];

/** Annexes of an invented title, laid out in several ways; all have the same two blocs. */
const TETE = [
	'Intitulé : titre professionnel de luthier.',
	'Niveau : IV.',
	'Code NSF : 234 v.',
	"Résumé du référentiel d'emploi",
	'Le luthier en atelier fabrique, règle et répare les instruments à cordes de toutes tailles.',
	'Capacités attestées et descriptif des composantes de la certification',
];
const QUEUE = [
	"Secteurs d'activités ou types d'emploi accessibles par le détenteur du titre",
	'Ateliers de lutherie, maisons de vente, orchestres, musées et conservatoires.',
	'Code ROME :',
	"B1501 - Fabrication et réparation d'instruments de musique.",
	"Réglementation de l'activité :",
	'Néant.',
];
const BLOCS: readonly [string, readonly string[]][] = [
	[
		'Fabriquer un instrument',
		[
			'Débiter le bois de la caisse',
			'Assembler la caisse et le manche selon le plan fourni par le client de l’atelier',
			'Vernir l’instrument',
		],
	],
	[
		'Régler un instrument',
		[
			'Poser les cordes',
			'Ajuster le chevalet et l’âme pour que les cordes conviennent au jeu du musicien',
			'Contrôler la justesse',
		],
	],
];

const plier = (texte: string, largeur: number): string[] => {
	const lignes: string[] = [];
	for (const mot of texte.split(' ')) {
		const avant = lignes.at(-1);
		if (avant === undefined || `${avant} ${mot}`.length > largeur) lignes.push(mot);
		else lignes[lignes.length - 1] = `${avant} ${mot}`;
	}
	return lignes;
};

/** Writes paragraphs from top to bottom, and starts a new page when there is no more room. */
const page = (doc: Doc, { cadre = (_: number) => {}, bas = 760 } = {}) => {
	let [y, numero] = [0, 0];
	const tourner = () => {
		doc.addPage();
		cadre(++numero);
		y = 80;
	};
	tourner();
	const ligne = (texte: string, x = 60) => {
		if (y > bas) tourner();
		y = poser(doc, [texte], { x, y, pas: 13, corps: 9 });
	};
	const paragraphe = (texte: string, largeur = 80, x = 60) => {
		for (const l of plier(texte, largeur)) ligne(l, x);
		y += 7;
	};
	return { ligne, paragraphe, hauteur: () => y, descendre: (de: number) => (y += de) };
};
type Page = ReturnType<typeof page>;

const dessiner = (
	blocs: (p: Page, doc: Doc) => void,
	options: Omit<NonNullable<Parameters<typeof page>[1]>, 'cadre'> & { cadre?: (doc: Doc, n: number) => void } = {},
) =>
	pdf((doc) => {
		const { cadre, ...reste } = options;
		const p = page(doc, { ...reste, ...(cadre && { cadre: (n: number) => cadre(doc, n) }) });
		for (const texte of TETE) p.paragraphe(texte);
		blocs(p, doc);
		for (const texte of QUEUE) p.paragraphe(texte);
	});

const numerotes = (p: Page) => {
	for (const [n, [titre, items]] of BLOCS.entries()) {
		p.paragraphe(`${n + 1}. ${titre}`);
		for (const item of items) p.paragraphe(`${item}.`, 60);
	}
};

/** A table without rules. @param nom where the name of a bloc is in its row, from its top */
const colonnes = (p: Page, doc: Doc, tete: [string, string], nom: (hauteur: number) => number, largeur = 60) => {
	poser(doc, [tete[0]], { x: 60, y: p.hauteur(), corps: 9 });
	p.paragraphe(tete[1], 45, 260);
	for (const [titre, items] of BLOCS) {
		const haut = p.hauteur();
		for (const item of items) p.paragraphe(item, 45, 260);
		poser(doc, plier(titre, largeur), { x: 60, y: haut + nom(p.hauteur() - haut - 20), pas: 13, corps: 9 });
		p.descendre(12);
	}
};

const lire = async (octets: Uint8Array | Promise<Uint8Array>) => {
	const { texte, courants, doutes } = await texteDePdf(await octets, () => {});
	const lecture = lireDocument(texte);
	return {
		lecture,
		blocs: lecture.blocs.map((b) => [b.intitule, b.competences.map((c) => c.libelle.replace(/\.$/u, ''))]),
		doutes: [...lecture.doutes, ...doutes].map((d) => d.motif),
		courants: courants.map((c) => c.texte),
	};
};

const petit = (doc: Doc, texte: string, x: number, y: number) => poser(doc, [texte], { x, y, corps: 8 });

describe('les têtes et les pieds d’une annexe en PDF', () => {
	it('qui alternent d’une page à l’autre n’entrent dans aucun libellé, même sur deux pages', async () => {
		const lu = await lire(
			dessiner(numerotes, {
				bas: 380,
				cadre: (doc, n) => {
					petit(doc, n % 2 ? 'Ministère du travail' : 'Titre professionnel de luthier', n % 2 ? 60 : 380, 30);
					petit(doc, `- ${n} -`, 290, 800);
				},
			}),
		);
		expect(lu.blocs).toEqual(BLOCS);
		expect(lu.courants).toEqual(expect.arrayContaining(['Ministère du travail', 'Titre professionnel de luthier']));
	});

	it('qui ne sont qu’à partir de la deuxième page, une fois, sont mis à part par leur place', async () => {
		const lu = await lire(
			dessiner(numerotes, {
				bas: 380,
				cadre: (doc, n) => n > 1 && petit(doc, 'Bulletin officiel du travail, 2009-05', 60, 30),
			}),
		);
		expect(lu.blocs).toEqual(BLOCS);
		expect(lu.courants).toEqual(['Bulletin officiel du travail, 2009-05']);
	});

	it('l’intitulé d’un bloc, seul en haut de sa page, reste un intitulé', async () => {
		const octets = pdf((doc) => {
			const p = page(doc);
			for (const texte of TETE) p.paragraphe(texte);
			p.paragraphe('CCP 1 – Fabriquer un instrument');
			p.paragraphe('Débiter le bois.');
			doc.addPage();
			poser(doc, ['CCP 2 – Régler un instrument'], { x: 60, y: 30, corps: 9 });
			poser(doc, ['Poser les cordes.', ...QUEUE], { x: 60, y: 90, pas: 13, corps: 9 });
		});
		const lu = await lire(octets);
		expect(lu.blocs.map(([titre]) => titre)).toEqual(['Fabriquer un instrument', 'Régler un instrument']);
		expect(lu.courants).toEqual([]);
	});

	it('un filigrane en travers de la page est dit, sans toucher à ses lignes', async () => {
		const lu = await lire(
			dessiner(numerotes, {
				cadre: (doc) =>
					doc
						.save()
						.rotate(45, { origin: [300, 400] })
						.fontSize(70)
						.text('PROJET', 200, 400, { lineBreak: false })
						.restore(),
			}),
		);
		expect(lu.blocs).toEqual(BLOCS);
		expect(lu.courants).toEqual(['PROJET']);
	});

	it('des pages numérotées en chiffres romains ne donnent rien à un libellé qui change de page', async () => {
		const octets = pdf((doc) => {
			const pages = [
				[...TETE, '1. Fabriquer un instrument', 'Débiter le bois'],
				['de la caisse.', '2. Régler un instrument', 'Poser les cordes.', ...QUEUE],
			];
			for (const [i, lignes] of pages.entries()) {
				doc.addPage();
				poser(doc, lignes, { x: 60, y: 80, pas: 20, corps: 9 });
				petit(doc, ['i', 'ii'][i] ?? '', 300, 800);
			}
		});
		expect((await lire(octets)).blocs[0]).toEqual(['Fabriquer un instrument', ['Débiter le bois de la caisse']]);
	});
});

/** One text under the other, with what `autour` draws at the place of some of them. */
const ecrite = (autour: (doc: Doc, texte: string, y: number) => number | undefined) =>
	pdf((doc) => {
		doc.addPage();
		let y = 60;
		const items = BLOCS.flatMap(([titre, libelles], n) => [`${n + 1}. ${titre}`, ...libelles.map((l) => `${l}.`)]);
		for (const texte of [...TETE, ...items, ...QUEUE]) {
			const pris = autour(doc, texte, y);
			if (pris === undefined) poser(doc, [texte], { x: 60, y, corps: 9 });
			y += pris ?? 20;
		}
	});

describe('un filigrane là où la page est vide', () => {
	const apres = (item: string, texte: string, corps: number, dessin: (doc: Doc) => void) =>
		ecrite((doc, ligne, y) => {
			if (ligne !== item) return undefined;
			poser(doc, [ligne], { x: 60, y, corps: 9 });
			dessin(doc);
			doc.fontSize(corps).text(texte, 150, y + 20, { lineBreak: false });
			doc.fillColor('#000').fillOpacity(1);
			return 100;
		});

	it.each<[string, string, number, (doc: Doc) => void]>([
		['gris clair', 'PROJET', 60, (doc) => doc.fillColor('#ddd')],
		['gris, à peine plus grand que le texte', 'Copie', 12, (doc) => doc.fillColor('#bbb')],
		['noir et transparent', 'DOCUMENT DE TRAVAIL', 30, (doc) => doc.fillOpacity(0.2)],
	])('%s, n’est d’aucun libellé', async (_, texte, corps, dessin) => {
		const lu = await lire(apres('Débiter le bois de la caisse.', texte, corps, dessin));
		expect(lu).toMatchObject({ blocs: BLOCS, courants: [texte], doutes: [] });
	});

	it('aussi noir que le texte, est un doute : ce pourrait être un titre', async () => {
		const lu = await lire(apres('Vernir l’instrument.', 'PROJET', 60, () => {}));
		expect(lu.doutes).toContain('gros caractères au milieu du texte : titre, ou filigrane ?');
	});

	it('le grand titre d’une page n’en est pas un', async () => {
		const lu = await lire(
			ecrite((doc, ligne, y) => {
				if (ligne !== TETE[0]) return undefined;
				poser(doc, ['RÉFÉRENTIEL DU TITRE DE LUTHIER EN ATELIER'], { x: 60, y: y - 20, corps: 20 });
				poser(doc, [ligne], { x: 60, y: y + 20, corps: 9 });
				return 40;
			}),
		);
		expect(lu).toMatchObject({ blocs: BLOCS, doutes: [] });
	});
});

describe('un formulaire', () => {
	const CHAMP = /^(Intitulé|Niveau|Code NSF)( :) (.*)$/u;
	/** Fields with their values at the right: `dy` points higher, drawn after all labels, in another size. */
	const rempli = (dy: number, { signe = ' :', corps = 9, x = 160, loin = false } = {}) =>
		pdf((doc) => {
			doc.addPage();
			const items = BLOCS.flatMap(([titre, libelles], n) => [`${n + 1}. ${titre}`, ...libelles.map((l) => `${l}.`)]);
			const lignes = [...TETE, ...items, ...QUEUE].map((texte, i) => ({
				champ: CHAMP.exec(texte),
				texte,
				y: 60 + 20 * i,
			}));
			for (const { champ, texte, y } of lignes)
				poser(doc, [champ ? `${champ[1]}${signe}` : texte], { x: 60, y, corps: 9 });
			for (const { champ, y } of lignes) if (champ) poser(doc, [champ[3] ?? ''], { x, y: y - dy, corps });
			if (loin) poser(doc, ['Fait à Paris.'], { x, y: 760, corps: 9 });
		});

	it.each([
		[0, {}],
		[4, {}],
		[8, {}],
		[-5, {}],
		[4, { corps: 12 }],
		[5, { x: 320 }],
		[5, { signe: '' }],
		[5, { loin: true }],
	])('dont les valeurs sont écrites à part, %d points plus haut, donne ses champs (%j)', async (dy, plus) => {
		const { lecture, blocs, doutes } = await lire(rempli(dy, plus));
		expect(lecture).toMatchObject({ intitule: 'luthier', niveau: 'IV', nsf: ['234 v'] });
		expect({ blocs, doutes }).toEqual({ blocs: BLOCS, doutes: [] });
	});

	it('dont une valeur tient sur deux lignes la donne entière', async () => {
		const octets = pdf((doc) => {
			doc.addPage();
			poser(doc, ['Intitulé :'], { x: 60, y: 60, corps: 9 });
			poser(doc, ['Niveau :', 'Code NSF :'], { x: 60, y: 100, pas: 20, corps: 9 });
			const items = BLOCS.flatMap(([titre, libelles], n) => [`${n + 1}. ${titre}`, ...libelles.map((l) => `${l}.`)]);
			poser(doc, [...TETE.slice(3), ...items, ...QUEUE], { x: 60, y: 160, pas: 20, corps: 9 });
			poser(doc, ['luthier en atelier', 'et en concert'], { x: 160, y: 56, pas: 12, corps: 9 });
			poser(doc, ['IV.', '234 v.'], { x: 160, y: 96, pas: 20, corps: 9 });
		});
		const { lecture, doutes } = await lire(octets);
		expect(lecture).toMatchObject({ intitule: 'luthier en atelier et en concert', niveau: 'IV', nsf: ['234 v'] });
		expect(doutes).toEqual([]);
	});

	it('une colonne de texte à côté d’une étiquette n’est pas sa valeur', async () => {
		const octets = pdf((doc) => {
			doc.addPage();
			poser(doc, ['Intitulé : luthier.', 'Niveau :', 'IV.', 'Code NSF :', '234 v.'], {
				x: 60,
				y: 60,
				pas: 20,
				corps: 9,
			});
			const prose = ['Le luthier travaille en', 'atelier, sur commande,', 'avec des musiciens de', 'tous les styles.'];
			poser(doc, prose, { x: 320, y: 80, pas: 20, corps: 9 });
			const items = BLOCS.flatMap(([titre, libelles], n) => [`${n + 1}. ${titre}`, ...libelles.map((l) => `${l}.`)]);
			poser(doc, [...TETE.slice(3), ...items, ...QUEUE], { x: 60, y: 200, pas: 20, corps: 9 });
		});
		expect((await lire(octets)).lecture).toMatchObject({ niveau: 'IV', nsf: ['234 v'] });
	});
});

describe('une lettrine', () => {
	const ornee = (cible: string, corps: number, ...lignes: readonly string[]) =>
		ecrite((doc, texte, y) => {
			if (texte !== cible) return undefined;
			const lettre = cible.charAt(0);
			poser(doc, [lettre], { x: 60, y, corps });
			const x = 60 + doc.widthOfString(lettre) + 2;
			poser(doc, lignes, { x, y: y + 0.1 * corps, pas: 11, corps: 9 });
			return 20 + 11 * (lignes.length - 1);
		});
	const [libelle = ''] = (BLOCS[0]?.[1].slice(1) ?? []).map((l) => `${l}.`);

	it.each<[number, string[]]>([
		[22, ['ssembler la caisse et le manche selon le plan', 'fourni par le client de l’atelier.']],
		[34, ['ssembler la caisse et', 'le manche selon le plan fourni', 'par le client de l’atelier.']],
	])('de %d points revient à son mot', async (corps, lignes) => {
		expect(await lire(ornee(libelle, corps, ...lignes))).toMatchObject({ blocs: BLOCS, doutes: [] });
	});

	it('d’un résumé revient au sien, et son article reste élidé', async () => {
		const [, suite = ''] = /^L(.*)$/u.exec(TETE[4] ?? '') ?? [];
		const { lecture } = await lire(
			ornee(TETE[4] ?? '', 26, suite.slice(0, suite.indexOf(' les')), suite.slice(suite.indexOf('les'))),
		);
		expect(lecture.elements).toContainEqual(expect.objectContaining({ texte: TETE[4] }));
	});
});

describe('une liste de deux colonnes au milieu d’une page d’une seule', () => {
	const OUTILS = ['Scier la table', 'Raboter le fond', 'Percer les ouïes', 'Coller les éclisses', 'Tailler la volute'];
	const enColonnes = (p: Page, doc: Doc, gauche: readonly string[], droite: readonly string[]) => {
		const haut = p.hauteur();
		for (const l of gauche) p.ligne(`${l}.`);
		poser(
			doc,
			droite.map((l) => `${l}.`),
			{ x: 300, y: haut, pas: 13, corps: 9 },
		);
	};

	it('donne ses compétences colonne par colonne, et rien du bloc qui la suit', async () => {
		const lu = await lire(
			dessiner((p, doc) => {
				p.ligne('1. Fabriquer un instrument');
				enColonnes(p, doc, OUTILS.slice(0, 3), OUTILS.slice(3));
				p.ligne('2. Régler un instrument');
				p.paragraphe('Poser les cordes.');
			}),
		);
		expect(lu).toMatchObject({
			blocs: [
				['Fabriquer un instrument', OUTILS],
				['Régler un instrument', ['Poser les cordes']],
			],
			doutes: [],
		});
	});

	it('est un doute quand le fichier écrit d’abord la colonne de droite', async () => {
		const octets = await dessiner((p, doc) => {
			p.ligne('1. Fabriquer un instrument');
			const haut = p.hauteur();
			poser(doc, ['Coller les éclisses.', 'Tailler la volute.'], { x: 300, y: haut, pas: 13, corps: 9 });
			enColonnes(p, doc, OUTILS.slice(0, 3), []);
			p.ligne('2. Régler un instrument');
			p.paragraphe('Poser les cordes.');
		});
		const { doutes } = await lire(octets);
		expect(doutes).toContain('textes côte à côte, lus d’après leur place : le fichier les écrit dans un autre ordre');
	});
});

describe('ce qu’une page ne montre pas, ou montre deux fois', () => {
	const avec = (cadre: (doc: Doc) => void) => lire(dessiner(numerotes, { cadre }));
	const court = (doc: Doc) => poser(doc, ['Poncer ce que nul ne voit.'], { x: 60, y: 760, corps: 9 });

	it.each<[string, (doc: Doc) => void]>([
		['blanc sur blanc', (doc) => court(doc.fillColor('#fff')) && doc.fillColor('#000')],
		['sans encre', (doc) => court(doc.fillOpacity(0)) && doc.fillOpacity(1)],
		['recouvert de blanc', (doc) => court(doc) && doc.rect(50, 750, 200, 30).fill('#fff').fillColor('#000')],
	])('un texte %s est laissé de côté, et c’est un doute', async (_, cadre) => {
		const lu = await avec(cadre);
		expect(lu.blocs).toEqual(BLOCS);
		expect(lu.courants).toEqual(['Poncer ce que nul ne voit.']);
		expect(lu.doutes).toEqual([expect.stringMatching(/, laissé de côté$/u)]);
	});

	it('un texte blanc sur un fond de couleur se lit', async () => {
		const lu = await avec((doc) => {
			doc.rect(50, 750, 200, 30).fill('#036');
			court(doc.fillColor('#fff'));
			doc.fillColor('#000');
		});
		expect(lu.courants).toEqual([]);
		expect(lu.doutes).toEqual([]);
	});

	it('un texte écrit deux fois au même endroit, pour le gras, se lit une fois', async () => {
		const octets = dessiner((p, doc) => {
			for (const [n, [titre, items]] of BLOCS.entries()) {
				poser(doc, [`${n + 1}. ${titre}`], { x: 60.4, y: p.hauteur(), corps: 9 });
				p.paragraphe(`${n + 1}. ${titre}`);
				for (const item of items) p.paragraphe(`${item}.`, 60);
			}
		});
		expect(await lire(octets)).toMatchObject({ blocs: BLOCS, doutes: [] });
	});

	it('un grand mot que d’autres lignes traversent n’est d’aucune', async () => {
		const lu = await avec((doc) => {
			doc.fillColor('#ddd').fontSize(90).text('PROJET', 80, 180, { lineBreak: false });
			doc.fillColor('#000');
		});
		expect(lu.blocs).toEqual(BLOCS);
		expect(lu.courants).toEqual(['PROJET']);
	});

	it('une page que le fichier dit de tourner se lit comme elle est montrée', async () => {
		const octets = pdf((doc) => {
			doc.addPage();
			Object.assign(doc.page.dictionary.data, { Rotate: 90 });
			doc.rotate(-90).translate(-842, 0);
			poser(doc, [...TETE, ...BLOCS.flatMap(([t, c], i) => [`${i + 1}. ${t}`, ...c.map((l) => `${l}.`)]), ...QUEUE], {
				...{ x: 60, y: 40, pas: 16, corps: 9 },
			});
		});
		expect((await lire(octets)).blocs).toEqual(BLOCS);
	});
});

describe('un tableau que rien ne trace dans un PDF', () => {
	it('se lit par rangées, le nom en haut de la sienne', async () => {
		expect(await lire(dessiner((p, doc) => colonnes(p, doc, ['CCP', 'Compétences'], () => 0)))).toMatchObject({
			blocs: BLOCS,
			doutes: [],
		});
	});
	it('le nom sur deux lignes', async () => {
		const lu = await lire(
			dessiner((p, doc) => colonnes(p, doc, ['Activité type', 'Compétences professionnelles'], () => 0, 13)),
		);
		expect(lu).toMatchObject({ blocs: BLOCS, doutes: [] });
	});
	it('le nom au milieu de sa rangée', async () => {
		expect(await lire(dessiner((p, doc) => colonnes(p, doc, ['CCP', 'Compétences'], (h) => h / 2 - 3)))).toMatchObject({
			blocs: BLOCS,
			doutes: [],
		});
	});
	it('est refusé quand rien ne sépare ses rangées', async () => {
		const serre = dessiner((p, doc) => {
			poser(doc, ['CCP'], { x: 60, y: p.hauteur(), corps: 9 });
			p.ligne('Compétences', 260);
			const haut = p.hauteur();
			for (const [, items] of BLOCS) for (const item of items) p.ligne(item.slice(0, 30), 260);
			for (const [n, [titre]] of BLOCS.entries()) poser(doc, [titre], { x: 60, y: haut + 20 + 39 * n, corps: 9 });
			p.descendre(20);
		});
		await expect(lire(serre)).rejects.toThrow(
			/^« CCP \| Compétences » : tableau sans traits, dont les rangées ne se distinguent pas/u,
		);
	});
});

describe('un tableau tracé', () => {
	/** Draws rows of two cells. @returns the ordinate below them */
	const rangs = (doc: Doc, y: number, rangees: readonly (readonly [string, string])[]) => {
		let ici = y;
		for (const [nom, libelle] of rangees) {
			for (const [x, l, texte] of [
				[60, 180, nom],
				[240, 280, libelle],
			] as const) {
				doc.lineWidth(0.5).rect(x, ici, l, 18).stroke();
				if (texte) poser(doc, [texte], { x: x + 4, y: ici + 4, corps: 9 });
			}
			ici += 18;
		}
		return ici;
	};
	const TETES = ['CCP', 'Compétences'] as const;
	const COURTS = BLOCS.map(
		([nom, libelles]) => [nom, libelles.map((l) => l.replace(/ (?:selon|et l’).*$/u, ''))] as const,
	);
	const avec = (...pages: (readonly (readonly [string, string])[])[]) =>
		pdf((doc) => {
			let bas = 60;
			for (const [i, rangees] of pages.entries()) {
				doc.addPage();
				if (i === 0) poser(doc, TETE, { x: 60, y: 60, pas: 20, corps: 9 });
				bas = rangs(doc, i === 0 ? 800 - 18 * rangees.length : 60, rangees);
			}
			doc.addPage();
			poser(doc, QUEUE, { x: 60, y: 60, pas: 20, corps: 9 });
			return bas;
		});
	const cellules = (nomme: (k: number) => boolean) =>
		COURTS.flatMap(([nom, libelles]) => libelles.map((l, k) => [nomme(k) ? nom : '', l] as const));

	it.each<[string, readonly (readonly (readonly [string, string])[])[]]>([
		['dont le nom n’est que dans la première case', [[TETES, ...cellules((k) => k === 0)]]],
		['dont le nom est dans chaque case', [[TETES, ...cellules(() => true)]]],
		['sur deux pages', [[TETES, ...cellules((k) => k === 0).slice(0, 2)], cellules((k) => k === 0).slice(2)]],
		[
			'sur deux pages, l’en-tête répété',
			[
				[TETES, ...cellules((k) => k === 0).slice(0, 2)],
				[TETES, ...cellules((k) => k === 0).slice(2)],
			],
		],
	])('%s garde ses colonnes', async (_, pages) => {
		expect(await lire(avec(...pages))).toMatchObject({ blocs: COURTS, doutes: [] });
	});
});

describe('la composition d’un PDF', () => {
	it('un petit chiffre levé est un appel de note ou un exposant', async () => {
		const lu = await lire(
			dessiner((p, doc) => {
				p.paragraphe('1. Régler un instrument');
				for (const [debut, chiffre] of [
					['Ajuster le chevalet', '1'],
					['Ranger un atelier de 20 m', '2'],
				] as const) {
					doc.fontSize(9).text(debut, 60, p.hauteur(), { lineBreak: false });
					const x = 60 + doc.widthOfString(debut);
					poser(doc, [chiffre], { x, y: p.hauteur() - 1, corps: 5 });
					poser(doc, ['.'], { x: x + 3, y: p.hauteur(), corps: 9 });
					p.descendre(20);
				}
				p.paragraphe('1 Selon le modèle.');
			}),
		);
		expect(lu.blocs).toEqual([['Régler un instrument', ['Ajuster le chevalet', 'Ranger un atelier de 20 m²']]]);
	});

	it('des numéros romains, des libellés sur deux lignes sans point', async () => {
		const lu = await lire(
			dessiner((p) => {
				for (const [n, [titre, items]] of BLOCS.entries()) {
					p.paragraphe(`${['I', 'II'][n]} - ${titre}`);
					for (const item of items) p.paragraphe(item, 45);
				}
			}),
		);
		expect(lu).toMatchObject({ blocs: BLOCS, doutes: [] });
	});

	it('un trait d’union en fin de ligne que rien n’éclaire est un doute', async () => {
		const lu = await lire(
			dessiner((p) => {
				p.paragraphe('1. Régler un instrument');
				p.ligne('Ajuster le chevalet selon la hau-');
				p.paragraphe('teur voulue, en semi-');
				p.paragraphe('automatique.');
			}),
		);
		expect(lu.doutes).toEqual(['trait d’union en fin de ligne : mot coupé, ou mot composé ? Laissé tel quel']);
	});

	it('des lettres espacées une à une sont refusées', async () => {
		const espacees = dessiner((p) => {
			p.paragraphe('1. R é g l e r u n i n s t r u m e n t');
			p.paragraphe('Poser les cordes.');
		});
		await expect(lire(espacees)).rejects.toThrow(/lettres espacées une à une/u);
	});
});
