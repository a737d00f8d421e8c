// Finds what parts cells and rows, a vector at a time: Swift's SIMD64 compares are scalarised, and
// it has no way to choose by what the machine can do. Callers guarantee 64 readable bytes beyond
// every end.
#ifndef CTABLESCAN_H
#define CTABLESCAN_H

#include <stddef.h>
#include <stdint.h>

// Writes the offsets of bytes equal to `a`, `b` or `c` from `start` to before `stop` to `marks`, and
// returns how many there are. There is room for 64 numbers more than there are bytes.
size_t table_index(const uint8_t *bytes, size_t start, size_t stop, uint8_t a, uint8_t b,
                   uint8_t c, uint32_t *marks);

// The same on every machine; for comparison.
size_t table_index_narrow(const uint8_t *bytes, size_t start, size_t stop, uint8_t a, uint8_t b,
                          uint8_t c, uint32_t *marks);

// How many of the bytes are `wanted`.
size_t table_count(const uint8_t *bytes, size_t count, uint8_t wanted);

// Whether all bytes are printable ASCII, or `allowed`, and none is a backslash or `banned`.
_Bool table_is_plain(const uint8_t *bytes, size_t count, uint8_t allowed, uint8_t banned);

// Whether all bytes are ASCII.
_Bool table_is_ascii(const uint8_t *bytes, size_t count);

#endif
