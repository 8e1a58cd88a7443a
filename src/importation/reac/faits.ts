import { enLettres } from '../../domaine/date.ts';
import type { Epreuve } from '../../schemas/epreuve.ts';
import type { Evolution } from '../../schemas/evolution.ts';
import type { FicheCompetence } from '../../schemas/fiche-competence.ts';
import { niveau } from '../../schemas/version.ts';
import { idsDesBlocs } from '../bloc.ts';
import { lireJour, lireRome } from '../champ.ts';
import { enTexte } from '../page-pdf.ts';
import type { FaitsLus } from '../version.ts';
import { suiteDe } from './accord.ts';
import { lettres, paragraphesDe, sansPuce } from './document.ts';
import type { Referentiel } from './referentiel.ts';

const dateDe = (texte: string | undefined): string | undefined => (texte === undefined ? undefined : lireJour(texte));

/** Dates printed in the two documents. */
export const datesDe = ({ reac, re }: Referentiel) => ({
	arrete: re?.arrete ?? null,
	journalOfficiel: re?.journal ?? dateDe(re?.pied.journal) ?? dateDe(reac?.pied.journal) ?? null,
	effet: re?.effet ?? null,
	validation: dateDe(reac?.pied.validation) ?? null,
	miseAJour: dateDe(reac?.pied.miseAJour) ?? dateDe(re?.pied.miseAJour) ?? null,
});

/** Id of the version, `cda-2023`: the printed sigle, and the year of the arrêté or else of another printed date. */
export const idDuReferentiel = (lu: Referentiel): string | undefined => {
	const { arrete, journalOfficiel, effet, validation, miseAJour } = datesDe(lu);
	const jour = arrete ?? journalOfficiel ?? effet ?? validation ?? miseAJour;
	return lu.sigle && jour ? `${lu.sigle.toLowerCase()}-${jour.slice(0, 4)}` : undefined;
};

export const epreuvesDe = (lu: Referentiel): Epreuve[] => {
	const ids = idsDesBlocs(lu.blocs);
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
	const ids = idsDesBlocs(lu.blocs);
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

/** Front matter of the version: structure, codes, dates, durations and pages. Prose only if it may be reproduced. */
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
