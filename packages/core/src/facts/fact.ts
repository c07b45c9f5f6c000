// Generated from fact.schema.json by `pnpm generate`; do not edit.

/**
 * One typed value read from a capture, with where it stands. Facts say what a text says, never what it means.
 */
export type Fact =
  | PodFact
  | EventFact
  | NodeFact
  | LogLineFact
  | DnsLookupFact
  | OperationErrorFact
  | ReleaseFact
  | ExtensionFact
  | ConfigMapFact
  | WorkloadFact
  | ObjectFact
  | CollectionFailureFact
  | FindingFact;

/**
 * A pod as `kubectl get pods` or `kubectl describe pod` shows it.
 */
export interface PodFact {
  readonly kind: 'pod';
  readonly origin: Origin;
  /**
   * Stands outside a recognized capture, or in one that holds an unfilled placeholder
   */
  readonly quoted?: boolean;
  readonly namespace?: string;
  /**
   * Absent where a describe lacks its head
   */
  readonly name?: string;
  /**
   * The STATUS column, or the Status line of a describe
   */
  readonly status?: string;
  /**
   * READY as printed, such as 1/2; from a describe it is counted over its containers
   */
  readonly ready?: string;
  readonly readyContainers?: number;
  readonly totalContainers?: number;
  /**
   * The RESTARTS column; from a describe the largest of its containers
   */
  readonly restarts?: number;
  /**
   * Age as printed
   */
  readonly age?: string;
  /**
   * Age in seconds, as exact as it was printed
   */
  readonly ageSeconds?: number;
  /**
   * Absent where it was not shown or is <none>
   */
  readonly node?: string;
  readonly nodeIP?: string;
  /**
   * A node was shown (true) or shown to be missing (false)
   */
  readonly scheduled?: boolean;
  readonly ip?: string;
  readonly ips?: readonly string[];
  readonly nominatedNode?: string;
  readonly startTime?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly eviction?: Eviction;
  /**
   * Owner as printed, Kind/name
   */
  readonly controlledBy?: string;
  readonly priority?: number;
  readonly priorityClass?: string;
  readonly serviceAccount?: string;
  readonly qos?: string;
  readonly labels?: {
    readonly [k: string]: string;
  };
  readonly annotations?: {
    readonly [k: string]: string;
  };
  readonly nodeSelectors?: {
    readonly [k: string]: string;
  };
  /**
   * Condition type to status
   */
  readonly conditions?: {
    readonly [k: string]: string;
  };
  /**
   * Condition type to status; <none> where it was never set
   */
  readonly readinessGates?: {
    readonly [k: string]: string;
  };
  readonly tolerations?: readonly Toleration[];
  readonly volumes?: readonly PodVolume[];
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly ephemeralContainers?: readonly Container[];
  /**
   * Reasons its containers and init containers wait for; from a table the one that STATUS shows
   */
  readonly waits?: readonly string[];
  readonly ends?: readonly ContainerEnd[];
  /**
   * The row of a table as printed, by heading in lower case
   */
  readonly cells?: {
    readonly [k: string]: string | number;
  };
  /**
   * Which Azure agent this is, such as extension-agent
   */
  readonly component?: string;
  /**
   * The cluster extension it belongs to, such as microsoft.dapr
   */
  readonly extension?: string;
  /**
   * The Helm release that its labels or annotations name
   */
  readonly release?: string;
  /**
   * Its name without generated parts: that of its deployment, stateful set or job
   */
  readonly workload?: string;
  /**
   * completed: it ended well, or ended while another pod took its place
   */
  readonly health?: 'ready' | 'starting' | 'stuck' | 'failing' | 'completed';
}
export interface Origin {
  /**
   * Path of the file inside the bundle
   */
  readonly path: string;
  /**
   * First line, 1-based
   */
  readonly line: number;
  /**
   * Last line, inclusive
   */
  readonly endLine: number;
}
/**
 * Why a pod had to leave its node.
 */
