import { describe, expect, it } from 'vitest';
import { empreinteDe } from '../../../src/domaine/empreinte.ts';
import {
	citerBloc,
	citerComparaison,
	citerCompetence,
	citerVersion,
	enBibtex,
	enCsl,
	enTexte,
} from '../../../src/domaine/exports/citation.ts';
import { publierTitre } from '../../../src/domaine/exports/titre.ts';
import type { Bloc, Competence } from '../../../src/domaine/version.ts';
import { comparaison, PIEGE, prose, RACINE, versions } from './exemple.ts';

const [ancienne, recente] = versions;
const version = () => citerVersion(ancienne, publierTitre(ancienne, prose), RACINE);

describe('citation', () => {
	it('donne en une ligne le site, le titre, la date, l’empreinte et l’adresse', () => {
		expect(enTexte(version())).toBe(
			`Lignée (site non officiel), « ABC 2001, Agent de bureau & conseil », état du 4 mars 2026, empreinte ${version().empreinte.slice(0, 12)}, https://lignee.example/sous/titres/abc-2001/`,
		);
	});
	it('ne coupe pas nos mots devant le libellé, qui reste tel quel', () => {
		const bloc = { ...ancienne.blocs[0], usuel: 'Recevoir : CCP 2 : accueillir' } as Bloc;
		expect(enTexte(citerBloc(bloc, ancienne, RACINE))).toContain(
			'« ABC\u00A02001, CCP\u00A01\u00A0: Recevoir : CCP 2 : accueillir »',
		);
	});
	it('nomme chaque page par ce qui l’identifie, et porte l’empreinte de l’objet publié', () => {
		const bloc = ancienne.blocs[0] as Bloc;
		const publie = publierTitre(ancienne, prose);
		const modifieeLe = '2026-03-04';
		expect(version()).toEqual({
			id: 'abc-2001',
			titre: 'ABC 2001, Agent de bureau & conseil',
			url: `${RACINE}/titres/abc-2001/`,
			modifieeLe,
			empreinte: publie.empreinte,
		});
		expect(citerBloc(bloc, ancienne, RACINE)).toEqual({
			id: 'abc-2001/ccp-1',
			titre: 'ABC 2001, CCP 1 : Recevoir',
			url: `${RACINE}/titres/abc-2001/ccp-1/`,
			modifieeLe,
			empreinte: empreinteDe(publie.blocs[0] as object),
		});
		expect(citerCompetence(bloc.competences[0] as Competence, bloc, ancienne, RACINE)).toEqual({
			id: 'abc-2001/ccp-1/c1',
			titre: 'ABC 2001, CCP 1, compétence 1 : Accueillir',
			url: `${RACINE}/titres/abc-2001/ccp-1/c1/`,
			modifieeLe,
			empreinte: empreinteDe(publie.blocs[0]?.competences[0] as object),
		});
		expect(citerComparaison(ancienne, recente, comparaison, undefined, RACINE)).toEqual({
			id: 'abc-2001--abd-2010',
			titre: 'ABC 2001 et ABD 2010 comparés',
			url: `${RACINE}/comparer/abc-2001/abd-2010/`,
			modifieeLe,
			empreinte: empreinteDe(comparaison),
		});
	});
	it('n’invente pas de date', () => {
		expect(enTexte({ ...version(), modifieeLe: undefined })).toMatch(/ », empreinte [0-9a-f]{12}, https:/u);
		expect(enTexte({ ...version(), modifieeLe: undefined })).not.toContain('état');
		expect(enBibtex({ ...version(), modifieeLe: undefined })).not.toContain('year');
		expect(enCsl({ ...version(), modifieeLe: undefined })).not.toContain('issued');
	});
	it('en BibTeX, a une entrée entière, qui dit que le site n’est pas officiel', () => {
		const lignes = (sortie: string) => sortie.split('\n');
		const note = `  note = {Site non officiel. Empreinte ${version().empreinte.slice(0, 12)}},`;
		expect(lignes(enBibtex(version()))).toEqual([
			'@misc{lignee-abc-2001,',
			'  author = {{Lignée}},',
			'  title = {{ABC 2001, Agent de bureau \\& conseil}},',
			'  year = {2026},',
			'  month = {3},',
			'  url = {https://lignee.example/sous/titres/abc-2001/},',
			note,
			'  language = {french},',
			'}',
		]);
		expect(lignes(enBibtex({ ...version(), modifieeLe: undefined }))).toHaveLength(7);
		expect(enBibtex({ ...version(), titre: 'a~b^c$d' })).toContain('{{a\\textasciitilde{}b\\textasciicircum{}c\\$d}}');
		expect(enBibtex({ ...version(), id: 'abc-2001/ccp-1/c1' })).toContain('@misc{lignee-abc-2001-ccp-1-c1,');
	});
	it('en BibTeX, protège ce que LaTeX prendrait pour des commandes', () => {
		const bibtex = enBibtex({ ...version(), titre: '50 % de {C#} & d’usage_simple \\o/' });
		expect(bibtex).toContain(
			'title = {{50 \\% de \\textbraceleft{}C\\#\\textbraceright{} \\& d’usage\\_simple \\textbackslash{}o/}}',
		);
		expect(bibtex).toMatch(/^@misc\{lignee-abc-2001,\n/);
		expect(bibtex).toContain('  year = {2026},\n  month = {3},');
		expect(bibtex.split('{').length).toBe(bibtex.split('}').length);
	});
	it('en BibTeX, garde ses accolades par paires, même d’un libellé qui n’en a qu’une', () => {
		// BibTeX counts braces even after a backslash.
		for (const titre of ['un } seul', '} \\end{document} {', '{{7*7}'])
			expect(
				[...enBibtex({ ...version(), titre })].reduce((n, c) => n + Number(c === '{') - Number(c === '}'), 0),
			).toBe(0);
		expect(enBibtex({ ...version(), titre: 'un } seul' })).toContain('{{un \\textbraceright{} seul}}');
	});
	it('en BibTeX, garde les signes que LaTeX joindrait en un autre', () => {
		expect(enBibtex({ ...version(), titre: "a -- b --- c ''d'' ``e`` ?` <<f>>" })).toContain(
			"{{a -{}- b -{}-{}- c '{}'d'{}' `{}`e`{}` ?{}` <{}<f>{}>}}",
		);
	});
	it('dit, sous ses trois formes, le libellé que seule une source secondaire donne, et lui seul', () => {
		const sure = ancienne.blocs[0] as Bloc;
		const douteux: Bloc = { ...sure, certitude: 'secondaire' };
		const competence = sure.competences[0] as Competence;
		const mot = 'libellé d’une source secondaire, à vérifier';
		const cites = [
			[citerCompetence(competence, douteux, ancienne, RACINE), mot],
			[citerBloc(douteux, ancienne, RACINE), mot.replace('libellé', 'intitulé')],
			[
				citerVersion({ ...ancienne, blocs: [douteux] }, publierTitre(ancienne, prose), RACINE),
				mot.replace('é d', 'és d'),
			],
			[
				citerComparaison(ancienne, { ...recente, blocs: [douteux] }, comparaison, undefined, RACINE),
				mot.replace('é d', 'és d'),
			],
		] as const;
		for (const [cite, attendu] of cites) {
			const bibliographie = `Site non officiel. ${attendu.replace(/^./, (l) => l.toUpperCase())}. Empreinte`;
			expect(enTexte(cite)).toContain(`» (${attendu}), état du`);
			expect(enBibtex(cite)).toContain(bibliographie);
			expect(JSON.parse(enCsl(cite))[0].note).toContain(bibliographie);
		}
		for (const cite of [citerCompetence(competence, sure, ancienne, RACINE), version()])
			expect(enTexte(cite) + enBibtex(cite) + enCsl(cite)).not.toMatch(/vérifier/);
	});
	it('en CSL-JSON, se relit et porte l’empreinte entière', () => {
		const bloc = ancienne.blocs[0] as Bloc;
		const c = citerCompetence(bloc.competences[1] as Competence, bloc, ancienne, RACINE);
		expect(JSON.parse(enCsl(c))).toEqual([
			{
				id: 'lignee-abc-2001-ccp-1-c2',
				type: 'webpage',
				title: `ABC 2001, CCP 1, compétence 2 : ${PIEGE}`,
				'container-title': 'Lignée',
				author: [{ literal: 'Lignée' }],
				URL: `${RACINE}/titres/abc-2001/ccp-1/c2/`,
				issued: { 'date-parts': [[2026, 3, 4]] },
				language: 'fr-FR',
				note: `Site non officiel. Empreinte ${c.empreinte}`,
			},
		]);
	});
	it('d’une comparaison, est datée du dernier des changements et des relectures', () => {
		const sans = citerComparaison(ancienne, recente, comparaison, undefined, RACINE);
		expect(sans.modifieeLe).toBe('2026-03-04');
		const relue = citerComparaison(ancienne, recente, comparaison, { reluLe: '2026-05-01' }, RACINE);
		expect(relue.modifieeLe).toBe('2026-05-01');
		expect(relue.url).toBe('https://lignee.example/sous/comparer/abc-2001/abd-2010/');
	});
});
