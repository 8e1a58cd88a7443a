import type { CodesPublies, EtatPublie, InscriptionPubliee } from '../../schemas/donnees/rncp.ts';
import { inscriptions } from '../code.ts';
import { estDouteux } from '../fait.ts';
import type { Version } from '../version.ts';

/**
 * `/donnees/rncp.json`: what each official code names, and whether it is in force.
 * @param versions oldest first
 * @param etatAu latest day on which facts of the catalogue were gathered
 */
export const publierCodes = (versions: readonly Version[], etatAu: string | undefined): CodesPublies => ({
	etatAu: etatAu ?? null,
	codes: inscriptions(versions).map(({ code, type, version, bloc, certitude }) => ({
		code,
		type,
		millesime: type === 'TP' ? (version.codes.find((c) => c.type === 'millesime')?.valeur ?? null) : null,
		version: version.id,
		bloc,
		certitude,
		...publierEtat(version),
	})),
});

/** State of a version, with its dates and what follows it. */
export const publierEtat = (version: Version): EtatPublie => ({
	statut: version.etat.cle,
	statutCertitude: version.etat.certitude ?? null,
	depuis: version.etat.depuis ?? null,
	debut: version.debut?.valeur ?? null,
	fin: version.fin?.valeur ?? null,
	finAuPlusTard: version.fin?.auPlusTard ?? false,
	aVerifier: datesAVerifier(version),
	successeurs: version.etat.suites.map(({ version: id, nature }) => ({ version: id, nature })),
});

/** Dates of a version that only secondary sources give. */
function datesAVerifier({ etat, debut, fin, sources }: Version): InscriptionPubliee['aVerifier'] {
	const douteuse = (fait: Version['debut']) => fait !== undefined && estDouteux(fait.source, sources);
	const depuis = {
		'en-vigueur': douteuse(debut),
		remplacee: etat.dateAVerifier ?? false,
		terminee: douteuse(fin),
		'a-venir': false,
		inconnu: false,
	}[etat.cle];
	return [
		...(depuis ? (['depuis'] as const) : []),
		...(douteuse(debut) ? (['debut'] as const) : []),
		...(douteuse(fin) ? (['fin'] as const) : []),
	];
}
