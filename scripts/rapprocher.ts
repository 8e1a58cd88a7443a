import { parseArgs } from 'node:util';
import { comparerExplique } from '../src/domaine/comparaison/comparer.ts';
import { lireLexique, lireLiensBlocs, lireReferentiel, Refus } from './rapprocher/catalogue.ts';
import { rapport, yamlARelire } from './rapprocher/rapport.ts';

const AIDE = `Usage : npm run rapprocher -- <de> <vers> [--json]

Rapproche les compétences de deux versions d’après leurs libellés seuls, et dit pourquoi : propositions, candidats,
puis le YAML à relire, à motiver et à ranger dans correspondances/<de>--<vers>.yaml. Les lectures déjà faites par un
éditeur sont laissées de côté.

  <de> <vers>   versions dont le texte est au catalogue, la plus ancienne d’abord : tssi-2013 tssr-2018
  --json        imprime le rapprochement sous la forme de /donnees/comparaisons/<de>--<vers>.json
  --aide        ce message

CATALOGUE=<dossier> change le dossier du catalogue (content).
Code de sortie : 0, rapproché ; 1, refus.`;

const lireArguments = (): { versions: string[]; json: boolean; aide: boolean } => {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: { json: { type: 'boolean' }, aide: { type: 'boolean' } },
		});
		return { versions: positionals, json: values.json ?? false, aide: values.aide ?? false };
	} catch (erreur) {
		const option = /'(-[^']*)'/.exec(String(erreur))?.[1] ?? '';
		throw new Refus(`option « ${option} » inconnue ; options : --json, --aide`);
	}
};

const imprimer = (texte: string): void => {
	process.stdout.write(`${texte}\n`);
};

// The reader of a pipe may stop before the end (« | head »): that is no error.
process.stdout.on('error', (erreur: NodeJS.ErrnoException) => {
	if (erreur.code !== 'EPIPE') throw erreur;
});

const executer = (): void => {
	const { versions, json, aide } = lireArguments();
	if (aide) {
		imprimer(AIDE);
		return;
	}
	const [idDe, idVers, ...reste] = versions;
	if (!idDe || !idVers || reste.length > 0)
		throw new Refus(`deux versions attendues, ${versions.length} donnée(s) : npm run rapprocher -- <de> <vers>`);
	const [de, vers] = [lireReferentiel(idDe), lireReferentiel(idVers)];
	const resultat = comparerExplique(de, vers, undefined, lireLexique(), lireLiensBlocs(idDe, idVers));
	if (json) imprimer(JSON.stringify(resultat.comparaison, null, '\t'));
	else
		imprimer(
			[
				rapport(resultat, de, vers),
				'\n── YAML à relire : chaque motif est à écrire ──\n',
				yamlARelire(resultat.comparaison, [de, vers]),
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
