import { referentiel } from './referentiels.ts';

/** The four versions held, label for label as their documents print them. */
export const tsgri = referentiel(
	'tsgri-2003',
	[
		'ASSURER L’ADMINISTRATION ET L’EXPLOITATION COURANTES DE TOUT OU PARTIE DES RESSOURCES INFORMATIQUES',
		'Suivre et optimiser les performances des serveurs informatiques',
		'Gérer les comptes et les droits des utilisateurs du système informatique',
		'Gérer la sécurité d’accès aux ressources en respectant l’annuaire du système informatique',
		'Exploiter les réseaux informatiques de l’entreprise',
		'Suivre et optimiser les performances des collecticiels (applications groupware)',
		'Suivre et optimiser les performances des bases de données',
		'Suivre et optimiser les performances des applications métier du système informatique',
		'Administrer la production informatique',
		'Gérer la sécurité physique des ressources informatiques',
		'Renseigner et exploiter les indicateurs de suivi de la qualité de la production informatique',
		'Exploiter les infrastructures de télécommunications du système informatique',
		'Utiliser l’anglais dans son activité professionnelle en informatique',
	],
	[
		'METTRE EN EXPLOITATION OU REMETTRE EN EXPLOITATION SUITE A UN INCIDENT TOUT OU PARTIE DES RESSOURCES INFORMATIQUES',
		'Rétablir la production dans les conditions habituelles suite à un incident d’exploitation',
		'Mettre en exploitation une ressource informatique',
		'Assister et conseiller les utilisateurs suite à une évolution du système informatique',
		'Former aux nouveaux outils informatiques les utilisateurs et le personnel informatique',
		'Utiliser l’anglais dans son activité professionnelle en informatique',
	],
	[
		'APPORTER AUX DECIDEURS LES ELEMENTS NECESSAIRES A LA SUPERVISION DE LA PRODUCTION INFORMATIQUE',
		'Evaluer de nouvelles ressources informatiques et participer à leurs choix',
		'Proposer des solutions pour améliorer l’exploitation courante de tout ou partie des ressources informatiques',
		'Préparer les contrats de services avec les directions utilisatrices de l’informatique',
		'Participer à l’élaboration des budgets du service informatique',
		'Garantir que les contraintes de la production informatique sont prises en compte par les projets de développement d’applications',
		'Rechercher et analyser les informations sur les changements dans l’entreprise',
		'Rechercher et analyser les informations sur les évolutions technologiques en informatique',
	],
);

export const tsgeri = referentiel(
	'tsgeri-2008',
	[
		'Assurer l’administration et l’exploitation courantes d’un serveur, d’un réseau et des postes de travail connectés',
		'Configurer et maintenir les postes de travail connectés, et optimiser leurs performances.',
		'Configurer et maintenir les serveurs informatiques, et optimiser leurs performances.',
		'Exploiter et sécuriser les réseaux locaux de l\'entreprise.',
		'Exploiter et sécuriser les infrastructures de télécommunications du système informatique.',
		'Assister et conseiller les utilisateurs.',
		'Utiliser l\'anglais dans son activité professionnelle en informatique.',
	],
	[
		'Exploiter et mettre en exploitation les ressources d’un système informatique',
		'Suivre et optimiser les performances des applications collaboratives (groupware).',
		'Suivre et optimiser les performances des bases de données.',
		'Suivre et optimiser les performances des applications métier du système informatique.',
		'Mettre en exploitation une ressource informatique.',
		'Gérer la sécurité physique et logique d\'accès aux ressources.',
		'Administrer la production informatique.',
		'Rétablir la production dans les conditions habituelles suite à un incident d\'exploitation.',
		'Former aux nouveaux outils informatiques les utilisateurs et le personnel informatique.',
	],
	[
		'Proposer aux décideurs des solutions techniquement et financièrement valides lors des évolutions du système informatique',
		'Evaluer de nouvelles ressources informatiques et participer à leurs choix.',
		'Proposer des solutions pour améliorer l\'exploitation courante des ressources informatiques.',
		'Préparer les contrats de services avec les directions utilisatrices de l\'informatique.',
		'Participer à l\'élaboration des budgets du service informatique.',
		'Evaluer les contraintes de la production informatique qui doivent être prises en compte par les nouveaux projets.',
		'Rechercher et analyser les changements dans l\'entreprise, les évolutions technologiques et les modifications du cadre juridique en informatique.',
	],
);

export const tssi = referentiel(
	'tssi-2013',
	[
		'INTERVENIR ET ASSISTER EN CENTRE DE SERVICES SUR L’ENVIRONNEMENT DE TRAVAIL UTILISATEUR',
		'Gérer les incidents et les problèmes.',
		'Configurer et mettre à jour un poste de travail informatique.',
		'Configurer la connexion physique et logique du poste de travail.',
		'Assister les utilisateurs.',
		'Utiliser l’anglais dans son activité professionnelle en informatique.',
	],
	[
		'INTERVENIR ET ASSURER LE SUPPORT SUR LES SYSTEMES ET LES RESEAUX INFORMATIQUES',
		'Intervenir sur une infrastructure de réseau TCP/IP.',
		'Intervenir sur une infrastructure de réseau sécurisé.',
		'Administrer et dépanner un serveur.',
		'Intervenir sur un service d’annuaire de réseau.',
		'Automatiser des tâches à l’aide de scripts.',
		'Déployer des postes de travail sur un réseau d’entreprise.',
	],
	[
		'INTERVENIR ET ASSURER LE SUPPORT SUR LES SERVEURS D’APPLICATIONS',
		'Utiliser un outil de gestion d’environnements virtuels.',
		'Intervenir sur un serveur de clients légers.',
		'Intervenir sur un système de messagerie informatique.',
		'Intervenir sur une architecture n-tiers.',
		'Suivre les indicateurs de qualité de service et la relation client.',
		'Assurer sa veille technologique en informatique.',
	],
);

export const tssr = referentiel(
	'tssr-2018',
	[
		'Assister les utilisateurs en centre de services',
		'Mettre en service un équipement numérique.',
		'Assister les utilisateurs sur leurs équipements numériques.',
		'Gérer les incidents et les problèmes.',
		'Assister à l’utilisation des ressources collaboratives.',
	],
	[
		'Maintenir, exploiter et sécuriser une infrastructure centralisée',
		'Maintenir et exploiter le réseau local et la téléphonie.',
		'Sécuriser les accès à internet.',
		'Maintenir et exploiter un environnement virtualisé.',
		'Maintenir et exploiter un domaine ActiveDirectory et les serveurs Windows.',
		'Maintenir et exploiter un serveur Linux.',
	],
	[
		'Maintenir et exploiter une infrastructure distribuée et contribuer à sa sécurisation',
		'Configurer les services de déploiement et de terminaux clients légers.',
		'Automatiser les tâches à l’aide de scripts.',
		'Maintenir et sécuriser les accès réseaux distants.',
		'Superviser l’infrastructure.',
		'Intervenir dans un environnement de Cloud Computing.',
		'Assurer sa veille technologique.',
	],
	[
		'CCS – Administrer les serveurs Linux',
		'Installer, paramétrer un service sous Linux.',
		'S’appuyer sur les communautés d’utilisateurs.',
		'Mettre une application en production.',
		'Développer des scripts d’automatisation.',
		'Superviser les serveurs Linux.',
	],
);
