import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import { enClair, rangees } from '../domaine/cote-a-cote/export.ts';
import { coteACote } from '../domaine/cote-a-cote/tableau.ts';
import { enLettres } from '../domaine/date.ts';
import { enumerer } from '../domaine/enumeration.ts';
import {
	type ComparaisonLibre,
	ecrireComparaisonLibre,
	lireComparaisonLibre,
	VERSIONS_MAXIMUM,
} from '../domaine/etat-url/comparaison-libre.ts';
import { garderConnus } from '../domaine/etat-url/liste.ts';
import { enCsv } from '../domaine/exports/tableur.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import type { Repertoire } from '../domaine/outils/repertoire.ts';
import { jourDe } from '../domaine/parcours/calendrier.ts';
import { nomVersion } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { brancherCombobox } from './combobox.ts';
import type { Paire } from './correspondance.ts';
import { lireComparaison, lireDossiers, lireLexique, lireRepertoire } from './donnees.ts';
import { bouton, creer, exiger } from './element.ts';
import { filtrer } from './filtres-comparaison.ts';
import { panne } from './panne.ts';
import { adressePapier } from './papier.ts';
import { lireRecentes, oublier, retenir } from './recentes.ts';
import { montrerRefus } from './refus.ts';
import { copier, telecharger } from './remettre.ts';
import { renvoiVersion } from './renvoi.ts';
import { ajouterParTranches, souffler } from './souffle.ts';
import { elementPartie } from './tableau.ts';

const REPLI = [
	{ nom: 'Les comparaisons prêtes', chemin: '/comparer/#pretes' },
	{ nom: 'Tous les titres', chemin: '/titres/' },
];

/** What draws a pair weighs as much as the rest of the tool: it comes when a pair is asked for, beside the data. */
const lireDessin = () => import('./correspondance.ts');

/** Wires `/comparer/`: two to four versions side by side, the state in the query. */
export async function brancherComparer(document: Document): Promise<void> {
	const outil = exiger(document, '[data-comparer]');
	const resultat = exiger(outil, '[data-resultat]');
	// Begun before the index, so that it does not come in between the versions and their comparison.
	if (lireComparaisonLibre(location.search).etat.versions.length === 2) lireDessin().catch(() => undefined);
	try {
		new Comparateur(outil, resultat, await lireRepertoire()).demarrer();
	} catch {
		resultat.replaceChildren(panne(() => void brancherComparer(document), REPLI));
	}
}

class Comparateur {
	readonly #outil: HTMLElement;
	readonly #resultat: HTMLElement;
	readonly #repertoire: Repertoire;
	readonly #annonce: HTMLElement;
	#etat: ComparaisonLibre = { versions: [], inversee: false, differencesSeules: false };
	/** Ends what the shown comparison listens to, and tells a late answer that it comes too late. */
	#tour = new AbortController();

	constructor(outil: HTMLElement, resultat: HTMLElement, repertoire: Repertoire) {
		this.#outil = outil;
		this.#resultat = resultat;
		this.#repertoire = repertoire;
		this.#annonce = exiger(outil, '[data-etat]');
	}

