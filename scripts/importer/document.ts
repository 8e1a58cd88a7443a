import { join } from 'node:path';
import { versionsLues } from '../../src/catalogue/controles/version.ts';
import { dossierCatalogue } from '../../src/catalogue/dossier.ts';
import { compte } from '../../src/domaine/vocabulaire.ts';
import { decoder } from '../../src/importation/decoder.ts';
import { fusionner } from '../../src/importation/fusion.ts';
import { refuserReferentiel } from '../../src/importation/genre.ts';
import { jsonDe } from '../../src/importation/json.ts';
import type { Lecture } from '../../src/importation/lecture.ts';
import { lignesBrutes } from '../../src/importation/ligne.ts';
import { type ArticlesLus, lireTexteOfficiel } from '../../src/importation/lire.ts';
import { Refus } from '../../src/importation/refus.ts';
import { lectureDeVersion } from '../../src/importation/relire.ts';
import { resumer } from '../../src/importation/resume.ts';
import { replier } from '../../src/importation/signe.ts';
import { comparerTranscriptions, completer, type Ecart, memeTitre } from '../../src/importation/transcription.ts';
import {
	type Ecriture,
	ecrireVersion,
	idDeLecture,
	intituleDeSource,
	sigleDeId,
	TITRE_RESTES,
	versionDe,
} from '../../src/importation/version.ts';
import { type Carte, cartesDe } from './carte.ts';
import { cheminDeVersion, lireExistant, lireVersion, nommerSource, type VersionTenue, verifier } from './catalogue.ts';
import { ecrireEnsemble, lireFichier, type Sortie } from './ecriture.ts';
import { formeDe } from './entree.ts';
import { eprouver } from './epreuve.ts';
import { aujourdhui } from './jour.ts';
import type { Options } from './options.ts';
import type { Progres } from './progres.ts';
import { avertir, dire, direJson } from './terminal.ts';

/** A document that was read, with the bytes to copy to `sources/`. */
type Lu = { lu: ReturnType<typeof lireTexteOfficiel>; octets: Uint8Array; nom: string; encodage: string | undefined };

const lire = async (chemin: string, progres: Progres): Promise<Lu> => {
	const octets = lireFichier(chemin);
	if (formeDe(octets) === 'pdf') {
		// pdf.js is slow to load, and most documents are text.
		const { texteDePdf } = await import('./pdf.ts');
		const { texte, courants, doutes } = await texteDePdf(octets, (page, pages) =>
			progres.dire(`page ${page} sur ${pages}`),
		);
		progres.finir();
		const lu = await lirePdf(texte, octets);
		if ('lecture' in lu) {
			lu.lecture.entetes.push(...courants.map((c) => ({ ligne: c.page, texte: `page ${c.page} : ${c.texte}` })));
			lu.lecture.doutes = [...lu.lecture.doutes, ...doutes]
				.sort((a, b) => a.ligne - b.ligne)
				.map((d) => ({ ...d, ...placeDansPdf(texte, d.ligne) }));
		}
		return { lu, octets, nom: chemin, encodage: undefined };
	}
	const { texte, encodage } = decoder(octets);
	refuserReferentiel(texte);
	return { lu: lireTexteOfficiel(texte), octets, nom: chemin, encodage: encodage === 'UTF-8' ? undefined : encodage };
};

/** Page of a line of the text of a PDF, and its number among the printed lines of that page. */
const placeDansPdf = (texte: string, ligne: number): { page: number; ligne: number } => {
	const avant = lignesBrutes(texte).slice(0, ligne);
	const debut = Math.max(
		0,
		avant.findLastIndex((l) => l.startsWith('\f')),
	);
	return {
		page: 1 + avant.filter((l) => l.startsWith('\f')).length,
		ligne: avant.slice(debut).filter((l) => l.trim() !== '').length,
	};
};

/** Reads the text of a PDF. If it is of no known kind, the error names what its cover suggests. */
const lirePdf = async (texte: string, octets: Uint8Array): Promise<Lu['lu']> => {
	try {
		return lireTexteOfficiel(texte);
	} catch (erreur) {
		if (!(erreur instanceof Refus)) throw erreur;
		const { allureDe } = await import('./referentiel.ts');
		const allure = await allureDe(octets);
		const motif = erreur.message.replace(/(?<!\p{L})ligne (\d+)/gu, (_, ligne: string) => {
			const place = placeDansPdf(texte, Number(ligne));
			return `page ${place.page}, ligne ${place.ligne}`;
		});
		throw new Refus(allure ? `ce PDF a l’air d’être ${allure} : il ne définit pas de titre (${motif})` : motif);
	}
};

