import type { TitrePublie } from '../../schemas/donnees/titre.ts';
import type { Epreuve } from '../../schemas/epreuve.ts';
import { enBref } from '../empreinte.ts';
import { blocDeLEpreuve, direDuree, dureeDe } from '../epreuve.ts';
import { etatEnClair, suiteDeFin } from '../etat.ts';
import { CERTITUDES, certitudeDe, cles, direFait } from '../fait.ts';
import { direCompetences, direProfondeur } from '../profondeur.ts';
import { LIGNE_DES_BLOCS, nommeLesCcp, type Prose } from '../prose.ts';
import { majuscule } from '../texte/phrase.ts';
import { aDesLibelles, type Bloc, nomBloc, nomVersion, type Version } from '../version.ts';

interface Contexte {
	/** Body of the version's file, in GFM; undefined if the text is not held. */
	corps: string | undefined;
	prose: Prose | undefined;
	parId: ReadonlyMap<string, Version>;
	page: string;
	/** The published form of the same version. */
	donnees: TitrePublie;
}

/** `/donnees/titres/<version>.md`: a quoted header written by the site, then the whole official text. */
export function publierMarkdown(version: Version, { corps, prose, parId, page, donnees }: Contexte): string {
	const documents = Object.values(version.sources)
		.filter(({ document }) => document)
		.map(({ intitule }) => echapper(intitule));
	const etat = echapper(`${nomVersion(version)}. ${etatEnClair(version, parId)}`);
	const reference = `Page : <${page}>. Empreinte : ${enBref(donnees.empreinte)}.`;
	if (corps === undefined || !prose) {
		return `${[
			citation(['**Lignée, site non officiel.**', etat, reference]),
			`# ${echapper(version.usuel)}`,
			...[direProfondeur(version) ?? []].flat().map(echapper),
			...(aDesLibelles(version)
				? version.blocs.flatMap((bloc) => [
						`## ${echapper(direFait(nommer(bloc), bloc.certitude))}`,
						bloc.competences.length
							? liste(bloc.competences.map(({ libelle }) => libelle))
							: `${majuscule(direCompetences(bloc))}.`,
					])
				: version.blocs.length
					? ['## Intitulés de ses blocs', liste(version.blocs.map((bloc) => direFait(nommer(bloc), bloc.certitude)))]
					: []),
			...(version.transversales.length
				? ['## Compétences transversales', liste(version.transversales.map((t) => direFait(t.libelle, t.certitude)))]
				: []),
			...(version.epreuves?.length ? ['## Épreuves', liste(version.epreuves.map((e) => direEpreuve(version, e)))] : []),
			'## Ce que nos sources établissent',
			liste(donnees.faits.map((fait) => enoncer(fait, donnees))),
		].join('\n\n')}\n`;
	}
	const avis = '**Lignée, site non officiel.** Ces lignes sont de nous ; après le filet, tout est le texte officiel.';
	const origine = documents.length
		? `Texte reproduit d’après : ${documents.join(' ; ')}.${version.reparations.length ? ' Les réparations faites au texte sont listées sur la page.' : ''}`
		: undefined;
	const transversales = version.transversales.map((t) => direFait(t.libelle, t.certitude)).join(' ; ');
	const aPart = [
		...(transversales ? [`Compétences transversales : ${transversales}.`] : []),
		...(version.epreuves ?? []).map((e) => direEpreuve(version, e)),
	].map(echapper);
	const entete = citation([avis, etat, ...(origine ? [origine] : []), ...aPart, reference]);
	return `${entete}\n\n---\n\n${placerBlocs(corps.trim(), blocsImprimes(version.blocs, nommeLesCcp(prose)))}\n`;
}

/** « Épreuve du titre : entretien technique 40 min ; durée totale 1 h 30. Source : … », with its certainty. */
const direEpreuve = (version: Version, epreuve: Epreuve): string => {
	const bloc = blocDeLEpreuve(epreuve, version.blocs);
	const citees = cles(epreuve.source).map((cle) => version.sources[cle]?.intitule ?? cle);
	const page = epreuve.page === undefined ? '' : `, page ${epreuve.page}`;
	const douteuse = certitudeDe(epreuve.source, version.sources) === 'secondaire' ? `, ${CERTITUDES.secondaire}` : '';
	const durees = [
		...epreuve.modalites.map((m) => `${m.nom} ${direDuree(m.minutes)}`),
		`durée totale ${direDuree(dureeDe(epreuve)).replace('durée ', '')}`,
	].join(' ; ');
	return `Épreuve ${bloc ? `de ${nommer(bloc)}` : 'du titre'} : ${durees}. Source : ${citees.join(' ; ')}${page}${douteuse}.`;
};

const citation = (paragraphes: readonly string[]): string => paragraphes.map((p) => `> ${p}`).join('\n>\n');

const liste = (lignes: readonly string[]): string => lignes.map((ligne) => `- ${echapper(ligne)}`).join('\n');

const CHAMPS: Record<TitrePublie['faits'][number]['champ'], string> = {
	niveau: 'Niveau',
	nsf: 'Spécialité (NSF)',
	rome: 'Métier (ROME)',
	code: 'Code',
	debut: 'Début',
	fin: 'Fin',
	remarque: 'À savoir',
};

function enoncer(
	{ champ, valeur, note, sources, certitude }: TitrePublie['faits'][number],
	{ sources: toutes, finAuPlusTard }: TitrePublie,
): string {
	const citees = sources.map((cle) => toutes[cle]).filter((s) => s !== undefined);
	const reserve = certitude === 'secondaire' ? `, ${CERTITUDES.secondaire}` : '';
	const origine = citees.map(({ intitule }) => intitule).join(' ; ');
	const [type, ...reste] = champ === 'code' ? (note ?? '').split(', ') : [];
	const nom = type === undefined ? CHAMPS[champ] : type === 'millesime' ? 'Millésime' : `Code ${type}`;
	const precision = type === undefined ? note : reste.join(', ');
	return `${finir(`${nom} : ${valeur}${champ === 'fin' ? suiteDeFin({ auPlusTard: finAuPlusTard }) : ''}${precision ? ` (${precision})` : ''}`)} Source : ${finir(`${origine}${reserve}`)}`;
}

const finir = (phrase: string): string => (/[.!?…]$/.test(phrase) ? phrase : `${phrase}.`);

const nommer = (bloc: Bloc): string => `${nomBloc(bloc)} – ${bloc.intitule}`;

const placerBlocs = (corps: string, blocs: string): string =>
	LIGNE_DES_BLOCS.test(corps) ? corps.replace(LIGNE_DES_BLOCS, () => blocs) : `${corps}\n\n${blocs}`;

const blocsImprimes = (blocs: readonly Bloc[], sigles: boolean): string =>
	blocs
		.map(({ type, rang, intitule, competences }) => {
			const titre = `## ${sigles ? `${type.toUpperCase()} –` : `${rang}.`} ${echapper(intitule)}`;
			return `${titre}\n\n${liste(competences.map(({ libelle }) => libelle))}`;
		})
		.join('\n\n');

/**
 * Escapes a text as one line of plain Markdown: no markup, entity, heading or list item. GFM still makes a link of a
 * web address; nothing can prevent it.
 */
const echapper = (texte: string): string =>
	texte
		.replace(/[ \t\r\n\f\v]+/g, ' ')
		.trim()
		.replace(/[\\`*_<[\]~]/g, '\\$&')
		.replace(/&(?=#?\w+;)/g, '\\&')
		.replace(/^([#>+-])/, '\\$1')
		// A sequence of # at the end of a heading would be dropped.
		.replace(/ (#+)$/, ' \\$1')
		.replace(/^(\d+)([.)])/, '$1\\$2');
