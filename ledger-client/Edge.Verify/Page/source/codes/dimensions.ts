import type { Bytes } from '../forms/bytes.ts';

const PNG_WIDTH = 16;
const START_OF_FRAME = /[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]/;

/** Pixels of a PNG or JPEG by what it says itself, so that one that would fill the memory is not opened; 0: it does not say. */
export function pixelsOf(data: Bytes): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data[0] === 0x89)
    return data.length < PNG_WIDTH + 8 ? 0 : view.getUint32(PNG_WIDTH) * view.getUint32(PNG_WIDTH + 4);
  if (data[0] !== 0xff)
    return 0;
  for (let at = 2; at + 9 <= data.length && data[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (START_OF_FRAME.test(String.fromCharCode(data[at + 1]!)))
      return view.getUint16(at + 5) * view.getUint16(at + 7);
  }
  return 0;
}
