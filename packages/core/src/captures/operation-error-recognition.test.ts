import { describe, expect, test } from 'vitest';
import type { Command } from './capture.ts';
import { operationError } from './operation-error.ts';
import { linesOf } from './parse-sample.test.kit.ts';

const recognize = (text: string, command?: Command) =>
  operationError.recognize(linesOf(text).slice(0, 12), { ...(command && { command }), fromPath: {} });

const AZ: Command = {
  text: 'az k8s-extension create',
  line: 1,
  program: 'az',
  verb: 'k8s-extension',
  names: ['create'],
};
const TIMEOUT =
  'The extension operation failed with the following error:  Unable to get a response from the agent in time.';

describe('recognized', () => {
  test.each([
    [`(ExtensionOperationFailed) ${TIMEOUT}`, 3],
    [`ERROR: (ExtensionOperationFailed) ${TIMEOUT}`, 3],
    [`Code: ExtensionOperationFailed\nMessage: ${TIMEOUT}`, 3],
    ['ERROR: Unable to get a response from the agent in time', 3],
    ['{\n  "error": {\n    "code": "DeploymentFailed",', 3],
    ['{"status":"Failed","error":{"code":"DeploymentFailed","message":"x"}}', 3],
    ['{\n  "extensionType": "microsoft.dapr",', 3],
    ['Unable to get a response from the agent in time', 0],
    ['{"level":"error","code":"x","message":"y"}', 0],
    ['{"kind":"Status","apiVersion":"v1","status":"Failure","message":"x","code":403}', 0],
    ['{"Message":"x","LogType":"ConfigAgentTrace"}', 0],
    ['ERROR: something of a log', 0],
    ['Code: ExtensionOperationFailed', 0],
    ['', 0],
  ])('%s: %d', (text, sure) => {
    expect(recognize(text)).toBe(sure);
  });

  test.each([
    'Error: INSTALLATION FAILED: something new',
    'Error: UPGRADE FAILED: "dapr" has no deployed releases',
    'Error: failed post-install: 1 error occurred:\n\t* job dapr-migrate failed: BackoffLimitExceeded',
    'Error: dapr/templates/operator.yaml:2:17\n  executing "dapr/templates/operator.yaml" at <.Values.ha>:\n    nil pointer',
    'The extension operation failed with the following error: something new',
  ])('%s', (text) => {
    expect(recognize(text)).toBe(3);
  });

  test('not below a command that prints what others say', () => {
    const logs: Command = {
      text: 'kubectl logs job/deploy',
      line: 1,
      program: 'kubectl',
      verb: 'logs',
      names: ['deploy'],
    };
    expect(recognize('Error: INSTALLATION FAILED: something new', logs)).toBe(0);
  });

  test('below its command', () => {
    expect(recognize('Unable to get a response from the agent in time', AZ)).toBe(3);
    expect(recognize('ERROR: The resource was not found', AZ)).toBe(2);
  });
});
