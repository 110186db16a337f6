#include "shapes.h"

double circle_area(double radius) {
    return 3.141592653589793 * radius * radius;
}
