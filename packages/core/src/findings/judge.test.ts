import { describe, expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import { capture, cause, factsOf, judged, rule, told } from './made-facts.test.kit.ts';
import type { Finding } from './finding.ts';

const terminal = capture('terminal.txt');
const log = capture('checkout.log');
const pods = capture('pods.txt', { lists: { kind: 'pod' } });

const failed = told(terminal, 3, { kind: 'operation-error', code: 'CheckoutFailed' }, ['code']);
const entry = (line: number, fields: object): KnownFact => told(log, line, { kind: 'log-line', ...fields });
const pod = (line: number, fields: object): KnownFact => told(pods, line, { kind: 'pod', ...fields });

/** `rule: cause verdict, cause verdict resolved; ...`. */
const verdicts = (findings: readonly Finding[]): string =>
  findings
    .map(
      ({ rule: id, causes }) =>
        `${id}: ${causes.map((c) => `${c.id} ${c.verdict}${c.resolved ? ' resolved' : ''}`).join(', ')}`,
    )
    .join('; ');

const places = (evidence: Finding['evidence']): string[] => evidence.map(({ path, line }) => `${path}:${line}`);

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

  test('a sign of the error whose order is unknown keeps the finding active', () => {
    const checked = rule({ causes: [cause('refused', { when: appears, 'resolved-by': over })] });
    const { findings } = judged([checked], factsOf([failed, refused, served]));
    expect(verdicts(findings)).toBe('shop/checkout-down: refused confirmed resolved');
    expect(findings[0]!.status).toBe('active');
  });
});

