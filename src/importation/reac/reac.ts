import type { TypeBloc } from '../../schemas/bloc.ts';
import type { GenreRubrique } from '../../schemas/fiche-competence.ts';
import { Refus } from '../refus.ts';
import { mots, replier } from '../signe.ts';
import { rattacher, verifierCertificats, verifierListe, verifierSynoptique, verifierTransversales } from './accord.ts';
import { codesNsf, lireCouverture } from './couverture.ts';
import {
	bordDroit,
	type Document,
	type Doute,
	lignesDuContenu,
	motsDuContenu,
	paragraphesDe,
	sansPuce,
	tablesDe,
} from './document.ts';
import { sansObjet } from './duree.ts';
import { type Contenu, enTexte, type LignePdf } from './page.ts';
import { NOMS, type Section, sectionsDe } from './section.ts';

export type RubriqueLue = { genre: GenreRubrique; page: number; texte: string[] };

/** A « fiche compétence professionnelle », or a transversal competence. */
export type CompetenceLue = { libelle: string; page: number; rubriques: RubriqueLue[] };

export type ActiviteLue = { type: TypeBloc; intitule: string; page: number; competences: CompetenceLue[] };

/** A passage that is counted and placed, and written only within rights; `de` is the bloc that it is of. */
export type Passage = {
	nom: string;
	/** Its heading as printed, where `nom` is ours. */
	titre?: string;
	page: number;
	mots: number;
	texte: string[];
	de?: string;
};

export type ReacLu = {
	intitule: string;
	niveau?: string;
	nsf: string[];
	rome: string[];
	activites: ActiviteLue[];
	transversales: CompetenceLue[];
	evolution?: { page: number; texte: string[]; anciennes: string[]; nouvelles: string[] };
	passages: Passage[];
	/** Lines that stand under no heading that is known. */
	restes: { page: number; texte: string }[];
	doutes: Doute[];
	/** Words that are neither held, nor counted, nor left to be placed by hand: none, or this module is at fault. */
	perdus: number;
};

