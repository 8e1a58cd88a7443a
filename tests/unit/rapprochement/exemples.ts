import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { lireReferentiel } from '../../../scripts/rapprocher/catalogue.ts';
import type { Referentiel } from '../../../src/domaine/referentiel.ts';
import { idComplet } from '../../../src/domaine/referentiel.ts';
import { numeroter } from '../../../src/domaine/version.ts';
import { correspondance } from '../../../src/schemas/correspondance.ts';
import { lexique as schemaLexique } from '../../../src/schemas/lexique.ts';

const DOSSIER = import.meta.dirname;
const yaml = (chemin: string): unknown => parse(readFileSync(chemin, 'utf8'));

/** The lexicon that the site uses. */
export const lexique = schemaLexique.parse(yaml('content/lexique.yaml'));

/** The four versions held, as the catalogue has them. */
export const [tsgri, tsgeri, tssi, tssr] = ['tsgri-2003', 'tsgeri-2008', 'tssi-2013', 'tssr-2018'].map(
	lireReferentiel,
) as [Referentiel, Referentiel, Referentiel, Referentiel];
export const detenues = [tsgri, tsgeri, tssi, tssr];

/** A bloc of an example: its title, then its labels in order. */
export type BlocBref = readonly string[];

/** A referential from bare lists of labels, with the ids that the loader would derive. */
export const referentiel = (id: string, ...blocs: BlocBref[]): Referentiel => ({
	id,
	sigle: id.split('-')[0]?.toUpperCase() ?? id,
	blocs: numeroter(
		id,
		blocs.map(([intitule = '', ...competences]) => ({ type: 'ccp', intitule, competences })),
	),
});

/** Two versions and the links that a person made between their competences, `<older id>>` + newer id. */
export type Paire = { nom: string; revision: boolean; de: Referentiel; vers: Referentiel; liens: ReadonlySet<string> };

export const lien = (de: string, vers: string): string => `${de}>${vers}`;

/** The readings of the catalogue, as references. TSGRI and TSGERI are two states of one title. */
const pairesRelues = (): Paire[] =>
	detenues.flatMap((de, i) =>
		detenues.slice(i + 1).map((vers) => {
			const lu = correspondance.parse(yaml(`content/correspondances/${de.id}--${vers.id}.yaml`));
			const liens = (lu.competences ?? []).flatMap((entree) =>
				entree.de.flatMap((d) => entree.vers.map((v) => lien(idComplet(de.id, d), idComplet(vers.id, v)))),
			);
			const revision = de === tsgri && vers === tsgeri;
			return { nom: `${de.id}--${vers.id}`, revision, de, vers, liens: new Set(liens) };
		}),
	);

type Fichier = { revision: boolean; de: string[][]; vers: string[][]; liens: string[] };

/**
 * Other trades, in `paires/`: lists of labels such as the ministry writes them, made for this test after titles that
 * exist, with the links that we would read between them. `liens` names a competence by bloc and rank: `1.2>3.1`.
 */
const pairesEcrites = (): Paire[] =>
	readdirSync(join(DOSSIER, 'paires')).map((nom) => {
		const { revision, de, vers, liens } = yaml(join(DOSSIER, 'paires', nom)) as Fichier;
		const [idDe = '', idVers = ''] = nom.replace('.yaml', '').split('--');
		const [rDe, rVers] = [referentiel(idDe, ...de), referentiel(idVers, ...vers)];
		const id = (r: Referentiel, place = '') => {
			const [bloc = 0, rang = 0] = place.split('.').map(Number);
			const competence = r.blocs[bloc - 1]?.competences[rang - 1];
			if (!competence) throw new Error(`${nom} : « ${place} » n’existe pas`);
			return competence.id;
		};
		const complets = liens.map((l) => l.split('>')).map(([d, v]) => lien(id(rDe, d), id(rVers, v)));
		return { nom, revision, de: rDe, vers: rVers, liens: new Set(complets) };
	});

/** Every pair with its reference. */
export const paires = (): Paire[] => [...pairesRelues(), ...pairesEcrites()];
