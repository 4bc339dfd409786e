// One's own password, second factor and open sessions.
import { useState } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';
import { FactorEnrolment } from './factor-enrolment.tsx';
import { FactorRemoval } from './factor-removal.tsx';
import { useMe } from './me.ts';
import { OwnSessions } from './own-sessions.tsx';
import { securityTexts } from './security-texts.ts';
import './security.css';

export function SecurityPage() {
  const text = useText(securityTexts);
  const me = useMe();
  return (
    <div className="page security">
      <PageHead title={text('title')} note={`${me.displayName} · ${me.username}`} />
      <div className="security-body">
        <div>
          <PasswordBlock />
          <FactorBlock />
        </div>
        <OwnSessions />
      </div>
    </div>
  );
}

function PasswordBlock() {
  const text = useText(securityTexts);
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <Block title={text('password')} aside={text('passwordAside')}>
      <p role="status">{done ? text('passwordDone') : null}</p>
      {open ? (
        <ChangePasswordForm
          submitText={text('passwordChange')}
          onDone={() => {
            setOpen(false);
            setDone(true);
          }}
        />
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {text('passwordOpen')}
        </button>
      )}
    </Block>
  );
}

function FactorBlock() {
  const text = useText(securityTexts);
  const { secondFactor } = useMe();
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState('');
  const finish = (sentence: string) => {
    setOpen(false);
    setTold(sentence);
  };
  return (
    <Block
      title={text('factor')}
      aside={
        <Chip meaning={secondFactor ? 'done' : 'neutral'}>
          {text(secondFactor ? 'factorOn' : 'factorOff')}
        </Chip>
      }
    >
      <p>{text('factorText')}</p>
      <p role="status">{told}</p>
      {open && !secondFactor ? (
        <FactorEnrolment onDone={finish} onCancel={() => setOpen(false)} />
      ) : null}
      {open && secondFactor ? (
        <FactorRemoval onDone={finish} onCancel={() => setOpen(false)} />
      ) : null}
      {open ? null : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {text(secondFactor ? 'factorRemove' : 'factorStart')}
        </button>
      )}
    </Block>
  );
}
