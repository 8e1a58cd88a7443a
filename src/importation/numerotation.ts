import { repetes } from '../domaine/regrouper.ts';
import type { BlocLu, Doute, LignesDeBloc } from './bloc.ts';
import { replier } from './signe.ts';

/** Last number of a mark: « 2. », « CCP 2 – », « 1.2 », « AT1-CP2 : », « B – », « b) », « 1.b ». */
export const numeroDe = (marque: string | undefined): number | undefined => {
	const lettre = /^(?:.*[\s.-])?([a-h])\s*[-–—.:)°]*\s*$/iu.exec(marque ?? '')?.[1];
	if (lettre) return lettre.toUpperCase().charCodeAt(0) - 64;
	const chiffres = /(\d{1,2})\D*$/u.exec(marque ?? '')?.[1];
	return chiffres ? Number(chiffres) : undefined;
};

/** Doubts about gaps in numbering and repeated labels: a bloc or a competence may be lost, or printed twice. */
export const sautsDeNumeros = (groupes: readonly LignesDeBloc[], blocs: readonly BlocLu[]): Doute[] => [
	...sautsDesBlocs(groupes, blocs),
	...sautsDesCompetences(blocs),
	...repetees(blocs),
];

const repetees = (blocs: readonly BlocLu[]): Doute[] =>
	blocs.flatMap(({ competences }) =>
		repetes(competences, (c) => replier(c.libelle)).map(({ element: { libelle, lignes } }) => ({
			ligne: lignes[0] ?? 0,
			texte: libelle,
			motif: 'compétence imprimée deux fois dans ce bloc : une autre est-elle perdue ?',
		})),
	);

/**
 * CCP and CCS are numbered separately or together. After a heading (« Option gros œuvre »), numbers may start again.
 */
const sautsDesBlocs = (groupes: readonly LignesDeBloc[], blocs: readonly BlocLu[]): Doute[] =>
	blocs.flatMap(({ type, marque, intitule, lignes }, i) => {
		const avant = blocs[i - 1];
		const memes = blocs.slice(0, i).filter((b) => b.type === type);
		const dernier = numeroDe(avant?.marque);
		const permis = [
			...(memes.length === 0 || dernier === undefined ? [0, 1] : []),
			dernier === undefined ? memes.length + 1 : dernier + 1,
		];
		const numero = numeroDe(marque);
		if (numero === undefined || permis.includes(numero) || groupes[i]?.apresIntertitre) return [];
		const motif = `bloc numéroté « ${marque} » ${apres(avant?.marque)} : un bloc est-il perdu, ou imprimé deux fois ?`;
		return [{ ligne: lignes[0] ?? 0, texte: intitule, motif }];
	});

/** Competences are numbered from 1 in each bloc or throughout. « 2.1 », « 2.2 » start at 1. */
const sautsDesCompetences = (blocs: readonly BlocLu[]): Doute[] => {
	let dernier = 0;
	return blocs
		.filter((b) => b.competences.every((c) => numeroDe(c.marque) !== undefined))
		.flatMap((b) =>
			b.competences.flatMap(({ libelle, marque, lignes }, k) => {
				const numero = numeroDe(marque) ?? 0;
				const sousNumero = /\d\D+\d/u.test(marque ?? '');
				const suit = k === 0 ? numero <= 1 || (!sousNumero && numero === dernier + 1) : numero === dernier + 1;
				dernier = numero;
				const motif = `compétence numérotée « ${marque} » ${apres(b.competences[k - 1]?.marque)} : une compétence est-elle perdue, ou imprimée deux fois ?`;
				return suit ? [] : [{ ligne: lignes[0] ?? 0, texte: libelle, motif }];
			}),
		);
};

const apres = (marque: string | undefined): string => (marque ? `après « ${marque} »` : 'en tête de liste');
