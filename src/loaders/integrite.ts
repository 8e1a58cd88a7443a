import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { avertissements, type Faute, fautes } from '../domaine/comparaison/integrite.ts';
import type { Referentiel } from '../domaine/referentiel.ts';
import { replier } from '../domaine/texte/normaliser.ts';
import { numeroter } from '../domaine/version.ts';
import type { Correspondance } from '../schemas/correspondance.ts';
import type { Lexique } from '../schemas/lexique.ts';
import type { Fiche, FicheTitre, Lecture, Page } from './catalogue.ts';
import { reprocheDocument } from './document.ts';
import { etatDe } from './fichier.ts';
import type { Probleme } from './probleme.ts';

/**
 * Checks what no file can check alone: ids, sources, sentences, successions, correspondences, links.
 * @returns problems, which stop the build, and warnings, which do not
 */
export function verifier(lecture: Lecture): { problemes: Probleme[]; avertissements: string[] } {
	const referentiels = referentielsDe(lecture);
	const lues = lecture.correspondances.map((fiche) => correspondance(fiche, referentiels, lecture.lexique));
	return {
		problemes: [
			...lecture.titres.flatMap((fiche) => titre(fiche, lecture.dossier)),
			...lecture.lignees.flatMap((fiche) => sourcesCitees(fiche, fiche.data.sources)),
			...membres(lecture),
			...successions(lecture),
			...lues.flatMap(({ problemes }) => problemes),
			...termes(lecture),
			...liens(lecture),
		],
		avertissements: [
			...avertirSite(lecture),
			...avertirLignees(lecture),
			...lues.flatMap(({ avertissements }) => avertissements),
		],
	};
}

/** What a fiche says alone, with its documents. */
function titre(fiche: FicheTitre, dossier: string): Probleme[] {
	const etat = Object.values(fiche.data.sources)
		.map(({ document }) => document && etatDe(join(dossier, 'sources', document)))
		.join();
	return garderPour(fiche, [etat], () => {
		const textes = textesDes(fiche, dossier);
		return [
			...sourcesCitees(fiche, fiche.data.sources),
			...documents(fiche, dossier),
			...intitules(fiche),
			...phrases(fiche, textes),
			...attributions(fiche, textes),
		];
	});
}

const DEJA = new WeakMap<object, { depuis: readonly unknown[]; lu: unknown }>();

/** What was found of a file, as long as what it was found from is the same: one edit does not check all files again. */
function garderPour<T>(fiche: object, depuis: readonly unknown[], faire: () => T): T {
	const deja = DEJA.get(fiche);
	if (deja?.depuis.every((d, i) => d === depuis[i])) return deja.lu as T;
	const lu = faire();
	DEJA.set(fiche, { depuis, lu });
	return lu;
}

/** Every `source:` anywhere in the file names a key of its `sources`. */
function sourcesCitees({ fichier, data, ligne }: Fiche<object>, sources: object): Probleme[] {
	const problemes: Probleme[] = [];
	const connues = Object.keys(sources);
	const parcourir = (valeur: unknown, chemin: PropertyKey[]) => {
		if (Array.isArray(valeur)) for (const [i, v] of valeur.entries()) parcourir(v, [...chemin, i]);
		else if (valeur && typeof valeur === 'object')
			for (const [cle, v] of Object.entries(valeur)) {
				if (cle === 'source') citer(v as string | string[], [...chemin, cle]);
				else if (cle !== 'sources') parcourir(v, [...chemin, cle]);
			}
	};
	const citer = (source: string | string[], chemin: PropertyKey[]) => {
		for (const cle of [source].flat())
			if (!connues.includes(cle))
				problemes.push({
					fichier,
					ligne: ligne(chemin),
					champ: chemin.join('.'),
					message: `source « ${cle} » inconnue ; la déclarer sous « sources » ou citer l’une de : ${connues.join(', ') || '(aucune)'}`,
				});
	};
	parcourir(data, []);
	return problemes;
}

function documents({ fichier, data, ligne }: FicheTitre, dossier: string): Probleme[] {
	return Object.entries(data.sources).flatMap(([cle, { document }]) => {
		const message = document && reprocheDocument(join(dossier, 'sources', document), document);
		if (!message) return [];
		const chemin = ['sources', cle, 'document'];
		return [{ fichier, ligne: ligne(chemin), champ: chemin.join('.'), message }];
	});
}

