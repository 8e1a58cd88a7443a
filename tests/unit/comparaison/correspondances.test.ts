import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { problemesDeLecture } from '../../../src/catalogue/controles/lecture-correspondance.ts';
import { desaccords } from '../../../src/domaine/comparaison/accord.ts';
import { type Correspondance, correspondance } from '../../../src/schemas/correspondance.ts';
import { detenues } from '../rapprochement/exemples.ts';

const DOSSIER = 'content/correspondances';
const lire = (nom: string): Correspondance =>
	correspondance.parse(parse(readFileSync(`${DOSSIER}/${nom}.yaml`, 'utf8')) as unknown);
const noms = readdirSync(DOSSIER).map((nom) => nom.replace('.yaml', ''));
const parId = new Map(detenues.map((r) => [r.id, r]));
const relues = detenues.flatMap((de, i) => detenues.slice(i + 1).map((vers) => `${de.id}--${vers.id}`));

describe('les correspondances du catalogue', () => {
	it('sont lues pour toute paire de versions détenues, de la plus ancienne à la plus récente', () => {
		expect(noms).toEqual(expect.arrayContaining(relues));
		for (const nom of relues) expect(lire(nom).reluLe, nom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	});

	it.each(relues)('%s : chaque compétence une fois, chaque nature à sa cardinalité, chaque empreinte à jour', (nom) => {
		const c = lire(nom);
		expect(
			problemesDeLecture({ fichier: '', ligne: () => undefined, data: c }, parId.get(c.de), parId.get(c.vers)),
		).toEqual([]);
	});

	it.each(relues)('%s : chaque motif est une phrase qui finit par un point', (nom) => {
		for (const { motif } of lire(nom).competences ?? []) expect(motif).toMatch(/^[«A-ZÀ-Ý].*[^.]\.$/u);
	});

	it('portent les correspondances officielles des CCP, telles que les arrêtés les disent, et aucune autre', () => {
		const un = [['ccp-1'], ['ccp-2'], ['ccp-3']].map((ids) => ({ de: ids, vers: ids }));
		const officielles = noms.flatMap((nom) => {
			const { blocs } = lire(nom);
			return blocs ? [[nom, blocs.article, blocs.liens]] : [];
		});
		expect(officielles).toEqual([
			['tsgri-2003--tsgeri-2008', 'art. 3 bis', un],
			[
				'tssi-2003--tssi-2008',
				'art. 3 bis',
				[
					{ de: ['ccp-1'], vers: ['ccp-1'] },
					{ de: ['ccp-2'], vers: ['ccp-2', 'ccp-3'] },
					{ de: ['ccp-3'], vers: [] },
				],
			],
			['tssi-2008--tssi-2013', 'art. 3 bis', un],
		]);
	});

	it('disent qui a lu chaque lecture, et quel jour', () => {
		for (const nom of noms) {
			const { competences, reluLe, relecteur } = lire(nom);
			if (competences) expect([reluLe, relecteur], nom).toEqual([expect.stringMatching(/^\d{4}-/), expect.any(String)]);
		}
	});

	it('ne nomment aucune compétence dans un motif : ce qui est proche est une parenté, qui y mène', () => {
		for (const nom of noms)
			for (const { motif } of lire(nom).competences ?? []) expect(motif, nom).not.toMatch(/compétences? \d/);
	});

	it('s’accordent entre elles', () => {
		expect(desaccords(noms.map(lire)).map(({ message }) => message)).toEqual([]);
	});

	it('donnent peu de suites au TSSR pour le TSGRI et le TSGERI, et le disent', () => {
		const suites = (nom: string) => (lire(nom).competences ?? []).filter((e) => e.de.length > 0 && e.vers.length > 0);
		expect(suites('tsgri-2003--tssr-2018').length).toBeLessThan(5);
		expect(suites('tsgeri-2008--tssr-2018').length).toBeLessThan(7);
	});
});
