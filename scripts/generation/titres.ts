import { type Alea, alea } from './alea.ts';
import { type BlocEcrit, idsBlocs, liensBlocs, premiers, RECENTES, reviser } from './evolution.ts';
import { codeDeBloc, type FicheVoulue } from './export.ts';
import { plume } from './libelle.ts';
import type { Fonds } from './modele.ts';
import { metier, vocabulaire } from './vocabulaire.ts';

/**
 * Difficult cases of a real export: two titles with the same initials in one year, a chain of four, a merge, a
 * predecessor outside the export, a BTS, a bloc without competences, and TSSR, which the catalogue holds by hand.
 */
const PIEGES: readonly FicheVoulue[] = [
	{ numero: 10001, intitule: 'Relieur d’atlas', effet: '01/01/2018', fin: '31/12/2027' },
	{ numero: 10002, intitule: 'Rempailleur artisanal', effet: '01/06/2018', fin: '31/05/2028' },
	...[0, 1, 2, 3].map(
		(i): FicheVoulue => ({
			numero: 11000 + i,
			intitule: 'Verrier à la canne',
			effet: `01/09/${2008 + 5 * i}`,
			fin: `31/08/${2013 + 5 * i}`,
			...(i < 3 && { actif: 'Non', nouvelles: [11001 + i] }),
			...(i > 0 && { anciennes: [10999 + i], cartes: [[codeDeBloc(10999 + i, 1), codeDeBloc(11000 + i, 1)]] }),
		}),
	),
	{ numero: 12001, intitule: 'Sellier en maroquinerie', effet: '01/01/2016', fin: '31/12/2021', actif: 'Non' },
	{ numero: 12002, intitule: 'Sellier en bourrellerie', effet: '01/01/2017', fin: '31/12/2021', actif: 'Non' },
	{ numero: 12003, intitule: 'Sellier', effet: '01/01/2022', fin: '31/12/2026', anciennes: [12001, 12002] },
	{ numero: 13001, intitule: 'Luthier en atelier', effet: '01/01/2021', fin: '31/12/2026', anciennes: [2999] },
	{ numero: 14001, intitule: 'Comptable', type: 'BTS', effet: '01/01/2020' },
	{ numero: 15001, intitule: 'Cirier', effet: '01/01/2020', blocs: [['Couler la cire']] },
	{ numero: 99682, intitule: 'Technicien supérieur systèmes et réseaux', effet: '01/09/2031', anciennes: [42463] },
];

const EMPLOIS = ['Technicien', 'Technicien supérieur', 'Agent', 'Gestionnaire', 'Conseiller', 'Assistant', 'Opérateur'];
/** Fields of work, each with its NSF speciality and its ROME code. */
const DOMAINES = [
	{ mots: 'du bâtiment', nsf: '232', rome: { code: 'F1703', libelle: 'Maçonnerie' } },
	{ mots: 'de la route', nsf: '311', rome: { code: 'N4101', libelle: 'Conduite de transport de marchandises' } },
	{ mots: 'en métallerie', nsf: '254', rome: { code: 'H2911', libelle: 'Réalisation de structures métalliques' } },
	{ mots: 'd’accueil touristique', nsf: '334', rome: { code: 'G1703', libelle: 'Réception en hôtellerie' } },
	{ mots: 'du commerce', nsf: '312', rome: { code: 'D1106', libelle: 'Vente en alimentation' } },
	{ mots: 'd’aide à domicile', nsf: '330', rome: { code: 'K1302', libelle: 'Assistance auprès d’adultes' } },
	{ mots: 'de réseaux électriques', nsf: '255', rome: { code: 'F1602', libelle: 'Électricité bâtiment' } },
	{ mots: 'd’administration', nsf: '324', rome: { code: 'M1607', libelle: 'Secrétariat' } },
] as const;
const SPECIALITES = [
	'rénovation énergétique', 'bois', 'métal', 'verre', 'montagne', 'littoral', 'petite série', 'grande série',
	'monuments anciens', 'milieu rural', 'nuit et week-end', 'matériel connecté', 'froid', 'gros volumes', 'clientèle étrangère',
]; // biome-ignore format: a list to read
const VERSIONS = { '1': 30, '2': 25, '3': 30, '4': 15 };

/**
 * Generates `nombre` titles of the ministry, difficult cases first, in lineages of one to four versions. Each fiche
 * says which one it replaces, and which of its blocs correspond to the older ones.
 */
