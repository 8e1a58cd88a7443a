import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import type { Entree, Parente } from '../domaine/comparaison/comparaison.ts';
import { type Arret, BOITE, dessinerFil, type Fil, LIGNE_DES_ANS, type Pas } from '../domaine/lignee/fil.ts';
import { avecArticle } from '../domaine/texte/phrase.ts';
import { nomBloc, nomVersion } from '../domaine/version.ts';
import { NATURES, STATUTS } from '../domaine/vocabulaire.ts';
import type { Situer } from './entree.tsx';
import { Nature, Statut } from './etiquettes.tsx';
import { LienCompetence, LienVersion, type Nommee, Place } from './liens.tsx';

type Versions = ReadonlyMap<string, Nommee>;

/** The thread, the competence whose page shows it, and lookups by id. */
interface Contexte {
	fil: Fil;
	ici: string;
	situer: Situer;
	versions: Versions;
}

/** A competence followed from version to version, drawn then said; nothing where the catalogue follows it nowhere. */
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

/** One competence of the thread: how the thread reaches it, and where it leads no further. */
function Maillon({ id, ici, fil: { pas, arrets }, situer, versions }: Contexte & { id: string }) {
	const situee = situer(id);
	if (!situee) return null;
	const dits = new Map(
		pas.filter((p) => p.atteint === id).map((p) => [`${natureDe(p)} ${joint(p).statut}`, p] as const),
	);
	return (
		<li>
			{id === ici ? (
				<span class="libelle">{situee.competence.libelle}</span>
			) : (
				<LienCompetence competence={situee.competence} />
			)}{' '}
			<Place situee={situee} />
			{[...dits.values()].map((p) => (
				<>
					{' '}
					<Nature valeur={natureDe(p)} /> <Statut valeur={joint(p).statut} />
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

const joint = ({ par }: Pas): Entree | Parente => ('entree' in par ? par.entree : par.parente);
const natureDe = ({ par }: Pas) => ('entree' in par ? (par.entree.nature ?? 'reformulee') : 'apparentee');
const nommer = (versions: Versions, id: string): string => {
	const version = versions.get(id);
	return version ? nomVersion(version) : id;
};

const direArret = ({ sens, version, entree }: Arret, versions: Versions): string => {
	const nom = avecArticle('le', nommer(versions, version));
	if (entree.nature === null) return `${sens === 'vers' ? 'Vers' : 'Depuis'} ${nom}, rien n’est affirmé`;
	return `${sens === 'vers' ? 'Sans suite' : 'Sans origine'} dans ${nom}, d’après la rédaction`;
};

/** The thread on a line of years. Words say the same in the list beside it. */
function Dessin({ fil, ici, situer, versions }: Contexte) {
	const { largeur, hauteur, lignes, noeuds, traits, arrets } = dessinerFil(fil, (id) =>
		Number(versions.get(id)?.annee),
	);
	const legende = LEGENDE.filter(({ test }) => test(fil));
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
					<g class={`pas pas-${'entree' in pas.par ? 'correspondance' : 'parente'} pas-${joint(pas).statut}`}>
						<title>{`${'entree' in pas.par ? NATURES[natureDe(pas) as keyof typeof NATURES].nom : 'Apparentée'}, ${STATUTS[joint(pas).statut].nom.toLowerCase()}`}</title>
						<path class="trait" d={trait} />
						<path class="pointe" d={pointe} />
					</g>
				))}
				{arrets.map(({ arret, trait }) => (
					<g class={`pas pas-arret pas-${arret.entree.nature === null ? 'rien' : arret.entree.statut}`}>
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
					{legende.map(({ classe, dit }) => (
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

const a = (nature: 'entree' | 'parente', statut: string) => (fil: Fil) =>
	fil.pas.some((p) => nature in p.par && joint(p).statut === statut);

/** Kind by the line, certainty by its head: neither by colour alone. Only what the drawing has is explained. */
const LEGENDE: readonly { classe: string; dit: string; test: (fil: Fil) => boolean }[] = [
	{ classe: 'pas-correspondance pas-relue', dit: 'correspondance relue', test: a('entree', 'relue') },
	{
		classe: 'pas-correspondance pas-proposee',
		dit: 'correspondance proposée par un calcul',
		test: a('entree', 'proposee'),
	},
	{ classe: 'pas-parente pas-relue', dit: 'parenté relue', test: a('parente', 'relue') },
	{ classe: 'pas-parente pas-proposee', dit: 'parenté proposée par un calcul', test: a('parente', 'proposee') },
	{
		classe: 'pas-arret',
		dit: 'sans suite ou sans origine, d’après la rédaction',
		test: ({ arrets }) => arrets.some(({ entree }) => entree.nature !== null),
	},
	{
		classe: 'pas-arret pas-rien',
		dit: 'rien n’est affirmé au-delà',
		test: ({ arrets }) => arrets.some(({ entree }) => entree.nature === null),
	},
];
