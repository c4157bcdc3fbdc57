import { z } from 'zod';

/** A fault in plain words, with its place where it has one. Mirrors the core's Problem and FieldProblem. */
export const problemSchema = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  field: z.string().optional(),
  detail: z.record(z.string(), z.string()).optional(),
});
export type ProblemMessage = z.infer<typeof problemSchema>;

/** One call that the window may make of the main process: what it sends, what it gets back when all went well. */
export interface Method<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly request: In;
  readonly response: Out;
}

export const method = <In extends z.ZodType, Out extends z.ZodType>(request: In, response: Out): Method<In, Out> => ({
  request,
  response,
});

/** Every answer: the value, or the reasons why not. A call rejects only when the program itself is at fault. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly ProblemMessage[] };

/** The envelope of an answer, for the check at the window's side. */
export const answerSchema = <Out extends z.ZodType>(response: Out) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: response }),
    z.object({ ok: z.literal(false), problems: z.array(problemSchema).min(1) }),
  ]);

export const nothing = z.object({});
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const caseId = z.string().min(1).max(120);
