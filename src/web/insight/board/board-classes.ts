// Classes of the board's shade, chosen by what the board shows: five of about as many villages each. Fixed cuts would
// leave a county whose villages all lie between 80 and 100 % in one shade. The legend says where the cuts lie.

/** Lower ends of the second class and those after it, in whole percent; fewer where villages hardly differ. */
export function shareCuts(shares: readonly number[]): readonly number[] {
  const left = shares.filter((share) => share > 0).sort((one, other) => one - other);
  const least = Math.floor((left[0] ?? 0) * 100);
  const cuts = [1, 2, 3, 4].map((fifth) =>
    Math.round((left[Math.floor((left.length * fifth) / 5)] ?? 0) * 100),
  );
  return [...new Set(cuts)].filter((cut) => cut > least);
}

/** The shade a share is drawn in: 0 where nobody is left, else 1 to 5, the darkest for the highest class. */
export function shadeOf(share: number, cuts: readonly number[]): number {
  if (share <= 0) return 0;
  return shadeOfClass(cuts.filter((cut) => share * 100 >= cut).length, cuts.length);
}

/** Shades of fewer than five classes lie as far apart as they can. */
function shadeOfClass(index: number, cuts: number): number {
  return cuts === 0 ? 3 : 1 + Math.round((index * 4) / cuts);
}

interface ShareClass {
  readonly shade: number;
  /** In whole percent; absent where the class has no lower or upper end. */
  readonly from: number | undefined;
  readonly below: number | undefined;
}

export function shareClasses(cuts: readonly number[]): readonly ShareClass[] {
  return [undefined, ...cuts].map((from, index) => ({
    shade: shadeOfClass(index, cuts.length),
    from,
    below: cuts[index],
  }));
}
