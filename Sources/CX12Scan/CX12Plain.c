#include "CX12Scan.h"
#include "x12_wide.h"

#include <string.h>

#if defined(__x86_64__)
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

// What is a control character or no ASCII, or one of three that the lower half of a byte tells apart: a
// quotation mark, a backslash, DEL.
X12_WIDE static inline __m256i x12_wide_odd(__m256i v) {
    const __m256i three = _mm256_setr_epi8(
        1, 0, '"', 0, 0, 0, 0, 0, 0, 0, 0, 0, '\\', 0, 0, 0x7F,
        1, 0, '"', 0, 0, 0, 0, 0, 0, 0, 0, 0, '\\', 0, 0, 0x7F);
    return _mm256_or_si256(
        _mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), v),
        _mm256_cmpeq_epi8(_mm256_shuffle_epi8(three, v), v));
}

X12_WIDE static inline __m256i x12_wide_inner(__m256i v, const struct x12_wide_separators *s) {
    return _mm256_or_si256(_mm256_cmpeq_epi8(v, s->a), _mm256_cmpeq_epi8(v, s->b));
}

X12_WIDE static inline struct x12_kinds x12_wide_kinds(
    const uint8_t *bytes, const struct x12_wide_separators *s) {
    const __m256i v = x12_wide_load(bytes), next = x12_wide_load(bytes + 1);
    const __m256i blank = _mm256_or_si256(
        _mm256_and_si256(_mm256_cmpeq_epi8(v, s->element), x12_wide_is(next, ' ')),
        _mm256_and_si256(_mm256_cmpeq_epi8(next, s->element), x12_wide_is(v, ' ')));
    const struct x12_kinds kinds = {
        (uint32_t)_mm256_movemask_epi8(x12_wide_odd(v)),
        (uint32_t)_mm256_movemask_epi8(x12_wide_inner(v, s)),
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

// 64 bytes, and the byte before them.
struct x12_stretch {
    __m256i low, high;
    uint8_t before;
};

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
    const __m256i low = x12_wide_inner(b->low, s), high = x12_wide_inner(b->high, s);
    const __m256i both = _mm256_or_si256(low, high);
    return _mm256_testz_si256(both, both) ? 0 : x12_wide_bits(low, high);
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
        const uint64_t odd =
            x12_wide_bits(x12_wide_odd(b.low), x12_wide_odd(b.high)) & wanted;
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
