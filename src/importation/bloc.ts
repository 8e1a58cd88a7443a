import type { TypeBloc } from '../schemas/bloc.ts';
import type { Ligne } from './ligne.ts';
import { numeroDe, sautsDeNumeros } from './numerotation.ts';
import {
	commenceEnCapitale,
	commenceEnMinuscule,
	commenceParInfinitif,
	enCapitales,
	finitItem,
	finitPhrase,
	joindre,
	mots,
	parentheseOuverte,
	replier,
	resteEnSuspens,
} from './signe.ts';

export type CompetenceLue = {
	libelle: string;
	/** Number printed before the label, such as « 1.2 ». It is not kept: the rank replaces it. */
	marque?: string;
	lignes: number[];
};
export type BlocLu = {
	type: TypeBloc;
	intitule: string;
	competences: CompetenceLue[];
	/** Mark printed before the title, such as « CCP – » or « 2. ». It is not kept: type and rank replace it. */
	marque: string;
	/** RNCP code. */
	code?: string;
	/** The document prints no title for this bloc: it is that of the whole titre. */
	emprunte?: true;
	/** Text removed from its lines: note calls, « Le candidat est capable de : », the colon after the title. */
	retires: string[];
	lignes: number[];
};

/** Ids of blocs relative to their version: `ccp-1`, `ccs-1`. */
export const idsDesBlocs = (blocs: readonly { type: TypeBloc }[]): string[] =>
	blocs.map((b, i) => `${b.type}-${blocs.slice(0, i + 1).filter((c) => c.type === b.type).length}`);

/** An ambiguous reading, for an editor to check. In a PDF, `ligne` is relative to `page`. */
export type Doute = { page?: number; ligne: number; texte: string; motif: string };

/** The lines of one bloc. `titre` is the first line of its title, without its mark. */
export type LignesDeBloc = {
	type: TypeBloc;
	marque: string;
	titre: string;
	ligne: Ligne;
	suite: Ligne[];
	/** The title is not printed here: it is that of the whole titre. */
	emprunte?: true;
	/** A heading comes before it (« Option gros œuvre »), after which numbers may start again. */
	apresIntertitre?: boolean;
};

/** Layout of the items of a document, estimated over all its blocs. */
export type Usage = {
	/** Bullet of most items, if any. */
	puce: string | null;
	/** Items are indented and their continuation lines are not, as in a PDF that lost its bullets. */
	retrait: boolean;
	/** At least half of the items are numbered. */
	numeros: boolean;
	/** Items end with a stop or « ; ». */
	stops: boolean;
	/** Items start with a lower-case letter. */
	minuscules: boolean;
	/** Items are entirely in capitals. */
	hautes: boolean;
	/** Items start with a capital letter. */
	capitales: boolean;
	/** Items start with an infinitive. */
	infinitifs: boolean;
	/** A blank line comes before each item. */
	alineas: boolean;
};

const part = <T>(elements: readonly T[], garde: (element: T) => boolean): number =>
	elements.filter(garde).length / Math.max(1, elements.length);

