import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servirDossier } from '../../scripts/serveur.ts';
import type { CodesPublies } from '../../src/schemas/donnees/rncp.ts';
import { preparer } from '../catalogues/fautes.ts';
import { navigateur } from '../navigateur.ts';
import { construire, sortieNeuve } from './construire.ts';

/** A lineage with cases that the real catalogue lacks: an overlap, a gap, a version to come. */
const ENSEMBLE = `
titre: Chevauchements
etatAu: 2021-06-01
sources:
  arrete: { intitule: Arrêté du 1er janvier 2015, nature: officielle }
  page: { intitule: Une page qui recopie, nature: secondaire }
versions:
  - id: ch-2010
    sigle: CH
    intitule: Charpentier
    niveau: { valeur: V, source: arrete, note: nomenclature de 1969 }
    nsf: [{ valeur: 234 s, source: arrete, note: 234 t jusqu’en 2012 }]
    remarques: [{ valeur: Le titre a deux options., source: arrete, note: depuis 2011 }]
    debut: { valeur: 2010-01-01, source: arrete }
    fin: { valeur: 2014-01-01, source: arrete }
  - id: ch-2015
    sigle: CH
    intitule: Charpentier
    debut: { valeur: 2015-01-01, source: arrete }
    fin: { valeur: 2023-01-01, source: arrete }
    blocs: [{ type: ccp, intitule: Tracer une épure, source: arrete }]
  - id: ch-2020
    sigle: CH
    intitule: Charpentier
    debut: { valeur: 2020-01-01, source: arrete }
    fin: { valeur: 2025-01-01, source: arrete }
    codes: [{ type: RNCP, valeur: RNCP900, source: arrete }]
  - id: ch-2025
    sigle: CH
    intitule: Charpentier
    debut: { valeur: 2025-01-01, source: page }
    codes: [{ type: RNCP, valeur: RNCP901, source: arrete }]
successions:
  - { de: ch-2010, vers: ch-2015, nature: officielle, source: arrete, motif: Le même arrêté. }
  - { de: ch-2015, vers: ch-2020, nature: officielle, source: arrete, motif: Le même arrêté. }
  - { de: ch-2020, vers: ch-2025, nature: officielle, source: arrete, motif: Le même arrêté. }
`;

/** A text that leads from a title to a version of another lineage, which others have followed since. */
const PASSERELLE = `
de: ta-2010
vers: ch-2015
blocs:
  source: { intitule: Arrêté du 1er janvier 2015, nature: officielle }
  article: article 3 bis
  liens: [{ de: [ccp-1], vers: [ccp-1] }]
`;

const dossier = sortieNeuve();
let serveur: Awaited<ReturnType<typeof servirDossier>>;
beforeAll(async () => {
	const catalogue = preparer({
		ecrire: {
			'lignees/chevauchements.yaml': ENSEMBLE,
			'correspondances/ta-2010--ch-2015.yaml': PASSERELLE,
		},
	});
	const { status, stderr } = construire({ CATALOGUE: catalogue, OUT_DIR: dossier });
	rmSync(catalogue, { recursive: true });
	expect(status, stderr).toBe(0);
	serveur = await servirDossier({ outDir: dossier });
});
afterAll(() => serveur?.fermer());

/** Text of a part of a page, for a browser whose clock is on this day. */
async function lire(chemin: string, jour: string, partie = 'aside.etat'): Promise<string> {
	const contexte = await navigateur.newContext({ locale: 'fr-FR' });
	const page = await contexte.newPage();
	await page.clock.setFixedTime(new Date(`${jour}T12:00:00`));
	await page.goto(serveur.adresse + chemin);
	const texte = (await page.locator(partie).first().innerText()).replace(/\s+/gu, ' ').trim();
	await contexte.close();
	return texte;
}

