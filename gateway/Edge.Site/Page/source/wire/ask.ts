/** The gateway did not give what was asked for. */
export class Refused extends Error {
  /**
   * @param status of HTTP; 0: nobody answers
   * @param type the problem's stable word
   * @param after seconds after which it may be worth asking again
   */
  constructor(readonly status: number, readonly type: string, detail: string, readonly after: number | null) {
    super(detail);
  }
}

const PATIENCE = 15_000;

/** Asks this gateway, and nobody else. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(`/api/v1/${path}`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE), ...init });
  } catch (e) {
    throw new Refused(0, 'unreachable', e instanceof Error ? e.message : '', null);
  }
  if (answer.ok)
    return answer;
  const after = answer.headers.get('retry-after');
  const problem: { type?: string; detail?: string } = await answer.json().catch(() => ({}));
  throw new Refused(answer.status, problem.type ?? 'failed', problem.detail ?? '', after === null ? null : Number(after));
}

/** A file as the gateway names it. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Blob;
  /** When its newest reading was measured, Unix milliseconds; null: it has none with a time. */
  readonly measured: number | null;
}

/** When the newest reading of an evidence was measured, Unix milliseconds; null: the gateway does not say. */
export function measured({ headers }: Response): number | null {
  const at = headers.get('edge-measured');
  return at === null ? null : Date.parse(at);
}

export async function askFile(path: string): Promise<NamedFile> {
  const answer = await ask(path);
  return { name: /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'reading.edge', bytes: await answer.blob(), measured: measured(answer) };
}

/** Lets the browser keep it. */
export function save({ name, bytes }: Pick<NamedFile, 'name' | 'bytes'>): void {
  const link = document.createElement('a');
  [link.href, link.download] = [URL.createObjectURL(bytes), name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const askJson = async <T>(path: string): Promise<T> => (await ask(path)).json();

/** @param proof of the session; null where nobody is logged in */
export const tell = (path: string, body: object, proof: string | null): Promise<Response> =>
  ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(proof === null ? {} : { 'x-edge-proof': proof }) } });

export function query(parts: Record<string, string | number | undefined>): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) {
    if (value !== undefined)
      text.set(name, `${value}`);
  }
  return `${text}`;
}
