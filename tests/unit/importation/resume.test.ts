import { describe, expect, it } from 'vitest';
import { compte } from '../../../src/domaine/vocabulaire.ts';
import { jsonDe, sectionsDe } from '../../../src/importation/json.ts';
import type { Lecture } from '../../../src/importation/lecture.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { resumer } from '../../../src/importation/resume.ts';
import { annexe } from './annexes.ts';
import { GRAINES, graine } from './pdfs.ts';

const tsgeri = () => lireDocument(graine(GRAINES.tsgeri));
const tssi = () => lireDocument(graine(GRAINES.tssi));

describe('les sections de la prose', () => {
	it('un titre ou un champ étiqueté ouvre la sienne, les items gardent un tiret, les notes leur marque', () => {
		expect(
			sectionsDe([
				{ sorte: 'paragraphe', texte: 'Avant tout titre.', lignes: [1] },
				{ sorte: 'paragraphe', texte: 'Niveau : III.', lignes: [2] },
				{ sorte: 'blocs' },
				{ sorte: 'titre', rang: 2, texte: 'PARCHEMIN', lignes: [3] },
				{ sorte: 'paragraphe', texte: 'Un livret est remis :', lignes: [4] },
				{ sorte: 'item', texte: 'au candidat ;', lignes: [5] },
				{ sorte: 'note', marque: '2', texte: 'Textes :', lignes: [6] },
				{ sorte: 'item-note', texte: 'arrêté du 22 décembre 2015', lignes: [7] },
			]),
		).toEqual([
			{ titre: '', texte: 'Avant tout titre.' },
			{ titre: 'Niveau :', texte: 'III.' },
			{
				titre: 'PARCHEMIN',
				texte: 'Un livret est remis :\n- au candidat ;\n2 Textes :\n- arrêté du 22 décembre 2015',
			},
		]);
	});

	it('un item n’ouvre pas de section, eût-il des deux-points', () => {
		expect(
			sectionsDe([
				{ sorte: 'titre', rang: 2, texte: 'PARCHEMIN', lignes: [1] },
				{ sorte: 'item', texte: 'Niveau : III.', lignes: [2] },
			]),
		).toEqual([{ titre: 'PARCHEMIN', texte: '- Niveau : III.' }]);
	});

	it('rien avant le premier titre : pas de section sans nom', () => {
		expect(sectionsDe([{ sorte: 'titre', rang: 2, texte: 'PARCHEMIN', lignes: [1] }])).toEqual([
			{ titre: 'PARCHEMIN', texte: '' },
		]);
	});
});

describe('ce qu’imprime --json', () => {
	it('une annexe dit son premier jour d’accès, une autre date n’en est pas un', () => {
		expect(jsonDe(tsgeri(), 'tsgeri-2008')).toMatchObject({
			id: 'tsgeri-2008',
			niveau: 'III',
			rome: ['32311'],
			accessibleAu: '2008-12-18',
			blocs: [{ type: 'ccp', competences: { length: 6 } }, {}, {}],
		});
		const enregistre: Lecture = {
			...tsgeri(),
			debut: { date: '2008-12-18', note: 'Titre enregistré le 18 décembre 2008.' },
		};
		expect(jsonDe(enregistre, null)).toMatchObject({ id: null, accessibleAu: null });
		expect(jsonDe({ ...enregistre, genre: 'rncp' }, null).accessibleAu).toBe('2008-12-18');
	});

	it('un fait que le document tait est nul, jamais absent', () => {
		const { niveau: _, debut: __, ...muette } = tsgeri();
		const imprime = JSON.parse(JSON.stringify(jsonDe(muette, null)));
		expect(imprime).toMatchObject({ niveau: null, accessibleAu: null });
		expect(JSON.parse(JSON.stringify(jsonDe({ ...muette, genre: 'rncp' }, null))).accessibleAu).toBeNull();
	});

	it('les marques que le rang et le type tiennent', () => {
		const lue = lireDocument(
			annexe('CCP 1 – Régler un instrument (1)\n\n1. Tailler l’âme.\n\n2. Poser le chevalet.\n').concat(
				'\n(1) Au sens de l’arrêté du 9 mars 2006.\n',
			),
		);
		expect(jsonDe(lue, null).marques).toEqual(['CCP 1 –', '1', '1.', '2.']);
		const sans = jsonDe(lireDocument(annexe('1. Régler un instrument\n\nTailler l’âme.\n\nPoser.\n')), null);
		expect(sans.marques).toEqual(['1.']);
		expect(sans.blocs).toEqual([
			{
				type: 'ccp',
				intitule: 'Régler un instrument',
				competences: [{ libelle: 'Tailler l’âme.' }, { libelle: 'Poser.' }],
			},
		]);
	});
});

