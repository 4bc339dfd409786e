// A password that somebody else must be told: shown this once.
import { useState } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { accountsTexts } from './accounts-texts.ts';

interface PasswordOnceProps {
  readonly title: string;
  readonly username: string;
  readonly password: string;
  readonly onClose: () => void;
}

export function PasswordOnce({ title, username, password, onClose }: PasswordOnceProps) {
  const text = useText(accountsTexts);
  const [copied, setCopied] = useState(false);
  // Copying needs a secure origin; on a county's intranet the password is there to be read.
  const mayCopy = window.isSecureContext && navigator.clipboard !== undefined;
  return (
    <Sheet
      centred
      title={title}
      onClose={onClose}
      foot={
        <>
          {mayCopy ? (
            <button
              type="button"
              className="button"
              onClick={() =>
                void navigator.clipboard.writeText(password).then(() => setCopied(true))
              }
            >
              {text(copied ? 'copied' : 'copy')}
            </button>
          ) : null}
          <button type="button" className="button primary" onClick={onClose}>
            {text('finished')}
          </button>
        </>
      }
    >
      <p>{text('passwordOnceText')}</p>
      <p className="password-once">
        <span>{username}</span>
        <output aria-live="polite">{password}</output>
      </p>
    </Sheet>
  );
}