export interface Eviction {
  /**
   * `memory`, `disk`, `processes`: the node had too little; `storage-limit`: the pod used more than it may
   */
  readonly class:
    'memory' | 'disk' | 'processes' | 'storage-limit' | 'preempted' | 'node-shutdown' | 'node-lost' | 'other';
  /**
   * What was low, or the condition of the node, as printed
   */
  readonly resource?: string;
  readonly container?: string;
  readonly volume?: string;
}
export interface Toleration {
  /**
   * Absent: every key
   */
  readonly key?: string;
  /**
   * Equal or Exists
   */
  readonly op?: string;
  readonly value?: string;
  /**
   * Absent: every effect
   */
  readonly effect?: string;
  /**
   * How long a NoExecute taint is tolerated
   */
  readonly seconds?: number;
}
export interface PodVolume {
  readonly name: string;
  readonly type?: string;
  readonly ref?: string;
}
export interface Container {
  readonly name: string;
  readonly image?: string;
  readonly imageID?: string;
  readonly containerID?: string;
  /**
   * Waiting, Running or Terminated
   */
  readonly state?: string;
  readonly reason?: string;
  readonly exitCode?: number;
  readonly signal?: number;
  readonly message?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly ready?: boolean;
  readonly restartCount?: number;
  readonly last?: LastState;
  readonly limits?: {
    readonly [k: string]: string;
  };
  readonly requests?: {
    readonly [k: string]: string;
  };
  readonly ports?: readonly string[];
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly EnvironmentVariable[];
  readonly envFrom?: readonly EnvironmentSource[];
  readonly mounts?: readonly VolumeMount[];
}
export interface LastState {
  readonly state?: string;
  readonly reason?: string;
  readonly exitCode?: number;
  readonly signal?: number;
  readonly message?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
}
export interface EnvironmentVariable {
  readonly name: string;
  /**
   * Absent where it is taken from elsewhere, or empty
   */
  readonly value?: string;
  /**
   * What the value is taken from
   */
  readonly source?: 'field' | 'resource' | 'secret' | 'config-map';
  /**
   * Name of the secret or config map
   */
  readonly ref?: string;
  /**
   * Key in it, path of the field, or name of the resource
   */
  readonly key?: string;
  readonly optional?: boolean;
}
/**
 * A secret or config map all of whose keys become variables.
 */
export interface EnvironmentSource {
  readonly source: 'secret' | 'config-map';
  readonly ref: string;
  readonly prefix?: string;
  readonly optional?: boolean;
}
export interface VolumeMount {
  readonly path: string;
  readonly volume: string;
  readonly readOnly: boolean;
}
/**
 * How a run of a container ended.
 */
export interface ContainerEnd {
  /**
   * Absent where only the STATUS of the pod shows it
   */
  readonly container?: string;
  /**
   * Completed, Error, OOMKilled ...
   */
  readonly reason?: string;
  readonly exitCode?: number;
  readonly signal?: number;
  readonly message?: string;
  /**
   * It is the run before this one (Last State), not the state it is in
   */
  readonly last: boolean;
}
/**
 * A Kubernetes event, from any capture that shows it.
 */
