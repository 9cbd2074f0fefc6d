// The consistency of a programme: what its record types alone cannot make sure of.
#pragma once

#include "probity/records/parts.hpp"
#include "records/refusal.hpp"

namespace probity::detail {

/// Throws DocumentError with every fault. Records in which something could not be read, `unread`, are
/// passed over, and so are references to records whose ids may be among it.
void check(const ProgrammeParts& parts, const DocumentFaults& unread = {});

}  // namespace probity::detail
