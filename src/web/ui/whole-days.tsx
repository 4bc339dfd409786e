// A sentence of the catalogue with days in it: a line breaks before or after a day, never within one.
const days = /(\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]{2,3} \d{4})/;

export function WholeDays({ children }: { readonly children: string }) {
  // Every second piece is a day; pieces keep their order.
  return children.split(days).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <span key={String(index)} className="day">
        {piece}
      </span>
    ),
  );
}
