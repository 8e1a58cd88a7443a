import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it, vi } from 'vitest';
import { publierCodes } from '../../src/domaine/exports/rncp.ts';
import { enVigueurLe, lireListe, rangeesEnTableau, registre, repondre } from '../../src/domaine/liste.ts';
import { repertoire } from '../../src/domaine/outils/dossier.ts';
import { enRangees } from '../../src/outils/rangees.ts';
import { versions } from './exports/exemple.ts';

vi.stubEnv('SITE', 'https://exemple.test');
const { ReponsesListe } = await import('../../src/vues/liste.tsx');

const lire = (texte: string) => lireListe(enRangees(texte));
const { codes } = publierCodes(versions, '2026-04-01');
const connus = registre(codes, repertoire(versions, [{ de: 'abc-2001', vers: 'abd-2010', blocs: [] }]).versions);
const demander = (texte: string, jour = '2026-11-29') => repondre(lire(texte), connus, jour);

describe('une liste collée', () => {
	it('se lit ligne par ligne, ou colonne par colonne quand elle vient d’un tableur', () => {
		expect(lire('RNCP 100\n\n  TP-00200 m02 \n').map(({ code }) => code?.valeur)).toEqual(['RNCP100', 'TP-00200']);
		expect(lire('Agent de bureau;"rncp100";Lyon').map(({ code }) => code?.valeur)).toEqual(['RNCP100']);
		expect(lire('Agent\tRNCP 100\nAutre\tRNCP 200').map(({ code }) => code?.valeur)).toEqual(['RNCP100', 'RNCP200']);
	});

	it('garde la virgule d’un intitulé, qui n’est pas une colonne', () => {
		expect(lire('Agent de bureau, spécialisé')[0]).toMatchObject({ cellules: ['Agent de bureau, spécialisé'] });
	});

	it('trouve une version par son code, son intitulé, son sigle ou son nom, et toutes celles qu’un mot désigne', () => {
		const trouver = (texte: string) => demander(texte).map(({ trouvee }) => trouvee?.entree.id);
		expect(trouver('AGENT DE BUREAU & CONSEIL')).toEqual(['abc-2001']);
		expect(trouver('abd 2010')).toEqual(['abd-2010']);
		expect(trouver('abe-2020')).toEqual(['abe-2020']);
		expect(trouver('rncp n° 100')).toEqual(['abe-2020', 'abd-2010', 'abc-2001'].filter((id) => id !== 'abe-2020'));
	});

	it('passe l’en-tête d’un tableur, et cherche un intitulé dans chaque cellule', () => {
		const saisies = (texte: string) => demander(texte).map(({ saisie, trouvee }) => [saisie, trouvee?.entree.id]);
		expect(saisies('N° ; Intitulé\n12;AGENT DE BUREAU & CONSEIL;Lyon')).toEqual([
			['12 ; AGENT DE BUREAU & CONSEIL ; Lyon', 'abc-2001'],
		]);
		// Alone, of one cell or further down, such a line is not a header but a request.
		expect(saisies('N° ; Intitulé')).toHaveLength(1);
		expect(saisies('Titre\nabd 2010')).toEqual([
			['Titre', undefined],
			['abd 2010', 'abd-2010'],
		]);
		expect(saisies('RNCP 100;x\nCode;Titre').at(-1)).toEqual(['Code ; Titre', undefined]);
	});

	it('compare ce que rien ne suit avec ce qui le précède, et jamais avec un titre voisin', () => {
		expect(demander('abd 2010')[0]?.comparaison).toEqual({ de: 'abc-2001', vers: 'abd-2010' });
		const { versions: seules } = repertoire(versions, [
			{ de: 'abc-2001', vers: 'abd-2010', blocs: [], ailleurs: true },
		]);
		const voisines = registre(codes, seules);
		expect(repondre(lire('abc 2001\nabd 2010'), voisines, '2026-11-29').map((r) => r.comparaison)).toEqual([
			undefined,
			undefined,
		]);
	});

	it('d’un bloc inconnu dit ce que devient sa fiche, et que le bloc est inconnu', () => {
		const rangees = demander('rncp100bc09');
		expect(rangees.map(({ trouvee }) => trouvee?.entree.id)).toEqual(
			demander('RNCP100').map(({ trouvee }) => trouvee?.entree.id),
		);
		expect(rangees[0]?.reserveCode).toBe('bloc inconnu du catalogue, d’après sa fiche');
		expect(rangeesEnTableau(rangees, '')[1]?.[3]).toBe('');
		expect(demander('RNCP99999BC01')[0]?.reponse).toBe('inconnu du catalogue');
	});

	it('dit inconnu du catalogue ce qu’elle ne trouve pas, sans rien proposer à sa place', () => {
		expect(demander('RNCP99999\nPlombier')).toEqual([
			{ saisie: 'RNCP99999', reponse: 'inconnu du catalogue', suites: [] },
			{ saisie: 'Plombier', reponse: 'inconnu du catalogue', suites: [] },
		]);
	});

	it('donne pour chaque version son statut, ce qui la suit et où la comparer, à l’écran comme en tableau', () => {
		const [ligne] = demander('abc 2001');
		expect(ligne).toMatchObject({
			reponse: 'n’est plus en vigueur depuis le 6 mai 2010',
			suites: [{ id: 'abd-2010', precision: 'succession officielle' }],
			comparaison: { de: 'abc-2001', vers: 'abd-2010' },
		});
		expect(rangeesEnTableau(demander('abc 2001'), 'https://x.example')[1]).toContain(
			'https://x.example/comparer/abc-2001/abd-2010/',
		);
	});
});

