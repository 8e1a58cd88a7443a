import { describe, expect, it } from 'vitest';
import { couperEnBlocs, ouvertureNommee } from '../../../src/importation/activite.ts';
import { lireLignes } from '../../../src/importation/ligne.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { annexe, blocsDe } from './annexes.ts';

const textesApres = (texte: string): string[] => {
	const { elements } = lireDocument(texte);
	return elements.slice(elements.findIndex((e) => e.sorte === 'blocs')).flatMap((e) => ('texte' in e ? [e.texte] : []));
};

describe('le nom d’un bloc', () => {
	it.each([
		['CCP', 'ccp', ''],
		['Activité 1', 'ccp', ''],
		['CCP 2 - Vernir', 'ccp', 'Vernir'],
		['Certificat complémentaire de spécialisation : Archeter', 'ccs', 'Archeter'],
	])('« %s » ouvre un bloc', (texte, type, titre) => {
		expect(ouvertureNommee(texte)).toMatchObject({ type, titre });
	});

	it.each([
		'CCP : constitutifs du titre',
		'Unité : à chaque poste',
		'Activité',
		'Bloc de compétences',
		'Activités du métier',
		'Certificat de compétences professionnelles (CCP)',
	])('« %s » n’en ouvre pas', (texte) => {
		expect(ouvertureNommee(texte)).toBeNull();
	});
});

describe('ce qui se glisse entre les compétences', () => {
	it('un intertitre sans mot connu, avant le bloc suivant, est une remarque', () => {
		const lue = lireDocument(
			annexe('1. Régler un instrument\n\nTailler l’âme.\n\nMusique ancienne\n\n2. Fretter\n\nPoser les frettes.\n'),
		);
		expect(lue.blocs.map((b) => b.competences.length)).toEqual([1, 1]);
		expect(lue.remarques).toEqual(['« Musique ancienne » : ce que le document imprime avant le bloc 2']);
	});

	it('une ligne seule à la fin de la liste la suit, et n’est pas une compétence', () => {
		const texte = annexe('1. Régler un instrument\n\nTailler l’âme.\n\nInstruments du quatuor\n');
		expect(blocsDe(texte)[0]?.competences).toEqual(['Tailler l’âme.']);
		expect(textesApres(texte)[0]).toBe('Instruments du quatuor');
	});

	it('plusieurs lignes sans infinitif à la fin de la liste la suivent', () => {
		const texte = annexe('1. Régler un instrument\n\nTailler l’âme.\n\nInstruments du quatuor\n\nViolon et alto\n');
		expect(blocsDe(texte)[0]?.competences).toEqual(['Tailler l’âme.']);
		expect(textesApres(texte).slice(0, 2)).toEqual(['Instruments du quatuor', 'Violon et alto']);
	});

	it('un nom qui finit par un point, ou suivi d’une compétence, en est une', () => {
		const fini = annexe('1. Régler un instrument\n\nTailler l’âme.\n\nSens du détail.\n\nMaîtrise du geste ;\n');
		expect(blocsDe(fini)[0]?.competences).toEqual(['Tailler l’âme.', 'Sens du détail.', 'Maîtrise du geste ;']);
		const suivi = annexe('1. Régler un instrument\n\nTailler l’âme.\n\nSens du détail\n\nPoser le chevalet.\n');
		expect(blocsDe(suivi)[0]?.competences).toEqual(['Tailler l’âme.', 'Sens du détail', 'Poser le chevalet.']);
	});

	it('une option reste dans sa compétence quand celle-ci ne peut pas finir là', () => {
		const suspens = annexe(
			'1. Régler un instrument\n\nChoisir les bois pour la\n\nTable d’harmonie\n\nPoser le chevalet\n',
		);
		expect(blocsDe(suspens)[0]?.competences).toEqual([
			'Choisir les bois pour la Table d’harmonie',
			'Poser le chevalet',
		]);
		const ouverte = annexe(
			'1. Régler un instrument\n\nChoisir les bois (épicéa\n\nÉrable) et les coller\n\nPoser le chevalet\n',
		);
		expect(blocsDe(ouverte)[0]?.competences[0]).toBe('Choisir les bois (épicéa Érable) et les coller');
	});

	it('une ligne repliée qui commence par une capitale suit la sienne', () => {
		expect(
			blocsDe(annexe('1. Régler un instrument\n\nPoser les filets selon la norme\nNF en vigueur\n\nTailler l’âme\n'))[0]
				?.competences,
		).toEqual(['Poser les filets selon la norme NF en vigueur', 'Tailler l’âme']);
	});

	it('là où les compétences ont un point, ce qui suit une ligne sans point est dit douteux', () => {
		const texte = annexe(
			'1. Régler un instrument\n\nTailler l’âme.\n\nPoser le chevalet.\n\nRégler la hauteur\n\nOption guitare\n',
		);
		expect(blocsDe(texte)[0]?.competences.at(-1)).toBe('Option guitare');
		expect(lireDocument(texte).doutes).toEqual([
			expect.objectContaining({
				texte: 'Option guitare',
				motif: 'ligne qui ne commence pas par un infinitif, lue comme une compétence',
			}),
		]);
	});
});

