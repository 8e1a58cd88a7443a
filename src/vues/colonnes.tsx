/** Head of a table: the name of each column; one that is not shown is no name. */
export const Colonnes = ({ noms }: { noms: readonly (string | false)[] }) => (
	<thead>
		<tr>{noms.map((nom) => nom && <th scope="col">{nom}</th>)}</tr>
	</thead>
);
