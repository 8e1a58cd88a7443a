import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { type GrapheSkos, publierSkos, shaclDuSkos } from '../../../src/domaine/exports/skos.ts';
import { PIEGE, parId, RACINE, relations, versions } from './exemple.ts';

const { literal, namedNode } = DataFactory;
const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const XKOS = 'http://rdf-vocabulary.ddialliance.org/xkos#';
const DCT = 'http://purl.org/dc/terms/';
const page = (id: string) => `${RACINE}/titres/${id}/`;

const graphe = (i: 0 | 1 | 2): GrapheSkos => publierSkos(versions[i], relations(versions[i].id), parId, RACINE);

/** Parses the JSON-LD of a file into RDF with an independent library, without network. */
async function lire(g: GrapheSkos): Promise<Store> {
	const documentLoader = (url: string) => Promise.reject(new Error(`${url} : rien ne doit être cherché sur le réseau`));
	const nquads = (await jsonld.toRDF(g as object, {
		format: 'application/n-quads',
		documentLoader,
	})) as unknown as string;
	return new Store(new Parser({ format: 'N-Quads' }).parse(nquads));
}

const formes = new Store(new Parser().parse(shaclDuSkos(RACINE)));
const valider = async (g: GrapheSkos) => new SHACLValidator(formes).validate(await lire(g));
const objets = (store: Store, sujet: string, propriete: string) =>
	store
		.getObjects(namedNode(sujet), namedNode(propriete), null)
		.map(({ value }) => value)
		.sort();

