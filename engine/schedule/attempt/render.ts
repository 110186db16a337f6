// From a job with its members to the work that an executor gets: templates filled in, environment complete. Knows no
// store and starts nothing.
import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { withMember } from '../../base/with-member.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { AssetUse, Work } from '../../executor/port.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Plan, TaskPlan } from '../../model/plan.ts';
import { compileTemplate } from '../../pipeline/template/template.ts';
import type { Template, TemplateOptions } from '../../pipeline/template/compiled.ts';
import { PathValue } from '../../pipeline/template/value.ts';
import type { TemplateValue, TemplateValues } from '../../pipeline/template/value.ts';
import type { Job } from '../job.ts';
import { invalidInput } from './invalid-input.ts';
import { paramsOf } from './generated.ts';
import { fillTexts } from './fill-texts.ts';
import { listOf, templateValue } from '../keys/member-value.ts';
import { lookedAt } from './looked-at.ts';
import type { OutputSlot } from './output-slot.ts';
import { renderFault } from './render-fault.ts';
import type { Places, RenderPorts, StepRender } from './render-ports.ts';
import { badRank, rankFailure } from '../queue/rank-failure.ts';
import type { LinkMembers } from '../keys/resolution.ts';

export class Renderer {
  readonly #plan: Plan;
  readonly #ports: RenderPorts;
  readonly #templates = new Map<string, Template>();

  constructor(plan: Plan, ports: RenderPorts) {
    this.#plan = plan;
    this.#ports = ports;
  }