/** Estimates the layout of a document, so that unclear lines are read like most others. */
export const usageDesItems = (lignes: readonly Ligne[]): Usage => {
	const hautes = lignes.filter((l) => commenceEnCapitale(l.texte) && !enCapitales(l.texte));
	// If no line starts with a capital (« 2D : dessiner… », « 5S : ranger… »), use those that start with a digit.
	const capitales = hautes.length > 0 ? hautes : lignes.filter((l) => !commenceEnMinuscule(l.texte));
	const puces = lignes.flatMap((l) => (l.puce === null ? [] : [l.puce]));
	const frequente = [...new Set(puces)].sort((a, b) => part(puces, (p) => p === b) - part(puces, (p) => p === a))[0];
	return {
		puce: puces.length >= 0.3 * lignes.length ? (frequente ?? null) : null,
		retrait:
			part(capitales, (l) => l.retrait > 0) >= 0.6 &&
			lignes.some((l) => l.retrait === 0 && !commenceEnCapitale(l.texte)) &&
			!lignes.some((l) => l.retrait > 0 && commenceEnMinuscule(l.texte)),
		numeros: part(capitales, (l) => MARQUE.test(l.puce ?? '')) >= 0.5,
		stops: part(capitales, (l) => finitItem(l.texte)) >= 0.6,
		hautes: lignes.every((l) => enCapitales(l.texte)),
		capitales: part(lignes, (l) => commenceEnCapitale(l.texte)) >= 0.7,
		infinitifs: part(capitales, (l) => commenceParInfinitif(l.texte)) >= 0.6,
		alineas: lignes.length > 2 && part(capitales, (l) => l.blancs > 0) >= 0.8,
		minuscules: lignes.length > 2 && part(lignes, (l) => commenceEnMinuscule(l.texte) && finitItem(l.texte)) >= 0.5,
	};
};

/** A mark that is text, unlike a bullet or the `o` of Word: « 1.2 », « C2 : », « a) ». */
const MARQUE = /\p{N}|^[a-z]{1,4}[.)]$/u;

/** Text of a line that begins no competence, with its mark if that is text. */
export const texteImprime = ({ puce, texte }: Ligne): string =>
	puce !== null && MARQUE.test(puce) ? `${puce} ${texte}` : texte;

type Avis = { oui: boolean; doute?: string };

/** Whether a line begins a new item, after the text `avant` of the current one. `doute` is set if that is unclear. */
const commenceUnItem = (ligne: Ligne, avant: string, tete: Ligne, usage: Usage): Avis => {
	if (ligne.puce !== null) {
		if (MARQUE.test(ligne.puce) && !MARQUE.test(tete.puce ?? '') && !usage.numeros)
			return /:(?:\s|$)/u.test(avant)
				? { oui: false }
				: { oui: false, doute: 'numéro sous une compétence qui n’en a pas, lu comme un détail de celle-ci' };
		if (!usage.capitales || !commenceEnMinuscule(ligne.texte) || MARQUE.test(ligne.puce)) return { oui: true };
		return tete.puce !== null && ligne.retrait > tete.retrait
			? { oui: false, doute: 'puce en retrait sous une compétence, lue comme sa suite' }
			: { oui: true, doute: 'puce qui ne commence pas par une capitale : compétence, ou détail de celle d’avant ?' };
	}
	if (!commenceEnCapitale(ligne.texte)) {
		if (usage.minuscules) return { oui: finitItem(avant) };
		// « 2D et 3D : modéliser une pièce. », « e-commerce : gérer une boutique. »
		const alinea = usage.alineas && usage.stops && ligne.blancs > 0 && finitItem(avant) && finitItem(ligne.texte);
		return alinea
			? { oui: true, doute: 'alinéa qui ne commence pas par une capitale, lu comme une compétence' }
			: { oui: false };
	}
	if (resteEnSuspens(avant) || parentheseOuverte(avant)) return { oui: false };
	const infinitif = commenceParInfinitif(ligne.texte);
	if (/:$/u.test(avant))
		return { oui: true, doute: 'la ligne d’avant finit par deux-points sans ouvrir de liste reconnaissable' };
	if (finitItem(avant))
		return usage.infinitifs && !infinitif
			? { oui: true, doute: 'ligne qui ne commence pas par un infinitif : compétence, ou titre de ce qui suit ?' }
			: { oui: true };
	if (usage.puce !== null)
		return infinitif
			? { oui: true, doute: 'ligne sans puce, lue comme une compétence' }
			: { oui: false, ...(ligne.blancs > 0 && { doute: 'ligne sans puce, lue comme la suite de la compétence' }) };
	if (usage.retrait && ligne.retrait > 0 && (infinitif || !usage.stops)) return { oui: true };
	if (infinitif)
		return usage.stops || usage.retrait
			? { oui: true, doute: 'la ligne d’avant ne finit pas par un point : deux compétences, ou une seule ?' }
			: { oui: true };
	if (usage.retrait) return { oui: false };
	if (ligne.blancs === 0)
		// Under a noun, a capital may begin the next competence: « Tri du bois », « Pose des cordes ».
		return commenceParInfinitif(tete.texte)
			? { oui: false }
			: { oui: false, doute: 'capitale en début de ligne, lue comme une suite' };
	return { oui: true, doute: 'ligne qui ne commence pas par un infinitif, lue comme une compétence' };
};

