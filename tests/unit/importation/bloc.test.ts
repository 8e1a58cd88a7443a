import { describe, expect, it } from 'vitest';
import { lireBlocs, usageDesItems } from '../../../src/importation/bloc.ts';
import { lireLignes } from '../../../src/importation/ligne.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { annexe } from './annexes.ts';

const lire = (activites: string) => {
	const { blocs, doutes } = lireDocument(annexe(activites));
	return {
		intitules: blocs.map((b) => b.intitule),
		competences: blocs[0]?.competences.map((c) => c.libelle),
		doutes: doutes.map((d) => d.motif),
	};
};

describe('où commence une compétence', () => {
	it('une ligne sans puce parmi des puces : un infinitif en ouvre une, et le doute est dit ; un nom suit la sienne', () => {
		expect(
			lire(
				'1. Régler un instrument\n\n• Choisir les bois\n• Poser les filets selon la norme\nNF en vigueur\nVernir la table\n',
			),
		).toEqual({
			intitules: ['Régler un instrument'],
			competences: ['Choisir les bois', 'Poser les filets selon la norme NF en vigueur', 'Vernir la table'],
			doutes: ['ligne sans puce, lue comme une compétence'],
		});
	});

	it('un infinitif après une ligne sans point, là où les autres en ont : le doute est dit', () => {
		expect(
			lire('1. Régler un instrument\n\nTailler l’âme.\n\nPoser le chevalet\n\nRégler la hauteur.\n\nCorder.\n'),
		).toMatchObject({
			competences: ['Tailler l’âme.', 'Poser le chevalet', 'Régler la hauteur.', 'Corder.'],
			doutes: ['la ligne d’avant ne finit pas par un point : deux compétences, ou une seule ?'],
		});
	});

	it('le retrait d’un PDF qui a perdu ses puces ouvre une compétence, même un nom', () => {
		expect(
			lire(
				'1. Régler un instrument\n\n   Tailler l’âme selon\nles usages\n   Sens du détail\n   Pose du chevalet\nà la main\n',
			).competences,
		).toEqual(['Tailler l’âme selon les usages', 'Sens du détail', 'Pose du chevalet à la main']);
	});
});

describe('une liste dans une compétence', () => {
	it('à une autre puce reste dans la sienne', () => {
		expect(
			lire(
				'1. Régler un instrument\n\n• Choisir les bois\n\n• Ajuster les pièces mobiles :\n\n– Chevalet ;\n\n– Âme.\n\n• Corder\n\n• Accorder\n',
			).competences,
		).toEqual(['Choisir les bois', 'Ajuster les pièces mobiles : Chevalet ; Âme.', 'Corder', 'Accorder']);
	});

	it('numérotée garde ses numéros, qui sont du texte', () => {
		expect(
			lire(
				'CCP 1 – Régler un instrument\n\n- Choisir les bois\n\n- Ajuster les pièces mobiles :\n\n1. le chevalet ;\n\n2. l’âme.\n\n- Corder\n',
			).competences,
		).toEqual(['Choisir les bois', 'Ajuster les pièces mobiles : 1. le chevalet ; 2. l’âme.', 'Corder']);
	});

	it('à lettres garde ses lettres, qui sont du texte', () => {
		expect(
			lire('1. Régler un instrument\n\nAjuster les pièces mobiles :\n\na) le chevalet ;\n\nb) l’âme.\n\nCorder.\n')
				.competences,
		).toEqual(['Ajuster les pièces mobiles : a) le chevalet ; b) l’âme.', 'Corder.']);
	});

	it('à la seconde puce de Word, un « o », ne le garde pas', () => {
		expect(competences('• Choisir :', 'o Bois', 'o Fer.', '• Poser')).toEqual(['Choisir : Bois Fer.', 'Poser']);
	});
});

describe('la suite d’un intitulé', () => {
	it('une parenthèse qui s’ouvre par un nombre en est', () => {
		expect(lire('1. Régler un instrument\n\n(4 ou 5 cordes)\n\nTailler l’âme.\n').intitules).toEqual([
			'Régler un instrument (4 ou 5 cordes)',
		]);
	});

	it('une ligne sans infinitif ni point, avant une compétence, en est, et le doute est dit', () => {
		expect(
			lire('1. Régler un instrument\n\nViolon et violoncelle\n\nTailler l’âme.\n\nPoser le chevalet.\n\nCorder.\n'),
		).toEqual({
			intitules: ['Régler un instrument Violon et violoncelle'],
			competences: ['Tailler l’âme.', 'Poser le chevalet.', 'Corder.'],
			doutes: ['ligne sans infinitif ni point, lue comme la suite de l’intitulé'],
		});
	});
});

