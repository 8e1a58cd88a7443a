import { enLettres, quand, veille } from '../date.ts';
import { AU_PLUS_TARD } from '../etat.ts';
import { reserveEntiere } from '../fait.ts';
import { versionDe } from '../identifiant.ts';
import { avecArticle, enumerer, majuscule } from '../texte/phrase.ts';
import { typographier } from '../texte/typographie.ts';
import { nomBloc, nomVersion } from '../version.ts';
import { SUCCESSIONS } from '../vocabulaire.ts';
import type { Delai } from './delai.ts';
import type { Arret } from './parcours.ts';
import type { Dossiers, Relation } from './relation.ts';

/** How the sentences of a result name versions and blocs. */
export interface Noms {
	/** « TSSI 2003 » */
	version: (id: string) => string;
	/** « CCP 2 et CCP 3 du TSSI 2008 » */
	blocs: (ids: readonly string[]) => string;
	/** « le CCP 2 et le CCP 3 du TSSI 2008 » */
	lesBlocs: (ids: readonly string[]) => string;
}

/** Names taken from dossiers. An id that they do not have is used as its name. */
export const nomsDe = (dossiers: Dossiers): Noms => {
	const version = (id: string) => {
		const dossier = dossiers.get(id);
		return dossier ? typographier(nomVersion(dossier)) : id;
	};
	const bloc = (id: string) => {
		const trouve = dossiers.get(versionDe(id))?.blocs.find((b) => b.id === id);
		return trouve ? typographier(nomBloc(trouve)) : id;
	};
	const nommer = (ids: readonly string[], unBloc: (id: string) => string) =>
		enumerer(
			[...Map.groupBy(ids, versionDe)].map(
				([id, siens]) =>
					`${enumerer(siens.map(unBloc))}${dossiers.has(id) ? ` ${avecArticle('du', version(id))}` : ''}`,
			),
		);
	return {
		version,
		blocs: (ids) => nommer(ids, bloc),
		lesBlocs: (ids) => nommer(ids, (id) => `le ${bloc(id)}`),
	};
};

export function direArret(arret: Arret, noms: Noms): string {
	const bloc = noms.blocs([arret.bloc]);
	const vers = noms.version(arret.vers);
	if (arret.cle === 'neant')
		return `${bloc} : le texte dit « Néant » pour ${avecArticle('le', vers)} (${arret.lien.source}).`;
	if (arret.cle === 'non-nomme')
		return `${bloc} : le texte qui met les blocs en correspondance avec ceux ${avecArticle('du', vers)} ne le nomme pas.`;
	const { vers: donnes, source } = arret.lien;
	return `${bloc} : le texte demande aussi ${noms.lesBlocs(arret.manquent)} pour donner ${noms.lesBlocs(donnes)} (${source}).`;
}

/** Sentences on two versions whose blocs no text maps. */
export function direRelation(relation: Relation, de: string, vers: string, noms: Noms): string {
	const [ancienne, visee] = [noms.version(de), noms.version(vers)];
	if (relation.cle === 'sens-inverse')
		return `Les textes vont de l’ancienne version vers la récente ; aucun ne va ${avecArticle('du', ancienne)} ${avecArticle('au', visee)}.`;
	if (relation.cle === 'aucune')
		return `Aucun texte de nos sources ne relie ${avecArticle('le', ancienne)} ${avecArticle('au', visee)}.`;
	const debut =
		relation.nature === 'officielle'
			? `${majuscule(avecArticle('le', visee))} succède officiellement ${avecArticle('au', ancienne)}, mais nos sources n’ont pas le texte qui met leurs CCP en correspondance.`
			: `${majuscule(avecArticle('du', ancienne))} ${avecArticle('au', visee)} : ${SUCCESSIONS[relation.nature]}.`;
	return [debut, ...relation.motifs.map(typographier)].join(' ');
}

const anneesApres = (ans: number): string => `${ans} ${ans > 1 ? 'ans' : 'an'} plus tard`;

/** The result of a rule in sentences, with its dates and quotations. */
interface DelaiDit {
	constat: string;
	/** Whether the time limit has passed. */
	depasse: boolean;
	/** The result in one clause: « délai dépassé, fini le 4 mai 2014 », « délai inconnu ». */
	bref: string;
	phrases: string[];
}

/** Words the result of a rule. @param aujourdhui day on which the rule was applied */
export function direDelai(delai: Delai, noms: Noms, aujourdhui: string): DelaiDit {
	const dit = delai.regime === 'duree' ? direDuree(delai, noms, aujourdhui) : direValidite(delai, noms, aujourdhui);
	const reserve = reserveEntiere(delai.aVerifier ?? false);
	return { ...dit, bref: dit.bref + reserve, constat: dit.constat.replace(/\.$/u, `${reserve}.`) };
}

