import type { ComponentChildren } from 'preact';
import { lien } from '../adresse.ts';
import { expliquerRefus, type Refus } from '../domaine/etat-url/refus.ts';
import { Liste, separes } from './elements.tsx';

/** Placeholder of an answer; CSS only shows it after a delay. */
export function Attente() {
	return <p class="attente">Réponse en cours…</p>;
}

/** Values of a URL or of a file that were ignored, and why. */
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

/** Pages to offer when a tool cannot answer. */
export type Repli = readonly { nom: string; chemin: string }[];

/** Error shown instead of a result: a button to retry, and links to other pages. */
export function Panne({ reessayer, repli }: { reessayer: () => void; repli: Repli }) {
	return (
		<div class="avis panne" role="alert">
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

/** A button to copy, print or download a result. `cle` names its action for the script of a page rendered at build. */
export interface Action {
	nom: string;
	cle?: string;
	agir?: (annonce: HTMLElement) => unknown;
}

/**
 * Buttons to copy, print or download a result. Its full address is printed below, since browsers cut long ones in the
 * margin.
 * @param adresse of a tool's result, with the choices it was made from; published pages print theirs in the footer
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
 * The same on a comparison page, with links to data files, which need no script.
 * @param siens true for the files of the comparison; false for those of both versions, if it has none
 */
export function EmporterComparaison(props: { fichiers: [nom: string, chemin: string][]; siens: boolean }) {
	const { fichiers, siens } = props;
	return (
		<Emporter actions={ACTIONS_COMPARAISON}>
			<p>
				{siens
					? 'Chaque compétence, avec sa nature, son statut, son motif et ses parentés'
					: 'Chaque version, avec ses compétences et leurs sources'}
				{'\u00A0: '}
				{separes(fichiers, ', ', ([nom, chemin]) => (
					<a href={lien(chemin)} download>
						{nom}
					</a>
				))}
				.
			</p>
		</Emporter>
	);
}
