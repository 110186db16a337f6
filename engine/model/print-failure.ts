// A job's failure in one line of plain words. Knows no terminal.
import type { NamedExit } from './exit-code.ts';
import type { JobFailure } from './failure.ts';

export function printFailure(failure: JobFailure): string {
  switch (failure.type) {
    case 'exit': {
      if (failure.name !== undefined) return `exited with ${printExit(failure)}`;
      return `exited with status ${failure.status}${signalOf(failure.status)}`;
    }
    case 'signal':
      return `was ended by ${failure.signal}`;
    case 'timeout':
      return `took longer than its timeout of ${failure.afterMs / 1000} s`;
    case 'killed':
      return `was killed by ${failure.by}`;
    case 'missing-input':
      return `${missingInput(failure)} (its link ${failure.link}; one that may be missing says \`required_for_start: false\`)`;
    case 'missing-output':
      return failure.link === 'depfile'
        ? 'wrote no depfile'
        : `did not make its output ${failure.link}: ${failure.path} (the job must write to the path that ${failure.link} gives it)`;
    case 'unexpected-output':
      return `made ${failure.path}, which does not fit ${failure.pattern} of its output ${failure.link}`;
    case 'invalid-input':
      return `got an invalid ${failure.link}: ${failure.path}: ${failure.message}`;
    case 'invalid-output':
      return `made an invalid ${failure.link}: ${failure.path}: ${failure.message}`;
    case 'emission':
      return printEmission(failure);
    case 'undeclared-input':
      return `read ${failure.path}, which another task makes: declare it as an input from ${failure.repository}`;
    case 'stray-in-the-way':
      return `would write over ${failure.path}, which pipe did not make`;
    case 'unsure':
      return `${failure.path} changes while it runs`;
    case 'input-taken':
      return `moved its input ${failure.path} away, which was put back: let it copy what it keeps`;
    case 'render':
      return `its text cannot be filled in: ${failure.at === undefined ? '' : `${failure.at}: `}${failure.message}`;
    case 'exception':
      return failure.message;
    case 'system':
      return failure.path === undefined || failure.message.includes(failure.path)
        ? failure.message
        : `${failure.message}: ${failure.path}`;
    default: {
      const rest: never = failure;
      return JSON.stringify(rest);
    }
  }
}

/** `NO_TEXT (3): the book has no text`. */
export function printExit({ status, name, message }: NamedExit): string {
  return `${name === undefined ? `status ${status}` : `${name} (${status})`}${message === undefined ? '' : `: ${message}`}`;
}

function printEmission({ problem, port, message, line }: Extract<JobFailure, { type: 'emission' }>): string {
  const where = line === undefined ? '' : `line ${line} of $PIPE_OUT`;
  switch (problem) {
    case 'no-json':
      return `wrote what is no output: ${where} ${message}`;
    case 'unknown':
      return `emitted "${port}" (${where}), which is no output: ${message}`;
    case 'invalid':
      return `emitted an invalid ${port}${where === '' ? '' : ` (${where})`}: ${message}`;
    case 'missing':
      return `did not emit its output ${port}: ${message}`;
    case 'twice':
      return `both wrote and emitted its output ${port}: ${message}`;
    default:
      return problem satisfies never;
  }
}

function missingInput({ path, found }: Extract<JobFailure, { type: 'missing-input' }>): string {
  switch (found) {
    case 'nothing':
      return `needs ${path}, which is not there and which no task makes`;
    case 'folder':
      return `needs the file ${path}, which is a folder: a repository of \`type: directory\` takes folders`;
    case 'file':
      return `needs the folder ${path}, which is a file: a repository of \`type: file\` takes files`;
    case 'dangling-link':
      return `needs ${path}, which is a link that leads nowhere`;
    case 'special-file':
      return `needs the file ${path}, which is neither a file nor a folder`;
    default:
      return found satisfies never;
  }
}

/** A shell says that a signal ended the last command by a status above 128. */
function signalOf(status: number): string {
  const names: Record<number, string> = {
    130: 'SIGINT',
    134: 'SIGABRT',
    137: 'SIGKILL',
    139: 'SIGSEGV',
    143: 'SIGTERM',
  };
  return names[status] === undefined ? '' : ` (${names[status]})`;
}