/** An ordinary spelling may differ from the official one by capitals, accents and apostrophes, and by nothing else. */
function intitules({ fichier, data, ligne }: FicheTitre): Probleme[] {
	const comparer = (officiel: string, usuel: string | undefined, chemin: PropertyKey[]): Probleme[] =>
		usuel === undefined || replier(usuel) === replier(officiel)
			? []
			: [
					{
						fichier,
						ligne: ligne(chemin),
						champ: chemin.join('.'),
						message: `« ${usuel} » n’a pas les mots de l’intitulé officiel « ${officiel} » ; ne changer que capitales, accents et apostrophes`,
					},
				];
	return [
		...comparer(data.intitule, data.usuel, ['usuel']),
		...data.blocs.flatMap((bloc, i) => comparer(bloc.intitule, bloc.usuel, ['blocs', i, 'usuel'])),
	];
}

const espacer = (texte: string): string => texte.replace(/\s+/g, ' ').trim();

/** The sentence of each rule stands in the body and, where the source is a text, in the source itself. */
function phrases({ fichier, data, ligne, prose }: FicheTitre, textes: Textes): Probleme[] {
	const corps = espacer(
		[...prose.avant, ...prose.apres, ...(prose.notes ? [prose.notes] : [])].flatMap((s) => s.paragraphes).join(' '),
	);
	return Object.entries(data.regles).flatMap(([cle, regle]) => {
		const phrase = espacer(regle.phrase);
		const manque = !corps.includes(phrase)
			? 'le corps de la fiche'
			: [regle.source].flat().find((s) => {
					const texte = textes.get(s);
					return texte !== undefined && !texte.includes(phrase);
				});
		if (!manque) return [];
		const chemin = ['regles', cle, 'phrase'];
		return [
			{
				fichier,
				ligne: ligne(chemin),
				champ: chemin.join('.'),
				message: `cette phrase ne se trouve pas dans ${manque === 'le corps de la fiche' ? manque : `la source « ${manque} »`} ; la recopier mot pour mot`,
			},
		];
	});
}

/** Texts of a fiche's documents, by the key of their source; none for a document that is not text. */
type Textes = ReadonlyMap<string, string>;

const textesDes = ({ data }: FicheTitre, dossier: string): Textes =>
	new Map(
		Object.entries(data.sources).flatMap(([cle, { document }]) => {
			const texte = texteSource(dossier, document, data.reparations);
			return texte === undefined ? [] : [[cle, texte]];
		}),
	);

/** Text of a source document with the listed mends made; nothing for a document that is not text. */
function texteSource(
	dossier: string,
	document: string | undefined,
	reparations: FicheTitre['data']['reparations'],
): string | undefined {
	if (!document || !/\.(txt|md)$/.test(document) || !existsSync(join(dossier, 'sources', document))) return undefined;
	// Emphasis of a Markdown transcription is not part of its wording.
	const brut = espacer(readFileSync(join(dossier, 'sources', document), 'utf8').replaceAll('**', ''));
	return reparations.reduce((texte, { avant, apres }) => texte.replaceAll(espacer(avant), espacer(apres)), brut);
}

/** What is attributed to one source stands in it. */
function attributions({ fichier, data, ligne }: FicheTitre, textes: Textes): Probleme[] {
	return data.attributions.flatMap(({ texte, source }, i) => {
		const document = textes.get(source);
		if (document === undefined || replier(document).includes(replier(texte))) return [];
		return [
			{
				fichier,
				ligne: ligne(['attributions', i, 'texte']),
				champ: `attributions.${i}.texte`,
				message: `ce passage ne se trouve pas dans la source « ${source} » ; le recopier mot pour mot`,
			},
		];
	});
}

/** Each version stands once: held or only known, in one lineage at most. */
function membres({ ids, lignees }: Lecture): Probleme[] {
	const detenues = new Set(ids);
	const vues = new Map<string, string>();
	return lignees.flatMap(({ fichier, data, ligne }) =>
		data.versions.flatMap((membre, i): Probleme[] => {
			const lieu = { fichier, ligne: ligne(['versions', i, 'id']), champ: `versions.${i}.id` };
			const deja = vues.get(membre.id);
			vues.set(membre.id, fichier);
			if (deja)
				return [
					{
						...lieu,
						message: `« ${membre.id} » est déjà dans ${deja} ; une version est d’une seule lignée, une seule fois`,
					},
				];
			if ('sigle' in membre && detenues.has(membre.id))
				return [
					{
						...lieu,
						message: `« ${membre.id} » est en double : ses faits sont déjà dans titres/${membre.id}.md ; ne garder ici que son id`,
					},
				];
			if (!('sigle' in membre) && !detenues.has(membre.id))
				return [
					{
						...lieu,
						message: `version « ${membre.id} » inconnue ; ajouter titres/${membre.id}.md ou donner ici ses faits`,
					},
				];
			return [];
		}),
	);
}

