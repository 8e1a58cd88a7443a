import { enLettres } from '../domaine/date.ts';
import { typographier } from '../domaine/texte/typographie.ts';

/** A sentence of our own, with French spaces and « er » as superscript. Never for the words of a document. */
export function Texte({ texte }: { texte: string }) {
	const [premier, ...autres] = typographier(texte).split(/\b1er\b/);
	return (
		<>
			{premier}
			{autres.map((suite) => (
				<>
					1<sup>er</sup>
					{suite}
				</>
			))}
		</>
	);
}

/** A date (`AAAA-MM-JJ`) in words. */
export function Jour({ date }: { date: string }) {
	return (
		<time dateTime={date}>
			<Texte texte={enLettres(date)} />
		</time>
	);
}

/** A bulleted list. @param officiel true if the elements are the words of a document */
export function Liste({ elements, officiel }: { elements: readonly preact.ComponentChild[]; officiel?: boolean }) {
	return (
		<ul>
			{elements.map((element) => (
				<li class={officiel ? 'libelle' : undefined}>{element}</li>
			))}
		</ul>
	);
}

/** Renders each element of a list, with a separator between them. */
export const separes = <T,>(liste: readonly T[], separateur: string, dessiner: (element: T) => preact.ComponentChild) =>
	liste.map((element, i) => (
		<>
			{i > 0 && separateur}
			{dessiner(element)}
		</>
	));
