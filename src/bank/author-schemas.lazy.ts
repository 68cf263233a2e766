import * as z from 'zod';
import { packSchema, questionSchema, snippetSchema, topicSchema } from './schema.ts';

/** JSON Schemas (draft 7, which editors understand) for `pack.yml`, `topic.yml` and both front matters. */
export function authorSchemas(): Record<
  'pack' | 'topic' | 'question' | 'snippet',
  z.core.JSONSchema.BaseSchema
> {
  const options = { target: 'draft-7', io: 'input' } as const;
  return {
    pack: z.toJSONSchema(packSchema, options),
    topic: z.toJSONSchema(topicSchema, options),
    question: z.toJSONSchema(questionSchema, options),
    snippet: z.toJSONSchema(snippetSchema, options),
  };
}
