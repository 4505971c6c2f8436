import { button, el, say } from '../view/element.ts';
import { ask, Refused } from '../wire/ask.ts';
import type { Words } from '../words/words.ts';
import type { Tap } from './forms.ts';
import { tapWords } from './words.ts';

const PLACE = '/verify';

/** A file for the verifier's page, by its message "check". */
interface Given {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Fills the screen with the verifier's page, in a frame of this origin, and hands it the proof of each figure: it checks them on this phone. */
export function check({ readings, name }: Tap, common: Words): void {
  const words = tapWords[common.language], status = el('p', { role: 'status' }), actions = el('div', { class: 'actions' });
  const frame = el('iframe', { title: words.check, hidden: '' });
  const dialog = el('dialog', { class: 'checking', 'aria-label': words.check },
    el('div', { class: 'top' }, button(`← ${words.back}`, () => dialog.close(), { class: 'back' }), el('span', {}, name[common.language])), status, actions, frame);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  void begin();

  async function begin(): Promise<void> {
    say(status, words.checking);
    actions.replaceChildren();
    try {
      // One after the other: they share one of the gateway's few connections, which the last of them gives back.
      const files: Given[] = [];
      for (const { channel, name: called } of readings)
        files.push({ name: `${called[common.language]}.edge`, bytes: await bytesOf(`tap/evidence?${new URLSearchParams({ channel })}`) });
      const policy = { name: 'city.policy', bytes: await bytesOf('tap/policy') };
      await loaded();
      frame.contentWindow!.postMessage({ edge: 'check', language: common.language, policy, files }, location.origin);
      status.hidden = true;
      frame.hidden = false;
      frame.focus();
    } catch (e) {
      say(status, e instanceof Refused && (e.type === 'not-anchored' || e.type === 'not-found') ? words.notProved : words.cannot);
      actions.replaceChildren(button(words.again, () => void begin()));
    }
  }

  const loaded = (): Promise<void> => new Promise(done => {
    frame.addEventListener('load', () => done(), { once: true });
    frame.src = PLACE;
  });
}

const bytesOf = async (path: string): Promise<ArrayBuffer> => (await ask(path)).arrayBuffer();
