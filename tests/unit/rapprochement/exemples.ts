import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { lireReferentiel } from '../../../scripts/rapprocher/catalogue.ts';
import type { Referentiel } from '../../../src/domaine/referentiel.ts';
import { lexique as schemaLexique } from '../../../src/schemas/lexique.ts';

export { referentiel } from '../../../scripts/apprendre/paires.ts';

/** The lexicon that the site uses. */
export const lexique = schemaLexique.parse(parse(readFileSync('content/lexique.yaml', 'utf8')));

/** The four versions of the catalogue whose text is held. */
export const [tsgri, tsgeri, tssi, tssr] = ['tsgri-2003', 'tsgeri-2008', 'tssi-2013', 'tssr-2018'].map(
	lireReferentiel,
) as [Referentiel, Referentiel, Referentiel, Referentiel];
export const detenues = [tsgri, tsgeri, tssi, tssr];
