#include "CX12Scan.h"
#include "x12_wide.h"

#include <string.h>

#if defined(__x86_64__)
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

// Sixteen numbers one after another, from `first` on.
X12_WIDER static inline __m512i x12_wider_numbers(uint32_t first) {
    return _mm512_add_epi32(
        _mm512_set1_epi32((int)first),
        _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
}

// Those of sixteen numbers that a bit says, without a loop over the bits; what is written beyond
// the last is written over.
X12_WIDER static inline void x12_wider_store(uint32_t *out, uint64_t bits, __m512i numbers) {
    _mm512_storeu_si512(out, _mm512_maskz_compress_epi32((__mmask16)bits, numbers));
}

X12_WIDER static void x12_index_wider(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t element, uint8_t terminator,
    uint32_t *ends, uint32_t *marks, size_t *end_count, size_t *mark_count) {
    const __m512i e = _mm512_set1_epi8((char)element), t = _mm512_set1_epi8((char)terminator);
    const __m512i sixteen = _mm512_set1_epi32(16);
    uint32_t *out = ends + *end_count, *mark = marks + *mark_count;
    for (size_t offset = start; offset < stop; offset += 64) {
        const __m512i v = _mm512_loadu_si512(bytes + offset);
        uint64_t terminators = _mm512_cmpeq_epi8_mask(v, t);
        uint64_t all = _mm512_cmpeq_epi8_mask(v, e) | terminators;
        if (stop - offset < 64) {
            all &= ((uint64_t)1 << (stop - offset)) - 1;
            terminators &= all;
        }
        const int count = (int)_mm_popcnt_u64(all), mark_more = (int)_mm_popcnt_u64(terminators);
        // Of each terminator, which of the ends it is.
        uint64_t ranks = _pext_u64(terminators, all);
        __m512i rank = x12_wider_numbers((uint32_t)(out - ends) + 1);
        uint32_t *next_mark = mark + mark_more;
        x12_wider_store(mark, ranks, rank);
        while (__builtin_expect((ranks >> 16) != 0, 0)) {
            mark += _mm_popcnt_u32((uint32_t)ranks & 0xFFFF);
            ranks >>= 16;
            rank = _mm512_add_epi32(rank, sixteen);
            x12_wider_store(mark, ranks, rank);
        }
        mark = next_mark;
        __m512i place = x12_wider_numbers((uint32_t)offset);
        x12_wider_store(out, all, place);
        place = _mm512_add_epi32(place, sixteen);
        x12_wider_store(out + _mm_popcnt_u32((uint32_t)all & 0xFFFF), all >> 16, place);
        place = _mm512_add_epi32(place, sixteen);
        x12_wider_store(out + _mm_popcnt_u32((uint32_t)all), all >> 32, place);
        place = _mm512_add_epi32(place, sixteen);
        x12_wider_store(out + _mm_popcnt_u64(all & 0xFFFFFFFFFFFF), all >> 48, place);
        out += count;
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

// What 32 bytes are: one bit each for what is not plain, for separators inside elements, and for
// the first of a separator of elements and a blank, in either order.
struct x12_kinds {
    uint32_t odd, inner, blank;
};

// The separators, each in all places of a vector, and the terminator.
struct x12_wide_separators {
    __m256i element, a, b, terminator;
};

X12_WIDE static inline __m256i x12_wide_load(const uint8_t *bytes) {
    return _mm256_loadu_si256((const __m256i *)bytes);
}

X12_WIDE static inline __m256i x12_wide_is(__m256i v, uint8_t byte) {
    return _mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)byte));
}

X12_WIDE static inline __m256i x12_wide_odd(__m256i v) {
    const __m256i control = _mm256_or_si256(
        _mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), v), x12_wide_is(v, 0x7F));
    return _mm256_or_si256(
        control, _mm256_or_si256(x12_wide_is(v, '"'), x12_wide_is(v, '\\')));
}

X12_WIDE static inline uint32_t x12_wide_inner(__m256i v, const struct x12_wide_separators *s) {
    return (uint32_t)_mm256_movemask_epi8(
        _mm256_or_si256(_mm256_cmpeq_epi8(v, s->a), _mm256_cmpeq_epi8(v, s->b)));
}

X12_WIDE static inline struct x12_kinds x12_wide_kinds(
    const uint8_t *bytes, const struct x12_wide_separators *s) {
    const __m256i v = x12_wide_load(bytes), next = x12_wide_load(bytes + 1);
    const __m256i blank = _mm256_or_si256(
        _mm256_and_si256(_mm256_cmpeq_epi8(v, s->element), x12_wide_is(next, ' ')),
        _mm256_and_si256(_mm256_cmpeq_epi8(next, s->element), x12_wide_is(v, ' ')));
    const struct x12_kinds kinds = {
        (uint32_t)_mm256_movemask_epi8(x12_wide_odd(v)), x12_wide_inner(v, s),
        (uint32_t)_mm256_movemask_epi8(blank)};
    return kinds;
}

