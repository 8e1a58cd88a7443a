import type { Modele } from './regression.ts';

/** Learned by `npm run apprendre` from `tests/unit/rapprochement/paires/`: do not edit, run it again. */
export const MODELE: Modele = {
	version: '10',
	premiere: {
		biais: -4.4489,
		poids: [
			4.7411, // couverture
			1.1384, // couvertureMutuelle
			-0.2455, // verbesEtrangers
			5.9262, // lettres
			-3.256, // ailleurs
			-3.1468, // ecart
			0.5498, // propre
		],
	},
	equivalence: {
		biais: -6.5755,
		poids: [
			4.748, // couverture
			3.1, // couvertureMutuelle
			-0.2197, // verbesEtrangers
			1.2022, // lettres
			2.5406, // ailleurs
			-0.2954, // ecart
			0.7509, // propre
			2.2823, // blocs
			0.4889, // marge
			0.5651, // proximite
			-4.338, // concurrence
		],
	},
	parente: {
		biais: 1.126,
		poids: [
			0.9797, // log-odds of equivalence
			-0.0376, // proximite
		],
	},
	communs: {
		libelles: 2249,
		ailleurs: 6,
		// biome-ignore format: a table
		parCle: [
			['=accueillir',46], ['=actualiser',26], ['=adapter',19], ['=ameliorer',43], ['=analyser',55],
			['=appliquer',68], ['=apprenant',16], ['=apprendre',13], ['=approvisionner',14], ['=assembler',52],
			['=assister',33], ['=assurer',120], ['=automatisme',23], ['=automobile',71], ['=base-de-donnees',14],
			['=besoin',18], ['=beton',13], ['=cablage',29], ['=canalisation',18], ['=carrelage',12], ['=carrosserie',20],
			['=chantier',22], ['=chauffage',17], ['=client',97], ['=climatisation',13], ['=coffrage',12],
			['=commande',19], ['=concevoir',89], ['=conduire',46], ['=configurer',16], ['=conflit',18],
			['=conseiller',22], ['=construire',23], ['=controler',86], ['=coordonner',12], ['=couper',17],
			['=definir',36], ['=demonter',13], ['=depanner',85], ['=deploiement',16], ['=developper',45],
			['=diagnostiquer',36], ['=dressage',13], ['=encaissement',19], ['=enfant',19], ['=entreprise',148],
			['=equipe',35], ['=evaluer',17], ['=fabriquer',54], ['=froid',20], ['=gerer',104], ['=identifier',22],
			['=incident',61], ['=industrie',46], ['=insertion',18], ['=installation-electrique',44], ['=installer',213],
			['=interface-utilisateur',22], ['=internet',20], ['=intervenir',64], ['=inventaire',15],
			['=langue-etrangere',24], ['=lien-social',29], ['=ligne-de-production',109], ['=locaux',55], ['=logement',30],
			['=logiciel',33], ['=magasin',35], ['=maintenance-preventive',28], ['=maintenir',71], ['=marchandise',47],
			['=materiel',70], ['=menuiserie',19], ['=mesurer',24], ['=mettre-en-service',50], ['=nettoyer',34],
			['=outil-numerique',16], ['=participer',80], ['=peinture',18], ['=planifier',25], ['=plat',18],
			['=poste-de-travail',32], ['=pratique-professionnelle',14], ['=prevenir',14], ['=procedure',15],
			['=projet-professionnel',13], ['=promouvoir',23], ['=prospection',15], ['=raccorder',48], ['=realiser',322],
			['=receptionner',13], ['=reclamation',20], ['=recruter',20], ['=rediger',29], ['=redresser',14],
			['=regler',29], ['=remplacer',58], ['=rendre-compte',39], ['=repas',16], ['=repondre',15], ['=resultats',17],
			['=salarie',41], ['=sanitaire',20], ['=sante-securite',18], ['=sequence-pedagogique',22], ['=signaler',12],
			['=stocker',16], ['=surveiller',17], ['=tableau-de-bord',20], ['=telephone',14], ['=tester',18],
			['=tracer',21], ['=transmettre',24], ['=urgence',33], ['=utilisateur',22], ['=utiliser',36], ['=veille',35],
			['=vendre',51], ['=vitrage',18], ['acces',15], ['accompagn',45], ['action',19], ['activ',47], ['aid',25],
			['anim',45], ['apres',19], ['avant',13], ['charg',22], ['circuit',27], ['collect',14], ['compos',21],
			['comptabil',12], ['conform',13], ['cour',21], ['dall',15], ['demand',28], ['distanc',19], ['distribu',20],
			['docu',29], ['domest',12], ['don',16], ['electr',28], ['element',59], ['ensembl',17], ['entretien',15],
			['environ',21], ['exploit',39], ['format',25], ['inform',43], ['informat',14], ['infrastruct',25],
			['integr',29], ['leg',34], ['mecan',20], ['modif',24], ['mur',17], ['oper',15], ['ouvrag',25], ['parcour',15],
			['part',26], ['person',52], ['plan',19], ['post',15], ['prepar',95], ['prestat',15], ['proced',16],
			['professionnel',42], ['projet',34], ['propos',12], ['qualit',15], ['regl',16], ['renseign',31],
			['reseau',31], ['respect',20], ['sall',13], ['secur',68], ['serveur',18], ['servic',82], ['sit',12],
			['sol',16], ['soud',29], ['suit',12], ['suiv',64], ['support',22], ['system',28], ['techniqu',37],
			['tertiair',18], ['trait',55], ['travail',13], ['traval',15], ['typ',20],
		],
	},
};
