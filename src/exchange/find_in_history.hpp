// Finds events of a history that are worth a look, though its chain holds.
#pragma once

#include <vector>

#include "exchange/json/programme_text.hpp"
#include "probity/exchange/verify.hpp"

namespace probity::detail {

/// Events without a stamp, and those that were recorded after the day from which they are true.
void find_stamps(const History& history, std::vector<Finding>& findings);

/// Records and events that today's rules would refuse, of a history that is legal under its own.
void find_refused(const ProgrammeText& text, std::vector<Finding>& findings);

}  // namespace probity::detail
