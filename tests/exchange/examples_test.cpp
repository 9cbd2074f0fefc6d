#include "probity/exchange/examples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "probity/exchange/json.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/coverage.hpp"
#include "probity/programme/impact.hpp"
#include "probity/programme/view.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace examples_test {

const Programme& songpa() {
    static const Programme programme = examples::songpa_illustrative();
    return programme;
}
const Programme& yongsan() {
    static const Programme programme = examples::yongsan_illustrative();
    return programme;
}

/// The tasks in each state on a day.
std::map<TaskState, int> states_on(const Programme& programme, const Date& date) {
    std::map<TaskState, int> states;
    const Programme then = programme.as_of(date);
    for (const Task& task : then.tasks()) ++states[task.state];
    return states;
}

View view(const Programme& programme, const Date& on) {
    return View(programme, on, WorkCalendar::korea());
}

std::set<std::string> overdue_on(const Programme& programme, const Date& date) {
    std::set<std::string> ids;
    for (const OverdueGroup& group : view(programme, date).overdue()) {
        for (const OverdueTask& task : group.tasks) ids.insert(task.task);
    }
    return ids;
}

TEST(Illustrative, IsMarkedWhereverItShows) {
    for (const Programme* programme : {&songpa(), &yongsan()}) {
        EXPECT_TRUE(programme->parts().illustrative);
        EXPECT_TRUE(programme->id().ends_with("-illustrative"));
        for (const Text* text : {&programme->title(), &programme->institution().name}) {
            EXPECT_TRUE(text->korean.ends_with("(예시)")) << text->korean;
            EXPECT_TRUE(text->english.ends_with("(illustrative)")) << text->english;
        }
        EXPECT_GT(programme->calendar(2026, WorkCalendar::korea()).size(), 10u);
    }
    EXPECT_FALSE(examples::songpa().parts().illustrative);
    EXPECT_FALSE(examples::yongsan().parts().illustrative);
}

TEST(Illustrative, KeepsWhatWasAnnounced) {
    const ProgrammeParts announced = examples::songpa().parts();
    const ProgrammeParts& founding = songpa().founding();
    EXPECT_EQ(founding.observances, announced.observances);
    EXPECT_EQ(founding.goals, announced.goals);
    EXPECT_EQ(founding.occasions, announced.occasions);
    EXPECT_EQ(founding.declared, announced.declared);
    EXPECT_EQ(founding.not_published, announced.not_published);
    const ProgrammeParts council = examples::yongsan().parts();
    std::vector<Council> councils = council.councils;
    // The announced unit is one of those that are made up around it.
    EXPECT_EQ(council.institution.units.front().title,
              yongsan().founding().institution.units.at(3).title);
    councils.front().meetings.at(1).units = {"U-04"};
    EXPECT_EQ(yongsan().founding().councils, councils);
    EXPECT_EQ(yongsan().founding().tasks, council.tasks);
    EXPECT_EQ(yongsan().founding().goals, council.goals);
}

TEST(Illustrative, NamesItsSourceForWhatIsMadeUp) {
    for (const Task& task : songpa().tasks()) EXPECT_EQ(task.source, "illustrative") << task.id;
    for (const Unit& unit : songpa().institution().units) EXPECT_EQ(unit.source, "illustrative");
    for (const Programme* programme : {&songpa(), &yongsan()}) {
        for (const Assessment& each : programme->parts().assessments) {
            EXPECT_EQ(each.source, "illustrative");
        }
        for (const Council& council : programme->councils()) {
            for (const Meeting& meeting : council.meetings) {
                const bool announced =
                    meeting.year == 2025 && meeting.ordinal < 3 && programme == &yongsan();
                EXPECT_EQ(meeting.source, announced ? "announcement" : "illustrative");
            }
        }
    }
}

TEST(Illustrative, ReadsBackByteForByte) {
    for (const Programme* programme : {&songpa(), &yongsan()}) {
        const std::string lines = write_history(*programme);
        EXPECT_EQ(read_programme(lines), *programme);
        EXPECT_EQ(write_history(read_programme(lines)), lines);
        std::string changed = lines;
        changed.replace(changed.rfind("2026-03-20"), 10, "2026-03-19");
        EXPECT_THROW(static_cast<void>(read_programme(changed)), DocumentError);
        EXPECT_GE(programme->history().size(), 150u);
    }
}

TEST(IllustrativeSongpa, PartsItsUnitsIntoElevenBandsAllYear) {
    for (int month = 1; month <= 12; ++month) {
        const Date date = make_date(2026, month, 1);
        const Programme then = songpa().as_of(date);
        ASSERT_TRUE(then.parts().banding);
        EXPECT_EQ(then.bands().size(), 11u);
        EXPECT_EQ(partition_fault(*then.parts().banding, then.institution().units, date), "");
        const auto& units = then.institution().units;
        EXPECT_EQ(std::count_if(units.begin(), units.end(),
                                [&](const Unit& unit) { return is_in_force(unit, date); }),
                  44)
            << month;
    }
}

