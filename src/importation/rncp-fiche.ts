import { enLettres, lendemain } from '../domaine/date.ts';
import type { Niveau } from '../schemas/version.ts';
import { ouvertureNommee } from './activite.ts';
import { annonce, type BlocLu, type Doute, ditComplementaire, soupcons } from './bloc.ts';
import { defautDe, espaces, montrable } from './caractere.ts';
import { lireDateBarree, nommer } from './champ.ts';
import { feuillesDe, textesDe } from './compte.ts';
import type { Element } from './element.ts';
import { estBarre, sansBalises } from './html.ts';
import { nu } from './intitule.ts';
import type { FinLue, Lecture, LigneLue } from './lecture.ts';
import { sansMot } from './ligne.ts';
import { sautsDeNumeros } from './numerotation.ts';
import { Refus } from './refus.ts';
import { elementsDe, enfant, type Noeud, texteDe } from './rncp-flux.ts';
import { couperListe } from './rncp-liste.ts';
import { mots } from './signe.ts';

/** Texts of a FICHE that become sections of the page, in the order of the public RNCP site. */
const PROSE_AVANT: readonly [string, string][] = [
	['OBJECTIFS_CONTEXTE', 'Objectifs et contexte'],
	['ACTIVITES_VISEES', 'Activités visées'],
	['CAPACITES_ATTESTEES', 'Capacités attestées'],
];
const PROSE_APRES: readonly [string, string][] = [
	['SECTEURS_ACTIVITE', 'Secteurs d’activités'],
	['TYPE_EMPLOI_ACCESSIBLES', 'Types d’emplois accessibles'],
	['REGLEMENTATIONS_ACTIVITES', 'Réglementation d’activités'],
	['PREREQUIS_ENTREE_FORMATION', 'Prérequis à l’entrée en formation'],
	['PREREQUIS_VALIDATION_CERTIFICATION', 'Prérequis à la validation de la certification'],
];
const JURYS: readonly [string, string][] = [
	['SI_JURY_FI', 'Après un parcours de formation sous statut d’élève ou d’étudiant'],
	['SI_JURY_CA', 'En contrat d’apprentissage'],
	['SI_JURY_FC', 'Après un parcours de formation continue'],
	['SI_JURY_CQ', 'En contrat de professionnalisation'],
	['SI_JURY_CL', 'Par candidature individuelle'],
	['SI_JURY_VAE', 'Par expérience'],
];
const TEXTES = ['PUBLICATION_DECRET_GENERAL', 'PUBLICATION_DECRET_CREATION', 'PUBLICATION_DECRET_AUTRE'];
const MENTIONS: readonly [string, string][] = [
	['ETAT_FICHE', 'État de la fiche'],
	['ACTIF', 'Fiche active'],
	['TYPE_ENREGISTREMENT', 'Type d’enregistrement'],
	['DUREE_ENREGISTREMENT', 'Durée d’enregistrement, en années'],
	['DATE_DECISION', 'Date de décision'],
	['DATE_EFFET', 'Date d’effet'],
	['DATE_FIN_ENREGISTREMENT', 'Date de fin d’enregistrement'],
	['DATE_LIMITE_DELIVRANCE', 'Date limite de délivrance'],
	['DATE_DE_PUBLICATION', 'Date de publication de la fiche'],
	['DATE_DERNIER_JO', 'Date du dernier Journal officiel'],
	['DATE_DERNIERE_MODIFICATION', 'Date de dernière modification'],
	['ACCESSIBLE_NOUVELLE_CALEDONIE', 'Accessible en Nouvelle-Calédonie'],
	['ACCESSIBLE_POLYNESIE_FRANCAISE', 'Accessible en Polynésie française'],
	['EXISTENCE_PARTENAIRES', 'Existence de partenaires'],
	['LIEN_URL_DESCRIPTION', 'Adresse de la description'],
];
/** Fields that may give the first day of a fiche, most reliable first. */
const DEBUTS: readonly [string, string][] = [
	['DATE_EFFET', 'date d’effet de l’enregistrement au RNCP'],
	['DATE_DECISION', 'date de la décision d’enregistrement au RNCP'],
	['DATE_DE_PUBLICATION', 'date de publication de la fiche RNCP'],
];
/** Lists of partners and statistics: not part of the referential. They are left out and reported. */
const LAISSES = new Set(['PARTENAIRES', 'STATISTIQUES_PROMOTIONS', 'ANNEES_PROMOTIONS_NIVEAU', 'ID_FICHE']);
const LUS = new Set([
	...[...PROSE_AVANT, ...PROSE_APRES, ...JURYS, ...MENTIONS].map(([nom]) => nom),
	...TEXTES,
	...'NUMERO_FICHE INTITULE ABREGE NOMENCLATURE_EUROPE CODES_NSF CODES_ROME FORMACODES CERTIFICATEURS BLOCS_COMPETENCES ANCIENNES_CERTIFICATIONS NOUVELLES_CERTIFICATIONS CORRESPONDANCES'.split(
		' ',
	),
]);