/** Blocs read from lines under one title. */
const sous = (titre: string, ...lignes: string[]) => {
	const [tete, ...suite] = lireLignes([titre, ...lignes]);
	if (!tete) throw new Error('titre attendu');
	const { blocs, doutes } = lireBlocs([{ type: 'ccp', marque: '', titre: tete.texte, ligne: tete, suite }]);
	const [bloc] = blocs;
	if (!bloc) throw new Error('bloc attendu');
	return {
		intitule: bloc.intitule,
		competences: bloc.competences.map((c) => c.libelle),
		doutes: doutes.map((d) => `${d.ligne} ${d.motif}`),
		bloc,
	};
};
const competences = (...lignes: string[]) => sous('Régler', ...lignes).competences;

describe('la coutume des items d’un document', () => {
	const usage = (...lignes: string[]) => usageDesItems(lireLignes(lignes));

	it('a la puce la plus fréquente, si trois lignes sur dix en ont une', () => {
		const nues = (n: number) => Array.from({ length: n }, () => 'Régler');
		expect(usage('– un', '• deux', '• trois').puce).toBe('•');
		expect(usage('• un', '• deux', '– trois').puce).toBe('•');
		expect(usage('• un', '• deux', '• trois', ...nues(7)).puce).toBe('•');
		expect(usage('• un', '• deux', ...nues(8)).puce).toBeNull();
		expect(usage().puce).toBeNull();
	});

	it('a un retrait où trois capitales sur cinq sont en retrait, et jamais une minuscule', () => {
		expect(usage('  Un', '  Deux', 'de bois').retrait).toBe(true);
		expect(usage('  Un', '  Deux', '  Trois', 'Quatre', 'Cinq', 'de bois').retrait).toBe(true);
		expect(usage('  Un', '  Deux', 'Trois', 'Quatre', 'de bois').retrait).toBe(false);
		expect(usage('  Un', '  Deux').retrait).toBe(false);
		expect(usage('  Un', '  Deux', '  12 cordes').retrait).toBe(false);
		expect(usage('  Un', '  Deux', 'Trois').retrait).toBe(false);
		expect(usage('  Un', '  Deux', 'de bois', '  de fer').retrait).toBe(false);
	});

	it('a des points où trois items sur cinq en ont un, les lignes tout en capitales à part', () => {
		expect(usage('Un.', 'Deux ;', 'Trois.', 'Quatre', 'Cinq').stops).toBe(true);
		expect(usage('Un.', 'Deux.', 'Trois', 'Quatre', 'Cinq').stops).toBe(false);
		expect(usage('Un.', 'DEUX', 'TROIS', 'quatre', 'cinq').stops).toBe(true);
		expect(usage().stops).toBe(false);
	});

	it('a des minuscules où la moitié des lignes, trois au moins, en ouvrent et finissent', () => {
		expect(usage('un ;', 'deux ;', 'Trois', 'Quatre').minuscules).toBe(true);
		expect(usage('un ;', 'deux ;').minuscules).toBe(false);
		expect(usage('un ;', 'Deux', 'Trois').minuscules).toBe(false);
		expect(usage('un', 'deux', 'trois').minuscules).toBe(false);
	});
});

