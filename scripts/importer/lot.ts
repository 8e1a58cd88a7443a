import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { dossierCatalogue, lister } from '../../src/catalogue/dossier.ts';
import { compte } from '../../src/domaine/vocabulaire.ts';
import {
	abreger,
	type Changement,
	changementsDe,
	ecartsAvec,
	garderLaMain,
	reprendreConnue,
} from '../../src/importation/changement.ts';
import { fusionner } from '../../src/importation/fusion.ts';
import { jsonDe } from '../../src/importation/json.ts';
import { type CarteDeBlocs, type LigneeALire, type Lot, planifier } from '../../src/importation/lot.ts';
import { Refus } from '../../src/importation/refus.ts';
import { resumer } from '../../src/importation/resume.ts';
import type { LectureRncp } from '../../src/importation/rncp-fiche.ts';
import {
	ecrireVersion,
	type FaitsLus,
	idDeLecture,
	intituleDeSource,
	versionDe,
} from '../../src/importation/version.ts';
import { type Importation, importation } from '../../src/schemas/importation.ts';
import { cheminDeVersion, etatDuCatalogue, lireExistant, lireVersion, verifier, yaml } from './catalogue.ts';
import { ecrireEnsemble, type Sortie } from './ecriture.ts';
import { editer } from './edition.ts';
import { type Forme, jourDExport } from './entree.ts';
import { eprouverTitre } from './epreuve.ts';
import { aujourdhui } from './jour.ts';
import type { Options } from './options.ts';
import type { Progres } from './progres.ts';
import { extraitXml, type FicheRetenue, lireExport, lireExtrait, typeDExtrait } from './rncp.ts';
import { avertir, dire, direJson } from './terminal.ts';

type Issue = 'ajoutee' | 'inchangee' | 'changee' | 'terminee' | 'refusee' | 'tenue';
const MOTS: Record<Issue, string> = {
	ajoutee: 'ajoutée',
	inchangee: 'inchangée',
	changee: 'changée',
	terminee: 'terminée',
	refusee: 'refusée',
	tenue: 'tenue à la main',
};

type Resultat = { fiche: string; issue: Issue; id?: string; detail: string; changements: Changement[] };

type Passe = {
	dossier: string;
	/** Day of the data: of the export, or of the run where the file does not say it. */
	etatAu: string;
	existant: ReturnType<typeof lireExistant>;
	lot: Lot;
	/** The extract of each fiche, to be kept as a source where it is cited. */
	extraits: ReadonlyMap<string, Uint8Array>;
	options: Options;
	sorties: Map<string, Sortie['contenu']>;
	resultats: Resultat[];
	conflits: Importation['conflits'];
};

