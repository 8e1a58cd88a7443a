import type { CleSource } from '../schemas/fait.ts';
import type { Certitude } from '../schemas/source.ts';

/** The fields of sources needed here, by key. */
type Natures = Readonly<Record<string, { nature: Certitude }>>;

const FORCE: Record<Certitude, number> = { officielle: 2, publique: 1, secondaire: 0 };

/** Caveat printed with any fact that only secondary sources state. */
export const A_VERIFIER = 'à vérifier';

export const CERTITUDES: Record<Certitude, string> = {
	officielle: 'source officielle',
	publique: 'données publiques',
	secondaire: `source secondaire, ${A_VERIFIER}`,
};

/** Keys of a `source` field, always as a list. */
export const cles = (source: CleSource): string[] => (Array.isArray(source) ? source : [source]);

/** Keys cited by any `source` field of a value, at any depth. */
export function citees(valeur: object): Set<string> {
	const siennes = Object.entries(valeur).flatMap(([cle, v]) =>
		cle === 'source' && v ? cles(v) : v && typeof v === 'object' ? [...citees(v)] : [],
	);
	return new Set(siennes);
}

/** Certainty of one fact: that of its strongest source. An unknown key counts as secondary. */
export const certitudeDe = (source: CleSource, sources: Natures): Certitude =>
	cles(source).reduce<Certitude>((forte, cle) => {
		const nature = sources[cle]?.nature ?? 'secondaire';
		return FORCE[nature] > FORCE[forte] ? nature : forte;
	}, 'secondaire');

/** Certainty of a statement that rests on several facts: that of the weakest. */
export const certitudeCommune = (certitudes: readonly Certitude[]): Certitude =>
	certitudes.reduce((faible, c) => (FORCE[c] < FORCE[faible] ? c : faible), 'officielle');

/** Whether only secondary sources state the fact. It is then printed with « à vérifier ». */
export const estDouteux = (source: CleSource, sources: Natures): boolean =>
	certitudeDe(source, sources) === 'secondaire';

/** Short caveat after a name or in a list: « , à vérifier », or empty. */
export const reserveBreve = (douteux: boolean): string => (douteux ? `, ${A_VERIFIER}` : '');

/** Full caveat after a statement: « (source secondaire, à vérifier) », or empty. */
export const reserveEntiere = (douteux: boolean): string => (douteux ? ` (${CERTITUDES.secondaire})` : '');

/** Note of a value and the caveat of its certainty, or undefined. */
export const precisionDe = (certitude: Certitude, note?: string): string | undefined =>
	[note, certitude === 'secondaire' ? CERTITUDES.secondaire : ''].filter(Boolean).join(' ; ') || undefined;

/** A fact as plain text: « TP-00485 (source secondaire, à vérifier) ». */
export function direFait(valeur: string, certitude: Certitude, note?: string): string {
	const precision = precisionDe(certitude, note);
	return precision ? `${valeur} (${precision})` : valeur;
}
