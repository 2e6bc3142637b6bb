#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define HIDDEN __attribute__((visibility("hidden")))

enum { lab_pairs = 4 };

/// Where the candidates of this process act; written before the first thread starts, only read afterwards.
struct lab_switches {
  int32_t count;
  int32_t units[lab_pairs];
  int32_t numbers[lab_pairs];
};

HIDDEN void lab_activate(const struct lab_switches *switches, uint8_t *hits, int32_t hit_count);

#if defined(__linux__)

/// From here on this process gets the same random numbers every time.
HIDDEN void lab_steady_random(void);

/// What the client allows; numbers in this order at the start of its first frame.
struct lab_limits {
  int64_t namespaces;  ///< 0 keeps to what every machine has.
  int64_t address_space_bytes;
  int64_t memory_bytes;  ///< Of all processes of a job together.
  int64_t cpu_seconds;
  int64_t file_bytes;
  int64_t open_files;
  int64_t processes;
  int64_t scratch_bytes;
  int64_t scratch_files;
};

struct lab_places {
  const char *scratch;    ///< An empty directory of this server's own.
  const char *directory;  ///< Where a child starts.
  const char **roots;     ///< Kept as they are; a child sees its changes to them, nobody else does.
  size_t root_count;
  const char **fresh;  ///< Empty for each child.
  size_t fresh_count;
};

enum { lab_reason_bytes = 512 };

/// Makes this process, or a descendant that returns from here in its place, the server of closed namespaces.
///
/// Returns 1 inside of them. Returns 0 in the caller, and why, where they cannot be had.
HIDDEN int lab_enter_namespaces(
    const struct lab_places *places, const struct lab_limits *limits, const int *keep, size_t keep_count,
    char *why, size_t why_bytes);

/// Whether the kernel is of this version or a later one.
HIDDEN int lab_kernel_is(int major, int minor);

/// Whether anything was left in the file systems or in System V memory since they were made.
HIDDEN int lab_is_used(void);

/// Empties them: -1 when that failed, after which the server is of no use.
HIDDEN int lab_renew(void);

/// Without namespaces: prepares what confines a child; the reason says what it does not do.
HIDDEN void lab_prepare_confinement(const struct lab_places *places, char *reason);

/// Called by a child, last before the tests: gives up privileges and, without namespaces, confines itself.
HIDDEN void lab_confine(int in_namespaces);

/// A number that changes with every change of a file below the directory.
HIDDEN uint64_t lab_fingerprint(const char *directory);

#endif
