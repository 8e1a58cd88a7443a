import { type CleSource, cles } from '../../schemas/source-cles.ts';
