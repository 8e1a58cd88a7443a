import { describe, expect, it } from 'vitest';
import { estTeteDeTableau } from '../../../src/importation/bloc.ts';
import { refuserReferentiel } from '../../../src/importation/genre.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { annexe, blocsDe } from './annexes.ts';

/** One list of activities, as converters, word processors and browsers copy it: it must be read alike each time. */
const BLOCS = [
	["Choisir le bois d'un instrument", ['Trier le bois.', 'Fendre le bois dit " de lune ".']],
	['Régler un instrument', ['Poser les cordes.', 'Ajuster le chevalet et la touche.']],
];
const lus = (activites: string) => blocsDe(annexe(activites)).map((b) => [b.intitule, b.competences]);
const motifs = (activites: string): string[] => lireDocument(annexe(activites)).doutes.map((d) => d.motif);

describe('une copie sans doute', () => {
	it.each([
		[
			'échappée par Pandoc',
			'1\\. Choisir le bois d\\\'un instrument\n\nTrier le bois.\\\nFendre le bois dit \\" de lune \\".\n\n2\\. Régler un instrument\n\nPoser les cordes.\n\nAjuster le chevalet et la touche.\n',
		],
		[
			'dans les clôtures de Pandoc',
			'::: bloc\n**CCP 1 : Choisir le bois d\'un instrument**\n:::\n\n- Trier le bois.\n- Fendre le bois dit " de lune ".\n\n:::: {.bloc .deux}\n**CCP 2 : Régler un instrument**\n::::\n\n- Poser les cordes.\n- Ajuster le chevalet et la touche.\n',
		],
		[
			'dont la fin d’une ligne est seule sur la suivante',
			'1. Choisir le bois d\'un instrument\nTrier le bois\n.\nFendre le bois dit " de lune\n".\n2. Régler un instrument\nPoser les cordes.\nAjuster le chevalet et la touche.\n',
		],
		[
			'coupée par le pied d’une page du Journal officiel',
			'1. Choisir le bois d\'un instrument\nTrier le bois.\n3 mars 2012\nJOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE\nTexte 45 sur 132\nFendre le bois dit " de lune ".\n2. Régler un instrument\nPoser les cordes.\nTexte 46 sur 132\n3 mars 2012\nAjuster le chevalet et la touche.\n',
		],
		[
			'numérotée de la même façon dehors et dedans, un intitulé sur deux lignes',
			'1. Choisir le bois\nd\'un instrument\n1. Trier le bois.\n2. Fendre le bois dit " de lune ".\n2. Régler\nun instrument\n1. Poser les cordes.\n2. Ajuster le chevalet et la touche.\n',
		],
	])('%s', (_, texte) => {
		expect(lus(texte)).toEqual(BLOCS);
		expect(motifs(texte)).toEqual([]);
	});

	it.each([
		['<p>CCP 1 – Choisir</p><p>Trier le bois.</p>', '<title>Luthier</title><meta charset="utf-8">'],
		[
			'<style>p { color: red }</style><p>CCP 1 – Choisir</p><p>Trier le bois.</p>',
			'<style>\nli { margin: 0 }\n</style>',
		],
	])('dans une page du Web, dont la tête et le style ne sont pas du texte', (corps, tete) => {
		const page = `<!DOCTYPE html>\n<html lang="fr">\n<head>\n${tete}\n</head>\n<body>\n${annexe(corps)}</body>\n</html>\n`;
		const lecture = lireDocument(page);
		expect(lecture.blocs.map((b) => [b.intitule, b.competences.map((c) => c.libelle)])).toEqual([
			['Choisir', ['Trier le bois.']],
		]);
		expect(lecture.restes).toEqual([]);
	});

	it('mais une feuille de style qui barre ou cache est refusée', () => {
		for (const regle of ['text-decoration: line-through', 'display:none'])
			expect(() => lus(`<style>.c1 { ${regle} }</style>\nCCP 1 – Choisir\n<p class="c1">Trier le bois.</p>\n`)).toThrow(
				/^ligne \d+ : ce que la page ne montre pas/u,
			);
	});
});

describe('une liste de listes d’une page du Web', () => {
	const li = (dehors: string, dedans: string, avant = '', apres = '') =>
		`<${dehors}>\n${BLOCS.map(([intitule, competences]) => `<li>${avant}${intitule}${apres}\n<${dedans}>${(competences as string[]).map((c) => `<li>${avant}${c}${apres}</li>`).join('\n')}</${dedans}>\n</li>`).join('\n')}\n</${dehors}>\n`;

	it.each([
		['à puces', li('ul', 'ul')],
		['numérotée', li('ol', 'ul')],
		['numérotée dehors et dedans', li('ol', 'ol')],
		['en paragraphes', li('ul', 'ul', '<p>', '</p>')],
		['dont le texte est sous sa puce', li('ol', 'ul', '\n<p class="x">', '</p>\n')],
		['sur une seule ligne', li('ul', 'ul').replaceAll('\n', '')],
	])('%s : les blocs sont dehors', (_, html) => {
		expect(lus(html)).toEqual(BLOCS);
	});
});

