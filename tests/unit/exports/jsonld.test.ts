import { describe, expect, it } from 'vitest';
import {
	blocStructure,
	competenceStructure,
	filStructure,
	serialiser,
	siteStructure,
	titreStructure,
} from '../../../src/domaine/exports/jsonld.ts';
import type { Bloc, Competence } from '../../../src/domaine/version.ts';
import { PIEGE, parId, RACINE, versions } from './exemple.ts';

const [ancienne, recente, connue] = versions;
const titre = (i: 0 | 1 | 2) => titreStructure(versions[i], parId, RACINE)[0] as unknown as Record<string, unknown>;

describe('données structurées', () => {
	it('ne laissent rien sortir du script, et se relisent à l’identique', () => {
		const nom = `</script><!-- <script> ${PIEGE} \u2028`;
		const json = serialiser({ '@context': 'https://schema.org', '@graph': [{ '@type': 'Thing', name: nom }] });
		expect(json).not.toMatch(/[<>&\u2028]/);
		expect(JSON.parse(json)['@graph'][0].name).toBe(nom);
	});
	it('ne laissent aucun signe nu : pas même un seul', () => {
		const json = serialiser({
			'@context': 'https://schema.org',
			'@graph': [{ '@type': 'Thing', name: '<>&\u2028\u2029' }],
		});
		expect(json).toContain('"name":"\\u003c\\u003e\\u0026\\u2028\\u2029"');
	});
	it('d’un titre, disent ce qu’il est, qui le délivre et d’où l’on tient ce qu’on en dit', () => {
		const { competencyRequired: _, description, ...reste } = titre(0);
		expect(description).toMatch(
			/^Cette version n’est plus en vigueur depuis le 6 mai 2010\s: elle est remplacée par l’ABD 2010/u,
		);
		expect(reste).toEqual({
			'@type': 'EducationalOccupationalCredential',
			'@id': `${RACINE}/titres/abc-2001/`,
			name: 'Agent de bureau & conseil',
			alternateName: 'ABC 2001',
			url: `${RACINE}/titres/abc-2001/`,
			inLanguage: 'fr',
			version: '2001',
			credentialCategory: 'Titre professionnel',
			creativeWorkStatus: 'Remplacée',
			recognizedBy: { '@type': 'Organization', name: 'Ministère chargé de l’emploi' },
			educationalLevel: 'Niveau III',
			temporalCoverage: '2001-02-03/2010-05-06',
			identifier: [{ '@type': 'PropertyValue', propertyID: 'RNCP', value: 'RNCP100' }],
			isBasedOn: [
				{ '@type': 'CreativeWork', name: 'Fiche du titre' },
				{ '@type': 'CreativeWork', name: 'Extrait du RNCP', url: 'https://exemple.fr/rncp' },
			],
		});
		for (const cle of ['educationalLevel', 'identifier']) expect(titre(2)).not.toHaveProperty(cle);
	});
	it('d’un bloc, disent de quel titre il est, et ses compétences dans l’ordre', () => {
		const ensemble = {
			'@type': 'DefinedTermSet',
			'@id': `${RACINE}/titres/abc-2001/ccp-2/`,
			name: 'CCP 2 : Classer',
			url: `${RACINE}/titres/abc-2001/ccp-2/`,
			inLanguage: 'fr',
			isPartOf: { '@id': `${RACINE}/titres/abc-2001/` },
		};
		const terme = {
			'@type': 'DefinedTerm',
			'@id': `${RACINE}/titres/abc-2001/ccp-2/c1/`,
			name: 'Ranger.',
			termCode: 'abc-2001/ccp-2/c1',
			url: `${RACINE}/titres/abc-2001/ccp-2/c1/`,
			inDefinedTermSet: { '@id': ensemble['@id'] },
		};
		const bloc = ancienne.blocs[1] as Bloc;
		expect(blocStructure(bloc, ancienne, RACINE)).toEqual([{ ...ensemble, hasDefinedTerm: [terme] }]);
		expect(competenceStructure(bloc.competences[0] as Competence, bloc, ancienne, RACINE)).toEqual([terme, ensemble]);
		const [premier, ...ensembles] = titreStructure(ancienne, parId, RACINE);
		expect(ensembles.map((e) => e.name)).toEqual(['CCP 1 : Recevoir', 'CCP 2 : Classer', 'CCS 1 : Traduire']);
		expect(ensembles[1]).toEqual(ensemble);
		expect((premier.competencyRequired as unknown[])[3]).toEqual(terme);
	});
	it('du site, mènent à sa recherche ; d’une page, au chemin qui y conduit', () => {
		expect(siteStructure(RACINE, 'Des référentiels.')).toEqual({
			'@type': 'WebSite',
			'@id': `${RACINE}/#site`,
			name: 'Lignée',
			url: `${RACINE}/`,
			description: 'Des référentiels.',
			inLanguage: 'fr',
			potentialAction: {
				'@type': 'SearchAction',
				target: { '@type': 'EntryPoint', urlTemplate: `${RACINE}/recherche/?q={q}` },
				'query-input': 'required name=q',
			},
		});
		expect(
			filStructure([
				{ nom: 'Accueil', url: `${RACINE}/` },
				{ nom: 'Titres', url: `${RACINE}/titres/` },
			]),
		).toEqual({
			'@type': 'BreadcrumbList',
			itemListElement: [
				{ '@type': 'ListItem', position: 1, name: 'Accueil', item: `${RACINE}/` },
				{ '@type': 'ListItem', position: 2, name: 'Titres', item: `${RACINE}/titres/` },
			],
		});
	});
	it('n’exigent pour un titre que les compétences de ses CCP, non celles des CCS', () => {
		const exigees = titre(0).competencyRequired as { termCode: string }[];
		expect(exigees.map(({ termCode }) => termCode)).toEqual([
			'abc-2001/ccp-1/c1',
			'abc-2001/ccp-1/c2',
			'abc-2001/ccp-1/c3',
			'abc-2001/ccp-2/c1',
		]);
	});
	it('ne disent d’une version seulement connue ni compétences, ni source qui ne parle pas d’elle', () => {
		expect(titre(2)).not.toHaveProperty('competencyRequired');
		expect(titre(2).isBasedOn).toEqual([{ '@type': 'CreativeWork', name: 'Une page lue' }]);
		expect(connue.etat.aVerifier).toBe(true);
		expect(titre(2).creativeWorkStatus).toBe('En vigueur au 1er avril 2026 (source secondaire, à vérifier)');
	});
	it('donnent une durée de validité quand le début et la fin sont connus, et aucune sinon', () => {
		expect(titre(0).temporalCoverage).toBe('2001-02-03/2010-05-06');
		expect(titre(1)).toMatchObject({ temporalCoverage: '2010-05-06/2020-05-06', expires: '2020-05-06' });
		const constatee = { ...recente, fin: { valeur: '2020-05-06', source: 'fiche', auPlusTard: true as const } };
		expect(titreStructure(constatee, parId, RACINE)[0]).not.toHaveProperty('expires');
		expect(titreStructure(constatee, parId, RACINE)[0]).not.toHaveProperty('temporalCoverage');
		const { fin: _, ...sansFin } = recente;
		const inconnue = { ...sansFin, etat: { ...recente.etat, cle: 'inconnu' as const } };
		expect(titreStructure(inconnue, parId, RACINE)[0]).not.toHaveProperty('temporalCoverage');
		const { debut: __, ...sansDebut } = recente;
		expect(titreStructure(sansDebut, parId, RACINE)[0]).not.toHaveProperty('temporalCoverage');
		expect(titreStructure(sansDebut, parId, RACINE)[0].expires).toBe('2020-05-06');
		const terminee = { ...sansFin, etat: { ...recente.etat, cle: 'terminee' as const, depuis: '2020-05-06' } };
		expect(titreStructure(terminee, parId, RACINE)[0]).not.toHaveProperty('temporalCoverage');
	});
	it('d’un bloc, disent son code au RNCP, avec la réserve de sa source', () => {
		const [bloc] = versions[0].blocs;
		const codes = ['rncp', 'inconnue'].map((source) => {
			const situe = { ...(bloc as Bloc), code: { valeur: 'RNCP100BC01', source } };
			const [ensemble] = blocStructure(situe, versions[0], RACINE) as unknown as { identifier?: object }[];
			return ensemble?.identifier;
		});
		const code = { '@type': 'PropertyValue', propertyID: 'RNCP', value: 'RNCP100BC01' };
		expect(codes).toEqual([code, { ...code, description: 'source secondaire, à vérifier' }]);
	});
	it('d’une compétence, disent son libellé mot pour mot et le bloc qui la tient', () => {
		const bloc = ancienne.blocs[0] as Bloc;
		const [terme] = competenceStructure(bloc.competences[1] as Competence, bloc, ancienne, RACINE);
		expect(terme).toMatchObject({
			'@type': 'DefinedTerm',
			name: PIEGE,
			inDefinedTermSet: { '@id': `${RACINE}/titres/abc-2001/ccp-1/` },
		});
	});
});
