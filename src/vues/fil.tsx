import { adresse, lien } from '../adresse.ts';
import { type Arret, BOITE, dessinerFil, type Fil, LIGNE_DES_ANS, type Pas } from '../domaine/lignee/fil.ts';
import { avecArticle } from '../domaine/texte/phrase.ts';
import { nomBloc, nomVersion } from '../domaine/version.ts';
import { NATURES, STATUTS } from '../domaine/vocabulaire.ts';
import { LienCompetence, LienVersion, type Nommee, Place } from './elements.tsx';
import type { Situer } from './entree.tsx';
import { Nature, Statut } from './etiquettes.tsx';

type Versions = ReadonlyMap<string, Nommee>;

/** The thread, the competence of the page (`ici`), and lookups by id. */
interface Contexte {
	fil: Fil;
	ici: string;
	situer: Situer;
	versions: Versions;
}

/** A competence followed from version to version: a drawing, then a list. Empty if it is found in one version only. */
export function FilDeCompetence(contexte: Contexte) {
	const { fil, ici, versions } = contexte;
	if (fil.etapes.length < 2) return null;
	return (
		<section aria-labelledby="fil">
			<h2 id="fil">D’une version à l’autre</h2>
			<p class="petit">
				De proche en proche, d’après des lectures sans valeur officielle : une correspondance mène plus loin, une
				parenté s’arrête là.
			</p>
			<Dessin {...contexte} />
			<ol class="fil-competence">
				{fil.etapes.map(({ version, suivies, apparentees }) => {
					const nommee = versions.get(version);
					return (
						<li aria-current={suivies.includes(ici) ? 'true' : undefined}>
							{nommee &&
								(suivies.includes(ici) ? <strong>{nomVersion(nommee)}</strong> : <LienVersion version={nommee} />)}
							<ul>
								{[...suivies, ...apparentees].map((id) => (
									<Maillon id={id} {...contexte} />
								))}
							</ul>
						</li>
					);
				})}
			</ol>
		</section>
	);
}

/** One competence of the thread: how it is reached, and where the thread stops after it. */
function Maillon({ id, ici, fil: { pas, arrets }, situer, versions }: Contexte & { id: string }) {
	const situee = situer(id);
	if (!situee) return null;
	const dits = new Map(pas.filter((p) => p.atteint === id).map((p) => [`${p.nature} ${p.statut}`, p]));
	return (
		<li>
			{id === ici ? (
				<span class="libelle">{situee.competence.libelle}</span>
			) : (
				<LienCompetence competence={situee.competence} />
			)}{' '}
			<Place situee={situee} />
			{[...dits.values()].map(({ nature, statut }) => (
				<>
					{' '}
					<Nature valeur={nature} /> <Statut valeur={statut} />
				</>
			))}
			{arrets
				.filter((arret) => arret.competence === id)
				.map((arret) => (
					<span class="petit ligne">{direArret(arret, versions)}.</span>
				))}
		</li>
	);
}

const nommer = (versions: Versions, id: string): string => {
	const version = versions.get(id);
	return version ? nomVersion(version) : id;
};

const direArret = ({ sens, version, entree }: Arret, versions: Versions): string => {
	const nom = avecArticle('le', nommer(versions, version));
	if (entree.nature === null) return `${sens === 'vers' ? 'Vers' : 'Depuis'} ${nom}, rien n’est affirmé`;
	return `${sens === 'vers' ? 'Sans suite' : 'Sans origine'} dans ${nom}, d’après la rédaction`;
};