describe('instances', () => {
  const perPod = rule({
    per: ['namespace', 'pod'],
    title: 'Pods {{pod}} fail in {{namespace}}',
    appears: [{ pod: { of: { namespace: '{namespace}', name: '{pod}' }, is: { health: 'failing' } } }],
    causes: [
      cause('memory', {
        when: [{ event: { of: { namespace: '{namespace}', pod: '{pod}' }, is: { reason: 'OOMKilled' } } }],
        solutions: [
          { id: 'more', title: 'Give {{pod}} more', steps: [{ run: 'kubectl -n {{namespace}} describe pod {{pod}}' }] },
        ],
      }),
    ],
  });
  const killed = (name: string, namespace = 'shop'): KnownFact =>
    told(capture('events.txt'), 4, { kind: 'event', pod: name, namespace, reason: 'OOMKilled' });

  test('those of which the same is to be said are one finding with all objects, and commands for the first', () => {
    const facts = factsOf([
      pod(4, { namespace: 'shop', name: 'web-1', health: 'failing' }),
      pod(2, { namespace: 'bank', name: 'web-2', health: 'failing' }),
      pod(3, { namespace: 'shop', name: 'api-1', health: 'failing' }),
      pod(5, { namespace: 'shop', name: 'api-2', health: 'ready' }),
      killed('api-1'),
    ]);
    const { findings } = judged([perPod], facts);
    expect(findings.map(({ objects }) => objects.map(({ namespace, name }) => `${namespace}/${name}`))).toEqual([
      ['bank/web-2', 'shop/web-1'],
      ['shop/api-1'],
    ]);
    expect(findings[0]).toMatchObject({
      title: 'Pods web-1, web-2 fail in bank, shop',
      objects: [{ kind: 'pod' }, {}],
    });
    expect(findings[0]!.causes[0]!.solutions[0]).toMatchObject({
      title: 'Give web-1, web-2 more',
      steps: [{ run: 'kubectl -n bank describe pod web-2' }],
    });
    expect(places(findings[0]!.evidence)).toEqual(['pods.txt:2', 'pods.txt:4']);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2);
  });

  test('a pod without namespace is the one whose namespace is known, else one of its own', () => {
    const facts = factsOf([
      pod(2, { namespace: 'shop', name: 'api-1', health: 'failing' }),
      told(capture('more.txt'), 2, { kind: 'pod', name: 'api-1', health: 'failing' }),
      told(capture('more.txt'), 3, { kind: 'pod', name: 'cart-1', health: 'failing' }),
    ]);
    const [finding] = judged([perPod], facts).findings;
    expect(finding!.objects).toEqual([
      { kind: 'pod', name: 'cart-1' },
      { kind: 'pod', namespace: 'shop', name: 'api-1' },
    ]);
    expect(places(finding!.evidence)).toEqual(['more.txt:2', 'more.txt:3', 'pods.txt:2']);
  });

  test('a fact without the value belongs to all of them, weakly', () => {
    const facts = factsOf([
      pod(2, { namespace: 'shop', name: 'api-1', health: 'failing' }),
      told(log, 4, { kind: 'event', reason: 'OOMKilled' }),
    ]);
    const [finding] = judged([perPod], facts).findings;
    expect(finding!.causes[0]).toMatchObject({ verdict: 'likely', capped: ['loose-join'] });
  });

  test('where no fact tells the value there is one instance without it', () => {
    const { findings } = judged(
      [perPod],
      factsOf([pod(2, { health: 'failing' }), told(log, 4, { kind: 'event', reason: 'OOMKilled' })]),
    );
    expect(verdicts(findings)).toBe('shop/checkout-down: memory confirmed');
    expect(findings[0]).toMatchObject({ title: 'Pods <pod> fail in <namespace>', objects: [] });
    expect(findings[0]!.causes[0]!.solutions[0]!.steps[0]!.run).toBe("kubectl -n '<namespace>' describe pod '<pod>'");
  });

  test('a sample makes no instance, but agrees with one', () => {
    const sample = told(log, 4, { kind: 'event', pod: '<pod>', namespace: 'shop', reason: 'OOMKilled', quoted: true });
    const { findings } = judged(
      [perPod],
      factsOf([pod(2, { namespace: 'shop', name: 'api-1', health: 'failing' }), sample]),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]!.causes[0]).toMatchObject({ verdict: 'likely', capped: ['quoted'] });
  });

  test('spellings that differ in case are one', () => {
    const regional = rule({
      per: ['region'],
      appears: [{ 'log-line': { of: { location: '{region}' }, is: { httpStatus: 403 } } }],
    });
    const facts = factsOf([
      entry(1, { location: 'EastUS', httpStatus: 403 }),
      entry(2, { location: 'eastus', httpStatus: 403 }),
    ]);
    expect(judged([regional], facts).findings.map(({ objects }) => objects)).toEqual([
      [{ kind: 'region', name: 'eastus' }],
    ]);
  });
});

