// The job of source-size: counts of code-size in; data, table and chart out.
import type { InputHandle, InputList, Job, OutputHandle } from '../../engine/index.ts';
import type { FolderSize } from '../code-size/folder-sizes.ts';
import { renderChart } from './render-chart.ts';
import { renderTable } from './render-table.ts';
import { total } from './total.ts';

type Links = {
  readonly sizes: InputList;
  readonly data: OutputHandle;
  readonly table: OutputHandle;
  readonly chart: OutputHandle;
};
type Params = { readonly title: string };

export async function sourceSize({ sizes, data, table, chart, params }: Job<Links, Params>): Promise<void> {
  const read = await Promise.all(sizes.map((size: InputHandle) => size.json<readonly FolderSize[]>()));
  const folders = read.flat().toSorted((left, right) => (left.folder < right.folder ? -1 : 1));
  await data.json({ folders, total: total(folders) });
  await table.text(renderTable(params.title, folders, chart.name));
  await chart.text(renderChart(params.title, folders));
}
