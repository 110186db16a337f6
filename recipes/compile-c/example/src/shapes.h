// Areas of plane shapes.
#ifndef SHAPES_H
#define SHAPES_H

double square_area(double side);
double circle_area(double radius);

#endif
