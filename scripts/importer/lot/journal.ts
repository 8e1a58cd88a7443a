import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { dossierCatalogue, lister } from '../../../src/catalogue/dossier.ts';
import { abreger } from '../../../src/importation/changement.ts';
import { Refus } from '../../../src/importation/refus.ts';
import { type Importation, importation } from '../../../src/schemas/importation.ts';
import { yaml } from '../catalogue.ts';
import { aujourdhui } from '../jour.ts';
import type { Issue, Passe, Resultat } from './passe.ts';

const JOURNAUX = 'importations';

/**
 * Refuses an export older than the latest one imported, whose changes it would revert.
 * @param du day of the export, `AAAA-MM-JJ`
 * @throws Refus
 */
export const refuserPlusAncien = (du: string): void => {
	for (const { nom, data } of lireJournaux())
		if (data.export.du !== undefined && data.export.du > du)
			throw new Refus(
				`cet export est du ${du}, le catalogue a déjà lu celui du ${data.export.du} (${JOURNAUX}/${nom}) ; --force l’importe quand même`,
			);
};

/** Logs of earlier runs. Invalid ones are skipped: the build reports them. */
const lireJournaux = (): { nom: string; data: Importation }[] =>
	lister(join(dossierCatalogue(), JOURNAUX), '.yaml').flatMap((nom) => {
		try {
			const lu = importation.safeParse(parse(readFileSync(join(dossierCatalogue(), JOURNAUX, nom), 'utf8')));
			return lu.success ? [{ nom, data: lu.data }] : [];
		} catch {
			return [];
		}
	});

/** Number of fiches by outcome. */
export const compter = (resultats: readonly Resultat[]): Importation['compte'] => {
	const n = (...issues: Issue[]) => resultats.filter((r) => issues.includes(r.issue)).length;
	return {
		ajoutees: n('ajoutee'),
		inchangees: n('inchangee', 'tenue'),
		changees: n('changee'),
		terminees: n('terminee'),
		refusees: n('refusee'),
	};
};

const sommeDe = async (chemin: string): Promise<string> => {
	const somme = createHash('sha256');
	for await (const morceau of createReadStream(chemin)) somme.update(morceau as Buffer);
	return somme.digest('hex');
};

/**
 * Adds the log of this run to the files to write, unless nothing is written and the same export is already logged.
 * @param fiches number of fiches in the export
 */
export const consigner = async (
	passe: Passe,
	chemin: string,
	du: string | undefined,
	fiches: number,
): Promise<void> => {
	const le = aujourdhui();
	const sha256 = await sommeDe(chemin);
	if (passe.sorties.size === 0 && lireJournaux().some(({ data }) => data.export.sha256 === sha256)) return;
	const journal: Importation = {
		le,
		export: {
			fichier: abreger(basename(chemin).replace(/[\p{Cc}\p{Cf}]/gu, ''), 300),
			sha256,
			...(du && { du }),
			fiches,
			...(passe.options.type && { type: passe.options.type }),
		},
		compte: compter(passe.resultats),
		versions: passe.resultats.flatMap(({ id, fiche, changements }) =>
			id ? changements.map((c) => ({ id, fiche, sorte: c.sorte, objet: abreger(c.objet) })) : [],
		),
		refus: passe.resultats
			.filter((r) => r.issue === 'refusee')
			.map((r) => ({ fiche: r.fiche, motif: abreger(r.detail.replace(/[\p{Cc}\p{Cf}]/gu, ' ')) })),
		conflits: passe.conflits,
	};
	const lieu = join(passe.dossier, JOURNAUX);
	const deja = lister(lieu, '.yaml').filter((nom) => nom.startsWith(le)).length;
	passe.sorties.set(join(lieu, `${deja === 0 ? le : `${le}-${deja + 1}`}.yaml`), yaml(importation.parse(journal)));
};
