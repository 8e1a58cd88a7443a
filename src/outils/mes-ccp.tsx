import { render } from 'preact';
import { quand } from '../domaine/date.ts';
import { type EtatMesCcp, ecrireMesCcp, lireMesCcp, ranger, TITRES_MAXIMUM } from '../domaine/etat-url/detention.ts';
import { versionDe } from '../domaine/etat-url/identifiant.ts';
import { garderConnus } from '../domaine/etat-url/liste.ts';
import type { Refus } from '../domaine/etat-url/refus.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import { atteintes, type Repertoire } from '../domaine/outils/repertoire.ts';
import { dateExiste, jourDe, lireDate } from '../domaine/parcours/calendrier.ts';
import { tousParcours } from '../domaine/parcours/parcours.ts';
import { Emporter } from '../vues/avis.tsx';
import { ChoixBlocs } from '../vues/choix.tsx';
import { Parcours, resumer } from '../vues/parcours.tsx';
import { Texte } from '../vues/texte.tsx';
import { brancherCombobox } from './combobox.tsx';
import { exiger } from './dom.ts';
import { lireDossier, lireDossiers } from './donnees.ts';
import { copier } from './download.ts';
import { demarrer, Outil } from './outil.tsx';
import { brancherFragment } from './url.ts';

const REPLI = [
	{ nom: 'Les correspondances officielles', chemin: '/mes-ccp/#textes' },
	{ nom: 'Tous les titres', chemin: '/titres/' },
];

/** « CCP 2 », from `tssi-2008/ccp-2`. */
const nomDuBloc = (id: string): string =>
	id
		.slice(id.indexOf('/') + 1)
		.toUpperCase()
		.replace('-', ' ');

/** Wires `/mes-ccp/`: what texts say to someone who holds these CCP, the state in the fragment. */
export const brancherMesCcp = (document: Document): Promise<void> =>
	demarrer(exiger(document, '[data-mes-ccp]'), (racine, repertoire) => new MesCcp(racine, repertoire), REPLI);

class MesCcp extends Outil<EtatMesCcp> {
	/** Versions whose CCP are shown, in order of choice. */
	#montrees: string[] = [];
	/** Counts the states read from the address: fields are drawn anew for each, and keep what is typed in between. */
	#lecture = 0;

	constructor(racine: HTMLElement, repertoire: Repertoire) {
		super(racine, repertoire, { detentions: [], titres: [] }, REPLI);
	}

	protected brancher(): void {
		const champ = (nom: string) => exiger(this.racine, `[data-combobox=${nom}]`);
		brancherCombobox(
			champ('titre'),
			() => this.repertoire.versions.filter(({ id, blocs }) => blocs > 0 && !this.#montrees.includes(id)),
			(id) => {
				if (this.#montrees.length >= TITRES_MAXIMUM) return `${TITRES_MAXIMUM} titres au plus : retirez-en un d’abord.`;
				this.#changer({ titres: [...this.etat.titres, id] });
				return `${this.nom(id)} est ajouté : cochez les CCP que vous détenez.`;
			},
		);
		brancherCombobox(
			champ('cible'),
			() => this.repertoire.versions.filter(({ id }) => id !== this.etat.cible),
			(id) => {
				this.#changer({ cible: id });
				return `Titre visé : ${this.nom(id)}.`;
			},
		);
		const jour = exiger<HTMLInputElement>(this.racine, '[name=au]');
		jour.addEventListener('change', () => {
			const choisi = dateExiste(jour.value) && jour.value !== jourDe(new Date()) ? jour.value : undefined;
			this.#changer({ au: choisi });
		});
		exiger(this.racine, 'form').addEventListener('submit', () => {
			if (!this.etat.detentions.length) return;
			this.#replier();
			this.racine.querySelector<HTMLElement>('#resultat')?.focus();
		});
		this.noter = brancherFragment((fragment, refus) => this.#lire(fragment, refus));
	}

	get #aujourdhui(): string {
		return this.etat.au ?? jourDe(new Date());
	}

	#lire(fragment: string, refus: readonly Refus[]): void {
		const lu = lireMesCcp(fragment);
		const connue = (id: string) => this.versions.has(versionDe(id));
		const ccp = garderConnus(
			lu.etat.detentions.map(({ bloc }) => bloc),
			connue,
		);
		const titres = garderConnus(lu.etat.titres, connue);
		const cible = garderConnus(lu.etat.cible ? [lu.etat.cible] : [], connue);
		this.etat = {
			...lu.etat,
			detentions: lu.etat.detentions.filter(({ bloc }) => ccp.etat.includes(bloc)),
			titres: titres.etat,
			cible: cible.etat[0],
		};
		this.#lecture += 1;
		this.#replier();
		void this.montrer([...refus, ...lu.refus, ...ccp.refus, ...titres.refus, ...cible.refus]);
	}

	#changer(etat: Partial<EtatMesCcp>, etape = false): void {
		this.etat = ranger({ ...this.etat, ...etat });
		this.noter(ecrireMesCcp(this.etat), etape);
		void this.montrer();
	}

