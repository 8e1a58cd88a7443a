import { eclaircir, GENRES, type Genre } from '../domaine/recherche/fiche.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { chargerMoteur, interroger, type Resultat } from './pagefind.ts';

/** Results read at once; a button asks for more. */
const PAS = 30;
/** Beyond this a query is not a query: what follows is left out, and said. */
const LONGUEUR_MAXIMALE = 200;
const ATTENTE = 150;
const FILTRES = ['genre', 'titre', 'statut'] as const;

/** Wires the search page: the query and the filters live in the URL, the number of results is announced. */
export function brancherRecherche(document: Document): void {
	const formulaire = document.querySelector<HTMLFormElement>('[data-recherche]');
	const etat = document.querySelector<HTMLElement>('[data-etat]');
	const liste = document.querySelector<HTMLElement>('[data-resultats]');
	if (!formulaire || !etat || !liste) return;
	const champ = formulaire.elements.namedItem('q') as HTMLInputElement;
	const filtres = FILTRES.map((nom) => formulaire.elements.namedItem(nom) as HTMLSelectElement);

	let tour = 0;
	/** The first writing after a search makes a step of the history, and the next ones change it: Back finds the search again. */
	let enSaisie = false;

	const lireUrl = () => {
		const parametres = new URLSearchParams(location.search);
		champ.value = parametres.get('q') ?? '';
		for (const filtre of filtres) {
			const valeur = parametres.get(filtre.name) ?? '';
			filtre.value = [...filtre.options].some((o) => o.value === valeur) ? valeur : '';
		}
	};

	/** @returns whether the address changed */
	const ecrireUrl = (remplacer: boolean): boolean => {
		const parametres = new URLSearchParams();
		for (const { name, value } of [champ, ...filtres]) if (value) parametres.set(name, value);
		const url = `${location.pathname}${parametres.size ? `?${parametres}` : ''}`;
		if (url === location.pathname + location.search) return false;
		history[remplacer ? 'replaceState' : 'pushState'](null, '', url);
		return true;
	};

	const chercher = async () => {
		const mien = ++tour;
		const saisie = champ.value.slice(0, LONGUEUR_MAXIMALE);
		const terme = eclaircir(saisie);
		const choisis = Object.fromEntries(filtres.filter((f) => f.value).map((f) => [f.name, f.value]));
		if (!terme) {
			liste.replaceChildren();
			const courante = /\p{L}/u.test(saisie);
			if (!saisie) etat.textContent = '';
			else if (courante) etat.textContent = 'Ces mots sont dans presque tous les libellés\u00A0: ajoutez-en un autre.';
			else etat.textContent = 'Écrivez un mot à chercher.';
			return;
		}
		etat.textContent = 'Recherche en cours…';
		try {
			const { results } = await interroger(terme, choisis);
			if (mien !== tour) return;
			const groupes = new Map<Genre, HTMLElement>();
			liste.replaceChildren(...GENRES.map((genre) => groupe(genre, groupes)));
			await montrer(results, 0, groupes, () => mien === tour, liste);
			if (mien !== tour) return;
			const tronquee = champ.value.length > LONGUEUR_MAXIMALE ? ' Seul le début de la demande a été lu.' : '';
			etat.textContent = `${results.length ? compte(results.length, 'résultat') : 'Aucun résultat'} pour «\u00a0${saisie.trim()}\u00a0».${tronquee}`;
		} catch {
			if (mien !== tour) return;
			const repli = document.createElement('a');
			repli.href = formulaire.dataset.repli as string;
			repli.textContent = 'l’index de toutes les compétences';
			liste.replaceChildren();
			etat.replaceChildren('La recherche n’a pas pu se charger. Vous pouvez réessayer, ou passer par ', repli, '.');
		}
	};

	let attente: ReturnType<typeof setTimeout> | undefined;
	champ.addEventListener('input', () => {
		clearTimeout(attente);
		attente = setTimeout(() => {
			enSaisie = ecrireUrl(enSaisie) || enSaisie;
			void chercher();
		}, ATTENTE);
	});
	champ.addEventListener('focus', () => void chargerMoteur().catch(() => undefined), { once: true });
	for (const filtre of filtres)
		filtre.addEventListener('change', () => {
			enSaisie = false;
			ecrireUrl(false);
			void chercher();
		});
	formulaire.addEventListener('submit', (evenement) => {
		evenement.preventDefault();
		clearTimeout(attente);
		ecrireUrl(enSaisie);
		enSaisie = false;
		void chercher();
	});
	window.addEventListener('popstate', () => {
		clearTimeout(attente);
		enSaisie = false;
		lireUrl();
		void chercher();
	});
	lireUrl();
	if (champ.value) void chercher();
	else champ.focus();
}

function groupe(genre: Genre, groupes: Map<Genre, HTMLElement>): HTMLElement {
	const section = document.createElement('section');
	section.hidden = true;
	const titre = document.createElement('h2');
	titre.textContent = genre;
	const liste = document.createElement('ol');
	liste.className = 'resultats';
	section.append(titre, liste);
	groupes.set(genre, section);
	return section;
}

async function montrer(
	resultats: { data: () => Promise<Resultat> }[],
	debut: number,
	groupes: Map<Genre, HTMLElement>,
	actuel: () => boolean,
	racine: HTMLElement,
): Promise<void> {
	const lus = await Promise.all(resultats.slice(debut, debut + PAS).map((r) => r.data()));
	if (!actuel()) return;
	for (const resultat of lus) {
		const section = groupes.get(resultat.filters.genre?.[0] as Genre);
		if (!section) continue;
		section.hidden = false;
		section.querySelector('ol')?.append(element(resultat));
	}
	const suite = debut + PAS;
	if (suite >= resultats.length) return;
	const bouton = document.createElement('button');
	bouton.type = 'button';
	bouton.textContent = `Voir ${compte(Math.min(PAS, resultats.length - suite), 'résultat')} de plus`;
	bouton.addEventListener('click', async () => {
		bouton.disabled = true;
		try {
			await montrer(resultats, suite, groupes, actuel, racine);
			bouton.remove();
		} catch {
			bouton.disabled = false;
			bouton.textContent = 'La suite n’a pas pu être lue ; relancez la recherche';
		}
	});
	racine.append(bouton);
}

/** One result. Everything is written as text: nothing that comes from the index reaches the page as markup. */
function element({ url, filters }: Resultat): HTMLElement {
	const li = document.createElement('li');
	const lien = document.createElement('a');
	lien.href = url;
	lien.textContent = filters.libelle?.[0] ?? url;
	const situation = document.createElement('span');
	situation.className = 'petit';
	situation.textContent = [filters.situation, filters.etat].flatMap((dit) => dit ?? []).join(' · ');
	li.append(lien, ' ', situation);
	return li;
}
