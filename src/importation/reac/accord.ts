import { enTexte } from '../page-pdf.ts';
import { type Doute, lettres, lignesDuContenu, paragraphesDe, sansMarque, tablesDe } from './document.ts';
import { sansObjet } from './duree.ts';
import type { ActiviteLue, CompetenceLue } from './reac.ts';
import type { Section } from './section.ts';

/** Compares labels with the synoptic view, where each has its own cell: reports those that differ. */
export const verifierSynoptique = (
	competences: readonly CompetenceLue[],
	sections: readonly Section[],
	doutes: Doute[],
): void => {
	const cellules = sections.flatMap((s) => tablesDe(s.contenus).flatMap((t) => t.cellules));
	if (cellules.length === 0) return;
	for (const { libelle, page } of competences) {
		if (cellules.some((c) => lettres(c.texte) === lettres(libelle))) continue;
		const proche = cellules.find((c) => ressemblance(c.texte, libelle) > 0.7);
		doutes.push({
			page: sections[0]?.page ?? page,
			motif: `la vue synoptique n’a pas ce libellé, que la page ${page} imprime${proche ? `, mais « ${proche.texte} »` : ''}`,
			texte: libelle,
		});
	}
};

/** Competences listed for an activity, in order. Labels that match no fiche are reported. */
export const rattacher = (
	activite: ActiviteLue & { liste?: Section },
	competences: readonly CompetenceLue[],
	bord: number,
	doutes: Doute[],
): CompetenceLue[] => {
	const lignes = activite.liste?.contenus.flatMap(lignesDuContenu) ?? [];
	const exactes = suiteDe(lettres(lignes.map((l) => sansMarque(l.texte)).join('')), competences);
	if (exactes) return exactes;
	return paragraphesDe(lignes, bord).flatMap((p) => {
		const texte = sansMarque(enTexte(p));
		const proche = [...competences].sort((a, b) => ressemblance(b.libelle, texte) - ressemblance(a.libelle, texte))[0];
		const page = p[0]?.page ?? activite.page;
		if (!proche || ressemblance(proche.libelle, texte) < 0.6) {
			doutes.push({ page, motif: 'libellé d’aucune fiche compétence professionnelle', texte });
			return [];
		}
		if (lettres(proche.libelle) !== lettres(texte))
			doutes.push({
				page,
				motif: `libellé différent de celui de la fiche, page ${proche.page} (« ${proche.libelle} »)`,
				texte,
			});
		return [proche];
	});
};

/** Splits a run of letters into the labels of distinct competences; undefined if that is impossible. */
export const suiteDe = (reste: string, competences: readonly CompetenceLue[]): CompetenceLue[] | undefined => {
	if (reste === '') return [];
	const candidates = competences
		.filter((c) => reste.startsWith(lettres(c.libelle)))
		.sort((a, b) => b.libelle.length - a.libelle.length);
	for (const c of candidates) {
		const suite = suiteDe(
			reste.slice(lettres(c.libelle).length),
			competences.filter((d) => d !== c),
		);
		if (suite) return [c, ...suite];
	}
	return undefined;
};

/** Dice coefficient of the letter pairs of two texts, 0 to 1. */
export const ressemblance = (a: string, b: string): number => {
	const paires = (t: string) => {
		const l = lettres(t);
		return Array.from({ length: Math.max(0, l.length - 1) }, (_, i) => l.slice(i, i + 2));
	};
	const [pa, pb] = [paires(a), paires(b)];
	const reste = new Map<string, number>();
	for (const p of pa) reste.set(p, (reste.get(p) ?? 0) + 1);
	let communes = 0;
	for (const p of pb) {
		const n = reste.get(p) ?? 0;
		if (n > 0) communes++;
		reste.set(p, n - 1);
	}
	return pa.length + pb.length === 0 ? 0 : (2 * communes) / (pa.length + pb.length);
};

/** Checks that the « Liste des activités types et des compétences… » has the same blocs and labels, in order. */
export const verifierListe = (
	sections: readonly Section[],
	activites: readonly ActiviteLue[],
	doutes: Doute[],
): void => {
	const lignes = sections.flatMap((s) => s.contenus.flatMap(lignesDuContenu));
	if (lignes.length === 0 || sansObjet(enTexte(lignes))) return;
	const lue = lettres(lignes.map((l) => sansMarque(l.texte)).join(''));
	const attendue = lettres(
		activites.map((a) => [a.intitule, ...a.competences.map((c) => c.libelle)].join('')).join(''),
	);
	if (lue === attendue) return;
	let commun = 0;
	while (commun < lue.length && lue[commun] === attendue[commun]) commun++;
	let vus = 0;
	const ligne = lignes.find((l) => {
		vus += lettres(sansMarque(l.texte)).length;
		return vus > commun;
	});
	doutes.push({
		page: ligne?.page ?? sections[0]?.page ?? 0,
		motif: 'la liste des activités types et des compétences ne dit pas ce que disent les fiches',
		texte: ligne?.texte ?? 'fin de la liste',
	});
};

/** Checks that the page that begins a CCS names the title, then the activity as its fiche does. */
export const verifierCertificats = (
	sections: readonly Section[],
	activites: readonly ActiviteLue[],
	intitule: string,
	doutes: Doute[],
): void => {
	for (const s of sections) {
		const texte = enTexte(s.contenus.flatMap(lignesDuContenu));
		const nom = lettres(texte).replace(lettres(intitule), '');
		if (nom !== '' && !activites.some((a) => a.type === 'ccs' && lettres(a.intitule) === nom))
			doutes.push({
				page: s.page,
				motif: 'certificat complémentaire que ne nomme ainsi aucune fiche activité type',
				texte,
			});
	}
};

export const verifierTransversales = (
	section: Section | undefined,
	transversales: CompetenceLue[],
	bord: number,
	doutes: Doute[],
): void => {
	const lignes = section?.contenus.flatMap(lignesDuContenu) ?? [];
	if (sansObjet(enTexte(lignes))) return;
	if (suiteDe(lettres(lignes.map((l) => sansMarque(l.texte)).join('')), transversales)) return;
	for (const p of paragraphesDe(lignes, bord)) {
		const texte = sansMarque(enTexte(p));
		if (transversales.some((t) => lettres(t.libelle) === lettres(texte))) continue;
		const proche = transversales.find((t) => ressemblance(t.libelle, texte) > 0.7);
		doutes.push({
			page: p[0]?.page ?? section?.page ?? 0,
			motif: proche
				? `libellé différent de celui de la fiche, page ${proche.page} (« ${proche.libelle} »)`
				: 'compétence transversale sans fiche',
			texte,
		});
		if (!proche) transversales.push({ libelle: texte, page: p[0]?.page ?? 0, rubriques: [] });
	}
};
