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

// The same for a delimiter, a quotation mark and what ends rows. `*odd` is set where a byte is none of
// these and would not be plain (see `table_is_plain`); a carriage return before a line feed that ends
// rows is no such byte.
size_t table_index_odd(const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter,
                       uint8_t quote, uint8_t row_end, uint8_t banned, uint32_t *marks, _Bool *odd);

// The same on every machine; for comparison.
size_t table_index_odd_narrow(const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter,
                              uint8_t quote, uint8_t row_end, uint8_t banned, uint32_t *marks,
                              _Bool *odd);
size_t table_index_narrow(const uint8_t *bytes, size_t start, size_t stop, uint8_t a, uint8_t b,
                          uint8_t c, uint32_t *marks);

// How many of the bytes are `wanted`.
size_t table_count(const uint8_t *bytes, size_t count, uint8_t wanted);

// Whether all bytes are printable ASCII, or `allowed`, and none is a backslash or `banned`.
_Bool table_is_plain(const uint8_t *bytes, size_t count, uint8_t allowed, uint8_t banned);

// Whether all bytes are ASCII.
_Bool table_is_ascii(const uint8_t *bytes, size_t count);

#endif
