import { describe, expect, it } from 'vitest';
import { rapprocher } from '../../../src/domaine/rapprochement/rapprocher.ts';
import { lexique, referentiel } from './exemples.ts';

/** Aligns two versions that only differ by one label, so that their context favours joining the two labels. */
const lienEntre = (ancien: string, nouveau: string) => {
	const version = (id: string, libelle: string) =>
		referentiel(
			id,
			['Bloc', libelle, 'Rendre compte de son activité à la hiérarchie', 'Appliquer les règles de tri des déchets'],
			['Autre bloc', 'Établir le planning de la brigade', 'Rédiger une notice illustrée', 'Ranger les outils'],
		);
	const { entrees } = rapprocher(version('a-2001', ancien), version('b-2002', nouveau), lexique);
	return entrees.find((e) => e.de.includes('a-2001/ccp-1/c1') && e.vers.includes('b-2002/ccp-1/c1'));
};

describe('deux libellés qui se ressemblent ne sont pas proposés l’un pour l’autre', () => {
	it.each([
		['Installer une application sur les postes', 'Désinstaller une application sur les postes'],
		['Monter un échafaudage de pied en façade', 'Démonter un échafaudage de pied en façade'],
		['Assurer le chargement d’un véhicule de livraison', 'Assurer le déchargement d’un véhicule de livraison'],
		['Gerber des palettes dans un entrepôt', 'Dégerber des palettes dans un entrepôt'],
		['Aider une personne à l’habillage', 'Aider une personne au déshabillage'],
		['Coffrer un voile en béton', 'Décoffrer un voile en béton'],
		['Ouvrir la caisse et le point de vente', 'Fermer la caisse et le point de vente'],
		['Encaisser le règlement d’un client', 'Rembourser le règlement d’un client'],
		['Autoriser les accès distants au réseau', 'Interdire les accès distants au réseau'],
		['Prévenir la maltraitance des personnes âgées', 'Favoriser la bientraitance des personnes âgées'],
		['Mettre en marche une ligne de production', 'Mettre à l’arrêt une ligne de production'],
	])('quand l’action est le contraire de l’autre : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Réaliser un travail électrique sous tension', 'Réaliser un travail électrique hors tension'],
		['Monter une installation avec fluide frigorigène', 'Monter une installation sans fluide frigorigène'],
		['Aider au repas d’une personne autonome', 'Aider au repas d’une personne non autonome'],
		['Alerter en cas d’incident de sécurité', 'Ne pas alerter en cas d’incident de sécurité'],
		['Contrôler le véhicule avant le départ', 'Contrôler le véhicule après le départ'],
		['Former aux gestes de premiers secours', 'Se former aux gestes de premiers secours'],
		['Poser une isolation sur une toiture', 'Poser une isolation sous une toiture'],
		['Encadrer une équipe de maintenance', 'Être encadré par une équipe de maintenance'],
	])('quand un petit mot les sépare : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Réaliser la maintenance de niveau 1 d’un équipement', 'Réaliser la maintenance de niveau 3 d’un équipement'],
		['Conduire un chariot élévateur de catégorie 1', 'Conduire un chariot élévateur de catégorie 5'],
		['Conduire un véhicule de moins de 3,5 tonnes', 'Conduire un véhicule de plus de 3,5 tonnes'],
		['Réaliser la maintenance de niveau II', 'Réaliser la maintenance de niveau III'],
		['Dépanner un poste au premier niveau', 'Dépanner un poste au deuxième niveau'],
		['Réaliser une soudure simple à plat', 'Réaliser une soudure complexe à plat'],
		['Mettre en service un équipement monoposte', 'Mettre en service un équipement multiposte'],
	])('quand le niveau ou le nombre n’est pas le même : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		[
			'Assister le technicien lors de la mise en service d’une chaudière',
			'Réaliser la mise en service d’une chaudière',
		],
		['Participer à l’animation d’une équipe de vente', 'Animer une équipe de vente'],
		['Contribuer à l’élaboration du budget d’un service', 'Élaborer le budget d’un service'],
		['Superviser l’entretien des locaux d’un hôtel', 'Réaliser l’entretien des locaux d’un hôtel'],
		['Faire respecter les règles de sécurité sur un chantier', 'Respecter les règles de sécurité sur un chantier'],
		['Appliquer une politique de sécurité', 'Définir une politique de sécurité'],
		['Concevoir une base de données', 'Administrer une base de données'],
		['Installer une pompe à chaleur', 'Dépanner une pompe à chaleur'],
		['Préparer l’examen d’un patient par le médecin', 'Réaliser l’examen d’un patient'],
	])('quand ce n’est pas la même part du travail : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Traduire un document du français vers l’anglais', 'Traduire un document de l’anglais vers le français'],
		['Former les tuteurs à l’accueil des stagiaires', 'Former les stagiaires à l’accueil des tuteurs'],
		['Transférer la personne du lit au fauteuil', 'Transférer la personne du fauteuil au lit'],
		['Copier les données du serveur vers le poste', 'Copier les données du poste vers le serveur'],
	])('quand les mêmes mots changent de rôle : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Former des animateurs pour les enfants', 'Former des animateurs par les enfants'],
		['Assurer la vente à des fournisseurs', 'Assurer la vente des fournisseurs'],
		['Assurer la liaison dans les services', 'Assurer la liaison entre les services'],
		['Effectuer sur un véhicule le contrôle d’une pièce', 'Effectuer dans un véhicule le contrôle d’une pièce'],
		['Contrôler le travail de l’équipe pour le client', 'Contrôler le travail de l’équipe par le client'],
		['Conduire un camion ou un autocar', 'Conduire un camion et un autocar'],
		['Conseiller le client et son entourage', 'Conseiller le client de son entourage'],
		['Nettoyer les sols et désinfecter les sanitaires', 'Nettoyer les sanitaires et désinfecter les sols'],
		['Contrôler la soudure puis percer la tôle', 'Percer la tôle puis contrôler la soudure'],
		['Contrôler et régler une chaudière', 'Régler puis contrôler une chaudière'],
		['Poser des portes ou des fenêtres et des volets', 'Poser des portes et des fenêtres ou des volets'],
		['Former en stage ou en entreprise et en centre', 'Former en stage et en entreprise ou en centre'],
		['Transporter des colis de quai à quai', 'Transporter des colis de quai'],
	])('quand les mêmes mots ne sont pas joints de même : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Poser des portes et des fenêtres de toit', 'Poser des fenêtres et des portes de toit'],
		['Poser des volets et des portes à deux vantaux', 'Poser des portes et des volets à deux vantaux'],
		['Accueillir des enfants et des parents étrangers', 'Accueillir des parents et des enfants étrangers'],
		['Vendre des équipements et des pièces d’occasion', 'Vendre des pièces et des équipements d’occasion'],
		['Poser sur chantier des éléments assemblés en atelier', 'Poser en atelier des éléments assemblés sur chantier'],
		['Réparer à froid des profilés soudés', 'Réparer des profilés soudés à froid'],
		['Former à distance des salariés en alternance', 'Former en alternance des salariés à distance'],
	])('quand un complément change de place, et de ce qu’il complète : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Évaluer ses pratiques professionnelles', 'Évaluer les pratiques professionnelles'],
		['Contrôler la qualité de son travail de saisie', 'Contrôler la qualité du travail de saisie'],
		['Souder en toutes positions des supports', 'Souder en position des supports'],
		['Traiter une même demande de salariés', 'Traiter une demande de salariés'],
		['Suivre une formation en droit social', 'Assurer le suivi d’une formation en droit social'],
		['Vêtir un enfant en coton', 'Réaliser un vêtement d’enfant en coton'],
		['Réaliser un immeuble loué à un tiers', 'Assurer un immeuble loué à un tiers'],
		['Gérer le fonds d’un magasin', 'Gérer le fond d’un magasin'],
	])('quand un possessif, « tout » ou un nom de même racine change ce qui est demandé : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Élaborer des desserts de restaurant', 'Concevoir des desserts de restaurant'],
		['Poser une vitrine en aluminium', 'Poser une devanture en aluminium'],
		['Réaliser les finitions d’un escalier', 'Achever un escalier'],
		['Déposer un dossier de subvention', 'Retirer un dossier de subvention'],
		['Régler la facture d’un fournisseur', 'Ajuster la facture d’un fournisseur'],
		['Administrer un traitement à un animal', 'Gérer un traitement à un animal'],
		['Chiffrer les données d’un disque', 'Estimer les données d’un disque'],
		['Fixer les éléments d’une charpente', 'Définir les éléments d’une charpente'],
		['Garantir le véhicule d’un client', 'Assurer le véhicule d’un client'],
	])('quand un synonyme ne l’est qu’ailleurs : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Faire la mise à jour d’une fresque', 'Faire la mise au jour d’une fresque'],
		['Contrôler la sécurité d’un chantier', 'Contrôler un chantier en sécurité'],
		['Recueillir les données personnelles des stagiaires', 'Recueillir les données du personnel des stagiaires'],
		['Réaliser un moule de pièce creuse', 'Mouler une pièce creuse'],
		['Réaliser des projets d’enduit', 'Projeter un enduit'],
		['Poser un conduit de fumée', 'Poser une conduite de fumée'],
		['Vérifier une paie de salarié', 'Vérifier un paiement de salarié'],
		['Établir une règle de découpe', 'Établir un réglage de découpe'],
		['Poser un bord de trottoir', 'Poser une bordure de trottoir'],
	])('quand deux noms n’ont que la racine en commun : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Enlever les taches de peinture', 'Enlever les tâches de peinture'],
		['Poser les marches d’un escalier', 'Poser les marchés d’un escalier'],
		['Fabriquer des modèles en argile', 'Fabriquer des modelés en argile'],
		['Réparer une voile de bateau', 'Réparer un voile de bateau'],
		['Nettoyer le moule de cuisson', 'Nettoyer la moule de cuisson'],
	])('quand un accent ou le genre fait un autre mot : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Développer la partie client d’une application web', 'Développer la partie serveur d’une application web'],
		['Poser des volets en bois', 'Poser des stores en bois'],
		['Configurer un routeur d’entreprise', 'Configurer un commutateur d’entreprise'],
		['Usiner une pièce sur un tour conventionnel', 'Usiner une pièce sur un tour à commande numérique'],
		['Réaliser une cloison en plaques de plâtre', 'Réaliser un plafond en plaques de plâtre'],
		['Accompagner des personnes âgées à domicile', 'Accompagner des personnes dépendantes à domicile'],
		['Accueillir les enfants de la commune', 'Accueillir la petite enfance de la commune'],
		['Établir un devis pour un client', 'Établir une offre commerciale pour un client'],
		['Accueillir des enfants de moins de trois ans', 'Accueillir des enfants de plus de trois ans'],
	])('quand ce n’est pas la même chose ou le même public, si voisins qu’ils soient : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});

	it.each([
		['Réparer un moteur thermique', 'Réparer un moteur thermique de bateau'],
		['Accueillir les clients de l’hôtel', 'Accueillir en anglais les clients de l’hôtel'],
		['Établir un bilan', 'Établir un bilan de compétences'],
		['Entretenir un espace vert public', 'Entretenir un espace vert public avec un robot'],
		['Poser des fenêtres', 'Poser des fenêtres de toit'],
		['Placer une victime au sol', 'Placer en sécurité une victime au sol'],
		['Contrôler une voie ferrée', 'Contrôler une voie ferrée selon la réglementation ferroviaire'],
		['Réaliser des soudures à l’arc', 'Réaliser des soudures à l’arc (TIG)'],
		['Organiser l’accueil du site', 'Organiser l’accueil du site de production'],
		['Dessiner les plans détaillés', 'Dessiner les plans détaillés de la structure'],
		['Trier les produits', 'Trier les produits selon leur qualité'],
		['Évacuer les occupants d’un immeuble', 'Évacuer les occupants d’un immeuble en sécurité'],
		['Négocier un contrat de travaux', 'Négocier un contrat d’exécution de travaux'],
		['Vendre une automobile à un particulier', 'Vendre une assurance automobile à un particulier'],
		['Monter un échafaudage de pied', 'Monter et démonter un échafaudage de pied'],
		[
			'Réaliser des soudures en position à plat sur des tôles fines',
			'Réaliser des soudures simples en position à plat sur des tôles fines',
		],
	])('quand l’un en demande davantage : %s / %s', (a, b) => {
		expect(lienEntre(a, b)?.statut).not.toBe('proposee');
	});
});

