import { type ComponentChild, render } from 'preact';
import { garderConnus, type Lu, TITRES_MAXIMUM } from '../domaine/etat-url/liste.ts';
import type { Refus } from '../domaine/etat-url/refus.ts';
import { versionDe } from '../domaine/identifiant.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import type { EntreeRepertoire } from '../domaine/outils/repertoire.ts';
import { Texte } from '../vues/texte.tsx';
import { brancherCombobox } from './combobox.tsx';
import { exiger } from './dom.ts';
import { lireDossiers } from './donnees.ts';
import { Outil } from './outil.tsx';
import { brancherFragment } from './url.ts';

/**
 * Base of the two simulators: the reader chooses titles and ticks what they hold or practise in them; the form then
 * folds to one line to make room for the answer.
 */
export abstract class Simulateur<State extends { titres: string[] }> extends Outil<State> {
	/** Ids of the versions whose checkboxes are shown, in order of choice. */
	protected montrees: string[] = [];

	/** Number of states read from the URL or from a file. */
	protected lectures = 0;

	/** Ids that are ticked in a state, and those that can be ticked in a version. */
	protected abstract cochees(etat: State): string[];
	protected abstract cases(dossier: Dossier): string[];

	/** Says how many are ticked: « 3 compétences cochées ». */
	protected abstract compter(nombre: number): string;

	/** The fields of a state that hold ticked ids, reduced to these ids. */
	protected abstract garder(etat: State, ids: readonly string[]): Partial<State>;

	/** The field of a state that holds target titles, reduced to those that `connus` returns. */
	protected abstract garderVisees(etat: State, connus: (ids: readonly string[]) => string[]): Partial<State>;

	/** Whether something can be ticked in a version. */
	protected abstract admise(version: EntreeRepertoire): boolean;

	/** True if the tool cannot use other versions at all, not even as a target. */
	protected abstract readonly admisesSeules: boolean;

	/** Normalises a state; writes a state as a fragment, and parses it. */
	protected abstract ranger(etat: State): State;
	protected abstract ecrire(etat: State): string;
	protected abstract lire(fragment: string): Lu<State>;

	/** View of the checkboxes of a version. */
	protected abstract choix(dossier: Dossier, retirer: () => void): ComponentChild;

	/** Renders the answer, once the checkboxes are rendered. */
	protected abstract conclure(signal: AbortSignal): Promise<void>;

	/** Keeps the state in the fragment. */
	protected brancherAdresse(): void {
		this.noter = brancherFragment((fragment, refus) => {
			const lu = this.lire(fragment);
			void this.poser({ ...lu, refus: [...refus, ...lu.refus] });
			// A reader who opens the address of an answer sees it first; on a wide screen the form is beside it.
			this.replier(this.cochees(this.etat).length > 0);
		});
	}

	/** Applies a state read from the URL or a file. Ids unknown to the catalogue are ignored, and the page says so. */
	protected poser({ etat, refus }: Lu<State>, origine?: string): Promise<void> {
		const ecartes = [...refus];
		const connus = (ids: readonly string[]) => {
			const version = (id: string) => this.versions.get(versionDe(id));
			const connus = garderConnus(ids, (id) => version(id) !== undefined);
			const dites = (id: string) => !this.admisesSeules || this.admise(version(id) as EntreeRepertoire);
			const gardes = garderConnus(connus.etat, dites, 'sans-competences');
			ecartes.push(...connus.refus, ...gardes.refus);
			return gardes.etat;
		};
		const coches = this.garder(etat, connus(this.cochees(etat)));
		this.etat = { ...etat, ...coches, titres: connus(etat.titres), ...this.garderVisees(etat, connus) };
		this.lectures += 1;
		return this.montrer(ecartes, origine);
	}

