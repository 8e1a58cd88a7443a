import { describe, expect, it } from 'vitest';
import {
	avertissementsDeLecture,
	problemesDeLecture,
} from '../../../src/catalogue/controles/lecture-correspondance.ts';
import { empreinteDeLecture } from '../../../src/domaine/empreinte.ts';
import type { Correspondance, Lecture, LectureDeParente } from '../../../src/schemas/correspondance.ts';
import { lexique, referentiel } from '../rapprochement/exemples.ts';

const de = referentiel('a-2000', ['Vendre', 'Accueillir le client', 'Encaisser'], ['Gérer', 'Tenir un stock']);
const vers = referentiel(
	'b-2010',
	['Vendre', 'Accueillir le client.', 'Conseiller le client'],
	['Gérer', 'Gérer un stock'],
);

const LIBELLES = {
	de: { 'ccp-1/c1': 'Accueillir le client', 'ccp-1/c2': 'Encaisser', 'ccp-2/c1': 'Tenir un stock' },
	vers: { 'ccp-1/c1': 'Accueillir le client.', 'ccp-1/c2': 'Conseiller le client', 'ccp-2/c1': 'Gérer un stock' },
} as const;

const lecture = (nature: Lecture['nature'], idsDe: string[], idsVers: string[]): Lecture => ({
	de: idsDe,
	vers: idsVers,
	nature,
	statut: 'relue',
	motif: 'Une raison.',
	empreinte: empreinteDeLecture(
		idsDe.map((id) => (LIBELLES.de as Record<string, string>)[id] ?? ''),
		idsVers.map((id) => (LIBELLES.vers as Record<string, string>)[id] ?? ''),
	),
});

const JUSTES = [
	lecture('identique', ['ccp-1/c1'], ['ccp-1/c1']),
	lecture('sans-suite', ['ccp-1/c2'], []),
	lecture('reformulee', ['ccp-2/c1'], ['ccp-2/c1']),
	lecture('nouvelle', [], ['ccp-1/c2']),
];
const SOURCE = { intitule: 'Arrêté du 1er janvier 2010', nature: 'officielle' as const };
const saine = (autres: Partial<Correspondance> = {}): Correspondance => ({
	de: 'a-2000',
	vers: 'b-2010',
	blocs: {
		source: SOURCE,
		article: 'art. 3',
		liens: [
			{ de: ['ccp-1'], vers: ['ccp-1'] },
			{ de: ['ccp-2'], vers: [] },
		],
	},
	competences: JUSTES,
	...autres,
});
const avec = (...lectures: Lecture[]) => saine({ competences: lectures });
/** A correspondence as the catalogue reads it from a file, without line numbers. */
const fiche = (data: Correspondance) => ({ fichier: 'a.yaml', ligne: () => undefined, data });
const messages = (c: Correspondance) =>
	problemesDeLecture(fiche(c), de, vers).map(({ champ, message }) => `${champ} : ${message}`);

