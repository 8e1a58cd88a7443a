import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { competences, type Referentiel } from '../../src/domaine/referentiel.ts';
import { memeLibelle } from '../../src/domaine/texte/normaliser.ts';
import { numeroter } from '../../src/domaine/version.ts';

/** Folder of the pairs. `memoire`: labels written from memory of published ones; `reel`: labels taken from arrêtés. */
const DOSSIER = 'tests/unit/rapprochement/paires';
const ORIGINES = ['memoire', 'reel'] as const;
export type Origine = (typeof ORIGINES)[number];

/** Two versions with the links and parentés judged by a person, as `<older id>><newer id>`. */
export type Paire = {
	nom: string;
	origine: Origine;
	/** Whether both are versions of one title. */
	revision: boolean;
	/** Held out: never used for training or for looking at errors, only for scoring. */
	reservee: boolean;
	/** Series of the reading. The first held-out series was scored several times, the others seldom. */
	lecture: 1 | 2 | 3;
	/** Whether parentés were looked for. If not, an empty set says nothing. */
	parentesLues: boolean;
	de: Referentiel;
	vers: Referentiel;
	/** Links of distinct labels, written for every copy of each label. */
	liens: ReadonlySet<string>;
	parentes: ReadonlySet<string>;
};

export const lien = (de: string, vers: string): string => `${de}>${vers}`;

/** A place is a bloc and a rank, `2.3`. A link joins two places; a parenté also has its portee. */
const fichier = z.strictObject({
	revision: z.boolean(),
	reservee: z.boolean().default(false),
	lecture: z.literal([1, 2, 3]).default(1),
	de: z.array(z.array(z.string()).min(2)),
	vers: z.array(z.array(z.string()).min(2)),
	liens: z.array(z.string().regex(/^\d+\.\d+>\d+\.\d+$/)),
	parentes: z.array(z.string().regex(/^\d+\.\d+>\d+\.\d+ (?:incluse|contenue|voisine)$/)).optional(),
});

/** Builds a referential from lists of labels, each with the title of its bloc first, with the ids of the catalogue. */
export const referentiel = (id: string, ...blocs: (readonly string[])[]): Referentiel => ({
	id,
	sigle: id.split('-')[0]?.toUpperCase() ?? id,
	blocs: numeroter(
		id,
		blocs.map(([intitule = '', ...libelles]) => ({ type: 'ccp', intitule, competences: libelles })),
	),
});

const copies = (r: Referentiel, place: string): string[] => {
	const [bloc = 0, rang = 0] = place.split('.').map(Number);
	const competence = r.blocs[bloc - 1]?.competences[rang - 1];
	if (!competence) throw new Error(`${r.id} : « ${place} » n’existe pas`);
	return competences(r)
		.filter((c) => memeLibelle(c.libelle, competence.libelle))
		.map((c) => c.id);
};

const lirePaire = (origine: Origine, nom: string): Paire => {
	const lu = fichier.parse(parse(readFileSync(join(DOSSIER, origine, `${nom}.yaml`), 'utf8')));
	const [idDe = '', idVers = ''] = nom.split('--');
	const [de, vers] = [referentiel(idDe, ...lu.de), referentiel(idVers, ...lu.vers)];
	const complets = (liens: readonly string[]) =>
		new Set(
			liens.flatMap((ecrit) => {
				const [placeDe = '', placeVers = ''] = ecrit.split(' ')[0]?.split('>') ?? [];
				return copies(de, placeDe).flatMap((d) => copies(vers, placeVers).map((v) => lien(d, v)));
			}),
		);
	return {
		nom,
		origine,
		revision: lu.revision,
		reservee: lu.reservee,
		lecture: lu.lecture,
		parentesLues: lu.parentes !== undefined,
		de,
		vers,
		liens: complets(lu.liens),
		parentes: complets(lu.parentes ?? []),
	};
};

/** All pairs, sorted by name in each folder. */
export const lirePaires = (): Paire[] =>
	ORIGINES.flatMap((origine) =>
		readdirSync(join(DOSSIER, origine))
			.sort()
			.map((nom) => lirePaire(origine, nom.replace('.yaml', ''))),
	);