describe('les compétences d’un bloc', () => {
	it('une puce en ouvre une, quoi qu’il y ait avant', () => {
		expect(competences('• Choisir les', '• Bois')).toEqual(['Choisir les', 'Bois']);
	});

	it('une minuscule n’en ouvre une que là où c’est la coutume, après une qui finit', () => {
		expect(sous('Régler :', 'tailler ;', 'poser', 'le chevalet ;', 'corder.').competences).toEqual([
			...['tailler ;', 'poser le chevalet ;', 'corder.'],
		]);
		expect(competences('Tailler ;', 'poser ;', 'Corder', 'Vernir', 'Polir')).toEqual([
			...['Tailler ; poser ;', 'Corder', 'Vernir', 'Polir'],
		]);
	});

	it('ce qui suit un mot en suspens ou une parenthèse ouverte est de la même', () => {
		expect(competences('Choisir les', 'Poser', '', 'Vernir')).toEqual(['Choisir les Poser', 'Vernir']);
		expect(competences('Choisir (un', 'Poser)', '', 'Vernir')).toEqual(['Choisir (un Poser)', 'Vernir']);
	});

	it('ce qui suit deux-points en est une autre, et le doute est dit', () => {
		expect(sous('Régler', 'Choisir :', 'Poser le bois', 'Vernir')).toMatchObject({
			competences: ['Choisir :', 'Poser le bois', 'Vernir'],
			doutes: ['3 la ligne d’avant finit par deux-points sans ouvrir de liste reconnaissable'],
		});
		expect(sous('Régler', 'Choisir : le bois', 'Poser')).toMatchObject({
			competences: ['Choisir : le bois', 'Poser'],
			doutes: [],
		});
		expect(competences('• Choisir', '• Ajuster :', 'Poser le bois', '• Corder')).toEqual([
			...['Choisir', 'Ajuster :', 'Poser le bois', 'Corder'],
		]);
	});

	it('là où il y a des puces, seul un infinitif en ouvre une sans la sienne, après une ligne sans point', () => {
		expect(sous('Régler', '• Choisir', 'Les bois', '• Poser', 'Vernir')).toMatchObject({
			competences: ['Choisir Les bois', 'Poser', 'Vernir'],
			doutes: ['5 ligne sans puce, lue comme une compétence'],
		});
		expect(sous('Régler', '• Choisir.', 'Les bois').doutes).toEqual([]);
	});

	it('là où il y a un retrait, il en ouvre une ; un infinitif au bord en ouvre une, et le doute est dit', () => {
		expect(sous('Régler', '  Choix du', 'bois', '  Pose', '  Vernis', 'Norme', 'Corder')).toMatchObject({
			competences: ['Choix du bois', 'Pose', 'Vernis Norme', 'Corder'],
			doutes: ['7 la ligne d’avant ne finit pas par un point : deux compétences, ou une seule ?'],
		});
	});

	it('là où il y a un retrait et des points, un nom en retrait n’en ouvre pas', () => {
		expect(competences('  Choisir.', '  Poser.', '  Tailler.', '  Vernir', '  Norme du', 'bois.')).toEqual([
			...['Choisir.', 'Poser.', 'Tailler.', 'Vernir Norme du bois.'],
		]);
		expect(competences('  Choisir.', '  Poser.', '  Tailler.', '  Vernir', '  Corder du', 'bois.')).toEqual([
			...['Choisir.', 'Poser.', 'Tailler.', 'Vernir', 'Corder du bois.'],
		]);
	});

	it('sans puce, sans point ni retrait, un infinitif en ouvre une sans doute ; un nom, après une ligne vide, avec', () => {
		expect(sous('Régler', 'Choisir', 'Poser', 'Norme', '', 'Sens du détail')).toMatchObject({
			competences: ['Choisir', 'Poser Norme', 'Sens du détail'],
			doutes: ['6 ligne qui ne commence pas par un infinitif, lue comme une compétence'],
		});
	});

	it('disent leurs lignes, et la marque qui les menait si c’est un nombre ou une lettre, non une puce', () => {
		const { bloc } = sous('Régler', '• Choisir', 'les bois', 'o Poser');
		expect(bloc).toMatchObject({ lignes: [1], competences: [{ lignes: [2, 3] }, { lignes: [4] }] });
		for (const c of bloc.competences) expect(c).not.toHaveProperty('marque');
		const { blocs } = lireDocument(annexe('1. Régler\n\nC2 : Poser.\n\na) Corder.\n\n1.3 Accorder.\n'));
		expect(blocs[0]?.competences.map((c) => [c.marque, c.libelle])).toEqual([
			['C2 :', 'Poser.'],
			['a)', 'Corder.'],
			['1.3', 'Accorder.'],
		]);
	});
});

