import { MARQUE_BLOCS } from '../../domaine/prose.ts';
import { echapper } from '../markdown.ts';
import { finitPhrase } from '../signe.ts';
import type { Reproduction } from './faits.ts';
import type { Passage } from './reac.ts';
import type { Referentiel } from './referentiel.ts';

/** Sections of a REAC that go to the body of a version. Its fiches are facts, and its glossaries are left out. */
const SECTIONS = [
	'contexte de l’examen du titre',
	'définition de l’emploi type',
	'secteurs d’activité et emplois',
	'réglementation d’activités',
	'équivalences avec d’autres certifications',
	'description d’une activité type',
];

/** Prose of a REAC and its RE, as the body of a version; empty if it may not be reproduced in full. */
export const corpsDuReferentiel = (lu: Referentiel, reproduction: Reproduction): string => {
	if (reproduction !== 'integrale') return '';
	const section = (titre: string, texte: readonly string[]) =>
		`## ${titre[0]?.toUpperCase()}${echapper(titre.slice(1))}\n\n${texte.map(echapper).join('\n\n')}\n`;
	const duReac = (lu.reac?.passages ?? [])
		.filter((p) => SECTIONS.includes(p.nom))
		.map((p) => section(p.de ? `${p.titre ?? p.nom} : ${p.de}` : (p.titre ?? p.nom), p.texte));
	const passages = lu.re?.passages ?? [];
	const annexes = passages.findIndex((p) => /^(?:annexe|glossaire|reproduction)\b/iu.test(p.nom));
	const duRe = passages
		.slice(0, annexes < 0 ? undefined : annexes)
		.filter((p) => p.texte.length > 0 || finitPhrase(p.nom))
		.map((p) => {
			// A bold sentence is not a heading.
			if (finitPhrase(p.nom)) return `${[p.nom, ...p.texte].map(echapper).join('\n\n')}\n`;
			const nom = p.nom.replace(/\s*:$/u, '');
			return section(p.de && !nom.includes(p.de) ? `${nom} : ${p.de}` : nom, p.texte);
		});
	return [...duReac, ...(duReac.length > 0 && duRe.length > 0 ? [`${MARQUE_BLOCS}\n`] : []), ...duRe].join('\n');
};

/** Passages grouped by heading, with first page and number of words. */
export const passagesDe = (lu: Referentiel): { document: string; nom: string; page: number; mots: number }[] =>
	[lu.reac, lu.re].flatMap((document) => {
		const parNom = new Map<string, Pick<Passage, 'nom' | 'page' | 'mots'>>();
		for (const p of document?.passages ?? []) {
			const avant = parNom.get(p.nom);
			if (avant) avant.mots += p.mots;
			else parNom.set(p.nom, { nom: p.nom, page: p.page, mots: p.mots });
		}
		return [...parNom.values()].map((p) => ({ document: document?.nom ?? '', ...p }));
	});
