import { adresse, lien } from '../adresse.ts';
import type { Comparaison } from '../domaine/comparaison/comparaison.ts';
import {
	compterCourants,
	type Diagramme,
	dessinerSankey,
	NOUVELLES,
	SANS_SUITE,
} from '../domaine/comparaison/sankey.ts';
import { avecArticle, majuscule } from '../domaine/texte/phrase.ts';
import { nomBloc, nomsDePaire } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Colonnes, type Comparee } from './elements.tsx';

/** Flow of competences between blocs: a drawing, and a table that says the same. */
export function Sankey({ de, vers, comparaison }: { de: Comparee; vers: Comparee; comparaison: Comparaison }) {
	const courants = ranger(compterCourants(comparaison), [...de.blocs, ...vers.blocs]);
	if (!courants.length) return null;
	const flux = dessinerSankey(de.blocs, vers.blocs, courants);
	const blocs = new Map([...de.blocs, ...vers.blocs].map((bloc) => [bloc.id, nomBloc(bloc)]));
	const nom = (id: string) => (id === SANS_SUITE || id === NOUVELLES ? 'rien de proche' : (blocs.get(id) ?? id));
	const noms = nomsDePaire(de, vers).map(majuscule) as [string, string];
	const aVerifier = comparaison.competences.filter((e) => e.nature === null).length;
	return (
		<figure class="flux">
			{flux && <Dessin flux={flux} noms={noms} nom={nom} />}
			<table>
				<caption>Compétences liées, de bloc à bloc</caption>
				<Colonnes noms={[...noms, 'Lien', 'Nombre']} />
				<tbody>
					{courants.map((c) => (
						<tr>
							<td>{nom(c.de)}</td>
							<td>{nom(c.vers)}</td>
							<td>{lienDe(c)}</td>
							<td>{c.poids}</td>
						</tr>
					))}
				</tbody>
			</table>
			<figcaption>
				{flux &&
					'L’épaisseur d’un ruban est le nombre de compétences liées : une compétence scindée ou fusionnée y compte plusieurs fois. Un ruban hachuré est une parenté, qui n’est pas une équivalence. Un ruban coupé n’a rien de proche en face.'}
				{aVerifier > 0 &&
					` ${compte(aVerifier, 'correspondance')} à vérifier ${aVerifier > 1 ? 'n’y sont pas' : 'n’y est pas'}.`}
			</figcaption>
		</figure>
	);
}

const LIENS = { correspondance: 'correspondance', proposee: 'correspondance proposée', parente: 'parenté' };

/**
 * Sorts flows: correspondences, proposals, parentés, then competences with nothing near; each in the order of the blocs.
 */
const ranger = (courants: ReturnType<typeof compterCourants>, blocs: readonly { id: string }[]) => {
	const rang = new Map(blocs.map(({ id }, i) => [id, i]));
	const cle = (c: (typeof courants)[number]) =>
		([...Object.values(LIENS), 'aucun'].indexOf(lienDe(c)) * 1000 + (rang.get(c.de) ?? 999)) * 1000 +
		(rang.get(c.vers) ?? 999);
	return courants.toSorted((a, b) => cle(a) - cle(b));
};

const lienDe = ({ de, vers, genre }: Pick<Diagramme['courants'][number], 'de' | 'vers' | 'genre'>): string => {
	if (de === NOUVELLES || vers === SANS_SUITE) return 'aucun';
	return LIENS[genre];
};

function Dessin(props: { flux: Diagramme; noms: readonly [string, string]; nom: (id: string) => string }) {
	const { flux, noms, nom } = props;
	const [de, vers] = noms;
	const dire = (c: Diagramme['courants'][number]) => {
		if (c.vers === SANS_SUITE) return `${nom(c.de)}, ${nom(c.vers)}`;
		if (c.de === NOUVELLES) return `${nom(c.vers)}, ${nom(c.de)}`;
		return `${nom(c.de)} vers ${nom(c.vers)}, ${lienDe(c)}`;
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: a drawing whose boxes are links is a group, and no fieldset
		<svg
			viewBox={`0 0 ${flux.largeur} ${flux.hauteur}`}
			role="group"
			aria-labelledby="flux"
			aria-describedby="flux-desc"
		>
			<title id="flux">{`Compétences ${avecArticle('du', de)} ${avecArticle('au', vers)}, de bloc à bloc`}</title>
			<desc id="flux-desc">
				{`À gauche les blocs ${avecArticle('du', de)}, à droite ceux ${avecArticle('du', vers)}\u202F; un ruban joint deux blocs, large comme le nombre de compétences liées. Le tableau qui suit donne les nombres.`}
			</desc>
			{flux.courants.map((c) => (
				<path
					class={`courant${c.genre === 'parente' ? ' parente' : ''}${c.vers === SANS_SUITE ? ' fin' : ''}${c.de === NOUVELLES ? ' debut' : ''}`}
					d={c.trace}
					stroke-width={c.epaisseur}
				>
					<title>{`${dire(c)}\u00A0: ${c.poids}`}</title>
				</path>
			))}
			{flux.boites.map((b) => {
				const gauche = b.cote === 'de';
				return (
					<>
						<rect class="boite" x={b.x} y={b.y} width={b.largeur} height={Math.max(1, b.hauteur)} />
						<a href={lien(adresse.titre(b.id))} aria-label={`${gauche ? de : vers}, ${b.nom}`}>
							<text
								x={gauche ? b.x + b.largeur + 6 : b.x - 6}
								y={Math.round(b.y + b.hauteur / 2)}
								text-anchor={gauche ? undefined : 'end'}
							>
								{b.nom}
							</text>
						</a>
					</>
				);
			})}
		</svg>
	);
}
