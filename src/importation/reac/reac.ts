import type { TypeBloc } from '../../schemas/bloc.ts';
import type { GenreRubrique } from '../../schemas/fiche-competence.ts';
import { Refus } from '../refus.ts';
import { mots, replier } from '../signe.ts';
import {
	bordDroit,
	type Document,
	type Doute,
	lettres,
	lignesDuContenu,
	motsDuContenu,
	paragraphesDe,
	sansPuce,
	tablesDe,
} from './document.ts';
import { sansObjet } from './duree.ts';
import { type Contenu, enTexte, type LignePdf } from './page.ts';

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

type Cle =
	| 'couverture'
	| 'sommaire'
	| 'introduction'
	| 'evolution'
	| 'contexte'
	| 'activites'
	| 'synoptique'
	| 'emploi'
	| 'definition'
	| 'secteurs'
	| 'reglementation'
	| 'equivalences'
	| 'liste'
	| 'certificat'
	| 'transversales'
	| 'niveau'
	| 'rome'
	| 'activite'
	| 'description-activite'
	| 'liste-activite'
	| 'transversales-activite'
	| 'competence'
	| GenreRubrique
	| 'fiche-transversales'
	| 'glossaire'
	| 'mention';

const FIN = '(?: ?\\([^()]*\\))*[ :.]*$';
const NUMERO = ' n ?° ?\\d+';
/** Complement of the name of a sheet: « de l'emploi type », « du CCS », « d'extension ». */
const COMPLEMENT =
	"(?: (?:d[eu]|en|ccs|d'extension|extension|specialisation|complementaire|certificat(?: complementaire)?|titre|(?:de )?l'emploi(?:[ -]type)?))";
const forme = (source: string) => new RegExp(`^(?:${source})${FIN}`);
/** The headings of a REAC, of both generations, folded. */
const TITRES: readonly [Cle, RegExp][] = [
	['sommaire', forme('sommaire')],
	['introduction', forme('introduction')],
	['evolution', forme("presentation (?:de l'evolution )?d[ue] (?:titre professionnel|tp)|presentation de l'evolution")],
	['contexte', forme("contexte de l'examen d[ue] (?:titre professionnel|tp)")],
	['activites', forme('(?:liste|tableau) des activites')],
	['synoptique', forme(`vue synoptique${COMPLEMENT}+`)],
	['emploi', forme('fiche emploi[ -]type')],
	['definition', forme("definition de l'emploi[ -]type et des conditions d'exercice")],
	[
		'secteurs',
		forme("secteurs? d'activites? et types? d'emplois? accessibles? par l[ea]s? (?:detenteurs?|titulaires?) du titre"),
	],
	['reglementation', forme("reglementations? d'activites?")],
	['equivalences', forme("(?:equivalences?|liens?) avec d'autres certifications?")],
	['liste', forme('liste des activites[ -]types? et des competences professionnelles')],
	['liste', forme(`liste des activites[ -]types? d'extension${COMPLEMENT}*`)],
	['certificat', forme(`certificat complementaire de specialisation${NUMERO}(?: du titre(?: professionnel)?)?`)],
	['transversales', forme("competences? transversales? de l'emploi(?:[ -]type)?")],
	['niveau', forme("niveaux? et(?:/| )?ou domaines? d'activites?")],
	['rome', forme('fiches?(?:\\(s\\))? rome de rattachement')],
	['activite', forme(`fiche activite[ -]type${COMPLEMENT}*(?:${NUMERO})?${COMPLEMENT}*`)],
	['description-activite', forme("definition, description de l'activite[ -]type et conditions d'exercice")],
	['liste-activite', forme("liste des competences professionnelles de l'activite[ -]type")],
	['transversales-activite', forme("competences? transversales? de l'activite[ -]type")],
	['competence', forme(`fiche competence professionnelle${COMPLEMENT}*(?:${NUMERO})?${COMPLEMENT}*`)],
	['description', forme('description de la competence(?: ?- ?processus de mise en oeuvre)?')],
	['contextes', forme('contextes?(?:\\(s\\))? professionnels?(?:\\(s\\))? de mise en oeuvre')],
	['criteres', forme('criteres? de performance')],
	['savoirs', forme('(?:savoirs?(?:-faire)?(?: (?:techniques?|organisationnels?|relationnels?))?(?:, ?| et )?){2,}')],
	['fiche-transversales', forme("fiches?(?: des)? competences? transversales? de l'emploi(?:[ -]type)?")],
	['glossaire', forme('glossaire (?:technique|du reac)')],
	['mention', forme('reproduction interdite')],
];

