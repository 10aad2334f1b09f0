// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/targetgroupjson.h"

#include "parser/base/asciicase.h"
#include "parser/base/quoting.h"
#include "parser/config/labelnames.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

namespace sightglass {
namespace {

constexpr std::size_t maxBytes = 16U << 20U;

/// Reads the text and tells how far the parser has come.
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    CountingIterator(const char *place, const char **furthest)
        : m_place(place)
        , m_furthest(furthest)
    {}
    reference operator*() const { return *m_place; }
    CountingIterator &operator++()
    {
        *m_furthest = ++m_place;
        return *this;
    }
    friend bool operator==(const CountingIterator &a, const CountingIterator &b)
    {
        return a.m_place == b.m_place;
    }
    friend bool operator!=(const CountingIterator &a, const CountingIterator &b) { return !(a == b); }

private:
    const char *m_place;
    const char **m_furthest;
};

/// nlohmann's events as target groups. A false return ends the parsing.
class GroupHandler
{
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    bool null();
    bool boolean(bool) { return refuseType("bool"); }
    bool number_integer(number_integer_t) { return refuseType("number"); }
    bool number_unsigned(number_unsigned_t) { return refuseType("number"); }
    bool number_float(number_float_t, const string_t &) { return refuseType("number"); }
    bool string(string_t &text);
    bool binary(binary_t &) { return refuseType("binary"); }
    bool start_object(std::size_t);
    bool key(string_t &name);
    bool end_object();
    bool start_array(std::size_t);
    bool end_array();
    bool parse_error(std::size_t, const std::string &, const nlohmann::json::exception &error);

    std::vector<TargetGroup> groups;
    std::string problem;
    ErrorCode code = ErrorCode::ConfigSyntax;

private:
    enum class State : std::uint8_t
    {
        Start,
        Groups,      ///< in the list
        Group,       ///< in a group, before a key
        TargetsNext, ///< behind "targets":
        Targets,     ///< in the list of addresses
        LabelsNext,  ///< behind "labels":
        Labels       ///< in the map of labels
    };
    bool refuse(ErrorCode why, std::string text);
    bool refuseType(std::string_view what);
    bool addLabel(std::string_view value);

    State m_state = State::Start;
    std::string m_label;
};

bool GroupHandler::refuse(ErrorCode why, std::string text)
{
    code = why;
    problem = std::move(text);
    return false;
}

bool GroupHandler::refuseType(std::string_view what)
{
    std::string_view wanted = "type []*targetgroup.Group";
    if (m_state == State::Groups)
        wanted = "type targetgroup.Group";
    else if (m_state == State::TargetsNext)
        wanted = "field targets of type []string";
    else if (m_state == State::Targets)
        wanted = "field targets of type string";
    else if (m_state == State::LabelsNext)
        wanted = "field labels of type model.LabelSet";
    else if (m_state == State::Labels)
        wanted = "field labels of type model.LabelValue";
    return refuse(ErrorCode::ConfigSyntax,
                  "json: cannot unmarshal " + std::string(what) + " into Go value of " + std::string(wanted));
}

bool GroupHandler::null()
{
    switch (m_state) {
    case State::Groups:
        return refuse(ErrorCode::ConfigValue, "nil target group item found");
    case State::TargetsNext:
        groups.back().addresses.clear();
        break;
    case State::Targets:
        groups.back().addresses.emplace_back();
        return true;
    case State::LabelsNext:
        groups.back().labels.clear();
        break;
    case State::Labels:
        return addLabel({});
    case State::Start:
    case State::Group:
        return true;
    }
    m_state = State::Group;
    return true;
}

bool GroupHandler::string(string_t &text)
{
    if (m_state == State::Targets)
        groups.back().addresses.push_back(std::move(text));
    else if (m_state == State::Labels)
        return addLabel(text);
    else
        return refuseType("string");
    return true;
}

bool GroupHandler::addLabel(std::string_view value)
{
    groups.back().labels.push_back({m_label, std::string(value)});
    return true;
}

bool GroupHandler::start_object(std::size_t)
{
    if (m_state == State::Groups) {
        groups.emplace_back();
        m_state = State::Group;
        return true;
    }
    if (m_state != State::LabelsNext)
        return refuseType("object");
    m_state = State::Labels;
    return true;
}

bool GroupHandler::key(string_t &name)
{
    if (m_state == State::Labels) {
        m_label = std::move(name);
        return isLabelName(m_label, NameValidation::Utf8) ||
               refuse(ErrorCode::ConfigValue, goQuoted(m_label) + " is not a valid label name");
    }
    const std::string field = asciiLower(name);
    if (field != "targets" && field != "labels")
        return refuse(ErrorCode::ConfigSyntax, "json: unknown field " + goQuoted(name));
    m_state = field == "targets" ? State::TargetsNext : State::LabelsNext;
    return true;
}

bool GroupHandler::end_object()
{
    if (m_state == State::Group) {
        m_state = State::Groups;
        return true;
    }
    // The later of two equal names counts.
    std::vector<Label> &labels = groups.back().labels;
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label &a, const Label &b) { return a.name < b.name; });
    const auto kept = std::unique(labels.rbegin(), labels.rend(),
                                  [](const Label &a, const Label &b) { return a.name == b.name; });
    labels.erase(labels.begin(), kept.base());
    m_state = State::Group;
    return true;
}

bool GroupHandler::start_array(std::size_t)
{
    if (m_state == State::Start) {
        m_state = State::Groups;
        return true;
    }
    if (m_state != State::TargetsNext)
        return refuseType("array");
    groups.back().addresses.clear();
    m_state = State::Targets;
    return true;
}

bool GroupHandler::end_array()
{
    m_state = m_state == State::Targets ? State::Group : State::Start;
    return true;
}

bool GroupHandler::parse_error(std::size_t, const std::string &, const nlohmann::json::exception &error)
{
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …"
    const std::string_view what = error.what();
    const std::size_t colon = what.find(": ");
    return refuse(ErrorCode::ConfigSyntax,
                  "json: " + std::string(colon == std::string_view::npos ? what : what.substr(colon + 2)));
}

SourcePosition positionOf(std::string_view read)
{
    const auto lines = static_cast<std::uint32_t>(std::count(read.begin(), read.end(), '\n'));
    const std::size_t lineBegin = read.rfind('\n') + 1; // npos + 1 is 0
    return {lines + 1, static_cast<std::uint32_t>(std::max<std::size_t>(read.size() - lineBegin, 1))};
}

} // namespace

Result<std::vector<TargetGroup>> targetGroupsOfJson(std::string_view text)
{
    if (text.size() > maxBytes)
        return Error{ErrorCode::ConfigSyntax, {"json: document is too large"}, {}, {}};
    const char *furthest = text.data();
    GroupHandler handler;
    try {
        const bool done =
            nlohmann::json::sax_parse(CountingIterator(text.data(), &furthest),
                                      CountingIterator(text.data() + text.size(), &furthest), &handler);
        if (done)
            return std::move(handler.groups);
    } catch (const nlohmann::json::exception &exception) {
        handler.problem = exception.what();
    }
    const auto read = static_cast<std::size_t>(furthest - text.data());
    return Error{handler.code, {handler.problem}, {}, positionOf(text.substr(0, read))};
}

} // namespace sightglass
