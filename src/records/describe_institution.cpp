// The institution with its units and seats, its bands and risk areas, and its single facts.
#include "records/describe.hpp"

namespace probity::detail {

template <>
const RecordDescription& description_of<Head>() {
    static constexpr std::array fields{
        field<&Head::post>("post", "The post that they hold.").needed(),
        field<&Head::name>("name", "Their name; empty if it is not said."),
        field<&Head::term>("term", "The term of office at the time, if it is said."),
    };
    return described<Head>(
        {.name = "head",
         .type = "Head",
         .sentence = "The head of an institution, as an announcement names them.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<Unit>() {
    static constexpr std::array fields{
        field<&Unit::id>("id", "Names the unit; unique among the units.").id(),
        field<&Unit::kind>("kind", "Whether it is a part of the institution itself.").usual(),
        field<&Unit::title>("title", "The name of the unit.").by_place().needed(),
        field<&Unit::begin>("begin", "The first day on which it exists; absent if it always has."),
        field<&Unit::end>("end",
                          "The first day on which it no longer exists; absent if no end is known.")
            .changed_by("unit.closed"),
        field<&Unit::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Unit>(
        {.name = "unit",
         .type = "Unit",
         .sentence = "A department of the institution, or an institution affiliated to it.",
         .target = Target::unit,
         .fields = fields,
         .list = [](ProgrammeParts& parts) -> void* { return &parts.institution.units; }});
}

template <>
const RecordDescription& description_of<Seat>() {
    static constexpr std::array fields{
        field<&Seat::id>("id", "Names the seat; unique among the seats.").id(),
        field<&Seat::kind>("kind", "The sort of post that it is."),
        field<&Seat::title>("title", "The name of the post.").by_place().needed(),
        field<&Seat::unit>("unit", "The unit to which it belongs; empty if it belongs to none.")
            .refers_to(Target::unit),
        field<&Seat::begin>("begin", "The first day on which it exists; absent if it always has."),
        field<&Seat::end>("end",
                          "The first day on which it no longer exists; absent if no end is known.")
            .changed_by("seat.closed"),
        field<&Seat::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Seat>(
        {.name = "seat",
         .type = "Seat",
         .sentence = "A post, by which members of councils are named, and not a person.",
         .target = Target::seat,
         .fields = fields,
         .list = [](ProgrammeParts& parts) -> void* { return &parts.institution.seats; }});
}

template <>
const RecordDescription& description_of<Institution>() {
    static constexpr std::array fields{
        field<&Institution::name>("name", "The name of the institution.").by_place().needed(),
        field<&Institution::head>("head",
                                  "The head of the institution; absent if that is not said.")
            .usual()
            .changed_by("head.changed"),
        field<&Institution::units>("units", "Its units, as far as they are published.")
            .changed_by("unit.added"),
        field<&Institution::seats>("seats", "Its posts, as far as councils need them.")
            .changed_by("seat.added"),
    };
    return described<Institution>(
        {.name = "institution",
         .type = "Institution",
         .sentence = "A district office, an agency, a public corporation.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<Source>() {
    static constexpr std::array fields{
        field<&Source::id>("id", "Names the source; unique among the sources.").id(),
        field<&Source::title>("title", "The title under which it was published.")
            .by_place()
            .needed(),
        field<&Source::date>("date", "The day of its publication; absent if it is not known."),
    };
    return described<Source>({.name = "source",
                              .type = "Source",
                              .sentence = "A document that stands behind facts.",
                              .target = Target::source,
                              .fields = fields,
                              .list = list<&ProgrammeParts::sources>});
}

template <>
const RecordDescription& description_of<Band>() {
    static constexpr std::array fields{
        field<&Band::id>("id", "Names the band; unique among the bands.").id(),
        field<&Band::title>("title", "The name of the band; empty if it is not published.")
            .by_place(),
        field<&Band::units>("units",
                            "The units that belong to it; none if they are not published. Every "
                            "unit is in one band, and no band is empty.")
            .refers_to(Target::unit)
            .changed_by("unit.moved"),
    };
    return described<Band>(
        {.name = "band",
         .type = "Band",
         .sentence = "One group of an institution's units that work on integrity together.",
         .target = Target::band,
         .fields = fields,
         .list = [](ProgrammeParts& parts) -> void* {
             return parts.banding ? &parts.banding->bands : nullptr;
         }});
}

template <>
const RecordDescription& description_of<Banding>() {
    static constexpr std::array fields{
        field<&Banding::title>("title", "The common name of the bands.").by_place().needed(),
        field<&Banding::inaugurated>("inaugurated", "The day on which they began their work."),
        field<&Banding::units>("units", "Which units are parted, in words."),
        field<&Banding::character>("character", "The sort of body that it is."),
        field<&Banding::purposes>("purposes", "Its purpose."),
        field<&Banding::bands>("bands", "The bands.").changed_by("bands.parted"),
        field<&Banding::note>("note", note_sentence),
        field<&Banding::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Banding>({.name = "banding",
                               .type = "Banding",
                               .sentence = "The parting of an institution's units into bands.",
                               .fields = fields});
}

template <>
const RecordDescription& description_of<RiskArea>() {
    static constexpr std::array fields{
        field<&RiskArea::id>("id", "Names the risk area; unique among the risk areas.").id(),
        field<&RiskArea::title>("title", "The name of the area of work.").by_place().needed(),
        field<&RiskArea::owners>("owners", "The units that own it; none if that is not published.")
            .refers_to(Target::unit)
            .changed_by("area.assigned"),
        field<&RiskArea::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<RiskArea>({.name = "risk_area",
                                .type = "RiskArea",
                                .sentence = "A corruption-prone area of work.",
                                .target = Target::risk_area,
                                .fields = fields,
                                .list = list<&ProgrammeParts::risk_areas>});
}

template <>
const RecordDescription& description_of<DeclaredCount>() {
    static constexpr std::array fields{
        field<&DeclaredCount::what>("what",
                                    "The things counted: bands, tasks, measures or projects, or "
                                    "another thing by its word.")
            .by_place(),
        field<&DeclaredCount::count>("count", "How many there are, as announced.")
            .by_place()
            .between(0, 1'000'000),
        field<&DeclaredCount::year>("year", "The year of which it was said.")
            .by_place()
            .between(first_year, last_year)
            .needed(),
        field<&DeclaredCount::note>("note", note_sentence),
        field<&DeclaredCount::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<DeclaredCount>(
        {.name = "declared_count",
         .type = "DeclaredCount",
         .sentence = "A count that an institution announced, to be held against the record.",
         .fields = fields,
         .list = list<&ProgrammeParts::declared>});
}

template <>
const RecordDescription& description_of<Occasion>() {
    static constexpr std::array fields{
        field<&Occasion::id>("id", "Names the occasion; unique among the occasions.").id(),
        field<&Occasion::title>("title", "Its name.").by_place().needed(),
        field<&Occasion::date>("date", "The day on which it is.").by_place(),
        field<&Occasion::note>("note", note_sentence),
        field<&Occasion::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Occasion>({.name = "occasion",
                                .type = "Occasion",
                                .sentence = "A single occasion, such as an inauguration ceremony.",
                                .target = Target::occasion,
                                .fields = fields,
                                .list = list<&ProgrammeParts::occasions>});
}

template <>
const RecordDescription& description_of<UnpublishedFact>() {
    static constexpr std::array fields{
        field<&UnpublishedFact::what>("what", "The fact that the sources leave open.").needed(),
    };
    return described<UnpublishedFact>(
        {.name = "unpublished_fact",
         .type = "UnpublishedFact",
         .sentence = "A fact of the programme that its sources leave open.",
         .fields = fields,
         .list = list<&ProgrammeParts::not_published>});
}

}  // namespace probity::detail
