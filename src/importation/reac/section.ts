import type { GenreRubrique } from '../../schemas/fiche-competence.ts';
import type { Contenu } from '../page-pdf.ts';
import { commenceEnCapitale, replier } from '../signe.ts';
import type { Document } from './document.ts';

type Cle =
	| 'couverture'
	| 'sommaire'
	| 'introduction'
	| 'evolution'
	| 'contexte'
	| 'activites'
	| 'synoptique'
	| 'emploi'
	| 'definition'
	| 'secteurs'
	| 'reglementation'
	| 'equivalences'
	| 'liste'
	| 'certificat'
	| 'transversales'
	| 'niveau'
	| 'rome'
	| 'activite'
	| 'description-activite'
	| 'liste-activite'
	| 'transversales-activite'
	| 'competence'
	| GenreRubrique
	| 'fiche-transversales'
	| 'glossaire'
	| 'mention';

const FIN = '(?: ?\\([^()]*\\))*[ :.]*$';

const NUMERO = '(?:(?: n ?[°ºo])? ?\\d+| n ?[°ºo] ?[ivx]+)';

/** Complement in the name of a fiche: « de l'emploi type », « du CCP 1 », « d'extension ». */
const COMPLEMENT =
	"(?: (?:-|d[eu]|en|ou|cc[ps](?: ?n ?[°ºo])?(?: ?\\d+)?|d'extension|extension|specialisation|complementaire|certificat(?: complementaire)?|titre|(?:de )?l'emploi(?:[ -]type)?))";

export const forme = (source: string) => new RegExp(`^(?:${source})${FIN}`);

/** Headings of old and recent REAC, on folded text. */
const TITRES: readonly [Cle, RegExp][] = [
	['sommaire', forme('sommaire')],
	['introduction', forme('introduction')],
	['evolution', forme("presentation (?:de l'evolution )?d[ue] (?:titre professionnel|tp)|presentation de l'evolution")],
	['contexte', forme("contexte de l'examen d[ue] (?:titre professionnel|tp)")],
	['activites', forme('(?:liste|tableau) des activites')],
	['synoptique', forme(`vue synoptique${COMPLEMENT}+`)],
	['emploi', forme('fiche emploi[ -]type')],
	['definition', forme("definition de l'emploi[ -]type et des conditions d'exercice")],
	[
		'secteurs',
		forme("secteurs? d'activites? et types? d'emplois? accessibles? par l[ea]s? (?:detenteurs?|titulaires?) du titre"),
	],
	['reglementation', forme("reglementations? d'activites?")],
	['equivalences', forme("(?:equivalences?|liens?) avec d'autres certifications?")],
	['liste', forme('liste des activites[ -]types? et des competences professionnelles')],
	['liste', forme(`liste des activites[ -]types? d'extension${COMPLEMENT}*`)],
	['certificat', forme(`certificat complementaire de specialisation${NUMERO}(?: du titre(?: professionnel)?)?`)],
	['transversales', forme("competences? transversales? de l'emploi(?:[ -]type)?")],
	['niveau', forme("niveaux? et(?:/| )?ou domaines? d'activites?")],
	['rome', forme('fiches?(?:\\(s\\))? rome de rattachement')],
	['activite', forme(`fiche activite[ -]type${COMPLEMENT}*(?:${NUMERO})?${COMPLEMENT}*`)],
	['description-activite', forme("definition, description de l'activite[ -]type et conditions d'exercice")],
	['liste-activite', forme("liste des competences professionnelles de l'activite[ -]type")],
	['transversales-activite', forme("competences? transversales? de l'activite[ -]type")],
	['competence', forme(`fiche competence professionnelle${COMPLEMENT}*(?:${NUMERO})?${COMPLEMENT}*`)],
	['description', forme('description de la competence(?: ?- ?processus de mise en oeuvre)?')],
	['contextes', forme('contextes?(?:\\(s\\))? professionnels?(?:\\(s\\))? de mise en oeuvre')],
	['criteres', forme('criteres? de performance')],
	['savoirs', forme('(?:savoirs?(?:-faire)?(?: (?:techniques?|organisationnels?|relationnels?))?(?:, ?| et )?){2,}')],
	['fiche-transversales', forme("fiches?(?: des)? competences? transversales? de l'emploi(?:[ -]type)?")],
	['glossaire', forme('glossaire (?:technique|du reac)')],
	['mention', forme('reproduction interdite')],
];

