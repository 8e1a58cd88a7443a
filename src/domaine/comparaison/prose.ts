import { diffArrays } from 'diff';
import { parObjet } from '../memo.ts';
import { corpsDe, type Section } from '../prose.ts';
import { type Difference, differenceDePhrases, lirePhrase, type Phrase } from '../texte/difference.ts';
import { replier } from '../texte/normaliser.ts';

/** A paragraph of either side or of both. `identique` sets typography aside, as for labels. */
export type Paragraphe =
	| { type: 'identique'; avant: string; apres: string }
	| { type: 'modifie'; avant: string; apres: string; difference: Difference }
	| { type: 'supprime'; avant: string }
	| { type: 'ajoute'; apres: string };

/** Minimum share of common words for two headings to be matched. */
const TITRES_PROCHES = 0.5;

/**
 * Compares the prose of two versions, section by section, in the order of the newer one. Sections that only the older
 * one has are placed after the one that preceded them there.
 */
export function comparerProse(de: readonly Section[], vers: readonly Section[]) {
	const restantes = [...de];
	const paires = vers.map((nouvelle): { ancienne: Section | undefined; nouvelle: Section | undefined } => {
		const rang = meilleure(nouvelle, restantes);
		return { nouvelle, ancienne: rang === -1 ? undefined : restantes.splice(rang, 1)[0] };
	});
	for (const perdue of restantes) {
		// Earlier sections of the older side are already placed.
		const precedente = de[de.indexOf(perdue) - 1];
		const rang = precedente ? paires.findIndex(({ ancienne }) => ancienne === precedente) + 1 : 0;
		paires.splice(rang, 0, { ancienne: perdue, nouvelle: undefined });
	}
	return paires.map(({ ancienne, nouvelle }) => comparerSection(ancienne, nouvelle));
}

function meilleure(section: Section, parmi: readonly Section[]): number {
	const notes = parmi.map((autre) => proximite(lire(section), lire(autre)));
	const note = Math.max(0, ...notes);
	return note >= TITRES_PROCHES ? notes.indexOf(note) : -1;
}

/** Dice coefficient of the words of two headings. Two sections without heading match. */
function proximite({ mots: a }: SectionLue, { mots: b }: SectionLue): number {
	if (!a.size || !b.size) return a.size === b.size ? 1 : 0;
	return (2 * a.intersection(b).size) / (a.size + b.size);
}

function comparerSection(de: Section = VIDE, vers: Section = VIDE) {
	const [avant, apres] = [lire(de), lire(vers)];
	const pareils = avant.plis.length === apres.plis.length && avant.plis.every((pli, i) => pli === apres.plis[i]);
	return {
		de: de === VIDE ? undefined : de.titre,
		vers: vers === VIDE ? undefined : vers.titre,
		identique: de !== VIDE && vers !== VIDE && pareils,
		/** Aligned on first access: pages that only list the sections do not need it. */
		get paragraphes() {
			return comparerParagraphes(avant.corps, apres.corps, diffArrays(avant.plis, apres.plis));
		},
	};
}

/** Stands for a section that one side does not have. */
const VIDE: Section = { titre: '', paragraphes: [] };

/**
 * A section prepared for comparison: the folded words of its heading, and its paragraphs, as they are and folded. Kept,
 * since folding takes most of the time of a comparison, and a version is compared with each one of its lineage.
 */
const lire = parObjet((section: Section) => {
	const corps = corpsDe(section);
	const mots = replier(section.titre).split(/[^\p{L}\p{N}]+/u);
	return { mots: new Set(mots.filter(Boolean)), corps, plis: corps.map(replier) };
});
type SectionLue = ReturnType<typeof lire>;

function comparerParagraphes(
	de: readonly string[],
	vers: readonly string[],
	alignement: ReturnType<typeof diffArrays<string>>,
): Paragraphe[] {
	let [a, b] = [0, 0];
	const sortie: Paragraphe[] = [];
	let perdus: string[] = [];
	let gagnes: string[] = [];
	const vider = () => {
		sortie.push(...apparier(perdus, gagnes));
		[perdus, gagnes] = [[], []];
	};
	for (const { added, removed, value } of alignement) {
		const [anciens, recents] = [de.slice(a, a + value.length), vers.slice(b, b + value.length)];
		if (removed) perdus.push(...anciens);
		else if (added) gagnes.push(...recents);
		else {
			vider();
			sortie.push(...anciens.map((avant, i) => ({ type: 'identique' as const, avant, apres: recents[i] as string })));
		}
		if (!added) a += value.length;
		if (!removed) b += value.length;
	}
	vider();
	return sortie;
}

/** Pairs each removed paragraph with the first added one that shares enough words for the difference to be marked. */
function apparier(perdus: readonly string[], gagnes: readonly string[]): Paragraphe[] {
	const sortie: Paragraphe[] = [];
	let suivant = 0;
	const phrases = gagnes.map(lirePhrase);
	for (const avant of perdus) {
		const phrase = lirePhrase(avant);
		let rang = suivant;
		let trouvee: Difference | undefined;
		for (; rang < phrases.length && !trouvee?.marquee; rang++)
			trouvee = differenceDePhrases(phrase, phrases[rang] as Phrase);
		if (!trouvee?.marquee) {
			sortie.push({ type: 'supprime', avant });
			continue;
		}
		sortie.push(...gagnes.slice(suivant, rang - 1).map((apres) => ({ type: 'ajoute' as const, apres })));
		sortie.push({ type: 'modifie', avant, apres: gagnes[rang - 1] as string, difference: trouvee });
		suivant = rang;
	}
	return [...sortie, ...gagnes.slice(suivant).map((apres) => ({ type: 'ajoute' as const, apres }))];
}
