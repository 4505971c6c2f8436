import { ask, askFile, query, Refused, save } from '../wire/ask.ts';
import type { Words } from '../words/words.ts';
import { openDialog } from './dialog.ts';
import { button, el, say } from './element.ts';
import type { Subject } from './setting.ts';

const AGAIN = 5;
/** In how many codes one evidence may be told, from few that are dense to many that are coarse. */
const CODES = [1, 4, 8, 16];
/** Pixels; on a screen that is narrower a dense code has modules that no camera tells apart. */
const NARROW = 500;

const asked = ({ channel, at, index }: Subject): Record<string, string | number | undefined> =>
  index === undefined ? { channel, at: at == null ? undefined : (at / 1000).toFixed(3) } : { index };

/** Saves an evidence file under the name that the gateway gives it. */
export const saveEvidence = async (subject: Subject): Promise<void> => save(await askFile(`evidence?${query(asked(subject))}`));

/** Why there is no proof. */
export function refusal(e: unknown, { proving: text }: Words): string {
  const { type, status, after } = e instanceof Refused ? e : { type: 'failed', status: -1, after: null };
  return type === 'not-anchored' ? text.notAnchored(after ?? AGAIN) : type === 'gone' ? text.gone : type === 'too-much' ? text.tooMuch : type === 'not-found' ? text.notFound
    : status === 401 || status === 403 ? text.denied : status === 503 ? text.busy : text.failed;
}

/** The proof of one reading or entry: its QR code and its file, or why there is none yet; then it is asked for again by itself. */
export function showProof(subject: Subject, words: Words): void {
  const text = words.proving;
  const [status, codes, more] = [el('p', { role: 'status' }), el('div', { class: 'codes' }), el('div', { class: 'actions' })];
  let timer: number | undefined, picture = '', wished = innerWidth < NARROW ? CODES[1]! : CODES[0]!;
  const dialog = openDialog('proof', words.proofOf(subject.name), status, codes, more, el('p', { class: 'small' }, text.check), el('div', { class: 'actions' }, button(text.close, () => dialog.close())));
  dialog.addEventListener('close', () => {
    clearTimeout(timer);
    URL.revokeObjectURL(picture);
  });
  void look(subject, 1);

  async function look(wanted: Subject, part: number): Promise<void> {
    clearTimeout(timer);
    if (picture === '')
      say(status, text.asking);
    try {
      const answer = await ask(`qr?${query({ ...asked(wanted), part, parts: wished > 1 ? wished : undefined })}`);
      const parts = Number(answer.headers.get('edge-parts') ?? 1);
      URL.revokeObjectURL(picture);
      picture = URL.createObjectURL(await answer.blob());
      say(status, text.ready);
      codes.replaceChildren(el('img', { src: picture, alt: text.code }), ...(parts > 1 ? [el('p', {}, text.part(part, parts))] : []));
      more.replaceChildren(...(parts > 1 ? [button(text.before, () => void look(wanted, part > 1 ? part - 1 : parts)), button(text.next, () => void look(wanted, part < parts ? part + 1 : 1), { class: 'first' })] : []),
        ...resized(wanted, parts), button(text.download, () => void saveEvidence(wanted).catch(refused), { class: parts > 1 ? '' : 'first' }));
    } catch (e) {
      refused(e);
      if (!(e instanceof Refused) || !dialog.isConnected)
        return;
      if (e.type === 'not-anchored' || e.status === 503 || e.status === 0)
        timer = setTimeout(() => void look(wanted, part), (e.after ?? AGAIN) * 1000);
      more.replaceChildren(...(e.type === 'not-anchored' && wanted.channel !== undefined && wanted.at != null ? [button(text.newest, () => void look({ ...wanted, at: null }, 1))] : []),
        ...(e.type === 'too-much' ? [button(text.download, () => void saveEvidence(wanted).catch(refused), { class: 'first' })] : []));
    }
  }

  /** More codes that are easier to read, or fewer again. */
  function resized(wanted: Subject, parts: number): HTMLElement[] {
    const step = (to: number | undefined, label: string): HTMLElement[] => to === undefined ? [] : [button(label, () => {
      wished = to;
      void look(wanted, 1);
    })];
    return [...step(CODES.find(c => c > parts), text.smaller), ...(wished > 1 && parts === wished ? step(CODES.filter(c => c < wished).at(-1), text.larger) : [])];
  }

  function refused(e: unknown): void {
    say(status, refusal(e, words));
  }
}
