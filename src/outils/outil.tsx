import { type ComponentChild, render } from 'preact';
import type { Refus } from '../domaine/etat-url/refus.ts';
import type { EntreeRepertoire, Repertoire } from '../domaine/outils/repertoire.ts';
import { nomVersion } from '../domaine/version.ts';
import { Panne, Refuses, type Repli } from '../vues/avis.tsx';
import { exiger } from './dom.ts';
import { DonneesIndisponibles, lireRepertoire } from './donnees.ts';
import { relais } from './tasks.ts';
import type { Noter } from './url.ts';

/**
 * What the three tools share. Each keeps its state in the address, reads the data files that the state names, and
 * draws the result. A later state aborts the signal of the earlier one, whose answers then come too late and are
 * dropped.
 */
export abstract class Outil<Etat> {
	protected readonly racine: HTMLElement;
	protected readonly versions: ReadonlyMap<string, EntreeRepertoire>;
	protected readonly repertoire: Repertoire;
	protected etat: Etat;
	protected noter: Noter = () => undefined;
	readonly #repli: Repli;
	readonly #tour = relais();

	constructor(racine: HTMLElement, repertoire: Repertoire, vide: Etat, repli: Repli) {
		this.racine = racine;
		this.repertoire = repertoire;
		this.versions = new Map(repertoire.versions.map((v) => [v.id, v]));
		this.etat = vide;
		this.#repli = repli;
	}

	/** Listens to the page, and reads the address. */
	protected abstract brancher(): void;

	/**
	 * Draws the state.
	 * @param signal aborted once another state is to be drawn; to be asked after each wait
	 */
	protected abstract dessiner(signal: AbortSignal, refus: readonly Refus[], origine?: string): Promise<void>;

	demarrer(): void {
		exiger(this.racine, 'form').addEventListener('submit', (e) => e.preventDefault());
		exiger<HTMLFieldSetElement>(this.racine, 'fieldset').disabled = false;
		this.brancher();
	}

	/** @param refus what was set aside of the address or of a file (`origine`) */
	protected async montrer(refus: readonly Refus[] = [], origine?: string): Promise<void> {
		const signal = this.#tour();
		try {
			await this.dessiner(signal, refus, origine);
		} catch (cause) {
			if (signal.aborted) return;
			signaler(cause);
			this.annoncer('');
			this.rendre(<Panne reessayer={() => void this.montrer(refus, origine)} repli={this.#repli} />);
		}
	}

	protected rendre(resultat: ComponentChild): void {
		render(resultat, exiger(this.racine, '[data-resultat]'));
	}

	/** @param dit what a screen reader hears of the result */
	protected annoncer(dit: string): void {
		exiger(this.racine, '[data-etat]').textContent = dit;
	}

	protected refuser(refus: readonly Refus[], origine?: string): void {
		const cadre = exiger(this.racine, '[data-refus]');
		cadre.hidden = refus.length === 0;
		render(<Refuses refus={refus} origine={origine} />, cadre);
	}

	protected nom(id: string): string {
		const entree = this.versions.get(id);
		return entree ? nomVersion(entree) : id;
	}

	/** True where the comparison of two versions, the older first, has a page. */
	protected aUnePage(de: string, vers: string): boolean {
		return this.versions.get(de)?.pages.includes(vers) ?? false;
	}

	protected viser(champ: string): void {
		exiger<HTMLElement>(this.racine, `[data-combobox=${champ}] input`).focus();
	}
}

/**
 * Starts a tool on its part of the page, once the index of the versions is there.
 * @param creer makes it
 */
export async function demarrer<E>(
	racine: HTMLElement,
	creer: (racine: HTMLElement, repertoire: Repertoire) => Outil<E>,
	repli: Repli,
): Promise<void> {
	const resultat = exiger(racine, '[data-resultat]');
	try {
		const outil = creer(racine, await lireRepertoire());
		render(null, resultat);
		outil.demarrer();
	} catch (cause) {
		signaler(cause);
		render(<Panne reessayer={() => void demarrer(racine, creer, repli)} repli={repli} />, resultat);
	}
}

/** A file that cannot be read is told to the reader, and the browser logs it; anything else is a fault of ours. */
function signaler(cause: unknown): void {
	if (!(cause instanceof DonneesIndisponibles)) console.error(cause);
}
