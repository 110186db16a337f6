// Whom to greet.
export const name: string = 'world';
