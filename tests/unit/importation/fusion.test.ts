import { describe, expect, it } from 'vitest';
import { reprendreConnue } from '../../../src/importation/changement.ts';
import { fusionner } from '../../../src/importation/fusion.ts';
import type { FaitsLus } from '../../../src/importation/version.ts';
import { type VersionConnue, type VersionDetenue, versionConnue } from '../../../src/schemas/version.ts';

const NEUF: FaitsLus = {
	sigle: 'LA',
	intitule: 'LUTHIER EN ATELIER',
	codes: [{ type: 'TP', valeur: 'TP-00495', source: 'fiche' }],
	ajouteeLe: '2026-11-21',
	sources: { fiche: { intitule: 'Fiche', nature: 'officielle', document: 'fiche.txt' } },
	blocs: [
		{ type: 'ccp', intitule: 'RÉGLER L’INSTRUMENT', competences: ['Tailler et poser l’âme.'] },
		{ type: 'ccp', intitule: 'VERNIR', competences: ['Poncer.'] },
	],
};

describe('une version récrite sur celle du catalogue', () => {
	const ancien: FaitsLus = {
		...NEUF,
		usuel: 'Luthier en atelier',
		ajouteeLe: '2026-01-05',
		debut: { valeur: '2008-08-01', source: 'rncp' },
		remarques: [{ valeur: 'Au RNCP, cette fiche remplace RNCP90001.', source: 'rncp' }],
		attributions: [],
		regles: {},
		codes: [
			{ type: 'TP', valeur: 'TP-00495', source: 'fiche' },
			{ type: 'RNCP', valeur: 'RNCP90002', source: 'rncp' },
		],
		sources: {
			fiche: { intitule: 'Ancienne fiche', nature: 'officielle', document: 'ancienne.txt' },
			rncp: { intitule: 'RNCP', nature: 'publique' },
		},
		blocs: [
			{ type: 'ccp', intitule: "Regler l'instrument", usuel: 'Régler l’instrument', competences: ['Tailler l’âme.'] },
		],
	};
	const fusion = () => fusionner(ancien, NEUF);

	it('garde ce qu’une personne y ajouta, et le dit', () => {
		const { faits, gardes } = fusion();
		expect(faits).toMatchObject({ usuel: ancien.usuel, debut: ancien.debut, remarques: ancien.remarques });
		expect(gardes).toEqual(['usuel', 'ajouteeLe', 'debut', 'remarques', 'codes RNCP90002']);
	});

	it('garde le jour de son entrée au catalogue, qui date les citations', () => {
		expect(fusion().faits.ajouteeLe).toBe('2026-01-05');
	});

	it('prend le texte neuf, avec l’intitulé usuel du bloc qui a les mêmes mots', () => {
		expect(fusion().faits.blocs).toEqual([
			{
				type: 'ccp',
				intitule: 'RÉGLER L’INSTRUMENT',
				usuel: 'Régler l’instrument',
				competences: ['Tailler et poser l’âme.'],
			},
			NEUF.blocs[1],
		]);
	});

	it('ajoute les codes et les sources, sans doubler ceux que le document donne', () => {
		const { faits } = fusion();
		expect(faits.codes.map((c) => c.valeur)).toEqual(['TP-00495', 'RNCP90002']);
		expect(faits.sources).toEqual({ ...NEUF.sources, rncp: { intitule: 'RNCP', nature: 'publique' } });
	});

	it('deux codes sont le même s’ils ont le même type et la même valeur', () => {
		const code = (type: 'TP' | 'RNCP' | 'millesime', valeur: string) => ({ type, valeur, source: 'fiche' });
		const { faits, gardes } = fusionner(
			{ ...ancien, codes: [code('TP', '01'), code('millesime', '01'), code('TP', '02'), code('RNCP', '90002')] },
			{ ...NEUF, codes: [code('TP', '01'), code('RNCP', '90002')] },
		);
		expect(faits.codes.map((c) => `${c.type} ${c.valeur}`)).toEqual(['TP 01', 'RNCP 90002', 'millesime 01', 'TP 02']);
		expect(gardes).toContain('codes 01, 02');
	});

	it('ne garde ni liste vide ni règle vide', () => {
		const { faits } = fusion();
		expect(faits).not.toHaveProperty('regles');
		expect(faits).not.toHaveProperty('attributions');
	});

	it('garde le niveau et les codes qu’une personne y mit, là où le document n’en dit rien', () => {
		const aLaMain: Partial<FaitsLus> = {
			niveau: { valeur: 'IV', source: 'rncp' },
			nsf: [{ valeur: '234 v', source: 'rncp' }],
			rome: [{ valeur: 'B1501', source: 'rncp' }],
		};
		const muet = fusionner({ ...ancien, ...aLaMain }, { ...NEUF, nsf: [], rome: [] });
		expect(muet.faits).toMatchObject(aLaMain);
		expect(muet.gardes.slice(0, 4)).toEqual(['usuel', 'niveau', 'nsf', 'rome']);
		const nsf = [{ valeur: '133', source: 'fiche' }];
		expect(fusionner({ ...ancien, ...aLaMain }, { ...NEUF, nsf }).faits.nsf).toEqual(nsf);
	});

	it('ce que le document dit à neuf l’emporte', () => {
		const debut = { valeur: '2009-01-01', source: 'fiche' };
		const relu = fusionner(ancien, { ...NEUF, debut });
		expect(relu.faits.debut).toEqual(debut);
		expect(relu.gardes).not.toContain('debut');
	});

	it('sans rien d’ajouté, est la version neuve', () => {
		expect(fusionner(NEUF, NEUF)).toEqual({ faits: NEUF, gardes: ['ajouteeLe'] });
	});

	it('garde des règles écrites', () => {
		const regles = { perimee: { valeur: 'Un an.', source: 'fiche' } } as unknown as VersionDetenue['regles'];
		expect(fusionner({ ...ancien, regles }, NEUF).faits.regles).toBe(regles);
	});
});

