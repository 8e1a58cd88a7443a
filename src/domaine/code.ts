import { certitudeDe } from './fait.ts';
import type { Version } from './version.ts';

/** A code written by a person, normalised to its official form. */
export type CodeLu = {
	type: 'RNCP' | 'bloc' | 'TP' | 'NOR';
	/** `RNCP37682`, `RNCP37682BC01`, `TP-01351`, `SOCF0311961A`. */
	valeur: string;
	/** The two digits that follow a TP code, if given. */
	millesime?: string | undefined;
};

const SEPARATEURS = /[\s\u00AD\u200B-\u200D\u2060\uFEFF.,:;°ºN_/\\-]*/u.source;
const forme = (motif: string) => new RegExp(`^${motif.replaceAll('~', SEPARATEURS)}$`, 'iu');
const RNCP = forme('(?:RNCP~)?(\\d{3,6})(?:~BC~(\\d{1,2}))?');
const TP = forme('TP~(\\d{3,5})(?:~M(?:ILL[EÉ]SIME)?~(\\d{1,2}))?');
const NOR = forme('(?:NOR~)?([A-Z]{4})~(\\d{7})~([A-Z])');

/**
 * Parses an official code in any usual spelling: « RNCP 37682 », « rncp37682bc01 », « 37682 », « TP-01351 m02 », « TP
 * 1351 millésime 02 », « NOR : SOCF0311961A ». A bare number is an RNCP number.
 * @returns undefined if the text is not a code, so that a title is never taken for one
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

/** The fiche of a bloc’s code, which may be known where the code is not: `RNCP37682BC01` → `RNCP37682`. */
export const ficheDuBloc = (code: string): string => code.replace(/BC\d+$/, '');

/**
 * Every RNCP, bloc, TP and NOR code of a catalogue, in the order of the versions, with what it names: a version, or a
 * bloc by its id. `certitude` is that of this link.
 */
export const inscriptions = (versions: readonly Version[]) =>
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
