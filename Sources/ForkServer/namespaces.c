// Closed namespaces for the children of a server.
//
//     S   started by the lab, waits
//     └ A     made the namespaces, waits
//       └ 1     the server: init of its own process table; when it ends, the kernel ends everything in it
//         └ 2     a child
//
// The root is read-only. One small file system in memory holds all that can be written: upper layers over the package,
// the home directory and /tmp, and an empty /dev/shm and /run. It is made anew after a child that used it, and whether
// one did is one call, because all it can leave takes a block or an inode; most leave nothing, and cost nothing.
#if defined(__linux__)
#define _GNU_SOURCE
#include "parts.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/capability.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/utsname.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif

/// A directory that is mounted anew for each child that follows one that used it.
struct target {
  const char *path;
  /// The root whose upper layer it shows; -1 for one that begins empty.
  int root;
  mode_t mode;
  uid_t owner;
  gid_t group;
  char own[24];
  dev_t device;
  ino_t inode;
};

enum { most_targets = 32 };

static struct {
  struct target targets[most_targets];
  size_t count;
  int is_user_namespace;
  char options[64];
  struct statfs empty;
} mounts;

static int fail(char *reason, const char *what, const char *name) {
  snprintf(
      reason, lab_reason_bytes, "%s%s%s: %s", what, name[0] == 0 ? "" : " ", name, strerror(errno));
  return -1;
}

static int write_file(const char *path, const char *text) {
  int descriptor = open(path, O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return -1;
  ssize_t written = write(descriptor, text, strlen(text));
  int error = errno;
  close(descriptor);
  errno = error;
  return written == (ssize_t)strlen(text) ? 0 : -1;
}

static int make_directories(const char *path) {
  char copy[PATH_MAX];
  if (snprintf(copy, sizeof copy, "%s", path) >= (int)sizeof copy) {
    errno = ENAMETOOLONG;
    return -1;
  }
  for (char *slash = copy + 1; *slash != 0; slash++) {
    if (*slash != '/') continue;
    *slash = 0;
    mkdir(copy, 0755);
    *slash = '/';
  }
  return mkdir(copy, 0755) == 0 || errno == EEXIST ? 0 : -1;
}

static int has_capability(int capability) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct data[2] = {0};
  if (syscall(SYS_capget, &header, data) != 0) return 0;
  return (data[capability / 32].effective >> (capability % 32)) & 1;
}

static int enter_user_namespace(char *reason) {
  char map[64];
  uid_t user = geteuid();
  gid_t group = getegid();
  if (unshare(CLONE_NEWUSER) != 0) return fail(reason, "a user namespace", "");
  prctl(PR_SET_DUMPABLE, 1);
  // The same numbers inside as outside: tests may look at who they are.
  snprintf(map, sizeof map, "%u %u 1", user, user);
  if (write_file("/proc/self/uid_map", map) != 0) return fail(reason, "writing", "/proc/self/uid_map");
  write_file("/proc/self/setgroups", "deny");
  snprintf(map, sizeof map, "%u %u 1", group, group);
  if (write_file("/proc/self/gid_map", map) != 0) return fail(reason, "writing", "/proc/self/gid_map");
  mounts.is_user_namespace = 1;
  return 0;
}

static void raise_loopback(void) {
  int descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return;
  struct ifreq request = {0};
  strcpy(request.ifr_name, "lo");
  if (ioctl(descriptor, SIOCGIFFLAGS, &request) == 0) {
    request.ifr_flags |= IFF_UP;
    ioctl(descriptor, SIOCSIFFLAGS, &request);
  }
  close(descriptor);
  // Each child finds the ports of the last one free.
  write_file("/proc/sys/net/ipv4/tcp_max_tw_buckets", "0");
}

static int set_read_only(const char *path, unsigned flags) {
  struct {
    uint64_t set, clear, propagation, user_namespace;
  } attributes = {.set = 0x1 /* read-only */ | 0x2 /* no set-user-id */};
  return (int)syscall(SYS_mount_setattr, AT_FDCWD, path, flags, &attributes, sizeof attributes);
}

