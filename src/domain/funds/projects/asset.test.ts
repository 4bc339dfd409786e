import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AssetActKind,
  type AssetState,
  assetActs,
  assetConditions,
  assetDenial,
  assetStateAfter,
} from './asset.ts';

const end = (...kinds: AssetActKind[]) =>
  kinds.reduce<AssetState>((state, kind) => assetStateAfter(state, kind), 'formed');

describe('an asset', () => {
  test('has its title before it is handed over, and is kept up after that', () => {
    expect(end('confirm', 'handOver')).toBe('handedOver');
    expect(end('handOver')).toBe('formed');
    expect(end('confirm', 'handOver', 'rest', 'resume', 'rest')).toBe('idle');
    expect(end('confirm', 'handOver', 'dispose')).toBe('disposed');
  });

  test('is met idle or in use by the stock-take, which is where it stands then', () => {
    expect(assetStateAfter('handedOver', 'count', 'idle')).toBe('idle');
    expect(assetStateAfter('idle', 'count', 'inUse')).toBe('handedOver');
    expect(assetStateAfter('handedOver', 'count', 'damaged')).toBe('handedOver');
  });

  test.each<[AssetState, AssetActKind, string | undefined]>([
    ['formed', 'handOver', 'funds/wrong-asset-state'],
    ['handedOver', 'share', undefined],
    ['disposed', 'count', 'funds/wrong-asset-state'],
    ['handedOver', 'count', 'funds/counted-already'],
  ])('that is %s: %s', (state, act, code) => {
    const asset = { state, kind: 'operating', countedYear: 2016 } as const;
    expect(assetDenial(asset, act, 2016)?.code).toBe(code);
  });

  test('that is public earns nothing to share out', () => {
    const asset = { state: 'handedOver', kind: 'public', countedYear: null } as const;
    expect(assetDenial(asset, 'share', 2016)?.code).toBe('funds/earns-nothing');
  });

  test('that was disposed of stays so, whatever is done with it', () => {
    const act = fc.constantFrom(...assetActs);
    const condition = fc.constantFrom(undefined, ...assetConditions);

    fc.assert(
      fc.property(fc.array(fc.tuple(act, condition)), (acts) => {
        const last = acts.reduce<AssetState>(
          (state, [kind, met]) => assetStateAfter(state, kind, met),
          'disposed',
        );
        expect(last).toBe('disposed');
      }),
    );
  });
});
