import type { Comparaison } from '../domaine/comparaison/comparaison.ts';
import { TITRES_MAXIMUM } from '../domaine/etat-url/detention.ts';
import { versionDe } from '../domaine/etat-url/identifiant.ts';
import { garderConnus, type Lu } from '../domaine/etat-url/liste.ts';
import { type EtatMeSituer, ecrireMeSituer, lireMeSituer, ranger } from '../domaine/etat-url/pratique.ts';
import type { Refus } from '../domaine/etat-url/refus.ts';
import { enCsv } from '../domaine/exports/tableur.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import type { EntreeRepertoire, Repertoire } from '../domaine/outils/repertoire.ts';
import { bilan } from '../domaine/situation/bilan.ts';
import { classer } from '../domaine/situation/classement.ts';
import { couvrir } from '../domaine/situation/couverture.ts';
import { ecrireFichier, lireFichier } from '../domaine/situation/fichier.ts';
import { rangeesSituation } from '../domaine/situation/rangees.ts';
import { nomVersion } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { choixCompetences } from './choix-competences.ts';
import { brancherCombobox } from './combobox.ts';
import { elementsCouverture } from './couverture.ts';
import { lireComparaison, lireDossiers, lireLexique, lireRepertoire } from './donnees.ts';
import { bouton, creer, exiger } from './element.ts';
import { brancherFragment } from './fragment.ts';
import { panne } from './panne.ts';
import { adressePapier } from './papier.ts';
import { brancherRechercheCompetences } from './recherche-competences.ts';
import { montrerRefus } from './refus.ts';
import { copier, telecharger } from './remettre.ts';

const REPLI = [
	{ nom: 'Toutes les compétences', chemin: '/competences/' },
	{ nom: 'Les comparaisons prêtes', chemin: '/comparer/#pretes' },
];

/** Wires `/me-situer/`: how far each title is from what a person practises, the state in the fragment. */
export async function brancherMeSituer(document: Document): Promise<void> {
	const outil = exiger(document, '[data-me-situer]');
	try {
		new MeSituer(outil, await lireRepertoire()).demarrer();
	} catch {
		exiger(outil, '[data-resultat]').replaceChildren(panne(() => void brancherMeSituer(document), REPLI));
	}
}

class MeSituer {
	readonly #outil: HTMLElement;
	readonly #versions: ReadonlyMap<string, EntreeRepertoire>;
	#etat: EtatMeSituer = { competences: [], titres: [], cibles: [] };
	#noter: (fragment: string, etape?: boolean) => void = () => undefined;
	#montrees: string[] = [];
	#tour = 0;
	/** Puts the checkboxes of the search results in accord with the state. */
	#accorderRecherche: () => void = () => undefined;

	constructor(outil: HTMLElement, { versions }: Repertoire) {
		this.#outil = outil;
		this.#versions = new Map(versions.map((v) => [v.id, v]));
	}

