// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/jsregex.h"

#include "model/fields/lookingregex.h"
#include "parser/base/utf8cut.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

constexpr std::int64_t mostMemory = std::int64_t{8} << 20;

re2::StringPiece piece(std::string_view text)
{
    return {text.data(), text.size()};
}

Error refused(std::string_view pattern, std::string_view reason)
{
    std::string text = "regular expression /";
    text.append(pattern).append("/: ").append(reason);
    return Error{ErrorCode::ConfigValue, {std::move(text)}, {}, {}};
}

/// The source in RE2's words: (?<n>…) is (?P<n>…), \uXXXX and \u{X} are \x{X}, [^] and [] are what they mean.
std::string inRe2Words(std::string_view source)
{
    std::string text;
    bool inClass = false;
    for (std::size_t at = 0; at < source.size(); ++at) {
        const std::string_view rest = source.substr(at);
        const bool group = !inClass && rest.starts_with("(?<") && rest.size() > 3;
        if (group && rest[3] != '=' && rest[3] != '!') {
            text += "(?P<";
            at += 2;
        } else if (rest.starts_with("\\u{")) {
            text += "\\x{";
            at += 2;
        } else if (rest.starts_with("\\u") && rest.size() >= 6) {
            text.append("\\x{").append(rest.substr(2, 4)).append("}");
            at += 5;
        } else if (rest.front() == '\\' && rest.size() > 1) {
            // A letter that stands for nothing in JavaScript stands for itself; RE2 may know better.
            text.append(isPlainEscape(rest[1]) ? rest.substr(1, 1) : rest.substr(0, 2));
            ++at;
        } else if (!inClass && rest.starts_with("[^]")) {
            text += "(?s:.)";
            at += 2;
        } else if (!inClass && rest.starts_with("[]")) {
            text += "[^\\x00-\\x{10FFFF}]";
            ++at;
        } else if (inClass && rest.front() == '[') {
            text += "\\["; // or RE2 would look for [:name:]
        } else {
            inClass = rest.front() == '[' || (inClass && rest.front() != ']');
            text += rest.front();
        }
    }
    return text;
}

/// Whether these are flags of Grafana's "/…/flags", which it wants in this order.
bool areFlags(std::string_view text)
{
    std::size_t at = 0;
    for (const char flag : std::string_view("gimys")) {
        if (at < text.size() && text[at] == flag)
            ++at;
    }
    return at == text.size();
}

using Groups = std::vector<std::string_view>;

std::string_view view(const re2::StringPiece &group)
{
    return {group.data(), group.size()};
}

/// What a dollar at the front of `text` stands for and how long it is; length 0 where it is only a dollar.
struct Reference
{
    std::string_view value;
    std::size_t length = 0;
};

Reference numbered(std::string_view text, const Groups &groups)
{
    const auto digit = [text](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1;
    };
    if (digit(1) < 0)
        return {};
    const auto one = std::size_t(digit(1));
    const std::size_t two = digit(2) < 0 ? 0 : one * 10 + std::size_t(digit(2));
    if (two > 0 && two < groups.size())
        return {groups[two], 3};
    if (one > 0 && one < groups.size())
        return {groups[one], 2};
    return {};
}

Reference referenceAt(std::string_view text, std::string_view subject, const Groups &groups,
                      const std::map<std::string, int> &names)
{
    const std::string_view whole = groups.front();
    const auto begin = std::size_t(whole.data() - subject.data());
    switch (text.size() > 1 ? text[1] : '\0') {
    case '$':
        return {"$", 2};
    case '&':
        return {whole, 2};
    case '`':
        return {subject.substr(0, begin), 2};
    case '\'':
        return {subject.substr(begin + whole.size()), 2};
    case '<': {
        const std::size_t end = text.find('>');
        if (names.empty() || end == std::string_view::npos)
            return {};
        const auto found = names.find(std::string(text.substr(2, end - 2)));
        return {found != names.end() ? groups[std::size_t(found->second)] : std::string_view{}, end + 1};
    }
    default:
        return numbered(text, groups);
    }
}

std::string expanded(std::string_view replacement, std::string_view subject, const Groups &groups,
                     const std::map<std::string, int> &names)
{
    std::string text;
    for (std::size_t at = 0; at < replacement.size();) {
        const std::string_view rest = replacement.substr(at);
        const Reference reference =
            rest.front() == '$' ? referenceAt(rest, subject, groups, names) : Reference{};
        if (reference.length > 0)
            text.append(reference.value);
        else
            text += rest.front();
        at += std::max<std::size_t>(reference.length, 1);
    }
    return text;
}

} // namespace

JsRegex::JsRegex(Replacing replacing, Start start)
    : m_replacing(replacing)
    , m_start(start)
{}

JsRegex::~JsRegex() = default;
JsRegex::JsRegex(JsRegex &&) noexcept = default;
JsRegex &JsRegex::operator=(JsRegex &&) noexcept = default;

