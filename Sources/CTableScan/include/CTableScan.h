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

// What else is seen where marks are looked for.
typedef struct {
    // For each row end its index among the marks; room for as many as for marks.
    uint32_t *ends;
    size_t count;
    // Whether some byte is neither a delimiter nor a quotation mark nor ends a row, and would not be
    // plain (see `table_is_plain`); a carriage return before a line feed that ends rows is no such byte.
    _Bool odd;
    // Whether there is a quotation mark.
    _Bool quoted;
} table_rows;

// The same for a delimiter, a quotation mark and what ends rows.
size_t table_index_odd(const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter,
                       uint8_t quote, uint8_t row_end, uint8_t banned, uint32_t *marks,
                       table_rows *rows);

// Writes cells, laid out as Swift's `TableCell`, that end at one mark after the other and begin behind
// the mark before, but for the first, which begins at `start`; offsets are counted from `row`. There is
// room for 4 more, and 4 more marks are readable.
void table_cells(const uint32_t *marks, size_t count, uint32_t row, uint32_t start, void *cells);

// The same on every machine, by 32 bytes at most where the machine can do more; for comparison.
void table_cells_narrow(const uint32_t *marks, size_t count, uint32_t row, uint32_t start,
                        void *cells);
size_t table_index_odd_by_32(const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter,
                             uint8_t quote, uint8_t row_end, uint8_t banned, uint32_t *marks,
                             table_rows *rows);
size_t table_index_odd_narrow(const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter,
                              uint8_t quote, uint8_t row_end, uint8_t banned, uint32_t *marks,
                              table_rows *rows);
size_t table_index_narrow(const uint8_t *bytes, size_t start, size_t stop, uint8_t a, uint8_t b,
                          uint8_t c, uint32_t *marks);

// How many of the bytes are `wanted`.
size_t table_count(const uint8_t *bytes, size_t count, uint8_t wanted);

// The same of two bytes at once.
size_t table_count_both(const uint8_t *bytes, size_t count, uint8_t one, uint8_t other,
                        size_t *others);

// Whether all bytes are printable ASCII, or `allowed`, and none is a backslash or `banned`.
_Bool table_is_plain(const uint8_t *bytes, size_t count, uint8_t allowed, uint8_t banned);

// Whether all bytes are ASCII.
_Bool table_is_ascii(const uint8_t *bytes, size_t count);

#endif