	demarrer(): void {
		brancherCombobox(
			exiger(this.#outil, '[data-combobox]'),
			() => this.#repertoire.versions.filter(({ id }) => !this.#etat.versions.includes(id)),
			(id) => {
				if (this.#etat.versions.length >= VERSIONS_MAXIMUM)
					return `${VERSIONS_MAXIMUM} versions au plus : retirez-en une d’abord.`;
				this.#choisir([...this.#etat.versions, id]);
				return `${this.#nom(id)} est ajouté.`;
			},
		);
		exiger(this.#outil, 'form').addEventListener('submit', (e) => e.preventDefault());
		exiger<HTMLInputElement>(this.#outil, '[name=differences]').addEventListener('change', (e) =>
			this.#changer({ differencesSeules: (e.target as HTMLInputElement).checked }),
		);
		exiger(this.#outil, '[data-inverser]').addEventListener('click', () =>
			this.#changer({ inversee: !this.#etat.inversee }),
		);
		window.addEventListener('popstate', () => this.#lireUrl());
		exiger<HTMLFieldSetElement>(this.#outil, 'fieldset').disabled = false;
		this.#lireUrl();
	}

	#nom(id: string): string {
		const entree = this.#repertoire.versions.find((v) => v.id === id);
		return entree ? nomVersion(entree) : id;
	}

	/** Oldest first, whatever the order given: the index is in that order. */
	#ranger(ids: readonly string[]): string[] {
		return this.#repertoire.versions.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
	}

	#lireUrl(): void {
		const lu = lireComparaisonLibre(location.search);
		const connus = garderConnus(lu.etat.versions, (id) => this.#repertoire.versions.some((v) => v.id === id));
		this.#etat = { ...lu.etat, versions: this.#ranger(connus.etat) };
		montrerRefus(exiger(this.#outil, '[data-refus]'), [...lu.refus, ...connus.refus]);
		this.#montrer();
	}

	/** A choice of the reader: it makes a step of the history, and a comparison is remembered. */
	#choisir(ids: readonly string[]): void {
		this.#etat = { ...this.#etat, versions: this.#ranger(ids) };
		if (ids.length > 1) retenir(this.#etat.versions);
		history.pushState(null, '', location.pathname + ecrireComparaisonLibre(this.#etat));
		montrerRefus(exiger(this.#outil, '[data-refus]'), []);
		this.#montrer();
	}

	#changer(etat: Partial<ComparaisonLibre>): void {
		this.#etat = { ...this.#etat, ...etat };
		history.replaceState(null, '', location.pathname + ecrireComparaisonLibre(this.#etat, location.search));
		this.#montrer();
	}

	#montrer(): void {
		const { versions, inversee, differencesSeules } = this.#etat;
		exiger<HTMLInputElement>(this.#outil, '[name=differences]').checked = differencesSeules;
		exiger(this.#outil, '[data-inverser]').setAttribute('aria-pressed', String(inversee));
		exiger(this.#outil, '[data-choisies]').replaceChildren(
			...versions.map((id, i) =>
				creer(
					'li',
					{},
					this.#nom(id),
					' ',
					bouton('Retirer', () => this.#retirer(i), { 'aria-label': `Retirer ${this.#nom(id)}` }),
				),
			),
		);
		this.#montrerRecentes();
		void this.#comparer();
	}

	#retirer(rang: number): void {
		this.#choisir(this.#etat.versions.filter((_, i) => i !== rang));
		// The button is gone: the focus goes to the next one, or to the field.
		const boutons = this.#outil.querySelectorAll<HTMLElement>('[data-choisies] button');
		(boutons[Math.min(rang, boutons.length - 1)] ?? exiger<HTMLElement>(this.#outil, '[role=combobox]')).focus();
	}

	#montrerRecentes(): void {
		const cadre = exiger(this.#outil, '[data-recentes]');
		const recentes = lireRecentes()
			.map((ids) => this.#ranger(ids))
			.filter((ids) => ids.length > 1 && ids.join() !== this.#etat.versions.join());
		cadre.hidden = recentes.length === 0;
		cadre.replaceChildren(
			creer(
				'p',
				{},
				creer('strong', {}, 'Comparées récemment'),
				' ',
				creer('span', { class: 'petit' }, 'retenues dans ce navigateur seulement'),
			),
			creer(
				'ul',
				{},
				...recentes.map((ids) =>
					creer(
						'li',
						{},
						creer(
							'a',
							{ href: `${location.pathname}?titres=${ids.join(',')}` },
							enumerer(ids.map((id) => this.#nom(id))),
						),
					),
				),
			),
			bouton('Oublier ces comparaisons', () => {
				oublier();
				this.#montrerRecentes();
				this.#annonce.textContent = 'Les comparaisons récentes sont oubliées.';
				exiger<HTMLElement>(this.#outil, '[role=combobox]').focus();
			}),
		);
	}

	async #comparer(): Promise<void> {
		this.#tour.abort();
		const tour = new AbortController();
		this.#tour = tour;
		const { versions } = this.#etat;
		if (versions.length < 2) {
			this.#resultat.replaceChildren();
			this.#annonce.textContent = versions.length ? 'Choisissez une deuxième version.' : '';
			return;
		}
		this.#annonce.textContent = 'Comparaison en cours…';
		// All asked for at once, and drawn in turn: the sides, then what became of each competence, a few at a time.
		const lus = lireDossiers(versions);
		const paire = this.#lirePaire(versions, lus);
		// A failure of both is told once.
		paire.catch(() => undefined);
		try {
			const dossiers = [...(await lus).values()];
			if (tour.signal.aborted) return;
			const { suite, dit } = this.#afficher(dossiers, paire);
			const lue = await paire;
			if (tour.signal.aborted) return;
			if (lue) await detailler(suite, lue, tour.signal);
			else if (dossiers.length === 2) suite.append(sansTexte(dossiers));
			if (!tour.signal.aborted) this.#annonce.textContent = dit;
		} catch {
			if (tour.signal.aborted) return;
			this.#annonce.textContent = '';
			this.#resultat.replaceChildren(panne(() => void this.#comparer(), REPLI));
		}
	}

	/** What is known between two versions; nothing for three or four, or where neither a text nor labels join them. */
	async #lirePaire(
		[de = '', vers = '', ...autres]: readonly string[],
		lus: Promise<ReadonlyMap<string, Dossier>>,
	): Promise<Paire | undefined> {
		if (autres.length) return undefined;
		const [publiee, dossiers] = await Promise.all([
			this.#aUnePage(de, vers) ? lireComparaison(de, vers) : undefined,
			lus,
			lireDessin(),
		]);
		await souffler();
		const cotes = { de: dossiers.get(de) as Dossier, vers: dossiers.get(vers) as Dossier };
		if (publiee) return { ...cotes, comparaison: publiee, explications: new Map(), automatique: false };
		if (!cotes.de.detenue || !cotes.vers.detenue) return undefined;
		const [{ comparerExplique }, lexique] = await Promise.all([
			import('../domaine/comparaison/comparer.ts'),
			lireLexique(),
		]);
		return { ...cotes, ...comparerExplique(cotes.de, cotes.vers, undefined, lexique), automatique: true };
	}

	#aUnePage(de: string, vers: string): boolean {
		return this.#repertoire.versions.some(({ id, pages }) => id === de && pages.includes(vers));
	}

	/**
	 * Shows the sides.
	 * @returns where what is known between two of them goes, and what to say once it is there
	 */
	#afficher(dossiers: readonly Dossier[], paire: Promise<Paire | undefined>): { suite: HTMLElement; dit: string } {
		const { inversee, differencesSeules } = this.#etat;
		const [de, vers] = dossiers;
		const colonnes = inversee ? dossiers.toReversed() : dossiers;
		const noms = colonnes.map(nomVersion);
		const lues = dossiers.length === 2 && dossiers.every(({ detenue }) => detenue);
		const tableau = coteACote(colonnes, !lues);
		const suite = creer('div');
		const titre = `${enumerer(noms)} comparés`;
		this.#resultat.replaceChildren(
			creer('h2', { id: 'cote-a-cote' }, `${enumerer(noms)}, côte à côte`),
			legende(colonnes),
			...(de && vers && dossiers.length === 2 && this.#aUnePage(de.id, vers.id) ? [renvoiPage(de, vers)] : []),
			...tableau.map((partie) => elementPartie(partie, noms, differencesSeules)),
			suite,
			...(dossiers.length > 2 ? [deuxADeux(dossiers)] : []),
			this.#emporter(titre, colonnes, tableau, paire),
		);
		const differentes = tableau.reduce((n, p) => n + p.lignes.filter((l) => !l.pareille).length, 0);
		const total = tableau.reduce((n, p) => n + p.lignes.length, 0);
		return {
			suite,
			dit: `${compte(dossiers.length, 'version')} côte à côte : ${compte(differentes, 'ligne diffère', 'lignes diffèrent')} sur ${total}.`,
		};
	}

	#emporter(
		titre: string,
		colonnes: readonly Dossier[],
		tableau: ReturnType<typeof coteACote>,
		paire: Promise<Paire | undefined>,
	): HTMLElement {
		const noms = colonnes.map(nomVersion);
		const annonce = creer('span', { role: 'status' });
		const url = () => location.origin + location.pathname + ecrireComparaisonLibre(this.#etat);
		const citation = creer('p', { class: 'citation-texte' });
		const citer = creer('details', {}, creer('summary', {}, 'Citer cette comparaison'), citation);
		citer.addEventListener('toggle', async () => {
			if (!citer.open || citation.textContent) return;
			const [{ empreinteDe }, { enTexte }, lue] = await Promise.all([
				import('../domaine/exports/empreinte.ts'),
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
			});
			citation.textContent = `${texte}, consulté le ${enLettres(jourDe(new Date()))}.`;
		});
		const fichier = `lignee-${colonnes.map(({ id }) => id).join('--')}`;
		return creer(
			'section',
			{ 'aria-labelledby': 'emporter', class: 'emporter' },
			creer('h2', { id: 'emporter' }, 'Emporter'),
			creer(
				'p',
				{ class: 'actions' },
				bouton('Copier en texte', () =>
					copier(`${titre}\n${url()}\n\n${enClair(tableau, noms)}`, annonce, 'La comparaison est copiée'),
				),
				bouton('Télécharger en CSV', () => telecharger(`${fichier}.csv`, 'text/csv', enCsv(rangees(tableau, noms)))),
				bouton('Imprimer', () => window.print()),
				annonce,
			),
			citer,
			adressePapier(),
		);
	}
}

/** Adds what became of each bloc, then of each competence. */
async function detailler(suite: HTMLElement, paire: Paire, signal: AbortSignal): Promise<void> {
	const { sectionBlocs, sectionCompetences, entreesDe } = await lireDessin();
	suite.append(sectionBlocs(paire));
	if (!paire.de.detenue || !paire.vers.detenue) return;
	const section = sectionCompetences(paire);
	suite.append(section);
	await ajouterParTranches(exiger(section, '[data-entrees]'), entreesDe(paire), signal);
	if (!signal.aborted) filtrer(document, signal);
}

const legende = (colonnes: readonly Dossier[]): HTMLElement =>
	creer(
		'ul',
		{ class: 'legende-versions' },
		...colonnes.map((d) =>
			creer(
				'li',
				{},
				renvoiVersion(d),
				`, ${d.usuel} `,
				creer(
					'span',
					{ class: 'petit' },
					d.debut
						? `(${enLettres(d.debut.valeur)}${d.debut.note ? `, ${d.debut.note}` : ''})`
						: '(date de début non trouvée)',
				),
			),
		),
	);

/** Leads to the page of two versions, where they have one. */
const renvoiPage = (de: Dossier, vers: Dossier): HTMLElement =>
	creer(
		'p',
		{},
		'Ces deux versions ont leur page, avec le texte section par section : ',
		creer('a', { href: lien(adresse.comparaison(de.id, vers.id)) }, `${nomVersion(de)} et ${nomVersion(vers)}`),
		'.',
	);

/** Three or four versions are read by label only; what became of each competence is read two by two. */
function deuxADeux(dossiers: readonly Dossier[]): HTMLElement {
	const paires = dossiers.flatMap((de, i) => dossiers.slice(i + 1).map((vers) => [de, vers] as const));
	return creer(
		'section',
		{ 'aria-labelledby': 'deux-a-deux' },
		creer('h2', { id: 'deux-a-deux' }, 'Deux à deux'),
		creer('p', {}, 'Ce que devient chaque bloc et chaque compétence se lit entre deux versions.'),
		creer(
			'ul',
			{},
			...paires.map(([de, vers]) =>
				creer(
					'li',
					{},
					creer(
						'a',
						{ href: `${location.pathname}?titres=${de.id},${vers.id}` },
						`${nomVersion(de)} et ${nomVersion(vers)}`,
					),
				),
			),
		),
	);
}

function sansTexte(dossiers: readonly Dossier[]): HTMLElement {
	const absents = dossiers.filter(({ detenue }) => !detenue).map(nomVersion);
	return creer(
		'section',
		{ 'aria-labelledby': 'correspondance-competences' },
		creer('h2', { id: 'correspondance-competences' }, 'Blocs et compétences'),
		creer(
			'p',
			{},
			`Le texte de ${absents.join(' et celui de ')} n’est pas dans nos sources, et aucun texte officiel de nos sources ne met leurs blocs en correspondance : rien d’autre ne peut être dit.`,
		),
	);
}
