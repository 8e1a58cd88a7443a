import { describe, expect, it } from 'vitest';
import { exigerTousLesMots, feuillesDe, motsPerdus } from '../../../src/importation/compte.ts';
import { lireLignes } from '../../../src/importation/ligne.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { rendreCorps } from '../../../src/importation/markdown.ts';
import { Refus } from '../../../src/importation/refus.ts';
import { annexe } from './annexes.ts';

const ACTIVITES = '1. Régler un instrument\n\nTailler l’âme.\n';
const SANS_TITRE = /Intitulé :[\s\S]*?atelier\.\n/u;
const FICHE = `TITRE PROFESSIONNEL DU MINISTERE DU TRAVAIL

Luthier en atelier1

CCP – Régler

• Tailler l’âme

MODALITES D’OBTENTION DU TITRE PROFESSIONNEL

Le candidat est évalué par un jury.
`;

describe('un document sans ce qu’il faut est refusé, en disant quoi', () => {
	it.each([
		['aucune activité', annexe(''), /^aucun bloc de compétences trouvé/u],
		[
			'ni activité marquée, ni intitulé qui en tienne lieu',
			annexe('Tailler l’âme.\n\nPoser le chevalet.\n').replace(SANS_TITRE, ''),
			/^aucun bloc de compétences trouvé/u,
		],
		[
			'un bloc sans intitulé',
			FICHE.replace('CCP – Régler', 'CCP 1 –'),
			/^ligne 5 : le bloc « CCP 1 – » n’a pas d’intitulé$/u,
		],
		['une annexe sans intitulé', annexe(ACTIVITES).replace(SANS_TITRE, ''), /^intitulé du titre introuvable/u],
		[
			'une fiche sans intitulé',
			FICHE.replace(/^TITRE[\s\S]*?CCP/u, 'Luthier\n\nLa fiche se compose de deux activités.\n\nCCP'),
			/^intitulé du titre introuvable/u,
		],
	])('%s', (_, texte, motif) => {
		expect(() => lireDocument(texte)).toThrow(Refus);
		expect(() => lireDocument(texte)).toThrow(motif);
	});

	it('un mot que la lecture perdrait est compté', () => {
		const lecture = lireDocument(annexe(ACTIVITES));
		const lignes = lireLignes(annexe(ACTIVITES).split('\n'));
		expect(motsPerdus(lignes, lecture)).toEqual([]);
		expect(motsPerdus(lignes, { ...lecture, blocs: [] })).toEqual(
			expect.arrayContaining(['regler', 'instrument', 'tailler', 'ame']),
		);
	});

	it('une lecture qui a perdu des mots est refusée, en disant lesquels, douze au plus', () => {
		const lecture = lireDocument(annexe(ACTIVITES));
		const lignes = lireLignes(annexe(ACTIVITES).split('\n'));
		expect(() => exigerTousLesMots(lignes, lecture)).not.toThrow();
		const refus = (texte: string) => () => exigerTousLesMots([...lignes, ...lireLignes([texte])], lecture);
		expect(refus('Zinc étain')).toThrow(Refus);
		expect(refus('Zinc étain')).toThrow(
			/^défaut de l’importeur : mots du document qui ne sont nulle part \(zinc, etain\)$/u,
		);
		expect(refus('za zb zc zd ze zf zg zh zi zj zk zl zm')).toThrow(
			/\(za, zb, zc, zd, ze, zf, zg, zh, zi, zj, zk, zl\)$/u,
		);
	});

	it('un mot est compté autant de fois qu’il est imprimé, où que la lecture l’ait mis', () => {
		const lecture = lireDocument(annexe(ACTIVITES));
		const [bloc] = lecture.blocs;
		if (!bloc) throw new Error('bloc attendu');
		const perdus = (texte: string, lue: Partial<typeof lecture>) =>
			motsPerdus(lireLignes([texte]), {
				...lecture,
				...{ elements: [], blocs: [], remarques: [], entetes: [], restes: [] },
				...lue,
			});
		const place = { ligne: 1, texte: 'Zinc' };
		expect(perdus('Zinc', {})).toEqual(['zinc']);
		for (const lue of [{ remarques: ['« Zinc » : imprimé avant'] }, { entetes: [place] }, { restes: [place] }]) {
			expect(perdus('Zinc', lue)).toEqual([]);
			expect(perdus('Zinc zinc', lue)).toEqual(['zinc']);
		}
		expect(perdus('Zinc', { remarques: ['Zinc'] })).toEqual(['zinc']);
		// Only the quoted words of a remark count as kept: « avant le bloc 2 » is our own wording.
		const remarque = '« Zinc » : ce que le document imprime avant le bloc 2';
		expect(perdus('Zinc avant le bloc 2', { remarques: [remarque] })).toEqual(['avant', 'le', 'bloc', '2']);
		const nu = { ...bloc, marque: '', intitule: '', competences: [], retires: [] };
		expect(perdus('Zinc', { blocs: [{ ...nu, marque: 'Zinc' }] })).toEqual([]);
		expect(perdus('Zinc', { blocs: [{ ...nu, intitule: 'Zinc' }] })).toEqual([]);
		expect(perdus('Zinc', { blocs: [{ ...nu, intitule: 'Zinc', emprunte: true }] })).toEqual(['zinc']);
		expect(perdus('Zinc', { blocs: [{ ...nu, retires: ['Zinc'] }] })).toEqual([]);
		const competences = [{ libelle: 'Zinc', marque: 'Étain', lignes: [] }];
		expect(perdus('Zinc étain plomb', { blocs: [{ ...nu, competences }] })).toEqual(['plomb']);
		const note = { sorte: 'note', marque: '2', texte: 'Zinc', lignes: [] } as const;
		expect(perdus('2 Zinc', { elements: [note, { sorte: 'blocs' }] })).toEqual([]);
		expect(perdus('2 Zinc', { elements: [{ ...note, sorte: 'paragraphe' }] })).toEqual(['2']);
	});
});

