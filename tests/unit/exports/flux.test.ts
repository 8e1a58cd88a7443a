import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { ecrireFlux, evenements } from '../../../src/domaine/exports/flux.ts';
import type { Correspondance } from '../../../src/schemas/correspondance.ts';
import { lignee, RACINE, versions } from './exemple.ts';

const correspondances = [
	{
		de: 'abc-2001',
		vers: 'abd-2010',
		reluLe: '2026-05-01',
		blocs: { source: { intitule: 'Arrêté', nature: 'officielle' as const }, article: 'article 3', liens: [] },
		competences: [],
	},
];
const contenu = { versions, lignees: [lignee], correspondances };
const options = { titre: 'Titre <&>', chemin: '/flux.xml', page: '/', defaut: '2026-01-01', racine: RACINE };

/** Texts of an XML document by the path of their element. @throws if it is not well formed */
function textes(xml: string): Map<string, string[]> {
	const trouves = new Map<string, string[]>();
	const pile: string[] = [];
	let texte = '';
	const parseur = new SaxesParser();
	parseur.on('error', (erreur) => {
		throw erreur;
	});
	parseur.on('opentag', ({ name }) => {
		pile.push(name);
		texte = '';
	});
	parseur.on('text', (t) => {
		texte += t;
	});
	parseur.on('cdata', (t) => {
		texte += t;
	});
	parseur.on('closetag', () => {
		const chemin = pile.join('/');
		trouves.set(chemin, [...(trouves.get(chemin) ?? []), texte]);
		pile.pop();
		texte = '';
	});
	parseur.write(xml).close();
	return trouves;
}