describe('le tableau à télécharger', () => {
	it('a une ligne de titres, puis une ligne entière par version ou par bloc', () => {
		expect(rangeesEnTableau(demander('abc 2001\nPlombier'), 'https://x.example')).toEqual([
			['Demandé', 'Version', 'Intitulé', 'Bloc', 'En vigueur', 'Ce qui suit', 'Page', 'Comparaison'],
			[
				'abc 2001',
				'ABC 2001',
				'Agent de bureau & conseil',
				'',
				'n’est plus en vigueur depuis le 6 mai 2010',
				'ABD 2010 (succession officielle)',
				'https://x.example/titres/abc-2001/',
				'https://x.example/comparer/abc-2001/abd-2010/',
			],
			['Plombier', '', '', '', 'inconnu du catalogue', '', '', ''],
		]);
	});

	it('mène au bloc quand c’est un bloc qui est demandé', () => {
		const [, abd] = versions;
		const [premier, ...autres] = abd.blocs;
		const codee = {
			...abd,
			blocs: [
				{ ...(premier as (typeof abd.blocs)[number]), code: { valeur: 'RNCP300BC01', source: 'rncp' } },
				...autres,
			],
		};
		const ici = registre(publierCodes([codee], '2026-04-01').codes, repertoire([codee], []).versions);
		expect(rangeesEnTableau(repondre(lire('rncp 300 bc 1'), ici, '2026-11-29'), '')[1]?.slice(1, 7)).toEqual([
			'ABD 2010',
			'Agent de bureau et de documentation',
			'RNCP300BC01',
			'n’est plus en vigueur depuis le 6 mai 2020',
			'abe-2020 (parenté éditoriale, sans texte officiel trouvé)',
			'/titres/abd-2010/ccp-1/',
		]);
	});
});

