import type { Bytes } from '../forms/bytes.ts';

/** Where bytes come from: a file that was dropped or chosen today; what a camera reads of a QR code comes in by the same door. */
export interface Source {
  readonly name: string;
  readonly size: number;
  /** May be asked again. Rejects when the bytes are no longer to be had. */
  read(): Promise<Bytes>;
}

export const sourceOf = (file: File): Source => ({ name: file.name, size: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) });