describe('le résumé, pour qui importe', () => {
	it('dit ce qui a été reconnu, bloc par bloc', () => {
		expect(resumer(tsgeri()).split('\n').slice(0, 10)).toEqual([
			'Reconnu : annexe d’un arrêté.',
			expect.stringMatching(/^ {2}titre {7}technicien /u),
			expect.stringMatching(/^ {2}sigle {7}TECHNICIEN-SUPERIEUR-.*, de notre fait/u),
			'  niveau      III',
			'  NSF         326 u',
			'  ROME        32311',
			'  codes       aucun',
			'  début       2008-12-18',
			'  blocs       3, 20 compétences',
			expect.stringMatching(/^ {4}CCP .*\(6\)$/u),
		]);
		expect(resumer(tsgeri())).toMatch(
			/\n\nRéparé :\n {2}ligne 27 : guillemet ouvrant perdu : « production {2}cœur de métier » » → « production « cœur de métier » »\n/u,
		);
		expect(resumer(tssi())).toMatch(/^Reconnu : fiche du ministère\./u);
	});

	it('sépare les codes, compte les sections, et accorde une compétence', () => {
		const texte = resumer({
			...tsgeri(),
			nsf: ['326 u', '133'],
			rome: [{ valeur: 'B1501' }, { valeur: '44132' }],
			codes: [
				{ type: 'TP', valeur: 'TP-00495' },
				{ type: 'RNCP', valeur: 'RNCP311' },
			],
			blocs: tsgeri()
				.blocs.slice(0, 1)
				.map((b) => ({ ...b, competences: b.competences.slice(0, 1) })),
			elements: [
				{ sorte: 'paragraphe', texte: 'Niveau : III.', lignes: [1] },
				{ sorte: 'titre', rang: 2, texte: 'PARCHEMIN', lignes: [2] },
			],
		});
		expect(texte).toMatch(/NSF {9}326 u, 133\n {2}ROME {8}B1501, 44132\n {2}codes {7}TP-00495, RNCP311\n/u);
		expect(texte).toMatch(/blocs {7}1, 1 compétence\n {4}CCP .*\n {2}sections {4}2(?:\n|$)/u);
	});

	it('dit ce qui n’a pas été trouvé, et tait les listes vides', () => {
		const { niveau: _, debut: __, ...muette } = tsgeri();
		const texte = resumer({
			...muette,
			nsf: [],
			rome: [],
			codes: [{ type: 'NOR', valeur: 'SOCF0311961A' }],
			reparations: [],
		});
		expect(texte).toMatch(/niveau {6}non trouvé\n {2}NSF {9}non trouvé\n {2}ROME {8}non trouvé/u);
		expect(texte).toMatch(/codes {7}SOCF0311961A\n {2}début {7}non dit par le document/u);
		expect(texte).not.toMatch(/fin {9}|Réparé|Douteux|Remarques|En-têtes|Non placé/u);
	});

	it('dit la fin, les remarques, les doutes, les pieds de page et ce qui n’est pas placé', () => {
		const texte = resumer({
			...tsgeri(),
			fin: { date: '2013-12-18', note: 'fin' },
			remarques: ['« Option » : avant le bloc 2'],
			doutes: [{ ligne: 3, texte: 'Vernir', motif: 'ligne sans puce' }],
			entetes: [{ ligne: 8, texte: 'page 1/2' }],
			restes: [{ ligne: 9, texte: 'xq zt' }],
		});
		expect(texte).toContain('\n  fin         2013-12-18\n');
		expect(texte).toContain('\n\nRemarques :\n  « Option » : avant le bloc 2\n');
		expect(texte).toContain('\n\nDouteux, à relire :\n  ligne 3 : ligne sans puce : « Vernir »\n');
		expect(texte).toContain('\n\nEn-têtes et pieds de page laissés de côté :\n  ligne 8 : « page 1/2 »\n');
		expect(texte.endsWith('\n\nNon placé :\n  ligne 9 : « xq zt »')).toBe(true);
	});

	it.each([
		[0, '0 ligne'],
		[1, '1 ligne'],
		[2, '2 lignes'],
	])('%d s’accorde', (n, attendu) => {
		expect(compte(n, 'ligne', 'lignes')).toBe(attendu);
	});
});
