// What the reviews that end with a class came to: each class opens its households.
import { Link } from '@tanstack/react-router';
import type { Pipeline } from '#contract/casework-pipeline.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Count } from '#web/ui/figure.tsx';
import { pipelineTexts } from './pipeline-texts.ts';

export function Classes({ classes }: Pick<Pipeline, 'classes'>) {
  const text = useText(pipelineTexts);
  if (classes.length === 0) return null;
  return (
    <Block title={text('classes')} aside={text('classesAside')}>
      <dl className="pipeline-classes">
        {classes.map(({ id, title, households, persons }) => (
          <div key={id}>
            <dt>
              <Link
                to="/households"
                search={(before) => ({ area: before.area, registered: 'true', helpClass: id })}
                className="link"
              >
                {text.pick(title)}
              </Link>
            </dt>
            <dd>
              <strong>
                <Count value={households} />
              </strong>{' '}
              <small className="quiet">{text('classPersons', { count: persons })}</small>
            </dd>
          </div>
        ))}
      </dl>
    </Block>
  );
}
