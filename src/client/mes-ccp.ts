import { type EtatMesCcp, ecrireMesCcp, lireMesCcp, ranger, TITRES_MAXIMUM } from '../domaine/etat-url/detention.ts';
import { versionDe } from '../domaine/etat-url/identifiant.ts';
import { garderConnus } from '../domaine/etat-url/liste.ts';
import type { Refus } from '../domaine/etat-url/refus.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import { atteintes, type EntreeRepertoire, type Repertoire } from '../domaine/outils/repertoire.ts';
import { dateExiste, jourDe } from '../domaine/parcours/calendrier.ts';
import { tousParcours } from '../domaine/parcours/parcours.ts';
import { nomBloc, nomVersion } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { brancherCombobox } from './combobox.ts';
import { lireDossier, lireDossiers, lireRepertoire } from './donnees.ts';
import { bouton, creer, exiger } from './element.ts';
import { brancherFragment } from './fragment.ts';
import { panne } from './panne.ts';
import { adressePapier } from './papier.ts';
import { elementsParcours } from './parcours.ts';
import { montrerRefus } from './refus.ts';
import { copier } from './remettre.ts';

const REPLI = [
	{ nom: 'Les correspondances officielles', chemin: '/mes-ccp/#textes' },
	{ nom: 'Tous les titres', chemin: '/titres/' },
];

/** Wires `/mes-ccp/`: what texts say to someone who holds these CCP, the state in the fragment. */
export async function brancherMesCcp(document: Document): Promise<void> {
	const outil = exiger(document, '[data-mes-ccp]');
	try {
		new MesCcp(outil, await lireRepertoire()).demarrer();
	} catch {
		exiger(outil, '[data-resultat]').replaceChildren(panne(() => void brancherMesCcp(document), REPLI));
	}
}

class MesCcp {
	readonly #outil: HTMLElement;
	readonly #versions: ReadonlyMap<string, EntreeRepertoire>;
	readonly #repertoire: Repertoire;
	#etat: EtatMesCcp = { detentions: [], titres: [] };
	#noter: (fragment: string, etape?: boolean) => void = () => undefined;
	/** Versions whose CCP are shown, in order of choice; a late answer finds another list and is dropped. */
	#montrees: string[] = [];
	#tour = 0;

	constructor(outil: HTMLElement, repertoire: Repertoire) {
		this.#outil = outil;
		this.#repertoire = repertoire;
		this.#versions = new Map(repertoire.versions.map((v) => [v.id, v]));
	}

	demarrer(): void {
		const champ = (nom: string) => exiger(this.#outil, `[data-combobox=${nom}]`);
		brancherCombobox(
			champ('titre'),
			() => this.#repertoire.versions.filter(({ id, blocs }) => blocs > 0 && !this.#montrees.includes(id)),
			(id) => {
				if (this.#montrees.length >= TITRES_MAXIMUM) return `${TITRES_MAXIMUM} titres au plus : retirez-en un d’abord.`;
				this.#changer({ titres: [...this.#etat.titres, id] });
				return `${this.#nom(id)} est ajouté : cochez les CCP que vous détenez.`;
			},
		);
		brancherCombobox(
			champ('cible'),
			() => this.#repertoire.versions.filter(({ id }) => id !== this.#etat.cible),
			(id) => {
				this.#changer({ cible: id });
				return `Titre visé : ${this.#nom(id)}.`;
			},
		);
		exiger(this.#outil, 'form').addEventListener('submit', (e) => e.preventDefault());
		const jour = exiger<HTMLInputElement>(this.#outil, '[name=au]');
		jour.addEventListener('change', () => {
			const choisi = dateExiste(jour.value) && jour.value !== jourDe(new Date()) ? jour.value : undefined;
			this.#changer({ au: choisi });
		});
		exiger<HTMLFieldSetElement>(this.#outil, 'fieldset').disabled = false;
		this.#noter = brancherFragment((fragment, refus) => this.#lire(fragment, refus));
	}

	#nom(id: string): string {
		const entree = this.#versions.get(id);
		return entree ? nomVersion(entree) : id;
	}

	get #aujourdhui(): string {
		return this.#etat.au ?? jourDe(new Date());
	}

	#lire(fragment: string, refus: readonly Refus[]): void {
		const lu = lireMesCcp(fragment);
		const connue = (id: string) => this.#versions.has(versionDe(id));
		const ccp = garderConnus(
			lu.etat.detentions.map(({ bloc }) => bloc),
			connue,
		);
		const titres = garderConnus(lu.etat.titres, connue);
		const cible = garderConnus(lu.etat.cible ? [lu.etat.cible] : [], connue);
		this.#etat = {
			...lu.etat,
			detentions: lu.etat.detentions.filter(({ bloc }) => ccp.etat.includes(bloc)),
			titres: titres.etat,
			cible: cible.etat[0],
		};
		this.#montrees = [];
		void this.#montrer([...refus, ...lu.refus, ...ccp.refus, ...titres.refus, ...cible.refus]);
	}

	#changer(etat: Partial<EtatMesCcp>, etape = false): void {
		this.#etat = ranger({ ...this.#etat, ...etat });
		this.#noter(ecrireMesCcp(this.#etat), etape);
		void this.#montrer();
	}

