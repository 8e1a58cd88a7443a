import type { NatureSuccession, Succession } from '../schemas/lignee.ts';
import type { Certitude } from '../schemas/source.ts';
import { enLettres, veille } from './date.ts';
import { CERTITUDES, certitudeCommune, certitudeDe, reserveBreve, reserveEntiere } from './fait.ts';
import { article, avecArticle, enumerer, majuscule } from './texte/phrase.ts';
import { typographier } from './texte/typographie.ts';
import { type Nommee, nomDepuis, nomVersion, type Version } from './version.ts';
import { ETATS, SUCCESSIONS } from './vocabulaire.ts';

/** State of a version on the day on which the facts of its lineage were gathered. */
export interface Etat {
	cle: 'a-venir' | 'en-vigueur' | 'remplacee' | 'terminee' | 'inconnu';
	/** First day in force or, if it is over, first day out of force, `AAAA-MM-JJ`, where a source gives it. */
	depuis?: string | undefined;
	/** The version ended before its successor began: `depuis` is the day of that end. */
	finieAvant?: true | undefined;
	/** `depuis` is only a day on which a source states that the version is no longer in force. */
	auPlusTard?: true | undefined;
	/** First day in force, if it is still to come. */
	debut?: string | undefined;
	/** First day out of force, if it is still to come. */
	fin?: string | undefined;
	/** Day of the facts; absent if the version is in no lineage. */
	etatAu?: string | undefined;
	/** Certainty of the state; absent if the state is unknown. */
	certitude?: Certitude | undefined;
	/** The state rests on secondary sources only. */
	aVerifier: boolean;
	/** The state is certain, but the date `depuis` rests on secondary sources only. */
	dateAVerifier?: boolean | undefined;
	/** Versions that follow it, with the nature of each succession. */
	suites: { version: string; nature: NatureSuccession }[];
	/** Versions in force on that day, reached by following successions, with the weakest nature on the way. */
	enVigueur: { version: string; nature: NatureSuccession }[];
}

/** Qualifies a date on which a source states something that began earlier. */
export const AU_PLUS_TARD = 'au plus tard';

/** What follows the end of a version wherever it is printed: it is the first day out of force, or a day by which it had ended. */
export const suiteDeFin = (fin: { auPlusTard?: boolean | undefined } | undefined): string =>
	fin?.auPlusTard ? ` ${AU_PLUS_TARD}` : ' exclu';

/** Day of the facts of several versions: the oldest, if their lineages were updated on different days. */
export const jourDesFaits = (versions: readonly { etat: Pick<Etat, 'etatAu'> }[]): string | undefined =>
	versions
		.flatMap(({ etat }) => etat.etatAu ?? [])
		.sort()
		.at(0);

/** State of a version that is in no lineage. */
export const SANS_LIGNEE: Etat = { cle: 'inconnu', aVerifier: false, suites: [], enVigueur: [] };

type Datee = Pick<Version, 'id' | 'debut' | 'fin' | 'sources'>;
type Sources = Version['sources'];

const FORCE: Record<NatureSuccession, number> = { officielle: 2, secondaire: 1, editoriale: 0 };

/** The weaker of two natures: a chain is as strong as its weakest link. */
export const plusFaible = (a: NatureSuccession, b: NatureSuccession): NatureSuccession =>
	FORCE[a] <= FORCE[b] ? a : b;

/**
 * State of each version of a lineage on one day. Only an official succession makes a version « remplacée ». What a
 * source says of the version itself comes first: if its end is still to come, it stays in force beside its successor,
 * and once it has ended, it is out of force from that end, whenever its successor began.
 * @param etatAu day of the facts, `AAAA-MM-JJ`
 * @param sources sources of the lineage's file, cited by its successions
 * @returns states by version id
 */
