import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { dossierCatalogue } from '../src/catalogue/dossier.ts';
import { compte } from '../src/domaine/vocabulaire.ts';
import { decoder } from '../src/importation/decoder.ts';
import { fusionner } from '../src/importation/fusion.ts';
import { jsonDe } from '../src/importation/json.ts';
import type { Lecture } from '../src/importation/lecture.ts';
import { lireDocument } from '../src/importation/lire.ts';
import { Refus } from '../src/importation/refus.ts';
import { lectureDeVersion } from '../src/importation/relire.ts';
import { resumer } from '../src/importation/resume.ts';
import { idsDesBlocs, liensDe, reunirLignees } from '../src/importation/rncp-liens.ts';
import { comparerTranscriptions, completer, type Ecart, memeTitre } from '../src/importation/transcription.ts';
import {
	type Ecriture,
	ecrireVersion,
	idDeLecture,
	intituleDeSource,
	sigleDeId,
	TITRE_RESTES,
	versionDe,
} from '../src/importation/version.ts';
import { idVersion, versionDetenue } from '../src/schemas/version.ts';
import {
	cheminDeVersion,
	idsDesLignees,
	lireVersion,
	nommerSource,
	type VersionTenue,
	versionsParRncp,
	yaml,
} from './importer/catalogue.ts';
import { ecrireEnsemble, lireFichier, lireTete, reprendre, type Sortie } from './importer/ecriture.ts';
import { type Progres, progresseur } from './importer/progres.ts';
import { extraitXml, type FicheRetenue, lireExport } from './importer/rncp.ts';

z.config(z.locales.fr());

const AIDE = `Usage : npm run importer -- <document> [<document>] [options]

Lit un document officiel et écrit titres/<version>.md et sources/<document> dans le catalogue.
Le document : fiche du ministère ou annexe d’arrêté (.txt, .md, .pdf), REAC, RE ou RC (.pdf ; les
deux d’une même version ensemble), données ouvertes du RNCP (.xml, V4.1).

  --id <version>     identifiant de la version, sigle-année : tsgri-2003
  --avec <document>  autre transcription du même document, dont on ajoute ce qu’elle seule a
  --json             imprime ce qui a été lu, et n’écrit rien
  --accepter-reste   écrit aussi les lignes que rien n’a pu ranger
  --force            récrit une version déjà au catalogue ; ce qui y fut ajouté à la main reste
  --reproduction <r> d’un REAC ou d’un RE : extraits (structure, codes, dates, durées ; le choix d’office) ou integrale
  --fiche <numéros>  fiches d’un export du RNCP : RNCP37674,RNCP37873
  --type <type>      fiches d’un export du RNCP de ce type : TP
  --aide             ce message

CATALOGUE=<dossier> change le dossier du catalogue (content).
Code de sortie : 0, tout est rangé ; 1, refus ; 2, des lignes ne sont pas rangées.`;

type Options = {
	id: string | undefined;
	avec: string | undefined;
	json: boolean;
	reste: boolean;
	force: boolean;
	fiches: ReadonlySet<string>;
	type: string | undefined;
	reproduction: string | undefined;
};

/** npm runs the command in the project's folder; a path is given from where the person stands. */
const depuisLAppel = (chemin: string): string => {
	const ailleurs = resolve(process.env.INIT_CWD ?? '.', chemin);
	return existsSync(chemin) || !existsSync(ailleurs) ? chemin : ailleurs;
};

const aujourdhui = (): string => new Date().toISOString().slice(0, 10);

/** A document read, with the bytes that go to `sources/`. */
type Lu = { lecture: Lecture; octets: Uint8Array; nom: string; encodage: string | undefined };

const commence = (octets: Uint8Array, motif: RegExp): boolean =>
	motif.test(new TextDecoder('latin1').decode(octets.subarray(0, 1024)));

const estPdf = (octets: Uint8Array): boolean => commence(octets, /^\s*%PDF-/u);

const lireTexte = async (chemin: string, octets: Uint8Array, progres: Progres): Promise<Lu> => {
	if (estPdf(octets)) {
		// pdf.js is long to load, and most documents are text.
		const { texteDePdf } = await import('./importer/pdf.ts');
		const texte = await texteDePdf(octets, (page, pages) => progres.dire(`page ${page} sur ${pages}`));
		progres.finir();
		return { lecture: await lirePdf(texte, octets), octets, nom: chemin, encodage: undefined };
	}
	const { texte, encodage } = decoder(octets);
	return { lecture: lireDocument(texte), octets, nom: chemin, encodage: encodage === 'UTF-8' ? undefined : encodage };
};

