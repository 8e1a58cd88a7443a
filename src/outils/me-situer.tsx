import { TITRES_MAXIMUM } from '../domaine/etat-url/liste.ts';
import { ecrireEtat, ecrireFichier, lireFichier, ME_SITUER, VIDE } from '../domaine/etat-url/simulateur.ts';
import { enCsv } from '../domaine/exports/format.ts';
import { versionDe } from '../domaine/identifiant.ts';
import type { Dossier, EntreeRepertoire } from '../domaine/outils/dossier.ts';
import { jourDe } from '../domaine/parcours/calendrier.ts';
import { competences } from '../domaine/referentiel.ts';
import { bilan, rangeesSituation } from '../domaine/situation/bilan.ts';
import { classer, couvrir } from '../domaine/situation/couverture.ts';
import { enumerer } from '../domaine/texte/phrase.ts';
import { blocsMuets } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Emporter } from '../vues/avis.tsx';
import { ChoixCompetences } from '../vues/choix.tsx';
import { Couvertures } from '../vues/couverture.tsx';
import { Liste } from '../vues/elements.tsx';
import { brancherCombobox } from './combobox.tsx';
import { brancherCompetencesTrouvees } from './competences-trouvees.tsx';
import { lireDossiers } from './donnees.ts';
import { copier, exiger, telecharger } from './navigateur.ts';
import { demarrer } from './outil.tsx';
import { Simulateur } from './simulateur.tsx';
import { noterFragment } from './url.ts';

const REPLI = [
	{ nom: 'Toutes les compétences', chemin: '/competences/' },
	{ nom: 'Les comparaisons prêtes', chemin: '/comparer/#pretes' },
];

/** Wires `/me-situer/`: how much of each title a person practises, with the state in the fragment of the URL. */
export const brancherMeSituer = (document: Document): Promise<void> =>
	demarrer(exiger(document, '[data-me-situer]'), MeSituer, REPLI);

class MeSituer extends Simulateur {
	protected readonly forme = ME_SITUER;
	/** Renders the search results again, so that their checkboxes match the state. */
	#accorderRecherche: () => void = () => undefined;

	protected cases = (dossier: Dossier): string[] => competences(dossier).map(({ id }) => id);
	protected compter = (nombre: number): string => compte(nombre, 'compétence cochée', 'compétences cochées');
	protected admise = ({ competences }: EntreeRepertoire): boolean => competences > 0;
	protected readonly admisesSeules = true;

	protected brancherChamps(): void {
		this.brancherTitres('cochez les compétences que vous pratiquez.');
		const cible = this.racine.querySelector<HTMLElement>('[data-combobox=cible]');
		if (cible)
			brancherCombobox(
				cible,
				() => this.toutes.filter((v) => this.admise(v) && !this.#cibles().includes(v.id)),
				(id) => {
					if (this.etat.cibles.length >= TITRES_MAXIMUM) return `${TITRES_MAXIMUM} titres au plus.`;
					this.changer({ cibles: [...this.etat.cibles, id] });
					return `${this.nom(id)} sera mesuré aussi.`;
				},
			);
		this.#accorderRecherche = brancherCompetencesTrouvees(
			exiger(this.racine, '[data-chercher]'),
			() => new Set(this.etat.coches),
			(ids, pratiquees) => this.#cocher(ids, pratiquees),
		);
		exiger(this.racine, '[data-effacer]').addEventListener('click', () => {
			this.changer(VIDE, true);
			this.viser('titre');
		});
		exiger<HTMLInputElement>(this.racine, '[type=file]').addEventListener(
			'change',
			(e) => void this.#reprendre(e.target as HTMLInputElement),
		);
		exiger(this.racine, '[data-voir] button').addEventListener('click', () => this.voirReponse());
	}

