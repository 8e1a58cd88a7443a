import { describe, expect, it } from 'vitest';
import type { Delai } from '../../../src/domaine/parcours/delai.ts';
import { direArret, direDelai, direRelation, nomsDe } from '../../../src/domaine/parcours/redaction.ts';
import { dossier, ensemble, lien } from '../outils/dossiers.ts';

const trois = [['Un'], ['Deux'], ['Trois']] as const;
const noms = nomsDe(ensemble(dossier('tssi-2003', trois), dossier('tssi-2008', trois), dossier('tssr-2018', trois)));
/** Replaces no-break spaces, since only the words are tested here. */
const plat = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');

describe('les noms', () => {
	it('réunissent les CCP d’une version', () => {
		expect(plat(noms.blocs(['tssi-2008/ccp-2', 'tssi-2008/ccp-3']))).toBe('CCP 2 et CCP 3 du TSSI 2008');
		expect(plat(noms.lesBlocs(['tssi-2008/ccp-2', 'tssi-2008/ccp-3']))).toBe('le CCP 2 et le CCP 3 du TSSI 2008');
		expect(plat(noms.blocs(['tssi-2003/ccp-1', 'tssr-2018/ccp-1']))).toBe('CCP 1 du TSSI 2003 et CCP 1 du TSSR 2018');
	});
	it('laissent tel quel ce que les dossiers n’ont pas', () => {
		expect(plat(noms.version('perdu-2001'))).toBe('perdu-2001');
		expect(plat(noms.blocs(['perdu-2001/ccp-1']))).toBe('perdu-2001/ccp-1');
		expect(plat(noms.blocs(['tssi-2003/ccp-9']))).toBe('tssi-2003/ccp-9 du TSSI 2003');
	});
});

describe('pourquoi une chaîne s’arrête', () => {
	const commun = { bloc: 'tssi-2003/ccp-3', vers: 'tssi-2008' };
	it.each([
		[
			{ ...commun, cle: 'neant' as const, lien: lien('tssi-2003', 'tssi-2008', ['ccp-3'], []) },
			'CCP 3 du TSSI 2003 : le texte dit « Néant » pour le TSSI 2008 (arrêté de tssi-2008, art. 3 bis).',
		],
		[
			{ ...commun, cle: 'non-nomme' as const },
			'CCP 3 du TSSI 2003 : le texte qui met les blocs en correspondance avec ceux du TSSI 2008 ne le nomme pas.',
		],
		[
			{
				...commun,
				cle: 'incomplet' as const,
				lien: lien('tssi-2003', 'tssi-2008', ['ccp-2', 'ccp-3'], ['ccp-1']),
				manquent: ['tssi-2003/ccp-2'],
			},
			'CCP 3 du TSSI 2003 : le texte demande aussi le CCP 2 du TSSI 2003 pour donner le CCP 1 du TSSI 2008 (arrêté de tssi-2008, art. 3 bis).',
		],
	])('%o', (arret, attendu) => {
		expect(plat(direArret(arret, noms))).toBe(attendu);
	});
});

describe('deux versions sans texte entre elles', () => {
	const dire = (relation: Parameters<typeof direRelation>[0]) =>
		plat(direRelation(relation, 'tssi-2003', 'tssr-2018', noms));
	it('sont dites reliées comme elles le sont, jamais plus', () => {
		expect(dire({ cle: 'aucune' })).toBe('Aucun texte de nos sources ne relie le TSSI 2003 au TSSR 2018.');
		expect(dire({ cle: 'sens-inverse' })).toContain('aucun ne va du TSSI 2003 au TSSR 2018');
		expect(dire({ cle: 'succession', nature: 'editoriale', motifs: ['Motif.'] })).toBe(
			'Du TSSI 2003 au TSSR 2018 : parenté éditoriale, sans texte officiel trouvé. Motif.',
		);
		expect(dire({ cle: 'succession', nature: 'officielle', motifs: [] })).toContain('n’ont pas le texte');
	});
});

