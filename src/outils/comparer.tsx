import { type ComponentChild, render } from 'preact';
import { adresse, lien } from '../adresse.ts';
import { entreesParId, parentesDe } from '../domaine/comparaison/comparaison.ts';
import { auJour, coteACote, differe, type Partie, rangees } from '../domaine/cote-a-cote/tableau.ts';
import { enLettres } from '../domaine/date.ts';
import { jourDesFaits } from '../domaine/etat.ts';
import {
	type ComparaisonLibre,
	ecrireComparaisonLibre,
	lireComparaisonLibre,
	VERSIONS_MAXIMUM,
} from '../domaine/etat-url/comparaison-libre.ts';
import { garderConnus } from '../domaine/etat-url/liste.ts';
import { enCsv } from '../domaine/exports/format.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import { jourDe } from '../domaine/parcours/calendrier.ts';
import { enumerer } from '../domaine/texte/phrase.ts';
import { aDesLibelles, nomPaire, nomsDePaire, nomVersion } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { ACTIONS_COMPARAISON, type Action, Emporter } from '../vues/avis.tsx';
import {
	AucuneEnVigueur,
	DeuxADeux,
	deuxADeux,
	Legende,
	RenvoiPage,
	RenvoiTexte,
	SansTexte,
} from '../vues/comparaison-libre.tsx';
import type { Paire } from '../vues/correspondance.tsx';
import { PartieComparee } from '../vues/cote-a-cote.tsx';
import { Liste, Texte } from '../vues/elements.tsx';
import { Sommaire } from '../vues/sommaire.tsx';
import { brancherCombobox } from './combobox.tsx';
import { lireDossiers, lireTexte } from './donnees.ts';
import { filtrer } from './filtres.ts';
import { ceder, copier, exiger, parTranches, telecharger } from './navigateur.ts';
import { demarrer, Outil } from './outil.tsx';
import { lireRecentes, oublier, retenir } from './recentes.ts';
import { enTexteBrut } from './texte-brut.ts';
import { noterRequete, suivreRequete } from './url.ts';

const REPLI = [
	{ nom: 'Les comparaisons prêtes', chemin: '/comparer/#pretes' },
	{ nom: 'Tous les titres', chemin: '/titres/' },
];

/** The views of a pair weigh as much as the rest of the tool: they are only loaded once a pair is compared. */
const lireDessin = () => import('../vues/correspondance.tsx');

/** Wires `/comparer/`: two to four versions side by side, with the state in the query of the URL. */
export function brancherComparer(document: Document): Promise<void> {
	// Preloaded while the index loads, so that it does not delay the comparison once the data are there.
	if (lireComparaisonLibre(location.search).etat.versions.length === 2) lireDessin().catch(() => undefined);
	return demarrer(exiger(document, '[data-comparer]'), Comparateur, REPLI);
}

/** Part of the table that follows competences through the versions in its columns, if these have any. */
type Fils = (colonnes: readonly Dossier[]) => Partie | undefined;

class Comparateur extends Outil<ComparaisonLibre> {
	protected etat: ComparaisonLibre = { versions: [], inversee: false, differencesSeules: false };