/** Reads a REAC. What is not sure is a doubt; a REAC without activities or sheets is refused. */
export const lireReac = (document: Document): ReacLu => {
	const sections = sectionsDe(document);
	const bord = bordDroit(document.pages);
	const doutes: Doute[] = [];
	const passages: Passage[] = [];
	const restes: ReacLu['restes'] = [];
	let places = document.motsDesPieds;
	const tenir = (...textes: string[]) => {
		for (const texte of textes) places += mots(texte).length;
	};
	const motsDe = (s: Section) => s.contenus.reduce((n, c) => n + motsDuContenu(c).length, 0);
	const placer = (s: Section) => {
		places += motsDe(s);
	};
	const lignesDe = (s: Section): LignePdf[] => s.contenus.flatMap(lignesDuContenu);
	const paragraphes = (s: Section) => paragraphesDe(lignesDe(s), bord).map((p) => sansPuce(enTexte(p)));
	const compter = (s: Section): Passage => {
		const passage = {
			nom: NOMS[s.cle] ?? s.titre,
			titre: s.titre,
			...(activites.at(-1) && { de: activites.at(-1)?.intitule }),
			page: s.page,
			mots: motsDe(s),
			texte: paragraphes(s),
		};
		places += passage.mots;
		if (passage.mots > 0) passages.push(passage);
		return passage;
	};
	const lireLabels = (s: Section): string[] => {
		placer(s);
		return paragraphes(s);
	};

	const couverture = lireCouverture(sections[0] as Section);
	placer(sections[0] as Section);
	for (const reste of couverture.restes) restes.push(reste);

	const activites: (ActiviteLue & { liste?: Section })[] = [];
	const competences: CompetenceLue[] = [];
	const transversales: CompetenceLue[] = [];
	let fiche: CompetenceLue | undefined;
	let dansTransversales = false;
	let evolution: ReacLu['evolution'];
	let labelsTransversaux: Section | undefined;
	const listes: Section[] = [];
	const synoptiques: Section[] = [];
	const certificats: Section[] = [];
	let nsf: string[] = [];
	let rome: string[] = [];
	let { intitule, niveau } = couverture;

	for (const s of sections.slice(1)) {
		tenir(s.titre);
		switch (s.cle) {
			case 'evolution':
				evolution = { anciennes: [], nouvelles: [], ...evolution, page: s.page, texte: compter(s).texte };
				break;
			case 'activites': {
				placer(s);
				evolution = { texte: [], page: s.page, ...evolution, ...lireAncienNouveau(s, bord, doutes) };
				break;
			}
			case 'synoptique':
				placer(s);
				synoptiques.push(s);
				break;
			case 'emploi':
				placer(s);
				// A cover that is a picture has no words: the title stands here too.
				if (intitule === '') intitule = enTexte(lignesDe(s));
				break;
			case 'liste':
				placer(s);
				listes.push(s);
				break;
			case 'certificat':
				placer(s);
				certificats.push(s);
				break;
			case 'transversales':
				placer(s);
				labelsTransversaux = s;
				break;
			case 'niveau': {
				const texte = compter(s).texte.join('\n');
				nsf = codesNsf(texte);
				niveau ??= /^Niveau\s+([1-8]|I{1,3}|IV|V)(?![\p{L}\p{N}])/mu.exec(texte)?.[1];
				break;
			}
			case 'rome':
				rome = lireLabels(s);
				break;
			case 'activite': {
				dansTransversales = false;
				const intitule = enTexte(lignesDe(s));
				placer(s);
				const type = /extension|complementaire|specialisation|ccs/.test(replier(s.titre)) ? 'ccs' : 'ccp';
				activites.push({ type, intitule, page: s.page, competences: [] });
				break;
			}
			case 'liste-activite': {
				placer(s);
				const derniere = activites.at(-1);
				if (derniere) derniere.liste = s;
				break;
			}
			case 'competence': {
				dansTransversales = false;
				placer(s);
				fiche = { libelle: enTexte(lignesDe(s)), page: s.page, rubriques: [] };
				competences.push(fiche);
				break;
			}
			case 'fiche-transversales': {
				dansTransversales = true;
				placer(s);
				fiche = { libelle: enTexte(lignesDe(s)), page: s.page, rubriques: [] };
				if (!sansObjet(fiche.libelle)) transversales.push(fiche);
				break;
			}
			case 'description':
			case 'contextes':
			case 'criteres':
			case 'savoirs': {
				// The title of the next transversal competence ends the criteria of the one before: bold, and set larger.
				const lignes = lignesDe(s);
				const suivant = dansTransversales ? titreFinal(lignes) : [];
				const garde = suivant.length > 0 ? { ...s, contenus: sansLignes(s.contenus, suivant) } : s;
				const { texte } = compter(garde);
				fiche?.rubriques.push({ genre: s.cle, page: s.page, texte });
				if (suivant.length > 0) {
					tenir(...suivant.map((l) => l.texte));
					fiche = { libelle: enTexte(suivant), page: suivant[0]?.page ?? s.page, rubriques: [] };
					transversales.push(fiche);
				}
				break;
			}
			default:
				compter(s);
		}
	}
	if (activites.length === 0 || competences.length === 0)
		throw new Refus(
			`ce REAC n’a pas ${activites.length === 0 ? 'de « Fiche activité type »' : 'de « Fiche compétence professionnelle »'} lisible : rien à importer`,
		);
	verifierSynoptique(competences, synoptiques, doutes);
	const libres = new Set(competences);
	for (const activite of activites) {
		// One label may have a sheet in two activities, or one sheet for both: those that no activity has come first.
		const candidates = [...libres, ...competences.filter((c) => !libres.has(c))];
		activite.competences = rattacher(activite, candidates, bord, doutes);
		for (const c of activite.competences) libres.delete(c);
		if (activite.competences.length === 0)
			doutes.push({ page: activite.page, motif: 'aucune compétence sous cette activité', texte: activite.intitule });
	}
	for (const c of competences)
		if (!activites.some((a) => a.competences.includes(c)))
			throw new Refus(`page ${c.page} : la compétence « ${c.libelle} » n’est de la liste d’aucune activité type`);
	verifierListe(listes, activites, doutes);
	verifierCertificats(certificats, activites, intitule, doutes);
	verifierTransversales(labelsTransversaux, transversales, bord, doutes);
	return {
		intitule,
		...(niveau && { niveau }),
		nsf: [...new Set(nsf)],
		rome,
		activites: activites.map(({ liste: _, ...a }) => a),
		transversales,
		...(evolution && { evolution }),
		passages,
		restes,
		doutes: [...document.doutes, ...doutes],
		perdus: document.mots - places,
	};
};

