import { describe, expect, it } from 'vitest';
import { MODELE } from '../../../src/domaine/rapprochement/modele.ts';
import { rapprocher } from '../../../src/domaine/rapprochement/rapprocher.ts';
import { competences } from '../../../src/domaine/referentiel.ts';
import { lexique, referentiel, tsgeri, tsgri, tssi, tssr } from './exemples.ts';

/** Aligns labels with a new copy of the lexicon, since parsed labels are cached per lexicon. */
const entre = (de: string[], vers: string[]) =>
	rapprocher(referentiel('a-2000', ['Bloc', ...de]), referentiel('b-2010', ['Bloc', ...vers]), [...lexique]).entrees;

const REMPLISSAGE = [
	'Tenir la comptabilité',
	'Souder des tôles au TIG',
	'Accueillir les visiteurs',
	'Tondre une pelouse',
];

describe('les entrées proposées', () => {
	it('réunissent un libellé imprimé deux fois d’un côté et une fois de l’autre', () => {
		const anglais = rapprocher(tsgri, tsgeri, lexique).entrees.find((p) => p.vers.includes('tsgeri-2008/ccp-1/c6'));
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

	it('n’affirment presque rien entre des titres qui ne partagent qu’un vocabulaire', () => {
		const affirmees = rapprocher(tsgri, tssr, lexique).entrees.filter(
			(p) => p.nature && p.de.length > 0 && p.vers.length > 0,
		);
		expect(affirmees).toEqual([]);
	});
});

describe('chaque entrée', () => {
	const a = (n: number) => `a-2000/ccp-1/c${n}`;
	const b = (n: number) => `b-2010/ccp-1/c${n}`;
	const bloc = (id: string, ...libelles: string[]) => referentiel(id, ['Bloc', ...libelles]);

	it('est de celles qui joignent, puis de l’ancien côté seul, puis du nouveau seul', () => {
		const propositions = entre(
			['Souder une tôle', 'Cuire un repas', 'Arroser des plantes'],
			['Danser la valse', 'Souder une tôle', 'Chanter un opéra'],
		);
		expect(propositions.map((p) => [p.de, p.vers])).toEqual([
			[[a(1)], [b(2)]],
			[[a(3)], []],
			[[a(2)], []],
			[[], [b(3)]],
			[[], [b(1)]],
		]);
		expect(propositions.map((p) => p.nature)).toEqual([...['identique', null, null, null, null]]);
	});

	it('est à part pour chaque compétence qui reste seule, fût-elle imprimée deux fois', () => {
		const [de, vers] = [
			bloc('a-2000', 'Arroser des plantes', 'Cuire un repas', 'Arroser des plantes'),
			bloc('b-2010', 'Danser la valse', 'Cuire un repas', 'Danser la valse.'),
		];
		const seules = rapprocher(de, vers, [...lexique]).entrees.filter((p) => p.de.length === 0 || p.vers.length === 0);
		expect(seules.map((p) => [...p.de, ...p.vers])).toEqual([[a(1)], [a(3)], [b(1)], [b(3)]]);
		for (const p of seules) expect(p.score).toBeNull();
	});

	it('dit d’une compétence seule que rien n’est proche, ou ce qui l’est, quand même il serait pris', () => {
		const proche = (de: string[], vers: string[], id: string) =>
			entre(de, vers).find((p) => [...p.de, ...p.vers].includes(id))?.proche;
		expect(proche(['Arroser des plantes', ...REMPLISSAGE], REMPLISSAGE, a(1))).toBeNull();
		const prise = proche(
			['Poser un radiateur en acier', 'Poser un radiateur en fonte', ...REMPLISSAGE],
			['Poser un radiateur en fonte', ...REMPLISSAGE],
			a(1),
		);
		expect(prise).toBe(b(1));
	});

	it('nomme pour plus proche même ce qu’un éditeur a relié à une autre', () => {
		const [de, vers] = [
			bloc('a-2000', 'Poser un radiateur en acier', 'Poser un radiateur en fonte', ...REMPLISSAGE),
			bloc('b-2010', 'Poser un radiateur en fonte', ...REMPLISSAGE),
		];
		const reglees = new Set([a(2), b(1)]);
		const seule = rapprocher(de, vers, lexique, { reglees }).entrees.find((p) => p.de.includes(a(1)));
		expect(seule).toMatchObject({ vers: [], proche: b(1), candidats: [] });
	});

	it('a ses candidats des deux côtés, les meilleurs d’abord, trois au plus et aucun qu’elle joigne', () => {
		const [lien] = entre(
			['Souder une tôle fine', 'Souder une tôle épaisse', 'Souder une tôle pliée'],
			['Souder une tôle mince', 'Souder une tôle lourde', 'Plier une tôle'],
		).filter((p) => p.de.length > 0 && p.vers.length > 0);
		const candidats = lien?.candidats ?? [];
		expect(candidats).toHaveLength(3);
		const scores = candidats.map((c) => c.score);
		expect(scores).toEqual([...scores].sort((x, y) => y - x));
		for (const c of candidats) {
			expect(lien?.de.includes(c.de) && lien.vers.includes(c.vers)).toBe(false);
			expect(lien?.de.includes(c.de) || lien?.vers.includes(c.vers)).toBe(true);
		}
		expect(candidats.some((c) => !lien?.de.includes(c.de))).toBe(true);
		expect(candidats.some((c) => !lien?.vers.includes(c.vers))).toBe(true);
	});

	it('a le score du plus faible de ses liens et les termes de tous', () => {
		const separes = ['Installer un chauffe-eau électrique', 'Raccorder une pompe à chaleur au réseau hydraulique'];
		const ensemble = 'Installer un chauffe-eau électrique et raccorder une pompe à chaleur au réseau hydraulique';
		const [fusion] = entre([...separes, ...REMPLISSAGE], [ensemble, ...REMPLISSAGE]).filter((p) => p.de.length === 2);
		expect(fusion?.score).toBeLessThan(1);
		const termes = fusion?.explication.termes.map((t) => t.de) ?? [];
		expect(termes).toContain('chauffe-eau');
		expect(termes).toContain('Raccorder');
	});

	it('dit chaque concept du lexique une fois', () => {
		const [lien] = entre(
			['Suivre les collecticiels, choisir des collecticiels internes', ...REMPLISSAGE],
			['Suivre les applications collaboratives, choisir des applications collaboratives internes', ...REMPLISSAGE],
		).filter((p) => p.de.includes(a(1)));
		expect(lien?.explication.lexique).toEqual(['travail-collaboratif']);
	});

	it('dit avec quel modèle elle est faite et combien les versions sont proches', () => {
		const [meme] = entre(REMPLISSAGE, REMPLISSAGE);
		expect(meme?.explication.parametres).toBe(MODELE.version);
		const [rien] = entre(['Tondre'], ['Danser']);
		expect(meme?.explication.proximite).toBeGreaterThan(0.8);
		expect(rien?.explication.proximite).toBeLessThan(0.2);
	});

	it('naît de versions vides sans rien dire', () => {
		expect(entre([], [])).toEqual([]);
		expect(rapprocher(referentiel('a-2000'), referentiel('b-2010'), [...lexique])).toEqual({
			entrees: [],
			parentes: [],
		});
		expect(rapprocher(referentiel('a-2000'), bloc('b-2010', 'Tondre'), [...lexique]).entrees).toMatchObject([
			{ nature: null, de: [], vers: [b(1)], statut: 'a-verifier', candidats: [] },
		]);
	});
});

describe('ce qu’un éditeur a réglé', () => {
	const reglees = new Set(['tssi-2013/ccp-1/c1', 'tssr-2018/ccp-1/c3', 'tssi-2013/ccp-2/c5']);
	const proposer = () => rapprocher(tssi, tssr, [...lexique], { reglees }).entrees;

	it('ne revient ni dans une entrée ni parmi les candidats', () => {
		const ids = proposer().flatMap((p) => [...p.de, ...p.vers, ...p.candidats.flatMap((c) => [c.de, c.vers])]);
		expect(ids.filter((id) => reglees.has(id))).toEqual([]);
		const connues = new Set([tssi, tssr].flatMap((r) => competences(r).map((c) => c.id)));
		expect(ids.filter((id) => !connues.has(id))).toEqual([]);
	});

	it('ne change pas le score du reste', () => {
		const score = (liste: ReturnType<typeof proposer>) => liste.find((p) => p.de.includes('tssi-2013/ccp-1/c4'))?.score;
		expect(score(proposer())).toBe(score(rapprocher(tssi, tssr, lexique).entrees));
	});
});
