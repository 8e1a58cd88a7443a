import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { repertoire } from '../../../src/domaine/outils/dossier.ts';
import { numeroter, type Version } from '../../../src/domaine/version.ts';
import { versions as exemples } from '../exports/exemple.ts';

const reelles = lireCatalogue('content').versions;
const modele = reelles[0] as Version;

/** Generates `nombre` versions in lineages of three, with distinct names made of words of real titles. */
function fictives(nombre: number): Version[] {
	const mots = [...new Set(reelles.flatMap((v) => v.blocs.flatMap((b) => b.intitule.toLowerCase().split(/\s+/))))];
	return Array.from({ length: nombre }, (_, i) => {
		const sigle = `T${(i * 7919).toString(36).toUpperCase()}`;
		const usuel = `Technicien ${[3, 5, 7, 11, 13, 17].map((p) => mots[(i * p + p) % mots.length]).join(' ')}`;
		const annee = String(2003 + (i % 20));
		const id = `${sigle.toLowerCase()}-${annee}`;
		return {
			...modele,
			id,
			sigle,
			annee,
			usuel,
			lignee: `lignee-${Math.floor(i / 3)}`,
			codes: [
				{ type: 'TP', valeur: `TP-${String((i * 2711) % 100_000).padStart(5, '0')}`, source: 's' },
				{ type: 'RNCP', valeur: `RNCP${(i * 6133) % 50_000}`, source: 's' },
			],
			blocs: numeroter(id, [{ type: 'ccp', intitule: usuel, competences: ['a', 'b', 'c', 'd'] }]),
		} satisfies Version;
	});
}

describe('l’index des outils', () => {
	const versions = fictives(900);
	const paires = versions.flatMap((de, i) =>
		i % 3 < 2 ? [{ de: de.id, vers: (versions[i + 1] as Version).id, blocs: [] }] : [],
	);
	const texte = JSON.stringify(repertoire(versions, paires));

	it('pèse moins de 60 Kio compressé pour 900 versions et 600 comparaisons', () => {
		expect(paires).toHaveLength(600);
		expect(gzipSync(texte, { level: 6 }).length).toBeLessThan(60 * 1024);
		const brotli = brotliCompressSync(texte, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
		expect(brotli.length).toBeLessThan(60 * 1024);
	});
	it('nomme chaque version et où elle mène, sans son contenu', () => {
		const lien = { de: ['tssi-2003/ccp-1'], vers: [], statut: 'officielle', source: 's' } as const;
		const index = repertoire(reelles, [
			{ de: 'tssi-2003', vers: 'tssi-2008', blocs: [{ ...lien, de: [...lien.de], vers: [] }] },
			{ de: 'tsgri-2003', vers: 'tssi-2013', blocs: [], ailleurs: true },
		]);
		expect(index.versions.map(({ id }) => id)).toEqual(reelles.map(({ id }) => id));
		const [connue, detenue] = ['tssi-2003', 'tsgri-2003'].map((id) => index.versions.find((v) => v.id === id));
		expect(connue).toMatchObject({
			blocs: 3,
			competences: 0,
			textes: ['tssi-2008'],
			pages: ['tssi-2008'],
		});
		expect(detenue).toMatchObject({ blocs: 3, competences: 24, textes: [], pages: ['tssi-2013'] });
		expect([connue?.voisines, detenue?.voisines]).toEqual([undefined, ['tssi-2013']]);
	});
	it('dit d’une version ce qui suffit à la reconnaître, et sur quelle foi elle est en vigueur', () => {
		const [ancienne, , connue] = exemples;
		const codes = [
			...ancienne.codes,
			{ type: 'TP' as const, valeur: 'TP-00001', source: 'fiche' },
			{ type: 'NOR' as const, valeur: 'ABCD0100001A', source: 'fiche' },
			{ type: 'millesime' as const, valeur: '01', source: 'fiche' },
		];
		expect(repertoire([{ ...ancienne, codes }, connue], []).versions).toEqual([
			{
				id: 'abc-2001',
				sigle: 'ABC',
				annee: '2001',
				usuel: 'Agent de bureau & conseil',
				etat: { cle: 'remplacee', etatAu: undefined, aVerifier: undefined },
				profondeur: 'texte',
				lignee: 'exemple',
				codes: ['RNCP100', 'TP-00001'],
				blocs: 3,
				competences: 5,
				textes: [],
				pages: [],
				voisines: undefined,
			},
			{
				id: 'abe-2020',
				sigle: 'ABE',
				annee: '2020',
				usuel: 'Agent de bureau étendu',
				etat: { cle: 'en-vigueur', etatAu: '2026-04-01', aVerifier: true },
				profondeur: 'faits',
				libellesAVerifier: true,
				lignee: 'exemple',
				codes: [],
				sansCode: {
					statut: 'en-vigueur',
					statutCertitude: 'secondaire',
					depuis: '2020-05-06',
					debut: '2020-05-06',
					fin: '2030-05-06',
					finAuPlusTard: false,
					aVerifier: ['depuis', 'debut', 'fin'],
					successeurs: [],
				},
				blocs: 1,
				competences: 0,
				textes: [],
				pages: [],
				voisines: undefined,
			},
		]);
	});
});
