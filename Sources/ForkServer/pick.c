#include "include/fork_server.h"
#include "parts.h"

#include <stdatomic.h>
#include <stdlib.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#define EXPORTED __attribute__((visibility("default")))

// One cache line: the first unit, and whether anything else needs a look.
static struct {
  int32_t first_unit;
  int32_t is_slow;
  int32_t hit_count;
  uint8_t *hits;
  struct lab_switches switches;
} table __attribute__((aligned(64))) = {.first_unit = INT32_MIN};

static void mark(int32_t unit) {
  if (table.hits == NULL || (uint32_t)unit >= (uint32_t)table.hit_count) return;
  _Atomic uint8_t *hit = (_Atomic uint8_t *)&table.hits[unit];
  // Looked at first: a store would take the line away from every other thread.
  if (atomic_load_explicit(hit, memory_order_relaxed) == 0) {
    atomic_store_explicit(hit, 1, memory_order_relaxed);
  }
}

__attribute__((noinline)) static int32_t pick_slowly(int32_t unit) {
  mark(unit);
  for (int32_t i = 0; i < table.switches.count; i++) {
    if (table.switches.units[i] == unit) return table.switches.numbers[i];
  }
  return 0;
}

EXPORTED int32_t healing_lab_pick(int32_t unit) {
  if (__builtin_expect((unit != table.first_unit) & (table.is_slow == 0), 1)) return 0;
  return pick_slowly(unit);
}

EXPORTED void healing_lab_hit(int32_t unit) {
  if (__builtin_expect(table.hits != NULL, 0)) mark(unit);
}

void lab_activate(const struct lab_switches *switches, uint8_t *hits, int32_t hit_count) {
  table.switches = *switches;
  table.hits = hits;
  table.hit_count = hit_count;
  table.is_slow = hits != NULL || switches->count > 1;
  table.first_unit = switches->count > 0 ? switches->units[0] : INT32_MIN;
}

#if defined(__linux__)

// A test that starts this program again, as exit tests do, tells it by these two what its parent was.
__attribute__((constructor)) static void inherit(void) {
  const char *text = getenv("HEALING_LAB_PICKS");
  if (text == NULL) return;
  struct lab_switches switches = {0};
  while (switches.count < lab_pairs && *text != 0) {
    char *end;
    switches.units[switches.count] = (int32_t)strtol(text, &end, 10);
    if (end == text || *end != ':') break;
    text = end + 1;
    switches.numbers[switches.count] = (int32_t)strtol(text, &end, 10);
    if (end == text) break;
    switches.count++;
    text = *end == ',' ? end + 1 : end;
  }
  uint8_t *hits = NULL;
  struct stat status = {0};
  const char *path = getenv("HEALING_LAB_HITS");
  if (path != NULL) {
    int descriptor = open(path, O_RDWR | O_CLOEXEC);
    if (descriptor >= 0 && fstat(descriptor, &status) == 0 && status.st_size > 0) {
      void *memory = mmap(NULL, (size_t)status.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
      if (memory != MAP_FAILED) hits = memory;
    }
    if (descriptor >= 0) close(descriptor);
  }
  lab_activate(&switches, hits, hits != NULL ? (int32_t)status.st_size : 0);
  lab_steady_random();
}

#endif
