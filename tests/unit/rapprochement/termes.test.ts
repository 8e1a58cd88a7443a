import { describe, expect, it } from 'vitest';
import { cleDe, ecrireIndex, formeDe, indexer } from '../../../src/domaine/rapprochement/lexique.ts';
import { termesDe } from '../../../src/domaine/rapprochement/termes.ts';
import type { Lexique } from '../../../src/schemas/lexique.ts';
import { lexique } from './exemples.ts';

const petit: Lexique = [
	{ concept: 'poste', termes: ['poste de travail', 'ordinateur'] },
	{ concept: 'travail-posté', termes: ['travail posté', 'trois-huit'] },
	{ concept: 'installer', termes: ['installer', 'mettre en place'] },
];
/** Terms of a label, verbs marked by « ! ». The lexicon is copied, since parsed labels are cached per lexicon. */
const lire = (libelle: string, lexique: Lexique = petit) =>
	termesDe(libelle, indexer([...lexique])).map((t) => `${t.cle}${t.verbe ? '!' : ''}`);

describe('les termes d’un libellé', () => {
	it('sont l’expression la plus longue du lexique, articles et pluriel mis à part', () => {
		expect(lire('Installer les postes de travail')).toEqual(['=installer!', '=poste']);
	});

	it('reconnaissent un verbe dit en plusieurs mots', () => {
		expect(lire('Mettre en place un ordinateur')).toEqual(['=installer!', '=poste']);
	});

	it('sont chacun une fois, et un verbe dès qu’ils le sont une fois', () => {
		expect(lire('Le coffrage, puis coffrer')).toEqual(['coffr!']);
	});

	it('sont pris dans la plus longue expression qui se lise à leur place, où qu’elle commence', () => {
		const lexique: Lexique = [
			{ concept: 'poste', termes: ['poste', 'ordinateur'] },
			{ concept: 'poste-de-travail', termes: ['poste de travail', 'station'] },
			{ concept: 'poste-nomade', termes: ['poste de travail nomade', 'portable'] },
		];
		expect(lire('Livrer un poste de travail nomade', lexique)).toEqual(['livr!', '=poste-nomade']);
		expect(lire('Livrer un poste de travail fixe', lexique)).toEqual(['livr!', '=poste-de-travail', 'fix']);
		expect(lire('Livrer un poste fixe', lexique)).toEqual(['livr!', '=poste', 'fix']);
		expect(lire('Livrer un travail', lexique)).toEqual(['livr!', 'travail']);
	});

	it('gardent leurs mots tels qu’ils sont imprimés, du premier au dernier', () => {
		const formes = termesDe('Livrer l’ORDINATEUR, les postes de travail', indexer([...petit])).map((t) => t.forme);
		expect(formes).toEqual(['Livrer', 'ORDINATEUR']);
		const [, , autre] = termesDe('Livrer des tôles, les Postes de travail', indexer([...petit]));
		expect(autre).toEqual({
			cle: '=poste',
			racines: 'post travail',
			mots: ['post', 'travail'],
			forme: 'Postes de travail',
			concept: 'poste',
			verbe: false,
			coordonne: true,
			nom: false,
			genre: null,
		});
	});

	it('sont des choses, et non l’action, quand une expression qui ne dit pas d’action ouvre le libellé', () => {
		const lexique: Lexique = [{ concept: 'vente-en-ligne', termes: ['vendre en ligne', 'commerce électronique'] }];
		expect(lire('Vendre en ligne', lexique)).toEqual(['=vente-en-ligne']);
	});

	it('ne prennent pas pour verbe un infinitif qui suit un article', () => {
		expect(lire('Le souder')).toEqual(['soud']);
	});

	it('sont absents d’un libellé sans mot plein', () => {
		expect(lire('de la')).toEqual([]);
		expect(lire('…')).toEqual([]);
	});
});

describe('un lexique', () => {
	const index = (...termes: string[]) => indexer([{ concept: 'installer', termes }]);

	it('reconnaît une expression par ses racines, mots-outils et ponctuation mis à part', () => {
		expect(cleDe('Les postes, de l’atelier')).toBe(cleDe('poste atelier'));
		expect(cleDe('de la')).toBe('');
	});

	it('distingue par leur forme deux mots de deux concepts qui ont une même racine', () => {
		const lexique: Lexique = [
			{ concept: 'equipe', termes: ['équipe', 'brigade'] },
			{ concept: 'materiel', termes: ['équipement', 'matériel'] },
		];
		expect(cleDe('équipe')).toBe(cleDe('équipement'));
		expect(lire('Les équipes, le matériel', lexique)).toEqual(['=equipe', '=materiel']);
		expect(lire('Les équipements, une brigade', lexique)).toEqual(['=materiel', '=equipe']);
		expect(lire('Équiper un camion', lexique)).toEqual([`${cleDe('équiper')}!`, 'camion']);
	});

	it('n’a pas d’expression faite de mots-outils seuls', () => {
		expect([...index('de la', 'ordinateur').concepts.keys()]).toEqual([cleDe('ordinateur')]);
	});

	it('sait de combien de mots est la plus longue des expressions que commence chaque racine', () => {
		const { longueurs } = index('poser', 'mise en place', 'mise en place d’un poste', 'mise à jour');
		expect([...longueurs]).toEqual([
			[cleDe('poser'), 1],
			[cleDe('mise'), 3],
		]);
		expect(indexer([]).longueurs.size).toBe(0);
	});

	it('sait quels concepts un verbe suffit à dire', () => {
		const verbal = (...termes: string[]) => index(...termes).verbaux.has('installer');
		expect(verbal('installer', 'installation')).toBe(true);
		expect(verbal('pose', 'mettre en place')).toBe(true);
		expect(verbal('pose', 'remettre en place')).toBe(true);
		expect(verbal('pose', 'mise en place')).toBe(false);
		expect(verbal('pose', 'promettre en ligne')).toBe(false);
	});

	it('se lit d’un fichier comme de ses expressions', () => {
		expect(indexer(JSON.parse(JSON.stringify(ecrireIndex(lexique))))).toEqual(indexer(lexique));
	});
});

describe('le lexique du catalogue', () => {
	it('ne met aucune expression dans deux concepts', () => {
		const cle = (terme: string) => (cleDe(terme).includes(' ') ? cleDe(terme) : formeDe(terme));
		const concepts = new Map<string, Set<string>>();
		for (const { concept, termes } of lexique)
			for (const terme of termes) concepts.set(cle(terme), (concepts.get(cle(terme)) ?? new Set()).add(concept));
		expect([...concepts].filter(([, noms]) => noms.size > 1)).toEqual([]);
	});

	it('n’a que des expressions qui se distinguent, deux au moins par concept', () => {
		for (const { concept, termes } of lexique) {
			const cles = termes.map(cleDe);
			expect(cles, concept).toEqual([...new Set(cles)]);
			expect(
				cles.every((cle) => cle !== ''),
				concept,
			).toBe(true);
		}
	});

	it('ne joint aucun mot à son contraire (découper n’en est pas un de couper)', () => {
		const contraires = lexique.flatMap(({ concept, termes }) =>
			termes.some((t) => ['dé', 'dés', 'non ', 'in', 'im'].some((p) => termes.includes(p + t) && !/coup/.test(t)))
				? [concept]
				: [],
		);
		expect(contraires).toEqual([]);
	});

	it('nomme chaque concept une fois', () => {
		const noms = lexique.map((e) => e.concept);
		expect(noms).toEqual([...new Set(noms)]);
	});
});
