import type { TypeBloc } from '../../schemas/bloc.ts';
import type { Epreuve } from '../../schemas/epreuve.ts';
import type { Evolution } from '../../schemas/evolution.ts';
import type { FicheCompetence } from '../../schemas/fiche-competence.ts';
import { niveau } from '../../schemas/version.ts';
import { lireJour, lireRome } from '../champ.ts';
import { echapper, MARQUE_BLOCS } from '../markdown.ts';
import { Refus } from '../refus.ts';
import { finitPhrase, MOTIF_HORS_VIGUEUR, seDitHorsVigueur } from '../signe.ts';
import type { FaitsLus } from '../version.ts';
import { type Document, type Doute, lettres, type Pied, paragraphesDe, sansPuce } from './document.ts';
import { enTexte } from './page.ts';
import { libellesSansModalite, lireRe, type ReLu, type TableDeCorrespondances } from './re.ts';
import { lireReac, type Passage, type ReacLu, ressemblance, suiteDe } from './reac.ts';

type BlocLu = { type: TypeBloc; intitule: string; competences: { libelle: string; page: number }[] };

/** A version as its REAC, its RE, or both say it. */
export type Referentiel = {
	reac?: ReacLu & { nom: string; pied: Pied };
	re?: ReLu & { nom: string; pied: Pied };
	intitule: string;
	sigle?: string;
	blocs: BlocLu[];
	transversales: { libelle: string; page: number; de: 'reac' | 're' }[];
	doutes: (Doute & { document: string })[];
	restes: { page: number; texte: string; document: string }[];
};

/** Reads the documents of one version together: what they say twice is compared. */
export const lireReferentiel = (documents: readonly Document[]): Referentiel => {
	const doubles = documents.filter((d, i) => documents.findIndex((e) => e.genre === d.genre) < i);
	if (doubles[0])
		throw new Refus(`deux ${doubles[0].nom} : en donner un seul, avec au plus un REAC et un RE d’une même version`);
	const [dReac, dRe] = [documents.find((d) => d.genre === 'reac'), documents.find((d) => d.genre === 're')];
	const reac = dReac && { ...lireReac(dReac), nom: dReac.nom, pied: dReac.pied };
	const re = dRe && { ...lireRe(dRe), nom: dRe.nom, pied: dRe.pied };
	for (const lu of [reac, re])
		if (lu && lu.perdus !== 0)
			throw new Refus(`défaut de l’importeur : ${lu.perdus} mots de ce ${lu.nom} ne sont ni lus ni comptés`);
	const doutes: Referentiel['doutes'] = [reac, re].flatMap((lu) =>
		(lu?.doutes ?? []).map((d) => ({ ...d, document: lu?.nom ?? '' })),
	);
	const intitule = re?.intitule || reac?.intitule || '';
	if (intitule === '') throw new Refus('intitulé du titre introuvable sur la couverture');
	if (reac && re) comparerPieds(reac, re, doutes);
	const blocs = blocsDe(reac, re, doutes);
	const transversales = transversalesDe(reac, re, doutes);
	const labels = [
		intitule,
		...blocs.flatMap((b) => [b.intitule, ...b.competences.map((c) => c.libelle)]),
		...transversales.map((t) => t.libelle),
		...(reac?.evolution ? [...reac.evolution.anciennes, ...reac.evolution.nouvelles] : []),
		...(re?.correspondances ?? []).flatMap((t) => [...t.liens.flatMap((l) => [...l.de, ...l.vers]), ...t.sansAncetre]),
		...(re?.epreuves ?? []).flatMap((e) => e.modalites.map((m) => m.nom)),
	];
	for (const label of new Set(labels.filter(seDitHorsVigueur)))
		doutes.push({ document: documents[0]?.nom ?? '', page: 1, motif: MOTIF_HORS_VIGUEUR, texte: label });
	for (const { nom, cesures } of documents)
		for (const { page, texte } of cesures)
			if (labels.some((l) => l.includes(texte)))
				doutes.push({
					document: nom,
					page,
					motif: 'trait d’union en fin de ligne : mot coupé, ou mot composé ? Laissé tel quel',
					texte,
				});
	return {
		...(reac && { reac }),
		...(re && { re }),
		intitule,
		...sigleDe(re?.sigle ?? re?.pied.sigle ?? reac?.pied.sigle),
		blocs,
		transversales,
		doutes,
		restes: [reac, re].flatMap((lu) => (lu?.restes ?? []).map((r) => ({ ...r, document: lu?.nom ?? '' }))),
	};
};

