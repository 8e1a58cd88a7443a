import { adresse, lien } from '../adresse.ts';
import { enLettres } from '../domaine/date.ts';
import { direEnVigueur, etatCourt, plusFaible } from '../domaine/etat.ts';
import { certitudeDe, direFait, reserveEntiere } from '../domaine/fait.ts';
import type { Dossier, EntreeRepertoire } from '../domaine/outils/dossier.ts';
import { direInconnues, profondeurEnBref } from '../domaine/profondeur.ts';
import { nomPaire } from '../domaine/version.ts';
import type { NatureSuccession } from '../schemas/lignee.ts';
import { LienTitre, Liste, Texte } from './elements.tsx';
import { Segments } from './etat.tsx';

/** All pairs of a list of versions in chronological order, the older first in each. */
export const deuxADeux = <V,>(versions: readonly V[]): [V, V][] =>
	versions.flatMap((de, i) => versions.slice(i + 1).map((vers): [V, V] => [de, vers]));

/** The compared versions, each with its start date, its state, and its depth unless the text is held. */
export function Legende({ colonnes }: { colonnes: readonly Dossier[] }) {
	return (
		<ul class="legende-versions">
			{colonnes.map((d) => (
				<li>
					<LienTitre version={d} />
					<span class="petit ligne">
						<Texte
							texte={[
								d.debut
									? direFait(enLettres(d.debut.valeur), certitudeDe(d.debut.source, d.sources), d.debut.note)
									: 'date de début inconnue',
								etatCourt(d.etat),
								...(d.profondeur === 'texte' ? [] : [profondeurEnBref(d)]),
							].join(' · ')}
						/>
					</span>
				</li>
			))}
		</ul>
	);
}

/** If all the versions have ended, says so, and names the versions in force that succeed them. */
export function AucuneEnVigueur(props: {
	dossiers: readonly Dossier[];
	versions: ReadonlyMap<string, EntreeRepertoire>;
}) {
	const { dossiers, versions } = props;
	const passees = dossiers.every(({ etat }) => etat.cle === 'remplacee' || etat.cle === 'terminee');
	if (!passees) return null;
	// A version in force reached from several versions is introduced by the weakest kind of succession.
	const atteintes = new Map<string, { etatAu: string | undefined; nature: NatureSuccession }>();
	for (const { etat } of dossiers)
		for (const { version, nature } of etat.enVigueur)
			if (plusFaible(nature, atteintes.get(version)?.nature ?? nature) === nature)
				atteintes.set(version, { etatAu: etat.etatAu, nature });
	const dites = [...atteintes].flatMap(([version, { etatAu, nature }]) =>
		direEnVigueur({ etatAu, enVigueur: [{ version, nature }] }, versions),
	);
	return (
		<aside class="etat etat-terminee" aria-label="État de ces versions">
			<p>
				<strong>
					Aucune de ces versions n’est plus en vigueur
					{reserveEntiere(dossiers.some(({ etat }) => etat.aVerifier))}.
				</strong>
			</p>
			{dites.map(({ segments }) => (
				<p>
					<Segments segments={segments} />
				</p>
			))}
		</aside>
	);
}

/** Link to the comparison page of two versions. */
export function RenvoiPage({ de, vers }: { de: Dossier; vers: Dossier }) {
	return (
		<p>
			Ces deux versions ont leur page, avec le détail de ce qui change :{' '}
			<a href={lien(adresse.comparaison(de.id, vers.id))}>{nomPaire(de, vers)}</a>.
		</p>
	);
}

/** Link to the page that compares the texts of two versions. */
export function RenvoiTexte({ de, vers }: { de: Dossier; vers: Dossier }) {
	return (
		<section aria-labelledby="prose">
			<h2 id="prose">Le reste du texte</h2>
			<p>
				<a href={lien(adresse.comparaisonTexte(de.id, vers.id))}>Lire les différences du texte, mot à mot</a>
			</p>
		</section>
	);
}

/** Links to the comparison of each pair, where blocs and reasons can be read. */
export function DeuxADeux({ dossiers }: { dossiers: readonly Dossier[] }) {
	return (
		<section aria-labelledby="deux-a-deux">
			<h2 id="deux-a-deux">Deux à deux</h2>
			<p>Ce que devient chaque bloc, et le motif de chaque rapprochement, se lisent entre deux versions.</p>
			<Liste
				elements={deuxADeux(dossiers).map(([de, vers]) => (
					<a href={`${lien('/comparer/')}?titres=${de.id},${vers.id}`}>{nomPaire(de, vers)}</a>
				))}
			/>
		</section>
	);
}

/** Replaces the comparison of competences if those of a version are unknown. */
export function SansTexte({ dossiers }: { dossiers: readonly Dossier[] }) {
	return (
		<section aria-labelledby="competences">
			<h2 id="competences">Blocs et compétences</h2>
			<p>
				<Texte
					texte={`${direInconnues(dossiers)} Aucun texte officiel de nos sources ne met leurs blocs en correspondance : rien d’autre ne peut être dit.`}
				/>
			</p>
		</section>
	);
}
