#include "exchange/ics/singles.hpp"

#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

Interval days_of_event(const CalendarEvent& event) {
    return Interval::of_days(date_of(event.date()), event.days);
}

/// The day by which a task is to be done.
Day due_of(const CalendarEvent& event) {
    if (event.end.has_value()) {
        const bool is_moved = event.end->zone != nullptr && event.shown != nullptr;
        return is_moved ? in_zone(*event.end, event.shown).day : event.end->day;
    }
    if (event.duration.has_value()) {
        const std::optional<Moment> end = after(event.begin(), *event.duration);
        return end.has_value() ? end->day : event.date();
    }
    const bool has_days = event.component->first("DURATION") != nullptr;
    return has_days ? later(event.date(), event.days) : event.date();
}

bool is_done(const Component& component) {
    return same_letters(stripped(component.value("STATUS")), "COMPLETED") ||
           component.first("COMPLETED") != nullptr ||
           stripped(component.value("PERCENT-COMPLETE")) == "100";
}

}  // namespace

TaskRow task_of(const CalendarEvent& event) {
    return {
        .uid = event.uid,
        .title = event.title,
        .due = event.is_dateless ? std::nullopt : std::optional(due_of(event)),
        .description = event.text("DESCRIPTION"),
        .done = is_done(*event.component),
        .line = event.line(),
    };
}

TaskRow own_task_of(const CalendarEvent& event) {
    TaskRow task = task_of(event);
    if (!event.is_task()) task.due = event.date();
    // The writer says in each language what the day is.
    for (const std::string_view said : {"기한: ", "Due: "}) {
        if (task.title.starts_with(said)) {
            task.title.erase(0, said.size());
            break;
        }
    }
    return task;
}

TimedEvent meeting_of(const CalendarEvent& event) {
    const Moment begin = event.begin();
    std::optional<Moment> end;
    if (!begin.is_time()) {
        if (const std::optional<Date> after = days_of_event(event).end()) {
            end = Moment{.day = day_of(*after)};
        }
    } else if (event.duration.has_value()) {
        end = after(begin, *event.duration);
    }
    return {
        .uid = event.uid,
        .title = event.title,
        .begin = begin,
        .end = end,
        .zone = event.zone,
        .location = event.text("LOCATION"),
        .description = event.text("DESCRIPTION"),
        .line = event.line(),
    };
}

DayEvent day_of_event(const CalendarEvent& event) {
    DayEvent day{
        .uid = event.uid,
        .title = event.title,
        .days = days_of_event(event),
        .description = event.text("DESCRIPTION"),
        .line = event.line(),
    };
    const std::string categories = event.text("CATEGORIES");
    for (const std::string_view category : split(categories, ',')) {
        if (!category.empty()) day.categories.emplace_back(category);
    }
    return day;
}

}  // namespace probity::ics::detail
