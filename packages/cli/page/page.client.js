'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const words = JSON.parse(byId('words').textContent);
  const workerUrl = URL.createObjectURL(new Blob([byId('worker').textContent], { type: 'text/javascript' }));
  let worker;
  let saved = [];

  byId('start').hidden = false;
  byId('files').addEventListener('change', ({ target }) => readList([...target.files]));
  byId('folder').addEventListener('change', ({ target }) => readList([...target.files]));
  byId('cancel').addEventListener('click', cancel);
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', async (event) => {
    event.preventDefault();
    readList(await droppedFiles(event.dataTransfer));
  });
  for (const button of document.querySelectorAll('button[data-locale]')) {
    button.addEventListener('click', () => setLocale(button.dataset.locale));
  }
  setLocale(navigator.language.startsWith('it') ? 'it' : 'en');

  function setLocale(locale) {
    document.documentElement.lang = locale;
    for (const element of document.querySelectorAll('[data-word]')) {
      element.textContent = words[locale][element.dataset.word];
    }
    for (const button of document.querySelectorAll('button[data-locale]')) {
      button.setAttribute('aria-pressed', String(button.dataset.locale === locale));
    }
  }

  const word = (name) => words[document.documentElement.lang][name];

  /** Every file that was dropped, those of folders with their paths. */
  async function droppedFiles({ items, files }) {
    const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    return entries.length === 0 ? [...files] : (await Promise.all(entries.map(filesOf))).flat();
  }

  async function filesOf(entry) {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      return [Object.assign(file, { path: entry.fullPath.replace(/^\//, '') })];
    }
    const reader = entry.createReader();
    const inside = [];
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) break;
      inside.push(...some);
    }
    return (await Promise.all(inside.map(filesOf))).flat();
  }

  async function readList(files) {
    if (files.length === 0) return;
    cancel();
    state('working');
    byId('status').textContent = word('reading');
    const source = files.length === 1 && !pathOf(files[0]).includes('/') ? files[0] : await inMemory(files);
    worker = new Worker(workerUrl);
    worker.addEventListener('message', ({ data }) => answer(data));
    worker.addEventListener('error', (event) => failure(event.message));
    worker.postMessage({ source, locale: document.documentElement.lang });
  }

  const pathOf = (file) => file.path || file.webkitRelativePath || file.name;

  async function inMemory(files) {
    const contents = files.map(async (file) => [pathOf(file), new Uint8Array(await file.arrayBuffer())]);
    return Object.fromEntries(await Promise.all(contents));
  }

  function answer(message) {
    if (message.kind === 'progress')
      byId('status').textContent = `${word('reading')} ${message.files} / ${message.lines}`;
    else if (message.kind === 'failure') failure(message.message);
    else show(message);
  }

  function show({ json, html, text, markdown }) {
    stop();
    state('done');
    byId('status').textContent = '';
    byId('report').srcdoc = html;
    saved = [
      ['save-html', html, 'report.html', 'text/html'],
      ['save-json', json, 'report.json', 'application/json'],
      ['save-text', text, 'report.txt', 'text/plain'],
      ['save-markdown', markdown, 'report.md', 'text/markdown'],
    ].map(([id, content, name, type]) => {
      const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
      Object.assign(byId(id), { href: url, download: name });
      return url;
    });
  }

  function failure(message) {
    stop();
    state('start');
    byId('status').textContent = `${word('failed')} ${message}`;
  }

  function stop() {
    worker?.terminate();
    worker = undefined;
  }

  function cancel() {
    const ran = worker !== undefined;
    stop();
    for (const url of saved) URL.revokeObjectURL(url);
    saved = [];
    state('start');
    byId('status').textContent = ran ? word('cancelled') : '';
  }

  function state(now) {
    document.body.dataset.state = now;
    byId('cancel').hidden = now !== 'working';
    byId('saving').hidden = now !== 'done';
    byId('report').hidden = now !== 'done';
  }
})();
