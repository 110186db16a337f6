// Says hello.

export const hello = "hello";
