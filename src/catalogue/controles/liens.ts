import { adresse, donnees } from '../../domaine/adresse.ts';
import { listerPaires } from '../../domaine/comparaison/paires.ts';
import { idRelatif } from '../../domaine/identifiant.ts';
import { sectionsDe } from '../../domaine/prose.ts';
import { numeroter } from '../../domaine/version.ts';
import { cleRegle } from '../../schemas/regle.ts';
import type { Lecture, Page } from '../lecture.ts';
import type { Probleme } from '../probleme.ts';
import { documentsPublies, estSuivie, publiee } from '../publication.ts';
import { versionsDe } from '../versions.ts';
import { peutExister } from './sources.ts';
import { versionsLues } from './version.ts';

/** Pages and files that do not depend on the content. */
const FIXES = [
	'/', '/titres/', '/lignees/', '/comparer/', '/mes-ccp/', '/me-situer/', '/recherche/', '/competences/', '/guides/',
	'/glossaire/', '/donnees/', '/a-propos/', '/accessibilite/', '/mentions-legales/', '/plan-du-site/', '/flux.xml',
	'/llms.txt', '/echeances/', '/echeances.ics', '/nouveautes/',
	donnees.catalogue, donnees.codes, donnees.inventaire, donnees.empreintes,
]; // biome-ignore format: a list to read

/** Next pages of lists, and schema files: their paths are checked by form only. */
const LISTES =
	/^\/(?:titres|lignees|competences|comparer|echeances)\/\d{1,3}\/$|^\/donnees\/schemas\/[a-z-]+\.[a-z.]+$/;

/** Anchors of a version's page, besides its blocs and the sections of its text. It has some only if there is such a fact. */
const PARTIES = [
	'texte', 'blocs', 'regles', 'transversales', 'epreuves', 'evolution', 'lignee', 'sources', 'reparations', 'telecharger', 'citer',
]; // biome-ignore format: a list to read

/** Valid link targets: each path with its anchors, or undefined where anchors are not checked. */
type Adresses = Map<string, ReadonlySet<string> | undefined>;

/** Checks the links of guides and texts (page and anchor exist) and the rules that their `<Phrase>` elements show. */
export function controlerLiens(lecture: Lecture): Probleme[] {
	const adresses = adressesDe(lecture);
	return [...lecture.guides, ...lecture.textes].flatMap((page) => [
		...page.liens.flatMap(({ url, ligne }) => {
			const message = lienMort(url, page, adresses, lecture);
			return message ? [{ fichier: page.fichier, ligne, champ: 'lien', message }] : [];
		}),
		...phrases(page, lecture),
	]);
}

/** Checks that each `<Phrase>` names a held version and a rule of that version. */
const phrases = ({ fichier, phrases }: Page, lecture: Lecture): Probleme[] =>
	phrases.flatMap(({ version, regle, ligne }) => {
		const tenue = lecture.titres.find(({ id }) => id === version);
		// Missing attributes are reported by `balisage`.
		if (!version || !regle || (!tenue && peutExister(lecture, version))) return [];
		const regles = Object.keys(tenue?.data.regles ?? {});
		if (regles.includes(regle) || !cleRegle.safeParse(regle).success) return [];
		const message = tenue
			? `« ${version} » n’a pas la règle « ${regle} » ; choisir parmi : ${regles.join(', ') || '(aucune)'}`
			: `le texte de « ${version} » n’est pas au catalogue ; choisir parmi : ${lecture.ids.join(', ')}`;
		return [{ fichier, ligne, champ: '<Phrase>', message }];
	});