describe('une correspondance relue', () => {
	it('passe quand elle est juste', () => expect(problemesDeLecture(fiche(saine()), de, vers)).toEqual([]));

	it('est refusée pour une version inconnue', () => {
		expect(
			problemesDeLecture(fiche(saine()), undefined, vers).map(({ champ, message }) => `${champ} : ${message}`),
		).toEqual(['de : version « a-2000 » inconnue ; corriger l’id ou ajouter ses faits à une lignée']);
	});

	it('est refusée d’une version à elle-même', () => {
		expect(
			problemesDeLecture(fiche(saine({ vers: 'a-2000' })), de, de).map(({ champ, message }) => `${champ} : ${message}`),
		).toEqual(['vers : « a-2000 » ne peut correspondre à elle-même ; écrire l’id de l’autre version']);
	});

	it('est refusée pour un bloc inconnu, avec ceux qui existent', () => {
		const blocs = { source: SOURCE, article: 'art. 3', liens: [{ de: ['ccp-9'], vers: ['ccp-1', 'ccp-1'] }] };
		expect(messages(saine({ blocs }))).toEqual([
			'blocs.liens.0.de.0 : bloc « ccp-9 » inconnu de a-2000 ; choisir parmi : ccp-1, ccp-2',
			'blocs.liens.0.vers.1 : bloc « ccp-1 » en double ; n’en garder qu’un',
		]);
	});

	it('est refusée pour un bloc d’une version dont aucun bloc n’est connu, en le disant', () => {
		const { competences: _, ...sansLecture } = saine();
		expect(problemesDeLecture(fiche(sansLecture), de, { ...vers, blocs: [] }).map(({ message }) => message)).toEqual([
			'bloc « ccp-1 » inconnu de b-2010 ; choisir parmi : (aucun bloc connu)',
		]);
	});

	it('est refusée quand un ancien bloc a deux correspondances', () => {
		const avecLiens = (...liens: { de: string[]; vers: string[] }[]) =>
			messages(saine({ blocs: { source: SOURCE, article: 'art. 3', liens } }));
		expect(avecLiens({ de: ['ccp-1'], vers: ['ccp-1'] }, { de: ['ccp-1'], vers: ['ccp-2'] })).toEqual([
			'blocs.liens.1 : ccp-1 a déjà sa correspondance (blocs.liens.0) ; n’en garder qu’une',
		]);
		// The order of the blocs of a link does not matter.
		expect(avecLiens({ de: ['ccp-1', 'ccp-2'], vers: ['ccp-1'] }, { de: ['ccp-2', 'ccp-1'], vers: [] })).toEqual([
			'blocs.liens.1 : ccp-1 ccp-2 a déjà sa correspondance (blocs.liens.0) ; n’en garder qu’une',
		]);
	});

	it('est refusée pour une compétence inconnue', () => {
		const [premiere, ...autres] = JUSTES;
		expect(messages(avec({ ...(premiere as Lecture), de: ['ccp-1/c7'] }, ...autres))).toEqual([
			'competences.0.de.0 : compétence « ccp-1/c7 » inconnue de a-2000 ; corriger l’id',
		]);
	});

	it('est refusée quand elle oublie une compétence', () => {
		expect(messages(avec(...JUSTES.slice(0, 3)))).toEqual([
			'competences : compétence « ccp-1/c2 » de b-2010 oubliée (Conseiller le client) ; l’ajouter, au besoin en « nouvelle »',
		]);
	});

	it('est refusée quand elle compte deux fois une compétence, dans une entrée ou dans deux', () => {
		expect(messages(avec(...JUSTES, lecture('sans-suite', ['ccp-2/c1'], [])))).toEqual([
			'competences.4.de.0 : compétence « ccp-2/c1 » de a-2000 déjà comptée dans competences.2 ; la garder dans une seule entrée',
		]);
		const double = lecture('reformulee', ['ccp-2/c1', 'ccp-2/c1'], ['ccp-2/c1']);
		expect(messages(avec(...JUSTES.slice(0, 2), double, JUSTES[3] as Lecture))).toEqual([
			'competences.2.de.1 : compétence « ccp-2/c1 » de a-2000 déjà comptée dans competences.2 ; la garder dans une seule entrée',
		]);
	});

	it.each([
		['scindee', 'reformulee'],
		['fusionnee', 'reformulee'],
		['recomposee', 'reformulee'],
		['nouvelle', 'reformulee'],
		['sans-suite', 'reformulee'],
	] as const)('est refusée quand « %s » joint une compétence à une autre', (nature, remede) => {
		const fausse = { ...(JUSTES[2] as Lecture), nature };
		const [faute] = messages(avec(JUSTES[0] as Lecture, JUSTES[1] as Lecture, fausse, JUSTES[3] as Lecture));
		expect(faute).toMatch(/^competences\.2\.nature : /);
		expect(faute).toContain(`écrire « ${remede} »`);
	});

	it('est refusée quand « identique » n’a qu’un côté, avec tout ce que cette nature peut joindre', () => {
		const fausse = { ...(JUSTES[1] as Lecture), nature: 'identique' as const };
		expect(messages(avec(JUSTES[0] as Lecture, fausse, ...JUSTES.slice(2)))[0]).toBe(
			'competences.1.nature : « identique » joint 1-1 libellés distincts, et l’entrée en joint 1-0 ; écrire « sans-suite » ou corriger « de » et « vers »',
		);
	});

	it('est refusée quand rien ne se joint à rien', () => {
		expect(messages(avec(...JUSTES, lecture('sans-suite', [], [])))[0]).toContain('corriger « de » et « vers »');
	});

	it('compte pour une compétence un libellé imprimé dans deux blocs', () => {
		const repetee = referentiel('a-2000', ['Vendre', 'Parler anglais'], ['Gérer', 'Parler anglais.']);
		const une = referentiel('b-2010', ['Vendre', 'Utiliser l’anglais']);
		const lue = (nature: Lecture['nature']): Correspondance => ({
			de: 'a-2000',
			vers: 'b-2010',
			competences: [
				{
					...lecture(nature, ['ccp-1/c1', 'ccp-2/c1'], ['ccp-1/c1']),
					empreinte: empreinteDeLecture(['Parler anglais', 'Parler anglais.'], ['Utiliser l’anglais']),
				},
			],
		});
		expect(problemesDeLecture(fiche(lue('reformulee')), repetee, une)).toEqual([]);
		expect(problemesDeLecture(fiche(lue('fusionnee')), repetee, une).map(({ message }) => message)).toEqual([
			'« fusionnee » joint n-1 libellés distincts, et l’entrée en joint 1-1 ; écrire « reformulee » ou corriger « de » et « vers »',
		]);
	});

	it('est refusée quand « identique » n’a pas le même libellé des deux côtés', () => {
		const fausse = { ...(JUSTES[2] as Lecture), nature: 'identique' as const };
		expect(messages(avec(JUSTES[0] as Lecture, JUSTES[1] as Lecture, fausse, JUSTES[3] as Lecture))).toEqual([
			'competences.2.nature : les libellés ne sont pas les mêmes, typographie mise à part ; écrire une autre nature',
		]);
	});

	it('est refusée quand la seule typographie est dite un changement', () => {
		const fausse = { ...(JUSTES[0] as Lecture), nature: 'reformulee' as const };
		expect(messages(avec(fausse, ...JUSTES.slice(1)))).toEqual([
			'competences.0.nature : les libellés sont les mêmes, typographie mise à part ; écrire « identique »',
		]);
	});

	it('est refusée quand un libellé a changé depuis la lecture, avec l’empreinte à écrire', () => {
		const fausse = { ...(JUSTES[0] as Lecture), empreinte: '000000000000' };
		expect(messages(avec(fausse, ...JUSTES.slice(1)))).toEqual([
			`competences.0.empreinte : les libellés ont changé depuis la lecture ; relire l’entrée, puis écrire « ${JUSTES[0]?.empreinte} »`,
		]);
	});

	it('est refusée pour des compétences dont le texte n’est pas détenu', () => {
		const connue = { id: 'a-2000', blocs: de.blocs.map((b) => ({ ...b, competences: [] })) };
		expect(
			problemesDeLecture(fiche(saine()), connue, vers).map(({ champ, message }) => `${champ} : ${message}`),
		).toEqual([
			'competences : aucune compétence de a-2000 n’est au catalogue : elles ne peuvent être lues ; retirer « competences »',
		]);
	});

	it('va bien sans compétences, pour des versions seulement connues', () => {
		const connue = { id: 'a-2000', blocs: de.blocs.map((b) => ({ ...b, competences: [] })) };
		expect(problemesDeLecture(fiche(saine({ competences: undefined })), connue, vers)).toEqual([]);
	});
});

