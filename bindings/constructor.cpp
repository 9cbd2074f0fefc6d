#include "constructor.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "convert.hpp"
#include "described.hpp"
#include "module.hpp"
#include "named_arguments.hpp"
#include "planning.hpp"
#include "probity/date/written_date.hpp"
#include "probity/records/charter.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

using detail::Field;
using detail::FieldKind;
using detail::Given;
using detail::Leaf;
using detail::Presence;
using detail::RecordDescription;

/// "2025", "2025-06", or a day in any notation of read_date.
PartialDate partial_date(const std::string& text) {
    constexpr std::size_t longest_part = 7;  // "2025-06"
    if (text.size() <= longest_part) return PartialDate::parse(text);
    return PartialDate::parse(to_string(read_date(text)));
}

/// A plain value of a field.
template <class T>
ArgumentType plain(const Field& field, const char* hint) {
    return taking<T>(hint, [&field](void* record, T value) {
        *static_cast<T*>(field.ops->make(field.in(record))) = std::move(value);
    });
}

ArgumentType type_of_value(const Field& field) {
    switch (field.leaf) {
        case Leaf::date:
            return plain<Date>(field, "DateLike");
        case Leaf::time:
            return plain<TimeOfDay>(field, "TimeLike");
        case Leaf::truth:
            return plain<bool>(field, "bool");
        case Leaf::cadence:
            return plain<Cadence>(field, "Cadence");
        case Leaf::partial_date:
            return taking<std::string>("str", [&field](void* record, const std::string& text) {
                *static_cast<PartialDate*>(field.ops->make(field.in(record))) = partial_date(text);
            });
        case Leaf::counted:
            return taking<std::string>("str", [&field](void* record, const std::string& text) {
                *static_cast<Counted*>(field.ops->make(field.in(record))) = Counted(text);
            });
        case Leaf::quota_subject:
            return taking<std::string>(
                literal_of(field), [&field](void* record, const std::string& text) {
                    *static_cast<QuotaSubject*>(field.ops->make(field.in(record))) =
                        parse_quota_subject(text);
                });
        case Leaf::quota_period:
            return taking<std::string>(
                literal_of(field), [&field](void* record, const std::string& text) {
                    *static_cast<QuotaPeriod*>(field.ops->make(field.in(record))) =
                        parse_quota_period(text);
                });
        case Leaf::name:
            return taking<py::str>(literal_of(field), [&field](void* record, const py::str& name) {
                set_name(field, record, text_of(name));
            });
        case Leaf::share:
            return taking<std::string>("str", [&field](void* record, const std::string& text) {
                *static_cast<Share*>(field.ops->make(field.in(record))) = parse_share(text);
            });
        case Leaf::instant:
        case Leaf::rule:
        case Leaf::none:
            break;
    }
    throw std::logic_error(std::string(field.key) + ": no call gives a value of this type");
}

/// A record within the record, or a list of them: values of their own class.
ArgumentType type_of_records(const RecordDescription& description, const Field& field) {
    const std::string type = field.record().type;
    const bool is_list = field.kind == FieldKind::records;
    return {
        .signature = is_list ? "collections.abc.Iterable[probity." + type + "]" : "probity." + type,
        .types = {},
        .hint = is_list ? "Iterable[" + type + "]" : type,
        .put = [&description, &field, is_list](void* record, py::handle value) {
            if (!is_list) return member_from_pickle(description, field, record, value);
            if (!py::isinstance<py::iterable>(value)) return false;
            return member_from_pickle(description, field, record,
                                      py::list(py::reinterpret_borrow<py::object>(value)));
        }};
}

ArgumentType type_of(const RecordDescription& description, const Field& field) {
    switch (field.kind) {
        case FieldKind::id:
        case FieldKind::word:
        case FieldKind::words:
        case FieldKind::reference:
            return plain<std::string>(field, "str");
        case FieldKind::references:
            return plain<std::vector<std::string>>(field, "Iterable[str]");
        case FieldKind::text:
            return plain<Text>(field, "TextLike");
        case FieldKind::texts:
            return plain<std::vector<Text>>(field, "Iterable[TextLike]");
        case FieldKind::integer:
            return taking<Number>("int", [&field](void* record, Number number) {
                *static_cast<int*>(field.ops->make(field.in(record))) = number;
            });
        case FieldKind::number:
            return plain<double>(field, "float");
        case FieldKind::value:
            return type_of_value(field);
        case FieldKind::record:
        case FieldKind::records:
            return type_of_records(description, field);
    }
    throw std::logic_error(std::string(field.key) + " is of no kind");
}

struct Argument {
    std::string name;
    ArgumentType type;
    bool is_by_place;
    bool is_needed;
    bool may_be_none;
    /// As it is if it is left out.
    py::object usual = {};
};

/// The calls of one class.
struct Call {
    Construction construction;
    std::vector<Argument> arguments;

    /// Puts an argument into a record; returns false for a value of another type.
    [[nodiscard]] bool put(const Argument& argument, void* record, py::handle value) const {
        if (value.is_none()) {
            if (argument.may_be_none) return true;
            if (construction.remembers && argument.is_needed) {
                throw py::type_error("'" + argument.name + "' is needed, not None");
            }
            if (construction.remembers) return true;
        }
        return argument.type.put(record, value);
    }

    /// Makes the value of `self`; returns false if a value has another type.
    [[nodiscard]] bool make(py::detail::value_and_holder& self,
                            const py::detail::function_call& given) const {
        const auto& description = *construction.description;
        const std::shared_ptr<void> record = description.copy(description.fresh);
        std::vector<std::string> named;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const py::handle value = given.args[i + 1];  // behind self
            if (value.ptr() == Py_Ellipsis) continue;
            if (!put(arguments[i], record.get(), value)) return false;
            named.push_back(arguments[i].name);
        }
        if (construction.check) construction.check(record.get());
        self.value_ptr() = construction.own_copy(record.get());
        if (construction.remembers) {
            remember_names(py::handle(reinterpret_cast<PyObject*>(self.inst)), std::move(named));
        }
        return true;
    }
};

