import type { Element } from './element.ts';
import { valeurDEtiquette } from './etiquette.ts';
import type { Lecture } from './lecture.ts';
import { proposerRegles } from './regle.ts';

export type Section = { titre: string; texte: string };

/** Prose by heading. A labelled field (« Niveau : III. ») is a section of its own. */
export const sectionsDe = (elements: readonly Element[]): Section[] => {
	let ici: Section = { titre: '', texte: '' };
	const sections = [ici];
	const ouvrir = (titre: string, texte: string) => {
		ici = { titre, texte };
		sections.push(ici);
	};
	for (const e of elements) {
		if (e.sorte === 'blocs') continue;
		if (e.sorte === 'tableau') {
			ici.texte += `${ici.texte === '' ? '' : '\n'}${e.rangees.map((r) => r.join(' | ')).join('\n')}`;
			continue;
		}
		const champ = e.sorte === 'paragraphe' ? valeurDEtiquette(e.texte) : null;
		if (e.sorte === 'titre') ouvrir(e.texte, '');
		else if (champ) ouvrir(champ.titre, champ.valeur);
		else {
			const marque = e.sorte === 'note' ? `${e.marque} ` : e.sorte === 'paragraphe' ? '' : '- ';
			ici.texte += `${ici.texte === '' ? '' : '\n'}${marque}${e.texte}`;
		}
	}
	return sections.filter((s) => s.titre !== '' || s.texte !== '');
};

/** Output of `--json` for one document. */
export const jsonDe = (lecture: Lecture, id: string | null) => ({
	id,
	sigle: lecture.sigle,
	...(lecture.sigleDeNotreFait && { sigleDeNotreFait: true }),
	intitule: lecture.intitule,
	niveau: lecture.niveau ?? null,
	nsf: lecture.nsf,
	rome: lecture.rome.map((r) => r.valeur),
	codes: lecture.codes,
	debut: lecture.debut ?? null,
	fin: lecture.fin ?? null,
	annee: lecture.annee ?? null,
	accessibleAu:
		lecture.genre === 'rncp' || /accessible/iu.test(lecture.debut?.note ?? '') ? (lecture.debut?.date ?? null) : null,
	blocs: lecture.blocs.map(({ type, intitule, emprunte, code, competences }) => ({
		type,
		intitule,
		...(emprunte && { sansIntitule: true }),
		...(code && { code }),
		competences: competences.map(({ libelle }) => ({ libelle })),
	})),
	sections: sectionsDe(lecture.elements),
	correspondances: lecture.correspondances,
	reglesProposees: proposerRegles(lecture.elements),
	restes: lecture.restes,
	reparations: lecture.reparations,
	genre: lecture.genre,
	/** Printed marks replaced by a rank or a type, « CCP – », « 1. », and note calls. */
	marques: lecture.blocs
		.flatMap((b) => [b.marque, ...b.retires, ...b.competences.map((c) => c.marque ?? '')])
		.filter(Boolean),
	remarques: lecture.remarques,
	doutes: lecture.doutes,
	entetes: lecture.entetes,
});
