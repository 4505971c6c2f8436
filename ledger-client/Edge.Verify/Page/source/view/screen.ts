import { Desk } from '../desk/desk.ts';
import type { Given } from '../desk/given.ts';
import { acceptGifts } from '../desk/given.ts';
import type { Sheet } from '../desk/pile.ts';
import type { Source } from '../desk/source.ts';
import { sourceOf } from '../desk/source.ts';
import type { FileReport } from '../report/report.ts';
import { sentence } from '../words/sentence.ts';
import { shown, shownName } from '../words/shown.ts';
import { bar, firstSetting, hereIn } from './bar.ts';
import { broughtNotice } from './brought.ts';
import type { Taken } from './camera.ts';
import { Camera } from './camera.ts';
import { citizen } from './citizen.ts';
import { contents } from './contents.ts';
import { button, el } from './element.ts';
import type { Choice } from './intro.ts';
import { intro } from './intro.ts';
import { list } from './list.ts';
import { printedMargins } from './printed.ts';
import { reportParts, verdictOf } from './report.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';
import { summary, tally } from './summary.ts';
import { trustLine, trustPart } from './trust.ts';

/** Opens the page. @param program its own text, for a worker; null: everything is done here */
export function open(program: string | null): void {
  new Screen(program).draw();
}

/** What is read from the camera goes by this name. */
const CAMERA = 'camera';

class Screen {
  private setting: Setting = firstSetting(navigator.languages);
  private readonly desk: Desk;
  private readonly page = el('div', { id: 'page' });
  /** Speaks to those who do not see the rest change. */
  private readonly status = el('p', { role: 'status', 'aria-live': 'polite', class: 'spoken', id: 'status' });
  private readonly files = this.input('files', true);
  private readonly policy = this.input('policy', false);
  private readonly camera = new Camera(text => this.takeCode(text));
  private readonly margins = new CSSStyleSheet();
  /** Whether what lies behind a citizen's figures is unfolded. */
  private isDetailed = false;

  constructor(program: string | null) {
    this.desk = new Desk(program, () => this.draw());
    document.adoptedStyleSheets = [this.margins];
    document.body.append(this.page, this.status, this.files, this.policy);
    this.files.addEventListener('change', () => void this.desk.take(taken(this.files)));
    this.policy.addEventListener('change', () => taken(this.policy).slice(0, 1).forEach(source => void this.desk.takePolicy(source)));
    this.acceptDrops();
    acceptGifts(given => void this.takeGiven(given));
  }

  draw(): void {
    const { desk, setting } = this, report = desk.selected?.report ?? null;
    document.documentElement.lang = setting.words.tag;
    const focused = document.activeElement?.id ?? '';
    const said = this.isSummed ? tally(desk, setting) : report ? sentence(report, desk.trust, setting.words, setting.times) : desk.checking ? setting.words.checking(shown(desk.checking.source.name)) : '';
    const refused = desk.refusedPolicy && sentence(desk.refusedPolicy, null, setting.words, setting.times);
    document.title = report ? `${said.slice(0, 60)} ${shown(report.file.name)}` : label(setting, 'title');
    this.page.replaceChildren(
      bar(setting, report !== null && desk.checking === null, changed => { this.setting = changed; this.draw(); }),
      el('p', { class: 'offline screen' }, el('strong', {}, label(setting, 'offline')), ' ', label(setting, 'offlineDetail')),
      el('main', {}, ...this.content()),
      ...(this.isForCitizen ? [] : [el('aside', {}, this.trust(refused))]),
      ...(desk.trust ? [trustLine(desk.trust, setting)] : []));
    if (this.status.textContent !== (refused ?? said))
      this.status.textContent = refused ?? said;
    if (report !== null)
      printedMargins(this.margins, report, this.isSummed ? said : null, setting);
    this.page.toggleAttribute('data-given', desk.provenance === 'from_page');
    this.page.toggleAttribute('data-busy', desk.checking !== null || desk.taking > 0);
    if (focused !== '')
      document.getElementById(focused)?.focus({ preventScroll: true });
  }

  private trust(refused: string | null): HTMLElement {
    return trustPart(this.desk.trust, this.desk.provenance === 'confirmed', refused, () => this.policy.click(), this.setting);
  }

  private content(): HTMLElement[] {
    const { desk, setting } = this, report = desk.selected?.report ?? null;
    const notices = [desk.isStopped && label(setting, 'stopped'), desk.leftOut > 0 && label(setting, 'tooMany'), !desk.hasWorker && label(setting, 'noWorker'),
      desk.provenance === 'from_page' && label(setting, 'givenPolicy')].filter(notice => notice !== false);
    const isAlone = !this.isSummed, verdict = report && verdictOf(report, desk.trust, isAlone, setting);
    if (this.isForCitizen)
      return [citizen(desk, desk.trust!, setting), ...notices.map(notice => el('p', { class: 'notice screen' }, notice)), this.details(report)];
    return [
      ...(desk.taken === null ? [] : [this.looking(desk.taken)]),
      ...(desk.provenance === 'with_files' && desk.trust ? [broughtNotice(desk, desk.trust, () => this.policy.click(), setting)] : []),
      ...(!isAlone ? [summary(desk, setting), ...(desk.checking === null ? [contents(desk, setting)] : [])] : verdict ? [verdict] : desk.checking ? [this.progress()] : [intro(desk, what => this.choose(what), setting)]),
      ...notices.map(notice => el('p', { class: 'notice screen' }, notice)),
      ...(desk.sheets.length > 1 ? [list(desk, sheet => this.show(sheet), setting)] : []),
      ...(!isAlone && verdict ? [verdict] : []),
      ...(report ? reportParts(report, desk.trust, setting) : []),
      ...(desk.sheets.length > 0 ? [this.actions()] : []),
    ];
  }

