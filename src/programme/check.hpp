// The consistency of a programme: what its record types alone cannot make sure of.
#pragma once

#include "probity/programme/programme.hpp"

namespace probity::detail {

/// Throws DocumentError at the first fault.
void check(const ProgrammeParts& parts);

}  // namespace probity::detail