	protected async dessiner(signal: AbortSignal, refus: readonly Refus[], origine?: string): Promise<void> {
		const versions = this.versionsAMontrer();
		const dossiers = await lireDossiers(versions);
		signal.throwIfAborted();
		const absents = this.#ecarterAbsents([...dossiers.values()].flatMap((dossier) => this.cases(dossier)));
		this.refuser([...refus, ...absents], origine);
		this.montrees = versions;
		render(
			[...dossiers.values()].map((dossier) => this.choix(dossier, () => this.#retirer(dossier.id))),
			exiger(this.racine, '[data-titres]'),
		);
		await this.conclure(signal);
	}

	/** Folds the form if need be, and focuses the answer. */
	protected voirReponse(): void {
		this.replier(true);
		this.racine.querySelector<HTMLElement>('#resultat')?.focus();
	}

	/** @param etape true to add a step to the history, which « Back » undoes */
	protected changer(etat: Partial<State>, etape = false): void {
		this.etat = this.ranger({ ...this.etat, ...etat });
		this.noter(this.ecrire(this.etat), etape);
		void this.montrer();
	}

	/** @param suite end of the announcement of a chosen title: what to do next */
	protected brancherTitres(suite: string): void {
		brancherCombobox(
			exiger(this.racine, '[data-combobox=titre]'),
			() => this.repertoire.versions.filter((v) => this.admise(v) && !this.montrees.includes(v.id)),
			(id) => {
				if (this.montrees.length >= TITRES_MAXIMUM) return `${TITRES_MAXIMUM} titres au plus : retirez-en un d’abord.`;
				this.changer({ titres: [...this.etat.titres, id] } as Partial<State>);
				return `${this.nom(id)} est ajouté : ${suite}`;
			},
		);
	}

	/** Ids of the versions in which something is ticked. */
	protected versionsCochees(): Set<string> {
		return new Set(this.cochees(this.etat).map(versionDe));
	}

	/** Ids of the versions to show; those already shown keep their place. */
	protected versionsAMontrer(): string[] {
		const voulues = new Set([...this.versionsCochees(), ...this.etat.titres]);
		return [...new Set([...this.montrees, ...voulues])].filter((id) => voulues.has(id));
	}

	/** Versions of the lineages where something is ticked, and those that `aussi` accepts, in the order of the index. */
	protected famille(aussi: (version: EntreeRepertoire) => boolean): EntreeRepertoire[] {
		const lignees = new Set([...this.versionsCochees()].map((id) => this.versions.get(id)?.lignee));
		return this.repertoire.versions.filter((v) => aussi(v) || (v.lignee !== undefined && lignees.has(v.lignee)));
	}

	/** Removes from the state the ticked ids that no version has. @returns them */
	#ecarterAbsents(cases: readonly string[]): Refus[] {
		const { etat, refus } = garderConnus(this.cochees(this.etat), (id) => cases.includes(id));
		const titres = [...this.etat.titres, ...refus.map(({ recu }) => versionDe(recu))];
		if (refus.length) this.etat = this.ranger({ ...this.etat, ...this.garder(this.etat, etat), titres });
		return refus;
	}

	#retirer(version: string): void {
		const restent = this.cochees(this.etat).filter((id) => versionDe(id) !== version);
		const titres = this.etat.titres.filter((id) => id !== version);
		this.changer({ ...this.garder(this.etat, restent), titres } as Partial<State>, true);
		this.viser('titre');
	}

	/**
	 * Writes the summary shown when the form is folded. If nothing is ticked, opens the form and clears the answer.
	 * @param dit the summary
	 * @param invite announced if nothing is ticked
	 * @returns whether something is ticked
	 */
	protected resumer(dit: string, invite: string): boolean {
		const vide = this.cochees(this.etat).length === 0;
		exiger(this.racine, '[data-voir]').hidden = vide;
		exiger(this.racine, '[data-compte]').textContent = this.compter(this.cochees(this.etat).length);
		render(<Texte texte={dit} />, exiger(this.racine, '[data-resume]'));
		if (!vide) return true;
		this.question.open = true;
		this.rendre(null);
		this.annoncer(this.montrees.length ? invite : '');
		return false;
	}
}
