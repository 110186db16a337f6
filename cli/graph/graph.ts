// A plan as nodes and edges, which every format draws. Knows no format.
import type { LinkPlan, Plan, RepositoryPlan } from '../../engine/index.ts';

export interface GraphNode {
  readonly id: string;
  /** Of a pipeline the first two, of a tube the others. */
  readonly kind: 'task' | 'repository' | 'node' | 'input' | 'asset';
  readonly name: string;
  /** Path or type of a repository, description of a task; one line. */
  readonly detail?: string;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** The link's name with its selector, or the child's name of a combinator. */
  readonly label: string;
  /** `gate`: decides whether jobs run, and is not read; `same`: one repository's files are seen by another. */
  readonly kind: 'data' | 'gate' | 'status' | 'child' | 'same';
}

export interface Graph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** What does something is drawn as a box, what holds something as a cylinder. */
export function isDoer({ kind }: GraphNode): boolean {
  return kind === 'task' || kind === 'node';
}

export function pipelineGraph(plan: Plan): Graph {
  const repositories = plan.repositories.map(repositoryNode);
  const tasks = plan.tasks.map(({ id, name, description }): GraphNode => {
    const detail = description?.split('\n', 1)[0];
    return { id: taskId(id), kind: 'task', name, ...(detail ? { detail } : {}) };
  });
  const edges = [
    ...plan.repositories.flatMap(repositoryEdges),
    ...plan.tasks.flatMap((task) => task.links.flatMap((link) => linkEdges(taskId(task.id), link))),
  ];
  return { name: plan.name, nodes: [...repositories, ...tasks], edges };
}

const taskId = (id: number) => `t${id}`;
const repositoryId = (id: number) => `r${id}`;

function repositoryNode(repository: RepositoryPlan): GraphNode {
  const detail = 'pattern' in repository ? repository.pattern : repository.type;
  return {
    id: repositoryId(repository.id),
    kind: 'repository',
    name: repository.name,
    ...(detail === repository.name ? {} : { detail }),
  };
}

function repositoryEdges(repository: RepositoryPlan): GraphEdge[] {
  const to = repositoryId(repository.id);
  switch (repository.type) {
    case 'file':
    case 'directory':
    case 'yaml':
    case 'json':
    case 'compressed':
    case 'tar':
    case 'tree':
      return repository.sees.map((seen) => ({
        from: repositoryId(seen.repository),
        to,
        label: '',
        kind: 'same',
      }));
    case 'memory':
      return [];
    case 'and':
    case 'or':
    case 'unless':
    case 'filter':
    case 'map':
    case 'related':
    case 'fallback':
      return repository.children.map((child) => ({
        from: repositoryId(child.repository),
        to,
        label: child.name,
        kind: 'child',
      }));
    default:
      return repository satisfies never;
  }
}

function linkEdges(task: string, link: LinkPlan): GraphEdge[] {
  const repository = repositoryId(link.repository);
  const label = link.name + selectorText(link);
  const edges: GraphEdge[] = [];
  if (link.isInput) edges.push({ from: repository, to: task, label, kind: 'data' });
  else if (link.requiredForStart || link.inhibitsStart || link.cancels)
    edges.push({ from: repository, to: task, label, kind: 'gate' });
  if (link.isOutput) edges.push({ from: task, to: repository, label, kind: 'data' });
  else if (link.isStatus) edges.push({ from: task, to: repository, label, kind: 'status' });
  return edges;
}

function selectorText({ select }: LinkPlan): string {
  switch (select.type) {
    case 'same':
    case 'unit':
      return '';
    case 'all':
      return ' (all)';
    case 'key':
      return ` (${select.template})`;
    case 'keys':
      return ` (${select.pattern})`;
    case 'join':
      return ` (${[select.link, ...select.path].join('.')})`;
    case 'digest':
      return ' (by digest)';
    case 'cokeyed':
      return ` (as ${select.link})`;
    default:
      return select satisfies never;
  }
}
