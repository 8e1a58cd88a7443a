import { cote, type Table } from '../page-pdf.ts';
import { replier } from '../signe.ts';
import { type Doute, lettres, sansMarque } from './document.ts';
import { sansObjet } from './duree.ts';
import type { ReLu } from './re.ts';

export type BlocDuRe = { intitule: string; page: number; competences: { libelle: string; page: number }[] };

/**
 * Doubts about labels of the table of criteria that no table of modalities has entire: one of the two was misread.
 * Tables of modalities list labels without separators.
 */
export const libellesSansModalite = ({ blocs, epreuves }: ReLu): Doute[] => {
	const evaluees = epreuves
		.flatMap((e) => e.modalites.map((m) => lettres(m.competences.map((l) => sansMarque(l.texte)).join(''))))
		.filter((t) => t !== '');
	if (evaluees.length === 0) return [];
	const competences = blocs.flatMap((b) => b.competences);
	const labels = competences.map((c) => lettres(c.libelle));
	const entier = (label: string) =>
		evaluees.some((t) =>
			[...t.matchAll(new RegExp(label, 'gu'))].some(({ index }) => {
				const suite = t.slice(index + label.length);
				return suite === '' || labels.some((l) => suite.startsWith(l));
			}),
		);
	return competences
		.filter(({ libelle }) => !entier(lettres(libelle)))
		.map(({ libelle, page }) => ({
			page,
			motif: 'libellé du tableau des critères que n’a aucun tableau des modalités',
			texte: libelle,
		}));
};

export const lireTransversales = (table: Table, transversales: ReLu['transversales']): void => {
	const tete = table.cellules.find((c) => /^competences transversales$/.test(replier(c.texte)));
	if (!tete) return;
	for (const c of table.cellules)
		if (c.haut <= tete.bas + 1 && Math.abs(c.gauche - tete.gauche) < 5 && !sansObjet(c.texte) && c.texte !== '')
			if (!transversales.some((t) => lettres(t.libelle) === lettres(c.texte)))
				transversales.push({ libelle: c.texte, page: c.page });
};

/** Bloc with this title, added to the list if it is new. */
export const blocDe = (blocs: BlocDuRe[], intitule: string, page: number): BlocDuRe => {
	const connu = blocs.find((b) => lettres(b.intitule) === lettres(intitule));
	if (connu) return connu;
	const bloc = { intitule, page, competences: [] };
	blocs.push(bloc);
	return bloc;
};

/** Header of a column that names the blocs. */
const BLOC = /^(?:cc[ps]|activites?(?:[ -]types?)?|blocs?(?: de competences)?|certificats?(?: de competences .*)?)$/;

/**
 * Reads a table of criteria: competences beside their criteria, under a row across for each activity or beside its cell.
 * @param enCours bloc of the previous table, which may continue
 * @returns bloc of the last row
 */
export const lireCriteres = (table: Table, blocs: BlocDuRe[], enCours: BlocDuRe | undefined): BlocDuRe | undefined => {
	const tete = table.cellules.find((c) => /^competences professionnelles$/.test(replier(c.texte)));
	if (!tete) return enCours;
	let bloc = enCours;
	const deBloc = table.cellules.find((c) => BLOC.test(replier(c.texte)) && cote(c, tete) && c.droite < tete.gauche + 5);
	const noms = table.cellules.filter((c) => deBloc && c.haut <= tete.bas + 1 && Math.abs(c.gauche - deBloc.gauche) < 5);
	for (const c of table.cellules) {
		if (c.haut > tete.bas + 1 || Math.abs(c.gauche - tete.gauche) > 5) continue;
		if (c.droite > tete.droite + 5) {
			if (/^obligations? reglementaires?/.test(replier(c.texte))) continue;
			bloc = blocDe(blocs, sansMarque(c.texte), c.page);
			continue;
		}
		const nom = noms.find((n) => cote(n, c));
		if (nom) bloc = blocDe(blocs, sansMarque(nom.texte), nom.page);
		const libelle = sansMarque(c.texte);
		if (bloc && libelle !== '' && !bloc.competences.some((d) => lettres(d.libelle) === lettres(libelle)))
			bloc.competences.push({ libelle, page: c.page });
	}
	return bloc;
};