/** Bold lines that end a run of lines, set larger than what they follow. */
const titreFinal = (lignes: readonly LignePdf[]): LignePdf[] => {
	const courant = Math.min(...lignes.map((l) => l.corps));
	let debut = lignes.length;
	while (debut > 0 && (lignes[debut - 1]?.corps ?? 0) > courant + 0.9) debut--;
	return debut > 0 ? lignes.slice(debut) : [];
};

const sansLignes = (contenus: readonly Contenu[], retirees: readonly LignePdf[]): Contenu[] =>
	contenus.filter((c) => !('ligne' in c) || !retirees.includes(c.ligne));

/** « Ancien TP » and « Nouveau TP »: one list under the other, or two columns of a table. */
const lireAncienNouveau = (
	section: Section,
	bord: number,
	doutes: Doute[],
): { anciennes: string[]; nouvelles: string[] } => {
	const sorties = { anciennes: [] as string[], nouvelles: [] as string[] };
	for (const table of tablesDe(section.contenus)) {
		const tete = (nom: RegExp) => table.cellules.find((c) => nom.test(replier(c.texte)));
		const [ancien, nouveau] = [tete(/^ancien (?:tp|titre)/), tete(/^nouveau (?:tp|titre)/)];
		if (!ancien || !nouveau) continue;
		const colonne = (entete: typeof ancien) =>
			table.cellules.filter(
				(c) => c.haut <= entete.bas + 1 && Math.min(c.droite, entete.droite) - Math.max(c.gauche, entete.gauche) > 5,
			);
		// The two titles stand under the heads, in their cells or in a row of their own.
		const titres = /^anciens? (?:tp|titre(?: professionnel)?)[ :]*$/.test(replier(ancien.texte)) ? 1 : 0;
		sorties.anciennes.push(
			...colonne(ancien)
				.slice(titres)
				.map((c) => sansPuce(c.texte)),
		);
		sorties.nouvelles.push(
			...colonne(nouveau)
				.slice(titres)
				.map((c) => sansPuce(c.texte)),
		);
	}
	let ici: string[] | undefined;
	const lignes = section.contenus.flatMap((c) => ('ligne' in c ? [c.ligne] : []));
	for (const paragraphe of paragraphesDe(lignes, bord)) {
		const texte = enTexte(paragraphe);
		const plie = replier(texte);
		if (/^anciens? (?:tp|titre)/.test(plie)) ici = sorties.anciennes;
		else if (/^nouveaux? (?:tp|titre)/.test(plie)) ici = sorties.nouvelles;
		else if (/^(?:activites?(?: types?)?|cc[ps]|certificats?[^:]{0,60}:)[ :]*$/.test(plie) || sansObjet(texte))
			continue;
		else if (ici) ici.push(sansPuce(texte));
		else doutes.push({ page: section.page, motif: 'ni sous « Ancien TP » ni sous « Nouveau TP »', texte });
	}
	return sorties;
};
