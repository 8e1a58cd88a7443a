import { adresse, lien } from '../adresse.ts';
import { comparerProse, type Paragraphe } from '../domaine/comparaison/prose.ts';
import type { Section } from '../domaine/prose.ts';
import { avecArticle } from '../domaine/texte/phrase.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Difference } from './difference.tsx';

/** A section of a document, with its anchor on the page of its version if it is known. */
type SectionAncree = Section & { id?: string };

/** Paragraphs to show: modified ones, the number of unchanged ones, and removed ones beside added ones. */
type Passage =
	| Extract<Paragraphe, { type: 'modifie' }>
	| { type: 'inchanges'; nombre: number }
	| { type: 'echange'; cotes: [string[], string[]] };

function passages(paragraphes: readonly Paragraphe[]): Passage[] {
	const sortie: Passage[] = [];
	for (const p of paragraphes) {
		const dernier = sortie.at(-1);
		if (p.type === 'modifie') sortie.push(p);
		else if (p.type === 'identique') {
			if (dernier?.type === 'inchanges') dernier.nombre += 1;
			else sortie.push({ type: 'inchanges', nombre: 1 });
		} else {
			const echange =
				dernier?.type === 'echange' ? dernier : { type: 'echange' as const, cotes: [[], []] as [string[], string[]] };
			if (echange !== dernier) sortie.push(echange);
			if (p.type === 'supprime') echange.cotes[0].push(p.avant);
			else echange.cotes[1].push(p.apres);
		}
	}
	return sortie;
}

/**
 * Compares the official prose of two versions, section by section. Modified sections are shown; identical ones, and
 * those of one version only, are links to the page of their version.
 * @param de all sections of the older document, in order; `vers`: those of the newer one
 * @param ids of the two versions
 * @param sous true if the sections come under a heading of level 2
 */
export function ProseComparee(props: {
	de: readonly SectionAncree[];
	vers: readonly SectionAncree[];
	noms: readonly [string, string];
	ids: readonly [string, string];
	sous?: boolean;
}) {
	const { de, vers, noms, ids, sous } = props;
	const Titre = sous ? 'h3' : 'h2';
	const cotes = [de, vers] as const;
	return (
		<>
			{comparerProse(de, vers).map((s) => {
				const cote = s.vers === undefined ? 0 : 1;
				const titre = s.vers ?? s.de ?? '';
				const section = cotes[cote].find((c) => c.titre === titre);
				const seule = s.de === undefined || s.vers === undefined;
				const nom = <Titre class={titre ? 'libelle' : undefined}>{titre || 'Présentation'}</Titre>;
				if (seule || s.identique)
					return (
						<div class="section-comparee">
							{nom}
							<p class="petit">
								{seule ? `Seulement dans ${avecArticle('le', noms[cote])}` : 'Même texte dans les deux versions'}
								{'\u00A0: '}
								<a href={lien(`${adresse.titre(ids[cote])}#${section?.titre && section.id ? section.id : 'texte'}`)}>
									lire cette section
								</a>
								.
							</p>
						</div>
					);
				return (
					<details class="section-comparee" open>
						<summary>
							{nom} <span class="petit">texte modifié</span>
						</summary>
						{passages(s.paragraphes).map((p) => (
							<PassageCompare passage={p} noms={noms} />
						))}
					</details>
				);
			})}
		</>
	);
}

function PassageCompare({ passage: p, noms }: { passage: Passage; noms: readonly [string, string] }) {
	if (p.type === 'inchanges')
		return (
			<p class="pareil">
				{compte(p.nombre, 'paragraphe')} {p.nombre > 1 ? 'inchangés' : 'inchangé'}.
			</p>
		);
	if (p.type === 'modifie') return <Difference avant={p.avant} apres={p.apres} noms={noms} trouvee={p.difference} />;
	return (
		<div class="difference">
			{p.cotes.map((cote, i) => (
				<div class={i ? 'seul-apres' : 'seul-avant'}>
					{cote.length > 0 && <span class="petit">{noms[i]} seulement</span>}
					{cote.map((texte) => (
						<p class="libelle">{texte}</p>
					))}
				</div>
			))}
		</div>
	);
}
