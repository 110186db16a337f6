// The folder that was watched is gone. Knows no watch.

export class RootGone extends Error {}
