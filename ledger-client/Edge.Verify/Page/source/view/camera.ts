import { look } from '../codes/picture.ts';
import { button, el } from './element.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';
import type { Labels } from '../words/labels.ts';

/** Milliseconds for what is hard to read in one frame; the next may be clearer. */
const PATIENCE = 120;
const WISHES: MediaStreamConstraints = { audio: false, video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } } };
const FAULTS: Readonly<Record<string, Labels>> = { NotAllowedError: 'cameraDenied', SecurityError: 'cameraDenied', NotFoundError: 'cameraMissing', OverconstrainedError: 'cameraMissing' };

/** What became of a code: whether it was the last that is needed, and what there is to say. */
export interface Taken {
  readonly isLast: boolean;
  readonly said: string;
}

/** Reads QR codes from the camera: from when it is opened until it is closed, the last code is read, or nobody looks at the page. */
export class Camera {
  private readonly video = el('video', { playsinline: '', 'aria-hidden': 'true' });
  private readonly said = el('p', { role: 'status', class: 'lead', id: 'camera-said' });
  private readonly dialog = el('dialog', { id: 'camera', class: 'screen', 'aria-labelledby': 'camera-title' });
  private stream: MediaStream | null = null;

  /** @param take what a code says */
  constructor(private readonly take: (text: string) => Taken) {
    this.video.muted = true;
    this.dialog.addEventListener('close', () => this.leave());
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.dialog.close(); });
    document.body.append(this.dialog);
  }

  async open(setting: Setting): Promise<void> {
    const say = (name: Labels): void => this.say(label(setting, name));
    this.dialog.replaceChildren(el('h2', { id: 'camera-title' }, label(setting, 'useCamera')), el('p', {}, label(setting, 'cameraHint')), this.video, this.said,
      button(label(setting, 'cameraStop'), () => this.dialog.close(), { class: 'choose', id: 'camera-stop' }));
    this.dialog.showModal();
    say('cameraAsking');
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia(WISHES);
    } catch (e) {
      this.end(setting, e instanceof TypeError ? 'cameraMissing' : FAULTS[(e as Error).name] ?? 'cameraBusy');
      return;
    }
    if (!this.dialog.open) {
      release(stream);
      return;
    }
    this.stream = stream;
    stream.getVideoTracks()[0]!.addEventListener('ended', () => this.end(setting, 'cameraEnded'));
    this.video.srcObject = stream;
    say('cameraLooking');
    await this.video.play().then(() => this.read(stream), () => { if (this.stream === stream) this.end(setting, 'cameraBusy'); });
  }

  private async read(stream: MediaStream): Promise<void> {
    while (this.stream === stream) {
      const texts = await look(this.video, this.video.videoWidth, this.video.videoHeight, PATIENCE);
      if (this.stream !== stream)
        return;
      const taken = texts.map(this.take);
      if (taken.some(each => each.isLast))
        this.dialog.close();
      else if (taken.length > 0)
        this.say(taken.at(-1)!.said);
      await new Promise(requestAnimationFrame);
    }
  }

  /** Without a camera there is nothing to stop. */
  private end(setting: Setting, why: Labels): void {
    this.leave();
    this.say(label(setting, why));
    this.dialog.querySelector('button')!.textContent = label(setting, 'cameraClose');
  }

  private leave(): void {
    if (this.stream !== null)
      release(this.stream);
    this.stream = null;
    this.video.srcObject = null;
  }

  private say(text: string): void {
    if (this.said.textContent !== text)
      this.said.textContent = text;
  }
}

const release = (stream: MediaStream): void => stream.getTracks().forEach(track => track.stop());