const NOMS: Partial<Record<Cle, string>> = {
	sommaire: 'sommaire',
	introduction: 'introduction',
	evolution: 'présentation de l’évolution',
	contexte: 'contexte de l’examen du titre',
	definition: 'définition de l’emploi type',
	secteurs: 'secteurs d’activité et emplois',
	reglementation: 'réglementation d’activités',
	equivalences: 'équivalences avec d’autres certifications',
	niveau: 'niveau et domaine d’activité',
	'description-activite': 'description d’une activité type',
	'transversales-activite': 'compétences transversales d’une activité type',
	glossaire: 'glossaires',
	mention: 'mentions de l’éditeur',
	description: 'description d’une compétence',
	contextes: 'contextes d’une compétence',
	criteres: 'critères de performance',
	savoirs: 'savoir-faire et savoirs',
};

type Section = { cle: Cle; titre: string; page: number; contenus: Contenu[] };

const titreDe = (texte: string): Cle | undefined => {
	const plie = replier(texte);
	return TITRES.find(([, f]) => f.test(plie))?.[0];
};

/** Cuts a document at its headings; a heading may be printed on two lines. */
const sectionsDe = (document: Document): Section[] => {
	const sections: Section[] = [{ cle: 'couverture', titre: '', page: 1, contenus: [] }];
	// The glossary has headings of its own, « Critère de performance » among them.
	const titre = (texte: string): Cle | undefined => {
		const cle = titreDe(texte);
		return sections.at(-1)?.cle !== 'glossaire' || cle === 'glossaire' || cle === 'mention' ? cle : undefined;
	};
	for (const { numero, contenu } of document.pages)
		for (let i = 0; i < contenu.length; i++) {
			const [ici, suite] = [contenu[i] as Contenu, contenu[i + 1]];
			const texte = 'ligne' in ici ? ici.ligne.texte : '';
			const deux = suite && 'ligne' in suite && texte !== '' ? `${texte} ${suite.ligne.texte}` : '';
			const seul = texte === '' ? undefined : titre(texte);
			const double =
				seul === undefined || /n ?° ?\d+$/.test(replier(deux)) ? (deux ? titre(deux) : undefined) : undefined;
			if (double && (seul === undefined || double === seul)) {
				sections.push({ cle: double, titre: deux, page: numero, contenus: [] });
				i++;
			} else if (seul) sections.push({ cle: seul, titre: texte, page: numero, contenus: [] });
			else sections.at(-1)?.contenus.push(ici);
		}
	return sections;
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
	const lignesDe = (s: Section): LignePdf[] => s.contenus.flatMap(lignesDuContenu);
	const paragraphes = (s: Section) => paragraphesDe(lignesDe(s), bord).map((p) => sansPuce(enTexte(p)));
	const compter = (s: Section): Passage => {
		const passage = {
			nom: NOMS[s.cle] ?? s.titre,
			titre: s.titre,
			...(activites.at(-1) && { de: activites.at(-1)?.intitule }),
			page: s.page,
			mots: s.contenus.reduce((n, c) => n + motsDuContenu(c).length, 0),
			texte: paragraphes(s),
		};
		places += passage.mots;
		if (passage.mots > 0) passages.push(passage);
		return passage;
	};
	const lireLabels = (s: Section): string[] => {
		for (const c of s.contenus) places += motsDuContenu(c).length;
		return paragraphes(s);
	};

	const couverture = lireCouverture(sections[0] as Section);
	for (const c of (sections[0] as Section).contenus) places += motsDuContenu(c).length;
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
				for (const c of s.contenus) places += motsDuContenu(c).length;
				evolution = { texte: [], page: s.page, ...evolution, ...lireAncienNouveau(s, bord, doutes) };
				break;
			}
			case 'synoptique':
				for (const c of s.contenus) places += motsDuContenu(c).length;
				synoptiques.push(s);
				break;
			case 'emploi':
				for (const c of s.contenus) places += motsDuContenu(c).length;
				// A cover that is a picture has no words: the title stands here too.
				if (intitule === '') intitule = enTexte(lignesDe(s));
				break;
			case 'liste':
				for (const c of s.contenus) places += motsDuContenu(c).length;
				listes.push(s);
				break;
			case 'certificat':
				for (const c of s.contenus) places += motsDuContenu(c).length;
				certificats.push(s);
				break;
			case 'transversales':
				for (const c of s.contenus) places += motsDuContenu(c).length;
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
				for (const c of s.contenus) places += motsDuContenu(c).length;
				const type = /extension|complementaire|specialisation|ccs/.test(replier(s.titre)) ? 'ccs' : 'ccp';
				activites.push({ type, intitule, page: s.page, competences: [] });
				break;
			}
			case 'liste-activite': {
				for (const c of s.contenus) places += motsDuContenu(c).length;
				const derniere = activites.at(-1);
				if (derniere) derniere.liste = s;
				break;
			}
			case 'competence': {
				dansTransversales = false;
				for (const c of s.contenus) places += motsDuContenu(c).length;
				fiche = { libelle: enTexte(lignesDe(s)), page: s.page, rubriques: [] };
				competences.push(fiche);
				break;
			}
			case 'fiche-transversales': {
				dansTransversales = true;
				for (const c of s.contenus) places += motsDuContenu(c).length;
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

/** « 326 t », « 311p »: the codes of a line of NSF codes, which their names follow. */
export const codesNsf = (texte: string): string[] =>
	[...texte.matchAll(/(?<![\p{L}\p{N}])(\d{3})\s?([a-z])?(?=[\s:.,;–—-]|$)/gu)].map((m) =>
		m[2] ? `${m[1]} ${m[2]}` : `${m[1]}`,
	);

/** Cover: kind, title on one line or more, level, address. */
export const lireCouverture = (
	section: Pick<Section, 'contenus'>,
): { intitule: string; niveau?: string; restes: { page: number; texte: string }[] } => {
	const lignes = section.contenus.flatMap(lignesDuContenu);
	const titre: LignePdf[] = [];
	const restes: { page: number; texte: string }[] = [];
	let niveau: string | undefined;
	let apres = false;
	for (const ligne of lignes) {
		const plie = replier(ligne.texte);
		const n = /^niveau\s*:?\s*([1-8]|i{1,3}|iv|v)\b/.exec(plie);
		if (
			/^(?:referentiel|d'emploi|emploi|activites|competences|d[ue] titre professionnel|titre professionnel$)/.test(plie)
		)
			apres = titre.length === 0;
		else if (n) {
			niveau = n[1]?.toUpperCase();
			apres = false;
		} else if (/^site\b|https?:|^ministere|^liberte/.test(plie)) apres = false;
		else if (apres) titre.push(ligne);
		else restes.push({ page: ligne.page, texte: ligne.texte });
	}
	return { intitule: enTexte(titre), ...(niveau && { niveau }), restes };
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

/** The synoptic view, where each label has a cell of its own: it tells a label that its sheet prints otherwise. */
const verifierSynoptique = (
	competences: readonly CompetenceLue[],
	sections: readonly Section[],
	doutes: Doute[],
): void => {
	const cellules = sections.flatMap((s) => tablesDe(s.contenus).flatMap((t) => t.cellules));
	if (cellules.length === 0) return;
	for (const { libelle, page } of competences) {
		if (cellules.some((c) => lettres(c.texte) === lettres(libelle))) continue;
		const proche = cellules.find((c) => ressemblance(c.texte, libelle) > 0.7);
		doutes.push({
			page: sections[0]?.page ?? page,
			motif: `la vue synoptique n’a pas ce libellé, que la page ${page} imprime${proche ? `, mais « ${proche.texte} »` : ''}`,
			texte: libelle,
		});
	}
};

/** The competences that the list of an activity names, in its order. */
const rattacher = (
	activite: ActiviteLue & { liste?: Section },
	competences: readonly CompetenceLue[],
	bord: number,
	doutes: Doute[],
): CompetenceLue[] => {
	const lignes = activite.liste?.contenus.flatMap(lignesDuContenu) ?? [];
	const exactes = suiteDe(lettres(lignes.map((l) => sansPuce(l.texte)).join('')), competences);
	if (exactes) return exactes;
	return paragraphesDe(lignes, bord).flatMap((p) => {
		const texte = sansPuce(enTexte(p));
		const proche = [...competences].sort((a, b) => ressemblance(b.libelle, texte) - ressemblance(a.libelle, texte))[0];
		const page = p[0]?.page ?? activite.page;
		if (!proche || ressemblance(proche.libelle, texte) < 0.6) {
			doutes.push({ page, motif: 'libellé d’aucune fiche compétence professionnelle', texte });
			return [];
		}
		if (lettres(proche.libelle) !== lettres(texte))
			doutes.push({
				page,
				motif: `libellé différent de celui de la fiche, page ${proche.page} (« ${proche.libelle} »)`,
				texte,
			});
		return [proche];
	});
};

/** A run of letters read as labels end to end, each of a competence that was not read yet. */
export const suiteDe = (reste: string, competences: readonly CompetenceLue[]): CompetenceLue[] | undefined => {
	if (reste === '') return [];
	const candidates = competences
		.filter((c) => reste.startsWith(lettres(c.libelle)))
		.sort((a, b) => b.libelle.length - a.libelle.length);
	for (const c of candidates) {
		const suite = suiteDe(
			reste.slice(lettres(c.libelle).length),
			competences.filter((d) => d !== c),
		);
		if (suite) return [c, ...suite];
	}
	return undefined;
};

/** Share of pairs of letters in common, from 0 to 1. */
export const ressemblance = (a: string, b: string): number => {
	const paires = (t: string) => {
		const l = lettres(t);
		return Array.from({ length: Math.max(0, l.length - 1) }, (_, i) => l.slice(i, i + 2));
	};
	const [pa, pb] = [paires(a), paires(b)];
	const reste = new Map<string, number>();
	for (const p of pa) reste.set(p, (reste.get(p) ?? 0) + 1);
	let communes = 0;
	for (const p of pb) {
		const n = reste.get(p) ?? 0;
		if (n > 0) communes++;
		reste.set(p, n - 1);
	}
	return pa.length + pb.length === 0 ? 0 : (2 * communes) / (pa.length + pb.length);
};

/** « Liste des activités types et des compétences professionnelles »: the same blocs and labels, in the same order. */
const verifierListe = (sections: readonly Section[], activites: readonly ActiviteLue[], doutes: Doute[]): void => {
	const lignes = sections.flatMap((s) => s.contenus.flatMap(lignesDuContenu));
	if (lignes.length === 0 || sansObjet(enTexte(lignes))) return;
	const lue = lettres(lignes.map((l) => sansPuce(l.texte).replace(/^\d{1,2}\s*[.)-]\s*/u, '')).join(''));
	const attendue = lettres(
		activites.map((a) => [a.intitule, ...a.competences.map((c) => c.libelle)].join('')).join(''),
	);
	if (lue === attendue) return;
	let commun = 0;
	while (commun < lue.length && lue[commun] === attendue[commun]) commun++;
	let vus = 0;
	const ligne = lignes.find((l) => {
		vus += lettres(sansPuce(l.texte).replace(/^\d{1,2}\s*[.)-]\s*/u, '')).length;
		return vus > commun;
	});
	doutes.push({
		page: ligne?.page ?? sections[0]?.page ?? 0,
		motif: 'la liste des activités types et des compétences ne dit pas ce que disent les fiches',
		texte: ligne?.texte ?? 'fin de la liste',
	});
};

/** The page that opens a CCS names the title, then its activity as the sheet does. */
const verifierCertificats = (
	sections: readonly Section[],
	activites: readonly ActiviteLue[],
	intitule: string,
	doutes: Doute[],
): void => {
	for (const s of sections) {
		const texte = enTexte(s.contenus.flatMap(lignesDuContenu));
		const nom = lettres(texte).replace(lettres(intitule), '');
		if (nom !== '' && !activites.some((a) => a.type === 'ccs' && lettres(a.intitule) === nom))
			doutes.push({
				page: s.page,
				motif: 'certificat complémentaire que ne nomme ainsi aucune fiche activité type',
				texte,
			});
	}
};

const verifierTransversales = (
	section: Section | undefined,
	transversales: CompetenceLue[],
	bord: number,
	doutes: Doute[],
): void => {
	const lignes = section?.contenus.flatMap(lignesDuContenu) ?? [];
	if (sansObjet(enTexte(lignes))) return;
	if (suiteDe(lettres(lignes.map((l) => sansPuce(l.texte)).join('')), transversales)) return;
	for (const p of paragraphesDe(lignes, bord)) {
		const texte = sansPuce(enTexte(p));
		if (transversales.some((t) => lettres(t.libelle) === lettres(texte))) continue;
		const proche = transversales.find((t) => ressemblance(t.libelle, texte) > 0.7);
		doutes.push({
			page: p[0]?.page ?? section?.page ?? 0,
			motif: proche
				? `libellé différent de celui de la fiche, page ${proche.page} (« ${proche.libelle} »)`
				: 'compétence transversale sans fiche',
			texte,
		});
		if (!proche) transversales.push({ libelle: texte, page: p[0]?.page ?? 0, rubriques: [] });
	}
};