describe('une version', () => {
	it.each([
		[
			'finie avant la suivante',
			'ch-2010',
			'Cette version n’est plus en vigueur depuis le 1er janvier 2014 ; elle est remplacée par le CH 2015.',
		],
		[
			'dans ses dates, à côté de sa suite',
			'ch-2015',
			'Cette version est en vigueur au 1er juin 2021, depuis le 1er janvier 2015 et jusqu’au 31 décembre 2022. En vigueur au 1er juin 2021 : CH 2020 (succession officielle).',
		],
		[
			'dont la suite est datée',
			'ch-2020',
			'À partir du 1er janvier 2025 : CH 2025 (succession officielle ; date d’après une source secondaire, à vérifier).',
		],
		[
			'à venir',
			'ch-2025',
			'Cette version n’est pas encore en vigueur au 1er juin 2021 : elle doit commencer le 1er janvier 2025, d’après une source secondaire, à vérifier.',
		],
	])('%s, le dit', async (_, id, phrase) => {
		expect(await lire(`/titres/${id}/`, '2021-06-02')).toContain(phrase);
	});

	it('imprime la réserve de chaque fait, sans laquelle il se lirait mal', async () => {
		const dits = await lire('/titres/ch-2010/', '2021-06-02', '.faits');
		expect(dits).toContain('(nomenclature de 1969) [1]');
		expect(dits).toContain('234 s (234 t jusqu’en 2012) [1]');
		expect(dits).toContain('Le titre a deux options. (depuis 2011) [1]');
	});

	it('à venir, ne l’est plus le jour venu, sans être dite en vigueur', async () => {
		const dit = await lire('/titres/ch-2025/', '2025-01-01');
		expect(dit).toMatch(
			/^Le CH 2025 devait entrer en vigueur le 1er janvier 2025, d’après des faits réunis au 1er juin 2021/u,
		);
	});

	it('passé sa fin, n’est dite finie qu’une fois, et garde ce qui la suit', async () => {
		const dit = await lire('/titres/ch-2015/', '2023-01-01');
		expect(dit.match(/n’est plus en vigueur/gu)).toHaveLength(1);
		expect(dit).toContain('En vigueur au 1er juin 2021 : CH 2020');
		expect(dit).toContain('Faits réunis au 1er juin 2021.');
	});
});

it('chaque page porte le jour des faits de sa lignée, et avertit quand ils ont un an', async () => {
	const imprime = (id: string) => readFileSync(join(dossier, 'titres', id, 'index.html'), 'utf8');
	expect(imprime('ch-2015')).toContain('data-faits="Lignée, faits réunis au 1er juin 2021"');
	expect(imprime('ta-2015')).toContain('data-faits="Lignée, faits réunis au 1er janvier 2020"');
	expect(await lire('/titres/ta-2015/', '2021-06-02', 'main')).toMatch(
		/^Les faits de cette page datent du 1er janvier 2020/u,
	);
	expect(await lire('/titres/ch-2015/', '2021-06-02', 'main')).not.toContain('Les faits de cette page datent');
	expect(JSON.parse(readFileSync(join(dossier, 'donnees/comparaisons/ta-2010--ta-2015.json'), 'utf8')).etatAu).toBe(
		'2020-01-01',
	);
});

it('rncp.json dit à venir ce qui l’est, et quelle date n’est que d’une source secondaire', () => {
	const { codes } = JSON.parse(readFileSync(join(dossier, 'donnees/rncp.json'), 'utf8')) as CodesPublies;
	const lu = (code: string) => codes.find((c) => c.code === code);
	expect(lu('RNCP901')).toMatchObject({ statut: 'a-venir', statutCertitude: 'secondaire', aVerifier: ['debut'] });
	expect(lu('RNCP900')).toMatchObject({ statut: 'en-vigueur', aVerifier: [] });
});

it('« Mes CCP », d’un titre visé d’une autre lignée, mène à ce qui est en vigueur dans la sienne', async () => {
	const dit = await lire('/mes-ccp/#ccp=ta-2010/ccp-1&cible=ch-2010', '2021-06-02', '.a-faire');
	expect(dit).toContain('Lisez la fiche officielle du CH 2020 : RNCP900.');
	expect(dit).toContain('pour le CH 2015 ou le CH 2020, au titre de l’arrêté');
});

it('« Mes CCP » sans titre visé, d’un texte qui mène à une autre lignée, dit aussi ce qui y a suivi', async () => {
	const chemin = '/mes-ccp/#ccp=ta-2010/ccp-1';
	expect(await lire(chemin, '2021-06-02', '[data-resultat] .reponse')).toContain('le CH 2020, en vigueur');
	expect(await lire(chemin, '2021-06-02', '.a-faire')).toContain('RNCP900');
});
