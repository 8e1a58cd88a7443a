import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it, vi } from 'vitest';
import type { Dossier } from '../../../src/domaine/outils/dossier.ts';
import { tousParcours } from '../../../src/domaine/parcours/parcours.ts';
import { dossier, ensemble, lien } from '../outils/dossiers.ts';

vi.stubEnv('SITE', 'https://exemple.test');
const { Parcours } = await import('../../../src/vues/parcours.tsx');

const AU = '2026-11-22';
const enVigueur = { cle: 'en-vigueur' as const, aVerifier: false, etatAu: AU, suites: [], enVigueur: [] };

/** What the page says to someone who holds one bloc of an old version and aims at a new one. */
function lire(tenu: string, blocs: Parameters<typeof dossier>[1], ...liens: ReturnType<typeof lien>[]) {
	const ancienne = dossier('a-2003', [['Un'], ['Deux']], { textes: [{ vers: 'a-2008', liens }] });
	const visee = dossier('a-2008', blocs, { etat: enVigueur });
	const dossiers = ensemble(ancienne, visee);
	const detentions = [{ bloc: tenu }];
	const parcours = tousParcours([visee], detentions, dossiers, AU);
	const resultat = { parcours, visee: true, detentions, dossiers, aujourdhui: AU };
	const net = (texte: string) => texte.replace(/<[^>]+>|&nbsp;|[\s\u202F]+/gu, ' ').replace(/ +/g, ' ');
	return net(renderToString(h(Parcours, resultat)));
}

it('d’un bloc que le texte ne nomme pas, ne dit ni ce qui reste à obtenir ni que le texte a tranché', () => {
	const page = lire('a-2003/ccp-2', [['Un']], lien('a-2003', 'a-2008', ['ccp-1'], ['ccp-1']));
	expect(page).toMatch(/Aucun texte de nos sources ne tranche/);
	expect(page).toMatch(/CCP 2 de l’A 2003 : le texte .* ne le nomme pas/);
	expect(page).not.toMatch(/Reste à obtenir/);
});

it('nomme la fiche à lire avec la certitude de son numéro', () => {
	const sources = {
		fiche: { intitule: 'Fiche', nature: 'officielle' as const },
		page: { intitule: 'Une page', nature: 'secondaire' as const },
	};
	const fiche = (source: string) => {
		const codes = [{ type: 'RNCP' as const, valeur: 'RNCP12', source }];
		const visee = dossier('a-2008', [['Un']], { etat: enVigueur, codes, sources });
		const dossiers = ensemble(dossier('a-2003', [['Un']]), visee);
		const detentions = [{ bloc: 'a-2003/ccp-1' }];
		const parcours = tousParcours([visee], detentions, dossiers, AU);
		const page = renderToString(h(Parcours, { parcours, visee: true, detentions, dossiers, aujourdhui: AU }));
		return /RNCP12<\/a>([^<]*)<\/li>/.exec(page)?.[1]?.replace(/\s/gu, ' ');
	};
	expect(fiche('page')).toBe(' (source secondaire, à vérifier).');
	expect(fiche('fiche')).toBe('.');
});

it('d’un titre dont les CCP sont inconnus, ne dit pas qu’il ne reste rien à obtenir', () => {
	const page = lire('a-2003/ccp-1', [], lien('a-2003', 'a-2008', ['ccp-1'], []));
	expect(page).toMatch(/le texte dit « Néant »/);
	expect(page).toMatch(/Reste à obtenir Nos sources n’ont pas ses CCP/);
	expect(page).not.toMatch(/Détenir tous les CCP/);
});

it('d’un CCS seul, dit qu’aucun CCP n’est acquis, et ne lui compte pas de délai', () => {
	const page = lire('a-2008/ccs-1', [['Un'], ['CCS Deux']]);
	expect(page).toMatch(/Vous n’avez aucun CCP sur 1 de l’ A 2008 , .*s’ajoute au titre et n’en fait pas partie ?\./);
	expect(page).not.toMatch(/délai inconnu/);
});

