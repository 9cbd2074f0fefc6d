// Records of plain data, as they show in Python: named members to read, equality and hash by content,
// and a repr that lists the members which say something. They do not change, so that a copy is the
// record itself.
//
// A record that is described (records/description.hpp) has all its members from there, with their names,
// docstrings and pickles. Only what Python has in another form is said here:
//
//     Record<Occasion>(m).done();
//     Record<Quorum>(m).member("met", [](const Quorum& self) { return self.met(); }).done();
//
//     repr(area)         # RiskArea(id='contracts', title=Text('계약', 'Contracts'))
//
// Others name each member: by `member`, by `table` if it shows as a Table, by `kept` if Python sees it
// in another form or not at all. All are pickled by their members in C++ (pickle.hpp):
//
//     Record<Slot>(m, "Slot", "One slot of a cadence.")
//         .member("number", &Slot::number)
//         .member("nominal", &Slot::nominal)
//         .done();
//
// One that Python code makes has its constructor from there too, by `made`:
//
//     Record<RiskArea>(m).made();
//
// A record that Python code can make shows as the call that makes it, and reads back; one that only
// the library makes, or that knows of more than its call can say, stands in angle brackets:
//
//     repr(point)        # <BurnupPoint date=datetime.date(2026, 1, 1), total=39, done=0, ...>
#pragma once

#include <pybind11/pybind11.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "constructor.hpp"
#include "convert.hpp"
#include "described.hpp"
#include "in_python.hpp"
#include "named_arguments.hpp"
#include "pickle.hpp"
#include "text.hpp"
#include "value.hpp"

namespace probity::python {

template <class T>
class Record {
  public:
    Record(py::module_& m, const char* name, const char* doc) : cls_(m, name, doc), name_(name) {
        cls_.def(
            "__eq__", [](const T& a, const T& b) { return a == b; }, py::is_operator(),
            py::pos_only());
    }

    /// A described record. Its class has the docstring `doc`, or its one sentence
    /// if none is given.
    explicit Record(py::module_& m, const char* doc = nullptr)
        : Record(m, detail::description_of<T>().type,
                 doc == nullptr ? detail::description_of<T>().sentence : doc) {
        description_ = &detail::description_of<T>();
        know_class(*description_, {.show = &show, .copy = &copy, .take = &take});
    }

    /// A member to read: one of C++'s, of an enumeration by its name, or what a
    /// function says. Of a described record a function says what Python has for a
    /// field, or a member besides.
    template <class Getter>
    Record& member(const char* name, Getter getter, const char* doc = "") {
        names_.emplace_back(name);
        if constexpr (std::is_member_object_pointer_v<Getter>) {
            kept(name, getter);
            if constexpr (std::is_enum_v<std::decay_t<decltype(std::declval<T>().*getter)>>) {
                const auto shown = [getter](const T& self) {
                    return std::string(to_string(self.*getter));
                };
                cls_.def_property_readonly(name, shown, doc);
            } else {
                cls_.def_readonly(name, getter, doc);
            }
        } else {
            cls_.def_property_readonly(name, getter, doc);
        }
        return *this;
    }

    /// A list of records, which shows as a Table.
    template <class Row>
    Record& table(const char* name, std::vector<Row> T::*rows, const char* doc = "") {
        if (description_ == nullptr) kept(name, rows);
        return member(name, [rows](const T& self) { return table_of(self.*rows); }, doc);
    }

    /// A member of C++ that Python sees in another form, or not at all.
    template <class... Form>
    Record& kept(const char* name, Form... form) {
        kept_.emplace_back(name);
        members_.add(name, form...);
        return *this;
    }

    /// The fields of a description that come first in Python, before the others in their order.
    Record& first(std::vector<std::string> names) {
        first_ = std::move(names);
        return *this;
    }

    /// Judges what a pickle gives: `check` throws for a value that is not sound.
    Record& checked(std::function<void(const T&)> check) {
        check_ = std::move(check);
        return *this;
    }

    /// Pickles the value by the call that gives it, and not by its members (pickle.hpp).
    template <class Call>
    Record& pickled_by(Call call) {
        pickled_by_call(cls_, call);
        is_pickled_ = true;
        return *this;
    }

    /// Lists of records that the constructor takes; it leaves others to events.
    Record& given(std::vector<std::string> lists) {
        lists_ = std::move(lists);
        return *this;
    }

    /// An argument of the constructor that is no plain value of its field, with its type in the stub.
    template <class Value>
    Record& argument(const char* name, const char* hint, void (*set)(T&, const Value&)) {
        own_arguments_.emplace(name, taking<Value>(hint, [set](void* record, const Value& value) {
                                   set(*static_cast<T*>(record), value);
                               }));
        return *this;
    }

    /// To be called last: the repr lists the members named before, and the hash is made of them.
    py::class_<T>& done() {
        if (description_ != nullptr) add_described_members();
        copied_as_itself(cls_);
        if (!is_pickled_) {
            if (members_.size() != member_count<T>()) {
                throw std::logic_error(name_ + " names " + std::to_string(members_.size()) +
                                       " members for its pickles, and has " +
                                       std::to_string(member_count<T>()));
            }
            members_.pickles(cls_, name_, check_);
        }
        cls_.def("__hash__", [names = names_](const py::object& self) {
            py::list content;
            for (const std::string& name : names) content.append(hashable(self.attr(name.c_str())));
            return py::hash(py::tuple(content));
        });
        cls_.def("__repr__", [title = name_, names = names_, beyond = fields_beyond_the_call(),
                              description = description_](const py::object& self) {
            const bool reads_back = is_made_by_call(self) &&
                                    (beyond.empty() || says_no_more(beyond, &self.cast<const T&>(),
                                                                    description->fresh));
            std::string text;
            for (const std::string& name : names) {
                const py::object value = self.attr(name.c_str());
                if (value.is_none() || is_empty(value)) continue;
                if (reads_back && is_beyond(beyond, name)) continue;
                text += (text.empty() ? "" : ", ") + name + "=" + std::string(py::repr(value));
            }
            if (reads_back) return title + "(" + text + ")";
            return "<" + title + (text.empty() ? "" : " ") + text + ">";
        });
        return cls_;
    }

