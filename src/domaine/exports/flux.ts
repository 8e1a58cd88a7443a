import { Feed } from 'feed';
import type { Correspondance } from '../../schemas/correspondance.ts';
import type { Importation } from '../../schemas/importation.ts';
import type { Lignee } from '../../schemas/lignee.ts';
import { adresse } from '../adresse.ts';
import { enLettres } from '../date.ts';
import { etatEnClair } from '../etat.ts';
import { direCompte } from '../nouveautes.ts';
import { motsDuTitre, nomVersion, type Version } from '../version.ts';
import { compte } from '../vocabulaire.ts';
import { EDITEUR } from './mentions.ts';
import { uuid } from './uuid.ts';

/** A dated change of the catalogue. */
interface Evenement {
	/** Stable key, from which the id of the entry is made. */
	cle: string;
	le: string;
	titre: string;
	resume: string;
	chemin: string;
}

/** The parts of a catalogue whose changes are dated. */
export interface Contenu {
	versions: readonly Version[];
	lignees: readonly (Lignee & { id: string })[];
	correspondances: readonly Correspondance[];
	importations?: readonly (Importation & { id: string })[];
}

/** Maximum number of entries: feed readers keep those that they have read. */
const LIMITE = 100;

/**
 * Dated changes of a catalogue, latest first: RNCP exports, changes, readings, new versions, facts.
 * @param lignee id of the lineage to restrict them to
 */
export function evenements(
	{ versions, lignees, correspondances, importations = [] }: Contenu,
	lignee?: string,
): Evenement[] {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const retenues = versions.filter((v) => lignee === undefined || v.lignee === lignee);
	const ids = new Set(retenues.map(({ id }) => id));
	return [
		...retenues.flatMap((version) => deVersion(version, parId)),
		...correspondances
			.filter(({ de, vers }) => ids.has(de) || ids.has(vers))
			.flatMap((c) => deCorrespondance(c, parId)),
		...lignees.filter(({ id }) => lignee === undefined || id === lignee).map(deLignee),
		...(lignee === undefined ? importations.flatMap(deImportation) : []),
	].sort((a, b) => b.le.localeCompare(a.le) || rang(a) - rang(b) || a.cle.localeCompare(b.cle));
}

/** Order within a day: an export may add more versions than a feed holds, so additions come after other changes. */
const ORDRE = ['import', 'changement', 'relecture', 'ajout', 'faits'];
const rang = ({ cle }: Evenement): number => ORDRE.indexOf(cle.split(' ')[0] ?? '');

/** One entry for each export that changed something. The page of news lists the changes. */
const deImportation = (importation: Importation & { id: string }): Evenement[] =>
	importation.versions.length
		? [
				{
					cle: `import ${importation.id}`,
					le: importation.le,
					titre: importation.export.du
						? `Export du RNCP du ${enLettres(importation.export.du)}`
						: 'Export du RNCP de date inconnue',
					resume: direCompte(importation),
					chemin: adresse.nouveautes(importation.id),
				},
			]
		: [];

function deVersion(version: Version, parId: ReadonlyMap<string, Version>): Evenement[] {
	const nom = nomVersion(version);
	const chemin = adresse.titre(version.id);
	const ajout = version.ajouteeLe && {
		cle: `ajout ${version.id}`,
		le: version.ajouteeLe,
		titre: `${nom} entre au catalogue`,
		resume: `${motsDuTitre(version) ? `${motsDuTitre(version)}. ` : ''}${etatEnClair(version, parId)}`,
		chemin,
	};
	const changements = (version.changements ?? []).map(({ le, objet }) => ({
		cle: `changement ${version.id} ${le} ${objet}`,
		le,
		titre: `${nom} : changement`,
		resume: objet,
		chemin,
	}));
	return [...(ajout ? [ajout] : []), ...changements];
}

function deCorrespondance(
	{ de, vers, reluLe, blocs, competences = [], parentes = [] }: Correspondance,
	parId: ReadonlyMap<string, Version>,
): Evenement[] {
	const [ancienne, nouvelle] = [parId.get(de), parId.get(vers)];
	if (!reluLe || !ancienne || !nouvelle) return [];
	const contenu = [
		blocs && `Correspondance officielle des blocs : ${blocs.source.intitule}, ${blocs.article}.`,
		competences.length && `${compte(competences.length, 'lecture')} de la rédaction, compétence par compétence.`,
	].filter(Boolean);
	return [
		{
			cle: `relecture ${de} ${vers} ${reluLe}`,
			le: reluLe,
			// A correspondence stated by an official text is not called a reading.
			titre: `${nomVersion(ancienne)} et ${nomVersion(nouvelle)} : ${
				competences.length + parentes.length > 0 ? 'correspondances relues' : 'correspondance officielle des blocs'
			}`,
			resume: contenu.join(' ') || 'Relecture.',
			chemin: adresse.comparaison(de, vers),
		},
	];
}

const deLignee = ({ id, titre, etatAu, resume, versions }: Lignee & { id: string }): Evenement => ({
	cle: `faits ${id} ${etatAu}`,
	le: etatAu,
	titre: `Lignée ${titre} : faits réunis`,
	resume: resume ?? `${compte(versions.length, 'version')}.`,
	chemin: adresse.lignee(id),
});

interface Flux {
	titre: string;
	/** Path of the feed, then of the page that it follows. */
	chemin: string;
	page: string;
	/** Date of an empty feed. */
	defaut: string;
	racine: string;
}

/** An Atom feed (RFC 4287) of dated events. */
export function ecrireFlux(tous: readonly Evenement[], { titre, chemin, page, defaut, racine }: Flux): string {
	const flux = new Feed({
		id: `urn:uuid:${uuid(`flux ${chemin}`)}`,
		title: titre,
		link: racine + page,
		feed: racine + chemin,
		updated: minuit(tous[0]?.le ?? defaut),
		author: { name: EDITEUR, link: `${racine}/` },
		generator: false,
	});
	for (const { cle, le, titre: objet, resume, chemin: lieu } of tous.slice(0, LIMITE))
		flux.addItem({
			id: `urn:uuid:${uuid(cle)}`,
			title: enHtml(objet),
			description: enHtml(resume),
			link: racine + lieu,
			date: minuit(le),
			published: minuit(le),
		});
	return flux.atom1();
}

const minuit = (jour: string): Date => new Date(`${jour}T00:00:00Z`);

/** The feed library writes titles and summaries as HTML. */
const enHtml = (texte: string): string =>
	texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
