import { describe, expect, test } from 'vitest';
import { kubectlDescribePod } from '../kubectl-describe-pod.ts';
import { parseSample } from '../parse-sample.test.kit.ts';

const POD = `Name:             config-agent-6d5fd59b8b-khw2d
Namespace:        azure-arc
Priority:         0
Node:             aks-nodepool1-28411718-vmss000000/10.224.0.4
Containers:
  config-agent:
    Container ID:
    Image:         mcr.microsoft.com/azurearck8s/config-agent:1.22.3
    Command:
      /bin/sh
      -c
    Args:
      set -e
      until nslookup postgres; do
        sleep 2;
      done
    State:          Waiting
      Reason:       ContainerCreating
    Environment Variables from:
      azure-clusterconfig  ConfigMap  Optional: false
      config-agent-db      Secret with prefix 'DB_'  Optional: true
    Environment:
      POD_NAMESPACE:  azure-arc (v1:metadata.namespace)
      MEMORY_LIMIT:   1536Mi (limits.memory)
      EMPTY_VALUE:    
      DB_PASSWORD:    <set to the key 'password' in secret 'config-agent-db'>  Optional: true
      FLAGS:          <set to the key 'flags.json' of config map 'config-agent-flags'>  Optional: false
      SETTINGS:       {
                        "Mounts": 3
                      }
    Mounts:
      /etc/config from config (rw,path="agent")
      /var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-2skzv (ro)
Readiness Gates:
  Type                         Status
  cloud.example.com/lb-ready   <none>
Conditions:
  Type              Status
  Ready             False
`;

const [pod] = parseSample(kubectlDescribePod, POD).facts;
const container = pod?.kind === 'pod' ? pod.containers?.[0] : undefined;

describe('a described container', () => {
  test('tells where each variable comes from', () => {
    expect(container?.env).toEqual([
      { name: 'POD_NAMESPACE', source: 'field', key: 'metadata.namespace' },
      { name: 'MEMORY_LIMIT', source: 'resource', key: 'limits.memory' },
      { name: 'EMPTY_VALUE' },
      { name: 'DB_PASSWORD', source: 'secret', ref: 'config-agent-db', key: 'password', optional: true },
      { name: 'FLAGS', source: 'config-map', ref: 'config-agent-flags', key: 'flags.json', optional: false },
      { name: 'SETTINGS', value: '{\n"Mounts": 3\n}' },
    ]);
    expect(container?.envFrom).toEqual([
      { source: 'config-map', ref: 'azure-clusterconfig', optional: false },
      { source: 'secret', ref: 'config-agent-db', prefix: 'DB_', optional: true },
    ]);
  });

  test('tells its mounts, and takes a script for one argument', () => {
    expect(container?.mounts).toEqual([
      { path: '/etc/config', volume: 'config', readOnly: false },
      { path: '/var/run/secrets/kubernetes.io/serviceaccount', volume: 'kube-api-access-2skzv', readOnly: true },
    ]);
    expect(container?.command).toEqual(['/bin/sh', '-c']);
    expect(container?.args).toEqual(['set -e\nuntil nslookup postgres; do\nsleep 2;\ndone']);
  });
});

test('readiness gates are told apart from conditions', () => {
  expect(pod).toMatchObject({
    readinessGates: { 'cloud.example.com/lb-ready': '<none>' },
    conditions: { Ready: 'False' },
  });
});
