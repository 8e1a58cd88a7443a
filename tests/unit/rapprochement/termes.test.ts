import { describe, expect, it } from 'vitest';
import { cleDe, ecrireIndex, indexer } from '../../../src/domaine/rapprochement/lexique.ts';
import { termesDe } from '../../../src/domaine/rapprochement/termes.ts';
import type { Lexique } from '../../../src/schemas/lexique.ts';
import { lexique } from './exemples.ts';

const petit: Lexique = [
	{ concept: 'poste', termes: ['poste de travail', 'ordinateur'] },
	{ concept: 'travail-posté', termes: ['travail posté', 'trois-huit'] },
	{ concept: 'installer', termes: ['installer', 'mettre en place'] },
];
/** With a lexicon of its own each time: what is read is kept with the lexicon. */
const lire = (libelle: string) =>
	termesDe(libelle, indexer([...petit])).map((t) => `${t.cle}:${t.role}${t.generique ? '~' : ''}`);

describe('les termes d’un libellé', () => {
	it('sont l’expression la plus longue du lexique, articles et pluriel mis à part', () => {
		expect(lire('Installer les postes de travail')).toEqual(['=installer:verbe', '=poste:objet']);
	});

	it('reconnaissent un verbe dit en plusieurs mots', () => {
		expect(lire('Mettre en place un ordinateur')).toEqual(['=installer:verbe', '=poste:objet']);
	});

	it('sont chacun une fois, dans leur rôle le plus fort', () => {
		expect(lire('Coffrer, puis poser un coffrage')).toEqual(['coffr:objet', 'pos:verbe']);
	});

	it('mettent à part les circonstances et les parenthèses', () => {
		expect(lire('Gérer les stocks (palettes) en respectant les délais')).toEqual([
			...['ger:verbe~', 'stock:objet', 'palet:complement', 'del:complement'],
		]);
	});

	it('rendent le verbe au nom d’action qui suit un verbe faible', () => {
		expect(lire('Réaliser le nettoyage des sanitaires')).toEqual(['realis:verbe~', 'nettoi:verbe', 'sanitair:objet']);
		expect(lire('Réaliser une application')).toEqual(['realis:verbe~', 'application:objet']);
	});

	it('reprennent un verbe après une circonstance', () => {
		expect(lire('À partir d’un plan, tracer un ouvrage')).toEqual(['plan:complement', 'trac:verbe', 'ouvrag:objet']);
	});

	it('sont pris dans la plus longue expression qui se lise à leur place, où qu’elle commence', () => {
		const lexique: Lexique = [
			{ concept: 'poste', termes: ['poste', 'ordinateur'] },
			{ concept: 'poste-de-travail', termes: ['poste de travail', 'station'] },
			{ concept: 'poste-nomade', termes: ['poste de travail nomade', 'portable'] },
		];
		const cles = (libelle: string) => termesDe(libelle, indexer([...lexique])).map((t) => t.cle);
		expect(cles('Livrer un poste de travail nomade')).toEqual(['livr', '=poste-nomade']);
		expect(cles('Livrer un poste de travail fixe')).toEqual(['livr', '=poste-de-travail', 'fix']);
		expect(cles('Livrer un poste fixe')).toEqual(['livr', '=poste', 'fix']);
		expect(cles('Poste de travail')).toEqual(['=poste-de-travail']);
		expect(cles('Livrer un travail')).toEqual(['livr', 'travail']);
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
			role: 'objet',
			generique: false,
		});
	});

	it('gardent leurs premiers mots quand ils reviennent dans un rôle plus fort', () => {
		const [, , stock] = termesDe('Livrer (palettes, stock) un STOCK', indexer([]));
		expect(stock).toMatchObject({ forme: 'stock', role: 'objet' });
		expect(lire('Livrer un stock avec des stocks')).toEqual(['livr:verbe', 'stock:objet']);
		expect(lire('Livrer avec un stock, trier des stocks')).toEqual(['livr:verbe', 'stock:objet', 'tri:verbe']);
	});

	it('ne changent en rien quand ils reviennent dans un rôle qui n’est pas plus fort', () => {
		const lexique: Lexique = [{ concept: 'outil', termes: ['outil', 'ciseau'] }];
		const generiques = (libelle: string) => termesDe(libelle, indexer([...lexique])).map((t) => [t.forme, t.generique]);
		expect(generiques('Un ciseau, un outil')).toEqual([['ciseau', false]]);
		expect(generiques('Un outil, un ciseau')).toEqual([['outil', true]]);
	});

	it('sont des choses, et non l’action, quand une expression qui ne dit pas d’action ouvre le libellé', () => {
		const lexique: Lexique = [{ concept: 'vente-en-ligne', termes: ['vendre en ligne', 'commerce électronique'] }];
		const lu = termesDe('Vendre en ligne', indexer([...lexique]));
		expect(lu.map((t) => [t.cle, t.role])).toEqual([['=vente-en-ligne', 'objet']]);
	});

	it('ouvrent une circonstance par « en » et un participe, et la poursuivent', () => {
		expect(lire('Livrer en respectant les délais et les consignes')).toEqual([
			...['livr:verbe', 'del:complement', 'consign:complement'],
		]);
		expect(lire('Livrer en tenant compte des délais')).toEqual(['livr:verbe', 'del:complement']);
		expect(lire('Livrer en respectant délais et consignes')).toEqual(
			lire('Livrer en respectant les délais et les consignes'),
		);
		expect(lire('Livrer un restaurant')).toEqual(['livr:verbe', 'restaur:objet']);
		expect(lire('Livrer en')).toEqual(['livr:verbe']);
		expect(lire('Livrer avec un poste de travail')).toEqual(['livr:verbe', '=poste:complement']);
		expect(lire('Livrer avec palettes, camions')).toEqual(['livr:verbe', 'palet:complement', 'camion:complement']);
		expect(lire('Livrer en camion')).toEqual(['livr:verbe', 'camion:objet']);
		expect(lire('Livrer un compte')).toEqual(['livr:verbe', 'compt:objet~']);
	});

	it('ouvrent une circonstance par une amorce entière, et non par son premier mot', () => {
		expect(lire('Livrer dans le respect des délais')).toEqual(['livr:verbe', 'del:complement']);
		expect(lire('Livrer dans le camion')).toEqual(['livr:verbe', 'camion:objet']);
		expect(lire('Livrer à l’aide d’un camion')).toEqual(['livr:verbe', 'camion:complement']);
		expect(lire('Livrer lors d’un chantier')).toEqual(['livr:verbe', 'chanti:complement']);
	});

	it('ne mettent entre parenthèses que ce qui y est', () => {
		expect(lire('Livrer (palettes) des camions')).toEqual(['livr:verbe', 'palet:complement', 'camion:objet']);
	});

	it('reprennent un verbe après « et », « ou », une virgule, et non après un article', () => {
		for (const reprise of [' et', ' ou', ',', ' puis', ' ;'])
			expect(lire(`Livrer un camion${reprise} souder une porte`), reprise).toEqual([
				...['livr:verbe', 'camion:objet', 'soud:verbe', 'port:objet'],
			]);
		expect(lire('Livrer un camion et le souder')).toEqual(['livr:verbe', 'camion:objet', 'soud:objet']);
		expect(lire('Livrer un camion à souder')).toEqual(['livr:verbe', 'camion:objet', 'soud:objet']);
	});

	it('ne prennent pas pour verbe un infinitif qui suit un article', () => {
		expect(lire('Le souder')).toEqual(['soud:objet']);
	});

	it('rendent le verbe au nom d’action après un verbe faible, et pas après un verbe plein', () => {
		expect(lire('Livrer le nettoyage')).toEqual(['livr:verbe', 'nettoi:objet']);
		expect(lire('Assurer et livrer le nettoyage')).toEqual(['assur:verbe~', 'livr:verbe', 'nettoi:objet']);
		expect(lire('Livrer un camion et assurer le nettoyage')).toEqual([
			...['livr:verbe', 'camion:objet', 'assur:verbe~', 'nettoi:verbe'],
		]);
		expect(lire('Assurer un camion et le nettoyage')).toEqual(['assur:verbe~', 'camion:objet', 'nettoi:objet']);
		expect(lire('Livrer et assurer le nettoyage')).toEqual(['livr:verbe', 'assur:verbe~', 'nettoi:objet']);
		expect(lire('Livrer un camion, nettoyage')).toEqual(['livr:verbe', 'camion:objet', 'nettoi:objet']);
		expect(lire('Livrer un camion et assurer le nettoyage à livrer, dépannage').at(-1)).toBe('depann:objet');
		expect(lire('Assurer le nettoyage et le dépannage')).toEqual(['assur:verbe~', 'nettoi:verbe', 'depann:objet']);
	});

	it('ne disent faible un verbe que dans son rôle de verbe', () => {
		expect(lire('Livrer une gestion')).toEqual(['livr:verbe', 'gestion:objet']);
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

	it('rend à deux concepts qui disent les mêmes mots le premier des deux', () => {
		const { concepts } = indexer([
			{ concept: 'poste', termes: ['poste', 'ordinateur'] },
			{ concept: 'emploi', termes: ['postes', 'emploi'] },
		]);
		expect([...concepts]).toEqual([
			[cleDe('poste'), 'poste'],
			[cleDe('ordinateur'), 'poste'],
			[cleDe('emploi'), 'emploi'],
		]);
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
		const concepts = new Map<string, Set<string>>();
		for (const { concept, termes } of lexique)
			for (const terme of termes) concepts.set(cleDe(terme), (concepts.get(cleDe(terme)) ?? new Set()).add(concept));
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

	it('nomme chaque concept une fois', () => {
		const noms = lexique.map((e) => e.concept);
		expect(noms).toEqual([...new Set(noms)]);
	});
});