/// A /dev without disks and terminals of others.
static int make_devices(char *reason) {
  static const char *const names[] = {"null", "zero", "full", "random", "urandom", "tty"};
  static const char *const links[][2] = {
      {"/proc/self/fd", "dev/fd"},       {"/proc/self/fd/0", "dev/stdin"}, {"/proc/self/fd/1", "dev/stdout"},
      {"/proc/self/fd/2", "dev/stderr"}, {"pts/ptmx", "dev/ptmx"},
  };
  if (mount("tmpfs", "dev", "tmpfs", MS_NOSUID | MS_NOEXEC, "size=64k,mode=0755") != 0) {
    return fail(reason, "mounting", "/dev");
  }
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char from[32], to[32];
    snprintf(from, sizeof from, "/dev/%s", names[i]);
    snprintf(to, sizeof to, "dev/%s", names[i]);
    if (access(from, F_OK) != 0) continue;
    int descriptor = open(to, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor >= 0) close(descriptor);
    if (mount(from, to, NULL, MS_BIND, NULL) != 0) return fail(reason, "mounting", from);
  }
  for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
    if (symlink(links[i][0], links[i][1]) != 0) return fail(reason, "linking", links[i][1]);
  }
  mkdir("dev/shm", 01777);
  mkdir("dev/pts", 0755);
  mount("devpts", "dev/pts", "devpts", MS_NOSUID | MS_NOEXEC, "newinstance,ptmxmode=0666,mode=0620");
  return 0;
}

int lab_kernel_is(int wanted_major, int wanted_minor) {
  struct utsname name;
  int major = 0, minor = 0;
  if (uname(&name) != 0 || sscanf(name.release, "%d.%d", &major, &minor) != 2) return 0;
  return major > wanted_major || (major == wanted_major && minor >= wanted_minor);
}

static int make_process_table(int64_t processes, char *reason) {
  static const char *const closed[] = {
      "/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs", "/proc/acpi", "/proc/scsi",
  };
  if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) != 0) {
    // Inside of a container that hides parts of it. The old one stays, read-only, and shows other numbers.
    return mounts.is_user_namespace ? 0 : fail(reason, "mounting", "/proc");
  }
  // Before, there was one such limit for the whole machine.
  if (processes > 0 && lab_kernel_is(6, 14)) {
    char text[24];
    snprintf(text, sizeof text, "%lld", (long long)(processes < 400 ? 400 : processes));
    write_file("/proc/sys/kernel/pid_max", text);
  }
  for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
    if (access(closed[i], F_OK) != 0) continue;
    if (mount(closed[i], closed[i], NULL, MS_BIND | MS_REC, NULL) == 0 && set_read_only(closed[i], 0) == 0) {
      continue;
    }
    if (!mounts.is_user_namespace) return fail(reason, "closing", closed[i]);
  }
  return 0;
}

static int mount_target(struct target *target, int index, char *reason) {
  if (make_directories(target->path) != 0) return fail(reason, "making", target->path);
  if (mkdir(target->own, target->mode) != 0) return fail(reason, "making", target->own);
  // Whoever owned it still does; in a user namespace others than the own user have no name.
  if (chown(target->own, target->owner, target->group) != 0 && !mounts.is_user_namespace) {
    return fail(reason, "owning", target->own);
  }
  if (chmod(target->own, target->mode) != 0) return fail(reason, "owning", target->own);
  if (target->root < 0) {
    if (mount(target->own, target->path, NULL, MS_BIND, NULL) != 0) {
      return fail(reason, "mounting", target->path);
    }
  } else {
    char work[24], options[192];
    snprintf(work, sizeof work, "cur/w%d", index);
    if (mkdir(work, 0700) != 0) return fail(reason, "making", work);
    snprintf(
        options, sizeof options, "lowerdir=low/%d,upperdir=%s,workdir=%s%s", target->root, target->own, work,
        mounts.is_user_namespace ? ",userxattr" : "");
    if (mount("overlay", target->path, "overlay", MS_NOSUID | MS_NODEV, options) != 0) {
      return fail(reason, "an overlay on", target->path);
    }
  }
  struct stat status;
  if (stat(target->path, &status) != 0) return fail(reason, "looking at", target->path);
  target->device = status.st_dev;
  target->inode = status.st_ino;
  return 0;
}

