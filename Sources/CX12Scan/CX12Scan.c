#include "CX12Scan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define X12_WIDE __attribute__((target("avx2,bmi,popcnt")))

// Whether the machine has what the wide variants need.
static inline int x12_is_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt");
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

X12_WIDE static void x12_mark_plain_wide(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    uint8_t a, uint8_t b, uint8_t *plain) {
    const __m256i blank = _mm256_set1_epi8(0x20), del = _mm256_set1_epi8(0x7F);
    const __m256i va = _mm256_set1_epi8((char)a), vb = _mm256_set1_epi8((char)b);
    const __m256i quote = _mm256_set1_epi8('"'), slash = _mm256_set1_epi8('\\');
    for (; segments > 0; segments--, entries += 4, plain++) {
        const uint8_t *from = bytes + entries[0];
        const uint8_t *end = bytes + ends[entries[1] + entries[2] - 1];
        uint32_t odd = 0, inner = 0;
        for (; from < end; from += 32) {
            const __m256i v = _mm256_loadu_si256((const __m256i *)from);
            const __m256i control = _mm256_or_si256(
                _mm256_cmpgt_epi8(blank, v), _mm256_cmpeq_epi8(v, del));
            const __m256i escaped = _mm256_or_si256(
                _mm256_cmpeq_epi8(v, quote), _mm256_cmpeq_epi8(v, slash));
            const __m256i separator = _mm256_or_si256(
                _mm256_cmpeq_epi8(v, va), _mm256_cmpeq_epi8(v, vb));
            const uint32_t wanted =
                end - from >= 32 ? UINT32_MAX : ((uint32_t)1 << (end - from)) - 1;
            odd |= (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(control, escaped)) & wanted;
            inner |= (uint32_t)_mm256_movemask_epi8(separator) & wanted;
        }
        *plain = odd ? 0 : inner ? 1 : 2;
    }
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