const sigleDe = (sigle: string | undefined) => {
	const net = (sigle ?? '')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toUpperCase()
		.replace(/[^A-Z0-9]/gu, '');
	return /^[A-Z]/u.test(net) ? { sigle: net.slice(0, 30) } : {};
};

const comparerPieds = (
	reac: NonNullable<Referentiel['reac']>,
	re: NonNullable<Referentiel['re']>,
	doutes: Referentiel['doutes'],
) => {
	if (ressemblance(reac.intitule, re.intitule) < 0.6)
		throw new Refus(`ces deux documents ne sont pas du même titre : « ${reac.intitule} » et « ${re.intitule} »`);
	if (lettres(reac.intitule) !== lettres(re.intitule))
		doutes.push({
			document: re.nom,
			page: 1,
			motif: `intitulé différent de celui du REAC (« ${reac.intitule} »)`,
			texte: re.intitule,
		});
	for (const [champ, nom] of [
		['code', 'code du titre'],
		['millesime', 'millésime'],
		['sigle', 'sigle'],
	] as const) {
		const [a, b] = [reac.pied[champ], re.pied[champ]];
		if (a === undefined || b === undefined || a === b) continue;
		if (champ !== 'sigle')
			throw new Refus(
				`ces deux documents ne sont pas de la même version : ${nom} « ${a} » au REAC, « ${b} » au ${re.nom}`,
			);
		doutes.push({ document: re.nom, page: 1, motif: `${nom} différent de celui du REAC (« ${a} »)`, texte: b });
	}
};

const blocsDe = (
	reac: ReacLu | undefined,
	re: (ReLu & { nom: string }) | undefined,
	doutes: Referentiel['doutes'],
): BlocLu[] => {
	const duRe = re?.blocs ?? [];
	const titres = re?.epreuves.flatMap((e) => (e.bloc ? [{ ...e.bloc, page: e.page }] : [])) ?? [];
	const typeDe = (intitule: string): TypeBloc =>
		titres.find((t) => lettres(t.intitule) === lettres(intitule))?.type ?? 'ccp';
	if (!reac) {
		if (duRe.length === 0)
			throw new Refus('ce RE n’a pas de tableau des compétences et de leurs critères lisible : donner aussi le REAC');
		comparerTitres(
			duRe.map((b) => b.intitule),
			titres,
			re?.nom ?? 'RE',
			doutes,
		);
		doutes.push(...libellesSansModalite(re as ReLu).map((d) => ({ ...d, document: re?.nom ?? 'RE' })));
		return duRe.map((b) => ({ type: typeDe(b.intitule), intitule: b.intitule, competences: b.competences }));
	}
	const blocs = reac.activites.map(({ type, intitule, competences }) => ({
		type: type === 'ccs' ? type : typeDe(intitule),
		intitule,
		competences: competences.map(({ libelle, page }) => ({ libelle, page })),
	}));
	if (re) {
		comparerTitres(
			blocs.map((b) => b.intitule),
			titres,
			re.nom,
			doutes,
		);
		for (const b of duRe) {
			const bloc = [...blocs].sort(
				(x, y) => ressemblance(y.intitule, b.intitule) - ressemblance(x.intitule, b.intitule),
			)[0];
			if (!bloc || ressemblance(bloc.intitule, b.intitule) < 0.6) {
				doutes.push({ document: re.nom, page: b.page, motif: 'activité que le REAC n’a pas', texte: b.intitule });
				continue;
			}
			differe(re.nom, b.page, bloc.intitule, b.intitule, doutes);
			// Labels that are the same on both sides go first: two of one bloc may differ by a word.
			const memes = (a: { libelle: string }, c: { libelle: string }) => lettres(a.libelle) === lettres(c.libelle);
			const seules = bloc.competences.filter((d) => !b.competences.some((c) => memes(c, d)));
			for (const c of b.competences) {
				if (bloc.competences.some((d) => memes(c, d))) continue;
				const proche = seules.find((d) => ressemblance(d.libelle, c.libelle) > 0.6);
				if (proche) seules.splice(seules.indexOf(proche), 1);
				doutes.push({
					document: re.nom,
					page: c.page,
					motif: proche
						? `libellé différent de celui du REAC (« ${proche.libelle} »)`
						: 'compétence que le REAC n’a pas sous cette activité',
					texte: c.libelle,
				});
			}
			for (const d of seules)
				doutes.push({
					document: re.nom,
					page: b.page,
					motif: 'compétence du REAC que le tableau des critères n’a pas',
					texte: d.libelle,
				});
		}
	}
	return blocs;
};

