import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { LienBlocs } from '../../src/domaine/comparaison/comparaison.ts';
import { liensBlocs } from '../../src/domaine/comparaison/liens-blocs.ts';
import type { Referentiel } from '../../src/domaine/referentiel.ts';
import { numeroter } from '../../src/domaine/version.ts';
import { dossierCatalogue } from '../../src/loaders/catalogue.ts';
import { lireTexte, lireYaml, lister, separer, valider } from '../../src/loaders/fichier.ts';
import { correspondance } from '../../src/schemas/correspondance.ts';
import { type Lexique, lexique } from '../../src/schemas/lexique.ts';
import { versionDetenue } from '../../src/schemas/version.ts';

/** Something that the person who runs the command can put right, said in one line. */
export class Refus extends Error {}

const LEXIQUE = 'lexique.yaml';
/** The lexicon belongs to the trades more than to one catalogue: a catalogue without one is read with ours. */
const LEXIQUE_COMMUN = fileURLToPath(new URL('../../content/lexique.yaml', import.meta.url));

/** A YAML text that has the shape asked for. @throws Refus that names the first thing wrong, with its line */
const lire = <T extends z.ZodType>(schema: T, texte: string, fichier: string, decalage = 0): z.infer<T> => {
	const { data, problemes } = valider(schema, lireYaml(texte, fichier, decalage), fichier);
	const [premier] = problemes;
	if (premier)
		throw new Refus(
			`${[fichier, premier.ligne].filter(Boolean).join(':')}${premier.champ ? ` — ${premier.champ}` : ''} : ${premier.message}`,
		);
	return data as z.infer<T>;
};

const texteDe = (chemin: string): string => {
	const { texte, problemes } = lireTexte(chemin, chemin);
	if (problemes[0]) throw new Refus(`${chemin} : ${problemes[0].message}`);
	return texte;
};

/**
 * The blocs and competences of one version, from its file alone: the rest of the catalogue may be in the middle of a
 * change, which is when this command is used.
 * @throws Refus where the catalogue does not hold its text, or where its file is not valid
 */
export const lireReferentiel = (id: string): Referentiel => {
	const dossier = join(dossierCatalogue(), 'titres');
	const detenues = lister(dossier, '.md').map((nom) => nom.slice(0, -'.md'.length));
	if (!detenues.includes(id)) {
		const connues =
			detenues.length > 0 ? `versions détenues : ${detenues.join(', ')}` : `aucune version dans ${dossier}/`;
		throw new Refus(`version « ${id} » introuvable ; ${connues}`);
	}
	const fichier = join(dossier, `${id}.md`);
	const parties = separer(texteDe(fichier));
	if (!parties) throw new Refus(`${fichier} : en-tête absent ; le fichier commence par « --- »`);
	const { sigle, blocs } = lire(versionDetenue, parties.entete, fichier, 1);
	return { id, sigle, blocs: numeroter(id, blocs) };
};

/** The lexicon of the catalogue, or the common one. */
export const lireLexique = (): Lexique => {
	const propre = join(dossierCatalogue(), LEXIQUE);
	const chemin = existsSync(propre) ? propre : LEXIQUE_COMMUN;
	return lire(lexique, texteDe(chemin), chemin);
};

/** What official texts say of the blocs of two versions; an editor's readings are left in the file. */
export const lireLiensBlocs = (de: string, vers: string): LienBlocs[] => {
	const fichier = join(dossierCatalogue(), 'correspondances', `${de}--${vers}.yaml`);
	if (!existsSync(fichier)) return [];
	const { valeur } = lireYaml(texteDe(fichier), fichier);
	const blocsSeuls = correspondance.pick({ de: true, vers: true, blocs: true }).safeParse({
		de,
		vers,
		blocs: (valeur as { blocs?: unknown } | null)?.blocs,
	});
	return blocsSeuls.success ? liensBlocs(blocsSeuls.data) : [];
};