export interface EventFact {
  readonly kind: 'event';
  readonly origin: Origin;
  readonly quoted?: boolean;
  readonly namespace?: string;
  /**
   * Normal or Warning
   */
  readonly type?: string;
  readonly reason?: string;
  /**
   * kind/name as printed; Pod/NAME for the events of a described pod
   */
  readonly object?: string;
  /**
   * Kind of the object in lower case, singular: pod, node, replicaset
   */
  readonly objectKind?: string;
  readonly objectName?: string;
  /**
   * The pod it speaks of
   */
  readonly pod?: string;
  /**
   * The node it speaks of
   */
  readonly node?: string;
  /**
   * The component that reported it
   */
  readonly from?: string;
  readonly message?: string;
  /**
   * How long ago it was last seen, as printed
   */
  readonly age?: string;
  readonly ageSeconds?: number;
  readonly lastSeen?: string;
  readonly firstSeen?: string;
  readonly count?: number;
  /**
   * Since when it repeats, as printed
   */
  readonly over?: string;
  /**
   * Absolute time it was last seen, ISO 8601, where it can be known
   */
  readonly time?: string;
  /**
   * The time was reckoned from the age and the time of the capture
   */
  readonly reckoned?: boolean;
  /**
   * Of a reckoned time: not before, where that is known
   */
  readonly earliest?: string;
  /**
   * Of a reckoned time: not after, where that is known
   */
  readonly latest?: string;
  /**
   * Of a scheduler message: nodes that fit
   */
  readonly availableNodes?: number;
  /**
   * Of a scheduler message: nodes looked at
   */
  readonly totalNodes?: number;
  readonly reasons?: readonly SchedulerReason[];
  readonly pull?: ImagePull;
  readonly denial?: Denial;
  readonly missing?: MissingObject;
  readonly volume?: VolumeFailure;
  readonly sandbox?: SandboxFailure;
  readonly probe?: ProbeFailure;
  readonly eviction?: Eviction;
  /**
   * The admission webhook that could not be called
   */
  readonly failedWebhook?: string;
  readonly transport?: Transport;
  readonly httpStatus?: number;
  readonly component?: string;
  readonly extension?: string;
  /**
   * What the object belongs to, without generated parts: its deployment, stateful set or job
   */
  readonly workload?: string;
}
export interface SchedulerReason {
  /**
   * The reason as printed, without its count
   */
  readonly text: string;
  readonly class:
    | 'untolerated-taint'
    | 'insufficient-resource'
    | 'too-many-pods'
    | 'node-affinity'
    | 'pod-affinity'
    | 'topology-spread'
    | 'unschedulable'
    | 'volume-node-affinity'
    | 'volume-zone'
    | 'volume-unbound'
    | 'volume-count'
    | 'volume-missing'
    | 'host-ports'
    | 'no-nodes'
    | 'node-condition'
    | 'resource-claim'
    | 'other';
  /**
   * Nodes that refuse for this reason; absent for a reason without count
   */
  readonly count?: number;
  /**
   * KEY=VALUE, or KEY where the value is empty; absent where the text does not name it
   */
  readonly taint?: string;
  readonly taintKey?: string;
  /**
   * cpu, memory, ephemeral-storage or an extended resource
   */
  readonly resource?: string;
  /**
   * This reason alone refuses every node of the cluster
   */
  readonly everyNode: boolean;
  /**
   * Reasons of this class refuse every node of the cluster, alone or together
   */
  readonly classEveryNode: boolean;
}
/**
 * What a kubelet says of pulling an image.
 */
export interface ImagePull {
  /**
   * How it ended: pulled, or why not; untold where the text gives no reason
   */
  readonly class:
    | 'pulled'
    | 'network'
    | 'tls-inspection'
    | 'denied'
    | 'not-found'
    | 'invalid-name'
    | 'other-platform'
    | 'throttled'
    | 'registry-failure'
    | 'no-space'
    | 'never-pulled'
    | 'other'
    | 'untold';
  readonly image?: string;
  /**
   * Host in front of the image's name; docker.io where there is none
   */
  readonly registry?: string;
  /**
   * The platform the image lacks, such as linux/arm64
   */
  readonly platform?: string;
}
/**
 * Who refused to let an object be created. A warning is none, nor is a webhook that cannot be reached.
 */
export interface Denial {
  readonly by: 'webhook' | 'policy' | 'quota' | 'limit-range' | 'pod-security';
  /**
   * Of the webhook, policy or quota; of pod security its level and version
   */
  readonly name?: string;
  /**
   * The constraint or binding it names
   */
  readonly rule?: string;
  /**
   * Of a quota or limit range: what is short or not said, such as limits.cpu
   */
  readonly resource?: string;
}
/**
 * The secret, config map or key that a pod refers to in vain.
 */
export interface MissingObject {
  readonly type: 'secret' | 'config-map' | 'secret-key' | 'config-map-key';
  readonly name?: string;
  readonly key?: string;
}
/**
 * Why a volume cannot be attached or mounted.
 */
