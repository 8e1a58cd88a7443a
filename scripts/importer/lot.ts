import { readFileSync } from 'node:fs';
import { dossierCatalogue } from '../../src/catalogue/dossier.ts';
import { compte } from '../../src/domaine/vocabulaire.ts';
import { abreger } from '../../src/importation/changement.ts';
import { jsonDe } from '../../src/importation/json.ts';
import { planifier } from '../../src/importation/lot.ts';
import { Refus } from '../../src/importation/refus.ts';
import { resumer } from '../../src/importation/resume.ts';
import { auJour } from '../../src/importation/rncp-fiche.ts';
import { idDeLecture } from '../../src/importation/version.ts';
import { etatDuCatalogue, lireExistant } from './catalogue.ts';
import { ecrireEnsemble } from './ecriture.ts';
import { type Forme, jourDExport } from './entree.ts';
import { aujourdhui } from './jour.ts';
import { ecrireCarte } from './lot/carte.ts';
import { ecrireFiche } from './lot/fiche.ts';
import { consigner, refuserPlusAncien } from './lot/journal.ts';
import { ecrireLignee } from './lot/lignee.ts';
import { cheminDeSource, nomDe, type Passe, refuser, signaler } from './lot/passe.ts';
import { raconter } from './lot/recit.ts';
import type { Options } from './options.ts';
import type { Progres } from './progres.ts';
import { type Export, extraitXml, type FicheRetenue, lireExport, typeDExtrait } from './rncp.ts';
import { avertir, dire, direJson } from './terminal.ts';

/**
 * Imports fiches of an RNCP export: one, some, or all titres professionnels.
 * @returns the exit code: 1 if a fiche was refused, 2 if a text of the only fiche could not be placed
 */
export const importerLot = async (
	chemin: string,
	forme: Forme,
	options: Options,
	progres: Progres,
): Promise<number> => {
	if (options.avec !== undefined) throw new Refus('--avec : seulement pour une fiche ou une annexe');
	const enMasse = options.type !== undefined;
	const du = await jourDExport(chemin, forme);
	if (enMasse && du !== undefined && !options.json && !options.force) refuserPlusAncien(du);
	const lu = await lireExport(chemin, forme, options, progres);
	if (options.id !== undefined && lu.retenues.length > 1)
		throw new Refus('--id : une seule fiche à la fois ; ajouter --fiche');
	const seule = !enMasse && lu.retenues.length === 1 && lu.refus.length === 0;
	const restent = ({ lecture }: FicheRetenue) => lecture.restes.length > 0 && !options.reste;
	const { partielles = [], entieres = [] } = Object.groupBy(lu.retenues, (fiche) =>
		restent(fiche) && !seule ? 'partielles' : 'entieres',
	);
	const existant = lireExistant();
	const etatAu = du ?? aujourdhui();
	const passe: Passe = {
		dossier: dossierCatalogue(),
		etatAu,
		existant,
		lot: planifier(
			entieres.map((f) => f.lecture),
			new Map([...lu.vues].map(([numero, vue]) => [numero, auJour(vue, etatAu)])),
			etatDuCatalogue(existant),
			options.id,
		),
		extraits: new Map(entieres.map((f) => [f.lecture.numero, new TextEncoder().encode(extraitXml(f.xml))])),
		options,
		sorties: new Map(),
		resultats: [],
		conflits: [],
	};
	if (options.json) {
		imprimer(passe, lu);
		return lu.refus.length > 0 ? 1 : lu.retenues.some(restent) ? 2 : 0;
	}
	const unique = seule ? lu.retenues[0] : undefined;
	if (unique && restent(unique)) {
		dire(resumer(unique.lecture));
		avertir(
			`\n${compte(unique.lecture.restes.length, 'ligne n’est pas rangée', 'lignes ne sont pas rangées')} : rien n’est écrit. Corriger le document, ou --accepter-reste pour les ranger à la main.`,
		);
		return 2;
	}
	for (const { fiche, objet } of passe.lot.conflits) signaler(passe, fiche, [objet]);
	for (const { fiche, motif } of lu.refus) refuser(passe, fiche, motif);
	for (const { lecture } of partielles)
		refuser(
			passe,
			lecture.numero,
			`${compte(lecture.restes.length, 'texte que rien ne range', 'textes que rien ne range')} : « ${abreger(lecture.restes[0]?.texte ?? '', 120)} » ; --accepter-reste les écrit à part`,
		);
	for (const { lecture } of entieres) ecrireFiche(passe, lecture, seule);
	for (const lignee of passe.lot.lignees) ecrireLignee(passe, lignee);
	for (const carte of passe.lot.cartes) ecrireCarte(passe, carte);
	if (options.type !== undefined) signalerParties(passe, options.type, lu.types);
	if (enMasse) await consigner(passe, chemin, du, lu.total);
	ecrireEnsemble(
		passe.dossier,
		[...passe.sorties].map(([place, contenu]) => ({ chemin: place, contenu })),
	);
	raconter(passe, unique?.lecture);
	return passe.resultats.some((r) => r.issue === 'refusee') ? 1 : 0;
};

/** Prints all that was read of each fiche, as JSON. */
const imprimer = (passe: Passe, { retenues, refus }: Export): void => {
	const fiches = retenues.map(({ lecture }) => {
		const id = passe.lot.ids.get(lecture.numero) ?? passe.options.id ?? idDeLecture(lecture) ?? null;
		return jsonDe({ ...auJour(lecture, passe.etatAu), ...nomDe(passe, lecture.numero) }, id);
	});
	direJson(fiches.length === 1 ? fiches[0] : fiches);
	for (const { fiche, motif } of refus) avertir(`Refus : ${fiche} : ${motif}`);
};

/** Reports the versions whose fiche left the export or changed type. They are kept: no date says when they ended. */
const signalerParties = (passe: Passe, type: string, types: ReadonlyMap<string, string>): void => {
	for (const { id, data } of passe.existant.titres) {
		const document = data.sources.rncp?.document ?? '';
		const fiche = /^(RNCP\d+)\.xml$/u.exec(document)?.[1];
		const sien = fiche && types.get(fiche);
		if (!fiche || sien === type) continue;
		const reste = `la version ${id} reste telle qu’elle est`;
		if (sien === undefined) signaler(passe, fiche, [`cet export n’a plus cette fiche ; ${reste}`]);
		else if (typeDExtrait(readFileSync(cheminDeSource(passe, document), 'utf8')) === type)
			signaler(passe, fiche, [`cette fiche est de type ${sien}, et non plus ${type} ; ${reste}`]);
	}
};
