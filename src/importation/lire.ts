import { lireAnnexe } from './annexe.ts';
import { lireCodes, lireDebut, lireNiveau, lireNsf, lireRome, type Rome, sigleDesInitiales } from './champ.ts';
import { exigerTousLesMots } from './compte.ts';
import type { Element } from './element.ts';
import { estEntete } from './entete.ts';
import { lireEtiquette } from './etiquette.ts';
import { lireFiche } from './fiche.ts';
import { reconnaitre } from './genre.ts';
import type { Lecture } from './lecture.ts';
import { lignesBrutes, lireLignes } from './ligne.ts';
import { retirerAppels } from './note.ts';
import { Refus } from './refus.ts';
import { reparer } from './reparation.ts';
import { finitPhrase } from './signe.ts';

/**
 * Reads the text of a fiche or of an annex, whole. Throws `Refus` where it is neither, has no bloc, or where a word
 * would be lost: that is a fault of this module, and no document is written then.
 */
export const lireDocument = (texte: string): Lecture => {
	const { lignes: brutes, reparations, doutes } = reparer(lignesBrutes(texte));
	const toutes = lireLignes(brutes);
	if (toutes.length === 0) throw new Refus('document vide : aucun mot');
	const entetes = toutes.filter((l, i) => estEntete(l, toutes[i - 1]));
	const lignes = toutes.filter((l) => !entetes.includes(l));
	const genre = reconnaitre(lignes);
	const structure = genre === 'fiche' ? lireFiche(lignes) : lireAnnexe(lignes);
	if (structure.blocs.length === 0)
		throw new Refus('aucun bloc de compétences trouvé (« CCP – … », « 1. … ») : rien à importer');
	const vide = structure.blocs.find((b) => b.competences.length === 0 || b.intitule === '');
	if (vide)
		throw new Refus(
			`ligne ${vide.lignes[0] ?? '?'} : le bloc « ${vide.intitule || vide.marque} » n’a ${vide.intitule ? 'aucune compétence' : 'pas d’intitulé'}`,
		);
	if (!structure.intitule)
		throw new Refus('intitulé du titre introuvable (« Le titre professionnel de : … niveau », « Intitulé : »)');
	const appels = retirerAppels(structure.blocs, structure.elements);
	const prose = structure.elements.flatMap((e) => ('texte' in e ? [e.texte] : []));
	const debut = lireDebut(prose);
	const niveau = lireNiveau(prose);
	const lecture: Lecture = {
		genre,
		intitule: structure.intitule,
		sigle: structure.sigle ?? sigleImprime(prose, structure.intitule) ?? sigleDesInitiales(structure.intitule),
		...(niveau && { niveau }),
		nsf: lireNsf(prose),
		rome: romeDe(structure.elements),
		codes: lireCodes([...prose, ...entetes.map((l) => l.texte)].join('\n')),
		...(debut && { debut, annee: debut.date.slice(0, 4) }),
		blocs: appels.blocs,
		elements: structure.elements,
		remarques: structure.remarques,
		entetes: entetes.map((l) => ({ ligne: l.numero, texte: l.texte })),
		restes: structure.restes,
		reparations: [...reparations, ...appels.reparations],
		doutes: [...doutes, ...structure.doutes].sort((a, b) => a.ligne - b.ligne),
	};
	exigerTousLesMots(toutes, lecture);
	return lecture;
};

/** ROME codes stand in the sentence of a fiche that names the nomenclature, or under the label of an annex. */
const romeDe = (elements: readonly Element[]): Rome[] => {
	const textes = elements.flatMap((e) => ('texte' in e ? [e.texte] : []));
	const phrase = textes.find((t) => /nomenclature\s+du\s+ROME/iu.test(t));
	if (phrase) return lireRome([phrase.replace(/^.*?nomenclature\s+du\s+ROME\s*:?\s*(?:Codes?\s*:?\s*)?/iu, '')]);
	const rang = textes.findIndex((t) => lireEtiquette(t)?.etiquette === 'rome');
	if (rang < 0) return [];
	const fin = textes.findIndex((t, i) => i > rang && lireEtiquette(t) !== null);
	const tete = (textes[rang] ?? '').replace(/^[^:\d]*?(?::|(?<!\p{L})(?=[A-N]?[\s-]?\d))/u, '');
	return lireRome(
		[tete, ...textes.slice(rang + 1, fin < 0 ? rang + 4 : fin)].filter((t) => !finitPhrase(t) || t.length < 200),
	);
};

/** « (TSSI) », « référentiel du titre : TSGRI »: a sigle that the document prints and whose letters fit the title. */
const sigleImprime = (prose: readonly string[], intitule: string): string | undefined => {
	const initiales = sigleDesInitiales(intitule);
	const imprimes = prose.flatMap((t) =>
		[...t.matchAll(/(?:\(|référentiel du titre : )(\p{Lu}{2,10})(?=\)|$|\s)/gu)].map((m) => m[1] ?? ''),
	);
	return (
		imprimes.find((s) => s === initiales) ??
		imprimes.find((s) => s[0] === initiales[0] && [...s].every((c) => initiales.includes(c)))
	);
};
