import qrcode from 'qrcode-generator';
import { useMemo } from 'react';

/** A household's number as a square code: what a phone reads, never a personal value. */
export function SquareCode({ number }: { readonly number: string }) {
  const drawn = useMemo(() => {
    if (number === '') return undefined;
    const code = qrcode(0, 'M');
    code.addData(number);
    code.make();
    const size = code.getModuleCount();
    const cells = Array.from({ length: size * size }, (_, index) => {
      const row = Math.floor(index / size);
      const column = index % size;
      return code.isDark(row, column) ? `M${column} ${row}h1v1h-1z` : '';
    });
    return { size, path: cells.join('') };
  }, [number]);
  if (drawn === undefined) return null;
  return (
    <svg className="paper-code" viewBox={`0 0 ${drawn.size} ${drawn.size}`} aria-hidden="true">
      <path d={drawn.path} fill="#000" />
    </svg>
  );
}
