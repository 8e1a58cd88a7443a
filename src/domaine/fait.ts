import type { CleSource } from '../schemas/fait.ts';
import type { Certitude } from '../schemas/source.ts';

/** As far as certainty goes, a source is its nature. */
type Natures = Readonly<Record<string, { nature: Certitude }>>;

const FORCE: Record<Certitude, number> = { officielle: 2, publique: 1, secondaire: 0 };

/** What is said of a fact that only secondary sources state, wherever it is printed. */
export const A_VERIFIER = 'à vérifier';

/** Name of the nature of a source, beside a value. */
export const CERTITUDES: Record<Certitude, string> = {
	officielle: 'source officielle',
	publique: 'données publiques',
	secondaire: `source secondaire, ${A_VERIFIER}`,
};

/** The keys of a `source:` field, always as a list. */
export const cles = (source: CleSource): string[] => (Array.isArray(source) ? source : [source]);

/** Keys that any `source:` of a value names, however deep. */
export function citees(valeur: object): Set<string> {
	const siennes = Object.entries(valeur).flatMap(([cle, v]) =>
		cle === 'source' && v ? cles(v) : v && typeof v === 'object' ? [...citees(v)] : [],
	);
	return new Set(siennes);
}

/** Certainty of one fact: the strongest of its sources carries it. A key without source carries nothing. */
export const certitudeDe = (source: CleSource, sources: Natures): Certitude =>
	cles(source).reduce<Certitude>((forte, cle) => {
		const nature = sources[cle]?.nature ?? 'secondaire';
		return FORCE[nature] > FORCE[forte] ? nature : forte;
	}, 'secondaire');

/** Certainty of what rests on several facts at once: it is worth what the weakest is worth. */
export const certitudeCommune = (certitudes: readonly Certitude[]): Certitude =>
	certitudes.reduce((faible, c) => (FORCE[c] < FORCE[faible] ? c : faible), 'officielle');

/** True where only secondary sources state the fact: it is printed with « à vérifier », everywhere. */
export const estDouteux = (source: CleSource, sources: Natures): boolean =>
	certitudeDe(source, sources) === 'secondaire';

/** The reserve after a name or in a list: « , à vérifier », or nothing. */
export const reserveBreve = (douteux: boolean): string => (douteux ? `, ${A_VERIFIER}` : '');

/** The reserve after a statement, with its reason: « (source secondaire, à vérifier) », or nothing. */
export const reserveEntiere = (douteux: boolean): string => (douteux ? ` (${CERTITUDES.secondaire})` : '');

/** Note of a value, and the reserve that its certainty calls for. */
export const precisionDe = (certitude: Certitude, note?: string | null): string | undefined =>
	[note, certitude === 'secondaire' ? CERTITUDES.secondaire : ''].filter(Boolean).join(' ; ') || undefined;

/** A fact in plain text: « TP-00485 (source secondaire, à vérifier) ». */
export function direFait(valeur: string, certitude: Certitude, note?: string | null): string {
	const precision = precisionDe(certitude, note);
	return precision ? `${valeur} (${precision})` : valeur;
}
