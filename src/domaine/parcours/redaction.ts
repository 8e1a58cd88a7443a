import { enLettres } from '../date.ts';
import { enumerer } from '../enumeration.ts';
import { versionDe } from '../etat-url/identifiant.ts';
import { nomBloc, nomVersion } from '../version.ts';
import { SUCCESSIONS } from '../vocabulaire.ts';
import type { Delai } from './delai.ts';
import type { Arret } from './parcours.ts';
import type { Dossiers, Relation } from './relation.ts';

/** How things are named in the sentences of a result. */
export interface Noms {
	/** « TSSI 2003 » */
	version: (id: string) => string;
	/** « CCP 2 du TSSI 2003 » */
	bloc: (id: string) => string;
}

/** Names from dossiers; an id that they do not have stands for itself. */
export const nomsDe = (dossiers: Dossiers): Noms => {
	const version = (id: string) => {
		const dossier = dossiers.get(id);
		return dossier ? nomVersion(dossier) : id;
	};
	return {
		version,
		bloc: (id) => {
			const bloc = dossiers.get(versionDe(id))?.blocs.find((b) => b.id === id);
			return bloc ? `${nomBloc(bloc)} du ${version(versionDe(id))}` : id;
		},
	};
};

/** Why a chain of texts stops. */
export function direArret(arret: Arret, noms: Noms): string {
	const bloc = noms.bloc(arret.bloc);
	const vers = noms.version(arret.vers);
	if (arret.cle === 'neant') return `${bloc} : le texte dit « Néant » pour ${vers} (${arret.lien.source}).`;
	if (arret.cle === 'non-nomme')
		return `${bloc} : le texte qui met en correspondance les blocs avec ${vers} ne le nomme pas.`;
	const manquent = enumerer(arret.manquent.map(noms.bloc));
	return `${bloc} : le texte demande aussi ${manquent} pour donner ${enumerer(arret.lien.vers.map(noms.bloc))} (${arret.lien.source}).`;
}

/** What is known between two versions without a text on their blocs. */
export function direRelation(relation: Relation, de: string, vers: string, noms: Noms): string {
	const [ancienne, visee] = [noms.version(de), noms.version(vers)];
	if (relation.cle === 'sens-inverse')
		return `Les textes vont de l’ancienne version vers la récente ; aucun ne va de ${ancienne} vers ${visee}.`;
	if (relation.cle === 'aucune') return `Aucun texte de nos sources ne relie ${ancienne} à ${visee}.`;
	const debut =
		relation.nature === 'officielle'
			? `${visee} succède officiellement à ${ancienne}, mais nos sources n’ont pas le texte qui met leurs CCP en correspondance.`
			: `De ${ancienne} à ${visee} : ${SUCCESSIONS[relation.nature]}.`;
	return [debut, ...relation.motifs].join(' ');
}

const anneesApres = (ans: number): string => `${ans} ${ans > 1 ? 'ans' : 'an'} plus tard`;

/** What a rule gives: a finding in sentences, the dates used included, and the texts that it rests on. */
export interface DelaiDit {
	constat: string;
	/** True where a day that the rule gives is behind. */
	depasse: boolean;
	phrases: string[];
}

/**
 * Says the application of a rule.
 * @param aujourdhui the day that it was applied on
 */
export function direDelai(delai: Delai, noms: Noms, aujourdhui: string): DelaiDit {
	const au = `au ${enLettres(aujourdhui)}`;
	if (delai.regime === 'duree') {
		const { premier, echeance, sansDate, ans } = delai;
		if (!premier || !echeance)
			return {
				constat: 'Donnez la date de votre premier CCP : cette règle compte à partir d’elle.',
				depasse: false,
				phrases: [delai.phrase],
			};
		const compte = `Premier CCP daté : ${noms.bloc(premier.bloc)}, obtenu le ${enLettres(premier.obtenuLe)}. ${anneesApres(ans)} : le ${enLettres(echeance.date)}.`;
		const reserve = sansDate.length
			? ` ${enumerer(sansDate.map(noms.bloc))} ${sansDate.length > 1 ? 'n’ont pas de date : si l’un d’eux' : 'n’a pas de date : s’il'} a été obtenu plus tôt, le délai finit plus tôt.`
			: '';
		const verdict = echeance.depassee
			? `D’après cette règle, ce délai est dépassé ${au}.`
			: `D’après cette règle, ce délai court encore ${au}.`;
		return { constat: `${compte} ${verdict}${reserve}`, depasse: echeance.depassee, phrases: [delai.phrase] };
	}
	const { fin, suite, version } = delai;
	const validite = !fin
		? `Nos sources ne disent pas jusqu’à quand ${noms.version(version)} est valide.`
		: fin.depassee
			? `${noms.version(version)} n’est plus valide depuis le ${enLettres(fin.date)} : la limite que donne cette règle est passée.`
			: `${noms.version(version)} est valide jusqu’à la veille du ${enLettres(fin.date)}.`;
	const apres =
		suite?.regle === 'revision'
			? ' Le titre a été révisé : son texte renvoie à l’arrêté qui fixe les correspondances.'
			: suite?.echeance
				? ` Le titre a été clos ; ${anneesApres(suite.ans)}, le ${enLettres(suite.echeance.date)}, ${suite.echeance.depassee ? 'est passé' : 'n’est pas passé'} ${au}.`
				: '';
	return {
		constat: validite + apres,
		depasse: (suite?.regle === 'cloture' ? suite.echeance?.depassee : undefined) ?? fin?.depassee ?? false,
		phrases: [delai.phrase, ...(suite ? [suite.phrase] : [])],
	};
}
