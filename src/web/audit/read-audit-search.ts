// The address of the audit page: its filters, as the API names them.

export interface AuditSearch {
  readonly act?: string;
  readonly account?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const date = (name: string) => {
    const value = text(name);
    return value !== undefined && day.test(value) ? value : undefined;
  };
  return {
    act: text('act'),
    account: text('account'),
    subject: text('subject'),
    from: date('from'),
    to: date('to'),
  };
}
