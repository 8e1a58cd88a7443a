import { describe, expect, it } from 'vitest';
import { rapprocher } from '../../../src/domaine/rapprochement/rapprocher.ts';
import { lexique, referentiel, tsgeri, tsgri, tssi, tssr } from './exemples.ts';

const entre = (de: string[], vers: string[]) =>
	rapprocher(referentiel('a-2000', ['Bloc', ...de]), referentiel('b-2010', ['Bloc', ...vers]), lexique);

const REMPLISSAGE = [
	'Tenir la comptabilité',
	'Souder des tôles au TIG',
	'Accueillir les visiteurs',
	'Tondre une pelouse',
];

describe('les entrées proposées', () => {
	it('réunissent un libellé imprimé deux fois d’un côté et une fois de l’autre', () => {
		const anglais = rapprocher(tsgri, tsgeri, lexique).find((p) => p.vers.includes('tsgeri-2008/ccp-1/c6'));
		expect(anglais).toMatchObject({
			nature: 'identique',
			de: ['tsgri-2003/ccp-1/c12', 'tsgri-2003/ccp-2/c5'],
			statut: 'proposee',
			score: 1,
			candidats: [],
		});
	});

	it('ne prennent pas « PECHER » pour « pêcher » et « pécher » à la fois', () => {
		const natures = entre(['PECHER', ...REMPLISSAGE], ['Pêcher', 'Pécher', ...REMPLISSAGE]).flatMap((p) =>
			p.de.includes('a-2000/ccp-1/c1') ? [p.nature] : [],
		);
		expect(natures).not.toContain('identique');
	});

	it('disent fusion et scission, et lesquelles', () => {
		const separes = ['Installer un chauffe-eau électrique', 'Raccorder une pompe à chaleur au réseau hydraulique'];
		const ensemble = 'Installer un chauffe-eau électrique et raccorder une pompe à chaleur au réseau hydraulique';
		const [aller] = entre([...separes, ...REMPLISSAGE], [ensemble, ...REMPLISSAGE]).filter((p) => p.de.length === 2);
		expect(aller?.vers).toEqual(['b-2010/ccp-1/c1']);
		const [retour] = entre([ensemble, ...REMPLISSAGE], [...separes, ...REMPLISSAGE]).filter((p) => p.vers.length === 2);
		expect(retour?.de).toEqual(['a-2000/ccp-1/c1']);
	});

	it('lisent par le lexique deux mots pour une chose, et le disent', () => {
		const [lien] = entre(
			['Suivre les performances des collecticiels', ...REMPLISSAGE],
			['Suivre les performances des applications collaboratives', ...REMPLISSAGE],
		).filter((p) => p.de.includes('a-2000/ccp-1/c1'));
		expect(lien).toMatchObject({ nature: 'reformulee', vers: ['b-2010/ccp-1/c1'] });
		expect(lien?.explication.lexique).toEqual(['travail-collaboratif']);
		expect(lien?.explication.termes).toContainEqual(
			expect.objectContaining({ de: 'collecticiels', vers: 'applications collaboratives' }),
		);
	});

	it.each([
		['Réaliser la maintenance préventive des équipements', 'Réaliser la maintenance corrective des équipements'],
		['Souder des tôles avec le procédé TIG', 'Souder des tôles avec le procédé MAG'],
		['Administrer les serveurs Windows', 'Administrer les serveurs Linux'],
		['Peindre les murs intérieurs', 'Peindre les murs extérieurs'],
	])('ne proposent pas l’un pour son contraire : %s / %s', (a, b) => {
		const lien = entre([a, ...REMPLISSAGE], [b, ...REMPLISSAGE]).find((p) => p.de.includes('a-2000/ccp-1/c1'));
		expect(lien?.statut === 'proposee' && lien.vers.length > 0).toBe(false);
	});

	it('ne reposent pas sur les seuls mots de tous les référentiels', () => {
		const [lien] = entre(
			['Rechercher et transmettre des informations', ...REMPLISSAGE],
			['Communiquer des informations par écrit', ...REMPLISSAGE],
		).filter((p) => p.de.includes('a-2000/ccp-1/c1'));
		expect(lien).toMatchObject({ vers: ['b-2010/ccp-1/c1'], statut: 'a-verifier', nature: null });
	});

	it('reconnaissent un mot sous son autre nom à l’intérieur d’une expression', () => {
		const [lien] = entre(
			['Assurer le dépannage des machines à bois', ...REMPLISSAGE],
			['Remettre en état les machines à bois', ...REMPLISSAGE],
		).filter((p) => p.de.includes('a-2000/ccp-1/c1'));
		expect(lien?.vers).toEqual(['b-2010/ccp-1/c1']);
	});

	it('rapprochent mieux deux actions d’un même genre que deux actions étrangères', () => {
		const score = (verbe: string) =>
			entre(
				['Négocier un contrat d’assurance', ...REMPLISSAGE],
				[`${verbe} un contrat d’assurance`, ...REMPLISSAGE],
			).find((p) => p.de.includes('a-2000/ccp-1/c1'))?.score;
		expect(score('Vendre')).toBeGreaterThan(score('Dessiner') ?? 1);
	});

	it('n’affirment presque rien entre des titres qui ne partagent qu’un vocabulaire', () => {
		const affirmees = rapprocher(tsgri, tssr, lexique).filter((p) => p.nature && p.de.length > 0 && p.vers.length > 0);
		expect(affirmees).toEqual([]);
	});
});

describe('ce qu’un éditeur a réglé', () => {
	const reglees = new Set(['tssi-2013/ccp-1/c1', 'tssr-2018/ccp-1/c3', 'tssi-2013/ccp-2/c5']);
	const propositions = rapprocher(tssi, tssr, lexique, reglees);

	it('ne revient ni dans une entrée ni parmi les candidats', () => {
		const ids = propositions.flatMap((p) => [...p.de, ...p.vers, ...p.candidats.flatMap((c) => [c.de, c.vers])]);
		expect(ids.filter((id) => reglees.has(id))).toEqual([]);
	});

	it('ne change pas le score du reste', () => {
		const score = (liste: typeof propositions) => liste.find((p) => p.de.includes('tssi-2013/ccp-1/c4'))?.score;
		expect(score(propositions)).toBe(score(rapprocher(tssi, tssr, lexique)));
	});
});
