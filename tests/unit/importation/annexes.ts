import { lireDocument } from '../../../src/importation/lire.ts';

/** Annexes of invented titles, in the forms used by the Journal officiel. */

const TETE = `# Article Annexe

INFORMATIONS REQUISES POUR L'INSCRIPTION DU TITRE PROFESSIONNEL AU RÉPERTOIRE NATIONAL DES CERTIFICATIONS PROFESSIONNELLES

Intitulé :

Titre professionnel de luthier(ère) en atelier.

Niveau : IV.

Code NSF : 234 v.

Résumé du référentiel d'emploi

Le (la) luthier(ère) en atelier fabrique, règle et répare les instruments à cordes, seul(e) ou en équipe.

Il (elle) conseille les musiciens.
`;

const QUEUE = `Secteurs d'activités ou types d'emploi

accessibles par le détenteur du titre

Ateliers de lutherie.

Code ROME :

B1501 - Fabrication et réparation d'instruments de musique.

Réglementation de l'activité :

Néant.

Autorité responsable de la certification :

Ministère chargé de l'emploi.

Bases légales et réglementaires :

Arrêté du 9 mars 2006 relatif aux conditions de délivrance du titre professionnel.
`;

export const CAPACITES = `Capacités attestées et descriptif

des composantes de la certification
`;

/** An annex with this section of activities. @param titre heading of the section */
export const annexe = (activites: string, titre: string = CAPACITES): string =>
	[TETE, titre, activites, QUEUE].join('\n');

/** Blocs read from a text, in a form that is easy to compare. */
export const blocsDe = (texte: string) =>
	lireDocument(texte).blocs.map((b) => ({
		type: b.type,
		intitule: b.intitule,
		competences: b.competences.map((c) => c.libelle),
	}));
