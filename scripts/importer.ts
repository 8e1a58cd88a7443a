import { z } from 'zod';
import { dossierCatalogue } from '../src/catalogue/dossier.ts';
import { Refus } from '../src/importation/refus.ts';
import { importerDocument } from './importer/document.ts';
import { lireFichier, lireTete, refusDuSysteme, reprendre, reserver } from './importer/ecriture.ts';
import { formeDe } from './importer/entree.ts';
import { aujourdhui } from './importer/jour.ts';
import { importerLot } from './importer/lot.ts';
import { AIDE, lireOptions, type Options } from './importer/options.ts';
import { type Progres, progresseur } from './importer/progres.ts';
import { avertir, dire } from './importer/terminal.ts';

z.config(z.locales.fr());

const principal = async (): Promise<number> => {
	const { documents, options, aide } = lireOptions();
	if (aide) {
		dire(AIDE);
		return 0;
	}
	const [chemin] = documents;
	if (documents.length === 0 || documents.length > 2 || chemin === undefined)
		throw new Refus('un document est attendu : npm run importer -- <document> [--id <version>] ; --aide dit le reste');
	const acheves = reprendre(dossierCatalogue());
	if (!options.json) reserver(dossierCatalogue());
	// With `--json`, the output is only JSON.
	if (acheves.length > 0) avertir(`Un import précédent, interrompu, est achevé : ${acheves.join(', ')}.\n`);
	const progres = progresseur();
	const formes = documents.map((d) => formeDe(lireTete(d)));
	const [forme] = formes;
	if (formes.every((f) => f === 'pdf')) {
		const code = await importerPdf(documents, options, progres);
		if (code !== undefined) return code;
	}
	if (documents.length > 1)
		throw new Refus(
			'deux documents se lisent ensemble quand ce sont le REAC et le RE d’une version ; pour deux transcriptions d’un même document : --avec',
		);
	if (options.reproduction !== undefined) throw new Refus('--reproduction : seulement pour un REAC, un RE ou un RC');
	if (forme === 'xml' || forme === 'zip') return importerLot(chemin, forme, options, progres);
	if (options.fiches.size > 0 || options.type !== undefined)
		throw new Refus(
			`ce n’est pas un export du RNCP, mais ${forme === 'pdf' ? 'un PDF' : 'un texte ou une page du Web'}, quel que soit son nom ; télécharger l’export à nouveau, ou ôter --fiche et --type, qui ne lisent que lui`,
		);
	return importerDocument(chemin, options, progres);
};

/** Imports a REAC, an RE or both. Returns the exit code, or undefined if the PDF is another document. */
const importerPdf = async (documents: readonly string[], options: Options, progres: Progres) => {
	// pdf.js is slow to load, and most documents are text.
	const { estReferentiel, importerReferentiel } = await import('./importer/referentiel.ts');
	const referentiels = await Promise.all(documents.map((d) => estReferentiel(lireFichier(d))));
	if (referentiels.every(Boolean))
		return importerReferentiel(
			documents,
			{ ...options, reproduction: options.reproduction ?? 'extraits' },
			progres,
			aujourdhui(),
		);
	if (referentiels.some(Boolean))
		throw new Refus(
			`${documents[referentiels.indexOf(false)]} : ni REAC, ni RE, ni RC ; deux documents se lisent ensemble quand ils sont le REAC et le RE d’une version`,
		);
	return undefined;
};

try {
	process.exitCode = await principal();
} catch (erreur) {
	const { name, message, stack } = erreur as Error;
	const cause =
		refusDuSysteme(erreur) ??
		`défaut de l’importeur, à signaler avec ce document (${name} : ${message.split('\n')[0]})`;
	avertir(`Refus : ${erreur instanceof Refus ? message : `${cause} ; rien n’a été écrit`}`);
	if (!(erreur instanceof Refus) && process.env.DEBUG) avertir(stack ?? '');
	process.exitCode = 1;
}
