import { idBlocDe, parPlace, versionDe } from '../identifiant.ts';
import { ecrireParametres, etranger, type Lu, lireIds, valeursDe } from './liste.ts';

const COMPETENCES_MAXIMUM = 600;

/** State of `/me-situer/`, in the fragment and in the file that one keeps. */
export interface EtatMeSituer {
	competences: string[];
	/** Versions shown to tick, of which nothing is ticked. */
	titres: string[];
	/** Versions to measure besides those of the same lineages. */
	cibles: string[];
}

/** Reads the fragment of `/me-situer/`, with or without its `#`; never throws, whatever it holds. */
export function lireMeSituer(fragment: string): Lu<EtatMeSituer> {
	const parametres = new URLSearchParams(fragment.replace(/^#/, ''));
	const { etat, refus } = lirePratique({
		competences: valeursDe(parametres, 'c').flatMap(deplier),
		titres: valeursDe(parametres, 'titres'),
		cibles: valeursDe(parametres, 'cibles'),
	});
	return { etat, refus: [...etranger(parametres, ['c', 'titres', 'cibles']), ...refus] };
}

/** `tssi-2013/ccp-1/c1.c2.c5` stands for three ids. */
const deplier = (partie: string): string[] => {
	const coupe = partie.lastIndexOf('/');
	const [tete, queue] = [partie.slice(0, coupe + 1), partie.slice(coupe + 1)];
	return queue.split('.').map((c) => tete + c);
};

/** Checks lists of ids that come from outside. */
function lirePratique(recus: EtatMeSituer): Lu<EtatMeSituer> {
	const competences = lireIds(recus.competences, 'competence', COMPETENCES_MAXIMUM);
	const titres = lireIds(recus.titres, 'version');
	const cibles = lireIds(recus.cibles, 'version');
	return {
		etat: { competences: competences.etat, titres: titres.etat, cibles: cibles.etat },
		refus: [competences, titres, cibles].flatMap(({ refus }) => refus),
	};
}

/** The one way to write a state: competences in order, and no version named twice. */
export const ranger = ({ competences, titres, cibles }: EtatMeSituer): EtatMeSituer => {
	const cochees = new Set(competences.map(versionDe));
	return {
		competences: [...new Set(competences)].sort(parPlace),
		titres: [...new Set(titres)].filter((id) => !cochees.has(id)),
		cibles,
	};
};

/** The fragment that restores a state, without its `#`: competences of one bloc written together. */
export const ecrireMeSituer = ({ competences, titres, cibles }: EtatMeSituer): string =>
	ecrireParametres({
		c: [...Map.groupBy(competences, idBlocDe)].map(
			([bloc, ids]) => `${bloc}/${ids.map((id) => id.slice(bloc.length + 1)).join('.')}`,
		),
		titres,
		cibles,
	});

const FORMAT = 'lignee/me-situer';
/** A file of ours has some ten thousand characters at most. */
const TAILLE = 500_000;

/** The file that one keeps, to take up one's answers again another day or on another device. */
export const ecrireFichier = ({ competences, titres, cibles }: EtatMeSituer): string =>
	`${JSON.stringify({ format: FORMAT, version: 1, competences, titres, cibles }, null, '\t')}\n`;

/** Reads such a file; nothing where it is not one. What it holds is not trusted more than an address. */
export function lireFichier(texte: string): Lu<EtatMeSituer> | undefined {
	const objet = texte.length <= TAILLE ? analyser(texte) : undefined;
	if (typeof objet !== 'object' || objet === null || !('format' in objet) || objet.format !== FORMAT) return undefined;
	const liste = (cle: string): string[] => {
		const valeur = cle in objet ? (objet as Record<string, unknown>)[cle] : [];
		return Array.isArray(valeur) ? valeur.map((v) => (typeof v === 'string' ? v : (JSON.stringify(v) ?? ''))) : [];
	};
	return lirePratique({ competences: liste('competences'), titres: liste('titres'), cibles: liste('cibles') });
}

function analyser(texte: string): unknown {
	try {
		return JSON.parse(texte);
	} catch {
		return undefined;
	}
}