/** If the document prints no sigle, uses the one that the catalogue gives to the same title. */
const nommer = (lecture: Lecture): Lecture => {
	if (!lecture.sigleDeNotreFait) return lecture;
	const mots = (intitule: string) =>
		replier(intitule)
			.replace(/[^a-z0-9]+/gu, ' ')
			.trim();
	const lues = [...versionsLues(lireExistant()).values()];
	const memes = lues.filter((v) => mots(v.intitule) === mots(lecture.intitule));
	const [premiere] = memes;
	if (!premiere || premiere.sigleDeNotreFait || memes.some((v) => v.sigle !== premiere.sigle)) return lecture;
	const { sigleDeNotreFait: _, ...reste } = lecture;
	return { ...reste, sigle: premiere.sigle };
};

const identifier = (lecture: Lecture, demande: string | undefined): string => {
	const id = demande ?? idDeLecture(lecture);
	if (id === undefined)
		throw new Refus(`le document ne dit pas son année : donner --id ${lecture.sigle.toLowerCase() || 'sigle'}-AAAA`);
	return id;
};

const montrerEcarts = (ecarts: readonly Ecart[]): string => {
	const typographie = ecarts.filter((e) => e.sorte === 'typographie').length;
	const lignes = ecarts.flatMap((e) => {
		if (e.sorte === 'seule-premiere') return [`  seulement au catalogue  : ${e.texte}`];
		if (e.sorte === 'seule-seconde') return [`  seulement au document   : ${e.texte}`];
		return e.sorte === 'differe'
			? [`  au catalogue            : ${e.premiere}`, `  au document             : ${e.seconde}`]
			: [];
	});
	if (typographie > 0)
		lignes.push(`  ${compte(typographie, 'passage ne diffère', 'passages ne diffèrent')} que par la typographie`);
	return lignes.length > 0 ? lignes.join('\n') : '  aucune différence';
};

/** Refuses to overwrite an existing version, after printing the differences. */
const refuserTenue = (tenue: VersionTenue, lecture: Lecture, id: string): never => {
	const ancienne = lectureDeVersion(tenue.faits, tenue.corps);
	if (memeTitre(ancienne, lecture))
		dire(
			`${id} est déjà au catalogue. Ce qui diffère :\n${montrerEcarts(comparerTranscriptions(ancienne, lecture))}\n`,
		);
	throw new Refus(
		`${cheminDeVersion(id)} existe : rien n’est écrit. --force le récrit en gardant ce qui y fut ajouté à la main ; --avec <document> ajoute une seconde transcription`,
	);
};

type Prete = { id: string; sorties: Sortie[]; messages: string[]; document: string };

const preparer = (
	id: string,
	lecture: Lecture,
	source: Lu,
	options: Options,
	seconde?: Lu & { lecture: Lecture },
): Prete => {
	const dossier = dossierCatalogue();
	const tenue = lireVersion(id);
	if (tenue && !options.force) refuserTenue(tenue, lecture, id);
	const messages: string[] = [];
	const cle = lecture.genre;
	const document = nommerSource(source.nom, source.octets);
	const sources: Ecriture['sources'][number][] = [{ cle, intitule: intituleDeSource(lecture), document }];
	const sorties: Sortie[] = [{ chemin: join(dossier, 'sources', document), contenu: source.octets }];
	let complete = lecture;
	let ajouts: Pick<Ecriture, 'attributions' | 'sourceDe'> = {};
	if (seconde) {
		const bis = `${cle}-bis`;
		const nom = nommerSource(seconde.nom, seconde.octets);
		sources.push({ cle: bis, intitule: `${intituleDeSource(lecture)}, autre transcription`, document: nom });
		sorties.push({ chemin: join(dossier, 'sources', nom), contenu: seconde.octets });
		const union = completer(lecture, seconde.lecture, { premiere: cle, seconde: bis });
		complete = union.lecture;
		ajouts = {
			attributions: union.attributions,
			sourceDe: (_, valeur) => (union.codesAjoutes.includes(valeur) ? bis : undefined),
		};
		messages.push(
			`Deux transcriptions. Ce qui diffère :\n${montrerEcarts(comparerTranscriptions(lecture, seconde.lecture))}`,
		);
	}
	const ecrite = versionDe(complete, {
		id,
		ajouteeLe: aujourdhui(),
		sources: sources as [Ecriture['sources'][number], ...Ecriture['sources'][number][]],
		avecRestes: options.reste,
		...ajouts,
	});
	const { faits, gardes } = tenue ? fusionner(tenue.faits, ecrite.faits) : { faits: ecrite.faits, gardes: [] };
	if (gardes.length > 0) messages.push(`Gardé de la version qui était au catalogue : ${gardes.join(' ; ')}.`);
	verifier(id, faits, ecrite.corps);
	if (lecture.sigle !== sigleDeId(id))
		messages.push(
			`Le sigle vient de l’identifiant : ${sigleDeId(id)} (${lecture.sigleDeNotreFait ? 'le document n’en imprime pas' : `le document donne ${lecture.sigle}`}).`,
		);
	if (options.reste && lecture.restes.length > 0)
		messages.push(`${compte(lecture.restes.length, 'ligne', 'lignes')} sous « ${TITRE_RESTES} ».`);
	sorties.push({ chemin: cheminDeVersion(id), contenu: ecrireVersion({ faits, corps: ecrite.corps }) });
	return { id, sorties, messages, document };
};

