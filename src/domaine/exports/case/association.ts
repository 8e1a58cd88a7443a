import type { CFAssociation } from '../../../schemas/donnees/case.ts';
import type { Succession } from '../../../schemas/lignee.ts';
import { adresse } from '../../adresse.ts';
import type { Entree, LienBlocs, Parente } from '../../comparaison/comparaison.ts';
import { avecArticle } from '../../texte/phrase.ts';
import { nomVersion, titreBloc, titreVersion, type Version } from '../../version.ts';
import { NATURES, PORTEES, STATUTS, SUCCESSIONS } from '../../vocabulaire.ts';
import { donnees } from '../adresse-donnees.ts';
import type { Relations } from '../relation.ts';
import { uuid } from '../uuid.ts';
import { type Groupe, lienGroupe } from './definition.ts';
import { horodatage } from './document.ts';

/** A node of the tree: a document, a bloc or a competence. */
interface Noeud {
	id: string;
	titre: string;
}

/** An association before it is placed in its package. */
interface Arete extends Pick<CFAssociation, 'associationType' | 'sequenceNumber' | 'notes'> {
	de: Noeud;
	vers: Noeud;
	groupe?: Groupe;
	/** Tells apart two links of a text of law that join the same two blocs among others. */
	lien?: string;
}

/**
 * The associations of a version's package: the tree, then what joins it to later versions. `replacedBy` stands only
 * where a text of law says it; a reading of an editor or of a machine is `isRelatedTo`, in a grouping of its own.
 * `exactMatchOf` is never used: no text says that two blocs or two competences are the same.
 */
export function enAssociations(
	version: Version,
	{ comparaisons, successions }: Relations,
	parId: ReadonlyMap<string, Version>,
	racine: string,
): CFAssociation[] {
	const aretes = [
		...arbre(version),
		...successions.flatMap((s) => succession(s, parId)),
		...comparaisons.flatMap(({ de, vers, comparaison }) => {
			const noeuds = new Map([...noeudsDe(de), ...noeudsDe(vers)]);
			return [
				...comparaison.blocs.flatMap((lien) => blocs(lien, noeuds, vers)),
				...comparaison.competences.flatMap((entree) => competences(entree, noeuds, vers)),
				...comparaison.parentes.flatMap((parente) => apparentees(parente, noeuds, vers)),
			];
		}),
	];
	return aretes.map((arete) => placer(arete, version, racine));
}

function placer({ de, vers, groupe, lien = '', ...arete }: Arete, version: Version, racine: string): CFAssociation {
	const identifier = uuid(`${arete.associationType} ${de.id} ${vers.id} ${lien}`);
	const noeud = ({ id, titre }: Noeud) => ({
		title: titre,
		identifier: uuid(id),
		uri: racine + adresse.titre(id),
		targetType: 'CASE' as const,
	});
	return {
		identifier,
		uri: `${racine}${donnees.case(version.id)}#${identifier}`,
		lastChangeDateTime: horodatage(version),
		...arete,
		originNodeURI: noeud(de),
		destinationNodeURI: noeud(vers),
		...(groupe && { CFAssociationGroupingURI: lienGroupe(groupe, racine) }),
	};
}

const noeudVersion = (version: Version): Noeud => ({ id: version.id, titre: titreVersion(version) });

const noeudsDe = (version: Version): [string, Noeud][] =>
	version.blocs.flatMap((bloc): [string, Noeud][] => [
		[bloc.id, { id: bloc.id, titre: titreBloc(bloc, version) }],
		...bloc.competences.map(({ id, libelle }): [string, Noeud] => [id, { id, titre: libelle }]),
	]);

function arbre(version: Version): Arete[] {
	const noeuds = new Map(noeudsDe(version));
	const enfants = (parent: Noeud, ids: readonly string[]): Arete[] =>
		ids.map((id, i) => ({
			associationType: 'isChildOf',
			sequenceNumber: i + 1,
			de: noeuds.get(id) as Noeud,
			vers: parent,
		}));
	const ids = (liste: readonly { id: string }[]) => liste.map(({ id }) => id);
	return [
		...enfants(noeudVersion(version), ids(version.blocs)),
		...version.blocs.flatMap((bloc) => enfants(noeuds.get(bloc.id) as Noeud, ids(bloc.competences))),
	];
}

