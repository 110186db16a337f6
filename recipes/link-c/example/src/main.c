#include <stdio.h>
#include <stdlib.h>

#include "dice.h"

int main(int count, char **arguments) {
    int throws = count > 1 ? atoi(arguments[1]) : 1;
    Dice dice = dice_new(42);
    for (int index = 0; index < throws; index++) printf("%d%c", dice_throw(&dice), index + 1 < throws ? ' ' : '\n');
    return 0;
}
