import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it, vi } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import type { Paire } from '../../../src/vues/correspondance.tsx';

vi.stubEnv('SITE', 'https://exemple.test');
const { CorrespondanceBlocs, CorrespondanceCompetences } = await import('../../../src/vues/correspondance.tsx');

/** The base catalogue of the tests: its article of 2015 maps the only CCP, and nothing to the CCS. */
const { parId } = lireCatalogue('tests/catalogues/base');
const [de, vers] = [parId.get('ta-2010'), parId.get('ta-2015')] as [Paire['de'], Paire['vers']];
const lien = (depuis: string[], jusqua: string[]) => ({
	de: depuis.map((b) => `ta-2010/${b}`),
	vers: jusqua.map((b) => `ta-2015/${b}`),
	source: 'Arrêté, article 3 bis',
});
const lire = (...blocs: ReturnType<typeof lien>[]): string =>
	renderToString(
		h(CorrespondanceBlocs, { de, vers, comparaison: { blocs }, explications: new Map() } as unknown as Paire),
	).replace(/<[^>]+>|&nbsp;|[\s\u202F]+/gu, ' ');

it('un bloc récent auquel aucun ancien ne mène est nommé, et seulement celui-là', () => {
	expect(lire(lien(['ccp-1'], ['ccp-1']))).toMatch(
		/Ce texte ne nomme aucun ancien bloc qui donne CCS 1, Conduire un tour\s*\./u,
	);
	expect(lire(lien(['ccp-1'], ['ccp-1']), lien(['ccs-1'], ['ccs-1']))).not.toMatch(/ne nomme|ne dit rien/u);
});

it('un bloc ancien que l’article ne nomme pas n’est pas pris pour un « Néant »', () => {
	expect(lire(lien(['ccp-1'], ['ccp-1']))).toMatch(/Ce texte ne dit rien de CCS 1, [^.]*TA 2010[^.]*\./u);
	expect(lire(lien(['ccp-1'], ['ccp-1']))).not.toMatch(/Néant/u);
});

it('ce qui est dit des compétences d’une version ne passe pas pour dit de celles que nos sources ne donnent pas', () => {
	const competences = (version: Paire['de']) =>
		renderToString(
			h(CorrespondanceCompetences, {
				...{ de: version, vers, comparaison: { blocs: [], competences: [], parentes: [] }, explications: new Map() },
			} as unknown as Paire),
		).replace(/<[^>]+>|&nbsp;|[\s\u202F]+/gu, ' ');
	const connue = parId.get('ta-2005') as Paire['de'];
	expect(competences(connue)).toContain('Les compétences du CCP 1 du TA 2005 sont inconnues de nos sources.');
	expect(competences(de)).not.toContain('inconnues');
});

it('des blocs anciens qui n’en donnent un qu’à eux tous ne passent pas pour le donner chacun', () => {
	expect(lire(lien(['ccp-1', 'ccs-1'], ['ccp-1']))).toMatch(/à détenir ensemble/u);
	expect(lire(lien(['ccp-1'], ['ccp-1', 'ccs-1']))).not.toMatch(/ensemble/u);
});

it('un bloc ancien que l’article ne mène nulle part est dit « Néant »', () => {
	expect(lire(lien(['ccp-1'], []))).toMatch(/« Néant »/u);
});

it('sans article, il est dit qu’aucun n’a été trouvé, et qui peut répondre', () => {
	expect(lire()).toMatch(/Aucun texte officiel trouvé.*Seule l’administration/u);
});