describe('deux libellés qui disent la même chose restent proposés', () => {
	it.each([
		['Poser un portail et installer sa motorisation', 'Poser des portails et installer leur motorisation'],
		[
			'Assurer la conservation et la traçabilité des documents',
			'Assurer la traçabilité et la conservation des documents',
		],
		['Effectuer le graissage des roulements', 'Réaliser le graissage des roulements'],
		['Assurer le nettoyage et le graissage des roulements', 'Nettoyer et graisser les roulements'],
		['Vendre à distance des abonnements', 'Vendre des abonnements à distance'],
		['Analyser ses pratiques professionnelles', 'Analyser sa pratique professionnelle'],
		['Dresser les boîtes privées d’un événement', 'Dresser la boite privée de l’évènement'],
		['ÉTIQUETER DES COLIS FRAGILES', 'Étiqueter un colis fragile'],
		['Redresser les châssis de véhicules légers', 'Redresser un châssis de véhicule léger'],
		['Tailler les rosiers avec un sécateur', 'Avec un sécateur, tailler les rosiers'],
		['Poser une étagère et peindre les cloisons', 'Peindre les cloisons et poser une étagère'],
		['Évaluer les acquis des stagiaires', 'Évaluer les acquis des apprenants'],
		['Coffrer un voile en béton', 'Réaliser le coffrage d’un voile en béton'],
		['Conduire un chariot de catégorie 3 hors tension', 'Conduire des chariots de catégorie 3 hors tension'],
		['Contrôler la qualité des denrées à la réception', 'À la réception, contrôler la qualité des denrées'],
		['Charger un véhicule routier à quai', 'Effectuer à quai le chargement d’un véhicule routier'],
		['Mettre en service une chambre froide', 'Réaliser la mise en service d’une chambre froide'],
		['Poser et régler des portes à deux vantaux', 'Régler et poser des portes à deux vantaux'],
	])('malgré un verbe qui ne fait que porter, un ordre de liste ou un synonyme : %s / %s', (a, b) => {
		expect(lienEntre(a, b)).toMatchObject({ statut: 'proposee', nature: 'reformulee' });
	});

	it.each([
		['Manœuvrer une grue à tour', 'Manœuvrer en toute sécurité une grue à tour'],
		['Manœuvrer une grue à tour', 'Manœuvrer une grue à tour, dans le respect des consignes de sécurité'],
		['Souder des tubes d’acier', 'Souder des tubes d’acier selon les règles en vigueur'],
	])('malgré une circonstance que tout métier a : %s / %s', (a, b) => {
		expect(lienEntre(a, b)).toMatchObject({ statut: 'proposee', nature: 'reformulee' });
		expect(lienEntre(b, a)).toMatchObject({ statut: 'proposee', nature: 'reformulee' });
	});

	it.each([
		['Installer une ventilation mécanique contrôlée', 'Installer une VMC (ventilation mécanique contrôlée)'],
		['Remettre en température un plat cuisiné à l’avance', 'Remettre en température un plat cuisiné à l’avance (PCA)'],
		['Configurer un réseau privé virtuel', 'Configurer un réseau privé virtuel (VPN)'],
	])('malgré un sigle donné avec ce qu’il abrège : %s / %s', (a, b) => {
		expect(lienEntre(a, b)).toMatchObject({ statut: 'proposee', nature: 'reformulee' });
	});

	it('et une compétence scindée aussi, dont chaque part est dite', () => {
		const ensemble = 'Installer un chauffe-eau électrique et raccorder une pompe à chaleur';
		const parts = ['Installer un chauffe-eau électrique', 'Raccorder une pompe à chaleur'];
		const autres = [
			'Tenir la comptabilité',
			'Souder des tôles au TIG',
			'Accueillir les visiteurs',
			'Tondre une pelouse',
		];
		const { entrees } = rapprocher(
			referentiel('a-2001', ['Bloc', ensemble, ...autres]),
			referentiel('b-2002', ['Bloc', ...parts, ...autres]),
			lexique,
		);
		expect(entrees.find((e) => e.vers.length === 2)).toMatchObject({ nature: 'scindee', statut: 'proposee' });
	});
});

