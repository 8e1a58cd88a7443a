import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { MODELE } from '../src/domaine/rapprochement/modele.ts';
import { rapprocher } from '../src/domaine/rapprochement/rapprocher.ts';
import { lexique as schemaLexique } from '../src/schemas/lexique.ts';
import { horsDuPli } from './apprendre/apprentissage.ts';
import { additionner, type Mesure, mesurer, taux } from './apprendre/mesure.ts';
import { lirePaires, type Paire } from './apprendre/paires.ts';
import { lireOptions } from './options.ts';

const AIDE = `Usage : npm run mesurer [-- --detail]

Mesure le rapprochement automatique sur des paires lues à la main : celles dont le modèle est appris, chacune par un
modèle appris des autres, et celles qu’il n’a jamais vues. Par origine des paires, jamais ensemble.

  --detail      une ligne par paire
  --regardees   les seules paires que l’on peut regarder en travaillant`;

const { values } = lireOptions(AIDE, {
	options: { detail: { type: 'boolean' }, regardees: { type: 'boolean' }, aide: { type: 'boolean' } },
});
const lexique = schemaLexique.parse(parse(readFileSync('content/lexique.yaml', 'utf8')));
const pourcent = (x: number): string => `${(100 * x).toFixed(1)} %`.padStart(8);

const ligne = (nom: string, m: Mesure): string => {
	const t = taux(m);
	return [
		nom.padEnd(34),
		`liens ${String(m.justes + m.manques).padStart(4)}`,
		`juste ${pourcent(t.precision)}`,
		`trouvé ${pourcent(t.rappel)}`,
		`F1 ${pourcent(t.f1)}`,
		`ferme ${pourcent(t.f1Fermes)}`,
		`ou parenté ${pourcent(t.f1Proches)}`,
		`candidat ${pourcent(t.candidats)}`,
		`sûrs ${m.surs} justes, ${m.sursFaux} faux (${m.sursEtrangers} sans parenté)`,
		`proposés ${pourcent(t.partProposee)}`,
		`sans proche ${m.sansProche}, dont ${m.sansProcheLies} liées et ${m.sansProcheApparentes} apparentées`,
		`parentés ${m.parentesJustes}/${m.parentes}`,
	].join('  ');
};

const executer = (): void => {
	const toutes = lirePaires();
	const apprises = toutes.filter((p) => !p.reservee);
	const modeles = horsDuPli(apprises, lexique, MODELE, apprises.length);
	const mesures = new Map<Paire, Mesure>(apprises.map((p, i) => [p, mesurer(p, lexique, modeles[i])]));
	if (!values.regardees) for (const p of toutes.filter((p) => p.reservee)) mesures.set(p, mesurer(p, lexique));
	const groupe = (nom: string, test: (p: Paire) => boolean): void => {
		const membres = [...mesures].filter(([p]) => test(p));
		if (membres.length === 0) return;
		console.log(ligne(`${nom} (${membres.length})`, additionner(membres.map(([, m]) => m))));
		if (values.detail) for (const [p, m] of membres) console.log(ligne(`  ${p.nom}`.slice(0, 34), m));
	};
	groupe('de mémoire, un titre', (p) => p.origine === 'memoire' && !p.reservee && p.revision);
	groupe('de mémoire, deux titres', (p) => p.origine === 'memoire' && !p.reservee && !p.revision);
	groupe('réelles, apprises sans elle', (p) => p.origine === 'reel' && !p.reservee);
	for (const [i, nom] of ['premières', 'secondes', 'troisièmes'].entries()) {
		groupe(`réservées, ${nom}, un titre`, (p) => p.reservee && p.lecture === i + 1 && p.revision);
		groupe(`réservées, ${nom}, deux titres`, (p) => p.reservee && p.lecture === i + 1 && !p.revision);
	}
	const debut = performance.now();
	for (const { de, vers } of toutes) rapprocher(de, vers, lexique);
	console.log(`${((performance.now() - debut) / toutes.length).toFixed(2)} ms par paire`);
};

if (values.aide) console.log(AIDE);
else executer();
