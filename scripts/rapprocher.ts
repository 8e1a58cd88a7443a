import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { apres } from '../src/catalogue/controles/version.ts';
import { dossierCatalogue } from '../src/catalogue/dossier.ts';
import { comparerExplique } from '../src/domaine/comparaison/comparer.ts';
import { lireLexique, lireLiensBlocs, lireReferentiel, Refus } from './rapprocher/catalogue.ts';
import { rapport, yamlARelire } from './rapprocher/rapport.ts';

const AIDE = `Usage : npm run rapprocher -- <de> <vers> [--ecrire | --json]

Rapproche les compétences de deux versions d’après leurs libellés seuls, et dit pourquoi : propositions, candidats,
parentés possibles, puis le YAML à relire et à motiver. Les lectures déjà faites par un éditeur sont laissées de côté.

  <de> <vers>   versions dont le catalogue a les libellés, la plus ancienne d’abord : tssi-2013 tssr-2018
  --ecrire      écrit le YAML dans correspondances/<de>--<vers>.yaml, jamais par-dessus un fichier ; npm run build le
                refuse tant que chaque entrée n’est pas relue
  --json        imprime le rapprochement sous la forme de /donnees/comparaisons/<de>--<vers>.json
  --aide        ce message

CATALOGUE=<dossier> change le dossier du catalogue (content).
Code de sortie : 0, rapproché ; 1, refus.`;

const lireArguments = (): { versions: string[]; json: boolean; ecrire: boolean; aide: boolean } => {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: { json: { type: 'boolean' }, ecrire: { type: 'boolean' }, aide: { type: 'boolean' } },
		});
		const { json = false, ecrire = false, aide = false } = values;
		return { versions: positionals, json, ecrire, aide };
	} catch (erreur) {
		const option = /'(-[^']*)'/.exec(String(erreur))?.[1] ?? '';
		throw new Refus(`option « ${option} » inconnue ; options : --ecrire, --json, --aide`);
	}
};

const imprimer = (texte: string): void => {
	process.stdout.write(`${texte}\n`);
};

// The reader of a pipe may stop early (« | head »): this is not an error.
process.stdout.on('error', (erreur: NodeJS.ErrnoException) => {
	if (erreur.code !== 'EPIPE') throw erreur;
});

/** Writes a file to review. Never overwrites one. */
const ecrireARelire = (nom: string, yaml: string): void => {
	const dossier = join(dossierCatalogue(), 'correspondances');
	const chemin = join(dossier, `${nom}.yaml`);
	mkdirSync(dossier, { recursive: true });
	try {
		writeFileSync(chemin, `${yaml}\n`, { flag: 'wx' });
	} catch (erreur) {
		if ((erreur as NodeJS.ErrnoException).code !== 'EEXIST') throw erreur;
		throw new Refus(`${chemin} existe déjà : le compléter à la main, ou le retirer s’il n’a rien de relu`);
	}
	imprimer(`${chemin} : à relire, entrée par entrée ; npm run build dit celles qui restent`);
};

const executer = (): void => {
	const { versions, json, ecrire, aide } = lireArguments();
	if (aide) {
		imprimer(AIDE);
		return;
	}
	const [idDe, idVers, ...reste] = versions;
	if (!idDe || !idVers || reste.length > 0)
		throw new Refus(
			`deux versions attendues, ${versions.length > 1 ? `${versions.length} données` : `${versions.length} donnée`} : npm run rapprocher -- <de> <vers>`,
		);
	if (json && ecrire) throw new Refus('« --json » et « --ecrire » ne vont pas ensemble : choisir l’un ou l’autre');
	if (idDe === idVers) throw new Refus(`« ${idDe} » deux fois ; nommer deux versions, la plus ancienne d’abord`);
	const [de, vers] = [lireReferentiel(idDe), lireReferentiel(idVers)];
	if (ecrire && apres(de, vers))
		throw new Refus(
			`« ${idDe} » commence après « ${idVers} » ; échanger les deux : npm run rapprocher -- ${idVers} ${idDe} --ecrire`,
		);
	const resultat = comparerExplique(de, vers, undefined, lireLexique(), lireLiensBlocs(idDe, idVers));
	if (json) imprimer(JSON.stringify(resultat.comparaison, null, '\t'));
	else if (ecrire) ecrireARelire(`${idDe}--${idVers}`, yamlARelire(resultat, [de, vers]));
	else
		imprimer(
			[
				rapport(resultat, de, vers),
				'\n── YAML à relire : chaque motif est à écrire ──\n',
				yamlARelire(resultat, [de, vers]),
			].join('\n'),
		);
};

try {
	executer();
} catch (erreur) {
	if (!(erreur instanceof Refus)) throw erreur;
	process.stderr.write(`${erreur.message}\n`);
	process.exitCode = 1;
}
