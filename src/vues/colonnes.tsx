/** Head of a table: the name of each column, or `false` for a column that is not shown. */
export const Colonnes = ({ noms }: { noms: readonly (string | false)[] }) => (
	<thead>
		<tr>{noms.map((nom) => nom && <th scope="col">{nom}</th>)}</tr>
	</thead>
);