export const titresEngendres = (fonds: Fonds, nombre: number): FicheVoulue[] => {
	const a = alea(1);
	const mots = vocabulaire(fonds);
	const titres = [...PIEGES];
	// The BTS among the difficult cases is not a title of the ministry, and comes on top.
	const voulus = nombre + PIEGES.filter(({ type }) => type !== undefined).length;
	for (let rang = 0; titres.length < voulus; rang++) {
		const domaine = DOMAINES[rang % DOMAINES.length] as (typeof DOMAINES)[number];
		const emploi = EMPLOIS[Math.floor(rang / DOMAINES.length) % EMPLOIS.length] as string;
		const tour = Math.floor(rang / (DOMAINES.length * EMPLOIS.length));
		const option = tour > 0 ? `, option ${SPECIALITES[(tour - 1) % SPECIALITES.length]}` : '';
		const ecriture = plume(mots, metier(mots, a), a);
		const combien = Math.min(Number(a.pese(VERSIONS)), voulus - titres.length);
		// One lineage in six has ended: its last version is no longer registered.
		const derniere = a.chance(1 / 6) ? a.entier(2018, 2020) : a.entier(2022, 2026);
		let anciens: BlocEcrit[] | undefined;
		for (let i = 0; i < combien; i++) {
			const numero = 20_000 + titres.length;
			const revision = anciens
				? reviser(anciens, ecriture, a)
				: { blocs: premiers(ecriture, a, RECENTES), sansSuite: [] };
			const debut = derniere - 5 * (combien - 1 - i);
			titres.push({
				numero,
				intitule: `${emploi} ${domaine.mots}${option}`,
				niveau: emploi === 'Technicien supérieur' ? 5 : emploi === 'Agent' || emploi === 'Opérateur' ? 3 : 4,
				nsf: domaine.nsf,
				rome: domaine.rome,
				activites: recit(revision.blocs, a),
				effet: `01/09/${debut}`,
				fin: `31/08/${debut + 5}`,
				actif: i === combien - 1 && debut > 2021 ? 'Oui' : 'Non',
				blocs: revision.blocs.map(({ intitule, competences }): [string, ...string[]] => [
					intitule,
					...competences.map(({ libelle }) => libelle),
				]),
				...(i < combien - 1 && { nouvelles: [numero + 1] }),
				...(anciens && { anciennes: [numero - 1], cartes: cartes(anciens, revision, numero) }),
			});
			anciens = revision.blocs;
		}
	}
	return titres;
};

/** Official map of blocs of a revision, by codes. A fiche does not list older blocs that nothing follows. */
const cartes = (anciens: readonly BlocEcrit[], revision: ReturnType<typeof reviser>, numero: number) => {
	const rangs = (blocs: readonly BlocEcrit[], ids: readonly string[], fiche: number) => {
		const siens = idsBlocs(blocs);
		return ids.map((id) => codeDeBloc(fiche, siens.indexOf(id) + 1));
	};
	return liensBlocs(anciens, revision)
		.filter(({ vers }) => vers.length > 0)
		.map(({ de, vers }): [string[], string] => [
			rangs(anciens, de, numero - 1),
			rangs(revision.blocs, vers, numero)[0] as string,
		]);
};

const recit = (blocs: readonly BlocEcrit[], a: Alea): string =>
	[
		'Cette personne travaille en équipe, dans le respect des règles de son métier et de sa sécurité.',
		...a
			.plusieurs(blocs, 2)
			.map(({ intitule }) => `Elle sait ${intitule.charAt(0).toLowerCase()}${intitule.slice(1)}.`),
	].join('    ');

/**
 * The titles of a later export: four reworded fiches, two prolonged ones, two that have ended, a revision of a title
 * and a new title.
 */
export const titresDuLendemain = (titres: readonly FicheVoulue[]): FicheVoulue[] => {
	const enVigueur = titres.filter((t) => t.numero >= 20_000 && t.numero < 90_000 && t.actif === 'Oui');
	const suite = titres.map((t): FicheVoulue => {
		const rang = enVigueur.indexOf(t);
		if (rang < 0 || rang >= 8) return t;
		if (rang >= 6) return { ...t, actif: 'Non' };
		if (rang >= 4) return { ...t, fin: `31/08/${Number(t.fin?.slice(-4)) + 2}` };
		const [[titre = '', premiere = '', ...reste] = [], ...autres] = t.blocs ?? [];
		return { ...t, blocs: [[titre, `${premiere} en atelier`, ...reste], ...autres] };
	});
	const revise = enVigueur[8];
	const nouveau: FicheVoulue = { numero: 60_000, intitule: 'Vitrailliste', effet: '01/11/2026', fin: '31/10/2031' };
	if (revise)
		suite.push({
			...revise,
			numero: 60_001,
			effet: '01/11/2026',
			fin: '31/10/2031',
			anciennes: [revise.numero],
			nouvelles: [],
			cartes: (revise.blocs ?? []).map((_, b) => [codeDeBloc(revise.numero, b + 1), codeDeBloc(60_001, b + 1)]),
		});
	return [...suite, nouveau];
};
