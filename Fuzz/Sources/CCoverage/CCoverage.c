#include "CCoverage.h"

// What the linker knows of the sections that -sanitize-coverage makes: a counter and a place for each
// edge, in the same order. Tools of the build have none.
#define SECTION __attribute__((weak, visibility("hidden")))

extern uint8_t __start___sancov_cntrs[] SECTION;
extern uint8_t __stop___sancov_cntrs[] SECTION;
extern const struct {
    uintptr_t place;
    uintptr_t flags;
} __start___sancov_pcs[] SECTION;
extern const char __executable_start[] SECTION;

size_t coverage_count(void) {
    return (size_t)(__stop___sancov_cntrs - __start___sancov_cntrs);
}

uintptr_t coverage_place(size_t edge) {
    return __start___sancov_pcs[edge].place - (uintptr_t)__executable_start;
}

void coverage_keep(const uint8_t *kept) {
    uint8_t *counters = __start___sancov_cntrs;
    size_t count = coverage_count();
    for (size_t edge = 0; edge < count; edge++) counters[edge] &= kept[edge];
}