/** Edges join versions of the file, forward only: a version cannot succeed to itself, even through others. */
function successions({ lignees }: Lecture): Probleme[] {
	return lignees.flatMap(({ fichier, data, ligne }) => {
		const ids = new Set(data.versions.map(({ id }) => id));
		const problemes: Probleme[] = [];
		const suites = new Map<string, string[]>();
		const atteint = (de: string, cible: string): boolean =>
			de === cible || (suites.get(de) ?? []).some((suivante) => atteint(suivante, cible));
		data.successions.forEach(({ de, vers, source, nature }, i) => {
			for (const [champ, id] of [
				['de', de],
				['vers', vers],
			] as const)
				if (!ids.has(id))
					problemes.push({
						fichier,
						ligne: ligne(['successions', i, champ]),
						champ: `successions.${i}.${champ}`,
						message: `version « ${id} » inconnue dans cette lignée ; l’ajouter sous « versions » ou corriger l’id`,
					});
			if (atteint(vers, de))
				problemes.push({
					fichier,
					ligne: ligne(['successions', i]),
					champ: `successions.${i}`,
					message: `« ${de} » se succéderait à elle-même ; retirer une succession de cette boucle`,
				});
			else suites.set(de, [...(suites.get(de) ?? []), vers]);
			if (nature === 'officielle' && source && [source].flat().every((c) => data.sources[c]?.nature === 'secondaire'))
				problemes.push({
					fichier,
					ligne: ligne(['successions', i, 'nature']),
					champ: `successions.${i}.nature`,
					message:
						'une source secondaire ne fait pas une succession officielle ; écrire « secondaire » ou citer un texte',
				});
		});
		return problemes;
	});
}

/** Name of the file, then everything that the domain refuses in a correspondence, with the line of each value. */
function correspondance(
	fiche: Fiche<Correspondance>,
	referentiels: ReadonlyMap<string, Referentiel>,
	lexique: Lexique,
): { problemes: Probleme[]; avertissements: string[] } {
	const { fichier, id, data, ligne } = fiche;
	const [de, vers] = [referentiels.get(data.de), referentiels.get(data.vers)];
	return garderPour(fiche, [JSON.stringify([de, vers]), lexique], () => {
		const attendu = `${data.de}--${data.vers}`;
		const message = `nom de fichier inattendu ; le renommer « ${attendu}.yaml » ou corriger « de » et « vers »`;
		return {
			problemes: [
				...(id === attendu ? [] : [{ fichier, message }]),
				...fautes(data, de, vers).map((faute) => situer(faute, fichier, ligne)),
			],
			avertissements: de && vers ? avertir(fichier, avertissements(data, de, vers, lexique)) : [],
		};
	});
}

const avertir = (fichier: string, fautes: readonly Faute[]): string[] =>
	fautes.map(({ champ, message }) => `${fichier} — ${champ} : ${message}`);

const situer = ({ chemin, champ, message }: Faute, fichier: string, ligne: Fiche<object>['ligne']): Probleme => ({
	fichier,
	ligne: ligne(chemin),
	champ,
	message,
});

/** Blocs of each version, held or only known, whose file is not refused. */
function referentielsDe({ titres, lignees }: Lecture): ReadonlyMap<string, Referentiel> {
	const connues = lignees.flatMap(({ data }) => data.versions.filter((version) => 'sigle' in version));
	return new Map([
		...connues.map(({ id, sigle, blocs }) => [id, { id, sigle, blocs: numeroter(id, blocs) }] as const),
		...titres.map(({ id, data: { sigle, blocs } }) => [id, { id, sigle, blocs: numeroter(id, blocs) }] as const),
	]);
}

