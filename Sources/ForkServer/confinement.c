// What a child cannot do: with privileges given up, and without namespaces by Landlock, a filter of system calls and
// the process group alone.
#if defined(__linux__)
#define _GNU_SOURCE
#include "parts.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

// By value, because the headers of most systems are older than their kernels.
enum {
  landlock_write_file = 1 << 1,
  landlock_changes = 0x1ff0,  // Removing and making entries of every kind.
  landlock_refer = 1 << 13,
  landlock_truncate = 1 << 14,
  landlock_scope_abstract_socket = 1 << 0,
  landlock_scope_signal = 1 << 1,
};

static struct {
  int rules;
  int needs_filter;
} confinement = {.rules = -1};

static uint64_t landlock_rights(long version) {
  return landlock_write_file | landlock_changes | (version >= 2 ? landlock_refer : 0)
         | (version >= 3 ? landlock_truncate : 0);
}

static void allow(const char *path, uint64_t rights) {
  struct {
    uint64_t allowed;
    int32_t descriptor;
  } __attribute__((packed)) rule = {rights, open(path, O_PATH | O_CLOEXEC)};
  if (rule.descriptor < 0) return;
  struct stat status;
  // A file takes fewer rights than a directory.
  if (fstat(rule.descriptor, &status) == 0 && !S_ISDIR(status.st_mode)) {
    rule.allowed &= landlock_write_file | landlock_truncate;
  }
  syscall(SYS_landlock_add_rule, confinement.rules, 1, &rule, 0);
  close(rule.descriptor);
}

void lab_prepare_confinement(const struct lab_places *places, char *reason) {
  const char *files = "the file system is not protected (no Landlock), ";
  const char *signals = "";
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
  confinement.needs_filter = version < 6;
  if (version > 0) {
    struct {
      uint64_t files, network, scopes;
    } attributes = {.files = landlock_rights(version)};
    if (version >= 6) attributes.scopes = landlock_scope_abstract_socket | landlock_scope_signal;
    size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    confinement.rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
  }
  if (confinement.rules >= 0) {
    fcntl(confinement.rules, F_SETFD, FD_CLOEXEC);
    files = "";
    allow(places->scratch, landlock_rights(version));
    static const char *const devices[] = {
        "/dev/null", "/dev/zero", "/dev/full", "/dev/tty",    "/dev/ptmx",
        "/dev/pts",  "/dev/shm",  "/dev/random", "/dev/urandom",
    };
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) allow(devices[i], landlock_rights(version));
  }
  if (version < 6) signals = "processes of the same user can be signalled, ";
  size_t length = strlen(reason);
  snprintf(
      reason + length, lab_reason_bytes - length,
      "%s%s%sthe network is reachable, and what is written counts only file by file",
      length > 0 ? "; " : "", files, signals);
}

/// Nobody's business in a test: mounts, devices, the clock, the kernel, the processes and limits of others.
static const int dangerous[] = {
    CAP_SYS_ADMIN,  CAP_SYS_MODULE, CAP_SYS_RAWIO, CAP_SYS_BOOT,      CAP_SYS_TIME,  CAP_MKNOD,
    CAP_SYS_PTRACE, CAP_NET_ADMIN,  CAP_SYS_RESOURCE, CAP_SYSLOG,     CAP_MAC_ADMIN, CAP_MAC_OVERRIDE,
    CAP_SETFCAP,    CAP_SETPCAP,    CAP_SYS_NICE,  CAP_SYS_PACCT,     CAP_SYS_TTY_CONFIG, CAP_AUDIT_CONTROL,
    CAP_LINUX_IMMUTABLE, CAP_NET_RAW, CAP_AUDIT_WRITE, CAP_WAKE_ALARM, CAP_BLOCK_SUSPEND, CAP_LEASE,
    38 /* perfmon */, 39 /* bpf */, 40 /* checkpoint and restore */,
};

static void drop_capabilities(void) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct data[2];
  if (syscall(SYS_capget, &header, data) != 0) return;
  if (data[0].permitted == 0 && data[1].permitted == 0) return;
  if (geteuid() != 0) {
    // Those of a user namespace, which let its owner pass over permissions a test may be about.
    memset(data, 0, sizeof data);
  } else {
    for (size_t i = 0; i < sizeof dangerous / sizeof *dangerous; i++) {
      uint32_t bit = 1u << (dangerous[i] % 32);
      prctl(PR_CAPBSET_DROP, dangerous[i], 0, 0, 0);
      data[dangerous[i] / 32].effective &= ~bit;
      data[dangerous[i] / 32].permitted &= ~bit;
      data[dangerous[i] / 32].inheritable &= ~bit;
    }
  }
  syscall(SYS_capset, &header, data);
}

/// `kill(-1)` would end everything of this user, the lab included.
static void forbid_killing_all(void) {
  struct sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_kill, 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0xffffffffu, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = {sizeof program / sizeof *program, program};
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0);
}

void lab_confine(int in_namespaces) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (!in_namespaces && confinement.rules >= 0) {
    // Unprotected code must not run where protection was promised.
    if (syscall(SYS_landlock_restrict_self, confinement.rules, 0) != 0) _exit(121);
    close(confinement.rules);
  }
  if (!in_namespaces && confinement.needs_filter) forbid_killing_all();
  drop_capabilities();
}

static uint64_t fingerprint;

static int add_file(const char *path, const struct stat *status, int kind, struct FTW *walk) {
  (void)kind;
  (void)walk;
  uint64_t hash = 14695981039346656037u;
  for (const char *byte = path; *byte != 0; byte++) hash = (hash ^ (uint8_t)*byte) * 1099511628211u;
  uint64_t values[] = {
      status->st_ino, status->st_mode, (uint64_t)status->st_size, (uint64_t)status->st_ctim.tv_sec,
      (uint64_t)status->st_ctim.tv_nsec,
  };
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) hash = (hash ^ values[i]) * 1099511628211u;
  fingerprint += hash;
  return 0;
}

uint64_t lab_fingerprint(const char *directory) {
  fingerprint = 0;
  nftw(directory, add_file, 16, FTW_PHYS);
  return fingerprint;
}

#endif
