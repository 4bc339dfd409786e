// Which columns the list shows and how close its rows stand; kept on this device.
import { useText } from '#web/text/catalogue.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { type ColumnName, columnHeads, columnNames, usualColumns } from './household-columns.tsx';
import { householdListTexts } from './household-list-texts.ts';

interface HouseholdColumnsSheetProps {
  readonly columns: readonly ColumnName[];
  readonly onColumns: (columns: readonly ColumnName[]) => void;
  readonly roomy: boolean;
  readonly onRoomy: (roomy: boolean) => void;
  readonly onClose: () => void;
}

export function HouseholdColumnsSheet({
  columns,
  onColumns,
  roomy,
  onRoomy,
  onClose,
}: HouseholdColumnsSheetProps) {
  const text = useText(householdListTexts);
  const toggle = (name: ColumnName, on: boolean) =>
    onColumns(columnNames.filter((one) => (one === name ? on : columns.includes(one))));
  return (
    <Sheet
      title={text('columnsTitle')}
      onClose={onClose}
      foot={
        <button
          type="button"
          className="button"
          onClick={() => {
            onColumns(usualColumns);
            onRoomy(false);
          }}
        >
          {text('reset')}
        </button>
      }
    >
      <p className="quiet">{text('columnsText')}</p>
      <fieldset className="field checks">
        <legend className="field-label">{text('columns')}</legend>
        {columnNames.map((name) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={columns.includes(name)}
              onChange={(event) => toggle(name, event.target.checked)}
            />
            {text(columnHeads[name])}
          </label>
        ))}
      </fieldset>
      <fieldset className="field checks">
        <legend className="field-label">{text('density')}</legend>
        {[false, true].map((one) => (
          <label key={String(one)} className="check">
            <input
              type="radio"
              name="density"
              checked={roomy === one}
              onChange={() => onRoomy(one)}
            />
            {text(one ? 'roomy' : 'dense')}
          </label>
        ))}
      </fieldset>
    </Sheet>
  );
}
