import type { Bytes } from '../forms/bytes.ts';
import type { Refusal } from '../report/report.ts';

/** Where bytes come from: a file that was dropped or chosen, or QR codes that a picture or the camera shows. */
export interface Source {
  readonly name: string;
  readonly size: number;
  /** Whether QR codes tell it: then it is no file of this device yet. */
  readonly isFromCodes: boolean;
  /** Why there is nothing to be checked; null: there is. */
  readonly refusal: Refusal | null;
  /** May be asked again. Rejects when the bytes are no longer to be had. */
  read(): Promise<Bytes>;
}

export const sourceOf = (file: File): Source =>
  ({ name: file.name, size: file.size, isFromCodes: false, refusal: null, read: async () => new Uint8Array(await file.arrayBuffer()) });

export const refusedSource = ({ name, size }: Source, refusal: Refusal): Source =>
  ({ name, size, isFromCodes: false, refusal, read: () => Promise.reject(new Error(refusal.reason)) });
