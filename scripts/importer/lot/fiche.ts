import { existsSync, readFileSync } from 'node:fs';
import { compte } from '../../../src/domaine/vocabulaire.ts';
import {
	type Changement,
	changementsDe,
	ecartsAvec,
	garderLaMain,
	reprendreConnue,
} from '../../../src/importation/changement.ts';
import { fusionner } from '../../../src/importation/fusion.ts';
import { Refus } from '../../../src/importation/refus.ts';
import { auJour, type LectureRncp } from '../../../src/importation/rncp-fiche.ts';
import {
	type Ecriture,
	ecrireVersion,
	type FaitsLus,
	intituleDeSource,
	versionDe,
} from '../../../src/importation/version.ts';
import { cheminDeVersion, lireVersion, type VersionTenue, verifier } from '../catalogue.ts';
import { eprouverTitre } from '../epreuve.ts';
import { aujourdhui } from '../jour.ts';
import { lireExtrait } from '../rncp.ts';
import {
	cheminDeSource,
	documentDe,
	type Issue,
	nomDe,
	type Passe,
	type Resultat,
	refuser,
	signaler,
} from './passe.ts';

/**
 * Writes the version of a fiche, new or updated. An error stops only this fiche.
 * @param seule whether it is the only one asked for: `--force` then replaces a richer text
 */
export const ecrireFiche = (passe: Passe, lecture: LectureRncp, seule: boolean): void => {
	const { numero } = lecture;
	const id = passe.lot.ids.get(numero);
	try {
		if (id === undefined) throw new Refus(passe.lot.refus.get(numero) ?? 'aucun identifiant');
		passe.resultats.push(ecrire(passe, lecture, id, seule));
	} catch (erreur) {
		if (!(erreur instanceof Refus)) throw erreur;
		refuser(passe, numero, erreur.message);
	}
};

const ecrire = (passe: Passe, lecture: LectureRncp, id: string, seule: boolean): Resultat => {
	const { numero } = lecture;
	const source = cheminDeSource(passe, documentDe(numero));
	const extrait = passe.extraits.get(numero) ?? new Uint8Array();
	const ancien = existsSync(source) ? readFileSync(source) : undefined;
	const memeSource = ancien?.equals(extrait) ?? false;
	const tenue = lireVersion(id);
	// A fiche found inactive stays so since the first export that said it.
	const jour = tenue?.faits.fin?.auPlusTard ? tenue.faits.fin.valeur : passe.etatAu;
	const lue = versionDe(
		{ ...auJour(lecture, jour), ...nomDe(passe, numero) },
		ecriture(id, lecture, passe.options.reste),
	);
	const enConflit = (objets: readonly string[]) =>
		signaler(
			passe,
			numero,
			objets.map((objet) => `${id}, ${objet}`),
		);
	if (tenue && !faiteDe(tenue.faits, numero) && !(seule && passe.options.force)) {
		enConflit(ecartsAvec(tenue.faits, lue.faits));
		const detail = 'le catalogue en tient le texte d’un autre document, qui reste';
		return { fiche: numero, issue: 'tenue', id, detail, changements: [] };
	}
	const reunie = tenue
		? surTenue(tenue.faits, lue.faits, memeSource ? undefined : faitsDExtrait(ancien, id, jour))
		: surConnue(passe, id, numero, lue.faits);
	enConflit(reunie.conflits);
	const changements: Changement[] = !tenue
		? [{ sorte: 'ajoutee', objet: `${lecture.intitule} (${numero}) entre au catalogue.` }]
		: memeSource
			? []
			: changementsDe(tenue, { faits: reunie.faits, corps: lue.corps });
	const faits = tenue ? avecChangements(reunie.faits, tenue, changements, passe.etatAu) : reunie.faits;
	verifier(id, faits, lue.corps);
	const version = { chemin: cheminDeVersion(id), contenu: ecrireVersion({ faits, corps: lue.corps }) };
	if (changements.length > 0)
		eprouverTitre(passe.dossier, id, [
			...documentsDe(passe, faits).map((chemin) => ({ chemin, contenu: readFileSync(chemin) })),
			{ chemin: source, contenu: extrait },
			version,
		]);
	if (!memeSource) passe.sorties.set(source, extrait);
	if (changements.length > 0) passe.sorties.set(version.chemin, version.contenu);
	return { fiche: numero, issue: issueDe(tenue, changements), id, detail: resumeDe(lecture), changements };
};

