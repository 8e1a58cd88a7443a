import { type Genre, idBlocDe, parPlace, versionDe } from '../identifiant.ts';
import { bornes, dateExiste } from '../parcours/calendrier.ts';
import { ecrireParametres, etranger, type Lu, lireIds, TITRES_MAXIMUM, valeursDe } from './liste.ts';

/** State of a simulator, kept in the fragment so that what a person holds or practises is never sent to the host. */
export interface EtatSimulateur {
	/** Ids of what is ticked: blocs in Mes CCP, competences in Me situer. */
	coches: string[];
	/** When blocs were obtained: `AAAA`, `AAAA-MM` or `AAAA-MM-JJ`. */
	obtenus: Readonly<Record<string, string | undefined>>;
	/** Versions that are shown but have nothing ticked. */
	titres: string[];
	/** The version aimed at, or those to measure besides the lineages of what is ticked. */
	cibles: string[];
	/** The day to reason on, if it is not today. */
	au?: string | undefined;
}

export const VIDE: EtatSimulateur = { coches: [], obtenus: {}, titres: [], cibles: [] };

/** What can be ticked in a simulator, and the names and limits of its lists in an address. */
export interface Forme {
	genre: Genre;
	coches: { nom: string; maximum: number };
	cibles: { nom: string; maximum: number };
}
export const MES_CCP: Forme = {
	genre: 'bloc',
	coches: { nom: 'ccp', maximum: 100 },
	cibles: { nom: 'cible', maximum: 1 },
};
export const ME_SITUER: Forme = {
	genre: 'competence',
	coches: { nom: 'c', maximum: 600 },
	cibles: { nom: 'cibles', maximum: TITRES_MAXIMUM },
};

/** Parses the fragment of a simulator, with or without its `#`. Never throws. */
export function lireEtat(forme: Forme, fragment: string): Lu<EtatSimulateur> {
	const parametres = new URLSearchParams(fragment.replace(/^#/, ''));
	const recus = valeursDe(parametres, forme.coches.nom);
	const listes = { titres: valeursDe(parametres, 'titres'), cibles: valeursDe(parametres, forme.cibles.nom) };
	const noms = [forme.coches.nom, forme.cibles.nom, 'titres'];
	if (forme.genre !== 'bloc') {
		const { etat, refus } = lireIdsDe(forme, { ...listes, coches: recus.flatMap(deplier) });
		return { etat, refus: [...etranger(parametres, noms), ...refus] };
	}
	// `tssi-2003/ccp-1@2010`: a bloc, and when it was obtained.
	const dates = recus.map((recu) => ({ recu, lu: recu.toLowerCase().split('@', 2) }));
	const { etat, refus } = lireIdsDe(forme, { ...listes, coches: dates.map(({ lu: [id = ''] }) => id) });
	const obtenus: Record<string, string> = {};
	const fausses: string[] = [];
	for (const { recu, lu } of dates) {
		const [id = '', date] = lu;
		if (date === undefined || !etat.coches.includes(id)) continue;
		if (bornes(date)) obtenus[id] = date;
		else fausses.push(recu);
	}
	const au = parametres.get('au') || undefined;
	const existe = au !== undefined && dateExiste(au);
	if (au && !existe) fausses.push(au);
	return {
		etat: { ...etat, obtenus, au: existe ? au : undefined },
		refus: [
			...etranger(parametres, [...noms, 'au']),
			...refus,
			...fausses.map((recu) => ({ recu, motif: 'date' as const })),
		],
	};
}

/** Expands `tssi-2013/ccp-1/c1.c2.c5` to three ids. */
const deplier = (partie: string): string[] => {
	const coupe = partie.lastIndexOf('/');
	const [tete, queue] = [partie.slice(0, coupe + 1), partie.slice(coupe + 1)];
	return queue.split('.').map((c) => tete + c);
};

/** Validates lists of ids from an address or a file. */
function lireIdsDe(
	{ genre, coches, cibles }: Forme,
	recus: Pick<EtatSimulateur, 'coches' | 'titres' | 'cibles'>,
): Lu<EtatSimulateur> {
	const lus = {
		coches: lireIds(recus.coches, genre, coches.maximum),
		cibles: lireIds(recus.cibles, 'version', cibles.maximum),
		titres: lireIds(recus.titres, 'version'),
	};
	return {
		etat: { ...VIDE, coches: lus.coches.etat, titres: lus.titres.etat, cibles: lus.cibles.etat },
		refus: Object.values(lus).flatMap(({ refus }) => refus),
	};
}

/** Canonical form of a state: what is ticked sorted, no version listed twice. */
export const ranger = (etat: EtatSimulateur): EtatSimulateur => {
	const coches = [...new Set(etat.coches)].sort(parPlace);
	const cochees = new Set(coches.map(versionDe));
	return {
		...etat,
		coches,
		obtenus: Object.fromEntries(coches.flatMap((id) => (etat.obtenus[id] ? [[id, etat.obtenus[id]]] : []))),
		titres: [...new Set(etat.titres)].filter((id) => !cochees.has(id)),
	};
};

/** The fragment of a state, without its `#`. Competences of one bloc are written together. */
export const ecrireEtat = (forme: Forme, { coches, obtenus, titres, cibles, au }: EtatSimulateur): string =>
	ecrireParametres({
		[forme.coches.nom]:
			forme.genre === 'bloc'
				? coches.map((id) => (obtenus[id] ? `${id}@${obtenus[id]}` : id))
				: [...Map.groupBy(coches, idBlocDe)].map(
						([bloc, ids]) => `${bloc}/${ids.map((id) => id.slice(bloc.length + 1)).join('.')}`,
					),
		titres,
		[forme.cibles.nom]: cibles,
		au,
	});

const FORMAT = 'lignee/me-situer';
/** Maximum length of a saved file in characters. A real one has about ten thousand at most. */
const TAILLE = 500_000;

/** The file of Me situer that readers save to resume later or on another device. */
export const ecrireFichier = ({ coches: competences, titres, cibles }: EtatSimulateur): string =>
	`${JSON.stringify({ format: FORMAT, version: 1, competences, titres, cibles }, null, '\t')}\n`;

/** Parses a saved file; undefined if it is not one. Its ids are validated like those of an address. */
export function lireFichier(texte: string): Lu<EtatSimulateur> | undefined {
	const objet = texte.length <= TAILLE ? analyser(texte) : undefined;
	if (typeof objet !== 'object' || objet === null || !('format' in objet) || objet.format !== FORMAT) return undefined;
	const liste = (cle: string): string[] => {
		const valeur = cle in objet ? (objet as Record<string, unknown>)[cle] : [];
		return Array.isArray(valeur) ? valeur.map((v) => (typeof v === 'string' ? v : (JSON.stringify(v) ?? ''))) : [];
	};
	return lireIdsDe(ME_SITUER, { coches: liste('competences'), titres: liste('titres'), cibles: liste('cibles') });
}

function analyser(texte: string): unknown {
	try {
		return JSON.parse(texte);
	} catch {
		return undefined;
	}
}