/** Whether a line ends the list inside an item (lines `sous`), as the next item of the outer list. */
const fermeLaSousListe = (ligne: Ligne, tete: Ligne, sous: readonly Ligne[]): boolean =>
	ligne.puce !== null &&
	ligne.puce === tete.puce &&
	sous.length > 0 &&
	((ligne.retrait <= tete.retrait && sous.every((s) => s.retrait > tete.retrait)) ||
		(commenceParInfinitif(ligne.texte) && sous.every((s) => commenceEnMinuscule(s.texte))));

/** Whether a line is an item of a list inside the current competence, which ended with a colon. */
const estSousItem = (ligne: Ligne, usage: Usage): boolean => {
	if (ligne.puce !== null && ligne.puce !== usage.puce) return true;
	if (commenceEnMinuscule(ligne.texte)) return true;
	return /[;,]$/u.test(ligne.texte);
};

/** A line that only introduces the competences: « Compétences : », « Le candidat est capable de : ». */
const ANNONCE =
	/^(?:(?:(?:les\s+)?(?:compétences?|capacités|activités|tâches)|liste\s+des|il\s).*:|(?:(?:le|la|l['’])\s?(?:\([^)]*\)\s*)?(?:candidat|titulaire|détenteur|stagiaire)|(?:il|elle)\s|[êe]tre\s+capable).*\bcapable\s+de\s*:?|[êe]tre\s+capable\s+de\s*:?)$/iu;

export const annonce = (texte: string, titre: string): boolean =>
	commenceEnCapitale(texte) && titre !== '' && !resteEnSuspens(titre) && ANNONCE.test(texte);

/** Whether a line continues the title of the bloc. `apres` is the next line. */
const continueLeTitre = (ligne: Ligne, apres: Ligne | undefined, titre: string, usage: Usage): Avis => {
	if (ligne.puce !== null) return { oui: false };
	if (titre === '') return { oui: true };
	const alinea = usage.alineas && usage.stops && ligne.blancs > 0 && finitItem(ligne.texte);
	if (alinea && !commenceEnCapitale(ligne.texte) && !resteEnSuspens(titre) && !parentheseOuverte(titre))
		return { oui: false, doute: 'alinéa qui ne commence pas par une capitale, lu comme une compétence' };
	if (commenceEnMinuscule(ligne.texte)) return { oui: !usage.minuscules || !finitItem(ligne.texte) };
	if (finitPhrase(titre)) return { oui: false };
	if (resteEnSuspens(titre) || parentheseOuverte(titre)) return { oui: true };
	if (enCapitales(titre)) {
		if (!usage.hautes) return { oui: enCapitales(ligne.texte) };
		return { oui: false, doute: 'ligne en capitales sous un intitulé en capitales, lue comme une compétence' };
	}
	if (/^[^\p{L}]/u.test(ligne.texte) && !commenceEnCapitale(ligne.texte)) return { oui: true };
	const seule = !commenceParInfinitif(ligne.texte) && usage.stops && !finitItem(ligne.texte);
	return seule && apres && commenceParInfinitif(apres.texte)
		? { oui: true, doute: 'ligne sans infinitif ni point, lue comme la suite de l’intitulé' }
		: { oui: false };
};

/**
 * Splits a whole bloc on one line: « Régler un instrument : poser les cordes ; ajuster le chevalet. », or as sentences.
 */
const couperLigne = (texte: string): { titre: string; items: string[] } | undefined => {
	const liste = /^([^:;.]{8,}?)\s*:\s*(.+ ; .+)$/u.exec(texte);
	if (liste?.[1] && liste[2]) return { titre: liste[1], items: liste[2].split(/(?<=\s;)\s+/u) };
	const phrases = texte.split(/(?<=\p{L}{2}[.])\s+(?=\p{Lu})/u);
	const [titre = '', ...items] = phrases;
	return items.length > 1 && items.every(commenceParInfinitif)
		? { titre: titre.replace(/\.$/u, ''), items }
		: undefined;
};

/** Splits competences printed as one: « Poser les cordes. Ajuster le chevalet. », also with « ; ». */
export const couperLibelle = (libelle: string): string[] => {
	const parts = libelle.split(/(?<=\p{L}[)»]?\s?[.;])\s+(?=\p{L})/u);
	const infinitif = (texte: string) =>
		mots(texte).length > 1 && commenceParInfinitif(texte.charAt(0).toUpperCase() + texte.slice(1));
	const nu = parts.every((p) => !parentheseOuverte(p));
	return parts.length > 1 && nu && parts.every(infinitif) ? parts : [libelle];
};

export const MOTIF_INFINITIFS = 'plusieurs infinitifs sur une seule ligne, lus comme autant de compétences';

/** Splits a line that has a whole bloc, or several competences. */
const deplierBloc = (bloc: BlocLu, douter: (texte: string, motif: string) => void): BlocLu => {
	const coupe = bloc.competences.length === 0 ? couperLigne(bloc.intitule) : undefined;
	if (coupe) {
		douter(bloc.intitule, 'bloc imprimé sur une seule ligne : intitulé et compétences y sont coupés à la ponctuation');
		const lignes = [...bloc.lignes];
		return { ...bloc, intitule: coupe.titre, competences: coupe.items.map((libelle) => ({ libelle, lignes })) };
	}
	const competences = bloc.competences.flatMap((c): CompetenceLue[] => {
		const [premier = c.libelle, ...suivants] = couperLibelle(c.libelle);
		if (suivants.length === 0) return [c];
		douter(c.libelle, MOTIF_INFINITIFS);
		return [{ ...c, libelle: premier }, ...suivants.map((libelle) => ({ libelle, lignes: c.lignes }))];
	});
	return { ...bloc, competences };
};

/**
 * A title that names a CCS: « … (certificat complémentaire de spécialisation) », « … (facultatif) », « Bloc de compétences
 * optionnel : … ». « Régler un accessoire optionnel » does not.
 */
export const ditComplementaire = (intitule: string): boolean =>
	/certificat\s+complémentaire|(?<!\p{L})CCS(?!\p{L})|(?:^|bloc\s(?:de\scompétences\s)?|[(–—]\s?|\s-\s)(?:optionnel|facultatif)/iu.test(
		intitule,
	);

const CODE = /(?<!\p{L})RNCP\s?(\d{2,6})\s?BC\s?(\d{2})(?!\d)/u;

/** Removes what surrounds the title of a bloc: colon, quotation marks, RNCP code. */
const sansHabit = (bloc: BlocLu): BlocLu => {
	const fin = /\s*(?:[-–—]\s*)?[([]?\s*(RNCP\s?\d{2,6}\s?BC\s?\d{2})\s*[)\]]?$/u.exec(bloc.intitule);
	if (fin?.[1] && fin.index > 0) {
		bloc.retires.push(fin[1]);
		bloc.intitule = bloc.intitule.slice(0, fin.index);
	}
	const code = CODE.exec(fin?.[1] ?? bloc.marque);
	if (code) bloc.code = `RNCP${code[1]}BC${code[2]}`;
	if (ditComplementaire(bloc.intitule)) bloc.type = 'ccs';
	// The colon of « Régler un instrument : » introduces the competences.
	bloc.intitule = bloc.intitule.replace(/\s*:$/u, '').replace(/^«\s*([^«»]+?)\s*»$/u, '$1');
	return bloc;
};

/** Reads the title and the competences of each bloc. */
export const lireBlocs = (groupes: readonly LignesDeBloc[]): { blocs: BlocLu[]; doutes: Doute[] } => {
	const usage = usageDesItems(groupes.flatMap((g) => g.suite));
	const doutes: Doute[] = [];
	const blocs = groupes.map((groupe): BlocLu => {
		const douter = (texte: string, motif: string) => doutes.push({ ligne: groupe.ligne.numero, texte, motif });
		return sansHabit(deplierBloc(lireBloc(groupe, usage, doutes), douter));
	});
	const reunis = reunir(blocs, groupes, doutes);
	const gardes = groupes.filter((_, i) => reunis.includes(blocs[i] as BlocLu));
	doutes.push(...sautsDeNumeros(gardes, reunis), ...suspects(reunis));
	return { blocs: reunis, doutes };
};

/** Reads the lines of one bloc: those that continue its title, then its competences. */
const lireBloc = (groupe: LignesDeBloc, usage: Usage, doutes: Doute[]): BlocLu => {
	const { type, marque, titre, ligne: tete, suite, emprunte } = groupe;
	const noter = (ligne: Ligne, avis: Avis): boolean => {
		if (avis.doute) doutes.push({ ligne: ligne.numero, texte: ligne.texte, motif: avis.doute });
		return avis.oui;
	};
	const lignes = emprunte ? [] : [tete.numero];
	const bloc: BlocLu = { type, marque, intitule: titre, competences: [], retires: [], lignes };
	if (emprunte) bloc.emprunte = true;
	let courante: CompetenceLue | undefined;
	let sousListe = false;
	let debut = tete;
	let sous: Ligne[] = [];
	for (const [i, ligne] of suite.entries()) {
		if (!courante && annonce(ligne.texte, bloc.intitule)) {
			bloc.retires.push(texteImprime(ligne));
			bloc.lignes.push(ligne.numero);
			continue;
		}
		if (!courante && !emprunte && noter(ligne, continueLeTitre(ligne, suite[i + 1], bloc.intitule, usage))) {
			bloc.intitule = joindre(bloc.intitule, ligne.texte);
			bloc.lignes.push(ligne.numero);
			continue;
		}
		if (courante && /:$/u.test(courante.libelle)) sousListe = estSousItem(ligne, usage);
		else if (courante && (finitPhrase(courante.libelle) || fermeLaSousListe(ligne, debut, sous))) sousListe = false;
		const nouvelle = !courante || (!sousListe && noter(ligne, commenceUnItem(ligne, courante.libelle, debut, usage)));
		if (courante && !nouvelle) {
			if (sousListe) sous.push(ligne);
			if (/^(?:et|ou|et\s?\/\s?ou)$/iu.test(ligne.texte))
				noter(ligne, { oui: false, doute: 'mot seul entre deux libellés : une compétence, ou deux ?' });
			courante.libelle = joindre(courante.libelle, texteImprime(ligne));
			courante.lignes.push(ligne.numero);
		} else {
			courante = { libelle: ligne.texte, lignes: [ligne.numero] };
			debut = ligne;
			sous = [];
			if (ligne.puce !== null && MARQUE.test(ligne.puce)) courante.marque = ligne.puce;
			bloc.competences.push(courante);
		}
	}
	return bloc;
};

const sansSuite = (intitule: string): string =>
	replier(intitule).replace(/ (?:- |\()(?:suite|(?:suite et )?fin)\)?$/u, '');

/** Joins a bloc to the one before if it repeats its title and number. Only « (suite) » says that they are one. */
const reunir = (blocs: readonly BlocLu[], groupes: readonly LignesDeBloc[], doutes: Doute[]): BlocLu[] => {
	const reunis: BlocLu[] = [];
	for (const [i, bloc] of blocs.entries()) {
		const avant = reunis.at(-1);
		const reprend =
			!groupes[i]?.apresIntertitre &&
			avant?.type === bloc.type &&
			sansSuite(avant.intitule) === sansSuite(bloc.intitule) &&
			numeroDe(avant.marque) === numeroDe(bloc.marque);
		if (!avant || !reprend) reunis.push(bloc);
		else {
			if (sansSuite(bloc.intitule) === replier(bloc.intitule) && !/suite|fin/iu.test(bloc.marque))
				doutes.push({
					ligne: bloc.lignes[0] ?? 0,
					texte: bloc.intitule,
					motif: 'intitulé imprimé deux fois : un seul bloc, lu ainsi, ou deux ?',
				});
			avant.competences.push(...bloc.competences);
			avant.retires.push(bloc.marque, bloc.intitule, ...bloc.retires);
			avant.lignes.push(...bloc.lignes);
		}
	}
	return reunis;
};

/** Headers of a table of activities, on one line or one each: « CCP Compétences », « N° », « Activités types ». */
export const estTeteDeTableau = (texte: string): boolean =>
	/^(?:(?:n ?[°o]|at|cp|ccp|fiche|activites?[ -]types?|blocs?|(?:certificats? de )?competences?|professionnelles?)(?: |$))+$/.test(
		replier(texte),
	);

const SUSPECTS: readonly [(texte: string) => boolean, string][] = [
	[
		(texte) => /[([]\s*(?:abrog|supprim|annul|périm)ée?s?(?!\p{L})[^)\]]*[)\]]/iu.test(texte),
		'le texte dit que ceci n’est plus en vigueur : à ôter ?',
	],
	[estTeteDeTableau, 'en-tête de tableau au milieu des libellés : colonnes mêlées par la copie ?'],
	[(texte) => /\.{4}/u.test(texte), 'points de conduite : ligne d’un sommaire ?'],
	[
		(texte) => /[\p{sc=Cyrl}\p{sc=Grek}]\p{sc=Latn}{2}|\p{sc=Latn}{2}[\p{sc=Cyrl}\p{sc=Grek}]/u.test(texte),
		'un mot mêle deux alphabets : lettre mal copiée ?',
	],
	[
		(texte) => /[;,] (?:et\s?\/\s?)?ou\s\p{Lu}\p{Ll}/u.test(texte),
		'« ou » entre deux libellés : une compétence, ou deux ?',
	],
	[(texte) => /\p{L}\?\p{L}/u.test(texte), '« ? » au milieu d’un mot : lettre perdue ?'],
	[(texte) => /^(?:voir|cf)(?!\p{L})/iu.test(texte), 'renvoi à un autre document, au lieu d’un libellé ?'],
	[
		// « Régler le son » and « un véhicule de la catégorie D » are whole.
		(texte) => /(?<!etc)\s?(?:…|\.{3})$/u.test(texte) || (/[\p{Ll}’']$(?<! son)/u.test(texte) && resteEnSuspens(texte)),
		'libellé qui ne finit pas : la suite est-elle perdue ?',
	],
	[(texte) => texte.length > 1000, 'plus de mille signes : plusieurs libellés, ou autre chose ?'],
];
/** What is wrong in a title or a label, whatever the document. */
export const soupcons = (texte: string): string[] =>
	SUSPECTS.filter(([suspect]) => suspect(texte)).map(([, motif]) => motif);
const suspects = (blocs: readonly BlocLu[]): Doute[] =>
	blocs
		.flatMap((b) => [{ libelle: b.intitule, lignes: b.lignes }, ...b.competences])
		.flatMap(({ libelle, lignes }) =>
			soupcons(libelle).map((motif) => ({ ligne: lignes[0] ?? 0, texte: libelle, motif })),
		);