	protected async dessiner(signal: AbortSignal, refus: readonly Refus[]): Promise<void> {
		const { detentions, titres, cible, au } = this.etat;
		const versions = [
			...new Set([...this.#montrees, ...detentions.map(({ bloc }) => versionDe(bloc)), ...titres]),
		].filter((id) => titres.includes(id) || detentions.some(({ bloc }) => versionDe(bloc) === id));
		exiger<HTMLInputElement>(this.racine, '[name=au]').value = this.#aujourdhui;
		exiger(this.racine, '[data-au]').textContent = au ? 'Cette date n’est pas celle d’aujourd’hui.' : '';
		this.#montrerCible(cible);
		const dossiers = await lireDossiers(versions);
		signal.throwIfAborted();
		this.refuser([...refus, ...this.#ecarterAbsents(dossiers)]);
		this.#montrees = versions;
		render(
			versions
				.flatMap((id) => dossiers.get(id) ?? [])
				.map((dossier) => (
					<ChoixBlocs
						key={`${dossier.id} ${this.#lecture}`}
						dossier={dossier}
						detentions={this.etat.detentions}
						noter={(bloc, coche, obtenuLe) => this.#noter(dossier.id, bloc, coche, obtenuLe)}
						retirer={() => this.#retirer(dossier.id)}
					/>
				)),
			exiger(this.racine, '[data-titres]'),
		);
		await this.#conclure(signal);
	}

	#noter(version: string, bloc: string, coche: boolean, obtenuLe: string): void {
		const autres = this.etat.detentions.filter((d) => d.bloc !== bloc);
		const detention = { bloc, obtenuLe: lireDate(obtenuLe) };
		this.#changer({
			detentions: coche ? [...autres, detention] : autres,
			titres: [...this.etat.titres, version],
		});
	}

	#retirer(version: string): void {
		this.#changer(
			{
				detentions: this.etat.detentions.filter((d) => versionDe(d.bloc) !== version),
				titres: this.etat.titres.filter((id) => id !== version),
			},
			true,
		);
		this.viser('titre');
	}

	/** Blocs of a known version that this version does not have. */
	#ecarterAbsents(dossiers: ReadonlyMap<string, Dossier>): Refus[] {
		const a = (id: string) => dossiers.get(versionDe(id))?.blocs.some((b) => b.id === id) ?? false;
		const absents = this.etat.detentions.filter(({ bloc }) => !a(bloc)).map(({ bloc }) => bloc);
		const titres = [...this.etat.titres, ...absents.map(versionDe)];
		if (absents.length)
			this.etat = ranger({ ...this.etat, detentions: this.etat.detentions.filter(({ bloc }) => a(bloc)), titres });
		return absents.map((recu) => ({ recu, motif: 'inconnu' }));
	}

	#montrerCible(cible: string | undefined): void {
		render(
			<>
				<strong>{cible ? this.nom(cible) : 'Tous les titres de la même lignée'}</strong>{' '}
				{cible && (
					<button
						type="button"
						onClick={() => {
							this.#changer({ cible: undefined });
							this.viser('cible');
						}}
					>
						Revenir à tous
					</button>
				)}
			</>,
			exiger(this.racine, '[data-cible]'),
		);
	}

	/** The form in one line, once it is folded: what was ticked, by version. */
	#resume(): string {
		const parVersion = [...Map.groupBy(this.etat.detentions, ({ bloc }) => versionDe(bloc))];
		const tenus = parVersion.map(([version, siens]) =>
			[
				this.nom(version),
				...siens.map(
					({ bloc, obtenuLe }) =>
						`${nomDuBloc(bloc).replace(' ', '\u00A0')}${obtenuLe ? ` obtenu ${quand(obtenuLe)}` : ''}`,
				),
			].join(', '),
		);
		return `Vos CCP : ${tenus.join(' ; ')}.`;
	}

	get #question(): HTMLDetailsElement {
		return exiger<HTMLDetailsElement>(this.racine, '[data-question]');
	}

	/** Where the question and the answer do not stand side by side, the form folds to leave its place to the answer. */
	#replier(): void {
		this.#question.open = !this.etat.detentions.length || matchMedia('(width >= 62rem)').matches;
	}

	async #conclure(signal: AbortSignal): Promise<void> {
		const { detentions, cible } = this.etat;
		exiger(this.racine, '[data-voir]').hidden = !detentions.length;
		exiger(this.racine, '[data-resume]').textContent = this.#resume();
		if (!detentions.length) {
			this.#question.open = true;
			this.rendre(null);
			this.annoncer(this.#montrees.length ? 'Cochez au moins un CCP.' : '');
			return;
		}
		const tenues = new Set(detentions.map(({ bloc }) => versionDe(bloc)));
		const lignees = new Set([...tenues].map((id) => this.versions.get(id)?.lignee).filter((l) => l !== undefined));
		const portee = atteintes([...tenues, ...(cible ? [cible] : [])], this.repertoire);
		const famille = this.repertoire.versions
			.filter(({ id, lignee }) => portee.has(id) || (lignee !== undefined && lignees.has(lignee)))
			.map(({ id }) => id);
		const dossiers = await lireDossiers(famille);
		const cibles = cible ? [await lireDossier(cible)] : [...dossiers.values()];
		signal.throwIfAborted();
		const parcours = tousParcours(cibles, detentions, dossiers, this.#aujourdhui);
		this.rendre(
			<>
				{/* The sheet for the adviser begins with what was indicated and where to find it again. */}
				<div class="imprime">
					<p>
						<strong>
							<Texte texte={this.#resume()} />
						</strong>
					</p>
					<p class="petit adresse-etat">Adresse de cette page, avec ces choix : {location.href}</p>
				</div>
				<Parcours
					parcours={parcours}
					visee={cible !== undefined}
					detentions={detentions}
					dossiers={dossiers}
					aujourdhui={this.#aujourdhui}
				/>
				<Emporter
					actions={[
						{ nom: 'Imprimer', agir: () => window.print() },
						{ nom: 'Copier le lien', agir: (annonce) => copier(location.href, annonce, 'Le lien est copié') },
					]}
				/>
			</>,
		);
		this.annoncer(resumer(parcours, dossiers, detentions, this.#aujourdhui, cible !== undefined));
	}
}