const differe = (document: string, page: number, attendu: string, lu: string, doutes: Referentiel['doutes']): void => {
	if (lettres(attendu) !== lettres(lu))
		doutes.push({ document, page, motif: `intitulé différent de celui du REAC (« ${attendu} »)`, texte: lu });
};

/** Every bloc has an exam, and every exam a bloc. */
const comparerTitres = (
	blocs: readonly string[],
	titres: readonly { intitule: string; page: number }[],
	document: string,
	doutes: Referentiel['doutes'],
): void => {
	for (const t of titres)
		if (!blocs.some((b) => lettres(b) === lettres(t.intitule)))
			doutes.push({
				document,
				page: t.page,
				motif: 'épreuve d’un bloc que la liste des activités n’a pas',
				texte: t.intitule,
			});
	for (const b of blocs)
		if (titres.length > 0 && !titres.some((t) => ressemblance(t.intitule, b) > 0.6))
			doutes.push({ document, page: 1, motif: 'bloc sans épreuve', texte: b });
};

const transversalesDe = (
	reac: ReacLu | undefined,
	re: (ReLu & { nom: string }) | undefined,
	doutes: Referentiel['doutes'],
) => {
	const duReac = (reac?.transversales ?? []).map(({ libelle, page }) => ({ libelle, page, de: 'reac' as const }));
	const duRe = (re?.transversales ?? []).map((t) => ({ ...t, de: 're' as const }));
	if (duReac.length === 0) return duRe;
	for (const t of duRe)
		if (!duReac.some((d) => lettres(d.libelle) === lettres(t.libelle))) {
			const proche = duReac.find((d) => ressemblance(d.libelle, t.libelle) > 0.6);
			doutes.push({
				document: re?.nom ?? 'RE',
				page: t.page,
				motif: proche
					? `libellé différent de celui du REAC (« ${proche.libelle} »)`
					: 'compétence transversale que le REAC n’a pas',
				texte: t.libelle,
			});
		}
	return duReac;
};

/** Ids of blocs inside their version: `ccp-1`, `ccs-1`. */
export const idsDe = (blocs: readonly { type: TypeBloc }[]): string[] =>
	blocs.map((b, i) => `${b.type}-${blocs.slice(0, i + 1).filter((c) => c.type === b.type).length}`);

const dateDe = (texte: string | undefined): string | undefined => (texte === undefined ? undefined : lireJour(texte));