describe('la liste qu’une compétence ouvre par deux-points', () => {
	it('en minuscules, à la même puce, finit à son point, ou à un infinitif', () => {
		const debut = ['• Choisir :', '• le bois'];
		expect(competences(...debut, '• le fer.', '• Poser')).toEqual(['Choisir : le bois le fer.', 'Poser']);
		expect(competences(...debut, '• le fer', '• Poser')).toEqual(['Choisir : le bois le fer', 'Poser']);
		expect(competences(...debut, '• le fer ;', '• Laiton')).toEqual(['Choisir : le bois le fer ; Laiton']);
	});

	it('en retrait sous elle, finit où la liste revient à sa marge', () => {
		expect(competences('- Choisir :', '  - Bois ;', '  - Laiton ;', '- Pose du bois.')).toEqual([
			'Choisir : Bois ; Laiton ;',
			'Pose du bois.',
		]);
	});

	it('sans deux-points, est la suite de la compétence où elle est en retrait, et un doute', () => {
		expect(sous('Régler', '- Choisir', '  - à la main', '- Poser', '- Vernir')).toMatchObject({
			competences: ['Choisir à la main', 'Poser', 'Vernir'],
			doutes: ['3 puce en retrait sous une compétence, lue comme sa suite'],
		});
		expect(sous('Régler', '- Choisir', '- à la main', '- Poser', '- Vernir', '- Polir')).toMatchObject({
			competences: ['Choisir', 'à la main', 'Poser', 'Vernir', 'Polir'],
			doutes: ['3 puce qui ne commence pas par une capitale : compétence, ou détail de celle d’avant ?'],
		});
	});

	it('« ou » seul entre deux libellés est un doute', () => {
		expect(sous('Régler', 'Choisir le bois', 'ou', 'Poser').doutes).toEqual([
			'3 mot seul entre deux libellés : une compétence, ou deux ?',
		]);
	});

	it('en capitales à la même puce, finie par une virgule ou un point-virgule', () => {
		expect(competences('• Choisir :', '• Bois ;', '• Fer.', '• Poser')).toEqual(['Choisir : Bois ; Fer.', 'Poser']);
		expect(competences('• Choisir :', '• Bois,', '• Fer.', '• Poser')).toEqual(['Choisir : Bois, Fer.', 'Poser']);
		expect(competences('• Choisir :', '• Bois, fer', '• Poser')).toEqual(['Choisir :', 'Bois, fer', 'Poser']);
		expect(competences('• Choisir :', '• Bois', '• Fer.', '• Poser')).toEqual(['Choisir :', 'Bois', 'Fer.', 'Poser']);
	});

	it('à une autre puce, quelle que soit sa lettre', () => {
		expect(competences('• Choisir :', '– Bois', '– Fer.', '• Poser')).toEqual(['Choisir : Bois Fer.', 'Poser']);
	});
});