describe('un certificat complémentaire annoncé sans numéro', () => {
	it('prend pour intitulé la ligne qui suit', () => {
		const texte = annexe(
			'1. Régler un instrument\n\nTailler l’âme.\n\nCertificat complémentaire de spécialisation\n\nRestaurer un instrument ancien\n\nDater un instrument.\n',
		);
		expect(blocsDe(texte)).toEqual([
			{ type: 'ccp', intitule: 'Régler un instrument', competences: ['Tailler l’âme.'] },
			{ type: 'ccs', intitule: 'Restaurer un instrument ancien', competences: ['Dater un instrument.'] },
		]);
	});
});

describe('des activités que rien ne marque', () => {
	it('un intitulé et des compétences repliés sur deux lignes', () => {
		expect(
			blocsDe(
				annexe(
					'Régler un instrument\n\nà cordes frottées\n\nTailler l’âme\n\nde l’instrument.\n\nPoser le chevalet.\n\nCorder.\n\nAccorder.\n\nVernir un instrument\n\nPréparer les fonds.\n\nPoncer.\n\nPolir.\n',
				),
			).map((b) => [b.intitule, b.competences]),
		).toEqual([
			[
				'Régler un instrument à cordes frottées',
				['Tailler l’âme de l’instrument.', 'Poser le chevalet.', 'Corder.', 'Accorder.'],
			],
			['Vernir un instrument', ['Préparer les fonds.', 'Poncer.', 'Polir.']],
		]);
	});
});

const region = (...lignes: string[]) => {
	const lue = couperEnBlocs(lireLignes(lignes), 'Luthier');
	const textes = (ls: readonly { texte: string }[]) => ls.map((l) => l.texte);
	return {
		blocs: lue.groupes.map((g) => [g.type, g.marque, g.titre, ...textes(g.suite)]),
		puces: lue.groupes.flatMap((g) => g.suite.map((l) => l.puce)),
		avant: textes(lue.avant),
		apres: textes(lue.apres),
		entre: lue.intertitres.map((i) => [i.rang, i.texte, i.lignes]),
		doutes: lue.doutes.map((d) => [d.ligne, d.texte, d.motif]),
	};
};

