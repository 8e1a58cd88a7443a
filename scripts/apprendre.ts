import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { lexique } from '../src/schemas/lexique.ts';
import { apprendre } from './apprendre/apprentissage.ts';
import { ecrireModele } from './apprendre/ecrire.ts';
import { lirePaires } from './apprendre/paires.ts';

const FICHIER = 'src/domaine/rapprochement/modele.ts';

const paires = lirePaires().filter(({ reservee }) => !reservee);
const modele = apprendre(paires, lexique.parse(parse(readFileSync('content/lexique.yaml', 'utf8'))));
writeFileSync(FICHIER, ecrireModele(modele));
process.stdout.write(`${FICHIER} : appris de ${paires.length} paires ; mesures : npm run mesurer\n`);