describe('une parenté relue', () => {
	const parente = (d: string, v: string, plus: Partial<LectureDeParente> = {}): LectureDeParente => ({
		de: d,
		vers: v,
		portee: 'voisine',
		statut: 'relue',
		motif: 'Une part commune.',
		empreinte: empreinteDeLecture(
			[(LIBELLES.de as Record<string, string>)[d] ?? ''],
			[(LIBELLES.vers as Record<string, string>)[v] ?? ''],
		),
		...plus,
	});
	const avecParentes = (...parentes: LectureDeParente[]) => messages(saine({ parentes }));

	it('passe entre deux compétences qui ne se correspondent pas', () =>
		expect(avecParentes(parente('ccp-1/c2', 'ccp-1/c2'), parente('ccp-1/c1', 'ccp-1/c2'))).toEqual([]));

	it('est refusée pour une compétence inconnue', () => {
		expect(avecParentes(parente('ccp-1/c9', 'ccp-1/c2'))).toEqual([
			'parentes.0.de : compétence « ccp-1/c9 » inconnue de a-2000 ; corriger l’id',
		]);
	});

	it('est refusée quand elle double une correspondance, ou une autre parenté', () => {
		expect(avecParentes(parente('ccp-2/c1', 'ccp-2/c1'))).toEqual([
			'parentes.0 : ccp-2/c1 → ccp-2/c1 est déjà une correspondance (competences.2) ; une parenté ne la double pas : retirer l’une ou l’autre',
		]);
		expect(avecParentes(parente('ccp-1/c2', 'ccp-1/c2'), parente('ccp-1/c2', 'ccp-1/c2'))).toEqual([
			'parentes.1 : parenté ccp-1/c2 → ccp-1/c2 déjà écrite (parentes.0) ; n’en garder qu’une',
		]);
	});

	it('est refusée quand un libellé a changé depuis la lecture', () => {
		const juste = parente('ccp-1/c2', 'ccp-1/c2');
		expect(avecParentes({ ...juste, empreinte: '000000000000' })).toEqual([
			`parentes.0.empreinte : les libellés ont changé depuis la lecture ; relire la parenté, puis écrire « ${juste.empreinte} »`,
		]);
	});

	it('est refusée entre deux mêmes libellés, et pour un seul des exemplaires d’un libellé', () => {
		const [ancienne, recente] = [
			referentiel('a-2000', ['Vendre', 'Parler anglais'], ['Gérer', 'Parler anglais.']),
			referentiel('b-2010', ['Vendre', 'Parler anglais'], ['Gérer', 'Écrire en anglais']),
		];
		const lu = { statut: 'relue' as const, motif: 'Une raison.' };
		const c = (d: string, v: string): Correspondance => ({
			de: 'a-2000',
			vers: 'b-2010',
			competences: [
				{
					...lu,
					nature: 'sans-suite',
					de: ['ccp-1/c1', 'ccp-2/c1'],
					vers: [],
					empreinte: empreinteDeLecture(['Parler anglais', 'Parler anglais.'], []),
				},
				{
					...lu,
					nature: 'nouvelle',
					de: [],
					vers: ['ccp-1/c1'],
					empreinte: empreinteDeLecture([], ['Parler anglais']),
				},
				{
					...lu,
					nature: 'nouvelle',
					de: [],
					vers: ['ccp-2/c1'],
					empreinte: empreinteDeLecture([], ['Écrire en anglais']),
				},
			],
			parentes: [
				{
					...lu,
					de: d,
					vers: v,
					portee: 'voisine',
					empreinte: empreinteDeLecture(
						['Parler anglais'],
						[v === 'ccp-1/c1' ? 'Parler anglais' : 'Écrire en anglais'],
					),
				},
			],
		});
		const dites = (correspondance: Correspondance) =>
			problemesDeLecture(fiche(correspondance), ancienne, recente).map(({ champ, message }) => `${champ} : ${message}`);
		expect(dites(c('ccp-1/c1', 'ccp-1/c1'))[0]).toBe(
			'parentes.0 : ccp-1/c1 → ccp-1/c1 : les libellés sont les mêmes, typographie mise à part ; écrire une correspondance « identique »',
		);
		expect(dites(c('ccp-1/c1', 'ccp-2/c1'))).toEqual([
			'parentes.0.de : « ccp-1/c1 » et « ccp-2/c1 » de a-2000 ont le même libellé ; écrire aussi la parenté ccp-2/c1 → ccp-2/c1',
		]);
	});

	it('est refusée sans lecture des compétences', () => {
		const { competences: _, ...sansLecture } = saine();
		expect(messages({ ...sansLecture, parentes: [parente('ccp-1/c2', 'ccp-1/c2')] })).toEqual([
			'parentes : des parentés sans lecture des compétences ; écrire aussi « competences » ou les retirer',
		]);
	});
});

