'use strict';
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  for (const button of all('button.copy')) {
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener('click', async () => {
      const block = button.parentElement.querySelector('pre');
      if (!(await copy(block))) return;
      button.textContent = button.dataset.copied;
      setTimeout(() => (button.textContent = label), 2000);
    });
  }

  /** A page from a disk may have no clipboard; then the text is selected for the reader to copy. */
  async function copy(block) {
    try {
      await navigator.clipboard.writeText(block.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(block);
      return document.execCommand('copy');
    }
  }

  addEventListener('beforeprint', () => {
    for (const fold of all('details:not([open], .around)')) {
      fold.open = true;
      fold.dataset.closed = '';
    }
  });
  addEventListener('afterprint', () => {
    for (const fold of all('details[data-closed]')) {
      fold.open = false;
      delete fold.dataset.closed;
    }
  });

  const form = document.querySelector('form.filter');
  if (!form) return;
  form.hidden = false;
  const search = form.querySelector('input[type=search]');
  const output = form.querySelector('output');
  const findings = all('article.finding').map((element) => ({ element, text: element.textContent.toLowerCase() }));

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kinds = new Set(all('input[name=severity]:checked', form).map(({ value }) => value));
    let shown = 0;
    for (const { element, text } of findings) {
      const fits = kinds.has(element.dataset.severity) && words.every((word) => text.includes(word));
      element.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const incident of all('section.incident')) incident.hidden = !incident.querySelector('article:not([hidden])');
    output.textContent = `${shown}/${findings.length} ${output.dataset.shown}`;
  }

  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  filter();
})();
