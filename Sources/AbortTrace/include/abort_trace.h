// Empty on purpose: the library is preloaded, not called.