bool may_be_none(const Field& field) {
    const bool is_optional =
        field.presence == Presence::optional || field.presence == Presence::nullable;
    return is_optional && (field.kind == FieldKind::integer || field.kind == FieldKind::number ||
                           field.kind == FieldKind::value || field.kind == FieldKind::record);
}

bool is_argument(const Construction& construction, const Field& field) {
    return is_given(field) || std::find(construction.lists.begin(), construction.lists.end(),
                                        field.key) != construction.lists.end();
}

std::vector<Argument> arguments_of(const Construction& construction) {
    std::vector<Argument> arguments;
    for (const std::string& name : construction.names) {
        const Field* const field = construction.description->field(name);
        if (field == nullptr || !is_argument(construction, *field)) continue;
        const bool by_place = field->given == Given::by_place;
        const bool must_be_there = field->presence == Presence::required || field->is_expected;
        const auto own = construction.own.find(name);
        Argument argument{.name = name,
                          .type = own != construction.own.end()
                                      ? own->second
                                      : type_of(*construction.description, *field),
                          .is_by_place = by_place,
                          .is_needed = by_place && must_be_there,
                          .may_be_none = may_be_none(*field)};
        if (field->kind == FieldKind::text) {
            argument.usual = py::str("");
        } else if (field->kind == FieldKind::records) {
            argument.usual = py::list();  // a Table is of a module that is not there yet
        } else if (field->kind == FieldKind::record && own == construction.own.end()) {
            argument.usual = py::none();
            argument.may_be_none = true;
        } else if (!argument.is_needed) {
            argument.usual = construction.fresh.attr(name.c_str());
            argument.may_be_none = argument.may_be_none || argument.usual.is_none();
        }
        arguments.push_back(std::move(argument));
    }
    std::stable_partition(arguments.begin(), arguments.end(),
                          [](const Argument& each) { return each.is_by_place; });
    return arguments;
}

/// The constructor as pybind11 keeps functions.
class Constructor : public py::cpp_function {
  public:
    Constructor(py::handle cls, std::unique_ptr<Call> made) {
        auto record = make_function_record();
        record->name = const_cast<char*>("__init__");
        record->scope = cls;
        record->is_method = true;
        record->is_new_style_constructor = true;
        record->args.emplace_back("self", nullptr, py::handle(), true, false);
        std::string text = "({%}";
        std::vector<const std::type_info*> types{&typeid(py::detail::value_and_holder)};
        std::vector<std::string> usual(made->arguments.size());
        record->nargs_pos = 1;
        for (std::size_t i = 0; i < made->arguments.size(); ++i) {
            const Argument& argument = made->arguments[i];
            text += ", {" + argument.type.signature + (argument.may_be_none ? " | None" : "") + "}";
            types.insert(types.end(), argument.type.types.begin(), argument.type.types.end());
            if (argument.is_by_place) ++record->nargs_pos;
            if (argument.is_needed) {
                record->args.emplace_back(argument.name.c_str(), nullptr, py::handle(), true, true);
                continue;
            }
            usual[i] = py::repr(argument.usual);
            record->args.emplace_back(argument.name.c_str(), usual[i].c_str(),
                                      py::ellipsis().release(), true, true);
        }
        text += ") -> None";
        types.push_back(nullptr);
        const std::size_t count = made->arguments.size() + 1;
        record->data[0] = made.release();
        record->free_data = [](py::detail::function_record* freed) {
            delete static_cast<Call*>(freed->data[0]);
        };
        record->impl = &call;
        initialize_generic(std::move(record), text.c_str(), types.data(), count);
    }

  private:
    static py::handle call(py::detail::function_call& given) {
        auto& self = *reinterpret_cast<py::detail::value_and_holder*>(given.args[0].ptr());
        const bool fits = static_cast<const Call*>(given.func.data[0])->make(self, given);
        return fits ? py::none().release() : PYBIND11_TRY_NEXT_OVERLOAD;
    }
};

/// The arguments of each class for the stub: name, type, what it is if left out, whether by place.
py::dict& known_calls() {
    static py::dict* const calls = new py::dict;  // never destroyed: the interpreter is gone first
    return *calls;
}

void note_for_stub(const Call& call) {
    py::list arguments;
    for (const Argument& argument : call.arguments) {
        const bool takes_none =
            !argument.is_needed && (argument.may_be_none || call.construction.remembers);
        const py::object usual =
            argument.is_needed ? py::object(py::none()) : py::object(py::repr(argument.usual));
        arguments.append(py::make_tuple(argument.name,
                                        argument.type.hint + (takes_none ? " | None" : ""), usual,
                                        argument.is_by_place));
    }
    known_calls()[call.construction.description->type] = arguments;
}

}  // namespace

bool is_given(const Field& field) {
    return field.given != Given::never && field.is_written() && field.kind != FieldKind::records;
}

void define_constructor(py::handle cls, Construction construction) {
    auto made = std::make_unique<Call>(Call{std::move(construction), {}});
    made->arguments = arguments_of(made->construction);
    note_for_stub(*made);
    py::setattr(cls, "__init__", Constructor(cls, std::move(made)));
}

void bind_constructors(py::module_& m) {
    m.def(
        "_described_calls", [] { return known_calls(); },
        "The records that calls make with their arguments, as the stub has them: name, type, what "
        "it "
        "is if it is left out, and whether it comes in its place.");
}

}  // namespace probity::python