describe('l’en-tête d’un tableau dont la copie a perdu les colonnes', () => {
	it.each(['CCP   Compétences', 'N° CCP  Compétences professionnelles', 'Activités types\nCompétences'])(
		'%s n’est pas un bloc : le refus le dit',
		(tete) => {
			expect(() => lus(`${tete}\nChoisir le bois\nTrier le bois.\nRégler\nPoser les cordes.\n`)).toThrow(
				/a l’air de l’en-tête d’un tableau dont la copie a perdu les colonnes/u,
			);
		},
	);

	it('au milieu des libellés, c’est un doute', () => {
		expect(motifs('CCP 1 – Choisir\nTrier le bois.\nCompétences\nFendre le bois.\n')).toContain(
			'en-tête de tableau au milieu des libellés : colonnes mêlées par la copie ?',
		);
	});
});

describe('un tableau collé depuis un navigateur, en tabulations', () => {
	it.each([
		[
			'chaque compétence en paragraphe',
			`CCP\tCompétences\n${BLOCS.map(([nom, cs]) => `${nom}\t\n\n${(cs as string[]).join('\n\n')}\n\n\n`).join('')}`,
		],
		[
			'chaque compétence sur sa ligne',
			`N°\tActivités types\tCompétences professionnelles\n${BLOCS.map(([nom, cs], i) => `${i + 1}\t${nom}\t${(cs as string[]).join('\n')}\n`).join('')}`,
		],
		[
			'des cellules sur plusieurs rangées',
			'N° AT\tActivités types\tN° CP\tCompétences\n1\tChoisir le bois d\'un instrument\t1\tTrier le bois.\n2\tFendre le bois dit " de lune ".\n2\tRégler un instrument\t3\tPoser les cordes.\n4\tAjuster le chevalet et la touche.\n',
		],
	])('%s', (_, texte) => {
		expect(lus(texte)).toEqual(BLOCS);
		expect(motifs(texte)).toEqual([]);
	});
});

describe('un tableau dont une conversion a mêlé les colonnes', () => {
	it('deux colonnes sur les mêmes lignes sont un doute', () => {
		const texte = `CCP 1 – Choisir le bois      Trier le bois selon sa couleur
d’un instrument et           et son poids.
le préparer                  Fendre le bois.
CCP 2 – Régler               Poser les cordes d’un
des instruments              instrument ancien.
`;
		expect(motifs(texte)).toContain('deux colonnes lues comme une seule ligne ?');
		const champs = 'CCP 1 – Choisir\nTrier :        le bois\nFendre :       le bois dit de lune.\n';
		expect(motifs(champs)).not.toContain('deux colonnes lues comme une seule ligne ?');
	});

	it('un en-tête mis en lignes est un doute, mais non un intertitre', () => {
		const blocs = 'CCP 1 – Choisir\nTrier le bois.\nCCP 2 – Régler\nPoser les cordes.\n';
		const motif = 'en-tête d’un tableau que la copie a mis en lignes : l’ordre de celles-ci est à vérifier';
		expect(motifs(`Certificat de compétences\nprofessionnelles\n\nCompétences\n\n${blocs}`)).toContain(motif);
		expect(motifs(`Activités types\n\n${blocs}`)).not.toContain(motif);
	});
});

describe('le texte d’un REAC ou d’un RE', () => {
	it.each([
		'REFERENTIEL EMPLOI ACTIVITES COMPETENCES',
		'# Référentiel d’évaluation',
		'\f RÉFÉRENTIEL DE CERTIFICATION',
	])('« %s » est refusé : seul le PDF a les tableaux', (titre) => {
		expect(() => refuserReferentiel(`\n${titre}\nDU TITRE PROFESSIONNEL\n\nLuthier\n`)).toThrow(
			/texte copié d’un REAC.*importer le PDF lui-même$/u,
		);
	});

	it('mais non une annexe qui nomme le référentiel', () => {
		expect(() => refuserReferentiel(annexe('CCP 1 – Choisir\nTrier le bois.\n'))).not.toThrow();
		expect(() => refuserReferentiel('Le référentiel d’évaluation du titre est mis à jour.\n')).not.toThrow();
	});
});

it('la tête d’un tableau se reconnaît à tous ses mots, et un libellé qui les répète mille fois n’arrête pas la lecture', () => {
	for (const tete of ['CCP Compétences professionnelles', 'N° fiche', 'Activités types', 'Certificats de compétences'])
		expect(estTeteDeTableau(tete), tete).toBe(true);
	expect(estTeteDeTableau(`${'Compétences professionnelles '.repeat(1000)}du bois`)).toBe(false);
});