describe('les textes d’un élément de XML', () => {
	type Noeud = Parameters<typeof feuillesDe>[0];
	const noeud = (texte: string, ...enfants: Noeud[]): Noeud => ({ nom: 'N', ligne: 3, texte, enfants });
	const textes = (n: Noeud) => feuillesDe(n).map((f) => f.texte);

	it('sont le sien et ceux de ce qu’il tient, leurs blancs réunis ; un texte vide n’en est pas un', () => {
		expect(feuillesDe(noeud(' Tailler \n  l’âme '))).toEqual([{ nom: 'N', texte: 'Tailler l’âme', ligne: 3 }]);
		expect(textes(noeud(' \n '))).toEqual([]);
		expect(textes(noeud('en trop', noeud('Tailler'), noeud('', noeud('Poser'))))).toEqual([
			'en trop',
			'Tailler',
			'Poser',
		]);
	});
});

describe('l’intitulé d’une fiche', () => {
	it('est sous le nom du ministère quand aucune phrase ne le donne, sans son appel de note', () => {
		expect(lireDocument(FICHE)).toMatchObject({ intitule: 'Luthier en atelier', sigle: 'LUTHIER-ATELIER' });
	});

	it.each([
		['Cariste de catégorie 3', 'Cariste de catégorie 3', 'Cariste de catégorie 3 niveau V'],
		['CARISTE DE CATEGORIE 3', 'CARISTE DE CATEGORIE 3', 'CARISTE DE CATEGORIE 3 niveau V'],
		['Poseur de 20 m²', 'Poseur de 20 m²', 'Poseur de 20 m² niveau V'],
		['Luthier 1', 'Luthier', 'Luthier[^1] niveau V'],
		['Luthier(ère)1', 'Luthier(ère)', 'Luthier(ère)[^1] niveau V'],
	])('« %s niveau V » se lit « %s », et la page en dit autant', (imprime, intitule, page) => {
		const lue = lireDocument(
			FICHE.replace('CCP –', `Le titre professionnel de : ${imprime} niveau V se compose d’une activité.\n\nCCP –`),
		);
		expect(lue.intitule).toBe(intitule);
		expect(rendreCorps(lue.elements).corps).toContain(`Le titre professionnel de : ${page} se compose`);
	});
});