export type Correspondance = { de: string[]; numero: string; vers: string[] };

/** A FICHE that was read, with its links to others. */
export type LectureRncp = Lecture & {
	numero: string;
	/** Whether the fiche states that it is active. */
	active: boolean;
	anciennes: string[];
	nouvelles: string[];
	/** Maps of blocs that it declares, by code. */
	declarees: Correspondance[];
	laisses: string[];
};

/**
 * First day on which a title is no longer registered, from the printed date. That is the last day of registration
 * (« 31/08/2028 » after « 01/09/2023 ») or, if it has the same day and month as the first, the day after
 * (« 01/09/2028 »).
 */
export const finDEnregistrement = (imprimee: string | undefined, debut: string | undefined): FinLue | undefined => {
	if (imprimee === undefined) return undefined;
	if (debut !== undefined && debut.slice(5) === imprimee.slice(5))
		return { date: imprimee, note: `échéance de l’enregistrement au RNCP : ${enLettres(imprimee)}` };
	return { date: lendemain(imprimee), note: `enregistrée au RNCP jusqu’au ${enLettres(imprimee)}` };
};

/** Whether a fiche is active, which is the default. */
export const estActive = (fiche: Noeud): boolean =>
	!/\b(?:inactive|non|false)\b|^0$/iu.test(texteDe(fiche, 'ACTIF').trim());

/**
 * Adjusts a fiche to the day of its export: an inactive one is out of force by then, whatever its registered end.
 * @param jour AAAA-MM-JJ
 */
export const auJour = <F extends { active: boolean; debut?: string | { date: string }; fin?: FinLue }>(
	fiche: F,
	jour: string,
): F => {
	const { active, fin } = fiche;
	const debut = typeof fiche.debut === 'object' ? fiche.debut.date : fiche.debut;
	if (active || (debut !== undefined && debut >= jour) || (fin && fin.date <= jour)) return fiche;
	const note = `fiche inactive au RNCP${fin ? `, ${fin.note}` : ''}`;
	return { ...fiche, fin: { date: jour, note, auPlusTard: true } };
};

/** Type of a fiche as abbreviated in the export: « TP », « BTS »… */
export const typeDeFiche = (fiche: Noeud): string =>
	texteDe(fiche, 'ABREGE', 'CODE') || (/^titre professionnel$/iu.test(texteDe(fiche, 'ABREGE', 'LIBELLE')) ? 'TP' : '');

/** Removes the markup of every text. Throws `Refus` if a text is struck through or its letters are wrong. */
const nettoyer = (noeud: Noeud): Noeud => {
	const defaut = defautDe(noeud.texte);
	if (defaut) throw new Refus(`ligne ${noeud.ligne}, ${noeud.nom} : ${defaut}, dans l’export lui-même`);
	if (estBarre(noeud.texte))
		throw new Refus(
			`ligne ${noeud.ligne}, ${noeud.nom} : texte barré (« ${noeud.texte.trim().slice(0, 80)} ») : en vigueur, ou non ?`,
		);
	return { ...noeud, texte: sansBalises(noeud.texte), enfants: noeud.enfants.map(nettoyer) };
};

/** Doubts about lists of competences that hold another list: its items may be competences, or details of one. */
const listesImbriquees = (fiche: Noeud): Doute[] =>
	elementsDe(fiche, 'BLOCS_COMPETENCES', 'BLOC_COMPETENCES').flatMap((bloc) => {
		const liste = enfant(bloc, 'LISTE_COMPETENCES');
		return liste && /<([ou])l\b(?:(?!<\/[ou]l\b).)*<[ou]l\b/isu.test(liste.texte)
			? [
					{
						ligne: liste.ligne,
						texte: texteDe(bloc, 'LIBELLE'),
						motif: 'liste dans une liste : compétences, ou détails d’une compétence ?',
					},
				]
			: [];
	});

/** Title of a fiche, without the type that some print before it: « TP - Luthier ». */
export const intituleRncp = (fiche: Noeud): string => nu(espaces(texteDe(fiche, 'INTITULE')));

