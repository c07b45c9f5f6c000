// Runs in a worker of the drop page: reads what was dropped and gives back the report in every form it can be saved in.
import { analyze } from '@referto/core';
import { htmlReporter, jsonReporter, markdownReporter, textReporter } from '@referto/core/reporters';
import { rules } from '@referto/rules';

addEventListener('message', async ({ data: { source, locale } }) => {
  try {
    const { timeline, context, ...report } = await analyze(source, {
      rules: [rules],
      locale,
      timeline: true,
      context: 2,
      onProgress: told(),
    });
    postMessage({
      kind: 'report',
      json: jsonReporter(report),
      html: htmlReporter({ ...report, timeline, context }),
      text: textReporter(report),
      markdown: markdownReporter(report),
    });
  } catch (error) {
    postMessage({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
  }
});

/** Progress at most ten times a second. */
function told() {
  let next = 0;
  return ({ files, lines }) => {
    if (performance.now() < next) return;
    next = performance.now() + 100;
    postMessage({ kind: 'progress', files, lines });
  };
}
