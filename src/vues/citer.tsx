import { lien } from '../adresse.ts';
import { enBref } from '../domaine/empreinte.ts';
import { type Citable, enBibtex, enCsl, enTexte } from '../domaine/exports/citation.ts';
import { Jour, Texte } from './elements.tsx';

/**
 * How to cite a page: its permanent address, ready-made references, and the hash of its content.
 * @param source title of the official document, to be cited first
 */
export function Citer(props: {
	objet: Citable;
	source?: string | undefined;
	/** Path of the guide that explains the hash, if the catalogue has one. */
	guide: string | undefined;
}) {
	const { objet, source, guide } = props;
	return (
		<section class="citer" aria-labelledby="citer">
			<h2 id="citer">Citer</h2>
			{source && (
				<p>
					Citez d’abord le document officiel : <Texte texte={source} />. Puis la page où vous l’avez lu :
				</p>
			)}
			<p class="citation">
				<Texte texte={enTexte(objet)} />
			</p>
			<p class="petit">
				Empreinte du contenu : <code>{enBref(objet.empreinte)}</code>
				{objet.modifieeLe && (
					<>
						{' '}
						au <Jour date={objet.modifieeLe} />
					</>
				)}
				.{' '}
				{guide && (
					<>
						<a href={lien(guide)}>À quoi elle sert</a>,{' '}
					</>
				)}
				<a href={lien('/donnees/#empreinte')}>{guide ? 'comment la vérifier' : 'Comment la vérifier'}</a>.{' '}
				<a href={lien('/a-propos/#signaler-une-erreur')}>Signaler une erreur sur cette page</a>.
			</p>
			<details>
				<summary>BibTeX et CSL-JSON</summary>
				<p>BibTeX</p>
				<pre>
					<code>{enBibtex(objet)}</code>
				</pre>
				<p>CSL-JSON</p>
				<pre>
					<code>{enCsl(objet)}</code>
				</pre>
			</details>
		</section>
	);
}