type Douter = (texte: string, motif: string) => void;

/** First day of a fiche, and its end. */
const lireJours = (fiche: Noeud, douter: Douter): Pick<Lecture, 'debut' | 'fin'> => {
	const debuts = DEBUTS.flatMap(([nom, note]) => {
		const imprimee = texteDe(fiche, nom);
		const date = lireDateBarree(imprimee);
		if (imprimee && !date) douter(imprimee, `${nom} illisible : non écrite`);
		return date ? [{ date, note }] : [];
	});
	const [debut] = debuts;
	const imprimee = texteDe(fiche, 'DATE_FIN_ENREGISTREMENT');
	const fin = finDEnregistrement(lireDateBarree(imprimee), debut?.date);
	// If the end comes before the first day, one of them is wrong: the end is left out, with a doubt.
	const ecrite = fin && (debut === undefined || fin.date > debut.date) ? fin : undefined;
	if (imprimee && !fin) douter(imprimee, 'fin de l’enregistrement illisible : non écrite');
	else if (!ecrite && fin) douter(imprimee, `fin de l’enregistrement avant son début (${debut?.date}) : non écrite`);
	return { ...(debut && { debut }), ...(ecrite && { fin: ecrite }) };
};

const lireCodesNsf = (fiche: Noeud, douter: Douter): string[] =>
	listeDeCodes(fiche, 'CODES_NSF', 'NSF').flatMap(({ code }) => {
		const lu = /^(\d{3})\s?([a-z])?$/u.exec(code);
		if (!lu) douter(code, 'code NSF illisible : non écrit');
		return lu ? [lu.slice(1).filter(Boolean).join(' ')] : [];
	});

/** Numbers of the fiches that this one replaces, or that replace it. */
const lireLiees = (fiche: Noeud, sens: 'ANCIENNE' | 'NOUVELLE', douter: Douter): string[] =>
	elementsDe(fiche, `${sens}S_CERTIFICATIONS`, `${sens}_CERTIFICATION`)
		.map((c) => texteDe(c, `ID_FICHE_${sens}_CERTIFICATION`))
		.filter((lie) => {
			const autre = /^RNCP\d{1,6}$/u.test(lie) && lie !== texteDe(fiche, 'NUMERO_FICHE');
			if (lie && !autre) douter(lie, 'fiche liée qui n’en est pas une autre : non écrite');
			return autre;
		});

