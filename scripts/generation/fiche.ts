import { stringify } from 'yaml';
import { lireProse } from '../../src/catalogue/prose.ts';
import { MARQUE_BLOCS, type Section } from '../../src/domaine/prose.ts';
import type { Version } from '../../src/domaine/version.ts';
import type { Alea } from './alea.ts';
import type { BlocEcrit } from './evolution.ts';
import type { Fonds, Modele } from './modele.ts';

export interface Identite {
	id: string;
	sigle: string;
	/** In sentence case, with accents. */
	intitule: string;
	/** Rank among all generated versions, which its codes are made from. */
	rang: number;
	debut: string;
	fin: string | undefined;
}

/** The two files of a held version, by path: its fiche, and its source document. */
export function fiche(identite: Identite, blocs: readonly BlocEcrit[], fonds: Fonds, a: Alea): Map<string, string> {
	const { id, sigle, intitule, rang, debut, fin } = identite;
	const modele = modeleDe(debut, fonds);
	const document = `${id}.txt`;
	const capitales = modele.version.intitule === modele.version.intitule.toUpperCase();
	const titre = capitales ? sansAccent(intitule.toUpperCase()) : intitule;
	const corps = ecrireCorps(titre, modele, fonds, blocs, a);
	const texte = enTexte(corps, blocs);
	const { niveau, nsf, rome } = modele.version;
	const source = 'fiche';
	const entete = {
		sigle,
		intitule: titre,
		...(capitales && { usuel: intitule }),
		...(niveau && { niveau: { valeur: niveau.valeur, source } }),
		nsf: nsf.map(({ valeur }) => ({ valeur, source })),
		rome: rome.map(({ valeur, libelle }) => ({ valeur, ...(libelle && { libelle }), source })),
		codes: [
			{ type: 'TP', valeur: `TP-${String(rang).padStart(5, '0')}`, source },
			{ type: 'RNCP', valeur: `RNCP${100_000 + rang}`, source: 'rncp' },
		],
		debut: { valeur: debut, source: 'rncp', note: 'publication au Journal officiel' },
		...(fin && { fin: { valeur: fin, source: 'rncp' } }),
		ajouteeLe: '2026-11-21',
		sources: {
			fiche: { intitule: `Fiche du titre professionnel ${sigle} (${id.slice(-4)})`, nature: 'officielle', document },
			rncp: {
				intitule: 'Données publiques du répertoire national des certifications professionnelles',
				nature: 'publique',
			},
		},
		blocs: blocs.map(({ type, intitule: nom, competences }) => ({
			type,
			...(capitales ? { intitule: sansAccent(nom.toUpperCase()), usuel: nom } : { intitule: nom }),
			competences: competences.map(({ libelle }) => libelle),
		})),
		regles: reglesDe(modele.version, texte),
	};
	return new Map([
		[`titres/${id}.md`, `---\n${stringify(entete, { lineWidth: 0 })}---\n\n${corps}`],
		[`sources/${document}`, texte],
	]);
}

/** The latest real version that began by this day: its rules are those of the time. */
const modeleDe = (debut: string, { modeles }: Fonds): Modele =>
	modeles.findLast(({ version }) => (version.debut?.valeur ?? version.annee) <= debut) ?? (modeles[0] as Modele);

/**
 * Writes the prose of a version: the rules of its model, word for word, and a description of the job made of random
 * paragraphs of all the real documents, so that no two versions are the same, and of sentences on its own blocs.
 */
function ecrireCorps(
	titre: string,
	{ version, corps }: Modele,
	{ modeles }: Fonds,
	blocs: readonly BlocEcrit[],
	a: Alea,
): string {
	const [avant = '', apres = ''] = corps.split(MARQUE_BLOCS);
	const tete = paragraphes(avant)
		.slice(0, 4)
		.map((p) => p.replaceAll(version.intitule, () => titre));
	const metier = modeles.flatMap((m) => paragraphes(m.corps.split(MARQUE_BLOCS)[0] ?? '').slice(4));
	const activites = blocs.map(
		({ intitule, competences }) =>
			`Pour « ${intitule} », le titulaire du titre sait : ${competences.map(({ libelle }) => minuscule(libelle).replace(/\.$/, '')).join(' ; ')}.`,
	);
	const recit = a.plusieurs([...a.plusieurs(metier, a.entier(5, 9)), ...activites], 20);
	return `${[...tete, ...recit].join('\n\n')}\n\n${MARQUE_BLOCS}\n${apres}`;
}

/** Paragraphs of a prose, but for those after the heading (the first four) that call a footnote of their document. */
const paragraphes = (texte: string): string[] =>
	texte
		.split(/\n{2,}/)
		.map((p) => p.trim())
		.filter((p, i) => p && (i < 5 || !p.includes('[^')));

/** The source document as plain text, with the blocs in their place. */
function enTexte(corps: string, blocs: readonly BlocEcrit[]): string {
	const { avant, apres, notes } = lireProse(corps, []);
	const lignes = (sections: readonly Section[]) => sections.flatMap((s) => s.paragraphes);
	return `${[
		...lignes(avant),
		...blocs.flatMap(({ intitule, competences }) => [intitule, ...competences.map(({ libelle }) => `- ${libelle}`)]),
		...lignes(apres),
		...lignes(notes ? [notes] : []),
	].join('\n\n')}\n`;
}

/** The rules of the model whose sentence is in the text. */
function reglesDe({ regles }: Version, texte: string): Record<string, unknown> {
	const serre = texte.replace(/\s+/g, ' ');
	return Object.fromEntries(
		Object.entries(regles)
			.filter(([, { phrase }]) => serre.includes(phrase.replace(/\s+/g, ' ').trim()))
			.map(([cle, regle]) => [cle, { ...regle, source: 'fiche' }]),
	);
}

const minuscule = (texte: string): string => texte.charAt(0).toLowerCase() + texte.slice(1);
const sansAccent = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '');
