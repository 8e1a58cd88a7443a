import type { NatureSuccession, Succession } from '../../schemas/lignee.ts';
import type { Etat, Version } from '../version.ts';

type Datee = Pick<Version, 'id' | 'debut' | 'fin' | 'sources'>;

const FORCE: Record<NatureSuccession, number> = { officielle: 2, secondaire: 1, editoriale: 0 };

/** The weaker of two natures: a chain is worth what its weakest edge is worth. */
export const plusFaible = (a: NatureSuccession, b: NatureSuccession): NatureSuccession =>
	FORCE[a] <= FORCE[b] ? a : b;

/**
 * State of each version of a lineage on one day. Only an official succession says «remplacée»; a kinship never does.
 * @param etatAu day of the facts, `AAAA-MM-JJ`
 * @returns state by id of version
 */
export function etats(
	versions: readonly Datee[],
	successions: readonly Succession[],
	etatAu: string,
): Map<string, Etat> {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const sortantes = (id: string) => successions.filter((s) => s.de === id);
	const base = new Map(versions.map((v) => [v.id, etatSeul(v, sortantes(v.id), parId, etatAu)]));
	const aujourdhui = (id: string) => {
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
				...(base.get(v.id) as Omit<Etat, 'suites' | 'aujourdhui'>),
				etatAu,
				suites: sortantes(v.id).map((s) => ({ version: s.vers, nature: s.nature })),
				aujourdhui: aujourdhui(v.id),
			},
		]),
	);
}

function etatSeul(
	version: Datee,
	sortantes: readonly Succession[],
	parId: ReadonlyMap<string, Datee>,
	etatAu: string,
): Pick<Etat, 'cle' | 'depuis' | 'aVerifier' | 'dateAVerifier'> {
	const remplacantes = sortantes
		.filter((s) => s.nature === 'officielle')
		.flatMap((s) => {
			const suivante = parId.get(s.vers);
			return suivante?.debut && suivante.debut.valeur <= etatAu ? [{ ...suivante, debut: suivante.debut }] : [];
		})
		.sort((a, b) => a.debut.valeur.localeCompare(b.debut.valeur));
	const { debut, fin } = version;
	const [premiere] = remplacantes;
	if (premiere)
		return {
			cle: 'remplacee',
			depuis: premiere.debut.valeur,
			aVerifier: false,
			dateAVerifier: douteux(premiere, premiere.debut.source),
		};
	if (fin && fin.valeur <= etatAu)
		return { cle: 'terminee', depuis: fin.valeur, aVerifier: douteux(version, fin.source) };
	if (debut && fin && debut.valeur <= etatAu)
		return { cle: 'en-vigueur', depuis: debut.valeur, aVerifier: douteux(version, debut.source) };
	return { cle: 'inconnu', aVerifier: false };
}

/** True where every source of a fact is secondary. */
function douteux({ sources }: Datee, source: string | string[]): boolean {
	return [source].flat().every((cle) => sources[cle]?.nature === 'secondaire');
}

/**
 * The versions that an official text puts in the place of one, in the order of the lineage's file. One that is known
 * not to have begun, or that nothing dates, replaces nothing yet.
 */
export const remplacantes = (
	{ suites, etatAu }: Pick<Etat, 'suites' | 'etatAu'>,
	versions: ReadonlyMap<string, Pick<Version, 'debut'>>,
): string[] =>
	suites.flatMap(({ version: id, nature }) => {
		const suivante = versions.get(id);
		const commencee = !suivante || !etatAu || (suivante.debut && suivante.debut.valeur <= etatAu);
		return nature === 'officielle' && commencee ? [id] : [];
	});

/** State of a version that is in no lineage. */
export const SANS_LIGNEE: Etat = { cle: 'inconnu', aVerifier: false, suites: [], aujourdhui: [] };
