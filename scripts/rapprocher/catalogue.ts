import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dossierCatalogue, lister } from '../../src/catalogue/dossier.ts';
import { lireFichier, lireTitre, type Result } from '../../src/catalogue/lecture.ts';
import type { LienBlocs } from '../../src/domaine/comparaison/comparaison.ts';
import { liensBlocs } from '../../src/domaine/comparaison/liens-blocs.ts';
import type { Referentiel } from '../../src/domaine/referentiel.ts';
import { numeroter } from '../../src/domaine/version.ts';
import { correspondance } from '../../src/schemas/correspondance.ts';
import { type Lexique, lexique } from '../../src/schemas/lexique.ts';
import { lignee } from '../../src/schemas/lignee.ts';
import type { VersionConnue } from '../../src/schemas/version.ts';

/** An error that the user can fix, described in one line. */
export class Refus extends Error {}

const LEXIQUE = 'lexique.yaml';
/** Folder of the lexicon used for catalogues that have none. */
const COMMUN = fileURLToPath(new URL('../../content', import.meta.url));

/** The value of a file. @throws Refus with the first problem and its line */
const tenir = <T>(dossier: string, { data, problemes }: Result<T>): T => {
	if (data !== undefined) return data;
	const { fichier = '', ligne, champ, message } = problemes[0] ?? {};
	throw new Refus(
		`${[join(dossier, fichier), ligne].filter(Boolean).join(':')}${champ ? ` — ${champ}` : ''} : ${message}`,
	);
};

/** A version with its first day, which tells the older of two. */
type Datee = Referentiel & Pick<VersionConnue, 'debut'>;

/** Known versions with labels, from the lineages. Invalid lineages are skipped. */
const versionsParLibelles = (dossier: string): Datee[] =>
	lister(join(dossier, 'lignees'), '.yaml').flatMap((nom) =>
		(lireFichier(lignee, dossier, `lignees/${nom}`).data?.data.versions ?? []).flatMap((version) =>
			'blocs' in version && version.blocs.some(({ competences }) => competences.length > 0)
				? [
						{
							id: version.id,
							sigle: version.sigle,
							debut: version.debut,
							blocs: numeroter(version.id, version.blocs),
						},
					]
				: [],
		),
	);

/**
 * Blocs and competences of one version, from its own file or, if only its labels are known, from its lineage. The rest
 * of the catalogue may be invalid: this command is used while editing it.
 * @throws Refus if the version is not found or its file is invalid
 */
export const lireReferentiel = (id: string): Datee => {
	const dossier = dossierCatalogue();
	const detenues = lister(join(dossier, 'titres'), '.md').map((nom) => nom.slice(0, -'.md'.length));
	if (detenues.includes(id)) {
		const { sigle, debut, blocs } = tenir(dossier, lireTitre(dossier, id)).data;
		return { id, sigle, debut, blocs: numeroter(id, blocs) };
	}
	const parLibelles = versionsParLibelles(dossier);
	const connue = parLibelles.find((version) => version.id === id);
	if (connue) return connue;
	const noms = [...detenues, ...parLibelles.map((version) => version.id)].sort();
	const connues =
		noms.length > 0 ? `versions dont les libellés sont connus : ${noms.join(', ')}` : `aucune version dans ${dossier}/`;
	throw new Refus(`version « ${id} » introuvable ; ${connues}`);
};

/** The lexicon of the catalogue, or that of the project. */
export const lireLexique = (): Lexique => {
	const dossier = existsSync(join(dossierCatalogue(), LEXIQUE)) ? dossierCatalogue() : COMMUN;
	return tenir(dossier, lireFichier(lexique, dossier, LEXIQUE)).data;
};

/** Official correspondences of the blocs of two versions. Readings are ignored. */
export const lireLiensBlocs = (de: string, vers: string): LienBlocs[] => {
	const fichier = `correspondances/${de}--${vers}.yaml`;
	if (!existsSync(join(dossierCatalogue(), fichier))) return [];
	const { data } = lireFichier(correspondance.pick({ blocs: true }).loose(), dossierCatalogue(), fichier);
	return data ? liensBlocs({ de, vers, blocs: data.data.blocs }) : [];
};
