import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Dependances, dependances, empreinte, empreintesDesFichiers, resumer } from '../catalogue/dependances.ts';
import { lireReglages } from '../reglages.ts';
import { Cache } from './cache.ts';

/**
 * Record of a site: hashes of what all its pages depend on, hash of what is joined to each version, and for each of its
 * files the hash of all that it may depend on and the hash of its bytes.
 */
const registre = z.object({
	communes: z.record(z.string(), z.string()),
	versions: z.record(z.string(), z.string()),
	fichiers: z.record(z.string(), z.tuple([z.string(), z.string()])),
});
type Registre = z.infer<typeof registre>;

/** File of a build's own cache folder that holds the record until the site is published. */
const REGISTRE = 'reprise.json';

const garde = (racine: string): Cache => new Cache(racine, 'reprise');
/** Cache key of the site that is published in a folder. */
export const cleDuSite = (place: string): string => hash('sha256', place).slice(0, 32);

/** Caches the record of a site that has just been published. @param atelier cache folder of its build */
export function garderRegistre(racine: string, atelier: string, place: string): void {
	garde(racine).garder(cleDuSite(place), readFileSync(join(atelier, REGISTRE)));
	garde(racine).balayer();
}

/**
 * Reuses the pages of the previous site. A page is reused if neither what it may depend on nor its bytes have changed;
 * whatever is not known to be the same is rendered again.
 */
export class Reprise {
	readonly #racine: string;
	readonly #place: string;
	readonly #depart: ReturnType<typeof regarder>;
	readonly #commun: string;
	readonly #ancien: Registre | undefined;
	readonly #fichiers: Registre['fichiers'] = {};
	#reprises = 0;

	/** @param place folder of the previous site */
	constructor(racine: string, place: string) {
		[this.#racine, this.#place] = [racine, place];
		this.#depart = regarder(racine);
		this.#commun = resumer([this.#depart.communes]);
		this.#ancien = lire(garde(racine).lire(cleDuSite(place)));
	}

	/** Hash of all that a file may depend on; `undefined` if it depends on no version, or on an unknown one. */
	cle(route: string, { versions, autres = null }: Dependances): string | undefined {
		const jointes = versions.map((id) => this.#depart.parVersion.get(id));
		if (!jointes.length || jointes.includes(undefined)) return undefined;
		return resumer([route, this.#commun, [...new Set(jointes)], autres]);
	}

	/** False if a file rendered anew differs from the recorded one though its key is the same: the record is wrong. */
	confirme(fichier: string, cle: string | undefined, octets: Uint8Array): boolean {
		const [saCle, sesOctets] = this.#ancien?.fichiers[fichier] ?? [];
		return saCle === undefined || saCle !== cle || sesOctets === empreinte(octets);
	}

	/** Bytes of a file of the previous site; `undefined` if it has to be rendered. */
	prendre(fichier: string, cle: string | undefined): Buffer<ArrayBuffer> | undefined {
		const ancien = this.#ancien?.fichiers[fichier];
		if (!ancien || ancien[0] !== cle) return undefined;
		let octets: Buffer<ArrayBuffer>;
		try {
			octets = readFileSync(join(this.#place, fichier));
		} catch {
			return undefined;
		}
		if (empreinte(octets) !== ancien[1]) return undefined;
		this.#fichiers[fichier] = ancien;
		this.#reprises++;
		return octets;
	}

	noter(fichier: string, cle: string | undefined, octets: Uint8Array): void {
		if (cle !== undefined) this.#fichiers[fichier] = [cle, empreinte(octets)];
	}

	/**
	 * Writes the record of the new site into the cache folder of its build. If a dependency has changed since the build
	 * began, some pages may show the change and others not: no file is then recorded.
	 */
	ecrire(atelier: string): void {
		const { communes, parVersion } = regarder(this.#racine);
		const stable = resumer([communes, ...parVersion]) === resumer([this.#depart.communes, ...this.#depart.parVersion]);
		const fichiers = stable ? this.#fichiers : {};
		const neuf: Registre = { communes, versions: Object.fromEntries(parVersion), fichiers };
		writeFileSync(join(atelier, REGISTRE), JSON.stringify(neuf));
	}

	/** Line of the build's log: how many pages were reused, and what has changed. */
	dire(): string {
		const bilan = `Pages reprises du site précédent : ${this.#reprises} sur ${Object.keys(this.#fichiers).length}`;
		if (!this.#ancien) return `${bilan} ; rien n’en était gardé`;
		const { communes, parVersion } = this.#depart;
		const changees = differentes(this.#ancien.communes, communes);
		if (changees.length) return `${bilan} ; tout est refait, a changé : ${changees.join(', ')}`;
		const touchees = differentes(this.#ancien.versions, Object.fromEntries(parVersion));
		const suite = touchees.length > DITES ? '…' : '';
		return touchees.length
			? `${bilan} ; a changé ce qui est joint à ${touchees.slice(0, DITES).join(', ')}${suite}`
			: bilan;
	}
}

/** Maximum number of versions that the log names. */
const DITES = 8;

const differentes = (avant: Record<string, string>, apres: Record<string, string>): string[] =>
	Object.keys({ ...avant, ...apres }).filter((nom) => avant[nom] !== apres[nom]);

/** Current hashes of all that pages may depend on. */
function regarder(racine: string): { communes: Registre['communes']; parVersion: ReadonlyMap<string, string> } {
	const { communes, parVersion } = dependances();
	const { env } = process;
	const [code, paquets] = codeDuSite(racine);
	const reglages = resumer([lireReglages(env), env.NODE_ENV]);
	return {
		communes: { ...communes, 'le code du site': code, 'ses dépendances': paquets, 'ses réglages': reglages },
		parVersion,
	};
}

/** Hashes of the code that makes the site, and of what runs it: packages, settings of the project, Node. */
export function codeDuSite(racine: string): [code: string, dependances: string] {
	/** Hash of a file; empty if it is missing. */
	const de = (fichier: string) => {
		const chemin = join(racine, fichier);
		return existsSync(chemin) ? empreinte(readFileSync(chemin)) : '';
	};
	const autour = readdirSync(racine, { withFileTypes: true })
		.filter((entree) => entree.isFile() && !entree.name.endsWith('.md'))
		.map(({ name }) => [name, de(name)]);
	const { version, arch, platform } = process;
	return [
		resumer([...empreintesDesFichiers(racine, ['src', 'scripts/construction']), de('scripts/construire.ts')]),
		// `.package-lock.json` is where `npm ci` lists the packages that it has installed.
		resumer([...autour, de('node_modules/.package-lock.json'), version, arch, platform]),
	];
}

/** Parses a record; `undefined` if there is none, or if another version of this code wrote it. */
function lire(octets: Uint8Array | undefined): Registre | undefined {
	try {
		return octets && registre.parse(JSON.parse(Buffer.from(octets).toString()));
	} catch {
		return undefined;
	}
}
