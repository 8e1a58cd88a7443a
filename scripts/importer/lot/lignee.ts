import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { abreger } from '../../../src/importation/changement.ts';
import type { LigneeALire, SuccessionDeclaree, VersionNommee } from '../../../src/importation/lot.ts';
import { finEcrite } from '../../../src/importation/version.ts';
import { cheminDeVersion, yaml } from '../catalogue.ts';
import { editer } from '../edition.ts';
import { garderSource, type Passe, signaler, sourceDeFiche } from './passe.ts';

/** What a run adds to a lineage. */
type Ajouts = {
	/** Ids of the versions held by this run. */
	tenues: readonly string[];
	nommees: readonly ReturnType<typeof versionNommee>[];
	successions: readonly ReturnType<typeof succession>[];
	sources: Record<string, ReturnType<typeof sourceDeFiche>>;
};

/** Opens a file for editing, as this run has left it so far. */
export const ouvrir = (passe: Passe, chemin: string) => {
	const deja = passe.sorties.get(chemin);
	return editer(typeof deja === 'string' ? deja : readFileSync(chemin, 'utf8'));
};

/** Writes a new lineage, or adds to the existing one. Refused fiches are left out. */
export const ecrireLignee = (passe: Passe, lignee: LigneeALire): void => {
	const gardees = new Set(passe.lot.ids.values());
	const tenues = lignee.tenues.filter((id) => gardees.has(id));
	if (tenues.length === 0) return;
	const ajouts = ajoutsDe(passe, lignee, tenues);
	for (const fiche of new Set(ajouts.successions.map((s) => s.fiche))) garderSource(passe, fiche);
	const chemin = join(passe.dossier, 'lignees', `${lignee.fichier}.yaml`);
	if (lignee.neuve) passe.sorties.set(chemin, neuve(passe, lignee, ajouts));
	else completer(passe, lignee, ajouts, chemin);
};

const cleDe = (numero: string): string => numero.toLowerCase();

const succession = ({ de, vers, ancien, nouveau, fiche }: SuccessionDeclaree) => ({
	fiche,
	arc: {
		de,
		vers,
		nature: 'officielle' as const,
		source: cleDe(fiche),
		motif: `La fiche ${fiche} du RNCP déclare que ${nouveau} remplace ${ancien}.`,
	},
});

const versionNommee = ({ id, sigle, intitule, numero, debut, fin }: VersionNommee, fiche: string) => {
	const source = cleDe(fiche);
	return {
		id,
		sigle,
		sigleDeNotreFait: true as const,
		intitule,
		codes: [{ type: 'RNCP' as const, valeur: numero, source }],
		...(debut && { debut: { valeur: debut, source, note: 'date d’effet ou de décision au RNCP' } }),
		...(fin && { fin: finEcrite(fin, source) }),
	};
};

const ajoutsDe = (passe: Passe, lignee: LigneeALire, tenues: readonly string[]): Ajouts => {
	const refusees = new Set(passe.resultats.filter((r) => r.issue === 'refusee').map((r) => r.fiche));
	const declarees = lignee.successions.filter((s) => !refusees.has(s.fiche));
	const nommees = lignee.nommees.filter(({ id }) => declarees.some((s) => s.de === id || s.vers === id));
	// A succession to a refused fiche is incomplete: it will be written when that fiche is imported.
	const presentes = new Set([...tenues, ...nommees.map((n) => n.id), ...versionsDe(passe, lignee.fichier)]);
	const { entieres = [], coupees = [] } = Object.groupBy(declarees, (s) =>
		presentes.has(s.de) && presentes.has(s.vers) ? 'entieres' : 'coupees',
	);
	for (const { fiche, nouveau, ancien } of coupees)
		signaler(passe, fiche, [`${nouveau} remplace ${ancien}, dont la fiche est refusée : succession non écrite`]);
	const ficheDe = (id: string) => entieres.find((s) => s.de === id || s.vers === id)?.fiche ?? '';
	return {
		tenues,
		nommees: nommees.map((n) => versionNommee(n, ficheDe(n.id))),
		successions: entieres.map(succession),
		sources: Object.fromEntries(entieres.map(({ fiche }) => [cleDe(fiche), sourceDeFiche(fiche)])),
	};
};

/** Versions of an existing lineage, with provisional ids replaced. */
const versionsDe = (passe: Passe, fichier: string): string[] => {
	const remplacees = new Map(passe.lot.lignees.flatMap((l) => l.remplacees.map((r) => [r.de, r.vers] as const)));
	return existanteDe(passe, fichier)?.data.versions.map((v) => remplacees.get(v.id) ?? v.id) ?? [];
};

const existanteDe = ({ existant }: Passe, fichier: string) => existant.lignees.find((l) => l.id === fichier);

const neuve = ({ etatAu }: Passe, { intitule }: LigneeALire, ajouts: Ajouts): string =>
	yaml({
		titre: abreger(intitule, 200),
		etatAu,
		...(ajouts.successions.length > 0 && { sources: ajouts.sources }),
		versions: [...ajouts.tenues.map((id) => ({ id })), ...ajouts.nommees],
		...(ajouts.successions.length > 0 && { successions: ajouts.successions.map((s) => s.arc) }),
	});

const completer = (passe: Passe, lignee: LigneeALire, ajouts: Ajouts, chemin: string): void => {
	const edition = ouvrir(passe, chemin);
	const avant = edition.texte();
	const gardees = new Set(passe.lot.ids.values());
	for (const { de, vers } of lignee.remplacees.filter((r) => gardees.has(r.vers))) {
		edition.renommer('versions', ['id'], de, vers);
		edition.renommer('successions', ['de', 'vers'], de, vers);
	}
	const membres = new Set(versionsDe(passe, lignee.fichier));
	const ecrites = ajouts.tenues.filter((id) => passe.sorties.has(cheminDeVersion(id)));
	// The facts of a version that is now held are in its own file.
	for (const id of ecrites) if (membres.has(id)) edition.reduire(id);
	const siennes = existanteDe(passe, lignee.fichier)?.data;
	const versions = [...ajouts.tenues.filter((id) => !membres.has(id)).map((id) => ({ id })), ...ajouts.nommees];
	const sources = Object.entries(ajouts.sources).filter(([cle]) => !(cle in (siennes?.sources ?? {})));
	if (versions.length > 0) edition.ajouter('versions', versions);
	if (sources.length > 0) edition.ajouter('sources', Object.fromEntries(sources));
	if (ajouts.successions.length > 0)
		edition.ajouter(
			'successions',
			ajouts.successions.map((s) => s.arc),
		);
	if (edition.texte() === avant && ecrites.length === 0) return;
	// `etatAu` changes only if all facts come from the RNCP: facts gathered by hand keep their day.
	const duRncp = Object.values(siennes?.sources ?? {}).every((s) => /^RNCP\d+\.xml$/u.test(s.document ?? ''));
	if (duRncp && (siennes?.etatAu ?? '') < passe.etatAu) edition.poser('etatAu', passe.etatAu);
	if (edition.texte() !== avant) passe.sorties.set(chemin, edition.texte());
};
