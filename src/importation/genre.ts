import { ouvertureNommee } from './activite.ts';
import { lireEtiquette } from './etiquette.ts';
import { type Ligne, lignesBrutes, sansMot } from './ligne.ts';
import { Refus } from './refus.ts';
import { replier } from './signe.ts';

const indicesDe = (lignes: readonly Ligne[]) => {
	const etiquettes = new Set(lignes.flatMap((l) => (l.tableau ? [] : (lireEtiquette(l.texte)?.etiquette ?? []))));
	etiquettes.delete('entete');
	const sections = ['resume', 'capacites', 'secteurs', 'bases', 'autorite'].filter((e) =>
		etiquettes.has(e as never),
	).length;
	const blocs = lignes.filter((l) => !l.tableau && ouvertureNommee(l.texte)).length;
	const phrases = lignes.filter((l) =>
		/titre professionnel|se compose de|modalites d'obtention|parchemin|nomenclature du rome/.test(replier(l.texte)),
	).length;
	return { etiquettes: etiquettes.size, sections, blocs, phrases };
};

const genreDe = ({
	etiquettes,
	sections,
	blocs,
	phrases,
}: ReturnType<typeof indicesDe>): 'fiche' | 'annexe' | undefined => {
	if (etiquettes >= 4 && sections >= 2) return 'annexe';
	return blocs > 0 && phrases > 0 ? 'fiche' : undefined;
};

/** Whether a text describes a version, by its content. */
export const estVersion = (lignes: readonly Ligne[]): boolean => genreDe(indicesDe(lignes)) !== undefined;

/** Refuses a REAC, an RE or an RC copied as text: it is made of tables, which the copy has lost. */
export const refuserReferentiel = (texte: string): void => {
	const tete = lignesBrutes(texte).filter((l) => !sansMot(l));
	const nom = tete
		.slice(0, 20)
		.find((l) =>
			/^[^a-z]*referentiel (?:d['’]|de )?(?:emploi,? (?:d.)?activites,? (?:et )?(?:de )?competences|evaluation|certification)\b.{0,40}$/.test(
				replier(l),
			),
		);
	if (nom)
		throw new Refus(
			`« ${nom.trim()} » : texte copié d’un REAC, d’un RE ou d’un RC, dont les tableaux sont perdus ; importer le PDF lui-même`,
		);
};

/** Kind of a text, by its content and never by its file name. Throws `Refus` if it is none of the known kinds. */
export const reconnaitre = (lignes: readonly Ligne[]): 'fiche' | 'annexe' => {
	const indices = indicesDe(lignes);
	const genre = genreDe(indices);
	if (genre) return genre;
	throw new Refus(
		`document d’aucun genre connu : ni fiche du ministère (lignes « CCP – … » : ${indices.blocs}, « Le titre professionnel… », « MODALITÉS D’OBTENTION » : ${indices.phrases}), ni annexe d’arrêté (étiquettes « Intitulé », « Résumé du référentiel d’emploi », « Capacités attestées »… : ${indices.etiquettes} sur les quatre attendues), ni article dont un tableau met d’anciens CCP en face de nouveaux, ni données XML du RNCP`,
	);
};
