import { describe, expect, it } from 'vitest';
import { couper, descriptionVersion, suiteEnBref } from '../../../src/domaine/description.ts';
import { enOctets } from '../../../src/domaine/exports/octets.ts';
import { phraseEtat } from '../../../src/domaine/exports/phrase-etat.ts';
import type { Etat, Version } from '../../../src/domaine/version.ts';
import { parId, versions } from './exemple.ts';

const [ancienne, , connue] = versions;
const avec = (etat: Partial<Etat>, autres: Partial<Version> = {}): Version => ({
	...ancienne,
	...autres,
	etat: { cle: 'inconnu', aVerifier: false, suites: [], aujourdhui: [], ...etat },
});

describe('le statut en phrases', () => {
	it('terminée : pourquoi, quand, et qu’aucun texte ne désigne de successeur', () => {
		const fin = { valeur: '2010-05-06', source: 'fiche', note: 'fin de l’enregistrement' };
		expect(phraseEtat(avec({ cle: 'terminee', depuis: '2010-05-06' }, { fin }), parId)).toBe(
			'N’est plus en vigueur depuis le 6 mai 2010 (fin de l’enregistrement). Aucun texte officiel trouvé dans nos sources ne désigne un successeur.',
		);
		expect(phraseEtat(avec({ cle: 'terminee' }), parId)).toMatch(/^N’est plus en vigueur\. Aucun/u);
	});

	it('un successeur officiel hors du catalogue est nommé par son identifiant', () => {
		const suites = [{ version: 'abz-2030', nature: 'officielle' as const }];
		expect(phraseEtat(avec({ cle: 'remplacee', depuis: '2030-01-01', suites }), parId)).toBe(
			'N’est plus en vigueur : remplacé par abz-2030, depuis le 1er janvier 2030.',
		);
		expect(suiteEnBref(avec({ cle: 'remplacee', suites }), parId)).toBe('remplacé par abz-2030');
	});

	it('n’est remplacée ni par ce qui n’a pas commencé, ni par ce que rien ne date', () => {
		const { debut: _, ...nonDatee } = connue;
		const versions = new Map<string, Version>([
			...parId,
			[
				'abf-2031',
				{ ...connue, id: 'abf-2031', sigle: 'ABF', annee: '2031', debut: { valeur: '2031-01-01', source: 'page' } },
			],
			['abg-2012', { ...nonDatee, id: 'abg-2012', sigle: 'ABG', annee: '2012' }],
		]);
		const suites = ['abf-2031', 'abg-2012', 'abd-2010'].map((id) => ({ version: id, nature: 'officielle' as const }));
		const v = avec({ cle: 'remplacee', depuis: '2010-05-06', etatAu: '2026-04-01', suites });
		expect(suiteEnBref(v, versions)).toBe('remplacé par ABD 2010');
		expect(phraseEtat(v, versions)).toBe(
			'N’est plus en vigueur : remplacé par ABD 2010, depuis le 6 mai 2010. Faits réunis au 1er avril 2026.',
		);
		const lejour = { ...v, etat: { ...v.etat, etatAu: '2031-01-01' } };
		expect(phraseEtat(lejour, versions)).toContain('remplacé par ABF 2031 et ABD 2010, depuis');
	});

	it('terminée, dit qu’aucun texte ne désigne de successeur seulement si aucun n’en désigne', () => {
		const suites = [{ version: 'abd-2010', nature: 'officielle' as const }];
		const sans = [{ version: 'abd-2010', nature: 'editoriale' as const }];
		expect(phraseEtat(avec({ cle: 'terminee', suites }), parId)).toBe('N’est plus en vigueur.');
		expect(phraseEtat(avec({ cle: 'terminee', suites: sans }), parId)).toMatch(/Aucun texte officiel trouvé/u);
	});

	it('inconnue, le dit ; en vigueur, ne dit pas ce qui l’est d’autre', () => {
		const aujourdhui = [{ version: 'abe-2020', nature: 'editoriale' as const }];
		expect(phraseEtat(avec({}), parId)).toBe(
			'Nous ne savons pas si cette version est en vigueur : aucune de nos sources ne le dit.',
		);
		expect(phraseEtat(avec({ cle: 'en-vigueur', depuis: '2020-05-06', aujourdhui }), parId)).toBe(
			'En vigueur depuis le 6 mai 2020.',
		);
	});

	it('une parenté vers une version que seule une source secondaire dit en vigueur garde les deux réserves', () => {
		expect(connue.etat.aVerifier).toBe(true);
		const vers = (nature: 'editoriale' | 'secondaire') =>
			phraseEtat(avec({ aujourdhui: [{ version: connue.id, nature }] }), parId);
		expect(vers('editoriale')).toMatch(/ABE 2020 \([^)]+ ; en vigueur d’après une source secondaire à vérifier\)/u);
		expect(vers('secondaire')).not.toMatch(/ ; en vigueur d’après/u);
	});

	it('le jour des faits est dit, où il y en a un', () => {
		expect(phraseEtat(avec({ etatAu: '2026-04-01' }), parId)).toMatch(/Faits réunis au 1er avril 2026\.$/u);
		expect(phraseEtat(avec({}), parId)).not.toMatch(/Faits réunis/u);
	});
});

describe('la suite en bref', () => {
	it.each([
		[{ cle: 'en-vigueur', aVerifier: true } as const, 'en vigueur d’après une source secondaire'],
		[{ cle: 'terminee' } as const, 'n’est plus en vigueur'],
		[{ cle: 'inconnu' } as const, 'statut inconnu'],
	])('%o', (etat, attendu) => {
		expect(suiteEnBref(avec(etat), parId)).toBe(attendu);
	});

	it('une description dit ce que la page contient, ou que le texte manque', () => {
		expect(descriptionVersion(ancienne, parId)).toMatch(/3 blocs, 5 compétences, règles et texte officiel complet/u);
		expect(descriptionVersion(connue, parId)).toMatch(/ce que nos sources établissent, sans le texte/u);
	});

	it('est coupée à un mot, et le montre', () => {
		expect(couper('Accueillir,  puis   informer', 15)).toBe('Accueillir…');
		expect(couper('Accueillir', 10)).toBe('Accueillir');
	});
});

describe('une taille', () => {
	it.each([
		[812, '812 o'],
		[1000, '1 Ko'],
		[21_600, '21,6 Ko'],
		[999_949, '999,9 Ko'],
		[999_950, '1 Mo'],
		[1_200_000, '1,2 Mo'],
	])('%d', (octets, dite) => {
		expect(enOctets(octets)).toBe(dite);
	});
});