export interface VolumeFailure {
  /**
   * How it failed; `unreachable` is the server that holds the volume
   */
  readonly class:
    | 'missing-object'
    | 'attached-elsewhere'
    | 'driver-missing'
    | 'driver-unreachable'
    | 'denied'
    | 'unreachable'
    | 'not-registered'
    | 'claim-unbound'
    | 'cache-not-synced'
    | 'attacher-silent'
    | 'timed-out'
    | 'other';
  /**
   * Its name in the pod, or that of the persistent volume
   */
  readonly volume?: string;
  /**
   * The storage driver that the text names, such as disk.csi.azure.com
   */
  readonly driver?: string;
}
/**
 * Why no sandbox could be made for a pod.
 */
export interface SandboxFailure {
  /**
   * `network-plugin` is not ready, missing or silent; `network` failed otherwise
   */
  readonly class:
    'address-exhausted' | 'network-plugin' | 'pause-image' | 'runtime' | 'network' | 'timed-out' | 'other';
}
/**
 * How a probe of a container failed.
 */
export interface ProbeFailure {
  readonly type: 'readiness' | 'liveness' | 'startup';
  /**
   * `errored`: it could not be run; `restarted`: the container is ended because of it
   */
  readonly class:
    | 'error-status'
    | 'connection-refused'
    | 'timed-out'
    | 'connection-broken'
    | 'unreachable'
    | 'command-failed'
    | 'errored'
    | 'restarted'
    | 'other';
  /**
   * The HTTP status that was answered
   */
  readonly status?: number;
  /**
   * The container, where the text names it
   */
  readonly container?: string;
}
export interface Transport {
  readonly class:
    | 'name-not-found'
    | 'name-server-failed'
    | 'timeout'
    | 'refused'
    | 'reset'
    | 'unreachable'
    | 'tls-timeout'
    | 'tls-inspection'
    | 'proxy'
    | 'closed'
    | 'other';
  /**
   * The host that was called, in lower case
   */
  readonly host?: string;
  /**
   * The address that was dialled
   */
  readonly address?: string;
  readonly endpoint?:
    | 'dataplane'
    | 'mcr'
    | 'registry-marketplace'
    | 'registry'
    | 'identity'
    | 'arm'
    | 'his'
    | 'notification'
    | 'apiserver'
    | 'monitor'
    | 'policy'
    | 'other';
}
/**
 * A node as `kubectl get nodes` or `kubectl describe node` shows it.
 */
export interface NodeFact {
  readonly kind: 'node';
  readonly origin: Origin;
  readonly quoted?: boolean;
  readonly name?: string;
  readonly status?: string;
  readonly roles?: readonly string[];
  readonly age?: string;
  readonly ageSeconds?: number;
  readonly version?: string;
  readonly os?: string;
  readonly osImage?: string;
  readonly arch?: string;
  readonly kernel?: string;
  readonly runtime?: string;
  readonly kubelet?: string;
  readonly labels?: {
    readonly [k: string]: string;
  };
  readonly annotations?: {
    readonly [k: string]: string;
  };
  /**
   * KEY=VALUE:EFFECT or KEY:EFFECT; empty where none is shown
   */
  readonly taints?: readonly string[];
  readonly unschedulable?: boolean;
  readonly conditions?: readonly StatusCondition[];
  readonly addresses?: {
    readonly [k: string]: string;
  };
  readonly capacity?: {
    readonly [k: string]: string;
  };
  readonly allocatable?: {
    readonly [k: string]: string;
  };
  readonly creationTimestamp?: string;
  readonly podCIDR?: string;
  readonly providerID?: string;
  /**
   * AKS node pool, from its label or the node's name
   */
  readonly pool?: string;
  readonly pods?: readonly NodePod[];
  readonly cells?: {
    readonly [k: string]: string | number;
  };
}
export interface StatusCondition {
  readonly type: string;
  readonly status?: string;
  readonly reason?: string;
  readonly message?: string;
}
export interface NodePod {
  readonly namespace: string;
  readonly name: string;
}
/**
 * One entry of a log.
 */