describe('SKOS', () => {
	it('est conforme à ses formes SHACL, pour chaque version', async () => {
		for (const i of [0, 1, 2] as const) {
			const { conforms, results } = await valider(graphe(i));
			expect(results.map((r) => `${r.focusNode?.value} ${r.path?.value} ${r.message[0]?.value}`)).toEqual([]);
			expect(conforms).toBe(true);
		}
	});
	it('a des formes qui refusent un concept sans libellé et une lecture sans motif', async () => {
		const sansLibelle = graphe(0);
		delete sansLibelle['@graph'].find((n) => n['@id'] === page('abc-2001/ccp-1/c1'))?.prefLabel;
		expect((await valider(sansLibelle)).conforms).toBe(false);
		const sansMotif = graphe(0);
		for (const noeud of sansMotif['@graph']) if (noeud.statut === 'relue') delete noeud.editorialNote;
		expect((await valider(sansMotif)).conforms).toBe(false);
		const officielle = graphe(0);
		for (const noeud of officielle['@graph']) if (noeud.nature === 'identique') noeud.statut = 'officielle';
		expect((await valider(officielle)).conforms).toBe(false);
	});
	it('donne à chaque concept son libellé en français, son bloc et sa version', async () => {
		const store = await lire(graphe(0));
		const c2 = page('abc-2001/ccp-1/c2');
		expect(store.countQuads(namedNode(c2), namedNode(`${SKOS}prefLabel`), literal(PIEGE, 'fr'), null)).toBe(1);
		expect(objets(store, c2, `${SKOS}broader`)).toEqual([page('abc-2001/ccp-1')]);
		expect(objets(store, c2, `${SKOS}inScheme`)).toEqual([page('abc-2001')]);
		expect(objets(store, page('abc-2001/ccp-1'), `${SKOS}altLabel`)).toEqual(['Recevoir']);
		expect(
			store.countQuads(
				null,
				namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
				namedNode(`${SKOS}Concept`),
				null,
			),
		).toBe(8);
	});
	it('a les compétences transversales au sommet, hors des blocs, avec leur réserve', async () => {
		const transversale = { id: 'abc-2001/transversales/c1', rang: 1, libelle: 'Communiquer', source: 'page' };
		const version = { ...versions[0], transversales: [{ ...transversale, certitude: 'secondaire' as const }] };
		const g = publierSkos(version, relations('abc-2001'), parId, RACINE);
		expect((await valider(g)).conforms).toBe(true);
		const [store, iri] = [await lire(g), `${RACINE}/titres/abc-2001/#transversales-c1`];
		expect(objets(store, iri, `${SKOS}prefLabel`)).toEqual(['Communiquer']);
		expect(objets(store, iri, `${SKOS}topConceptOf`)).toEqual([page('abc-2001')]);
		expect(objets(store, page('abc-2001'), `${SKOS}hasTopConcept`)).toContain(iri);
		expect(objets(store, iri, `${SKOS}note`)).toEqual([
			'Compétence transversale, hors des blocs',
			'source secondaire, à vérifier',
		]);
	});
	it('ne dit remplacée que la version qu’un texte officiel remplace', async () => {
		expect(objets(await lire(graphe(0)), page('abc-2001'), `${DCT}isReplacedBy`)).toEqual([page('abd-2010')]);
		const parente = await lire(graphe(1));
		expect(objets(parente, page('abd-2010'), `${DCT}isReplacedBy`)).toEqual([]);
		expect(objets(parente, page('abd-2010'), `${DCT}relation`)).toEqual([page('abe-2020')]);
	});
	it('ne la dit pas remplacée tant que la suivante n’a pas commencé', async () => {
		const finie = { ...versions[0], etat: { ...versions[0].etat, cle: 'terminee' as const } };
		const store = await lire(publierSkos(finie, relations('abc-2001'), parId, RACINE));
		expect(objets(store, page('abc-2001'), `${DCT}isReplacedBy`)).toEqual([]);
		expect(objets(store, page('abc-2001'), `${DCT}relation`)).toEqual([page('abd-2010')]);
	});
	it('range les correspondances selon qui les dit, « Néant » et sans suite compris', async () => {
		const store = await lire(graphe(0));
		const de = (statut: string) => {
			const ensemble = `${RACINE}/donnees/skos/abc-2001.jsonld#abd-2010-${statut}`;
			return objets(store, ensemble, `${XKOS}madeOf`).map((a) => [
				...objets(store, a, `${XKOS}sourceConcept`),
				'→',
				...objets(store, a, `${XKOS}targetConcept`),
			]);
		};
		expect(de('officielle')).toEqual([
			[page('abc-2001/ccp-1'), '→', page('abd-2010/ccp-1'), page('abd-2010/ccp-2')],
			[page('abc-2001/ccp-2'), '→'],
		]);
		expect(de('relue')).toEqual([
			[page('abc-2001/ccp-1/c1'), '→', page('abd-2010/ccp-1/c1')],
			[page('abc-2001/ccp-1/c3'), '→'],
		]);
		expect(de('proposee')).toEqual([
			[page('abc-2001/ccp-1/c2'), '→', page('abd-2010/ccp-1/c2'), page('abd-2010/ccp-1/c3')],
			[page('abc-2001/ccs-1/c1'), '→'],
		]);
	});
	it('dit d’une version qui la publie, sous quelle licence, quand elle a changé et ce qu’on en sait', async () => {
		const store = await lire(graphe(0));
		const dit = (propriete: string) => objets(store, page('abc-2001'), propriete);
		expect(dit(`${DCT}title`)).toEqual(['ABC 2001, Agent de bureau & conseil']);
		expect(dit(`${SKOS}prefLabel`)).toEqual(['AGENT DE BUREAU & CONSEIL']);
		expect(dit(`${SKOS}notation`)).toEqual(['abc-2001']);
		expect(dit(`${SKOS}hasTopConcept`)).toEqual(['ccp-1', 'ccp-2', 'ccs-1'].map((b) => page(`abc-2001/${b}`)));
		expect(dit(`${DCT}source`)).toEqual(['Extrait du RNCP', 'Fiche du titre']);
		expect(dit(`${DCT}publisher`)).toEqual(['Lignée (site non officiel)']);
		expect(dit(`${DCT}license`)).toEqual(['https://spdx.org/licenses/MIT.html']);
		expect(dit(`${DCT}modified`)).toEqual(['2026-03-04']);
		expect(dit(`${SKOS}note`)).toEqual([
			expect.stringMatching(
				/^Cette version n’est plus en vigueur depuis le 6 mai 2010\s: elle est remplacée par l’ABD 2010/u,
			),
		]);
		expect(dit(`${SKOS}editorialNote`)).toEqual([]);
		expect(
			store.countQuads(
				namedNode(page('abc-2001')),
				namedNode(`${DCT}modified`),
				literal('2026-03-04', namedNode('http://www.w3.org/2001/XMLSchema#date')),
				null,
			),
		).toBe(1);
	});
	it('dit d’une parenté sur quelle foi elle tient, et d’une version que son texte manque', async () => {
		expect(objets(await lire(graphe(1)), page('abd-2010'), `${SKOS}editorialNote`)).toEqual([
			'abe-2020 : parenté éditoriale, sans texte officiel trouvé. Les emplois se ressemblent.',
		]);
		const notes = objets(await lire(graphe(2)), page('abe-2020'), `${SKOS}note`);
		expect(notes).toHaveLength(2);
		expect(notes).toContainEqual(expect.stringMatching(/ne sont au catalogue/u));
		const [schema] = publierSkos(
			{ ...versions[2], blocs: [], etat: { ...versions[2].etat, etatAu: undefined } },
			relations('abe-2020'),
			parId,
			RACINE,
		)['@graph'];
		for (const cle of ['hasTopConcept', 'modified', 'isReplacedBy', 'relation']) expect(schema).not.toHaveProperty(cle);
	});
	it('tient l’arbre dans les deux sens', async () => {
		const store = await lire(graphe(0));
		const bloc = page('abc-2001/ccp-1');
		expect(objets(store, bloc, `${SKOS}narrower`)).toEqual([1, 2, 3].map((n) => page(`abc-2001/ccp-1/c${n}`)));
		for (const lien of ['inScheme', 'topConceptOf'])
			expect(objets(store, bloc, `${SKOS}${lien}`)).toEqual([page('abc-2001')]);
		expect(objets(store, bloc, `${SKOS}notation`)).toEqual(['abc-2001/ccp-1']);
		expect(objets(store, bloc, `${SKOS}prefLabel`)).toEqual(['RECEVOIR']);
		expect(objets(store, page('abc-2001/ccp-2'), `${SKOS}altLabel`)).toEqual([]);
		expect(objets(store, page('abc-2001/ccp-1/c1'), `${SKOS}notation`)).toEqual(['abc-2001/ccp-1/c1']);
		const vide = await lire(graphe(2));
		expect(objets(vide, page('abe-2020/ccp-1'), `${SKOS}narrower`)).toEqual([]);
		expect(publierSkos(versions[2], relations('abe-2020'), parId, RACINE)['@graph'][1]).not.toHaveProperty('narrower');
	});
	it('dit de chaque ensemble de correspondances ce qu’il vaut, et de chacune son statut, sa nature et son motif', () => {
		const noeuds = graphe(0)['@graph'];
		const ensembles = noeuds.filter((n) => n['@type'] === 'xkos:Correspondence');
		expect(ensembles.map(({ prefLabel, statut, note }) => [prefLabel, statut, note])).toEqual([
			[
				'Correspondance officielle des blocs, de l’ABC 2001 à l’ABD 2010',
				'officielle',
				'Fixée par un texte officiel. Ne concerne que les blocs.',
			],
			[
				'Lecture de la rédaction, sans valeur officielle, de l’ABC 2001 à l’ABD 2010',
				'relue',
				'Lecture de la rédaction, avec son motif. Sans valeur officielle.',
			],
			[
				'Rapprochement automatique des compétences, sans valeur officielle, de l’ABC 2001 à l’ABD 2010',
				'proposee',
				'Rapprochement automatique des libellés, jugé sûr. Sans valeur officielle.',
			],
		]);
		for (const e of ensembles) expect(e.compares).toEqual([page('abc-2001'), page('abd-2010')]);
		const socle = `${RACINE}/donnees/skos/abc-2001.jsonld#abd-2010`;
		const de = (suffixe: string) => noeuds.find((n) => n['@id'] === `${socle}-${suffixe}`);
		expect(de('officielle-abc-2001-ccp-1--abd-2010-ccp-1--abd-2010-ccp-2')).toEqual({
			'@id': expect.any(String),
			'@type': 'xkos:ConceptAssociation',
			sourceConcept: [page('abc-2001/ccp-1')],
			targetConcept: [page('abd-2010/ccp-1'), page('abd-2010/ccp-2')],
			statut: 'officielle',
			source: 'Arrêté du 6 mai 2010, article 3',
		});
		expect(de('officielle-abc-2001-ccp-2')).not.toHaveProperty('targetConcept');
		expect(de('relue-abc-2001-ccp-1-c1')).toMatchObject({ nature: 'identique', editorialNote: 'Même libellé.' });
		expect(de('proposee-abc-2001-ccp-1-c2')).toMatchObject({ nature: 'scindee', statut: 'proposee' });
		expect(de('proposee-abc-2001-ccp-1-c2')).not.toHaveProperty('editorialNote');
	});
	it('n’affirme rien de ce qui est à vérifier, même si une lecture l’a retenu', () => {
		const [situee] = relations('abc-2001').comparaisons;
		if (!situee) throw new Error('comparaison attendue');
		for (const statut of ['relue', 'proposee'] as const) {
			const competences = situee.comparaison.competences.map((e) => (e.nature === null ? { ...e, statut } : e));
			const g = publierSkos(
				versions[0],
				{ comparaisons: [{ ...situee, comparaison: { ...situee.comparaison, competences } }], successions: [] },
				parId,
				RACINE,
			);
			expect(JSON.stringify(g['@graph'].filter((n) => n['@type'] === 'xkos:ConceptAssociation'))).not.toContain(
				'ccp-2/c1',
			);
		}
	});
	it('n’affirme rien de ce qui est à vérifier', async () => {
		const store = await lire(graphe(0));
		expect(store.countQuads(null, namedNode(`${XKOS}sourceConcept`), namedNode(page('abc-2001/ccp-2/c1')), null)).toBe(
			0,
		);
		expect(JSON.stringify(graphe(0))).not.toContain('a-verifier');
	});
	it('n’a aucun nœud anonyme, pour que deux constructions écrivent le même graphe', async () => {
		const store = await lire(graphe(0));
		expect(store.getSubjects(null, null, null).filter(({ termType }) => termType === 'BlankNode')).toEqual([]);
	});
	it('n’a de correspondance que d’un genre qui a des liens, et nomme une nouveauté par sa compétence', () => {
		const [situee] = relations('abc-2001').comparaisons;
		const [modele] = situee?.comparaison.competences ?? [];
		if (!situee || !modele) throw new Error('comparaison attendue');
		const competences = [{ ...modele, nature: 'nouvelle' as const, de: [], vers: ['abd-2010/ccp-2/c1'] }];
		const g = publierSkos(
			versions[0],
			{
				comparaisons: [{ ...situee, comparaison: { ...situee.comparaison, blocs: [], competences } }],
				successions: [],
			},
			parId,
			RACINE,
		);
		const ids = g['@graph'].map((noeud) => noeud['@id']);
		expect(ids.filter((id) => id.includes('#abd-2010'))).toEqual([
			expect.stringMatching(/#abd-2010-relue$/u),
			expect.stringMatching(/#abd-2010-relue-abd-2010-ccp-2-c1$/u),
		]);
	});
});
