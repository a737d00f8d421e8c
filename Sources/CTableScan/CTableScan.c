#include "CTableScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TABLE_WIDE __attribute__((target("avx2,bmi,popcnt")))

static inline int table_is_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt");
}

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

TABLE_WIDE static size_t table_index_odd_wide(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter, uint8_t quote,
    uint8_t row_end, uint8_t banned, uint32_t *marks, _Bool *odd) {
    const __m256i va = _mm256_set1_epi8((char)delimiter), vb = _mm256_set1_epi8((char)quote);
    const __m256i vc = _mm256_set1_epi8((char)row_end), vn = _mm256_set1_epi8((char)banned);
    const __m256i vr = _mm256_set1_epi8('\r'), slash = _mm256_set1_epi8('\\');
    const __m256i blank = _mm256_set1_epi8(0x20), del = _mm256_set1_epi8(0x7F);
    __m256i found = _mm256_setzero_si256();
    uint64_t lone = 0;
    uint32_t *out = marks;
    for (size_t offset = start; offset < stop; offset += 64) {
        uint64_t mask = 0, returns = 0, ends = 0;
        for (int half = 0; half < 64; half += 32) {
            const __m256i v = _mm256_loadu_si256((const __m256i *)(bytes + offset + half));
            const __m256i a = _mm256_cmpeq_epi8(v, va), c = _mm256_cmpeq_epi8(v, vc);
            const __m256i r = _mm256_cmpeq_epi8(v, vr);
            const __m256i ac = _mm256_or_si256(a, c);
            const __m256i all = _mm256_or_si256(ac, _mm256_cmpeq_epi8(v, vb));
            const __m256i control =
                _mm256_or_si256(_mm256_cmpgt_epi8(blank, v), _mm256_cmpeq_epi8(v, del));
            found = _mm256_or_si256(
                found, _mm256_or_si256(
                           _mm256_andnot_si256(_mm256_or_si256(ac, r), control),
                           _mm256_or_si256(
                               _mm256_cmpeq_epi8(v, slash), _mm256_cmpeq_epi8(v, vn))));
            mask |= (uint64_t)(uint32_t)_mm256_movemask_epi8(all) << half;
            returns |= (uint64_t)(uint32_t)_mm256_movemask_epi8(r) << half;
            ends |= (uint64_t)(uint32_t)_mm256_movemask_epi8(c) << half;
        }
        if (returns)
            lone |= returns & ~(ends >> 1 | (uint64_t)(bytes[offset + 64] == row_end) << 63);
        if (stop - offset < 64) mask &= ((uint64_t)1 << (stop - offset)) - 1;
        out = table_flatten(mask, (uint32_t)offset, out);
    }
    *odd = (row_end != '\r' && lone) || _mm256_movemask_epi8(found);
    return (size_t)(out - marks);
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
    uint8_t row_end, uint8_t banned, uint32_t *marks, _Bool *odd) {
    uint8_t found = 0;
    for (size_t offset = start; offset < stop; offset++) {
        const uint8_t byte = bytes[offset];
        const uint8_t is_mark = (byte == delimiter) | (byte == row_end) |
                                ((byte == '\r') & (bytes[offset + 1] == row_end));
        found |= (uint8_t)((((byte < 0x20) | (byte > 0x7E)) & !is_mark) | (byte == '\\') |
                           (byte == banned));
    }
    *odd = found;
    return table_index_narrow(bytes, start, stop, delimiter, quote, row_end, marks);
}

size_t table_index_odd(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t delimiter, uint8_t quote,
    uint8_t row_end, uint8_t banned, uint32_t *marks, _Bool *odd) {
#if defined(__x86_64__)
    if (table_is_wide())
        return table_index_odd_wide(
            bytes, start, stop, delimiter, quote, row_end, banned, marks, odd);
#endif
    return table_index_odd_narrow(
        bytes, start, stop, delimiter, quote, row_end, banned, marks, odd);
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