/** Imports a fiche, an annex, a whole arrêté, or the article that maps its CCP. Returns the exit code. */
export const importerDocument = async (chemin: string, options: Options, progres: Progres): Promise<number> => {
	const premier = await lire(chemin, progres);
	if (!('lecture' in premier.lu)) return importerArticles(premier.lu.articles, premier, options);
	const lecture = nommer(premier.lu.lecture);
	const autre = options.avec === undefined ? undefined : await lire(options.avec, progres);
	if (autre && !('lecture' in autre.lu)) throw new Refus(`${options.avec} : ce n’est pas une transcription d’un titre`);
	const seconde = autre && 'lecture' in autre.lu ? { ...autre, lecture: autre.lu.lecture } : undefined;
	if (seconde && !memeTitre(lecture, seconde.lecture))
		throw new Refus(
			`${options.avec} : ce n’est pas le même titre (« ${seconde.lecture.intitule} » et « ${lecture.intitule} »)`,
		);
	const restent = lecture.restes.length > 0 && !options.reste;
	if (options.json) {
		direJson(jsonDe(lecture, options.id ?? idDeLecture(lecture) ?? null));
		return restent ? 2 : 0;
	}
	const id = identifier(lecture, options.id);
	const prete = preparer(id, lecture, premier, options, seconde);
	dire(resumer(lecture));
	if (premier.encodage) dire(`\nLu en ${premier.encodage}.`);
	if (restent) {
		avertir(
			`\n${compte(lecture.restes.length, 'ligne n’est pas rangée', 'lignes ne sont pas rangées')} : rien n’est écrit. Corriger le document, ou --accepter-reste pour les ranger à la main.`,
		);
		return 2;
	}
	const cartes = cartesDe(
		lecture.correspondances,
		{ intitule: intituleDeSource(lecture), document: prete.document },
		options,
		{ id, lecture },
	);
	eprouver(dossierCatalogue(), prete.sorties);
	ecrireEnsemble(dossierCatalogue(), [...prete.sorties, ...sortiesDe(cartes)]);
	for (const message of [...prete.messages, ...cartes.flatMap((c) => c.messages)]) dire(`\n${message}`);
	dire(`\nÉcrit :\n${[...prete.sorties, ...sortiesDe(cartes)].map((s) => `  ${s.chemin}`).join('\n')}`);
	dire(`\nÀ faire : relire ${cheminDeVersion(id)}, puis « npm run dev » et ouvrir /titres/${id}/.`);
	return 0;
};

const sortiesDe = (cartes: readonly Carte[]): Sortie[] => cartes.flatMap((c) => c.sortie ?? []);

/** Imports an article alone: its tables are matched with versions of the catalogue. */
const importerArticles = (articles: ArticlesLus, source: Lu, options: Options): number => {
	if (options.avec !== undefined) throw new Refus('--avec : seulement pour une fiche ou une annexe');
	if (options.json) {
		direJson({ genre: 'article', ...articles });
		return 0;
	}
	dire('Reconnu : article d’un arrêté qui met d’anciens CCP en face de nouveaux.\n');
	for (const texte of articles.nonReproduits)
		dire(`Le texte renvoie à un tableau qu’il ne reproduit pas : « ${texte} »`);
	const document = nommerSource(source.nom, source.octets);
	const article = articles.correspondances.find((c) => c.article)?.article;
	const cartes = cartesDe(
		articles.correspondances,
		{ intitule: `Arrêté du titre professionnel${article ? `, ${article.toLowerCase()}` : ''}`, document },
		options,
	);
	for (const message of cartes.flatMap((c) => c.messages)) dire(`${message}\n`);
	const sorties = sortiesDe(cartes);
	if (sorties.length > 0) {
		const avecSource = [{ chemin: join(dossierCatalogue(), 'sources', document), contenu: source.octets }, ...sorties];
		ecrireEnsemble(dossierCatalogue(), avecSource);
		dire(`Écrit, à relire :\n${avecSource.map((s) => `  ${s.chemin}`).join('\n')}`);
	}
	return cartes.some((c) => c.aTrancher) || cartes.length === 0 ? 2 : 0;
};
