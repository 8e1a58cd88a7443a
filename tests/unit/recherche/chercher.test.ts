import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/catalogue/catalogue.ts';
import { noticesDuCatalogue } from '../../../src/catalogue/recherche.ts';
import { chercher, classer, compter, type Moteur } from '../../../src/domaine/recherche/chercher.ts';
import { accord, ensemble } from '../../../src/domaine/recherche/mots.ts';
import { vocabulaire } from '../../../src/domaine/recherche/vocabulaire.ts';

const notices = noticesDuCatalogue().map((notice) => ({ ...notice, mots: ensemble(notice.contenu) }));
const connu = vocabulaire(
	notices.map(({ contenu }) => contenu),
	catalogue().lexique,
);

/** As tolerant as the real engine: for a word that no record has, it returns records with words that begin like it. */
const moteur: Moteur = async (termes) => {
	const repondent = (mot: string) => {
		const vraies = notices.filter(({ mots }) => accord(mot, mots) > 0);
		const debut = mot.slice(0, 2).toLowerCase();
		return new Set(
			vraies.length ? vraies : notices.filter(({ mots }) => [...mots.keys()].some((autre) => autre.startsWith(debut))),
		);
	};
	const ensembles = termes.split(' ').map(repondent);
	return notices
		.filter((notice) => ensembles.every((ceux) => ceux.has(notice)))
		.map(({ url, contenu, dit, filtres }) => ({
			id: url,
			genre: filtres.genre,
			lire: async () => ({ url, contenu, ...dit, statut: filtres.statut }),
		}));
};
const demander = (saisie: string) => chercher(saisie, moteur, async () => connu);
const adresses = async (saisie: string) => (await demander(saisie)).groupes.flatMap((g) => g.notices.map((f) => f.url));

it('la recherche met le titre qu’on nomme avant ceux qui n’en sont qu’une spécialité, même plus récents', () => {
	const titre = (libelle: string, annee: string, statut: string) => ({
		url: `/titres/${annee}/`,
		contenu: `${libelle} ${annee}`,
		libelle: `${libelle} ${annee}`,
		situation: '',
		annee,
		statut,
	});
	const lus = [
		titre('Conseiller de vente à distance', '2026', 'En vigueur'),
		titre('Conseiller de vente', '2017', 'Remplacée'),
		titre('Conseiller de vente', '2022', 'En vigueur'),
	];
	expect(classer(lus, ['conseiller', 'vente']).map(({ annee }) => annee)).toEqual(['2022', '2017', '2026']);
});

