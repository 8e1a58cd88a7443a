import type { Nature, Statut } from '../../schemas/correspondance.ts';
import type { ComparaisonIndexee, Entree } from '../comparaison/comparaison.ts';

/** A link between two competences of two versions. */
export type Pas = {
	de: string;
	vers: string;
	/** Which of the two ids the thread reaches by it. */
	atteint: string;
	/** Nature of the entry, or `apparentee` for a parenté, after which the thread stops. */
	nature: Nature | 'apparentee';
	statut: Statut;
};

/** The competences of one version that the thread reaches. */
export type Etape = {
	version: string;
	/** Competences reached by correspondances only. */
	suivies: string[];
	/** Competences reached by a parenté at the last step. */
	apparentees: string[];
};

/** A competence that nothing joins to the next or previous version. The entry says whether that is claimed. */
export type Arret = { competence: string; sens: 'de' | 'vers'; version: string; entree: Entree };

/** The thread of a competence through the versions of its lineage: versions oldest first, links, and ends. */
export type Fil = { etapes: Etape[]; pas: Pas[]; arrets: Arret[] };

/** The links of a competence in one comparison: correspondances, then parentés. */
function pasDe(id: string, { entrees, parentes }: ComparaisonIndexee, sens: 'de' | 'vers'): Pas[] {
	const pas = (atteint: string, nature: Pas['nature'], statut: Statut): Pas => ({
		...(sens === 'vers' ? { de: id, vers: atteint } : { de: atteint, vers: id }),
		atteint,
		nature,
		statut,
	});
	const entree = entrees.get(id);
	const nature = entree?.nature;
	return [
		...(nature ? entree[sens].map((atteint) => pas(atteint, nature, entree.statut)) : []),
		...(parentes.get(id) ?? []).map((parente) => pas(parente[sens], 'apparentee', parente.statut)),
	];
}

/**
 * Follows a competence from version to version in both directions, through comparisons of consecutive versions.
 * Correspondances lead on; a parenté is shown but not followed, since parenté is not transitive.
 * @param suitesDe comparisons of a version with those just before and after it
 * @param rangDe rank of a version by age, oldest first
 */
export const filDe = (
	competence: string,
	suitesDe: (version: string) => readonly ComparaisonIndexee[],
	rangDe: (version: string) => number,
	versionDe: (id: string) => string,
): Fil => {
	const pas: Pas[] = [];
	const arrets: Arret[] = [];
	const suivies = new Set([competence]);
	const apparentees = new Set<string>();
	for (const sens of ['vers', 'de'] as const) {
		const autre = sens === 'vers' ? 'de' : 'vers';
		const file = new Set([competence]);
		for (const id of file)
			for (const suite of suitesDe(versionDe(id)).filter((s) => s[autre].id === versionDe(id))) {
				const siens = pasDe(id, suite, sens);
				pas.push(...siens);
				for (const { atteint, nature } of siens) {
					if (nature === 'apparentee') apparentees.add(atteint);
					else {
						file.add(atteint);
						suivies.add(atteint);
					}
				}
				const entree = suite.entrees.get(id);
				if (entree && !siens.length) arrets.push({ competence: id, sens, version: suite[sens].id, entree });
			}
	}
	const dans = (ids: Iterable<string>, version: string) => [...ids].filter((id) => versionDe(id) === version);
	const seules = [...apparentees].filter((id) => !suivies.has(id));
	const versions = new Set([...suivies, ...seules].map(versionDe));
	return {
		pas,
		arrets,
		etapes: [...versions]
			.sort((a, b) => rangDe(a) - rangDe(b))
			.map((version) => ({ version, suivies: dans(suivies, version), apparentees: dans(seules, version) })),
	};
};

export const BOITE = { largeur: 50, hauteur: 36 } as const;
/** Position of the axis of years, and horizontal bounds of the boxes. */
export const LIGNE_DES_ANS = 84;
const [GAUCHE, DROITE] = [LIGNE_DES_ANS + 14, 374];
const [HAUT, BAS] = [46, 46];
/** Distance between two versions: so much for each year, with a minimum for lines to be seen. */
const [PAR_AN, PAS_MINIMAL] = [13, 84];
const [POINTE, ARRET] = [7, 13];
/** Distance from the middle of a box to the mark of an end beside an arrow. */
const A_COTE = 17;

/**
 * Lays out a thread, in units of its viewBox. Time runs down, on screens and on paper.
 * @param anneeDe year of a version
 */
export const dessinerFil = ({ etapes, pas, arrets }: Fil, anneeDe: (version: string) => number) => {
	let y = HAUT;
	/** Position of each version on the axis of years. */
	const lignes = etapes.map(({ version }, i) => {
		const precedente = etapes[i - 1];
		if (precedente) y += Math.max(PAS_MINIMAL, PAR_AN * (anneeDe(version) - anneeDe(precedente.version)));
		return { version, y };
	});
	/** Centre of the box of each competence. */
	const noeuds = etapes.flatMap(({ version, suivies, apparentees }, i) => {
		const ids = [...suivies, ...apparentees];
		const place = (DROITE - GAUCHE) / ids.length;
		return ids.map((id, n) => ({ id, version, x: Math.round(GAUCHE + place * (n + 0.5)), y: lignes[i]?.y ?? 0 }));
	});
	const parId = new Map(noeuds.map((noeud) => [noeud.id, noeud]));
	const demi = BOITE.hauteur / 2;
	return {
		largeur: DROITE,
		hauteur: y + BAS,
		lignes,
		noeuds,
		traits: pas.flatMap((un) => {
			const [haut, bas] = [parId.get(un.de), parId.get(un.vers)];
			if (!haut || !bas) return [];
			const [y1, y2] = [haut.y + demi, bas.y - demi];
			const milieu = (y1 + y2) / 2;
			return [
				{
					pas: un,
					trait: `M${haut.x} ${y1}C${haut.x} ${milieu} ${bas.x} ${milieu} ${bas.x} ${y2 - POINTE}`,
					pointe: `M${bas.x} ${y2}l-5 -${POINTE}h10z`,
				},
			];
		}),
		arrets: arrets.flatMap((arret) => {
			const noeud = parId.get(arret.competence);
			if (!noeud) return [];
			// Ends towards several versions are drawn at the same place.
			const signe = arret.sens === 'vers' ? 1 : -1;
			const y1 = noeud.y + signe * demi;
			// If the thread goes on to another version on that side, the mark is drawn beside the arrow rather than on it.
			const prolongee = pas.some(({ de, vers }) => (arret.sens === 'vers' ? de : vers) === arret.competence);
			const x = noeud.x + (prolongee ? A_COTE : 0);
			return [{ arret, trait: `M${x} ${y1}v${signe * ARRET}m-6 0h12` }];
		}),
	};
};