it('quand aucun titre n’est en vigueur, répond pour celui qui doit commencer, avec son jour', () => {
	const etat = {
		cle: 'a-venir' as const,
		debut: '2027-01-01',
		aVerifier: false,
		etatAu: AU,
		suites: [],
		enVigueur: [],
	};
	const ancienne = dossier('a-2003', [['Un']]);
	const prochaine = dossier('a-2027', [['Un']], { etat });
	const dossiers = ensemble(ancienne, prochaine);
	const detentions = [{ bloc: 'a-2003/ccp-1' }];
	const reponse = (aujourdhui: string) => {
		const parcours = tousParcours([ancienne, prochaine], detentions, dossiers, aujourdhui);
		const rendu = renderToString(h(Parcours, { parcours, visee: false, detentions, dossiers, aujourdhui }));
		return rendu.replace(/<[^>]+>|&nbsp;|[\s\u202F]+/gu, ' ').replace(/ +/g, ' ');
	};
	expect(reponse(AU)).toMatch(/compte pour l’ ?A 2027 ?, qui n’est pas encore en vigueur/u);
	expect(reponse('2027-01-01')).toMatch(
		/A 2027 ?, qui devait entrer en vigueur le 1 ?er janvier 2027 ?\. Demandez-le/u,
	);
});

it('quand le titre en vigueur a pris fin depuis, répond pour celui qui devait le suivre, et n’envoie qu’à lui', () => {
	const code = (valeur: string) => [{ type: 'RNCP' as const, valeur, source: 'texte' }];
	const ancienne = dossier('a-2003', [['Un']]);
	const finie = dossier('a-2023', [['Un']], { etat: { ...enVigueur, fin: '2027-01-01' }, codes: code('RNCP1') });
	const aVenir = { ...enVigueur, cle: 'a-venir' as const, debut: '2027-01-01' };
	const prochaine = dossier('a-2027', [['Un']], { etat: aVenir, codes: code('RNCP2') });
	const dossiers = ensemble(ancienne, finie, prochaine);
	const detentions = [{ bloc: 'a-2003/ccp-1' }];
	const reponse = (aujourdhui: string, cibles: (typeof finie)[]) => {
		const parcours = tousParcours(cibles, detentions, dossiers, aujourdhui);
		const rendu = renderToString(h(Parcours, { parcours, visee: false, detentions, dossiers, aujourdhui }));
		const [avant = ''] = rendu
			.replace(/<[^>]+>|&nbsp;|[\s\u202F]+/gu, ' ')
			.replace(/ +/g, ' ')
			.split('Sur quoi');
		return avant;
	};
	expect(reponse('2026-12-31', [finie, prochaine])).toMatch(/compte pour l’ ?A 2023 ?, en vigueur.*RNCP1/u);
	const depuis = reponse('2027-01-01', [finie, prochaine]);
	expect(depuis).toMatch(/compte pour l’ ?A 2027 ?, qui devait entrer en vigueur .*pour l’A 2027, au titre/u);
	expect(depuis).not.toMatch(/A 2023|RNCP1/u);
	// Nothing follows: it is still named, but nobody is told to ask for it.
	const seule = reponse('2027-01-01', [finie]);
	expect(seule).toMatch(/compte pour l’ ?A 2023 ?, qui n’est plus en vigueur depuis/u);
	expect(seule).toMatch(/équivalence, partielle ou totale, au titre/u);
	expect(seule).not.toMatch(/RNCP1/u);
});

it('un bloc qu’une source secondaire seule nomme garde sa réserve, à la version visée et parmi ceux que l’on détient', () => {
	const secondaires = (d: Dossier): Dossier => ({
		...d,
		blocs: d.blocs.map((bloc) => ({ ...bloc, certitude: 'secondaire' as const })),
	});
	const version = secondaires(dossier('a-2026', [['Poser'], ['Tendre']], { etat: enVigueur }));
	const dossiers = ensemble(version);
	const detentions = [{ bloc: 'a-2026/ccp-1' }];
	const parcours = tousParcours([version], detentions, dossiers, AU);
	const rendu = renderToString(h(Parcours, { parcours, visee: true, detentions, dossiers, aujourdhui: AU }));
	// The held bloc twice (what was given, what counts), the other one once.
	expect(rendu.match(/(?:Poser|Tendre)(?:<[^>]+>)*, à vérifier/gu)).toHaveLength(3);
});
