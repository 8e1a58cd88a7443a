import { garderConnus, TITRES_MAXIMUM } from '../domaine/etat-url/liste.ts';
import type { Refus } from '../domaine/etat-url/refus.ts';
import { versionDe } from '../domaine/identifiant.ts';
import type { EntreeRepertoire } from '../domaine/outils/repertoire.ts';
import { brancherCombobox } from './combobox.tsx';
import { exiger } from './dom.ts';
import { Outil } from './outil.tsx';

/**
 * Base of the two simulators: one chooses titles, ticks what one holds or practises in them, and the form folds to a
 * line to leave its place to the answer.
 */
export abstract class Simulateur<State extends { titres: string[] }> extends Outil<State> {
	/** Versions shown to tick, in order of choice. */
	protected montrees: string[] = [];

	/** Ids of what is ticked. */
	protected abstract cochees(etat: State): string[];

	/** The one way to write a state, and its fragment. */
	protected abstract ranger(etat: State): State;
	protected abstract ecrire(etat: State): string;

	/** @param etape true where « Back » must undo it */
	protected changer(etat: Partial<State>, etape = false): void {
		this.etat = this.ranger({ ...this.etat, ...etat });
		this.noter(this.ecrire(this.etat), etape);
		void this.montrer();
	}

	/** @param suite what to do with a title that was chosen */
	protected brancherTitres(proposable: (version: EntreeRepertoire) => boolean, suite: string): void {
		brancherCombobox(
			exiger(this.racine, '[data-combobox=titre]'),
			() => this.repertoire.versions.filter((v) => proposable(v) && !this.montrees.includes(v.id)),
			(id) => {
				if (this.montrees.length >= TITRES_MAXIMUM) return `${TITRES_MAXIMUM} titres au plus : retirez-en un d’abord.`;
				this.changer({ titres: [...this.etat.titres, id] } as Partial<State>);
				return `${this.nom(id)} est ajouté : ${suite}`;
			},
		);
	}

	/** Versions of which something is ticked. */
	protected versionsCochees(): Set<string> {
		return new Set(this.cochees(this.etat).map(versionDe));
	}

	/** Versions to show: those that were there keep their place. */
	protected versionsAMontrer(): string[] {
		const voulues = new Set([...this.versionsCochees(), ...this.etat.titres]);
		return [...new Set([...this.montrees, ...voulues])].filter((id) => voulues.has(id));
	}

	/** Versions of the lineages of what is ticked, and those that `aussi` keeps, in the order of the index. */
	protected famille(aussi: (version: EntreeRepertoire) => boolean): EntreeRepertoire[] {
		const lignees = new Set([...this.versionsCochees()].map((id) => this.versions.get(id)?.lignee));
		return this.repertoire.versions.filter((v) => aussi(v) || (v.lignee !== undefined && lignees.has(v.lignee)));
	}

	/**
	 * Sets aside what a known version does not have.
	 * @param garder the state without what is not among the ids that are known
	 */
	protected ecarterAbsents(
		connu: (id: string) => boolean,
		garder: (ids: readonly string[]) => Partial<State>,
	): Refus[] {
		const { etat, refus } = garderConnus(this.cochees(this.etat), connu);
		const titres = [...this.etat.titres, ...refus.map(({ recu }) => versionDe(recu))];
		if (refus.length) this.etat = this.ranger({ ...this.etat, ...garder(etat), titres });
		return refus;
	}

	/**
	 * Says what is ticked, where the form is folded; where nothing is, asks for it and takes the answer away.
	 * @returns whether there is something to answer
	 */
	protected resumer(dit: string, invite: string): boolean {
		const vide = this.cochees(this.etat).length === 0;
		exiger(this.racine, '[data-voir]').hidden = vide;
		exiger(this.racine, '[data-resume]').textContent = dit;
		if (!vide) return true;
		this.question.open = true;
		this.rendre(null);
		this.annoncer(this.montrees.length ? invite : '');
		return false;
	}
}
