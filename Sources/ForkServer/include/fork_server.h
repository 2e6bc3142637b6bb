#pragma once
#include <stddef.h>
#include <stdint.h>

/// The number of the candidate that is active at a place, 0 for the original code.
///
/// Called by instrumented code at each place; any thread, at any time.
int32_t healing_lab_pick(int32_t unit);

/// Says that a place was reached.
void healing_lab_hit(int32_t unit);

/// Whether children of a server would get namespaces of their own here: 1 yes, 0 no with the reason and what is open, -1
/// where it could not be tried. `scratch` is an empty directory, `tree` a directory; both are left as they are.
int healing_lab_isolation(const char *scratch, const char *tree, char *reason, size_t reason_bytes);