	demarrer(): void {
		const champ = (nom: string) => exiger(this.#outil, `[data-combobox=${nom}]`);
		const detenues = () => [...this.#versions.values()].filter(({ competences }) => competences > 0);
		brancherCombobox(
			champ('titre'),
			() => detenues().filter(({ id }) => !this.#montrees.includes(id)),
			(id) => {
				if (this.#montrees.length >= TITRES_MAXIMUM) return `${TITRES_MAXIMUM} titres au plus : retirez-en un d’abord.`;
				this.#changer({ titres: [...this.#etat.titres, id] });
				return `${this.#nom(id)} est ajouté : cochez les compétences que vous pratiquez.`;
			},
		);
		brancherCombobox(
			champ('cible'),
			() => detenues().filter(({ id }) => !this.#cibles().includes(id)),
			(id) => {
				if (this.#etat.cibles.length >= TITRES_MAXIMUM) return `${TITRES_MAXIMUM} titres au plus.`;
				this.#changer({ cibles: [...this.#etat.cibles, id] });
				return `${this.#nom(id)} sera mesuré aussi.`;
			},
		);
		this.#accorderRecherche = brancherRechercheCompetences(
			exiger(this.#outil, '[data-chercher]'),
			(id) => this.#etat.competences.includes(id),
			(ids, pratiquees) => this.#cocher(ids, pratiquees),
		);
		exiger(this.#outil, 'form').addEventListener('submit', (e) => e.preventDefault());
		exiger(this.#outil, '[data-effacer]').addEventListener('click', () => {
			this.#changer({ competences: [], titres: [], cibles: [] }, true);
			exiger<HTMLElement>(this.#outil, '[data-combobox=titre] input').focus();
		});
		exiger<HTMLInputElement>(this.#outil, '[type=file]').addEventListener(
			'change',
			(e) => void this.#reprendre(e.target as HTMLInputElement),
		);
		exiger<HTMLFieldSetElement>(this.#outil, 'fieldset').disabled = false;
		this.#noter = brancherFragment((fragment, refus) => {
			const lu = lireMeSituer(fragment);
			void this.#poser({ ...lu, refus: [...refus, ...lu.refus] });
		});
	}

	#nom(id: string): string {
		const entree = this.#versions.get(id);
		return entree ? nomVersion(entree) : id;
	}

	/** Takes a state that comes from outside: what the catalogue does not have is named and left. */
	#poser(lu: Lu<EtatMeSituer>, origine?: string): Promise<void> {
		const connue = (id: string) => (this.#versions.get(versionDe(id))?.competences ?? 0) > 0;
		const competences = garderConnus(lu.etat.competences, connue);
		const titres = garderConnus(lu.etat.titres, connue);
		const cibles = garderConnus(lu.etat.cibles, connue);
		this.#etat = { competences: competences.etat, titres: titres.etat, cibles: cibles.etat };
		this.#montrees = [];
		return this.#montrer([...lu.refus, ...competences.refus, ...titres.refus, ...cibles.refus], origine);
	}

	async #reprendre(champ: HTMLInputElement): Promise<void> {
		const fichier = champ.files?.[0];
		const annonce = exiger(this.#outil, '[data-fichier]');
		const lu = fichier && lireFichier(await fichier.text().catch(() => ''));
		champ.value = '';
		if (!fichier) return;
		if (!lu) {
			annonce.textContent = 'Ce fichier n’a pas été enregistré par cette page : rien n’est changé.';
			return;
		}
		annonce.textContent = 'Le fichier est repris.';
		await this.#poser(lu, 'ce fichier');
		this.#noter(ecrireMeSituer(this.#etat), true);
	}

	/** Ticks or unticks competences; more than one at a time is a step that « Back » undoes. */
	#cocher(ids: readonly string[], pratiquees: boolean): void {
		const restantes = this.#etat.competences.filter((id) => !ids.includes(id));
		this.#changer(
			{
				competences: pratiquees ? [...restantes, ...ids] : restantes,
				titres: [...this.#etat.titres, ...ids.map(versionDe)],
			},
			ids.length > 1,
		);
	}

	#changer(etat: Partial<EtatMeSituer>, etape = false): void {
		this.#etat = ranger({ ...this.#etat, ...etat });
		this.#noter(ecrireMeSituer(this.#etat), etape);
		void this.#montrer();
	}

	async #montrer(refus: readonly Refus[] = [], origine?: string): Promise<void> {
		const tour = ++this.#tour;
		const cochees = new Set(this.#etat.competences.map(versionDe));
		const versions = [...new Set([...this.#montrees, ...cochees, ...this.#etat.titres])].filter(
			(id) => cochees.has(id) || this.#etat.titres.includes(id),
		);
		try {
			const dossiers = await lireDossiers(versions);
			if (tour !== this.#tour) return;
			const absents = this.#ecarterAbsentes(dossiers);
			montrerRefus(exiger(this.#outil, '[data-refus]'), [...refus, ...absents], origine);
			const cadre = exiger(this.#outil, '[data-titres]');
			if (versions.join() !== this.#montrees.join()) {
				this.#montrees = versions;
				cadre.replaceChildren(
					...versions
						.flatMap((id) => dossiers.get(id) ?? [])
						.map((d) =>
							choixCompetences(
								d,
								(ids, p) => this.#cocher(ids, p),
								() => this.#retirer(d.id),
							),
						),
				);
			}
			this.#accorder(cadre);
			await this.#mesurer(tour);
		} catch {
			if (tour !== this.#tour) return;
			this.#montrees = [];
			exiger(this.#outil, '[data-resultat]').replaceChildren(panne(() => void this.#montrer(refus), REPLI));
		}
	}

	/** Checkboxes and counts follow the state: the form is not made anew, so that the focus stays. */
	#accorder(cadre: HTMLElement): void {
		const cochees = new Set(this.#etat.competences);
		for (const boite of cadre.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
			boite.checked = cochees.has(boite.value);
		for (const nombre of cadre.querySelectorAll<HTMLElement>('[data-nombre]')) {
			const boites = [...(nombre.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input') ?? [])];
			nombre.textContent = ` (${boites.filter((b) => b.checked).length} sur ${boites.length})`;
		}
		this.#accorderRecherche();
	}

	#ecarterAbsentes(dossiers: ReadonlyMap<string, Dossier>): Refus[] {
		const connues = new Set(
			[...dossiers.values()].flatMap(({ blocs }) => blocs.flatMap((b) => b.competences.map(({ id }) => id))),
		);
		const { etat, refus } = garderConnus(this.#etat.competences, (id) => connues.has(id));
		const titres = [...this.#etat.titres, ...refus.map(({ recu }) => versionDe(recu))];
		if (refus.length) this.#etat = ranger({ ...this.#etat, competences: etat, titres });
		return refus;
	}

	#retirer(id: string): void {
		this.#changer(
			{
				competences: this.#etat.competences.filter((c) => versionDe(c) !== id),
				titres: this.#etat.titres.filter((t) => t !== id),
			},
			true,
		);
		exiger<HTMLElement>(this.#outil, '[data-combobox=titre] input').focus();
	}

	/** Versions to measure: the held ones of the lineages of what is practised, and those that were added. */
	#cibles(): string[] {
		const cochees = new Set(this.#etat.competences.map(versionDe));
		const lignees = new Set([...cochees].map((id) => this.#versions.get(id)?.lignee).filter((l) => l !== undefined));
		return [...this.#versions.values()]
			.filter(
				({ id, lignee, competences }) =>
					competences > 0 &&
					(cochees.has(id) || this.#etat.cibles.includes(id) || (lignee !== undefined && lignees.has(lignee))),
			)
			.map(({ id }) => id);
	}

	async #mesurer(tour: number): Promise<void> {
		const resultat = exiger(this.#outil, '[data-resultat]');
		const annonce = exiger(this.#outil, '[data-etat]');
		const { competences } = this.#etat;
		if (!competences.length) {
			resultat.replaceChildren();
			annonce.textContent = this.#montrees.length ? 'Cochez au moins une compétence.' : '';
			return;
		}
		const cibles = this.#cibles();
		const sources = [...new Set(competences.map(versionDe))];
		const dossiers = await lireDossiers(new Set([...cibles, ...sources]));
		const pratique = new Set(competences);
		const mesures = await Promise.all(
			cibles.map(async (id) => {
				const autres = sources.filter((source) => source !== id);
				const comparaisons = await Promise.all(autres.map((source) => this.#comparaison(source, id, dossiers)));
				return couvrir(dossiers.get(id) as Dossier, pratique, comparaisons);
			}),
		);
		if (tour !== this.#tour) return;
		const classees = classer(
			mesures,
			cibles.flatMap((id) => dossiers.get(id) ?? []),
		);
		resultat.replaceChildren(
			...elementsCouverture(classees, dossiers, this.#sansTexte(cibles), (de, vers) =>
				Boolean(this.#versions.get(de)?.pages.includes(vers)),
			),
			this.#emporter(() => rangeesSituation(classees, dossiers)),
		);
		const premiere = classees[0];
		annonce.textContent = `${compte(competences.length, 'compétence cochée', 'compétences cochées')}.${
			premiere ? ` Premier titre de la liste : ${this.#nom(premiere.version)}, ${bilan(premiere.ccp)}.` : ''
		}`;
	}

	/** The comparison of two held versions, older first: its page's data, or made here where it has no page. */
	async #comparaison(a: string, b: string, dossiers: ReadonlyMap<string, Dossier>): Promise<Comparaison> {
		const [de, vers] = [...this.#versions.keys()].filter((id) => id === a || id === b) as [string, string];
		if (this.#versions.get(de)?.pages.includes(vers)) return lireComparaison(de, vers);
		const [{ comparer }, lexique] = await Promise.all([import('../domaine/comparaison/comparer.ts'), lireLexique()]);
		return comparer(dossiers.get(de) as Dossier, dossiers.get(vers) as Dossier, undefined, lexique);
	}

	/** Versions of the same lineages in force today whose text is not held: they cannot be measured, and it is said. */
	#sansTexte(cibles: readonly string[]): EntreeRepertoire[] {
		const lignees = new Set(cibles.map((id) => this.#versions.get(id)?.lignee));
		return [...this.#versions.values()].filter(
			({ lignee, etat, competences }) =>
				competences === 0 && etat === 'en-vigueur' && lignee !== undefined && lignees.has(lignee),
		);
	}

	#emporter(rangees: () => string[][]): HTMLElement {
		const annonce = creer('span', { role: 'status' });
		return creer(
			'section',
			{ 'aria-labelledby': 'emporter', class: 'emporter' },
			creer('h2', { id: 'emporter' }, 'Emporter'),
			creer(
				'p',
				{ class: 'actions' },
				bouton('Imprimer', () => window.print()),
				bouton('Télécharger en CSV', () => telecharger('lignee-me-situer.csv', 'text/csv', enCsv(rangees()))),
				bouton('Copier le lien', () => copier(location.href, annonce, 'Le lien est copié')),
				bouton('Enregistrer mes réponses', () =>
					telecharger('lignee-me-situer.json', 'application/json', ecrireFichier(this.#etat)),
				),
				annonce,
			),
			adressePapier(),
		);
	}
}