/** Reads one FICHE of the export. Throws `Refus` if it is no titre professionnel, or has a bloc without competences. */
export const lireFicheRncp = (brute: Noeud): LectureRncp => {
	const fiche = nettoyer(brute);
	const numero = texteDe(fiche, 'NUMERO_FICHE');
	const imprime = espaces(texteDe(fiche, 'INTITULE'));
	const intitule = intituleRncp(fiche);
	if (!/^RNCP\d{1,6}$/u.test(numero) || intitule === '')
		throw new Refus(`ligne ${fiche.ligne} : fiche sans numéro RNCP ou sans intitulé`);
	const type = typeDeFiche(fiche);
	if (type !== 'TP')
		throw new Refus(
			`${numero} : fiche de type « ${montrable(type.slice(0, 40)) || 'non dit'} » ; seules celles des titres professionnels (TP) sont importées : les blocs des autres ne sont pas des CCP`,
		);
	const doutes = listesImbriquees(brute);
	const imprimes = elementsDe(fiche, 'BLOCS_COMPETENCES', 'BLOC_COMPETENCES');
	// The order of the file changes from night to night, and the rank of a bloc is its identity: codes give the order.
	const codes = imprimes.map((b) => texteDe(b, 'CODE'));
	const nodesBlocs = codes.every((c) => c.startsWith(`${numero}BC`))
		? imprimes.toSorted((a, b) => texteDe(a, 'CODE').localeCompare(texteDe(b, 'CODE'), 'fr', { numeric: true }))
		: imprimes;
	const blocs = nodesBlocs.map((b) => lireBloc(b, numero, doutes));
	if (blocs.length === 0) throw new Refus(`${numero} : aucun bloc de compétences`);
	// Codes number the blocs: « RNCP90002BC03 » after « RNCP90002BC01 ».
	doutes.push(
		...sautsDeNumeros(
			[],
			blocs.map((b) => ({ ...b, marque: b.code ?? b.marque })),
		),
	);
	const doubles = codes.filter((code, i) => code !== '' && codes.indexOf(code) !== i);
	if (doubles.length > 0) throw new Refus(`${numero} : deux blocs portent le code ${doubles[0]}`);
	const niveau = /^NIV([1-8])$/u.exec(texteDe(fiche, 'NOMENCLATURE_EUROPE', 'NIVEAU'))?.[1] as Niveau | undefined;
	const douter: Douter = (texte, motif) => doutes.push({ ligne: fiche.ligne, texte, motif });
	const { debut, fin } = lireJours(fiche, douter);
	const nsf = lireCodesNsf(fiche, douter);
	const rome = listeDeCodes(fiche, 'CODES_ROME', 'ROME').filter((r) => /^(?:[A-Z]\d{4}|\d{5})$/u.test(r.code));
	const anciennes = lireLiees(fiche, 'ANCIENNE', douter);
	const nouvelles = lireLiees(fiche, 'NOUVELLE', douter);
	const lecture: LectureRncp = {
		genre: 'rncp',
		numero,
		active: estActive(fiche),
		intitule,
		...nommer(intitule, []),
		...(debut && { annee: debut.date.slice(0, 4), debut }),
		...(fin && { fin }),
		...(niveau && { niveau }),
		nsf,
		rome: rome.map(({ code, libelle }) => (libelle ? { valeur: code, libelle } : { valeur: code })),
		codes: [{ type: 'RNCP', valeur: numero }],
		blocs,
		elements: [...prose(fiche, PROSE_AVANT), { sorte: 'blocs' }, ...suite(fiche, nodesBlocs)],
		remarques: [
			...anciennes.map((n) => `Au RNCP, cette fiche remplace ${n}.`),
			...nouvelles.map((n) => `Au RNCP, cette fiche est remplacée par ${n}.`),
		],
		correspondances: [],
		entetes: [],
		restes: [],
		reparations:
			intitule === imprime
				? []
				: [{ ligne: fiche.ligne, avant: imprime, apres: intitule, motif: 'genre du titre retiré de son intitulé' }],
		doutes,
		anciennes,
		nouvelles,
		declarees: elementsDe(fiche, 'CORRESPONDANCES', 'CORRESPONDANCE').map(lireCorrespondance),
		laisses: fiche.enfants
			.filter((e) => LAISSES.has(e.nom) && e.enfants.length > 0)
			.map((e) => `${e.nom} (${e.enfants.length})`),
	};
	return { ...lecture, restes: nonLus(fiche, lecture, imprime) };
};

/**
 * Texts of a FICHE that its reading does not have: unknown elements, repeated lists, codes of unknown form. Words are
 * counted, as for documents.
 */
const nonLus = (fiche: Noeud, lecture: Lecture, intitule: string): LigneLue[] => {
	const { niveau, nsf, rome } = lecture;
	const faits = [intitule, ...nsf, ...rome.flatMap((r) => [r.valeur, r.libelle ?? ''])];
	const codes = lecture.codes.map((c) => c.valeur);
	const niveaux = niveau ? [`NIV${niveau}`, `Niveau ${niveau}`] : [];
	const solde = new Map<string, number>();
	const ajouter = (mot: string, n: number) => solde.set(mot, (solde.get(mot) ?? 0) + n);
	// Remarks repeat the prose.
	for (const texte of [...textesDe({ ...lecture, remarques: [] }), ...faits, ...codes, ...niveaux])
		for (const mot of mots(texte)) ajouter(mot, 1);
	const place = (texte: string): boolean => {
		const siens = mots(texte);
		const pris = siens.filter((mot) => {
			const reste = (solde.get(mot) ?? 0) > 0;
			if (reste) ajouter(mot, -1);
			return reste;
		});
		if (pris.length < siens.length) for (const mot of pris) ajouter(mot, 1);
		return pris.length === siens.length;
	};
	return fiche.enfants
		.filter((e) => !LAISSES.has(e.nom))
		.flatMap((e) => feuillesDe(e).map((feuille) => ({ ...feuille, connu: LUS.has(e.nom) })))
		.filter(({ texte, connu }) => !connu || !place(texte))
		.map(({ nom, texte, ligne }) => ({ ligne, texte: `${nom} : ${texte}` }));
};

