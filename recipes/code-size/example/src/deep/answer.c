/* Two
   lines. */
int answer = 42; // the answer
