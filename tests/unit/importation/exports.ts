import { strToU8, zipSync } from 'fflate';
import { exportRncp } from './rncps.ts';

/** What a FICHE of a generated export says. */
export type FicheVoulue = {
	numero: number;
	intitule: string;
	type?: string;
	effet?: string;
	fin?: string;
	actif?: 'Oui' | 'Non';
	anciennes?: readonly number[];
	nouvelles?: readonly number[];
	/** Title of each bloc, its competences. */
	blocs?: readonly (readonly [string, ...string[]])[];
	/** `[bloc of the older fiche, bloc of this one]`, by their codes. */
	cartes?: readonly (readonly [string, string])[];
};

const echapper = (texte: string): string => texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const codeDe = (numero: number, rang: number): string => `RNCP${numero}BC${String(rang).padStart(2, '0')}`;

export const ficheXml = (f: FicheVoulue): string => {
	const liste = (nom: string, numeros: readonly number[] = []) =>
		numeros.length === 0
			? ''
			: `<${nom}S_CERTIFICATIONS>${numeros.map((n) => `<${nom}_CERTIFICATION><ID_FICHE_${nom}_CERTIFICATION>RNCP${n}</ID_FICHE_${nom}_CERTIFICATION></${nom}_CERTIFICATION>`).join('')}</${nom}S_CERTIFICATIONS>`;
	const blocs = (f.blocs ?? [['Préparer', 'Trier les pièces.', 'Nettoyer les pièces.']]).map(
		([titre, ...competences], i) =>
			`<BLOC_COMPETENCES><CODE>${codeDe(f.numero, i + 1)}</CODE><LIBELLE>${echapper(titre)}</LIBELLE><LISTE_COMPETENCES>${echapper(competences.join('    '))}</LISTE_COMPETENCES></BLOC_COMPETENCES>`,
	);
	const cartes = (f.cartes ?? []).map(
		([de, vers]) =>
			`<CORRESPONDANCE><SOURCE><BLOC_COMPETENCES><CODE>${vers}</CODE></BLOC_COMPETENCES></SOURCE><DESTINATION><NUMERO_FICHE>${de.replace(/BC\d+$/u, '')}</NUMERO_FICHE><BLOC_COMPETENCES><CODE>${de}</CODE></BLOC_COMPETENCES></DESTINATION></CORRESPONDANCE>`,
	);
	return [
		`<FICHE><ID_FICHE>${f.numero}</ID_FICHE><NUMERO_FICHE>RNCP${f.numero}</NUMERO_FICHE>`,
		liste('NOUVELLE', f.nouvelles),
		liste('ANCIENNE', f.anciennes),
		`<INTITULE>${echapper(f.intitule)}</INTITULE><ABREGE><CODE>${f.type ?? 'TP'}</CODE><LIBELLE>Titre professionnel</LIBELLE></ABREGE>`,
		`<ACTIF>${f.actif ?? 'Oui'}</ACTIF><NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU></NOMENCLATURE_EUROPE>`,
		`<ACTIVITES_VISEES>Il travaille en atelier.</ACTIVITES_VISEES>`,
		f.effet === undefined ? '' : `<DATE_EFFET>${f.effet}</DATE_EFFET>`,
		f.fin === undefined ? '' : `<DATE_FIN_ENREGISTREMENT>${f.fin}</DATE_FIN_ENREGISTREMENT>`,
		`<BLOCS_COMPETENCES>${blocs.join('')}</BLOCS_COMPETENCES>`,
		cartes.length === 0 ? '' : `<CORRESPONDANCES>${cartes.join('')}</CORRESPONDANCES>`,
		'</FICHE>',
	].join('');
};

/** An export as published: a zip with one XML. */
export const zipDExport = (fiches: readonly FicheVoulue[], jour = '2026-11-20'): Uint8Array =>
	zipSync(
		{ [`export-fiches-rncp-v4-1-${jour}.xml`]: strToU8(exportRncp(fiches.map(ficheXml).join('\n'))) },
		{ mtime: '2026-11-20' },
	);

const METIERS = ['Relieur', 'Doreur', 'Rempailleur', 'Vannier', 'Ferronnier', 'Potier', 'Tourneur', 'Graveur'];
const LIEUX = ['cuir', 'bois', 'métal', 'verre', 'pierre', 'papier', 'osier', 'corne', 'nacre', 'étain'];

/**
 * Titles of the ministry with all that a real export has at odds: initials shared in one year, a chain of four, a merge,
 * a predecessor outside the export, a BTS, a list that is broken, TSSR among them.
 */
export const exportPiege = (nombre = 330): FicheVoulue[] => {
	const pieges: FicheVoulue[] = [
		{ numero: 10001, intitule: 'Relieur d’atlas', effet: '01/01/2018' },
		{ numero: 10002, intitule: 'Rempailleur artisanal', effet: '01/06/2018' },
		...[0, 1, 2, 3].map(
			(i): FicheVoulue => ({
				numero: 11000 + i,
				intitule: 'Verrier à la canne',
				effet: `01/09/${2008 + 5 * i}`,
				...(i > 0 && { anciennes: [10999 + i], cartes: [[codeDe(10999 + i, 1), codeDe(11000 + i, 1)]] }),
			}),
		),
		{ numero: 12001, intitule: 'Sellier en maroquinerie', effet: '01/01/2016' },
		{ numero: 12002, intitule: 'Sellier en bourrellerie', effet: '01/01/2017' },
		{ numero: 12003, intitule: 'Sellier', effet: '01/01/2022', anciennes: [12001, 12002] },
		{ numero: 13001, intitule: 'Luthier en atelier', effet: '01/01/2021', anciennes: [2999] },
		{ numero: 14001, intitule: 'Comptable', type: 'BTS', effet: '01/01/2020' },
		{ numero: 15001, intitule: 'Cirier', effet: '01/01/2020', blocs: [['Couler la cire']] },
		{
			numero: 99682,
			intitule: 'Technicien supérieur systèmes et réseaux',
			effet: '01/09/2031',
			anciennes: [42463],
		},
	];
	const titres = pieges.filter((p) => p.type === undefined).length;
	const autres = Array.from({ length: nombre - titres }, (_, i): FicheVoulue => {
		const metier = `${METIERS[i % METIERS.length]} sur ${LIEUX[Math.floor(i / METIERS.length) % LIEUX.length]}`;
		return {
			numero: 20000 + i,
			intitule: `${metier}, option ${Math.floor(i / (METIERS.length * LIEUX.length)) + 1}`,
			effet: `01/01/${2019 + (i % 6)}`,
			blocs: [
				['Préparer', 'Trier les pièces.', 'Nettoyer les pièces.'],
				['Réaliser', 'Assembler les pièces.', 'Finir les pièces.'],
			],
		};
	});
	return [...pieges, ...autres];
};
