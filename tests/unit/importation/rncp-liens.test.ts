import { describe, expect, it } from 'vitest';
import {
	type FicheVue,
	idsDesBlocs,
	liensDe,
	reunirLignees,
	type VersionConnue,
} from '../../../src/importation/rncp-liens.ts';
import { correspondance } from '../../../src/schemas/correspondance.ts';
import { lignee } from '../../../src/schemas/lignee.ts';
import { exportRncp, FICHE_LUTHIER, lireFiches } from './rncps.ts';

const liens = (
	xml: string,
	id: string,
	{ vues = [], tenues = {} }: { vues?: FicheVue[]; tenues?: Record<string, VersionConnue> } = {},
) => {
	const [fiche] = lireFiches(exportRncp(xml));
	if (!fiche) throw new Error('fiche attendue');
	return liensDe(fiche, id, '2026-11-21', {
		auCatalogue: (numero) => tenues[numero],
		vue: (numero) => vues.find((v) => v.numero === numero),
	});
};
const ANCIENNE = { id: 'lac-2018', blocs: [{ id: 'ccp-1' }, { id: 'ccp-2' }] };
const tenues = { RNCP90001: ANCIENNE };
const SUIVANTE = { numero: 'RNCP90003', intitule: 'Luthier en atelier', annee: '2028' };

describe('une succession', () => {
	it.each([
		['sans année', { numero: 'RNCP90003', intitule: 'Luthier en atelier' }],
		['sans sigle', { numero: 'RNCP90003', intitule: '…', annee: '2028' }],
		['qui aurait l’identifiant de la fiche', { ...SUIVANTE, intitule: 'Luthier, art & concert', annee: '2023' }],
	])('vers une fiche %s est dite, jamais écrite', (_, vue) => {
		const { lignee: ecrite, messages } = liens(FICHE_LUTHIER, 'lac-2023', { tenues, vues: [vue] });
		expect(ecrite.successions.map((s) => s.de)).toEqual(['lac-2018']);
		expect(messages).toEqual([expect.stringMatching(/^succession avec RNCP90003 non écrite/u)]);
	});
});

describe('une correspondance de blocs', () => {
	const avec = (remplace: (fiche: string) => string) =>
		liens(remplace(FICHE_LUTHIER), 'lac-2023', { tenues, vues: [SUIVANTE] });

	it('n’est pas écrite où la fiche n’en déclare pas', () => {
		const { correspondances, messages } = avec((f) => f.replace(/<CORRESPONDANCES>[\s\S]*<\/CORRESPONDANCES>/u, ''));
		expect(correspondances).toEqual([]);
		expect(messages).toEqual([]);
	});

	it('qui cite un bloc inconnu est laissée, et dite ; les autres restent', () => {
		const { correspondances, messages } = avec((f) =>
			f.replace(
				'<CORRESPONDANCE>',
				'<CORRESPONDANCE><SOURCE><BLOC_COMPETENCES><CODE>RNCP90002BC02</CODE></BLOC_COMPETENCES></SOURCE><DESTINATION><NUMERO_FICHE>RNCP90001</NUMERO_FICHE><BLOC_COMPETENCES><CODE>RNCP90001BC09</CODE></BLOC_COMPETENCES></DESTINATION></CORRESPONDANCE><CORRESPONDANCE>',
			),
		);
		expect(correspondances.map((c) => correspondance.parse(c).blocs?.liens)).toEqual([
			[{ de: ['ccp-2', 'ccp-1'], vers: ['ccp-1'] }],
		]);
		expect(messages).toEqual(['correspondances avec RNCP90001 : 1 laissées, un bloc cité n’existe pas']);
	});

	it('que la fiche ne déclare pas n’a rien à dire, l’ancienne fût-elle inconnue', () => {
		const sans = FICHE_LUTHIER.replace(/<CORRESPONDANCES>[\s\S]*<\/CORRESPONDANCES>/u, '');
		expect(liens(sans, 'lac-2023', { vues: [SUIVANTE] }).messages).toEqual([
			expect.stringMatching(/^succession avec RNCP90001 non écrite/u),
		]);
	});

	it('dont aucun bloc n’existe n’est pas écrite', () => {
		const { correspondances, messages } = avec((f) =>
			f
				.replace('<SOURCE><BLOC_COMPETENCES><CODE>RNCP90002BC01', '<SOURCE><BLOC_COMPETENCES><CODE>RNCP90002BC77')
				.replace(/RNCP90001BC0\d/gu, 'RNCP90001'),
		);
		expect(correspondances).toEqual([]);
		expect(messages).toHaveLength(1);
	});
});