describe('variables outside of per', () => {
  test('one cause does not narrow another, but what shows the error narrows all', () => {
    const checked = rule({
      appears: [{ pod: { of: { name: '{pod}' }, is: { health: 'failing' } } }],
      causes: [
        cause('memory', { when: [{ event: { of: { pod: '{pod}' }, is: { reason: 'OOMKilled', node: '{node}' } } }] }),
        cause('probe', { when: [{ event: { of: { pod: '{pod}' }, is: { reason: 'Unhealthy', node: '{node}' } } }] }),
      ],
    });
    const event = (line: number, fields: object): KnownFact => told(log, line, { kind: 'event', ...fields });
    const facts = [pod(2, { name: 'api-1', health: 'failing' }), pod(3, { name: 'web-1', health: 'failing' })];
    const events = [
      event(1, { pod: 'api-1', reason: 'OOMKilled', node: 'aks-1' }),
      event(2, { pod: 'web-1', reason: 'Unhealthy', node: 'aks-2' }),
    ];
    expect(verdicts(judged([checked], factsOf([...facts, ...events])).findings)).toBe(
      'shop/checkout-down: memory confirmed, probe confirmed',
    );
    expect(
      verdicts(
        judged([checked], factsOf([...facts, event(1, { pod: 'cart-1', reason: 'OOMKilled', node: 'aks-1' })]))
          .findings,
      ),
    ).toBe('shop/checkout-down: memory possible, probe possible');
  });

  test('two conditions of one cause have to speak of the same', () => {
    const checked = rule({
      causes: [
        cause('pressure', {
          when: [
            { node: { of: { name: '{node}' }, is: { status: 'NotReady' } } },
            { pod: { of: { node: '{node}' }, is: { health: 'failing' } } },
          ],
        }),
      ],
    });
    const node = (name: string): KnownFact => told(log, 2, { kind: 'node', name, status: 'NotReady' });
    const failing = pod(2, { node: 'aks-1', health: 'failing' });
    expect(verdicts(judged([checked], factsOf([failed, node('aks-1'), node('aks-3'), failing])).findings)).toContain(
      'pressure confirmed',
    );
    expect(verdicts(judged([checked], factsOf([failed, node('aks-2'), failing])).findings)).toContain(
      'pressure likely',
    );
  });

  test('what is only used fills texts and changes no verdict', () => {
    const checked = rule({
      causes: [
        cause('moved', {
          title: 'It is now at {{new address}}',
          uses: [{ 'dns-lookup': { is: { scope: 'public', address: '{new address}' } } }],
        }),
      ],
      remarks: ['Take {{new address}}.', 'Know that.'],
    });
    const lookup = told(log, 3, { kind: 'dns-lookup', scope: 'public', address: ['20.1.2.9', '20.1.2.3'] });
    expect(judged([checked], factsOf([failed, lookup])).findings[0]).toMatchObject({
      causes: [{ verdict: 'confirmed', title: 'It is now at 20.1.2.3, 20.1.2.9' }],
      remarks: ['Take 20.1.2.3, 20.1.2.9.', 'Know that.'],
    });
    expect(judged([checked], factsOf([failed])).findings[0]).toMatchObject({
      causes: [{ verdict: 'confirmed', title: 'It is now at <new address>' }],
      remarks: ['Know that.'],
    });
  });
});

describe('rules that build on one another', () => {
  const down = rule({
    id: 'shop/node-down',
    per: ['node'],
    appears: [{ node: { of: { name: '{node}' }, is: { status: 'NotReady' } } }],
    'resolved-by': [{ node: { of: { name: '{node}' }, is: { status: 'Ready' } } }],
    causes: [cause('crash', { when: [{ event: { of: { node: '{node}' }, is: { reason: 'KernelOops' } } }] })],
  });
  const built = rule({
    causes: [
      cause('node', {
        when: [{ finding: { of: { rule: 'shop/node-down', node: '{node}' } } }],
        because: [{ finding: { of: { rule: 'shop/node-down', node: '{node}' } } }],
        title: 'Node {{node}} is down',
      }),
    ],
  });
  const shown = capture('session.txt', { session: true });
  const node = (status: string, index = 0): KnownFact =>
    told({ ...shown, line: 1 + index * 10, index }, 2 + index * 10, { kind: 'node', name: 'aks-1', status }, [
      'status',
    ]);
  const oops = told(log, 8, { kind: 'event', node: 'aks-1', reason: 'KernelOops' });

  test('a finding supports, binds, and stands for its evidence, wherever its rule is written', () => {
    const { findings } = judged([built, down], factsOf([failed, node('NotReady'), oops]));
    expect(verdicts(findings)).toBe('shop/checkout-down: node confirmed; shop/node-down: crash confirmed');
    const [first, second] = findings;
    expect(first!.causes[0]).toMatchObject({
      title: 'Node aks-1 is down',
      because: [{ rule: 'shop/node-down', cause: 'crash', finding: second!.id }],
    });
    expect(places(first!.causes[0]!.evidence)).toEqual(['checkout.log:8', 'session.txt:2']);
  });

  test('a cause that is only likely supports weakly, one that is resolved contradicts', () => {
    const onCrash = rule({
      causes: [cause('node', { when: [{ finding: { of: { rule: 'shop/node-down', cause: 'crash' } } }] })],
    });
    const sample = { ...oops, fact: { ...oops.fact, quoted: true } } as KnownFact;
    const [likely] = judged([onCrash, down], factsOf([failed, node('NotReady'), sample])).findings;
    expect(likely!.causes[0]).toMatchObject({ verdict: 'likely', capped: ['quoted', 'likely-finding'] });
    const over = judged(
      [onCrash, down],
      factsOf([failed, told({ ...shown, line: 1 }, 3, { ...oops.fact }), node('NotReady'), node('Ready', 1)]),
    );
    expect(verdicts(over.findings)).toBe('shop/checkout-down: node excluded; shop/node-down: crash confirmed resolved');
  });

  test('a circle of rules ends', () => {
    const circle = (id: string, other: string) => rule({ id, appears: [{ finding: { of: { rule: other } } }] });
    expect(judged([circle('shop/a', 'shop/b'), circle('shop/b', 'shop/a')], factsOf([failed])).findings).toEqual([]);
  });
});

