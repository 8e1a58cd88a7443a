import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refus } from '../../src/importation/refus.ts';
import { idVersion } from '../../src/schemas/version.ts';

export const AIDE = `Usage : npm run importer -- <document> [<document>] [options]

Lit un document officiel et écrit titres/<version>.md et sources/<document> dans le catalogue.
Le document : fiche du ministère, annexe d’arrêté ou arrêté entier (.txt, .md, .pdf) ; REAC, RE ou RC (.pdf ; les deux
d’une même version ensemble) ; article qui met d’anciens CCP en face de nouveaux (.txt, .md) ; données ouvertes du RNCP (.xml, V4.1, ou le .zip tel que publié).

  --id <version>     identifiant de la version, sigle-année : tsgri-2003
  --avec <document>  autre transcription du même document, dont on ajoute ce qu’elle seule a
  --json             imprime ce qui a été lu, et n’écrit rien
  --accepter-reste   écrit aussi les lignes que rien n’a pu ranger
  --force            récrit une version déjà au catalogue, ce qui y fut ajouté à la main reste ; accepte un export
                     du RNCP plus ancien que le dernier
  --reproduction <r> d’un REAC ou d’un RE : extraits (structure, codes, dates, durées ; le choix d’office) ou integrale
  --de <version>     ancienne version d’un tableau de CCP, quand le catalogue ne suffit pas à la trouver
  --vers <version>   nouvelle version de ce tableau
  --fiche <numéros>  fiches d’un export du RNCP : RNCP37674,RNCP37873
  --type TP          toutes les fiches des titres professionnels d’un export du RNCP
  --aide             ce message

CATALOGUE=<dossier> change le dossier du catalogue (content).
Code de sortie : 0, tout est rangé ; 1, refus ; 2, des lignes ne sont pas rangées, ou restent à trancher.`;

export type Options = {
	id: string | undefined;
	avec: string | undefined;
	json: boolean;
	reste: boolean;
	force: boolean;
	de: string | undefined;
	vers: string | undefined;
	fiches: ReadonlySet<string>;
	type: string | undefined;
	reproduction: 'extraits' | 'integrale' | undefined;
};

/** npm runs scripts in the project's folder: resolve paths from the folder of the user. */
const depuisLAppel = (chemin: string): string => {
	const ailleurs = resolve(process.env.INIT_CWD ?? '.', chemin);
	return existsSync(chemin) || !existsSync(ailleurs) ? chemin : ailleurs;
};

/** Parses the command line. Throws `Refus` if it is invalid. */
export const lireOptions = (): { documents: string[]; options: Options; aide: boolean } => {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				id: { type: 'string' },
				avec: { type: 'string' },
				json: { type: 'boolean', default: false },
				'accepter-reste': { type: 'boolean', default: false },
				force: { type: 'boolean', default: false },
				de: { type: 'string' },
				vers: { type: 'string' },
				fiche: { type: 'string' },
				type: { type: 'string' },
				reproduction: { type: 'string' },
				aide: { type: 'boolean', default: false },
			},
		});
		const fiches = (values.fiche ?? '')
			.split(',')
			.map((n) => n.replace(/\s/gu, '').toUpperCase())
			.filter(Boolean)
			.map((n) => (/^\d+$/u.test(n) ? `RNCP${n}` : n));
		const options: Options = {
			id: values.id,
			avec: values.avec === undefined ? undefined : depuisLAppel(values.avec),
			json: values.json,
			reste: values['accepter-reste'],
			force: values.force,
			de: values.de,
			vers: values.vers,
			fiches: new Set(fiches),
			type: values.type?.toUpperCase(),
			reproduction: reproductionDe(values.reproduction),
		};
		verifier(options);
		return { documents: positionals.map(depuisLAppel), options, aide: values.aide };
	} catch (erreur) {
		if (erreur instanceof Refus) throw erreur;
		throw new Refus(`option inconnue ou mal écrite (${(erreur as Error).message.split('\n')[0]}) ; --aide les donne`);
	}
};

const reproductionDe = (valeur: string | undefined): Options['reproduction'] => {
	if (valeur === undefined || valeur === 'extraits' || valeur === 'integrale') return valeur;
	throw new Refus(`--reproduction ${valeur} : « extraits » ou « integrale »`);
};

const verifier = (options: Options): void => {
	for (const nom of ['id', 'de', 'vers'] as const) {
		const valeur = options[nom];
		if (valeur !== undefined && !idVersion.safeParse(valeur).success)
			throw new Refus(`--${nom} ${valeur} : identifiant attendu sous la forme sigle-année, comme tsgri-2003`);
	}
	if (options.type !== undefined && options.type !== 'TP')
		throw new Refus(
			`--type ${options.type} : seules les fiches des titres professionnels (TP) sont importées ; les blocs des autres ne sont pas des CCP`,
		);
};
