import { decodeQRBatch } from 'qr/decode.js';
import type { Bytes } from '../forms/bytes.ts';
import { startsWith, toUtf8 } from '../forms/bytes.ts';

/** Pixels of a side that is looked at; larger pictures are drawn smaller. */
const MAX_SIDE = 4096;
const BEGINNINGS = [Uint8Array.of(0x89, 0x50, 0x4e, 0x47), Uint8Array.of(0xff, 0xd8, 0xff), toUtf8('GIF8'), toUtf8('BM')];

/** PNG, JPEG, GIF, BMP; WebP, and HEIC and AVIF, which have their name behind a length. */
export const isPicture = (data: Bytes): boolean =>
  BEGINNINGS.some(begin => startsWith(data, begin)) || startsWith(data.subarray(8), toUtf8('WEBP')) || startsWith(data.subarray(4), toUtf8('ftyp'));

/** Reads the QR codes of a picture. @param timeLimit milliseconds for what is hard to read @returns what each says, once */
export async function look(picture: CanvasImageSource, width: number, height: number, timeLimit: number): Promise<string[]> {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const pen = Object.assign(document.createElement('canvas'), size).getContext('2d', { willReadFrequently: true })!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, size.width, size.height);
  pen.drawImage(picture, 0, 0, size.width, size.height);
  const [found = []] = await decodeQRBatch([pen.getImageData(0, 0, size.width, size.height)], { maxSize: size, effort: Infinity, timeLimit });
  return [...new Set(found.filter(each => typeof each === 'string'))];
}