/** Days that the two documents print. */
export const datesDe = ({ reac, re }: Referentiel) => ({
	arrete: re?.arrete ?? null,
	journalOfficiel: re?.journal ?? dateDe(re?.pied.journal) ?? dateDe(reac?.pied.journal) ?? null,
	effet: re?.effet ?? null,
	validation: dateDe(reac?.pied.validation) ?? null,
	miseAJour: dateDe(reac?.pied.miseAJour) ?? dateDe(re?.pied.miseAJour) ?? null,
});

/** `cda-2023`: the sigle that is printed, and the year of the arrêté, or of the first day that is printed else. */
export const idDuReferentiel = (lu: Referentiel): string | undefined => {
	const { arrete, journalOfficiel, effet, validation, miseAJour } = datesDe(lu);
	const jour = arrete ?? journalOfficiel ?? effet ?? validation ?? miseAJour;
	return lu.sigle && jour ? `${lu.sigle.toLowerCase()}-${jour.slice(0, 4)}` : undefined;
};

export const epreuvesDe = (lu: Referentiel): Epreuve[] => {
	const ids = idsDe(lu.blocs);
	const connues = lu.blocs.flatMap((b) => b.competences.map(({ libelle, page }) => ({ libelle, page, rubriques: [] })));
	return (lu.re?.epreuves ?? []).flatMap((e): Epreuve[] => {
		const rang = e.bloc ? lu.blocs.findIndex((b) => lettres(b.intitule) === lettres(e.bloc?.intitule ?? '')) : -1;
		const pour = e.bloc ? ids[rang] : 'titre';
		if (pour === undefined || e.modalites.length === 0) return [];
		return [
			{
				pour,
				modalites: e.modalites.map(({ nom, genre, minutes, parties, competences: lignes, bord, page }) => {
					const nombre =
						suiteDe(lettres(lignes.map((l) => sansPuce(l.texte)).join('')), connues)?.length ??
						paragraphesDe(lignes, bord).filter((p) => sansPuce(enTexte(p)) !== '').length;
					return { nom, genre, ...(minutes && { minutes }), parties, ...(nombre > 0 && { competences: nombre }), page };
				}),
				...(e.total && { total: e.total }),
				...(e.jury && { jury: e.jury }),
				page: e.page,
				source: 're',
			},
		];
	});
};

export type Reproduction = 'integrale' | 'extraits';

const evolutionDe = (lu: Referentiel, reproduction: Reproduction): Evolution | undefined => {
	const e = lu.reac?.evolution;
	return (
		e && {
			page: e.page,
			texte: reproduction === 'integrale' ? e.texte : [],
			anciennes: e.anciennes,
			nouvelles: e.nouvelles,
			source: 'reac',
		}
	);
};

const fichesDe = (lu: Referentiel, reproduction: Reproduction): FicheCompetence[] => {
	const ids = idsDe(lu.blocs);
	return (lu.reac?.activites ?? []).flatMap((a, i) =>
		a.competences.map(
			(c, k): FicheCompetence => ({
				competence: `${ids[i]}/c${k + 1}`,
				page: c.page,
				rubriques: c.rubriques.map(({ genre, page, texte }) => ({
					genre,
					page,
					nombre: texte.length,
					texte: reproduction === 'integrale' ? texte : [],
				})),
				source: 'reac',
			}),
		),
	);
};

