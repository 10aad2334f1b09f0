// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/valueplaces.h"

#include "model/dashboard/framecells.h"
#include "model/fields/displayvalue.h"
#include "model/fields/jsvalue.h"
#include "model/variables/textescapes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

namespace sightglass {

namespace {

/// A name or address that is longer is not for people.
constexpr std::size_t longestFilled = 16'384;

bool isWordCharacter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::optional<std::size_t> numberOf(std::string_view text)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string shownText(const Field &field, const FieldValue &value)
{
    return DisplayProcessor(field.config, field.type, FieldRange()).display(value).text();
}

/// One cell by the last part of its path: ".raw", ".numeric", ".text" or none.
std::string cellPart(const Field &field, const FieldValue &value, std::string_view part)
{
    if (part == "raw")
        return cellText(value);
    if (part == "numeric")
        return jsText(cellNumber(value));
    return shownText(field, value);
}

/// Takes the name in ".name…", "[3]…" or "["a name"]…" off the front.
std::optional<std::string_view> takeName(std::string_view &path)
{
    if (path.starts_with('.')) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find_first_of(".["), path.size());
        const std::string_view name = path.substr(0, end);
        path.remove_prefix(end);
        return name;
    }
    const std::size_t close = path.find(']');
    if (!path.starts_with('[') || close == std::string_view::npos)
        return std::nullopt;
    std::string_view name = path.substr(1, close - 1);
    path.remove_prefix(close + 1);
    const bool quoted =
        name.size() > 1 && (name.front() == '"' || name.front() == '\'') && name.front() == name.back();
    return quoted ? name.substr(1, name.size() - 2) : name;
}

/// What places stand for.
class PlaceReader
{
public:
    explicit PlaceReader(const ValuePlace &place)
        : m_place(place)
        , m_field(place.frame->fields[place.field])
    {}

    /// Nothing for what is none of ours.
    [[nodiscard]] std::optional<std::string> text(std::string_view path) const
    {
        const auto below = [&path](std::string_view prefix) {
            const bool found = path.starts_with(prefix);
            path.remove_prefix(found ? prefix.size() : 0);
            return found;
        };
        if (below("__cell_"))
            return cell(numberOf(path), {});
        if (below("__data.fields"))
            return dataField(path);
        if (below("__value"))
            return value(path);
        if (path == "__calc")
            return std::string(m_place.calculation);
        if (path == "__from")
            return std::to_string(m_place.range.from);
        if (path == "__to")
            return std::to_string(m_place.range.to);
        if (path == "__url_time_range")
            return "from=" + std::to_string(m_place.range.from) + "&to=" + std::to_string(m_place.range.to);
        return fieldPlace(path);
    }

private:
    [[nodiscard]] std::optional<std::string> fieldPlace(std::string_view path) const
    {
        if (!path.starts_with("__field.") && path != "__series.name")
            return std::nullopt;
        // Names are filled in by the fields' own rules.
        Field asked = m_field;
        asked.values.clear();
        asked.config.displayName = "${" + std::string(path) + "}";
        return m_place.names->of(asked, *m_place.frame);
    }

    [[nodiscard]] std::optional<std::string> value(std::string_view path) const
    {
        if (path == ".time") {
            const auto time = timeColumn(*m_place.frame);
            return time && m_place.row ? cellText(cellOf(m_place.frame->fields[*time], *m_place.row)) : "";
        }
        if (!path.empty() && path.front() != '.')
            return std::nullopt;
        return cellPart(m_field, m_place.value, path.empty() ? path : path.substr(1));
    }

    [[nodiscard]] std::optional<std::string> dataField(std::string_view path) const
    {
        const auto name = takeName(path);
        if (!name)
            return std::nullopt;
        const std::vector<Field> &fields = m_place.frame->fields;
        const auto named = std::ranges::find_if(fields, [this, &name](const Field &field) {
            return field.name == *name || m_place.names->of(field, *m_place.frame) == *name;
        });
        const std::string_view part = path.starts_with('.') ? path.substr(1) : path;
        if (named != fields.end())
            return cell(static_cast<std::size_t>(named - fields.begin()), part);
        return cell(numberOf(*name), part);
    }

