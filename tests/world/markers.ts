// Words planted in the rows of each county by every capability. A word of one county in an answer to
// somebody of the other is a leak, wherever in the answer it stands. They are no name of any place.

export const marker = { home: '环标七七', neighbour: '罗标八八' } as const;

export type Side = keyof typeof marker;

/** As a Latin name, a username and a file name can carry it. */
export const latinMarker = { home: 'qiqimark', neighbour: 'babamark' } as const;

export function leaksIn(text: string, of: Side): readonly string[] {
  return [marker[of], latinMarker[of]].filter((word) => text.includes(word));
}