describe('ce qui ouvre un bloc, dans tout un document', () => {
	it('un nombre, là où aucun bloc n’est nommé ; un CCS nommé vient à côté', () => {
		expect(region('1. Régler', 'Tailler.', '2 – Vernir', 'Poncer.', 'CCS – Dater', 'Peser.').blocs).toEqual([
			['ccp', '1.', 'Régler', 'Tailler.'],
			['ccp', '2 –', 'Vernir', 'Poncer.'],
			['ccs', 'CCS –', 'Dater', 'Peser.'],
		]);
	});

	it('un nom ; un nombre mène alors une compétence, et reste sa marque', () => {
		const lue = region('CCP 1 – Régler', '1. Tailler', '1.2 Poser', 'CCP 2 – Vernir', '2) Poncer');
		expect(lue.blocs).toEqual([
			['ccp', 'CCP 1 –', 'Régler', 'Tailler', 'Poser'],
			['ccp', 'CCP 2 –', 'Vernir', 'Poncer'],
		]);
		expect(lue.puces).toEqual(['1.', '1.2', '2)']);
	});

	it('jamais un nombre qu’une puce précède', () => {
		expect(region('1. Régler', '• 2. Tailler').blocs).toEqual([['ccp', '1.', 'Régler', '2. Tailler']]);
	});

	it('un numéro de compétence en est la marque, sans ouvrir de bloc, sauf derrière une puce', () => {
		const lue = region('1. Régler', '1.1. Tailler', 'C2 : Poser', 'a) Corder', '• 1.4 Peser', '3.1.2 Dater');
		expect(lue.blocs).toEqual([['ccp', '1.', 'Régler', 'Tailler', 'Poser', 'Corder', '1.4 Peser', 'Dater']]);
		expect(lue.puces).toEqual(['1.1.', 'C2 :', 'a)', '•', '3.1.2']);
	});

	it.each([
		['en gras', '**Régler**', '**Vernir**'],
		['en titre', '# Régler', '## Vernir'],
		['en capitales', 'RÉGLER', 'VERNIR'],
	])('une ligne %s, ses compétences numérotées ou non', (_, un, deux) => {
		for (const [a, b, c] of [
			['Tailler.', 'Poser.', 'Poncer.'],
			['1. Tailler.', '2. Poser.', '1. Poncer.'],
		] as const)
			expect(
				region(un, a, b, deux, c).blocs.map(([type, marque, titre, ...suite]) => [
					type,
					marque,
					titre?.toLowerCase(),
					...suite,
				]),
			).toEqual([
				['ccp', '', 'régler', 'Tailler.', 'Poser.'],
				['ccp', '', 'vernir', 'Poncer.'],
			]);
	});

	it('les nombres l’emportent sur l’habit quand ils en ont un, n’ont pas de point, ou que l’habit est seul', () => {
		expect(region('**Activités**', '**1. Régler**', 'Tailler.', '**2. Vernir**', 'Poncer.').blocs).toHaveLength(2);
		expect(
			region('**Un**', '1. Régler', 'Tailler.', '**Deux**', '2. Vernir', 'Poncer.').blocs.map((b) => b[2]),
		).toEqual([...['Régler', 'Vernir']]);
		expect(region('**Activités**', '1. Régler.', '2. Vernir.').blocs.map((b) => b[2])).toEqual(['Régler.', 'Vernir.']);
	});

	it('l’habit ne dit rien s’il est celui de toutes les lignes, ni si un des nombres n’a pas de point', () => {
		expect(region('TAILLER', 'POSER').blocs).toEqual([['ccp', '', 'Luthier', 'TAILLER', 'POSER']]);
		expect(region('**Un**', '1. Tailler.', '**Deux**', '2. Vernir', 'Poncer.').blocs.map((b) => b[2])).toEqual([
			...['Tailler.', 'Vernir'],
		]);
	});

	it('une ligne en gras n’en ouvre pas où les blocs ont un nom', () => {
		expect(region('CCP 1 – Régler', '**Bois**', 'Tailler.').blocs).toEqual([
			['ccp', 'CCP 1 –', 'Régler', 'Bois', 'Tailler.'],
		]);
	});

	it('une ligne en gras derrière une puce n’en ouvre pas', () => {
		expect(region('**Régler**', '• **Tailler**', '• Poser').blocs).toEqual([['ccp', '', 'Régler', 'Tailler', 'Poser']]);
	});
});

