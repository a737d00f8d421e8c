#include "CTableScan.h"
#include "table_wide.h"

#if defined(__x86_64__)
// Writes the places of the bits of `mask`, eight at a time; what is written beyond the last is
// written over by the next.
TABLE_WIDE static inline uint32_t *table_flatten(uint64_t mask, uint32_t base, uint32_t *out) {
    uint32_t *const next = out + _mm_popcnt_u64(mask);
    do {
        for (int i = 0; i < 8; i++, mask = _blsr_u64(mask))
            out[i] = base + (uint32_t)_tzcnt_u64(mask);
        out += 8;
    } while (out < next);
    return next;
}

TABLE_WIDE static inline uint32_t table_wide_mask(
    const uint8_t *bytes, __m256i a, __m256i b, __m256i c) {
    const __m256i v = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i two = _mm256_or_si256(_mm256_cmpeq_epi8(v, a), _mm256_cmpeq_epi8(v, b));
    return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(two, _mm256_cmpeq_epi8(v, c)));
}

TABLE_WIDE static size_t table_index_wide(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t a, uint8_t b, uint8_t c,
    uint32_t *marks) {
    const __m256i va = _mm256_set1_epi8((char)a), vb = _mm256_set1_epi8((char)b);
    const __m256i vc = _mm256_set1_epi8((char)c);
    uint32_t *out = marks;
    for (size_t offset = start; offset < stop; offset += 64) {
        uint64_t mask = table_wide_mask(bytes + offset, va, vb, vc) |
                        (uint64_t)table_wide_mask(bytes + offset + 32, va, vb, vc) << 32;
        if (stop - offset < 64) mask &= ((uint64_t)1 << (stop - offset)) - 1;
        out = table_flatten(mask, (uint32_t)offset, out);
    }
    return (size_t)(out - marks);
}

// Where bytes of 32 are what is looked for.
typedef struct {
    uint32_t marks, quotes, row_ends, returns;
} table_masks;

TABLE_WIDE static inline table_masks table_odd_masks(
    const uint8_t *bytes, __m256i delimiter, __m256i quote, __m256i row_end, __m256i banned,
    __m256i *found) {
    const __m256i v = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i a = _mm256_cmpeq_epi8(v, delimiter), b = _mm256_cmpeq_epi8(v, quote);
    const __m256i c = _mm256_cmpeq_epi8(v, row_end), ac = _mm256_or_si256(a, c);
    const __m256i r = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\r'));
    const __m256i control = _mm256_or_si256(
        _mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), v),
        _mm256_cmpeq_epi8(v, _mm256_set1_epi8(0x7F)));
    const __m256i odd = _mm256_or_si256(
        _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\\')), _mm256_cmpeq_epi8(v, banned));
    const __m256i allowed = _mm256_or_si256(ac, r);
    *found = _mm256_or_si256(
        *found, _mm256_or_si256(_mm256_andnot_si256(allowed, control), odd));
    return (table_masks){
        (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(ac, b)),
        (uint32_t)_mm256_movemask_epi8(b), (uint32_t)_mm256_movemask_epi8(c),
        (uint32_t)_mm256_movemask_epi8(r)};
}

