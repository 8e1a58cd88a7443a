import type { ComponentChildren } from 'preact';
import { lien } from '../adresse.ts';
import { expliquerRefus, type Refus } from '../domaine/etat-url/refus.ts';

/** What was set aside of an address or a file, and why. */
export function Refuses({ refus, origine }: { refus: readonly Refus[]; origine?: string | undefined }) {
	const [titre, ...details] = expliquerRefus(refus, origine);
	if (titre === undefined) return null;
	return (
		<>
			<p>
				<strong>{titre}</strong>
			</p>
			{details.length > 0 && (
				<ul>
					{details.map((d) => (
						<li>{d}</li>
					))}
				</ul>
			)}
		</>
	);
}

/** Where else to go when a tool cannot answer. */
export type Repli = readonly { nom: string; chemin: string }[];

/** What stands in the place of a result that could not be made: what happened, how to try again, where else to go. */
export function Panne({ reessayer, repli }: { reessayer: () => void; repli: Repli }) {
	return (
		<div class="panne" role="alert">
			<p>Les données n’ont pas pu être lues. Ce que vous avez choisi est gardé dans l’adresse.</p>
			<p class="actions">
				<button type="button" onClick={reessayer}>
					Réessayer
				</button>
				{repli.map(({ nom, chemin }) => (
					<a href={lien(chemin)}>{nom}</a>
				))}
			</p>
		</div>
	);
}

/** A button that takes a result away; where a page is made without its script, `cle` names what the script must do. */
export interface Action {
	nom: string;
	cle?: string;
	agir?: (annonce: HTMLElement) => unknown;
}

/**
 * What one can take away of a result. On paper its full address stands there once, since the margin cuts a long one.
 * @param adresse of the result, with the choices that it was made from; a page of its own says it in its footer
 */
export function Emporter({
	actions,
	adresse,
	children,
}: {
	actions: readonly Action[];
	adresse?: string;
	children?: ComponentChildren;
}) {
	return (
		<section aria-labelledby="emporter" class="emporter">
			<h2 id="emporter">Emporter</h2>
			<p class="actions" hidden={actions.some(({ agir }) => !agir)}>
				{actions.map(({ nom, cle, agir }) => (
					<button
						type="button"
						data-agir={cle}
						onClick={
							agir && ((e) => agir(e.currentTarget.parentElement?.querySelector('[role=status]') as HTMLElement))
						}
					>
						{nom}
					</button>
				))}
				<span role="status" />
			</p>
			{children}
			{adresse && <p class="imprime petit adresse-etat">Adresse de ce résultat : {adresse}</p>}
		</section>
	);
}

/** What one takes of a comparison, on its page as in the tool. */
export const ACTIONS_COMPARAISON = [
	{ nom: 'Copier en texte', cle: 'texte' },
	{ nom: 'Copier la citation', cle: 'citation' },
	{ nom: 'Imprimer', cle: 'imprimer' },
] as const satisfies readonly Action[];

/** What one takes of a comparison from its page: its files stand there, without a script. */
export function EmporterComparaison({ csv, json }: { csv: string; json: string }) {
	return (
		<Emporter actions={ACTIONS_COMPARAISON}>
			<p>
				Chaque compétence, avec sa nature, son statut, son motif et ses parentés :{' '}
				<a href={lien(csv)} download>
					tableau CSV
				</a>
				,{' '}
				<a href={lien(json)} download>
					JSON
				</a>
				.
			</p>
		</Emporter>
	);
}
