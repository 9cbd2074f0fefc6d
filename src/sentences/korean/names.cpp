// Names in a Korean sentence, which say nothing of dates: 매월 셋째 주(청렴주간).

#include <algorithm>

#include "sentences/code_points.hpp"
#include "sentences/feasts.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

// A word that speaks of dates is no name: to pass over it would be to lose it.
const Pattern dated(
    U"[0-9]|매(?:년|월|달|주(?!민)|일(?!경)|분기|반기)|마다|제외|빼고|경우|이면|일때|다음|익월|"
    U"차월|이내"
    U"|까지|부터|전날|오전|오후|요일|[첫둘셋넷섯곱덟홉열]째|번째|것만|에만|마지막|격주|격월|격년|"
    U"격일|근무일|영업일"
    U"|공휴일|휴일|말일|월말|연말|분기|반기|음력|양력|이전|이후|동안|간격|회이상|년간|개월|주간(?:"
    U"에|마다)|설날|추석"
    U"|연중|이상|이하|(?:한|두|세|네|다섯|여섯)(?:번|차례|시|달|주)|하루|이틀|사흘|나흘|열흘|보름|"
    U"짝수|홀수|윤년"
    U"|윤달|전후|무렵|내외|안팎|가량|즈음|전월|전달|또는|혹은|미개최|미실시|미운영|아니|않|없|취소|"
    U"폐지|중단|휴무|휴회"
    U"|휴강|근처|부근|직전|직후|미정|추후|가급적|되도록|대략|변경(?:될|가능|할수)|조정(?:될|가능|"
    U"할수)|유동적|탄력적"
    U"|있는달|속한달|속하는달|포함된달|우천시|주말|평일|[월화수목금토일][·,~-][월화수목금토일]|"
    U"그믐|초하루|보름|말월"
    U"|명절|연휴|종료후|경과후|째주|(?:있는|속한|속하는|포함된|포함하는|든)주|순연|연기|앞당|미루|"
    U"월중|하순|중순|상순"
    U"|초순|적절|수시|필요시|때때로|가끔|며칠|몇");
// A name ends at its verb: 에 개최한다, 로 지정하여 운영.
const Pattern verb(
    U"[은는을를이가로에의]*(?:정기적으로)?"
    U"(?:개최|실시|운영|시행|진행|추진|지정|제출|보고|통보|납부|발행|점검|공개|게시)"
    U"?(?:하여야한다|해야한다|하여야함|한다|합니다|하며|하고|함|할것|예정|됨|된다)?[.]?");

struct Quotes {
    char32_t opening;
    char32_t closing;
};
constexpr std::array<Quotes, 9> quotes{{{U'\'', U'\''},
                                        {U'"', U'"'},
                                        {U'‘', U'’'},
                                        {U'“', U'”'},
                                        {U'「', U'」'},
                                        {U'『', U'』'},
                                        {U'<', U'>'},
                                        {U'《', U'》'},
                                        {U'〈', U'〉'}}};

const Pattern label(
    U"([^0-9():]{1,60}?)(?::"
    U"|은(?=매|격|분|반|상|하|연|월|주|[0-9]|설|추|다음|익|[첫둘셋넷]째|마지막)"
    U"|는(?=매|격|분|반|상|하|연|월|주|[0-9]|설|추|다음|익|[첫둘셋넷]째|마지막))");
// 광복절이 있는 주: what stands before 는 is no name.
const Pattern holding_verb(U"(?:있|속하|포함되|포함하)$");
// 추석맞이 캠페인: the name of an event.
const Pattern eve(U"(?:설|추석|명절)(?:명절)?맞이|연말연시");
constexpr std::u32string_view particles = U"은는을를이가에의로";
// A word that begins a rule, behind a name without a sign: 청렴데이 매년 3월 셋째 주 수요일.
const Pattern head(
    U"매년|매월|매달|매주|매일|매분기|매반기|격주|격월|격년|분기별|반기별|연[0-9]회|월[0-9]회");
const Pattern object(
    U"([가-힣]{1,20}?)[은는을를]"
    U"(?=다음달|그다음달|다음해|다음연도|익월|익년|차월|차년|이듬해)");
