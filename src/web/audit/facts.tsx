// What an act noted, small below it: each fact by its name, what refers to another thing leading there.
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { AuditEntry } from '#contract/audit.ts';
import { useMay } from '#web/access/me.ts';
import { useLanguage, useText } from '#web/text/catalogue.ts';
import { AreaName } from '#web/ui/area-name.tsx';
import { type NotedFact, notedFacts } from './fact-words.ts';
import { auditTexts } from './texts.ts';
import { addressOf } from './things.ts';

export function Facts({ entry }: { readonly entry: AuditEntry }) {
  const text = useText(auditTexts);
  const facts = notedFacts(useLanguage(), entry);
  if (facts.length === 0) return null;
  return (
    <span className="audit-facts">
      {facts.map((fact, at) => (
        <Fragment key={fact.name}>
          {at === 0 ? null : text.marks.comma}
          {fact.label} <Value act={entry.act} fact={fact} />
        </Fragment>
      ))}
    </span>
  );
}

function Value({ act, fact }: { readonly act: string; readonly fact: NotedFact }) {
  const may = useMay();
  if (fact.area !== undefined) return <AreaName code={fact.area} />;
  const address = fact.thing === undefined ? undefined : addressOf(act, fact.thing, may);
  return address === undefined ? (
    fact.said
  ) : (
    <Link className="link" to={address}>
      {fact.said}
    </Link>
  );
}