describe('la recherche mène d’abord', () => {
	it.each([
		['TSSR', '/titres/tssr-2026/'],
		['tssr', '/titres/tssr-2026/'],
		['TSSR en vigueur', '/titres/tssr-2026/'],
		['le TSSR en vigueur', '/titres/tssr-2026/'],
		['TSSR 2018', '/titres/tssr-2018/'],
		['TSSI 2013', '/titres/tssi-2013/'],
		['TSGRI', '/titres/tsgri-2003/'],
		['technicien supérieur systèmes et réseaux', '/titres/tssr-2026/'],
		['gestionnaire de ressources informatiques', '/titres/tsgeri-2013/'],
		['37682', '/titres/tssr-2023/'],
		['RNCP 37682', '/titres/tssr-2023/'],
		['rncp1262', '/titres/tsgri-2003/'],
		['SOCF0311959A', '/titres/tsrit-2003/'],
		['nor : socf0311959a', '/titres/tsrit-2003/'],
		['RNCP31115BC04', '/titres/tssr-2018/ccs-1/'],
		['rncp 31115 bc 4', '/titres/tssr-2018/ccs-1/'],
		['326 r', '/titres/tssr-2023/'],
		['comparer tsgri tssr', '/comparer/tsgri-2003/tssr-2026/'],
		['différence entre TSSI 2013 et TSSR 2018', '/comparer/tssi-2013/tssr-2018/'],
		['comparaison tsgri tsgeri', '/comparer/tsgri-2003/tsgeri-2008/'],
		['VAE', '/glossaire/#vae'],
		['jury', '/glossaire/#jury'],
		['linux', '/glossaire/#linux'],
		['exploiter des serveurs linux', '/titres/tssr-2023/ccp-1/c3/'],
		['astreintes', '/glossaire/#astreinte'],
		['équivalence TSGRI TSSR 2018', '/comparer/tsgri-2003/tssr-2018/'],
		['passer de TSRIT à TSSR 2018', '/comparer/tsrit-2003/tssr-2018/'],
		['que devient le TSGERI 2008 dans le TSSI 2013', '/comparer/tsgeri-2008/tssi-2013/'],
		['par quoi est remplacé le TSGRI', '/titres/tsgri-2003/'],
		['TSSR 2023 compétences', '/titres/tssr-2023/'],
		['fin de validité du TSSR 2023', '/titres/tssr-2023/'],
		['est-ce que le TSGERI est encore valable', '/titres/tsgeri-2013/'],
		['date de fin tsgeri', '/titres/tsgeri-2013/'],
		['TSSR niveau 5', '/titres/tssr-2023/'],
		['ccp1 tssr', '/titres/tssr-2026/ccp-1/'],
		['ccp1 tssr 2018', '/titres/tssr-2018/ccp-1/'],
		['1er septembre 2023', '/titres/tssr-2023/'],
		['tssr2018', '/titres/tssr-2018/'],
		['REAC TSSR', '/titres/tssr-2026/'],
		['compétences transversales', '/titres/tssr-2026/#transversales-c1'],
		['securisees internet', '/titres/tssr-2023/ccp-2/c3/'],
		['combien de temps dure l’examen du TSSR 2026', '/titres/tssr-2026/#epreuves'],
		['équivalence', '/mes-ccp/'],
		['diplôme TSSI 2013', '/titres/tssi-2013/'],
		['TSGERI aujourd’hui', '/titres/tsgeri-2013/'],
		['formation TSSR', '/titres/tssr-2026/'],
		['passer le TSSR 2018', '/titres/tssr-2018/'],
		['contenu du titre TSSI', '/titres/tssi-2013/'],
		['question en anglais au questionnaire', '/titres/tssr-2026/'],
	])('« %s » à %s', async (saisie, attendue) => {
		expect((await adresses(saisie))[0]).toBe(attendue);
	});
	it('les titres d’un sigle du plus récent au plus ancien', async () => {
		expect((await adresses('TSSR')).slice(0, 3)).toEqual([
			'/titres/tssr-2026/',
			'/titres/tssr-2023/',
			'/titres/tssr-2018/',
		]);
	});
	it.each([
		['CCP', 'Guides et outils'],
		['équivalence', 'Guides et outils'],
		['fin de validité', 'Textes'],
	])('« %s », que dit toute page d’un titre, à ce qui en parle avant les titres', async (saisie, genre) => {
		const genres = (await demander(saisie)).groupes.map((groupe) => groupe.genre);
		expect(genres[0]).toBe(genre);
	});
	it('« coeur » et « cœur » aux mêmes choses', async () => {
		expect(await adresses('coeur')).toEqual(await adresses('cœur'));
		expect(await adresses('coeur')).not.toEqual([]);
	});
	it('« VAE » à rien qui n’en a que le début de la racine', async () => {
		const { groupes } = await demander('VAE');
		for (const { contenu } of groupes.flatMap((g) => g.notices)) expect(contenu).toMatch(/VAE|vae/);
	});
	it('« dépannage » et « dépanner » aux mêmes compétences, avec ou sans accents', async () => {
		const competences = async (mot: string) =>
			(await demander(mot)).groupes
				.find(({ genre }) => genre === 'Compétences')
				?.notices.map(({ url }) => url)
				.sort();
		const verbe = await competences('dépanner');
		expect(verbe?.length).toBeGreaterThan(0);
		expect(await competences('dépannage')).toEqual(verbe);
		expect(await competences('sécurisées')).toEqual(await competences('securisees'));
	});
	it('les textes officiels, pour un mot qu’aucun libellé ne porte', async () => {
		const { groupes } = await demander('horaires décalés');
		expect(groupes.map(({ genre }) => genre)).toEqual(['Textes']);
	});
});