function direDuree(delai: Extract<Delai, { regime: 'duree' }>, noms: Noms, aujourdhui: string): DelaiDit {
	const { premier, echeance, sansDate, ans, version, phrase } = delai;
	if (!premier || !echeance)
		return {
			constat: 'elle compte à partir de la date de votre premier CCP, que vous n’avez pas donnée.',
			depasse: false,
			bref: 'délai inconnu sans la date du premier CCP',
			phrases: [phrase],
		};
	const plusieurs = sansDate.length > 1;
	const { auPlusTot, date, depassee } = echeance;
	const peutEtre = !depassee && auPlusTot !== undefined && auPlusTot < aujourdhui;
	const jour = enLettres(date);
	const constat = [
		`premier CCP daté : ${noms.blocs([premier.bloc])}, obtenu ${quand(premier.obtenuLe)}.`,
		`${anneesApres(ans)} : ${auPlusTot ? `entre le ${enLettres(auPlusTot)} et le ${jour}, selon le jour exact` : `le ${jour}`}.`,
		`D’après cette règle, ce délai ${depassee ? 'est dépassé' : peutEtre ? 'est peut-être dépassé' : 'court encore'} au ${enLettres(aujourdhui)}.`,
		sansDate.length
			? `${noms.blocs(sansDate)} ${plusieurs ? 'n’ont pas de date : si l’un d’eux' : 'n’a pas de date : s’il'} a été obtenu plus tôt, le délai finit plus tôt.`
			: '',
		versionDe(premier.bloc) === version ? '' : 'Le texte ne dit pas comment il compte un CCP d’une version antérieure.',
	];
	return {
		constat: constat.filter(Boolean).join(' '),
		depasse: depassee,
		bref: depassee
			? `délai dépassé, fini ${auPlusTot ? 'au plus tard ' : ''}le ${jour}`
			: peutEtre
				? 'délai peut-être dépassé, selon le jour exact'
				: `délai jusqu’au ${sansDate.length ? `${jour} ${AU_PLUS_TARD}` : auPlusTot ? `${enLettres(auPlusTot)} au moins` : jour}`,
		phrases: [phrase],
	};
}

function direValidite(
	{ fin, suite, version, phrase }: Extract<Delai, { regime: 'validite-du-titre' }>,
	noms: Noms,
	aujourdhui: string,
): DelaiDit {
	const nom = noms.version(version);
	const note = fin?.note ? ` (${fin.note})` : '';
	const tard = fin?.auPlusTard ? ` ${AU_PLUS_TARD}` : '';
	const validite = !fin
		? `nos sources ne disent pas jusqu’à quand ${avecArticle('le', nom)} est valide.`
		: fin.depassee
			? `${avecArticle('le', nom)} n’est plus valide depuis le ${enLettres(fin.date)}${tard}${note}.`
			: `${avecArticle('le', nom)} est valide jusqu’au ${enLettres(veille(fin.date))}${note}.`;
	const phrases = suite ? [phrase, suite.phrase] : [phrase];
	if (suite?.regle === 'revision')
		return {
			constat: `${validite} Il a été révisé : d’après le même texte, c’est un arrêté qui fixe ce que deviennent ses CCP.`,
			// A revision carries CCP over, so the end of the old version does not end them.
			depasse: false,
			bref: 'délai selon l’arrêté de révision',
			phrases,
		};
	const echeance = suite?.echeance;
	const cloture =
		suite && echeance
			? ` Nos sources ne lui donnent pas de suite ; s’il a été clos, ${anneesApres(suite.ans)}, le ${enLettres(echeance.date)}, ${echeance.depassee ? 'est passé' : 'n’est pas passé'} au ${enLettres(aujourdhui)}.`
			: '';
	// If the text counts years from an end whose exact day is unknown, no time limit can be given.
	const terme = suite && fin?.auPlusTard ? undefined : fin;
	const bref = echeance
		? `délai ${echeance.depassee ? 'dépassé, fini le' : 'jusqu’au'} ${enLettres(echeance.date)}`
		: terme
			? `délai ${terme.depassee ? `dépassé depuis le ${enLettres(terme.date)}` : `jusqu’au ${enLettres(veille(terme.date))}`}${tard}`
			: 'délai inconnu';
	return { constat: validite + cloture, depasse: echeance?.depassee ?? terme?.depassee ?? false, bref, phrases };
}