TABLE_WIDE static size_t table_index_odd_wide(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter, uint8_t quote,
    uint8_t row_end, uint8_t banned, uint32_t *marks, table_rows *rows) {
    const __m256i va = _mm256_set1_epi8((char)delimiter), vb = _mm256_set1_epi8((char)quote);
    const __m256i vc = _mm256_set1_epi8((char)row_end), vn = _mm256_set1_epi8((char)banned);
    __m256i found = _mm256_setzero_si256();
    uint64_t lone = 0, all_quotes = 0;
    uint32_t *out = marks, *ends = rows->ends;
    for (size_t offset = start; offset < stop; offset += 64) {
        const table_masks low = table_odd_masks(bytes + offset, va, vb, vc, vn, &found);
        const table_masks high = table_odd_masks(bytes + offset + 32, va, vb, vc, vn, &found);
        uint64_t quotes = low.quotes | (uint64_t)high.quotes << 32;
        uint64_t row_ends = low.row_ends | (uint64_t)high.row_ends << 32;
        const uint64_t returns = low.returns | (uint64_t)high.returns << 32;
        if (returns)
            lone |= returns & ~(row_ends >> 1 | (uint64_t)(bytes[offset + 64] == row_end) << 63);
        uint64_t mask = low.marks | (uint64_t)high.marks << 32;
        if (stop - offset < 64) {
            const uint64_t kept = ((uint64_t)1 << (stop - offset)) - 1;
            mask &= kept, quotes &= kept, row_ends &= kept;
        }
        all_quotes |= quotes;
        for (; row_ends; row_ends = _blsr_u64(row_ends))
            *ends++ = (uint32_t)(out - marks) +
                      (uint32_t)_mm_popcnt_u64(mask & (_blsmsk_u64(row_ends) >> 1));
        out = table_flatten(mask, (uint32_t)offset, out);
    }
    rows->count = (size_t)(ends - rows->ends);
    rows->odd = (row_end != '\r' && lone) || _mm256_movemask_epi8(found);
    rows->quoted = all_quotes != 0;
    return (size_t)(out - marks);
}

// Sixteen places at a time, packed together as bytes and made into numbers.
TABLE_WIDEST static inline uint32_t *table_flatten_widest(
    uint64_t mask, uint32_t base, uint32_t *out) {
    static const uint8_t numbers[64] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
        44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    const __m512i first = _mm512_set1_epi32((int)base);
    const __m512i places = _mm512_maskz_compress_epi8(mask, _mm512_loadu_si512(numbers));
    const int count = (int)_mm_popcnt_u64(mask);
    _mm512_storeu_si512(
        out, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places))));
    if (__builtin_expect(count > 16, 0)) {
        const __m128i second = _mm512_extracti32x4_epi32(places, 1);
        const __m128i third = _mm512_extracti32x4_epi32(places, 2);
        const __m128i fourth = _mm512_extracti32x4_epi32(places, 3);
        _mm512_storeu_si512(out + 16, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(second)));
        _mm512_storeu_si512(out + 32, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(third)));
        _mm512_storeu_si512(out + 48, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(fourth)));
    }
    return out + count;
}

TABLE_WIDEST static size_t table_index_odd_widest(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter, uint8_t quote,
    uint8_t row_end, uint8_t banned, uint32_t *marks, table_rows *rows) {
    const __m512i va = _mm512_set1_epi8((char)delimiter), vb = _mm512_set1_epi8((char)quote);
    const __m512i vc = _mm512_set1_epi8((char)row_end), vn = _mm512_set1_epi8((char)banned);
    const __m512i vr = _mm512_set1_epi8('\r'), slash = _mm512_set1_epi8('\\');
    const __m512i blank = _mm512_set1_epi8(0x20), del = _mm512_set1_epi8(0x7F);
    uint64_t lone = 0, all_quotes = 0, found = 0;
    uint32_t *out = marks, *ends = rows->ends;
    for (size_t offset = start; offset < stop; offset += 64) {
        const __m512i v = _mm512_loadu_si512(bytes + offset);
        uint64_t quotes = _mm512_cmpeq_epi8_mask(v, vb), row_ends = _mm512_cmpeq_epi8_mask(v, vc);
        const uint64_t delimiters = _mm512_cmpeq_epi8_mask(v, va) | row_ends;
        const uint64_t returns = _mm512_cmpeq_epi8_mask(v, vr);
        // Bytes beyond ASCII are less than a blank as well.
        const uint64_t control = _mm512_cmplt_epi8_mask(v, blank) | _mm512_cmpeq_epi8_mask(v, del);
        found |= (control & ~(delimiters | returns)) | _mm512_cmpeq_epi8_mask(v, slash) |
                 _mm512_cmpeq_epi8_mask(v, vn);
        if (returns)
            lone |= returns & ~(row_ends >> 1 | (uint64_t)(bytes[offset + 64] == row_end) << 63);
        uint64_t mask = delimiters | quotes;
        if (stop - offset < 64) {
            const uint64_t kept = ((uint64_t)1 << (stop - offset)) - 1;
            mask &= kept, quotes &= kept, row_ends &= kept;
        }
        all_quotes |= quotes;
        for (; row_ends; row_ends = _blsr_u64(row_ends))
            *ends++ = (uint32_t)(out - marks) +
                      (uint32_t)_mm_popcnt_u64(mask & (_blsmsk_u64(row_ends) >> 1));
        out = table_flatten_widest(mask, (uint32_t)offset, out);
    }
    rows->count = (size_t)(ends - rows->ends);
    rows->odd = (row_end != '\r' && lone) || found;
    rows->quoted = all_quotes != 0;
    return (size_t)(out - marks);
}

