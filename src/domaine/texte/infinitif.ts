import { replierMot } from './mots-outils.ts';

/** Nouns and adjectives with the ending of an infinitive. */
const FAUX = new Set(
	`atelier chantier papier métier fichier dossier courrier particulier financier immobilier mobilier devoir calendrier
	escalier clavier hôtelier régulier premier dernier singulier routier ouvrier policier courtier cahier quartier panier
	acier levier usager passager menuisier cuisinier pâtissier danger avenir loisir cuir hiver univers verger horloger
	boulanger étranger léger entier papetier hospitalier salaire inventaire matériel itinéraire partenaire annuaire
	sanitaire alimentaire commentaire intermédiaire nécessaire réglementaire`
		.split(/\s+/)
		.map(replierMot),
);
const TERMINAISON = /^[a-z]{2,}(?:er|ir|oir|dre|ttre|vre|ire|clure)$/;

/** Whether a word may be an infinitive, by its ending. The context must decide the rest. */
export const estInfinitif = (mot: string): boolean => {
	const plie = replierMot(mot);
	return TERMINAISON.test(plie) && !FAUX.has(plie);
};
