// The schemas with their library, which only authors of packs need.
export { authorSchemas } from '../../bank/schema.ts';