/** Imports the fiches of an export of the RNCP: one, some, or all those of the ministry's titles. */
export const importerLot = async (
	chemin: string,
	forme: Forme,
	options: Options,
	progres: Progres,
): Promise<number> => {
	if (options.avec !== undefined) throw new Refus('--avec : seulement pour une fiche ou une annexe');
	const enMasse = options.type !== undefined;
	const du = await jourDExport(chemin, forme);
	if (enMasse && !options.json) refuserPlusAncien(du, options);
	const lu = await lireExport(chemin, forme, options, progres);
	if (options.id !== undefined && lu.retenues.length > 1)
		throw new Refus('--id : une seule fiche à la fois ; ajouter --fiche');
	const existant = lireExistant();
	const seule = !enMasse && lu.retenues.length === 1 && lu.refus.length === 0;
	const restent = (f: FicheRetenue) => f.lecture.restes.length > 0 && !options.reste;
	const entieres = lu.retenues.filter((f) => seule || !restent(f));
	const lot = planifier(
		entieres.map((f) => f.lecture),
		lu.vues,
		etatDuCatalogue(existant),
		options.id,
	);
	if (options.json) {
		const fiches = lu.retenues.map(({ lecture }) =>
			jsonDe(
				{ ...lecture, ...sansSigle(lot.sigles.get(lecture.numero)) },
				lot.ids.get(lecture.numero) ?? options.id ?? idDeLecture(lecture) ?? null,
			),
		);
		direJson(fiches.length === 1 ? fiches[0] : fiches);
		for (const r of lu.refus) avertir(`Refus : ${r.fiche} : ${r.motif}`);
		return lu.refus.length > 0 ? 1 : lu.retenues.some(restent) ? 2 : 0;
	}
	const [premiere] = lu.retenues;
	if (seule && premiere && restent(premiere)) {
		dire(resumer(premiere.lecture));
		avertir(
			`\n${compte(premiere.lecture.restes.length, 'ligne n’est pas rangée', 'lignes ne sont pas rangées')} : rien n’est écrit. Corriger le document, ou --accepter-reste pour les ranger à la main.`,
		);
		return 2;
	}
	const passe: Passe = {
		dossier: dossierCatalogue(),
		etatAu: du ?? aujourdhui(),
		existant,
		lot,
		extraits: new Map(entieres.map((f) => [f.lecture.numero, new TextEncoder().encode(extraitXml(f.xml))])),
		options,
		sorties: new Map(),
		resultats: [],
		conflits: lot.conflits.map((c) => ({ fiche: c.fiche, objet: abreger(c.objet) })),
	};
	for (const { fiche, motif } of lu.refus) refuser(passe, fiche, motif);
	for (const f of lu.retenues.filter((r) => !entieres.includes(r)))
		refuser(
			passe,
			f.lecture.numero,
			`${compte(f.lecture.restes.length, 'texte que rien ne range', 'textes que rien ne range')} : « ${abreger(f.lecture.restes[0]?.texte ?? '', 120)} » ; --accepter-reste les écrit à part`,
		);
	for (const fiche of entieres) ecrireFiche(passe, fiche, seule);
	for (const lignee of lot.lignees) ecrireLignee(passe, lignee);
	for (const carte of lot.cartes) ecrireCarte(passe, carte);
	if (options.type !== undefined) signalerParties(passe, options.type, lu.types);
	if (enMasse) await consigner(passe, chemin, du, lu.total);
	ecrireEnsemble(
		passe.dossier,
		[...passe.sorties].map(([place, contenu]) => ({ chemin: place, contenu })),
	);
	raconter(passe, seule ? premiere?.lecture : undefined);
	return passe.resultats.some((r) => r.issue === 'refusee') ? 1 : 0;
};

/** Versions whose fiche left the export, or became a certification of another type: kept, and told, since no day says it. */
const signalerParties = (passe: Passe, type: string, types: ReadonlyMap<string, string>): void => {
	for (const { id, data } of passe.existant.titres) {
		const fiche = /^(RNCP\d+)\.xml$/u.exec(data.sources.rncp?.document ?? '')?.[1];
		const sien = fiche && types.get(fiche);
		if (!fiche || sien === type) continue;
		const reste = `la version ${id} reste telle qu’elle est`;
		if (sien === undefined) passe.conflits.push({ fiche, objet: `cet export n’a plus cette fiche ; ${reste}` });
		else if (typeDExtrait(readFileSync(join(passe.dossier, 'sources', `${fiche}.xml`), 'utf8')) === type)
			passe.conflits.push({ fiche, objet: `cette fiche est de type ${sien}, et non plus ${type} ; ${reste}` });
	}
};

const JOURNAUX = 'importations';

/** Exports follow each other: an older one would take back what a newer one said. */
const refuserPlusAncien = (du: string | undefined, options: Options): void => {
	if (du === undefined || options.force) return;
	for (const { nom, data } of lireJournaux())
		if (data.export.du !== undefined && data.export.du > du)
			throw new Refus(
				`cet export est du ${du}, le catalogue a déjà lu celui du ${data.export.du} (${JOURNAUX}/${nom}) ; --force l’importe quand même`,
			);
};

/** Logs of earlier runs; one that cannot be read says nothing here, and the build says what is wrong in it. */
const lireJournaux = (): { nom: string; data: Importation }[] =>
	lister(join(dossierCatalogue(), JOURNAUX), '.yaml').flatMap((nom) => {
		try {
			const lu = importation.safeParse(parse(readFileSync(join(dossierCatalogue(), JOURNAUX, nom), 'utf8')));
			return lu.success ? [{ nom, data: lu.data }] : [];
		} catch {
			return [];
		}
	});

const refuser = (passe: Passe, fiche: string, motif: string): void => {
	passe.resultats.push({ fiche, issue: 'refusee', detail: motif, changements: [] });
	passe.lot.ids.delete(fiche);
};

/** Whether a version was made of its fiche alone: then a newer one is written over it, what was added by hand kept. */
const faiteDe = (faits: FaitsLus, numero: string): boolean =>
	faits.sources.rncp?.document === `${numero}.xml` &&
	Object.values(faits.sources).every((s) => !s.document || s.document === `${numero}.xml`);