export function etats(
	versions: readonly Datee[],
	successions: readonly Succession[],
	etatAu: string,
	sources: Sources = {},
): Map<string, Etat> {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const sortantes = (id: string) => successions.filter((s) => s.de === id);
	const base = new Map(versions.map((v) => [v.id, etatSeul(v, sortantes(v.id), parId, etatAu, sources)]));
	const enVigueur = (id: string) => {
		const atteints = new Map<string, NatureSuccession>();
		const file: [string, NatureSuccession][] = sortantes(id).map((s) => [s.vers, s.nature]);
		for (let suivant = file.shift(); suivant; suivant = file.shift()) {
			const [vers, nature] = suivant;
			const deja = atteints.get(vers);
			if (deja && FORCE[deja] >= FORCE[nature]) continue;
			atteints.set(vers, nature);
			for (const s of sortantes(vers)) file.push([s.vers, plusFaible(nature, s.nature)]);
		}
		return [...atteints]
			.filter(([vers]) => base.get(vers)?.cle === 'en-vigueur')
			.map(([version, nature]) => ({ version, nature }));
	};
	return new Map(
		versions.map((v) => [
			v.id,
			{
				...(base.get(v.id) as Omit<Etat, 'suites' | 'enVigueur'>),
				etatAu,
				suites: sortantes(v.id).map((s) => ({ version: s.vers, nature: s.nature })),
				enVigueur: enVigueur(v.id),
			},
		]),
	);
}

function etatSeul(
	version: Datee,
	sortantes: readonly Succession[],
	parId: ReadonlyMap<string, Datee>,
	etatAu: string,
	deLaLignee: Sources,
): Omit<Etat, 'suites' | 'enVigueur'> {
	const commencees = sortantes
		.filter((s) => s.nature === 'officielle')
		.flatMap((s) => {
			const suivante = parId.get(s.vers);
			return suivante?.debut && suivante.debut.valeur <= etatAu
				? [{ ...suivante, debut: suivante.debut, succession: s }]
				: [];
		})
		.sort((a, b) => a.debut.valeur.localeCompare(b.debut.valeur));
	const { debut, fin, sources } = version;
	const [premiere] = commencees;
	const etat = (cle: Etat['cle'], faits: readonly NonNullable<Version['debut']>[], dates: Partial<Etat>) => {
		const certitude = certitudeCommune(faits.map(({ source }) => certitudeDe(source, sources)));
		return { cle, ...dates, certitude, aVerifier: certitude === 'secondaire' };
	};
	if (debut && debut.valeur > etatAu) return etat('a-venir', [debut], { debut: debut.valeur });
	if (fin && fin.valeur > etatAu && !fin.auPlusTard) {
		if (debut) return etat('en-vigueur', [debut, fin], { depuis: debut.valeur, fin: fin.valeur });
		// Its first day is unknown, but its successor has begun.
		if (premiere) return etat('en-vigueur', [fin], { fin: fin.valeur });
	} else if (premiere) {
		const { source } = premiere.succession;
		// Its own end gives the date, even after its successor began. An end « au plus tard » counts only if it is earlier.
		const sienne = fin && (!fin.auPlusTard || fin.valeur < premiere.debut.valeur) ? fin : undefined;
		const depuis = (sienne ?? premiere.debut).valeur;
		const disent = [
			...(fin?.valeur === depuis ? [certitudeDe(fin.source, sources)] : []),
			...(premiere.debut.valeur === depuis ? [certitudeDe(premiere.debut.source, premiere.sources)] : []),
		];
		return {
			cle: 'remplacee',
			depuis,
			...(depuis < premiere.debut.valeur && { finieAvant: true as const, auPlusTard: fin?.auPlusTard }),
			certitude: source ? certitudeDe(source, deLaLignee) : 'officielle',
			aVerifier: false,
			dateAVerifier: disent.every((certitude) => certitude === 'secondaire'),
		};
	} else if (fin && fin.valeur <= etatAu)
		return etat('terminee', [fin], { depuis: fin.valeur, auPlusTard: fin.auPlusTard });
	return { cle: 'inconnu', aVerifier: false };
}

/**
 * Ids of the versions that officially replace one that is « remplacée », in the order of the lineage's file. A successor
 * without a known first day, or that has not begun on the day of the facts, replaces nothing yet. One that is not in
 * `versions` is trusted to have begun: tools only load the versions that they show.
 */
export const remplacantes = (
	{ cle, suites, etatAu }: Pick<Etat, 'cle' | 'suites' | 'etatAu'>,
	versions: ReadonlyMap<string, Pick<Version, 'debut'>>,
): string[] =>
	suites.flatMap(({ version: id, nature }) => {
		const suivante = versions.get(id);
		const commencee = !suivante || !etatAu || (suivante.debut && suivante.debut.valeur <= etatAu);
		return cle === 'remplacee' && nature === 'officielle' && commencee ? [id] : [];
	});

/** A piece of a sentence: words, a date, or the name of a version, which pages show as a link. */
export type Segment =
	| { texte: string; fort?: true }
	| { jour: string }
	/** `enVigueur`: the sentence says that this version is in force. */
	| { version: string; nom: string; enVigueur?: true };

