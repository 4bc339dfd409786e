// What one may place: units that help, teams of villages, projects. Each list is opened when it is wanted; what
// stands on the chosen village comes first.
import { useState } from 'react';
import type { Board } from '#contract/insight-board.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { boardTexts } from './texts.ts';
import { carry, type Piece, type Placing } from './use-placing.ts';

interface BoardPiecesProps {
  readonly board: Board;
  readonly chosen: string | undefined;
  readonly placing: Placing;
}

interface ShownPiece extends Piece {
  readonly name: string;
  readonly note: string;
  readonly isLate: boolean;
  readonly village: string | null;
}

export function BoardPieces(props: BoardPiecesProps) {
  const text = useText(boardTexts);
  const { board } = props;
  const units = board.units.map(
    (one): ShownPiece => ({ ...one, kind: 'unit', note: '', isLate: false }),
  );
  const teams = board.teams.map(
    ({ id, name, title, people, village }): ShownPiece => ({
      kind: 'team',
      id,
      name: text('teamOf', { name, title: text.pick(title) }),
      note: text('teamPeople', { people }),
      isLate: false,
      village,
    }),
  );
  const projects = board.projects.map(
    ({ id, title, percent, dueOn, isLate, village }): ShownPiece => ({
      kind: 'project',
      id,
      name: title,
      note: [
        text('percent', { percent: Math.round(percent) }),
        ...(dueOn === null ? [] : [text('dueOn', { day: shownDay(dueOn, text.language) })]),
      ].join(' · '),
      isLate,
      village,
    }),
  );
  return (
    <div className="board-pieces">
      <p className="quiet small">{text('piecesHint')}</p>
      <PieceList {...props} title={text('units')} pieces={units} isOpen />
      <PieceList {...props} title={text('teams')} pieces={teams} none={text('teamsNone')} />
      <PieceList
        {...props}
        title={text('projects')}
        pieces={projects}
        none={text('projectsNone')}
      />
    </div>
  );
}

interface PieceListProps extends BoardPiecesProps {
  readonly title: string;
  readonly pieces: readonly ShownPiece[];
  readonly none?: string;
  readonly isOpen?: boolean;
}

const shownMost = 60;

function PieceList({ board, chosen, placing, title, pieces, none, isOpen }: PieceListProps) {
  const text = useText(boardTexts);
  const [sought, setSought] = useState('');
  if (pieces.length === 0 && none === undefined) return null;
  const found = pieces
    .filter(({ name }) => name.includes(sought.trim()))
    .toSorted((one, other) => Number(other.village === chosen) - Number(one.village === chosen));
  return (
    <details open={isOpen ?? false}>
      <summary>
        {title} <span className="quiet">{pieces.length}</span>
      </summary>
      {pieces.length === 0 ? <p className="quiet small">{none}</p> : null}
      {pieces.length > 12 ? (
        <input
          className="input"
          type="search"
          aria-label={text('seek', { what: title })}
          placeholder={text('seek', { what: title })}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      ) : null}
      <ul className="board-units">
        {found.slice(0, shownMost).map((piece) => (
          <PieceItem
            key={`${piece.kind} ${piece.id}`}
            board={board}
            chosen={chosen}
            placing={placing}
            piece={piece}
          />
        ))}
      </ul>
      {found.length > shownMost ? (
        <p className="quiet small">{text('more', { count: found.length - shownMost })}</p>
      ) : null}
    </details>
  );
}

function PieceItem({
  board,
  chosen,
  placing,
  piece,
}: BoardPiecesProps & { readonly piece: ShownPiece }) {
  const text = useText(boardTexts);
  const county = board.area.code.slice(0, 6);
  const village = board.villages.find(({ code }) => code === piece.village)?.name ?? piece.village;
  return (
    <li
      draggable={board.mayPlace}
      onDragStart={({ dataTransfer }) => carry(dataTransfer, { piece })}
    >
      <button
        type="button"
        className="link"
        disabled={!board.mayPlace || chosen === undefined}
        title={text('put', { unit: piece.name })}
        onClick={() =>
          chosen !== undefined && placing.put({ kind: piece.kind, id: piece.id }, chosen)
        }
      >
        {piece.name}
      </button>
      <span className={piece.isLate ? 'small over' : 'small quiet'}>
        {piece.isLate ? '▲ ' : ''}
        {piece.note === '' ? '' : `${piece.note} · `}
        {village === null ? text('unitFree') : text('unitOn', { village })}
      </span>
      {piece.village !== null && board.mayPlace ? (
        <button
          type="button"
          className="link small"
          aria-label={text('takeOff', { unit: piece.name })}
          onClick={() => placing.put({ kind: piece.kind, id: piece.id }, county)}
        >
          ×
        </button>
      ) : null}
    </li>
  );
}