describe('événements', () => {
	it('viennent des dates du catalogue, du plus récent au plus ancien', () => {
		expect(evenements(contenu).map(({ le, titre }) => `${le} ${titre}`)).toEqual([
			'2026-05-01 ABC 2001 et ABD 2010 : correspondance officielle des blocs',
			'2026-04-01 Lignée Agents de bureau : faits réunis',
			'2026-03-04 ABC 2001 : changement',
			'2026-02-11 ABD 2010 entre au catalogue',
			'2026-01-10 ABC 2001 entre au catalogue',
		]);
	});
	it('disent un export du RNCP avant ce qui entre le même jour, dans le flux de tout le catalogue seulement', () => {
		const importations = [
			{
				id: '2026-02-11',
				le: '2026-02-11',
				export: { fichier: 'export.zip', sha256: '0'.repeat(64), du: '2026-02-10', fiches: 1 },
				compte: { ajoutees: 1, inchangees: 0, changees: 0, terminees: 0, refusees: 0 },
				versions: [{ id: 'abd-2010', fiche: 'RNCP1', sorte: 'ajoutee' as const, objet: 'Entre.' }],
				refus: [],
				conflits: [],
			},
		];
		const duJour = (lignee?: string) =>
			evenements({ ...contenu, importations }, lignee)
				.filter(({ le }) => le === '2026-02-11')
				.map(({ titre, chemin }) => `${titre} ${chemin}`);
		expect(duJour()).toEqual([
			'Export du RNCP du 10 février 2026 /nouveautes/#import-2026-02-11',
			'ABD 2010 entre au catalogue /titres/abd-2010/',
		]);
		expect(duJour(lignee.id).some((titre) => titre.startsWith('Export'))).toBe(false);
	});
	it('disent ce qui est arrivé, et mènent à la page qui le montre', () => {
		const [relecture, faits, changement, , ajout] = evenements(contenu);
		expect(relecture).toEqual({
			cle: 'relecture abc-2001 abd-2010 2026-05-01',
			le: '2026-05-01',
			titre: 'ABC 2001 et ABD 2010 : correspondance officielle des blocs',
			resume: 'Correspondance officielle des blocs : Arrêté, article 3.',
			chemin: '/comparer/abc-2001/abd-2010/',
		});
		expect(faits).toEqual({
			cle: 'faits exemple 2026-04-01',
			le: '2026-04-01',
			titre: 'Lignée Agents de bureau : faits réunis',
			resume: 'Trois états d’un titre.',
			chemin: '/lignees/exemple/',
		});
		expect(changement).toEqual({
			cle: 'changement abc-2001 2026-03-04 Une puce perdue a été rendue.',
			le: '2026-03-04',
			titre: 'ABC 2001 : changement',
			resume: 'Une puce perdue a été rendue.',
			chemin: '/titres/abc-2001/',
		});
		expect(ajout).toMatchObject({ cle: 'ajout abc-2001', chemin: '/titres/abc-2001/' });
		expect(ajout?.resume).toMatch(
			/^Agent de bureau & conseil\. Cette version n’est plus en vigueur depuis le 6 mai 2010\s: elle est remplacée par l’ABD 2010/u,
		);
	});
	it('d’une lignée, gardent les correspondances dont un côté est à elle', () => {
		const ailleurs = versions.map((v) => (v.id === 'abc-2001' ? { ...v, lignee: 'autre' } : v));
		const relectures = (lignee: string) =>
			evenements({ ...contenu, versions: ailleurs }, lignee).filter(({ cle }) => cle.startsWith('relecture'));
		expect(relectures('exemple')).toHaveLength(1);
		expect(relectures('autre')).toHaveLength(1);
		expect(relectures('rien')).toEqual([]);
	});
	it('d’une lignée, laissent les autres lignées de côté', () => {
		const autre = { ...versions[0], id: 'xyz-2001', lignee: 'autre' };
		const tous = { ...contenu, versions: [...versions, autre] };
		expect(evenements(tous, 'exemple')).toHaveLength(5);
		expect(evenements(tous, 'autre').map(({ chemin }) => chemin)).toEqual(['/titres/xyz-2001/', '/titres/xyz-2001/']);
	});
	it('du même jour, sont dans un ordre qui ne dépend pas de celui du catalogue', () => {
		const memeJour = versions.map((v) => ({ ...v, ajouteeLe: '2026-01-10', changements: undefined }));
		const ordre = evenements({ ...contenu, versions: memeJour }).map(({ cle }) => cle);
		expect(evenements({ ...contenu, versions: [...memeJour].reverse() }).map(({ cle }) => cle)).toEqual(ordre);
	});
	it('d’une correspondance : les lectures sont comptées ; sans date ou sans ses deux versions, il n’y en a pas', () => {
		const [carte] = correspondances;
		if (!carte) throw new Error('correspondance attendue');
		const lecture = {
			de: ['ccp-1/c1'],
			vers: ['ccp-1/c1'],
			nature: 'identique' as const,
			statut: 'relue' as const,
			motif: 'Même libellé.',
			empreinte: '0123456789ab',
		};
		const resume = (c: Partial<Correspondance>) =>
			evenements({ versions, lignees: [], correspondances: [{ ...carte, ...c }] }).find(({ cle }) =>
				cle.startsWith('relecture'),
			)?.resume;
		expect(resume({})).toBe('Correspondance officielle des blocs : Arrêté, article 3.');
		expect(resume({ competences: undefined })).toBe('Correspondance officielle des blocs : Arrêté, article 3.');
		expect(resume({ competences: [lecture] })).toMatch(/\. 1 lecture de la rédaction, compétence par compétence\.$/u);
		expect(resume({ competences: [lecture, lecture] })).toMatch(
			/\. 2 lectures de la rédaction, compétence par compétence\.$/u,
		);
		const { blocs: _, reluLe: __, ...sansDate } = carte;
		expect(
			evenements({ versions, lignees: [], correspondances: [sansDate] }).filter(({ cle }) =>
				cle.startsWith('relecture'),
			),
		).toEqual([]);
		expect(
			evenements({ versions, lignees: [], correspondances: [{ ...sansDate, reluLe: '2026-05-01' }] })[0]?.resume,
		).toBe('Relecture.');
		expect(resume({ vers: 'abz-2030' })).toBeUndefined();
	});
});