const ecrireFiche = (passe: Passe, { lecture }: FicheRetenue, seule: boolean): void => {
	const { numero } = lecture;
	const refusee = passe.lot.refus.get(numero);
	const id = passe.lot.ids.get(numero);
	if (refusee !== undefined || id === undefined) {
		refuser(passe, numero, refusee ?? 'aucun identifiant');
		return;
	}
	const enConflit = (objets: readonly string[]) =>
		passe.conflits.push(...objets.map((objet) => ({ fiche: numero, objet: abreger(`${id}, ${objet}`) })));
	const document = `${numero}.xml`;
	const source = join(passe.dossier, 'sources', document);
	const extrait = passe.extraits.get(numero) ?? new Uint8Array();
	try {
		const tenue = lireVersion(id);
		const memeSource = existsSync(source) && Buffer.from(extrait).equals(readFileSync(source));
		const ecrite = versionDe(
			{ ...lecture, ...sansSigle(passe.lot.sigles.get(numero)) },
			{
				id,
				ajouteeLe: aujourdhui(),
				sources: [{ cle: 'rncp', intitule: intituleDeSource(lecture), document }],
				avecRestes: passe.options.reste,
			},
		);
		if (tenue && !faiteDe(tenue.faits, numero) && !(seule && passe.options.force)) {
			enConflit(ecartsAvec(tenue.faits, ecrite.faits));
			passe.resultats.push({
				fiche: numero,
				issue: 'tenue',
				id,
				detail: 'le catalogue en tient le texte d’un autre document, qui reste',
				changements: [],
			});
			return;
		}
		let faits = ecrite.faits;
		if (tenue) {
			faits = fusionner(tenue.faits, ecrite.faits).faits;
			// What the fiche said when the version was written tells what was changed by hand since.
			const avant = memeSource || !existsSync(source) ? undefined : lireExtrait(readFileSync(source, 'utf8'));
			if (avant) {
				const base = versionDe(avant, {
					id,
					ajouteeLe: aujourdhui(),
					sources: [{ cle: 'rncp', intitule: '', document }],
					avecRestes: true,
				});
				const main = garderLaMain(base.faits, tenue.faits, faits);
				faits = main.faits;
				enConflit(main.conflits);
			}
		} else {
			const connue = connueDe(passe, id, numero);
			if (connue) {
				const { faits: repris, conflits } = reprendreConnue(connue.version, connue.sources, faits);
				faits = repris;
				enConflit(conflits);
			}
		}
		const changements = tenue
			? memeSource
				? []
				: changementsDe(tenue, { faits, corps: ecrite.corps })
			: [{ sorte: 'ajoutee' as const, objet: `${lecture.intitule} (${numero}) entre au catalogue.` }];
		if (tenue && changements.length > 0)
			faits = {
				...faits,
				changements: [
					...(tenue.faits.changements ?? []),
					...changements.map((c) => ({
						le: passe.etatAu,
						objet: `Au RNCP, ${c.objet.charAt(0).toLowerCase()}${c.objet.slice(1)}`,
					})),
				],
			};
		verifier(id, faits, ecrite.corps);
		if (changements.length > 0)
			eprouverTitre(passe.dossier, id, [
				...documentsDe(passe.dossier, faits).map((chemin) => ({ chemin, contenu: readFileSync(chemin) })),
				{ chemin: source, contenu: extrait },
				{ chemin: cheminDeVersion(id), contenu: ecrireVersion({ faits, corps: ecrite.corps }) },
			]);
		if (!memeSource) passe.sorties.set(source, extrait);
		if (changements.length > 0) passe.sorties.set(cheminDeVersion(id), ecrireVersion({ faits, corps: ecrite.corps }));
		const competences = lecture.blocs.reduce((n, b) => n + b.competences.length, 0);
		const issue: Issue = !tenue
			? 'ajoutee'
			: changements.some((c) => c.sorte === 'terminee')
				? 'terminee'
				: changements.length > 0
					? 'changee'
					: 'inchangee';
		const doutes = lecture.doutes.length > 0 ? `, ${compte(lecture.doutes.length, 'doute', 'doutes')}` : '';
		passe.resultats.push({
			fiche: numero,
			issue,
			id,
			detail: `${lecture.intitule} : ${compte(lecture.blocs.length, 'bloc', 'blocs')}, ${compte(competences, 'compétence', 'compétences')}${doutes}`,
			changements,
		});
	} catch (erreur) {
		if (!(erreur instanceof Refus)) throw erreur;
		refuser(passe, numero, erreur.message);
	}
};

