import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { versionsLues } from '../../src/catalogue/controles/version.ts';
import { dossierCatalogue } from '../../src/catalogue/dossier.ts';
import { enLettres } from '../../src/domaine/date.ts';
import { compte } from '../../src/domaine/vocabulaire.ts';
import { corpsDuReferentiel, passagesDe } from '../../src/importation/reac/corps.ts';
import { apparierTable } from '../../src/importation/reac/correspondances.ts';
import { autreGenre, documentDe, genreDe, lettres } from '../../src/importation/reac/document.ts';
import { faitsDuReferentiel, idDuReferentiel, type Reproduction } from '../../src/importation/reac/faits.ts';
import { lireReferentiel, type Referentiel } from '../../src/importation/reac/referentiel.ts';
import { jsonDuReferentiel, resumerReferentiel } from '../../src/importation/reac/resume.ts';
import { Refus } from '../../src/importation/refus.ts';
import { ecrireVersion } from '../../src/importation/version.ts';
import type { Correspondance } from '../../src/schemas/correspondance.ts';
import { cheminDeVersion, lireExistant, lireVersion, nommerSource, verifier, yaml } from './catalogue.ts';
import { ecrireEnsemble, lireFichier, type Sortie } from './ecriture.ts';
import { eprouver } from './epreuve.ts';
import { pagesDePdf } from './pdf.ts';
import type { Progres } from './progres.ts';
import { avertir, dire, direJson } from './terminal.ts';

export type OptionsReferentiel = {
	id: string | undefined;
	json: boolean;
	force: boolean;
	reste: boolean;
	reproduction: Reproduction;
};

/** Number of pages read to detect the kind of a PDF. Most referentials have fewer, so they are read only once. */
const TETE = 80;

/** Whether a PDF is a REAC, an RE or an RC. */
export const estReferentiel = async (octets: Uint8Array): Promise<boolean> =>
	genreDe(await pagesDePdf(octets, () => {}, TETE)) !== undefined;

/** Kind of another PDF, for the error message. */
export const allureDe = async (octets: Uint8Array): Promise<string | undefined> =>
	autreGenre(await pagesDePdf(octets, () => {}, 2));

/** Reads a REAC, an RE, or both as one version, and writes it. Returns the exit code. */
export const importerReferentiel = async (
	chemins: readonly string[],
	options: OptionsReferentiel,
	progres: Progres,
	aujourdhui: string,
): Promise<number> => {
	const lus = [];
	for (const chemin of chemins) {
		const octets = lireFichier(chemin);
		const pages = await pagesDePdf(octets, (page, sur) => progres.dire(`${chemin} : page ${page} sur ${sur}`));
		lus.push({ chemin, octets, document: documentDe(pages) });
	}
	progres.finir();
	const lu = lireReferentiel(lus.map((l) => l.document));
	const restent = lu.restes.length > 0 && !options.reste;
	const id = options.id ?? idDuReferentiel(lu);
	if (options.json) {
		direJson(jsonDuReferentiel(lu, id ?? null, options.reproduction));
		return restent ? 2 : 0;
	}
	if (id === undefined)
		throw new Refus(
			`le document ne dit pas ${lu.sigle ? 'son année' : 'son sigle'} : donner --id ${lu.sigle?.toLowerCase() ?? 'sigle'}-AAAA`,
		);
	const tenue = lireVersion(id);
	if (tenue && !options.force)
		throw new Refus(
			`${cheminDeVersion(id)} existe : rien n’est écrit. --force le récrit en entier ; --json montre ce que le document dit`,
		);
	const dossier = dossierCatalogue();
	const sorties: Sortie[] = [];
	const documents: Partial<Record<'reac' | 're', string>> = {};
	if (options.reproduction === 'integrale')
		for (const { chemin, octets, document } of lus) {
			const nom = nommerSource(chemin, octets);
			documents[document.genre] = nom;
			sorties.push({ chemin: join(dossier, 'sources', nom), contenu: octets });
		}
	const faits = faitsDuReferentiel(lu, { id, ajouteeLe: aujourdhui, reproduction: options.reproduction, documents });
	const corps = corpsDuReferentiel(lu, options.reproduction);
	verifier(id, faits, corps);
	dire(resumerReferentiel(lu, options.reproduction));
	if (restent) {
		avertir(
			`\n${compte(lu.restes.length, 'ligne n’est pas rangée', 'lignes ne sont pas rangées')} : rien n’est écrit. Vérifier le document, ou --accepter-reste pour les laisser de côté.`,
		);
		return 2;
	}
	sorties.push({
		chemin: cheminDeVersion(id),
		contenu: ecrireVersion({ faits: sansVides(faits), corps }),
	});
	const messages = correspondancesDe(lu, id, options, sorties);
	eprouver(dossier, sorties);
	ecrireEnsemble(dossier, sorties);
	for (const message of messages) dire(`\n${message}`);
	const mots = passagesDe(lu).reduce((n, p) => n + p.mots, 0);
	dire(
		options.reproduction === 'extraits'
			? `\nReproduction : extraits. ${compte(mots, 'mot de texte long est compté et placé', 'mots de texte long sont comptés et placés')} sans être écrits ; le PDF n’est pas copié. --reproduction integrale garde le texte, si vous en avez le droit.`
			: '\nReproduction : intégrale, comme demandé. Le PDF et les textes entrent au catalogue ; les glossaires, les annexes et les tableaux du RE se lisent dans le PDF.',
	);
	dire(`\nÉcrit :\n${sorties.map((s) => `  ${s.chemin}`).join('\n')}`);
	dire(`\nÀ faire : relire ${cheminDeVersion(id)}, puis « npm run dev » et ouvrir /titres/${id}/.`);
	return 0;
};

