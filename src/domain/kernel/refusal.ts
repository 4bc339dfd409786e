// A refusal is an expected "no": a value with a code, the facts it carries, and a sentence in each
// language that names the rule and the remedy. It is thrown only to leave a transaction; the route
// wrapper turns it into an answer. A bug is an Error and is never caught in the middle.

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Bilingual;

export type RefusalFacts = Readonly<Record<string, string | number | boolean | null>>;

/** One entry of a capability's catalogue. `{name}` in a message is filled from the facts. */
export interface RefusalKind {
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
  readonly message: Bilingual;
}

export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly facts: RefusalFacts;
  readonly details: unknown;

  constructor(kind: RefusalKind, facts: RefusalFacts = {}, details?: unknown) {
    super(`${kind.code}: ${fill(kind.message.en, facts)}`);
    this.name = 'Refusal';
    this.kind = kind;
    this.facts = facts;
    this.details = details;
  }
}

/** Throws a refusal of this kind. */
export function refuse(kind: RefusalKind, facts: RefusalFacts = {}, details?: unknown): never {
  throw new Refusal(kind, facts, details);
}

export function messageOf(refusal: Refusal, language: Language): string {
  return fill(refusal.kind.message[language], refusal.facts);
}

/** Fills `{name}` from the facts; a name without a fact stays visible, so that a test finds it. */
export function fill(template: string, facts: RefusalFacts): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name];
    return fact === undefined ? whole : String(fact ?? '');
  });
}
