// What stood in the way of an act, beside its button and said aloud at once; nothing where nothing did.
export function Problem({ children }: { readonly children: string | undefined }) {
  return children === undefined ? null : (
    <p className="notice problem" role="alert">
      {children}
    </p>
  );
}