/** A PDF that no reader knows is named for what its cover says. */
const lirePdf = async (texte: string, octets: Uint8Array): Promise<Lecture> => {
	try {
		return lireDocument(texte);
	} catch (erreur) {
		if (!(erreur instanceof Refus)) throw erreur;
		const { allureDe } = await import('./importer/referentiel.ts');
		const allure = await allureDe(octets);
		throw allure
			? new Refus(`ce PDF a l’air d’être ${allure} : il ne définit pas de titre (${erreur.message})`)
			: erreur;
	}
};

const identifier = (lecture: Lecture, demande: string | undefined): string => {
	const id = demande ?? idDeLecture(lecture);
	if (id === undefined)
		throw new Refus(`le document ne dit pas son année : donner --id ${lecture.sigle.toLowerCase() || 'sigle'}-AAAA`);
	return id;
};

/** What the schema refuses of a file is told before it is written, never by the next build. */
const verifier = (faits: unknown, id: string): void => {
	const lu = versionDetenue.safeParse(faits);
	if (lu.success) return;
	const [probleme] = lu.error.issues;
	throw new Refus(
		`${id} : ce qui a été lu n’a pas la forme du catalogue (${probleme?.path.join('.')} : ${probleme?.message})`,
	);
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

/** Refuses an id that exists, after saying what differs. */
const refuserTenue = (tenue: VersionTenue, lecture: Lecture, id: string): never => {
	const ancienne = lectureDeVersion(tenue.faits, tenue.corps);
	if (memeTitre(ancienne, lecture))
		console.log(
			`${id} est déjà au catalogue. Ce qui diffère :\n${montrerEcarts(comparerTranscriptions(ancienne, lecture))}\n`,
		);
	throw new Refus(
		`${cheminDeVersion(id)} existe : rien n’est écrit. --force le récrit en gardant ce qui y fut ajouté à la main ; --avec <document> ajoute une seconde transcription`,
	);
};

type Prete = { id: string; sorties: Sortie[]; messages: string[] };

const preparer = (
	id: string,
	lecture: Lecture,
	source: { nom: string; octets: Uint8Array; document?: string },
	options: Options,
	seconde?: Lu,
): Prete => {
	const dossier = dossierCatalogue();
	const tenue = lireVersion(id);
	if (tenue && !options.force) refuserTenue(tenue, lecture, id);
	const messages: string[] = [];
	const cle = lecture.genre;
	const document = source.document ?? nommerSource(source.nom, source.octets);
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
	const ecriture: Ecriture = {
		id,
		ajouteeLe: aujourdhui(),
		sources: sources as [Ecriture['sources'][number], ...Ecriture['sources'][number][]],
		avecRestes: options.reste,
		...ajouts,
	};
	const ecrite = versionDe(complete, ecriture);
	const { faits, gardes } = tenue ? fusionner(tenue.faits, ecrite.faits) : { faits: ecrite.faits, gardes: [] };
	if (gardes.length > 0) messages.push(`Gardé de la version qui était au catalogue : ${gardes.join(' ; ')}.`);
	verifier(faits, id);
	if (lecture.sigle !== sigleDeId(id))
		messages.push(`Le sigle vient de l’identifiant : ${sigleDeId(id)} (le document donne ${lecture.sigle}).`);
	if (options.reste && lecture.restes.length > 0)
		messages.push(`${compte(lecture.restes.length, 'ligne', 'lignes')} sous « ${TITRE_RESTES} ».`);
	sorties.push({ chemin: cheminDeVersion(id), contenu: ecrireVersion({ faits, corps: ecrite.corps }) });
	return { id, sorties, messages };
};

const conclure = (prete: Prete): void => {
	for (const message of prete.messages) console.log(`\n${message}`);
	console.log(`\nÉcrit :\n${prete.sorties.map((s) => `  ${s.chemin}`).join('\n')}`);
	console.log(`\nÀ faire : relire ${cheminDeVersion(prete.id)}, puis « npm run dev » et ouvrir /titres/${prete.id}/.`);
};

const importerTexte = async (chemin: string, options: Options, progres: Progres): Promise<number> => {
	const lu = await lireTexte(chemin, lireFichier(chemin), progres);
	const { lecture } = lu;
	const seconde =
		options.avec === undefined ? undefined : await lireTexte(options.avec, lireFichier(options.avec), progres);
	if (seconde && !memeTitre(lecture, seconde.lecture))
		throw new Refus(
			`${options.avec} : ce n’est pas le même titre (« ${seconde.lecture.intitule} » et « ${lecture.intitule} »)`,
		);
	const restent = lecture.restes.length > 0 && !options.reste;
	if (options.json) {
		console.log(JSON.stringify(jsonDe(lecture, options.id ?? idDeLecture(lecture) ?? null), null, 2));
		return restent ? 2 : 0;
	}
	const id = identifier(lecture, options.id);
	const prete = preparer(id, lecture, { nom: chemin, octets: lu.octets }, options, seconde);
	console.log(resumer(lecture));
	if (lu.encodage) console.log(`\nLu en ${lu.encodage}.`);
	if (restent) return annoncerRestes(lecture.restes.length);
	ecrireEnsemble(dossierCatalogue(), prete.sorties);
	conclure(prete);
	return 0;
};

const annoncerRestes = (nombre: number): number => {
	console.error(
		`\n${compte(nombre, 'ligne n’est pas rangée', 'lignes ne sont pas rangées')} : rien n’est écrit. Corriger le document, ou --accepter-reste pour les ranger à la main.`,
	);
	return 2;
};

const importerRncp = async (chemin: string, options: Options, progres: Progres): Promise<number> => {
	if (options.avec !== undefined) throw new Refus('--avec : seulement pour une fiche ou une annexe');
	const { retenues, vues, refus } = await lireExport(chemin, options, progres);
	if (options.id !== undefined && retenues.length > 1)
		throw new Refus('--id : une seule fiche à la fois ; ajouter --fiche');
	const restent = options.reste ? 0 : retenues.reduce((n, r) => n + r.lecture.restes.length, 0);
	if (options.json) {
		const fiches = retenues.map((r) => jsonDe(r.lecture, options.id ?? idDeLecture(r.lecture) ?? null));
		console.log(JSON.stringify(fiches.length === 1 ? fiches[0] : fiches, null, 2));
	} else if (restent > 0) {
		for (const { lecture } of retenues) console.log(`${resumer(lecture)}\n`);
		annoncerRestes(restent);
	} else ecrireFiches(retenues, vues, options);
	for (const motif of refus) console.error(`Refus : ${motif}`);
	return refus.length > 0 ? 1 : restent > 0 ? 2 : 0;
};

const ecrireFiches = (
	retenues: readonly FicheRetenue[],
	vues: Awaited<ReturnType<typeof lireExport>>['vues'],
	options: Options,
): void => {
	const dossier = dossierCatalogue();
	const index = versionsParRncp();
	const ids = new Set<string>();
	const pretes = retenues.map(({ lecture, xml }) => {
		const id = identifier(lecture, options.id);
		if (ids.has(id)) throw new Refus(`deux fiches donnent l’identifiant ${id} : les importer une à une, avec --id`);
		ids.add(id);
		const octets = new TextEncoder().encode(extraitXml(xml));
		const prete = preparer(
			id,
			lecture,
			{ nom: `${lecture.numero}.xml`, octets, document: `${lecture.numero}.xml` },
			options,
		);
		if (lecture.laisses.length > 0) prete.messages.push(`Laissé dans le XML : ${lecture.laisses.join(', ')}.`);
		index.set(lecture.numero, { id, blocs: idsDesBlocs(lecture.blocs).map((bloc) => ({ id: bloc })) });
		return { lecture, prete, id };
	});
	const lignees = pretes.map(({ lecture, prete, id }) => {
		const liens = liensDe(lecture, id, aujourdhui(), {
			auCatalogue: (numero) => index.get(numero),
			vue: (numero) => vues.get(numero),
		});
		prete.messages.push(...liens.messages.map((m) => `Lien : ${m}.`));
		for (const c of liens.correspondances) {
			const chemin = join(dossier, 'correspondances', `${c.de}--${c.vers}.yaml`);
			if (existsSync(chemin) && !options.force) prete.messages.push(`${chemin} existe ; à y ajouter :\n${yaml(c)}`);
			else prete.sorties.push({ chemin, contenu: yaml(c) });
		}
		return liens.lignee;
	});
	const tenues = idsDesLignees();
	for (const lignee of reunirLignees(lignees)) {
		const prete = pretes.find((p) => lignee.versions.some((v) => v.id === p.id))?.prete;
		// A lignée is written by hand as it grows: one that has any of these versions is never touched.
		const connues = lignee.versions.filter((v) => tenues.has(v.id)).map((v) => v.id);
		const chemin = join(dossier, 'lignees', `${sigleDeId(prete?.id ?? '').toLowerCase()}.yaml`);
		if (connues.length === 0 && !existsSync(chemin)) prete?.sorties.push({ chemin, contenu: yaml(lignee) });
		else if (lignee.successions.length > 0 || connues.length < lignee.versions.length)
			prete?.messages.push(
				`Une lignée du catalogue a déjà ${connues.join(', ') || chemin} ; à y ajouter :\n${yaml(lignee)}`,
			);
	}
	ecrireEnsemble(
		dossier,
		pretes.flatMap((p) => p.prete.sorties),
	);
	for (const { lecture, prete } of pretes) {
		console.log(`${resumer(lecture)}`);
		conclure(prete);
		console.log('');
	}
};

const lireOptions = (): { documents: string[]; options: Options; aide: boolean } => {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				id: { type: 'string' },
				avec: { type: 'string' },
				json: { type: 'boolean', default: false },
				'accepter-reste': { type: 'boolean', default: false },
				force: { type: 'boolean', default: false },
				fiche: { type: 'string' },
				type: { type: 'string' },
				reproduction: { type: 'string' },
				aide: { type: 'boolean', default: false },
			},
		});
		const fiches = (values.fiche ?? '')
			.split(',')
			.map((n) => n.trim().toUpperCase())
			.filter(Boolean);
		const options: Options = {
			id: values.id,
			avec: values.avec === undefined ? undefined : depuisLAppel(values.avec),
			json: values.json,
			reste: values['accepter-reste'],
			force: values.force,
			fiches: new Set(fiches),
			type: values.type?.toUpperCase(),
			reproduction: values.reproduction,
		};
		return { documents: positionals, options, aide: values.aide };
	} catch (erreur) {
		throw new Refus(`option inconnue ou mal écrite (${(erreur as Error).message.split('\n')[0]}) ; --aide les donne`);
	}
};