/** Documents that a version cites and that the catalogue has. */
const documentsDe = (dossier: string, { sources }: FaitsLus): string[] =>
	Object.values(sources).flatMap(({ document }) => {
		const chemin = document === undefined ? '' : join(dossier, 'sources', document);
		return chemin && existsSync(chemin) ? [chemin] : [];
	});

/** `versionDe` takes the sigle from the id: only whose it is matters here. */
const sansSigle = (nom: { sigle: string; sigleDeNotreFait?: true } | undefined) =>
	nom && { sigle: nom.sigle, sigleDeNotreFait: nom.sigleDeNotreFait };

/** The facts that a lineage holds by hand of a version that was only known. */
const connueDe = (passe: Passe, id: string, numero: string) => {
	for (const { data } of passe.existant.lignees)
		for (const version of data.versions)
			if ('sigle' in version && version.id === id) {
				const lectures = passe.existant.correspondances.filter(
					(c) =>
						(c.data.de === id || c.data.vers === id) &&
						Object.keys(c.data).some((k) => k === 'competences' || k === 'parentes'),
				);
				if (lectures.length > 0 && !passe.options.force)
					throw new Refus(
						`${id} est lue à la main dans ${lectures.map((c) => c.fichier).join(', ')} ; l’importer seule (--fiche ${numero} --force), puis relire ces fichiers`,
					);
				return { version, sources: data.sources };
			}
	return undefined;
};

/** A YAML file of the catalogue, to be added to. */
const ouvrir = (passe: Passe, chemin: string) => {
	const deja = passe.sorties.get(chemin);
	return editer(typeof deja === 'string' ? deja : readFileSync(chemin, 'utf8'));
};

const sourceDeFiche = (numero: string) => ({
	intitule: `RNCP, fiche ${numero}, données ouvertes de France compétences`,
	nature: 'publique' as const,
	document: `${numero}.xml`,
});
const cleDe = (numero: string): string => numero.toLowerCase();

const ecrireLignee = (passe: Passe, lignee: LigneeALire): void => {
	const gardees = new Set(passe.lot.ids.values());
	const tenues = lignee.tenues.filter((id) => gardees.has(id));
	const refusees = new Set(passe.resultats.filter((r) => r.issue === 'refusee').map((r) => r.fiche));
	const successions = lignee.successions.filter((s) => !refusees.has(s.fiche));
	if (tenues.length === 0) return;
	const cites = new Set(successions.flatMap((s) => [s.de, s.vers]));
	const nommees = lignee.nommees.filter((n) => cites.has(n.id));
	// An edge to a version whose fiche was refused has one end: it waits for that fiche.
	const presentes = new Set([...tenues, ...nommees.map((n) => n.id), ...versionsDe(passe, lignee.fichier)]);
	const entieres = successions.filter((s) => presentes.has(s.de) && presentes.has(s.vers));
	for (const s of successions.filter((x) => !entieres.includes(x)))
		passe.conflits.push({
			fiche: s.fiche,
			objet: `${s.nouveau} remplace ${s.ancien}, dont la fiche est refusée : succession non écrite`,
		});
	const arcs = entieres.map((s) => ({
		de: s.de,
		vers: s.vers,
		nature: 'officielle' as const,
		source: cleDe(s.fiche),
		motif: `La fiche ${s.fiche} du RNCP déclare que ${s.nouveau} remplace ${s.ancien}.`,
	}));
	const nommer = (n: (typeof nommees)[number]) => {
		const fiche = entieres.find((s) => s.de === n.id || s.vers === n.id)?.fiche ?? '';
		const source = cleDe(fiche);
		return {
			id: n.id,
			sigle: n.sigle,
			sigleDeNotreFait: true as const,
			intitule: n.intitule,
			codes: [{ type: 'RNCP' as const, valeur: n.numero, source }],
			...(n.debut && { debut: { valeur: n.debut, source, note: 'date d’effet ou de décision au RNCP' } }),
			...(n.fin && { fin: { valeur: n.fin.date, source, note: n.fin.note } }),
		};
	};
	const sources = Object.fromEntries(
		[...new Set(entieres.map((s) => s.fiche))].map((fiche) => [cleDe(fiche), sourceDeFiche(fiche)]),
	);
	for (const fiche of new Set(entieres.map((s) => s.fiche))) garderSource(passe, fiche);
	const chemin = join(passe.dossier, 'lignees', `${lignee.fichier}.yaml`);
	if (lignee.neuve) {
		passe.sorties.set(
			chemin,
			yaml({
				titre: abreger(lignee.intitule, 200),
				etatAu: passe.etatAu,
				...(Object.keys(sources).length > 0 && { sources }),
				versions: [...tenues.map((id) => ({ id })), ...nommees.map(nommer)],
				...(arcs.length > 0 && { successions: arcs }),
			}),
		);
		return;
	}
	const edition = ouvrir(passe, chemin);
	const ids = new Set(versionsDe(passe, lignee.fichier));
	const existante = passe.existant.lignees.find((l) => l.id === lignee.fichier);
	const deja = edition.texte();
	for (const { de, vers } of lignee.remplacees.filter((r) => gardees.has(r.vers))) {
		edition.renommer('versions', ['id'], de, vers);
		edition.renommer('successions', ['de', 'vers'], de, vers);
	}
	// The facts of a version that is now held stand in its own file.
	for (const id of tenues) if (ids.has(id) && passe.sorties.has(cheminDeVersion(id))) edition.reduire(id);
	const neuves = [...tenues.filter((id) => !ids.has(id)).map((id) => ({ id })), ...nommees.map(nommer)];
	if (neuves.length > 0) edition.ajouter('versions', neuves);
	const sourcesNeuves = Object.fromEntries(
		Object.entries(sources).filter(([cle]) => !(cle in (existante?.data.sources ?? {}))),
	);
	if (Object.keys(sourcesNeuves).length > 0) edition.ajouter('sources', sourcesNeuves);
	if (arcs.length > 0) edition.ajouter('successions', arcs);
	const changees = tenues.some((id) => passe.sorties.has(cheminDeVersion(id)));
	if (edition.texte() === deja && !changees) return;
	const duRncp = Object.values(existante?.data.sources ?? {}).every((s) => /^RNCP\d+\.xml$/u.test(s.document ?? ''));
	// Facts gathered by hand keep their day; where all come from the RNCP, they are of the export's.
	if (duRncp && (existante?.data.etatAu ?? '') < passe.etatAu) edition.poser('etatAu', passe.etatAu);
	if (edition.texte() !== deja) passe.sorties.set(chemin, edition.texte());
};

