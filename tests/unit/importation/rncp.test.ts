import { describe, expect, it } from 'vitest';
import { feuillesDe, textesDe } from '../../../src/importation/compte.ts';
import { elementsDe, enfants, lecteurRncp, type Noeud, texteDe } from '../../../src/importation/rncp-flux.ts';
import { couperListe } from '../../../src/importation/rncp-liste.ts';
import { mots } from '../../../src/importation/signe.ts';
import { exportRncp, FICHE_LUTHIER, lireFiches as lire } from './rncps.ts';

const luthier = () => {
	const [fiche] = lire(exportRncp(FICHE_LUTHIER));
	if (!fiche) throw new Error('fiche attendue');
	return fiche;
};

describe('une fiche des données ouvertes', () => {
	it('ses faits', () => {
		expect(luthier()).toMatchObject({
			numero: 'RNCP90002',
			intitule: 'Luthier en atelier & en concert',
			sigle: 'LUTHIER-ATELIER-CONCERT',
			sigleDeNotreFait: true,
			annee: '2023',
			niveau: '4',
			nsf: ['234 v', '133'],
			rome: [{ valeur: 'B1501', libelle: "Fabrication d'instruments" }],
			codes: [{ type: 'RNCP', valeur: 'RNCP90002' }],
			debut: { date: '2023-09-01' },
			fin: { date: '2028-09-01' },
			anciennes: ['RNCP90001'],
			nouvelles: ['RNCP90003'],
			restes: [],
		});
	});

	it('ses blocs et leurs compétences', () => {
		expect(luthier().blocs.map((b) => [b.type, b.intitule, b.competences.map((c) => c.libelle)])).toEqual([
			[
				'ccp',
				'Fabriquer un instrument',
				['Choisir les bois', "Coller   d'aplomb les éclisses".replace(/ +/gu, ' '), 'Poser les filets'],
			],
			['ccp', 'Régler un instrument', ["Tailler l'âme", 'Poser le chevalet']],
			['ccs', 'Restaurer un instrument ancien', ['Dater un instrument.']],
		]);
	});

	it('chacun de ses mots, hors partenaires et statistiques', () => {
		const fiche = luthier();
		const compte = new Map<string, number>();
		const ajouter = (texte: string, n: number) => {
			for (const mot of mots(texte)) compte.set(mot, (compte.get(mot) ?? 0) + n);
		};
		for (const t of [...textesDe(fiche), ...fiche.nsf, fiche.numero, fiche.intitule, 'NIV4 Niveau 4', 'ID 1'])
			ajouter(t, 1);
		for (const r of fiche.rome) ajouter(`${r.valeur} ${r.libelle}`, 1);
		const lecteur = lecteurRncp(({ noeud }) => {
			for (const e of noeud.enfants)
				if (!/PARTENAIRES$|STATISTIQUES/u.test(e.nom)) for (const f of feuillesDe(e)) ajouter(f.texte, -1);
		});
		lecteur.ecrire(exportRncp(FICHE_LUTHIER));
		lecteur.finir();
		expect([...compte].filter(([, n]) => n < 0)).toEqual([]);
	});

	it('la même, lue caractère par caractère', () => {
		expect(lire(exportRncp(FICHE_LUTHIER), 1)).toEqual([luthier()]);
	});

	it('l’extrait gardé est le XML de la fiche, tel quel', () => {
		const extraits: string[] = [];
		const xml = exportRncp(`${FICHE_LUTHIER}\n${FICHE_LUTHIER.replaceAll('90002', '90009')}`);
		const lecteur = lecteurRncp((f) => extraits.push(f.xml));
		for (let i = 0; i < xml.length; i += 7) lecteur.ecrire(xml.slice(i, i + 7));
		lecteur.finir();
		expect(extraits).toEqual([FICHE_LUTHIER.trim(), FICHE_LUTHIER.replaceAll('90002', '90009').trim()]);
	});

	it('une fiche vide ne décale pas l’extrait de celle qui la suit', () => {
		const extraits: string[] = [];
		const lecteur = lecteurRncp((f) => extraits.push(f.xml));
		lecteur.ecrire(exportRncp(`<FICHE/>\n<FICHE />\n${FICHE_LUTHIER}`));
		lecteur.finir();
		expect(extraits).toEqual(['<FICHE/>', '<FICHE />', FICHE_LUTHIER.trim()]);
	});

	it('un élément inconnu va aux restes, un bloc sans compétences est refusé', () => {
		const [avec] = lire(exportRncp(FICHE_LUTHIER.replace('<ETAT_FICHE>', '<COULEUR>rouge</COULEUR><ETAT_FICHE>')));
		expect(avec?.restes).toEqual([{ ligne: expect.any(Number), texte: 'COULEUR : rouge' }]);
		const [dedans] = lire(
			exportRncp(FICHE_LUTHIER.replace('<COMPOSITION>', '<PRESIDENCE>Un maître</PRESIDENCE><COMPOSITION>')),
		);
		expect(dedans?.restes.map((r) => r.texte)).toEqual(['PRESIDENCE : Un maître']);
		expect(() =>
			lire(exportRncp(FICHE_LUTHIER.replace(/<LISTE_COMPETENCES>[\s\S]*?<\/LISTE_COMPETENCES>/u, ''))),
		).toThrow(/RNCP90002, ligne \d+ : le bloc « Fabriquer un instrument » n’a pas de compétences/u);
	});
});

