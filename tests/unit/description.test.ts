import { describe, expect, it } from 'vitest';
import {
	couper,
	descriptionBloc,
	descriptionComparaison,
	descriptionCompetence,
	descriptionVersion,
	onglet,
	ongletVersion,
	resumeLignee,
} from '../../src/domaine/description.ts';
import { etatEnBref } from '../../src/domaine/etat.ts';
import { type Bloc, type Competence, titreBloc, titreCompetence } from '../../src/domaine/version.ts';
import { parId, versions } from './exports/exemple.ts';

const [ancienne, recente, connue] = versions;
const bloc = recente.blocs[0] as Bloc;

describe('la description d’une page', () => {
	it('d’une version, dit ce qui la suit, ce que la page contient, et son titre', () => {
		expect(descriptionVersion(ancienne, parId)).toBe(
			'Titre professionnel ABC 2001 (remplacé par l’ABD 2010) : 3 blocs, 5 compétences, règles et texte officiel complet. Agent de bureau & conseil.',
		);
		expect(descriptionVersion(connue, parId)).toBe(
			'Titre professionnel ABE 2020 (en vigueur au 1er avril 2026, à vérifier) : 1 bloc, compétences inconnues (à vérifier) ; ce que nos sources établissent. Agent…',
		);
	});
	it('d’une lignée, dit quel titre est en vigueur, quel jour, et si c’est à vérifier', () => {
		expect(resumeLignee(versions, '2026-04-01')).toBe(
			'De 2001 à 2020 ; en vigueur au 1er avril 2026 : ABE 2020 (à vérifier).',
		);
		expect(resumeLignee([connue], '2026-04-01')).toBe(
			'Version de 2020 ; en vigueur au 1er avril 2026 : 2020 (à vérifier).',
		);
		expect(resumeLignee([ancienne], '2026-04-01')).toBe(
			'Version de 2001 ; aucune n’est connue en vigueur au 1er avril 2026.',
		);
	});
	it('d’un bloc, dit son rang, sa version et combien il a de compétences', () => {
		expect(descriptionBloc(bloc, recente, parId)).toBe(
			'CCP 1 du titre ABD 2010 (n’est plus en vigueur), 3 compétences : Accueillir le public.',
		);
		const douteux = { ...bloc, certitude: 'secondaire' as const };
		expect(descriptionBloc(douteux, recente, parId)).toContain(', 3 compétences (libellés à vérifier) : Accueillir');
		expect(descriptionCompetence(bloc.competences[0] as Competence, douteux, recente, parId)).toContain(
			'(n’est plus en vigueur) (libellés à vérifier) : Accueillir',
		);
		expect(descriptionBloc({ ...bloc, competences: [] }, recente, parId)).toContain(', compétences inconnues : ');
	});
	it('d’une compétence, finit la phrase du libellé, que le document y mette un point ou non', () => {
		const decrire = (rang: number) =>
			descriptionCompetence(bloc.competences[rang - 1] as Competence, bloc, recente, parId);
		expect(decrire(1)).toBe(
			'Compétence 1 du CCP 1 de l’ABD 2010 (n’est plus en vigueur) : Accueillir. D’où elle vient, ce qu’elle devient.',
		);
		expect(decrire(2)).toBe(
			'Compétence 2 du CCP 1 de l’ABD 2010 (n’est plus en vigueur) : Conseiller. D’où elle vient, ce qu’elle devient.',
		);
		const abregee: Competence = { id: 'abd-2010/ccp-1/c4', rang: 4, libelle: 'Lire un no. de série' };
		expect(descriptionCompetence(abregee, bloc, recente, parId)).toContain(' : Lire un no. de série. D’où elle vient');
	});
	it('d’une comparaison, dit d’abord qui le dit, puis ce que deviennent les compétences de l’ancienne', () => {
		const entree = (
			statut: 'relue' | 'proposee',
			nature: 'identique' | 'sans-suite',
			de: string[],
			vers: string[],
		) => ({
			...{ statut, nature, de, vers, deplacee: null, score: null, motif: null, candidats: [] },
		});
		const lue = entree('relue', 'identique', ['abc-2001/ccp-1/c1'], ['abd-2010/ccp-1/c1']);
		const seule = entree('relue', 'sans-suite', ['abc-2001/ccp-1/c2'], []);
		const comparer = (...competences: (typeof lue)[]) =>
			descriptionComparaison(ancienne, recente, {
				...{ de: ancienne.id, vers: recente.id, blocs: [], competences, parentes: [] },
			}).replaceAll('\u00a0', ' ');
		const suite = 'Des 2 compétences de l’ABC 2001, 1 a une correspondance dans l’ABD 2010, 1 n’y a rien de proche.';
		expect(comparer(lue, seule)).toBe(`Lecture de la rédaction. ${suite}`);
		expect(comparer(lue, { ...seule, statut: 'proposee' })).toBe(`Lectures de la rédaction et calculs. ${suite}`);
		expect(comparer({ ...lue, statut: 'proposee' })).toMatch(/^Calcul non relu\. La seule compétence/u);
		const parente = { de: 'abc-2001/ccp-1/c1', vers: 'abd-2010/ccp-1/c1', statut: 'relue', portee: 'voisine' };
		const calculees = [{ ...lue, statut: 'proposee' }];
		const seulesParentes = {
			de: ancienne.id,
			vers: recente.id,
			blocs: [],
			competences: calculees,
			parentes: [parente],
		};
		expect(descriptionComparaison(ancienne, recente, seulesParentes as never)).toMatch(/^Lectures de la rédaction et/u);
	});
	it('une description dit ce que la page contient, ou que le texte manque', () => {
		expect(descriptionVersion(ancienne, parId)).toMatch(/3 blocs, 5 compétences, règles et texte officiel complet/u);
		expect(descriptionVersion(connue, parId)).toMatch(
			/compétences inconnues \(à vérifier\) ; ce que nos sources établissent/u,
		);
	});

	it('tient en cent soixante signes', () => {
		expect(couper('é'.repeat(160))).toBe('é'.repeat(160));
		expect(couper('é'.repeat(161))).toBe(`${'é'.repeat(159)}…`);
		expect(couper(`${'mot '.repeat(39)}lettre`)).toBe(`${'mot '.repeat(38)}mot…`);
	});
	it('coupée après un mot, ne garde ni l’espace ni la ponctuation qui le suivent', () => {
		expect(couper('Accueillir, informer', 16)).toBe('Accueillir…');
		expect(couper('Accueillir ;   informer', 16)).toBe('Accueillir…');
		expect(couper(' \n Accueillir\t\n informer ', 30)).toBe('Accueillir informer');
	});
	it('ne dit remplacée que ce qu’un texte remplace', () => {
		const suites = [
			{ version: 'abe-2020', nature: 'editoriale' as const },
			{ version: 'abd-2010', nature: 'officielle' as const },
		];
		const v = { ...ancienne, etat: { ...ancienne.etat, suites } };
		expect(etatEnBref(v, parId)).toBe('remplacé par l’ABD 2010');
		expect(etatEnBref({ ...v, etat: { ...v.etat, cle: 'en-vigueur' } }, parId)).toBe('en vigueur au 1er avril 2026');
		expect(etatEnBref({ ...v, etat: { ...v.etat, suites: suites.slice(0, 1) } }, parId)).toBe('n’est plus en vigueur');
		expect(etatEnBref({ ...v, etat: { ...v.etat, cle: 'terminee', aVerifier: true } }, parId)).toBe(
			'n’est plus en vigueur, à vérifier',
		);
	});
});

