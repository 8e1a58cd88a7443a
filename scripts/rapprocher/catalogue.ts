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

/** Something that the person who runs the command can put right, said in one line. */
export class Refus extends Error {}

const LEXIQUE = 'lexique.yaml';
/** The lexicon belongs to the trades more than to one catalogue: a catalogue without one is read with ours. */
const COMMUN = fileURLToPath(new URL('../../content', import.meta.url));

/** The value of a file. @throws Refus that names the first thing wrong in it, with its line */
const tenir = <T>(dossier: string, { data, problemes }: Result<T>): T => {
	if (data !== undefined) return data;
	const { fichier = '', ligne, champ, message } = problemes[0] ?? {};
	throw new Refus(
		`${[join(dossier, fichier), ligne].filter(Boolean).join(':')}${champ ? ` — ${champ}` : ''} : ${message}`,
	);
};

/** The versions of which a lineage gives the labels, without their text; a lineage that is not valid gives none. */
const versionsParLibelles = (dossier: string): Referentiel[] =>
	lister(join(dossier, 'lignees'), '.yaml').flatMap((nom) =>
		(lireFichier(lignee, dossier, `lignees/${nom}`).data?.data.versions ?? []).flatMap((version) =>
			'blocs' in version && version.blocs.some(({ competences }) => competences.length > 0)
				? [{ id: version.id, sigle: version.sigle, blocs: numeroter(version.id, version.blocs) }]
				: [],
		),
	);

/**
 * The blocs and competences of one version, from its file alone, or from its lineage where only its labels are known:
 * the rest of the catalogue may be in the middle of a change, which is when this command is used.
 * @throws Refus where the catalogue does not hold its labels, or where its file is not valid
 */
export const lireReferentiel = (id: string): Referentiel => {
	const dossier = dossierCatalogue();
	const detenues = lister(join(dossier, 'titres'), '.md').map((nom) => nom.slice(0, -'.md'.length));
	if (detenues.includes(id)) {
		const { sigle, blocs } = tenir(dossier, lireTitre(dossier, id)).data;
		return { id, sigle, blocs: numeroter(id, blocs) };
	}
	const parLibelles = versionsParLibelles(dossier);
	const connue = parLibelles.find((version) => version.id === id);
	if (connue) return connue;
	const noms = [...detenues, ...parLibelles.map((version) => version.id)].sort();
	const connues =
		noms.length > 0 ? `versions dont les libellés sont connus : ${noms.join(', ')}` : `aucune version dans ${dossier}/`;
	throw new Refus(`version « ${id} » introuvable ; ${connues}`);
};

/** The lexicon of the catalogue, or the common one. */
export const lireLexique = (): Lexique => {
	const dossier = existsSync(join(dossierCatalogue(), LEXIQUE)) ? dossierCatalogue() : COMMUN;
	return tenir(dossier, lireFichier(lexique, dossier, LEXIQUE)).data;
};

/** The official correspondences of blocs of two versions; an editor's readings are left in the file. */
export const lireLiensBlocs = (de: string, vers: string): LienBlocs[] => {
	const fichier = `correspondances/${de}--${vers}.yaml`;
	if (!existsSync(join(dossierCatalogue(), fichier))) return [];
	const { data } = lireFichier(correspondance.pick({ blocs: true }).loose(), dossierCatalogue(), fichier);
	return data ? liensBlocs({ de, vers, blocs: data.data.blocs }) : [];
};
