import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import type { Comparaison } from '../domaine/comparaison/comparaison.ts';
import { type Courant, dessinerFlux, type Flux, NOUVELLES, SANS_SUITE } from '../domaine/comparaison/flux.ts';
import { nomBloc, nomVersion } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import type { Comparee } from './liens.tsx';

/** How competences go from blocs to blocs: a picture, narrow or wide as the screen is, and the table that says the same. */
export function Sankey({ de, vers, comparaison }: { de: Comparee; vers: Comparee; comparaison: Comparaison }) {
	const large = dessinerFlux(de.blocs, vers.blocs, comparaison, 600);
	const etroit = dessinerFlux(de.blocs, vers.blocs, comparaison, 328);
	if (!large || !etroit) return null;
	const blocs = new Map([...de.blocs, ...vers.blocs].map((bloc) => [bloc.id, nomBloc(bloc)]));
	const nom = (id: string) => (id === SANS_SUITE || id === NOUVELLES ? 'rien de proche' : (blocs.get(id) ?? id));
	const noms = [nomVersion(de), nomVersion(vers)] as const;
	return (
		<figure class="flux">
			<Dessin classe="large" flux={large} noms={noms} nom={nom} />
			<Dessin classe="etroit" flux={etroit} noms={noms} nom={nom} />
			<table>
				<caption>Compétences liées, de bloc à bloc</caption>
				<thead>
					<tr>
						{[...noms, 'Lien', 'Nombre'].map((titre) => (
							<th scope="col">{titre}</th>
						))}
					</tr>
				</thead>
				<tbody>
					{large.courants.map((c) => (
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
				L’épaisseur d’un ruban est le nombre de compétences liées : une compétence scindée ou fusionnée y compte
				plusieurs fois. Un ruban hachuré est une parenté, qui n’est pas une équivalence.
				{large.aVerifier > 0 &&
					` ${compte(large.aVerifier, 'correspondance')} à vérifier ${large.aVerifier > 1 ? 'n’y sont pas' : 'n’y est pas'}.`}
			</figcaption>
		</figure>
	);
}

const lienDe = ({ de, vers, genre }: Courant): string => {
	if (de === NOUVELLES || vers === SANS_SUITE) return 'aucun';
	return genre === 'parente' ? 'parenté' : 'correspondance';
};

function Dessin({
	classe,
	flux,
	noms: [de, vers],
	nom,
}: {
	classe: string;
	flux: Flux;
	noms: readonly [string, string];
	nom: (id: string) => string;
}) {
	const titre = `flux-${classe}`;
	return (
		// biome-ignore lint/a11y/useSemanticElements: a drawing whose boxes are links is a group, and no fieldset
		<svg
			class={classe}
			viewBox={`0 0 ${flux.largeur} ${flux.hauteur}`}
			role="group"
			aria-labelledby={titre}
			aria-describedby={`${titre}-desc`}
		>
			<title id={titre}>{`Compétences de ${de} à ${vers}, de bloc à bloc`}</title>
			<desc id={`${titre}-desc`}>
				{`À gauche les blocs de ${de}, à droite ceux de ${vers}\u202F; un ruban joint deux blocs, large comme le nombre de compétences liées. Le tableau qui suit donne les nombres.`}
			</desc>
			{flux.courants.map((c) => (
				<path
					class={`courant${c.genre === 'parente' ? ' parente' : ''}${c.vers === SANS_SUITE ? ' fin' : ''}${c.de === NOUVELLES ? ' debut' : ''}`}
					d={c.trace}
					stroke-width={c.epaisseur}
				>
					<title>{`${nom(c.de)} vers ${nom(c.vers)}, ${lienDe(c)}\u00A0: ${c.poids}`}</title>
				</path>
			))}
			{flux.boites.map((b) => {
				const gauche = b.cote === 'de';
				const reel = b.id !== SANS_SUITE && b.id !== NOUVELLES;
				const texte = (
					<text
						x={gauche ? b.x + b.largeur + 6 : b.x - 6}
						y={b.y + Math.min(13, b.hauteur / 2 + 5)}
						text-anchor={gauche ? 'start' : 'end'}
						font-size={14}
					>
						{`${b.nom} (${b.poids})`}
					</text>
				);
				return (
					<>
						<rect
							class={`boite${reel ? '' : ' bord'}`}
							x={b.x}
							y={b.y}
							width={b.largeur}
							height={Math.max(1, b.hauteur)}
						/>
						{reel ? (
							<a href={lien(adresse.titre(b.id))} aria-label={`${gauche ? de : vers}, ${b.nom}`}>
								{texte}
							</a>
						) : (
							texte
						)}
					</>
				);
			})}
		</svg>
	);
}