	/** Shows the state: the forms of the versions where their list has changed, then the result. */
	async #montrer(refus: readonly Refus[] = []): Promise<void> {
		const tour = ++this.#tour;
		const { detentions, titres, cible, au } = this.#etat;
		const versions = [
			...new Set([...this.#montrees, ...detentions.map(({ bloc }) => versionDe(bloc)), ...titres]),
		].filter((id) => titres.includes(id) || detentions.some(({ bloc }) => versionDe(bloc) === id));
		exiger<HTMLInputElement>(this.#outil, '[name=au]').value = this.#aujourdhui;
		exiger(this.#outil, '[data-au]').textContent = au ? 'Cette date n’est pas celle d’aujourd’hui.' : '';
		this.#montrerCible(cible);
		try {
			const dossiers = await lireDossiers(versions);
			if (tour !== this.#tour) return;
			const absents = this.#ecarterAbsents(dossiers);
			montrerRefus(exiger(this.#outil, '[data-refus]'), [...refus, ...absents]);
			if (versions.join() !== this.#montrees.join()) {
				this.#montrees = versions;
				exiger(this.#outil, '[data-titres]').replaceChildren(
					...versions.flatMap((id) => dossiers.get(id) ?? []).map((d) => this.#formulaire(d)),
				);
			}
			await this.#conclure(tour);
		} catch {
			if (tour !== this.#tour) return;
			this.#montrees = [];
			exiger(this.#outil, '[data-resultat]').replaceChildren(panne(() => void this.#montrer(refus), REPLI));
		}
	}

	/** Blocs of a known version that this version does not have. */
	#ecarterAbsents(dossiers: ReadonlyMap<string, Dossier>): Refus[] {
		const a = (id: string) => dossiers.get(versionDe(id))?.blocs.some((b) => b.id === id) ?? false;
		const absents = this.#etat.detentions.filter(({ bloc }) => !a(bloc)).map(({ bloc }) => bloc);
		const titres = [...this.#etat.titres, ...absents.map(versionDe)];
		if (absents.length)
			this.#etat = ranger({
				...this.#etat,
				detentions: this.#etat.detentions.filter(({ bloc }) => a(bloc)),
				titres,
			});
		return absents.map((recu) => ({ recu, motif: 'inconnu' }));
	}

	#montrerCible(cible: string | undefined): void {
		exiger(this.#outil, '[data-cible]').replaceChildren(
			creer('strong', {}, cible ? this.#nom(cible) : 'Tous les titres de la même lignée'),
			...(cible
				? [
						' ',
						bouton('Revenir à tous', () => {
							this.#changer({ cible: undefined });
							exiger<HTMLElement>(this.#outil, '[data-combobox=cible] input').focus();
						}),
					]
				: []),
		);
	}

	#formulaire(dossier: Dossier): HTMLElement {
		const nom = nomVersion(dossier);
		return creer(
			'fieldset',
			{ class: 'titre-coche' },
			creer('legend', {}, creer('strong', {}, nom), ` ${dossier.usuel}`),
			creer(
				'ul',
				{},
				...dossier.blocs.map((bloc) => {
					const tenue = this.#etat.detentions.find((d) => d.bloc === bloc.id);
					const id = bloc.id.replaceAll('/', '-');
					const coche = creer('input', { type: 'checkbox', id, checked: tenue !== undefined });
					const date = creer('input', {
						type: 'date',
						id: `${id}-date`,
						min: '1990-01-01',
						max: '2099-12-31',
						value: tenue?.obtenuLe,
					});
					const quand = creer(
						'span',
						{ class: 'date-obtention', hidden: tenue === undefined },
						creer(
							'label',
							{ for: `${id}-date` },
							'Obtenu le',
							creer('span', { class: 'lecteur' }, ` (${nomBloc(bloc)} du ${nom})`),
						),
						' ',
						date,
					);
					const noter = () => {
						const autres = this.#etat.detentions.filter((d) => d.bloc !== bloc.id);
						const obtenuLe = dateExiste(date.value) ? date.value : undefined;
						quand.hidden = !coche.checked;
						this.#changer({
							detentions: coche.checked ? [...autres, { bloc: bloc.id, obtenuLe }] : autres,
							titres: [...this.#etat.titres, dossier.id],
						});
					};
					coche.addEventListener('change', noter);
					date.addEventListener('change', noter);
					return creer('li', {}, creer('label', { for: id }, coche, ` ${nomBloc(bloc)}, ${bloc.usuel}`), quand);
				}),
			),
			bouton(
				'Retirer ce titre',
				() => {
					this.#changer(
						{
							detentions: this.#etat.detentions.filter((d) => versionDe(d.bloc) !== dossier.id),
							titres: this.#etat.titres.filter((id) => id !== dossier.id),
						},
						true,
					);
					exiger<HTMLElement>(this.#outil, '[data-combobox=titre] input').focus();
				},
				{ 'aria-label': `Retirer ce titre, ${nom}` },
			),
		);
	}

	async #conclure(tour: number): Promise<void> {
		const resultat = exiger(this.#outil, '[data-resultat]');
		const annonce = exiger(this.#outil, '[data-etat]');
		const { detentions, cible } = this.#etat;
		if (!detentions.length) {
			resultat.replaceChildren();
			annonce.textContent = this.#montrees.length ? 'Cochez au moins un CCP.' : '';
			return;
		}
		const tenues = new Set(detentions.map(({ bloc }) => versionDe(bloc)));
		const lignees = new Set([...tenues].map((id) => this.#versions.get(id)?.lignee).filter((l) => l !== undefined));
		const portee = atteintes([...tenues, ...(cible ? [cible] : [])], this.#repertoire);
		const famille = this.#repertoire.versions
			.filter(({ id, lignee }) => portee.has(id) || (lignee !== undefined && lignees.has(lignee)))
			.map(({ id }) => id);
		const dossiers = await lireDossiers(famille);
		if (tour !== this.#tour) return;
		const cibles = cible ? [await lireDossier(cible)] : [...dossiers.values()];
		const parcours = tousParcours(cibles, detentions, dossiers, this.#aujourdhui);
		const copie = creer('span', { role: 'status' });
		resultat.replaceChildren(
			...elementsParcours(parcours, detentions, dossiers, this.#aujourdhui),
			creer(
				'p',
				{ class: 'actions emporter' },
				bouton('Imprimer', () => window.print()),
				bouton('Copier le lien', () => copier(location.href, copie, 'Le lien est copié')),
				copie,
			),
			adressePapier(),
		);
		const regles = parcours.filter((p) => p.tranche);
		annonce.textContent = `${compte(detentions.length, 'bloc coché', 'blocs cochés')}. ${
			regles.length
				? `Des textes parlent de ${compte(regles.length, 'titre')} : ${regles.map((p) => `${this.#nom(p.cible)}, ${p.acquis.length} acquis et ${p.aObtenir.length} à obtenir`).join(' ; ')}.`
				: 'Aucun texte de nos sources ne tranche.'
		}`;
	}
}
