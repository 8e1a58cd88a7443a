import { stringify } from 'yaml';
import { idVersion, type VersionDetenue } from '../schemas/version.ts';
import type { FinLue, Lecture } from './lecture.ts';
import { rendreCorps } from './markdown.ts';
import type { Reparation } from './reparation.ts';

/** A source to write, with its key in the front matter. */
export type SourceEcrite = { cle: string; intitule: string; document: string; url?: string };

/** The only transcription that has a passage. */
export type Attribution = { texte: string; source: string };

/** Id from the sigle and year of a document, `tsgeri-2008`; undefined if it gives no year. */
export const idDeLecture = (lecture: Lecture): string | undefined => {
	const id = `${lecture.sigle.toLowerCase()}-${lecture.annee}`;
	return idVersion.safeParse(id).success ? id : undefined;
};

export const sigleDeId = (id: string): string => id.replace(/-\d{4}$/u, '').toUpperCase();

const NATURES = { fiche: 'officielle', annexe: 'officielle', rncp: 'publique' } as const;

export const intituleDeSource = (lecture: Lecture): string =>
	({
		fiche: `Fiche du titre professionnel « ${lecture.intitule} »`,
		annexe: `Annexe de l’arrêté du titre professionnel « ${lecture.intitule} »`,
		rncp: `Répertoire national des certifications professionnelles, données ouvertes de France compétences, « ${lecture.intitule} »`,
	})[lecture.genre];

export type Ecriture = {
	id: string;
	/** Day on which the file enters the catalogue, AAAA-MM-JJ. */
	ajouteeLe?: string;
	/** The first one is the source of the text. */
	sources: readonly [SourceEcrite, ...SourceEcrite[]];
	attributions?: readonly Attribution[];
	/** Key of the other transcription, for facts that only it has. */
	sourceDe?: (champ: 'codes', valeur: string) => string | undefined;
	/** Writes the lines that were not placed, under a heading, to be sorted by hand. */
	avecRestes?: boolean;
};

/** Front matter of a version that was read. What the document does not say is left out. */
export type FaitsLus = Partial<VersionDetenue> & Pick<VersionDetenue, 'codes' | 'sources' | 'blocs'>;

/** Front matter and body of a version. */
export const versionDe = (lecture: Lecture, ecriture: Ecriture): { faits: FaitsLus; corps: string } => {
	const [principale] = ecriture.sources;
	const cle = principale.cle;
	const { corps, reparations } = rendreCorps([
		...lecture.elements,
		...(ecriture.avecRestes ? elementsDesRestes(lecture) : []),
	]);
	const rendues = [...lecture.reparations, ...reparations].map((r: Reparation) => ({ source: cle, ...r }));
	const sources = Object.fromEntries(
		ecriture.sources.map(({ cle: nom, intitule, document, url }) => [
			nom,
			{ intitule, nature: NATURES[lecture.genre], document, ...(url && { url }) },
		]),
	);
	const deNotreFait = lecture.sigleDeNotreFait && lecture.sigle === sigleDeId(ecriture.id);
	const remarques = [
		...lecture.remarques,
		...(deNotreFait
			? [`Le document n’imprime pas de sigle : « ${lecture.sigle} », fait des mots de l’intitulé, est de notre fait.`]
			: []),
	];
	const faits: FaitsLus = {
		sigle: sigleDeId(ecriture.id),
		...(deNotreFait && { sigleDeNotreFait: true as const }),
		intitule: lecture.intitule,
		...(lecture.niveau && { niveau: { valeur: lecture.niveau, source: cle } }),
		nsf: lecture.nsf.map((valeur) => ({ valeur, source: cle })),
		rome: lecture.rome.map((rome) => ({ ...rome, source: cle })),
		codes: lecture.codes.map((code) => ({ ...code, source: ecriture.sourceDe?.('codes', code.valeur) ?? cle })),
		...(lecture.debut && { debut: { valeur: lecture.debut.date, source: cle, note: lecture.debut.note } }),
		...(lecture.fin && { fin: finEcrite(lecture.fin, cle) }),
		...(remarques.length > 0 && { remarques: remarques.map((valeur) => ({ valeur, source: cle })) }),
		...(ecriture.ajouteeLe && { ajouteeLe: ecriture.ajouteeLe }),
		sources,
		blocs: lecture.blocs.map(({ type, intitule, emprunte, code, competences }) => ({
			type,
			intitule,
			...(emprunte && { sansIntitule: true as const }),
			...(code && { code: { valeur: code, source: cle } }),
			competences: competences.map((c) => c.libelle),
		})),
		...(rendues.length > 0 && { reparations: rendues }),
		...(ecriture.attributions && ecriture.attributions.length > 0 && { attributions: [...ecriture.attributions] }),
	};
	return { faits, corps };
};

/** The end of a version, as in a file of the catalogue. */
export const finEcrite = ({ date, note, auPlusTard }: FinLue, source: string) => ({
	valeur: date,
	source,
	note,
	...(auPlusTard && { auPlusTard }),
});

export const TITRE_RESTES = 'Lignes à ranger à la main';

const elementsDesRestes = (lecture: Lecture): Lecture['elements'] =>
	lecture.restes.length === 0
		? []
		: [
				{ sorte: 'titre', rang: 2, texte: TITRE_RESTES, lignes: [] },
				...lecture.restes.map((r) => ({ sorte: 'paragraphe' as const, texte: r.texte, lignes: [r.ligne] })),
			];

/** Text of `content/titres/<version>.md`. */
export const ecrireVersion = ({ faits, corps }: { faits: FaitsLus; corps: string }): string =>
	`---\n${stringify(faits, { lineWidth: 0, singleQuote: true })}---\n\n${corps}`;
