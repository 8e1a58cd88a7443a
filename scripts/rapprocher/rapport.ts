import { libellesDistincts, natureDe } from '../../src/domaine/comparaison/cardinalite.ts';
import type { Candidat, Entree } from '../../src/domaine/comparaison/comparaison.ts';
import type { ComparaisonExpliquee } from '../../src/domaine/comparaison/comparer.ts';
import { empreinteDeLecture } from '../../src/domaine/empreinte.ts';
import { idRelatif } from '../../src/domaine/identifiant.ts';
import type { Explication } from '../../src/domaine/rapprochement/proposition.ts';
import { competences, type Referentiel } from '../../src/domaine/referentiel.ts';
import { compte, STATUTS } from '../../src/domaine/vocabulaire.ts';

type Libelles = ReadonlyMap<string, string>;

const libellesDe = (...versions: Referentiel[]): Libelles =>
	new Map(versions.flatMap(competences).map(({ id, libelle }) => [id, libelle]));

const nombre = (n: number): string => n.toLocaleString('fr', { maximumFractionDigits: 2 });

const TITRES = {
	proposee: 'Proposées : assez sûres pour être montrées comme des propositions',
	'a-verifier': 'À vérifier : rien n’est affirmé, voici le plus proche et d’autres candidats',
} as const;

/** The alignment as text: proposals and entries to check, with their explanations. */
export const rapport = ({ comparaison, explications }: ComparaisonExpliquee, de: Referentiel, vers: Referentiel) => {
	const libelles = libellesDe(de, vers);
	const [premiere] = explications.values();
	const tete = [
		`${de.id} → ${vers.id} : ${compte(competences(de).length, 'compétence')}, puis ${competences(vers).length}`,
		...(premiere
			? [`Proximité des deux versions : ${nombre(premiere.proximite)} ; modèle ${premiere.parametres}`]
			: []),
	];
	const zones = (['proposee', 'a-verifier'] as const).map((statut) => {
		const entrees = comparaison.competences.filter((e) => e.statut === statut);
		const lignes = entrees.flatMap((e) => ['', ...decrire(e, explications.get(e), libelles)]);
		return ['', `── ${TITRES[statut]} (${entrees.length}) ──`, ...lignes];
	});
	const parentes = comparaison.parentes.filter((p) => p.statut !== 'relue');
	const apparentees = parentes.flatMap(({ de: d, vers: v, statut, score }) => [
		'',
		`${idRelatif(d)} ~ ${idRelatif(v)}  ${STATUTS[statut].nom.toLowerCase()}${enScore(score)}`,
		`  − ${libelles.get(d) ?? d}`,
		`  + ${libelles.get(v) ?? v}`,
	]);
	return [
		...tete,
		...zones.flat(),
		'',
		`── Parentés possibles : une part commune, sans se répondre (${parentes.length}) ──`,
		...apparentees,
	].join('\n');
};

const enScore = (score: number | null, avant = '  '): string => (score === null ? '' : avant + nombre(score));

const decrire = (entree: Entree, explication: Explication | undefined, libelles: Libelles): string[] => {
	const { nature, de, vers, score, candidats } = entree;
	const cote = (ids: string[]) => ids.map(idRelatif).join(' + ') || '∅';
	const libelle = (signe: string) => (id: string) => `  ${signe} ${libelles.get(id) ?? id}`;
	return [
		`${nature ?? '?'}  ${cote(de)} → ${cote(vers)}${enScore(score)}`,
		...de.map(libelle('−')),
		...vers.map(libelle('+')),
		...observer(entree, libelles).map((dit) => `  ${dit}`),
		...(explication ? raisons(explication) : []),
		...candidats.map((c) => `  ? ${candidat(c, entree, libelles)}`),
	];
};

