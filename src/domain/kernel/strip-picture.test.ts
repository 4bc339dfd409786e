import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileTypeOf, isPicture } from './file-type.ts';
import { strippedPicture } from './strip-picture.ts';

const fixture = (name: string) =>
  new Uint8Array(
    readFileSync(new URL(`../../../tests/fixtures/attachments/${name}`, import.meta.url)),
  );
const latin = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');
const phone = fixture('phone-picture.jpg');

test('of a phone’s picture the place, the device, the comment and what hangs behind the end are gone', () => {
  const before = latin(phone);
  for (const word of ['HUAWEI', 'GPSLatitude', '13800138000', 'MotionPhoto']) {
    expect(before).toContain(word);
  }

  const after = latin(strippedPicture('jpeg', phone));

  expect(after).not.toMatch(/HUAWEI|GPS|xap|13800138000|MotionPhoto/);
  // The degrees of latitude as the camera writes them: 24/1.
  expect(before).toContain('\x18\0\0\0\x01\0\0\0');
  expect(after).not.toContain('\x18\0\0\0\x01\0\0\0');
});

test('a picture taken with the phone turned stays upright, its colours and its rows as they were', () => {
  const after = latin(strippedPicture('jpeg', phone));

  expect(after).toContain('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06');
  expect(after).toContain('ICC_PROFILE');
  const rows = (text: string) => text.slice(text.indexOf('\xff\xda'), text.lastIndexOf('\xff\xd9'));
  expect(rows(latin(phone))).toContain(rows(after));
  expect(rows(after).length).toBeGreaterThan(100);
});

test('what was stripped is a picture still, and stripping it again changes nothing', () => {
  for (const name of ['phone-picture.jpg', 'screen.png', 'chat.webp']) {
    const bytes = fixture(name);
    const type = fileTypeOf(bytes);
    if (type === undefined || !isPicture(type)) throw new Error(name);
    const once = strippedPicture(type, bytes) ?? new Uint8Array();

    expect(fileTypeOf(once)).toBe(type);
    expect(once.length).toBeLessThan(bytes.length);
    expect(latin(strippedPicture(type, once))).toBe(latin(once));
    expect(latin(once)).not.toMatch(/HUAWEI|Ma Amei|eXIf|tEXt|EXIF/);
  }
});

test('a picture that is cut off anywhere is refused rather than kept as it came', () => {
  const end = latin(phone).lastIndexOf('\xff\xd9');
  fc.assert(
    fc.property(fc.integer({ min: 3, max: end - 1 }), (at) => {
      expect(strippedPicture('jpeg', phone.subarray(0, at))).toBeUndefined();
    }),
  );
  expect(strippedPicture('png', fixture('screen.png').subarray(0, 60))).toBeUndefined();
  expect(strippedPicture('webp', fixture('chat.webp').subarray(0, 16))).toBeUndefined();
});

test('whatever bytes come in, what goes out has no part of the camera but how the phone was held', () => {
  fc.assert(
    fc.property(
      fc.nat(phone.length - 1),
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      (at, noise) => {
        const broken = Uint8Array.from(phone);
        broken.set(noise.subarray(0, phone.length - at), at);
        const after = strippedPicture('jpeg', broken);
        if (after === undefined) return;
        const notes = latin(after).split('Exif\0\0').length - 1;
        expect(notes).toBeLessThanOrEqual(1 + (latin(noise).includes('Exif') ? 1 : 0));
        expect(latin(after)).not.toContain('13800138000');
      },
    ),
  );
});
