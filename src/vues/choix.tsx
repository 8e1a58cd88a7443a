import type { Dossier } from '../domaine/outils/dossier.ts';
import { lireDate } from '../domaine/parcours/calendrier.ts';
import type { Detention } from '../domaine/parcours/deduction.ts';
import { direInconnues } from '../domaine/profondeur.ts';
import { avecArticle } from '../domaine/texte/phrase.ts';
import { typographier } from '../domaine/texte/typographie.ts';
import { type Bloc, motsDuTitre, nomBloc, nomVersion } from '../domaine/version.ts';

/** The ticked competences, and the callback to tick or untick some. */
interface Coche {
	cochees: ReadonlySet<string>;
	cocher: (ids: readonly string[], pratiquees: boolean) => void;
}

/** A competence to tick; in a list of several versions, `situation` names its version: « TSSI 2013, CCP 2 ». */
export interface Trouvee {
	id: string;
	libelle: string;
	situation?: string;
}

/** Checkboxes of the competences of one version, with bulk actions. Blocs are folded: a version may have a hundred. */
export function ChoixCompetences({ dossier, retirer, ...coche }: Coche & { dossier: Dossier; retirer: () => void }) {
	const { cochees, cocher } = coche;
	const nom = nomVersion(dossier);
	const mots = motsDuTitre(dossier);
	const connus = dossier.blocs.filter(({ competences }) => competences.length > 0);
	const inconnues = direInconnues([dossier]);
	const toutes = connus.flatMap(({ competences }) => competences.map(({ id }) => id));
	const nombre = (ids: readonly string[]) => ` (${ids.filter((id) => cochees.has(id)).length} sur ${ids.length})`;
	const actions = [
		{ texte: 'Tout cocher', agir: () => cocher(toutes, true) },
		{ texte: 'Tout décocher', agir: () => cocher(toutes, false) },
		{ texte: 'Retirer ce titre', agir: retirer },
	];
	return (
		<fieldset class="titre-coche">
			<legend>
				<strong>{nom}</strong>
				{mots && `, ${mots}`}
				<span data-nombre="">{nombre(toutes)}</span>
			</legend>
			<p class="actions">
				{actions.map(({ texte, agir }) => (
					<button type="button" aria-label={`${texte}, ${nom}`} onClick={agir}>
						{texte}
					</button>
				))}
			</p>
			{inconnues && <p class="petit">{typographier(inconnues)}</p>}
			{connus.map((bloc) => {
				const siennes = bloc.competences.map(({ id }) => id);
				const titre = `${bloc.id.replaceAll('/', '-')}-titre`;
				return (
					<details class="bloc-coche" open={connus.length === 1}>
						<summary id={titre}>
							{nomBloc(bloc)}, <span class="libelle">{bloc.usuel}</span>
							<span data-nombre="">{nombre(siennes)}</span>
						</summary>
						{/* biome-ignore lint/a11y/useSemanticElements: the summary is its legend, and stands outside of it. */}
						<div role="group" aria-labelledby={titre}>
							<button
								type="button"
								aria-label={`Cocher ce bloc, ${nomBloc(bloc)} ${avecArticle('du', nom)}`}
								onClick={() => cocher(siennes, true)}
							>
								Cocher ce bloc
							</button>
							<ul>
								{bloc.competences.map(({ id, libelle }) => (
									<Case id={id} libelle={libelle} {...coche} />
								))}
							</ul>
						</div>
					</details>
				);
			})}
		</fieldset>
	);
}

/** Checkboxes of the blocs of one version, each with a field for the year, month or day of its certificate. */
export function ChoixBlocs(props: {
	dossier: Dossier;
	detentions: readonly Detention[];
	/** @param obtenuLe content of the date field, which may not be a valid date yet */
	noter: (bloc: string, coche: boolean, obtenuLe: string) => void;
	retirer: () => void;
}) {
	const { dossier, detentions, noter, retirer } = props;
	const nom = nomVersion(dossier);
	const mots = motsDuTitre(dossier);
	return (
		<fieldset class="titre-coche">
			<legend>
				<strong>{nom}</strong>
				{mots && `, ${mots}`}
			</legend>
			<ul>
				{dossier.blocs.map((bloc) => (
					<ChoixBloc
						bloc={bloc}
						version={nom}
						tenue={detentions.find((d) => d.bloc === bloc.id)}
						noter={(coche, obtenuLe) => noter(bloc.id, coche, obtenuLe)}
					/>
				))}
			</ul>
			<button type="button" aria-label={`Retirer ce titre, ${nom}`} onClick={retirer}>
				Retirer ce titre
			</button>
		</fieldset>
	);
}

function ChoixBloc(props: {
	bloc: Bloc;
	version: string;
	tenue: Detention | undefined;
	noter: (coche: boolean, obtenuLe: string) => void;
}) {
	const { bloc, version, tenue, noter } = props;
	const id = bloc.id.replaceAll('/', '-');
	// Read from the field, since the state only holds the date once it is valid.
	const dateDe = (coche: HTMLElement) =>
		coche.closest('li')?.querySelector<HTMLInputElement>('[type=text]')?.value ?? '';
	return (
		<li>
			<label for={id}>
				<input
					type="checkbox"
					id={id}
					checked={tenue !== undefined}
					onChange={(e) => noter(e.currentTarget.checked, dateDe(e.currentTarget))}
				/>{' '}
				<span>
					{nomBloc(bloc)}, <span class="libelle">{bloc.usuel}</span>
				</span>
			</label>
			<span class="date-obtention" hidden={tenue === undefined}>
				<label for={`${id}-date`}>
					Obtenu en
					<span class="lecteur">{` (${nomBloc(bloc)} ${avecArticle('du', version)})`}</span>
				</label>{' '}
				<input
					type="text"
					id={`${id}-date`}
					autocomplete="off"
					size={12}
					aria-describedby={`${id}-aide`}
					defaultValue={tenue?.obtenuLe?.split('-').reverse().join('/')}
					onChange={(e) => {
						const { value } = e.currentTarget;
						e.currentTarget.ariaInvalid = value.trim() && !lireDate(value) ? 'true' : 'false';
						noter(true, value);
					}}
				/>
				<span class="petit" id={`${id}-aide`}>
					<span class="date-refusee">Date non comprise. </span>2010, 05/2010 ou 12/05/2010
				</span>
			</span>
		</li>
	);
}

/** Checkboxes of the competences that a search has found, to tick one by one or all at once. */
export function CompetencesTrouvees({ trouvees, ...coche }: Coche & { trouvees: readonly Trouvee[] }) {
	if (!trouvees.length) return null;
	const ids = trouvees.map(({ id }) => id);
	return (
		<fieldset class="bloc-coche">
			<legend>Compétences trouvées</legend>
			<button type="button" onClick={() => coche.cocher(ids, true)}>
				Cocher toutes celles-ci
			</button>
			<ul>
				{trouvees.map((trouvee) => (
					<Case {...trouvee} {...coche} />
				))}
			</ul>
		</fieldset>
	);
}

function Case({ id, libelle, situation, cochees, cocher }: Coche & Trouvee) {
	return (
		<li>
			<label>
				<input
					type="checkbox"
					value={id}
					checked={cochees.has(id)}
					onChange={(e) => cocher([id], e.currentTarget.checked)}
				/>
				<span>
					<span class="libelle">{libelle}</span>
					{situation && <span class="petit"> ({situation})</span>}
				</span>
			</label>
		</li>
	);
}