export const NOMS: Partial<Record<Cle, string>> = {
	sommaire: 'sommaire',
	introduction: 'introduction',
	evolution: 'présentation de l’évolution',
	contexte: 'contexte de l’examen du titre',
	definition: 'définition de l’emploi type',
	secteurs: 'secteurs d’activité et emplois',
	reglementation: 'réglementation d’activités',
	equivalences: 'équivalences avec d’autres certifications',
	niveau: 'niveau et domaine d’activité',
	'description-activite': 'description d’une activité type',
	'transversales-activite': 'compétences transversales d’une activité type',
	glossaire: 'glossaires',
	mention: 'mentions de l’éditeur',
	description: 'description d’une compétence',
	contextes: 'contextes d’une compétence',
	criteres: 'critères de performance',
	savoirs: 'savoir-faire et savoirs',
};

export type Section = { cle: Cle; titre: string; page: number; contenus: Contenu[] };

export const titreDe = (texte: string): Cle | undefined => {
	const plie = replier(texte);
	return TITRES.find(([, f]) => f.test(plie))?.[0];
};

/** Heading of a fiche, with the title of the fiche on its line: « Fiche activité type n° 1 : Moudre le grain ». */
const TITREE = /^(fiche .*?n\s?[°ºo]\s?\d{1,2})\s*[:–—-]\s*(.+)$/iu;

/** A heading, with the number of lines that it takes and what its last line also says. */
type Intertitre = { cle: Cle; titre: string; lignes: 1 | 2; reste?: string };

/** The heading that a line begins, on its own or with the next one. */
const intertitreDe = (
	texte: string,
	suite: string | undefined,
	cleDe: (texte: string) => Cle | undefined,
): Intertitre | undefined => {
	const seul = cleDe(texte);
	const [, tete = '', reste = ''] = seul === undefined ? (TITREE.exec(texte) ?? []) : [];
	const titree = commenceEnCapitale(reste) ? cleDe(tete) : undefined;
	if (titree) return { cle: titree, titre: tete, lignes: 1, reste };
	const deux = suite === undefined ? '' : `${texte} ${suite}`;
	const double = seul === undefined || /n ?[°ºo] ?\d+$/.test(replier(deux)) ? cleDe(deux) : undefined;
	if (double && (seul === undefined || double === seul)) return { cle: double, titre: deux, lignes: 2 };
	return seul && { cle: seul, titre: texte, lignes: 1 };
};

/** Splits a document at its headings, which may take two lines. */
export const sectionsDe = (document: Document): Section[] => {
	const sections: Section[] = [{ cle: 'couverture', titre: '', page: 1, contenus: [] }];
	// The glossary has its own headings, such as « Critère de performance ».
	const cleDe = (texte: string): Cle | undefined => {
		const cle = titreDe(texte);
		return sections.at(-1)?.cle !== 'glossaire' || cle === 'glossaire' || cle === 'mention' ? cle : undefined;
	};
	for (const { numero, contenu } of document.pages)
		for (let i = 0; i < contenu.length; i++) {
			const [ici, suite] = [contenu[i] as Contenu, contenu[i + 1]];
			const ligne = 'ligne' in ici && ici.ligne.texte ? ici.ligne : undefined;
			const trouve =
				ligne && intertitreDe(ligne.texte, suite && 'ligne' in suite ? suite.ligne.texte : undefined, cleDe);
			if (!trouve) {
				sections.at(-1)?.contenus.push(ici);
				continue;
			}
			const { cle, titre, lignes, reste } = trouve;
			sections.push({ cle, titre, page: numero, contenus: reste ? [{ ligne: { ...ligne, texte: reste } }] : [] });
			i += lignes - 1;
		}
	return sections;
};
