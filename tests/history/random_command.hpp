// Random commands, legal and illegal, on the office of office.hpp.
#pragma once

#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/history/office.hpp"

namespace probity {

using enum EventKind;

/// A source of commands that make sense, nearly make sense, or make none.
class Chance {
  public:
    explicit Chance(unsigned seed, int tasks = 5, int days = 400)
        : engine_(seed), tasks_(tasks), days_(days) {}

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(engine_); }
    bool one_in(int n) { return below(n) == 0; }

    template <class T>
    const T& of(const std::vector<T>& values) {
        return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
    }

    Date date() { return add_days(make_date(2026, 1, 5), below(days_)); }
    std::string task() { return "T-" + std::to_string(1 + below(tasks_)); }
    std::string unit() { return of(std::vector<std::string>{"audit", "tax", "park", "none"}); }
    std::string band() { return of(std::vector<std::string>{"B-01", "B-02", "B-03", ""}); }
    std::string seat() {
        return of(std::vector<std::string>{"mayor", "audit-head", "tax-head", "nobody"});
    }
    std::vector<std::string> seats() {
        std::set<std::string> chosen;
        for (int n = below(4); n > 0; --n) chosen.insert(seat());
        return {chosen.begin(), chosen.end()};
    }
    std::string meeting() { return "council/2026-" + std::to_string(1 + below(3)); }

    Act act(int events) {
        Act act{.on = date(), .by = of(std::vector<std::string>{"team", "tax-head", "audit-head"})};
        if (!one_in(3)) act.reason = "a reason";
        if (events > 0 && one_in(10)) act.corrects = 1 + below(events);
        return act;
    }

  private:
    std::mt19937 engine_;
    int tasks_;
    int days_;
};

struct Command {
    EventKind kind;
    std::string subject;
    EventBody body;
};

inline Command task_command(Chance& chance) {
    const std::string id = chance.task();
    switch (chance.below(8)) {
        case 0:
            return {task_proposed, id,
                    Held(Task{.id = id,
                              .owner = chance.unit(),
                              .due = chance.date(),
                              .weight = 1 + chance.below(3)})};
        case 1:
            return {task_linked, id, Held(TaskLinked{{chance.task()}, {}})};
        case 2:
            return {task_assigned, id, Held(TaskAssigned{chance.unit(), chance.band()})};
        case 3:
            return {task_rescheduled, id, Held(TaskRescheduled{chance.date()})};
        case 4:
            return {task_superseded, id, Held(TaskSuperseded{chance.task()})};
        case 5:
            return {task_submitted, id,
                    Held(EvidenceGiven{chance.one_in(4) ? std::vector<Evidence>{}
                                                        : std::vector{a_file()}})};
        default:
            return {chance.of(std::vector{
                        task_adopted, task_rejected, task_started, task_put_on_hold, task_resumed,
                        task_verified, task_sent_back, task_closed, task_reopened, task_withdrawn}),
                    id,
                    {}};
    }
}

inline Command meeting_command(Chance& chance) {
    const std::string id = chance.meeting();
    const int ordinal = id.back() - '0';
    switch (chance.below(8)) {
        case 0:
        case 1:
            return {meeting_planned, id,
                    Held(Meeting{.year = 2026, .ordinal = ordinal, .date = chance.date()})};
        case 2:
            return {meeting_postponed, id, Held(MeetingMoved{.date = chance.date()})};
        case 3:
            return {
                meeting_held, id,
                Held(MeetingHeld{.earliest = chance.one_in(2) ? std::optional<Date>(chance.date())
                                                              : std::nullopt,
                                 .present = chance.seats()})};
        case 4:
            return {item_added, id,
                    Held(AgendaItem{.id = std::to_string(chance.below(3)),
                                    .kind = ItemKind::decision,
                                    .title = words("item"),
                                    .tasks = chance.one_in(2) ? std::vector{chance.task()}
                                                              : std::vector<std::string>{}})};
        case 5:
            return {item_decided, id,
                    Held(ItemDecided{
                        .item = std::to_string(chance.below(3)),
                        .outcome = chance.of(std::vector{
                            ItemOutcome::adopted, ItemOutcome::rejected, ItemOutcome::noted}),
                        .in_favour = chance.below(4)})};
        case 6:
            return {meeting_minuted, id, proof()};
        default:
            return {chance.of(std::vector{meeting_noticed, meeting_cancelled, meeting_approved}),
                    id,
                    {}};
    }
}

inline Command institution_command(Chance& chance) {
    const std::string unit = chance.unit();
    switch (chance.below(6)) {
        case 0:
            return {unit_added, unit,
                    Held(UnitAdded{{.id = unit, .title = words(unit)}, chance.band()})};
        case 1:
            return {unit_moved, unit, Held(UnitMoved{chance.band()})};
        case 2:
            return {unit_closed, unit,
                    chance.one_in(2) ? EventBody(Held(UnitClosed{chance.unit()})) : EventBody()};
        case 3:
            return {member_left, "council", Held(MemberLeft{chance.seat()})};
        case 4:
            return {member_joined, "council", Held(Membership{.seat = chance.seat()})};
        default:
            return {event_annulled, "", {}};
    }
}

/// Of records that stand beside the tasks, and fields of these that few events set.
inline Command record_command(Chance& chance) {
    const std::string area = "area-" + std::to_string(chance.below(4));
    const std::string official = "official-" + std::to_string(chance.below(6));
    switch (chance.below(12)) {
        case 0:
            return {task_weighted, chance.task(), Held(TaskWeighted{1 + chance.below(5)})};
        case 1:
            return {task_directed, chance.task(), Held(TaskDirected{area})};
        case 2:
            return {area_named, area,
                    Held(RiskArea{.id = area, .title = words(area), .owners = {chance.unit()}})};
        case 3:
            return {area_assigned, area, Held(AreaAssigned{{chance.unit()}})};
        case 4:
            return {area_ended, area, {}};
        case 5:
            return {official_listed, official,
                    Held(Official{.id = official, .unit = chance.unit()})};
        case 6:
            return {education_attended, official,
                    Held(Attendance{.official = official, .duty = "duty", .date = chance.date()})};
        case 7:
            return {official_left, official, {}};
        case 8:
            return {indicator_added, "indicator",
                    Held(Indicator{.id = "indicator", .year = 2026, .title = words("I")})};
        case 9:
            return {task_linked, chance.task(), Held(TaskLinked{{}, {"indicator"}})};
        case 10:
            return {indicator_ended, "indicator", {}};
        default:
            return {task_changed, chance.task(),
                    Held(RecordPatch(Task{.title = words(official)}, {"title"}))};
    }
}

inline Command command(Chance& chance) {
    const int which = chance.below(12);
    if (which < 6) return task_command(chance);
    if (which < 9) return meeting_command(chance);
    return which < 11 ? record_command(chance) : institution_command(chance);
}

}  // namespace probity