  /** A page around this one handed over figures, and something is known of one of them. */
  private get isForCitizen(): boolean {
    const { provenance, trust, sheets } = this.desk;
    return provenance === 'from_page' && trust !== null && sheets.some(sheet => sheet.report !== null);
  }

  /** What lies behind a citizen's figures. */
  private details(report: FileReport | null): HTMLElement {
    const { desk, setting } = this;
    const details = el('details', { class: 'details', ...(this.isDetailed ? { open: '' } : {}) }, el('summary', { id: 'details' }, label(setting, 'details')),
      desk.sheets.length > 1 && list(desk, sheet => this.show(sheet), setting), report && verdictOf(report, desk.trust, false, setting), ...(report ? reportParts(report, desk.trust, setting) : []),
      this.trust(null), this.actions());
    details.addEventListener('toggle', () => { this.isDetailed = details.open; });
    return details;
  }

  /** Shows the report on one of several files, and leads the reader there. */
  private show(sheet: Sheet): void {
    this.desk.select(sheet);
    const sentence = document.getElementById('report');
    sentence?.focus({ preventScroll: true });
    sentence?.closest('header')?.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }

  /** Several files were given, and something is known of one of them. */
  private get isSummed(): boolean {
    return this.desk.sheets.length > 1 && this.desk.sheets.some(sheet => sheet.report !== null);
  }

  private async takeGiven({ language, policy, files }: Given): Promise<void> {
    this.setting = hereIn(language);
    this.desk.clear();
    await this.desk.takePolicy(policy, 'from_page');
    await this.desk.take([...files]);
  }

  private choose(what: Choice): void {
    if (what === 'camera')
      void this.camera.open(this.setting);
    else
      this[what].click();
  }

  private takeCode(text: string): Taken {
    const refused = this.desk.takeCode(CAMERA, text), { words } = this.setting;
    if (refused === null)
      return { isLast: true, said: '' };
    const { refusal: { reason, detail }, name } = refused;
    return { isLast: false, said: words.notChecked(reason, name === null ? label(this.setting, 'thisCode') : shownName(name), detail) };
  }

  private looking(done: number): HTMLElement {
    return el('p', { class: 'notice looking screen' }, label(this.setting, 'looking'), el('progress', { max: '1', value: done.toFixed(3), 'aria-label': label(this.setting, 'looking') }));
  }

  private progress(): HTMLElement {
    const { desk, setting } = this, done = desk.sheets.filter(sheet => sheet.report !== null).length;
    return el('header', { class: 'verdict waiting' }, el('div', {}, el('h1', {}, setting.words.checking(shown(desk.checking!.source.name))),
      el('progress', { max: `${desk.sheets.length}`, value: `${done}`, 'aria-label': label(setting, 'filesChecked') })));
  }

  private actions(): HTMLElement {
    const { desk, setting } = this, source = desk.selected?.source;
    return el('div', { class: 'actions screen' }, button(label(setting, 'addFiles'), () => this.files.click(), { id: 'more' }),
      button(label(setting, 'useCamera'), () => this.choose('camera'), { id: 'more-camera' }),
      source?.isFromCodes === true && source.refusal === null && button(label(setting, 'saveFile'), () => void save(source), { id: 'save' }), button(label(setting, 'clear'), () => desk.clear(), { id: 'clear' }),
      desk.checking !== null && button(label(setting, 'stop'), () => desk.stop(), { id: 'stop' }),
      desk.isStopped && button(label(setting, 'goOn'), () => void desk.checkAll(), { id: 'go-on' }));
  }

  private input(name: string, several: boolean): HTMLInputElement {
    return el('input', { type: 'file', id: name, hidden: '', ...(several ? { multiple: '' } : {}) });
  }

  private acceptDrops(): void {
    const over = (isOver: boolean): void => { document.documentElement.toggleAttribute('data-over', isOver); };
    document.addEventListener('dragover', event => { event.preventDefault(); over(true); });
    document.addEventListener('dragleave', event => { if (event.relatedTarget === null) over(false); });
    document.addEventListener('drop', event => {
      event.preventDefault();
      over(false);
      void this.desk.take([...event.dataTransfer?.files ?? []].map(sourceOf));
    });
  }
}

/** What was chosen; choosing the same again is a choice too. */
function taken(input: HTMLInputElement) {
  const files = [...input.files ?? []].map(sourceOf);
  input.value = '';
  return files;
}

/** Offers a file that QR codes told to be kept on this device. */
async function save(source: Source): Promise<void> {
  const place = URL.createObjectURL(new Blob([await source.read()]));
  el('a', { href: place, download: source.name }).click();
  setTimeout(() => URL.revokeObjectURL(place), 60_000);
}
