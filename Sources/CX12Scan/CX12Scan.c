#include "CX12Scan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define X12_WIDE __attribute__((target("avx2,bmi,popcnt")))
#define X12_WIDEST \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,bmi2,popcnt")))

// Whether the machine has what the wide variants need.
static inline int x12_is_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt");
}

// The same for the widest.
static inline int x12_is_widest(void) {
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi2") &&
           x12_is_wide();
}

X12_WIDE static inline uint64_t x12_wide_equal(__m256i low, __m256i high, __m256i wanted) {
    uint64_t a = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
    uint64_t b = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
    return a | b << 32;
}

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
        for (; terminators; terminators = _blsr_u64(terminators))
            *mark++ = before + (uint32_t)_mm_popcnt_u64(all & _blsmsk_u64(terminators));
        // Eight at a time; what is written beyond the last is written over.
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

// What 32 bytes are: one bit each for what is not plain, and for separators.
struct x12_kinds {
    uint32_t odd, inner;
};

X12_WIDE static inline struct x12_kinds x12_wide_kinds(
    const uint8_t *bytes, __m256i a, __m256i b) {
    const __m256i v = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i control = _mm256_or_si256(
        _mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), v),
        _mm256_cmpeq_epi8(v, _mm256_set1_epi8(0x7F)));
    const __m256i escaped = _mm256_or_si256(
        _mm256_cmpeq_epi8(v, _mm256_set1_epi8('"')),
        _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\\')));
    const __m256i separator = _mm256_or_si256(_mm256_cmpeq_epi8(v, a), _mm256_cmpeq_epi8(v, b));
    const struct x12_kinds kinds = {
        (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(control, escaped)),
        (uint32_t)_mm256_movemask_epi8(separator)};
    return kinds;
}

// The same of fewer bytes.
X12_WIDE static inline struct x12_kinds x12_wide_kinds_of(
    const uint8_t *bytes, ptrdiff_t count, __m256i a, __m256i b) {
    struct x12_kinds kinds = x12_wide_kinds(bytes, a, b);
    const uint32_t wanted = ((uint32_t)1 << count) - 1;
    kinds.odd &= wanted;
    kinds.inner &= wanted;
    return kinds;
}

static inline const uint8_t *x12_segment_end(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entry) {
    return bytes + ends[entry[1] + entry[2] - 1];
}

// One segment after the other.
X12_WIDE static void x12_mark_each_wide(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    uint8_t a, uint8_t b, uint8_t *plain) {
    const __m256i va = _mm256_set1_epi8((char)a), vb = _mm256_set1_epi8((char)b);
    for (; segments > 0; segments--, entries += 4, plain++) {
        const uint8_t *from = bytes + entries[0];
        const uint8_t *end = x12_segment_end(bytes, ends, entries);
        uint32_t odd = 0, inner = 0;
        for (; end - from >= 32; from += 32) {
            const struct x12_kinds kinds = x12_wide_kinds(from, va, vb);
            odd |= kinds.odd;
            inner |= kinds.inner;
        }
        const struct x12_kinds kinds = x12_wide_kinds_of(from, end - from, va, vb);
        odd |= kinds.odd;
        inner |= kinds.inner;
        *plain = odd ? 0 : inner ? 1 : 2;
    }
}

static inline size_t x12_is_odd(uint8_t byte) {
    return (size_t)((byte < 0x20) | (byte > 0x7E) | (byte == '"') | (byte == '\\'));
}

// How many bytes between segments are not plain; most often they are a terminator and a line feed.
// -1 where the segments do not follow one another.
static inline ptrdiff_t x12_count_between(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments) {
    const uint8_t *before = x12_segment_end(bytes, ends, entries);
    const uint8_t terminator = *before;
    const size_t is_odd = x12_is_odd(terminator);
    size_t between = 0;
    for (size_t i = 1; i < segments; i++) {
        const uint8_t *from = bytes + entries[4 * i];
        if (__builtin_expect(from - before == 2 && before[0] == terminator, 1)) {
            between += is_odd + x12_is_odd(before[1]);
        } else {
            if (from < before) return -1;
            for (; before < from; before++) between += x12_is_odd(*before);
        }
        before = x12_segment_end(bytes, ends, entries + 4 * i);
    }
    return (ptrdiff_t)between;
}

// Marks the segments in which separators are; `inner` is one bit for each separator from `from` on,
// and the segments before `at` end before them.
static size_t x12_mark_inner(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    const uint8_t *from, uint32_t inner, size_t at, uint8_t *plain) {
    for (; inner; inner &= inner - 1) {
        const uint8_t *place = from + __builtin_ctz(inner);
        while (at < segments && x12_segment_end(bytes, ends, entries + 4 * at) <= place) at++;
        if (at < segments && bytes + entries[4 * at] <= place) plain[at] = 1;
    }
    return at;
}

// All segments at once, as most records are plain from end to end; 0 where this one is not.
X12_WIDE static int x12_mark_all_wide(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    uint8_t a, uint8_t b, uint8_t *plain) {
    const ptrdiff_t between = x12_count_between(bytes, ends, entries, segments);
    if (between < 0) return 0;
    memset(plain, 2, segments);
    const __m256i va = _mm256_set1_epi8((char)a), vb = _mm256_set1_epi8((char)b);
    const uint8_t *from = bytes + entries[0];
    const uint8_t *end = x12_segment_end(bytes, ends, entries + 4 * (segments - 1));
    size_t at = 0;
    ptrdiff_t odd = 0;
    struct x12_kinds kinds;
    for (; end - from >= 32; from += 32) {
        kinds = x12_wide_kinds(from, va, vb);
        odd += _mm_popcnt_u32(kinds.odd);
        if (kinds.inner)
            at = x12_mark_inner(bytes, ends, entries, segments, from, kinds.inner, at, plain);
    }
    kinds = x12_wide_kinds_of(from, end - from, va, vb);
    odd += _mm_popcnt_u32(kinds.odd);
    x12_mark_inner(bytes, ends, entries, segments, from, kinds.inner, at, plain);
    return odd == between;
}

X12_WIDE static void x12_mark_plain_wide(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    uint8_t a, uint8_t b, uint8_t *plain) {
    if (segments == 0 || x12_mark_all_wide(bytes, ends, entries, segments, a, b, plain)) return;
    x12_mark_each_wide(bytes, ends, entries, segments, a, b, plain);
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

void x12_mark_plain_narrow(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    uint8_t a, uint8_t b, uint8_t *plain) {
    for (; segments > 0; segments--, entries += 4, plain++) {
        const uint8_t *from = bytes + entries[0];
        const size_t count = ends[entries[1] + entries[2] - 1] - entries[0];
        *plain = x12_is_plain(from, count, a, b) ? 2 : x12_is_plain(from, count, '"', '"');
    }
}

void x12_mark_plain(const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries,
                    size_t segments, uint8_t a, uint8_t b, uint8_t *plain) {
#if defined(__x86_64__)
    if (x12_is_wide()) {
        x12_mark_plain_wide(bytes, ends, entries, segments, a, b, plain);
        return;
    }
#endif
    x12_mark_plain_narrow(bytes, ends, entries, segments, a, b, plain);
}
