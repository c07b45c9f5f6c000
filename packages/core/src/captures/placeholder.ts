/**
 * Whether a text holds a placeholder that somebody was meant to fill in: `<region>`, `{id}`, `[region]`. What programs
 * print themselves (`<none>`, `<nil>`, `<unknown>`, HTML tags, stack frames) is none.
 */
export function holdsPlaceholder(text: string): boolean {
  if (!MAY_HOLD.test(text)) return false;
  for (const found of text.matchAll(PLACEHOLDER)) {
    const word = (found[1] ?? found[2] ?? '').toLowerCase();
    if (found[3] !== undefined || !(PRINTED.has(word) || MASKED.test(word))) return true;
  }
  return false;
}

/** A bracket and what may follow it in a placeholder. */
const MAY_HOLD = /[<{[][a-z]/i;

/** The description of a gRPC probe says `grpc <pod>:6379`, whatever the pod; a template's error `executing "x" at <fail>`. */
const PLACEHOLDER =
  /(?<![\w<])(?<!\bgrpc |" at )<([a-z][\w-]{0,40}(?: [a-z][\w-]{0,40}){0,3})>|(?<![{$%@\w])\{([a-z][a-z-]{0,40}(?: [a-z-]{1,40}){0,3})\}(?!\})|\[(region|location|namespace|name|pod|pod-name|cluster|cluster-name|id|node|resource-group)\]/gi;

/** Somebody took it out before the text was sent. */
const MASKED = /^(?:redacted|masked|removed|hidden|omitted)\b/;

const PRINTED = new Set([
  ...(
    'none unset unknown invalid nil pending nodes set redacted hidden no-value undefined null empty auto default any error set-by-plugin ' +
    'html head body p br hr a b i u div span center title h1 h2 h3 h4 pre code table tr td th ul ol li strong em script style meta link ' +
    'img svg form input button doctype xml font small big sup sub blockquote nav header footer main section article details summary ' +
    'module lambda string stdin init clinit anonymous listcomp genexpr eval frozen generated native locals'
  ).split(' '),
  // What Azure's extension service puts in braces.
  ...['installing', 'updating', 'upgrading', 'deleting', 'uninstalling'].map((doing) => `${doing} the extension`),
  'resource type',
  'resource namespace',
  'resource name',
  'status not populated',
]);
