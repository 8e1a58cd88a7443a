import { aDesLibelles, numeroter } from '../../domaine/version.ts';
import type { Lecture, Page } from '../lecture.ts';
import type { Probleme } from '../probleme.ts';

/** Pages that no content file makes. */
const FIXES = [
	'', 'titres', 'lignees', 'comparer', 'mes-ccp', 'me-situer', 'recherche', 'competences', 'guides', 'glossaire',
	'donnees', 'a-propos', 'accessibilite', 'mentions-legales', 'plan-du-site',
]; // biome-ignore format: a list to read

/** Links of our own prose to pages of the site lead to a page that there will be. */
export function controlerLiens(lecture: Lecture): Probleme[] {
	const pages = new Set(FIXES.map((p) => (p ? `/${p}/` : '/')));
	const detenues = new Set(lecture.ids);
	for (const id of lecture.ids) pages.add(`/titres/${id}/`).add(`/titres/${id}/document/`);
	for (const { id, data } of lecture.titres) {
		pages.add(`/titres/${data.sigle.toLowerCase()}/`);
		for (const bloc of numeroter(id, data.blocs))
			for (const cible of [bloc, ...bloc.competences]) pages.add(`/titres/${cible.id}/`);
	}
	for (const { id, data } of lecture.lignees) {
		pages.add(`/lignees/${id}/`);
		const connues = data.versions.filter((v) => 'sigle' in v);
		for (const version of data.versions) pages.add(`/titres/${version.id}/`);
		for (const { id, sigle, blocs } of connues) {
			pages.add(`/titres/${sigle.toLowerCase()}/`);
			for (const bloc of numeroter(id, blocs))
				for (const cible of [bloc, ...bloc.competences]) pages.add(`/titres/${cible.id}/`);
		}
		const lisibles = new Set(connues.filter(aDesLibelles).map(({ id }) => id));
		const comparees = data.versions.map((v) => v.id).filter((v) => detenues.has(v) || lisibles.has(v));
		for (const de of comparees) for (const vers of comparees) if (de !== vers) pages.add(`/comparer/${de}/${vers}/`);
	}
	for (const { data } of lecture.correspondances) pages.add(`/comparer/${data.de}/${data.vers}/`);
	for (const page of lecture.guides) pages.add(`/guides/${page.fichier.replace(/^.*\/|\.\w+$/g, '')}/`);
	const termesConnus = new Set(lecture.glossaire?.data.map(({ id }) => id));
	return [...lecture.guides, ...lecture.textes].flatMap((page) => liensMorts(page, pages, termesConnus));
}

function liensMorts(
	{ fichier, brut }: Page,
	pages: ReadonlySet<string>,
	termesConnus: ReadonlySet<string>,
): Probleme[] {
	const problemes: Probleme[] = [];
	brut.split('\n').forEach((ligneTexte, i) => {
		for (const [, cible = ''] of ligneTexte.matchAll(/(?:\]\(|href=")(\/[^)\s"]*)/g)) {
			const [chemin = '', ancre] = cible.split('#');
			const sansRequete = chemin.replace(/\?.*$/, '');
			if (/\.[a-z]+$/.test(sansRequete)) continue;
			const existe = pages.has(sansRequete) && !(sansRequete === '/glossaire/' && ancre && !termesConnus.has(ancre));
			if (!existe)
				problemes.push({
					fichier,
					ligne: i + 1,
					champ: 'lien',
					message: `« ${cible} » ne mène à aucune page ; corriger l’adresse`,
				});
		}
	});
	return problemes;
}
