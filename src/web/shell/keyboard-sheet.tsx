// What the keyboard can do, under `?`.
import { useText } from '#web/text/catalogue.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { shellTexts } from './texts.ts';

const keys = [
  ['/', 'keySearch'],
  ['g 1 … g 8', 'keyGo'],
  ['j k', 'keyRows'],
  ['Enter', 'keyOpen'],
  ['a', 'keyArea'],
  ['d', 'keyDark'],
  ['l', 'keyLanguage'],
  ['?', 'keySheet'],
  ['Esc', 'keyClose'],
] as const;

export function KeyboardSheet({ onClose }: { readonly onClose: () => void }) {
  const text = useText(shellTexts);
  return (
    <Sheet title={text('keysTitle')} onClose={onClose} centred>
      <table className="rows">
        <tbody>
          {keys.map(([key, meaning]) => (
            <tr key={key}>
              <td>
                <kbd>{key}</kbd>
              </td>
              <td>{text(meaning)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