describe('ce qu’une ligne désigne', () => {
	it('un code de titre suivi d’un millésime ne désigne que la version de ce millésime', () => {
		const [abc, abd] = versions;
		const tp = (valeur: string) => [
			{ type: 'TP' as const, valeur: 'TP-00200', source: 'rncp' },
			{ type: 'millesime' as const, valeur, source: 'rncp' },
		];
		const deux = [
			{ ...abc, codes: tp('01') },
			{ ...abd, codes: tp('02') },
		];
		const ici = registre(publierCodes(deux, '2026-04-01').codes, repertoire(deux, []).versions);
		const trouver = (texte: string) =>
			repondre(lire(texte), ici, '2026-11-29').map(({ trouvee }) => trouvee?.entree.id);
		expect(trouver('TP-00200 m01')).toEqual(['abc-2001']);
		expect(trouver('TP-00200 m02')).toEqual(['abd-2010']);
		expect(trouver('TP-00200')).toEqual(['abd-2010', 'abc-2001']);
		expect(trouver('TP-00200 m03')).toEqual([undefined]);
	});

	it('un intitulé se reconnaît avec ses marques de genre, ou précédé de « titre professionnel »', () => {
		const [abc] = versions;
		const agent = { ...abc, usuel: 'Agent(e) de bureau' };
		const ici = registre(publierCodes([agent], '2026-04-01').codes, repertoire([agent], []).versions);
		const trouve = (texte: string) => repondre(lire(texte), ici, '2026-11-29')[0]?.trouvee?.entree.id;
		for (const texte of [
			'Agent de bureau',
			'agent(e) de bureau',
			'Titre professionnel d’agent de bureau',
			'titre professionnel Agent de  bureau',
		])
			expect(trouve(texte), texte).toBe('abc-2001');
		expect(trouve('Agent de bureau principal')).toBeUndefined();
	});

	it('une remplacée qui avait aussi une fin n’est plus en vigueur depuis la première des deux dates', () => {
		const remplacee = {
			statut: 'remplacee',
			depuis: '2015-01-01',
			debut: '2001-02-03',
			fin: '2012-01-01',
			finAuPlusTard: false,
		} as const;
		expect(enVigueurLe('2011-12-31', remplacee)).toBe('oui');
		expect(enVigueurLe('2012-01-01', remplacee)).toBe('non');
		expect(enVigueurLe('2012-01-01', { ...remplacee, statut: 'terminee', fin: null })).toBe('inconnu');
	});
});