describe('flux Atom', () => {
	const xml = () => ecrireFlux(evenements(contenu), options);
	it('est bien formé, daté de son dernier événement, et le même à chaque fois', () => {
		const lu = textes(xml());
		expect(lu.get('feed/updated')).toEqual(['2026-05-01T00:00:00.000Z']);
		expect(lu.get('feed/title')).toEqual(['Titre <&>']);
		expect(lu.get('feed/entry/title')).toHaveLength(5);
		expect(ecrireFlux(evenements(contenu), options)).toBe(xml());
	});
	it('dit de qui il est, où il est et ce qu’il suit, et mène à chaque page', () => {
		const lu = textes(xml());
		expect(lu.get('feed/author/name')).toEqual(['Lignée (site non officiel)']);
		expect(lu.get('feed/author/uri')).toEqual([`${RACINE}/`]);
		expect(lu.has('feed/generator')).toBe(false);
		expect(lu.get('feed/entry/summary')?.[0]).toBe('Correspondance officielle des blocs : Arrêté, article 3.');
		const jours = ['2026-05-01', '2026-04-01', '2026-03-04', '2026-02-11', '2026-01-10'];
		for (const champ of ['updated', 'published'])
			expect(lu.get(`feed/entry/${champ}`)).toEqual(jours.map((jour) => `${jour}T00:00:00.000Z`));
		const liens = [...xml().matchAll(/<link (?:rel="(\w+)" )?href="([^"]*)"/g)].map(([, rel, href]) => [rel, href]);
		expect(liens).toEqual([
			['alternate', `${RACINE}/`],
			['self', `${RACINE}/flux.xml`],
			...evenements(contenu).map(({ chemin }) => [undefined, RACINE + chemin]),
		]);
	});
	it('a un identifiant à lui, qui suit son adresse et non celle du site', () => {
		const id = (autres: Partial<typeof options>) =>
			textes(ecrireFlux([], { ...options, ...autres })).get('feed/id')?.[0];
		expect(id({})).toMatch(/^urn:uuid:[0-9a-f-]{36}$/u);
		expect(id({ racine: 'https://autre.example' })).toBe(id({}));
		expect(id({ chemin: '/lignees/exemple/flux.xml' })).not.toBe(id({}));
	});
	it('n’a que les cent derniers événements', () => {
		const [modele] = evenements(contenu);
		if (!modele) throw new Error('événement attendu');
		const tous = Array.from({ length: 101 }, (_, i) => ({ ...modele, cle: `n° ${i}`, titre: `n° ${i}` }));
		const titres = textes(ecrireFlux(tous, options)).get('feed/entry/title');
		expect(titres).toHaveLength(100);
		expect(titres?.at(-1)).toBe('n° 99');
	});
	it('a pour chaque entrée un identifiant qui ne sert qu’à elle', () => {
		const ids = textes(xml()).get('feed/entry/id') ?? [];
		expect(new Set(ids).size).toBe(5);
		expect(ids.every((id) => id.startsWith('urn:uuid:'))).toBe(true);
	});
	it('écrit en texte ce qui a l’air de balises', () => {
		const [mende] = evenements(contenu);
		if (!mende) throw new Error('événement attendu');
		const lu = textes(ecrireFlux([{ ...mende, titre: 'Dit <b>]]> & co' }], options));
		expect(lu.get('feed/entry/title')).toEqual(['Dit &lt;b&gt;]]&gt; &amp; co']);
	});
	it('d’un catalogue sans date reste valide, sans rien tenir de l’horloge', () => {
		expect(textes(ecrireFlux([], options)).get('feed/updated')).toEqual(['2026-01-01T00:00:00.000Z']);
	});
});
