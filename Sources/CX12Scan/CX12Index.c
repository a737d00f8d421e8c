#include "CX12Scan.h"
#include "x12_wide.h"

#if defined(__x86_64__)
X12_WIDE static void x12_index_wide(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t element, uint8_t terminator,
    uint32_t *ends, uint32_t *marks, size_t *end_count, size_t *mark_count) {
    const __m256i e = _mm256_set1_epi8((char)element), t = _mm256_set1_epi8((char)terminator);
    uint32_t *out = ends + *end_count, *mark = marks + *mark_count;
    for (size_t offset = start; offset < stop; offset += 64) {
        const __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + offset));
        const __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + offset + 32));
        uint64_t terminators = x12_wide_equal(low, high, t);
        uint64_t all = x12_wide_equal(low, high, e) | terminators;
        if (stop - offset < 64) {
            all &= ((uint64_t)1 << (stop - offset)) - 1;
            terminators &= all;
        }
        const uint32_t before = (uint32_t)(out - ends), base = (uint32_t)offset;
        // Four at a time, as most often there are fewer, and then eight; what is written beyond the
        // last is written over.
        uint32_t *next_mark = mark + _mm_popcnt_u64(terminators);
        do {
            for (int i = 0; i < 4; i++, terminators = _blsr_u64(terminators))
                mark[i] = before + (uint32_t)_mm_popcnt_u64(all & _blsmsk_u64(terminators));
            mark += 4;
        } while (mark < next_mark);
        mark = next_mark;
        uint32_t *next = out + _mm_popcnt_u64(all);
        do {
            for (int i = 0; i < 8; i++, all = _blsr_u64(all))
                out[i] = base + (uint32_t)_tzcnt_u64(all);
            out += 8;
        } while (out < next);
        out = next;
    }
    *end_count = (size_t)(out - ends);
    *mark_count = (size_t)(mark - marks);
}

// Sixteen numbers, each of a byte, added to `first`.
X12_WIDEST static inline void x12_widest_store(uint32_t *out, __m512i first, __m128i bytes) {
    _mm512_storeu_si512(out, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(bytes)));
}

// The places of 64 bits as bytes, in their order.
X12_WIDEST static inline __m512i x12_widest_places(uint64_t bits) {
    static const uint8_t numbers[64] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
        44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    return _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(numbers));
}

// Without a loop over the bits: their places are packed together, and made into numbers.
X12_WIDEST static void x12_index_widest(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t element, uint8_t terminator,
    uint32_t *ends, uint32_t *marks, size_t *end_count, size_t *mark_count) {
    const __m512i e = _mm512_set1_epi8((char)element), t = _mm512_set1_epi8((char)terminator);
    uint32_t *out = ends + *end_count, *mark = marks + *mark_count;
    for (size_t offset = start; offset < stop; offset += 64) {
        const __m512i v = _mm512_loadu_si512(bytes + offset);
        uint64_t terminators = _mm512_cmpeq_epi8_mask(v, t);
        uint64_t all = _mm512_cmpeq_epi8_mask(v, e) | terminators;
        if (stop - offset < 64) {
            all &= ((uint64_t)1 << (stop - offset)) - 1;
            terminators &= all;
        }
        const __m512i base = _mm512_set1_epi32((int)offset);
        const __m512i before = _mm512_set1_epi32((int)(out - ends) + 1);
        const int count = (int)_mm_popcnt_u64(all), mark_more = (int)_mm_popcnt_u64(terminators);
        const __m512i places = x12_widest_places(all);
        // Of each terminator, which of the ends it is.
        const __m512i ranks = x12_widest_places(_pext_u64(terminators, all));
        // What is written beyond the last is written over.
        x12_widest_store(out, base, _mm512_castsi512_si128(places));
        x12_widest_store(mark, before, _mm512_castsi512_si128(ranks));
        if (__builtin_expect(count > 16, 0)) {
            x12_widest_store(out + 16, base, _mm512_extracti32x4_epi32(places, 1));
            x12_widest_store(mark + 16, before, _mm512_extracti32x4_epi32(ranks, 1));
            if (count > 32) {
                x12_widest_store(out + 32, base, _mm512_extracti32x4_epi32(places, 2));
                x12_widest_store(out + 48, base, _mm512_extracti32x4_epi32(places, 3));
                x12_widest_store(mark + 32, before, _mm512_extracti32x4_epi32(ranks, 2));
                x12_widest_store(mark + 48, before, _mm512_extracti32x4_epi32(ranks, 3));
            }
        }
        out += count;
        mark += mark_more;
    }
    *end_count = (size_t)(out - ends);
    *mark_count = (size_t)(mark - marks);
}
#endif

void x12_index_narrow(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t element, uint8_t terminator,
    uint32_t *ends, uint32_t *marks, size_t *end_count, size_t *mark_count) {
    size_t n = *end_count, m = *mark_count;
    for (size_t offset = start; offset < stop; offset += 64) {
        uint64_t terminators = x12_mask_equal(bytes + offset, terminator);
        uint64_t all = x12_mask_equal(bytes + offset, element) | terminators;
        if (stop - offset < 64) {
            all &= ((uint64_t)1 << (stop - offset)) - 1;
            terminators &= all;
        }
        for (; all; all &= all - 1) {
            const int bit = __builtin_ctzll(all);
            ends[n++] = (uint32_t)offset + (uint32_t)bit;
            marks[m] = (uint32_t)n;
            m += terminators >> bit & 1;
        }
    }
    *end_count = n;
    *mark_count = m;
}

void x12_index(const uint8_t *bytes, size_t start, size_t stop, uint8_t element,
               uint8_t terminator, uint32_t *ends, uint32_t *marks, size_t *end_count,
               size_t *mark_count) {
#if defined(__x86_64__)
    if (x12_is_widest()) {
        x12_index_widest(bytes, start, stop, element, terminator, ends, marks, end_count,
                         mark_count);
        return;
    }
#endif
    x12_index_by_32(bytes, start, stop, element, terminator, ends, marks, end_count, mark_count);
}

void x12_index_by_32(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t element, uint8_t terminator,
    uint32_t *ends, uint32_t *marks, size_t *end_count, size_t *mark_count) {
#if defined(__x86_64__)
    if (x12_is_wide()) {
        x12_index_wide(bytes, start, stop, element, terminator, ends, marks, end_count,
                       mark_count);
        return;
    }
#endif
    x12_index_narrow(bytes, start, stop, element, terminator, ends, marks, end_count, mark_count);
}
