import { direDuree } from '../../domaine/epreuve.ts';
import { compte } from '../../domaine/vocabulaire.ts';
import { passagesDe } from './corps.ts';
import { datesDe, epreuvesDe, faitsDuReferentiel, type Reproduction } from './faits.ts';
import type { Referentiel } from './referentiel.ts';

const genreDe = ({ reac, re }: Referentiel): string => [reac?.nom, re?.nom].filter(Boolean).join(' et ');

/** Output of `--json` for a REAC, an RE or both: all that was read. Prose is given by page and number of words. */
export const jsonDuReferentiel = (lu: Referentiel, id: string | null, reproduction: Reproduction) => {
	const faits = faitsDuReferentiel(lu, { id: id ?? 'x-0000', ajouteeLe: '1970-01-01', reproduction, documents: {} });
	return {
		id,
		genre: genreDe(lu),
		sigle: lu.sigle ?? null,
		intitule: lu.intitule,
		niveau: faits.niveau?.valeur ?? null,
		nsf: faits.nsf.map((n) => n.valeur),
		rome: faits.rome.map((r) => r.valeur),
		codes: faits.codes.map(({ type, valeur }) => ({ type, valeur })),
		dates: datesDe(lu),
		accessibleAu: null,
		reproduction,
		blocs: lu.blocs,
		transversales: lu.transversales.map(({ libelle, page }) => ({ libelle, page })),
		epreuves: faits.epreuves ?? [],
		evolution: faits.evolution ?? null,
		fiches: faits.fiches ?? [],
		correspondances: lu.re?.correspondances ?? [],
		textes: passagesDe(lu),
		restes: lu.restes,
		doutes: lu.doutes,
		motsPerdus: (lu.reac?.perdus ?? 0) + (lu.re?.perdus ?? 0),
	};
};

/** Summary printed after an import: found, doubtful, counted, not placed. */
export const resumerReferentiel = (lu: Referentiel, reproduction: Reproduction): string => {
	const dates = datesDe(lu);
	const ids = epreuvesDe(lu);
	const competences = lu.blocs.reduce((n, b) => n + b.competences.length, 0);
	const pied = lu.re?.pied ?? lu.reac?.pied;
	const passages = passagesDe(lu);
	const lignes = [
		`Reconnu : ${genreDe(lu)}.`,
		`  titre       ${lu.intitule}${lu.sigle ? ` (${lu.sigle})` : ''}`,
		`  niveau      ${lu.re?.niveau ?? lu.reac?.niveau ?? 'non trouvé'}`,
		`  codes       ${[pied?.code, pied?.millesime && `millésime ${pied.millesime}`].filter(Boolean).join(', ') || 'aucun'}`,
		...Object.entries({
			arrêté: dates.arrete,
			'au JO': dates.journalOfficiel,
			effet: dates.effet,
			validation: dates.validation,
			'mis à jour': dates.miseAJour,
		}).flatMap(([nom, jour]) => (jour ? [`  ${nom.padEnd(12)}${jour}`] : [])),
		`  blocs       ${lu.blocs.length}, ${compte(competences, 'compétence', 'compétences')}, ${compte(lu.transversales.length, 'transversale', 'transversales')}`,
		...lu.blocs.map((b) => `    ${b.type.toUpperCase()} ${b.intitule} (${b.competences.length})`),
		`  épreuves    ${ids.length || 'aucune lue'}`,
		...ids.map(
			(e) =>
				`    ${e.pour.padEnd(8)} ${e.modalites.map((m) => `${m.nom} ${m.minutes ? direDuree(m.minutes) : '(durée inconnue)'}`).join(' ; ')} ; total imprimé ${e.total ? direDuree(e.total) : 'inconnu'}`,
		),
		...(lu.re?.correspondances ?? []).map(
			(t) =>
				`  correspondances avec « ${t.de.intitule} »${t.de.arrete ? ` (${t.de.arrete})` : ''}, page ${t.page} : ${compte(t.liens.length, 'lien', 'liens')}, ${compte(t.sansAncetre.length, 'bloc sans correspondance', 'blocs sans correspondance')}`,
		),
	];
	const liste = (titre: string, textes: readonly string[]) => {
		if (textes.length > 0) lignes.push('', titre, ...textes.map((t) => `  ${t}`));
	};
	liste(
		'Douteux, à relire :',
		lu.doutes.map((d) => `${d.document}, page ${d.page} : ${d.motif} : « ${d.texte} »`),
	);
	liste(
		'Non placé :',
		lu.restes.map((r) => `${r.document}, page ${r.page} : « ${r.texte} »`),
	);
	if (reproduction === 'extraits')
		liste(
			'Texte long, compté et placé, non écrit :',
			[...Map.groupBy(passages, (p) => p.document)].map(
				([document, ici]) =>
					`${document} : ${compte(ici.length, 'passage', 'passages')}, ${ici.reduce((n, p) => n + p.mots, 0)} mots`,
			),
		);
	return lignes.join('\n');
};
