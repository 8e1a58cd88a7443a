import { cpSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { fichiersDe } from '../fichiers.ts';
import { AUTRES, ecrireExport, exportEngendre } from '../generation/export.ts';
import { lireFonds } from '../generation/modele.ts';
import { titresDuLendemain, titresEngendres } from '../generation/titres.ts';
import { type Cout, mesurer } from './processus.ts';
import { nombre, somme, tableauDesCouts } from './tableau.ts';

type BilanLot = Awaited<ReturnType<typeof mesurerLot>>;

const JOURS = ['2026-11-20', '2026-11-21'] as const;
const TITRES = 330;

/**
 * Measures the import of a whole generated export: the first time, again, the next day's, and then builds the site.
 * @param racine a copy of the project
 */
export const mesurerLot = async (racine: string, suivre: (etat: string) => void) => {
	const catalogue = join(racine, 'catalogue-lot');
	cpSync('content', catalogue, { recursive: true });
	const titres = titresEngendres(lireFonds('content'), TITRES);
	const exports = [titres, titresDuLendemain(titres)];
	const zips = JOURS.map((jour) => join(racine, `export-fiches-rncp-v4-1-${jour}.zip`));
	let xml = 0;
	for (const [i, chemin] of zips.entries()) {
		suivre(`export ${i + 1} sur ${zips.length}`);
		xml = await ecrireExport(chemin, JOURS[i] ?? '', exportEngendre(exports[i] ?? [], AUTRES));
	}
	const postes: { nom: string; cout: Cout; resume: string }[] = [];
	const passer = async (nom: string, args: string[], env: Record<string, string> = {}) => {
		suivre(nom);
		// An import ends with code 1 if it refuses a fiche, and the generated export holds one to refuse.
		const { cout, sortie } = await mesurer(args, {
			dossier: racine,
			env: { CATALOGUE: catalogue, ...env },
			codes: args[0] === 'scripts/importer.ts' ? [0, 1] : [0],
		});
		suivre(`${nom} : ${nombre(cout.duree)} s, ${nombre(cout.memoire, 0)} Mio`);
		postes.push({ nom, cout, resume: /^\d[\d\s]* fiches?\s: .*$/mu.exec(sortie)?.[0] ?? '' });
	};
	const importer = (zip: string) => ['scripts/importer.ts', zip, '--type', 'TP'];
	await passer(`premier export, ${TITRES} titres`, importer(zips[0] ?? ''));
	await passer('le même, à nouveau', importer(zips[0] ?? ''));
	await passer('le suivant, dix fiches changées ou nouvelles', importer(zips[1] ?? ''));
	const publier = async (nom: string, env: Record<string, string>) => {
		const sortie = join(racine, 'site-lot');
		await passer(nom, ['scripts/construire.ts'], { OUT_DIR: sortie, ...env });
		const fichiers = fichiersDe(sortie);
		return { nom, fichiers: fichiers.length, octets: somme(fichiers.map((f) => statSync(join(sortie, f)).size)) };
	};
	const sites = [await publier('le site', {}), await publier('le site en peu de fichiers', { PEU_DE_FICHIERS: '1' })];
	const tailles = { xml: xml / 1e6, zip: statSync(zips[0] ?? '').size / 1e6 };
	return { export: tailles, postes, versions: lireCatalogue(catalogue).versions.length, sites };
};

export const lotEnTableau = (lot: BilanLot): string =>
	[
		tableauDesCouts(`export de ${nombre(lot.export.xml, 0)} Mo, ${nombre(lot.export.zip, 0)} Mo en zip`, lot.postes),
		...lot.postes.flatMap(({ nom, resume }) => (resume ? [`${nom} : ${resume}`] : [])),
		...lot.sites.map(
			({ nom, fichiers, octets }) =>
				`${nom} : ${nombre(fichiers, 0)} fichiers pour ${lot.versions} versions, ${nombre(octets / 2 ** 20, 0)} Mio`,
		),
	].join('\n');