const lireBloc = (noeud: Noeud, numero: string, doutes: Doute[]): BlocLu => {
	const libelle = espaces(texteDe(noeud, 'LIBELLE'));
	const liste = enfant(noeud, 'LISTE_COMPETENCES');
	const { items: lus, doutes: coupures } = couperListe(liste?.texte ?? '');
	const tete = lus.length > 1 && annonce(lus[0]?.texte ?? '', libelle) ? lus[0]?.texte : undefined;
	const items = lus.filter(({ texte }) => !sansMot(texte) && texte !== tete);
	if (!liste || libelle === '' || items.length === 0)
		throw new Refus(
			`${numero}, ligne ${noeud.ligne} : le bloc « ${libelle || texteDe(noeud, 'CODE')} » n’a pas de compétences`,
		);
	for (const d of coupures) if (d.texte !== tete) doutes.push({ ligne: liste.ligne, ...d });
	for (const motif of soupcons(libelle)) doutes.push({ ligne: noeud.ligne, texte: libelle, motif });
	const code = texteDe(noeud, 'CODE');
	if (code !== '' && !/^RNCP\d{1,6}BC\d{2,3}$/u.test(code))
		throw new Refus(
			`${numero}, ligne ${noeud.ligne} : « ${montrable(code.slice(0, 40))} » n’a pas la forme d’un code de bloc`,
		);
	if (code !== '' && !code.startsWith(`${numero}BC`))
		doutes.push({ ligne: noeud.ligne, texte: libelle, motif: `code ${code} d’une autre fiche que ${numero}` });
	const ouverture = ouvertureNommee(libelle);
	return {
		type: ouverture?.type === 'ccs' || ditComplementaire(libelle) ? 'ccs' : 'ccp',
		...(code && { code }),
		marque: ouverture?.titre ? ouverture.marque : '',
		intitule: ouverture?.titre || libelle,
		competences: items.map(({ texte, marque }) => ({
			libelle: texte,
			...(marque && { marque }),
			lignes: [liste.ligne],
		})),
		retires: tete ? [tete] : [],
		lignes: [noeud.ligne],
	};
};

const listeDeCodes = (fiche: Noeud, liste: string, nom: string): { code: string; libelle: string }[] =>
	elementsDe(fiche, liste, nom).map((n) => ({
		code: texteDe(n, 'CODE'),
		libelle: espaces(texteDe(n, 'LIBELLE')),
	}));

const lireCorrespondance = (noeud: Noeud): Correspondance => {
	const codes = (cote: string) => elementsDe(noeud, cote, 'BLOC_COMPETENCES').map((b) => texteDe(b, 'CODE'));
	return { de: codes('DESTINATION'), numero: texteDe(noeud, 'DESTINATION', 'NUMERO_FICHE'), vers: codes('SOURCE') };
};

const titre = (texte: string, ligne: number, rang: 2 | 3 = 2): Element => ({
	sorte: 'titre',
	rang,
	texte,
	lignes: [ligne],
});

/** Splits a flattened text: runs of spaces separate paragraphs, « * » and « - » mark items. */
const paragraphes = (noeud: Noeud): Element[] =>
	noeud.texte
		.replace(/[\r\n]+/gu, '    ')
		.split(/\s{2,}(?=[\p{Lu}\d*•«-])/u)
		.flatMap((morceau): Element[] => {
			const puce = /^\s*[*•-]\s+/u.exec(morceau);
			const texte = espaces(puce ? morceau.slice(puce[0].length) : morceau);
			return texte === '' ? [] : [{ sorte: puce ? 'item' : 'paragraphe', texte, lignes: [noeud.ligne] }];
		});

const prose = (fiche: Noeud, sections: readonly [string, string][]): Element[] =>
	sections.flatMap(([nom, intitule]) => {
		const noeud = enfant(fiche, nom);
		const corps = noeud ? paragraphes(noeud) : [];
		return noeud && corps.length > 0 ? [titre(intitule, noeud.ligne), ...corps] : [];
	});

const item = (texte: string, ligne: number): Element => ({ sorte: 'item', texte: espaces(texte), lignes: [ligne] });
const section = (intitule: string, items: readonly Element[], ligne: number): Element[] =>
	items.length > 0 ? [titre(intitule, ligne), ...items] : [];

/** « MINISTERE… (SIRET 11000007200014, actif, état du 05/05/2023) » */
const certificateur = (noeud: Noeud): string => {
	const [siret, etat, date] = ['SIRET_CERTIFICATEUR', 'ETAT_CERTIFICATEUR', 'DATE_DERNIERE_MODIFICATION_ETAT'].map(
		(n) => texteDe(noeud, n),
	);
	const details = [siret && `SIRET ${siret}`, etat?.toLowerCase(), date && `état du ${date}`]
		.filter(Boolean)
		.join(', ');
	return `${texteDe(noeud, 'NOM_CERTIFICATEUR')}${details ? ` (${details})` : ''}`;
};