	async #reprendre(champ: HTMLInputElement): Promise<void> {
		const fichier = champ.files?.[0];
		const annonce = exiger(this.racine, '[data-fichier]');
		const lu = fichier && lireFichier(await fichier.text().catch(() => ''));
		champ.value = '';
		if (!fichier) return;
		if (!lu) {
			annonce.textContent = 'Ce fichier n’a pas été enregistré par cette page : rien n’est changé.';
			return;
		}
		annonce.textContent = 'Le fichier est repris.';
		await this.poser(lu, 'ce fichier');
		noterFragment(ecrireEtat(ME_SITUER, this.etat), true);
	}

	/** Ticks or unticks competences. Several at a time make a step of the history. */
	#cocher(ids: readonly string[], pratiquees: boolean): void {
		const restantes = this.etat.coches.filter((id) => !ids.includes(id));
		this.changer(
			{
				coches: pratiquees ? [...restantes, ...ids] : restantes,
				titres: [...this.etat.titres, ...ids.map(versionDe)],
			},
			ids.length > 1,
		);
	}

	protected choix(dossier: Dossier, retirer: () => void) {
		return (
			<ChoixCompetences
				key={dossier.id}
				dossier={dossier}
				cochees={new Set(this.etat.coches)}
				cocher={(ids, pratiquees) => this.#cocher(ids, pratiquees)}
				retirer={retirer}
			/>
		);
	}

	/** Ids of the versions to measure: those of the lineages of the ticked competences, and those that were added. */
	#cibles(): string[] {
		const cochees = this.versionsCochees();
		return this.famille(({ id }) => cochees.has(id) || this.etat.cibles.includes(id))
			.filter(({ competences }) => competences > 0)
			.map(({ id }) => id);
	}

	protected async conclure(signal: AbortSignal): Promise<void> {
		this.#accorderRecherche();
		const pratiquees = this.etat.coches;
		const sources = [...this.versionsCochees()];
		const dit = `${compte(pratiquees.length, 'compétence pratiquée', 'compétences pratiquées')}, ${enumerer(sources.map((id) => this.nom(id)))}.`;
		if (!this.resumer(dit, 'Cochez au moins une compétence.')) return;
		const toutes = this.#cibles();
		const dossiers = await lireDossiers(new Set([...toutes, ...sources]));
		// Of a title with blocs whose competences are unknown, no part of the whole can be told.
		const cibles = toutes.filter((id) => blocsMuets(dossiers.get(id) as Dossier).length === 0);
		const pratique = new Set(pratiquees);
		const libelles = new Map([...dossiers.values()].flatMap(competences).map((c) => [c.id, c.libelle]));
		const libelleDe = (id: string) => libelles.get(id) ?? id;
		const mesures = await Promise.all(
			cibles.map(async (id) => {
				const autres = sources.filter((source) => source !== id);
				const comparees = autres.map(async (source) => {
					const [de, vers] = this.ordonner([source, id]) as [string, string];
					return (await this.comparer(de, vers, dossiers)).comparaison;
				});
				return couvrir(dossiers.get(id) as Dossier, pratique, await Promise.all(comparees), libelleDe);
			}),
		);
		signal.throwIfAborted();
		const vises = cibles.flatMap((id) => dossiers.get(id) ?? []);
		const classees = classer(mesures, vises);
		this.rendre(
			<>
				{/* In print, the answer begins with what was ticked. */}
				<div class="imprime">
					<p>
						<strong>{dit}</strong>
					</p>
					<Liste elements={pratiquees.map(libelleDe)} officiel />
				</div>
				<Couvertures
					couvertures={classees}
					dossiers={dossiers}
					nonMesures={this.#nonMesures(toutes, cibles)}
					aujourdhui={jourDe(new Date())}
					aUnePage={(de, vers) => this.aUnePage(de, vers)}
				/>
				<Emporter
					adresse={location.href}
					actions={[
						{ nom: 'Imprimer', agir: () => window.print() },
						{
							nom: 'Télécharger en CSV',
							agir: () => telecharger('lignee-me-situer.csv', 'text/csv', enCsv(rangeesSituation(classees, dossiers))),
						},
						{ nom: 'Copier le lien', agir: (annonce) => copier(location.href, annonce, 'Le lien est copié') },
						{
							nom: 'Enregistrer mes réponses',
							agir: () => telecharger('lignee-me-situer.json', 'application/json', ecrireFichier(this.etat)),
						},
					]}
				/>
			</>,
		);
		const premiere = classees[0];
		this.annoncer(
			`${this.compter(pratiquees.length)}.${
				premiere ? ` Premier titre de la liste : ${this.nom(premiere.version)}, ${bilan(premiere.ccp)}.` : ''
			}`,
		);
	}

	/**
	 * Versions that cannot be measured, as the page says: those of `toutes` that are not `mesurees`, and those in force of
	 * the same lineages of which no competence is known.
	 */
	#nonMesures(toutes: readonly string[], mesurees: readonly string[]): EntreeRepertoire[] {
		const lignees = new Set(toutes.map((id) => this.versions.get(id)?.lignee));
		return this.toutes.filter(
			({ id, lignee, etat, competences }) =>
				(toutes.includes(id) && !mesurees.includes(id)) ||
				(competences === 0 && etat.cle === 'en-vigueur' && lignee !== undefined && lignees.has(lignee)),
		);
	}
}
