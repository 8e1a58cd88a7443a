import { natureDe } from '../../src/domaine/comparaison/cardinalite.ts';
import type { Candidat, Comparaison, Entree } from '../../src/domaine/comparaison/comparaison.ts';
import type { ComparaisonExpliquee } from '../../src/domaine/comparaison/comparer.ts';
import { empreinte } from '../../src/domaine/comparaison/empreinte.ts';
import type { Explication } from '../../src/domaine/rapprochement/proposition.ts';
import { competences, idRelatif, type Referentiel } from '../../src/domaine/referentiel.ts';
import { compte } from '../../src/domaine/vocabulaire.ts';

type Libelles = ReadonlyMap<string, string>;

const libellesDe = (...versions: Referentiel[]): Libelles =>
	new Map(versions.flatMap(competences).map(({ id, libelle }) => [id, libelle]));

const nombre = (n: number): string => n.toLocaleString('fr', { maximumFractionDigits: 2 });

const TITRES = {
	proposee: 'Proposées : assez sûres pour être montrées comme des propositions',
	'a-verifier': 'À vérifier : rien n’est affirmé, voici le plus proche et d’autres candidats',
} as const;

/** The alignment for a person to read: what is proposed, what is to check, each with its reasons. */
export const rapport = (
	{ comparaison, explications }: ComparaisonExpliquee,
	de: Referentiel,
	vers: Referentiel,
): string => {
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
	return [...tete, ...zones.flat()].join('\n');
};

const decrire = (entree: Entree, explication: Explication | undefined, libelles: Libelles): string[] => {
	const { nature, de, vers, score, candidats } = entree;
	const cote = (ids: string[]) => ids.map(idRelatif).join(' + ') || '∅';
	const libelle = (signe: string) => (id: string) => `  ${signe} ${libelles.get(id) ?? id}`;
	const note =
		nature === 'sans-suite' || nature === 'nouvelle' ? ' (aucune correspondance trouvée dans les libellés)' : '';
	return [
		`${nature ?? '?'}  ${cote(de)} → ${cote(vers)}${score === null ? '' : `  ${nombre(score)}`}${note}`,
		...de.map(libelle('−')),
		...vers.map(libelle('+')),
		...(explication ? raisons(explication) : []),
		...candidats.map((c) => `  ? ${candidat(c, entree, libelles)}`),
	];
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
 * The file to review, with the official map of blocs left to its source. Every `motif` is empty, and the build refuses
 * an empty one: no proposal becomes a reading until someone has written why.
 */
export const yamlARelire = ({ de, vers, blocs, competences }: Comparaison, versions: Referentiel[]): string => {
	const libelles = libellesDe(...versions);
	const entrees = competences.map((entree) => {
		const commentaire = [
			...[...entree.de.map((id) => `− ${libelles.get(id)}`), ...entree.vers.map((id) => `+ ${libelles.get(id)}`)],
			entree.statut === 'proposee'
				? `proposée${entree.score === null ? '' : `, ${nombre(entree.score)}`}`
				: 'à vérifier : la nature ci-dessous n’est que celle de la meilleure supposition',
			...(entree.statut === 'proposee' ? [] : entree.candidats.map((c) => `? ${candidat(c, entree, libelles)}`)),
		].map((ligne) => `  # ${ligne}`);
		const textes = (ids: string[]) => ids.map((id) => libelles.get(id) ?? '');
		return [
			...commentaire,
			`  - de: [${entree.de.map(idRelatif).join(', ')}]`,
			`    vers: [${entree.vers.map(idRelatif).join(', ')}]`,
			`    nature: ${entree.nature ?? natureDe(entree.de.length, entree.vers.length) ?? ''}`,
			'    statut: relue',
			"    motif: ''",
			`    empreinte: '${empreinte(textes(entree.de), textes(entree.vers))}'`,
		].join('\n');
	});
	const officiel = blocs.length > 0 ? ['# blocs : garder ceux du fichier, ils sont officiels'] : [];
	return [`de: ${de}`, `vers: ${vers}`, ...officiel, 'competences:', ...entrees].join('\n');
};
