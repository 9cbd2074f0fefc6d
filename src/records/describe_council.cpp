// Councils with their charters, members and meetings.
#include "records/describe.hpp"

namespace probity::detail {
namespace {

constexpr int most_votes = 10'000;

}  // namespace

template <>
const RecordDescription& description_of<EarlierDate>() {
    static constexpr std::array fields{
        field<&EarlierDate::date>("date", "The day on which it was to be.").by_place(),
        field<&EarlierDate::reason>("reason", "Why it was moved."),
    };
    return described<EarlierDate>({.name = "earlier_date",
                                   .type = "EarlierDate",
                                   .sentence = "A date that a meeting had before it was moved.",
                                   .fields = fields});
}

template <>
const RecordDescription& description_of<Quorum>() {
    static constexpr std::array fields{
        field<&Quorum::eligible>("eligible", "How many voting members there were.")
            .between(0, most_votes)
            .by_place(),
        field<&Quorum::present>("present", "How many of them were present.")
            .between(0, most_votes)
            .by_place(),
        field<&Quorum::required>(
            "required", "How many the charter asks for; absent if it prescribes no quorum.")
            .between(0, most_votes),
        field<&Quorum::recorded>(
            "recorded", "Whether attendance was recorded; nobody counts as present who was not.")
            .usual(),
    };
    return described<Quorum>(
        {.name = "quorum",
         .type = "Quorum",
         .sentence = "The quorum of a meeting, as it was when the meeting was held.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<AgendaItem>() {
    static constexpr std::array fields{
        field<&AgendaItem::id>("id", "Names the item; unique in the meeting.")
            .word()
            .founding()
            .by_place(),
        field<&AgendaItem::kind>("kind", "Whether it is reported, deliberated or decided."),
        field<&AgendaItem::title>("title", "The subject of the item.").by_place().needed(),
        field<&AgendaItem::tasks>("tasks", "The tasks that were proposed or discussed under it.")
            .refers_to(Target::task),
        field<&AgendaItem::outcome>("outcome", "Its outcome.")
            .usual()
            .changed_by("item.decided")
            .not_given(),
        field<&AgendaItem::in_favour>("in_favour",
                                      "The votes in favour; absent if none were counted.")
            .between(0, most_votes)
            .changed_by("item.decided")
            .not_given(),
        field<&AgendaItem::against>("against", "The votes against; absent if none were counted.")
            .between(0, most_votes)
            .changed_by("item.decided")
            .not_given(),
        field<&AgendaItem::abstained>("abstained", "The abstentions; absent if none were counted.")
            .between(0, most_votes)
            .changed_by("item.decided")
            .not_given(),
    };
    return described<AgendaItem>({.name = "agenda_item",
                                  .type = "AgendaItem",
                                  .sentence = "An item of a meeting's agenda.",
                                  .fields = fields});
}

template <>
const RecordDescription& description_of<Meeting>() {
    static constexpr std::array fields{
        field<&Meeting::year>("year", "The year by which it is counted.")
            .by_place()
            .between(first_year, last_year)
            .needed()
            .founding(),
        field<&Meeting::kind>("kind", "Whether it is regular, extraordinary or in writing.")
            .founding(),
        field<&Meeting::ordinal>("ordinal",
                                 "Its number, from 1, counted by year and kind without gaps.")
            .between(1, 999)
            .founding(),
        field<&Meeting::state>("state", "Where it is in its life.")
            .changed_by("meeting.noticed, meeting.postponed, meeting.cancelled, meeting.held, "
                        "meeting.minuted, meeting.approved")
            .not_given(),
        field<&Meeting::date>("date", "Its day; absent if it is not known, or not set yet.")
            .nullable()
            .changed_by("meeting.postponed, meeting.held"),
        field<&Meeting::earliest>("earliest",
                                  "Of a meeting held on a date that is not known: the first day "
                                  "that it can have been.")
            .changed_by("meeting.held")
            .not_given(),
        field<&Meeting::before>("before",
                                "Of a meeting held on a date that is not known: the first day "
                                "after those that it can have been.")
            .changed_by("meeting.held")
            .not_given(),
        field<&Meeting::begins>("begins", "When it begins, Korean standard time.")
            .changed_by("meeting.postponed"),
        field<&Meeting::ends>("ends", "When it ends, Korean standard time.")
            .changed_by("meeting.postponed"),
        field<&Meeting::earlier_dates>("earlier_dates",
                                       "The dates that it had before it was moved, in order.")
            .changed_by("meeting.postponed"),
        field<&Meeting::noticed>(
            "noticed",
            "When notice of it was given; absent if it was not, or that is not recorded.")
            .changed_by("meeting.noticed")
            .not_given(),
        field<&Meeting::title>("title", "Its own title; empty if it has none but its ordinal."),
        field<&Meeting::place>("place", "Where it is held."),
        field<&Meeting::presiding>("presiding", "The post that presided."),
        field<&Meeting::attended>("attended",
                                  "The posts or units that attended, as a source says it."),
        field<&Meeting::units>("units", "The units that attended; they count for no quorum.")
            .refers_to(Target::unit),
        field<&Meeting::present>("present", "The seats present; none if they are not recorded.")
            .refers_to(Target::seat)
            .changed_by("meeting.held")
            .not_given(),
        field<&Meeting::quorum>(
            "quorum",
            "Frozen when it is held; absent if the members are not recorded, or if attendance is "
            "not and no quorum is asked for.")
            .changed_by("meeting.held")
            .not_given(),
        field<&Meeting::items>("items", "Its agenda.").changed_by("item.added"),
        field<&Meeting::minutes>("minutes", "The file that holds its minutes.")
            .changed_by("meeting.minuted")
            .not_given(),
        field<&Meeting::note>("note", note_sentence),
        field<&Meeting::inference>(
            "inference",
            "The parts of this record that are concluded and not stated, and their grounds."),
        field<&Meeting::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Meeting>(
        {.name = "meeting",
         .type = "Meeting",
         .sentence = "One meeting of a council, named by year, kind and ordinal.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<Charter>() {
    static constexpr std::array fields{
        field<&Charter::begin>("begin", begin_sentence).by_place().needed().founding(),
        field<&Charter::end>("end", end_sentence).changed_by("council.charter_adopted"),
        field<&Charter::quorum>(
            "quorum",
            "The part of the voting members who have to be present, 'more than 1/2'; absent if "
            "none is prescribed or published."),
        field<&Charter::decision>(
            "decision",
            "The part of those present who have to agree, 'at least 2/3'; absent if none is "
            "prescribed or published."),
        field<&Charter::notice_days>("notice_days",
                                     "The days of notice before a meeting, at least.")
            .between(0, 366)
            .usual(),
        field<&Charter::clear_notice>(
            "clear_notice",
            "Whether the days of notice are clear days, so that neither the day of notice nor that "
            "of the meeting counts. False if the charter counts the day of notice.")
            .usual(),
        field<&Charter::written_resolution>("written_resolution",
                                            "Whether the council may decide in writing.")
            .usual(),
        field<&Charter::note>("note", note_sentence),
        field<&Charter::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Charter>(
        {.name = "charter",
         .type = "Charter",
         .sentence = "One version of a council's charter, in force on [begin, end).",
         .fields = fields});
}

template <>
const RecordDescription& description_of<Membership>() {
    static constexpr std::array fields{
        field<&Membership::seat>("seat", "The seat that is in the council.")
            .by_place()
            .refers_to(Target::seat)
            .founding()
            .expected(),
        field<&Membership::role>("role", "Its role in the council.").by_place().usual(),
        field<&Membership::votes>("votes", "Whether it has a vote.").usual(),
        field<&Membership::begin>("begin",
                                  "The first day of the membership; absent if it always was."),
        field<&Membership::end>(
            "end", "The first day on which it is no longer a member; absent if no end is known.")
            .changed_by("council.member_left"),
    };
    return described<Membership>({.name = "membership",
                                  .type = "Membership",
                                  .sentence = "A seat's place in a council, on [begin, end).",
                                  .fields = fields});
}

template <>
const RecordDescription& description_of<CadenceVersion>() {
    static constexpr std::array fields{
        field<&CadenceVersion::begin>("begin", begin_sentence).by_place().needed().founding(),
        field<&CadenceVersion::end>("end", end_sentence)
            .by_place()
            .changed_by("council.cadence_changed"),
        field<&CadenceVersion::cadence>("cadence", "When something is to recur.").by_place(),
        field<&CadenceVersion::source>("source", source_sentence).refers_to(Target::source),
        field<&CadenceVersion::note>("note", note_sentence),
    };
    return described<CadenceVersion>(
        {.name = "cadence_version",
         .type = "CadenceVersion",
         .sentence = "A cadence with the days on which it is in force, [begin, end).",
         .fields = fields});
}

template <>
const RecordDescription& description_of<Council>() {
    static constexpr std::array fields{
        field<&Council::id>("id", "Names the council; unique among the councils.").id(),
        field<&Council::name>("name", "The name of the council.").by_place().needed(),
        field<&Council::established>(
            "established", "When it was established, as much of the date as is known: '2025-06'."),
        field<&Council::reports_to>("reports_to", "To whom it reports."),
        field<&Council::purposes>("purposes", "Its purpose."),
        field<&Council::members>("members", "The posts that sit in it, as a source says it."),
        field<&Council::charters>("charters",
                                  "Its charters in order of time; only one is in force on a day.")
            .changed_by("council.charter_adopted"),
        field<&Council::cadences>("cadences", "When it is to meet, in order of time.")
            .changed_by("council.cadence_changed"),
        field<&Council::memberships>("memberships", "The seats that are its members.")
            .changed_by("council.member_joined, council.member_left"),
        field<&Council::meetings>("meetings", "Its meetings.").changed_by("meeting.planned"),
        field<&Council::note>("note", note_sentence),
        field<&Council::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Council>({.name = "council",
                               .type = "Council",
                               .sentence = "A standing body with its meetings.",
                               .target = Target::council,
                               .fields = fields,
                               .list = list<&ProgrammeParts::councils>});
}

}  // namespace probity::detail