describe('l’intitulé d’une annexe', () => {
	it('est dans la ligne « Titre professionnel : … » quand l’étiquette manque', () => {
		const lue = lireDocument(annexe(ACTIVITES).replace(SANS_TITRE, 'Titre professionnel : « Archetier ».\n'));
		expect(lue.intitule).toBe('Archetier');
	});

	it.each([
		['conducteur de chariot de catégorie 3', 'conducteur de chariot de catégorie 3'],
		['conducteur de chariot de catégorie 3.', 'conducteur de chariot de catégorie 3'],
		['pilote de drone R489 3', 'pilote de drone R489 3'],
		['poseur de parquet de 20 m²', 'poseur de parquet de 20 m²'],
		['luthier1', 'luthier'],
		['luthier1.', 'luthier'],
		['luthier(ère) 1', 'luthier(ère)'],
		['luthier (1).', 'luthier'],
		['luthier ¹', 'luthier'],
		['luthier*.', 'luthier'],
	])('garde ses nombres et ses unités, non l’appel de sa note : « %s »', (imprime, intitule) => {
		const lue = lireDocument(
			annexe(ACTIVITES).replace(SANS_TITRE, `Intitulé :\n\nTitre professionnel de ${imprime}\n`),
		);
		expect(lue.intitule).toBe(intitule);
	});

	it('suit le sigle que l’étiquette donne', () => {
		const lue = lireDocument(
			annexe(ACTIVITES).replace(SANS_TITRE, 'Intitulé : ARCH.\n\nTitre professionnel : archetier monteur.\n'),
		);
		expect(lue).toMatchObject({ intitule: 'archetier monteur', sigle: 'ARCH' });
	});
});

describe('ce qui court en haut et en bas des pages', () => {
	const avec = (...lignes: string[]) =>
		lireDocument(annexe(ACTIVITES).replace('Il (elle) conseille', `${lignes.join('\n\n')}\n\nIl (elle) conseille`));

	it.each([
		'3',
		'3 –',
		'Page 3',
		'page : 3 / 12',
		'3 sur 12',
		'3|12',
		'Luthier en atelier – page 3/12',
		'Version en vigueur depuis le 9 mars 2006',
		'Modifié par Arrêté du 9 mars 2006',
		'Annexe créée par l’arrêté n° 3',
		'Copier le texte',
		'Informations sur cet article',
	])('est mis à part, et dit : « %s »', (ligne) => {
		const lue = avec(ligne);
		expect(lue.entetes).toEqual([{ ligne: 17, texte: ligne }]);
		const prose = ({ elements }: typeof lue) => elements.map((e) => ('texte' in e ? e.texte : ''));
		expect(prose(lue)).toEqual(prose(lireDocument(annexe(ACTIVITES))));
	});

	it.each([
		'Page de garde du dossier',
		'Imprimer le dossier.',
		'3 luthiers',
		'1234',
		'Version en vigueur',
		'Créé par lui',
	])('n’est aucune autre ligne : « %s » reste à sa place', (ligne) => {
		expect(avec(ligne).entetes).toEqual([]);
	});

	it('n’est pas le nombre qu’une étiquette attend', () => {
		const lue = lireDocument(
			annexe(ACTIVITES).replace('Niveau : IV.', 'Niveau :\n\n3').replace('Code NSF : 234 v.', 'Code NSF :\n\n234'),
		);
		expect(lue).toMatchObject({ niveau: '3', nsf: ['234'], entetes: [] });
		expect(avec('Niveau :', '3 / 12').entetes).toHaveLength(1);
		expect(avec('Intitulé :', '3').entetes).toHaveLength(1);
		expect(avec('Niveau : IV.', '3').entetes).toHaveLength(1);
	});

	it('porte parfois un code, qui est lu', () => {
		expect(avec('Fiche TP-00495 page 3/12').codes).toEqual([{ type: 'TP', valeur: 'TP-00495' }]);
	});
});