// 아침, 점심시간에, 일과 후: a time of day without its hour, at the beginning of what is no name.
const Pattern no_hour(
    U"(?:아침|점심|저녁|새벽|낮|밤|한낮|야간|오전|오후|일과|근무|업무|출근|퇴근|출퇴근|조회|중식|"
    U"석식)"
    U"(?:시간대?|시각|때|무렵|녘)?(?:이?전|이?후|중|내|외)?(?:에|에는|부터|까지)?");
const Pattern two_letters(U"[가-힣A-Za-z]{2}");
// Words of periods that are no names, such as 월 or 연.
const Pattern only_periods(
    U"(?:연|월|주|년|매|격|상|하|설|추석|반기|분기|음력|단|다만|말|중|초|주말|평일)*");

/// The character that closes a quotation mark; none of another character.
std::optional<char32_t> closing_of(char32_t opening) {
    for (const Quotes& each : quotes) {
        if (each.opening == opening) return each.closing;
    }
    return std::nullopt;
}

bool is_a_quote(std::u32string_view text) { return text.size() == 1 && closing_of(text[0]); }

std::u32string_view without_particles(std::u32string_view text, bool at_front) {
    const auto is_particle = [](char32_t c) {
        return particles.find(c) != std::u32string_view::npos;
    };
    while (at_front && !text.empty() && is_particle(text.front())) text.remove_prefix(1);
    while (!at_front && !text.empty() && is_particle(text.back())) text.remove_suffix(1);
    return text;
}

bool speaks_of_dates(std::u32string_view text) { return dated.search(text).has_value(); }

bool is_name(std::u32string_view text) { return two_letters.search(text).has_value(); }

bool is_date(std::u32string_view text) { return only_periods.full_match(text).has_value(); }

std::u32string without_eve(std::u32string_view text) {
    std::u32string plain;
    std::size_t done = 0;
    for (const Match& match : eve.all(text)) {
        plain += text.substr(done, match.begin() - done);
        done = match.end();
    }
    return plain += text.substr(done);
}

bool is_label(std::u32string_view name) {
    return !speaks_of_dates(without_eve(name)) && !is_date(name) && is_name(name);
}

bool is_feast(std::u32string_view name) {
    const auto& names = feast_names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The first place of any of the signs from a place on; the end of the text if there is none.
std::size_t first_of(const Scanner& s, std::u32string_view signs, std::size_t from) {
    return std::min(s.text.find_first_of(signs, from), s.text.size());
}

/// Whether the words are the name of the date that was read: 5월 5일 어린이날.
///
/// Refuses a time of day without an hour, and the name of another day.
bool is_name_of_date(const Scanner& s, const SentencePlan& plan, std::size_t start,
                     std::size_t end) {
    if (const auto match = no_hour.match(s.text, start)) {
        if (match->end() >= end || s.begins_word(match->end())) {
            s.fail(sentence("rule.no_hour_such", {{"word", utf8((*match)[0])}}), start);
        }
    }
    const std::u32string_view name = without_particles(s.between(start, end), true);
    const std::u32string_view bare = without_particles(name, false);
    if (bare == U"주간" || bare == U"주") {
        s.fail(sentence("rule.no_week_ko"), start);
    }
    const auto& names = feast_names();
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto& each) { return name.starts_with(each); });
    if (found == names.end() || found->size() < 2) return false;
    const Feast& day = feast(*found);
    const bool is_that_day = plan.lunar == day.lunar &&
                             plan.months == std::vector<NamedMonth>{{day.month, false}} &&
                             plan.month_days == std::vector<Said>{day.day};
    if (!is_that_day) {
        s.fail(sentence("rule.feast_is",
                        {{"name", utf8(*found)},
                         {"date", (day.lunar ? "음력 " : "") + std::to_string(day.month) + "월 " +
                                      std::to_string(day.day) + "일"}}),
               start);
    }
    return bare == *found;
}

bool looks_named(std::u32string_view name) {
    constexpr std::array<std::u32string_view, 8> alone{U"은", U"는", U"을",   U"를",
                                                       U"에", U"로", U"으로", U"의"};
    if (std::find(alone.begin(), alone.end(), name) != alone.end()) return true;
    const bool has_letters =
        name.find_first_not_of(U"은는을를이가로에의으") != std::u32string_view::npos;
    return is_name(name) && has_letters && name[0] != U'째' && name[0] != U'번' &&
           !begins_vaguely(name);
}