	protected brancher(): void {
		brancherCombobox(
			exiger(this.racine, '[data-combobox]'),
			() => this.toutes.filter(({ id }) => !this.etat.versions.includes(id)),
			(id) => {
				if (this.etat.versions.length >= VERSIONS_MAXIMUM)
					return `${VERSIONS_MAXIMUM} versions au plus : retirez-en une d’abord.`;
				this.#choisir([...this.etat.versions, id]);
				return `${this.nom(id)} est ajouté.`;
			},
		);
		exiger<HTMLInputElement>(this.racine, '[name=differences]').addEventListener('change', (e) =>
			this.#changer({ differencesSeules: (e.target as HTMLInputElement).checked }),
		);
		exiger(this.racine, '[data-inverser]').addEventListener('click', () =>
			this.#changer({ inversee: !this.etat.inversee }),
		);
		const page = this.#page(location.search);
		if (page) location.replace(page);
		else suivreRequete((requete) => this.#lire(requete));
	}

	/** The comparison page to redirect to, with its filters, if the query is two versions that have one and no option. */
	#page(requete: string): string | undefined {
		const lu = lireComparaisonLibre(requete);
		const [de, vers, ...autres] = this.ordonner(lu.etat.versions);
		const { inversee, differencesSeules } = lu.etat;
		if (!de || !vers || autres.length || lu.refus.length || inversee || differencesSeules) return undefined;
		if (!this.aUnePage(de, vers)) return undefined;
		const filtres = new URLSearchParams(requete);
		filtres.delete('titres');
		const suite = filtres.size ? `?${filtres.toString().replaceAll('%2C', ',')}` : '';
		return lien(adresse.comparaison(de, vers)) + suite + location.hash;
	}

