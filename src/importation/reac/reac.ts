import type { TypeBloc } from '../../schemas/bloc.ts';
import type { GenreRubrique } from '../../schemas/fiche-competence.ts';
import { type Contenu, enTexte, type LignePdf } from '../page-pdf.ts';
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
	sansMarque,
	sansPuce,
	tablesDe,
} from './document.ts';
import { sansObjet } from './duree.ts';
import { NOMS, type Section, sectionsDe, titreDe } from './section.ts';

export type RubriqueLue = { genre: GenreRubrique; page: number; texte: string[] };

/** A « fiche compétence professionnelle », or a transversal competence. */
export type CompetenceLue = { libelle: string; page: number; rubriques: RubriqueLue[] };

export type ActiviteLue = { type: TypeBloc; intitule: string; page: number; competences: CompetenceLue[] };

/** A passage, always located and counted, but written only if it may be reproduced. `de` is the title of its bloc. */
export type Passage = {
	nom: string;
	/** Its heading as printed, if `nom` is a normalised name. */
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
	/** Lines under no known heading. */
	restes: { page: number; texte: string }[];
	doutes: Doute[];
	/** Number of words neither read nor counted. Anything but 0 is a bug of this module. */
	perdus: number;
};

/**
 * Reads a REAC. Uncertain readings are doubts.
 * @throws Refus if no activity or no fiche of a competence can be read, or if a fiche belongs to no activity
 */
export const lireReac = (document: Document): ReacLu => {
	const [couverture, ...sections] = sectionsDe(document) as [Section, ...Section[]];
	const lecteur = new LecteurReac(document, couverture);
	for (const section of sections) lecteur.lire(section);
	return lecteur.conclure();
};