describe('l’intitulé d’un bloc', () => {
	it('se poursuit en minuscules, ou quand il ne peut pas finir là', () => {
		expect(sous('Régler', 'un instrument', 'Tailler').intitule).toBe('Régler un instrument');
		expect(sous('Régler les', 'Instruments', 'Tailler').intitule).toBe('Régler les Instruments');
		expect(sous('Régler (un', 'Instrument)', 'Tailler').intitule).toBe('Régler (un Instrument)');
		expect(sous('Régler.', 'Instruments', 'Tailler').intitule).toBe('Régler.');
		expect(sous('Régler', '- un instrument').competences).toEqual(['un instrument']);
	});

	it('ne prend pas les compétences en minuscules, sauf une ligne qui ne finit pas', () => {
		const minuscules = ['poser ;', 'corder ;', 'vernir.'];
		expect(sous('Régler', ...minuscules)).toMatchObject({ intitule: 'Régler', competences: minuscules });
		expect(sous('Régler', 'un instrument', ...minuscules)).toMatchObject({
			intitule: 'Régler un instrument',
			competences: minuscules,
		});
	});

	it('en capitales ne se poursuit qu’en capitales', () => {
		expect(sous('RÉGLER', 'UN INSTRUMENT', 'Tailler')).toMatchObject({
			intitule: 'RÉGLER UN INSTRUMENT',
			competences: ['Tailler'],
		});
		expect(sous('RÉGLER.', 'VERNIR')).toMatchObject({ intitule: 'RÉGLER.', competences: ['VERNIR'] });
	});

	it('se poursuit par un nombre, non par une capitale entre guillemets', () => {
		expect(sous('Régler', '12 cordes', 'Tailler').intitule).toBe('Régler 12 cordes');
		expect(sous('Régler', '« Cordes »', 'Tailler').intitule).toBe('Régler');
	});

	it('se poursuit, et le doute est dit, par une ligne sans infinitif ni point avant une compétence à point', () => {
		const points = ['Poser.', 'Corder.', 'Vernir.'];
		expect(sous('Régler', 'Violon', 'Tailler.', ...points)).toMatchObject({
			intitule: 'Régler Violon',
			doutes: ['2 ligne sans infinitif ni point, lue comme la suite de l’intitulé'],
		});
		for (const lignes of [
			['Tailler', ...points],
			['Violon.', 'Tailler.', ...points],
			['Violon', 'Table.', ...points],
			['Violon', 'Tailler', 'Poser'],
			['Violon'],
		])
			expect(sous('Régler', ...lignes).intitule, lignes.join()).toBe('Régler');
	});

	it('vide, est la ligne d’après', () => {
		const [tete, ...suite] = lireLignes(['CCP 1', 'Régler', 'Tailler']);
		if (!tete) throw new Error('ligne attendue');
		const { blocs } = lireBlocs([{ type: 'ccp', marque: 'CCP 1', titre: '', ligne: tete, suite }]);
		expect(blocs).toMatchObject([{ intitule: 'Régler', lignes: [1, 2], competences: [{ libelle: 'Tailler' }] }]);
	});

	it('vide, est la ligne d’après même si elle ressemble à une annonce', () => {
		const { blocs } = lireDocument(annexe('CCP 1\n\nActivités de lutherie :\n\n- Tailler\n\n- Poser\n'));
		expect(blocs).toMatchObject([{ intitule: 'Activités de lutherie', retires: [] }]);
	});

	it('emprunté au titre, ne prend rien aux lignes, et n’en a pas', () => {
		const [tete, ...suite] = lireLignes(['Tailler', 'un bois', 'Poser']);
		if (!tete) throw new Error('ligne attendue');
		const { blocs } = lireBlocs([
			{ type: 'ccp', marque: '', titre: 'Luthier', ligne: tete, suite: [tete, ...suite], emprunte: true },
		]);
		expect(blocs).toMatchObject([{ intitule: 'Luthier', emprunte: true, lignes: [] }]);
		expect(blocs[0]?.competences.map((c) => c.libelle)).toEqual(['Tailler un bois', 'Poser']);
	});

	it('perd les deux-points qui ouvrent la liste de ses compétences', () => {
		expect(sous('Régler\u00a0:', '- Tailler').intitule).toBe('Régler');
		expect(sous('Régler:', '- Tailler').intitule).toBe('Régler');
		expect(sous('Régler : poser', '- Tailler').intitule).toBe('Régler : poser');
	});
});

describe('ce qui annonce les compétences', () => {
	it.each([
		'Compétences :',
		'Les compétences attestées sont :',
		'Liste des tâches :',
		'Il sait :',
		'Le candidat est capable de',
		'La (le) titulaire du titre est capable de :',
		'Être capable de',
		'Etre capable de :',
		'Elle est capable de :',
	])('n’en est pas une, et n’est pas perdu : « %s »', (ligne) => {
		const lue = sous('Régler', ligne, '- Tailler');
		expect(lue.bloc).toMatchObject({ intitule: 'Régler', retires: [ligne], lignes: [1, 2] });
		expect(lue.competences).toEqual(['Tailler']);
	});

	it.each(['Compétences', 'Il sait régler', 'Être capable de régler', 'compétences :'])(
		'n’annonce rien : « %s »',
		(ligne) => {
			expect(sous('Régler', ligne, '- Tailler').bloc.retires).toEqual([]);
		},
	);

	it('n’y perd pas le numéro qui le mène', () => {
		const [bloc] = lireDocument(annexe('CCP 1 – Régler\n\n1.1 Compétences :\n\nTailler.\n')).blocs;
		expect(bloc).toMatchObject({ retires: ['1.1 Compétences :'], competences: [{ libelle: 'Tailler.' }] });
	});

	it('ne le fait qu’après un intitulé qui peut finir, et avant la première compétence', () => {
		expect(sous('Régler les', 'Compétences :', '- Tailler').bloc).toMatchObject({
			intitule: 'Régler les Compétences',
			retires: [],
		});
		expect(sous('Régler', '- Tailler.', 'Compétences :').competences).toEqual(['Tailler.', 'Compétences :']);
	});
});
