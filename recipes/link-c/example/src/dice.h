// Dice that always fall the same way.
#ifndef DICE_H
#define DICE_H

#include <stdint.h>

typedef struct {
    uint32_t state;
} Dice;

Dice dice_new(uint32_t seed);

// 1 to 6.
int dice_throw(Dice *dice);

#endif
