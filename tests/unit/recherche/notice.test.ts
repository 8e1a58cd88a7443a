import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { eclaircir } from '../../../src/domaine/recherche/mots.ts';
import { GENRES, genreDuNom, lettreDuGenre, noticesDe } from '../../../src/domaine/recherche/notice.ts';
import { versions as exemples } from '../exports/exemple.ts';

describe('ce que la recherche lit', () => {
	it.each([
		['l’annuaire', 'annuaire'],
		["d'accès", 'accès'],
		['serveur/l’annuaire', 'serveur/ annuaire'],
		['S’appuyer jusqu’ici qu’il', 'appuyer ici'],
		['aujourd’hui', 'aujourd’hui'],
		['technicien(ne)', 'technicien'],
		['« mise en service » de la fibre en sous-sol', '« mise service » fibre sous-sol'],
		['De la, les ; et du !', ''],
		['presqu’île', 'presqu’île'],
		['cœur de métier', 'coeur métier'],
		['NSF 326 r, 326 R', 'NSF 326r, 326R'],
		['326 règles', '326 règles'],
		['Lorsqu’elle puisqu’elle quoiqu’elle', ''],
		['e\u0301tude  \n VAE', '\u00e9tude VAE'],
	])('« %s » se lit « %s »', (texte, attendu) => {
		expect(eclaircir(texte)).toBe(attendu);
	});
	it('n’a que des guides dont le texte est débarrassé de son balisage', () => {
		for (const { texte } of lireCatalogue('content').guides) expect(texte).not.toMatch(/[<>|]|\]\(/);
	});
	it('ne donne de statut ni à un guide ni à un terme, qui n’en ont pas', () => {
		const page = {
			url: '/guides/vae/',
			titre: 'La VAE',
			texte: 'L’expérience compte.',
			resume: 'Ce que vaut l’expérience.',
		};
		const [guide] = noticesDe([], { guides: [page] });
		expect(guide).toMatchObject({ url: page.url, dit: { libelle: 'La VAE', situation: page.resume } });
		expect(guide?.dit).not.toHaveProperty('etat');
		expect(guide?.filtres).not.toHaveProperty('statut');
	});
	it('d’un titre, lit son nom, ses codes et ses métiers, et dit ce qu’il devient', () => {
		const [ancienne, , connue] = noticesDe(exemples);
		expect(ancienne).toEqual({
			url: '/titres/abc-2001/',
			contenu: 'ABC 2001 Agent bureau & conseil RNCP100 M1801 Administration NSF 326u 326 III 3 février 2001',
			dit: {
				libelle: 'ABC 2001, Agent de bureau & conseil',
				situation: 'texte complet',
				etat: 'remplacé par l’ABD 2010',
				annee: '2001',
			},
			filtres: { genre: 'Titres', titre: 'ABC', statut: 'Remplacée' },
		});
		expect(connue).toMatchObject({
			contenu: 'ABE 2020 Agent bureau étendu vigueur 6 mai 2020 5 mai 2030 6 mai 2030',
			dit: { situation: 'intitulés des blocs seulement, à vérifier' },
		});
		const sansIntitule = { ...exemples[0], codes: [], rome: [{ valeur: 'M1801', source: 'fiche' }] };
		expect(noticesDe([sansIntitule])[0]?.contenu).toBe(
			'ABC 2001 Agent bureau & conseil M1801 NSF 326u 326 III 3 février 2001',
		);
	});
	it('d’un bloc et d’une compétence, lit leur libellé et leur titre, et dit où ils sont', () => {
		const notices = noticesDe(exemples);
		const [bloc, competence] = ['ccp-1/', 'ccp-1/c1/'].map((lieu) =>
			notices.find(({ url }) => url === `/titres/abc-2001/${lieu}`),
		);
		const version = { titre: 'ABC', statut: 'Remplacée' };
		expect(bloc).toMatchObject({
			contenu: 'Recevoir CCP 1 ABC 2001',
			dit: { libelle: 'Recevoir', situation: 'ABC 2001, CCP 1' },
			filtres: { genre: 'Blocs', ...version },
		});
		expect(competence).toMatchObject({
			contenu: 'Accueillir. ABC 2001',
			dit: { libelle: 'Accueillir.', situation: 'ABC 2001, CCP 1' },
			filtres: { genre: 'Compétences', ...version },
		});
	});
	it('d’un guide ou d’un terme, lit le titre, puis chaque mot du texte une fois', () => {
		const page = {
			url: '/x/',
			titre: 'La VAE',
			texte: 'L’expérience compte : Expérience, n-tiers, M1801 en 2018, d’abord un an q\u0303.',
			resume: 'Ce que vaut l’expérience.',
		};
		const [guide, terme] = noticesDe([], { guides: [page], termes: [{ ...page, texte: '…' }] });
		expect(guide).toEqual({
			url: '/x/',
			contenu: 'VAE expérience compte n-tiers m1801 2018 abord an q\u0303',
			dit: { libelle: 'La VAE', situation: page.resume },
			filtres: { genre: 'Guides et outils' },
		});
		expect(terme).toEqual({
			url: '/x/',
			contenu: 'VAE',
			dit: { libelle: 'La VAE', situation: page.resume },
			filtres: { genre: 'Glossaire' },
		});
	});
	it('d’une section d’un texte officiel, lit chaque mot une fois, garde le texte tel quel et mène à son ancre', () => {
		const section = {
			id: 'texte-jury',
			titre: 'Le jury',
			paragraphes: ['Le jury', 'Le jury d’un an, le jury.', 'Fin.'],
		};
		const textes = new Map([['abc-2001', { avant: [], apres: [section] }]]);
		const notice = noticesDe(exemples, { textes }).find(({ filtres }) => filtres.genre === 'Textes');
		expect(notice).toMatchObject({
			url: '/titres/abc-2001/#texte-jury',
			contenu: 'jury an fin ABC 2001',
			dit: { libelle: 'Le jury', situation: 'ABC 2001, texte officiel', texte: 'Le jury d’un an, le jury.\nFin.' },
		});
	});
	it('d’une comparaison, lit les deux titres, dont elle a l’année du plus récent', () => {
		const paires = [{ de: 'abc-2001', vers: 'abe-2020' }];
		const notice = noticesDe(exemples, { paires }).at(-1);
		expect(notice).toMatchObject({
			url: '/comparer/abc-2001/abe-2020/',
			contenu: 'ABC 2001 ABE 2020',
			dit: { libelle: 'Comparer ABC 2001 et ABE 2020', situation: '', annee: '2020' },
			filtres: { genre: 'Comparaisons' },
		});
	});
	it.each(GENRES)('« %s » se lit dans le nom d’une notice de l’index', (genre) => {
		expect(genreDuNom(`fr_1a2b3c4_z${lettreDuGenre(genre)}`)).toBe(genre);
	});
	it('a une notice par version, bloc, compétence et épreuve connue, et marque ce qui est remplacé', () => {
		const { versions } = lireCatalogue('content');
		const notices = noticesDe(versions);
		const blocs = versions.flatMap((v) => v.blocs);
		const epreuves = versions.filter((v) => v.epreuves?.length);
		const competences = [...blocs.flatMap((b) => b.competences), ...versions.flatMap((v) => v.transversales)];
		expect(notices).toHaveLength(versions.length + blocs.length + competences.length + epreuves.length);
		expect(notices.find((f) => f.url === '/titres/tssr-2023/#transversales-c1')).toMatchObject({
			contenu: 'Communiquer transversale TSSR 2023',
			dit: { libelle: 'Communiquer', situation: 'TSSR 2023, compétence transversale (libellé à vérifier)' },
		});
		// The result itself gives the answer, with its certainty.
		expect(notices.find((f) => f.url === '/titres/tssr-2026/#epreuves')?.dit).toMatchObject({
			libelle: 'Épreuves du TSSR 2026',
			situation: '7\u00A0h en tout, à vérifier',
		});
		expect(new Set(notices.map((f) => f.url)).size).toBe(notices.length);
		expect(notices.find((f) => f.url === '/titres/tsgri-2003/ccp-1/c1/')?.dit.etat).toBe('remplacé par le TSGERI 2008');
	});
});
