#ifndef CCOVERAGE_H
#define CCOVERAGE_H

#include <stddef.h>
#include <stdint.h>

/// How many edges of code are counted.
size_t coverage_count(void);

/// Where the code of an edge stands, from the start of the program.
uintptr_t coverage_place(size_t edge);

/// Forgets all edges but those whose byte is 0xFF; `kept` has a byte for each, 0 or 0xFF.
void coverage_keep(const uint8_t *kept);

#endif
