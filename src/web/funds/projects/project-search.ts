// The address of the projects: how they are shown, and which.
import { type AssetState, assetStates } from '#domain/funds/projects/asset.ts';
import { type ProjectStep, projectSteps } from '#domain/funds/projects/project.ts';

export interface ProjectSearch {
  readonly view?: 'board' | undefined;
  readonly step?: ProjectStep | undefined;
  readonly only?: 'late' | 'split' | 'twice' | undefined;
}

export function readProjectSearch(search: Record<string, unknown>): ProjectSearch {
  const { view, step, only } = search;
  return {
    view: view === 'board' ? view : undefined,
    step: projectSteps.find((one) => one === step),
    only: only === 'late' || only === 'split' || only === 'twice' ? only : undefined,
  };
}

/** The same as the list asks for. */
export function queryOf(area: string, { step, only }: ProjectSearch) {
  return {
    area,
    ...(step === undefined ? {} : { step }),
    ...(only === 'late' ? { late: 'true' as const } : {}),
    ...(only === 'split' || only === 'twice' ? { signal: only } : {}),
  };
}

export interface AssetSearch {
  readonly assetState?: AssetState | undefined;
}

export function readAssetSearch(search: Record<string, unknown>): AssetSearch {
  return { assetState: assetStates.find((one) => one === search.assetState) };
}
