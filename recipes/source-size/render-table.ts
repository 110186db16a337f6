// Counts by folder as a page in Markdown. Knows no file.
import type { FolderSize } from '../code-size/folder-sizes.ts';
import { total } from './total.ts';

/** `chart`: the name of the picture beside the page. */
export function renderTable(title: string, folders: readonly FolderSize[], chart: string): string {
  const sum = total(folders);
  const rows = folders.map((folder) => row(`\`${folder.folder}\``, folder));
  return [
    `# ${title}`,
    '',
    `![${title}, by folder](${chart})`,
    '',
    '| Folder | Files | Code | Comments | Blank |',
    '| :-- | --: | --: | --: | --: |',
    ...rows,
    row('**all**', sum),
    '',
  ].join('\n');
}

function row(name: string, { files, code, comment, blank }: Omit<FolderSize, 'folder'>): string {
  return `| ${name} | ${files} | ${code} | ${comment} | ${blank} |`;
}
