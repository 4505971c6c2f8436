import { ask, measured, query, Refused } from '../wire/ask.ts';
import type { Words } from '../words/words.ts';
import { openDialog } from './dialog.ts';
import { button, el, say } from './element.ts';
import { asked, isEarlier, isHeld, newestProved, saveEvidence } from './evidence.ts';
import type { Setting, Subject } from './setting.ts';

const AGAIN = 5;
/** How often the page looks whether it knows by now that the city holds it, in seconds. */
const GLANCE = 1;
/** In how many codes one evidence may be told, from few that are dense to many that are coarse. */
const CODES = [1, 4, 8, 16];
/** Pixels; on a screen that is narrower a dense code has modules that no camera tells apart. */
const NARROW = 500;

/** Why there is no proof. */
export function refusal(e: unknown, { proving: text }: Words): string {
  const { type, status, after } = e instanceof Refused ? e : { type: 'failed', status: -1, after: null };
  return type === 'not-anchored' ? text.notAnchored(after ?? AGAIN) : type === 'gone' ? text.gone : type === 'too-much' ? text.tooMuch : type === 'nothing-there' ? text.nothingThere
    : type === 'not-found' ? text.notFound : status === 401 || status === 403 ? text.denied : status === 503 ? text.busy : text.failed;
}

/**
 * The proof of one reading or entry: its QR code and its file. Of a reading that is not proved yet the last before it that is, at once, and the way to itself as soon as it is proved; of an entry that is not, why not, and then its proof by itself.
 */
export function showProof(subject: Subject, { words, times, model }: Setting): void {
  const text = words.proving, when = (at: number): string => times.moment(new Date(at));
  const [status, codes, more, later] = [el('p', { role: 'status' }), el('div', { class: 'codes' }), el('div', { class: 'actions' }), el('div', { class: 'actions', role: 'status' })];
  let timer: number | undefined, picture = '', wished = innerWidth < NARROW ? CODES[1]! : CODES[0]!;
  const dialog = openDialog('proof', words.proofOf(subject.name), status, later, codes, more, el('p', { class: 'small' }, text.check), el('div', { class: 'actions' }, button(text.close, () => dialog.close())));
  dialog.addEventListener('close', () => {
    clearTimeout(timer);
    URL.revokeObjectURL(picture);
  });
  void look(subject, 1);

  /** @param wanted what is shown; a reading, once it is shown, is asked for by its own time, so that its parts stay those of one file */
  async function look(wanted: Subject, part: number): Promise<void> {
    clearTimeout(timer);
    if (!isHeld(wanted, model)) {
      say(status, text.waits);
      return wait(GLANCE, () => void look(wanted, part));
    }
    if (picture === '')
      say(status, text.asking);
    try {
      const answer = await ask(`qr?${query({ ...asked(wanted), part, parts: wished > 1 ? wished : undefined })}`);
      const parts = Number(answer.headers.get('edge-parts') ?? 1), at = measured(answer), isOther = isEarlier(at, subject), given = isOther ? { ...wanted, at } : wanted;
      URL.revokeObjectURL(picture);
      picture = URL.createObjectURL(await answer.blob());
      say(dialog.querySelector('h2')!, words.proofOf(isOther ? `${subject.channel}, ${when(at!)}` : subject.name));
      say(status, isOther ? text.earlier(when(at!), when(subject.at!)) : text.ready);
      codes.replaceChildren(el('img', { src: picture, alt: text.code }), ...(parts > 1 ? [el('p', {}, text.part(part, parts))] : []));
      more.replaceChildren(...(parts > 1 ? [button(text.before, () => void look(given, part > 1 ? part - 1 : parts)), button(text.next, () => void look(given, part < parts ? part + 1 : 1), { class: 'first' })] : []),
        ...resized(given, parts), button(text.download, () => void saveEvidence(given, model).catch(refused), { class: parts > 1 ? '' : 'first' }));
      later.replaceChildren();
      if (isOther)
        wait(AGAIN, () => void follow());
    } catch (e) {
      refused(e);
      if (!(e instanceof Refused) || !dialog.isConnected)
        return;
      if (e.type === 'not-anchored' || e.status === 503 || e.status === 0)
        wait(e.after ?? AGAIN, () => void look(wanted, part));
      more.replaceChildren(...(e.type === 'too-much' ? [button(text.download, () => void saveEvidence(wanted, model).catch(refused), { class: 'first' })] : []));
    }
  }

  /** Until the reading itself is proved: it is offered then, and does not take the place of a code that somebody may be reading. */
  async function follow(): Promise<void> {
    if (!isEarlier(await newestProved(subject).catch(() => 0), subject))
      later.replaceChildren(button(text.now(when(subject.at!)), () => void look(subject, 1), { class: 'first' }));
    else if (dialog.isConnected)
      wait(AGAIN, () => void follow());
  }

  function wait(seconds: number, then: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(then, seconds * 1000);
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