function succession({ de, vers, nature, motif }: Succession, parId: ReadonlyMap<string, Version>): Arete[] {
	const [ancienne, nouvelle] = [parId.get(de), parId.get(vers)];
	if (!ancienne || !nouvelle) return [];
	const bouts = { de: noeudVersion(ancienne), vers: noeudVersion(nouvelle) };
	return nature === 'officielle'
		? [{ associationType: 'replacedBy', ...bouts, groupe: 'officiel', notes: motif }]
		: [{ associationType: 'isRelatedTo', ...bouts, groupe: 'editorial', notes: `${SUCCESSIONS[nature]}. ${motif}` }];
}

function blocs({ de, vers, source }: LienBlocs, noeuds: ReadonlyMap<string, Noeud>, nouvelle: Version): Arete[] {
	const lien = joindre(de, vers);
	const notes = `Correspondance officielle vers ${avecArticle('le', nomVersion(nouvelle))} : ${lien}. ${source}.`;
	// Where several old blocs together give new ones, none of them alone is replaced by them.
	const associationType = de.length === 1 ? 'replacedBy' : 'isRelatedTo';
	return paires(de, vers, noeuds).map((bouts) => ({ associationType, ...bouts, groupe: 'officiel', lien, notes }));
}

/** An entry with statut `a-verifier` claims nothing: it has candidates and no nature, so it makes no association. */
const competences = (entree: Entree, noeuds: ReadonlyMap<string, Noeud>, nouvelle: Version): Arete[] =>
	entree.nature === null
		? []
		: lecture(entree, `nature : ${entree.nature} (${NATURES[entree.nature].nom})`, noeuds, nouvelle);

/** A parenté is kin and no more: the note says how far it goes, read from the older competence to the newer one. */
const apparentees = (parente: Parente, noeuds: ReadonlyMap<string, Noeud>, nouvelle: Version): Arete[] => {
	if (parente.statut === 'a-verifier') return [];
	const { portee } = parente;
	const dite = `parenté : ${portee} (la compétence récente ${PORTEES[portee].recente})`;
	return lecture(parente, dite, noeuds, nouvelle).map((arete) => ({ ...arete, lien: 'parente' }));
};

/** A reading of an editor or of a machine, with its statut and why. */
function lecture(
	{ statut, motif, score, ...lien }: Entree | Parente,
	dite: string,
	noeuds: ReadonlyMap<string, Noeud>,
	nouvelle: Version,
): Arete[] {
	const [de, vers] = [[lien.de].flat(), [lien.vers].flat()];
	const notes = [
		dite,
		`statut : ${statut} (${STATUTS[statut].nom})`,
		`vers ${avecArticle('le', nomVersion(nouvelle))} : ${joindre(de, vers)}`,
		...(motif ? [`motif : ${motif}`] : []),
		...(score === null ? [] : [`score : ${score}`]),
	].join(' ; ');
	const groupe = statut === 'relue' ? 'editorial' : 'automatique';
	return paires(de, vers, noeuds).map((bouts) => ({ associationType: 'isRelatedTo', ...bouts, groupe, notes }));
}

const joindre = (de: readonly string[], vers: readonly string[]): string => `${de.join(' et ')} → ${vers.join(' et ')}`;

const paires = (
	de: readonly string[],
	vers: readonly string[],
	noeuds: ReadonlyMap<string, Noeud>,
): Pick<Arete, 'de' | 'vers'>[] =>
	de.flatMap((a) =>
		vers.flatMap((b) => {
			const [ancien, nouveau] = [noeuds.get(a), noeuds.get(b)];
			return ancien && nouveau ? [{ de: ancien, vers: nouveau }] : [];
		}),
	);