const ecriture = (id: string, lecture: LectureRncp, avecRestes: boolean): Ecriture => ({
	id,
	ajouteeLe: aujourdhui(),
	sources: [{ cle: 'rncp', intitule: intituleDeSource(lecture), document: documentDe(lecture.numero) }],
	avecRestes,
});

/** Whether a version was made from its fiche alone. It is then updated, and additions by hand are kept. */
const faiteDe = ({ sources }: FaitsLus, numero: string): boolean =>
	sources.rncp?.document === documentDe(numero) &&
	Object.values(sources).every((s) => !s.document || s.document === documentDe(numero));

/** Facts of the fiche from which the version was made, to find what was changed by hand since. */
const faitsDExtrait = (octets: Buffer | undefined, id: string, jour: string): FaitsLus | undefined => {
	const lecture = octets && lireExtrait(octets.toString());
	return lecture && versionDe(auJour(lecture, jour), ecriture(id, lecture, true)).faits;
};

type Reunie = { faits: FaitsLus; conflits: string[] };

const surTenue = (tenue: FaitsLus, lus: FaitsLus, avant: FaitsLus | undefined): Reunie => {
	// A fiche found inactive may become active again: this end was not written by hand.
	const { fin, ...sansFin } = tenue;
	const { faits } = fusionner(fin?.auPlusTard ? sansFin : tenue, lus);
	return avant ? garderLaMain(avant, tenue, faits) : { faits, conflits: [] };
};

/** Merges with the facts of a known version in a lineage, if there is one. */
const surConnue = ({ existant, options }: Passe, id: string, numero: string, lus: FaitsLus): Reunie => {
	for (const { data } of existant.lignees)
		for (const version of data.versions) {
			if (!('sigle' in version) || version.id !== id) continue;
			const lectures = existant.correspondances.filter(
				({ data: c }) => (c.de === id || c.vers === id) && ('competences' in c || 'parentes' in c),
			);
			if (lectures.length > 0 && !options.force)
				throw new Refus(
					`${id} est lue à la main dans ${lectures.map((c) => c.fichier).join(', ')} ; l’importer seule (--fiche ${numero} --force), puis relire ces fichiers`,
				);
			return reprendreConnue(version, data.sources, lus);
		}
	return { faits: lus, conflits: [] };
};

const avecChangements = (
	faits: FaitsLus,
	tenue: VersionTenue,
	changements: readonly Changement[],
	le: string,
): FaitsLus =>
	changements.length === 0
		? faits
		: {
				...faits,
				changements: [
					...(tenue.faits.changements ?? []),
					...changements.map(({ objet }) => ({
						le,
						objet: `Au RNCP, ${objet.charAt(0).toLowerCase()}${objet.slice(1)}`,
					})),
				],
			};

/** Paths of the documents that a version cites, if the catalogue has them. */
const documentsDe = (passe: Passe, { sources }: FaitsLus): string[] =>
	Object.values(sources)
		.flatMap(({ document }) => (document ? [cheminDeSource(passe, document)] : []))
		.filter((chemin) => existsSync(chemin));

const issueDe = (tenue: VersionTenue | undefined, changements: readonly Changement[]): Issue => {
	if (!tenue) return 'ajoutee';
	if (changements.some((c) => c.sorte === 'terminee')) return 'terminee';
	return changements.length > 0 ? 'changee' : 'inchangee';
};

const resumeDe = ({ intitule, blocs, doutes }: LectureRncp): string =>
	`${intitule} : ${[
		compte(blocs.length, 'bloc'),
		compte(
			blocs.reduce((n, b) => n + b.competences.length, 0),
			'compétence',
		),
		...(doutes.length > 0 ? [compte(doutes.length, 'doute')] : []),
	].join(', ')}`;