describe('what to collect', () => {
  const asks = (...commands: string[]) => ({
    when: [
      {
        any: commands.map((collect) => ({
          'log-line': { of: { component: collect }, is: { httpStatus: 403 }, collect },
        })),
      },
    ],
  });
  const checked = rule({
    causes: [cause('a', asks('one', 'two', 'three')), cause('b', asks('one', 'four')), cause('c', asks('five'))],
  });

  test('is three commands at most, the first of every cause first, and each but once', () => {
    const [finding] = judged([checked], factsOf([failed])).findings;
    expect(finding!.causes.map(({ collect }) => collect)).toEqual([
      [
        { command: 'one', why: 'It is a; It is b' },
        { command: 'two', why: 'It is a' },
      ],
      [],
      [{ command: 'five', why: 'It is c' }],
    ]);
  });

  test('is nothing for a cause that is settled, or whose captures are here', () => {
    const one = entry(4, { component: 'one', httpStatus: 403 });
    const five = entry(5, { component: 'five' });
    const [finding] = judged([checked], factsOf([failed, one, five])).findings;
    expect(finding!.causes.map(({ verdict, collect }) => `${verdict} ${collect.length}`)).toEqual([
      'confirmed 0',
      'confirmed 0',
      'possible 0',
    ]);
  });

  test('is the command of the capture kind for the subject, where the rule has none', () => {
    const asked = rule({
      appears: [{ 'operation-error': { of: { namespace: '{namespace}' }, is: { code: 'CheckoutFailed' } } }],
      causes: [
        cause('a', {
          when: [
            {
              pod: {
                of: { namespace: '{namespace}', name: '{pod}', component: ['api', 'web'], node: 'aks-*' },
                is: { health: 'stuck' },
              },
            },
          ],
        }),
      ],
    });
    const error = told(terminal, 3, { kind: 'operation-error', code: 'CheckoutFailed', namespace: 'shop' });
    expect(judged([asked], factsOf([error])).findings[0]!.causes[0]!.collect).toEqual([
      { command: 'show pod namespace=shop name=<pod> component=api', why: 'It is a' },
    ]);
  });

  test('a rule that lacks its captures is not judged, and says what it needs', () => {
    const { judged: count, notJudged } = judged([checked], factsOf([]));
    expect(count).toEqual({ total: 1, judged: 0 });
    expect(notJudged).toEqual([{ rule: 'shop/checkout-down', needs: ['show operation-error'] }]);
  });

  test('a rule whose captures show nothing is judged', () => {
    const other = told(terminal, 3, { kind: 'operation-error', code: 'CartEmpty' });
    expect(judged([checked], factsOf([other]))).toMatchObject({ findings: [], judged: { judged: 1 }, notJudged: [] });
  });

  test('an inferred rule is judged where a cause of it can be', () => {
    const inferred = { ...checked, inferred: true };
    expect(judged([inferred], factsOf([entry(5, { component: 'five' })])).judged.judged).toBe(1);
    expect(judged([inferred], factsOf([])).notJudged[0]!.needs).toEqual(['show operation-error', 'one', 'two']);
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