describe('les lignées de plusieurs fiches importées ensemble', () => {
	const lues = () => ({
		luthier: liens(FICHE_LUTHIER, 'lac-2023', {
			vues: [SUIVANTE, { numero: 'RNCP90001', intitule: 'Luthier', annee: '2018' }],
		}).lignee,
		suivante: liens(
			FICHE_LUTHIER.replace(/RNCP90003/u, 'RNCP90009')
				.replace('>RNCP90001</ID_FICHE', '>RNCP90002</ID_FICHE')
				.replace('>RNCP90002</NUMERO', '>RNCP90003</NUMERO'),
			'la-2028',
			{
				tenues: { RNCP90002: { id: 'lac-2023', blocs: [] } },
				vues: [{ numero: 'RNCP90009', intitule: 'Luthier', annee: '2033' }],
			},
		).lignee,
	});

	it('qui partagent une version n’en font qu’une, chaque fait avec la source qui le dit', () => {
		const { luthier, suivante } = lues();
		const [reunie, ...autres] = reunirLignees([luthier, suivante]);
		expect(autres).toEqual([]);
		const lue = lignee.parse(reunie);
		expect(lue.versions).toEqual([
			{ id: 'lac-2023' },
			expect.objectContaining({ id: 'l-2018', codes: [{ type: 'RNCP', valeur: 'RNCP90001', source: 'rncp' }] }),
			{ id: 'la-2028' },
			expect.objectContaining({ id: 'l-2033', codes: [{ type: 'RNCP', valeur: 'RNCP90009', source: 'rncp-2' }] }),
		]);
		expect(lue.successions.map((s) => [s.de, s.vers, s.source])).toEqual([
			['l-2018', 'lac-2023', 'rncp'],
			['lac-2023', 'la-2028', 'rncp'],
			['la-2028', 'l-2033', 'rncp-2'],
		]);
		expect(Object.values(lue.sources).map((s) => s.document)).toEqual(['RNCP90002.xml', 'RNCP90003.xml']);
	});

	it('l’ordre des fiches ne change pas ce qu’elles disent', () => {
		const { luthier, suivante } = lues();
		const [reunie] = reunirLignees([suivante, luthier]);
		const lue = lignee.parse(reunie);
		expect(lue.versions.map((v) => v.id).sort()).toEqual(['l-2018', 'l-2033', 'la-2028', 'lac-2023']);
		expect(lue.versions.find((v) => v.id === 'la-2028')).toEqual({ id: 'la-2028' });
		expect(lue.successions.map((s) => `${s.de} ${s.vers}`).sort()).toEqual([
			'l-2018 lac-2023',
			'la-2028 l-2033',
			'lac-2023 la-2028',
		]);
	});

	it('gardent chaque succession, qu’une version ait deux suites ou deux sources', () => {
		const { luthier } = lues();
		const [modele] = luthier.successions;
		if (!modele) throw new Error('succession attendue');
		const declarant = (...paires: string[]) => ({
			...luthier,
			successions: paires.map((p) => ({ ...modele, de: p.replace(/ .*/u, ''), vers: p.replace(/.* /u, '') })),
		});
		const [reunie] = reunirLignees([declarant('a-2010 b-2020'), declarant('a-2010 c-2020', 'd-2010 b-2020')]);
		expect(reunie?.successions.map((s) => `${s.de} ${s.vers}`)).toEqual([
			...['a-2010 b-2020', 'a-2010 c-2020', 'd-2010 b-2020'],
		]);
	});

	it('qui ne partagent rien restent deux', () => {
		const { luthier, suivante } = lues();
		const ailleurs = { ...suivante, versions: [{ id: 'am-2020' }], successions: [] };
		expect(reunirLignees([luthier, ailleurs])).toEqual([luthier, ailleurs]);
	});
});

