import { decodeQRBatch } from 'qr/decode.js';
import type { Bytes } from '../forms/bytes.ts';
import { startsWith, toUtf8 } from '../forms/bytes.ts';

/** Pixels of a side that is looked at; larger pictures are drawn smaller. */
const MAX_SIDE = 4096;
/** Pixels of a side below which a picture is drawn larger where nothing was found: its codes may have one pixel a module. */
const SMALL = 1300;
const ENLARGED = 3;

const BEGINNINGS = [Uint8Array.of(0x89, 0x50, 0x4e, 0x47), Uint8Array.of(0xff, 0xd8, 0xff), toUtf8('GIF8'), toUtf8('BM')];

/** PNG, JPEG, GIF, BMP; WebP, and HEIC and AVIF, which have their name behind a length. */
export const isPicture = (data: Bytes): boolean =>
  BEGINNINGS.some(begin => startsWith(data, begin)) || startsWith(data.subarray(8), toUtf8('WEBP')) || startsWith(data.subarray(4), toUtf8('ftyp'));

/** Reads the QR codes of a picture. @param patience milliseconds for what is hard to read @returns what each says, once */
export async function look(picture: CanvasImageSource, width: number, height: number, patience: number): Promise<string[]> {
  const side = Math.max(width, height), texts = await lookAt(picture, width, height, Math.min(1, MAX_SIDE / side), patience);
  return texts.length > 0 || side > SMALL ? texts : lookAt(picture, width, height, ENLARGED, patience);
}

async function lookAt(picture: CanvasImageSource, width: number, height: number, scale: number, timeLimit: number): Promise<string[]> {
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const pen = Object.assign(document.createElement('canvas'), size).getContext('2d', { willReadFrequently: true })!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, size.width, size.height);
  pen.imageSmoothingEnabled = scale < 1;
  pen.drawImage(picture, 0, 0, size.width, size.height);
  const [found = []] = await decodeQRBatch([pen.getImageData(0, 0, size.width, size.height)], { maxSize: size, effort: Infinity, timeLimit });
  return [...new Set(found.filter(each => typeof each === 'string'))];
}
