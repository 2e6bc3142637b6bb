#pragma once
#include <stdint.h>

/// The number of the candidate that is active at a place, 0 for the original code.
///
/// Called by instrumented code at each place; any thread, at any time.
int32_t healing_lab_pick(int32_t unit);

/// Says that a place was reached.
void healing_lab_hit(int32_t unit);
