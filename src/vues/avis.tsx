import type { ComponentChildren } from 'preact';
import { lien } from '../adresse.ts';
import { expliquerRefus, type Refus } from '../domaine/etat-url/refus.ts';
import { Liste } from './texte.tsx';

/** Stands where the answer will, once it has been waited for long enough to be noticed. */
export function Attente() {
	return <p class="attente">Réponse en cours…</p>;
}

/** Values of an address or a file that were set aside, and why. */
export function Refuses({ refus, origine }: { refus: readonly Refus[]; origine?: string | undefined }) {
	const [titre, ...details] = expliquerRefus(refus, origine);
	if (titre === undefined) return null;
	return (
		<>
			<p>
				<strong>{titre}</strong>
			</p>
			{details.length > 0 && <Liste elements={details} />}
		</>
	);
}

/** Pages to offer where a tool cannot answer. */
export type Repli = readonly { nom: string; chemin: string }[];

/** Stands in for a result that could not be made: says so, offers to try again, and links to other pages. */
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
 * Buttons that take a result away. Its full address is printed below them, since the margin of a sheet cuts a long one.
 * @param adresse of the result, with the choices that it was made from; a page of its own says it in its footer
 */
export function Emporter(props: { actions: readonly Action[]; adresse?: string; children?: ComponentChildren }) {
	const { actions, adresse, children } = props;
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

/** Buttons of a comparison, the same on its page and in the tool. */
export const ACTIONS_COMPARAISON = [
	{ nom: 'Copier en texte', cle: 'texte' },
	{ nom: 'Copier la citation', cle: 'citation' },
	{ nom: 'Imprimer', cle: 'imprimer' },
] as const satisfies readonly Action[];

/**
 * The same on the page of a comparison, with data files, which need no script: its own, or those of both versions where
 * it has none.
 */
export function EmporterComparaison(props: { fichiers: [nom: string, chemin: string][]; siens: boolean }) {
	const { fichiers, siens } = props;
	return (
		<Emporter actions={ACTIONS_COMPARAISON}>
			<p>
				{siens
					? 'Chaque compétence, avec sa nature, son statut, son motif et ses parentés'
					: 'Chaque version, avec ses compétences et leurs sources'}
				 :{' '}
				{fichiers.map(([nom, chemin], i) => (
					<>
						{i > 0 && ', '}
						<a href={lien(chemin)} download>
							{nom}
						</a>
					</>
				))}
				.
			</p>
		</Emporter>
	);
}
