import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Lecture } from '../../../src/importation/lecture.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import {
	ecrireVersion,
	idDeLecture,
	intituleDeSource,
	sigleDeId,
	versionDe,
} from '../../../src/importation/version.ts';
import { versionDetenue } from '../../../src/schemas/version.ts';
import { annexe } from './annexes.ts';

const DATE = 'Cette certification est accessible à compter du 1er août 2008.';
const TEXTE = annexe(
	'1. Régler un instrument (1)\n\nTailler l’âme.\n\nOption guitare\n\n2. Fretter\n\nPoser les frettes.\n',
)
	.replace('Autorité', `${DATE}\n\nAutorité`)
	.concat('\n(1) Au sens de l’arrêté du 9 mars 2006.\n');
const luthier = () => lireDocument(TEXTE);
const SOURCE = { cle: 'annexe', intitule: 'Annexe', document: 'luthier.md' } as const;

describe('l’identifiant d’une lecture', () => {
	it('est fait du sigle et de l’année', () => {
		expect(idDeLecture(luthier())).toBe('luthier-atelier-2008');
		expect(sigleDeId('la-2008')).toBe('LA');
		expect(sigleDeId('luthier-atelier-2008')).toBe('LUTHIER-ATELIER');
	});

	it('manque où le document ne dit pas son année, ou n’a pas de sigle', () => {
		const { annee: _, ...sansAnnee } = luthier();
		expect(idDeLecture(sansAnnee)).toBeUndefined();
		expect(idDeLecture({ ...luthier(), sigle: '' })).toBeUndefined();
	});
});

describe('le fichier d’une version', () => {
	const complete = (): Lecture => ({
		...luthier(),
		niveau: 'IV',
		fin: { date: '2013-08-01', note: 'fin de l’enregistrement' },
		codes: [
			{ type: 'NOR', valeur: 'SOCF0311961A' },
			{ type: 'TP', valeur: 'TP-00495' },
		],
	});
	const version = () =>
		versionDe(complete(), {
			id: 'la-2008',
			ajouteeLe: '2026-11-21',
			sources: [
				{ ...SOURCE, url: 'https://exemple.fr/annexe' },
				{ cle: 'annexe-bis', intitule: 'Autre', document: 'bis.md' },
			],
			attributions: [{ texte: 'Néant.', source: 'annexe-bis' }],
			sourceDe: (champ, valeur) => (`${champ} ${valeur}` === 'codes TP-00495' ? 'annexe-bis' : undefined),
		});

	it('dit la source de chaque fait : la première, sauf pour ce que la seconde ajoute', () => {
		const { faits } = version();
		expect(faits).toMatchObject({
			sigle: 'LA',
			niveau: { valeur: 'IV', source: 'annexe' },
			nsf: [{ valeur: '234 v', source: 'annexe' }],
			codes: [
				{ valeur: 'SOCF0311961A', source: 'annexe' },
				{ valeur: 'TP-00495', source: 'annexe-bis' },
			],
			debut: { valeur: '2008-08-01', source: 'annexe', note: DATE },
			fin: { valeur: '2013-08-01', source: 'annexe', note: 'fin de l’enregistrement' },
			remarques: [{ source: 'annexe' }],
			ajouteeLe: '2026-11-21',
			attributions: [{ texte: 'Néant.', source: 'annexe-bis' }],
		});
		expect(faits.sources?.annexe).toEqual({
			intitule: 'Annexe',
			nature: 'officielle',
			document: 'luthier.md',
			url: 'https://exemple.fr/annexe',
		});
		expect(faits.sources?.['annexe-bis']).not.toHaveProperty('url');
	});

	it('dit chaque réparation, avec sa source', () => {
		expect(version().faits.reparations).toEqual([
			expect.objectContaining({ source: 'annexe', avant: 'Régler un instrument (1)', apres: 'Régler un instrument' }),
		]);
	});

	it('a la forme du catalogue, écrit puis relu', () => {
		const { faits, corps } = version();
		const ecrit = ecrireVersion({ faits, corps });
		const [, tete, suite] = /^---\n([\s\S]*?)---\n\n([\s\S]*)$/u.exec(ecrit) ?? [];
		expect(versionDetenue.parse(parse(tete ?? ''))).toEqual(versionDetenue.parse(faits));
		expect(suite).toBe(corps);
	});

	it('tient un texte sur une ligne, si long soit-il, et un code entre apostrophes', () => {
		const long = 'Régler un instrument '.repeat(12).trim();
		const { faits, corps } = version();
		const ecrit = ecrireVersion({
			faits: { ...faits, intitule: long, codes: [{ type: 'millesime', valeur: '01', source: 'annexe' }] },
			corps,
		});
		expect(ecrit).toContain(`\nintitule: ${long}\n`);
		expect(ecrit).toContain("\n    valeur: '01'\n");
	});

	it('tait ce que le document ne dit pas', () => {
		const nu = lireDocument(
			annexe('1. Régler un instrument\n\nTailler l’âme.\n').replace('Niveau : IV.\n', 'Ancien intitulé : luthier.\n'),
		);
		const { faits: seuls } = versionDe(nu, { id: 'la-2008', sources: [SOURCE], attributions: [] });
		expect(Object.keys(seuls)).toEqual(['sigle', 'intitule', 'nsf', 'rome', 'codes', 'sources', 'blocs']);
	});
});

describe('les lignes non rangées', () => {
	const reste = () => lireDocument(TEXTE.replace('# Article Annexe', 'xq zt\n\n# Article Annexe'));

	it('ne s’écrivent que sur demande, sous un titre à elles', () => {
		expect(versionDe(reste(), { id: 'la-2008', sources: [SOURCE] }).corps).not.toContain('xq zt');
		const { corps } = versionDe(reste(), { id: 'la-2008', sources: [SOURCE], avecRestes: true });
		expect(corps).toContain('## Lignes à ranger à la main\n\nxq zt');
	});

	it('sans elles, pas de titre vide', () => {
		const { corps } = versionDe(luthier(), { id: 'la-2008', sources: [SOURCE], avecRestes: true });
		expect(corps).not.toContain('Lignes à ranger');
	});
});

describe('l’intitulé de la source dit ce qu’est le document', () => {
	it.each([
		['fiche', /^Fiche du titre professionnel « luthier/u],
		['annexe', /^Annexe de l’arrêté du titre professionnel « luthier/u],
		['rncp', /^Répertoire national .* France compétences, « luthier/u],
	] as const)('%s', (genre, motif) => {
		expect(intituleDeSource({ ...luthier(), genre })).toMatch(motif);
	});

	it('le RNCP est public, jamais officiel', () => {
		const { faits } = versionDe({ ...luthier(), genre: 'rncp' }, { id: 'la-2008', sources: [SOURCE] });
		expect(faits.sources?.annexe?.nature).toBe('publique');
	});
});
