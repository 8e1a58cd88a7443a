import { describe, expect, it } from 'vitest';
import { SANS_LIGNEE } from '../../../src/domaine/etat.ts';
import { publierCase } from '../../../src/domaine/exports/case.ts';
import { type CFPackage, cfPackage } from '../../../src/schemas/donnees/case.ts';
import { PIEGE, parId, RACINE, relations, versions } from './exemple.ts';
import { lireCase } from './lecture-case.ts';

const [ancienne, recente, connue] = versions;
const paquet = (i: 0 | 1 | 2): CFPackage => publierCase(versions[i], relations(versions[i].id), parId, RACINE);
const liens = (p: CFPackage, type: string) => p.CFAssociations.filter((a) => a.associationType === type);
const bouts = (a: CFPackage['CFAssociations'][number]) => [a.originNodeURI.uri, a.destinationNodeURI.uri];
const page = (id: string) => `${RACINE}/titres/${id}/`;

describe('paquet CASE', () => {
	it('a la forme du schéma que nous publions', () => {
		for (const i of [0, 1, 2] as const) expect(cfPackage.safeParse(paquet(i)).error).toBeUndefined();
	});
	it('se relit : le même arbre, dans le même ordre, mot pour mot', () => {
		for (const [i, version] of [ancienne, recente, connue].entries()) {
			expect(lireCase(paquet(i as 0 | 1 | 2))).toEqual({
				titre: `${version.sigle} ${version.annee}, ${version.usuel}`,
				blocs: version.blocs.map(({ id, type, intitule, competences }) => ({
					id,
					type,
					intitule,
					competences: competences.map((c) => ({ id: c.id, libelle: c.libelle })),
				})),
			});
		}
	});
	it('nomme chaque chose une fois, et toujours pareil', () => {
		const p = paquet(0);
		const ids = [p.CFDocument, ...p.CFItems, ...p.CFAssociations].map(({ identifier }) => identifier);
		expect(new Set(ids).size).toBe(ids.length);
		expect(paquet(0)).toEqual(p);
		const ailleurs = publierCase(ancienne, relations('abc-2001'), parId, 'https://autre.example');
		expect(ailleurs.CFItems.map((i) => i.identifier)).toEqual(p.CFItems.map((i) => i.identifier));
		// Other software relies on these identifiers: they must never change.
		expect(p.CFDocument.identifier).toBe('70a6e898-8ac9-5c13-a14a-0f33b44f3c98');
		expect(liens(p, 'replacedBy').map(({ identifier }) => identifier)).toEqual([
			'8f1f6f61-bbe6-59b5-8f90-57a1272f1dd6',
			'bfac6603-56b7-528d-9860-5f9927ee85d4',
			'fe0aeded-4dde-5284-8bf5-bccf53b8a554',
		]);
		const { CFItemTypes, CFAssociationGroupings, CFLicenses } = p.CFDefinitions ?? {};
		expect([CFItemTypes, CFAssociationGroupings, CFLicenses].map((liste) => liste?.[0]?.identifier)).toEqual([
			'6255fa98-515e-51c9-8ad2-72db52afdca4',
			'feccb2df-e131-5b20-b5cb-28be02719fc0',
			'47c8a5e4-d9da-5a82-8edb-53bddeed02ba',
		]);
	});
	it('a les compétences transversales, à côté des blocs et non dedans', () => {
		const transversale = { id: 'abc-2001/transversales/c1', rang: 1, libelle: 'Communiquer', source: 'page' };
		const version = { ...ancienne, transversales: [{ ...transversale, certitude: 'secondaire' as const }] };
		const p = publierCase(version, relations('abc-2001'), parId, RACINE);
		expect(cfPackage.safeParse(p).error).toBeUndefined();
		const item = p.CFItems.at(-1);
		expect(item).toMatchObject({
			...{ fullStatement: 'Communiquer', CFItemType: 'Compétence transversale' },
			...{ uri: `${RACINE}/titres/abc-2001/#transversales-c1`, notes: 'Libellé d’une source secondaire, à vérifier.' },
		});
		const [lien] = p.CFAssociations.filter((a) => a.originNodeURI.identifier === item?.identifier);
		expect(lien).toMatchObject({ associationType: 'isChildOf', sequenceNumber: ancienne.blocs.length + 1 });
		expect(lien?.destinationNodeURI.identifier).toBe(p.CFDocument.identifier);
		expect(lien?.originNodeURI.uri).toBe(item?.uri);
	});
	it('dit, partout où il est repris, le libellé que seule une source secondaire donne', () => {
		const [premier, ...autres] = recente.blocs;
		const douteuse = { ...recente, blocs: [{ ...premier, certitude: 'secondaire' }, ...autres] } as typeof recente;
		const { comparaisons, successions } = relations('abc-2001');
		const placees = comparaisons.map((c) => ({ ...c, vers: douteuse }));
		const connues = new Map(parId).set('abd-2010', douteuse);
		const versLaRecente = publierCase(ancienne, { comparaisons: placees, successions }, connues, RACINE);
		const reserve = 'source secondaire, à vérifier : abd-2010/ccp-1';
		for (const p of [versLaRecente, publierCase(douteuse, relations('abd-2010'), parId, RACINE)]) {
			const concernees = p.CFAssociations.filter((a) => bouts(a).some((uri) => uri.includes('/abd-2010/ccp-1/')));
			expect(concernees.length).toBeGreaterThan(2);
			for (const a of concernees) expect(a.notes, a.destinationNodeURI.title).toContain(reserve);
			for (const a of p.CFAssociations.filter((a) => !concernees.includes(a)))
				expect(a.notes ?? '').not.toContain(reserve);
		}
	});
	it('n’a ni CFDocumentURI dans ses éléments, ni CFPackageURI', () => {
		expect(JSON.stringify(paquet(0))).not.toMatch(/CFDocumentURI|CFPackageURI/);
	});
	it('dit « replacedBy » ce qu’un texte officiel dit, et rien d’autre', () => {
		expect(liens(paquet(0), 'replacedBy').map(bouts)).toEqual([
			[page('abc-2001'), page('abd-2010')],
			[page('abc-2001/ccp-1'), page('abd-2010/ccp-1')],
			[page('abc-2001/ccp-1'), page('abd-2010/ccp-2')],
		]);
		expect(liens(paquet(1), 'replacedBy')).toEqual([]);
		expect(JSON.stringify(paquet(0))).not.toContain('exactMatchOf');
	});
	it('ne dit pas qu’un bloc seul est remplacé quand il en faut plusieurs', () => {
		const { comparaisons, successions } = relations('abc-2001');
		const [situee] = comparaisons;
		if (!situee) throw new Error('comparaison attendue');
		const deux = {
			...situee.comparaison,
			blocs: [
				{
					de: ['abc-2001/ccp-1', 'abc-2001/ccp-2'],
					vers: ['abd-2010/ccp-1'],
					statut: 'officielle' as const,
					source: 'Arrêté',
				},
			],
		};
		const p = publierCase(ancienne, { successions, comparaisons: [{ ...situee, comparaison: deux }] }, parId, RACINE);
		expect(liens(p, 'replacedBy').map(bouts)).toEqual([[page('abc-2001'), page('abd-2010')]]);
		const versLeBloc = liens(p, 'isRelatedTo').filter((a) => a.destinationNodeURI.uri === page('abd-2010/ccp-1'));
		expect(versLeBloc.map((a) => a.originNodeURI.uri)).toEqual([page('abc-2001/ccp-1'), page('abc-2001/ccp-2')]);
		expect(versLeBloc[0]?.notes).toContain(' : abc-2001/ccp-1 et abc-2001/ccp-2 → abd-2010/ccp-1. Arrêté.');
	});
	it('porte une lecture en « isRelatedTo », dans son groupe, avec nature, statut et motif', () => {
		const relue = liens(paquet(0), 'isRelatedTo').find((a) => a.originNodeURI.uri === page('abc-2001/ccp-1/c1'));
		expect(relue?.CFAssociationGroupingURI?.title).toBe('Lectures de la rédaction et sources secondaires');
		expect(relue?.notes).toMatch(/nature : identique .* statut : relue .* motif : Même libellé\./);
		const proposees = liens(paquet(0), 'isRelatedTo').filter((a) => a.originNodeURI.uri === page('abc-2001/ccp-1/c2'));
		expect(proposees.map((a) => a.CFAssociationGroupingURI?.title)).toEqual(
			Array(2).fill('Rapprochements automatiques'),
		);
		expect(proposees[0]?.notes).toContain('statut : proposee');
	});
	it('écrit chaque association entière : ses deux bouts, ce qui la dit, et quand', () => {
		const p = paquet(0);
		const parNotes = (motif: RegExp) => p.CFAssociations.filter(({ notes }) => motif.test(notes ?? ''));
		const [bloc] = parNotes(/^Correspondance officielle/u);
		expect(bloc).toEqual({
			identifier: expect.stringMatching(/^[0-9a-f-]{36}$/u),
			uri: `${RACINE}/donnees/case/abc-2001.json#${bloc?.identifier}`,
			lastChangeDateTime: '2026-03-04T00:00:00Z',
			associationType: 'replacedBy',
			notes:
				'Correspondance officielle vers l’ABD 2010 : abc-2001/ccp-1 → abd-2010/ccp-1 et abd-2010/ccp-2. Arrêté du 6 mai 2010, article 3.',
			originNodeURI: {
				title: 'ABC 2001, CCP 1 : Recevoir',
				identifier: p.CFItems[0]?.identifier,
				uri: page('abc-2001/ccp-1'),
				targetType: 'CASE',
			},
			destinationNodeURI: {
				title: 'ABD 2010, CCP 1 : Accueillir le public',
				identifier: paquet(1).CFItems[0]?.identifier,
				uri: page('abd-2010/ccp-1'),
				targetType: 'CASE',
			},
			CFAssociationGroupingURI: {
				title: 'Textes officiels',
				identifier: p.CFDefinitions?.CFAssociationGroupings?.[0]?.identifier,
				uri: `${RACINE}/donnees/#groupe-officiel`,
			},
		});
		expect(parNotes(/^nature/u).map(({ notes }) => notes)).toEqual([
			'nature : identique (Inchangée) ; statut : relue (Relue) ; vers l’ABD 2010 : abc-2001/ccp-1/c1 → abd-2010/ccp-1/c1 ; motif : Même libellé.',
			...Array(2).fill(
				'nature : scindee (Scindée) ; statut : proposee (Proposée) ; vers l’ABD 2010 : abc-2001/ccp-1/c2 → abd-2010/ccp-1/c2 et abd-2010/ccp-1/c3 ; score : 0.81',
			),
		]);
		const [succession] = liens(p, 'replacedBy');
		expect(succession?.notes).toBe('Le même arrêté, modifié.');
		expect(succession?.CFAssociationGroupingURI?.title).toBe('Textes officiels');
		expect(succession?.originNodeURI.title).toBe('ABC 2001, Agent de bureau & conseil');
		const parente = liens(paquet(1), 'isRelatedTo');
		expect(parente.map(bouts)).toEqual([[page('abd-2010'), page('abe-2020')]]);
		expect(parente[0]).toMatchObject({
			notes: 'parenté éditoriale, sans texte officiel trouvé. Les emplois se ressemblent.',
			CFAssociationGroupingURI: { title: 'Lectures de la rédaction et sources secondaires' },
		});
	});
	it('tient l’arbre par des liens numérotés dans l’ordre du document', () => {
		const enfants = liens(paquet(0), 'isChildOf');
		expect(enfants.map((a) => [...bouts(a), a.sequenceNumber])).toEqual([
			[page('abc-2001/ccp-1'), page('abc-2001'), 1],
			[page('abc-2001/ccp-2'), page('abc-2001'), 2],
			[page('abc-2001/ccs-1'), page('abc-2001'), 3],
			[page('abc-2001/ccp-1/c1'), page('abc-2001/ccp-1'), 1],
			[page('abc-2001/ccp-1/c2'), page('abc-2001/ccp-1'), 2],
			[page('abc-2001/ccp-1/c3'), page('abc-2001/ccp-1'), 3],
			[page('abc-2001/ccp-2/c1'), page('abc-2001/ccp-2'), 1],
			[page('abc-2001/ccs-1/c1'), page('abc-2001/ccs-1'), 1],
		]);
		for (const a of enfants) expect(a).not.toHaveProperty('CFAssociationGroupingURI');
	});
	it('écrit le document, ses éléments et leurs définitions entiers', () => {
		const { CFDocument, CFItems, CFDefinitions } = paquet(0);
		const lastChangeDateTime = '2026-03-04T00:00:00Z';
		const licence = {
			title: 'Licence MIT',
			identifier: CFDefinitions?.CFLicenses?.[0]?.identifier,
			uri: `${RACINE}/donnees/#licence-mit`,
		};
		expect(CFDocument).toEqual({
			identifier: '70a6e898-8ac9-5c13-a14a-0f33b44f3c98',
			uri: page('abc-2001'),
			lastChangeDateTime,
			frameworkType: 'Titre professionnel',
			caseVersion: '1.1',
			creator: 'Ministère chargé de l’emploi',
			title: 'ABC 2001, Agent de bureau & conseil',
			publisher: 'Lignée (site non officiel)',
			description: 'AGENT DE BUREAU & CONSEIL. Blocs et compétences du référentiel, mot pour mot.',
			subject: ['NSF 326 u'],
			language: 'fr',
			version: '2001',
			adoptionStatus: 'Deprecated',
			statusStartDate: '2010-05-06',
			licenseURI: licence,
			notes: expect.stringMatching(
				/^Cette version n’est plus en vigueur depuis le 6 mai 2010\s: elle est remplacée par l’ABD 2010/u,
			),
		});
		expect(paquet(2).CFDocument.description).toBe(
			'Agent de bureau étendu. Intitulés des blocs d’après : Une page lue (source secondaire, à vérifier) ; ni le texte ni les compétences ne sont au catalogue : elles sont inconnues.',
		);
		expect(paquet(2).CFDocument).not.toHaveProperty('subject');
		const type = (titre: string, cle: string, i: number) => ({
			CFItemType: titre,
			CFItemTypeURI: {
				title: titre,
				identifier: CFDefinitions?.CFItemTypes?.[i]?.identifier,
				uri: `${RACINE}/donnees/#type-${cle}`,
			},
		});
		expect(CFItems[0]).toEqual({
			identifier: expect.stringMatching(/^[0-9a-f-]{36}$/u),
			uri: page('abc-2001/ccp-1'),
			lastChangeDateTime,
			humanCodingScheme: 'abc-2001/ccp-1',
			listEnumeration: '1',
			...type('CCP', 'ccp', 0),
			language: 'fr',
			fullStatement: 'RECEVOIR',
			abbreviatedStatement: 'Recevoir',
		});
		expect(CFItems[3]).toMatchObject({ listEnumeration: '3', ...type('Compétence', 'competence', 2) });
		expect(CFItems.at(-2)).toMatchObject({ listEnumeration: '1', ...type('CCS', 'ccs', 1) });
		expect(CFItems.at(-2)).not.toHaveProperty('abbreviatedStatement');
		expect(CFItems.at(-2)).not.toHaveProperty('notes');
		expect(CFDefinitions?.CFItemTypes?.[0]).toMatchObject({
			title: 'CCP',
			description: 'Certificat de compétences professionnelles',
			hierarchyCode: '1',
			typeCode: 'ccp',
			lastChangeDateTime,
		});
		expect(CFDefinitions?.CFAssociationGroupings).toMatchObject([
			{
				title: 'Textes officiels',
				description: 'Ce qu’un texte officiel dit des titres et des blocs.',
				lastChangeDateTime,
			},
			{ title: 'Lectures de la rédaction et sources secondaires', lastChangeDateTime },
			{ title: 'Rapprochements automatiques', lastChangeDateTime },
		]);
		expect(CFDefinitions?.CFLicenses).toEqual([
			{
				...licence,
				description: expect.stringContaining('licence MIT'),
				licenseText: 'https://spdx.org/licenses/MIT.html',
				lastChangeDateTime,
			},
		]);
	});
	it('n’affirme rien de ce qui est à vérifier', () => {
		expect(
			paquet(0)
				.CFAssociations.filter((a) => a.associationType !== 'isChildOf')
				.flatMap(bouts),
		).not.toContain(page('abc-2001/ccp-2/c1'));
	});
	it('dit sur le bloc même que le texte officiel écrit « Néant »', () => {
		const bloc = paquet(0).CFItems.find((i) => i.humanCodingScheme === 'abc-2001/ccp-2');
		expect(bloc?.notes).toBe(
			'Vers l’ABD 2010 : « Néant », d’après un texte officiel (Arrêté du 6 mai 2010, article 3).',
		);
	});
	it('dit « Néant » de chaque texte qui l’écrit, et d’aucun autre bloc', () => {
		const [situee] = relations('abc-2001').comparaisons;
		if (!situee) throw new Error('comparaison attendue');
		const comparaisons = [situee, { ...situee, vers: connue }];
		const { CFItems } = publierCase(ancienne, { comparaisons, successions: [] }, parId, RACINE);
		const neant = (nom: string) =>
			`Vers ${nom} : « Néant », d’après un texte officiel (Arrêté du 6 mai 2010, article 3).`;
		expect(CFItems.flatMap(({ humanCodingScheme, notes }) => (notes ? [[humanCodingScheme, notes]] : []))).toEqual([
			['abc-2001/ccp-2', `${neant('l’ABD 2010')} ${neant('l’ABE 2020')}`],
		]);
	});
	it('donne pour remplacée la version remplacée, et tait un statut que seule une source secondaire donne', () => {
		expect(paquet(0).CFDocument).toMatchObject({ adoptionStatus: 'Deprecated', statusStartDate: '2010-05-06' });
		expect(connue.etat).toMatchObject({ cle: 'en-vigueur', aVerifier: true });
		expect(paquet(2).CFDocument.adoptionStatus).toBeUndefined();
		expect(paquet(2).CFDocument.notes).toContain('à vérifier');
	});
	it('garde les mots tels quels', () => {
		expect(paquet(0).CFItems.map((i) => i.fullStatement)).toContain(PIEGE);
	});
	it('donne pour adoptée une version qu’un texte dit en vigueur, avec ses dates et l’adresse de ce texte', () => {
		const depuisUnTexte = {
			...recente,
			etat: { ...recente.etat, cle: 'en-vigueur' as const, aVerifier: false },
			sources: { fiche: { intitule: 'Fiche', nature: 'officielle' as const, url: 'https://exemple.fr/fiche' } },
		};
		const document = (version: typeof recente) => publierCase(version, relations(version.id), parId, RACINE).CFDocument;
		expect(document(depuisUnTexte)).toMatchObject({
			adoptionStatus: 'Adopted',
			statusStartDate: '2010-05-06',
			statusEndDate: '2020-05-06',
			officialSourceURL: 'https://exemple.fr/fiche',
		});
		const { debut: _, fin: __, ajouteeLe: ___, ...sansDates } = depuisUnTexte;
		expect(document(sansDates)).not.toHaveProperty('statusStartDate');
		expect(document(sansDates)).not.toHaveProperty('statusEndDate');
		const terminee = { ...sansDates, etat: { ...SANS_LIGNEE, cle: 'terminee' as const } };
		expect(document(terminee)).toMatchObject({
			adoptionStatus: 'Deprecated',
			lastChangeDateTime: '2010-01-01T00:00:00Z',
		});
		expect(document(terminee)).not.toHaveProperty('statusStartDate');
		const constatee = { ...terminee, etat: { ...terminee.etat, depuis: '2020-05-06', auPlusTard: true as const } };
		expect(document(constatee)).not.toHaveProperty('statusStartDate');
	});
	it('ne donne aucun statut à une version dont on ne sait rien', () => {
		const inconnue = { ...recente, etat: SANS_LIGNEE };
		expect(publierCase(inconnue, relations('abd-2010'), parId, RACINE).CFDocument).not.toHaveProperty('adoptionStatus');
	});
	it('donne pour source officielle la première qui l’est et qui a une adresse', () => {
		const source = (nature: 'officielle' | 'publique', url?: string) => ({
			intitule: 'Une source',
			nature,
			document: 'x.txt',
			...(url && { url }),
		});
		const sources = {
			page: source('publique', 'https://exemple.fr/page'),
			fiche: source('officielle'),
			arrete: source('officielle', 'https://exemple.fr/arrete'),
		};
		expect(
			publierCase({ ...recente, sources }, relations('abd-2010'), parId, RACINE).CFDocument.officialSourceURL,
		).toBe('https://exemple.fr/arrete');
	});
	it('ne dit pas « replacedBy » d’une version dont la suivante n’a pas commencé', () => {
		const { successions } = relations('abc-2001');
		const finie = { ...ancienne, etat: { ...ancienne.etat, cle: 'terminee' as const } };
		const p = publierCase(finie, { comparaisons: [], successions }, parId, RACINE);
		expect(liens(p, 'replacedBy')).toEqual([]);
		expect(liens(p, 'isRelatedTo').map(({ notes }) => notes)).toEqual([
			'succession officielle. Le même arrêté, modifié.',
		]);
	});
	it('n’associe rien à ce qui n’est pas au catalogue : ni version, ni bloc', () => {
		const [situee] = relations('abc-2001').comparaisons;
		if (!situee) throw new Error('comparaison attendue');
		const blocs = [
			{ de: ['abc-2001/ccp-1'], vers: ['abd-2010/ccp-9'], statut: 'officielle' as const, source: 'Arrêté' },
		];
		const p = publierCase(
			ancienne,
			{
				comparaisons: [{ ...situee, comparaison: { ...situee.comparaison, blocs, competences: [] } }],
				successions: [{ de: 'abc-2001', vers: 'abz-2030', nature: 'officielle', motif: 'Un arrêté.' }],
			},
			parId,
			RACINE,
		);
		expect(liens(p, 'replacedBy')).toEqual([]);
	});
});
