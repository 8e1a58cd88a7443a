import { describe, expect, it } from 'vitest';
import { citerComparaison, citerCompetence, citerVersion } from '../../../src/domaine/exports/citable.ts';
import { enBibtex, enCsl, enTexte } from '../../../src/domaine/exports/citation.ts';
import { publierTitre } from '../../../src/domaine/exports/titre.ts';
import type { Bloc, Competence } from '../../../src/domaine/version.ts';
import { comparaison, PIEGE, RACINE, texte, versions } from './exemple.ts';

const [ancienne, recente] = versions;
const version = () => citerVersion(ancienne, publierTitre(ancienne, texte), RACINE);

describe('citation', () => {
	it('donne en une ligne le site, le titre, la date, l’empreinte et l’adresse', () => {
		expect(enTexte(version())).toBe(
			`Lignée (site non officiel), « ABC 2001, Agent de bureau & conseil », état du 4 mars 2026, empreinte ${version().empreinte.slice(0, 12)}, https://lignee.example/sous/titres/abc-2001/`,
		);
	});
	it('n’invente pas de date', () => {
		expect(enTexte({ ...version(), modifieeLe: undefined })).not.toContain('état');
		expect(enBibtex({ ...version(), modifieeLe: undefined })).not.toContain('year');
		expect(enCsl({ ...version(), modifieeLe: undefined })).not.toContain('issued');
	});
	it('en BibTeX, protège ce que LaTeX prendrait pour des commandes', () => {
		const bibtex = enBibtex({ ...version(), titre: '50 % de {C#} & d’usage_simple \\o/' });
		expect(bibtex).toContain('title = {{50 \\% de \\{C\\#\\} \\& d’usage\\_simple \\textbackslash{}o/}}');
		expect(bibtex).toMatch(/^@misc\{lignee-abc-2001,\n/);
		expect(bibtex).toContain('  year = {2026},\n  month = {3},');
		expect(bibtex.split('{').length).toBe(bibtex.split('}').length);
	});
	it('en CSL-JSON, se relit et porte l’empreinte entière', () => {
		const bloc = ancienne.blocs[0] as Bloc;
		const c = citerCompetence(bloc.competences[1] as Competence, bloc, ancienne, RACINE);
		const [item] = JSON.parse(enCsl(c)) as [Record<string, unknown>];
		expect(item).toMatchObject({
			id: 'lignee-abc-2001-ccp-1-c2',
			type: 'webpage',
			title: `ABC 2001, CCP 1, compétence 2 : ${PIEGE}`,
			issued: { 'date-parts': [[2026, 3, 4]] },
		});
		expect(item.note).toContain(c.empreinte);
	});
	it('d’une comparaison, est datée du dernier des changements et des relectures', () => {
		const sans = citerComparaison(ancienne, recente, comparaison, undefined, RACINE);
		expect(sans.modifieeLe).toBe('2026-03-04');
		const relue = citerComparaison(ancienne, recente, comparaison, { reluLe: '2026-05-01' }, RACINE);
		expect(relue.modifieeLe).toBe('2026-05-01');
		expect(relue.url).toBe('https://lignee.example/sous/comparer/abc-2001/abd-2010/');
	});
});
