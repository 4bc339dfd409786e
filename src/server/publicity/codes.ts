// Codes that nobody guesses, drawn from the system's randomness.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { codeFrom, codeLength, readCode, receiptLength } from '#domain/publicity/public-code.ts';
import type { Secrets } from '#server/access/secrets.ts';

export function newNoticeCode(): string {
  return drawn(codeLength);
}

export function newSlipCode(): string {
  return drawn(codeLength);
}

export function hashOfSlip(secrets: Secrets, code: string): Buffer {
  return secrets.hash('publicity_slip', readCode(code));
}

export function newReceipt(): string {
  return drawn(receiptLength);
}

/** Eight digits at random: a running number would tell how many objected before. */
export function newObjectionNumber(): string {
  return String(randomInt(10_000_000, 100_000_000));
}

export function hashOfContent(content: string): Buffer {
  return createHash('sha256').update(content, 'utf8').digest();
}

/** Number and receipt together open an answer; the database holds neither in the clear. */
export function hashOfReceipt(secrets: Secrets, number: string, receipt: string): Buffer {
  return secrets.hash('publicity_receipt', `${readCode(number)} ${readCode(receipt)}`);
}

function drawn(length: number): string {
  for (;;) {
    const code = codeFrom(randomBytes(length * 3), length);
    if (code !== undefined) return code;
  }
}
