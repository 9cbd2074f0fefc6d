#include "history/referrers.hpp"

#include <algorithm>

#include "records/walk.hpp"
#include "text/name_words.hpp"

namespace probity::detail {
namespace {

/// Whether a record counts on a day as one that needs what it refers to.
bool needs_it(const RecordDescription& of, const void* record, const Date& date) {
    // Attendances and fulfilments stay as recorded if the duty changes.
    if (&of == &description_of<Attendance>() || &of == &description_of<Fulfilment>()) return false;
    const Date* end = date_in(of, record, "end");
    return end == nullptr || date < *end;
}

class Search {
  public:
    explicit Search(const Referred& referred) : referred_(referred) {}

    /// Looks at the records that one holds.
    void look_into(const RecordDescription& of, const void* record) {
        for (const Field& field : of.fields) {
            if (!field.is_written()) continue;
            const void* member = field.in(record);
            if (field.kind == FieldKind::record) {
                if (const void* held = field.ops->held(member)) look_at(field.record(), held);
            } else if (field.kind == FieldKind::records) {
                for (std::size_t i = 0; i < field.ops->count(member); ++i) {
                    look_at(field.record(), field.ops->item(member, i));
                }
            }
        }
    }

    std::vector<std::string> found;

  private:
    void look_at(const RecordDescription& of, const void* record) {
        if (of.list == nullptr) {
            look_into(of, record);
            note_if_it_refers(of, record, own_fields(of));
        } else if (referred_.by_all || needs_it(of, record, referred_.on)) {
            note_if_it_refers(of, record, of);
        }
    }

    /// A description without the records that are held, which are looked at by themselves.
    RecordDescription own_fields(const RecordDescription& of) {
        own_.clear();
        std::copy_if(of.fields.begin(), of.fields.end(), std::back_inserter(own_),
                     [](const Field& field) {
                         return field.kind != FieldKind::record && field.kind != FieldKind::records;
                     });
        RecordDescription own = of;
        own.fields = own_;
        return own;
    }

    void note_if_it_refers(const RecordDescription& of, const void* record,
                           const RecordDescription& fields) {
        bool refers = false;
        each_reference(fields, record, [&](const char*, const std::string& id, Target target) {
            refers = refers || (target == referred_.target && id == referred_.id);
        });
        if (!refers) return;
        const std::string name = spaced(of.name);
        const std::string id(id_in(of, record));
        std::string words = id.empty() ? "the " + name : "the " + name + " '" + id + "'";
        if (std::find(found.begin(), found.end(), words) == found.end()) {
            found.push_back(std::move(words));
        }
    }

    const Referred& referred_;
    std::vector<Field> own_;
};

/// A cadence may follow an observance, which its notation names.
void look_at_cadences(const ProgrammeParts& parts, const Referred& referred,
                      std::vector<std::string>& found) {
    if (referred.target != Target::observance) return;
    for (const Council& council : parts.councils) {
        for (const CadenceVersion& version : council.cadences) {
            const auto* in_each = std::get_if<InEach>(&version.cadence);
            const bool counts = referred.by_all || !validity_of(version).is_over_by(referred.on);
            if (in_each != nullptr && in_each->observance == referred.id && counts) {
                found.push_back("the cadence of the council '" + council.id + "'");
            }
        }
    }
}

}  // namespace

std::vector<std::string> referrers(const ProgrammeParts& parts, const Referred& referred) {
    Search search(referred);
    search.look_into(description_of<ProgrammeParts>(), &parts);
    look_at_cadences(parts, referred, search.found);
    return std::move(search.found);
}

const Date* date_in(const RecordDescription& of, const void* record, std::string_view key) {
    const Field* field = of.field(key);
    if (field == nullptr || field->leaf != Leaf::date) return nullptr;
    return static_cast<const Date*>(field->ops->held(field->in(record)));
}

}  // namespace probity::detail
