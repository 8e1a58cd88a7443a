import { adresse, lien } from '../adresse.ts';
import { direEtat, type Perime, perimeDeLaPhrase, type Segment, type VersionSituee } from '../domaine/etat.ts';
import { avecArticle } from '../domaine/texte/phrase.ts';
import { typographier } from '../domaine/texte/typographie.ts';
import { nomVersion } from '../domaine/version.ts';
import { Jour, Texte } from './elements.tsx';

/**
 * The state of a version, in the words of `direEtat`.
 * @param versions all versions of the catalogue, to name its successors
 * @param bref a single sentence, for pages inside the version
 * @param nommee true on a page of several versions, where « cette version » would be ambiguous
 */
export function EtatVersion(props: {
	version: VersionSituee;
	versions: ReadonlyMap<string, VersionSituee>;
	bref?: boolean;
	nommee?: boolean;
}) {
	const { version, versions, bref = false, nommee = false } = props;
	const sujet = nommee ? nomVersion(version) : undefined;
	return (
		<aside
			class={`etat etat-${version.etat.cle}`}
			aria-label={sujet ? `État ${avecArticle('du', sujet)}` : 'État de cette version'}
		>
			{direEtat(version, versions, { sujet, bref }).map((phrase) => (
				<p {...perissable(perimeDeLaPhrase(version, versions, phrase))}>
					<Segments segments={phrase} />
				</p>
			))}
		</aside>
	);
}

/** Attributes with which `outils/actualite.ts` replaces a sentence once the day has come when it is no longer true. */
export const perissable = (perime: Perime | undefined) =>
	perime ? { 'data-fin': perime.le, 'data-echu': perime.dit } : {};

/** A sentence made of text, dates and names of versions, which are links. */
export function Segments({ segments }: { segments: readonly Segment[] }) {
	return (
		<>
			{segments.map((s) => {
				if ('jour' in s) return <Jour date={s.jour} />;
				if ('nom' in s) return <a href={lien(adresse.titre(s.version))}>{typographier(s.nom)}</a>;
				return s.fort ? <strong>{s.texte}</strong> : <Texte texte={s.texte} />;
			})}
		</>
	);
}
