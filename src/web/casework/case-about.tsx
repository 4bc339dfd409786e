// Whom a page below a case is about, with the way to them: the checklist and the interview show one step of it.
import { Link } from '@tanstack/react-router';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { caseTexts } from './case-texts.ts';

export function CaseAbout({ id }: { readonly id: string }) {
  const text = useText(caseTexts);
  const { data: one } = useRead('GET /api/casework/cases/:id', { params: { id } });
  if (one === undefined) return null;
  if (one.household === null) {
    return (
      <Link to="/exits/$area" params={{ area: one.areaCode }} className="link">
        {one.areaName}
      </Link>
    );
  }
  return (
    <>
      <Link to="/households/$id" params={{ id: one.household }} className="link">
        {one.headName === null ? text('nameless') : text('householdOf', { name: one.headName })}
      </Link>{' '}
      <span className="household-place">
        {one.township} {one.village}
      </span>
    </>
  );
}
