import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lireDocument } from '../../../src/importation/lire.ts';
import { comparerTranscriptions, completer } from '../../../src/importation/transcription.ts';
import { versionDe } from '../../../src/importation/version.ts';
import type { Bloc } from '../../../src/schemas/bloc.ts';
import { GRAINES, graine } from './pdfs.ts';

/** A version of `content/`, without what editors added to it. */
const tenue = (id: string) => {
	const texte = readFileSync(new URL(`../../../content/titres/${id}.md`, import.meta.url), 'utf8');
	const m = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(texte);
	const faits = parse(m?.[1] ?? '');
	return {
		intitule: faits.intitule,
		niveau: faits.niveau.valeur,
		nsf: faits.nsf.map((n: { valeur: string }) => n.valeur),
		rome: faits.rome.map((r: { valeur: string }) => r.valeur),
		blocs: faits.blocs.map(({ type, intitule, competences }: Bloc) => ({ type, intitule, competences })),
		attributions: faits.attributions ?? [],
		corps: (m?.[2] ?? '').trim(),
	};
};

const importee = (lecture: ReturnType<typeof lireDocument>, id: string) => {
	const { faits, corps } = versionDe(lecture, {
		id,
		sources: [{ cle: lecture.genre, intitule: 'x', document: 'x.txt' }],
	});
	return {
		intitule: faits.intitule,
		niveau: faits.niveau?.valeur,
		nsf: faits.nsf?.map((n) => n.valeur),
		rome: faits.rome?.map((r) => r.valeur),
		blocs: faits.blocs,
		attributions: [],
		corps: corps.trim(),
	};
};

describe('les cinq documents du catalogue donnent ses fiches', () => {
	it.each([
		['tsgeri-2008', GRAINES.tsgeri],
		['tssi-2013', GRAINES.tssi],
		['tssr-2018', GRAINES.tssr],
	])('%s', (id, nom) => {
		expect(importee(lireDocument(graine(nom)), id)).toEqual(tenue(id));
	});

	it('tsgri-2003, de ses deux transcriptions', () => {
		const union = completer(lireDocument(graine(GRAINES.tsgri)), lireDocument(graine(GRAINES.tsgriBis)), {
			premiere: 'fiche',
			seconde: 'fiche-bis',
		});
		expect({ ...importee(union.lecture, 'tsgri-2003'), attributions: union.attributions }).toEqual(tenue('tsgri-2003'));
		expect(union.codesAjoutes).toEqual(['TP-00495']);
	});

	it.each([
		[GRAINES.tsgri, [12, 5, 7]],
		[GRAINES.tsgriBis, [12, 5, 7]],
		[GRAINES.tsgeri, [6, 8, 6]],
		[GRAINES.tssi, [5, 6, 6]],
		[GRAINES.tssr, [4, 5, 6, 5]],
	])('%s : toutes ses compétences, rien de reste ni de douteux', (nom, nombres) => {
		const lue = lireDocument(graine(nom));
		expect(lue.blocs.map((b) => b.competences.length)).toEqual(nombres);
		expect(lue).toMatchObject({ restes: [], doutes: [], entetes: [] });
	});

	it('les réparations sont celles que le document prouve', () => {
		expect(lireDocument(graine(GRAINES.tssi)).reparations).toEqual([
			{ ligne: 189, avant: 'cand idat', apres: 'candidat', motif: 'espace au milieu d’un mot' },
		]);
		expect(lireDocument(graine(GRAINES.tsgeri)).reparations.map((r) => r.apres)).toEqual([
			'production « cœur de métier »',
			'connaissance « métier »',
		]);
	});

	it('un nombre qui change est une différence, un appel de note n’en est pas une', () => {
		const texte = graine(GRAINES.tssr);
		const [sans, avec] = [
			texte.replace('réseaux1 niveau', 'réseaux niveau'),
			texte.replace('justifie de 1 an', 'justifie de 2 an'),
		].map(lireDocument);
		if (!sans || !avec) throw new Error('deux lectures attendues');
		expect(comparerTranscriptions(lireDocument(texte), sans)).toEqual([]);
		expect(comparerTranscriptions(lireDocument(texte), avec).map((e) => e.sorte)).toEqual(['differe']);
	});

	it('les deux transcriptions du TSGRI ne diffèrent que par ce que chacune a seule', () => {
		const ecarts = comparerTranscriptions(lireDocument(graine(GRAINES.tsgri)), lireDocument(graine(GRAINES.tsgriBis)));
		expect(ecarts.filter((e) => e.sorte === 'differe')).toEqual([]);
		expect(ecarts.filter((e) => e.sorte === 'seule-seconde')).toHaveLength(3);
	});
});