describe('le sigle', () => {
	const avec = (intitule: string, phrase: string): string =>
		lireDocument(
			annexe(ACTIVITES)
				.replace('de luthier(ère) en atelier', `de ${intitule}`)
				.replace('Il (elle) conseille', `${phrase}\n\nIl (elle) conseille`),
		).sigle;

	it('est celui que le document imprime, si ses lettres sont du titre', () => {
		expect(avec('technicien supérieur systèmes et réseaux', 'Le titulaire (TSR) travaille seul.')).toBe('TSR');
		expect(avec('technicien supérieur systèmes et réseaux', 'Le titulaire (TSR) ou (TSSR) travaille seul.')).toBe(
			'TSSR',
		);
	});

	it('n’est pas un autre sigle entre parenthèses', () => {
		expect(avec('technicien supérieur systèmes et réseaux', 'Selon les normes (TNF) et (CE).')).toBe(
			'TECHNICIEN-SUPERIEUR-SYSTEMES-RESEAUX',
		);
	});
});

describe('les codes ROME d’une annexe', () => {
	it('quand leur étiquette est la dernière', () => {
		const texte = annexe(ACTIVITES)
			.replace(/Code ROME :[\s\S]*$/u, '')
			.concat('Autorité responsable de la certification :\n\nMinistère chargé de l’emploi.\n\nCode ROME :\n\nB1501.\n');
		expect(lireDocument(texte).rome).toEqual([{ valeur: 'B1501' }]);
	});

	it('sans étiquette, aucun', () => {
		const texte = annexe(ACTIVITES).replace(/Code ROME :[\s\S]*?musique\.\n/u, '');
		expect(lireDocument(texte).rome).toEqual([]);
	});
});

describe('la prose d’une fiche', () => {
	const apres = (suite: string) => {
		const { elements } = lireDocument(FICHE.replace(/MODALITES[\s\S]*$/u, suite));
		return elements
			.slice(elements.findIndex((e) => e.sorte === 'blocs') + 1)
			.map((e) => [e.sorte === 'titre' ? e.rang : e.sorte, 'texte' in e ? e.texte : '']);
	};

	it('un titre sur deux lignes n’en fait qu’un, en capitales ou non', () => {
		expect(
			apres(
				'MODALITES D’OBTENTION D’UN CERTIFICAT\nCOMPLEMENTAIRE DE SPECIALISATION\n\nUn candidat peut préparer un CCS.\n\nModalités d’obtention du\n\ntitre professionnel\n\nLe jury est souverain.\n\nParchemin.\n',
			),
		).toEqual([
			[2, 'MODALITES D’OBTENTION D’UN CERTIFICAT COMPLEMENTAIRE DE SPECIALISATION'],
			['paragraphe', 'Un candidat peut préparer un CCS.'],
			[2, 'Modalités d’obtention du titre professionnel'],
			['paragraphe', 'Le jury est souverain.'],
			['paragraphe', 'Parchemin.'],
		]);
	});

	it('les titres de Markdown gardent leur rang', () => {
		expect(
			apres('MODALITES D’OBTENTION DU TITRE\n\n## Épreuves\n\nUne épreuve.\n\n### Jury\n\nDeux professionnels.\n'),
		).toEqual([
			[2, 'MODALITES D’OBTENTION DU TITRE'],
			[2, 'Épreuves'],
			['paragraphe', 'Une épreuve.'],
			[3, 'Jury'],
			['paragraphe', 'Deux professionnels.'],
		]);
	});

	it('un alinéa s’arrête à deux-points, et court sur un nombre', () => {
		expect(
			apres(
				'MODALITES D’OBTENTION DU TITRE\n\nLe jury dispose :\ndu dossier ;\nde la grille.\n\nIl dure au moins\n\n35 heures par semaine.\n',
			).slice(1),
		).toEqual([
			['paragraphe', 'Le jury dispose :'],
			['paragraphe', 'du dossier ; de la grille.'],
			['paragraphe', 'Il dure au moins 35 heures par semaine.'],
		]);
	});

	it('des capitales ne suivent pas une phrase en minuscules', () => {
		const { elements } = lireDocument(
			`Le luthier règle les instruments\nCONDITIONS D’EXERCICE DU METIER\n\nIl travaille seul.\n\n${FICHE}`,
		);
		expect(elements.slice(0, 3).map((e) => ('texte' in e ? e.texte : ''))).toEqual([
			'Le luthier règle les instruments',
			'CONDITIONS D’EXERCICE DU METIER',
			'Il travaille seul.',
		]);
	});
});