describe('en vigueur un jour donné', () => {
	const faits = {
		statut: 'en-vigueur',
		depuis: '2020-05-06',
		debut: '2020-05-06',
		fin: '2030-05-06',
		finAuPlusTard: false,
	} as const;
	it.each([
		['2020-05-05', 'pas encore'],
		['2020-05-06', 'oui'],
		['2030-05-05', 'oui'],
		['2030-05-06', 'non'],
	])('le %s : %s', (jour, reponse) => {
		expect(enVigueurLe(jour, faits)).toBe(reponse);
	});

	it('ne dit rien d’une version dont aucune source ne donne le début ou le terme', () => {
		expect(enVigueurLe('2026-01-01', { ...faits, statut: 'inconnu', debut: null })).toBe('inconnu');
		expect(enVigueurLe('2026-01-01', { ...faits, statut: 'inconnu', fin: null })).toBe('inconnu');
		expect(enVigueurLe('2026-01-01', { ...faits, statut: 'inconnu' })).toBe('inconnu');
		expect(enVigueurLe('2030-05-06', { ...faits, statut: 'inconnu' })).toBe('non');
	});

	it('dit en vigueur, depuis le jour des faits, une version en vigueur dont nul ne donne le premier jour', () => {
		const sansDebut = { ...faits, depuis: null, debut: null };
		expect(enVigueurLe('2026-04-01', sansDebut, '2026-04-01')).toBe('oui');
		expect(enVigueurLe('2030-05-06', sansDebut, '2026-04-01')).toBe('non');
		expect(enVigueurLe('2026-03-31', sansDebut, '2026-04-01')).toBe('inconnu');
	});

	it('ne dit pas en vigueur, avant le jour où sa fin est constatée, une version dont nul ne dit depuis quand', () => {
		const constatee = { ...faits, statut: 'terminee', finAuPlusTard: true } as const;
		expect(enVigueurLe('2030-05-05', constatee)).toBe('inconnu');
		expect(enVigueurLe('2030-05-06', constatee)).toBe('non');
		expect(enVigueurLe('2025-05-05', { ...constatee, statut: 'remplacee', depuis: '2026-01-01' })).toBe('oui');
		const [premier] = publierCodes(versions, '2026-04-01').codes;
		const ferme = { ...(premier as NonNullable<typeof premier>), ...constatee, debut: '2001-02-03' };
		const ici = registre([ferme], repertoire(versions, []).versions);
		expect(repondre(lire(ferme.code), ici, '2031-01-01')[0]?.reponse).toBe(
			'n’est plus en vigueur depuis le 6 mai 2030 au plus tard',
		);
	});

	it('compte une version remplacée comme en vigueur jusqu’au jour qui la remplace', () => {
		const remplacee = {
			statut: 'remplacee',
			depuis: '2010-05-06',
			debut: '2001-02-03',
			fin: null,
			finAuPlusTard: false,
		} as const;
		expect(enVigueurLe('2010-05-05', remplacee)).toBe('oui');
		expect(enVigueurLe('2010-05-06', remplacee)).toBe('non');
	});

	it('avertit de ce qui ne repose que sur une source secondaire', () => {
		expect(demander('abe 2020')[0]?.reponse).toContain('à vérifier');
	});

	it('réserve une réponse dont seule la date est d’une source secondaire, et pas une autre', () => {
		const [ancienne, recente] = versions;
		const page = { page: { intitule: 'Une page lue', nature: 'secondaire' as const } };
		const douteuse = { ...ancienne, etat: { ...ancienne.etat, dateAVerifier: true } };
		const mixte = {
			...recente,
			codes: [{ type: 'RNCP' as const, valeur: 'RNCP500', source: 'rncp' }],
			sources: { ...recente.sources, ...page },
			debut: { valeur: '2010-05-06', source: 'page' },
		};
		const { codes: lus } = publierCodes([douteuse, mixte], '2026-04-01');
		const ici = registre(lus, repertoire([douteuse, mixte], []).versions);
		const reponse = (texte: string, jour: string) => repondre(lire(texte), ici, jour)[0]?.reponse;
		const reserve = ' (source secondaire, à vérifier)';
		expect(reponse('RNCP100', '2026-11-29')).toBe(`n’est plus en vigueur depuis le 6 mai 2010${reserve}`);
		expect(reponse('RNCP500', '2026-11-29')).toBe('n’est plus en vigueur depuis le 6 mai 2020');
		expect(reponse('RNCP500', '2015-01-01')).toBe(`en vigueur au 1er janvier 2015${reserve}`);
		expect(reponse('RNCP500', '2009-01-01')).toBe(`pas encore en vigueur : à partir du 6 mai 2010${reserve}`);
	});

	it('dit de quel jour sont les faits, quand la réponse parle d’un jour qui les suit, et seulement alors', () => {
		const [abc, , abe] = versions;
		const aVenir = {
			...abc,
			id: 'abf-2028',
			codes: [{ type: 'RNCP' as const, valeur: 'RNCP800', source: 'rncp' }],
			debut: { valeur: '2028-01-01', source: 'rncp' },
			fin: { valeur: '2033-01-01', source: 'rncp' },
			etat: { ...abe.etat, cle: 'a-venir' as const, etatAu: '2026-04-01' },
		};
		const connue = {
			...aVenir,
			id: 'abg-2020',
			codes: [{ type: 'RNCP' as const, valeur: 'RNCP900', source: 'rncp' }],
			debut: { valeur: '2020-01-01', source: 'rncp' },
			fin: { valeur: '2030-01-01', source: 'rncp' },
			etat: { ...aVenir.etat, cle: 'en-vigueur' as const },
		};
		const toutes = [abc, connue, aVenir];
		const ici = registre(publierCodes(toutes, '2026-04-01').codes, repertoire(toutes, []).versions);
		const reponse = (texte: string, jour: string) => repondre(lire(texte), ici, jour)[0]?.reponse;
		const faits = ', d’après des faits réunis au 1er avril 2026';
		expect(reponse('RNCP900', '2026-04-01')).toBe('en vigueur au 1er avril 2026');
		expect(reponse('RNCP900', '2026-04-02')).toBe(`en vigueur au 2 avril 2026${faits}`);
		expect(reponse('RNCP900', '2031-01-01')).toBe(`n’est plus en vigueur depuis le 1er janvier 2030${faits}`);
		// As its page says: it may have been put off since.
		expect(reponse('RNCP800', '2028-01-01')).toBe(`devait être en vigueur au 1er janvier 2028${faits}`);
		expect(reponse('RNCP800', '2026-04-01')).toBe(`pas encore en vigueur : à partir du 1er janvier 2028${faits}`);
		expect(reponse('RNCP100', '2031-01-01')).toBe('n’est plus en vigueur depuis le 6 mai 2010');
		const inconnue = { ...connue, debut: undefined, etat: { ...connue.etat, cle: 'inconnu' as const } };
		const seule = registre(publierCodes([inconnue], undefined).codes, repertoire([inconnue], []).versions);
		expect(repondre(lire('RNCP900'), seule, '2031-01-01')[0]?.reponse).toBe(
			`n’est plus en vigueur depuis le 1er janvier 2030${faits}`,
		);
	});

	it('répond d’une version sans code comme d’une version qui en a un : du jour demandé, et avec ce qui la suit', () => {
		const sansCode = versions.map((v) => ({ ...v, codes: [] }));
		const ici = registre([], repertoire(sansCode, []).versions);
		const demander = (texte: string, jour: string) => repondre(lire(texte), ici, jour)[0];
		const reserve = ' (source secondaire, à vérifier)';
		const faits = ', d’après des faits réunis au 1er avril 2026';
		expect(demander('abc 2001', '2005-01-01')?.reponse).toBe('en vigueur au 1er janvier 2005');
		expect(demander('abc 2001', '2011-01-01')?.reponse).toBe('n’est plus en vigueur depuis le 6 mai 2010');
		expect(demander('abe 2020', '2028-01-01')?.reponse).toBe(`en vigueur au 1er janvier 2028${faits}${reserve}`);
		expect(demander('abe 2020', '2031-01-01')?.reponse).toBe(
			`n’est plus en vigueur depuis le 6 mai 2030${faits}${reserve}`,
		);
		expect(demander('abc 2001', '2011-01-01')?.suites.map(({ id }) => id)).toEqual(['abd-2010']);
		expect(rangeesEnTableau(repondre(lire('abe 2020'), ici, '2028-01-01'), '').at(-1)?.[3]).toBe('');
	});

	it('avertit du code que seule une source secondaire donne à la version, à l’écran comme en tableau', () => {
		const [premier, ...autres] = codes;
		const douteux = [{ ...premier, certitude: 'secondaire' as const } as (typeof codes)[number], ...autres];
		const connu = registre(douteux, repertoire(versions, []).versions);
		const rangees = repondre(lire('RNCP 100'), connu, '2026-11-29');
		expect(rangees.map(({ trouvee, reserveCode }) => [trouvee?.entree.id, reserveCode])).toEqual([
			['abd-2010', undefined],
			['abc-2001', 'code d’une source secondaire, à vérifier'],
		]);
		expect(rangeesEnTableau(rangees, '').at(-1)?.[1]).toBe('ABC 2001 (code d’une source secondaire, à vérifier)');
		expect(renderToString(h(ReponsesListe, { rangees }))).toContain('(code d’une source secondaire, à vérifier)');
		// A request by title has no reserve on a code.
		expect(repondre(lire('abc 2001'), connu, '2026-11-29')[0]?.reserveCode).toBeUndefined();
	});
});