const versionsDe = (passe: Passe, fichier: string): string[] => {
	const remplacees = new Map(passe.lot.lignees.flatMap((l) => l.remplacees.map((r) => [r.de, r.vers] as const)));
	const existante = passe.existant.lignees.find((l) => l.id === fichier);
	return (existante?.data.versions ?? []).map((v) => remplacees.get(v.id) ?? v.id);
};

/** A source that is cited stands in `sources/`, be its version held by hand. */
const garderSource = (passe: Passe, numero: string): void => {
	const chemin = join(passe.dossier, 'sources', `${numero}.xml`);
	const extrait = passe.extraits.get(numero);
	if (extrait && !existsSync(chemin)) passe.sorties.set(chemin, extrait);
};

const ecrireCarte = (passe: Passe, carte: CarteDeBlocs): void => {
	const presentes = new Set([...passe.lot.ids.values(), ...etatDuCatalogue(passe.existant).versions.map((v) => v.id)]);
	if (!presentes.has(carte.de) || !presentes.has(carte.vers)) return;
	const chemin = join(passe.dossier, 'correspondances', `${carte.de}--${carte.vers}.yaml`);
	const blocs = {
		source: sourceDeFiche(carte.fiche),
		article: `CORRESPONDANCES de la fiche ${carte.fiche}`,
		liens: carte.liens,
	};
	garderSource(passe, carte.fiche);
	if (!existsSync(chemin) && !passe.sorties.has(chemin)) {
		passe.sorties.set(chemin, yaml({ de: carte.de, vers: carte.vers, blocs }));
		return;
	}
	const edition = ouvrir(passe, chemin);
	const tenue = parse(edition.texte()) as { blocs?: { liens?: unknown } };
	if (!tenue.blocs) {
		edition.ajouter('blocs', blocs);
		passe.sorties.set(chemin, edition.texte());
		return;
	}
	const deja = tenue.blocs.liens;
	if (JSON.stringify(deja) !== JSON.stringify(carte.liens))
		passe.conflits.push({
			fiche: carte.fiche,
			objet: `${chemin} tient une autre carte des blocs que CORRESPONDANCES de la fiche : la sienne reste`,
		});
};

