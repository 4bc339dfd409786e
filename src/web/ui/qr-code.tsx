// A QR code as one path, black on white in every appearance, since cameras read it so.
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';

const quiet = 4;

export function QrCode({
  text,
  label,
  size = 192,
}: {
  readonly text: string;
  readonly label: string;
  /** Pixels on screen; it scales with the paper when printed. */
  readonly size?: number;
}) {
  const { path, side } = useMemo(() => drawing(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

function drawing(text: string): { readonly path: string; readonly side: number } {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
    }
  }
  return { path, side: count + 2 * quiet };
}
