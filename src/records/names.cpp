#include "records/names.hpp"

namespace probity {

std::string_view to_string(UnitKind kind) noexcept { return detail::name_of(kind); }
std::string_view to_string(SeatKind kind) noexcept { return detail::name_of(kind); }
std::string_view to_string(TaskKind kind) noexcept { return detail::name_of(kind); }
std::string_view to_string(TaskState state) noexcept { return detail::name_of(state); }
std::string_view to_string(MeetingKind kind) noexcept { return detail::name_of(kind); }
std::string_view to_string(MeetingState state) noexcept { return detail::name_of(state); }
std::string_view to_string(MemberRole role) noexcept { return detail::name_of(role); }
std::string_view to_string(ItemKind kind) noexcept { return detail::name_of(kind); }
std::string_view to_string(ItemOutcome outcome) noexcept { return detail::name_of(outcome); }
std::string_view to_string(FulfilmentOutcome outcome) noexcept { return detail::name_of(outcome); }
std::string_view to_string(RecordKind kind) noexcept { return detail::name_of(kind); }

}  // namespace probity