  /** `env` is what every job of the pipeline has. */
  render(
    job: Job,
    links: readonly LinkMembers[],
    outputs: readonly OutputSlot[],
    places: Places,
    env: Readonly<Record<string, string>>,
    step?: StepRender,
  ): Result<Work, JobFailure> {
    const task = job.task.plan;
    const cwd = resolve(this.#ports.root, task.cwd);
    const params = this.#ports.reveal(paramsOf(job));
    const values = this.#values(job, params, links, outputs, places, cwd);
    if (!values.ok) return values;
    const named = step ? step.scope(values.value) : values.value;
    let lists = 0;
    const environment = {
      writeListFile: (paths: readonly string[]): string => {
        const path = places.listFile(lists++);
        writeFileSync(path, paths.map((each) => `${each}\n`).join(''));
        return relative(cwd, path);
      },
    };
    const text = (template: string, mode: TemplateOptions['mode']): Result<string, JobFailure> => {
      const rendered = this.#template(template, mode).render(named, environment);
      return rendered.ok ? rendered : err(renderFault(task, this.#ports.root, template, rendered.error));
    };
    const own: Record<string, string> = {};
    for (const [name, template] of Object.entries(task.env)) {
      const value = text(template, 'text');
      if (!value.ok) return value;
      own[name] = value.value;
    }
    const hidden = this.#ports.hidden(task);
    const base = {
      job: job.key === '' ? task.name : `${task.name}/${job.key}`,
      cwd,
      env: {
        ...env,
        ...own,
        PIPE_TASK: task.name,
        PIPE_KEY: job.key,
        PIPE_OUT: places.emitted,
        ...(step && { PIPE_CTX: step.context.file }),
      },
      log: places.log,
      ...(hidden && { hidden }),
      // A job in steps has one time for all of them.
      ...(task.timeoutMs === undefined || step ? {} : { timeoutMs: task.timeoutMs }),
      ...(task.longRunning && { ownGroup: true as const }),
    };
    const action = step?.action ?? task.action;
    switch (action.type) {
      case 'shell': {
        const script = text(action.template, 'shell');
        if (!script.ok) return script;
        return ok({
          ...base,
          action: {
            type: 'shell',
            text: script.value,
            ...(action.shell ? { shell: action.shell } : {}),
          },
        });
      }
      case 'exec': {
        const argv: string[] = [];
        for (const template of action.argv) {
          const args = this.#template(template, 'arg').renderArgs(named, environment);
          if (!args.ok) return err(renderFault(task, this.#ports.root, template, args.error));
          argv.push(...args.value);
        }
        return ok({ ...base, action: { type: 'exec', argv } });
      }
      case 'function': {
        const argument = this.#ports.argument(job, links, outputs, params);
        if (!argument.ok) return argument;
        const { module, export: name } = action;
        return ok({
          ...base,
          action: {
            type: 'function',
            module,
            moduleDigest: this.#ports.moduleDigest(task),
            export: name,
            argument: step
              ? { ...(argument.value as object), ...step.argument, context: step.context }
              : argument.value,
            ...this.#assets(task),
          },
        });
      }
      case 'tube': {
        const argument = this.#ports.argument(job, links, outputs, params);
        if (!argument.ok) return argument;
        const { file, input } = action;
        const digest = this.#ports.moduleDigest(task);
        return ok({
          ...base,
          action: {
            type: 'tube',
            file,
            digest,
            input: this.#ports.reveal(input),
            argument: argument.value,
            ...this.#assets(task),
          },
        });
      }
      case 'steps':
        throw new Error('each step is rendered by itself');
      default: {
        const rest: never = action;
        throw new Error(`unknown action ${JSON.stringify(rest)}`);
      }
    }
  }

  /** What the templates of a job may name. */
  scope(
    job: Job,
    links: readonly LinkMembers[],
    outputs: readonly OutputSlot[],
    places: Places,
  ): Result<TemplateValues, JobFailure> {
    const cwd = resolve(this.#ports.root, job.task.plan.cwd);
    return this.#values(job, this.#ports.reveal(paramsOf(job)), links, outputs, places, cwd);
  }

  /** The `values:` of the outputs that have some, filled in. */
  recordValues(
    job: Job,
    links: readonly LinkMembers[],
    outputs: readonly OutputSlot[],
    places: Places,
  ): Result<ReadonlyMap<string, JsonObject>, JobFailure> {
    const filled = new Map<string, JsonObject>();
    const task = job.task.plan;
    if (!task.links.some((link) => link.values)) return ok(filled);
    const cwd = resolve(this.#ports.root, task.cwd);
    const values = this.#values(job, this.#ports.reveal(paramsOf(job)), links, outputs, places, cwd);
    if (!values.ok) return values;
    for (const link of task.links) {
      if (!link.values) continue;
      const record = fillTexts(link.values, values.value, (text) => {
        const rendered = this.#template(text, 'text').render(values.value);
        return rendered.ok ? rendered : err(renderFault(task, this.#ports.root, text, rendered.error));
      });
      if (!record.ok) return record;
      filled.set(link.name, record.value as JsonObject);
    }
    return ok(filled);
  }

  /** The priority that the task's template gives a job, from what it will read. */
  rank(job: Job, links: readonly LinkMembers[]): Result<number, JobFailure> {
    const task = job.task.plan;
    if (task.ranking?.type !== 'template') return ok(task.priority);
    const params = { ...paramsOf(job), ...task.ranking.params };
    const values = this.#values(job, params, links, [], NOWHERE, this.#ports.root);
    if (!values.ok) return values;
    const seen: Record<string, TemplateValue> = {};
    for (const [name, value] of Object.entries(values.value))
      seen[name] = value instanceof PathValue ? lookedAt(value, this.#ports.root) : value;
    const rendered = this.#template(task.ranking.text, 'text').render(seen, {});
    if (!rendered.ok) return err(rankFailure(task, this.#ports.root, rendered.error.message));
    const text = rendered.value.trim();
    const number = text === '' ? Number.NaN : Number(text);
    return Number.isFinite(number) ? ok(number) : err(badRank(task, this.#ports.root, JSON.stringify(text)));
  }

  #assets(task: TaskPlan): { readonly assets?: readonly AssetUse[] } {
    if (!task.assets) return {};
    return {
      assets: task.assets.map((asset) => ({
        ...asset,
        params: this.#ports.reveal(asset.params),
        digest: this.#ports.assetDigest(task, asset.name),
      })),
    };
  }

  #values(
    job: Job,
    params: JsonObject,
    links: readonly LinkMembers[],
    outputs: readonly OutputSlot[],
    places: Places,
    cwd: string,
  ): Result<TemplateValues, JobFailure> {
    const task = job.task.plan;
    const at =
      task.cwd === ''
        ? (path: string): string => path
        : (path: string): string => relative(cwd, resolve(this.#ports.root, path));
    const shared = this.#ports.reveal(this.#plan.params);
    const values: Record<string, TemplateValue> = {
      ...shared,
      params: shared,
      ...params,
      key: job.key,
      task: task.name,
      recipe: { dir: relative(cwd, task.recipeDir) || '.' },
      depfile: new PathValue(relative(cwd, places.depfile)),
    };
    const put = (name: string, value: TemplateValue): void => {
      if (name.includes('.')) Object.assign(values, withMember(values, name.split('.'), value));
      else values[name] = value;
    };
    this.#ports.fieldsOf(job).forEach((value, index) => put(task.fields[index]!, value));
    // An input that may be missing is nothing where it is.
    for (const link of task.links) if (link.isInput) put(link.name, null);
    for (const { link, shape, members } of links) {
      const found: TemplateValue[] = [];
      for (const member of members) {
        const value = this.#ports.value(link.members, member.key);
        if (!value.ok) return err({ type: 'render', message: value.error.message });
        const wrong = invalidInput(task.takes?.[link.plan.name], link.plan.name, member.key, value.value);
        if (wrong) return err(wrong);
        found.push(templateValue(value.value, member.key, at));
      }
      put(link.plan.name, shape === 'one' ? (found[0] ?? null) : listOf(found));
    }
    for (const { link, key, staged } of outputs) put(link.plan.name, new PathValue(at(staged), key));
    return ok(values);
  }

  #template(text: string, mode: TemplateOptions['mode']): Template {
    const name = `${mode}\n${text}`;
    let template = this.#templates.get(name);
    if (!template) {
      const compiled = compileTemplate(text, { mode });
      if (!compiled.ok)
        throw new Error(`the plan holds a template that does not compile: ${compiled.error[0]?.message}`);
      this.#templates.set(name, (template = compiled.value));
    }
    return template;
  }
}

const NOWHERE: Places = { log: '', depfile: '', emitted: '', listFile: () => '' };