export interface LogLineFact {
  readonly kind: 'log-line';
  readonly origin: Origin;
  readonly quoted?: boolean;
  readonly namespace?: string;
  readonly pod?: string;
  readonly container?: string;
  /**
   * From the run before the last restart
   */
  readonly previous?: boolean;
  /**
   * ISO 8601, in UTC where the text names no zone
   */
  readonly time?: string;
  /**
   * Month, day and time of a text that names no year, as MM-DDThh:mm:ss; the year of time is inferred
   */
  readonly clock?: string;
  /**
   * The time was put in front by kubectl or the container runtime
   */
  readonly stamped?: boolean;
  /**
   * As printed
   */
  readonly level?: string;
  /**
   * The entry without what kubectl put in front
   */
  readonly text: string;
  /**
   * The message of a structured record; else the text
   */
  readonly message: string;
  /**
   * Other fields of a structured record
   */
  readonly fields?: {
    readonly [k: string]: string;
  };
  /**
   * Azure region a record names
   */
  readonly location?: string;
  /**
   * AgentName of a record
   */
  readonly agent?: string;
  /**
   * Name of the AKS or Arc cluster that a record's ArmId names
   */
  readonly cluster?: string;
  /**
   * Resource group of that cluster
   */
  readonly resourceGroup?: string;
  /**
   * Status of the answer an entry tells of
   */
  readonly httpStatus?: number;
  /**
   * Class of the endpoint an answer or failure is about
   */
  readonly endpoint?: string;
  readonly transport?: Transport;
  readonly component?: string;
  readonly extension?: string;
}
/**
 * One lookup of a name: nslookup, dig or their kin.
 */
export interface DnsLookupFact {
  readonly kind: 'dns-lookup';
  readonly origin: Origin;
  readonly quoted?: boolean;
  readonly client: 'bind' | 'busybox' | 'busybox-small' | 'windows' | 'resolve-dnsname' | 'dig' | 'host' | 'unknown';
  /**
   * The name asked for, in lower case, without a trailing dot
   */
  readonly query?: string;
  readonly server?: string;
  readonly result?:
    'ok' | 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED' | 'noanswer' | 'timeout' | 'connection refused' | 'unresolved';
  readonly aliases?: readonly DnsAlias[];
  /**
   * Every address of the answer; never the server's
   */
  readonly address?: readonly string[];
  /**
   * Names of a reverse lookup
   */
  readonly names?: readonly string[];
  /**
   * private if any final address is (RFC 1918, 100.64/10, fc00::/7); local for loopback and link-local; else public
   */
  readonly scope?: 'private' | 'public' | 'local';
  /**
   * Class of the endpoint asked for
   */
  readonly endpoint?: string;
  /**
   * Azure region in the name asked for
   */
  readonly region?: string;
  /**
   * Where it was asked
   */
  readonly vantage?: 'pod' | 'workstation' | 'unknown';
  readonly namespace?: string;
  /**
   * The pod it was asked in
   */
  readonly pod?: string;
  readonly component?: string;
}
export interface DnsAlias {
  readonly name: string;
  readonly target?: string;
}
/**
 * The error of an operation: az, ARM, Terraform or Helm.
 */
export interface OperationErrorFact {
  readonly kind: 'operation-error';
  readonly origin: Origin;
  /**
   * Where the same error is printed again
   */
  readonly also?: readonly Origin[];
  readonly quoted?: boolean;
  readonly source?: 'az' | 'arm' | 'terraform' | 'helm' | 'extension-operator' | 'text';
  readonly code?: string;
  readonly message: string;
  readonly category?: string;
  readonly advice?: string;
  readonly innerError?: string;
  /**
   * Create, Update or Delete
   */
  readonly operation?: string;
  /**
   * The Helm release it is about
   */
  readonly release?: string;
  /**
   * Namespace of that release
   */
  readonly namespace?: string;
  /**
   * What the innermost known sentence says went wrong; connected-cluster: an error with a code AZK8Snnnn, of the commands that connect a cluster to Azure Arc
   */
  readonly class?:
    | 'no-response'
    | 'not-ready'
    | 'job-failed'
    | 'chart-download'
    | 'chart-rendering'
    | 'resource-exists'
    | 'operation-in-progress'
    | 'release-name-taken'
    | 'no-deployed-release'
    | 'conflict'
    | 'connected-cluster'
    | 'other';
  readonly denial?: Denial;
  /**
   * The admission webhook that could not be called
   */
  readonly failedWebhook?: string;
  /**
   * Helm hook that failed, such as pre-install
   */
  readonly hook?: string;
  /**
   * What a wait for readiness says was not ready
   */
  readonly notReady?: readonly NotReady[];
  /**
   * Names of what it says was not ready or failed, without generated parts
   */
  readonly workloads?: readonly string[];
  /**
   * Name of the job that failed
   */
  readonly job?: string;
  /**
   * BackoffLimitExceeded, DeadlineExceeded ...
   */
  readonly jobReason?: string;
  readonly template?: TemplatePosition;
  /**
   * Objects that exist already
   */
  readonly conflicts?: readonly ConflictingObject[];
  /**
   * The chart, its reference or its repository, as printed
   */
  readonly chart?: string;
  readonly chartVersion?: string;
  readonly extension?: string;
  readonly transport?: Transport;
  readonly httpStatus?: number;
  readonly time?: string;
}
export interface NotReady {
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly status?: string;
  readonly message?: string;
}
/**
 * Where a chart could not be rendered
 */