describe('un document lu', () => {
	it('un bloc sans compétence, ou sans intitulé, est nommé dans le refus avec sa ligne', () => {
		expect(() => lireDocument(FICHE.replace('• Tailler l’âme\n\n', ''))).toThrow(
			/^ligne 5 : le bloc « Régler » n’a aucune compétence : écrire chacune sur sa ligne, sous l’intitulé$/u,
		);
	});

	it('une annexe sans titre ni bloc est refusée', () => {
		expect(() => lireDocument('Une lettre.')).toThrow(/genre connu/u);
	});

	it('un document sans date n’a ni début ni année, et sans niveau n’en a pas', () => {
		const lue = lireDocument(annexe(ACTIVITES).replace('Niveau : IV.', 'Ancien intitulé : archetier.'));
		expect(lue).not.toHaveProperty('debut');
		expect(lue).not.toHaveProperty('annee');
		expect(lue).not.toHaveProperty('niveau');
		expect(
			lireDocument(annexe(ACTIVITES).replace('Autorité', 'Ce titre est accessible le 3 mars 2004.\n\nAutorité')),
		).toMatchObject({ annee: '2004', debut: { date: '2004-03-03' } });
	});

	it('les doutes sont dans l’ordre de ses lignes, qu’ils viennent du texte ou de sa structure', () => {
		const { doutes } = lireDocument(annexe('1. Régler\n\nAssister :\n\nTailler l’âme.\n\nPoser ».\n\nCorder.\n'));
		expect(doutes.map((d) => d.motif)).toEqual([
			'la ligne d’avant finit par deux-points sans ouvrir de liste reconnaissable',
			'guillemet fermant sans ouvrant : place inconnue, texte laissé tel quel',
		]);
	});

	it('les doutes sont dans l’ordre de ses lignes, les réparations de la lecture après celles du texte', () => {
		const lue = lireDocument(
			annexe(
				'1. Régler un instrument :\n\nAssister les musiciens :\n\nTailler l’âme ».\n\nPoser¹.\n\nCorder le 1^{er}.\n',
			),
		);
		const lignes = lue.doutes.map((d) => d.ligne);
		expect(lignes.length).toBeGreaterThan(1);
		expect(lignes).toEqual([...lignes].sort((a, b) => a - b));
		expect(lue.reparations.map((r) => r.motif)).toEqual([
			'exposant noté à la manière de LaTeX',
			'appel de la note 1 retiré du libellé',
		]);
	});
});