describe('autour des blocs', () => {
	it('ce qui précède le premier est de la prose', () => {
		expect(region('Le titre a deux activités :', '1. Régler', 'Tailler.')).toMatchObject({
			avant: ['Le titre a deux activités :'],
			blocs: [['ccp', '1.', 'Régler', 'Tailler.']],
		});
	});

	it('ce qui les sépare garde ses lignes et son rang, ce qui suit le dernier est de la prose', () => {
		const lue = region(
			'1. Régler',
			'Tailler.',
			'Option',
			'violon',
			'2. Vernir',
			'Poncer.',
			'Tableau des titres',
			'Luthier',
		);
		expect(lue.entre).toEqual([[1, 'Option violon', [3, 4]]]);
		expect(lue.apres).toEqual(['Tableau des titres', 'Luthier']);
	});

	it('« Certificats complémentaires » fait un CCS de tout ce qui suit, et n’est pas une compétence', () => {
		expect(
			region(
				'1. Régler',
				'Tailler.',
				'Certificats complémentaires de spécialisation :',
				'1. Dater',
				'Peser.',
				'2. Coter',
				'Voir.',
			),
		).toMatchObject({
			blocs: [
				['ccp', '1.', 'Régler', 'Tailler.'],
				['ccs', '1.', 'Dater', 'Peser.'],
				['ccs', '2.', 'Coter', 'Voir.'],
			],
			entre: [[1, 'Certificats complémentaires de spécialisation :', [3]]],
		});
		expect(region('1. Régler', 'Tailler.', 'Blocs de compétences optionnels', 'Dater', 'Peser.').blocs[1]).toEqual([
			...['ccs', 'Blocs de compétences optionnels', '', 'Dater', 'Peser.'],
		]);
		expect(region('1. Régler', 'Tailler.', 'Certificats complémentaires').blocs[1]).toEqual([
			...['ccs', 'Certificats complémentaires', ''],
		]);
	});

	it('une ligne numérotée qui n’est d’aucun bloc garde son numéro', () => {
		expect(region('1.1 Les activités', 'CCP 1 – Régler', 'Tailler.', 'Tableau des titres', '1. Luthier')).toMatchObject(
			{
				avant: ['1.1 Les activités'],
				blocs: [['ccp', 'CCP 1 –', 'Régler', 'Tailler.']],
				apres: ['Tableau des titres', '1. Luthier'],
			},
		);
		expect(
			region('CCP 1 – Régler', 'Tailler.', 'Option', '2. Violon', 'CCP 2 – Vernir', 'Poncer.').entre.map((i) => i[1]),
		).toEqual(['Option 2. Violon']);
		const ccs = '3. Certificats complémentaires de spécialisation';
		expect(region('CCP 1 – Régler', 'Tailler.', ccs, 'Dater', 'Peser.').blocs[1]).toEqual([
			...['ccs', ccs, '', 'Dater', 'Peser.'],
		]);
		expect(region('CCP 1 – Régler', 'Tailler.', ccs, 'CCS – Dater', 'Peser.').entre.map((i) => i[1])).toEqual([ccs]);
	});

	it.each([
		'Tableau des titres.',
		'Liste des titres.',
		'Nota : voir.',
		'Vous pouvez voir.',
		'Équivalences.',
		'Équivalence : voir.',
		'Sens ; détail',
		'Option.',
		'Spécialité.',
	])('« %s » finit la liste, même par un point', (ligne) => {
		expect(region('1. Régler', 'Tailler.', ligne)).toMatchObject({
			blocs: [['ccp', '1.', 'Régler', 'Tailler.']],
			apres: [ligne],
		});
	});

	it.each([
		['une puce', '• Option'],
		['une minuscule', 'option'],
		['un infinitif', 'Lister'],
		['un point', 'Sens du détail.'],
		['un point-virgule', 'Sens du détail ;'],
		['un mot qui n’est pas celui-là', 'Listes.'],
		['un mot qui n’est pas en tête', 'Le tableau de bord.'],
	])('%s ne finit pas la liste : « %s »', (_, ligne) => {
		expect(region('1. Régler', 'Tailler.', ligne).apres).toEqual([]);
	});

	it('une ligne ne finit pas la liste après une autre qui ne peut pas finir', () => {
		expect(region('1. Régler', 'Tailler', 'Option').apres).toEqual([]);
		expect(region('1. Régler', 'Tailler', '', 'Option').apres).toEqual(['Option']);
		expect(region('1. Régler', 'Poser.', 'Tailler', '', 'Option').apres).toEqual(['Option']);
		expect(region('1. Régler', 'Poser.', 'Corder.', 'Tailler', '', 'Option').apres).toEqual([]);
		expect(region('1. Régler', 'Tailler les', '', 'Option').apres).toEqual([]);
		expect(region('1. Régler', 'Tailler (un', '', 'Option)').apres).toEqual([]);
		expect(region('1. Régler', 'Option').apres).toEqual([]);
	});

	it('une ligne sans point finit la liste selon ce qui la suit', () => {
		const apres = (...suite: string[]) => region('1. Régler', 'Tailler.', 'Violon', ...suite).apres.length > 0;
		expect(apres()).toBe(true);
		expect(apres('et alto', 'Table')).toBe(true);
		expect(apres('et alto', 'Poser.')).toBe(false);
		expect(apres('• Table')).toBe(false);
		for (const [un, deux] of [
			['1. Régler', '2. Vernir'],
			['**Régler**', '**Vernir**'],
		] as const)
			expect(region(un, 'Tailler.', 'Violon', deux, 'Poncer.').entre).toEqual([[1, 'Violon', [3]]]);
	});
});