export interface TemplatePosition {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /**
   * Such as .Values.global.ha.enabled
   */
  readonly expression?: string;
  readonly reason?: string;
}
export interface ConflictingObject {
  readonly kind?: string;
  readonly name: string;
  /**
   * Absent for an object of the whole cluster
   */
  readonly namespace?: string;
  readonly wantedRelease?: string;
  readonly wantedNamespace?: string;
  /**
   * Absent where no release owns it
   */
  readonly currentRelease?: string;
  readonly currentNamespace?: string;
}
/**
 * A revision of a Helm release, from `helm list`, `helm status` or `helm history`.
 */
export interface ReleaseFact {
  readonly kind: 'release';
  readonly origin: Origin;
  readonly quoted?: boolean;
  readonly name?: string;
  readonly namespace?: string;
  readonly revision?: number;
  /**
   * The newest revision its capture shows
   */
  readonly latest?: boolean;
  /**
   * When it was last deployed, ISO 8601
   */
  readonly time?: string;
  /**
   * deployed, failed, pending-install, superseded ... as printed
   */
  readonly status?: string;
  readonly chart?: string;
  readonly appVersion?: string;
  readonly description?: string;
  readonly cells?: {
    readonly [k: string]: string | number;
  };
}
/**
 * A cluster extension as Azure shows it, from `az k8s-extension show` or `list` (JSON, YAML or table).
 */
export interface ExtensionFact {
  readonly kind: 'extension';
  readonly origin: Origin;
  readonly quoted?: boolean;
  readonly name?: string;
  /**
   * Its type in lower case, such as microsoft.flux
   */
  readonly extension?: string;
  /**
   * The provisioning state: Succeeded, Failed, Creating ...
   */
  readonly state?: string;
  /**
   * The version that runs, else the one that was asked for
   */
  readonly version?: string;
  readonly releaseTrain?: string;
  /**
   * Whether minor versions follow by themselves
   */
  readonly autoUpgrade?: boolean;
  /**
   * cluster or namespace
   */
  readonly scope?: string;
  /**
   * Namespace it is released to
   */
  readonly namespace?: string;
  /**
   * The cluster that its resource id names
   */
  readonly cluster?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly statuses?: readonly ExtensionStatus[];
  /**
   * When Azure last changed it, ISO 8601
   */
  readonly time?: string;
}
export interface ExtensionStatus {
  readonly code?: string;
  readonly displayStatus?: string;
  /**
   * Error, Warning or Information
   */
  readonly level?: string;
  readonly message?: string;
  readonly time?: string;
}
/**
 * A config map with its data.
 */
export interface ConfigMapFact {
  readonly kind: 'config-map';
  readonly origin: Origin;
  readonly quoted?: boolean;
  readonly namespace?: string;
  readonly name?: string;
  readonly data?: {
    readonly [k: string]: string;
  };
  /**
   * Entries of CoreDNS hosts blocks in its data
   */
  readonly hosts?: readonly HostsEntry[];
}
export interface HostsEntry {
  readonly address: string;
  readonly name: string;
  readonly key: string;
}
/**
 * What pods are made from, with how many of them are ready: a row of its table, its description, or it in JSON or YAML.
 */
