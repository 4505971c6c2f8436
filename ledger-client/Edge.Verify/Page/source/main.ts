import { serve } from './report/worker.ts';
import { open } from './view/screen.ts';

// One program: the page, and in a worker of the same text whoever checks files for it.
if (typeof document === 'undefined')
  serve();
else
  open(document.currentScript?.textContent ?? null);
