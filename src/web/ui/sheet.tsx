// A sheet beside the page (over it on a phone), or a small one in its middle. The browser's own dialog:
// focus stays inside, Escape closes, the page behind is inert.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { uiTexts } from './texts.ts';

interface SheetProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly foot?: ReactNode;
  readonly centred?: boolean;
  readonly children: ReactNode;
}

export function Sheet({ title, onClose, foot, centred, children }: SheetProps) {
  const ui = useText(uiTexts);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key for the same act.
    <dialog
      ref={dialog}
      className={`sheet no-print ${centred === true ? 'centred' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button plain" onClick={onClose}>
          {ui('close')}
        </button>
      </div>
      <div className="sheet-body">{children}</div>
      {foot === undefined ? null : <div className="sheet-foot">{foot}</div>}
    </dialog>
  );
}
