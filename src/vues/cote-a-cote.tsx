import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { adresse, lien } from '../adresse.ts';
import type { Partie, Valeur } from '../domaine/cote-a-cote/tableau.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Colonnes, Texte } from './elements.tsx';

const NOTES: Partial<Record<Partie['cle'], string>> = {
	blocs: 'Les blocs sont rangés par numéro : le même rang n’est pas une correspondance.',
	competences:
		'Une ligne réunit les versions où le libellé est le même, typographie mise à part ; rien d’autre n’est affirmé ici.',
};

/**
 * One part of the side-by-side comparison of several versions, as a table. Identical rows are folded behind a button,
 * but printed.
 * @param differencesSeules true to leave identical rows out
 */
export function PartieComparee(props: { partie: Partie; noms: readonly string[]; differencesSeules: boolean }) {
	const { partie, noms, differencesSeules } = props;
	const [depliee, setDepliee] = useState(false);
	const lignes = differencesSeules ? partie.lignes.filter((l) => !l.pareille) : partie.lignes;
	const pareilles = lignes.filter((l) => l.pareille).length;
	const id = `partie-${partie.cle}`;
	const notes = [partie.fils ? undefined : NOTES[partie.cle], partie.reserve].filter(Boolean);
	return (
		<section aria-labelledby={id}>
			<h3 id={id}>{partie.nom}</h3>
			{notes.length > 0 && <p class="petit">{notes.join(' ')}</p>}
			{lignes.length ? (
				<Defilement nombre={noms.length} nom={partie.nom}>
					<table
						class={`${noms.length < 3 ? 'empilable ' : ''}cote-a-cote colonnes-${noms.length}`}
						aria-labelledby={id}
						id={`${id}-table`}
					>
						<Colonnes
							noms={[partie.fils ? 'Compétence' : partie.cle === 'competences' ? 'Libellé' : 'Ligne', ...noms]}
						/>
						<tbody>
							{lignes.map(({ nom, cellules, absences, pareille }) => (
								<tr class={pareille ? `pareille${depliee ? '' : ' repliee'}` : undefined}>
									<th scope="row" class={partie.cle === 'competences' ? 'libelle' : undefined}>
										{/* The span stays in view on a phone while the columns scroll. */}
										<span>{nom}</span>
									</th>
									{cellules.map((cellule, i) => (
										<td data-titre={noms[i]} class={cellule.length ? undefined : 'vide'}>
											{cellule.length ? cellule.map((valeur) => <ValeurComparee valeur={valeur} />) : absences[i]}
										</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
				</Defilement>
			) : (
				<p>Aucune différence.</p>
			)}
			{pareilles > 0 && (
				<button
					type="button"
					class="repli"
					aria-expanded={depliee}
					aria-controls={`${id}-table`}
					onClick={() => setDepliee(!depliee)}
				>
					{depliee ? 'Replier' : 'Montrer'} {compte(pareilles, 'ligne identique', 'lignes identiques')}
				</button>
			)}
		</section>
	);
}

/** Scrolling frame of a table of three or four versions, for phones. With two, CSS stacks the cells instead. */
function Defilement({ nombre, nom, children }: { nombre: number; nom: string; children: ComponentChildren }) {
	const cadre = useRef<HTMLElement>(null);
	const [defile, setDefile] = useState(false);
	useEffect(() => {
		const { current: vu } = cadre;
		if (!vu) return;
		// Observe the frame, whose size follows the screen, and the table, whose size follows its content.
		const regard = new ResizeObserver(() =>
			setDefile(vu.scrollWidth > vu.clientWidth || vu.scrollHeight > vu.clientHeight),
		);
		for (const mesure of [vu, ...vu.children]) regard.observe(mesure);
		return () => regard.disconnect();
	}, [nombre]);
	if (nombre < 3) return <>{children}</>;
	// A scrollable area must be focusable by keyboard; if nothing overflows, it would be a useless tab stop.
	const region = defile ? { 'aria-label': `${nom}, tableau à faire défiler`, tabIndex: 0 } : {};
	return (
		<section class="defilement" ref={cadre} {...region}>
			{children}
		</section>
	);
}

function ValeurComparee({ valeur: { texte, id, motPourMot, precision, phrase } }: { valeur: Valeur }) {
	const classe = motPourMot ? 'libelle' : undefined;
	return (
		<div class="valeur">
			{id ? (
				<a class={classe} href={lien(adresse.titre(id))}>
					{texte}
				</a>
			) : (
				<span class={classe}>{motPourMot ? texte : <Texte texte={texte} />}</span>
			)}
			{precision && (
				<span class="petit">
					{' '}
					(<Texte texte={precision} />)
				</span>
			)}
			{phrase && (
				<details>
					<summary>La phrase du texte</summary>
					<blockquote>
						<p>{phrase}</p>
					</blockquote>
				</details>
			)}
		</div>
	);
}
