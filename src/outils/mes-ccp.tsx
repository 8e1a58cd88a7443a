import { render } from 'preact';
import { quand } from '../domaine/date.ts';
import { MES_CCP } from '../domaine/etat-url/simulateur.ts';
import { versionDe } from '../domaine/identifiant.ts';
import { atteindre } from '../domaine/lignee/chemin.ts';
import type { Dossier, EntreeRepertoire } from '../domaine/outils/dossier.ts';
import { dateExiste, jourDe, lireDate } from '../domaine/parcours/calendrier.ts';
import type { Detention } from '../domaine/parcours/deduction.ts';
import { tousParcours } from '../domaine/parcours/parcours.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Emporter } from '../vues/avis.tsx';
import { ChoixBlocs } from '../vues/choix.tsx';
import { Jour, Texte } from '../vues/elements.tsx';
import { Parcours } from '../vues/parcours.tsx';
import { brancherCombobox } from './combobox.tsx';
import { lireDossier, lireDossiers } from './donnees.ts';
import { copier, exiger } from './navigateur.ts';
import { demarrer } from './outil.tsx';
import { Simulateur } from './simulateur.tsx';

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

/** Wires `/mes-ccp/`: what texts say to someone who holds these CCP, with the state in the fragment of the URL. */
export const brancherMesCcp = (document: Document): Promise<void> =>
	demarrer(exiger(document, '[data-mes-ccp]'), MesCcp, REPLI);

class MesCcp extends Simulateur {
	protected readonly forme = MES_CCP;
	protected cases = ({ blocs }: Dossier): string[] => blocs.map(({ id }) => id);
	protected compter = (nombre: number): string => compte(nombre, 'bloc coché', 'blocs cochés');
	protected admise = ({ blocs }: EntreeRepertoire): boolean => blocs > 0;
	protected readonly admisesSeules = false;

	get #detentions(): Detention[] {
		return this.etat.coches.map((bloc) => ({ bloc, obtenuLe: this.etat.obtenus[bloc] }));
	}

	protected brancherChamps(): void {
		this.brancherTitres('cochez les CCP que vous détenez.');
		brancherCombobox(
			exiger(this.racine, '[data-combobox=cible]'),
			() => this.toutes.filter(({ id }) => !this.etat.cibles.includes(id)),
			(id) => {
				this.changer({ cibles: [id] });
				return `Titre visé : ${this.nom(id)}.`;
			},
		);
		const jour = exiger<HTMLInputElement>(this.racine, '[name=au]');
		jour.addEventListener('change', () => {
			const choisi = dateExiste(jour.value) && jour.value !== jourDe(new Date()) ? jour.value : undefined;
			this.changer({ au: choisi });
		});
		exiger(this.racine, 'form').addEventListener('submit', () => {
			if (this.etat.coches.length) this.voirReponse();
		});
	}

	get #aujourdhui(): string {
		return this.etat.au ?? jourDe(new Date());
	}

	protected override async dessiner(signal: AbortSignal): Promise<void> {
		const { cibles, au } = this.etat;
		exiger<HTMLInputElement>(this.racine, '[name=au]').value = this.#aujourdhui;
		exiger(this.racine, '[data-au]').textContent = au ? 'Cette date n’est pas celle d’aujourd’hui.' : '';
		this.#montrerCible(cibles[0]);
		await super.dessiner(signal);
	}

	/** The key renews the fields for each state read from the address; otherwise they keep what is being typed. */
	protected choix(dossier: Dossier, retirer: () => void) {
		return (
			<ChoixBlocs
				key={`${dossier.id} ${this.lectures}`}
				dossier={dossier}
				detentions={this.#detentions}
				noter={(bloc, coche, obtenuLe) => this.#noter(dossier.id, bloc, coche, obtenuLe)}
				retirer={retirer}
			/>
		);
	}

	#noter(version: string, bloc: string, coche: boolean, obtenuLe: string): void {
		const { coches, obtenus, titres } = this.etat;
		this.changer({
			coches: coche ? [...coches, bloc] : coches.filter((id) => id !== bloc),
			obtenus: { ...obtenus, [bloc]: lireDate(obtenuLe) },
			titres: [...titres, version],
		});
	}

	#montrerCible(cible: string | undefined): void {
		render(
			<>
				<strong>{cible ? this.nom(cible) : 'tous les titres de la même lignée'}</strong>{' '}
				{cible && (
					<button
						type="button"
						onClick={() => {
							this.changer({ cibles: [] });
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

	/** Summary of what was ticked, by version, shown when the form is folded. */
	#resume(): string {
		const parVersion = [...Map.groupBy(this.#detentions, ({ bloc }) => versionDe(bloc))];
		const tenus = parVersion.map(([version, siens]) =>
			[
				this.nom(version),
				...siens.map(
					({ bloc, obtenuLe }) =>
						`${nomDuBloc(bloc).replace(' ', '\u00A0')}${obtenuLe ? ` obtenu ${quand(obtenuLe)}` : ''}`,
				),
			].join(', '),
		);
		return `Vos CCP : ${tenus.join(' ; ')}.`;
	}

	protected async conclure(signal: AbortSignal): Promise<void> {
		const detentions = this.#detentions;
		const [cible] = this.etat.cibles;
		if (!this.resumer(this.#resume(), 'Cochez au moins un CCP.')) return;
		const textesDe = (id: string) => this.versions.get(id)?.textes ?? [];
		const portee = atteindre([...this.versionsCochees(), ...this.etat.cibles], textesDe);
		// Whole lineages are read, for what follows each version; a text may also go on through one that is not shown.
		const lignees = new Set([...portee].map((id) => this.versions.get(id)?.lignee));
		const lues = this.famille(({ id, lignee }) => portee.has(id) || (lignee !== undefined && lignees.has(lignee)));
		const dossiers = await lireDossiers(
			atteindre(
				lues.map(({ id }) => id),
				textesDe,
			),
		);
		const suites = atteindre(portee, (id) => dossiers.get(id)?.successions.map(({ vers }) => vers) ?? []);
		const cibles = cible
			? [await lireDossier(cible)]
			: this.famille(({ id }) => suites.has(id)).flatMap(({ id }) => dossiers.get(id) ?? []);
		signal.throwIfAborted();
		const parcours = tousParcours(cibles, detentions, dossiers, this.#aujourdhui);
		const resultat = { parcours, visee: cible !== undefined, detentions, dossiers, aujourdhui: this.#aujourdhui };
		this.rendre(
			<>
				{/* In print, the answer begins with what was ticked and the address that shows it again. */}
				<div class="imprime">
					<p>
						<strong>
							<Texte texte={this.#resume()} />
						</strong>
					</p>
					<p>
						Réponse calculée au <Jour date={this.#aujourdhui} />, à présenter avec votre livret de certification.
					</p>
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
		// The answer itself is announced, the time limits that are over first.
		const dites = ['.reponse-delai', '.reponse'].flatMap((s) => [...this.racine.querySelectorAll(s)]);
		this.annoncer([...dites.map(({ textContent }) => textContent), `${this.compter(detentions.length)}.`].join(' '));
	}
}
