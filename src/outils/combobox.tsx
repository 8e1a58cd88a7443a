import { render } from 'preact';
import { etatCourt } from '../domaine/etat.ts';
import { A_VERIFIER } from '../domaine/fait.ts';
import type { EntreeRepertoire } from '../domaine/outils/dossier.ts';
import { replier } from '../domaine/texte/normaliser.ts';
import { motsDuTitre, nomVersion } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { exiger } from './navigateur.ts';

/** Maximum number of options shown; the announcement says how many more there are. */
const MAXIMUM = 40;

/**
 * Wires an editable combobox with a list (ARIA Authoring Practices) on the markup of `Combobox.astro`: arrows, Enter,
 * Escape, the pointer. The number of options is announced.
 * @param proposer returns the versions that can be chosen now
 * @param choisir called with the chosen id; the sentence that it returns is announced
 */
export function brancherCombobox(
	racine: HTMLElement,
	proposer: () => readonly EntreeRepertoire[],
	choisir: (id: string) => string,
): void {
	const champ = exiger<HTMLInputElement>(racine, '[role=combobox]');
	const liste = exiger(racine, '[role=listbox]');
	const annonce = exiger(racine, '[role=status]');
	let actif = -1;

	const options = () => [...liste.querySelectorAll<HTMLElement>('[role=option]')];
	/** Activates an option by its index, which wraps around at both ends; `undefined` activates none. */
	const activer = (rang: number | undefined) => {
		const toutes = options();
		actif = rang === undefined || !toutes.length ? -1 : (rang + toutes.length) % toutes.length;
		for (const [i, option] of toutes.entries()) option.setAttribute('aria-selected', String(i === actif));
		const option = toutes[actif];
		if (option) champ.setAttribute('aria-activedescendant', option.id);
		else champ.removeAttribute('aria-activedescendant');
		option?.scrollIntoView({ block: 'nearest' });
	};
	const fermer = () => {
		liste.hidden = true;
		champ.setAttribute('aria-expanded', 'false');
		champ.removeAttribute('aria-activedescendant');
		actif = -1;
	};
	const ouvrir = () => {
		const trouvees = filtrer(proposer(), champ.value);
		render(
			trouvees.slice(0, MAXIMUM).map((entree, i) => <Option key={entree.id} id={`${liste.id}-${i}`} entree={entree} />),
			liste,
		);
		const reste = trouvees.length - MAXIMUM;
		annonce.textContent = !trouvees.length
			? 'Aucune version ne répond à cette recherche.'
			: `${compte(trouvees.length, 'version')}${reste > 0 ? `, dont ${MAXIMUM} montrées : écrivez une lettre de plus` : ''}.`;
		liste.hidden = trouvees.length === 0;
		champ.setAttribute('aria-expanded', String(trouvees.length > 0));
		activer(champ.value.trim() ? 0 : undefined);
	};
	const prendre = (option: HTMLElement | undefined) => {
		if (!option?.dataset.id) return;
		champ.value = '';
		fermer();
		annonce.textContent = choisir(option.dataset.id);
	};

	champ.addEventListener('input', ouvrir);
	champ.addEventListener('click', () => (liste.hidden ? ouvrir() : fermer()));
	champ.addEventListener('blur', fermer);
	champ.addEventListener('keydown', (evenement) => {
		if (evenement.isComposing) return;
		const fermee = liste.hidden;
		const gestes: Record<string, () => void> = {
			ArrowDown: () => {
				if (fermee) ouvrir();
				if (!evenement.altKey) activer(fermee ? 0 : actif + 1);
			},
			ArrowUp: () => {
				if (fermee) ouvrir();
				activer(fermee || actif === -1 ? -1 : actif - 1);
			},
			Enter: () => prendre(options()[actif]),
			Escape: () => {
				if (fermee) champ.value = '';
				fermer();
			},
		};
		const geste = gestes[evenement.key];
		if (!geste) return;
		evenement.preventDefault();
		geste();
	});
	// Keeps the focus in the field: on blur, the list would close before the click.
	liste.addEventListener('pointerdown', (evenement) => evenement.preventDefault());
	liste.addEventListener('click', (evenement) =>
		prendre((evenement.target as HTMLElement).closest<HTMLElement>('[role=option]') ?? undefined),
	);
	exiger<HTMLButtonElement>(racine, 'button').addEventListener('click', () => {
		champ.focus();
		if (liste.hidden) ouvrir();
		else fermer();
	});
}

function Option({ id, entree }: { id: string; entree: EntreeRepertoire }) {
	return (
		// biome-ignore lint/a11y: the pattern of a combobox keeps the focus in its field and names the active option
		<li role="option" id={id} aria-selected="false" data-id={entree.id}>
			<strong>{nomVersion(entree)}</strong> {motsDuTitre(entree)} <span class="petit ligne">{situation(entree)}</span>
		</li>
	);
}

/** Versions whose id, name, sigle, year or codes contain every word of the query, in the order of the catalogue. */
function filtrer(entrees: readonly EntreeRepertoire[], saisie: string): EntreeRepertoire[] {
	const mots = replier(saisie.slice(0, 100)).split(/\s+/).filter(Boolean);
	return entrees.filter((e) => {
		const cle = replier([e.id, e.sigle, e.annee, e.usuel, ...e.codes, ...(e.codesAVerifier ?? [])].join(' '));
		return mots.every((mot) => cle.includes(mot));
	});
}

const situation = ({ etat, profondeur, libellesAVerifier, blocs }: EntreeRepertoire): string =>
	[
		etatCourt(etat),
		{ texte: '', libelles: 'libellés sans le texte', faits: blocs ? 'intitulés des CCP seulement' : 'faits seulement' }[
			profondeur
		],
		libellesAVerifier ? `libellés ${A_VERIFIER}` : '',
	]
		.filter(Boolean)
		.join(', ');
