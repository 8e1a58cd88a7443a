import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Dependances, dependances, empreinte, empreintesDesFichiers, resumer } from '../catalogue/dependances.ts';
import { lireReglages } from '../reglages.ts';
import { Cache } from './cache.ts';

/**
 * What is kept of a site: what all its pages may depend on, what is joined to each version, and each of its files by a
 * hash of all that it may depend on and by a hash of its bytes.
 */
const registre = z.object({
	communes: z.record(z.string(), z.string()),
	versions: z.record(z.string(), z.string()),
	fichiers: z.record(z.string(), z.tuple([z.string(), z.string()])),
});
type Registre = z.infer<typeof registre>;

/** Under this name a build leaves its record in its own cache, until its site is in its place. */
const REGISTRE = 'reprise.json';

const garde = (racine: string): Cache => new Cache(racine, 'reprise');
/** Name under which something is kept of the site of a place. */
export const cleDuSite = (place: string): string => hash('sha256', place).slice(0, 32);

/** Keeps the record of a site that is now in its place. @param atelier cache of its build */
export function garderRegistre(racine: string, atelier: string, place: string): void {
	garde(racine).garder(cleDuSite(place), readFileSync(join(atelier, REGISTRE)));
	garde(racine).balayer();
}

/**
 * Pages of the previous site that a build takes as they are. A page is taken where neither what it may depend on nor its
 * bytes have changed; whatever is not known to be the same is made.
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

	/** The key of a file; none where a version that it names is unknown. */
	cle(route: string, { versions, autres = null }: Dependances): string | undefined {
		const jointes = versions.map((id) => this.#depart.parVersion.get(id));
		if (!jointes.length || jointes.includes(undefined)) return undefined;
		return resumer([route, this.#commun, [...new Set(jointes)], autres]);
	}

	/** Whether a file that is made is, as far as is known, what would be taken of the previous site. */
	confirme(fichier: string, cle: string | undefined, octets: Uint8Array): boolean {
		const [saCle, sesOctets] = this.#ancien?.fichiers[fichier] ?? [];
		return saCle === undefined || saCle !== cle || sesOctets === empreinte(octets);
	}

	/** The bytes of a file of the previous site; nothing where it has to be made. */
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

	noter(fichier: string, cle: string | undefined, octets: string | Uint8Array): void {
		if (cle !== undefined) this.#fichiers[fichier] = [cle, empreinte(octets)];
	}

	/**
	 * Leaves the record of the new site in the cache of its build. What has changed since the build began may show in
	 * some of its pages and not in others: then nothing is kept.
	 */
	ecrire(atelier: string): void {
		const { communes, parVersion } = regarder(this.#racine);
		const stable = resumer([communes, ...parVersion]) === resumer([this.#depart.communes, ...this.#depart.parVersion]);
		const fichiers = stable ? this.#fichiers : {};
		const neuf: Registre = { communes, versions: Object.fromEntries(parVersion), fichiers };
		writeFileSync(join(atelier, REGISTRE), JSON.stringify(neuf));
	}

	/** What was taken and what was not, and why, as the log of a build says it. */
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

/** Versions that the log names at most. */
const DITES = 8;

const differentes = (avant: Record<string, string>, apres: Record<string, string>): string[] =>
	Object.keys({ ...avant, ...apres }).filter((nom) => avant[nom] !== apres[nom]);

/** All that pages may depend on, as it is now. */
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

/** Hash of the code that makes the site, and of what it is run with: the packages and their settings, Node. */
export function codeDuSite(racine: string): [code: string, dependances: string] {
	/** Hash of a file, where there is one. */
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
		// What `npm ci` has written of the packages that are there.
		resumer([...autour, de('node_modules/.package-lock.json'), version, arch, platform]),
	];
}

/** A record that is not there, or that another state of this code has written, is none. */
function lire(octets: Uint8Array | undefined): Registre | undefined {
	try {
		return octets && registre.parse(JSON.parse(Buffer.from(octets).toString()));
	} catch {
		return undefined;
	}
}