    [[nodiscard]] std::optional<std::string> cell(std::optional<std::size_t> field,
                                                  std::string_view part) const
    {
        if (!field || *field >= m_place.frame->fields.size() || !m_place.row)
            return std::string();
        const Field &asked = m_place.frame->fields[*field];
        return cellPart(asked, cellOf(asked, *m_place.row), part);
    }

    const ValuePlace &m_place;
    const Field &m_field;
};

/// A place in a text: what it names, how it is formatted, and how long it is.
struct Place
{
    std::string_view path;
    std::string_view format;
    std::size_t length = 0;

    /// At a dollar sign.
    [[nodiscard]] static std::optional<Place> at(std::string_view text)
    {
        if (text.starts_with("${")) {
            const std::size_t close = text.find('}');
            if (close == std::string_view::npos)
                return std::nullopt;
            const std::string_view whole = text.substr(2, close - 2);
            const std::size_t colon = std::min(whole.rfind(':'), whole.size());
            return Place{whole.substr(0, colon), whole.substr(std::min(colon + 1, whole.size())), close + 1};
        }
        std::size_t end = 1;
        while (end < text.size() && isWordCharacter(text[end]))
            ++end;
        return Place{text.substr(1, end - 1), {}, end};
    }
};

using Encoder = std::function<std::string(std::string_view value, const Place &place, bool first)>;

std::string filled(std::string_view text, const ValuePlace &place, const Encoder &encode)
{
    const PlaceReader reader(place);
    std::string result;
    while (result.size() < longestFilled) {
        const std::size_t dollar = text.find('$');
        result.append(text.substr(0, dollar));
        if (dollar == std::string_view::npos)
            return result;
        text.remove_prefix(dollar);
        const auto found = Place::at(text);
        const auto value = found ? reader.text(found->path) : std::nullopt;
        const std::size_t length = value ? found->length : 1;
        result += value ? encode(*value, *found, result.empty()) : std::string(1, '$');
        text.remove_prefix(length);
    }
    result.resize(longestFilled);
    return result;
}

std::string encodedPart(std::string_view value, const Place &place, bool first)
{
    if (place.path == "__url_time_range")
        return std::string(value);
    // A whole address that a metric tells is one; within an address a value is a value.
    return percentEncoded(value, first ? ":/?#[]@!&'()*+,;=%" : "");
}

bool mayBeOpened(std::string_view url)
{
    static constexpr std::array<std::string_view, 3> schemes = {"http://", "https://", "mailto:"};
    const auto begins = [url](std::string_view scheme) {
        return url.size() > scheme.size() &&
               std::equal(scheme.begin(), scheme.end(), url.begin(),
                          [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
    };
    const bool plain = std::ranges::none_of(
        url, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || c == '\\'; });
    // Another dashboard, wherever it is kept.
    static constexpr std::array<std::string_view, 3> inside = {"/d/", "d/", "./d/"};
    const auto leadsInside = [url](std::string_view prefix) { return url.starts_with(prefix); };
    return plain && (std::ranges::any_of(schemes, begins) || std::ranges::any_of(inside, leadsInside));
}

} // namespace

std::string filledPlaces(std::string_view text, const ValuePlace &place)
{
    return filled(text, place,
                  [](std::string_view value, const Place &, bool) { return std::string(value); });
}

std::optional<std::string> filledUrl(std::string_view url, const ValuePlace &place)
{
    std::string result = filled(url, place, encodedPart);
    return mayBeOpened(result) ? std::optional(std::move(result)) : std::nullopt;
}

std::string rowName(const ValuePlace &place)
{
    const Frame &frame = *place.frame;
    const Field &field = frame.fields[place.field];
    if (field.config.displayName && !field.config.displayName->empty())
        return filledPlaces(*field.config.displayName, place);
    std::string name;
    bool otherNumbers = false;
    for (const Field &other : frame.fields) {
        if (&other == &field)
            continue;
        otherNumbers = otherNumbers || other.type == FieldType::Number;
        const std::string text = other.type == FieldType::Text && place.row
                                     ? shownText(other, cellOf(other, *place.row))
                                     : std::string();
        if (!text.empty())
            name += (name.empty() ? "" : " ") + text;
    }
    if (!name.empty() && !otherNumbers)
        return name;
    return name + (name.empty() ? "" : " ") + place.names->of(field, frame);
}

} // namespace sightglass
