import { ouvertureNommee } from './activite.ts';
import type { Doute } from './bloc.ts';
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

/** A sentence that changes another text: « l’annexe est ainsi modifiée », « les mots : « … » sont remplacés par ». */
const MODIFIE =
	/^arrete du \S+ \S+ \d{4} (?:modifiant|portant modification)|(?:\bles? mots?\s*:?\s*[«"“]|\bl['’](?:annexe|alinea|arrete du|article (?:\d|premier|[lrd]\.))|\bles (?:annexes|articles \d|rubriques)|\bla rubrique|\ble \d+°)[^.;]* (?:est|sont) (?:ainsi )?(?:modifie|remplace|complete|redige|supprime|insere)e?s?\b/;

/** Whether the text of an annex, or of its article, is said to be no longer in force. */
const ABROGE = /\(abrogee?s?\b|^abrogee?s? (?:par|au|le|depuis)\b|^version (?:abrogee|perimee|en vigueur du .+ au )/;

/**
 * Doubts about a text that is not in force as a whole: it also changes another one, is repealed, or lacks what a
 * sentence of its articles announces.
 */
export const douterDeLaVigueur = (lignes: readonly Ligne[]): Doute[] => {
	const article = /^(?:article|annexe)\b/;
	const annexe = lignes.findIndex((l) => lireEtiquette(l.texte)?.etiquette === 'intitule');
	const debut = lignes.findLastIndex((l, i) => i < annexe && article.test(replier(l.texte)));
	const modifie = lignes.find((l) => MODIFIE.test(replier(l.texte)));
	return lignes.flatMap((l, i) => {
		const plie = replier(l.texte);
		const suivante = lignes[i + 1];
		const motif =
			l === modifie
				? 'ce document modifie aussi un autre texte'
				: i >= debut && i < annexe && ABROGE.test(plie)
					? 'texte qui n’est plus en vigueur, ou ne l’a été qu’un temps'
					: /(?:suivante?s?|ci-dessous|ci-apres)\s*:$/.test(plie) &&
							suivante &&
							/^article\b/.test(replier(suivante.texte))
						? 'ce que cette phrase annonce manque : liste ou tableau perdu ?'
						: undefined;
		return motif && !l.tableau ? [{ ligne: l.numero, texte: l.texte, motif }] : [];
	});
};

/**
 * Kind of a text, by its content and never by its file name.
 * @throws Refus if it is none of the known kinds, or only parts of a text that it modifies
 */
export const reconnaitre = (lignes: readonly Ligne[]): 'fiche' | 'annexe' => {
	const indices = indicesDe(lignes);
	const genre = genreDe(indices);
	const annexe = lignes.findIndex((l) => !l.tableau && lireEtiquette(l.texte)?.etiquette === 'resume');
	const modifie = lignes.findLast((l) => !l.tableau && MODIFIE.test(replier(l.texte)));
	if (modifie && (genre !== 'annexe' || lignes.indexOf(modifie) > annexe))
		throw new Refus(
			`ligne ${modifie.numero} : « ${modifie.texte} » : ce document ne donne que ce qu’il change d’un autre texte ; importer le texte entier, tel qu’il est en vigueur`,
		);
	if (genre) return genre;
	throw new Refus(
		`document d’aucun genre connu : ni fiche du ministère (lignes « CCP – … » : ${indices.blocs}, « Le titre professionnel… », « MODALITÉS D’OBTENTION » : ${indices.phrases}), ni annexe d’arrêté (étiquettes « Intitulé », « Résumé du référentiel d’emploi », « Capacités attestées »… : ${indices.etiquettes} sur les quatre attendues), ni article dont un tableau met d’anciens CCP en face de nouveaux, ni données XML du RNCP`,
	);
};
