// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templatetext.h"
#include "parser/base/goregex.h"
#include "parser/base/goregexsyntax.h"
#include "parser/base/quoting.h"
#include "parser/template/runes.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

namespace {

using Groups = std::vector<re2::StringPiece>;

/// GoRegex is what selectors mean, anchored at both ends; here the very same syntax is looked for anywhere,
/// and a dot is no newline.
Result<std::unique_ptr<const RE2>> compiled(const std::string &pattern)
{
    if (auto checked = GoRegex::compile(pattern); !checked)
        return std::move(checked).error();
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{96} << 20U);
    auto program = std::make_unique<const RE2>(goRegexSyntax(pattern).text, options);
    if (program->ok())
        return program;
    return Error{
        ErrorCode::ConfigSyntax, {"error parsing regexp: expression too large: `" + pattern + "`"}, {}, {}};
}

/// The text in back quotes where it can stand there, else as Go quotes strings.
std::string shown(const std::string &pattern)
{
    const bool plain =
        isValidUtf8(pattern) && std::ranges::all_of(pattern, [](char c) {
            return (static_cast<unsigned char>(c) >= 0x20 || c == '\t') && c != '`' && c != 0x7F;
        });
    return plain ? "`" + pattern + "`" : goQuoted(pattern);
}

/// A reference of a replacement, without its dollar: name, 1, {name}. Takes it off the text.
std::optional<std::string> reference(std::string_view &text)
{
    std::string_view rest = text;
    const bool braces = rest.starts_with('{');
    rest.remove_prefix(braces ? 1 : 0);
    std::size_t length = 0;
    while (length < rest.size() && isAlphaNumeric(firstRune(rest.substr(length)).value))
        length += firstRune(rest.substr(length)).length;
    if (length == 0)
        return std::nullopt;
    std::string name(rest.substr(0, length));
    rest.remove_prefix(length);
    if (braces && !rest.starts_with('}'))
        return std::nullopt;
    rest.remove_prefix(braces ? 1 : 0);
    text = rest;
    return name;
}

std::string_view groupText(const RE2 &program, const Groups &groups, const std::string &name)
{
    std::size_t index = groups.size();
    if (name.find_first_not_of("0123456789") == std::string::npos) {
        if (name.size() > 1 && name.front() == '0')
            return {}; // a name, to Go, and nobody's
        std::from_chars(name.data(), name.data() + name.size(), index);
    } else if (const auto found = program.NamedCapturingGroups().find(name);
               found != program.NamedCapturingGroups().end()) {
        index = static_cast<std::size_t>(found->second);
    }
    return index < groups.size() ? std::string_view(groups[index].data(), groups[index].size())
                                 : std::string_view();
}

void appendReplacement(std::string &out, std::string_view replacement, const RE2 &program,
                       const Groups &groups)
{
    while (!replacement.empty()) {
        const std::size_t dollar = std::min(replacement.find('$'), replacement.size());
        out += replacement.substr(0, dollar);
        replacement.remove_prefix(dollar);
        if (replacement.empty())
            return;
        replacement.remove_prefix(1);
        if (replacement.starts_with('$')) {
            out += '$';
            replacement.remove_prefix(1);
        } else if (const auto name = reference(replacement)) {
            out += groupText(program, groups, *name);
        } else {
            out += '$';
        }
    }
}

} // namespace

Result<bool> regexMatches(const std::string &pattern, std::string_view text)
{
    const auto program = compiled(pattern);
    if (!program)
        return program.error();
    return (*program)->Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), RE2::UNANCHORED,
                             nullptr, 0);
}

Result<std::string> regexReplaced(const std::string &pattern, std::string_view replacement,
                                  std::string_view text, std::size_t mostBytes)
{
    const auto compiledProgram = compiled(pattern);
    if (!compiledProgram) {
        Error error = compiledProgram.error();
        error.arguments.front() = "regexp: Compile(" + shown(pattern) + "): " + error.arguments.front();
        return error;
    }
    const RE2 &program = **compiledProgram;
    Groups groups(static_cast<std::size_t>(program.NumberOfCapturingGroups()) + 1);
    const re2::StringPiece whole(text.data(), text.size());
    std::string out;
    std::size_t copied = 0; // the end of the match before
    for (std::size_t from = 0; from <= text.size() && out.size() <= mostBytes;) {
        if (!program.Match(whole, from, text.size(), RE2::UNANCHORED, groups.data(),
                           static_cast<int>(groups.size())))
            break;
        const auto begin = static_cast<std::size_t>(groups.front().data() - text.data());
        const std::size_t end = begin + groups.front().size();
        out += text.substr(copied, begin - copied);
        // Not for nothing right behind a match.
        if (end > copied || begin == 0)
            appendReplacement(out, replacement, program, groups);
        copied = end;
        from = std::max(end, from + std::max<std::size_t>(firstRune(text.substr(from)).length, 1));
    }
    return out + std::string(text.substr(copied));
}

} // namespace sightglass
