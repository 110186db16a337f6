// Compiles conditions by LiquidJS. Knows no place and no quoting.
import { isTruthy, Tokenizer, toValueSync, Value } from 'liquidjs';
import { err, ok, type Result } from '../../base/result.ts';
import type { Condition } from './compiled.ts';
import { conditionSlip } from './condition-slips.ts';
import type { TemplateFault } from './fault.ts';
import { analyseValue } from './liquid-analysis.ts';
import { TemplateContext } from './liquid-context.ts';
import { parseFaults, renderFault } from './liquid-fault.ts';
import { liquid } from './liquid-template.ts';

export function compileLiquidCondition(text: string): Result<Condition, readonly TemplateFault[]> {
  const slip = conditionSlip(text);
  if (slip) return err([slip]);
  let value: Value;
  try {
    value = new Value(new Tokenizer(text, liquid.options.operators).readFilteredValue(), liquid);
  } catch (error) {
    return err(parseFaults(error).map((fault) => withHint(fault, text)));
  }
  const { variables, faults } = analyseValue(value, text.length, liquid.filters);
  if (faults.length > 0) return err(faults);
  return ok({
    text,
    variables: variables.map(({ name, path, offset, length }) => ({
      name,
      path,
      offset,
      length,
      list: true,
    })),
    test(values) {
      try {
        const context = new TemplateContext(liquid, values, {});
        return ok(isTruthy(toValueSync(value.value(context, true)), context));
      } catch (error) {
        return err(renderFault(error, text));
      }
    },
  });
}

/** After a filter LiquidJS reads nothing but more of it. */
function withHint(fault: TemplateFault, text: string): TemplateFault {
  const isAfterFilter = text.lastIndexOf('|', fault.offset) >= 0;
  const hint = 'filters come last in a condition; compare properties, such as `list.size > 1`';
  return isAfterFilter && fault.hint === undefined ? { ...fault, hint } : fault;
}