static int mount_targets(char *reason) {
  if (mount("tmpfs", "cur", "tmpfs", MS_NOSUID | MS_NODEV, mounts.options) != 0) {
    return fail(reason, "a file system in memory", "");
  }
  for (size_t i = 0; i < mounts.count; i++) {
    if (mount_target(&mounts.targets[i], (int)i, reason) != 0) return -1;
  }
  return statfs("cur", &mounts.empty) == 0 ? 0 : fail(reason, "looking at the file system in memory", "");
}

static int by_length(const void *a, const void *b) {
  size_t first = strlen(((const struct target *)a)->path), second = strlen(((const struct target *)b)->path);
  return first < second ? -1 : first > second;
}

static int is_below(const char *path, const char *directory) {
  size_t length = strlen(directory);
  return strncmp(path, directory, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int add_target(const char *path, int root, char *reason) {
  struct stat status;
  if (stat(path, &status) != 0) return fail(reason, "looking at", path);
  if (mounts.count == most_targets) {
    errno = E2BIG;
    return fail(reason, "mounting", path);
  }
  struct target *target = &mounts.targets[mounts.count];
  *target = (struct target){
      .path = path, .root = root, .mode = status.st_mode & 07777, .owner = status.st_uid,
      .group = status.st_gid,
  };
  snprintf(target->own, sizeof target->own, "cur/t%zu", mounts.count);
  mounts.count++;
  return 0;
}

static int build(const struct lab_places *places, const struct lab_limits *limits, char *reason) {
  if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return fail(reason, "private mounts", "");
  raise_loopback();
  for (size_t i = 0; i < places->fresh_count; i++) {
    if (add_target(places->fresh[i], -1, reason) != 0) return -1;
  }
  uint64_t mount_ids[most_targets];
  int covered_by[most_targets];
  if (places->root_count > most_targets) {
    errno = E2BIG;
    return fail(reason, "directories", "");
  }
  for (size_t i = 0; i < places->root_count; i++) {
    struct statx status;
    if (statx(AT_FDCWD, places->roots[i], 0, STATX_MNT_ID, &status) != 0) {
      return fail(reason, "looking at", places->roots[i]);
    }
    mount_ids[i] = status.stx_mnt_id;
  }
  for (size_t i = 0; i < places->root_count; i++) {
    covered_by[i] = -1;
    for (size_t j = 0; j < places->root_count; j++) {
      // Of two that are the same the first stays. An overlay does not show what is mounted below its root.
      if (i == j || mount_ids[i] != mount_ids[j] || !is_below(places->roots[i], places->roots[j])) continue;
      if (strcmp(places->roots[i], places->roots[j]) == 0 && i < j) continue;
      covered_by[i] = (int)j;
    }
    for (size_t j = 0; covered_by[i] >= 0 && j < places->fresh_count; j++) {
      const char *fresh = places->fresh[j];
      int hides = is_below(places->roots[i], fresh) && is_below(fresh, places->roots[covered_by[i]]);
      if (hides) covered_by[i] = -1;
    }
    if (covered_by[i] < 0 && add_target(places->roots[i], (int)i, reason) != 0) return -1;
  }
  qsort(mounts.targets, mounts.count, sizeof *mounts.targets, by_length);

  if (mount("tmpfs", places->scratch, "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,mode=0700") != 0) {
    return fail(reason, "a file system in memory", "");
  }
  if (chdir(places->scratch) != 0) return fail(reason, "entering", places->scratch);
  if (mkdir("low", 0700) != 0 || mkdir("cur", 0700) != 0 || mkdir("dev", 0700) != 0) {
    return fail(reason, "making directories", "");
  }
  for (size_t i = 0; i < places->root_count; i++) {
    char low[24];
    snprintf(low, sizeof low, "low/%zu", i);
    if (mkdir(low, 0700) != 0 || mount(places->roots[i], low, NULL, MS_BIND, NULL) != 0) {
      return fail(reason, "mounting", places->roots[i]);
    }
  }
  if (make_devices(reason) != 0) return -1;
  if (set_read_only("/", 0x8000 /* recursive */) != 0) return fail(reason, "a read-only root", "");
  if (make_process_table(limits->processes, reason) != 0) return -1;
  if (mount("dev", "/dev", NULL, MS_MOVE, NULL) != 0) return fail(reason, "mounting", "/dev");
  snprintf(
      mounts.options, sizeof mounts.options, "size=%lld,nr_inodes=%lld,mode=0755",
      (long long)limits->scratch_bytes, (long long)limits->scratch_files);
  return mount_targets(reason);
}

static void close_except(const int *keep, size_t count, int also) {
  long most = sysconf(_SC_OPEN_MAX);
  if (most < 0 || most > 4096) most = 4096;
  for (int descriptor = 0; descriptor < most; descriptor++) {
    int is_kept = descriptor == also;
    for (size_t i = 0; i < count; i++) is_kept |= descriptor == keep[i];
    if (!is_kept) close(descriptor);
  }
}

/// Waits for the process that serves in this one's place, holding nothing open, and ends as it did.
__attribute__((noreturn)) static void stand_by(pid_t process) {
  int status;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {}
  _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

__attribute__((noreturn)) static void give_up(int report, const char *reason) {
  ssize_t written = write(report, reason, strlen(reason));
  _exit(written < 0 ? 2 : 1);
}

int lab_enter_namespaces(
    const struct lab_places *places, const struct lab_limits *limits, const int *keep, size_t keep_count,
    char *why, size_t why_bytes) {
  char reason[lab_reason_bytes] = "";
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) {
    snprintf(why, why_bytes, "a pipe: %s", strerror(errno));
    return 0;
  }
  pid_t helper = fork();
  if (helper < 0) {
    snprintf(why, why_bytes, "a process: %s", strerror(errno));
    return 0;
  }
  if (helper > 0) {
    close(report[1]);
    ssize_t count = read(report[0], reason, sizeof reason - 1);
    close(report[0]);
    if (count == 1 && reason[0] == 0) {
      close_except(NULL, 0, -1);
      stand_by(helper);
    }
    reason[count > 0 ? count : 0] = 0;
    snprintf(why, why_bytes, "%s", count > 0 ? reason : "the process that makes them ended");
    waitpid(helper, NULL, 0);
    return 0;
  }
  close(report[0]);
  if (!has_capability(CAP_SYS_ADMIN) && enter_user_namespace(reason) != 0) give_up(report[1], reason);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (unshare(CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC) != 0) {
    fail(reason, "namespaces", "");
    give_up(report[1], reason);
  }
  pid_t first = fork();
  if (first < 0) {
    fail(reason, "a process", "");
    give_up(report[1], reason);
  }
  if (first > 0) {
    close_except(NULL, 0, -1);
    stand_by(first);
  }
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (build(places, limits, reason) != 0) give_up(report[1], reason);
  if (write(report[1], "", 1) != 1) _exit(2);
  close_except(keep, keep_count, -1);
  return 1;
}

int lab_is_used(void) {
  struct statfs now;
  if (statfs("cur", &now) != 0) return 1;
  if (now.f_bfree != mounts.empty.f_bfree || now.f_ffree != mounts.empty.f_ffree) return 1;
  for (size_t i = 0; i < mounts.count; i++) {
    struct target *target = &mounts.targets[i];
    struct stat status;
    if (stat(target->path, &status) != 0 || status.st_dev != target->device
        || status.st_ino != target->inode || (status.st_mode & 07777) != target->mode) {
      return 1;
    }
  }
  union {
    struct shm_info memory;
    struct seminfo semaphores;
    struct msginfo messages;
    void *pointer;
  } info;
  memset(&info, 0, sizeof info);
  if (shmctl(0, SHM_INFO, (struct shmid_ds *)&info) >= 0 && info.memory.used_ids > 0) return 1;
  if (semctl(0, 0, SEM_INFO, &info) >= 0 && info.semaphores.semusz > 0) return 1;
  if (msgctl(0, MSG_INFO, (struct msqid_ds *)&info) >= 0 && info.messages.msgpool > 0) return 1;
  return 0;
}

int lab_renew(void) {
  char reason[lab_reason_bytes];
  for (size_t i = mounts.count; i > 0; i--) {
    // A hostile child may have moved the way to it, and it goes with the file system below.
    umount2(mounts.targets[i - 1].path, MNT_DETACH);
  }
  if (umount2("cur", MNT_DETACH) != 0) return -1;
  if (unshare(CLONE_NEWIPC) != 0) return -1;
  return mount_targets(reason);
}

#endif