/** Front matter of the version: structure, codes, days, durations and places; prose only where it may be reproduced. */
export const faitsDuReferentiel = (
	lu: Referentiel,
	ecriture: {
		id: string;
		ajouteeLe: string;
		reproduction: Reproduction;
		documents: Partial<Record<'reac' | 're', string>>;
	},
): FaitsLus & Required<Pick<FaitsLus, 'nsf' | 'rome'>> => {
	const { reac, re } = lu;
	const { arrete, journalOfficiel, effet, validation } = datesDe(lu);
	const [cle] = [re ? 're' : 'reac'];
	const evolution = evolutionDe(lu, ecriture.reproduction);
	const epreuves = epreuvesDe(lu);
	const fiches = fichesDe(lu, ecriture.reproduction);
	const code = re?.pied.code ?? reac?.pied.code;
	const millesime = re?.pied.millesime ?? reac?.pied.millesime;
	const rome = romeDe(lu);
	const niveauLu = niveau.safeParse(re?.niveau ?? reac?.niveau);
	const remarques = [
		...(arrete
			? [
					{
						valeur: `Arrêté du ${enLettres(arrete)}${journalOfficiel ? `, paru au Journal officiel du ${enLettres(journalOfficiel)}` : ''}.`,
						source: 're',
					},
				]
			: []),
		...(validation ? [{ valeur: `REAC validé le ${enLettres(validation)}.`, source: 'reac' }] : []),
	];
	const sources = Object.fromEntries(
		(
			[
				['reac', reac],
				['re', re],
			] as const
		).flatMap(([nom, document]) =>
			document
				? [
						[
							nom,
							{
								intitule: `${NOMS[document.nom] ?? document.nom} du titre professionnel « ${lu.intitule} »${document.pied.millesime ? `, millésime ${document.pied.millesime}` : ''}`,
								nature: 'officielle' as const,
								reproduction: ecriture.reproduction,
								...(ecriture.documents[nom] && { document: ecriture.documents[nom] }),
							},
						],
					]
				: [],
		),
	);
	return {
		sigle: ecriture.id.replace(/-.*$/u, '').toUpperCase(),
		intitule: lu.intitule,
		...(niveauLu.success && { niveau: { valeur: niveauLu.data, source: cle } }),
		nsf: (re && re.nsf.length > 0 ? re.nsf : (reac?.nsf ?? [])).map((valeur) => ({
			valeur,
			source: re && re.nsf.length > 0 ? 're' : 'reac',
		})),
		rome,
		codes: [
			...(code && /^TP-\d{5}$/u.test(code) ? [{ type: 'TP' as const, valeur: code, source: cle }] : []),
			...(millesime && /^\d{2}$/u.test(millesime)
				? [{ type: 'millesime' as const, valeur: millesime, source: cle }]
				: []),
		],
		...(effet && { debut: { valeur: effet, source: 're', note: 'Date d’effet de l’arrêté.' } }),
		...(epreuves.length > 0 && { epreuves }),
		...(evolution && { evolution }),
		...(fiches.length > 0 && { fiches }),
		transversales: lu.transversales.map(({ libelle, de }) => ({ libelle, source: de })),
		remarques,
		ajouteeLe: ecriture.ajouteeLe,
		sources,
		blocs: lu.blocs.map(({ type, intitule, competences }) => ({
			type,
			intitule,
			competences: competences.map((c) => c.libelle),
		})),
	};
};

const NOMS: Record<string, string> = {
	REAC: 'Référentiel emploi, activités, compétences (REAC)',
	RE: 'Référentiel d’évaluation (RE)',
	RC: 'Référentiel de certification (RC)',
};

const romeDe = ({ reac, re }: Referentiel) => {
	const duReac = lireRome(reac?.rome ?? []).map((r) => ({ ...r, source: 'reac' }));
	const manquants = (re?.rome ?? []).filter((valeur) => !duReac.some((r) => r.valeur === valeur));
	return [...duReac, ...manquants.map((valeur) => ({ valeur, source: 're' }))];
};

const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
export const enLettres = (jour: string): string => {
	const [annee, mois, j] = jour.split('-').map(Number);
	return `${j === 1 ? '1er' : j} ${MOIS[(mois ?? 1) - 1]} ${annee}`;
};

/** Sections of a REAC that the body of a version holds: its sheets are data, its glossaries stay in the document. */
const SECTIONS = [
	'contexte de l’examen du titre',
	'définition de l’emploi type',
	'secteurs d’activité et emplois',
	'réglementation d’activités',
	'équivalences avec d’autres certifications',
	'description d’une activité type',
];

