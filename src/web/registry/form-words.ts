// Names of fields and labels of codes, as the pack in force words them.

export interface FormWords {
  /** Label of a code of a list; the code itself where the pack has no word for it. */
  code(list: string, code: string): string;
  /** Name of a field of the household or of a person. */
  field(name: string): string;
  /** Codes of a list in the pack's order. */
  codes(list: string): readonly { readonly code: string; readonly label: string }[];
}

export function useFormWords(): FormWords {
  return { code: (_list, code) => code, field: (name) => name, codes: () => [] };
}