export interface WorkloadFact {
  readonly kind: 'workload';
  readonly origin: Origin;
  readonly quoted?: boolean;
  readonly objectKind:
    'deployment' | 'replicaset' | 'replicationcontroller' | 'statefulset' | 'daemonset' | 'job' | 'cronjob';
  readonly namespace?: string;
  readonly name?: string;
  readonly labels?: {
    readonly [k: string]: string;
  };
  readonly annotations?: {
    readonly [k: string]: string;
  };
  /**
   * Pods it is to have; of a job, how many of them have to complete
   */
  readonly desired?: number;
  /**
   * Pods that there are
   */
  readonly current?: number;
  /**
   * Pods made from the newest template
   */
  readonly updated?: number;
  readonly ready?: number;
  /**
   * Pods that have been ready for as long as is asked for
   */
  readonly available?: number;
  /**
   * Desired pods that are not available, or not ready where only that is shown; of a job untold
   */
  readonly unavailable?: number;
  /**
   * Of a job, pods that run or wait; of a cron job, jobs
   */
  readonly active?: number;
  /**
   * Of a job, pods that completed
   */
  readonly succeeded?: number;
  /**
   * Of a job, pods that failed
   */
  readonly failed?: number;
  /**
   * Of a job: Complete, Failed, Running, Suspended ... as printed, or as its conditions say
   */
  readonly status?: string;
  /**
   * Of a job or cron job
   */
  readonly suspended?: boolean;
  /**
   * Of a cron job
   */
  readonly schedule?: string;
  readonly conditions?: readonly StatusCondition[];
  /**
   * Images of its containers
   */
  readonly images?: readonly string[];
  /**
   * KIND/NAME
   */
  readonly controlledBy?: string;
  readonly age?: string;
  readonly ageSeconds?: number;
  /**
   * Azure agent, such as extension-agent
   */
  readonly component?: string;
  /**
   * Type of the cluster extension, in lower case
   */
  readonly extension?: string;
  /**
   * The Helm release that installed it
   */
  readonly release?: string;
  /**
   * Name without a generated part: that of what it belongs to
   */
  readonly workload?: string;
  /**
   * The row of a table as printed, by heading in lower case
   */
  readonly cells?: {
    readonly [k: string]: string | number;
  };
}
/**
 * An object of any other kind: a row of its table, or who it is in YAML and in its description.
 */
export interface ObjectFact {
  readonly kind: 'object';
  readonly origin: Origin;
  readonly quoted?: boolean;
  /**
   * Kind in lower case, singular: deployment, service; absent where nothing tells it
   */
  readonly objectKind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly labels?: {
    readonly [k: string]: string;
  };
  /**
   * The row of a table as printed, by heading in lower case
   */
  readonly cells?: {
    readonly [k: string]: string | number;
  };
}
/**
 * A capture that failed: says what could not be seen, never what is.
 */
export interface CollectionFailureFact {
  readonly kind: 'collection-failure';
  readonly origin: Origin;
  readonly quoted?: boolean;
  /**
   * Forbidden, NotFound, none, unreachable, unauthorized ...
   */
  readonly reason: string;
  readonly message: string;
  readonly command?: string;
  readonly resource?: string;
  readonly transport?: Transport;
  readonly namespace?: string;
  readonly name?: string;
}
/**
 * Derived: what another rule found, for rules that build on it.
 */
export interface FindingFact {
  readonly kind: 'finding';
  readonly origin: Origin;
  readonly quoted?: boolean;
  readonly rule: string;
  readonly cause?: string;
  /**
   * Id of the finding
   */
  readonly finding: string;
  readonly verdict?: 'confirmed' | 'likely' | 'excluded';
  readonly resolved?: boolean;
  /**
   * Of a finding without cause: whether one of its causes is at least likely
   */
  readonly explained?: boolean;
  readonly namespace?: string;
  readonly pod?: string;
  readonly node?: string;
  readonly region?: string;
  readonly component?: string;
  readonly extension?: string;
  readonly release?: string;
  readonly workload?: string;
  readonly host?: string;
}