function adressesDe(lecture: Lecture): Adresses {
	const { titres, lignees, guides, glossaire } = lecture;
	const adresses: Adresses = new Map(FIXES.map((chemin) => [chemin, undefined]));
	const ajouter = (chemin: string, ancres?: Iterable<string>) => adresses.set(chemin, ancres && new Set(ancres));
	const termes = glossaire?.data.map(({ id }) => id) ?? [];
	ajouter('/glossaire/', lecture.refuses.has('glossaire.yaml') ? undefined : termes);
	for (const id of termes) ajouter(adresse.pageTerme(id));
	const sections = new Map(titres.map(({ id, prose }) => [id, sectionsDe(prose).map((s) => s.id)]));
	for (const { id } of titres) ajouter(adresse.document(id));
	for (const [id, { blocs, sigle, codes }] of versionsLues(lecture)) {
		ajouter(adresse.titre(sigle.toLowerCase()));
		for (const { type, valeur } of codes) if (type === 'RNCP') ajouter(adresse.rncp(valeur));
		const numerotes = numeroter(id, blocs);
		const ancres = numerotes.map((bloc) => idRelatif(bloc.id));
		ajouter(adresse.titre(id), [...PARTIES, ...ancres, ...(sections.get(id) ?? [])]);
		for (const bloc of numerotes) for (const { id } of [bloc, ...bloc.competences]) ajouter(adresse.titre(id));
		ajouter(donnees.titre(id, 'json'));
		if (publiee('csv')) ajouter(donnees.titre(id, 'csv'));
		if (publiee('markdown')) ajouter(donnees.titre(id, 'md'));
		if (publiee('case')) ajouter(donnees.case(id));
		if (publiee('skos')) ajouter(donnees.skos(id));
	}
	for (const { id, data } of lignees) {
		ajouter(adresse.lignee(id));
		if (estSuivie(data)) ajouter(adresse.fluxLignee(id));
	}
	for (const { de, vers } of pairesDe(lecture)) {
		ajouter(adresse.comparaison(de.id, vers.id));
		ajouter(adresse.comparaisonTexte(de.id, vers.id));
		if (publiee('comparaison')) ajouter(donnees.comparaison(de.id, vers.id));
		if (publiee('comparaison-csv')) ajouter(donnees.comparaison(de.id, vers.id, 'csv'));
	}
	for (const { id, ancres } of guides) ajouter(adresse.guide(id), ancres);
	for (const document of documentsPublies(lecture)) ajouter(`/sources/${document}`);
	return adresses;
}

/** Pairs that have a page on the site. */
function pairesDe(lecture: Lecture) {
	const lues = versionsLues(lecture);
	const correspondances = lecture.correspondances
		.map(({ data }) => data)
		.filter(({ de, vers }) => lues.has(de) && lues.has(vers));
	return listerPaires(versionsDe(lecture), correspondances);
}

/** What is wrong with a link, with a suggestion if there is one; undefined if it is valid. */
function lienMort(url: string, page: Page, adresses: Adresses, lecture: Lecture): string | undefined {
	if (!/^[/#]/.test(url) || url.startsWith('//')) return undefined;
	const [avant = '', ancre] = url.split('#');
	const chemin = avant.replace(/\?.*$/, '');
	if (chemin === '')
		return ancre && page.ancres.has(ancre)
			? undefined
			: `« ${url} » : ce texte n’a pas cet intertitre ; corriger l’ancre`;
	if (LISTES.test(chemin)) return undefined;
	if (!adresses.has(chemin)) {
		if (dUnRefuse(chemin, lecture)) return undefined;
		const autre = proche(chemin, adresses);
		return `« ${url} » ne mène à aucune page ; ${autre ? `écrire « ${autre} »` : 'corriger l’adresse'}`;
	}
	const ancres = adresses.get(chemin);
	if (ancre === undefined || !ancres || ancres.has(ancre)) return undefined;
	return `« ${url} » : cette page n’a pas de passage « ${ancre} » ; corriger l’ancre`;
}

/** Whether the target may be missing only because a file is refused. That file has its own error. */
function dUnRefuse(chemin: string, lecture: Lecture): boolean {
	const refuses = [...lecture.refuses.keys()];
	const [, dossier = '', id = '', autre = ''] = chemin.split('/');
	if (dossier === 'glossaire') return refuses.includes('glossaire.yaml');
	if (dossier === 'guides' || dossier === 'lignees') return refuses.some((f) => f.startsWith(`${dossier}/${id}.`));
	if (dossier === 'sources') return refuses.some((f) => /^(?:titres|lignees|correspondances)\//.test(f));
	if (dossier === 'donnees') return refuses.length > 0;
	const refuse = (version: string) =>
		peutExister(lecture, version) && !lecture.titres.some((titre) => titre.id === version);
	if (dossier === 'titres') return refuse(id);
	return (
		dossier === 'comparer' &&
		(refuse(id) || refuse(autre) || refuses.some((f) => /^(?:lignees|correspondances)\//.test(f)))
	);
}

/** An existing address close to this one: with the final slash, or with the comparison in the other direction. */
function proche(chemin: string, adresses: Adresses): string | undefined {
	const avecBarre = `${chemin.replace(/\/?$/, '')}/`;
	if (adresses.has(avecBarre)) return avecBarre;
	const [, de, vers] = /^\/comparer\/([^/]+)\/([^/]+)\//.exec(avecBarre) ?? [];
	const inverse = de && vers ? adresse.comparaison(vers, de) : '';
	return adresses.has(inverse) ? inverse : undefined;
}
