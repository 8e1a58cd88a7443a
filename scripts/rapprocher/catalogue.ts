import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dossierCatalogue, lister } from '../../src/catalogue/dossier.ts';
import { type Lu, lireFiche, lireTitre } from '../../src/catalogue/lecture.ts';
import type { LienBlocs } from '../../src/domaine/comparaison/comparaison.ts';
import { liensBlocs } from '../../src/domaine/comparaison/liens-blocs.ts';
import type { Referentiel } from '../../src/domaine/referentiel.ts';
import { numeroter } from '../../src/domaine/version.ts';
import { correspondance } from '../../src/schemas/correspondance.ts';
import { type Lexique, lexique } from '../../src/schemas/lexique.ts';

/** Something that the person who runs the command can put right, said in one line. */
export class Refus extends Error {}

const LEXIQUE = 'lexique.yaml';
/** The lexicon belongs to the trades more than to one catalogue: a catalogue without one is read with ours. */
const COMMUN = fileURLToPath(new URL('../../content', import.meta.url));

/** What a file says. @throws Refus that names the first thing wrong in it, with its line */
const tenir = <T>(dossier: string, { data, problemes }: Lu<T>): T => {
	if (data !== undefined) return data;
	const { fichier = '', ligne, champ, message } = problemes[0] ?? {};
	throw new Refus(
		`${[join(dossier, fichier), ligne].filter(Boolean).join(':')}${champ ? ` — ${champ}` : ''} : ${message}`,
	);
};

/**
 * The blocs and competences of one version, from its file alone: the rest of the catalogue may be in the middle of a
 * change, which is when this command is used.
 * @throws Refus where the catalogue does not hold its text, or where its file is not valid
 */
export const lireReferentiel = (id: string): Referentiel => {
	const dossier = dossierCatalogue();
	const detenues = lister(join(dossier, 'titres'), '.md').map((nom) => nom.slice(0, -'.md'.length));
	if (!detenues.includes(id)) {
		const connues =
			detenues.length > 0 ? `versions détenues : ${detenues.join(', ')}` : `aucune version dans ${dossier}/titres/`;
		throw new Refus(`version « ${id} » introuvable ; ${connues}`);
	}
	const { sigle, blocs } = tenir(dossier, lireTitre(dossier, id)).data;
	return { id, sigle, blocs: numeroter(id, blocs) };
};

/** The lexicon of the catalogue, or the common one. */
export const lireLexique = (): Lexique => {
	const dossier = existsSync(join(dossierCatalogue(), LEXIQUE)) ? dossierCatalogue() : COMMUN;
	return tenir(dossier, lireFiche(lexique, dossier, LEXIQUE)).data;
};

/** What official texts say of the blocs of two versions; an editor's readings are left in the file. */
export const lireLiensBlocs = (de: string, vers: string): LienBlocs[] => {
	const fichier = `correspondances/${de}--${vers}.yaml`;
	if (!existsSync(join(dossierCatalogue(), fichier))) return [];
	const { data } = lireFiche(correspondance.pick({ blocs: true }).loose(), dossierCatalogue(), fichier);
	return data ? liensBlocs({ de, vers, blocs: data.data.blocs }) : [];
};