describe('les remarques d’une version récrite', () => {
	it('celles de l’éditeur restent, celles que l’importeur écrivit suivent le nouveau document', () => {
		const remarque = (valeur: string) => ({ valeur, source: 'rncp' });
		const base = { codes: [], sources: {}, blocs: [] };
		const { faits } = fusionner(
			{ ...base, remarques: [remarque('Au RNCP, cette fiche remplace RNCP1.'), remarque('Titre rare.')] },
			{ ...base, remarques: [remarque('Au RNCP, cette fiche remplace RNCP2.')] },
		);
		expect(faits.remarques?.map((r) => r.valeur)).toEqual(['Au RNCP, cette fiche remplace RNCP2.', 'Titre rare.']);
	});
});

describe('une version seulement connue, dont la fiche est importée', () => {
	/** Fields that the new file always sets: its names, its blocs, the day of the import. */
	const DU_FICHIER = ['id', 'sigle', 'sigleDeNotreFait', 'intitule', 'blocs', 'ajouteeLe'];
	const champs = Object.keys(versionConnue.shape).filter((champ) => !DU_FICHIER.includes(champ));

	it.each(champs)('garde ce que sa lignée dit de « %s »', (champ) => {
		const listes = { nsf: [], rome: [], codes: [], remarques: [], transversales: [], blocs: [] };
		const fait = { valeur: 'relieur', source: 'kit' };
		const dit = champ === 'usuel' ? 'RELIEUR' : champ in listes ? [fait] : fait;
		const connue = { id: 'rel-2010', sigle: 'REL', intitule: 'relieur', ...listes, [champ]: dit } as VersionConnue;
		const { faits } = reprendreConnue(connue, {}, { intitule: 'relieur', codes: [], sources: {}, blocs: [] });
		expect(faits[champ as keyof FaitsLus]).toEqual(dit);
	});
});
