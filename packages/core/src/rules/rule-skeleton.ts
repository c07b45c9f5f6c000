/** The files of a new rule, by path: they can be loaded, and `lintRules` names every place that is to be filled in. */
export function ruleSkeleton(id: string, languages: readonly string[]): Readonly<Record<string, string>> {
  return {
    [`${id}.yaml`]: rule(id),
    [`${id}.test.yaml`]: TEST,
    ...Object.fromEntries(languages.map((language) => [`${id}.${language}.yaml`, TEXTS])),
  };
}

const rule = (id: string): string => `# yaml-language-server: $schema=../rule.schema.json
id: ${id}
title: TODO say what is wrong with {{pod}}, in one line that stands alone
severity: error
per: [pod]
appears:
  # What shows the error; all of these have to hold.
  - event:
      of: { pod: '{pod}' }
      is: { message: { contains: TODO a text of the event } }
causes:
  - id: first-cause
    title: TODO say why, as a sentence that stands alone
    when:
      # What speaks for this cause; all of these have to hold.
      - log-line:
          of: { pod: '{pod}' }
          is: { message: { contains: TODO a text of the log } }
    # What speaks against it goes to unless. Where nothing can, this says why.
    no-unless: TODO say why nothing can speak against it
    solutions:
      - id: first-solution
        title: TODO begin with a verb
        steps:
          - text: TODO say what to do, and why
            run: kubectl describe pod {{pod}}
        verify:
          - TODO say how to see that it worked
references:
  - https://example.com/TODO
`;

const CAPTURES = `captures:
      events.txt: |
        $ kubectl get events -n shop
        TODO paste what the command printed, with names and addresses made up`;

const TEST = `# yaml-language-server: $schema=../rule-test.schema.json
finds:
  - name: TODO say what this bundle shows
    ${CAPTURES}
      pod.log: |
        TODO paste the log
    causes: { first-cause: confirmed }
    evidence: ['events.txt:2']
ignores:
  - name: TODO say what looks like the error, and is none
    ${CAPTURES}
  - name: TODO say what else looks like it
    ${CAPTURES}
  - name: TODO say what it looks like when all is well
    ${CAPTURES}
`;

const TEXTS = `# yaml-language-server: $schema=../rule-texts.schema.json
title: TODO the title, with {{pod}}
causes:
  - id: first-cause
    title: TODO the title of the cause
    solutions:
      - id: first-solution
        title: TODO the title of the solution
        steps:
          - text: TODO the text of the step
        verify:
          - TODO how to see that it worked
`;
