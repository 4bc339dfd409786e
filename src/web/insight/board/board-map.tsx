// Townships in their places, each with its villages as squares.
import { useRef } from 'react';
import { shortNameOf } from '#domain/registry/area.ts';
import { type BoardMapProps, Square } from './board-square.tsx';

export function BoardMap(props: BoardMapProps) {
  const { board } = props;
  const holder = useRef<HTMLDivElement>(null);
  const townships =
    board.townships.length > 0
      ? board.townships
      : [{ code: board.area.code, name: board.area.name, column: 0, row: 0 }];
  const left = Math.min(...townships.map(({ column }) => column));
  const top = Math.min(...townships.map(({ row }) => row));
  const first = board.villages[0]?.code;
  return (
    <div ref={holder} className={`board-map ${townships.length === 1 ? 'one' : ''}`}>
      {townships.map((township) => {
        const villages = board.villages.filter(({ code }) => code.startsWith(township.code));
        return (
          <section
            key={township.code}
            className="board-township"
            style={{ gridColumn: township.column - left + 1, gridRow: township.row - top + 1 }}
            aria-label={township.name}
          >
            <h2>{shortNameOf(township.name)}</h2>
            <div className="board-squares">
              {villages.map((village) => (
                <Square
                  key={village.code}
                  village={village}
                  isFirst={village.code === (props.chosen ?? first)}
                  holder={holder}
                  {...props}
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}
