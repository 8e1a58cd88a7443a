import type { TypeBloc } from '../../src/schemas/bloc.ts';
import type { Correspondance, Nature } from '../../src/schemas/correspondance.ts';
import type { Alea } from './alea.ts';
import type { Plume } from './libelle.ts';

/** A bloc; `depuis` are the indexes, in the previous version, of the blocs that it comes from. */
export type BlocEcrit = { type: TypeBloc; intitule: string; competences: CompetenceEcrite[]; depuis: number[] };

/** A competence, and the correspondence that it comes from; `undefined` if it is new. */
export type CompetenceEcrite = { libelle: string; origine: Origine | undefined };

/** A correspondence seen from its newer side: its nature, and the places of the older competences. */
export type Origine = { nature: Nature; de: Place[] };

/** Indexes of a bloc and of a competence in it, both from 0. */
export type Place = [bloc: number, competence: number];

/** A version derived from the previous one; `sansSuite` are the older competences that it drops. */
export type Revision = { blocs: BlocEcrit[]; sansSuite: Place[] };

/** Weights of the number of CCP per version, and of competences per bloc. */
export type Tailles = { ccp: Record<string, number>; competences: Record<string, number> };

/** 3 blocs and 14 competences per version: averages of 82 real versions of 2003 to 2026. */
const DE_TOUS_TEMPS: Tailles = {
	ccp: { '2': 25, '3': 55, '4': 20 },
	competences: { '3': 18, '4': 27, '5': 28, '6': 18, '7': 9 },
};

/** 2.7 blocs and 11.4 competences per version: averages of the 30 of them that date from 2013 or later. */
export const RECENTES: Tailles = {
	ccp: { '2': 50, '3': 40, '4': 10 },
	competences: { '2': 11, '3': 25, '4': 28, '5': 21, '6': 9, '7': 6 },
};

/** Blocs of the first version of a lineage. */
export function premiers(plume: Plume, a: Alea, tailles: Tailles = DE_TOUS_TEMPS): BlocEcrit[] {
	const bloc = (type: TypeBloc): BlocEcrit => ({
		type,
		intitule: plume.bloc(),
		depuis: [],
		competences: Array.from({ length: Number(a.pese(tailles.competences)) }, () => ({
			libelle: plume.competence(),
			origine: undefined,
		})),
	});
	const ccs = a.chance(0.12) ? [bloc('ccs')] : [];
	return [...Array.from({ length: Number(a.pese(tailles.ccp)) }, () => bloc('ccp')), ...ccs];
}

/** Weights of the outcomes of a competence in a revision. */
const SORTS = {
	identique: 30, retouchee: 14, reformulee: 28, scindee: 5, fusionnee: 8, recomposee: 3, 'sans-suite': 12,
}; // biome-ignore format: a table to read

/** Derives the next version: each older competence has exactly one outcome. */
export function reviser(anciens: readonly BlocEcrit[], plume: Plume, a: Alea): Revision {
	const blocs = reprendreBlocs(anciens, plume, a);
	const sansSuite: Place[] = [];
	const cible = (b: number): BlocEcrit => {
		const heritiers = blocs.filter(({ depuis }) => depuis.includes(b));
		return heritiers.length && a.chance(0.93) ? a.un(heritiers) : a.un(blocs);
	};
	const poser = (b: number, nature: Nature, de: Place[], libelles: readonly string[]) => {
		const origine = { nature, de };
		const bloc = cible(b);
		for (const libelle of libelles) bloc.competences.push({ libelle, origine });
	};
	for (const [b, { competences }] of anciens.entries()) {
		const file = competences.map(({ libelle }, c) => ({ libelle, place: [b, c] as Place }));
		for (let ancienne = file.shift(); ancienne; ancienne = file.shift()) {
			const { libelle, place } = ancienne;
			const sort = a.pese(SORTS);
			const deux = sort === 'fusionnee' || sort === 'recomposee' ? file.shift() : undefined;
			if (sort === 'sans-suite') sansSuite.push(place);
			else if (sort === 'identique') poser(b, 'identique', [place], [libelle]);
			else if (sort === 'retouchee') poser(b, 'identique', [place], [plume.retoucher(libelle)]);
			else if (sort === 'scindee') poser(b, 'scindee', [place], [plume.reformuler(libelle), plume.competence()]);
			else if (!deux) poser(b, 'reformulee', [place], [plume.reformuler(libelle)]);
			else if (sort === 'fusionnee') poser(b, 'fusionnee', [place, deux.place], [plume.reformuler(libelle)]);
			else poser(b, 'recomposee', [place, deux.place], [plume.reformuler(libelle), plume.reformuler(deux.libelle)]);
		}
	}
	for (const bloc of blocs)
		for (let n = bloc.competences.length ? a.entier(0, 1) : 3; n > 0; n--)
			bloc.competences.push({ libelle: plume.competence(), origine: undefined });
	return { blocs, sansSuite };
}

/** Blocs of the next version: most go on, two may merge, one may end and another begin. A CCS always goes on. */
function reprendreBlocs(anciens: readonly BlocEcrit[], plume: Plume, a: Alea): BlocEcrit[] {
	const suite = (type: TypeBloc, depuis: number[], intitule: string): BlocEcrit => ({
		type,
		intitule,
		depuis,
		competences: [],
	});
	const repris = (b: number) => {
		const { type, intitule } = anciens[b] as BlocEcrit;
		return suite(type, [b], a.chance(0.5) ? intitule : plume.reformuler(intitule));
	};
	const ccp = anciens.flatMap(({ type }, b) => (type === 'ccp' ? [b] : []));
	const ccs = anciens.flatMap(({ type }, b) => (type === 'ccs' ? [b] : []));
	const fusion = ccp.length > 2 && a.chance(0.2) ? ccp.splice(0, 2) : [];
	const fini = ccp.length > 1 && a.chance(0.15);
	if (fini) ccp.pop();
	return [
		...(fusion.length ? [suite('ccp', fusion, plume.bloc())] : []),
		...ccp.map(repris),
		...(fusion.length || fini ? [suite('ccp', [], plume.bloc())] : []),
		...ccs.map(repris),
	];
}

/** Ids of the blocs of a version, relative to it (`ccp-1`), in order. */
export function idsBlocs(blocs: readonly Pick<BlocEcrit, 'type'>[]): string[] {
	const rangs = { ccp: 0, ccs: 0 };
	return blocs.map(({ type }) => `${type}-${++rangs[type]}`);
}

/** Official map of blocs of a revision: each older bloc once, `vers` empty (« Néant ») if nothing follows it. */
export function liensBlocs(
	anciens: readonly BlocEcrit[],
	{ blocs }: Revision,
): NonNullable<Correspondance['blocs']>['liens'] {
	const [idsDe, idsVers] = [idsBlocs(anciens), idsBlocs(blocs)];
	const id = (ids: string[], b: number) => ids[b] as string;
	const suivis = new Set(blocs.flatMap(({ depuis }) => depuis));
	return [
		...blocs.flatMap(({ depuis }, b) =>
			depuis.length ? [{ de: depuis.map((d) => id(idsDe, d)), vers: [id(idsVers, b)] }] : [],
		),
		...anciens.flatMap((_, b) => (suivis.has(b) ? [] : [{ de: [id(idsDe, b)], vers: [] }])),
	];
}
