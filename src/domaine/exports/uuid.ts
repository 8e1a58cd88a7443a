import { parse, v5 } from 'uuid';

/** Namespace of the project's identifiers: a constant, whatever address the site is published under. */
const ESPACE = parse(v5('urn:lignee', v5.URL));

/** Version-5 UUID of a stable id (RFC 9562): the same at every build, on every machine. */
export const uuid = (cle: string): string => v5(cle, ESPACE);