/** Sentences on a lone competence. If the nearest label is among the candidates, it is printed there. */
const observer = ({ observation, candidats }: Entree, libelles: Libelles): string[] => {
	if (!observation) return [];
	const { proche, relieeA } = observation;
	if (proche === null) return ['Aucun libellé proche.'];
	const reliee = relieeA.map(idRelatif).join(' + ');
	if (candidats.some((c) => c.de === proche || c.vers === proche))
		return reliee ? [`Le plus proche, ${idRelatif(proche)}, est déjà relié à ${reliee}.`] : [];
	const prise = reliee ? `, déjà relié à ${reliee}` : '';
	return [`Libellé le plus proche : ${idRelatif(proche)}${prise}  ${libelles.get(proche) ?? ''}`];
};

const raisons = ({ termes, lexique }: Explication): string[] => {
	const terme = ({ de, vers, poids }: Explication['termes'][number]) =>
		`${de === vers ? de : `${de} ~ ${vers}`} ${nombre(poids)}`;
	return [
		...(termes.length > 0 ? [`  termes : ${termes.map(terme).join(' ; ')}`] : []),
		...(lexique.length > 0 ? [`  lexique : ${lexique.join(', ')}`] : []),
	];
};

const candidat = ({ de, vers, score }: Candidat, entree: Pick<Entree, 'de'>, libelles: Libelles): string => {
	const autre = entree.de.includes(de) ? vers : de;
	return `${idRelatif(de)} → ${idRelatif(vers)}  ${nombre(score)}  ${libelles.get(autre) ?? ''}`;
};

/**
 * YAML file to review. `statut: a-relire`, `motif`, `reluLe` and `relecteur` are left to be filled in, and the build
 * refuses the file until they are.
 */
export const yamlARelire = (
	{ comparaison: { de, vers, blocs, competences, parentes } }: ComparaisonExpliquee,
	versions: Referentiel[],
): string => {
	const libelles = libellesDe(...versions);
	const textes = (ids: string[]) => ids.map((id) => libelles.get(id) ?? '');
	const distincts = (ids: string[]) => libellesDistincts(textes(ids).map((libelle) => ({ libelle }))).length;
	const commenter = (lignes: string[]) => lignes.map((ligne) => `  # ${ligne}`);
	const signer = (d: string[], v: string[]) => [
		'    statut: a-relire',
		"    motif: ''",
		`    empreinte: '${empreinteDeLecture(textes(d), textes(v))}'`,
	];
	const entrees = competences.flatMap((entree) => [
		...commenter([
			...textes(entree.de).map((libelle) => `− ${libelle}`),
			...textes(entree.vers).map((libelle) => `+ ${libelle}`),
			...(entree.statut === 'proposee'
				? [`proposée${enScore(entree.score, ', ')}`]
				: [
						`à vérifier${enScore(entree.score, ', ')} : la nature n’est que celle de la meilleure supposition`,
						...observer(entree, libelles),
						...entree.candidats.map((c) => `? ${candidat(c, entree, libelles)}`),
					]),
		]),
		`  - de: [${entree.de.map(idRelatif).join(', ')}]`,
		`    vers: [${entree.vers.map(idRelatif).join(', ')}]`,
		`    nature: ${entree.nature ?? natureDe(distincts(entree.de), distincts(entree.vers)) ?? ''}`,
		...signer(entree.de, entree.vers),
	]);
	const apparentees = parentes.flatMap((p) => [
		...commenter([
			`− ${libelles.get(p.de)}`,
			`+ ${libelles.get(p.vers)}`,
			`${STATUTS[p.statut].nom.toLowerCase()}${enScore(p.score, ', ')} : garder, corriger ou retirer`,
		]),
		`  - de: ${idRelatif(p.de)}`,
		`    vers: ${idRelatif(p.vers)}`,
		`    portee: ${p.portee}`,
		...signer([p.de], [p.vers]),
	]);
	const officiel = blocs.length > 0 ? ['# blocs : garder ceux du fichier, ils sont officiels'] : [];
	return [
		`de: ${de}`,
		`vers: ${vers}`,
		"reluLe: '' # le jour de la lecture : 2026-01-31",
		"relecteur: '' # qui a lu, comme les pages le diront",
		...officiel,
		'competences:',
		...entrees,
		...(apparentees.length > 0 ? ['parentes:', ...apparentees] : []),
	].join('\n');
};
