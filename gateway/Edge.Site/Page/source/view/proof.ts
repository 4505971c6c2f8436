import { ask, query, Refused } from '../wire/ask.ts';
import type { Words } from '../words/words.ts';
import { button, el, say } from './element.ts';
import type { Subject } from './setting.ts';

const AGAIN = 5;

const asked = ({ channel, at, index }: Subject): Record<string, string | number | undefined> =>
  index === undefined ? { channel, at: at == null ? undefined : (at / 1000).toFixed(3) } : { index };

/** Saves an evidence file under the name that the gateway gives it. */
export async function saveEvidence(subject: Subject): Promise<void> {
  const answer = await ask(`evidence?${query(asked(subject))}`);
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'reading.edge';
  const link = el('a', { href: URL.createObjectURL(await answer.blob()), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The proof of one reading or entry: its QR code and its file, or why there is none yet; then it is asked for again by itself. */
export function showProof(subject: Subject, words: Words): void {
  const text = words.proving;
  const [status, codes, more] = [el('p', { role: 'status' }), el('div', { class: 'codes' }), el('div', { class: 'actions' })];
  const dialog = el('dialog', { class: 'proof', 'aria-labelledby': 'proof-title' }, el('h2', { id: 'proof-title' }, words.proofOf(subject.name)), status, codes, more,
    el('p', { class: 'small' }, text.check), el('div', { class: 'actions' }, button(text.close, () => dialog.close())));
  let timer: number | undefined, picture = '';
  dialog.addEventListener('close', () => {
    clearTimeout(timer);
    URL.revokeObjectURL(picture);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  void look(subject, 1);

  async function look(wanted: Subject, part: number): Promise<void> {
    clearTimeout(timer);
    if (picture === '')
      say(status, text.asking);
    try {
      const answer = await ask(`qr?${query({ ...asked(wanted), part })}`);
      const parts = Number(answer.headers.get('edge-parts') ?? 1);
      URL.revokeObjectURL(picture);
      picture = URL.createObjectURL(await answer.blob());
      say(status, text.ready);
      codes.replaceChildren(el('img', { src: picture, alt: text.code }), ...(parts > 1 ? [el('p', {}, text.part(part, parts))] : []));
      more.replaceChildren(button(text.download, () => void saveEvidence(wanted).catch(refused), { class: 'first' }),
        ...(parts > 1 ? [button(text.before, () => void look(wanted, part > 1 ? part - 1 : parts)), button(text.next, () => void look(wanted, part < parts ? part + 1 : 1))] : []));
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

  function refused(e: unknown): void {
    const { type, status: code, after } = e instanceof Refused ? e : { type: 'failed', status: -1, after: null };
    say(status, type === 'not-anchored' ? text.notAnchored(after ?? AGAIN) : type === 'gone' ? text.gone : type === 'too-much' ? text.tooMuch : type === 'not-found' ? text.notFound
      : code === 401 || code === 403 ? text.denied : code === 503 ? text.busy : text.failed);
  }
}
