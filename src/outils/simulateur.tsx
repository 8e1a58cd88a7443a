import { type ComponentChild, render } from 'preact';
import { garderConnus, type Lu, TITRES_MAXIMUM } from '../domaine/etat-url/liste.ts';
import type { Refus } from '../domaine/etat-url/refus.ts';
import { type EtatSimulateur, ecrireEtat, type Forme, lireEtat, ranger, VIDE } from '../domaine/etat-url/simulateur.ts';
import { versionDe } from '../domaine/identifiant.ts';
import type { Dossier, EntreeRepertoire } from '../domaine/outils/dossier.ts';
import { Texte } from '../vues/elements.tsx';
import { brancherCombobox } from './combobox.tsx';
import { lireDossiers } from './donnees.ts';
import { exiger } from './navigateur.ts';
import { Outil } from './outil.tsx';
import { noterFragment, suivreFragment } from './url.ts';

/**
 * Base of the two simulators: the reader chooses titles and ticks what they hold or practise in them; the form then
 * folds to one line to make room for the answer. The state is kept in the fragment.
 */
export abstract class Simulateur extends Outil<EtatSimulateur> {
	protected etat = VIDE;

	/** What was ignored in the address, or in a file (`origine` names it). */
	#lu: { refus: readonly Refus[]; origine?: string | undefined } = { refus: [] };

	/** Ids of the versions whose checkboxes are shown, in order of choice. */
	protected montrees: string[] = [];

	/** Number of states read from the URL or from a file. */
	protected lectures = 0;

	/** What can be ticked, and the form of its address. */
	protected abstract readonly forme: Forme;

	/** Ids that can be ticked in a version. */
	protected abstract cases(dossier: Dossier): string[];

	/** Says how many are ticked: « 3 compétences cochées ». */
	protected abstract compter(nombre: number): string;

	/** Whether something can be ticked in a version. */
	protected abstract admise(version: EntreeRepertoire): boolean;

	/** True if the tool cannot use other versions at all, not even as a target. */
	protected abstract readonly admisesSeules: boolean;

	/** View of the checkboxes of a version. */
	protected abstract choix(dossier: Dossier, retirer: () => void): ComponentChild;

	/** Renders the answer, once the checkboxes are rendered. */
	protected abstract conclure(signal: AbortSignal): Promise<void>;

	/** Adds the listeners of the fields. */
	protected abstract brancherChamps(): void;

	protected brancher(): void {
		this.brancherChamps();
		suivreFragment((fragment) => {
			void this.poser(lireEtat(this.forme, fragment));
			// A reader who opens the address of an answer sees it first; on a wide screen the form is beside it.
			this.replier(this.etat.coches.length > 0);
		});
	}

	/** Applies a state read from the URL or a file. Ids unknown to the catalogue are ignored, and the page says so. */
	protected poser({ etat, refus }: Lu<EtatSimulateur>, origine?: string): Promise<void> {
		const ecartes = [...refus];
		const connus = (ids: readonly string[]) => {
			const version = (id: string) => this.versions.get(versionDe(id));
			const connus = garderConnus(ids, (id) => version(id) !== undefined);
			const dites = (id: string) => !this.admisesSeules || this.admise(version(id) as EntreeRepertoire);
			const gardes = garderConnus(connus.etat, dites, 'sans-competences');
			ecartes.push(...connus.refus, ...gardes.refus);
			return gardes.etat;
		};
		const [coches, titres, cibles] = [connus(etat.coches), connus(etat.titres), connus(etat.cibles)];
		this.etat = { ...etat, coches, titres, cibles };
		this.#lu = { refus: ecartes, origine };
		this.lectures += 1;
		return this.montrer();
	}

	protected async dessiner(signal: AbortSignal): Promise<void> {
		const versions = this.#aMontrer();
		const dossiers = await lireDossiers(versions);
		signal.throwIfAborted();
		const absents = this.#ecarterAbsents([...dossiers.values()].flatMap((dossier) => this.cases(dossier)));
		this.refuser([...this.#lu.refus, ...absents], this.#lu.origine);
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
	protected changer(etat: Partial<EtatSimulateur>, etape = false): void {
		this.etat = ranger({ ...this.etat, ...etat });
		this.#lu = { refus: [] };
		noterFragment(ecrireEtat(this.forme, this.etat), etape);
		void this.montrer();
	}

	/** @param suite end of the announcement of a chosen title: what to do next */
	protected brancherTitres(suite: string): void {
		brancherCombobox(
			exiger(this.racine, '[data-combobox=titre]'),
			() => this.toutes.filter((v) => this.admise(v) && !this.montrees.includes(v.id)),
			(id) => {
				if (this.montrees.length >= TITRES_MAXIMUM) return `${TITRES_MAXIMUM} titres au plus : retirez-en un d’abord.`;
				this.changer({ titres: [...this.etat.titres, id] });
				return `${this.nom(id)} est ajouté : ${suite}`;
			},
		);
	}

	/** Ids of the versions in which something is ticked. */
	protected versionsCochees(): Set<string> {
		return new Set(this.etat.coches.map(versionDe));
	}

	/** Ids of the versions to show; those already shown keep their place. */
	#aMontrer(): string[] {
		const voulues = new Set([...this.versionsCochees(), ...this.etat.titres]);
		return [...new Set([...this.montrees, ...voulues])].filter((id) => voulues.has(id));
	}

	/** Versions of the lineages where something is ticked, and those that `aussi` accepts, in the order of the index. */
	protected famille(aussi: (version: EntreeRepertoire) => boolean): EntreeRepertoire[] {
		const lignees = new Set([...this.versionsCochees()].map((id) => this.versions.get(id)?.lignee));
		return this.toutes.filter((v) => aussi(v) || (v.lignee !== undefined && lignees.has(v.lignee)));
	}

	/** Removes from the state the ticked ids that no version has. @returns them */
	#ecarterAbsents(cases: readonly string[]): Refus[] {
		const { etat: coches, refus } = garderConnus(this.etat.coches, (id) => cases.includes(id));
		const titres = [...this.etat.titres, ...refus.map(({ recu }) => versionDe(recu))];
		if (refus.length) this.etat = ranger({ ...this.etat, coches, titres });
		return refus;
	}

	#retirer(version: string): void {
		const coches = this.etat.coches.filter((id) => versionDe(id) !== version);
		this.changer({ coches, titres: this.etat.titres.filter((id) => id !== version) }, true);
		this.viser('titre');
	}

	/**
	 * Writes the summary shown when the form is folded. If nothing is ticked, opens the form and clears the answer.
	 * @param dit the summary
	 * @param invite announced if nothing is ticked
	 * @returns whether something is ticked
	 */
	protected resumer(dit: string, invite: string): boolean {
		const { length } = this.etat.coches;
		exiger(this.racine, '[data-voir]').hidden = length === 0;
		exiger(this.racine, '[data-compte]').textContent = this.compter(length);
		render(<Texte texte={dit} />, exiger(this.racine, '[data-resume]'));
		if (length) return true;
		this.question.open = true;
		this.rendre(null);
		this.annoncer(this.montrees.length ? invite : '');
		return false;
	}
}
