import { type LectureRncp, lireFicheRncp } from '../../../src/importation/rncp-fiche.ts';
import { lecteurRncp } from '../../../src/importation/rncp-flux.ts';

/** A FICHE of an invented title, in the format of the open data of the RNCP, V4.1. */
export const FICHE_LUTHIER = `<FICHE>
    <ID_FICHE>1</ID_FICHE>
    <NUMERO_FICHE>RNCP90002</NUMERO_FICHE>
    <NOUVELLES_CERTIFICATIONS>
      <NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RNCP90003</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION>
    </NOUVELLES_CERTIFICATIONS>
    <ANCIENNES_CERTIFICATIONS>
      <ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>RNCP90001</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION>
    </ANCIENNES_CERTIFICATIONS>
    <INTITULE>Luthier en atelier &amp; en concert</INTITULE>
    <ABREGE><CODE>TP</CODE><LIBELLE>Titre professionnel</LIBELLE></ABREGE>
    <ETAT_FICHE>Publiée</ETAT_FICHE>
    <FORMACODES><FORMACODE><CODE>45000</CODE><LIBELLE>Lutherie</LIBELLE></FORMACODE></FORMACODES>
    <NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU><LIBELLE>Niveau 4</LIBELLE></NOMENCLATURE_EUROPE>
    <CODES_NSF>
      <NSF><CODE>234v</CODE><LIBELLE>Travail du bois</LIBELLE></NSF>
      <NSF><CODE>133</CODE><LIBELLE>Musique</LIBELLE></NSF>
    </CODES_NSF>
    <CERTIFICATEURS>
      <CERTIFICATEUR>
        <SIRET_CERTIFICATEUR>11000007200014</SIRET_CERTIFICATEUR>
        <NOM_CERTIFICATEUR>MINISTERE DU TRAVAIL</NOM_CERTIFICATEUR>
        <ETAT_CERTIFICATEUR>Actif</ETAT_CERTIFICATEUR>
      </CERTIFICATEUR>
    </CERTIFICATEURS>
    <EXISTENCE_PARTENAIRES>Oui</EXISTENCE_PARTENAIRES>
    <PARTENAIRES>
      <PARTENAIRE><NOM_PARTENAIRE>ECOLE DE LUTHERIE</NOM_PARTENAIRE></PARTENAIRE>
    </PARTENAIRES>
    <ACTIVITES_VISEES>Il fabrique des instruments.    Il les règle.</ACTIVITES_VISEES>
    <CAPACITES_ATTESTEES>1. Fabriquer    * Choisir les bois      * Poser les filets</CAPACITES_ATTESTEES>
    <SECTEURS_ACTIVITE>* Ateliers    * Orchestres</SECTEURS_ACTIVITE>
    <TYPE_EMPLOI_ACCESSIBLES>Luthier</TYPE_EMPLOI_ACCESSIBLES>
    <CODES_ROME><ROME><CODE>B1501</CODE><LIBELLE>Fabrication d'instruments</LIBELLE></ROME></CODES_ROME>
    <SI_JURY_VAE>
      <ACTIF>Oui</ACTIF>
      <COMPOSITION>Deux professionnels.</COMPOSITION>
    </SI_JURY_VAE>
    <PUBLICATION_DECRET_CREATION>
      <PUBLICATION_JO><TITRE>Arrêté du 26 avril 2023</TITRE><DATE_PUBLICATION_JO>13/05/2023</DATE_PUBLICATION_JO></PUBLICATION_JO>
    </PUBLICATION_DECRET_CREATION>
    <STATISTIQUES_PROMOTIONS>
      <STATISTIQUES_PROMOTION><ANNEE>2021</ANNEE><NOMBRE_CERTIFIES>38</NOMBRE_CERTIFIES></STATISTIQUES_PROMOTION>
    </STATISTIQUES_PROMOTIONS>
    <DATE_FIN_ENREGISTREMENT>31/08/2028</DATE_FIN_ENREGISTREMENT>
    <DATE_EFFET>01/09/2023</DATE_EFFET>
    <TYPE_ENREGISTREMENT>Enregistrement de droit</TYPE_ENREGISTREMENT>
    <BLOCS_COMPETENCES>
      <BLOC_COMPETENCES>
        <CODE>RNCP90002BC01</CODE>
        <LIBELLE>Fabriquer un instrument</LIBELLE>
        <LISTE_COMPETENCES>Choisir les bois  Coller   d'aplomb les éclisses    Poser les filets</LISTE_COMPETENCES>
        <MODALITES_EVALUATION>Mise en situation : 05 h 00 min</MODALITES_EVALUATION>
      </BLOC_COMPETENCES>
      <BLOC_COMPETENCES>
        <CODE>RNCP90002BC02</CODE>
        <LIBELLE>CCP 2 - Régler un instrument</LIBELLE>
        <LISTE_COMPETENCES>- Tailler l'âme  - Poser le chevalet</LISTE_COMPETENCES>
      </BLOC_COMPETENCES>
      <BLOC_COMPETENCES>
        <CODE>RNCP90002BC03</CODE>
        <LIBELLE>CCS : Restaurer un instrument ancien</LIBELLE>
        <LISTE_COMPETENCES>Dater un instrument.</LISTE_COMPETENCES>
      </BLOC_COMPETENCES>
    </BLOCS_COMPETENCES>
    <CORRESPONDANCES>
      <CORRESPONDANCE>
        <SOURCE><BLOC_COMPETENCES><CODE>RNCP90002BC01</CODE></BLOC_COMPETENCES></SOURCE>
        <DESTINATION>
          <NUMERO_FICHE>RNCP90001</NUMERO_FICHE>
          <BLOC_COMPETENCES><CODE>RNCP90001BC02</CODE></BLOC_COMPETENCES>
          <BLOC_COMPETENCES><CODE>RNCP90001BC01</CODE></BLOC_COMPETENCES>
        </DESTINATION>
      </CORRESPONDANCE>
    </CORRESPONDANCES>
  </FICHE>`;

export const exportRncp = (fiches: string, version = '4.1'): string =>
	`<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<FICHES>\n  <VERSION_FLUX>${version}</VERSION_FLUX>\n  ${fiches}\n</FICHES>\n`;

/** Reads the fiches of an export, given to the parser in pieces of `morceau` characters. */
export const lireFiches = (xml: string, morceau = xml.length): LectureRncp[] => {
	const lues: LectureRncp[] = [];
	const lecteur = lecteurRncp(({ noeud }) => lues.push(lireFicheRncp(noeud)));
	for (let i = 0; i < xml.length; i += morceau) lecteur.ecrire(xml.slice(i, i + morceau));
	lecteur.finir();
	return lues;
};