static inline const uint8_t *x12_segment_end(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entry) {
    return bytes + ends[entry[1] + entry[2] - 1];
}

static inline uint8_t x12_plainness(uint32_t odd, uint32_t inner, uint32_t blank) {
    return odd ? 0 : (uint8_t)((inner ? 1 : 2) | (blank ? 0 : 4));
}

// One segment after the other.
X12_WIDE static void x12_mark_each_wide(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    const struct x12_wide_separators *s, uint8_t *plain) {
    for (; segments > 0; segments--, entries += 4, plain++) {
        const uint8_t *from = bytes + entries[0];
        const uint8_t *end = x12_segment_end(bytes, ends, entries);
        struct x12_kinds all = {0, 0, from < end && end[-1] == ' '};
        for (; from < end; from += 32) {
            const struct x12_kinds kinds = x12_wide_kinds(from, s);
            const uint32_t wanted =
                end - from < 32 ? ((uint32_t)1 << (end - from)) - 1 : UINT32_MAX;
            all.odd |= kinds.odd & wanted;
            all.inner |= kinds.inner & wanted;
            // What follows the last byte is the terminator.
            all.blank |= kinds.blank & (end - from <= 32 ? wanted >> 1 : wanted);
        }
        *plain = x12_plainness(all.odd, all.inner, all.blank);
    }
}

// Marks the segments in which separators are; `inner` is one bit for each separator from `from` on,
// and the segments before `at` end before them.
static size_t x12_mark_inner(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    const uint8_t *from, uint64_t inner, size_t at, uint8_t *plain) {
    for (; inner; inner &= inner - 1) {
        const uint8_t *place = from + __builtin_ctzll(inner);
        while (at < segments && x12_segment_end(bytes, ends, entries + 4 * at) <= place) at++;
        if (at < segments && bytes + entries[4 * at] <= place) plain[at] = 1 | 4;
    }
    return at;
}

// 64 bytes, and of the byte before them what matters.
struct x12_stretch {
    __m256i low, high;
    uint8_t before;
};