const suite = (fiche: Noeud, blocs: readonly Noeud[]): Element[] => {
	const evaluations = blocs.flatMap((b) => {
		const noeud = enfant(b, 'MODALITES_EVALUATION');
		const corps = noeud ? paragraphes(noeud) : [];
		return corps.length > 0 ? [titre(texteDe(b, 'CODE'), b.ligne, 3), ...corps] : [];
	});
	const jurys = JURYS.flatMap(([nom, voie]) => {
		const noeud = enfant(fiche, nom);
		if (!noeud) return [];
		const date = texteDe(noeud, 'DATE_DERNIERE_MODIFICATION');
		const etat = [texteDe(noeud, 'ACTIF').toLowerCase(), date && `état du ${date}`].filter(Boolean).join(', ');
		const dit = [etat && `${etat}.`, texteDe(noeud, 'COMPOSITION')].filter(Boolean).join(' ');
		return dit === '' ? [] : [item(`${voie} : ${dit}`, noeud.ligne)];
	});
	const textes = TEXTES.flatMap((nom) =>
		elementsDe(fiche, nom, 'PUBLICATION_JO').map((jo) => {
			const date = texteDe(jo, 'DATE_PUBLICATION_JO');
			return item(`${texteDe(jo, 'TITRE')}${date ? ` (Journal officiel du ${date})` : ''}`, jo.ligne);
		}),
	);
	const certificateurs = elementsDe(fiche, 'CERTIFICATEURS', 'CERTIFICATEUR').map((c) =>
		item(certificateur(c), c.ligne),
	);
	const codes = (liste: string, nom: string) =>
		listeDeCodes(fiche, liste, nom).map(({ code, libelle }) =>
			item([code, libelle].filter(Boolean).join(' : '), fiche.ligne),
		);
	const formacodes = codes('FORMACODES', 'FORMACODE');
	const nsf = codes('CODES_NSF', 'NSF');
	const mentions = MENTIONS.flatMap(([nom, mention]) => {
		const noeud = enfant(fiche, nom);
		return noeud && noeud.texte.trim() !== '' ? [item(`${mention} : ${noeud.texte}`, noeud.ligne)] : [];
	});
	const abrege = enfant(fiche, 'ABREGE');
	const sigle = texteDe(fiche, 'ABREGE', 'CODE');
	const type = [texteDe(fiche, 'ABREGE', 'LIBELLE'), sigle && `(${sigle})`].filter(Boolean).join(' ');
	const enregistrement = [
		...(abrege && type ? [item(`Type : ${type}`, abrege.ligne)] : []),
		...blocs.map((b, i) => item(`Code du bloc ${i + 1} : ${texteDe(b, 'CODE')}`, b.ligne)),
		...mentions,
	];
	const liees = [
		...elementsDe(fiche, 'ANCIENNES_CERTIFICATIONS', 'ANCIENNE_CERTIFICATION').map((a) =>
			item(`Ancienne certification : ${texteDe(a, 'ID_FICHE_ANCIENNE_CERTIFICATION')}`, a.ligne),
		),
		...elementsDe(fiche, 'NOUVELLES_CERTIFICATIONS', 'NOUVELLE_CERTIFICATION').map((n) =>
			item(`Nouvelle certification : ${texteDe(n, 'ID_FICHE_NOUVELLE_CERTIFICATION')}`, n.ligne),
		),
		...elementsDe(fiche, 'CORRESPONDANCES', 'CORRESPONDANCE').map((c) => {
			const { de, numero, vers } = lireCorrespondance(c);
			return item(
				`Correspondance : ${numero}${de.length > 0 ? ` (${de.join(', ')})` : ''} → ${vers.join(', ') || 'la certification'}`,
				c.ligne,
			);
		}),
	];
	return [
		...section('Modalités d’évaluation', evaluations, fiche.ligne),
		...prose(fiche, PROSE_APRES),
		...section('Voies d’accès et composition du jury', jurys, fiche.ligne),
		...section('Textes', textes, fiche.ligne),
		...section('Certificateurs', certificateurs, fiche.ligne),
		...section('Codes NSF', nsf, fiche.ligne),
		...section('Formacodes', formacodes, fiche.ligne),
		...section('Liens avec d’autres certifications', liees, fiche.ligne),
		...section('Enregistrement', enregistrement, fiche.ligne),
	];
};
