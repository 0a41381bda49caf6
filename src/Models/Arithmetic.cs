// One place decides whose logarithm, exponential and power the models use.
global using PureMath = System.Math;
