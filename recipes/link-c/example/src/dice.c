#include "dice.h"

#include <math.h>

Dice dice_new(uint32_t seed) {
    return (Dice){seed};
}

int dice_throw(Dice *dice) {
    dice->state = dice->state * 1664525u + 1013904223u;
    return 1 + (int)floor(dice->state / 4294967296.0 * 6);
}