	#lire(requete: string): void {
		const lu = lireComparaisonLibre(requete);
		const connus = garderConnus(lu.etat.versions, (id) => this.versions.has(id));
		this.etat = { ...lu.etat, versions: this.ordonner(connus.etat) };
		// The form stays open for a reader who goes back while the focus is in it.
		this.replier(this.etat.versions.length > 1 && !this.question.contains(document.activeElement));
		this.refuser([...lu.refus, ...connus.refus]);
		void this.montrer();
	}

	/** Applies a choice of versions: adds a step to the history, and remembers the comparison. */
	#choisir(ids: readonly string[]): void {
		this.etat = { ...this.etat, versions: this.ordonner(ids) };
		if (ids.length > 1) retenir(this.etat.versions);
		noterRequete(ecrireComparaisonLibre(this.etat), true);
		this.refuser([]);
		void this.montrer();
	}

	#changer(etat: Partial<ComparaisonLibre>): void {
		this.etat = { ...this.etat, ...etat };
		noterRequete(ecrireComparaisonLibre(this.etat, location.search));
		this.refuser([]);
		void this.montrer();
	}

	protected async dessiner(signal: AbortSignal): Promise<void> {
		const { versions } = this.etat;
		this.#montrerChoix();
		this.#montrerRecentes();
		if (versions.length < 2) {
			this.rendre(null);
			this.annoncer(versions.length ? 'Choisissez une deuxième version.' : '');
			return;
		}
		this.annoncer('Comparaison en cours…');
		// Everything is requested at once, and rendered in turn: the side-by-side table, then the competences in slices.
		const lus = lireDossiers(versions);
		const paire = this.#lirePaire(versions, lus);
		// Both fetches may fail for the same reason; the first to be awaited reports it.
		paire.catch(() => undefined);
		const dossiers = [...(await lus).values()];
		signal.throwIfAborted();
		// The competences of two versions have their own comparison, if both are known.
		const fils = dossiers.length > 2 || !dossiers.every(aDesLibelles) ? await this.#lireFils(await lus) : undefined;
		signal.throwIfAborted();
		const dit = this.#afficher(dossiers, paire, fils);
		const lue = await paire;
		signal.throwIfAborted();
		if (lue) await this.#detailler(lue, signal);
		else if (dossiers.length === 2) this.#completer(<SansTexte dossiers={dossiers} />);
		await this.#comparerTextes(dossiers, signal);
		this.annoncer(dit);
	}

	#montrerChoix(): void {
		const { versions, inversee, differencesSeules } = this.etat;
		exiger<HTMLInputElement>(this.racine, '[name=differences]').checked = differencesSeules;
		exiger(this.racine, '[data-inverser]').setAttribute('aria-pressed', String(inversee));
		exiger(this.racine, '[data-cotes]').hidden = versions.length < 2;
		exiger(this.racine, '[data-resume]').textContent = `${compte(versions.length, 'version')} côte à côte`;
		render(
			versions.map((id, i) => (
				<li key={id}>
					{this.nom(id)}{' '}
					<button type="button" aria-label={`Retirer ${this.nom(id)}`} onClick={() => this.#retirer(i)}>
						Retirer
					</button>
				</li>
			)),
			exiger(this.racine, '[data-choisies]'),
		);
	}

	#retirer(rang: number): void {
		this.#choisir(this.etat.versions.filter((_, i) => i !== rang));
		// The focused button is gone: focus the next one, or else the field.
		const boutons = this.racine.querySelectorAll<HTMLElement>('[data-choisies] button');
		(boutons[Math.min(rang, boutons.length - 1)] ?? exiger<HTMLElement>(this.racine, '[role=combobox]')).focus();
	}

	#montrerRecentes(): void {
		const cadre = exiger(this.racine, '[data-recentes]');
		const recentes = lireRecentes()
			.map((ids) => this.ordonner(ids))
			.filter((ids) => ids.length > 1 && ids.join() !== this.etat.versions.join());
		cadre.hidden = recentes.length === 0;
		render(
			<>
				<p>
					<strong>Comparées récemment</strong> <span class="petit">retenues dans ce navigateur seulement</span>
				</p>
				<Liste
					elements={recentes.map((ids) => (
						<a href={`${location.pathname}?titres=${ids.join(',')}`}>{enumerer(ids.map((id) => this.nom(id)))}</a>
					))}
				/>
				<button
					type="button"
					onClick={() => {
						oublier();
						this.#montrerRecentes();
						this.annoncer('Les comparaisons récentes sont oubliées.');
						exiger<HTMLElement>(this.racine, '[role=combobox]').focus();
					}}
				>
					Oublier ces comparaisons
				</button>
			</>,
			cadre,
		);
	}

	/** Comparison of two versions; `undefined` for three or four, or without a page if one has no known labels. */
	async #lirePaire(
		[de = '', vers = '', ...autres]: readonly string[],
		lus: Promise<ReadonlyMap<string, Dossier>>,
	): Promise<Paire | undefined> {
		if (autres.length) return undefined;
		if (!this.aUnePage(de, vers) && ![...(await lus).values()].every(aDesLibelles)) return undefined;
		const [comparee, dossiers] = await Promise.all([this.comparer(de, vers, lus), lus, lireDessin()]);
		await ceder();
		return {
			...comparee,
			de: dossiers.get(de) as Dossier,
			vers: dossiers.get(vers) as Dossier,
			ailleurs: this.#ailleurs(de, vers),
		};
	}

	/** True if no succession joins two versions (older first): one does not become the other. */
	#ailleurs(de: string, vers: string): boolean {
		return !this.aUnePage(de, vers) || (this.versions.get(de)?.voisines ?? []).includes(vers);
	}

	/** Follows competences through the versions, each pair being compared directly. */
	async #lireFils(dossiers: ReadonlyMap<string, Dossier>): Promise<Fils> {
		const connus = [...dossiers.values()].filter(aDesLibelles);
		const [{ rangees: rangeesDe }, { partieDesFils }] = await Promise.all([
			import('../domaine/lignee/rangees.ts'),
			import('../domaine/cote-a-cote/fils.ts'),
		]);
		const comparees = await Promise.all(
			deuxADeux(connus).map(async ([de, vers]) => {
				const { comparaison, automatique } = await this.comparer(de.id, vers.id, dossiers);
				return { de, vers, automatique, entrees: entreesParId(comparaison), parentes: parentesDe(comparaison) };
			}),
		);
		const automatiques = comparees.filter(({ automatique }) => automatique).map(({ de, vers }) => nomPaire(de, vers));
		const faites = rangeesDe(connus, comparees);
		return (colonnes) => partieDesFils(colonnes, faites, automatiques, (de, vers) => this.#ailleurs(de, vers));
	}

	/** Renders the side-by-side table. @returns what to announce once everything is rendered */
	#afficher(dossiers: readonly Dossier[], paire: Promise<Paire | undefined>, fils: Fils | undefined): string {
		const { inversee, differencesSeules, versions } = this.etat;
		const [de, vers] = dossiers;
		const colonnes = inversee ? dossiers.toReversed() : dossiers;
		const noms = colonnes.map(nomVersion);
		const tableau = auJour([...coteACote(colonnes), ...[fils?.(colonnes) ?? []].flat()], jourDe(new Date()));
		const sommaire = [
			...tableau.map(({ cle, nom }) => ({ ancre: `partie-${cle}`, nom })),
			...(dossiers.length === 2
				? [
						{ ancre: 'competences', nom: 'Compétence par compétence' },
						...(dossiers.every(({ profondeur }) => profondeur === 'texte')
							? [{ ancre: 'prose', nom: 'Reste du texte' }]
							: []),
					]
				: [{ ancre: 'deux-a-deux', nom: 'Deux à deux' }]),
			{ ancre: 'emporter', nom: 'Emporter' },
		];
		this.rendre(
			<div key={versions.join()}>
				<h2 id="cote-a-cote">
					<Texte texte={`${enumerer(noms)}, côte à côte`} />
				</h2>
				<AucuneEnVigueur dossiers={dossiers} versions={this.versions} />
				<Legende colonnes={colonnes} />
				{de && vers && dossiers.length === 2 && this.aUnePage(de.id, vers.id) && <RenvoiPage de={de} vers={vers} />}
				<Sommaire enLigne entrees={sommaire} />
				{tableau.map((partie) => (
					<PartieComparee
						key={`${partie.cle} ${noms}`}
						partie={partie}
						noms={noms}
						differencesSeules={differencesSeules}
					/>
				))}
				<div data-suite="" />
				<div data-prose="" />
				{dossiers.length > 2 && <DeuxADeux dossiers={dossiers} />}
				{this.#emporter(colonnes, tableau, paire)}
			</div>,
		);
		const differentes = tableau.reduce((n, p) => n + p.lignes.filter(differe).length, 0);
		const total = tableau.reduce((n, p) => n + p.lignes.length, 0);
		return `${compte(dossiers.length, 'version')} côte à côte : ${compte(differentes, 'ligne diffère', 'lignes diffèrent')} sur ${total}.`;
	}

	/** Compares the prose of two versions whose text is held. If they have a comparison page, links to it instead. */
	async #comparerTextes([de, vers, ...autres]: readonly Dossier[], signal: AbortSignal): Promise<void> {
		const place = exiger(this.racine, '[data-prose]');
		render(null, place);
		if (!de || !vers || autres.length || de.profondeur !== 'texte' || vers.profondeur !== 'texte') return;
		if (this.aUnePage(de.id, vers.id)) {
			render(<RenvoiTexte de={de} vers={vers} />, place);
			return;
		}
		const [textes, { ProseComparee }] = await Promise.all([
			Promise.all([de, vers].map(({ id }) => lireTexte(id))),
			import('../vues/prose.tsx'),
		]);
		signal.throwIfAborted();
		const [avant, apres] = textes;
		if (!avant || !apres) return;
		render(
			<section class="comparaison" aria-labelledby="prose">
				<h2 id="prose">Le reste du texte, section par section</h2>
				<ProseComparee de={avant} vers={apres} noms={nomsDePaire(de, vers)} ids={[de.id, vers.id]} sous />
			</section>,
			place,
		);
	}

	/** Renders the comparison of a pair, below the side-by-side table. */
	#completer(suite: ComponentChild): void {
		render(suite, exiger(this.racine, '[data-suite]'));
	}

	/** Renders what became of each bloc, then of each competence, in slices. */
	async #detailler(paire: Paire, signal: AbortSignal): Promise<void> {
		const { CorrespondanceBlocs, CorrespondanceCompetences, entreesDe, Totaux } = await lireDessin();
		const lues = aDesLibelles(paire.de) && aDesLibelles(paire.vers);
		this.#completer(
			<>
				{lues && <Totaux {...paire} />}
				<CorrespondanceBlocs {...paire} />
				{lues && (
					<CorrespondanceCompetences {...paire} guide={this.racine.dataset.guide}>
						{[]}
					</CorrespondanceCompetences>
				)}
			</>,
		);
		if (!lues) return;
		const liste = exiger(this.racine, '[data-entrees]');
		const dessinees: ComponentChild[] = [];
		await parTranches(
			entreesDe(paire),
			(entree) => {
				dessinees.push(entree);
				render([...dessinees], liste);
			},
			signal,
		);
		signal.throwIfAborted();
		filtrer(document, signal);
	}

	#emporter(colonnes: readonly Dossier[], tableau: readonly Partie[], paire: Promise<Paire | undefined>) {
		const noms = colonnes.map(nomVersion);
		const titre = `${enumerer(noms)} comparés`;
		const url = () => location.origin + location.pathname + ecrireComparaisonLibre(this.etat);
		const citer = async () => {
			const [{ empreinteDe }, { enTexte, reserveDesLibelles }, lue] = await Promise.all([
				import('../domaine/empreinte.ts'),
				import('../domaine/exports/citation.ts'),
				paire,
			]);
			const empreinte = empreinteDe({ versions: colonnes, comparaison: lue?.comparaison ?? null });
			const texte = enTexte({
				id: colonnes.map(({ id }) => id).join('--'),
				titre,
				url: url(),
				modifieeLe: undefined,
				empreinte,
				reserve: reserveDesLibelles(...colonnes),
			});
			return `${texte}, consulté le ${enLettres(jourDe(new Date()))}.`;
		};
		const montrerCitation = async (details: HTMLDetailsElement) => {
			const citation = exiger(details, '.citation-texte');
			if (details.open && !citation.textContent) citation.textContent = await citer();
		};
		const parties = () =>
			this.racine.querySelectorAll('[data-resultat] > div > section, [data-suite] > *, [data-prose] > *');
		const fichier = `lignee-${colonnes.map(({ id }) => id).join('--')}`;
		const agir: Record<(typeof ACTIONS_COMPARAISON)[number]['cle'], NonNullable<Action['agir']>> = {
			texte: (annonce) =>
				copier(`${titre}\n${url()}\n\n${enTexteBrut([...parties()])}\n`, annonce, 'La comparaison est copiée'),
			citation: async (annonce) => copier(await citer(), annonce, 'La citation est copiée'),
			imprimer: () => window.print(),
		};
		const enTableau = async (annonce: HTMLElement) => {
			const lue = await paire;
			if (!lue) return;
			const { publierCsvComparaison } = await import('../domaine/exports/csv-comparaison.ts');
			const csv = publierCsvComparaison(lue.comparaison, lue.de, lue.vers, jourDesFaits(colonnes) ?? null);
			telecharger(`${fichier}-competences.csv`, 'text/csv', csv);
			annonce.textContent = '';
		};
		return (
			<Emporter
				adresse={location.href}
				actions={[
					...ACTIONS_COMPARAISON.map((action) => ({ ...action, agir: agir[action.cle] })),
					{
						nom: 'Télécharger en CSV',
						agir: () => telecharger(`${fichier}.csv`, 'text/csv', enCsv(rangees([...tableau], noms))),
					},
					...(colonnes.length === 2 && colonnes.every(aDesLibelles)
						? [{ nom: 'Télécharger les compétences en CSV', agir: enTableau }]
						: []),
				]}
			>
				<details key={url()} onToggle={(e) => void montrerCitation(e.currentTarget)}>
					<summary>Citer cette comparaison</summary>
					<p class="citation-texte" />
				</details>
			</Emporter>
		);
	}
}
