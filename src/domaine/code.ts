import type { Certitude } from '../schemas/source.ts';
import { certitudeDe } from './fait.ts';
import type { Version } from './version.ts';

/** A code as a person writes it, in its official form. */
export type CodeLu = {
	type: 'RNCP' | 'bloc' | 'TP' | 'NOR';
	/** `RNCP37682`, `RNCP37682BC01`, `TP-01351`, `SOCF0311961A`. */
	valeur: string;
	/** The two digits that follow a TP code, where they are given. */
	millesime?: string | undefined;
};

const SEPARATEURS = /[\s\u00AD\u200B-\u200D\u2060\uFEFF.,:;°ºN_/\\-]*/u.source;
const forme = (motif: string) => new RegExp(`^${motif.replaceAll('~', SEPARATEURS)}$`, 'iu');
const RNCP = forme('(?:RNCP~)?(\\d{3,6})(?:~BC~(\\d{1,2}))?');
const TP = forme('TP~(\\d{3,5})(?:~M(?:ILL[EÉ]SIME)?~(\\d{1,2}))?');
const NOR = forme('(?:NOR~)?([A-Z]{4})~(\\d{7})~([A-Z])');

/**
 * Reads one official code in any usual writing: « RNCP 37682 », « rncp37682bc01 », « 37682 », « TP-01351 m02 »,
 * « TP 1351 millésime 02 », « NOR : SOCF0311961A ». A bare number is a number of the RNCP, as in its addresses.
 * @returns nothing where the text is no code, so that a title is never taken for one
 */
export function lireCode(texte: string): CodeLu | undefined {
	const propre = texte.normalize('NFC').trim();
	const rncp = RNCP.exec(propre);
	if (rncp) {
		const [, numero = '', bloc] = rncp;
		const fiche = `RNCP${Number(numero)}`;
		return bloc ? { type: 'bloc', valeur: `${fiche}BC${bloc.padStart(2, '0')}` } : { type: 'RNCP', valeur: fiche };
	}
	const tp = TP.exec(propre);
	if (tp) {
		const [, numero = '', millesime] = tp;
		return { type: 'TP', valeur: `TP-${numero.padStart(5, '0')}`, millesime: millesime?.padStart(2, '0') };
	}
	const nor = NOR.exec(propre);
	return nor ? { type: 'NOR', valeur: nor.slice(1).join('').toUpperCase() } : undefined;
}

/** The version or bloc that a code names. */
type Inscription = {
	code: string;
	type: CodeLu['type'];
	version: Version;
	/** Id of the bloc, where the code is that of a bloc. */
	bloc: string | null;
	/** Certainty of the link between the code and what it names. */
	certitude: Certitude;
};

/** Every RNCP, bloc, TP and NOR code of a catalogue, with what it names, in the order of the versions. */
export const inscriptions = (versions: readonly Version[]): Inscription[] =>
	versions.flatMap((version) =>
		[
			...version.codes.map((code) => ({ code, type: code.type, bloc: null })),
			...version.blocs.map(({ id, code }) => ({ code, type: 'bloc' as const, bloc: id })),
		].flatMap(({ code, type, bloc }) =>
			code && type !== 'millesime'
				? { code: code.valeur, type, version, bloc, certitude: certitudeDe(code.source, version.sources) }
				: [],
		),
	);
