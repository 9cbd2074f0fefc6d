#include "sentences/days_off.hpp"

namespace probity::detail {
namespace {

Text name_of(const std::vector<DayOff>& kinds) {
    const bool saturday = has_kind(kinds, DayOff::saturday);
    const bool sunday = has_kind(kinds, DayOff::sunday);
    if (has_kind(kinds, DayOff::holiday)) {
        return saturday ? Text{"휴일", "a day off"} : Text{"공휴일", "a Sunday or public holiday"};
    }
    if (saturday && sunday) return {"토·일요일", "a Saturday or Sunday"};
    return saturday ? Text{"토요일", "a Saturday"} : Text{"일요일", "a Sunday"};
}

Text place_of(MovedTo to, bool following, const std::string& day_off) {
    const std::string side = following ? "next" : "last";
    switch (to) {
        case MovedTo::working_day:
            return {following ? "다음 근무일" : "직전 근무일", side + " working day"};
        case MovedTo::day:
            return {following ? "다음 날" : "전날", following ? "day after" : "day before"};
        case MovedTo::other_day:
            return {day_off + (following ? "이 아닌 다음 날" : "이 아닌 전날"),
                    side + " day that is none"};
        case MovedTo::week:
            break;
    }
    return {following ? "다음 주 같은 요일" : "지난 주 같은 요일",
            following ? "same weekday a week later" : "same weekday a week before"};
}

}  // namespace

Text words_for(const Move& move, RollConvention roll) {
    const Text day_off = name_of(move.days_off);
    const Text place = place_of(move.to, roll == RollConvention::following, day_off.korean);
    return {day_off.korean + "이면 " + place.korean,
            "on " + day_off.english + " the " + place.english};
}

}  // namespace probity::detail