// Adds up bytes.
TABLE_WIDE static inline size_t table_sum(__m256i bytes) {
    const __m256i sums = _mm256_sad_epu8(bytes, _mm256_setzero_si256());
    return (size_t)(_mm256_extract_epi64(sums, 0) + _mm256_extract_epi64(sums, 1) +
                    _mm256_extract_epi64(sums, 2) + _mm256_extract_epi64(sums, 3));
}

TABLE_WIDE static size_t table_count_both_wide(
    const uint8_t *bytes, size_t count, uint8_t one, uint8_t other, size_t *others) {
    const __m256i va = _mm256_set1_epi8((char)one), vb = _mm256_set1_epi8((char)other);
    size_t ones = 0, rest = 0, offset = 0;
    while (count - offset >= 32) {
        // A byte counts to 255.
        const size_t left = (count - offset) / 32, batch = left < 255 ? left : 255;
        __m256i a = _mm256_setzero_si256(), b = a;
        for (size_t i = 0; i < batch; i++, offset += 32) {
            const __m256i v = _mm256_loadu_si256((const __m256i *)(bytes + offset));
            a = _mm256_sub_epi8(a, _mm256_cmpeq_epi8(v, va));
            b = _mm256_sub_epi8(b, _mm256_cmpeq_epi8(v, vb));
        }
        ones += table_sum(a);
        rest += table_sum(b);
    }
    const uint32_t kept = ((uint32_t)1 << (count - offset)) - 1;
    ones += (size_t)_mm_popcnt_u32(table_wide_mask(bytes + offset, va, va, va) & kept);
    rest += (size_t)_mm_popcnt_u32(table_wide_mask(bytes + offset, vb, vb, vb) & kept);
    *others = rest;
    return ones;
}

TABLE_WIDE static _Bool table_is_plain_wide(
    const uint8_t *bytes, size_t count, uint8_t allowed, uint8_t banned) {
    const __m256i blank = _mm256_set1_epi8(0x20), del = _mm256_set1_epi8(0x7F);
    const __m256i va = _mm256_set1_epi8((char)allowed), vb = _mm256_set1_epi8((char)banned);
    const __m256i slash = _mm256_set1_epi8('\\');
    for (size_t offset = 0; offset < count; offset += 32) {
        const __m256i v = _mm256_loadu_si256((const __m256i *)(bytes + offset));
        const __m256i control =
            _mm256_or_si256(_mm256_cmpgt_epi8(blank, v), _mm256_cmpeq_epi8(v, del));
        const __m256i odd = _mm256_or_si256(
            _mm256_andnot_si256(_mm256_cmpeq_epi8(v, va), control),
            _mm256_or_si256(_mm256_cmpeq_epi8(v, slash), _mm256_cmpeq_epi8(v, vb)));
        uint32_t mask = (uint32_t)_mm256_movemask_epi8(odd);
        if (count - offset < 32) mask &= ((uint32_t)1 << (count - offset)) - 1;
        if (mask) return 0;
    }
    return 1;
}

TABLE_WIDE static size_t table_count_wide(const uint8_t *bytes, size_t count, uint8_t wanted) {
    const __m256i w = _mm256_set1_epi8((char)wanted);
    size_t total = 0;
    for (size_t offset = 0; offset < count; offset += 64) {
        uint64_t mask = table_wide_mask(bytes + offset, w, w, w) |
                        (uint64_t)table_wide_mask(bytes + offset + 32, w, w, w) << 32;
        if (count - offset < 64) mask &= ((uint64_t)1 << (count - offset)) - 1;
        total += (size_t)_mm_popcnt_u64(mask);
    }
    return total;
}
#endif