/** Prepares the official map of blocs, if the catalogue has the older version; otherwise prints it. */
const correspondancesDe = (lu: Referentiel, id: string, { force }: OptionsReferentiel, sorties: Sortie[]): string[] => {
	const versions = [...versionsLues(lireExistant()).values()];
	return (lu.re?.correspondances ?? []).flatMap((table) => {
		const nom = `« ${table.de.intitule} »${table.de.arrete ? `, arrêté du ${enLettres(table.de.arrete)}` : ''}`;
		const annee = table.de.arrete?.slice(0, 4);
		const memes = versions.filter(
			(v) =>
				v.id !== id && lettres(v.intitule) === lettres(table.de.intitule) && (!annee || v.id.endsWith(`-${annee}`)),
		);
		const [ancienne] = memes;
		if (!ancienne || memes.length > 1) {
			const liens = table.liens.map((l) => `  ${l.de.join(' + ')} → ${l.vers.join(' + ') || '(aucune)'}`).join('\n');
			return [
				`Correspondances des blocs, page ${table.page}, avec ${nom} : ${memes.length > 1 ? `plusieurs versions y répondent (${memes.map((v) => v.id).join(', ')})` : 'le catalogue n’a pas cette version'}. À écrire quand elle y sera :\n${liens}`,
			];
		}
		const { liens, doutes } = apparierTable(table, ancienne.blocs, lu.blocs);
		const messages = doutes.map(
			(d) => `Douteux, page ${d.page} : ${d.motif} : « ${d.texte} » ; ce lien n’est pas écrit.`,
		);
		if (liens.length === 0) return [...messages, `Correspondances avec ${ancienne.id} : aucun lien sûr, rien d’écrit.`];
		const { re } = lu;
		const correspondance: Correspondance = {
			de: ancienne.id,
			vers: id,
			blocs: {
				source: {
					intitule: `Référentiel d’évaluation du titre professionnel « ${lu.intitule} »${re?.pied.millesime ? `, millésime ${re.pied.millesime}` : ''}`,
					nature: 'officielle',
					reproduction: 'extraits',
				},
				article: `Correspondances du titre professionnel, page ${table.page}`,
				liens,
			},
		};
		const chemin = join(dossierCatalogue(), 'correspondances', `${ancienne.id}--${id}.yaml`);
		if (existsSync(chemin) && !force) return [...messages, `${chemin} existe ; à y ajouter :\n${yaml(correspondance)}`];
		sorties.push({ chemin, contenu: yaml(correspondance) });
		return messages;
	});
};

/** Removes empty lists, which the schema adds by default. */
const sansVides = <T>(valeur: T): T =>
	JSON.parse(JSON.stringify(valeur, (_, v) => (Array.isArray(v) && v.length === 0 ? undefined : v)));