describe('aucun mot d’une fiche ne se perd sans être dit', () => {
	it.each([
		[
			'un code ROME d’une autre forme',
			FICHE_LUTHIER.replace('>B1501<', '>B15-01<'),
			['CODE : B15-01', "LIBELLE : Fabrication d'instruments"],
		],
		['un niveau que rien ne lit', FICHE_LUTHIER.replace('>NIV4<', '>NIV9<'), ['NIVEAU : NIV9', 'LIBELLE : Niveau 4']],
		['une balise au milieu d’un texte', FICHE_LUTHIER.replace('* Ateliers', '* Ateliers <b>clos</b>'), []],
		[
			'un texte entre deux éléments',
			FICHE_LUTHIER.replace('<SI_JURY_VAE>', '<SI_JURY_VAE>Zinc'),
			['SI_JURY_VAE : Zinc'],
		],
		[
			'un nom imprimé deux fois',
			FICHE_LUTHIER.replace(/(<NOM_CERTIFICATEUR>.*?<.NOM_CERTIFICATEUR>)/u, '$1$1'),
			['NOM_CERTIFICATEUR : MINISTERE DU TRAVAIL'],
		],
		[
			'une seconde liste',
			FICHE_LUTHIER.replace('</CODES_ROME>', '</CODES_ROME><CODES_ROME><ROME><CODE>B1502</CODE></ROME></CODES_ROME>'),
			['CODE : B1502'],
		],
		[
			'un élément inconnu dont les mots sont ailleurs',
			FICHE_LUTHIER.replace('<ETAT_FICHE>', '<AUTRE>Type</AUTRE><ETAT_FICHE>'),
			['AUTRE : Type'],
		],
	])('%s', (_, xml, restes) => {
		expect(lire(exportRncp(xml))[0]?.restes.map((r) => r.texte)).toEqual(restes);
	});
});

describe('un XML refusé', () => {
	it.each([
		['coupé', exportRncp(FICHE_LUTHIER).slice(0, 900), /coupé avant la fin/u],
		['mal formé', exportRncp(FICHE_LUTHIER.replace('</INTITULE>', '</INTITULLE>')), /mal formé/u],
		['à entité inconnue', exportRncp(FICHE_LUTHIER.replace('Luthier en', 'Luthier &bombe; en')), /entité/u],
		['d’une autre version', exportRncp(FICHE_LUTHIER, '5.0'), /version de flux « 5\.0 » : seule la 4\.1/u],
		[
			'sans version',
			exportRncp(FICHE_LUTHIER).replace(/<VERSION_FLUX>.*?<\/VERSION_FLUX>/u, ''),
			/version de flux absente/u,
		],
		['d’une autre racine', '<RSS></RSS>', /la racine est <RSS>/u],
		['vide', '<?xml version="1.0" encoding="utf8"?>\n', /coupé avant la fin/u],
		['sans fiche ni version', '<FICHES></FICHES>', /ni <FICHES>, ni VERSION_FLUX/u],
		['d’un autre encodage', '<?xml version="1.0" encoding="ISO-8859-1"?>\n<FICHES></FICHES>', /encodage ISO-8859-1/u],
	])('%s', (_, xml, motif) => {
		expect(() => lire(xml)).toThrow(motif);
	});

	it('un DOCTYPE, avant toute entité', () => {
		expect(() => lire('<?xml version="1.0"?>\n<!DOCTYPE FICHES [<!ENTITY a "aaaa">]>\n<FICHES>&a;</FICHES>')).toThrow(
			/DOCTYPE/u,
		);
	});
});

describe('une liste de compétences aplatie', () => {
	it.each([
		['Choisir les bois  Poser les filets    Vernir', ['Choisir les bois', 'Poser les filets', 'Vernir'], 0],
		['- Choisir les bois  - Poser les filets - avec soin', ['Choisir les bois', 'Poser les filets - avec soin'], 0],
		['* Choisir   les bois      * Poser les filets', ['Choisir les bois', 'Poser les filets'], 0],
		['Choisir une solution   technique  Poser les filets', ['Choisir une solution technique', 'Poser les filets'], 0],
		['Choisir les bois (épicéa,  Érable)  Vernir', ['Choisir les bois (épicéa, Érable)', 'Vernir'], 0],
		['A1C1. Choisir les bois    A1C2.Poser les filets', ['Choisir les bois', 'Poser les filets'], 0],
		['C.1. Choisir les bois.      C.2. Vernir.', ['Choisir les bois.', 'Vernir.'], 0],
		['1.1 Choisir les bois    1.1.1 Peser les bois', ['Choisir les bois', 'Peser les bois'], 0],
		['Choisir les bois\n\nVernir', ['Choisir les bois', 'Vernir'], 0],
		['Choisir les bois  Sens du détail', ['Choisir les bois', 'Sens du détail'], 1],
		[
			'- Choisir les bois Poser les filets avec soin  - Vernir',
			['Choisir les bois Poser les filets avec soin', 'Vernir'],
			1,
		],
		['En respectant les règles :  Choisir les bois', ['En respectant les règles :', 'Choisir les bois'], 1],
		['Le luthier sait :  - Choisir les bois  - Vernir', ['Le luthier sait :', 'Choisir les bois', 'Vernir'], 1],
		['', [], 0],
	])('%j', (brut, items, doutes) => {
		const coupee = couperListe(brut);
		expect(coupee.items.map((i) => i.texte)).toEqual(items);
		expect(coupee.doutes).toHaveLength(doutes);
	});
});

