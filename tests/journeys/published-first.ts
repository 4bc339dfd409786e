// In which order the journeys are walked: first those that read the county as it was published, for others
// decide cases there and change its counts; then by name, so that every run meets the same county.
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const readers = [
  'overview.test.ts',
  'registry.test.ts',
  'figures.test.ts',
  'money-published.test.ts',
  'simulation.test.ts',
];

export class PublishedFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [journeys, others] = [
      files.filter(({ project }) => project.name === 'journeys'),
      files.filter(({ project }) => project.name !== 'journeys'),
    ];
    return [...(await super.sort(others)), ...journeys.toSorted(inOrder)];
  }
}

function inOrder(one: TestSpecification, other: TestSpecification): number {
  const names = [basename(one.moduleId), basename(other.moduleId)] as const;
  const [first, second] = names.map((name) => readers.includes(name));
  return Number(second) - Number(first) || names[0].localeCompare(names[1]);
}