describe('des blocs que rien ne marque', () => {
	const ANNONCE = 'Choisir, tailler, poser, vernir puis accorder un instrument.';
	const ITEMS = ['Choisir puis tailler un bois.', 'Poser un instrument.', 'Savoir vernir et accorder.'];
	const MOTIF = 'ligne sans numéro, lue comme un intitulé de bloc';

	it('leurs intitulés sont les infinitifs sans point, là où les compétences en ont un ; le doute est dit', () => {
		expect(region('Régler', 'Tailler.', 'Poser.', 'Vernir', 'Poncer.', 'Polir.')).toMatchObject({
			blocs: [
				['ccp', '', 'Régler', 'Tailler.', 'Poser.'],
				['ccp', '', 'Vernir', 'Poncer.', 'Polir.'],
			],
			doutes: [
				[1, 'Régler', MOTIF],
				[4, 'Vernir', MOTIF],
			],
		});
	});

	it('n’en sont pas : une puce, un nom, une ligne avant une autre sans point, la dernière', () => {
		const titres = (...lignes: string[]) => region('Régler', 'Tailler.', 'Poser.', ...lignes).blocs.length;
		expect(titres('Vernir', 'Poncer.')).toBe(2);
		expect(titres('• Vernir', 'Poncer.')).toBe(1);
		expect(titres('Vernis', 'Poncer.')).toBe(1);
		expect(titres('Vernir')).toBe(1);
		expect(titres('Corder.', 'Vernir')).toBe(1);
		expect(titres('Corder l’âme', 'de l’instrument.', 'Peser.', 'Vernir', 'Poncer.', 'Polir.')).toBe(2);
		expect(titres('Corder.', 'Accorder.', 'Vernir', 'Poncer', 'Polir.')).toBe(1);
	});

	it('sans un tel intitulé en tête, celui du titre en tient lieu', () => {
		expect(region('Tailler.', 'Vernir', 'Poncer.', 'Polir.')).toMatchObject({
			blocs: [['ccp', '', 'Luthier', 'Tailler.', 'Vernir', 'Poncer.', 'Polir.']],
			doutes: [[1, 'Tailler.', 'aucun intitulé de bloc dans le document : celui du titre en tient lieu']],
		});
	});

	it('et les numéros « 1.1 » de ses compétences, sans bloc numéroté, sont leurs marques', () => {
		const lue = region('1.1 Tailler.', '1.2 Poser.');
		expect(lue.blocs).toEqual([['ccp', '', 'Luthier', 'Tailler.', 'Poser.']]);
		expect(lue.puces).toEqual(['1.1', '1.2']);
	});

	it('ne laissent rien autour d’eux, et un intitulé emprunté est dit tel', () => {
		const rien = { avant: [], intertitres: [], apres: [] };
		const lu = (...lignes: string[]) => couperEnBlocs(lireLignes(lignes), 'Luthier');
		expect(lu('Tailler.', 'Vernir.')).toMatchObject({ ...rien, groupes: [{ titre: 'Luthier', emprunte: true }] });
		expect(lu(ANNONCE, ...ITEMS)).toMatchObject(rien);
		expect(lu(ANNONCE, ...ITEMS).groupes[0]).not.toHaveProperty('emprunte');
		expect(couperEnBlocs(lireLignes(['Tailler.']), undefined)).toMatchObject({ intertitres: [], apres: [] });
	});

	it('sans intitulé de titre non plus, tout est de la prose ; sans ligne, il n’y a rien', () => {
		const lue = couperEnBlocs(lireLignes(['Tailler.', 'Poser.']), undefined);
		expect(lue).toMatchObject({ groupes: [], avant: [{ texte: 'Tailler.' }, { texte: 'Poser.' }] });
		expect(couperEnBlocs([], 'Luthier')).toEqual({ avant: [], groupes: [], intertitres: [], apres: [], doutes: [] });
	});

	it('la première ligne est leur intitulé quand elle annonce les mots des autres, et le doute est dit', () => {
		expect(region(ANNONCE, ...ITEMS)).toMatchObject({
			blocs: [['ccp', '', ANNONCE, ...ITEMS]],
			doutes: [
				[
					1,
					ANNONCE,
					'aucun intitulé marqué : la première ligne, qui annonce les autres, est lue comme l’intitulé du bloc',
				],
			],
		});
	});

	it('elle ne l’est ni avec une seule autre, ni si ses mots n’y sont pas, ni si une autre annonce autant', () => {
		const titre = (...lignes: string[]) => region(...lignes).blocs[0]?.[2];
		expect(titre(ANNONCE, 'Choisir, tailler, poser, vernir puis accorder un instrument et un archet.')).toBe('Luthier');
		expect(titre('Fendre, sécher, scier, dater puis peser un instrument.', ...ITEMS)).toBe('Luthier');
		expect(titre('Choisir, poser, vernir.', ...ITEMS)).toBe('Luthier');
		expect(titre('Choisir, tailler, poser, vernir, accorder.', ...ITEMS)).toMatch(/^Choisir/u);
		expect(titre('Choisir, tailler, poser et ou un vernir.', ...ITEMS)).toBe('Luthier');
		expect(titre('Choisir, tailler, poser, vernir les un.', ...ITEMS)).toBe('Luthier');
		expect(titre(ANNONCE, ANNONCE.replace('.', ' ;'), ...ITEMS)).toBe('Luthier');
	});
});