/// A name in brackets: (청렴주간).
bool pass_bracketed_name(Scanner& s, const SentencePlan& plan, std::size_t start) {
    const std::size_t end = s.text.find(U')', s.at);
    const bool is_closed = end != std::u32string::npos;
    if (!is_closed) {
        // The bracket stays open; a name of another day is refused all the same.
        static_cast<void>(is_name_of_date(s, plan, s.at, 0));
        return s.back(start);
    }
    const std::u32string_view name = s.between(s.at, end);
    if (!is_name_of_date(s, plan, s.at, end) &&
        (speaks_of_dates(name) || (!is_name(name) && !is_a_quote(name)))) {
        return s.back(start);
    }
    s.at = end + 1;
    return true;
}

bool pass_stop(Scanner& s) { return bool(s.take(U".", U";")); }

}  // namespace

void pass_label(Scanner& s) {
    if (const auto closing = s.done() ? std::nullopt : closing_of(s.text[0])) {
        const std::size_t end = s.text.find(*closing, 1);
        if (end <= 60) {
            s.at = end + 1;
            s.take(U"은", U"는", U":", U"을", U"를");
            s.open_to_the_end();
            return;
        }
    }
    if (const auto match = label.match(s.text)) {
        std::u32string name;
        if ((*match)[0].ends_with(U':')) name = without_eve((*match)[1]);
        if (name.empty()) name = (*match)[1];
        const bool holds = (*match)[0].ends_with(U'는') && holding_verb.search(name);
        if (!speaks_of_dates(name) && !is_date((*match)[1]) && !holds) {
            s.at = match->end();
            s.take(U",");
            return;
        }
    }
    const std::size_t bracket = s.text.find(U'(');
    if (1 < bracket && bracket <= 60 && s.text.ends_with(U')') &&
        std::count(s.text.begin(), s.text.end(), U'(') == 1) {
        const std::u32string_view name = s.between(0, bracket);
        if (is_label(name) && !is_feast(name)) {
            s.at = bracket;
            s.open_to_the_end();
            return;
        }
    }
    const auto rule = head.search(s.between(0, 60));
    if (!rule || !s.begins_word(rule->begin())) return;
    std::u32string_view name = s.between(0, rule->begin());
    while (!name.empty() && std::u32string_view(U"-~,·은는을를이가").find(name.back()) !=
                                std::u32string_view::npos) {
        name.remove_suffix(1);
    }
    if (is_label(name) && !begins_vaguely(name)) s.at = rule->begin();
}

bool pass_object(Scanner& s) {
    const auto match = object.match(s.text, s.at);
    if (s.at == 0 || !match || speaks_of_dates((*match)[1])) return false;
    s.at = match->end();
    return true;
}

bool pass_name(Scanner& s, const SentencePlan& plan) {
    const std::size_t start = s.at;
    if (s.done() || (!plan.has_days() && !plan.month_run)) return false;
    if (s.take(U"(")) return pass_bracketed_name(s, plan, start);
    s.take(U",");
    if (const auto closing = s.done() ? std::nullopt : closing_of(s.text[s.at])) {
        const std::size_t end = s.text.find(*closing, s.at + 1);
        if (end != std::u32string::npos && !speaks_of_dates(s.between(s.at, end))) {
            s.at = end + 1;
            return true;
        }
    }
    const std::size_t end = first_of(s, U"(.,;", s.at);
    // Particles and verbs pass; a word of dates ends the name before it.
    const std::u32string_view name = s.between(s.at, end);
    if (is_name_of_date(s, plan, s.at, end)) {
        s.at = end;
        return true;
    }
    const bool is_verb = verb.full_match(name).has_value();
    const bool is_passed_over =
        !name.empty() && (is_verb || (!speaks_of_dates(name) && looks_named(name)));
    if (!is_passed_over) {
        s.at = start;
        return pass_stop(s);
    }
    s.at = end;
    s.take(U".");
    return true;
}

bool is_passed(std::u32string_view words) {
    return verb.full_match(words).has_value() || !speaks_of_dates(words);
}

}  // namespace probity::detail::korean