describe('un délai', () => {
	const duree: Extract<Delai, { regime: 'duree' }> = {
		version: 'tssr-2018',
		regime: 'duree',
		phrase: 'P',
		ans: 5,
		premier: { bloc: 'tssr-2018/ccp-1', obtenuLe: '2019-02-01' },
		sansDate: [],
		echeance: { date: '2024-02-01', depassee: true },
	};
	const dire = (delai: Delai) => {
		const { constat, ...reste } = direDelai(delai, noms, '2026-11-22');
		return { constat: plat(constat), ...reste };
	};
	it('dit le CCP, la date, l’échéance et le jour de la lecture', () => {
		expect(dire(duree)).toEqual({
			constat:
				'premier CCP daté : CCP 1 du TSSR 2018, obtenu le 1er février 2019. 5 ans plus tard : le 1er février 2024. D’après cette règle, ce délai est dépassé au 22 novembre 2026.',
			depasse: true,
			bref: 'délai dépassé, fini le 1er février 2024',
			phrases: ['P'],
		});
		expect(dire({ ...duree, ans: 1, echeance: { date: '2030-01-01', depassee: false } }).constat).toMatch(
			/1 an plus tard.*ce délai court encore/,
		);
	});
	it('ne conclut pas sans date, et réserve ce que les autres CCP changeraient', () => {
		expect(dire({ ...duree, premier: undefined, echeance: undefined })).toMatchObject({
			constat: expect.stringContaining('que vous n’avez pas donnée'),
			depasse: false,
			phrases: ['P'],
		});
		expect(dire({ ...duree, sansDate: ['tssr-2018/ccp-2'] }).constat).toContain('CCP 2 du TSSR 2018 n’a pas de date');
		expect(dire({ ...duree, sansDate: ['tssr-2018/ccp-2', 'tssr-2018/ccp-3'] }).constat).toContain('si l’un d’eux');
	});
	it('compté d’une année ou d’un mois, dit l’intervalle et ne tranche que si tout l’intervalle est passé', () => {
		const en2021 = { ...duree, premier: { bloc: 'tssr-2018/ccp-1', obtenuLe: '2021' } };
		expect(
			dire({ ...en2021, echeance: { date: '2026-12-31', auPlusTot: '2026-01-01', depassee: false } }),
		).toMatchObject({
			constat: expect.stringMatching(
				/obtenu en 2021\. 5 ans plus tard : entre le 1er janvier 2026 et le 31 décembre 2026.*est peut-être dépassé/,
			),
			depasse: false,
			bref: 'délai peut-être dépassé, selon le jour exact',
		});
		expect(dire({ ...en2021, echeance: { date: '2015-12-31', auPlusTot: '2015-01-01', depassee: true } }).bref).toBe(
			'délai dépassé, fini au plus tard le 31 décembre 2015',
		);
	});
	it('dont un CCP n’a pas de date ne dure pas plus que ne dit celui qui en a une', () => {
		const court = { ...duree, echeance: { date: '2030-02-01', depassee: false } };
		expect(plat(dire(court).bref)).toBe('délai jusqu’au 1er février 2030');
		expect(dire({ ...court, sansDate: ['tssr-2018/ccp-2'] }).bref).toBe('délai jusqu’au 1er février 2030 au plus tard');
		const enAnnee = { ...court, echeance: { date: '2030-12-31', auPlusTot: '2030-01-01', depassee: false } };
		expect(dire(enAnnee).bref).toBe('délai jusqu’au 1er janvier 2030 au moins');
		expect(dire({ ...enAnnee, sansDate: ['tssr-2018/ccp-2'] }).bref).toBe(
			'délai jusqu’au 31 décembre 2030 au plus tard',
		);
	});
	it('n’est peut-être dépassé qu’une fois passé son premier jour possible', () => {
		const en2021 = { ...duree, echeance: { date: '2026-12-31', auPlusTot: '2026-11-22', depassee: false } };
		expect(dire(en2021).bref).toBe('délai jusqu’au 22 novembre 2026 au moins');
		expect(dire({ ...en2021, echeance: { ...en2021.echeance, auPlusTot: '2026-11-21' } }).bref).toMatch(
			/^délai peut-être/u,
		);
		expect(dire({ ...duree, premier: undefined }).bref).toBe('délai inconnu sans la date du premier CCP');
	});
	it('avoue que le texte ne parle pas des CCP d’une version antérieure', () => {
		const ancien = { ...duree, premier: { bloc: 'tssi-2003/ccp-1', obtenuLe: '2006-05-04' } };
		expect(dire(ancien).constat).toContain('ne dit pas comment il compte un CCP d’une version antérieure');
	});
	const validite: Extract<Delai, { regime: 'validite-du-titre' }> = {
		version: 'tssr-2018',
		regime: 'validite-du-titre',
		phrase: 'P',
		fin: { date: '2023-09-01', depassee: true, note: 'fin de l’enregistrement' },
		suite: undefined,
	};
	it('de la validité du titre dit sa fin, et n’en fait pas une perte quand le titre est révisé', () => {
		expect(dire(validite)).toEqual({
			constat: 'le TSSR 2018 n’est plus valide depuis le 1er septembre 2023 (fin de l’enregistrement).',
			depasse: true,
			bref: 'délai dépassé depuis le 1er septembre 2023',
			phrases: ['P'],
		});
		const constatee = { date: '2023-09-01', depassee: true, note: undefined, auPlusTard: true as const };
		expect(dire({ ...validite, fin: constatee }).constat).toBe(
			'le TSSR 2018 n’est plus valide depuis le 1er septembre 2023 au plus tard.',
		);
		expect(dire({ ...validite, suite: { regle: 'revision', phrase: 'R' } })).toEqual({
			constat:
				'le TSSR 2018 n’est plus valide depuis le 1er septembre 2023 (fin de l’enregistrement). Il a été révisé : d’après le même texte, c’est un arrêté qui fixe ce que deviennent ses CCP.',
			depasse: false,
			bref: 'délai selon l’arrêté de révision',
			phrases: ['P', 'R'],
		});
		expect(dire({ ...validite, fin: undefined })).toMatchObject({
			constat: expect.stringContaining('ne disent pas jusqu’à quand'),
			depasse: false,
		});
		expect(dire({ ...validite, fin: { date: '2031-09-01', depassee: false, note: undefined } })).toEqual({
			constat: 'le TSSR 2018 est valide jusqu’au 31 août 2031.',
			depasse: false,
			bref: 'délai jusqu’au 31 août 2031',
			phrases: ['P'],
		});
	});
	it('d’une source secondaire, le dit dans le constat et dans sa forme brève', () => {
		expect(dire({ ...validite, aVerifier: true })).toMatchObject({
			constat: expect.stringMatching(/\(source secondaire, à vérifier\)\.$/u),
			bref: 'délai dépassé depuis le 1er septembre 2023 (source secondaire, à vérifier)',
		});
	});
	it('ne dit pas clos un titre dont on ignore la suite', () => {
		const suite = { regle: 'cloture', phrase: 'C', ans: 1, echeance: { date: '2024-09-01', depassee: true } } as const;
		expect(dire({ ...validite, suite }).constat).toMatch(/s’il a été clos, 1 an plus tard/u);
	});
	it('de la clôture suit son échéance', () => {
		const clos = (depassee: boolean): Delai => ({
			...validite,
			suite: { regle: 'cloture', phrase: 'C', ans: 1, echeance: { date: '2024-09-01', depassee } },
		});
		expect(dire(clos(true))).toMatchObject({
			constat: expect.stringContaining('le 1er septembre 2024, est passé'),
			depasse: true,
		});
		expect(dire(clos(false))).toMatchObject({ constat: expect.stringContaining('n’est pas passé'), depasse: false });
		const sans: Delai = { ...validite, suite: { regle: 'cloture', phrase: 'C', ans: 1, echeance: undefined } };
		expect(dire(sans)).toMatchObject({ depasse: true, phrases: ['P', 'C'] });
	});
});
