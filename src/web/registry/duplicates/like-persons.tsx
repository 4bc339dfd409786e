// While somebody is entered: who of the county is like them, so that nobody is registered twice. It warns and
// stops nobody.
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { duplicateTexts } from './duplicate-texts.ts';

const patience = 700;

export function LikePersons({
  area,
  name,
  birthDate,
}: {
  readonly area: string;
  readonly name: string;
  readonly birthDate: string;
}) {
  const text = useText(duplicateTexts);
  const look = useWrite('POST /api/registry/duplicates/look');
  const { mutate, reset } = look;
  const asked = name.trim();
  useEffect(() => {
    reset();
    if (Array.from(asked).length < 2) return undefined;
    const person = { name: asked, ...(birthDate === '' ? {} : { birthDate }) };
    const timer = window.setTimeout(() => mutate({ body: { area, persons: [person] } }), patience);
    return () => window.clearTimeout(timer);
  }, [area, asked, birthDate, mutate, reset]);
  const found = look.data?.found ?? [];
  if (found.length === 0) return null;
  return (
    <div className="notice" role="status">
      <p>{text('like')}</p>
      <ul>
        {found.slice(0, shownMost).map((one) => (
          <li key={`${one.household.id} ${one.name}`}>
            {one.name} {one.birthDate} · {text(`${one.agreement}_name`)} ·{' '}
            {text(`${one.birth}_birth`)} ·{' '}
            <Link to="/households/$id" params={{ id: one.household.id }} className="link">
              {one.household.headName ?? one.household.householdNo} {one.household.village}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

const shownMost = 5;