/** The fields needed for the sentences, both in a whole version and in the light form that the tools load. */
export type VersionSituee = Nommee & Pick<Version, 'etat' | 'debut' | 'fin'>;
type Versions = ReadonlyMap<string, VersionSituee>;

interface FormeEtat {
	/** Name of the version, where « cette version » would be ambiguous. */
	sujet?: string | undefined;
	/** Leaves out the day of the facts, and what is in force if the state is unknown. */
	bref?: boolean | undefined;
	/** Set under a heading that already says the state and its day. */
	sousTitre?: boolean | undefined;
}

const D_APRES = `d’après une ${CERTITUDES.secondaire}`;

/**
 * The state of a version in words: a list of segments for each sentence. Every page, tool, file, feed and citation
 * prints this, or one of the shorter forms below.
 * @param versions versions that the sentences may name; one that is missing is named by its id
 */
export function direEtat(
	version: VersionSituee,
	versions: Versions,
	{ sujet, bref = false, sousTitre = false }: FormeEtat = {},
): Segment[][] {
	const { etat, fin } = version;
	const nommer = (id: string): Segment => ({ version: id, nom: nommerVersion(id, version, versions) });
	const qui = sujet === undefined ? 'Cette version' : majuscule(avecArticle('le', sujet));
	const remplacee = sujet === undefined ? 'elle est remplacée' : 'il est remplacé';
	const t = (texte: string): Segment => ({ texte });
	const fort = (texte: string): Segment => ({ texte, fort: true });
	const au: Segment[] = etat.etatAu ? [t(' au '), { jour: etat.etatAu }] : [];
	const depuis = (entre: string): Segment[] =>
		etat.depuis
			? [t(`${entre}depuis le `), { jour: etat.depuis }, ...(etat.auPlusTard ? [t(` ${AU_PLUS_TARD}`)] : [])]
			: [];
	const finie = [fort(`${qui} n’est plus en vigueur`), ...depuis(' ')];
	const enVigueur = sousTitre || (bref && etat.cle === 'inconnu') ? [] : direEnVigueur(etat, versions, version);
	const phrases: Segment[][] = [];
	const dire = (...segments: Segment[]) =>
		phrases.push([...segments, ...(etat.aVerifier ? [t(`, ${D_APRES}`)] : []), t('.')]);
	if (etat.cle === 'a-venir')
		dire(
			fort(`${qui} n’est pas encore en vigueur`),
			...au,
			...(etat.debut ? [t(` : ${sujet === undefined ? 'elle' : 'il'} doit commencer le `), { jour: etat.debut }] : []),
		);
	else if (etat.cle === 'en-vigueur')
		dire(
			...(sousTitre && etat.depuis
				? [t('Depuis le '), { jour: etat.depuis }]
				: [fort(`${qui} est en vigueur`), ...au, ...depuis(', ')]),
			...(etat.fin ? [t(' et jusqu’au '), { jour: veille(etat.fin) }] : []),
		);
	else if (etat.cle === 'remplacee')
		dire(
			...finie,
			...(etat.dateAVerifier ? [t(` (date d’une ${CERTITUDES.secondaire})`)] : []),
			...remplacantes(etat, versions).flatMap((id, i) => [
				t(`${i ? ' et' : `${etat.finieAvant ? ' ;' : ' :'} ${remplacee}`} par ${articleDe(id, version, versions)}`),
				nommer(id),
			]),
		);
	else if (etat.cle === 'terminee') {
		dire(...finie, ...(fin?.note ? [t(` (${fin.note})`)] : []));
		if (!etat.suites.some(({ nature }) => nature === 'officielle'))
			phrases.push([
				t('Aucun texte officiel trouvé dans nos sources ne désigne de successeur.'),
				// What follows and is in force, or to come, is named once, by the sentence that says so.
				...etat.suites
					.filter(({ version: id }) => !enVigueur.some((dite) => dite.version === id))
					.filter(({ version: id }) => versions.get(id)?.etat.cle !== 'a-venir')
					.flatMap(({ version: id, nature }) => [t(' '), nommer(id), t(` : ${SUCCESSIONS[nature]}.`)]),
			]);
	} else
		phrases.push([
			fort(`Nous ne savons pas si ${sujet === undefined ? 'cette version' : avecArticle('le', sujet)} est en vigueur`),
			t(' : aucune de nos sources ne le dit.'),
		]);
	phrases.push(...enVigueur.map(({ segments }) => segments));
	if (etat.cle !== 'remplacee') phrases.push(...direSuitesAVenir(etat, versions, version));
	if (!bref && etat.etatAu) phrases.push([t('Faits réunis au '), { jour: etat.etatAu }, t('.')]);
	return phrases.map((phrase) => phrase.map((s) => ('texte' in s ? { ...s, texte: typographier(s.texte) } : s)));
}

