#include <git2.h>

// `git_libgit2_opts` is variadic, which Swift cannot call.

/// Makes libgit2 blind to the configuration of the machine and of its user.
static inline int lab_git_ignore_machine_configuration(void) {
  const int levels[] = {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL,
                        GIT_CONFIG_LEVEL_PROGRAMDATA};
  for (unsigned i = 0; i < sizeof levels / sizeof levels[0]; i++) {
    int error = git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
    if (error < 0) return error;
  }
  return git_libgit2_opts(GIT_OPT_SET_TEMPLATE_PATH, "");
}

/// No hook, filter program or setting of a repository runs anything here, so it does not matter whose it is.
static inline int lab_git_accept_any_owner(void) {
#if LIBGIT2_VER_MAJOR > 1 || (LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR >= 5)
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
#else
  return 0;
#endif
}