    /// The same for a described record that Python code makes: its constructor has the fields that a call
    /// gives. One that commands take remembers what the call named (named_arguments.hpp).
    py::class_<T>& made() {
        done();
        std::function<void(const void*)> check;
        if (check_) {
            check = [judge = check_](const void* record) { judge(*static_cast<const T*>(record)); };
        }
        define_constructor(cls_, {.description = description_,
                                  .names = names_,
                                  .lists = lists_,
                                  .own = own_arguments_,
                                  .fresh = py::cast(*static_cast<const T*>(description_->fresh)),
                                  .remembers = MadeRecord<T>,
                                  .check = std::move(check),
                                  .own_copy = [](const void* record) -> void* {
                                      return new T(*static_cast<const T*>(record));
                                  }});
        return cls_;
    }

  private:
    /// Fields that no call can give: a record with one that is not as in a fresh one does not read back.
    using Beyond = std::vector<const detail::Field*>;

    /// Whether the very class has a constructor, and not one of its bases alone.
    static bool is_made_by_call(const py::object& self) {
        const py::object dict = py::type::of(self).attr("__dict__");
        // Every class has an __init__; that of one without a constructor only refuses.
        const py::object init = dict.attr("get")("__init__");
        return !init.is_none() && !py::isinstance(init, py::type::of(slot_wrapper()));
    }
    static py::object slot_wrapper() {
        return py::module_::import("builtins").attr("object").attr("__init__");
    }
    [[nodiscard]] Beyond fields_beyond_the_call() const {
        Beyond beyond;
        if (description_ == nullptr) return beyond;
        for (const detail::Field& field : description_->fields) {
            const bool is_said = is_given(field) || is_among(lists_, field.key);
            if (is_among(names_, field.key) && !is_said) beyond.push_back(&field);
        }
        return beyond;
    }
    static bool says_no_more(const Beyond& beyond, const void* record, const void* fresh) {
        return std::all_of(beyond.begin(), beyond.end(), [&](const detail::Field* field) {
            return field->ops->equal(field->in(record), field->in(fresh));
        });
    }
    static bool is_beyond(const Beyond& beyond, const std::string& name) {
        return std::any_of(beyond.begin(), beyond.end(),
                           [&](const detail::Field* field) { return field->key == name; });
    }
    static bool is_empty(const py::object& value) {
        return py::hasattr(value, "__len__") && py::len(value) == 0;
    }

    /// A list or dict among the members stands for its content.
    static py::object hashable(const py::object& value) {
        if (py::isinstance<py::dict>(value)) {
            return hashable(py::list(value.attr("items")()));
        }
        if (py::isinstance<py::tuple>(value)) return hashable(py::list(value));
        if (!py::isinstance<py::list>(value)) return value;
        py::list items;
        for (const py::handle item : value)
            items.append(hashable(py::reinterpret_borrow<py::object>(item)));
        return py::tuple(items);
    }

    static py::object show(const void* record, py::handle owner) {
        return py::cast(static_cast<const T*>(record), py::return_value_policy::reference_internal,
                        owner);
    }
    static py::object copy(const void* record) { return py::cast(*static_cast<const T*>(record)); }
    static bool take(void* record, py::handle value) {
        if (!py::isinstance<T>(value)) return false;
        *static_cast<T*>(record) = value.cast<const T&>();
        return true;
    }

    static bool is_among(const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    /// All fields that are not said in another form, and the order of all.
    void add_described_members() {
        const std::vector<std::string> said = std::exchange(names_, first_);
        std::vector<std::string> shown;
        for (const detail::Field& field : description_->fields) {
            const bool has_own_pickle = is_among(kept_, field.key);
            if (!has_own_pickle) keep_described(field);
            if (!is_among(said, field.key)) {
                if (has_own_pickle) continue;  // not in Python
                show_described(field);
                shown.emplace_back(field.key);
            }
            if (!is_among(names_, field.key)) names_.emplace_back(field.key);
        }
        for (const std::string& name : said) {
            if (!is_among(names_, name)) names_.push_back(name);
        }
        std::vector<std::string> described;
        for (const std::string& name : names_) {
            if (is_among(shown, name)) described.push_back(name);
        }
        remember_described(*description_, description_->type, described);
    }
    void keep_described(const detail::Field& field) {
        members_.add(
            field.key, [&field](const T& record) { return member_to_pickle(field, &record); },
            [&field, description = description_](T& record, py::handle kept) {
                return member_from_pickle(*description, field, &record, kept);
            });
        if (has_no_default(*description_, field)) members_.needed();
    }
    void show_described(const detail::Field& field) {
        cls_.def_property_readonly(
            field.key,
            [&field](const py::object& self) {
                return member_to_python(field, &self.cast<const T&>(), self);
            },
            docstring_of(field).c_str());
    }

    py::class_<T> cls_;
    std::string name_;
    const detail::RecordDescription* description_ = nullptr;
    std::vector<std::string> names_;
    std::vector<std::string> first_;
    std::vector<std::string> kept_;
    std::vector<std::string> lists_;
    std::map<std::string, ArgumentType> own_arguments_;
    KeptMembers<T> members_;
    std::function<void(const T&)> check_;
    bool is_pickled_ = false;
};

}  // namespace probity::python