/**
 * One sentence for each version in force that follows a version.
 * @param versions versions to name; one that is missing is named by its id
 * @param depuis the version beside which they are named, if any
 */
export const direEnVigueur = (
	{ etatAu, enVigueur }: Pick<Etat, 'etatAu' | 'enVigueur'>,
	versions: ReadonlyMap<string, Nommee & { etat: Partial<Pick<Etat, 'aVerifier'>> }>,
	depuis?: Nommee,
): { version: string; segments: Segment[] }[] =>
	enVigueur.flatMap(({ version, nature }) => {
		if (!etatAu) return [];
		const nommee = versions.get(version);
		const nom = nommee ? (depuis ? nomDepuis(nommee, depuis) : nomVersion(nommee)) : version;
		const suite = { version, nom, enVigueur: true as const };
		const doute = nommee?.etat.aVerifier && 'en vigueur,';
		return [{ version, segments: direSuite('En vigueur au ', etatAu, suite, nature, doute) }];
	});

/** One sentence for each following version that is not in force yet. */
const direSuitesAVenir = ({ suites }: Etat, versions: Versions, depuis: Nommee): Segment[][] =>
	suites.flatMap(({ version, nature }) => {
		const suite = versions.get(version);
		if (suite?.etat.cle !== 'a-venir' || !suite.etat.debut) return [];
		const nommee = { version, nom: nomDepuis(suite, depuis) };
		return [direSuite('À partir du ', suite.etat.debut, nommee, nature, suite.etat.aVerifier && 'date')];
	});

/** @param doute what a secondary source says, if the succession itself is surer */
const direSuite = (
	debut: string,
	jour: string,
	suite: Segment,
	nature: NatureSuccession,
	doute: string | false | undefined,
): Segment[] => [
	{ texte: debut },
	{ jour },
	{ texte: ' : ' },
	suite,
	{ texte: ` (${SUCCESSIONS[nature]}${doute && nature !== 'secondaire' ? ` ; ${doute} ${D_APRES}` : ''}).` },
];

/** The day from which a sentence is no longer true, and the sentence that then replaces it. */
export type Perime = { le: string; dit: string };

/**
 * For a version in force with a known end, or one still to come: pages carry this, and a script shows it on the
 * reader's day. Once its first day is past, a version is only said to have been due to begin: it may have been put off
 * since.
 */
export function perimeDe({ etat, ...version }: Nommee & Pick<Version, 'etat'>): Perime | undefined {
	const le = etat.cle === 'en-vigueur' ? etat.fin : etat.cle === 'a-venir' ? etat.debut : undefined;
	if (!le) return undefined;
	const depuis = etat.cle === 'en-vigueur' ? 'n’est plus en vigueur depuis le' : 'devait entrer en vigueur le';
	return {
		le,
		dit: typographier(
			`${majuscule(avecArticle('le', nomVersion(version)))} ${depuis} ${enLettres(le)}, d’après des faits réunis au ${enLettres(etat.etatAu ?? le)}${etat.aVerifier ? ' (source secondaire)' : ''} : à vérifier au RNCP.`,
		),
	};
}

/** When a sentence of `direEtat` stops being true, because of the version or of one that it names. */
export function perimeDeLaPhrase(version: VersionSituee, versions: Versions, phrase: readonly Segment[]) {
	if (phrase.some((s) => 'texte' in s && s.fort)) return perimeDe(version);
	const nommee = phrase.find((s) => 'nom' in s && s.enVigueur);
	const dite = nommee && 'nom' in nommee ? versions.get(nommee.version) : undefined;
	return dite && perimeDe(dite);
}

/** Name of a version as printed beside another one. */
const nommerVersion = (id: string, depuis: Nommee, versions: Versions): string => {
	const version = versions.get(id);
	return version ? nomDepuis(version, depuis) : id;
};

/** « le » or « l’ »; empty before an id that stands for a name. */
const articleDe = (id: string, depuis: Nommee, versions: Versions): string =>
	versions.has(id) ? article('le', nommerVersion(id, depuis, versions)) : '';