describe('les codes ROME', () => {
	const rome = (texte: string) =>
		lireDocument(annexe(ACTIVITES).replace(/Code ROME :[\s\S]*?musique\.\n/u, texte)).rome;

	it('suivent leur étiquette, sur sa ligne ou sur les trois d’après, jusqu’à la suivante', () => {
		expect(rome('Code ROME : B1501 - Lutherie.\n')).toEqual([{ valeur: 'B1501', libelle: 'Lutherie' }]);
		expect(rome('Codes ROME 44132 - Lutherie.\n')).toEqual([{ valeur: '44132', libelle: 'Lutherie' }]);
		expect(rome('Code ROME :\n\nB1501.\n\nB1502.\n').map((r) => r.valeur)).toEqual(['B1501', 'B1502']);
		expect(rome('Code ROME :\n\nB1501.\n\nRéglementation de l’activité :\n\nB1502.\n').map((r) => r.valeur)).toEqual([
			'B1501',
		]);
	});

	it('sans nom n’en reçoivent pas de leur étiquette ; un nom qui les précède est le leur', () => {
		for (const [code, valeur] of [
			['44132', '44132'],
			['44 132', '44132'],
			['B1501', 'B1501'],
			['B 1501', 'B1501'],
			['B-1501', 'B1501'],
		] as const) {
			expect(rome(`Code ROME ${code}.\n`), code).toEqual([{ valeur }]);
			expect(rome(`Code ROME : ${code}.\n`), code).toEqual([{ valeur }]);
			expect(rome(`Code ROME : luthier ${code}.\n`), code).toEqual([{ valeur, libelle: 'luthier' }]);
		}
	});

	it('ne prennent pas de lettre à leur étiquette', () => {
		expect(rome('Code ROME 4132.\n')).toEqual([]);
	});

	it('ne sont cherchés ni avant leur étiquette, ni là où elle manque', () => {
		const arrete = (texte: string) => `Arrêté relatif à la fiche 44 132 du répertoire.\n\n${texte}`;
		const sans = annexe(ACTIVITES).replace(/Code ROME :[\s\S]*?musique\.\n/u, '');
		expect(lireDocument(arrete(sans)).rome).toEqual([]);
		expect(rome('Fiche 44 132.\n\nCode ROME : B1501.\n')).toEqual([{ valeur: 'B1501' }]);
		expect(lireDocument(`Code ROME : B1501.\n\n${sans}`).rome).toEqual([{ valeur: 'B1501' }]);
	});

	it('ne sont pas cherchés dans une longue phrase, ni trop loin de la dernière étiquette', () => {
		expect(rome(`Code ROME :\n\nB1501.\n\n${'Il règle. '.repeat(20)}B1502.\n`).map((r) => r.valeur)).toEqual(['B1501']);
		const texte = annexe(ACTIVITES)
			.replace(/Code ROME :[\s\S]*$/u, '')
			.concat('Autorité responsable :\n\nMinistère.\n\nCode ROME :\n\nB1501.\n\nB1502.\n\nB1503.\n\nB1504.\n');
		expect(lireDocument(texte).rome.map((r) => r.valeur)).toEqual(['B1501', 'B1502', 'B1503']);
	});

	it('d’une fiche sont dans la phrase qui nomme la nomenclature', () => {
		const fiche = (phrase: string) => lireDocument(`${phrase}\n\n${FICHE}`).rome;
		expect(fiche('Emploi suivant la nomenclature du ROME : Code : B1501 - Lutherie.')).toEqual([
			{ valeur: 'B1501', libelle: 'Lutherie' },
		]);
		for (const tete of ['ROME :', 'ROME:', 'ROME', 'ROME : Code', 'ROME : Codes :', 'ROME Code:', 'ROME :Code :'])
			expect(fiche(`Emploi suivant la nomenclature du ${tete} luthier 11 112.`), tete).toEqual([
				{ valeur: '11112', libelle: 'luthier' },
			]);
		expect(fiche('Emploi 44132 de la Nomenclature  du  ROME Codes B1501 - Lutherie.')).toEqual([
			{ valeur: 'B1501', libelle: 'Lutherie' },
		]);
	});
});

describe('le sigle d’un document', () => {
	const sigle = (intitule: string, phrase: string) =>
		lireDocument(
			annexe(ACTIVITES)
				.replace('de luthier(ère) en atelier', `de ${intitule}`)
				.replace('Il (elle) conseille', `${phrase}\n\nIl (elle) conseille`),
		).sigle;

	it('imprimé après « référentiel du titre », ou à la fin d’un alinéa', () => {
		expect(sigle('technicien supérieur réseaux', 'Référence, référentiel du titre : TR')).toBe('TR');
		expect(sigle('technicien supérieur réseaux', 'Référence, référentiel du titre : TSR et suite.')).toBe('TSR');
	});

	it('finit l’intitulé, entre parenthèses, s’il en a les lettres', () => {
		expect(sigle('relieur, relieuse (REL)', 'Rien.')).toBe('REL');
		expect(sigle('relieur, relieuse (CUIR)', 'Rien.')).toBe('RELIEUR-RELIEUSE');
		expect(sigle('relieur', 'Sigle : RELI.')).toBe('RELI');
	});

	it.each(['T', 'RST', 'TSX', 'TRS', 'CE'])(
		'(%s) n’est pas imprimé : nous en faisons un des mots du titre',
		(autre) => {
			const lue = lireDocument(
				annexe(ACTIVITES)
					.replace('de luthier(ère) en atelier', 'de technicien(ne) supérieur(e) réseaux')
					.replace('Il (elle) conseille', `Un luthier (${autre}) règle.\n\nIl (elle) conseille`),
			);
			expect(lue).toMatchObject({ sigle: 'TECHNICIEN-SUPERIEUR-RESEAUX', sigleDeNotreFait: true });
		},
	);
});
