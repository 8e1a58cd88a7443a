import { nature, portee, statut } from '../../schemas/correspondance.ts';

const liste = (valeurs: readonly string[]): string => valeurs.map((v) => `"${v}"`).join(' ');

/**
 * SHACL shapes of `/donnees/skos/<version>.jsonld`, in Turtle: what a reader may count on.
 * @param racine address of the site, without a final slash: our two properties are documented under `/donnees/`
 */
export const shaclDuSkos = (racine: string): string => `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix lignee: <${racine}/donnees/#> .
@prefix f: <${racine}/donnees/schemas/skos.shacl.ttl#> .

# Une version.
f:Version a sh:NodeShape ;
	sh:targetClass skos:ConceptScheme ;
	sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:maxCount 1 ; sh:languageIn ( "fr" ) ] ;
	sh:property [ sh:path skos:notation ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*-[0-9]{4}$" ] ;
	sh:property [ sh:path dct:source ; sh:minCount 1 ] ;
	sh:property [ sh:path dct:license ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
	sh:property [ sh:path dct:modified ; sh:maxCount 1 ; sh:datatype xsd:date ] ;
	sh:property [ sh:path skos:hasTopConcept ; sh:class skos:Concept ] .

# Un bloc ou une compétence : un libellé, un identifiant, une version, et soit le sommet, soit un bloc.
f:Concept a sh:NodeShape ;
	sh:targetClass skos:Concept ;
	sh:property [ sh:path skos:prefLabel ; sh:minCount 1 ; sh:maxCount 1 ; sh:languageIn ( "fr" ) ; sh:minLength 1 ] ;
	sh:property [ sh:path skos:notation ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*-[0-9]{4}/cc[ps]-[0-9]+(/c[0-9]+)?$" ] ;
	sh:property [ sh:path skos:inScheme ; sh:minCount 1 ; sh:maxCount 1 ; sh:class skos:ConceptScheme ] ;
	sh:property [ sh:path skos:broader ; sh:maxCount 1 ; sh:class skos:Concept ] ;
	sh:xone (
		[ sh:property [ sh:path skos:topConceptOf ; sh:minCount 1 ] ]
		[ sh:property [ sh:path skos:broader ; sh:minCount 1 ] ]
	) .

# Un ensemble de correspondances : deux versions, un seul statut.
f:Correspondance a sh:NodeShape ;
	sh:targetClass xkos:Correspondence ;
	sh:property [ sh:path xkos:compares ; sh:minCount 2 ; sh:maxCount 2 ; sh:nodeKind sh:IRI ] ;
	sh:property [ sh:path xkos:madeOf ; sh:minCount 1 ; sh:class xkos:ConceptAssociation ] ;
	sh:property [ sh:path lignee:statut ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( ${liste(statut.exclude(['a-verifier']).options)} ) ] .

# Une correspondance. Officielle, elle nomme le texte qui la dit ; lue ou calculée, elle a une nature, et une parenté une portée ; son rapprochement SKOS va de l’ancienne à la récente.
f:Association a sh:NodeShape ;
	sh:targetClass xkos:ConceptAssociation ;
	sh:or (
		[ sh:property [ sh:path xkos:sourceConcept ; sh:minCount 1 ] ]
		[ sh:property [ sh:path xkos:targetConcept ; sh:minCount 1 ] ]
	) ;
	sh:xone (
		[
			sh:property [ sh:path lignee:statut ; sh:hasValue "officielle" ; sh:maxCount 1 ] ;
			sh:property [ sh:path dct:source ; sh:minCount 1 ] ;
			sh:property [ sh:path lignee:nature ; sh:maxCount 0 ] ;
			sh:property [ sh:path lignee:portee ; sh:maxCount 0 ]
		]
		[
			sh:property [ sh:path lignee:statut ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( "relue" "proposee" ) ] ;
			sh:property [ sh:path lignee:nature ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( ${liste(nature.options)} ) ] ;
			sh:property [ sh:path lignee:portee ; sh:maxCount 0 ] ;
			sh:property [ sh:path lignee:match ; sh:maxCount 1 ; sh:in ( skos:exactMatch skos:closeMatch ) ]
		]
		[
			sh:property [ sh:path lignee:statut ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( "relue" "proposee" ) ] ;
			sh:property [ sh:path lignee:nature ; sh:maxCount 0 ] ;
			sh:property [ sh:path lignee:portee ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( ${liste(portee.options)} ) ] ;
			sh:property [ sh:path lignee:match ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( skos:broadMatch skos:narrowMatch skos:relatedMatch ) ]
		]
	) .

# Une lecture d’éditeur dit pourquoi.
f:Lecture a sh:NodeShape ;
	sh:targetSubjectsOf lignee:nature, lignee:portee ;
	sh:or (
		[ sh:property [ sh:path lignee:statut ; sh:hasValue "proposee" ] ]
		[ sh:property [ sh:path skos:editorialNote ; sh:minCount 1 ] ]
	) .
`;