const principal = async (): Promise<number> => {
	const { documents, options, aide } = lireOptions();
	if (aide) {
		console.log(AIDE);
		return 0;
	}
	const [donne] = documents;
	if (documents.length === 0 || documents.length > 2 || donne === undefined)
		throw new Refus('un document est attendu : npm run importer -- <document> [--id <version>] ; --aide dit le reste');
	const { reproduction } = options;
	if (reproduction !== undefined && reproduction !== 'extraits' && reproduction !== 'integrale')
		throw new Refus(`--reproduction ${reproduction} : « extraits » ou « integrale »`);
	if (options.id !== undefined && !idVersion.safeParse(options.id).success)
		throw new Refus(`--id ${options.id} : identifiant attendu sous la forme sigle-année, comme tsgri-2003`);
	const acheves = reprendre(dossierCatalogue());
	// `--json` prints nothing else on its output.
	if (acheves.length > 0) console.error(`Un import précédent, interrompu, est achevé : ${acheves.join(', ')}.\n`);
	const chemin = depuisLAppel(donne);
	const progres = progresseur();
	const tete = lireTete(chemin);
	const chemins = documents.map(depuisLAppel);
	const pdf = chemins.filter((c) => estPdf(lireTete(c)));
	if (pdf.length === chemins.length) {
		// pdf.js is long to load, and most documents are text.
		const { estReferentiel, importerReferentiel } = await import('./importer/referentiel.ts');
		const genres = await Promise.all(pdf.map(async (c) => estReferentiel(lireFichier(c))));
		if (genres.every(Boolean))
			return importerReferentiel(
				chemins,
				{ ...options, reproduction: reproduction ?? 'extraits' },
				progres,
				aujourdhui(),
			);
		if (genres.some(Boolean))
			throw new Refus(
				`${chemins[genres.indexOf(false)]} : ni REAC, ni RE, ni RC ; deux documents se lisent ensemble quand ils sont le REAC et le RE d’une version`,
			);
	}
	if (chemins.length > 1)
		throw new Refus(
			'deux documents se lisent ensemble quand ce sont le REAC et le RE d’une version ; pour deux transcriptions d’un même document : --avec',
		);
	if (reproduction !== undefined) throw new Refus('--reproduction : seulement pour un REAC, un RE ou un RC');
	if (commence(tete, /^\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|FICHES|!DOCTYPE(?! html))/iu))
		return importerRncp(chemin, options, progres);
	if (options.fiches.size > 0 || options.type !== undefined)
		throw new Refus('--fiche et --type : seulement pour un export XML du RNCP');
	return importerTexte(chemin, options, progres);
};

try {
	process.exitCode = await principal();
} catch (erreur) {
	if (!(erreur instanceof Refus)) throw erreur;
	console.error(`Refus : ${erreur.message}`);
	process.exitCode = 1;
}
