// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/goregex.h"

#include "parser/base/goregexsyntax.h"

#include <re2/re2.h>

#include <utility>

namespace sightglass {

namespace {

/// Go takes groups within each other up to this height.
constexpr std::size_t deepestGroups = 999;

/// Of \p and \P in one pattern. Each costs RE2 some 30 KB before it can refuse the pattern; Go takes 26,000.
constexpr std::size_t mostUnicodeClasses = 1000;

/// RE2 spends what it may on states too, so that only those patterns get more that need it. \pL{1000}, the
/// largest repetition that Go takes, is 1.2 million instructions and needs 64 MiB.
constexpr std::int64_t usualMemory = std::int64_t{8} << 20;
constexpr std::int64_t largestMemory = std::int64_t{96} << 20;

re2::StringPiece piece(std::string_view text)
{
    return {text.data(), text.size()};
}

std::string_view goText(RE2::ErrorCode code) noexcept
{
    switch (code) {
    case RE2::ErrorBadEscape:
        return "invalid escape sequence";
    case RE2::ErrorBadCharClass:
        return "invalid character class";
    case RE2::ErrorBadCharRange:
        return "invalid character class range";
    case RE2::ErrorMissingBracket:
        return "missing closing ]";
    case RE2::ErrorMissingParen:
        return "missing closing )";
    case RE2::ErrorUnexpectedParen:
        return "unexpected )";
    case RE2::ErrorTrailingBackslash:
        return "trailing backslash at end of expression";
    case RE2::ErrorRepeatArgument:
        return "missing argument to repetition operator";
    case RE2::ErrorRepeatSize:
        return "invalid repeat count";
    case RE2::ErrorRepeatOp:
        return "invalid nested repetition operator";
    case RE2::ErrorBadPerlOp:
        return "invalid or unsupported Perl syntax";
    case RE2::ErrorBadUTF8:
        return "invalid UTF-8";
    case RE2::ErrorBadNamedCapture:
        return "invalid named capture";
    case RE2::ErrorPatternTooLarge:
        return "expression too large";
    default:
        return "regexp/syntax: internal error";
    }
}

Error refused(std::string_view reason, std::string_view part)
{
    std::string text = "error parsing regexp: ";
    text.append(reason).append(": `").append(part).append("`");
    return Error{ErrorCode::ConfigSyntax, {std::move(text)}, {}, {}};
}

/// What Go says of a pattern that RE2 refused in its own words.
Error refused(const RE2 &program, std::string_view pattern, const GoRegexSyntax &syntax)
{
    const RE2::ErrorCode code = program.error_code();
    const std::string &part = program.error_arg();
    if (code == RE2::ErrorBadEscape && part == "\\c" && syntax.anyByteIsFirst)
        return refused(goText(code), "\\C");
    if (code == RE2::ErrorBadPerlOp && part == "(?<" && !syntax.badGroup.empty())
        return refused(goText(RE2::ErrorBadNamedCapture), syntax.badGroup);
    const bool whole = part == syntax.text || code == RE2::ErrorPatternTooLarge;
    return refused(goText(code), whole ? pattern : part);
}

} // namespace

GoRegex::GoRegex(std::unique_ptr<const re2::RE2> program, Anchors anchors)
    : m_program(std::move(program))
    , m_anchors(anchors)
{}

GoRegex::~GoRegex() = default;
GoRegex::GoRegex(GoRegex &&) noexcept = default;
GoRegex &GoRegex::operator=(GoRegex &&) noexcept = default;

Result<GoRegex> GoRegex::compile(std::string_view pattern, Groups groups)
{
    return compiled(pattern, Anchors::Outside, groups);
}

Result<GoRegex> GoRegex::compileWrapped(std::string_view pattern)
{
    return compiled("^(?s:" + std::string(pattern) + ")$", Anchors::Inside, Groups::Kept);
}

Result<GoRegex> GoRegex::compiled(std::string_view pattern, Anchors anchors, Groups groups)
{
    const GoRegexSyntax syntax = goRegexSyntax(pattern);
    if (syntax.unicodeClasses > mostUnicodeClasses)
        return refused(goText(RE2::ErrorPatternTooLarge), pattern);
    RE2::Options options;
    options.set_log_errors(false);
    options.set_dot_nl(true);
    options.set_never_capture(groups == Groups::Ignored);
    options.set_max_mem(usualMemory);
    auto program = std::make_unique<const RE2>(syntax.text, options);
    if (program->error_code() == RE2::ErrorPatternTooLarge) {
        options.set_max_mem(largestMemory);
        program = std::make_unique<const RE2>(syntax.text, options);
    }
    if (!program->ok())
        return refused(*program, pattern, syntax);
    if (syntax.captureDepth > deepestGroups)
        return refused("expression nests too deeply", pattern);
    return GoRegex(std::move(program), anchors);
}

bool GoRegex::matches(std::string_view text) const
{
    const RE2::Anchor anchor = m_anchors == Anchors::Outside ? RE2::ANCHOR_BOTH : RE2::UNANCHORED;
    return m_program->Match(piece(text), 0, text.size(), anchor, nullptr, 0);
}

bool GoRegex::match(std::string_view text, std::vector<std::string_view> &groups) const
{
    groups.clear();
    std::vector<re2::StringPiece> found(groupCount() + 1);
    const RE2::Anchor anchor = m_anchors == Anchors::Outside ? RE2::ANCHOR_BOTH : RE2::UNANCHORED;
    if (!m_program->Match(piece(text), 0, text.size(), anchor, found.data(), static_cast<int>(found.size())))
        return false;
    for (const re2::StringPiece &group : found)
        groups.emplace_back(group.data(), group.size());
    return true;
}

std::optional<std::size_t> GoRegex::groupNamed(const std::string &name) const
{
    const auto &names = m_program->NamedCapturingGroups();
    const auto found = names.find(name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<std::size_t>(found->second);
}

std::size_t GoRegex::groupCount() const
{
    return static_cast<std::size_t>(m_program->NumberOfCapturingGroups());
}

std::size_t GoRegex::size() const
{
    return static_cast<std::size_t>(m_program->ProgramSize());
}

} // namespace sightglass
