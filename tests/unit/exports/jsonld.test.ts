import { describe, expect, it } from 'vitest';
import { serialiser } from '../../../src/domaine/exports/jsonld/serialiser.ts';
import { competenceStructure, titreStructure } from '../../../src/domaine/exports/jsonld/titre.ts';
import type { Bloc, Competence } from '../../../src/domaine/version.ts';
import { PIEGE, parId, RACINE, versions } from './exemple.ts';

const [ancienne, recente, connue] = versions;
const titre = (i: 0 | 1 | 2) => titreStructure(versions[i], parId, RACINE)[0] as unknown as Record<string, unknown>;

describe('données structurées', () => {
	it('ne laissent rien sortir du script, et se relisent à l’identique', () => {
		const nom = `</script><!-- <script> ${PIEGE} \u2028`;
		const json = serialiser({ '@context': 'https://schema.org', '@graph': [{ '@type': 'Thing', name: nom }] });
		expect(json).not.toMatch(/[<>&\u2028]/);
		expect(JSON.parse(json)['@graph'][0].name).toBe(nom);
	});
	it('n’exigent pour un titre que les compétences de ses CCP, non celles des CCS', () => {
		const exigees = titre(0).competencyRequired as { termCode: string }[];
		expect(exigees.map(({ termCode }) => termCode)).toEqual([
			'abc-2001/ccp-1/c1',
			'abc-2001/ccp-1/c2',
			'abc-2001/ccp-1/c3',
			'abc-2001/ccp-2/c1',
		]);
	});
	it('ne disent d’une version seulement connue ni compétences, ni source qui ne parle pas d’elle', () => {
		expect(titre(2)).not.toHaveProperty('competencyRequired');
		expect(titre(2).isBasedOn).toEqual([{ '@type': 'CreativeWork', name: 'Une page lue' }]);
		expect(connue.etat.aVerifier).toBe(true);
		expect(titre(2).creativeWorkStatus).toBe('En vigueur (source secondaire, à vérifier)');
	});
	it('donnent une durée de validité quand le début et la fin sont connus, et aucune sinon', () => {
		expect(titre(0).temporalCoverage).toBe('2001-02-03/2010-05-06');
		expect(titre(1)).toMatchObject({ temporalCoverage: '2010-05-06/2020-05-06', expires: '2020-05-06' });
		const { fin: _, ...sansFin } = recente;
		const inconnue = { ...sansFin, etat: { ...recente.etat, cle: 'inconnu' as const } };
		expect(titreStructure(inconnue, parId, RACINE)[0]).not.toHaveProperty('temporalCoverage');
	});
	it('d’une compétence, disent son libellé mot pour mot et le bloc qui la tient', () => {
		const bloc = ancienne.blocs[0] as Bloc;
		const [terme] = competenceStructure(bloc.competences[1] as Competence, bloc, ancienne, RACINE);
		expect(terme).toMatchObject({
			'@type': 'DefinedTerm',
			name: PIEGE,
			inDefinedTermSet: { '@id': `${RACINE}/titres/abc-2001/ccp-1/#objet` },
		});
	});
});