describe('ce dont on avertit', () => {
	const avertis = (c: Correspondance) =>
		avertissementsDeLecture(fiche(c), de, vers, lexique).map((f) => `${f.champ} : ${f.message}`);

	it('rien, quand rien ne contredit la lecture', () => expect(avertis(saine())).toEqual([]));

	it('un ancien bloc que le texte officiel ne nomme pas', () => {
		const liens = [{ de: ['ccp-1'], vers: ['ccp-1'] }];
		expect(avertis(saine({ blocs: { source: SOURCE, article: 'art. 3', liens } }))).toEqual([
			'blocs.liens : ccp-2 de a-2000 n’est nommé par aucun lien : écrire « vers: [] » si le texte dit « Néant »',
		]);
	});

	it('d’aucun bloc sans texte officiel, ni d’un bloc qui n’est pas un CCP', () => {
		expect(avertis(saine({ blocs: undefined }))).toEqual([]);
		const complementaire = { ...de, blocs: de.blocs.map((b) => ({ ...b, type: 'ccs' as const })) };
		const liens = [{ de: ['ccp-1'], vers: ['ccp-1'] }];
		const c = saine({ blocs: { source: SOURCE, article: 'art. 3', liens } });
		expect(avertissementsDeLecture(fiche(c), complementaire, vers, lexique)).toEqual([]);
	});

	it('d’aucune lecture quand rien n’est lu', () => {
		expect(avertis(saine({ competences: undefined }))).toEqual([]);
	});

	it('une lecture qui sépare ce que le rapprochement joint avec assurance', () => {
		const lectures = [
			lecture('sans-suite', ['ccp-1/c1'], []),
			lecture('nouvelle', [], ['ccp-1/c1']),
			...JUSTES.slice(1),
		];
		expect(avertis(avec(...lectures))).toEqual([
			'competences.0 : le rapprochement automatique propose avec assurance ccp-1/c1 → ccp-1/c1 (1) ; la lecture dit autre chose',
		]);
	});

	it('une lecture qui ne garde qu’une part de ce que le rapprochement joint', () => {
		const MEMES = ['Tenir la comptabilité', 'Souder des tôles', 'Accueillir les visiteurs'];
		const [une, deux] = [
			referentiel('a-2000', ['Jardin', 'Tailler une haie de charmes et abattre un peuplier malade', ...MEMES]),
			referentiel('b-2010', ['Jardin', 'Tailler une haie de charmes', 'Abattre un peuplier malade', ...MEMES]),
		];
		const lectures = [lecture('reformulee', ['ccp-1/c1'], ['ccp-1/c1']), lecture('nouvelle', [], ['ccp-1/c2'])];
		const c = saine({ blocs: undefined, competences: lectures });
		expect(avertissementsDeLecture(fiche(c), une, deux, lexique).map(({ message }) => message)).toEqual([
			expect.stringContaining('ccp-1/c1 → ccp-1/c1, ccp-1/c2'),
		]);
		const inverse = saine({
			blocs: undefined,
			competences: [lecture('reformulee', ['ccp-1/c2'], ['ccp-1/c1']), lecture('sans-suite', ['ccp-1/c1'], [])],
		});
		expect(avertissementsDeLecture(fiche({ ...inverse, de: 'b-2010', vers: 'a-2000' }), deux, une, lexique)).toEqual([
			expect.objectContaining({
				champ: 'competences.1',
				message: expect.stringContaining('ccp-1/c1, ccp-1/c2 → ccp-1/c1'),
			}),
		]);
	});
});