/** The thread drawn along the years. The list beside it says the same. */
function Dessin({ fil, ici, situer, versions }: Contexte) {
	const { largeur, hauteur, lignes, noeuds, traits, arrets } = dessinerFil(fil, (id) =>
		Number(versions.get(id)?.annee),
	);
	const dessinees = new Set([...fil.pas.map(classeDuPas), ...fil.arrets.map(classeDeLArret)]);
	return (
		<figure class="fil-dessin">
			{/* biome-ignore lint/a11y/useSemanticElements: a drawing whose boxes are links is a group, and no fieldset */}
			<svg viewBox={`0 0 ${largeur} ${hauteur}`} role="group" aria-label="La même chose, dessinée dans le temps">
				<path class="ans" d={`M${LIGNE_DES_ANS} 8V${hauteur - 8}`} />
				{lignes.map(({ version, y }) => (
					<>
						<path class="ans" d={`M${LIGNE_DES_ANS - 5} ${y}h10`} />
						<text x={LIGNE_DES_ANS - 10} y={y - 2} class="an">
							{versions.get(version)?.annee}
						</text>
						<text x={LIGNE_DES_ANS - 10} y={y + 13}>
							{versions.get(version)?.sigle}
						</text>
					</>
				))}
				{traits.map(({ pas, trait, pointe }) => (
					<g class={`pas ${classeDuPas(pas)}`}>
						<title>{`${pas.nature === 'apparentee' ? 'Apparentée' : NATURES[pas.nature].nom}, ${STATUTS[pas.statut].nom.toLowerCase()}`}</title>
						<path class="trait" d={trait} />
						<path class="pointe" d={pointe} />
					</g>
				))}
				{arrets.map(({ arret, trait }) => (
					<g class={`pas ${classeDeLArret(arret)}`}>
						<title>{direArret(arret, versions)}</title>
						<path class="trait" d={trait} />
					</g>
				))}
				{noeuds.map(({ id, version, x, y }) => {
					const situee = situer(id);
					if (!situee) return null;
					const boite = (
						<>
							<rect
								x={x - BOITE.largeur / 2}
								y={y - BOITE.hauteur / 2}
								width={BOITE.largeur}
								height={BOITE.hauteur}
								rx="3"
							/>
							<text y={y - 3}>
								<tspan x={x}>{nomBloc(situee.bloc)}</tspan>{' '}
								<tspan x={x} y={y + 12}>
									c{situee.competence.rang}
								</tspan>
							</text>
						</>
					);
					return id === ici ? (
						<g class="boite ici">{boite}</g>
					) : (
						<a
							class="boite"
							href={lien(adresse.titre(id))}
							aria-label={`${nomBloc(situee.bloc)} c${situee.competence.rang}, ${nommer(versions, version)}, ${situee.competence.libelle}`}
						>
							{boite}
						</a>
					);
				})}
			</svg>
			<figcaption>
				<ul class="legende">
					{Object.entries(LEGENDE)
						.filter(([classe]) => dessinees.has(classe))
						.map(([classe, dit]) => (
							<li>
								<svg viewBox="0 0 34 14" aria-hidden="true">
									<g class={`pas ${classe}`}>
										<path class="trait" d={classe.includes('arret') ? 'M2 7h22m0 -6v12' : 'M2 7h22'} />
										{!classe.includes('arret') && <path class="pointe" d="M32 7l-7 -5v10z" />}
									</g>
								</svg>
								{dit}
							</li>
						))}
				</ul>
			</figcaption>
		</figure>
	);
}

/** Legend by CSS class. The line shows the kind and its head the certainty, so that neither depends on colour alone. */
const LEGENDE = {
	'pas-correspondance pas-relue': 'correspondance relue',
	'pas-correspondance pas-proposee': 'correspondance proposée par un calcul',
	'pas-parente pas-relue': 'parenté relue',
	'pas-parente pas-proposee': 'parenté proposée par un calcul',
	'pas-arret': 'sans suite ou sans origine, d’après la rédaction',
	'pas-arret pas-rien': 'rien n’est affirmé au-delà',
};
const classeDuPas = ({ nature, statut }: Pas): string =>
	`pas-${nature === 'apparentee' ? 'parente' : 'correspondance'} pas-${statut}`;
const classeDeLArret = ({ entree }: Arret): string => (entree.nature === null ? 'pas-arret pas-rien' : 'pas-arret');