describe('le flux des données ouvertes', () => {
	const fiches = (xml: string, morceau = xml.length) => {
		const lues: { nom: string; texte: string; ligne: number; enfants: unknown[]; xml: string }[] = [];
		const lecteur = lecteurRncp(({ noeud, xml: extrait }) => lues.push({ ...noeud, xml: extrait }));
		for (let i = 0; i < xml.length; i += morceau) lecteur.ecrire(xml.slice(i, i + morceau));
		lecteur.finir();
		return lues;
	};

	it('donne chaque fiche dès qu’elle finit, avec sa ligne, ses textes et ses CDATA', () => {
		const xml = exportRncp('<FICHE>\n<A>un &amp; <![CDATA[deux <trois>]]></A>\n<B><C>x</C></B></FICHE ><FICHE a="1"/>');
		expect(fiches(xml)).toEqual([
			{
				nom: 'FICHE',
				texte: '\n\n',
				ligne: 4,
				enfants: [
					{ nom: 'A', texte: 'un & deux <trois>', enfants: [], ligne: 5 },
					{ nom: 'B', texte: '', ligne: 6, enfants: [{ nom: 'C', texte: 'x', enfants: [], ligne: 6 }] },
				],
				xml: '<FICHE>\n<A>un &amp; <![CDATA[deux <trois>]]></A>\n<B><C>x</C></B></FICHE >',
			},
			{ nom: 'FICHE', texte: '', ligne: 6, enfants: [], xml: '<FICHE a="1"/>' },
		]);
		for (const n of [1, 2, 5, 9]) expect(fiches(xml, n)).toEqual(fiches(xml));
	});

	it('ne donne que les fiches de la racine, non celles qu’un autre élément tient', () => {
		const xml = exportRncp('<AUTRE><FICHE><A>x</A></FICHE></AUTRE><FICHE><FICHE>y</FICHE></FICHE>');
		expect(fiches(xml).map((f) => f.enfants)).toEqual([[{ nom: 'FICHE', texte: 'y', enfants: [], ligne: 4 }]]);
	});

	it('lit sa version en une ou plusieurs fois, et un encodage UTF-8 dit ou tu', () => {
		expect(fiches(exportRncp('<FICHE/>'), 1)).toHaveLength(1);
		for (const tete of ['', '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF8"?>'])
			expect(fiches(`${tete}<FICHES><VERSION_FLUX> 4.1 </VERSION_FLUX><FICHE/></FICHES>`)).toHaveLength(1);
		for (const autre of ['xutf-8', 'utf-8x', 'utf-16'])
			expect(() => fiches(`<?xml version="1.0" encoding="${autre}"?><FICHES></FICHES>`)).toThrow(`encodage ${autre}`);
	});

	it('un refus dit sa ligne, sans la position que le lecteur de XML y met', () => {
		expect(() => fiches('<FICHES>\n<A>\n</B></FICHES>')).toThrow(/^XML refusé, ligne 3 : XML mal formé \((?!\d)/u);
		expect(() => fiches('<FICHES>\n<A>&b;</A></FICHES>')).toThrow(
			/^XML refusé, ligne 2 : XML mal formé \(entité inconnue\)$/u,
		);
		for (const coupe of ['', '<A>un', '<A>un &am', '<A b="', '<!-- un'])
			expect(() => fiches(`<FICHES>\n${coupe}`), coupe).toThrow(/^XML refusé, ligne 2 : fichier coupé avant la fin$/u);
	});
});

describe('les éléments d’une fiche', () => {
	const noeud = (nom: string, texte: string, ...enfants: Noeud[]): Noeud => ({ nom, texte, enfants, ligne: 1 });
	const arbre = noeud('F', '', noeud('L', '', noeud('A', ' un '), noeud('B', 'x'), noeud('A', 'deux')));

	it('se trouvent par leur liste, leur texte par son chemin', () => {
		expect(elementsDe(arbre, 'L', 'A').map((n) => n.texte)).toEqual([' un ', 'deux']);
		expect(elementsDe(arbre, 'M', 'A')).toEqual([]);
		expect(texteDe(arbre, 'L', 'A')).toBe('un');
		expect(texteDe(arbre, 'L', 'C')).toBe('');
		expect(texteDe(arbre, 'M', 'A')).toBe('');
		expect(enfants(arbre, 'A')).toEqual([]);
	});
});
