import { typographier } from '../domaine/texte/typographie.ts';

interface EntreeDeSommaire {
	ancre: string;
	nom: string;
	sous?: boolean;
	/** True if the name is the words of a document. */
	officiel?: boolean;
}

/**
 * Table of contents of a long page: on one line above its text (`enLigne`) if the page is full width; otherwise beside
 * it and, on a narrow screen, folded above it so that the text comes first.
 */
export function Sommaire({ entrees, enLigne }: { entrees: readonly EntreeDeSommaire[]; enLigne?: boolean }) {
	const liste = (
		<ul>
			{entrees.map(({ ancre, nom, sous, officiel }) => (
				<li class={[sous && 'sous', officiel && 'libelle'].filter(Boolean).join(' ') || undefined}>
					<a href={`#${ancre}`}>{officiel ? nom : typographier(nom)}</a>
				</li>
			))}
		</ul>
	);
	return (
		<nav class={`sommaire${enLigne ? ' en-ligne' : ''}`} aria-labelledby="sommaire">
			<h2 id="sommaire">Sur cette page</h2>
			{enLigne ? (
				liste
			) : (
				<details>
					<summary>Sur cette page</summary>
					{liste}
				</details>
			)}
		</nav>
	);
}