describe('plusieurs libellés qui se partagent les mots de plusieurs autres', () => {
	const autres = ['Tenir la comptabilité', 'Souder des tôles au TIG', 'Accueillir les visiteurs', 'Traduire un roman'];
	const liens = (anciens: string[], nouveaux: string[]) =>
		rapprocher(
			referentiel('a-2001', ['Bloc', ...anciens, ...autres]),
			referentiel('b-2002', ['Bloc', ...nouveaux, ...autres]),
			lexique,
		).entrees.filter((e) => e.statut === 'proposee' && e.nature !== 'identique');

	it.each([
		[
			['Tailler les rosiers', 'Planter les haies'],
			['Planter les rosiers', 'Tailler les haies'],
		],
		[['Installer un chauffe-eau', 'Installer des chauffe-eau solaires'], ['Installer un chauffe-eau solaire']],
		[['Nettoyer les sols', 'Désinfecter les sanitaires'], ['Nettoyer les sanitaires et désinfecter les sols']],
		[
			['Souder des tubes en acier', 'Souder des plaques en cuivre'],
			['Souder des tubes en cuivre et des plaques en acier'],
		],
	])('ne sont pas proposés quand chacun en dit un autre mélange : %j / %j', (anciens, nouveaux) => {
		expect(liens(anciens, nouveaux)).toEqual([]);
		expect(liens(nouveaux, anciens)).toEqual([]);
	});

	it('le sont quand chacun est une part de l’autre', () => {
		const proposes = liens(
			['Monter un mur en briques', 'Monter un mur en parpaings'],
			['Monter un mur en briques et en parpaings'],
		);
		expect(proposes).toMatchObject([{ nature: 'fusionnee' }]);
	});
});
