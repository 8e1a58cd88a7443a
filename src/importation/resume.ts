import { compte } from '../domaine/vocabulaire.ts';
import { sectionsDe } from './json.ts';
import type { Lecture } from './lecture.ts';
import { proposerRegles } from './regle.ts';

const NOMS = {
	fiche: 'fiche du ministère',
	annexe: 'annexe d’un arrêté',
	rncp: 'fiche des données ouvertes du RNCP',
} as const;

/** Summary printed after an import: found, repaired, doubtful, not placed. */
export const resumer = (lecture: Lecture): string => {
	const competences = lecture.blocs.reduce((n, b) => n + b.competences.length, 0);
	const lignes = [
		`Reconnu : ${NOMS[lecture.genre]}.`,
		`  titre       ${lecture.intitule}`,
		`  sigle       ${lecture.sigle}${lecture.sigleDeNotreFait ? ', de notre fait : le document n’en imprime pas' : ''}`,
		`  niveau      ${lecture.niveau ?? 'non trouvé'}`,
		`  NSF         ${lecture.nsf.join(', ') || 'non trouvé'}`,
		`  ROME        ${lecture.rome.map((r) => r.valeur).join(', ') || 'non trouvé'}`,
		`  codes       ${lecture.codes.map((c) => c.valeur).join(', ') || 'aucun'}`,
		`  début       ${lecture.debut?.date ?? 'non dit par le document'}`,
		...(lecture.fin ? [`  fin         ${lecture.fin.date}`] : []),
		`  blocs       ${lecture.blocs.length}, ${compte(competences, 'compétence', 'compétences')}`,
		...lecture.blocs.map((b) => `    ${b.type.toUpperCase()} ${b.intitule} (${b.competences.length})`),
		`  sections    ${sectionsDe(lecture.elements).length}`,
	];
	const liste = (titre: string, textes: readonly string[]) => {
		if (textes.length > 0) lignes.push('', titre, ...textes.map((t) => `  ${t}`));
	};
	liste('Remarques :', lecture.remarques);
	liste(
		'Règles que le texte énonce, à confirmer et à écrire sous « regles » :',
		proposerRegles(lecture.elements).map(({ regle, phrase, ans, regime, valeur }) => {
			const dit = [regime, ans === undefined ? undefined : compte(ans, 'an', 'ans'), valeur].filter(Boolean).join(', ');
			return `${regle} : ${dit} : « ${phrase} »`;
		}),
	);
	liste(
		'Réparé :',
		lecture.reparations.map((r) => `ligne ${r.ligne} : ${r.motif} : « ${r.avant} » → « ${r.apres} »`),
	);
	liste(
		'Douteux, à relire :',
		lecture.doutes.map((d) => `${d.page ? `page ${d.page}, ` : ''}ligne ${d.ligne} : ${d.motif} : « ${d.texte} »`),
	);
	liste(
		'En-têtes et pieds de page laissés de côté :',
		lecture.entetes.map((e) => `ligne ${e.ligne} : « ${e.texte} »`),
	);
	liste(
		'Non placé :',
		lecture.restes.map((r) => `ligne ${r.ligne} : « ${r.texte} »`),
	);
	return lignes.join('\n');
};