function termes({ glossaire }: Lecture): Probleme[] {
	if (!glossaire) return [];
	const { fichier, data, ligne } = glossaire;
	const ids = new Set<string>();
	const doubles = data.flatMap(({ id }, i) => {
		const deja = ids.has(id);
		ids.add(id);
		return deja
			? [{ fichier, ligne: ligne([i, 'id']), champ: `${i}.id`, message: `id « ${id} » en double ; en garder un seul` }]
			: [];
	});
	const renvois = data.flatMap(({ voir }, i) =>
		voir
			.map((id, j) => ({ id, j }))
			.filter(({ id }) => !ids.has(id))
			.map(({ id, j }) => ({
				fichier,
				ligne: ligne([i, 'voir', j]),
				champ: `${i}.voir.${j}`,
				message: `terme « ${id} » inconnu ; corriger le renvoi ou ajouter le terme`,
			})),
	);
	return [...doubles, ...renvois];
}

/** Pages that no content file makes. */
const FIXES = [
	'', 'titres', 'lignees', 'comparer', 'mes-ccp', 'me-situer', 'recherche', 'competences', 'guides', 'glossaire',
	'donnees', 'a-propos', 'accessibilite', 'mentions-legales', 'plan-du-site',
]; // biome-ignore format: a list to read

/** Links of our own prose to pages of the site lead to a page that there will be. */
function liens(lecture: Lecture): Probleme[] {
	const pages = new Set(FIXES.map((p) => (p ? `/${p}/` : '/')));
	const detenues = new Set(lecture.ids);
	for (const id of lecture.ids) pages.add(`/titres/${id}/`).add(`/titres/${id}/document/`);
	for (const { id, data } of lecture.titres) {
		for (const bloc of numeroter(id, data.blocs))
			for (const cible of [bloc, ...bloc.competences]) pages.add(`/titres/${cible.id}/`);
	}
	for (const { id, data } of lecture.lignees) {
		pages.add(`/lignees/${id}/`);
		for (const version of data.versions) pages.add(`/titres/${version.id}/`);
		const membresDetenus = data.versions.map((v) => v.id).filter((v) => detenues.has(v));
		for (const de of membresDetenus)
			for (const vers of membresDetenus) if (de !== vers) pages.add(`/comparer/${de}/${vers}/`);
	}
	for (const { data } of lecture.correspondances) pages.add(`/comparer/${data.de}/${data.vers}/`);
	for (const page of lecture.pages) pages.add(`/guides/${page.fichier.replace(/^.*\/|\.\w+$/g, '')}/`);
	const termesConnus = new Set(lecture.glossaire?.data.map(({ id }) => id));
	return lecture.pages.flatMap((page) => liensMorts(page, pages, termesConnus));
}

function liensMorts(
	{ fichier, texte }: Page,
	pages: ReadonlySet<string>,
	termesConnus: ReadonlySet<string>,
): Probleme[] {
	const problemes: Probleme[] = [];
	texte.split('\n').forEach((ligneTexte, i) => {
		for (const [, cible = ''] of ligneTexte.matchAll(/(?:\]\(|href=")(\/[^)\s"]*)/g)) {
			const [chemin = '', ancre] = cible.split('#');
			const sansRequete = chemin.replace(/\?.*$/, '');
			if (/\.[a-z]+$/.test(sansRequete)) continue;
			const existe = pages.has(sansRequete) && !(sansRequete === '/glossaire/' && ancre && !termesConnus.has(ancre));
			if (!existe)
				problemes.push({
					fichier,
					ligne: i + 1,
					champ: 'lien',
					message: `« ${cible} » ne mène à aucune page ; corriger l’adresse`,
				});
		}
	});
	return problemes;
}

function avertirSite({ site }: Lecture): string[] {
	const vides = Object.entries(site).flatMap(([partie, champs]) =>
		Object.entries(champs)
			.filter(([, valeur]) => !valeur)
			.map(([champ]) => `${partie}.${champ}`),
	);
	return vides.length ? [`site.yaml : ${vides.join(', ')} à remplir avant de publier (mentions légales)`] : [];
}

function avertirLignees({ titres, lignees }: Lecture): string[] {
	const placees = new Set(lignees.flatMap(({ data }) => data.versions.map(({ id }) => id)));
	return titres
		.filter(({ id }) => !placees.has(id))
		.map(({ id, fichier }) => `${fichier} : « ${id} » n’est dans aucune lignée ; son statut sera dit inconnu`);
}
