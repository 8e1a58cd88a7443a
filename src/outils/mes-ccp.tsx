import { render } from 'preact';
import { enLettres, quand } from '../domaine/date.ts';
import { type EtatMesCcp, ecrireMesCcp, lireMesCcp, ranger } from '../domaine/etat-url/detention.ts';
import { garderConnus } from '../domaine/etat-url/liste.ts';
import type { Refus } from '../domaine/etat-url/refus.ts';
import { versionDe } from '../domaine/identifiant.ts';
import { atteindre } from '../domaine/lignee/chemin.ts';
import { dateExiste, jourDe, lireDate } from '../domaine/parcours/calendrier.ts';
import { tousParcours } from '../domaine/parcours/parcours.ts';
import { typographier } from '../domaine/texte/typographie.ts';
import { Emporter } from '../vues/avis.tsx';
import { ChoixBlocs } from '../vues/choix.tsx';
import { Parcours, resumer } from '../vues/parcours.tsx';
import { Texte } from '../vues/texte.tsx';
import { brancherCombobox } from './combobox.tsx';
import { exiger } from './dom.ts';
import { lireDossier, lireDossiers } from './donnees.ts';
import { copier } from './download.ts';
import { demarrer } from './outil.tsx';
import { Simulateur } from './simulateur.ts';
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
	demarrer(exiger(document, '[data-mes-ccp]'), MesCcp, REPLI);

class MesCcp extends Simulateur<EtatMesCcp> {
	protected etat: EtatMesCcp = { detentions: [], titres: [] };
	/** Counts the states read from the address: fields are drawn anew for each, and keep what is typed in between. */
	#lecture = 0;

	protected cochees = ({ detentions }: EtatMesCcp): string[] => detentions.map(({ bloc }) => bloc);
	protected ranger = ranger;
	protected ecrire = ecrireMesCcp;

	protected brancher(): void {
		this.brancherTitres(({ blocs }) => blocs > 0, 'cochez les CCP que vous détenez.');
		brancherCombobox(
			exiger(this.racine, '[data-combobox=cible]'),
			() => this.repertoire.versions.filter(({ id }) => id !== this.etat.cible),
			(id) => {
				this.changer({ cible: id });
				return `Titre visé : ${this.nom(id)}.`;
			},
		);
		const jour = exiger<HTMLInputElement>(this.racine, '[name=au]');
		jour.addEventListener('change', () => {
			const choisi = dateExiste(jour.value) && jour.value !== jourDe(new Date()) ? jour.value : undefined;
			this.changer({ au: choisi });
		});
		exiger(this.racine, 'form').addEventListener('submit', () => {
			if (!this.etat.detentions.length) return;
			this.replier(this.etat.detentions.length > 0);
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
		this.replier(this.etat.detentions.length > 0);
		void this.montrer([...refus, ...lu.refus, ...ccp.refus, ...titres.refus, ...cible.refus]);
	}

	protected async dessiner(signal: AbortSignal, refus: readonly Refus[]): Promise<void> {
		const { cible, au } = this.etat;
		const versions = this.versionsAMontrer();
		exiger<HTMLInputElement>(this.racine, '[name=au]').value = this.#aujourdhui;
		exiger(this.racine, '[data-au]').textContent = au ? 'Cette date n’est pas celle d’aujourd’hui.' : '';
		this.#montrerCible(cible);
		const dossiers = await lireDossiers(versions);
		signal.throwIfAborted();
		const absents = this.ecarterAbsents(
			(id) => dossiers.get(versionDe(id))?.blocs.some((b) => b.id === id) ?? false,
			(gardes) => ({ detentions: this.etat.detentions.filter(({ bloc }) => gardes.includes(bloc)) }),
		);
		this.refuser([...refus, ...absents]);
		this.montrees = versions;
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
		this.changer({
			detentions: coche ? [...autres, detention] : autres,
			titres: [...this.etat.titres, version],
		});
	}

	#retirer(version: string): void {
		this.changer(
			{
				detentions: this.etat.detentions.filter((d) => versionDe(d.bloc) !== version),
				titres: this.etat.titres.filter((id) => id !== version),
			},
			true,
		);
		this.viser('titre');
	}

	#montrerCible(cible: string | undefined): void {
		render(
			<>
				<strong>{cible ? this.nom(cible) : 'tous les titres de la même lignée'}</strong>{' '}
				{cible && (
					<button
						type="button"
						onClick={() => {
							this.changer({ cible: undefined });
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
		return typographier(`Vos CCP : ${tenus.join(' ; ')}.`);
	}

	async #conclure(signal: AbortSignal): Promise<void> {
		const { detentions, cible } = this.etat;
		if (!this.resumer(this.#resume(), 'Cochez au moins un CCP.')) return;
		const portee = atteindre(
			[...this.versionsCochees(), ...(cible ? [cible] : [])],
			(id) => this.versions.get(id)?.textes ?? [],
		);
		const famille = this.famille(({ id }) => portee.has(id));
		const dossiers = await lireDossiers(famille.map(({ id }) => id));
		const cibles = cible ? [await lireDossier(cible)] : [...dossiers.values()];
		signal.throwIfAborted();
		const parcours = tousParcours(cibles, detentions, dossiers, this.#aujourdhui);
		const resultat = { parcours, visee: cible !== undefined, detentions, dossiers, aujourdhui: this.#aujourdhui };
		this.rendre(
			<>
				{/* The sheet for the adviser begins with what was indicated and where to find it again. */}
				<div class="imprime">
					<p>
						<strong>
							<Texte texte={this.#resume()} />
						</strong>
					</p>
					<p>Réponse calculée au {enLettres(this.#aujourdhui)}, à présenter avec votre livret de certification.</p>
					<p class="petit adresse-etat">Adresse de cette page, avec ces choix : {location.href}</p>
				</div>
				<Parcours {...resultat} />
				<Emporter
					actions={[
						{ nom: 'Imprimer', agir: () => window.print() },
						{ nom: 'Copier le lien', agir: (annonce) => copier(location.href, annonce, 'Le lien est copié') },
					]}
				/>
			</>,
		);
		this.annoncer(resumer(resultat));
	}
}