const sommeDe = async (chemin: string): Promise<string> => {
	const somme = createHash('sha256');
	for await (const morceau of createReadStream(chemin)) somme.update(morceau as Buffer);
	return somme.digest('hex');
};

const compter = (resultats: readonly Resultat[]): Importation['compte'] => {
	const n = (...issues: Issue[]) => resultats.filter((r) => issues.includes(r.issue)).length;
	return {
		ajoutees: n('ajoutee'),
		inchangees: n('inchangee', 'tenue'),
		changees: n('changee'),
		terminees: n('terminee'),
		refusees: n('refusee'),
	};
};

/** The log of the run, beside what it wrote: none where nothing was written and the last log says the same export. */
const consigner = async (passe: Passe, chemin: string, du: string | undefined, fiches: number): Promise<void> => {
	const le = aujourdhui();
	const sha256 = await sommeDe(chemin);
	const journal: Importation = {
		le,
		export: {
			fichier: abreger(basename(chemin).replace(/[\p{Cc}\p{Cf}]/gu, ''), 300),
			sha256,
			...(du && { du }),
			fiches,
			...(passe.options.type && { type: passe.options.type }),
		},
		compte: compter(passe.resultats),
		versions: passe.resultats.flatMap((r) =>
			r.id
				? r.changements.map((c) => ({ id: r.id as string, fiche: r.fiche, sorte: c.sorte, objet: abreger(c.objet) }))
				: [],
		),
		refus: passe.resultats
			.filter((r) => r.issue === 'refusee')
			.map((r) => ({ fiche: r.fiche, motif: abreger(r.detail.replace(/[\p{Cc}\p{Cf}]/gu, ' ')) })),
		conflits: passe.conflits,
	};
	const lieu = join(passe.dossier, JOURNAUX);
	const deja = lister(lieu, '.yaml').filter((nom) => nom.startsWith(le));
	const memes = lireJournaux().some(({ data }) => data.export.sha256 === sha256);
	if (memes && passe.sorties.size === 0) return;
	const nom = deja.length === 0 ? le : `${le}-${deja.length + 1}`;
	passe.sorties.set(join(lieu, `${nom}.yaml`), yaml(importation.parse(journal)));
};

const raconter = (passe: Passe, seule: LectureRncp | undefined): void => {
	if (seule) {
		dire(resumer({ ...seule, ...sansSigle(passe.lot.sigles.get(seule.numero)) }));
		if (seule.laisses.length > 0) dire(`\nLaissé dans le XML : ${seule.laisses.join(', ')}.`);
		dire('');
	}
	for (const r of passe.resultats.filter((x) => x.issue !== 'refusee')) {
		dire(`${r.fiche.padEnd(10)} ${MOTS[r.issue].padEnd(15)} ${r.id ?? ''}  ${r.detail}`);
		if (r.issue !== 'ajoutee') for (const c of r.changements) dire(`           ${c.objet}`);
	}
	for (const r of passe.resultats.filter((x) => x.issue === 'refusee'))
		avertir(`${seule ? 'Refus : ' : ''}${r.fiche.padEnd(10)} ${MOTS.refusee.padEnd(15)} ${r.detail}`);
	if (passe.conflits.length > 0)
		dire(`\nÀ trancher, rien n’en est écrit :\n${passe.conflits.map((c) => `  ${c.fiche} : ${c.objet}`).join('\n')}`);
	const c = compter(passe.resultats);
	const tenues = passe.resultats.filter((r) => r.issue === 'tenue').length;
	dire(
		`\n${compte(passe.resultats.length, 'fiche', 'fiches')} : ${compte(c.ajoutees, 'ajoutée', 'ajoutées')}, ${compte(c.inchangees, 'inchangée', 'inchangées')}${tenues > 0 ? ` (dont ${tenues} tenues à la main)` : ''}, ${compte(c.changees, 'changée', 'changées')}, ${compte(c.terminees, 'terminée', 'terminées')}, ${compte(c.refusees, 'refusée', 'refusées')}.`,
	);
	dire(
		passe.sorties.size === 0
			? 'Rien n’est écrit : tout est déjà au catalogue.'
			: `${compte(passe.sorties.size, 'fichier écrit', 'fichiers écrits')} dans ${passe.dossier}${passe.sorties.size <= 12 ? ` :\n${[...passe.sorties.keys()].map((s) => `  ${s}`).join('\n')}` : '.'}`,
	);
};