TEST(IllustrativeSongpa, MovesUnitsOnTheFirstOfJuly) {
    const auto band = [](const char* unit, int month) {
        const Programme then = songpa().as_of(make_date(2026, month, 1));
        const Band* found = band_of(*then.parts().banding, unit);
        return found == nullptr ? "" : found->id;
    };
    EXPECT_EQ(band("U-27", 6), "B-07");
    EXPECT_EQ(band("U-27", 7), "B-03");
    EXPECT_EQ(band("U-45", 6), "");
    EXPECT_EQ(band("U-45", 7), "B-03");
    EXPECT_EQ(songpa().task("T-31").owner, "U-31");
    EXPECT_EQ(songpa().task("T-31").band, "B-08");
}

TEST(IllustrativeSongpa, HasThirtyNineTasksInEveryState) {
    EXPECT_EQ(songpa().tasks().size(), 39u);
    EXPECT_EQ(states_on(songpa(), make_date(2026, 12, 31)).size(), 10u);
    EXPECT_EQ(states_on(songpa(), make_date(2026, 1, 16)),
              (std::map<TaskState, int>{{TaskState::proposed, 39}}));
    for (const Task& task : songpa().tasks()) {
        EXPECT_FALSE(task.title.empty()) << task.id;
        EXPECT_FALSE(task.band.empty()) << task.id;
        EXPECT_TRUE(task.due) << task.id;
    }
}

TEST(IllustrativeSongpa, IsLateWithSomeTasks) {
    EXPECT_EQ(overdue_on(songpa(), make_date(2026, 7, 1)), (std::set<std::string>{"T-01", "T-09"}));
    EXPECT_EQ(overdue_on(songpa(), make_date(2026, 12, 31)),
              (std::set<std::string>{"T-08", "T-15", "T-23", "T-30", "T-39"}));
}

TEST(IllustrativeSongpa, HasWorkOnTheDayBeforeWhichChuseokLies) {
    const Date day = make_date(2026, 9, 28);
    EXPECT_EQ(songpa().task("T-11").due, day);
    EXPECT_EQ(songpa().task("T-30").due, day);
    EXPECT_EQ(songpa().council("band-council").meeting(2026, MeetingKind::regular, 3)->date, day);
    const std::vector<Slot> found =
        slots(songpa().council("band-council").cadences,
              Interval{make_date(2026, 1, 1), make_date(2027, 1, 1)}, WorkCalendar::korea());
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(found[2].nominal, make_date(2026, 9, 25));
    EXPECT_EQ(found[2].adjusted, day);
    EXPECT_EQ(found[3].nominal, make_date(2026, 12, 9));
}

TEST(IllustrativeSongpa, MeetsOnceWithoutAQuorum) {
    const Council& council = songpa().council("band-council");
    const auto meeting = [&](int ordinal) {
        return *council.meeting(2026, MeetingKind::regular, ordinal);
    };
    EXPECT_EQ(meeting(1).state, MeetingState::approved);
    EXPECT_EQ(meeting(1).quorum, (Quorum{.eligible = 12, .present = 10, .required = 7}));
    EXPECT_EQ(meeting(2).quorum->met(), false);
    EXPECT_EQ(meeting(3).earlier_dates.size(), 1u);
    EXPECT_EQ(meeting(3).quorum->met(), true);
    EXPECT_EQ(meeting(4).state, MeetingState::noticed);
    EXPECT_EQ(council.memberships.size(), 14u);
}

TEST(IllustrativeSongpa, KeepsTheDayOnAnotherDateThanTheRuleGives) {
    const auto found = songpa().observance("integrity-day").occurrences(year_of(2026));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].nominal->begin(), make_date(2026, 3, 18));
    EXPECT_EQ(found[0].observed.begin(), make_date(2026, 3, 19));
}

TEST(IllustrativeSongpa, CorrectsAStartAndRecordsAnotherLate) {
    const auto state = [](const char* task, int month, int day) {
        return songpa().as_of(make_date(2026, month, day)).task(task).state;
    };
    EXPECT_EQ(state("T-24", 2, 20), TaskState::in_progress);
    EXPECT_EQ(state("T-26", 2, 2), TaskState::in_progress);
    const auto known = std::chrono::sys_days(std::chrono::year(2026) / 2 / 10);
    const Programme then = songpa().as_of(make_date(2026, 2, 2), known);
    EXPECT_EQ(then.task("T-26").state, TaskState::adopted);
}

TEST(IllustrativeSongpa, LeavesOneAreaWithoutAMeasure) {
    const Coverage found = coverage(songpa());
    EXPECT_EQ(found.rows.size(), 6u);
    ASSERT_EQ(found.gaps.size(), 1u);
    EXPECT_EQ(found.gaps[0].subject, "R-06");
    EXPECT_EQ(coverage(yongsan()).gaps.size(), 0u);
}

