import type { OperationErrorFact } from '../facts/fact.ts';

/** A text that Helm or Azure's extension service prints, and what it says. */
export interface OperationText {
  /** As Helm prints it behind `Error: `. */
  readonly text: string;
  readonly says: Partial<OperationErrorFact> & Pick<OperationErrorFact, 'class'>;
}

const ATOMIC = 'release dapr failed, and has been uninstalled due to atomic being set:';
const DEPLOYMENT = { kind: 'Deployment', namespace: 'dapr-system', name: 'dapr-operator' };
const OWNED =
  'ServiceAccount "dapr-operator" in namespace "dapr-system" exists and cannot be imported into the current release: invalid ownership metadata; annotation validation error: key "meta.helm.sh/release-name" must equal "dapr-ext": current value is "dapr"';
const ACCOUNT = { kind: 'ServiceAccount', name: 'dapr-operator', namespace: 'dapr-system' };

/** What Helm of any version prints of a release, and what it means. */
export const RELEASE_TEXTS: readonly OperationText[] = [
  { text: 'timed out waiting for the condition', says: { class: 'not-ready' } },
  { text: 'context deadline exceeded', says: { class: 'not-ready' } },
  { text: 'time out waiting for the condition', says: { class: 'not-ready' } },
  {
    text: 'client rate limiter Wait returned an error: context deadline exceeded',
    says: { class: 'not-ready' },
  },
  {
    text: `${ATOMIC} failed post-install: timed out waiting for the condition`,
    says: { class: 'not-ready', release: 'dapr', hook: 'post-install' },
  },
  {
    text: `${ATOMIC} failed pre-install: job failed: BackoffLimitExceeded`,
    says: { class: 'job-failed', release: 'dapr', hook: 'pre-install', jobReason: 'BackoffLimitExceeded' },
  },
  {
    text: 'release dapr failed, and has been rolled back due to rollback-on-failure being set: pre-upgrade hooks failed: job dapr-migrate failed: DeadlineExceeded',
    says: {
      class: 'job-failed',
      release: 'dapr',
      hook: 'pre-upgrade',
      job: 'dapr-migrate',
      jobReason: 'DeadlineExceeded',
    },
  },
  {
    text: 'failed post-install: 1 error occurred:\n\t* job azure-arc-containerstorage-ensure-config-objects-job failed: BackoffLimitExceeded\n\n',
    says: {
      class: 'job-failed',
      hook: 'post-install',
      job: 'azure-arc-containerstorage-ensure-config-objects-job',
      jobReason: 'BackoffLimitExceeded',
    },
  },
  { text: 'job is failed: dapr-system/dapr-migrate', says: { class: 'job-failed', job: 'dapr-migrate' } },
  {
    text: 'warning: Hook pre-install dapr/templates/migrate.yaml failed: job dapr-migrate failed: BackoffLimitExceeded',
    says: { class: 'job-failed', hook: 'pre-install', job: 'dapr-migrate' },
  },
  {
    text: 'an error occurred while uninstalling the release. original install error: failed pre-install: timed out waiting for the condition: job x failed: BackoffLimitExceeded'.replace(
      ': job x failed: BackoffLimitExceeded',
      '',
    ),
    says: { class: 'not-ready', hook: 'pre-install' },
  },
  {
    text: 'resource not ready, name: dapr-operator, kind: Deployment, status: InProgress\ncontext deadline exceeded',
    says: { class: 'not-ready', notReady: [{ kind: 'Deployment', name: 'dapr-operator', status: 'InProgress' }] },
  },
  {
    text: 'resource Deployment/dapr-system/dapr-operator not ready. status: InProgress, message: Available: 0/1\nresource ClusterRole//dapr not ready. status: Unknown, message: \ncontext deadline exceeded',
    says: {
      class: 'not-ready',
      notReady: [
        { ...DEPLOYMENT, status: 'InProgress', message: 'Available: 0/1' },
        { kind: 'ClusterRole', name: 'dapr', status: 'Unknown' },
      ],
    },
  },
  {
    text: 'Deployment is not ready: dapr-system/dapr-operator. 0 out of 1 expected pods are ready',
    says: { class: 'not-ready', notReady: [{ ...DEPLOYMENT, message: '0 out of 1 expected pods are ready' }] },
  },
  {
    text: 'DaemonSet is not ready: acstor/agent. 0 out of 3 expected pods have been scheduled',
    says: {
      class: 'not-ready',
      notReady: [
        {
          kind: 'DaemonSet',
          namespace: 'acstor',
          name: 'agent',
          message: '0 out of 3 expected pods have been scheduled',
        },
      ],
    },
  },
  {
    text: 'PersistentVolumeClaim is not bound: dapr-system/raft-log',
    says: {
      class: 'not-ready',
      notReady: [
        { kind: 'PersistentVolumeClaim', namespace: 'dapr-system', name: 'raft-log', message: 'is not bound' },
      ],
    },
  },
  {
    text: 'Service does not have load balancer ingress IP address: azureml/azureml-fe',
    says: { class: 'not-ready', notReady: [{ kind: 'Service', namespace: 'azureml', name: 'azureml-fe' }] },
  },
  { text: 'another operation (install/upgrade/rollback) is in progress', says: { class: 'operation-in-progress' } },
  {
    text: 'earlier operation for the helm chart is still in progress',
    says: { class: 'operation-in-progress' },
  },
  {
    text: `rendered manifests contain a resource that already exists. Unable to continue with install: ${OWNED}`,
    says: {
      class: 'resource-exists',
      release: 'dapr-ext',
      conflicts: [{ ...ACCOUNT, wantedRelease: 'dapr-ext', currentRelease: 'dapr' }],
    },
  },
  {
    text: `Unable to continue with update: ${OWNED}; annotation validation error: key "meta.helm.sh/release-namespace" must equal "dapr-ext": current value is "dapr-system"`,
    says: {
      class: 'resource-exists',
      namespace: 'dapr-ext',
      conflicts: [
        {
          ...ACCOUNT,
          wantedRelease: 'dapr-ext',
          currentRelease: 'dapr',
          wantedNamespace: 'dapr-ext',
          currentNamespace: 'dapr-system',
        },
      ],
    },
  },
  {
    text: 'unable to continue with install: ClusterRole "dapr-reader" in namespace "" exists and cannot be imported into the current release: invalid ownership metadata; label validation error: missing key "app.kubernetes.io/managed-by": must be set to "Helm"; annotation validation error: missing key "meta.helm.sh/release-name": must be set to "dapr-ext"; annotation validation error: missing key "meta.helm.sh/release-namespace": must be set to "dapr-system"',
    says: {
      class: 'resource-exists',
      release: 'dapr-ext',
      namespace: 'dapr-system',
      conflicts: [
        { kind: 'ClusterRole', name: 'dapr-reader', wantedRelease: 'dapr-ext', wantedNamespace: 'dapr-system' },
      ],
    },
  },
  {
    text: 'existing resource conflict: kind: ConfigMap, namespace: dapr-system, name: dapr-config',
    says: {
      class: 'resource-exists',
      conflicts: [{ kind: 'ConfigMap', name: 'dapr-config', namespace: 'dapr-system' }],
    },
  },
  {
    text: 'rendered manifests contain a resource that already exists. Unable to continue with install: existing resource conflict: namespace: , name: daprs.dapr.io, existing_kind: apiextensions.k8s.io/v1, Kind=CustomResourceDefinition, new_kind: apiextensions.k8s.io/v1, Kind=CustomResourceDefinition',
    says: { class: 'resource-exists', conflicts: [{ kind: 'CustomResourceDefinition', name: 'daprs.dapr.io' }] },
  },
  {
    text: 'clusterroles.rbac.authorization.k8s.io "dapr-reader" already exists',
    says: {
      class: 'resource-exists',
      conflicts: [{ kind: 'clusterroles.rbac.authorization.k8s.io', name: 'dapr-reader' }],
    },
  },
  { text: 'cannot re-use a name that is still in use', says: { class: 'release-name-taken' } },
  {
    text: 'release name check failed: cannot reuse a name that is still in use',
    says: { class: 'release-name-taken' },
  },
  {
    text: 'a release named dapr is in use, cannot re-use a name that is still in use',
    says: { class: 'release-name-taken', release: 'dapr' },
  },
  { text: '"dapr" has no deployed releases', says: { class: 'no-deployed-release', release: 'dapr' } },
  {
    text: 'Operation cannot be fulfilled on deployments.apps "dapr-operator": the object has been modified; please apply your changes to the latest version and try again',
    says: { class: 'conflict' },
  },
  {
    text: 'create: failed to create: secrets "sh.helm.release.v1.dapr.v1" already exists',
    says: { class: 'conflict' },
  },
  { text: `${ATOMIC} failed pre-install: pod healthcheck failed`, says: { class: 'other', hook: 'pre-install' } },
  {
    text: 'failed to create resource: secrets "controllerconfig" is forbidden: unable to create new content in namespace dapr-system because it is being terminated',
    says: { class: 'other' },
  },
  {
    text: 'unable to build kubernetes objects from release manifest: resource mapping not found for name: "dapr" namespace: "" from "": no matches for kind "PodSecurityPolicy" in version "policy/v1beta1"\nensure CRDs are installed first',
    says: { class: 'other' },
  },
  {
    text: 'Get "https://10.0.0.1:443/api/v1/namespaces/dapr-system/secrets": dial tcp 10.0.0.1:443: i/o timeout',
    says: { class: 'other', transport: { class: 'timeout', host: '10.0.0.1', address: '10.0.0.1' } },
  },
  {
    text: 'Internal error occurred: failed calling webhook "policy.contoso.example": failed to call webhook: Post "https://policy.contoso.svc:443/v1/admit?timeout=10s": context deadline exceeded',
    says: { class: 'other' },
  },
  {
    text: 'failed post-install: Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data]: timed out waiting for the condition',
    says: { class: 'other' },
  },
];
