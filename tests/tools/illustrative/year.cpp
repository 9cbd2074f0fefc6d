#include "tests/tools/illustrative/year.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "probity/exchange/digest.hpp"
#include "probity/history/history.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity::illustrative {
namespace {

void require_working_day(const WorkCalendar& workdays, const Date& date,
                         const std::string& subject) {
    if (workdays.is_working_day(date)) return;
    throw ProbityError("a step of '" + subject + "' is recorded on " + to_string(date) +
                       ", which is no working day");
}

/// The number of the last event of a kind and subject.
int number_of(const History& history, EventKind kind, const std::string& subject) {
    for (std::size_t i = history.size(); i > 0; --i) {
        const Event event = history[i - 1];
        if (event.kind == kind && event.subject == subject) return static_cast<int>(i);
    }
    throw ProbityError("nothing of '" + subject + "' is there to be corrected");
}

Text marked(const Text& text) { return {text.korean + "(예시)", text.english + " (illustrative)"}; }

}  // namespace

Date day(std::string_view digits) {
    const auto number = [&](std::size_t at) {
        return std::stoi(std::string(digits.substr(at, 2)));
    };
    if (digits.size() == 6) return make_date(2000 + number(0), number(2), number(4));
    return make_date(2026, number(0), number(2));
}

Evidence file_of(const std::string& name) {
    return {name, "application/pdf", sha256("illustrative: " + name)};
}

void mark(ProgrammeParts& parts, const Date& set_up) {
    parts.id += "-illustrative";
    parts.title = marked(parts.title);
    parts.illustrative = true;
    parts.rules = current_rules;
    parts.recorded = std::chrono::sys_seconds(to_sys_days(set_up));
    parts.institution.name = marked(parts.institution.name);
    parts.sources.push_back({.id = made_up,
                             .title = {"예시로 지어낸 기록(실제 자료 아님)",
                                       "Made up as an example (no real record)"}});
    parts.notes.push_back(
        {"예시: 부서, 밴드, 직위, 과제, 회의, 교육과 평가의 기록은 모두 지어낸 것이며, 실제로 "
         "발표된 "
         "사실은 그 출처를 따로 밝힘",
         "Illustrative: the records of units, bands, seats, tasks, meetings, education and "
         "assessment are made up; the facts that were announced name their own sources"});
}

void Year::step(const When& when, EventKind kind, std::string subject, EventBody body,
                std::string by, std::string reason) {
    steps_.push_back({when, kind, std::move(subject), std::move(body), std::move(by),
                      std::move(reason), std::nullopt});
}

void Year::correction(const When& when, EventKind kind, std::string subject, EventBody body,
                      std::string by, std::string reason) {
    step(when, kind, std::move(subject), std::move(body), std::move(by), std::move(reason));
    steps_.back().corrects = kind;
}

void Year::annulment(const When& when, EventKind kind, std::string subject, std::string by,
                     std::string reason) {
    step(when, EventKind::event_annulled, std::move(subject), {}, std::move(by), std::move(reason));
    steps_.back().corrects = kind;
}

Programme Year::programme() const {
    using namespace std::chrono_literals;
    const WorkCalendar workdays = WorkCalendar::korea();
    std::vector<Step> steps = steps_;
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
        return a.when.recorded < b.when.recorded;
    });
    Programme programme(founding_);
    for (const Step& step : steps) {
        require_working_day(workdays, step.when.recorded, step.subject);
        require_working_day(workdays, step.when.on, step.subject);
        // From half past nine in Seoul on, six minutes apart.
        const auto opening = std::chrono::sys_seconds(to_sys_days(step.when.recorded)) + 30min;
        Act act{.on = step.when.on, .by = step.by, .reason = step.reason};
        act.recorded = std::max(opening, *programme.last_recorded() + 6min);
        if (step.corrects)
            act.corrects = number_of(programme.history(), *step.corrects, step.subject);
        programme = programme.apply(record(programme, step.kind, step.subject, step.body, act));
    }
    return programme;
}

std::vector<std::string> seats(const std::vector<int>& numbers) {
    std::vector<std::string> ids;
    for (const int number : numbers) {
        ids.push_back((number < 10 ? "S-0" : "S-") + std::to_string(number));
    }
    return ids;
}

Sitting::Sitting(Year& year, std::string council, Meeting meeting)
    : year_(year),
      meeting_(std::move(meeting)),
      id_(std::move(council) + "/" + meeting_id(meeting_)) {
    meeting_.source = made_up;
}

void Sitting::step(const When& when, EventKind kind, EventBody body, std::string reason) const {
    year_.step(when, kind, id_, std::move(body), "council-secretary", std::move(reason));
}

void Sitting::plan(const When& when) const {
    step(when, EventKind::meeting_planned, Held(meeting_));
}

void Sitting::notice(const When& when) const { step(when, EventKind::meeting_noticed, {}); }

void Sitting::postpone(const When& when, const Date& date, std::string reason) const {
    const MeetingMoved moved{.date = date, .begins = meeting_.begins, .ends = meeting_.ends};
    step(when, EventKind::meeting_postponed, Held(moved), std::move(reason));
}

void Sitting::cancel(const When& when, std::string reason) const {
    step(when, EventKind::meeting_cancelled, {}, std::move(reason));
}

void Sitting::item(const When& when, const char* id, ItemKind kind, Text title) const {
    const AgendaItem item{.id = id, .kind = kind, .title = std::move(title)};
    step(when, EventKind::item_added, Held(item));
}

void Sitting::hold(const When& when, const std::vector<int>& present) const {
    const MeetingHeld held{.present = seats(present)};
    step(when, EventKind::meeting_held, Held(held));
}

void Sitting::decide(const When& when, const char* item, ItemOutcome outcome,
                     std::vector<int> votes) const {
    ItemDecided decided{.item = item, .outcome = outcome};
    if (!votes.empty()) {
        decided.in_favour = votes.at(0);
        decided.against = votes.at(1);
        decided.abstained = votes.at(2);
    }
    step(when, EventKind::item_decided, Held(decided));
}

void Sitting::minute(const When& when) const {
    const std::string number = id_.substr(id_.find('/') + 1);
    const EvidenceGiven minutes{{file_of("minutes-" + number + "-example.pdf")}};
    step(when, EventKind::meeting_minuted, Held(minutes));
}

void Sitting::approve(const When& when) const { step(when, EventKind::meeting_approved, {}); }

Duty education_duty() {
    return {.id = "education",
            .title = {"부패방지 청렴교육", "Anti-corruption education"},
            .sessions = 1,
            .minutes = 120,
            .face_to_face_when_new = true,
            .basis = {"부패방지 및 국민권익위원회의 설치와 운영에 관한 법률 제81조의2",
                      "Act on the Prevention of Corruption and the Establishment and Management of "
                      "the Anti-Corruption and Civil Rights Commission, Article 81-2"}};
}

std::string official_id(int number) {
    return (number < 10 ? "O-0" : "O-") + std::to_string(number);
}

void attend(Year& year, int official, const char* date, int minutes, bool face_to_face,
            const char* activity) {
    const Attendance attendance{.official = official_id(official),
                                .duty = "education",
                                .date = day(date),
                                .minutes = minutes,
                                .face_to_face = face_to_face,
                                .activity = activity};
    year.step(day(date), EventKind::education_attended, attendance.official, Held(attendance),
              "training-desk");
}

}  // namespace probity::illustrative
