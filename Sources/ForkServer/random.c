// Random numbers of a child: the same in every child, or one change would pass in one run and fail in the next.
//
// Swift's own generator asks the kernel by way of `syscall`, C programs by way of the two others. UUIDs are read from a file
// and stay different.
#if defined(__linux__)
#define _GNU_SOURCE
#include "parts.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/syscall.h>

#define EXPORTED __attribute__((visibility("default")))

typedef long raw_call(long number, ...);

static _Atomic(raw_call *) real_call;
/// Written before the first thread starts; until then the kernel is asked.
static int is_steady;
static _Atomic uint64_t state;

void lab_steady_random(void) {
  is_steady = 1;
  atomic_store(&state, 0);
}

/// SplitMix64 (Steele, Lea and Flood, 2014): threads that ask at once never get the same number.
static void fill(unsigned char *bytes, size_t count) {
  while (count > 0) {
    uint64_t word = atomic_fetch_add(&state, 0x9e3779b97f4a7c15) + 0x9e3779b97f4a7c15;
    word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9;
    word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
    word ^= word >> 31;
    size_t part = count < sizeof word ? count : sizeof word;
    memcpy(bytes, &word, part);
    bytes += part;
    count -= part;
  }
}

static long call(long number, long a, long b, long c, long d, long e, long f) {
  raw_call *real = atomic_load_explicit(&real_call, memory_order_relaxed);
  if (real == NULL) {
    real = (raw_call *)dlsym(RTLD_NEXT, "syscall");
    atomic_store_explicit(&real_call, real, memory_order_relaxed);
  }
  return real(number, a, b, c, d, e, f);
}

EXPORTED long syscall(long number, ...) {
  long values[6];
  va_list rest;
  va_start(rest, number);
  for (int i = 0; i < 6; i++) values[i] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_getrandom && is_steady) {
    fill((unsigned char *)values[0], (size_t)values[1]);
    return values[1];
  }
  return call(number, values[0], values[1], values[2], values[3], values[4], values[5]);
}

EXPORTED ssize_t getrandom(void *bytes, size_t count, unsigned int flags) {
  if (!is_steady) return call(SYS_getrandom, (long)bytes, (long)count, (long)flags, 0, 0, 0);
  fill(bytes, count);
  return (ssize_t)count;
}

EXPORTED int getentropy(void *bytes, size_t count) {
  if (count > 256) {
    errno = EIO;
    return -1;
  }
  return getrandom(bytes, count, 0) == (ssize_t)count ? 0 : -1;
}

// Looked up before it is needed in a place where nothing may be looked up.
__attribute__((constructor)) static void find(void) { call(SYS_getpid, 0, 0, 0, 0, 0, 0); }

#endif