size_t table_index_narrow(const uint8_t *bytes, size_t start, size_t stop, uint8_t a, uint8_t b,
                          uint8_t c, uint32_t *marks) {
    size_t count = 0;
    for (size_t offset = start; offset < stop; offset++) {
        const uint8_t byte = bytes[offset];
        marks[count] = (uint32_t)offset;
        count += (size_t)((byte == a) | (byte == b) | (byte == c));
    }
    return count;
}

size_t table_index(const uint8_t *bytes, size_t start, size_t stop, uint8_t a, uint8_t b,
                   uint8_t c, uint32_t *marks) {
#if defined(__x86_64__)
    if (table_is_wide()) return table_index_wide(bytes, start, stop, a, b, c, marks);
#endif
    return table_index_narrow(bytes, start, stop, a, b, c, marks);
}

size_t table_index_odd_narrow(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter, uint8_t quote,
    uint8_t row_end, uint8_t banned, uint32_t *marks, table_rows *rows) {
    uint8_t found = 0, quotes = 0;
    uint32_t mark = 0;
    rows->count = 0;
    for (size_t offset = start; offset < stop; offset++) {
        const uint8_t byte = bytes[offset];
        const uint8_t is_mark = (byte == delimiter) | (byte == row_end) |
                                ((byte == '\r') & (bytes[offset + 1] == row_end));
        found |= (uint8_t)((((byte < 0x20) | (byte > 0x7E)) & !is_mark) | (byte == '\\') |
                           (byte == banned));
        quotes |= byte == quote;
        if (byte == row_end) rows->ends[rows->count++] = mark;
        mark += (byte == delimiter) | (byte == quote) | (byte == row_end);
    }
    rows->odd = found;
    rows->quoted = quotes;
    return table_index_narrow(bytes, start, stop, delimiter, quote, row_end, marks);
}

size_t table_index_odd(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter, uint8_t quote,
    uint8_t row_end, uint8_t banned, uint32_t *marks, table_rows *rows) {
#if defined(__x86_64__)
    if (table_is_widest())
        return table_index_odd_widest(
            bytes, start, stop, delimiter, quote, row_end, banned, marks, rows);
#endif
    return table_index_odd_by_32(
        bytes, start, stop, delimiter, quote, row_end, banned, marks, rows);
}

size_t table_index_odd_by_32(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter, uint8_t quote,
    uint8_t row_end, uint8_t banned, uint32_t *marks, table_rows *rows) {
#if defined(__x86_64__)
    if (table_is_wide())
        return table_index_odd_wide(
            bytes, start, stop, delimiter, quote, row_end, banned, marks, rows);
#endif
    return table_index_odd_narrow(
        bytes, start, stop, delimiter, quote, row_end, banned, marks, rows);
}

size_t table_count_both(
    const uint8_t *bytes, size_t count, uint8_t one, uint8_t other, size_t *others) {
#if defined(__x86_64__)
    if (table_is_wide()) return table_count_both_wide(bytes, count, one, other, others);
#endif
    *others = table_count(bytes, count, other);
    return table_count(bytes, count, one);
}

size_t table_count(const uint8_t *bytes, size_t count, uint8_t wanted) {
#if defined(__x86_64__)
    if (table_is_wide()) return table_count_wide(bytes, count, wanted);
#endif
    size_t total = 0;
    for (size_t i = 0; i < count; i++) total += bytes[i] == wanted;
    return total;
}

_Bool table_is_plain(const uint8_t *bytes, size_t count, uint8_t allowed, uint8_t banned) {
#if defined(__x86_64__)
    if (table_is_wide()) return table_is_plain_wide(bytes, count, allowed, banned);
#endif
    uint8_t odd = 0;
    for (size_t i = 0; i < count; i++) {
        const uint8_t byte = bytes[i];
        odd |= (uint8_t)(((byte < 0x20) & (byte != allowed)) | (byte > 0x7E) | (byte == '\\') |
                         (byte == banned));
    }
    return !odd;
}

_Bool table_is_ascii(const uint8_t *bytes, size_t count) {
    uint8_t all = 0;
    for (size_t i = 0; i < count; i++) all |= bytes[i];
    return all < 0x80;
}
