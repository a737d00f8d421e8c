// Finds what parts cells and rows, a vector at a time. Callers guarantee 64 readable bytes beyond
// every end.
#ifndef CTABLESCAN_H
#define CTABLESCAN_H

#include <stddef.h>
#include <stdint.h>

#endif