const enTexte = (segment: Segment): string =>
	'jour' in segment ? enLettres(segment.jour) : 'nom' in segment ? segment.nom : segment.texte;

/** The sentences of `direEtat` as plain text, for Markdown, feeds, RDF and titles. */
export const etatEnClair = (version: VersionSituee, versions: Versions, forme: FormeEtat = {}): string =>
	direEtat(version, versions, forme)
		.map((phrase) => phrase.map(enTexte).join(''))
		.join(' ');

/** The state in a few words: « remplacé par le TSGERI 2013 », « en vigueur au 21 novembre 2026, à vérifier ». */
export function etatEnBref(version: Nommee & Pick<VersionSituee, 'etat'>, versions: Versions): string {
	const { etat } = version;
	const noms = remplacantes(etat, versions).map(
		(id) => `${articleDe(id, version, versions)}${nommerVersion(id, version, versions)}`,
	);
	return noms.length ? `remplacé par ${enumerer(noms)}` : etatCourt(etat);
}

/** The fields of a state that its shortest form needs. */
export type EtatCourt = Pick<Etat, 'cle' | 'etatAu'> & { aVerifier?: boolean | undefined };

/** The state in a few words, without the name of the successor. */
export function etatCourt({ cle, etatAu, aVerifier = false }: EtatCourt): string {
	const reserve = reserveBreve(aVerifier);
	if (cle === 'inconnu') return 'état inconnu';
	if (cle === 'en-vigueur' || cle === 'a-venir')
		return `${cle === 'a-venir' ? 'pas encore ' : ''}en vigueur${etatAu ? ` au ${enLettres(etatAu)}` : ''}${reserve}`;
	return `n’est plus en vigueur${reserve}`;
}

/** Whether a version is in force on the reader's day, according to the facts. */
export const estEnVigueur = ({ etat }: Pick<VersionSituee, 'etat'>, jour: string): boolean =>
	etat.cle === 'en-vigueur' && !(etat.fin && jour >= etat.fin);

/**
 * The state as a clause after a name: « en vigueur au 21 novembre 2026 (source secondaire, à vérifier) ».
 * @param jour day of the reader, `AAAA-MM-JJ`: the version may have ended since the facts were gathered
 */
export function etatEnClause({ etat }: Pick<VersionSituee, 'etat'>, jour: string): string {
	const reserve = reserveEntiere(etat.aVerifier);
	if (etat.cle === 'inconnu') return 'dont nous ne savons pas s’il est en vigueur';
	const au = etat.etatAu ? ` au ${enLettres(etat.etatAu)}` : '';
	if (etat.cle === 'a-venir')
		return etat.debut && jour >= etat.debut
			? `qui devait entrer en vigueur le ${enLettres(etat.debut)}${reserve}`
			: `qui n’est pas encore en vigueur${au}${reserve}`;
	if (etat.cle !== 'en-vigueur') return `qui n’est plus en vigueur${reserve}`;
	if (etat.fin && !estEnVigueur({ etat }, jour))
		return `qui n’est plus en vigueur depuis le ${enLettres(etat.fin)}${reserve}`;
	return `en vigueur${au}${reserve}`;
}

/** The state in a table cell: its name, and in `precision` its dates and caveats. */
export function etatEnCellule({ etat, fin, ...version }: Omit<VersionSituee, 'debut'>): {
	texte: string;
	precision?: string | undefined;
	perime?: Perime | undefined;
} {
	const { cle, depuis, debut, etatAu, aVerifier, dateAVerifier } = etat;
	const dite = { 'en-vigueur': 'En vigueur', 'a-venir': 'Pas encore en vigueur' }[cle as string];
	const texte = dite && etatAu ? `${dite} au ${enLettres(etatAu)}` : ETATS[cle];
	if (cle === 'inconnu') return { texte };
	const precision = [
		debut && `à partir du ${enLettres(debut)}`,
		depuis &&
			`${etat.finieAvant ? 'n’est plus en vigueur ' : ''}depuis le ${enLettres(depuis)}${etat.auPlusTard ? ` ${AU_PLUS_TARD}` : ''}`,
		cle === 'terminee' && fin?.note,
		cle === 'en-vigueur' && etat.fin && `jusqu’au ${enLettres(veille(etat.fin))}`,
		aVerifier && D_APRES,
		!aVerifier && dateAVerifier && `date ${D_APRES}`,
	];
	return {
		texte,
		precision: precision.filter(Boolean).join(', ') || undefined,
		perime: perimeDe({ ...version, etat }),
	};
}
