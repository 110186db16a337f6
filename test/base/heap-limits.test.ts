// When V8 is told to hold less.
import { expect, test, vi } from 'vitest';
import { noteHeld } from '../../engine/base/heap-limits.ts';

test('V8 is told once, when much is held', () => {
  const setFlagsFromString = vi.fn();
  const getBuiltinModule = vi.spyOn(process, 'getBuiltinModule').mockReturnValue({ setFlagsFromString });
  try {
    for (let held = 1; held < 8_192; held++) noteHeld();
    expect(getBuiltinModule).not.toHaveBeenCalled();
    for (let held = 0; held < 100; held++) noteHeld();
    expect(setFlagsFromString.mock.calls).toEqual([
      ['--semi-space-growth-factor=1'],
      ['--heap-growing-percent=50'],
    ]);
  } finally {
    getBuiltinModule.mockRestore();
  }
});