// One bit for each of the bytes that is a control character or no ASCII, or one of three that the
// lower half of a byte tells apart: a quotation mark, a backslash, DEL.
X12_WIDE static inline uint64_t x12_stretch_odd(const struct x12_stretch *b) {
    const __m256i three = _mm256_setr_epi8(
        1, 0, '"', 0, 0, 0, 0, 0, 0, 0, 0, 0, '\\', 0, 0, 0x7F,
        1, 0, '"', 0, 0, 0, 0, 0, 0, 0, 0, 0, '\\', 0, 0, 0x7F);
    const __m256i blank = _mm256_set1_epi8(0x20);
    const __m256i low = _mm256_or_si256(
        _mm256_cmpgt_epi8(blank, b->low),
        _mm256_cmpeq_epi8(_mm256_shuffle_epi8(three, b->low), b->low));
    const __m256i high = _mm256_or_si256(
        _mm256_cmpgt_epi8(blank, b->high),
        _mm256_cmpeq_epi8(_mm256_shuffle_epi8(three, b->high), b->high));
    return (uint32_t)_mm256_movemask_epi8(low) |
           (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

// One bit for each of the bytes that is not plain, but for terminators, and what ends a line after one.
X12_WIDE static inline uint64_t x12_stretch_not_plain(
    const struct x12_stretch *b, uint64_t odd, const struct x12_wide_separators *s,
    uint8_t terminator) {
    if (!odd) return 0;
    const uint64_t ends = x12_wide_equal(b->low, b->high, s->terminator);
    const uint64_t feeds = x12_wide_equal(b->low, b->high, _mm256_set1_epi8('\n'));
    const uint64_t ended = ends << 1 | (b->before == terminator);
    odd &= ~(ends | (feeds & ended));
    if (!odd) return 0;
    const uint64_t returns = x12_wide_equal(b->low, b->high, _mm256_set1_epi8('\r'));
    return odd & ~((returns & ended) | (feeds & (returns << 1 | (b->before == '\r'))));
}

// One bit for each blank at the start of an element, and for what comes after one at its end.
X12_WIDE static inline uint64_t x12_stretch_blank(
    const struct x12_stretch *b, const struct x12_wide_separators *s, uint8_t element) {
    const __m256i blank = _mm256_set1_epi8(' ');
    const __m256i low = _mm256_cmpeq_epi8(b->low, blank);
    const __m256i high = _mm256_cmpeq_epi8(b->high, blank);
    const __m256i both = _mm256_or_si256(low, high);
    if (_mm256_testz_si256(both, both) && b->before != ' ') return 0;
    const uint64_t blanks = x12_wide_equal(b->low, b->high, blank);
    const uint64_t elements = x12_wide_equal(b->low, b->high, s->element);
    const uint64_t ends = x12_wide_equal(b->low, b->high, s->terminator);
    return (blanks & (elements << 1 | (b->before == element))) |
           ((elements | ends) & (blanks << 1 | (b->before == ' ')));
}

// One bit for each separator inside elements.
X12_WIDE static inline uint64_t x12_stretch_inner(
    const struct x12_stretch *b, const struct x12_wide_separators *s) {
    const __m256i low =
        _mm256_or_si256(_mm256_cmpeq_epi8(b->low, s->a), _mm256_cmpeq_epi8(b->low, s->b));
    const __m256i high =
        _mm256_or_si256(_mm256_cmpeq_epi8(b->high, s->a), _mm256_cmpeq_epi8(b->high, s->b));
    const __m256i both = _mm256_or_si256(low, high);
    if (_mm256_testz_si256(both, both)) return 0;
    return (uint32_t)_mm256_movemask_epi8(low) |
           (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

// All segments at once, as most records are plain from end to end; 0 where this one may not be.
X12_WIDE static int x12_mark_all_wide(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    const struct x12_wide_separators *s, uint8_t element, uint8_t *plain) {
    const uint8_t *from = bytes + entries[0];
    const uint8_t *end = x12_segment_end(bytes, ends, entries + 4 * (segments - 1));
    // Each byte is looked at with the one before it; and the last may not have its terminator.
    if (entries[0] == 0 || segments == 1 || end < from) return 0;
    const uint8_t terminator = *x12_segment_end(bytes, ends, entries);
    end++;
    memset(plain, 2 | 4, segments);
    size_t at = 0;
    for (; from < end; from += 64) {
        const struct x12_stretch b = {x12_wide_load(from), x12_wide_load(from + 32), from[-1]};
        const uint64_t wanted =
            end - from < 64 ? ((uint64_t)1 << (end - from)) - 1 : UINT64_MAX;
        const uint64_t odd = x12_stretch_odd(&b) & wanted;
        if (x12_stretch_not_plain(&b, odd, s, terminator)) return 0;
        if (x12_stretch_blank(&b, s, element) & wanted) return 0;
        const uint64_t inner = x12_stretch_inner(&b, s) & wanted;
        if (inner) at = x12_mark_inner(bytes, ends, entries, segments, from, inner, at, plain);
    }
    return 1;
}

X12_WIDE static void x12_mark_plain_wide(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    struct x12_separators separators, uint8_t *plain) {
    if (segments == 0) return;
    const struct x12_wide_separators s = {
        _mm256_set1_epi8((char)separators.element), _mm256_set1_epi8((char)separators.a),
        _mm256_set1_epi8((char)separators.b),
        _mm256_set1_epi8((char)*x12_segment_end(bytes, ends, entries))};
    // A line end that separates elements is not passed over before a segment.
    const int is_line = separators.element == '\n' || separators.element == '\r';
    if (!is_line && x12_mark_all_wide(bytes, ends, entries, segments, &s, separators.element, plain))
        return;
    x12_mark_each_wide(bytes, ends, entries, segments, &s, plain);
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
    x12_index_by_64(bytes, start, stop, element, terminator, ends, marks, end_count, mark_count);
}

void x12_index_by_64(
    const uint8_t *bytes, size_t start, size_t stop, uint8_t element, uint8_t terminator,
    uint32_t *ends, uint32_t *marks, size_t *end_count, size_t *mark_count) {
#if defined(__x86_64__)
    if (x12_is_wider()) {
        x12_index_wider(bytes, start, stop, element, terminator, ends, marks, end_count,
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

// Whether some element begins or ends with a blank.
static uint32_t x12_has_blank(const uint8_t *bytes, size_t count, uint8_t element) {
    uint32_t found = count > 0 && bytes[count - 1] == ' ';
    for (size_t i = 1; i < count; i++)
        found |= ((bytes[i] == ' ') & (bytes[i - 1] == element)) |
                 ((bytes[i - 1] == ' ') & (bytes[i] == element));
    return found;
}

void x12_mark_plain_narrow(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries, size_t segments,
    struct x12_separators separators, uint8_t *plain) {
    for (; segments > 0; segments--, entries += 4, plain++) {
        const uint8_t *from = bytes + entries[0];
        const size_t count = ends[entries[1] + entries[2] - 1] - entries[0];
        const uint8_t blank = x12_has_blank(from, count, separators.element) ? 0 : 4;
        if (x12_is_plain(from, count, separators.a, separators.b)) {
            *plain = 2 | blank;
        } else {
            *plain = x12_is_plain(from, count, '"', '"') ? 1 | blank : 0;
        }
    }
}

void x12_mark_plain(const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries,
                    size_t segments, struct x12_separators separators, uint8_t *plain) {
#if defined(__x86_64__)
    if (x12_is_wide()) {
        x12_mark_plain_wide(bytes, ends, entries, segments, separators, plain);
        return;
    }
#endif
    x12_mark_plain_narrow(bytes, ends, entries, segments, separators, plain);
}