describe('le titre d’onglet d’une version', () => {
	it('dit ce que la page contient tant qu’il tient en soixante-cinq signes', () => {
		const nommee = (sigle: string) => ongletVersion({ ...recente, sigle }, parId);
		expect(nommee('ABD')).toBe('ABD 2010 (n’est plus en vigueur) : CCP et compétences');
		expect(nommee('ABDEFGHIJKLMNOP')).toBe('ABDEFGHIJKLMNOP 2010 (n’est plus en vigueur) : CCP et compétences');
		expect(nommee('ABDEFGHIJKLMNOP')).toHaveLength(65);
		expect(nommee('ABDEFGHIJKLMNOPQ')).toBe('ABDEFGHIJKLMNOPQ 2010 (n’est plus en vigueur)');
		expect(ongletVersion({ ...recente, blocs: [] }, parId)).toBe(
			'ABD 2010 (n’est plus en vigueur) : ce que l’on en sait',
		);
	});
});

describe('titre d’onglet', () => {
	it('d’une version, dit ce qui la suit, et sur quelle foi', () => {
		expect(ongletVersion(versions[0], parId)).toBe('ABC 2001 (remplacé par l’ABD 2010) : CCP et compétences');
		expect(ongletVersion(versions[2], parId)).toBe('ABE 2020 (en vigueur au 1er avril 2026, à vérifier)');
	});
	it('nomme d’abord ce qui distingue la page, et n’est jamais coupé par d’autres que nous', () => {
		const bloc = versions[0].blocs[0] as Bloc;
		const longue: Competence = { id: 'abc-2001/ccp-1/c9', rang: 9, libelle: 'Réaliser '.repeat(30) };
		const titres = [titreCompetence(longue, bloc, versions[0]), titreBloc(bloc, versions[0])].map(onglet);
		expect(titres[0]).toMatch(/^ABC 2001, CCP 1, compétence 9 : Réaliser.*…$/);
		expect(titres[1]).toBe('ABC 2001, CCP 1 : Recevoir — Lignée');
		for (const titre of titres) expect(titre.length).toBeLessThanOrEqual(65);
	});
	it('ne donne le nom du site que s’il reste de la place pour lui', () => {
		expect(onglet('é'.repeat(56))).toBe(`${'é'.repeat(56)} — Lignée`);
		expect(onglet('é'.repeat(57))).toBe('é'.repeat(57));
		expect(onglet('é'.repeat(66))).toBe(`${'é'.repeat(64)}…`);
	});
});
