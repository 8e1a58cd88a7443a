import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { dependancesDe, empreintesDesFichiers } from '../../../src/catalogue/dependances.ts';
import { Garde } from '../../../src/catalogue/garde.ts';
import { lire } from '../../../src/catalogue/lecture.ts';

let dossier: string;
beforeEach(() => {
	dossier = mkdtempSync(join(tmpdir(), 'lignee-dependances-'));
	cpSync('content', dossier, { recursive: true });
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

const changer = (fichier: string, de: string | RegExp, vers: string): void => {
	const texte = readFileSync(join(dossier, fichier), 'utf8');
	expect(texte.replace(de, vers), fichier).not.toBe(texte);
	writeFileSync(join(dossier, fichier), texte.replace(de, vers));
};

describe('ce dont une page dépend', () => {
	/** A title that is joined to no other. */
	const seul = 'titres/seul-2020.md';
	const regarder = () => dependancesDe(lireCatalogue(dossier), empreintesDesFichiers(dossier));
	const DOCUMENT = '003_b640579efcd33b0b.txt';
	beforeEach(() => {
		const texte = readFileSync(join(dossier, 'titres/tssi-2013.md'), 'utf8');
		writeFileSync(join(dossier, seul), texte.replace('sigle: TSSI', 'sigle: SEUL').replace(DOCUMENT, 'seul.txt'));
		cpSync(join(dossier, 'sources', DOCUMENT), join(dossier, 'sources/seul.txt'));
	});

	it('est ce que joignent lignées, successions et correspondances, et rien d’un titre à part', () => {
		const avant = regarder();
		const [autre] = avant.parVersion.keys();
		expect(autre).not.toBe('seul-2020');
		changer(seul, /$/, '\n');
		const apres = regarder();
		expect(apres.communes).toEqual(avant.communes);
		expect(apres.parVersion.get('seul-2020')).not.toBe(avant.parVersion.get('seul-2020'));
		for (const id of ['tssr-2018', 'tssr-2026', 'tsgri-2003'])
			expect(apres.parVersion.get(id), id).toBe(avant.parVersion.get(id));
	});

	it('est joint aussi par un document que deux titres citent', () => {
		const joint = () => regarder().parVersion.get('seul-2020') === regarder().parVersion.get('tssi-2013');
		expect(joint()).toBe(false);
		changer(seul, 'document: seul.txt', `document: ${DOCUMENT}`);
		expect(joint()).toBe(true);
	});

	it.each(['titres/tsgri-2003.md', 'lignees/systemes-et-reseaux.yaml', 'correspondances/tssr-2018--tssr-2023.yaml'])(
		'est changé pour toutes les versions jointes par un changement de %s',
		(fichier) => {
			const avant = regarder();
			changer(fichier, /$/, '\n');
			const apres = regarder();
			for (const id of ['tssr-2018', 'tssr-2026', 'tsgri-2003'])
				expect(apres.parVersion.get(id), id).not.toBe(avant.parVersion.get(id));
			expect(apres.parVersion.get('seul-2020')).toBe(avant.parVersion.get('seul-2020'));
		},
	);

	it.each([
		['glossaire.yaml', 'glossaire.yaml'],
		['lexique.yaml', 'lexique.yaml'],
		['site.yaml', 'site.yaml'],
		['guides/citer.mdx', 'guides'],
		['textes/a-propos.mdx', 'textes'],
	])('est commun à toutes les pages dans %s', (fichier, nom) => {
		const { communes } = regarder();
		changer(fichier, /$/, '\n');
		const apres = regarder().communes;
		expect(Object.keys(apres).filter((cle) => apres[cle] !== communes[cle])).toEqual([nom]);
	});

	it('est commun aussi dans un fichier que rien ne nomme', () => {
		const { communes } = regarder();
		writeFileSync(join(dossier, 'sources/que-rien-ne-nomme.txt'), 'Texte.');
		const fichiers = empreintesDesFichiers(dossier);
		expect(dependancesDe(lireCatalogue('content'), fichiers).communes.sources).not.toBe(communes.sources);
	});
});

describe('un catalogue déjà lu', () => {
	const CODE = ['code'];
	/** Reads the catalogue with the cache of earlier builds. @returns how many files were not in it */
	const relire = (gardes: Map<string, Uint8Array>, code = CODE) => {
		const avant = gardes.size;
		const depot = { lire: (cle: string) => gardes.get(cle), garder: gardes.set.bind(gardes) };
		const { lecture, problemes } = lire(dossier, new Garde(dossier, code, depot));
		return { lecture: JSON.parse(JSON.stringify(lecture)), lues: lecture, problemes, faites: gardes.size - avant };
	};
	let gardes: Map<string, Uint8Array>;
	beforeEach(() => {
		gardes = new Map();
	});
	/** Copies the catalogue, since reading is memoised in the process by path, date and size. */
	const ailleurs = () => {
		const neuf = mkdtempSync(join(tmpdir(), 'lignee-dependances-'));
		cpSync(dossier, neuf, { recursive: true });
		rmSync(dossier, { recursive: true });
		dossier = neuf;
	};

	it('se retrouve tel qu’il a été lu, lignes comprises', () => {
		const { lecture, lues, faites } = relire(gardes);
		expect(faites).toBeGreaterThan(20);
		ailleurs();
		const garde = relire(gardes);
		expect({ ...garde.lecture, dossier: '' }).toEqual({ ...lecture, dossier: '' });
		expect(garde.faites).toBe(0);
		const ligne = (l: typeof lues) => l.lignees[0]?.ligne(['versions', 1, 'id']);
		expect(ligne(garde.lues)).toBe(ligne(lues));
		expect(ligne(lues)).toBeGreaterThan(1);
	});

	it.each([
		['titres/tssi-2013.md', /^sigle: .+$/m, 'sigle: TSSX', 'TSSX'],
		['lignees/systemes-et-reseaux.yaml', /^titre: .+$/m, 'titre: Autre', 'Autre'],
		['glossaire.yaml', 'Certification délivrée', 'Une certification délivrée', 'Une certification délivrée'],
	])('se relit où %s a changé', (fichier, de, vers, attendu) => {
		relire(gardes);
		ailleurs();
		changer(fichier, de, vers);
		const garde = relire(gardes);
		expect(JSON.stringify(garde.lecture)).toContain(attendu);
	});

	it('redit à chaque fois ce qui ne va pas dans un fichier', () => {
		changer('titres/tssi-2013.md', /^sigle: .+\n/m, '');
		const { problemes } = relire(gardes);
		expect(problemes).not.toEqual([]);
		ailleurs();
		expect(relire(gardes).problemes).toEqual(problemes);
	});

	it('se relit tout entier par un autre code', () => {
		const { faites } = relire(gardes);
		ailleurs();
		expect(relire(gardes, ['autre']).faites).toBe(faites);
	});

	it('garde ce qu’un calcul a donné, et le refait pour d’autres valeurs ou par un autre code', () => {
		const depot = { lire: (cle: string) => gardes.get(cle), garder: gardes.set.bind(gardes) };
		const faits: string[] = [];
		const calculer = (code: string, valeurs: unknown[]) =>
			new Garde(dossier, [code], depot).calculer(valeurs, () => {
				faits.push(`${code} ${valeurs}`);
				return { dit: [valeurs.join()] };
			});
		expect(calculer('a', ['x', 1])).toEqual({ dit: ['x,1'] });
		expect(calculer('a', ['x', 1])).toEqual({ dit: ['x,1'] });
		expect(calculer('a', ['x', 2])).toEqual({ dit: ['x,2'] });
		expect(calculer('b', ['x', 1])).toEqual({ dit: ['x,1'] });
		expect(faits).toEqual(['a x,1', 'a x,2', 'b x,1']);
	});
});
