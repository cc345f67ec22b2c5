// Runs inside the page before its own scripts, and notes when what the reader waits for is painted.

/** Sets up `window.measured`. Sent to the page as source text: it can use nothing from outside. */
export function observe() {
  const measured = { keys: [] };
  window.measured = measured;

  /** When the frame that shows the present state has been handed to the screen. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      });
    });

  measured.firstPaint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;

  measured.firstResult = new Promise((resolve) => {
    const look = () => document.querySelector('li :is(h2, h3) a');
    const observer = new MutationObserver(() => {
      if (!look()) return;
      observer.disconnect();
      painted().then(resolve);
    });
    observer.observe(document, { childList: true, subtree: true });
  });

  const seen = (type) => {
    const entries = [];
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true });
    return entries;
  };
  const tasks = seen('longtask');
  const shifts = seen('layout-shift');

  // Total blocking time: what long tasks take beyond 50 ms, from the first paint on.
  measured.blocked = () => {
    const from = measured.firstPaint() ?? 0;
    const beyond = ({ startTime, duration }) => startTime + duration - Math.max(startTime, from) - 50;
    return tasks.reduce((sum, task) => sum + Math.max(0, beyond(task)), 0);
  };

  // The longest task that began while keys were typed; what is shorter than 50 ms the browser does not tell.
  const typed = [];
  measured.longest = () => {
    const during = ({ startTime }) => typed.some(([from, to]) => startTime >= from && startTime <= to);
    return tasks.filter(during).reduce((longest, { duration }) => Math.max(longest, duration), 0);
  };

  // The sum of all shifts that nobody caused; what is reported elsewhere is the largest run of them, which is no more.
  measured.shifted = () => shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0);

  // From a key to the painting of the last change it made before the next key. The reading of the query, the count,
  // the list and the facets are all part of the answer.
  let pressed;
  let changed;
  const settle = () => {
    if (pressed !== undefined && changed !== undefined) {
      const start = pressed;
      changed.then((end) => measured.keys.push(end - start));
    }
    changed = undefined;
  };
  const changes = new MutationObserver(() => {
    if (pressed !== undefined) changed = painted();
  });
  // What an input method writes comes without a key.
  let byKey = false;
  const start = (event) => {
    const written = event.type === 'beforeinput';
    if (!(written && byKey)) {
      settle();
      pressed = event.timeStamp;
    }
    byKey = !written;
  };
  document.addEventListener('keydown', start, true);
  document.addEventListener('beforeinput', start, true);
  measured.startKeys = () => {
    typed.push([performance.now(), Number.POSITIVE_INFINITY]);
    pressed = undefined;
    changed = undefined;
    changes.observe(document.body, { childList: true, characterData: true, subtree: true });
  };
  measured.stopKeys = () => {
    settle();
    typed.at(-1)[1] = performance.now();
    pressed = undefined;
    changes.disconnect();
  };
}
