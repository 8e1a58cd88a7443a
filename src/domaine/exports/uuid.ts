import { parse, v5 } from 'uuid';

/** Namespace of the project's identifiers, independent of the address of the site. */
const ESPACE = parse(v5('urn:lignee', v5.URL));

/** Version-5 UUID (RFC 9562) of a stable key: the same in every build. */
export const uuid = (cle: string): string => v5(cle, ESPACE);
