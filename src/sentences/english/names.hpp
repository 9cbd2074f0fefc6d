// Names in an English sentence, which say nothing of when: Integrity Week, the council meets.
#pragma once

#include <string>
#include <string_view>

#include "sentences/english/scanner.hpp"

namespace probity::detail::english {

/// Passes what the sentence is about: Integrity Day is held on, the council meets on; Integrity Week
/// (the third week), of which the brackets are passed as well.
void pass_subject(Scanner& s);

/// (Integrity Week), as Integrity Week: whether a name stood here. Fails if it speaks of dates.
bool read_name(Scanner& s);

}  // namespace probity::detail::english
