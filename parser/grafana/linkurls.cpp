// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/linkurls.h"

#include "parser/base/asciicase.h"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace sightglass::grafana {
namespace {

struct Renaming
{
    std::string_view from, to;
};

// Longer ones first: the first that fits is taken.
constexpr std::array<Renaming, 5> renamings = {{{"$__series_name", "${__series.name}"},
                                                {"$__field_name", "${__field.name}"},
                                                {"__series_name", "__series.name"},
                                                {"__value_time", "__value.time"},
                                                {"__field_name", "__field.name"}}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    std::size_t count = 0;
    while (at + count < text.size() && isDigit(text[at + count]))
        ++count;
    return count;
}

struct Bracket
{
    std::string_view open, close;
};

constexpr std::array<Bracket, 3> brackets = {{{"${", "}"}, {"[[", "]]"}, {"$", ""}}};

struct CellVariable
{
    std::size_t length = 0;
    std::string modern;
};

/// The cell variable that begins here.
std::optional<CellVariable> cellVariable(std::string_view rest, const Bracket &bracket)
{
    constexpr std::string_view name = "__cell";
    constexpr std::string_view raw = ":raw";
    if (!rest.starts_with(bracket.open) || !rest.substr(bracket.open.size()).starts_with(name))
        return std::nullopt;
    std::size_t at = bracket.open.size() + name.size();
    std::string modern = "${__value.raw}";
    if (at < rest.size() && rest[at] == '_') {
        const std::size_t digits = digitsAt(rest, at + 1);
        if (digits == 0)
            return std::nullopt;
        modern = "${__data.fields[" + std::string(rest.substr(at + 1, digits)) + "]}";
        at += 1 + digits;
    }
    if (!bracket.close.empty() && rest.substr(at).starts_with(raw))
        at += raw.size();
    if (!rest.substr(at).starts_with(bracket.close))
        return std::nullopt;
    return CellVariable{at + bracket.close.size(), std::move(modern)};
}

/// "Web & DB" as it stands in the address of a dashboard.
std::string slug(std::string_view title)
{
    std::string out;
    for (const char c : asciiLower(title)) {
        if ((c >= 'a' && c <= 'z') || isDigit(c))
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

void appendQuery(std::string &url, std::string_view query)
{
    if (query.empty())
        return;
    if (url.find('?') == std::string::npos)
        url += '?';
    else if (!url.ends_with('?') && !url.ends_with('&'))
        url += '&';
    url += query;
}

} // namespace

std::string modernLinkVariables(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Renaming *fitting = nullptr;
        for (const Renaming &renaming : renamings) {
            if (fitting == nullptr && text.substr(at).starts_with(renaming.from))
                fitting = &renaming;
        }
        out += fitting == nullptr ? text.substr(at, 1) : fitting->to;
        at += fitting == nullptr ? 1 : fitting->from.size();
    }
    return out;
}

std::string modernCellVariables(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::optional<CellVariable> variable;
        for (const Bracket &bracket : brackets) {
            if (!variable)
                variable = cellVariable(text.substr(at), bracket);
        }
        out += variable ? std::string_view(variable->modern) : text.substr(at, 1);
        at += variable ? variable->length : 1;
    }
    return out;
}

Json modernPanelLink(const Json &link)
{
    std::string url(textIn(link, "url"));
    if (url.empty() && !textIn(link, "dashboard").empty())
        url = "dashboard/db/" + slug(textIn(link, "dashboard"));
    if (url.empty() && !textIn(link, "dashUri").empty())
        url = "dashboard/" + std::string(textIn(link, "dashUri"));
    if (url.empty())
        url = "/";
    if (truthyIn(link, "keepTime"))
        appendQuery(url, "$__url_time_range");
    if (truthyIn(link, "includeVars"))
        appendQuery(url, "$__all_variables");
    appendQuery(url, textIn(link, "params"));
    Json modern = Json::object();
    set(modern, "url", std::move(url));
    set(modern, "title", scalarText(find(link, "title")));
    if (truthyIn(link, "targetBlank"))
        set(modern, "targetBlank", true);
    return modern;
}

} // namespace sightglass::grafana
