import { describe, expect, it } from 'vitest';
import { estPubliee } from '../../../src/domaine/exports/forme.ts';
import { ecrireLlms } from '../../../src/domaine/exports/llms.ts';
import { lignee, RACINE, versions } from './exemple.ts';

describe('llms.txt', () => {
	it('mène à la forme qui a le plus : le texte d’une version détenue, les faits d’une autre', () => {
		const carte = ecrireLlms(versions, [lignee], RACINE);
		expect(carte).toContain(
			`- [ABC 2001](${RACINE}/donnees/titres/abc-2001.md): texte complet. Cette version n’est plus en vigueur`,
		);
		expect(carte).toContain(`- [ABE 2020](${RACINE}/donnees/titres/abe-2020.json): `);
		expect(carte).toContain(`- [Agents de bureau](${RACINE}/lignees/exemple/): Trois états d’un titre.`);
	});

	it('dit d’abord ce que vaut un rapprochement, puis où sont les données', () => {
		const sections = ecrireLlms(versions, [lignee], RACINE).split('\n\n');
		expect(sections.filter((s) => s.startsWith('#'))).toEqual([
			'# Lignée',
			'## Données',
			'## Versions',
			'## Lignées',
			'## Licence',
		]);
		expect(sections[1]).toMatch(/^> Les référentiels .* Site non officiel\.$/u);
		expect(sections[2]).toMatch(/^Aucun texte officiel ne met en correspondance des compétences/u);
		expect(sections[3]?.split('\n')).toEqual([
			'Adresses des fichiers, par identifiant de version :',
			`- une version : ${RACINE}/donnees/titres/{version}.json (aussi .csv et .md, le texte officiel entier)`,
			`- une comparaison : ${RACINE}/donnees/comparaisons/{ancienne}--{recente}.json`,
			`- 1EdTech CASE 1.1 : ${RACINE}/donnees/case/{version}.json ; SKOS et XKOS : ${RACINE}/donnees/skos/{version}.jsonld`,
		]);
		expect(sections[5]?.split('\n')).toEqual([
			`- [Catalogue](${RACINE}/donnees/catalogue.json): toutes les versions, leurs blocs et leurs compétences (JSON)`,
			`- [Codes](${RACINE}/donnees/rncp.json): ce que désigne chaque code RNCP, de bloc, TP et NOR (JSON)`,
			`- [Inventaire](${RACINE}/donnees/inventaire.json): tous les fichiers de données, avec taille, date et SHA-256 (JSON)`,
			`- [Documentation](${RACINE}/donnees/): formes, schémas, exemples, empreintes`,
			`- [Changements](${RACINE}/flux.xml): flux Atom`,
			`- [Échéances](${RACINE}/echeances.ics): fins de validité (iCalendar)`,
		]);
		expect(sections[7]?.split('\n')).toHaveLength(3);
		expect(sections[7]).toContain('remplacée par l’ABD 2010');
		expect(
			ecrireLlms(versions, [lignee, { ...lignee, id: 'autre' }], RACINE)
				.split('\n\n')[9]
				?.split('\n'),
		).toHaveLength(2);
		expect(sections.at(-1)).toMatch(/^- \[Licence MIT\]\(https:[^)]+\): Les lectures, .*\n$/u);
	});

	it('a sous chaque titre des liens, chacun avec ce qu’il dit là où un lecteur de llms.txt le cherche', () => {
		const [, ...rubriques] = ecrireLlms(versions, [lignee], RACINE).split(/^## .*$/mu);
		const lignes = rubriques.flatMap((r) => r.trim().split('\n'));
		expect(lignes.length).toBeGreaterThan(10);
		for (const ligne of lignes) expect(ligne).toMatch(/^- \[[^\]]+\]\(https?:[^)\s]+\): \S/u);
	});

	it('ne nomme que les formes que le site publie', () => {
		const peu = ecrireLlms(versions, [lignee], RACINE, (forme) => estPubliee(forme, true));
		expect(peu).not.toMatch(/\.md|\.csv|CASE|SKOS/u);
		expect(peu).toContain(`${RACINE}/donnees/titres/abc-2001.json`);
		expect(ecrireLlms(versions, [lignee], RACINE, (forme) => estPubliee(forme, false))).toMatch(/\.md.*CASE/su);
	});

	it('au-delà de soixante versions, renvoie au catalogue, sans rien perdre des lignées', () => {
		const [modele] = versions;
		const beaucoup = Array.from({ length: 61 }, (_, i) => ({ ...modele, id: `abc-${2001 + i}` }));
		const carte = ecrireLlms(beaucoup, [lignee], RACINE);
		expect(carte).toContain(`- [Titres et versions](${RACINE}/titres/): 61 versions ; catalogue.json les liste toutes`);
		expect(carte).not.toContain('abc-2001.md');
		expect(carte).toContain('/lignees/exemple/');
		expect(ecrireLlms(beaucoup.slice(1), [lignee], RACINE)).toContain('abc-2061.md');
	});
});