describe('ce qu’écrit la lignée d’une fiche', () => {
	it('son titre, son résumé, son jour, sa source', () => {
		expect(liens(FICHE_LUTHIER, 'lac-2023', { tenues, vues: [SUIVANTE] }).lignee).toEqual({
			titre: 'Luthier en atelier & en concert',
			resume:
				'Luthier en atelier & en concert : versions et successions que déclare le répertoire national des certifications professionnelles.',
			etatAu: '2026-11-21',
			sources: {
				rncp: {
					intitule: 'RNCP, fiche RNCP90002, données ouvertes de France compétences',
					nature: 'publique',
					document: 'RNCP90002.xml',
				},
			},
			versions: [
				{ id: 'lac-2023' },
				{ id: 'lac-2018' },
				{
					id: 'la-2028',
					sigle: 'LA',
					intitule: 'Luthier en atelier',
					codes: [{ type: 'RNCP', valeur: 'RNCP90003', source: 'rncp' }],
				},
			],
			successions: [
				{
					de: 'lac-2018',
					vers: 'lac-2023',
					nature: 'officielle',
					source: 'rncp',
					motif: 'La fiche RNCP90002 du RNCP déclare que RNCP90002 remplace RNCP90001.',
				},
				{
					de: 'lac-2023',
					vers: 'la-2028',
					nature: 'officielle',
					source: 'rncp',
					motif: 'La fiche RNCP90002 du RNCP déclare que RNCP90003 remplace RNCP90002.',
				},
			],
		});
	});

	it('les identifiants de ses blocs, comptés par type', () => {
		expect(idsDesBlocs(['ccp', 'ccs', 'ccp', 'ccs'].map((type) => ({ type })))).toEqual([
			...['ccp-1', 'ccs-1', 'ccp-2', 'ccs-2'],
		]);
	});
});

describe('une correspondance que rien n’écrit', () => {
	const CODES = /<CORRESPONDANCES>[\s\S]*<\/CORRESPONDANCES>/u;
	const bloc = (code: string) => `<BLOC_COMPETENCES><CODE>${code}</CODE></BLOC_COMPETENCES>`;
	const declaree = (source: string, numero: string, destination: string) =>
		FICHE_LUTHIER.replace(
			CODES,
			`<CORRESPONDANCES><CORRESPONDANCE><SOURCE>${source}</SOURCE><DESTINATION><NUMERO_FICHE>${numero}</NUMERO_FICHE>${destination}</DESTINATION></CORRESPONDANCE></CORRESPONDANCES>`,
		);
	const ecrites = (xml: string, connues = tenues) => {
		const { correspondances, messages } = liens(xml, 'lac-2023', { tenues: connues, vues: [SUIVANTE] });
		return [correspondances.length, messages];
	};

	it.each([
		['sans bloc de la fiche', declaree('', 'RNCP90001', bloc('RNCP90001BC01'))],
		['sans bloc de l’ancienne', declaree(bloc('RNCP90002BC01'), 'RNCP90001', '')],
		['d’une fiche qu’elle ne remplace pas', declaree(bloc('RNCP90002BC01'), 'RNCP90005', bloc('RNCP90005BC01'))],
	])('%s, et rien n’est à dire', (_, xml) => {
		expect(ecrites(xml)).toEqual([0, []]);
	});

	it.each([
		['un bloc de la fiche qui n’existe pas', declaree(bloc('RNCP90002BC09'), 'RNCP90001', bloc('RNCP90001BC01'))],
		['un bloc de l’ancienne qui n’existe pas', declaree(bloc('RNCP90002BC01'), 'RNCP90001', bloc('RNCP90001BC03'))],
		['un code que son rang ne finit pas', declaree(bloc('RNCP90002BC01'), 'RNCP90001', bloc('RNCP90001BC01-A'))],
		['un code sans rang', declaree(bloc('RNCP90002BC01'), 'RNCP90001', bloc('RNCP90001'))],
	])('%s, et c’est dit', (_, xml) => {
		expect(ecrites(xml)).toEqual([0, ['correspondances avec RNCP90001 : 1 laissées, un bloc cité n’existe pas']]);
	});

	it('une ancienne dont le catalogue n’a pas les blocs, et c’est dit', () => {
		expect(ecrites(FICHE_LUTHIER, { RNCP90001: { id: 'lac-2018', blocs: [] } })).toEqual([
			0,
			['correspondances avec RNCP90001 non écrites : ses blocs ne sont pas au catalogue'],
		]);
	});
});
