import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Document, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';

const FICHIER = 'correspondances/tsgri-2003--tssr-2018.yaml';
let dossier = '';

beforeAll(() => {
	dossier = mkdtempSync(join(tmpdir(), 'lignee-accord-'));
	cpSync('content', dossier, { recursive: true });
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

/** Changes the file of the catalogue. @returns the error of reading it, or an empty string */
function refus(changer: (lecture: Document) => void): string {
	const lecture = parseDocument(readFileSync(`content/${FICHIER}`, 'utf8'));
	changer(lecture);
	writeFileSync(join(dossier, FICHIER), String(lecture));
	try {
		lireCatalogue(dossier);
		return '';
	} catch (erreur) {
		return (erreur as Error).message;
	}
}

/** Removes the parentés of an old competence. */
const sansParente = (de: string) => (lecture: Document) => {
	const parentes = lecture.get('parentes');
	if (isSeq(parentes)) parentes.items = parentes.items.filter((p) => (p as YAMLMap).get('de') !== de);
};
const rang = (lecture: Document, de: string): number => {
	const competences = lecture.get('competences');
	return isSeq(competences)
		? competences.items.findIndex((e) => JSON.stringify((e as YAMLMap).toJSON().de) === JSON.stringify([de]))
		: -1;
};

describe('le catalogue du site', () => {
	it('est accepté tel qu’il est', () => expect(refus(() => {})).toBe(''));

	it('est refusé quand une lecture arrête une compétence que deux autres mènent plus loin', () => {
		let place = -1;
		const message = refus((lecture) => {
			sansParente('ccp-2/c3')(lecture);
			place = rang(lecture, 'ccp-2/c3');
		});
		const lignes = readFileSync(join(dossier, FICHIER), 'utf8').split('\n');
		const ligne = lignes.findIndex((l) => l.includes('de: [ ccp-2/c3 ]') || l.includes('de: [ccp-2/c3]')) + 1;
		expect(message).toContain(`${FICHIER}:${ligne} — competences.${place} : « ccp-2/c3 » de tsgri-2003 s’arrête ici`);
		expect(message).toContain('tsgri-2003--tsgeri-2008.yaml');
		expect(message).toContain('tsgeri-2008--tssr-2018.yaml');
		expect(message).toContain('écrire une parenté');
	});

	it('est accepté quand l’entrée dit pourquoi', () => {
		const dit = refus((lecture) => {
			sansParente('ccp-2/c3')(lecture);
			lecture.setIn(['competences', rang(lecture, 'ccp-2/c3'), 'parEtapes'], 'Chaque étape en perd une part.');
		});
		expect(dit).toBe('');
	});
});
