import { expect, test } from 'vitest';
import { rulePage } from './rule-page.ts';
import type { Rule, RuleTexts } from './rule.ts';

const RULE: Rule = {
  id: 'storage/claim-pending',
  title: 'The claim {{claim}} is not bound',
  severity: 'warning',
  inferred: true,
  appears: [{ event: { of: { object: 'persistentvolumeclaim/{claim}' }, is: { reason: 'ProvisioningFailed' } } }],
  unless: [{ event: { is: { reason: 'WaitForFirstConsumer' } } }],
  causes: [
    {
      id: 'no-quota',
      title: 'The subscription has no room for more disks',
      when: [{ event: { is: { message: { contains: 'QuotaExceeded' } } } }],
      solutions: [
        {
          id: 'raise-quota',
          title: 'Raise the quota',
          recommended: true,
          steps: [
            { text: 'See what is used.', run: 'az vm list-usage -l {{region}}' },
            { file: { name: 'quota.json', content: '{}\n' } },
          ],
          verify: ['The claim is Bound.'],
        },
      ],
    },
    {
      id: 'wrong-class',
      title: 'The class is wrong',
      solutions: [{ id: 'name', title: 'Name it', steps: [{ text: 'Do.' }] }],
    },
  ],
  remarks: ['Disks of a zone stay there.'],
  references: ['https://kubernetes.io/docs/concepts/storage/'],
};

test('writes all that a rule knows', () => {
  expect(rulePage(RULE)).toMatchInlineSnapshot(`
    "# The claim \`<claim>\` is not bound

    \`storage/claim-pending\`, warning

    ## How it appears

    - \`event\` with \`object\` \`persistentvolumeclaim/<claim>\`: \`reason\` \`ProvisioningFailed\`

    It is also reported where only one of its causes is found.

    It only looks like it with any of:

    - \`event\`: \`reason\` \`WaitForFirstConsumer\`

    ## Causes

    ### The subscription has no room for more disks

    \`no-quota\`

    What speaks for it, all of:

    - \`event\`: \`message\` contains \`QuotaExceeded\`

    #### Raise the quota (recommended)

    1. See what is used.

       \`\`\`sh
       az vm list-usage -l <region>
       \`\`\`
    2. \`quota.json\`

       \`\`\`
       {}
       \`\`\`

    It worked, if:

    - The claim is Bound.

    ### The class is wrong

    \`wrong-class\`: as sure as the error itself.

    #### Name it

    1. Do.

    ## Remarks

    Disks of a zone stay there.

    ## References

    - <https://kubernetes.io/docs/concepts/storage/>
    "
  `);
});

test('writes it with the words of another language, and the same commands', () => {
  const texts: RuleTexts = {
    title: 'La richiesta {{claim}} non è associata',
    remarks: ['I dischi di una zona restano lì.'],
    causes: [
      {
        id: 'no-quota',
        title: 'La sottoscrizione non ha posto per altri dischi',
        solutions: [
          {
            id: 'raise-quota',
            title: 'Aumentare la quota',
            steps: [{ text: 'Vedere che cosa è in uso.' }, null],
            verify: ['La richiesta è Bound.'],
          },
        ],
      },
    ],
  };
  const page = rulePage(RULE, texts);
  for (const text of [
    '# La richiesta `<claim>` non è associata',
    '1. Vedere che cosa è in uso.',
    'az vm list-usage -l <region>',
  ])
    expect(page).toContain(text);
  for (const text of ['The claim', 'See what is used', 'Raise the quota', 'Disks of a zone'])
    expect(page).not.toContain(text);
  expect(page).toContain('### The class is wrong');
});
