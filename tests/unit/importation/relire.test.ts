import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lireDocument } from '../../../src/importation/lire.ts';
import { elementsDuCorps, lectureDeVersion } from '../../../src/importation/relire.ts';
import { comparerTranscriptions, memeTitre } from '../../../src/importation/transcription.ts';
import { versionDetenue } from '../../../src/schemas/version.ts';
import { GRAINES, graine } from './pdfs.ts';

const tenue = (id: string) => {
	const texte = readFileSync(new URL(`../../../content/titres/${id}.md`, import.meta.url), 'utf8');
	const [, tete, corps] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(texte) ?? [];
	return lectureDeVersion(versionDetenue.parse(parse(tete ?? '')), corps ?? '');
};

describe('une version du catalogue, relue', () => {
	it.each([
		['tsgeri-2008', GRAINES.tsgeri],
		['tssi-2013', GRAINES.tssi],
		['tssr-2018', GRAINES.tssr],
	])('%s ne diffère en rien de son document', (id, nom) => {
		const [relue, document] = [tenue(id), lireDocument(graine(nom))];
		expect(memeTitre(relue, document)).toBe(true);
		expect(comparerTranscriptions(relue, document)).toEqual([]);
	});

	it('ses faits, sans leur source', () => {
		expect(tenue('tssr-2018')).toMatchObject({
			sigle: 'TSSR',
			nsf: ['326'],
			rome: [{ valeur: 'M1810', libelle: 'Production et exploitation de systèmes d’information' }, {}, {}],
			codes: [
				{ type: 'TP', valeur: 'TP-01351' },
				{ type: 'millesime', valeur: '01' },
				{ type: 'RNCP', valeur: 'RNCP31115' },
			],
		});
	});

	it('un code ROME sans libellé reste sans libellé', () => {
		const faits = versionDetenue.parse({
			sigle: 'LA',
			intitule: 'Luthier en atelier',
			rome: [{ valeur: 'B1501', source: 'fiche' }],
			sources: { fiche: { intitule: 'Fiche', nature: 'officielle', document: 'fiche.txt' } },
			blocs: [{ type: 'ccp', intitule: 'Régler', competences: ['Tailler l’âme.'] }],
		});
		expect(lectureDeVersion(faits, '').rome).toEqual([{ valeur: 'B1501' }]);
	});

	it('la note dont le texte manque, écrite par l’importeur, n’est pas un texte du document', () => {
		const notes = tenue('tssr-2018').elements.filter((e) => e.sorte === 'note');
		expect(notes.map((n) => n.marque)).toEqual(['2']);
	});
});

describe('un corps écrit à la main', () => {
	it('titres, listes, citation, notes et place des blocs', () => {
		expect(
			elementsDuCorps(`# Grand titre

### Trois

#### Quatre

<!-- blocs -->

<!-- une remarque -->

> Cité.

- un
- deux[^1]

---

[^1]: Textes :

    - arrêté

[^2]:
`),
		).toEqual([
			{ sorte: 'titre', rang: 2, texte: 'Grand titre', lignes: [1] },
			{ sorte: 'titre', rang: 3, texte: 'Trois', lignes: [3] },
			{ sorte: 'titre', rang: 4, texte: 'Quatre', lignes: [5] },
			{ sorte: 'blocs' },
			{ sorte: 'paragraphe', texte: '<!-- une remarque -->', lignes: [9] },
			{ sorte: 'paragraphe', texte: 'Cité.', lignes: [11] },
			{ sorte: 'item', texte: 'un', lignes: [13] },
			{ sorte: 'item', texte: 'deux', lignes: [14] },
			{ sorte: 'note', marque: '1', texte: 'Textes :', lignes: [18] },
			{ sorte: 'item-note', texte: 'arrêté', lignes: [20] },
		]);
	});
});