Result<JsRegex> JsRegex::fromText(std::string_view text)
{
    if (!text.starts_with('/'))
        return compile("^" + std::string(text) + "$", {});
    // The first slash behind which only flags stand closes the expression.
    for (std::size_t at = text.find('/', 1); at != std::string_view::npos; at = text.find('/', at + 1)) {
        if (areFlags(text.substr(at + 1)))
            return compile(text.substr(1, at - 1), text.substr(at + 1));
    }
    return refused(text.substr(1), "not closed by a slash and flags of gimys in this order");
}

Result<JsRegex> JsRegex::compile(std::string_view source, std::string_view flags)
{
    const auto has = [flags](char flag) { return flags.find(flag) != std::string_view::npos; };
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!has('i'));
    options.set_dot_nl(has('s'));
    options.set_max_mem(mostMemory);
    const std::string text = (has('m') ? "(?m)" : "") + inRe2Words(source);
    JsRegex regex(has('g') ? Replacing::All : Replacing::First, has('y') ? Start::Here : Start::Anywhere);
    regex.m_program = std::make_unique<const RE2>(text, options);
    if (regex.m_program->ok())
        return regex;
    auto looking = LookingRegex::compile(source, {has('i'), has('m'), has('s')});
    if (!looking) {
        // Of what only the other one can do, that one says what is wrong with it.
        const auto code = regex.m_program->error_code();
        const bool isForeign = code == RE2::ErrorBadPerlOp || code == RE2::ErrorBadEscape;
        return refused(source, isForeign ? looking.error().arguments.front() : regex.m_program->error());
    }
    regex.m_program.reset();
    regex.m_looking = std::make_unique<const LookingRegex>(std::move(looking).value());
    return regex;
}

std::vector<std::pair<std::string, int>> JsRegex::names() const
{
    if (m_looking != nullptr)
        return m_looking->names();
    std::vector<std::pair<std::string, int>> names;
    for (const auto &[number, name] : m_program->CapturingGroupNames())
        names.emplace_back(name, number);
    return names;
}

std::optional<std::vector<std::string_view>> JsRegex::found(std::string_view text, std::size_t from) const
{
    if (m_looking != nullptr)
        return m_looking->search(text, from, m_start == Start::Here);
    const auto anchor = m_start == Start::Here ? RE2::ANCHOR_START : RE2::UNANCHORED;
    std::vector<re2::StringPiece> pieces(std::size_t(m_program->NumberOfCapturingGroups()) + 1);
    if (!m_program->Match(piece(text), from, text.size(), anchor, pieces.data(), int(pieces.size())))
        return std::nullopt;
    Groups groups;
    for (const re2::StringPiece &group : pieces)
        groups.push_back(view(group));
    return groups;
}

bool JsRegex::matches(std::string_view text) const
{
    if (m_looking != nullptr)
        return m_looking->search(text, 0, m_start == Start::Here).has_value();
    const auto anchor = m_start == Start::Here ? RE2::ANCHOR_START : RE2::UNANCHORED;
    return m_program->Match(piece(text), 0, text.size(), anchor, nullptr, 0);
}

std::string JsRegex::replaced(std::string_view text, std::string_view replacement) const
{
    std::map<std::string, int> byName;
    for (auto &[name, number] : names())
        byName.emplace(std::move(name), number);
    std::string result;
    std::size_t done = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const auto groups = found(text, from);
        if (!groups)
            break;
        const auto begin = std::size_t(groups->front().data() - text.data());
        result.append(text.substr(done, begin - done));
        result += expanded(replacement, text, *groups, byName);
        done = begin + groups->front().size();
        from = groups->front().empty() ? done + 1 : done;
        while (from < text.size() && isUtf8Continuation(text[from]))
            ++from;
        if (m_replacing == Replacing::First)
            break;
    }
    result.append(text.substr(std::min(done, text.size())));
    return result;
}

std::vector<JsRegex::Match> JsRegex::matchesIn(std::string_view text, std::size_t most) const
{
    const auto named = names();
    std::vector<Match> all;
    for (std::size_t from = 0; from <= text.size() && all.size() < most;) {
        const auto groups = found(text, from);
        if (!groups)
            break;
        Match &match = all.emplace_back();
        for (const std::string_view group : *groups)
            match.groups.push_back(group.data() == nullptr ? std::optional<std::string>()
                                                           : std::string(group));
        for (const auto &[name, number] : named) {
            if (match.groups[std::size_t(number)])
                match.named.emplace_back(name, *match.groups[std::size_t(number)]);
        }
        if (m_replacing == Replacing::First || groups->front().empty())
            break;
        from = std::size_t(groups->front().data() - text.data()) + groups->front().size();
    }
    return all;
}

std::vector<std::pair<std::string, std::string>> JsRegex::namedGroups(std::string_view text) const
{
    std::vector<std::pair<std::string, std::string>> named;
    const auto groups = found(text, 0);
    if (!groups)
        return named;
    for (const auto &[name, number] : names())
        named.emplace_back(name, std::string((*groups)[std::size_t(number)]));
    return named;
}

} // namespace sightglass