describe('la recherche dit', () => {
	it.each(['plomberie', 'zzqqxx', 'boulangerie', '99999', 'ébénisterie'])(
		'que « %s » n’est nulle part dans le catalogue, et ne montre rien d’autre',
		async (mot) => {
			expect(await demander(mot)).toMatchObject({ absents: [mot], groupes: [] });
		},
	);
	it.each([
		['resau', 'réseau'],
		['résaeu', 'réseau'],
		['sauvegade', 'sauvegardes'],
		['suporvision', 'supervision'],
		['anuaire', 'annuaire'],
		['serveru', 'serveur'],
		['infrastucture', 'infrastructure'],
		['resau linux', 'réseau linux'],
	])('« %s » : essayez « %s »', async (saisie, attendue) => {
		expect((await demander(saisie)).corrections[0]?.demande).toBe(attendue);
	});
	it('les mots qu’elle laisse de côté pour répondre aux autres', async () => {
		expect(await demander('plomberie linux')).toMatchObject({ absents: ['plomberie'], barres: [] });
		const { groupes, barres, autresBarres } = await demander('scripts linux');
		expect([barres, ...autresBarres.map((autre) => autre.barres)].sort()).toEqual([['linux'], ['scripts']]);
		expect(compter(groupes).nombre).toBeGreaterThan(0);
	});
	it.each([
		['helpdesk', 'centre de services'],
		['service desk', 'centre de services'],
		['VPN', 'accès distant'],
	])('que le lexique rapproche « %s » de « %s »', async (saisie, attendue) => {
		const { equivalent, groupes } = await demander(saisie);
		expect(equivalent).toMatchObject({ de: saisie, vers: attendue, demande: attendue });
		expect(groupes.length).toBeGreaterThan(0);
	});
	it.each([
		['REAC TSRIT', ['REAC']],
		['TSRIT zythum reac', ['reac']],
	])('« %s » : du sigle ou d’un autre mot, elle garde le sigle', async (saisie, barres) => {
		expect((await demander(saisie)).barres).toEqual(barres);
	});
	it('rien de « bac +2 », dont elle ne connaît qu’un chiffre', async () => {
		expect(await demander('bac +2')).toMatchObject({ absents: ['bac'], groupes: [] });
	});
	it('« bc99 » en entier, dont aucune moitié n’est demandée seule', async () => {
		expect(await demander('bc99')).toMatchObject({ absents: ['bc99'], groupes: [] });
	});
	it('« annuaire » une fois, de « annuaire ldap »', async () => {
		expect((await demander('annuaire ldap')).equivalent).toMatchObject({ de: 'ldap', demande: 'annuaire' });
	});
	it('rien de plus quand tous les mots répondent', async () => {
		const { absents, barres, corrections, equivalent } = await demander('sauvegardes restaurations');
		expect({ absents, barres, corrections, equivalent }).toEqual({ absents: [], barres: [], corrections: [] });
	});
});

describe('un code cherché', () => {
	it('avec son millésime ne mène qu’à la version de ce millésime', async () => {
		const titres = async (saisie: string) => (await adresses(saisie)).filter((url) => url.startsWith('/titres/'));
		expect(await titres('TP-01351 m02')).toEqual(['/titres/tssr-2023/']);
		expect(await titres('TP 1351 millésime 01')).toEqual(['/titres/tssr-2018/']);
		expect(await adresses('TP-01351')).toContain('/titres/tssr-2026/');
	});

	it('d’un bloc inconnu mène à sa fiche, et le dit', async () => {
		const { fiche, groupes } = await demander('rncp37682bc01');
		expect(fiche).toEqual({ bloc: 'RNCP37682BC01', fiche: 'RNCP37682' });
		expect(groupes.flatMap((g) => g.notices.map((f) => f.url))).toEqual(['/titres/tssr-2023/']);
		expect((await demander('RNCP31115BC02')).fiche).toBeUndefined();
		expect((await demander('RNCP99999BC01')).groupes).toEqual([]);
	});
});
