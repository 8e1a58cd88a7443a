import { type ComponentChild, render } from 'preact';
import type { ComparaisonExpliquee } from '../domaine/comparaison/comparer.ts';
import type { Refus } from '../domaine/etat-url/refus.ts';
import type { Dossier, EntreeRepertoire, Repertoire } from '../domaine/outils/dossier.ts';
import { nomVersion } from '../domaine/version.ts';
import { Attente, Panne, Refuses, type Repli } from '../vues/avis.tsx';
import { DonneesIndisponibles, lireComparaison, lireLexique, lireRepertoire } from './donnees.ts';
import { ceder, exiger, relais } from './navigateur.ts';

/**
 * Base of the three tools. Each keeps its state in the URL, fetches the data files that the state names, and renders
 * the result. A new state aborts the signal of the previous one, whose late answers are dropped.
 */
export abstract class Outil<State> {
	protected readonly racine: HTMLElement;
	protected readonly versions: ReadonlyMap<string, EntreeRepertoire>;
	/** Every version, oldest first. */
	protected readonly toutes: readonly EntreeRepertoire[];
	protected abstract etat: State;
	readonly #repli: Repli;
	readonly #tour = relais();

	constructor(racine: HTMLElement, { versions }: Repertoire, repli: Repli) {
		this.racine = racine;
		this.toutes = versions;
		this.versions = new Map(versions.map((v) => [v.id, v]));
		this.#repli = repli;
	}

	/** Adds the listeners of the page, and reads the state from the URL. */
	protected abstract brancher(): void;

	/**
	 * Renders the state.
	 * @param signal aborted when a newer state replaces this one; check it after each `await`
	 */
	protected abstract dessiner(signal: AbortSignal): Promise<void>;

	demarrer(): void {
		exiger(this.racine, 'form').addEventListener('submit', (e) => e.preventDefault());
		exiger<HTMLFieldSetElement>(this.racine, 'fieldset').disabled = false;
		this.brancher();
	}

	/** Renders the state, or an error with a button to retry. */
	protected async montrer(): Promise<void> {
		const signal = this.#tour();
		try {
			await this.dessiner(signal);
		} catch (cause) {
			if (signal.aborted) return;
			signaler(cause);
			this.annoncer('');
			this.rendre(<Panne reessayer={() => void this.montrer()} repli={this.#repli} />);
		}
	}

	/** The form, which folds to one line to make room for the answer. */
	protected get question(): HTMLDetailsElement {
		return exiger<HTMLDetailsElement>(this.racine, '[data-question]');
	}

	/**
	 * Opens or folds the form. It is folded if there is an answer, on screens too narrow to show both side by side.
	 * @param repondue whether there is an answer
	 */
	protected replier(repondue: boolean): void {
		this.question.open = !repondue || matchMedia('(width >= 62rem)').matches;
	}

	protected rendre(resultat: ComponentChild): void {
		render(resultat, exiger(this.racine, '[data-resultat]'));
	}

	/** @param dit what screen readers announce */
	protected annoncer(dit: string): void {
		exiger(this.racine, '[data-etat]').textContent = dit;
	}

	protected refuser(refus: readonly Refus[], origine?: string): void {
		const cadre = exiger(this.racine, '[data-refus]');
		cadre.hidden = refus.length === 0;
		render(<Refuses refus={refus} origine={origine} />, cadre);
	}

	/** Known ids in the order of the index, oldest first. */
	protected ordonner(ids: readonly string[]): string[] {
		return [...this.versions.keys()].filter((id) => ids.includes(id));
	}

	protected nom(id: string): string {
		const entree = this.versions.get(id);
		return entree ? nomVersion(entree) : id;
	}

	/** Whether the comparison of two versions (older first) has a page. */
	protected aUnePage(de: string, vers: string): boolean {
		return this.versions.get(de)?.pages.includes(vers) ?? false;
	}

	/**
	 * Comparison of two versions (older first): the published one, or one computed here that nobody has reviewed.
	 * @param lus data of both versions at least
	 */
	protected async comparer(
		de: string,
		vers: string,
		lus: ReadonlyMap<string, Dossier> | Promise<ReadonlyMap<string, Dossier>>,
	): Promise<Omit<ComparaisonExpliquee, 'parEtapes'> & { automatique: boolean }> {
		if (this.aUnePage(de, vers))
			return { comparaison: await lireComparaison(de, vers), explications: new Map(), automatique: false };
		const [dossiers, { comparerExplique }, lexique] = await Promise.all([
			lus,
			import('../domaine/comparaison/comparer.ts'),
			lireLexique(),
		]);
		await ceder();
		const [ancienne, recente] = [dossiers.get(de) as Dossier, dossiers.get(vers) as Dossier];
		return { ...comparerExplique(ancienne, recente, undefined, lexique), automatique: true };
	}

	protected viser(champ: string): void {
		exiger<HTMLElement>(this.racine, `[data-combobox=${champ}] input`).focus();
	}
}

/** Starts a tool in its part of the page, once the index of versions is loaded. */
export async function demarrer<State>(
	racine: HTMLElement,
	Classe: new (...parametres: ConstructorParameters<typeof Outil>) => Outil<State>,
	repli: Repli,
): Promise<void> {
	const resultat = exiger(racine, '[data-resultat]');
	try {
		// If the URL holds a state, show a placeholder until the first render.
		render(/[?#].*=/.test(location.search + location.hash) ? <Attente /> : null, resultat);
		new Classe(racine, await lireRepertoire(), repli).demarrer();
	} catch (cause) {
		signaler(cause);
		render(<Panne reessayer={() => void demarrer(racine, Classe, repli)} repli={repli} />, resultat);
	}
}

/** Logs a bug. A file that cannot be read is not one: the page says it, and the browser logs it already. */
function signaler(cause: unknown): void {
	if (!(cause instanceof DonneesIndisponibles)) console.error(cause);
}
