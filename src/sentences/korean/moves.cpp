// The words for a day off in a Korean sentence: 공휴일이면 다음 근무일.

#include <algorithm>
#include <set>

#include "sentences/days_off.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

// 공휴일에도 개최, 공휴일 포함: a day off changes nothing.
const Pattern even_off(
    U"(?:토요일·)?(?:공휴일|휴일|주말)(?:에도|이라도|이어도|포함)(?:개최|실시|운영)?(?:함|한다)?");
const Pattern when_off(
    U"(?:이면|인경우에는|인경우|일경우에는|일경우|인때에는|인때|일때에는|일때|인날에는|인날|"
    U"과겹치면"
    U"|과겹칠경우|와겹치면|[은는](?=그?(?:다음|익|직전|전날|전일))|의경우|경우|시(?=[,다익전직그]|"
    U"에는)"
    U"|일시|인시|과겹치는경우|와겹치는경우|과중복되면|에해당하면|에해당하는경우|에해당할경우|"
    U"에해당하는때"
    U"|이거나휴무인경우)(?:에는|에|는|은)?,?(?:그)?");
const Pattern subject(
    U"(?:그날|해당일|당일|그날짜|기한|기한일|마감일|말일|개최일|회의일|그일자|[0-9]{1,2}일)(?:이|"
    U"가)"
    U"|[월화수목금토일]요일이(?=[토일·]*(?:공휴일|휴일|휴무))");
const Pattern not_held(U"(?:그(?:달|주)(?:은|는)?)?(?:쉬며|쉼|쉰다|건너뜀|건너뛴다|열지않음)");

bool are_of_weekend(const std::vector<DayOff>& kinds) { return !has_kind(kinds, DayOff::holiday); }

/// The weekdays that a sentence names.
std::set<int> weekdays_of(const SentencePlan& plan) {
    std::set<int> named(plan.weekdays.begin(), plan.weekdays.end());
    for (const NthDay& each : plan.ordinals) named.insert(each.weekday);
    return named;
}

/// 매주 월요일(공휴일인 경우 화요일): 1 if the weekday after that of the sentence stands here, -1 if the
/// one before it, else 0.
int weekday_beside(Scanner& s, const SentencePlan& plan) {
    const std::size_t mark = s.at;
    const std::set<int> named = weekdays_of(plan);
    const std::vector<int> found = s.weekdays(false);
    s.at = mark;
    if (named.size() != 1 || found.size() != 1) return 0;
    const int away = (found[0] - *named.begin() + 7) % 7;
    return away == 1 ? 1 : away == 6 ? -1 : 0;
}

/// 공휴일이면 제외, 생략: nothing is held.
bool read_left_out(Scanner& s, SentencePlan& plan, const std::vector<DayOff>& kinds) {
    if (!s.take_match(left_out_words) && !s.take_match(not_held)) return false;
    add_kinds(plan.omits, kinds);
    return true;
}

/// 다음 주 수요일, 다음 주 같은 요일: a week later, on the weekday of the sentence.
bool read_same_weekday(Scanner& s, const SentencePlan& plan, std::size_t start) {
    if (!s.take(U"주")) return false;
    if (s.take(U"같은요일", U"동일요일", U"동요일", U"해당요일")) return true;
    const std::vector<int> weekdays = s.weekdays(false);
    const std::set<int> named = weekdays_of(plan);
    if (!weekdays.empty() && std::set<int>(weekdays.begin(), weekdays.end()) != named) {
        s.fail(sentence("rule.next_week_weekday"), start);
    }
    if (named.empty()) {
        s.fail(sentence("rule.next_week_date"), start);
    }
    return true;
}

/// 다음, 직전: on which side of a day off its day goes.
RollConvention read_side(Scanner& s, const SentencePlan& plan, int beside, std::size_t start) {
    if (s.take(U"다음날이후", U"다음", U"익", U"이후", U"후", U"돌아오는", U"그다음")) {
        return RollConvention::following;
    }
    if (s.take(U"직전", U"이전", U"바로전", U"전", U"앞", U"앞선")) {
        return RollConvention::preceding;
    }
    const bool beyond_weekend = are_of_weekend(plan.moves) && s.ahead(U"월요일", U"금요일");
    if (!beyond_weekend && beside == 0) {
        s.fail(sentence("rule.moves_nowhere", {{"words", s.rest()}}), start);
    }
    const bool follows = beyond_weekend ? s.ahead(U"월요일") : beside > 0;
    return follows ? RollConvention::following : RollConvention::preceding;
}

/// 근무일, 날, 주, 월요일: the day to which it goes.
MovedTo read_target(Scanner& s, const SentencePlan& plan, int beside, std::size_t start) {
    if (s.take_of(working_words) || s.take(U"평일", U"일하는날", U"정상근무일", U"업무일")) {
        return MovedTo::working_day;
    }
    if (s.take(U"날", U"일")) return MovedTo::day;
    if (beside != 0) {
        s.weekdays(false);
        return MovedTo::day;
    }
    if (read_same_weekday(s, plan, start)) return MovedTo::week;
    // 주말이면 다음 월요일, 전 금요일: what lies beyond a weekend.
    if (are_of_weekend(plan.moves) &&
        s.take(plan.roll == RollConvention::following ? U"월요일" : U"금요일")) {
        return MovedTo::other_day;
    }
    s.fail(sentence("rule.no_day_to_move_to", {{"words", s.rest()}}), start);
}

}  // namespace

bool read_move(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    s.take(U",", U"단,", U"다만,", U"단", U"다만");
    if (s.take_match(even_off)) return true;
    s.take_match(subject);
    const std::vector<DayOff> kinds = read_off_days(s);
    if (kinds.empty() || !s.take_match(when_off)) return s.back(start);
    if (read_left_out(s, plan, kinds)) return true;
    if (plan.roll) {
        s.fail(sentence("rule.moved_twice_ko"), start);
    }
    plan.moves = kinds;
    const int beside = weekday_beside(s, plan);
    plan.roll = read_side(s, plan, beside, start);
    s.take(U"의", U"첫", U"첫번째", U"최초");
    plan.to_what = read_target(s, plan, beside, start);
    s.take(U"에개최", U"에실시", U"에", U"로한다", U"로변경", U"로순연", U"로연기", U"로", U"까지",
           U"을기한으로", U"순연");
    s.take(U"한다", U"함", U"합니다", U"시행", U"개최", U"실시", U"순연", U"연기");
    return true;
}

}  // namespace probity::detail::korean