/** The prose of a REAC and of its RE as the body of a version, where it may be reproduced whole. */
export const corpsDuReferentiel = (lu: Referentiel, reproduction: Reproduction): string => {
	if (reproduction !== 'integrale') return '';
	const section = (titre: string, texte: readonly string[]) =>
		`## ${titre[0]?.toUpperCase()}${echapper(titre.slice(1))}\n\n${texte.map(echapper).join('\n\n')}\n`;
	const duReac = (lu.reac?.passages ?? [])
		.filter((p) => SECTIONS.includes(p.nom))
		.map((p) => section(p.de ? `${p.titre ?? p.nom} : ${p.de}` : (p.titre ?? p.nom), p.texte));
	const passages = lu.re?.passages ?? [];
	const annexes = passages.findIndex((p) => /^(?:annexe|glossaire|reproduction)\b/iu.test(p.nom));
	const duRe = passages
		.slice(0, annexes < 0 ? undefined : annexes)
		.filter((p) => p.texte.length > 0 || finitPhrase(p.nom))
		.map((p) => {
			// A sentence in bold is no heading.
			if (finitPhrase(p.nom)) return `${[p.nom, ...p.texte].map(echapper).join('\n\n')}\n`;
			const nom = p.nom.replace(/\s*:$/u, '');
			return section(p.de && !nom.includes(p.de) ? `${nom} : ${p.de}` : nom, p.texte);
		});
	return [...duReac, ...(duReac.length > 0 && duRe.length > 0 ? [`${MARQUE_BLOCS}\n`] : []), ...duRe].join('\n');
};

/** Prose that is counted and placed: by heading, with its first page and its words. */
export const passagesDe = (lu: Referentiel): { document: string; nom: string; page: number; mots: number }[] =>
	[lu.reac, lu.re].flatMap((document) => {
		const parNom = new Map<string, Pick<Passage, 'nom' | 'page' | 'mots'>>();
		for (const p of document?.passages ?? []) {
			const avant = parNom.get(p.nom);
			if (avant) avant.mots += p.mots;
			else parNom.set(p.nom, { nom: p.nom, page: p.page, mots: p.mots });
		}
		return [...parNom.values()].map((p) => ({ document: document?.nom ?? '', ...p }));
	});

/** One official link between the blocs of two versions, by their ids. */
export type LienLu = { de: string[]; vers: string[] };

/**
 * Matches a table of correspondences to the blocs of both versions, by label with typography aside. A label of
 * neither is a doubt, and its link is left out.
 */
export const apparierTable = (
	table: TableDeCorrespondances,
	ancienne: readonly { type: TypeBloc; intitule: string }[],
	nouvelle: readonly { type: TypeBloc; intitule: string }[],
): { liens: LienLu[]; doutes: Doute[] } => {
	const doutes: Doute[] = [];
	const trouver = (
		labels: readonly string[],
		blocs: readonly { type: TypeBloc; intitule: string }[],
		nom: string,
	): string[] | undefined => {
		const ids = idsDe(blocs);
		const trouves = labels.map((label) => {
			const memes = blocs.flatMap((b, i) => (lettres(b.intitule) === lettres(label) ? [ids[i] as string] : []));
			if (memes.length === 1) return memes[0];
			const proche = blocs.find((b) => ressemblance(b.intitule, label) > 0.7);
			doutes.push({
				page: table.page,
				motif: `${memes.length > 1 ? `libellé de plusieurs blocs de ${nom}` : `libellé d’aucun bloc de ${nom}`}${memes.length === 0 && proche ? ` (qui a « ${proche.intitule} »)` : ''}`,
				texte: label,
			});
			return undefined;
		});
		return trouves.every((id) => id !== undefined) ? trouves : undefined;
	};
	const liens = table.liens.flatMap((lien): LienLu[] => {
		const de = trouver(lien.de, ancienne, 'l’ancienne version');
		const vers = trouver(lien.vers, nouvelle, 'cette version');
		return de && vers ? [{ de, vers }] : [];
	});
	return { liens, doutes };
};
