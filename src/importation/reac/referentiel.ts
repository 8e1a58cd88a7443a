import type { TypeBloc } from '../../schemas/bloc.ts';
import { soupcons } from '../bloc.ts';
import { Refus } from '../refus.ts';
import { MOTIF_CESURE } from '../reparation.ts';
import { ressemblance } from './accord.ts';
import { libellesSansModalite } from './criteres.ts';
import { type Document, type Doute, lettres, type Pied } from './document.ts';
import type { ReLu } from './re.ts';
import { lireRe } from './re.ts';
import type { ReacLu } from './reac.ts';
import { lireReac } from './reac.ts';

type BlocLu = { type: TypeBloc; intitule: string; competences: { libelle: string; page: number }[] };

/** A version according to its REAC, its RE, or both. */
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

/**
 * Reads the documents of one version together, and compares what both say.
 * @throws Refus if they are not of one version, or unreadable; a doubt about their pages may be why
 */
export const lireReferentiel = (documents: readonly Document[]): Referentiel => {
	try {
		return reunir(documents);
	} catch (erreur) {
		const doute = documents.flatMap((d) => d.doutes.map((ici) => ({ ...ici, nom: d.nom })))[0];
		if (!(erreur instanceof Refus) || !doute) throw erreur;
		throw new Refus(`${erreur.message} (${doute.nom}, page ${doute.page} : ${doute.motif}, « ${doute.texte} »)`);
	}
};

const reunir = (documents: readonly Document[]): Referentiel => {
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
	for (const texte of new Set(labels))
		for (const motif of soupcons(texte)) doutes.push({ document: documents[0]?.nom ?? '', page: 1, motif, texte });
	for (const { nom, cesures } of documents)
		for (const { page, texte } of cesures)
			if (labels.some((l) => l.includes(texte)))
				doutes.push({
					document: nom,
					page,
					motif: MOTIF_CESURE,
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
		for (const bloc of duRe) comparerBloc(bloc, blocs, re.nom, doutes);
	}
	return blocs;
};

/** Compares a bloc of the RE with the nearest one of the REAC. */
const comparerBloc = (
	duRe: ReLu['blocs'][number],
	blocs: readonly BlocLu[],
	document: string,
	doutes: Referentiel['doutes'],
): void => {
	const note = (b: BlocLu) => ressemblance(b.intitule, duRe.intitule);
	const bloc = [...blocs].sort((x, y) => note(y) - note(x))[0];
	if (!bloc || note(bloc) < 0.6) {
		doutes.push({ document, page: duRe.page, motif: 'activité que le REAC n’a pas', texte: duRe.intitule });
		return;
	}
	differe(document, duRe.page, bloc.intitule, duRe.intitule, doutes);
	// Equal labels first: two labels of one bloc may differ by one word only.
	const memes = (a: { libelle: string }, c: { libelle: string }) => lettres(a.libelle) === lettres(c.libelle);
	const seules = bloc.competences.filter((d) => !duRe.competences.some((c) => memes(c, d)));
	for (const c of duRe.competences) {
		if (bloc.competences.some((d) => memes(c, d))) continue;
		const proche = seules.find((d) => ressemblance(d.libelle, c.libelle) > 0.6);
		if (proche) seules.splice(seules.indexOf(proche), 1);
		doutes.push({
			document,
			page: c.page,
			motif: proche
				? `libellé différent de celui du REAC (« ${proche.libelle} »)`
				: 'compétence que le REAC n’a pas sous cette activité',
			texte: c.libelle,
		});
	}
	for (const d of seules)
		doutes.push({
			document,
			page: duRe.page,
			motif: 'compétence du REAC que le tableau des critères n’a pas',
			texte: d.libelle,
		});
};

const differe = (document: string, page: number, attendu: string, lu: string, doutes: Referentiel['doutes']): void => {
	if (lettres(attendu) !== lettres(lu))
		doutes.push({ document, page, motif: `intitulé différent de celui du REAC (« ${attendu} »)`, texte: lu });
};

/** Checks that every bloc has an exam, and every exam a bloc. */
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
