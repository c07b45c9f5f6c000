import { describe, expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import { capture, cause, factsOf, judged, places, rule, told, verdicts } from './made-facts.test.kit.ts';

const terminal = capture('terminal.txt');
const log = capture('checkout.log');

const failed = told(terminal, 3, { kind: 'operation-error', code: 'CheckoutFailed' }, ['code']);
const entry = (line: number, fields: object): KnownFact => told(log, line, { kind: 'log-line', ...fields });

describe('whether a rule is reported', () => {
  const inferred = rule({
    inferred: true,
    causes: [cause('refused', { when: [{ 'log-line': { is: { httpStatus: 403 } } }] })],
  });

  test('an error that is seen is reported with its evidence, also without a likely cause', () => {
    const { findings } = judged([inferred], factsOf([failed]));
    expect(verdicts(findings)).toBe('shop/checkout-down: refused possible');
    expect(findings[0]).toMatchObject({ seen: true, status: 'active' });
    expect(places(findings[0]!.evidence)).toEqual(['terminal.txt:3']);
  });

  test('an error that is not seen is inferred from a likely cause where the rule says so', () => {
    const facts = factsOf([entry(7, { httpStatus: 403 })]);
    const { findings } = judged([inferred], facts);
    expect(verdicts(findings)).toBe('shop/checkout-down: refused confirmed');
    expect(findings[0]).toMatchObject({ seen: false, evidence: [] });
    expect(judged([{ ...inferred, inferred: false }], facts).findings).toEqual([]);
  });

  test('nothing is reported of nothing', () => {
    expect(judged([inferred], factsOf([])).findings).toEqual([]);
  });

  test('what only looks like the error is silent, unless that was seen before it', () => {
    const maintained = rule({
      unless: [{ event: { is: { reason: 'Maintenance' } } }],
      appears: [{ event: { is: { reason: 'Down' } } }],
    });
    const events = capture('events.txt');
    const event = (reason: string, ageSeconds: number): KnownFact =>
      told(events, ageSeconds, { kind: 'event', reason, ageSeconds });
    expect(judged([maintained], factsOf([event('Down', 60), event('Maintenance', 30)])).findings).toEqual([]);
    expect(judged([maintained], factsOf([event('Down', 60), event('Maintenance', 90)])).findings).toHaveLength(1);
  });

  test('a cause without when is as sure as the error, and as weak', () => {
    const plain = rule({ causes: [cause('bug')] });
    expect(verdicts(judged([plain], factsOf([failed])).findings)).toBe('shop/checkout-down: bug confirmed');
    const sample = told(terminal, 3, { kind: 'operation-error', code: 'CheckoutFailed', quoted: true });
    const [finding] = judged([plain], factsOf([sample])).findings;
    expect(finding!.causes[0]).toMatchObject({ verdict: 'likely', capped: ['quoted'], evidence: [{ quoted: true }] });
  });
});

describe('what is over', () => {
  const appears = [{ 'log-line': { is: { httpStatus: 403 } } }];
  const over = [{ 'log-line': { is: { httpStatus: 200 } } }];
  const refused = entry(5, { httpStatus: 403 });
  const served = entry(9, { httpStatus: 200 });
  const timeouts = cause('timeout', { when: [{ 'log-line': { is: { transport: { class: 'timeout' } } } }] });
  const timeout = entry(12, { transport: { class: 'timeout' } });

  test('a cause that is over resolves the finding where nothing shows the error since', () => {
    const checked = rule({ appears, causes: [cause('refused', { 'resolved-by': over })] });
    const [finding] = judged([checked], factsOf([refused, served])).findings;
    expect(finding).toMatchObject({
      status: 'resolved',
      causes: [{ verdict: 'confirmed', resolved: true, collect: [] }],
    });
    expect(places(finding!.causes[0]!.counterEvidence)).toEqual(['checkout.log:9']);
    const again = judged([checked], factsOf([refused, served, entry(20, { httpStatus: 403 })])).findings;
    expect(again[0]).toMatchObject({ status: 'active', causes: [{ resolved: false }] });
  });

  test('the error itself being over resolves the finding, whatever its cause', () => {
    const checked = rule({ appears, 'resolved-by': over, causes: [timeouts] });
    expect(judged([checked], factsOf([refused, served])).findings[0]).toMatchObject({
      status: 'resolved',
      causes: [{ verdict: 'possible', collect: [] }],
    });
  });

  test('a cause that is not over keeps the finding active, and comes first', () => {
    const checked = rule({ appears, causes: [cause('refused', { 'resolved-by': over }), timeouts] });
    const { findings } = judged([checked], factsOf([refused, served, timeout]));
    expect(verdicts(findings)).toBe('shop/checkout-down: timeout confirmed, refused confirmed resolved');
    expect(findings[0]!.status).toBe('active');
  });

  test('what is known to be over is told, also where it speaks against the error', () => {
    const answered = rule({ appears, unless: over, 'resolved-by': over });
    const [finding] = judged([answered], factsOf([refused, served])).findings;
    expect(finding).toMatchObject({ status: 'resolved', seen: true });
    const elsewhere = told(terminal, 1, { kind: 'log-line', text: '', message: '', httpStatus: 200 });
    expect(judged([answered], factsOf([refused, elsewhere])).findings).toEqual([]);
  });

  test('a sign of the error whose order is unknown keeps the finding active', () => {
    const checked = rule({ causes: [cause('refused', { when: appears, 'resolved-by': over })] });
    const { findings } = judged([checked], factsOf([failed, refused, served]));
    expect(verdicts(findings)).toBe('shop/checkout-down: refused confirmed resolved');
    expect(findings[0]!.status).toBe('active');
  });
});

test('words come in the language of the report, commands from the rule', () => {
  const checked = rule({
    remarks: ['Know that.'],
    causes: [
      cause('bug', {
        solutions: [
          {
            id: 'fix',
            title: 'Fix it',
            recommended: true,
            steps: [{ text: 'Stop.', run: 'stop {{code}}' }, { run: 'go' }],
            verify: ['It runs.'],
          },
        ],
      }),
    ],
  });
  const italian = {
    title: 'La cassa non va',
    remarks: ['Si sappia.'],
    causes: [
      {
        id: 'bug',
        title: 'Un errore',
        solutions: [{ id: 'fix', title: 'Correggere', steps: [{ text: 'Fermare.' }, null], verify: ['Va.'] }],
      },
    ],
  };
  const { findings } = judged([checked], factsOf([failed]), { it: { 'shop/checkout-down': italian } });
  expect(findings[0]).toMatchObject({
    title: 'La cassa non va',
    remarks: ['Si sappia.'],
    causes: [
      {
        title: 'Un errore',
        solutions: [
          {
            title: 'Correggere',
            recommended: true,
            steps: [{ text: 'Fermare.', run: "stop '<code>'" }, { run: 'go' }],
            verify: ['Va.'],
          },
        ],
      },
    ],
  });
});

test('evidence is the line of the field that is tested, in order, each once, twenty at most', () => {
  const many = Array.from({ length: 30 }, (_, line) => entry(30 - line, { httpStatus: 403 }));
  const checked = rule({ appears: [{ 'log-line': { is: { httpStatus: 403 } } }] });
  const [finding] = judged([checked], factsOf([...many, ...many])).findings;
  expect(finding!.evidence.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, line) => line + 1));
});