/** State of the reading of a REAC, one section at a time. */
class LecteurReac {
	readonly #document: Document;
	/** Right edge of the text, in points, used to detect the last line of a paragraph. */
	readonly #bord: number;
	readonly #doutes: Doute[];
	readonly #passages: Passage[] = [];
	readonly #restes: ReacLu['restes'];
	readonly #activites: (ActiviteLue & { liste?: Section })[] = [];
	readonly #competences: CompetenceLue[] = [];
	readonly #transversales: CompetenceLue[] = [];
	/** Sections that repeat labels of other sections. At the end, the reading is checked against them. */
	readonly #redites: Record<'liste' | 'synoptique' | 'certificat' | 'transversales', Section[]> = {
		liste: [],
		synoptique: [],
		certificat: [],
		transversales: [],
	};
	#intitule: string;
	#niveau: string | undefined;
	#nsf: string[] = [];
	#rome: string[] = [];
	#evolution: ReacLu['evolution'];
	/** Current fiche, to which the following rubriques belong. */
	#fiche: CompetenceLue | undefined;
	#dansTransversales = false;
	/** Number of words kept or counted so far. */
	#places: number;

	constructor(document: Document, couverture: Section) {
		const { intitule, niveau, restes } = lireCouverture(couverture);
		this.#document = document;
		this.#bord = bordDroit(document.pages);
		this.#doutes = [...document.doutes];
		this.#restes = restes;
		[this.#intitule, this.#niveau] = [intitule, niveau];
		this.#places = document.motsDesPieds + motsDe(couverture);
	}

	lire(s: Section): void {
		this.#places += mots(s.titre).length;
		switch (s.cle) {
			case 'liste':
			case 'synoptique':
			case 'certificat':
			case 'transversales':
				this.#placer(s);
				this.#redites[s.cle].push(s);
				break;
			case 'evolution':
				this.#evolution = {
					anciennes: [],
					nouvelles: [],
					...this.#evolution,
					page: s.page,
					texte: this.#compter(s).texte,
				};
				break;
			case 'activites':
				this.#placer(s);
				this.#evolution = {
					texte: [],
					page: s.page,
					...this.#evolution,
					...lireAncienNouveau(s, this.#bord, this.#doutes),
				};
				break;
			case 'emploi': {
				const texte = this.#placer(s);
				// If the cover is an image, it has no text, and the title is read here.
				if (this.#intitule === '') this.#intitule = texte;
				break;
			}
			case 'niveau': {
				const texte = this.#compter(s).texte.join('\n');
				this.#nsf = codesNsf(texte);
				this.#niveau ??= /^Niveau\s+([1-8]|I{1,3}|IV|V)(?![\p{L}\p{N}])/mu.exec(texte)?.[1];
				break;
			}
			case 'rome':
				this.#placer(s);
				this.#rome = this.#paragraphes(s);
				break;
			case 'activite': {
				const type = /extension|complementaire|specialisation|ccs/.test(replier(s.titre)) ? 'ccs' : 'ccp';
				this.#activites.push({ type, intitule: sansMarque(this.#placer(s)), page: s.page, competences: [] });
				this.#dansTransversales = false;
				break;
			}
			case 'liste-activite': {
				this.#placer(s);
				const activite = this.#activites.at(-1);
				if (activite) activite.liste = s;
				break;
			}
			case 'competence':
				this.#fiche = { libelle: sansMarque(this.#placer(s)), page: s.page, rubriques: [] };
				this.#competences.push(this.#fiche);
				this.#dansTransversales = false;
				break;
			case 'fiche-transversales':
				this.#fiche = { libelle: this.#placer(s), page: s.page, rubriques: [] };
				if (!sansObjet(this.#fiche.libelle)) this.#transversales.push(this.#fiche);
				this.#dansTransversales = true;
				break;
			case 'description':
			case 'contextes':
			case 'criteres':
			case 'savoirs':
				this.#lireRubrique(s, s.cle);
				break;
			default:
				this.#compter(s);
		}
	}

	/** Checks the reading against the sections that repeat it. */
	conclure(): ReacLu {
		const [activites, competences, doutes] = [this.#activites, this.#competences, this.#doutes];
		if (activites.length === 0 || competences.length === 0)
			throw new Refus(
				`ce REAC n’a pas ${activites.length === 0 ? 'de « Fiche activité type »' : 'de « Fiche compétence professionnelle »'} lisible${this.#titreInconnu()} : rien à importer`,
			);
		const { liste, synoptique, certificat, transversales } = this.#redites;
		verifierSynoptique(competences, synoptique, doutes);
		this.#rattacher();
		verifierListe(liste, activites, doutes);
		verifierCertificats(certificat, activites, this.#intitule, doutes);
		verifierTransversales(transversales.at(-1), this.#transversales, this.#bord, doutes);
		return {
			intitule: this.#intitule,
			...(this.#niveau && { niveau: this.#niveau }),
			nsf: [...new Set(this.#nsf)],
			rome: this.#rome,
			activites: activites.map(({ liste: _, ...a }) => a),
			transversales: this.#transversales,
			...(this.#evolution && { evolution: this.#evolution }),
			passages: this.#passages,
			restes: this.#restes,
			doutes,
			perdus: this.#document.mots - this.#places,
		};
	}

	/** The first line that looks like the heading of a fiche, but is none, for the error message. */
	#titreInconnu(): string {
		const lignes = this.#document.pages.flatMap((p) => p.contenu.flatMap(lignesDuContenu));
		const inconnue = lignes.find(
			(l) => /^fiches? (?:at|cp|activite|competence)(?![a-z])/.test(replier(l.texte)) && !titreDe(l.texte),
		);
		return inconnue
			? ` (page ${inconnue.page} : « ${inconnue.texte.slice(0, 80)} » n’est pas un titre de fiche connu)`
			: '';
	}

	/** Gives each activity the fiches that its list names. */
	#rattacher(): void {
		const libres = new Set(this.#competences);
		for (const activite of this.#activites) {
			// Two activities may have the same label, with one fiche each or one for both: unclaimed fiches come first.
			const candidates = [...libres, ...this.#competences.filter((c) => !libres.has(c))];
			activite.competences = rattacher(activite, candidates, this.#bord, this.#doutes);
			for (const c of activite.competences) libres.delete(c);
			if (activite.competences.length === 0)
				this.#doutes.push({
					page: activite.page,
					motif: 'aucune compétence sous cette activité',
					texte: activite.intitule,
				});
		}
		for (const c of libres)
			throw new Refus(
				`page ${c.page} : la compétence « ${c.libelle} » n’est de la liste d’aucune activité type${this.#titreInconnu()}`,
			);
	}

	/** Reads one rubrique of the current fiche. */
	#lireRubrique(s: Section, genre: GenreRubrique): void {
		// The criteria of a transversal competence end with the title of the next one, in larger type.
		const suivant = this.#dansTransversales ? titreFinal(lignesDe(s)) : [];
		const garde = suivant.length > 0 ? { ...s, contenus: sansLignes(s.contenus, suivant) } : s;
		const { texte } = this.#compter(garde);
		this.#fiche?.rubriques.push({ genre, page: s.page, texte });
		if (suivant.length === 0) return;
		for (const ligne of suivant) this.#places += mots(ligne.texte).length;
		this.#fiche = { libelle: enTexte(suivant), page: suivant[0]?.page ?? s.page, rubriques: [] };
		this.#transversales.push(this.#fiche);
	}

	/** Counts the words of a section as kept. @returns its text on one line */
	#placer(s: Section): string {
		this.#places += motsDe(s);
		return enTexte(lignesDe(s));
	}

	/** Counts the words of a section, and keeps it as a passage if it has any. */
	#compter(s: Section): Passage {
		const activite = this.#activites.at(-1);
		const passage = {
			nom: NOMS[s.cle] ?? s.titre,
			titre: s.titre,
			...(activite && { de: activite.intitule }),
			page: s.page,
			mots: motsDe(s),
			texte: this.#paragraphes(s),
		};
		this.#places += passage.mots;
		if (passage.mots > 0) this.#passages.push(passage);
		return passage;
	}

	#paragraphes(s: Section): string[] {
		return paragraphesDe(lignesDe(s), this.#bord).map((p) => sansPuce(enTexte(p)));
	}
}

const motsDe = (s: Section): number => s.contenus.reduce((n, c) => n + motsDuContenu(c).length, 0);

const lignesDe = (s: Section): LignePdf[] => s.contenus.flatMap(lignesDuContenu);

/** Last lines, if they are in larger type than the others. */
const titreFinal = (lignes: readonly LignePdf[]): LignePdf[] => {
	const courant = Math.min(...lignes.map((l) => l.corps));
	let debut = lignes.length;
	while (debut > 0 && (lignes[debut - 1]?.corps ?? 0) > courant + 0.9) debut--;
	return debut > 0 ? lignes.slice(debut) : [];
};

const sansLignes = (contenus: readonly Contenu[], retirees: readonly LignePdf[]): Contenu[] =>
	contenus.filter((c) => !('ligne' in c) || !retirees.includes(c.ligne));

/** Reads « Ancien TP » and « Nouveau TP »: two lists one after the other, or two columns of a table. */
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
		// The two titles are in the header cells, or in a row of their own.
		const titres = /^anciens? (?:tp|titre(?: professionnel)?)[ :]*$/.test(replier(ancien.texte)) ? 1 : 0;
		sorties.anciennes.push(
			...colonne(ancien)
				.slice(titres)
				.map((c) => sansMarque(c.texte)),
		);
		sorties.nouvelles.push(
			...colonne(nouveau)
				.slice(titres)
				.map((c) => sansMarque(c.texte)),
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
		else if (ici) ici.push(sansMarque(texte));
		else doutes.push({ page: section.page, motif: 'ni sous « Ancien TP » ni sous « Nouveau TP »', texte });
	}
	return sorties;
};