TEST(IllustrativeSongpa, LeavesOneIndicatorWithoutEvidence) {
    std::set<std::string> indicators;
    std::set<std::string> shown;
    for (const EvidenceRow& row : view(songpa(), make_date(2026, 12, 31)).evidence(2026)) {
        indicators.insert(row.indicator);
        if (!row.evidence.empty()) shown.insert(row.indicator);
    }
    EXPECT_EQ(indicators.size(), 7u);
    EXPECT_EQ(shown.size(), 6u);
    EXPECT_FALSE(shown.contains("I-06"));
}

TEST(IllustrativeSongpa, IsShortOfQuorateMeetings) {
    const auto verdict = [](int month, int day) {
        return view(songpa(), make_date(2026, month, day)).quota("band-council-meetings");
    };
    EXPECT_EQ(verdict(4, 1).state, QuotaState::on_track);
    EXPECT_EQ(verdict(7, 10).state, QuotaState::at_risk);
    EXPECT_EQ(verdict(7, 10).held, 1);
    EXPECT_EQ(verdict(12, 30).held, 2);
    EXPECT_EQ(verdict(12, 30).state, QuotaState::infeasible);
}

TEST(IllustrativeSongpa, MovesWhatLiesOnATemporaryHoliday) {
    const WorkCalendar before = WorkCalendar::korea();
    const WorkCalendar after = before.with_holiday(make_date(2026, 9, 28), "임시공휴일");
    std::set<std::string> moved;
    for (const Move& move : impact(songpa().as_of(make_date(2026, 9, 18)), before, after, 2026)) {
        if (move.before != make_date(2026, 9, 28)) continue;
        EXPECT_EQ(move.after, make_date(2026, 9, 29));
        moved.insert(std::string(to_string(move.kind)) + " " + move.id);
    }
    EXPECT_EQ(moved, (std::set<std::string>{"due_date T-11", "due_date T-14", "due_date T-30",
                                            "meeting band-council", "slot band-council"}));
}

std::set<std::string> in_arrears(const Programme& programme) {
    std::set<std::string> officials;
    const DutyStanding duty = view(programme, make_date(2026, 12, 31)).duty("education");
    for (const DutyShortfall& each : duty.lacking) officials.insert(each.official);
    return officials;
}

TEST(Illustrative, LeavesTwoOfficialsInArrearsWithTheirEducation) {
    EXPECT_EQ(in_arrears(songpa()), (std::set<std::string>{"O-05", "O-12"}));
    EXPECT_EQ(songpa().parts().officials.size(), 12u);
    EXPECT_EQ(in_arrears(yongsan()), (std::set<std::string>{"O-06", "O-11"}));
}

TEST(IllustrativeYongsan, MeetsThreeTimesIn2025AndGoesOnIn2026) {
    const Council& council = yongsan().council("integrity-council");
    const auto state = [&](int year, MeetingKind kind, int ordinal) {
        return council.meeting(year, kind, ordinal)->state;
    };
    using enum MeetingKind;
    EXPECT_EQ(state(2025, regular, 1), MeetingState::held);
    EXPECT_EQ(state(2025, regular, 3), MeetingState::approved);
    EXPECT_EQ(state(2026, regular, 1), MeetingState::approved);
    EXPECT_EQ(state(2026, regular, 2), MeetingState::held);
    EXPECT_EQ(state(2026, regular, 3), MeetingState::noticed);
    EXPECT_EQ(state(2026, extraordinary, 1), MeetingState::approved);
    EXPECT_EQ(state(2026, written, 1), MeetingState::approved);
    EXPECT_EQ(council.meeting(2026, regular, 1)->quorum,
              (Quorum{.eligible = 11, .present = 10, .required = 6}));
    EXPECT_EQ(view(yongsan(), make_date(2025, 12, 31)).quota("council-meetings").state,
              QuotaState::met);
}

TEST(IllustrativeYongsan, GivesEveryMeasureAnAreaAndAnOwner) {
    int measures = 0;
    for (const Task& task : yongsan().tasks()) {
        EXPECT_FALSE(task.risk_area.empty()) << task.id;
        EXPECT_FALSE(task.owner.empty()) << task.id;
        measures += task.kind == TaskKind::improvement_measure ? 1 : 0;
    }
    EXPECT_EQ(measures, 6);
    EXPECT_EQ(overdue_on(yongsan(), make_date(2026, 11, 16)),
              (std::set<std::string>{"A-05", "M-02", "M-05"}));
}

TEST(Illustrative, MeetsOnWorkingDays) {
    const WorkCalendar workdays = WorkCalendar::korea();
    for (const Programme* programme : {&songpa(), &yongsan()}) {
        for (const Council& council : programme->councils()) {
            for (const Meeting& meeting : council.meetings) {
                if (meeting.date) {
                    EXPECT_TRUE(workdays.is_working_day(*meeting.date)) << to_string(*meeting.date);
                }
            }
        }
    }
}

}  // namespace examples_test
}  // namespace probity
