#include "CTableScan.h"
#include "table_wide.h"

// What stands for a cell in memory: `TableCell`.
typedef struct {
    uint32_t start, count, input_start, input_count;
    uint8_t is_empty, is_plain;
} table_cell;

#if defined(__x86_64__)
// Four cells at a time: each begins behind the mark before its own.
TABLE_WIDE static void table_cells_wide(
    const uint32_t *marks, size_t first, size_t count, uint32_t row, table_cell *cells) {
    const __m128i one = _mm_set1_epi32(1), base = _mm_set1_epi32((int)(row - 1));
    const __m128i plain = _mm_set1_epi32(0x100);
    for (size_t i = first; i < count; i += 4) {
        const __m128i before = _mm_loadu_si128((const __m128i *)(marks + i - 1));
        const __m128i mark = _mm_loadu_si128((const __m128i *)(marks + i));
        const __m128i start = _mm_sub_epi32(before, base);
        const __m128i length = _mm_sub_epi32(_mm_sub_epi32(mark, before), one);
        const __m128i flags =
            _mm_sub_epi32(plain, _mm_cmpeq_epi32(length, _mm_setzero_si128()));
        const __m128i low = _mm_unpacklo_epi32(start, length);
        const __m128i high = _mm_unpackhi_epi32(start, length);
        uint8_t *const out = (uint8_t *)(cells + i);
        _mm_storeu_si128((__m128i *)out, _mm_shuffle_epi32(low, 0x44));
        _mm_storeu_si32(out + 16, flags);
        _mm_storeu_si128((__m128i *)(out + 20), _mm_shuffle_epi32(low, 0xEE));
        _mm_storeu_si32(out + 36, _mm_shuffle_epi32(flags, 1));
        _mm_storeu_si128((__m128i *)(out + 40), _mm_shuffle_epi32(high, 0x44));
        _mm_storeu_si32(out + 56, _mm_shuffle_epi32(flags, 2));
        _mm_storeu_si128((__m128i *)(out + 60), _mm_shuffle_epi32(high, 0xEE));
        _mm_storeu_si32(out + 76, _mm_shuffle_epi32(flags, 3));
    }
}

// Sixteen cells at a time: five numbers each, so that five vectors take them all.
TABLE_WIDEST static void table_cells_widest(
    const uint32_t *marks, size_t count, uint32_t row, uint32_t start, table_cell *cells) {
    // Where the numbers of one vector after the other come from: a cell's start, or 16 and its length.
    static const uint32_t sources[80] = {
        0,  16, 0,  16, 0,  1,  17, 1,  17, 1,  2,  18, 2,  18, 2,  3,  19, 3,  19, 3,
        4,  20, 4,  20, 4,  5,  21, 5,  21, 5,  6,  22, 6,  22, 6,  7,  23, 7,  23, 7,
        8,  24, 8,  24, 8,  9,  25, 9,  25, 9,  10, 26, 10, 26, 10, 11, 27, 11, 27, 11,
        12, 28, 12, 28, 12, 13, 29, 13, 29, 13, 14, 30, 14, 30, 14, 15, 31, 15, 31, 15};
    // Every fifth is a cell's flags.
    static const __mmask16 flagged[5] = {0x4210, 0x2108, 0x1084, 0x0842, 0x8421};
    const __m512i one = _mm512_set1_epi32(1), base = _mm512_set1_epi32((int)(row - 1));
    const __m512i plain = _mm512_set1_epi32(0x100);
    __m512i last = _mm512_set1_epi32((int)(start - 1));
    for (size_t i = 0; i < count; i += 16) {
        const size_t left = count - i < 16 ? count - i : 16;
        const __m512i mark =
            _mm512_maskz_loadu_epi32((__mmask16)((1u << left) - 1), marks + i);
        const __m512i before = _mm512_alignr_epi32(mark, last, 15);
        const __m512i length = _mm512_sub_epi32(_mm512_sub_epi32(mark, before), one);
        const __m512i from = _mm512_sub_epi32(before, base);
        const __m512i flags = _mm512_mask_or_epi32(
            plain, _mm512_testn_epi32_mask(length, length), plain, one);
        unsigned __int128 kept = ((unsigned __int128)1 << (5 * left)) - 1;
        uint32_t *const out = (uint32_t *)(cells + i);
        for (int part = 0; part < 5; part++, kept >>= 16) {
            const __m512i source = _mm512_loadu_si512(sources + 16 * part);
            const __m512i numbers = _mm512_mask_permutexvar_epi32(
                _mm512_permutex2var_epi32(from, source, length), flagged[part], source, flags);
            _mm512_mask_storeu_epi32(out + 16 * part, (__mmask16)kept, numbers);
        }
        last = mark;
    }
}
#endif

void table_cells_narrow(
    const uint32_t *marks, size_t count, uint32_t row, uint32_t start, void *cells) {
    table_cell *const out = cells;
    for (size_t i = 0; i < count; start = marks[i++] + 1) {
        const uint32_t length = marks[i] - start;
        out[i] = (table_cell){start - row, length, start - row, length, length == 0, 1};
    }
}

void table_cells(
    const uint32_t *marks, size_t count, uint32_t row, uint32_t start, void *cells) {
#if defined(__x86_64__)
    if (table_is_widest()) return table_cells_widest(marks, count, row, start, cells);
    if (table_is_wide()) {
        // The first begins where it is said; of the last few some are written anew by the next.
        table_cells_narrow(marks, count < 1 ? count : 1, row, start, cells);
        return table_cells_wide(marks, 1, count, row, cells);
    }
#endif
    table_cells_narrow(marks, count, row, start, cells);
}
